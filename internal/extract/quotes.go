package extract

import (
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// longestQuote bounds how far a closing mark is looked for, in bytes.
const longestQuote = 2000

// findQuotes collects the stretches between quotation marks. Inside them
// somebody else speaks. A mark without a partner in its block opens nothing.
func (x *extractor) findQuotes() {
	for _, b := range x.doc.Blocks {
		if b.Kind == source.Code {
			continue
		}
		x.quotesIn(b.Span)
	}
}

func (x *extractor) quotesIn(s source.Span) {
	text := x.doc.Text[s.Start:s.End]
	for i := 0; i < len(text); {
		k := strings.IndexAny(text[i:], "\"“")
		if k < 0 {
			return
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
		x.quotes = append(x.quotes, source.Span{Start: s.Start + open, End: s.Start + stop})
		i = stop
	}
}

// quoted reports whether a span lies within quotation marks that hold more
// than the span itself: a quoted nickname or title is no speech.
func (x *extractor) quoted(s source.Span) bool {
	i := sort.Search(len(x.quotes), func(i int) bool { return x.quotes[i].End > s.Start })
	return i < len(x.quotes) && x.quotes[i].Contains(s) || x.literal(s)
}

// literal reports whether a span lies within inline code.
func (x *extractor) literal(s source.Span) bool {
	l := x.doc.Literal
	i := sort.Search(len(l), func(i int) bool { return l[i].End >= s.End })
	return i < len(l) && l[i].Contains(s)
}
