package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// backReach is how many lists up a sentence may point.
const backReach = 6

// findBack makes facts of sentences that point at a list further up ("the
// above four operations"), and of the list that bears the counted noun.
func (x *extractor) findBack(claims map[int]bool) {
	list := 0 // the first list that does not end before the block
	for i, b := range x.doc.Blocks {
		for list < len(x.doc.Lists) && before(&x.doc.Lists[list], i) {
			list++
		}
		if list == 0 || b.Kind != source.Paragraph && b.Kind != source.Item || b.Quoted || !x.marks[i].has(markNumber) || !strings.Contains(x.doc.TextOf(b), "above") {
			continue
		}
		x.pieces(b.Span, func(p source.Span) {
			token.Sentences(x.doc.Text, p.Start, p.End, func(s, e int) {
				if strings.Contains(x.doc.Text[s:e], "above") {
					x.pointsBack(i, source.Span{Start: s, End: e}, list, claims[i])
				}
			})
		})
	}
}

// before reports whether a list ends before block i.
func before(l *source.List, i int) bool {
	return len(l.Items) == 0 || l.Items[len(l.Items)-1].Last < i
}

// pointsBack finds the list that a sentence of block i points at. known tells
// that the block's claims are facts already.
func (x *extractor) pointsBack(i int, s source.Span, list int, known bool) {
	c := x.lastClaim(i, x.tokens(s))
	if c == nil || !c.Above || c.Aside || c.NounStem == "" {
		return
	}
	for k, tried := list-1, 0; k >= 0 && tried < backReach; k-- {
		l := &x.doc.Lists[k]
		if l.Kind == source.Dated || len(l.Items) == 0 || l.Depth > 0 || l.Heading != x.doc.Blocks[i].Heading {
			continue
		}
		tried++
		intro, _, after := x.aroundList(l)
		if after == i {
			return // the list right above it has been looked at
		}
		f := x.listFact(k, intro, source.None, source.None)
		if !slices.Contains(f.Called, c.NounStem) {
			continue
		}
		f.Intro, f.After = source.None, i
		x.facts = append(x.facts, f)
		if !known {
			x.facts = append(x.facts, c)
		}
		return
	}
}

// looksBack marks a claim that says "these" of the list right above it.
func looksBack(c *fact.ListClaim, toks []token.Token) {
	if toks[0].Lower == "these" && len(toks) > 1 && toks[1].Start == c.NumberAt.Span.Start && !c.Colon && !c.Following && !c.Ends {
		c.Above, c.These, c.Aside = true, true, false
	}
}
