package lsp

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/concordlint/concord/internal/desk"
	"github.com/concordlint/concord/internal/verdict"
)

// told is what the editor has been told of each document. It is the worker's.
type told struct {
	s    *server
	last map[string]said // by URI
	// trouble is what could not be read, told once.
	trouble map[string]bool
}

// said is what was sent last for a document.
type said struct {
	text    string // the diagnostics, encoded
	version int32
	open    bool
}

func newTold(s *server) *told {
	return &told{s: s, last: map[string]said{}, trouble: map[string]bool{}}
}

// tell sends the diagnostics that are not the ones sent before: of documents
// that have changed, and of those in which something else is to be said because
// of it. Those of documents that are gone are taken back.
func (t *told) tell(ctx context.Context, sets []*desk.Outcome) {
	now := map[string]said{}
	pulled := false
	for _, set := range sets {
		t.notes(set)
		for _, d := range set.Documents {
			if !set.Speaks(d) {
				continue
			}
			list := t.s.diagnostics(set, d)
			next := said{string(encoded(list)), d.Version, d.Open}
			before, known := t.last[d.URI]
			if len(list) > 0 || d.Open {
				now[d.URI] = next
			}
			if next == before || !known && len(list) == 0 {
				continue
			}
			if t.s.can.pull && d.Open {
				pulled = true
				continue
			}
			t.send(ctx, d.URI, list, &next)
		}
	}
	for _, uri := range slices.Sorted(maps.Keys(t.last)) {
		if _, still := now[uri]; !still && t.last[uri].text != none {
			t.send(ctx, uri, nil, nil)
		}
	}
	t.last = now
	if pulled && t.s.can.refresh {
		t.s.keeper.aside(func(ctx context.Context) { _ = t.s.client.DiagnosticRefresh(ctx) })
	}
}

// none is how no diagnostics are encoded.
const none = "[]"

func encoded(list []protocol.Diagnostic) []byte {
	if len(list) == 0 {
		return []byte(none)
	}
	var out []byte
	for i := range list {
		b, err := protocol.Marshal(&list[i])
		if err != nil {
			continue
		}
		out = append(append(out, b...), '\n')
	}
	return out
}

func (t *told) send(ctx context.Context, uri string, list []protocol.Diagnostic, of *said) {
	if list == nil {
		list = []protocol.Diagnostic{}
	}
	p := &protocol.PublishDiagnosticsParams{URI: asURI(uri), Diagnostics: list}
	if of != nil && of.open && t.s.can.versions {
		p.Version = protocol.NewOptional(of.version)
	}
	_ = t.s.client.PublishDiagnostics(ctx, p) // if the editor is gone, the worker ends soon
}

// notes tells of what could not be read, each once.
func (t *told) notes(set *desk.Outcome) {
	for _, n := range set.Notes {
		line := fmt.Sprintf("%s: %s", n.File, n.Message)
		if n.Kind == "empty" || t.trouble[line] {
			continue
		}
		t.trouble[line] = true
		t.s.log(protocol.MessageTypeWarning, line)
	}
}

// diagnostics are the findings of a document.
func (s *server) diagnostics(set *desk.Outcome, d *desk.Document) []protocol.Diagnostic {
	out := []protocol.Diagnostic{}
	for _, v := range d.Claims {
		if !set.Shown(v) {
			continue
		}
		if p, ok := s.placeOf(set, v.Place); ok {
			out = append(out, s.diagnostic(claim{v, set, p}))
		}
	}
	return out
}

// diagnostic is one finding.
func (s *server) diagnostic(c claim) protocol.Diagnostic {
	d := protocol.Diagnostic{
		Range: c.at.rng, Severity: severity(c.Severity), Code: protocol.String(c.Rule),
		Source: protocol.NewOptional("concord"), Message: protocol.String(c.Message),
	}
	if url := s.options.DocsURL(c.Rule); url != "" && s.can.docsLinks {
		d.CodeDescription = protocol.CodeDescription{Href: asURI(url)}
	}
	if !s.can.related {
		return d
	}
	for _, e := range c.Evidence {
		if p, ok := s.placeOf(c.set, e.Place); ok {
			d.RelatedInformation = append(d.RelatedInformation, protocol.DiagnosticRelatedInformation{
				Location: p.location(), Message: evidenceLine(e, p),
			})
		}
	}
	return d
}

func severity(s verdict.Severity) protocol.DiagnosticSeverity {
	switch s {
	case verdict.Error:
		return protocol.DiagnosticSeverityError
	case verdict.Warning:
		return protocol.DiagnosticSeverityWarning
	}
	return protocol.DiagnosticSeverityInformation
}

// roleNames are the roles of evidence in words.
func roleName(r verdict.Role) string {
	switch r {
	case verdict.Contradicts:
		return "contradicted by"
	case verdict.NearMiss:
		return "near miss, not counted"
	case verdict.Defines:
		return "see also"
	case verdict.Partial:
		return "not meant to be complete"
	}
	return string(r)
}

// evidenceWords bounds how much of the words of a piece of evidence is shown.
const evidenceWords = 120

// evidenceLine is a piece of evidence in a line.
func evidenceLine(e verdict.Evidence, p place) string {
	line := roleName(e.Role)
	if e.Note != "" {
		line += ", " + e.Note
	}
	return line + ": " + shorten(oneLine(p.words), evidenceWords)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shorten cuts a text behind most characters.
func shorten(s string, most int) string {
	for i := range s {
		if most--; most < 0 {
			return s[:i] + "…"
		}
	}
	return s
}

// Diagnostic implements protocol.Server: for editors that ask.
func (s *server) Diagnostic(ctx context.Context, p *protocol.DocumentDiagnosticParams) (protocol.DocumentDiagnosticReport, error) {
	o, err := s.keeper.current(ctx)
	if err != nil {
		return nil, err
	}
	list := []protocol.Diagnostic{}
	if f, ok := o.byURI[string(p.TextDocument.URI)]; ok {
		list = s.diagnostics(f.set, f.doc)
	}
	sum := sha256.Sum256(encoded(list))
	id := hex.EncodeToString(sum[:8])
	if before := p.PreviousResultID; before != nil && *before == id {
		return &protocol.RelatedUnchangedDocumentDiagnosticReport{
			UnchangedDocumentDiagnosticReport: protocol.UnchangedDocumentDiagnosticReport{Kind: "unchanged", ResultID: id},
		}, nil
	}
	return &protocol.RelatedFullDocumentDiagnosticReport{
		FullDocumentDiagnosticReport: protocol.FullDocumentDiagnosticReport{Kind: "full", ResultID: &id, Items: list},
	}, nil
}
