package lsp

import (
	"go.lsp.dev/protocol"

	"github.com/concordlint/concord/internal/desk"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// place is where something stands, as an editor wants to know it.
type place struct {
	doc   *desk.Document
	text  *desk.Text
	span  source.Span // of the file as it is shown
	rng   protocol.Range
	words string // canonical text
}

// location is the place for the protocol.
func (p place) location() protocol.Location {
	return protocol.Location{URI: asURI(p.doc.URI), Range: p.rng}
}

// placeOf finds a place; false where its document is another by now.
func (s *server) placeOf(set *desk.Outcome, at fact.Place) (place, bool) {
	d := set.At(at.Doc)
	if d == nil {
		return place{}, false
	}
	t, err := d.Text()
	if err != nil || at.Span.Start < 0 || at.Span.End < at.Span.Start || at.Span.End > len(t.Doc.Text) {
		return place{}, false
	}
	span := t.Doc.FileSpan(at.Span)
	return place{d, t, span, s.rangeOf(t, span), t.Doc.Text[at.Span.Start:at.Span.End]}, true
}

// rangeOf is a span of a file as the editor counts.
func (s *server) rangeOf(t *desk.Text, span source.Span) protocol.Range {
	return protocol.Range{Start: s.position(t, span.Start), End: s.position(t, span.End)}
}

func (s *server) position(t *desk.Text, off int) protocol.Position {
	p := t.Lines.Position(off, s.can.wide)
	return protocol.Position{Line: uint32(p.Line), Character: uint32(p.Unit)} //nolint:gosec // bounded by the longest message
}

// claim is a verdict with the place of its claim.
type claim struct {
	*verdict.Verdict
	set *desk.Outcome
	at  place
}

// claimsAt are the claims that a span of a file touches, in their order.
func (s *server) claimsAt(f found, span source.Span) []claim {
	var out []claim
	for _, v := range f.doc.Claims {
		if p, ok := s.placeOf(f.set, v.Place); ok && touches(p.span, span) {
			out = append(out, claim{v, f.set, p})
		}
	}
	return out
}

// usesAt are the claims that have evidence which a span of a file touches.
func (s *server) usesAt(f found, span source.Span) []claim {
	var out []claim
	for _, v := range f.doc.Used {
		for _, e := range v.Evidence {
			if f.set.At(e.Place.Doc) != f.doc {
				continue
			}
			p, ok := s.placeOf(f.set, e.Place)
			if !ok || !touches(p.span, span) {
				continue
			}
			if c, ok := s.placeOf(f.set, v.Place); ok {
				out = append(out, claim{v, f.set, c})
			}
			break
		}
	}
	return out
}

func touches(a, b source.Span) bool { return a.Start <= b.End && b.Start <= a.End }

// asked is the document that a request is about, brought up to date, and the
// offsets of a range in it. It reports false for a document that is not known,
// or is none that can be read.
func (s *server) asked(o outcome, id protocol.TextDocumentIdentifier, r protocol.Range) (found, source.Span, bool) {
	f, ok := o.byURI[string(id.URI)]
	if !ok || f.doc.Failed {
		return found{}, source.Span{}, false
	}
	t, err := f.doc.Text()
	if err != nil {
		return found{}, source.Span{}, false
	}
	return f, source.Span{
		Start: t.Lines.Offset(positionOf(r.Start), s.can.wide), End: t.Lines.Offset(positionOf(r.End), s.can.wide),
	}, true
}
