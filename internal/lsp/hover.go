package lsp

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/concordlint/concord/internal/verdict"
)

// hoverEvidence and hoverClaims bound what is shown of one claim, and of claims
// in one place.
const (
	hoverEvidence = 12
	hoverClaims   = 5
)

// Hover implements protocol.Server: what was found of the claims at a place.
func (s *server) Hover(ctx context.Context, p *protocol.HoverParams) (*protocol.Hover, error) {
	o, err := s.keeper.current(ctx)
	if err != nil {
		return nil, err
	}
	f, span, ok := s.asked(o, p.TextDocument, protocol.Range{Start: p.Position, End: p.Position})
	if !ok {
		return nil, nil
	}
	claims := s.claimsAt(f, span)
	used := false
	if len(claims) == 0 {
		claims, used = s.usesAt(f, span), true
	}
	if len(claims) == 0 {
		return nil, nil
	}
	slices.SortStableFunc(claims, func(a, b claim) int { return urgency(a) - urgency(b) })
	w := page{s: s, markdown: s.can.markdown}
	for i, c := range claims {
		if i == hoverClaims {
			w.line(fmt.Sprintf("and %d more", len(claims)-i))
			break
		}
		if i > 0 {
			w.rule()
		}
		if used {
			w.use(c)
		} else {
			w.claim(c)
		}
	}
	kind := protocol.MarkupKindPlainText
	if w.markdown {
		kind = protocol.MarkupKindMarkdown
	}
	h := &protocol.Hover{Contents: &protocol.MarkupContent{Kind: kind, Value: strings.TrimSpace(w.b.String()) + "\n"}}
	if !used {
		h.Range = &claims[0].at.rng
	}
	return h, nil
}

// urgency orders claims: what conflicts comes first, what agrees last.
func urgency(c claim) int {
	switch {
	case c.set.Shown(c.Verdict):
		return 0
	case c.Status == verdict.Conflicts:
		return 1
	case c.Status == verdict.Undecided:
		return 2
	}
	return 3
}

// page writes about claims, as Markdown or as plain text.
type page struct {
	s        *server
	b        strings.Builder
	markdown bool
}

// line writes a paragraph of one line.
func (w *page) line(s string) {
	w.b.WriteString(s)
	if w.markdown {
		w.b.WriteByte('\n')
	}
	w.b.WriteByte('\n')
}

func (w *page) rule() {
	if w.markdown {
		w.b.WriteString("---\n\n")
	} else {
		w.b.WriteByte('\n')
	}
}

// text makes words stand for themselves.
func (w *page) text(s string) string {
	s = oneLine(s)
	if !w.markdown {
		return s
	}
	return strings.NewReplacer(
		`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "&", `\&`, "|", `\|`, "~", `\~`,
	).Replace(s)
}

func (w *page) strong(s string) string {
	if w.markdown {
		return "**" + s + "**"
	}
	return s
}

// status is the outcome in words.
func status(v *verdict.Verdict) string {
	switch {
	case v.Status == verdict.Conflicts && v.Suppressed != nil:
		return "conflicts, and somebody has silenced it"
	case v.Status == verdict.Conflicts:
		return "conflicts"
	case v.Status == verdict.Undecided:
		return "undecided"
	}
	return "agrees"
}

// claim writes what was found of a claim.
func (w *page) claim(c claim) {
	head := w.strong(status(c.Verdict)) + " (" + c.Rule
	if c.Status == verdict.Conflicts {
		head += ", " + string(c.Severity)
	}
	w.line(head + ")")
	if c.Message != "" {
		w.line(w.text(c.Message))
	}
	if c.Status == verdict.Undecided && c.Why != "" {
		w.line("because " + w.text(c.Why))
	}
	if r := c.Suppressed; r != nil && r.Reason != "" {
		w.line("silenced: " + w.text(r.Reason))
	}
	if c.Claimed != "" && c.Found != "" {
		w.line(fmt.Sprintf("claimed %s, found %s", w.text(c.Claimed), w.text(c.Found)))
	}
	w.calculation(c)
	w.evidence(c)
}

// calculation writes the relation that was tested.
func (w *page) calculation(c claim) {
	if c.Calculation == nil {
		return
	}
	var parts []string
	for _, o := range c.Calculation.Operands {
		of := o.Of
		if o.Place != nil {
			if p, ok := w.s.placeOf(c.set, *o.Place); ok {
				of = `"` + shorten(oneLine(p.words), 40) + `"`
			}
		}
		parts = append(parts, strings.TrimSpace(of+" "+o.Interval))
	}
	w.line("calculation: " + w.text(c.Calculation.Relation+", where "+strings.Join(parts, ", ")))
}

// evidence writes the evidence as a list, with links to the places.
func (w *page) evidence(c claim) {
	shown := 0
	for i, e := range c.Evidence {
		if shown == hoverEvidence {
			w.b.WriteString(fmt.Sprintf("- and %d more\n", len(c.Evidence)-i))
			break
		}
		p, ok := w.s.placeOf(c.set, e.Place)
		if !ok {
			continue
		}
		shown++
		fmt.Fprintf(&w.b, "- %s: %s\n", w.link(p), w.text(evidenceLine(e, p)))
	}
	if shown > 0 {
		w.b.WriteByte('\n')
	}
}

// use writes of what claim a place is evidence.
func (w *page) use(c claim) {
	w.line(fmt.Sprintf("evidence on \"%s\" at %s: %s (%s)", w.text(shorten(oneLine(c.at.words), evidenceWords)), w.link(c.at), w.strong(status(c.Verdict)), c.Rule))
	if c.Message != "" {
		w.line(w.text(c.Message))
	}
}

// link names a place, so that it can be clicked where that is possible.
func (w *page) link(p place) string {
	line := p.rng.Start.Line + 1
	name := fmt.Sprintf("%s:%d", p.doc.Name, line)
	if !w.markdown {
		return name
	}
	return fmt.Sprintf("[%s](%s#L%d)", w.text(name), strings.NewReplacer("(", "%28", ")", "%29").Replace(p.doc.URI), line)
}
