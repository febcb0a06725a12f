package checks

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// exchanges compares the rates that a document implies where it gives amounts
// in two currencies. Rates move, and a document may use that of each amount's
// own time; so only one rate is held against others that are close together,
// and only where it is far from them.
type exchanges struct{}

// Needs amounts in two currencies.
func (exchanges) Needs() []fact.Kind { return []fact.Kind{fact.KindExchange} }

// Keys by document and pair of currencies, whichever comes first.
func (exchanges) Keys(f fact.Fact) []string {
	e := f.(*fact.Exchange)
	if e.Quoted {
		return nil
	}
	return []string{docKey(e.Doc, 0) + "/" + min(e.From, e.To) + "/" + max(e.From, e.To)}
}

// Bounds for rates of one pair in one document.
var (
	closeRates = decimal.New(11, -1)  // the highest of those that agree is at most so many times the lowest
	farRate    = decimal.New(125, -2) // the odd one is at least so many times off
)

// Judge looks for one rate that is far from all others.
func (exchanges) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	rates := make([]quantity.Interval, len(facts))
	for i, f := range facts {
		rates[i] = rateOf(f.(*fact.Exchange))
	}
	odd := -1 // the one that the others speak against
	for i := range facts {
		if lo, hi, ok := others(rates, i, -1); ok && far(rates[i], lo, hi) {
			odd = i
		}
	}
	out := make([]verdict.Verdict, 0, len(facts))
	for i, f := range facts {
		e := f.(*fact.Exchange)
		v := verdict.Verdict{Place: e.Place, Surface: e.Surface, Claimed: e.RightSurface, Status: verdict.Undecided, Why: "no other amounts tell the rate"}
		v.Message = fmt.Sprintf("whether %q is right is open: %s", e.Surface, v.Why)
		if lo, hi, ok := others(rates, i, odd); ok {
			v = judgeRate(v, e, rates[i], lo, hi)
			for k, g := range facts {
				if k != i && v.Status == verdict.Conflicts && len(v.Evidence) < shownItems {
					v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: "another rate", Place: g.Where()})
				}
			}
		}
		out = append(out, v)
	}
	return out
}

// rateOf is how much of the currency that comes later in the alphabet one of the
// other is worth.
func rateOf(e *fact.Exchange) quantity.Interval {
	const places = 8
	a, b := e.Left, e.Right
	if e.From > e.To {
		a, b = b, a
	}
	return quantity.Closed(b.Lo.DivRound(a.Hi, places), b.Hi.DivRound(a.Lo, places))
}

// others are the bounds of all rates but one or two, each taken in the middle of
// what it may be; ok is false for fewer than two, or if these are not close
// together.
func others(rates []quantity.Interval, but, odd int) (lo, hi decimal.Decimal, ok bool) {
	n := 0
	for i, r := range rates {
		if i == but || i == odd {
			continue
		}
		m := middle(r)
		if n == 0 || m.LessThan(lo) {
			lo = m
		}
		if n == 0 || m.GreaterThan(hi) {
			hi = m
		}
		n++
	}
	return lo, hi, n >= 2 && hi.LessThanOrEqual(lo.Mul(closeRates))
}

func middle(r quantity.Interval) decimal.Decimal { return r.Lo.Add(r.Hi).Div(decimal.NewFromInt(2)) }

// far reports whether a rate is far from others, whatever it was rounded from.
func far(rate quantity.Interval, lo, hi decimal.Decimal) bool {
	return rate.Lo.GreaterThan(hi.Mul(farRate)) || rate.Hi.Mul(farRate).LessThan(lo)
}

func judgeRate(v verdict.Verdict, e *fact.Exchange, rate quantity.Interval, lo, hi decimal.Decimal) verdict.Verdict {
	v.Why = ""
	v.Found = "at the rate of the other amounts"
	v.Calculation = &verdict.Calculation{Relation: "one rate for one pair of currencies", Operands: []verdict.Operand{
		{Interval: rate.String(), Place: &e.Place}, {Interval: quantity.Closed(lo, hi).String(), Of: "the other amounts"},
	}}
	switch {
	case rate.Lo.LessThanOrEqual(hi.Mul(closeRates)) && rate.Hi.Mul(closeRates).GreaterThanOrEqual(lo):
		v.Status, v.Message = verdict.Agrees, fmt.Sprintf("%q is at the rate of the other amounts", e.Surface)
	case far(rate, lo, hi):
		v.Status, v.Grade = verdict.Conflicts, verdict.Gap
		v.Message = fmt.Sprintf("%q gives about %s %s for one %s, the other amounts %s to %s", e.Surface, middle(rate).StringFixed(2), max(e.From, e.To), min(e.From, e.To), lo.StringFixed(2), hi.StringFixed(2))
	default:
		v.Status, v.Why = verdict.Undecided, "rates change from time to time"
		v.Message = fmt.Sprintf("whether %q is right is open: %s", e.Surface, v.Why)
	}
	return v
}
