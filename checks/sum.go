package checks

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// sums compares figures with what they are said to result from. Figures that
// may have been rounded stand for all numbers that round to them, as in XBRL's
// Calculations 1.1 (section 4.1, "Rounding"): two sides differ only where no
// choice of these numbers makes them equal.
type sums struct{ of []fact.SumOf }

func (sums) keysByDocument() {}

// newSum makes one of the checks on figures that result from others.
func newSum(p Params) (Check, error) {
	var params struct {
		Of string `yaml:"of"`
	}
	if err := p.Decode(&params); err != nil {
		return nil, err
	}
	switch params.Of {
	case "differences":
		return sums{[]fact.SumOf{fact.Difference}}, nil
	case "means":
		return sums{[]fact.SumOf{fact.Mean}}, nil
	case "shares":
		return shares{sums{[]fact.SumOf{fact.Share, fact.Change, fact.Multiple, fact.Hundred}}}, nil
	case "totals":
		return sums{[]fact.SumOf{fact.Total}}, nil
	}
	return nil, fmt.Errorf("of: %q (there are: differences, means, shares, totals)", params.Of)
}

// Needs results.
func (sums) Needs() []fact.Kind { return []fact.Kind{fact.KindSum} }

// Keys by document and group: results that are reached in the same way.
func (s sums) Keys(f fact.Fact) []string {
	r := f.(*fact.Sum)
	if r.Quoted || !slices.Contains(s.of, r.Of) {
		return nil
	}
	return []string{docKey(r.Doc, r.Group)}
}

// reckoned is a result with the reading that comes nearest to it.
type reckoned struct {
	*fact.Sum
	parts  []fact.Figure
	found  span            // what the parts come to
	mid    decimal.Decimal // the same, from the figures as written
	agrees bool
}

// Judge reckons all results of a group, then decides on those that come out
// otherwise by how the others do.
func (s sums) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	all := make([]reckoned, 0, len(facts))
	agree := 0
	for _, f := range facts {
		r := reckon(f.(*fact.Sum))
		if r.agrees {
			agree++
		}
		all = append(all, r)
	}
	out := make([]verdict.Verdict, 0, len(all))
	for i := range all {
		out = append(out, all[i].verdict(all, agree))
	}
	return out
}

// reckon tries all readings of a result.
func reckon(s *fact.Sum) reckoned {
	var best reckoned
	for i, parts := range s.Readings {
		r := reckoned{Sum: s, parts: parts}
		var ok bool
		if r.found, r.mid, ok = result(s.Of, parts); !ok {
			continue
		}
		r.agrees = r.found.meets(stated(s))
		if r.agrees {
			return r
		}
		if i == 0 || best.Sum == nil || r.off().LessThan(best.off()) {
			best = r
		}
	}
	if best.Sum == nil {
		best = reckoned{Sum: s}
	}
	return best
}

// off is by how much a result is off, as a share of what it should be.
func (r *reckoned) off() decimal.Decimal {
	d := r.Result.Value.Sub(r.mid).Abs()
	if r.mid.IsZero() {
		return d
	}
	const places = 6
	return d.DivRound(r.mid.Abs(), places)
}

