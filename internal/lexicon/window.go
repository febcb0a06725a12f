package lexicon

import (
	"strings"

	"github.com/concordlint/concord/internal/token"
)

// windowSize bounds the length of any phrase in the lexicon, in words.
const windowSize = 14

// word is one word of a window.
type word struct {
	// s is the lower-case form without a possessive ending.
	s string
	// end is the index of the token after the word and its full stop.
	end int
	// cap: begins with a capital; upper: all letters are capitals; poss:
	// ends in 's; comma: a comma stands before it; hyphen: a hyphen joins
	// it to the word before.
	cap, upper, poss, comma, hyphen bool
}

// window is the run of words at a token, read once for all matchers: hyphens
// inside compounds, full stops after abbreviations and "&" are seen through.
// It ends at any other punctuation. It lives on the stack.
type window struct {
	w [windowSize]word
	n int
}

// read fills the window from token i.
func (v *window) read(toks []token.Token, i int) {
	v.n = 0
	comma, hyphen := false, false
	for i < len(toks) && v.n < windowSize {
		t := &toks[i]
		if t.Kind == token.Punct {
			switch {
			case t.Text == "&" && v.n > 0:
				v.w[v.n] = word{s: "and", end: i + 1}
				v.n++
			case t.Text == "+" && v.n > 0 && !t.Space:
				v.w[v.n] = word{s: "+", end: i + 1}
				v.n++
			case t.Text == "," && v.n > 0 && !comma:
				comma = true
				i++
				continue
			default:
				return
			}
			i++
			continue
		}
		v.w[v.n] = wordOf(t, i, comma, hyphen)
		comma, hyphen = false, false
		i++
		if i < len(toks) && toks[i].Text == "." && !toks[i].Space && abbreviation(v.w[v.n].s) {
			i++
			v.w[v.n].end = i
			i = v.possessiveAfterStop(toks, i)
		}
		if i+1 < len(toks) && isHyphen(toks[i].Text) && !toks[i].Space && !toks[i+1].Space && toks[i+1].Kind != token.Punct {
			hyphen = true
			i++
		}
		v.n++
	}
}

// possessiveAfterStop reads the "'s" that stands apart after a full stop, as
// in "U.S.'s".
func (v *window) possessiveAfterStop(toks []token.Token, i int) int {
	if i+1 < len(toks) && !toks[i].Space && (toks[i].Text == "'" || toks[i].Text == "’") && toks[i+1].Lower == "s" && !toks[i+1].Space {
		v.w[v.n].poss = true
		v.w[v.n].end = i + 2
		return i + 2
	}
	return i
}

func wordOf(t *token.Token, i int, comma, hyphen bool) word {
	x := word{s: t.Lower, end: i + 1, comma: comma, hyphen: hyphen, cap: t.Cap()}
	if x.cap {
		x.upper = isUpper(t.Text)
	}
	if strings.IndexByte(x.s, '\'') >= 0 {
		x.s = t.Stem()
		x.poss = len(x.s) != len(t.Lower)
	}
	return x
}

func isHyphen(s string) bool { return s == "-" || s == "\u2010" || s == "\u2011" }

// isUpper reports whether s has no lower-case ASCII letter, a possessive
// ending apart.
func isUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\'' || c == 0xe2:
			return i > 0
		case c == 's' && i > 1 && i == len(s)-1: // MPs
		case c >= 'a' && c <= 'z':
			return false
		}
	}
	return true
}

// abbreviation reports whether a full stop after the lower-case word may
// belong to it.
func abbreviation(s string) bool {
	if len(s) == 1 || len(s) <= 5 && strings.IndexByte(s, '.') > 0 {
		return true
	}
	switch s {
	case "mr", "mrs", "ms", "dr", "prof", "rev", "fr", "hon", "messrs", "mme", "mlle", "st", "revd",
		"gen", "lt", "col", "maj", "capt", "cpt", "sgt", "cpl", "adm", "cmdr", "cdr", "brig", "pvt", "vice", "insp", "supt", "msgt", "ssgt",
		"gov", "sen", "rep", "pres", "amb", "sec", "min", "dep", "asst", "del", "cllr", "chmn", "atty", "dir", "ret", "etc", "incl":
		return true
	}
	return false
}

// phrase is one entry of a table of phrases: lower-case words joined by single
// blanks, which are not split before they are compared, so that the tables are
// quick to build.
type phrase[V any] struct {
	text  string
	words int
	value V
}

// phrases finds phrases by their first word, longest first.
type phrases[V any] map[string][]phrase[V]

// add puts a phrase of blank- or hyphen-separated lower-case words into the
// table; of equal phrases the first one stays.
func (p phrases[V]) add(text string, value V) {
	if strings.IndexByte(text, '-') >= 0 {
		text = strings.ReplaceAll(text, "-", " ")
	}
	first, _, _ := strings.Cut(text, " ")
	words := strings.Count(text, " ") + 1
	list := p[first]
	at := len(list)
	for at > 0 && list[at-1].words < words {
		at--
	}
	list = append(list, phrase[V]{})
	copy(list[at+1:], list[at:])
	list[at] = phrase[V]{text: text, words: words, value: value}
	p[first] = list
}

// find returns the value of a phrase by its text alone, in any case.
func (p phrases[V]) find(text string) (value V, ok bool) {
	text = strings.ReplaceAll(strings.ToLower(text), "-", " ")
	first, _, _ := strings.Cut(text, " ")
	for _, c := range p[first] {
		if c.text == text {
			return c.value, true
		}
	}
	return value, false
}

// match finds the longest phrase at word k of the window that accept takes,
// and the number of its words.
func (p phrases[V]) match(v *window, k int, accept func(value V, n int) bool) (value V, n int) {
	list := p[v.w[k].s]
	for i := range list {
		if n := list[i].words; v.has(k, list[i].text, n) && (accept == nil || accept(list[i].value, n)) {
			return list[i].value, n
		}
	}
	return value, 0
}

// has reports whether the n words of text stand at k, uncut by commas or
// possessives.
func (v *window) has(k int, text string, n int) bool {
	if k+n > v.n {
		return false
	}
	for i := k; i < k+n; i++ {
		w := &v.w[i]
		if !strings.HasPrefix(text, w.s) || i > k && (w.comma || v.w[i-1].poss) {
			return false
		}
		text = text[len(w.s):]
		if i+1 < k+n {
			if text == "" || text[0] != ' ' {
				return false
			}
			text = text[1:]
		}
	}
	return text == ""
}

// lines calls fn with each line of a data file that is neither blank nor a
// comment (#).
func lines(data string, fn func(line string)) {
	for line := range strings.Lines(data) {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '#' {
			fn(line)
		}
	}
}

// fields splits a line of a data file at sep and trims the parts.
func fields(line, sep string) []string {
	parts := strings.Split(line, sep)
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// list splits a comma-separated list, leaving out empty parts.
func list(s string) []string {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return fields(s, ",")
}
