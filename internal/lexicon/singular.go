package lexicon

import "strings"

// irregular is the singular of a common irregular plural.
func irregular(plural string) (singular string, ok bool) {
	switch plural {
	case "people", "persons":
		return "person", true
	case "men":
		return "man", true
	case "women":
		return "woman", true
	case "children":
		return "child", true
	case "criteria":
		return "criterion", true
	case "phenomena":
		return "phenomenon", true
	case "indices":
		return "index", true
	case "chiefs":
		return "chief", true
	case "knives", "lives", "wives", "halves", "shelves":
		return strings.TrimSuffix(plural, "ves") + "fe", true
	}
	return "", false
}

// Singular is the singular of an English plural noun, lower case; a word that
// is no plural by its form is returned as it is.
func Singular(noun string) string {
	if s, ok := irregular(noun); ok {
		return s
	}
	switch {
	case len(noun) < 4 || strings.HasSuffix(noun, "ss") || strings.HasSuffix(noun, "us") || strings.HasSuffix(noun, "is"):
		return noun
	case strings.HasSuffix(noun, "ies") && len(noun) > 4:
		return strings.TrimSuffix(noun, "ies") + "y"
	case strings.HasSuffix(noun, "ches") || strings.HasSuffix(noun, "shes") || strings.HasSuffix(noun, "sses") || strings.HasSuffix(noun, "xes"):
		return strings.TrimSuffix(noun, "es")
	}
	return strings.TrimSuffix(noun, "s")
}
