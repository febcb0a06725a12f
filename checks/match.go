package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// matched compares the values that a user's pattern finds: wherever its key is
// the same, the value has to be the same.
type matched struct {
	pattern, compare string
}

// newMatch makes the check of what a pattern finds.
func newMatch(p Params) (Check, error) {
	params := struct {
		Pattern string `yaml:"pattern"`
		Compare string `yaml:"compare"`
	}{Compare: "text"}
	if err := p.Decode(&params); err != nil {
		return nil, err
	}
	if params.Pattern == "" {
		return nil, fmt.Errorf("pattern is missing: the name of one of the rule's patterns")
	}
	switch params.Compare {
	case "text", "exact", "number":
		return matched{params.Pattern, params.Compare}, nil
	}
	return nil, fmt.Errorf("compare: %q (there are: exact, number, text)", params.Compare)
}

// Needs what patterns find.
func (matched) Needs() []fact.Kind { return []fact.Kind{fact.KindPattern} }

// Keys a match by its pattern and what it is said of.
func (c matched) Keys(f fact.Fact) []string {
	m := f.(*fact.PatternMatch)
	if m.Quoted || m.Pattern != c.pattern && !strings.HasSuffix(m.Pattern, "/"+c.pattern) {
		return nil
	}
	return []string{"match/" + m.Pattern + "/" + m.Key}
}

// Judge holds every value against the one that most places have, or against
// the first where several have as many.
func (c matched) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	if len(facts) < 2 {
		return nil
	}
	type group struct {
		value string
		uses  []*fact.PatternMatch
	}
	var groups []group
	for _, f := range facts {
		m := f.(*fact.PatternMatch)
		value := c.plain(m.Value)
		if i := slices.IndexFunc(groups, func(g group) bool { return g.value == value }); i >= 0 {
			groups[i].uses = append(groups[i].uses, m)
		} else {
			groups = append(groups, group{value, []*fact.PatternMatch{m}})
		}
	}
	usual, sure := 0, true
	for i, g := range groups[1:] {
		switch n := len(groups[usual].uses); {
		case len(g.uses) > n:
			usual, sure = i+1, true
		case len(g.uses) == n:
			sure = false
		}
	}
	var out []verdict.Verdict
	for i, g := range groups {
		for k, m := range g.uses {
			if i == usual && k == 0 {
				continue
			}
			out = append(out, c.verdict(m, groups[usual].uses, i == usual, sure))
		}
	}
	return out
}

// plain is a value in the form in which it is compared.
func (c matched) plain(value string) string {
	switch c.compare {
	case "exact":
		return value
	case "number":
		if d, err := decimal.NewFromString(strings.NewReplacer(",", "", " ", "", "_", "", "\u00a0", "", "'", "").Replace(value)); err == nil {
			return d.String()
		}
	}
	return strings.ToLower(value)
}

// verdict holds a match against those that most places agree on.
func (c matched) verdict(m *fact.PatternMatch, usual []*fact.PatternMatch, agrees, sure bool) verdict.Verdict {
	first := usual[0]
	v := verdict.Verdict{Place: m.ValueAt, Surface: m.Value, Claimed: m.Value, Found: first.Value, Status: verdict.Agrees}
	of := strings.ReplaceAll(m.Key, "\x00", ", ")
	if of != "" {
		of = " of " + of
	}
	if agrees {
		v.Message = fmt.Sprintf("%q%s, as elsewhere", m.Value, of)
		v.Evidence = []verdict.Evidence{{Role: verdict.Defines, Note: "the same value", Place: first.ValueAt}}
		return v
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	v.Message = fmt.Sprintf("%q%s, but elsewhere %q", m.Value, of, first.Value)
	for _, u := range usual[:min(len(usual), shownItems)] {
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: fmt.Sprintf("says %q", u.Value), Place: u.ValueAt})
	}
	at, there := m.ValueAt, first.ValueAt
	v.Calculation = &verdict.Calculation{Relation: "one value for one key", Operands: []verdict.Operand{
		{Interval: fmt.Sprintf("%q", m.Value), Place: &at}, {Interval: fmt.Sprintf("%q", first.Value), Place: &there},
	}}
	confidence := "low"
	if sure && len(usual) > 1 {
		confidence = "medium"
	}
	v.Suggestions = []verdict.Suggestion{{Text: first.Value, Place: m.ValueAt, Confidence: confidence}}
	if len(usual) == 1 {
		v.Suggestions = append(v.Suggestions, verdict.Suggestion{Text: m.Value, Place: first.ValueAt, Confidence: "low"})
	}
	return v
}
