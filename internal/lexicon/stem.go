package lexicon

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

// Stem is the stem of an English word (Snowball, "Porter2"), so that "calls",
// "call" and "calling" meet; lower case. An irregular plural has the stem of
// its singular. It costs about a microsecond: see Stems.
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
