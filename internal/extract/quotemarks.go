package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
)

// stretch is what stands between a pair of quotation marks.
type stretch struct {
	outer, inner source.Span
	// open tells that no mark closes it: the next paragraph goes on.
	open bool
}

const (
	longestStretch = 4000 // bytes between two marks
	shortestSaid   = 16   // bytes; four words are no shorter
)

// stretchesIn finds the quotations of a text between double marks, or single
// ones as British texts have them. What is too short to tell whose words they
// are is left out.
func stretchesIn(text string, at int) []stretch {
	var out []stretch
	for i := 0; i < len(text); {
		open := nextMark(text, i)
		if open < 0 {
			break
		}
		r, width := utf8.DecodeRuneInString(text[open:])
		if !opens(text, open, width) {
			i = open + width
			continue
		}
		end, size := closing(text, open+width, r)
		if end < 0 {
			if r == '“' || r == '"' {
				out = append(out, stretch{source.Span{Start: at + open, End: at + len(text)}, source.Span{Start: at + open + width, End: at + len(text)}, true})
			}
			i = open + width
			continue
		}
		if end-open >= shortestSaid {
			out = append(out, stretch{outer: source.Span{Start: at + open, End: at + end + size}, inner: source.Span{Start: at + open + width, End: at + end}})
		}
		i = end + size
	}
	return out
}

// nextMark is where the next mark that may open a quotation stands at or
// behind i, -1 for none.
func nextMark(text string, i int) int {
	for ; i < len(text); i++ {
		switch text[i] {
		case '"':
			return i
		case '\'':
			if i == 0 || text[i-1] <= ' ' || text[i-1] == '(' {
				return i
			}
		case 0xE2, 0xC2: // the first bytes of the other marks
			switch r, _ := utf8.DecodeRuneInString(text[i:]); r {
			case '“', '„', '‘', '«':
				return i
			}
		}
	}
	return -1
}

// opens reports whether the mark at i may open a quotation: no letter stands
// before it and no blank behind.
func opens(text string, i, width int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	behind, _ := utf8.DecodeRuneInString(text[i+width:])
	return !(i > 0 && (unicode.IsLetter(before) || unicode.IsDigit(before))) && behind != utf8.RuneError && !unicode.IsSpace(behind)
}

// closing finds the mark that closes a quotation opened by mark r before from.
func closing(text string, from int, r rune) (end, size int) {
	limit := text[:min(len(text), from+longestStretch)]
	closer := "\""
	switch r {
	case '“':
		closer = "”"
	case '„':
		closer = "“"
	case '«':
		closer = "»"
	case '‘':
		closer = "’"
	case '\'':
		closer = "'"
	}
	for i := from; ; {
		k := strings.Index(limit[i:], closer)
		if k < 0 {
			return -1, 0
		}
		i += k
		_, size := utf8.DecodeRuneInString(text[i:])
		if r != '‘' && r != '\'' || closesSingle(text, i, size) {
			return i, size
		}
		i += size
	}
}

// closesSingle reports whether the single mark at i is no apostrophe: nothing
// of a word follows, and it stands behind a mark or what follows is one.
func closesSingle(text string, i, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	behind, _ := utf8.DecodeRuneInString(text[i+size:])
	switch {
	case unicode.IsLetter(behind), unicode.IsDigit(behind):
		return false
	case strings.ContainsRune(".,!?…;", before):
		return true
	case before == 's' && unicode.IsSpace(behind):
		return false // the plural's apostrophe
	}
	return !unicode.IsSpace(before)
}
