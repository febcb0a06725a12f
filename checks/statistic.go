package checks

import (
	"fmt"

	"github.com/concordlint/concord/internal/chance"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// newStatistic makes the check of tests' results.
func newStatistic(p Params) (Check, error) {
	var params struct{}
	if err := p.Decode(&params); err != nil {
		return nil, err
	}
	return statistic{}, nil
}

// statistic compares the result of a test with its reported significance.
type statistic struct{}

func (statistic) keysByDocument() {}

// Needs results of tests.
func (statistic) Needs() []fact.Kind { return []fact.Kind{fact.KindStatistic} }

// Keys by document: the parts of a result stand side by side.
func (statistic) Keys(f fact.Fact) []string {
	s := f.(*fact.Statistic)
	if s.Quoted {
		return nil
	}
	return []string{docKey(s.Doc, 0)}
}

// Judge reckons each result's significance again.
func (statistic) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	out := make([]verdict.Verdict, 0, len(facts))
	for _, f := range facts {
		s := f.(*fact.Statistic)
		if s.Test == "mean" {
			out = append(out, judgeMean(s))
			continue
		}
		out = append(out, judgeStatistic(s))
	}
	return out
}

// judgeStatistic compares one result with its p, as statcheck does (Epskamp
// and Nuijten 2014): the statistic stands for all values that round to it.
func judgeStatistic(s *fact.Statistic) verdict.Verdict {
	v := verdict.Verdict{Place: s.Place, Surface: s.Surface, Claimed: s.PSurface}
	found, ok := chance.Significance(chance.Test(s.Test), s.Value, s.DF1.Lo, s.DF2.Lo)
	if !ok {
		return openStatistic(v, "there is no such result")
	}
	v.Found = pText(found)
	if agreesWithP(s, found) {
		v.Status = verdict.Agrees
		v.Message = fmt.Sprintf("%q: p is %s", s.Surface, v.Found)
		return v
	}
	if half := halved(found); s.OneTailed && agreesWithP(s, half) {
		v.Status, v.Found = verdict.Agrees, pText(half)
		v.Message = fmt.Sprintf("%q: p is %s with one tail", s.Surface, v.Found)
		return v
	}
	if s.Test == string(chance.R) {
		// Some give the number of pairs where its degrees of freedom belong.
		two := quantity.Exactly(2).Lo
		if p, ok := chance.Significance(chance.R, s.Value, s.DF1.Lo.Sub(two), s.DF2.Lo); ok && agreesWithP(s, p) {
			return openStatistic(v, "the number in parentheses may be that of the pairs")
		}
	}
	if s.Corrected && s.Relation != "<" && s.P.Above(found) {
		return openStatistic(v, "the document speaks of corrected values")
	}
	return wrongP(v, s, found)
}

// openStatistic is the verdict on a result that cannot be judged.
func openStatistic(v verdict.Verdict, why string) verdict.Verdict {
	v.Status, v.Why, v.Found = verdict.Undecided, why, ""
	v.Message = fmt.Sprintf("whether %q holds is open: %s", v.Surface, why)
	return v
}

// agreesWithP reports whether a reported p allows the one reckoned.
func agreesWithP(s *fact.Statistic, found quantity.Interval) bool {
	switch s.Relation {
	case "<":
		return found.Lo.Cmp(s.P.Lo) <= 0
	case ">":
		return found.Hi.Cmp(s.P.Lo) >= 0
	}
	return s.P.Meets(found)
}

// halved is the p of one tail.
func halved(p quantity.Interval) quantity.Interval {
	two := quantity.Exactly(2).Lo
	return quantity.Closed(p.Lo.Div(two), p.Hi.Div(two))
}

// wrongP is the verdict on a p that does not follow. Where it changes what
// is significant at five in a hundred, it is a contradiction.
func wrongP(v verdict.Verdict, s *fact.Statistic, found quantity.Interval) verdict.Verdict {
	v.Status, v.Grade = verdict.Conflicts, verdict.Gap
	five := quantity.Exactly(5).Lo.Shift(-2)
	significant := s.Relation == "<" && s.P.Lo.Cmp(five) <= 0 || s.Relation == "=" && s.P.Hi.Cmp(five) < 0
	not := s.Relation == ">" && s.P.Lo.Cmp(five) >= 0 || s.Relation == "=" && s.P.Lo.Cmp(five) > 0
	if significant && found.Lo.Cmp(five) > 0 || not && found.Hi.Cmp(five) < 0 {
		v.Grade = verdict.Contradiction
	}
	v.Message = fmt.Sprintf("text says %q, but the p of that is %s", s.Surface, v.Found)
	v.Evidence = []verdict.Evidence{{Role: verdict.Contradicts, Note: "the significance", Place: s.PAt}}
	v.Calculation = &verdict.Calculation{Relation: "reported p " + s.Relation + " allows the p of " + s.Test, Operands: []verdict.Operand{
		{Interval: s.P.String(), Place: &s.PAt}, {Interval: found.String(), Place: &s.Place},
	}}
	v.Suggestions = []verdict.Suggestion{{Text: "p = " + pText(found), Place: s.PAt, Confidence: "low"}}
	return v
}

// pText writes a p with three decimals, or as a bound where that is nothing.
func pText(p quantity.Interval) string {
	const decimals = 3
	lo, hi := p.Lo.StringFixed(decimals), p.Hi.StringFixed(decimals)
	switch {
	case p.Hi.Cmp(quantity.Exactly(1).Lo.Shift(-decimals)) < 0:
		return "below 0.001"
	case lo == hi:
		return lo
	}
	return lo + " to " + hi
}
