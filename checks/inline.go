package checks

import (
	"fmt"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// inline compares a number with what its own sentence names for it.
type inline struct{}

func (inline) keysByDocument() {}

// Needs rows of names with their number.
func (inline) Needs() []fact.Kind { return []fact.Kind{fact.KindInline} }

// Keys by the block: each fact is judged by itself.
func (inline) Keys(f fact.Fact) []string {
	at := f.Where()
	if at.Quoted {
		return nil
	}
	return []string{docKey(at.Doc, at.Block)}
}

// Judge each number.
func (inline) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var out []verdict.Verdict
	for _, f := range facts {
		if f, ok := f.(*fact.Inline); ok {
			out = append(out, judgeInline(f))
		}
	}
	return out
}

func judgeInline(f *fact.Inline) verdict.Verdict {
	n := len(f.Items)
	found := quantity.Between(f.Least, max(f.Most, f.Least))
	if f.Most == fact.Unbounded {
		found = quantity.AtLeast(f.Least)
	}
	at := f.Place
	v := verdict.Verdict{Place: f.Place, Surface: f.Surface, Claimed: f.Quantity.Interval.Short(), Found: found.Short()}
	for i, p := range f.Items {
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Counted, Note: fmt.Sprintf("item %d", i+1), Place: p})
	}
	v.Calculation = &verdict.Calculation{Relation: "claimed in named", Operands: []verdict.Operand{
		{Interval: f.Quantity.Interval.String(), Place: &at}, {Interval: found.String(), Of: "things named in the sentence"},
	}}
	if f.Quantity.Interval.Contains(n) {
		v.Status = verdict.Agrees
		v.Message = fmt.Sprintf("text says %q, the sentence names %d", f.Surface, n)
		return v
	}
	claimed, _ := f.Quantity.Interval.Int()
	switch {
	case f.Doubt != "":
		return undecided(v, f.Doubt)
	case f.Quantity.Interval.Meets(found):
		return undecided(v, "what the sentence names can be parted in more than one way")
	case n > claimed+1+claimed/5 || n < claimed-1-claimed/5:
		return undecided(v, "the number is too far off to be about what is named")
	}
	v.Found = fmt.Sprint(n)
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	v.Message = fmt.Sprintf("text says %q, the sentence names %d", f.Surface, n)
	if s, ok := f.Quantity.Restate(n); ok {
		v.Suggestions = []verdict.Suggestion{{Text: s, Place: f.NumberAt, Confidence: "medium"}}
	}
	return v
}
