package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
)

// leastPart is the smallest figure that may tell, by itself, that a sentence
// and a table speak of the same thing.
const leastPart = 100

// sharesOfOthers reads "2,118 (7.7 per cent)" where no whole is named.
func (s *sumSentence) sharesOfOthers() {
	const most = 4 // tokens between the part and its share
	for i := 0; i+1 < len(s.q); i++ {
		part, share := &s.q[i], &s.q[i+1]
		if !s.counts(part) || !part.fig.Value.IsInteger() || part.fig.Value.IntPart() < leastPart || !share.Is(quantity.Percent) || !share.Exact || !s.isShare(share) {
			continue
		}
		if share.Start-part.End > most || !s.joins(part.End, share.Start) || share.End < len(s.toks) && s.toks[share.End].Lower == "of" {
			continue
		}
		s.x.facts = append(s.x.facts, &fact.ShareOf{
			Base: fact.Base{Place: share.fig.Place, Surface: surface(s.x.doc.Text[share.fig.Span.Start:share.fig.Span.End])},
			Part: part.fig, Share: share.fig, Names: s.x.documentNames(),
		})
	}
}

// counts reports whether a quantity counts something: behind a name only with
// its thousands parted, for "Lund 2118" may be a number that Lund bears.
func (s *sumSentence) counts(q *statedFigure) bool {
	if q.plain() {
		return true
	}
	open := *q
	open.Flags &^= quantity.NotACount
	return open.plain() && q.Start+1 == q.End && strings.Contains(s.toks[q.Start].Text, ",")
}

// wholes gives the columns of counts that have a total, for shares that are
// told elsewhere.
func (s *sumTable) wholes() {
	for r, class := range s.rows {
		if class != rowTotal {
			continue
		}
		for c := range s.headers {
			if !s.has[r][c] || s.cells[r][c].percent || !s.additive(c) {
				continue
			}
			w := &fact.Whole{Total: s.figure(r, c), Names: s.x.documentNames()}
			for i, k := range s.rows {
				if k == rowPlain && s.has[i][c] && s.cells[i][c].value.IsInteger() && s.cells[i][c].value.IntPart() >= leastPart {
					w.Parts = append(w.Parts, s.figure(i, c))
				}
			}
			if len(w.Parts) >= 2 {
				w.Base = fact.Base{Place: w.Total.Place, Surface: surface(s.x.doc.Text[w.Total.Span.Start:w.Total.Span.End])}
				s.x.facts = append(s.x.facts, w)
			}
		}
	}
}

// documentNames are the names that the whole document uses, read when they
// are first asked for.
func (x *extractor) documentNames() fact.NameSet {
	if x.shownNames == nil {
		var names []string
		for i, b := range x.doc.Blocks {
			if b.Kind == source.Code {
				continue
			}
			if len(names) >= mostNames {
				break
			}
			namesIn(x.doc.Text[b.Span.Start:min(b.Span.End, b.Span.Start+longestText)], b.Kind == source.Cell || b.Kind == source.Heading || i < titleBlocks, func(w string) { names = append(names, w) })
		}
		x.shownNames = fact.NewNameSet(names)
	}
	return x.shownNames
}
