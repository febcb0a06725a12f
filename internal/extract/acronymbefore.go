package extract

import (
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// mostSought bounds how many acronyms of a document are looked for again.
const mostSought = 60

// usedBefore notes of each acronym's first explanation where the document uses
// the acronym before it; headings and code do not count.
func (x *extractor) usedBefore(fit []*fact.Acronym) {
	seen := map[string]bool{}
	for _, a := range fit {
		if len(seen) == mostSought {
			return
		}
		if seen[a.Surface] || len(a.Surface) < 3 {
			continue
		}
		seen[a.Surface] = true
		first := min(a.Span.Start, a.WordsAt.Span.Start)
		for at := 0; ; {
			n := strings.Index(x.doc.Text[at:first], a.Surface)
			if n < 0 {
				break
			}
			from := at + n
			at = from + len(a.Surface)
			if from > 0 && asciiLetter(x.doc.Text[from-1]) || gluedWord(x.doc.Text, at) {
				continue
			}
			if i := x.plainBlock(from, at); i >= 0 {
				p := x.place(i, source.Span{Start: from, End: at})
				a.Before = &p
				break
			}
		}
	}
}

// plainBlock is the block of running text in which a span stands, -1 for
// another one.
func (x *extractor) plainBlock(from, to int) int {
	i := sort.Search(len(x.doc.Blocks), func(i int) bool { return x.doc.Blocks[i].Span.End > from })
	if i == len(x.doc.Blocks) {
		return -1
	}
	b := x.doc.Blocks[i]
	if b.Span.Start > from || b.Span.End < to || b.Quoted || b.Kind != source.Paragraph && b.Kind != source.Item || x.literal(source.Span{Start: from, End: to}) {
		return -1
	}
	return i
}
