package lexicon

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

// Stem is the stem of an English word (Snowball, "Porter2"), so that "calls",
// "call" and "calling" meet; lower case. A common irregular plural has the stem
// of its singular. It costs about a microsecond: see Stems.
func Stem(word string) string {
	word = strings.ToLower(word)
	if s, ok := irregular(word); ok {
		word = s
	}
	return english.Stem(word, true)
}

// Stems remembers stems, for one document or one worker at a time. Its zero
// value is ready; it is not safe for concurrent use.
type Stems struct{ known map[string]string }

// Of is Stem.
func (s *Stems) Of(word string) string {
	if stem, ok := s.known[word]; ok {
		return stem
	}
	if s.known == nil || len(s.known) > 1<<14 {
		s.known = make(map[string]string, 256)
	}
	stem := Stem(word)
	s.known[strings.Clone(word)] = stem
	return stem
}

// irregular is the singular of a lower-case noun whose plural no ending makes.
func irregular(lower string) (string, bool) {
	switch lower {
	case "people", "persons":
		return "person", true
	case "children":
		return "child", true
	case "wives", "lives", "knives", "wolves", "shelves", "halves", "loaves", "leaves", "thieves":
		return strings.TrimSuffix(lower, "ves") + map[bool]string{true: "fe", false: "f"}[lower == "wives" || lower == "lives" || lower == "knives"], true
	case "feet":
		return "foot", true
	case "teeth":
		return "tooth", true
	case "geese":
		return "goose", true
	case "mice":
		return "mouse", true
	case "criteria":
		return "criterion", true
	case "phenomena":
		return "phenomenon", true
	case "indices":
		return "index", true
	case "appendices":
		return "appendix", true
	case "analyses", "bases", "crises", "theses", "hypotheses", "diagnoses", "parentheses", "emphases", "oases":
		return lower[:len(lower)-2] + "is", true
	case "attorneys-general":
		return "attorney-general", true
	case "series", "species", "means", "news", "headquarters", "barracks", "talks", "proceedings":
		return lower, true
	case "men", "women":
		return strings.TrimSuffix(lower, "en") + "an", true
	}
	if s, ok := strings.CutSuffix(lower, "men"); ok && len(s) > 3 && !strings.HasSuffix(lower, "imen") && !strings.HasSuffix(lower, "omen") || ok && strings.HasSuffix(lower, "women") {
		return s + "man", true
	}
	return lower, false
}

// Singular is the singular of a lower-case English noun; a word that is no
// plural stays as it is: "ministers" gives "minister", "countries" "country",
// "bus" "bus".
func Singular(lower string) string {
	if s, ok := irregular(lower); ok {
		return s
	}
	n := len(lower)
	switch {
	case n < 4 || lower[n-1] != 's' || strings.HasSuffix(lower, "ss") || strings.HasSuffix(lower, "us") || strings.HasSuffix(lower, "is"):
		return lower
	case strings.HasSuffix(lower, "ies"):
		if n > 5 || lower == "cities" {
			return lower[:n-3] + "y"
		}
		return lower[:n-1]
	case strings.HasSuffix(lower, "sses"), strings.HasSuffix(lower, "ches"), strings.HasSuffix(lower, "shes"), strings.HasSuffix(lower, "xes"), strings.HasSuffix(lower, "zzes"):
		return lower[:n-2]
	case strings.HasSuffix(lower, "oes"):
		return lower[:n-2]
	}
	return lower[:n-1]
}
