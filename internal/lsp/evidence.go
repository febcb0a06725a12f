package lsp

import (
	"context"
	"slices"

	"go.lsp.dev/protocol"

	"github.com/concordlint/concord/internal/verdict"
)

// Definition implements protocol.Server: from a claim to its evidence, and from
// a piece of evidence to the claims that it speaks for or against. Near misses
// do not count: References has them.
func (s *server) Definition(ctx context.Context, p *protocol.DefinitionParams) (protocol.DefinitionResult, error) {
	locations, err := s.evidence(ctx, p.TextDocument, p.Position, func(e verdict.Evidence) bool { return e.Role != verdict.NearMiss })
	if err != nil || len(locations) == 0 {
		return nil, err
	}
	return protocol.LocationSlice(locations), nil
}

// References implements protocol.Server: all evidence of a claim.
func (s *server) References(ctx context.Context, p *protocol.ReferenceParams) ([]protocol.Location, error) {
	return s.evidence(ctx, p.TextDocument, p.Position, func(verdict.Evidence) bool { return true })
}

// evidence lists the places of the evidence of the claims at a position, in
// the order of the evidence; where no claim stands, the claims for which the
// place is evidence.
func (s *server) evidence(ctx context.Context, id protocol.TextDocumentIdentifier, at protocol.Position, wanted func(verdict.Evidence) bool) ([]protocol.Location, error) {
	o, err := s.keeper.current(ctx)
	if err != nil {
		return nil, err
	}
	f, span, ok := s.asked(o, id, protocol.Range{Start: at, End: at})
	if !ok {
		return nil, nil
	}
	var out []protocol.Location
	add := func(p place) {
		if l := p.location(); !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	claims := s.claimsAt(f, span)
	for _, c := range claims {
		for _, e := range c.Evidence {
			if !wanted(e) {
				continue
			}
			if p, ok := s.placeOf(f.set, e.Place); ok {
				add(p)
			}
		}
	}
	if len(claims) == 0 {
		for _, c := range s.usesAt(f, span) {
			add(c.at)
		}
	}
	return out, nil
}

// DocumentHighlight implements protocol.Server: a claim with the evidence of it
// that stands in the same document.
func (s *server) DocumentHighlight(ctx context.Context, p *protocol.DocumentHighlightParams) ([]protocol.DocumentHighlight, error) {
	o, err := s.keeper.current(ctx)
	if err != nil {
		return nil, err
	}
	f, span, ok := s.asked(o, p.TextDocument, protocol.Range{Start: p.Position, End: p.Position})
	if !ok {
		return nil, nil
	}
	claims := s.claimsAt(f, span)
	if len(claims) == 0 {
		claims = s.usesAt(f, span)
	}
	var out []protocol.DocumentHighlight
	add := func(at place, kind protocol.DocumentHighlightKind) {
		h := protocol.DocumentHighlight{Range: at.rng, Kind: kind}
		if at.doc == f.doc && !slices.ContainsFunc(out, func(x protocol.DocumentHighlight) bool { return x.Range == h.Range }) {
			out = append(out, h)
		}
	}
	for _, c := range claims {
		add(c.at, protocol.DocumentHighlightKindWrite)
		for _, e := range c.Evidence {
			if p, ok := s.placeOf(f.set, e.Place); ok && e.Role != verdict.NearMiss {
				add(p, protocol.DocumentHighlightKindRead)
			}
		}
	}
	return out, nil
}
