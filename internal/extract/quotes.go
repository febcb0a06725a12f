package extract

import (
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// longestQuote bounds how far a closing mark is looked for, in bytes.
const longestQuote = 2000

// quotesOf are the stretches of a block between quotation marks. Inside them
// somebody else speaks. A mark without a partner in the block opens nothing.
func (x *extractor) quotesOf(block int) []source.Span {
	if q, ok := x.quotes[block]; ok {
		return q
	}
	q := quotesIn(x.doc.Text, x.doc.Blocks[block].Span)
	x.quotes[block] = q
	return q
}

func quotesIn(whole string, s source.Span) []source.Span {
	var out []source.Span
	text := whole[s.Start:s.End]
	for i := 0; i < len(text); {
		k := strings.IndexAny(text[i:], "\"“")
		if k < 0 {
			break
		}
		open := i + k
		mark, width := "\"", 1
		if text[open] != '"' {
			mark, width = "”", len("“")
		}
		rest := text[open+width:]
		end := strings.Index(rest[:min(len(rest), longestQuote)], mark)
		if end < 0 {
			i = open + width
			continue
		}
		stop := open + width + end + len(mark)
		out = append(out, source.Span{Start: s.Start + open, End: s.Start + stop})
		i = stop
	}
	return out
}

// quoted reports whether a span of a block lies within quotation marks.
func (x *extractor) quoted(block int, s source.Span) bool {
	q := x.quotesOf(block)
	i := sort.Search(len(q), func(i int) bool { return q[i].End > s.Start })
	return i < len(q) && q[i].Contains(s) || x.literal(s)
}

// literal reports whether a span lies within inline code.
func (x *extractor) literal(s source.Span) bool {
	l := x.doc.Literal
	i := sort.Search(len(l), func(i int) bool { return l[i].End >= s.End })
	return i < len(l) && l[i].Contains(s)
}
