package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
)

// findGarbled finds words with letters lost to a wrong encoding: a question
// mark or U+FFFD inside a capitalised word, and UTF-8 read as Windows-1252.
func (x *extractor) findGarbled() {
	for i, b := range x.doc.Blocks {
		if b.Kind == source.Code || !x.marks[i].has(markDamage) {
			continue
		}
		text := x.doc.TextOf(b)
		for from := 0; from < len(text); {
			s, e := nextWord(text, from)
			if s == e {
				break
			}
			if g := damaged(text[s:e]); g != nil {
				g.Weak = g.Clean == "" && !strings.Contains(text[s:e], "\uFFFD") && twoWords(text[s:e]) && !namedBefore(text[:s])
				g.Base = x.base(i, source.Span{Start: b.Span.Start + s, End: b.Span.Start + e})
				x.facts = append(x.facts, g)
			}
			from = e
		}
	}
}

// nextWord finds the next run of non-blank bytes, without the punctuation
// around it.
func nextWord(text string, from int) (s, e int) {
	for from < len(text) && isBlankByte(text[from]) {
		from++
	}
	s, e = from, from
	for e < len(text) && !isBlankByte(text[e]) {
		e++
	}
	word := text[s:e]
	left := len(word) - len(strings.TrimLeft(word, "\"'([{“‘*_`"))
	right := len(strings.TrimRight(word, "\"')]}”’.,;:!?*_`"))
	if left >= right {
		return s, e
	}
	return s + left, s + right
}

func isBlankByte(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// damaged tells whether a word has lost letters. URLs and code have question
// marks of their own; so do questions run together with what follows.
func damaged(word string) *fact.Garbled {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
	if strings.ContainsAny(word, "/=&<>{}$%@#\\|~^_:+*`\"") || len(word) > 60 {
		return nil
	}
	if clean := mojibake(word); clean != "" {
		return &fact.Garbled{Pattern: pattern(word), Clean: clean}
	}
	i := strings.IndexAny(word, "?\uFFFD")
	if i <= 0 {
		return nil
	}
	if r, _ := utf8.DecodeRuneInString(word[i:]); r == utf8.RuneError && letters(strings.ReplaceAll(word, "\uFFFD", "")) {
		return &fact.Garbled{Pattern: pattern(word)}
	}
	first, _ := utf8.DecodeRuneInString(word)
	before := word[:i]
	after := strings.TrimLeft(word[i:], "?\uFFFD")
	next, _ := utf8.DecodeRuneInString(after)
	if !unicode.IsUpper(first) || !unicode.IsLower(next) || !letters(before) || !letters(strings.ReplaceAll(strings.ReplaceAll(after, "?", ""), "\uFFFD", "")) {
		return nil
	}
	if questionWord(strings.ToLower(before)) {
		return nil
	}
	return &fact.Garbled{Pattern: pattern(word)}
}

// twoWords reports whether both sides of a question mark can be words, so that
// it may be one that lacks its blank, or an operator: "Int?value".
func twoWords(word string) bool {
	before, after, ok := strings.Cut(word, "?")
	return ok && !strings.Contains(after, "?") && wordLike(before) && wordLike(after)
}

// wordLike reports whether letters can be a word: two or more with a vowel
// and no more consonants at an end than words have.
func wordLike(s string) bool {
	const atStart, atEnd = 3, 4
	s = strings.ToLower(s)
	first, last := strings.IndexAny(s, "aeiouy"), strings.LastIndexAny(s, "aeiouy")
	return len(s) >= 2 && first >= 0 && first <= atStart && len(s)-1-last <= atEnd
}

// namedBefore reports whether a given name or a title stands before a word:
// then it is a surname.
func namedBefore(text string) bool {
	w := lastWord(text)
	if w == "" || w[0] < 'A' || w[0] > 'Z' {
		return false
	}
	class := lexicon.Class(strings.ToLower(w))
	return lexicon.AnyGiven(w) || class.Has(lexicon.TitleHead|lexicon.CourtesyWord|lexicon.RankWord)
}

func letters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' }) < 0
}

func questionWord(w string) bool {
	switch w {
	case "who", "what", "why", "when", "where", "how", "which", "whose", "really", "right", "yes", "no", "ok", "okay", "so", "well", "huh":
		return true
	}
	return false
}

func pattern(word string) string { return strings.Clone(strings.ReplaceAll(word, "\uFFFD", "?")) }

// mojibake repairs a word whose UTF-8 bytes were read as Windows-1252; empty
// where the word is none. The repaired word must be shorter and made of
// letters, so that a real "Ã" beside other letters stays.
func mojibake(word string) string {
	suspicious := false
	for _, r := range word {
		if r == 'Ã' || r == 'Â' || r == 'Å' || r == 'Ä' || r == 'â' || r == 'ã' {
			suspicious = true
			break
		}
	}
	if !suspicious {
		return ""
	}
	for _, w := range []string{word, upperLead(word)} {
		raw, err := charmap.Windows1252.NewEncoder().String(w)
		if err != nil || raw == w || !utf8.ValidString(raw) {
			continue
		}
		if utf8.RuneCountInString(raw) < utf8.RuneCountInString(w) && letters(raw) {
			return raw
		}
	}
	return ""
}

// upperLead undoes a lower-casing that met the first half of a letter:
// "Bydã©n" was "BydÃ©n".
func upperLead(word string) string {
	return strings.NewReplacer("ã", "Ã", "â", "Â", "å", "Å").Replace(word)
}
