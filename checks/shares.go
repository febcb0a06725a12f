package checks

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// shares compares percentages with the figures beside them, and those whose
// whole stands in a table, maybe of another document.
type shares struct{ beside sums }

// Needs results, shares of wholes told elsewhere, and tables with a total.
func (shares) Needs() []fact.Kind {
	return []fact.Kind{fact.KindSum, fact.KindShareOf, fact.KindWhole}
}

// Keys shares and tables by the part: a figure of three digits and more that
// stands in both.
func (s shares) Keys(f fact.Fact) []string {
	switch f := f.(type) {
	case *fact.Sum:
		return s.beside.Keys(f)
	case *fact.ShareOf:
		if f.Quoted {
			return nil
		}
		return []string{"part/" + f.Part.Value.String()}
	case *fact.Whole:
		var keys []string
		for _, p := range f.Parts {
			keys = append(keys, "part/"+p.Value.String())
		}
		return keys
	}
	return nil
}

// Judge holds each share against the tables that have its part.
func (s shares) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	if _, ok := facts[0].(*fact.Sum); ok {
		return s.beside.Judge(key, facts)
	}
	var wholes []*fact.Whole
	for _, f := range facts {
		if w, ok := f.(*fact.Whole); ok {
			wholes = append(wholes, w)
		}
	}
	var out []verdict.Verdict
	for _, f := range facts {
		if c, ok := f.(*fact.ShareOf); ok {
			if v, ok := judgeShareOf(c, wholes); ok {
				out = append(out, v)
			}
		}
	}
	return out
}

// judgeShareOf looks for a table of which the share comes out right. Where
// there is only one, and the share differs from what it gives by a slip of the
// fingers, the share is wrong.
func judgeShareOf(c *fact.ShareOf, wholes []*fact.Whole) (verdict.Verdict, bool) {
	const enough = 2 // names in common
	v := verdict.Verdict{Place: c.Place, Surface: c.Surface, Claimed: c.Share.Value.String()}
	var only *fact.Whole
	for _, w := range wholes {
		if w.Total.Value.Sign() <= 0 || w.Doc != c.Doc && w.Names.Shared(c.Names) < enough {
			continue
		}
		found, _, ok := result(fact.Share, []fact.Figure{c.Part, w.Total})
		if ok && found.meets(spanOf(c.Share)) {
			v = shareVerdict(v, c, w)
			v.Status = verdict.Agrees
			return v, true
		}
		if only != nil && !only.Total.Value.Equal(w.Total.Value) {
			return undecided(v, "several tables have this figure"), true
		}
		only = w
	}
	if only == nil {
		return v, false
	}
	v = shareVerdict(v, c, only)
	places := int32(max(0, -int(c.Share.Ulp)))
	if !slipOf(c.Share.Value.StringFixed(places), c.Part.Value.Mul(decimal.New(100, 0)).DivRound(only.Total.Value, places).StringFixed(places)) {
		return undecided(v, "it may be a share of something else"), true
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	if text, ok := inPlaceOf(c.Surface, v.Found); ok {
		v.Suggestions = []verdict.Suggestion{{Text: text, Place: c.Share.Place, Confidence: "medium"}}
	}
	return v, true
}

// shareVerdict fills in what the table gives.
func shareVerdict(v verdict.Verdict, c *fact.ShareOf, w *fact.Whole) verdict.Verdict {
	mid := c.Part.Value.Mul(decimal.New(100, 0)).DivRound(w.Total.Value, quotientPlaces)
	v.Found = writeLike(c.Surface, mid, c.Share.Ulp)
	v.Message = fmt.Sprintf("%q is given as the share, %s of %s is %s%%", c.Surface, c.Part.Value, w.Total.Value, v.Found)
	part := c.Part.Place
	for _, p := range w.Parts {
		if p.Value.Equal(c.Part.Value) {
			part = p.Place
		}
	}
	v.Evidence = []verdict.Evidence{
		{Role: verdict.Counted, Note: "part: " + c.Part.Value.String(), Place: part},
		{Role: verdict.Counted, Note: "whole: " + w.Total.Value.String(), Place: w.Total.Place},
	}
	at, own := c.Share.Place, c.Part.Place
	v.Calculation = &verdict.Calculation{Relation: relations[fact.Share], Operands: []verdict.Operand{
		{Interval: spanOf(c.Share).String(), Place: &at},
		{Interval: spanOf(c.Part).String(), Place: &own},
		{Interval: spanOf(w.Total).String(), Place: &w.Total.Place},
	}}
	return v
}
