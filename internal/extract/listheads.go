package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
)

// findHeaded makes facts of the headings of a section that a sentence at its
// beginning counts: "There are three ways to pay."
func (x *extractor) findHeaded(claims map[int]bool) {
	children := map[int][]int{}
	var parents []int
	for i, b := range x.doc.Blocks {
		if b.Kind != source.Heading || b.Heading == source.None {
			continue
		}
		if children[b.Heading] == nil {
			parents = append(parents, b.Heading)
		}
		children[b.Heading] = append(children[b.Heading], i)
	}
	for _, h := range parents {
		kids := children[h]
		intro := kids[0] - 1
		if len(kids) < 2 || len(kids) > longestHeaded || intro <= h || x.doc.Blocks[intro].Kind != source.Paragraph || x.doc.Blocks[intro].List != source.None || x.doc.Blocks[intro].Quoted {
			continue
		}
		if _, done := claims[intro]; done {
			continue // a list stands beside it
		}
		claims[intro] = x.listClaims(intro)
		if claims[intro] {
			x.facts = append(x.facts, x.headedFact(intro, kids))
		}
	}
}

// longestHeaded is how many headings of one section a sentence counts.
const longestHeaded = 40

// headedFact describes the headings as a list. Where some of them are
// numbered, those are meant; others that do not begin alike may be about
// something else.
func (x *extractor) headedFact(intro int, kids []int) *fact.List {
	alike, numbered := x.alike(kids)
	f := &fact.List{Intro: intro, Before: source.None, After: source.None, Shape: "headings", Spare: max(len(kids)-max(len(alike), 1), 0)}
	if numbered {
		kids, f.Spare = alike, 0
	}
	for _, k := range kids {
		b := x.doc.Blocks[k]
		f.Items = append(f.Items, x.place(k, b.Span))
		f.Heads = append(f.Heads, headStems(x.tokens(b.Span)))
		f.Labels = append(f.Labels, 0)
	}
	f.Base = fact.Base{Place: f.Items[0]}
	f.Span.End = f.Items[len(f.Items)-1].Span.End
	return f
}

// alike are the headings that are numbered, or else those that share their
// first word: "Option A", "Option B".
func (x *extractor) alike(kids []int) (same []int, isNumbered bool) {
	var numbered []int
	first := map[string][]int{}
	best := ""
	for _, k := range kids {
		text := strings.TrimLeft(x.doc.TextOf(x.doc.Blocks[k]), " *_")
		if _, _, ok := readNumber(text, 0, "."); ok {
			numbered = append(numbered, k)
		}
		w := strings.Clone(lexicon.Stem(strings.ToLower(firstWord(text))))
		if first[w] = append(first[w], k); w != "" && len(first[w]) > len(first[best]) {
			best = w
		}
	}
	if len(numbered) > 1 {
		return numbered, true
	}
	return slices.Clone(first[best]), false
}
