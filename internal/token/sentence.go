package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// LongestSentence bounds a sentence, in bytes. No person writes one as long;
// what is longer is data, and whoever reads a sentence may take time and
// memory for all of it at once.
const LongestSentence = 32 << 10

// Sentences calls fn with the start and end (byte offsets into text) of each
// sentence of text[start:end], trailing blanks left out. UAX #29 knows no
// abbreviations, so pieces that it cuts after one are joined again. What is
// longer than LongestSentence is cut at a blank.
func Sentences(text string, start, end int, fn func(start, end int)) {
	it := sentences.FromString(text[start:end])
	from := -1
	for it.Next() {
		s, e := start+it.Start(), start+it.End()
		if from < 0 {
			from = s
		}
		if e < end && !ends(text[from:e], text[e:end]) {
			continue
		}
		emit(text, from, e, fn)
		from = -1
	}
	if from >= 0 {
		emit(text, from, end, fn)
	}
}

func emit(text string, s, e int, fn func(int, int)) {
	for e-s > LongestSentence {
		cut := s + LongestSentence
		for i := range utf8.UTFMax {
			if utf8.RuneStart(text[cut-i]) {
				cut -= i
				break
			}
		}
		if i := strings.LastIndexByte(text[s:cut], ' '); i > 0 {
			cut = s + i
		}
		trim(text, s, cut, fn)
		s = cut
	}
	trim(text, s, e, fn)
}

// trim calls fn with what is left of a stretch without the blanks around it.
func trim(text string, s, e int, fn func(int, int)) {
	for s < e && asciiSpace(text[s]) {
		s++
	}
	for e > s && asciiSpace(text[e-1]) {
		e--
	}
	if s < e {
		fn(s, e)
	}
}

func asciiSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// ends reports whether a sentence really ends between left and right. A soft
// line break never ends one by itself (UAX #29 breaks at every LF).
func ends(left, right string) bool {
	trimmed := strings.TrimRightFunc(left, unicode.IsSpace)
	if trimmed == "" {
		return false
	}
	core := strings.TrimRight(trimmed, "\"'”’)]")
	if core == "" {
		return false
	}
	switch core[len(core)-1] {
	case '!', '?', ':':
		return core[len(core)-1] != ':'
	case '.':
	default:
		r, _ := utf8.DecodeLastRuneInString(core)
		return r == '…' || r == '。'
	}
	word := core[strings.LastIndexFunc(core, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == '[' || r == '“' || r == '"' })+1:]
	word = strings.TrimLeft(word, "(\"'“‘[")
	if !abbreviated(word) {
		return true
	}
	return endsAnyway(word, right)
}

// abbreviated reports whether a word that ends in a full stop is likely an
// abbreviation or an initial.
func abbreviated(word string) bool {
	stem := strings.TrimSuffix(word, ".")
	if stem == "" {
		return false
	}
	if r, n := utf8.DecodeRuneInString(stem); n == len(stem) && unicode.IsUpper(r) {
		return r != 'I'
	}
	if strings.Contains(stem, ".") && !strings.ContainsAny(stem, "0123456789") && len(stem) <= 6 {
		return true
	}
	return isAbbreviation(strings.ToLower(stem))
}

// endsAnyway settles the case of an abbreviation before a capital: "in the
// U.S. The next" ends, "Lt. Gen. Zaluzhny" does not.
func endsAnyway(word, right string) bool {
	right = strings.TrimLeftFunc(right, unicode.IsSpace)
	next := right
	if i := strings.IndexFunc(right, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		next = right[:i]
	}
	if !isSentenceAbbreviation(strings.ToLower(word)) {
		return false
	}
	switch next {
	case "The", "A", "An", "In", "On", "He", "She", "It", "They", "We", "I", "This", "That", "These", "Those", "But", "And", "At", "There", "If", "When", "After", "Before", "His", "Her", "Its", "Their", "For", "As", "No":
		return true
	}
	return false
}

// isAbbreviation lists English abbreviations after which a sentence goes on,
// without their final full stop.
func isAbbreviation(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "dr", "prof", "sr", "jr", "st", "rev", "fr", "hon", "messrs",
		"gen", "lt", "col", "maj", "capt", "cpt", "sgt", "cpl", "adm", "cmdr", "brig", "pvt", "gov", "sen", "rep", "pres", "amb", "supt", "insp",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
		"no", "nos", "art", "arts", "sec", "secs", "fig", "figs", "eq", "eqs", "ch", "chap", "vol", "vols", "pp", "p", "ed", "eds", "para", "app", "cf", "viz", "approx", "ca", "c", "b", "d", "vs", "v", "etc", "al", "inc", "ltd", "co", "corp", "dept", "univ", "est", "incl", "resp", "i.e", "e.g", "mt", "ft", "cllr":
		return true
	}
	return false
}

// isSentenceAbbreviation lists abbreviations that end a sentence as often as
// they stand inside one.
func isSentenceAbbreviation(w string) bool {
	switch w {
	case "u.s.", "u.k.", "u.n.", "e.u.", "a.m.", "p.m.", "etc.", "inc.", "ltd.", "co.", "corp.", "jr.", "sr.", "al.", "d.c.", "b.c.", "a.d.":
		return true
	}
	return false
}
