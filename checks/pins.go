package checks

import (
	"fmt"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// pins compares a number with the source that a marker binds it to. A marker
// that cannot be followed is a finding: it would keep nothing in step.
type pins struct{}

// Needs the markers.
func (pins) Needs() []fact.Kind { return []fact.Kind{fact.KindPin} }

// Keys a marker by its place: none has to do with another.
func (pins) Keys(f fact.Fact) []string {
	if p, ok := f.(*fact.Pin); ok {
		return []string{"pin/" + docKey(p.Doc, p.Marker.Span.Start)}
	}
	return nil
}

func (pins) keysByDocument() {}

// Judge each marker.
func (pins) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var out []verdict.Verdict
	for _, f := range facts {
		if p, ok := f.(*fact.Pin); ok {
			out = append(out, judgePin(p))
		}
	}
	return out
}

func judgePin(p *fact.Pin) verdict.Verdict {
	v := verdict.Verdict{Place: p.Place, Surface: p.Surface, Status: verdict.Conflicts, Grade: verdict.Contradiction}
	problem := p.Problem
	switch {
	case problem != "":
	case !p.Known:
		problem = "its source was not looked up"
	case p.Counted == 0:
		problem = "its source has nothing to count"
	}
	if problem != "" {
		v.Message = fmt.Sprintf("pin to %q: %s", p.Source, problem)
		v.Evidence = []verdict.Evidence{{Role: verdict.Defines, Note: "the marker", Place: p.Marker}}
		return v
	}
	at, found := p.Place, quantity.Exactly(p.Counted)
	claimed := p.Quantity.Rounding()
	v.Claimed, v.Found = p.Quantity.Interval.Short(), fmt.Sprint(p.Counted)
	v.Calculation = &verdict.Calculation{Relation: "claimed in counted", Operands: []verdict.Operand{
		{Interval: claimed.String(), Place: &at}, {Interval: found.String(), Of: p.Source},
	}}
	v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Defines, Note: "the marker", Place: p.Marker})
	for i, s := range p.Shown {
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Counted, Note: fmt.Sprintf("%s %d", p.What, i+1), Place: s})
	}
	v.Message = fmt.Sprintf("text says %q, pinned to %q, which has %s", p.Surface, p.Source, plural(p.Counted, p.What))
	if claimed.Meets(found) {
		v.Status, v.Grade = verdict.Agrees, ""
		return v
	}
	if s, ok := p.Quantity.Restate(p.Counted); ok {
		v.Suggestions = []verdict.Suggestion{{Text: s, Place: p.Place, Confidence: "high"}}
	}
	return v
}