// verdict decides on one result of a group in which so many agree.
func (r *reckoned) verdict(all []reckoned, agree int) verdict.Verdict {
	v := verdict.Verdict{Place: r.Result.Place, Surface: r.Surface, Claimed: r.Result.Value.String(), Found: r.mid.Round(2).String()}
	if len(r.parts) == 0 {
		return undecided(v, "there is nothing that it could result from")
	}
	if r.Of == fact.Multiple {
		v.Claimed = r.Surface // "doubled" stands for no one number
	}
	v.Found = writeLike(r.Surface, r.mid, r.Result.Ulp)
	v.Evidence = r.evidence()
	v.Calculation = r.calculation()
	v.Message = r.message(v.Found)
	if r.agrees {
		v.Status = verdict.Agrees
		return v
	}
	if why := r.doubt(all, agree); why != "" {
		return undecided(v, why)
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	if r.Of != fact.Hundred { // any of the shares may be the wrong one
		if text, ok := inPlaceOf(r.Surface, strings.TrimPrefix(v.Found, "-")); ok {
			v.Suggestions = []verdict.Suggestion{{Text: text, Place: r.Result.Place, Confidence: "medium"}}
		}
	}
	return v
}

// doubt is why a result that comes out otherwise is no slip, empty where it is
// one.
func (r *reckoned) doubt(all []reckoned, agree int) string {
	differ := len(all) - agree
	slip := r.slips()
	switch {
	case r.Doubt != "":
		return r.Doubt
	case r.Gaps:
		return "some of the parts are left empty"
	case r.Prose:
		return r.proseDoubt()
	case roundedAll(all):
		return "all are off by no more than rounding"
	case r.Along && (agree < 2 || agree < 2*differ):
		return "the other rows do not add up that way either"
	case !r.Along && len(all) > 1 && agree < differ:
		return "the other columns do not add up that way either"
	case agree == 0 && !slip && r.off().GreaterThan(decimal.New(1, -1)):
		return "it is too far off to be meant that way"
	case r.off().GreaterThan(decimal.New(34, -2)):
		return "it is too far off to be meant that way"
	case r.Of == fact.Total && agree == 0 && !r.exceedsParts():
		return "it is no more than one of its parts"
	case r.Of == fact.Mean && agree == 0 && !slip:
		return "it may be weighted"
	}
	return ""
}

// proseDoubt is doubt for a result that a sentence gives with its parts.
func (r *reckoned) proseDoubt() string {
	most := decimal.New(34, -2) // a third off: of something else
	if r.Of == fact.Share || r.Of == fact.Change || r.Of == fact.Multiple {
		most = decimal.New(15, -1) // the words tie them together
	}
	switch {
	case r.off().GreaterThan(most) && !r.slips():
		return "it is too far off to be meant that way"
	case r.Of == fact.Total && !r.exceedsParts():
		return "it is no more than one of its parts"
	}
	return ""
}

// exceedsParts reports whether a total is larger than each of its parts.
func (r *reckoned) exceedsParts() bool {
	return !slices.ContainsFunc(r.parts, func(p fact.Figure) bool { return p.Value.Abs().GreaterThanOrEqual(r.Result.Value.Abs()) })
}

// slips reports whether the figure differs from what it should be as a slip of
// the fingers makes it: in one digit, or two neighbours swapped.
func (r *reckoned) slips() bool {
	places := int32(-min(r.Result.Ulp, 0))
	return slipOf(r.Result.Value.StringFixed(places), r.mid.StringFixed(places))
}

// roundedAll reports whether several results of a table are off, and all by so
// little that rounding of whole numbers explains it.
func roundedAll(all []reckoned) bool {
	differ := 0
	for i := range all {
		r := &all[i]
		if r.agrees || len(r.parts) == 0 {
			continue
		}
		differ++
		half := decimal.New(5, int32(r.Result.Ulp)-1)
		most := half.Mul(decimal.NewFromInt(int64(len(r.parts) + 1)))
		if r.Result.Value.Sub(r.mid).Abs().GreaterThan(most) {
			return false
		}
	}
	return differ > 1
}

// evidence lists the parts.
func (r *reckoned) evidence() []verdict.Evidence {
	out := make([]verdict.Evidence, 0, len(r.parts))
	for i, p := range r.parts {
		note := p.Value.String()
		if n := partNotes[r.Of]; i < len(n) {
			note = n[i] + ": " + note
		}
		out = append(out, verdict.Evidence{Role: verdict.Counted, Note: note, Place: p.Place})
	}
	return out
}

// partNotes say what the parts of a result are, where they are not alike.
var partNotes = map[fact.SumOf][]string{
	fact.Share:      {"part", "whole"},
	fact.Change:     {"after", "before"},
	fact.Multiple:   {"multiple", "base"},
	fact.Difference: {"from", "less"},
}

// relations name what is tested, with the result first.
var relations = map[fact.SumOf]string{
	fact.Hundred:    "result = sum of operands",
	fact.Total:      "result = sum of operands",
	fact.Mean:       "result = mean of operands",
	fact.Share:      "result = 100 * first / second",
	fact.Change:     "result = 100 * (first - second) / second",
	fact.Multiple:   "result = first / second",
	fact.Difference: "result = first - second",
}

func (r *reckoned) calculation() *verdict.Calculation {
	at := r.Result.Place
	c := &verdict.Calculation{Relation: relations[r.Of], Operands: []verdict.Operand{{Interval: stated(r.Sum).String(), Place: &at}}}
	for i := range r.parts {
		p := r.parts[i]
		c.Operands = append(c.Operands, verdict.Operand{Interval: spanOf(p).String(), Place: &p.Place})
	}
	return c
}

// message words the outcome.
func (r *reckoned) message(found string) string {
	n := strconv.Itoa(len(r.parts))
	switch r.Of {
	case fact.Hundred:
		return fmt.Sprintf("%q is given as the rest of 100%%, the %s shares add up to %s%%", r.Surface, n, found)
	case fact.Mean:
		return fmt.Sprintf("%q is given as the mean, that of the %s figures is %s", r.Surface, n, found)
	case fact.Share:
		return fmt.Sprintf("%q is given as the share, %s of %s is %s%%", r.Surface, r.parts[0].Value, wholeOf(r.parts), found)
	case fact.Change:
		return fmt.Sprintf("%q is given as the change, from %s to %s it is %s%%", r.Surface, r.parts[1].Value, r.parts[0].Value, found)
	case fact.Multiple:
		return fmt.Sprintf("%q is given, %s is %s times %s", r.Surface, r.parts[0].Value, found, r.parts[1].Value)
	case fact.Difference:
		return fmt.Sprintf("%q is given as the difference, from %s to %s it is %s", r.Surface, r.parts[1].Value, r.parts[0].Value, found)
	}
	return fmt.Sprintf("%q is given as the total, the %s parts add up to %s", r.Surface, n, found)
}
