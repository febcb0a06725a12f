package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
)

// narrow leaves out of a replacement the words that do not change, from both
// ends, so that their markup and line ends stay. Where nothing would be left
// of either side, one word is kept: an insertion needs a place to hold on to,
// and a deletion must not leave two blanks.
func narrow(text string, place source.Span, with string) (source.Span, string) {
	old, repl := words(text[place.Start:place.End]), words(with)
	if len(old) == 0 || len(repl) == 0 {
		return place, with
	}
	was, now := text[place.Start:place.End], with
	same := func(i, k int) bool { return was[old[i].Start:old[i].End] == now[repl[k].Start:repl[k].End] }
	head, tail := 0, 0
	most := min(len(old), len(repl))
	for head < most && same(head, head) {
		head++
	}
	for tail < most-head && same(len(old)-1-tail, len(repl)-1-tail) {
		tail++
	}
	if head == len(old) && head == len(repl) {
		return source.Span{Start: place.Start, End: place.Start}, ""
	}
	if head+tail == most {
		if head > 0 {
			head--
		} else {
			tail--
		}
	}
	o, r := old[head:len(old)-tail], repl[head:len(repl)-tail]
	at := source.Span{Start: place.Start + o[0].Start, End: place.Start + o[len(o)-1].End}
	return unpunctuated(text, at, spaced(now, r, was, o))
}

// unpunctuated leaves out the punctuation that both sides have in common at their ends.
func unpunctuated(text string, at source.Span, with string) (source.Span, string) {
	for {
		old := text[at.Start:at.End]
		a, n := utf8.DecodeRuneInString(old)
		b, _ := utf8.DecodeRuneInString(with)
		if a != b || !unicode.IsPunct(a) || n >= len(old) || n >= len(with) {
			break
		}
		at.Start, with = at.Start+n, with[n:]
	}
	for {
		old := text[at.Start:at.End]
		a, n := utf8.DecodeLastRuneInString(old)
		b, _ := utf8.DecodeLastRuneInString(with)
		if a != b || !unicode.IsPunct(a) || n >= len(old) || n >= len(with) {
			return at, with
		}
		at.End, with = at.End-n, with[:len(with)-n]
	}
}

// spaced are the words of a text with the white space of another one between
// them, as far as that goes: line ends stay where they were.
func spaced(now string, words []source.Span, was string, spaces []source.Span) string {
	var b strings.Builder
	for i, w := range words {
		switch {
		case i > 0 && i < len(spaces):
			b.WriteString(was[spaces[i-1].End:spaces[i].Start])
		case i > 0:
			b.WriteString(now[words[i-1].End:w.Start])
		}
		b.WriteString(now[w.Start:w.End])
	}
	return b.String()
}

// words are the stretches of s without white space.
func words(s string) []source.Span {
	var out []source.Span
	at := 0
	for w := range strings.FieldsFuncSeq(s, unicode.IsSpace) {
		at += strings.Index(s[at:], w)
		out = append(out, source.Span{Start: at, End: at + len(w)})
		at += len(w)
	}
	return out
}
