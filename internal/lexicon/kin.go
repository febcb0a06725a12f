package lexicon

import "strings"

// kinWords are the nouns for relatives, in the singular.
const kinWords = "son daughter child wife husband widow widower mother father brother sister grandson granddaughter uncle aunt nephew niece cousin grandmother grandfather"

// Kin is the singular of a noun for a relative in lower case, and whether the
// word is the plural; ok is false for other words. A widow is a wife.
func Kin(lower string) (singular string, plural, ok bool) {
	if !Class(lower).Has(KinWord) {
		return "", false, false
	}
	switch lower {
	case "children":
		return "child", true, true
	case "wives":
		return "wife", true, true
	case "widow":
		return "wife", false, true
	case "widower":
		return "husband", false, true
	}
	singular = strings.TrimSuffix(lower, "s")
	return singular, singular != lower, true
}

// kinForms are the nouns with their plurals.
func kinForms() string {
	var b strings.Builder
	for w := range strings.FieldsSeq(kinWords) {
		b.WriteString(w + " ")
		switch w {
		case "child":
			b.WriteString("children ")
		case "wife":
			b.WriteString("wives ")
		default:
			b.WriteString(w + "s ")
		}
	}
	return b.String()
}
