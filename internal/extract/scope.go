package extract

import (
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// scope is a sentence about how complete the document's lists are.
type scope struct {
	block   int
	partial bool
	remark  *fact.Remark
}

// findScopes reads the sentences that call a list partial or complete, and
// tells the entries of the lists they speak of.
func (x *extractor) findScopes() {
	if len(x.logged) == 0 {
		return
	}
	for i, b := range x.doc.Blocks {
		if !x.marks[i].has(markHedge) || b.Kind == source.Code || b.Kind == source.Cell || b.Kind == source.Item {
			continue
		}
		token.Sentences(x.doc.Text, b.Span.Start, b.Span.End, func(s, e int) {
			x.scopeSentence(i, source.Span{Start: s, End: e})
		})
	}
	for _, d := range x.logged {
		d.fact.Partial, d.fact.Complete = x.scopeOf(d.block)
	}
}

func (x *extractor) scopeSentence(block int, s source.Span) {
	toks := x.tokens(s)
	if !speaksOfList(toks) && !(x.doc.Blocks[block].Kind == source.Heading && selects(toks)) {
		return
	}
	for i := range toks {
		_, partial := lexicon.MatchPartial(toks, i)
		_, complete := lexicon.MatchComplete(toks, i)
		if !partial && !complete {
			continue
		}
		base := x.base(block, s)
		x.scopes = append(x.scopes, scope{block, partial, &fact.Remark{Place: base.Place, Text: base.Surface}})
		x.facts = append(x.facts, &fact.Scope{Base: base, Partial: partial, Complete: !partial, Sentence: base.Surface})
		return
	}
}

// speaksOfList reports whether a sentence is about a list and not only uses
// "including": it names a list or ends in a colon.
func speaksOfList(toks []token.Token) bool {
	for _, t := range toks {
		switch t.Lower {
		case "list", "lists", "listed", "listing", "below", "following", "table", "log", "selection", "highlights", "entered", "recorded", "overview", "entries":
			return true
		}
	}
	return len(toks) > 0 && toks[len(toks)-1].Text == ":"
}

// selects reports whether a heading says of its list that it is a choice:
// "Selected contacts", "Highlights of the year".
func selects(toks []token.Token) bool {
	for i := range toks[:min(2, len(toks))] {
		switch toks[i].Lower {
		case "selected", "selection", "highlights", "examples", "main", "key", "notable", "principal", "recent":
			return true
		}
	}
	return false
}

// scopeOf finds what the document says of the list in which a block stands:
// the last such sentence before it, under one of the headings above it or in
// the same section.
func (x *extractor) scopeOf(block int) (partial *fact.Remark, complete bool) {
	for i := len(x.scopes) - 1; i >= 0; i-- {
		s := x.scopes[i]
		if s.block > block && !x.sameSection(s.block, block) {
			continue
		}
		if !x.governs(s.block, block) {
			continue
		}
		if s.partial {
			return s.remark, false
		}
		return nil, true
	}
	return nil, false
}

func (x *extractor) sameSection(a, b int) bool {
	return x.doc.Blocks[a].Heading == x.doc.Blocks[b].Heading
}

// governs reports whether a sentence in block s speaks of a list at block b:
// it stands in the list's own section or one that encloses it. A document
// whose headings are all of one level (as headings found by their look are)
// is governed by what its overview says.
func (x *extractor) governs(s, b int) bool {
	if x.sameSection(s, b) || x.doc.Blocks[s].Heading == source.None {
		return true
	}
	for _, h := range x.doc.HeadingPath(b) {
		if h == x.doc.Blocks[s].Heading {
			return true
		}
	}
	return s < b && x.flat()
}

// flat reports whether the document's headings are found by look only, so
// that their levels tell little.
func (x *extractor) flat() bool { return x.doc.Format == "text" }
