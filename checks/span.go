package checks

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
)

// span is a closed interval of decimals: the numbers that a figure as printed
// may stand for.
type span struct{ lo, hi decimal.Decimal }

// quotientPlaces is how many decimal places quotients are reckoned to; figures
// in print have far fewer.
const quotientPlaces = 12

// spanOf is what a figure stands for: itself where it counts things, else all
// numbers that round to it, either way at the half.
func spanOf(f fact.Figure) span {
	if f.Exact {
		return span{f.Value, f.Value}
	}
	half := decimal.New(5, int32(f.Ulp)-1)
	return span{f.Value.Sub(half), f.Value.Add(half)}
}

// stated is what a result stands for as it is given.
func stated(s *fact.Sum) span {
	p := spanOf(s.Result)
	if s.Low != nil {
		p.lo = *s.Low
	}
	if s.High != nil {
		p.hi = *s.High
	}
	return p
}

func (s span) meets(o span) bool {
	return s.lo.LessThanOrEqual(o.hi) && o.lo.LessThanOrEqual(s.hi)
}

// String is the interval as reports show it: "[11.5,12.5]".
func (s span) String() string { return "[" + s.lo.String() + "," + s.hi.String() + "]" }

func (s span) add(o span) span { return span{s.lo.Add(o.lo), s.hi.Add(o.hi)} }
func (s span) sub(o span) span { return span{s.lo.Sub(o.hi), s.hi.Sub(o.lo)} }

// over is the quotient; ok is false where the divisor may be nought.
func (s span) over(o span) (span, bool) {
	if o.lo.Sign() <= 0 && o.hi.Sign() >= 0 {
		return span{}, false
	}
	q := []decimal.Decimal{
		s.lo.DivRound(o.lo, quotientPlaces), s.lo.DivRound(o.hi, quotientPlaces), s.hi.DivRound(o.lo, quotientPlaces), s.hi.DivRound(o.hi, quotientPlaces),
	}
	return span{decimal.Min(q[0], q[1:]...), decimal.Max(q[0], q[1:]...)}, true
}

func (s span) times(n decimal.Decimal) span { return span{s.lo.Mul(n), s.hi.Mul(n)} }

// result reckons what parts come to, as an interval and from the figures as
// they are written.
func result(of fact.SumOf, parts []fact.Figure) (found span, mid decimal.Decimal, ok bool) {
	hundred := decimal.New(100, 0)
	switch of {
	case fact.Total, fact.Mean, fact.Hundred:
		for _, p := range parts {
			found, mid = found.add(spanOf(p)), mid.Add(p.Value)
		}
		if of == fact.Mean {
			n := decimal.NewFromInt(int64(len(parts)))
			mid = mid.DivRound(n, quotientPlaces)
			found = span{found.lo.DivRound(n, quotientPlaces), found.hi.DivRound(n, quotientPlaces)}
		}
		return found, mid, len(parts) > 0
	}
	if len(parts) < 2 || len(parts) > 2 && of != fact.Share {
		return span{}, mid, false
	}
	a, b := spanOf(parts[0]), spanOf(parts[1])
	for _, p := range parts[2:] {
		b = b.add(spanOf(p))
	}
	whole := wholeOf(parts)
	if of == fact.Difference {
		return a.sub(b), parts[0].Value.Sub(parts[1].Value), true
	}
	q, ok := a.over(b)
	if !ok || whole.IsZero() {
		return span{}, mid, false
	}
	mid = parts[0].Value.DivRound(whole, quotientPlaces)
	one := decimal.New(1, 0)
	switch of {
	case fact.Share:
		return q.times(hundred), mid.Mul(hundred), true
	case fact.Change:
		return span{q.lo.Sub(one), q.hi.Sub(one)}.times(hundred), mid.Sub(one).Mul(hundred), true
	}
	return q, mid, true
}

// wholeOf is what the first of several parts is a share of: all the others.
func wholeOf(parts []fact.Figure) decimal.Decimal {
	whole := decimal.Zero
	for _, p := range parts[1:] {
		whole = whole.Add(p.Value)
	}
	return whole
}

// writeLike writes a number as another one is written: with as many decimal
// places, and thousands parted by the same sign.
func writeLike(surface string, n decimal.Decimal, ulp int8) string {
	places := int32(max(0, -int(ulp)))
	text := n.Abs().StringFixed(places)
	whole, rest, _ := strings.Cut(text, ".")
	for _, sep := range []string{",", "\u00a0", "\u202f", " "} {
		if !strings.Contains(surface, sep) || len(whole) < 4 || sep == "," && places > 0 && !strings.Contains(surface, ".") {
			continue
		}
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + sep + whole[i:]
		}
		break
	}
	if places > 0 {
		whole += "." + rest
	}
	if n.Sign() < 0 {
		whole = "-" + whole
	}
	return whole
}

// inPlaceOf puts a number into the words of another: "33%" for "30%", "£300" for
// "£400". ok is false where the other is not written in figures.
func inPlaceOf(surface, number string) (text string, ok bool) {
	const figures = "0123456789"
	from, to := strings.IndexAny(surface, figures), strings.LastIndexAny(surface, figures)
	if from < 0 {
		return "", false
	}
	return surface[:from] + number + surface[to+1:], true
}
