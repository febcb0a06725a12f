package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// wordsOf appends the words of a span. gap tells that words may be missing
// before the first one; what stands in skip is left out, with a gap.
func (q *quoter) wordsOf(dst []fact.QuotedWord, s source.Span, gap bool, skip []stretch) []fact.QuotedWord {
	text := q.x.doc.Text
	square := false
	for i := s.Start; i < s.End; {
		for len(skip) > 0 && skip[0].outer.End <= i {
			skip = skip[1:]
		}
		if len(skip) > 0 && skip[0].outer.Start <= i {
			i, gap = skip[0].outer.End, true
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if whole, end, ok := capped(text[:s.End], i); ok {
			dst = append(dst, fact.QuotedWord{Text: q.x.own(whole), Start: int32(i), End: int32(end), Gap: gap})
			gap, i = false, end
			continue
		}
		switch {
		case r == '[':
			square, gap = true, true
		case r == ']':
			square, gap = false, true
		case r == '…', r == '.' && strings.HasPrefix(text[i:], "..."), r == '.' && strings.HasPrefix(text[i:], ". . ."):
			gap = true
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			end := saidWordEnd(text[:s.End], i)
			dst = append(dst, fact.QuotedWord{Text: q.x.own(text[i:end]), Start: int32(i), End: int32(end), Gap: gap, Changed: square})
			gap, i = false, end
			continue
		case r == '%':
			dst = append(dst, fact.QuotedWord{Text: "percent", Start: int32(i), End: int32(i + 1), Gap: gap, Changed: square})
			gap = false
		}
		i += size
	}
	return dst
}

// saidWordEnd is where the word at i ends: apostrophes between letters and points
// between figures belong to it.
func saidWordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			if !((r == '\'' || r == '’') && unicode.IsLetter(next) || (r == '.' || r == ',') && unicode.IsDigit(next) && unicode.IsDigit(before)) {
				return i
			}
		}
		i += size
	}
	return i
}

// capped reads a word whose first letter stands in square brackets, as where a
// quotation begins in mid-sentence: "[T]he".
func capped(text string, i int) (word string, end int, ok bool) {
	if text[i] != '[' {
		return "", 0, false
	}
	r, size := utf8.DecodeRuneInString(text[i+1:])
	rest := i + 1 + size
	if !unicode.IsLetter(r) || rest+1 >= len(text) || text[rest] != ']' {
		return "", 0, false
	}
	if r, _ := utf8.DecodeRuneInString(text[rest+1:]); !unicode.IsLetter(r) {
		return "", 0, false
	}
	end = saidWordEnd(text, rest+1)
	return text[i+1:rest] + text[rest+1:end], end, true
}
