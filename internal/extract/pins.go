package extract

import (
	"fmt"
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
)

const (
	// mostPins bounds the markers that are followed in one document, and
	// mostPatterns those of them that search it from end to end.
	mostPins     = 500
	mostPatterns = 50
	// shownOfPin bounds the places that a pin shows of what it counted.
	shownOfPin = 20
)

// findPins makes facts of the markers that bind a number to a source. What
// lies in other files is looked up by whoever may.
func (x *extractor) findPins() {
	pins, patterns := 0, 0
	for i, m := range x.doc.Marks {
		verb, rest, _ := strings.Cut(m.Words, " ")
		if !strings.HasPrefix(strings.ToLower(verb), "pi") {
			continue // a comment of another kind, or a slip for one
		}
		pins++
		p := &fact.Pin{Marker: x.markPlace(m), Source: strings.Clone(strings.TrimSpace(rest))}
		p.Base = fact.Base{Place: p.Marker, Surface: surface(x.doc.Text[m.Span.Start:m.Span.End])}
		x.facts = append(x.facts, p)
		if pins > mostPins {
			p.Problem = fmt.Sprintf("there are more than %d markers; neither this one nor those behind it are followed", mostPins)
			return
		}
		if verb != "pin" {
			p.Source = strings.Clone(m.Words)
			p.Problem = "the marker is not understood (there are: ignore, off, on, pin)"
			continue
		}
		parsePin(p)
		until := len(x.doc.Text)
		if i+1 < len(x.doc.Marks) {
			until = x.doc.Marks[i+1].At
		}
		if p.Problem != "" {
			continue
		}
		if !x.pinnedNumber(p, m.At, until) {
			p.Problem = "no number stands behind the marker, in its block or the next"
			continue
		}
		if p.Of == fact.PinMatches && p.File == "" {
			if patterns++; patterns > mostPatterns {
				p.Problem = "too many patterns in one document"
				continue
			}
		}
		x.countPinned(p, m.At)
	}
}

// markPlace is where a marker stands: in no block.
func (x *extractor) markPlace(m source.Mark) fact.Place {
	return fact.Place{Doc: x.n, Span: m.Span, Block: fact.None, Section: fact.None}
}

// blockBehind is the first block that ends behind an offset.
func (x *extractor) blockBehind(at int) int {
	return sort.Search(len(x.doc.Blocks), func(i int) bool { return x.doc.Blocks[i].Span.End > at })
}

// pinnedNumber finds the first number between at and until: in the block
// there, or, where the marker stands within a block, in the next one too. A
// number that is certainly no count, as a year, is taken only for want of
// another.
func (x *extractor) pinnedNumber(p *fact.Pin, at, until int) bool {
	b := x.blockBehind(at)
	blocks := 1
	if b < len(x.doc.Blocks) && x.doc.Blocks[b].Span.Start < at {
		blocks = 2
	}
	second := false
	for ; blocks > 0 && b < len(x.doc.Blocks); b, blocks = b+1, blocks-1 {
		s := x.doc.Blocks[b].Span
		if x.doc.Blocks[b].Kind == source.Code || s.Start >= until && until > at {
			break
		}
		toks := x.tokens(s)
		for i := range toks {
			if toks[i].Start < at {
				continue
			}
			if until > at && toks[i].Start >= until {
				break
			}
			q, _, ok := quantity.Parse(toks, i)
			if !ok || !q.Interval.Known || q.Vague || q.Is(quantity.None) {
				continue
			}
			weak := q.Is(quantity.YearLike | quantity.NotACount | quantity.OneOf | quantity.Percent | quantity.Money)
			if weak && second {
				continue
			}
			second = weak
			p.Base = x.base(b, source.Span{Start: toks[q.Start].Start, End: toks[q.End-1].End})
			p.Quantity = q
			if !weak {
				return true
			}
		}
	}
	return p.Place != p.Marker
}
