package verify

import (
	"math/big"
	"slices"
	"strings"
)

// interval is a set of numbers between two ends, nil for none; loOpen and hiOpen
// tell that an end does not belong to it.
type interval struct {
	lo, hi         *big.Rat
	loOpen, hiOpen bool
}

// parse reads "[5,6]", "(24,∞)".
func parse(s string) (i interval, ok bool) {
	lo, hi, found := strings.Cut(strings.Trim(s, "[]()"), ",")
	if !found || !strings.ContainsAny(s[:1], "[(") {
		return i, false
	}
	i.loOpen, i.hiOpen = s[0] == '(', s[len(s)-1] == ')'
	if lo != "-∞" {
		if i.lo, ok = new(big.Rat).SetString(lo); !ok {
			return i, false
		}
	}
	if hi != "∞" {
		if i.hi, ok = new(big.Rat).SetString(hi); !ok {
			return i, false
		}
	}
	return i, true
}

// fits reports whether a text is not one number, or one in the interval. A fall
// is told without its sign.
func (i interval) fits(text string) bool {
	text = strings.NewReplacer(",", "", "\u00a0", "", "−", "-").Replace(strings.Trim(text, " *%€$£+()"))
	n, ok := new(big.Rat).SetString(text)
	one := interval{lo: n, hi: n}
	return !ok || strings.ContainsAny(text, "/eExX_") || i.meets(one) || i.meets(one.times(-1, 1))
}

// meets reports whether some number lies in both.
func (i interval) meets(o interval) bool {
	below := func(hi, lo *big.Rat, open bool) bool {
		return hi != nil && lo != nil && (hi.Cmp(lo) < 0 || hi.Cmp(lo) == 0 && open)
	}
	return !below(i.hi, o.lo, i.hiOpen || o.loOpen) && !below(o.hi, i.lo, o.hiOpen || i.loOpen)
}

func (i interval) plus(o interval) interval {
	add := func(a, b *big.Rat) *big.Rat {
		if a == nil || b == nil {
			return nil
		}
		return new(big.Rat).Add(a, b)
	}
	return interval{add(i.lo, o.lo), add(i.hi, o.hi), i.loOpen || o.loOpen, i.hiOpen || o.hiOpen}
}

// times is the interval times p/q.
func (i interval) times(p, q int64) interval {
	mul := func(a *big.Rat) *big.Rat {
		if a == nil {
			return nil
		}
		return new(big.Rat).Mul(a, big.NewRat(p, q))
	}
	if p < 0 {
		return interval{mul(i.hi), mul(i.lo), i.hiOpen, i.loOpen}
	}
	return interval{mul(i.lo), mul(i.hi), i.loOpen, i.hiOpen}
}

// over is the quotient of two bounded intervals; ok is false where the divisor
// may be nought.
func (i interval) over(o interval) (q interval, ok bool) {
	if i.lo == nil || i.hi == nil || o.lo == nil || o.hi == nil || o.lo.Sign()*o.hi.Sign() <= 0 {
		return q, false
	}
	var all []*big.Rat
	for _, a := range []*big.Rat{i.lo, i.hi} {
		all = append(all, new(big.Rat).Quo(a, o.lo), new(big.Rat).Quo(a, o.hi))
	}
	slices.SortFunc(all, (*big.Rat).Cmp)
	return interval{lo: all[0], hi: all[3]}, true
}
