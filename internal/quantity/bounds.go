package quantity

import (
	"strings"

	"github.com/concordlint/concord/internal/token"
	"github.com/shopspring/decimal"
)

// bound is what a modifier does to the number behind or before it.
type bound uint8

const (
	exactly  bound = iota
	above          // more than n: (n,∞)
	atLeast        // at least n: [n,∞)
	below          // fewer than n: [0,n)
	atMost         // up to n: [0,n]
	nearly         // nearly n: [0.9n,n)
	justOver       // just over n: (n,1.1n]
	approx         // about n: [0.9n,1.1n]
)

// phrase is a modifier before a number, its words with single blanks.
type phrase struct {
	words string
	bound bound
}

// modifier finds the longest phrase that stands at token i and returns its
// effect and its number of tokens, 0 if there is none.
func (p parser) modifier(i int) (bound, int) {
	b, n := exactly, 0
	for _, ph := range phrases(p.lower(i)) {
		if k := p.match(i, ph.words); k > n {
			b, n = ph.bound, k
		}
	}
	return b, n
}

// match returns the number of tokens that spell the phrase at token i, 0 if
// they do not. Punctuation is a word of its own in a phrase.
func (p parser) match(i int, words string) int {
	n := 0
	for words != "" {
		w, rest, _ := strings.Cut(words, " ")
		if p.lower(i+n) != w {
			return 0
		}
		n++
		words = rest
	}
	return n
}

// postposed reads a modifier behind a number, at token i: "or more", "or so",
// "-plus", "+". It returns its number of tokens, 0 if there is none.
func (p parser) postposed(i int) (bound, int) {
	switch p.lower(i) {
	case "or":
		switch p.lower(i + 1) {
		case "more", "greater", "above", "over", "better", "higher", "longer", "older", "later":
			return atLeast, 2
		case "fewer", "less", "under", "below", "lower", "shorter", "younger":
			return atMost, 2
		case "so", "thereabouts":
			return approx, 2
		}
	case "and":
		switch p.lower(i + 1) {
		case "counting", "up", "upward", "upwards":
			return atLeast, 2
		}
	case "at":
		if b, n := p.modifier(i); n > 0 && !p.numberAt(i+n) {
			return b, n
		}
	case "give":
		if n := p.match(i, "give or take"); n > 0 {
			return approx, n
		}
	case "+":
		if p.glued(i) && !(p.glued(i+1) && p.kind(i+1) != token.Punct) {
			return atLeast, 1
		}
	default:
		if !p.hyphen(i) {
			return exactly, 0
		}
		switch p.lower(i + 1) {
		case "plus":
			return atLeast, 2
		case "odd", "ish":
			return approx, 2
		}
	}
	return exactly, 0
}

// numberAt reports whether figures or a cardinal word stand at token i.
func (p parser) numberAt(i int) bool {
	if p.kind(i) == token.Number {
		return true
	}
	v, c := numeral(p.lower(i))
	return c != 0 && !(c == dozen && v == 20) // "a score of 31"
}

// interval is what the number stands for without modifiers.
func (x number) interval() Interval {
	if x.unknown {
		return Interval{}
	}
	r := Interval{Lo: x.low(), NoHi: x.inf, Weak: x.weak, Known: true}
	if x.hi == x.lo {
		r.Hi = r.Lo
	} else {
		r.Hi = x.high()
	}
	if x.inf {
		r.Hi = decimal.Decimal{}
	}
	return r
}

// apply gives the interval of a bound on i. Numbers of things move by one at
// least where they are about, nearly or just over; shares and amounts (not
// things) by a tenth.
func (b bound) apply(i Interval, things bool) Interval {
	if !i.Known || b == exactly {
		return i
	}
	if i.NoHi { // a bound on a vague word says no more than the word
		if b == below || b == atMost {
			return Interval{Weak: true}
		}
		return i
	}
	zero := decimal.Decimal{}
	r := i
	switch b {
	case above:
		r.LoOpen, r.NoHi, r.HiOpen, r.Hi = true, true, false, zero
	case atLeast:
		r.NoHi, r.HiOpen, r.Hi = true, false, zero
	case below:
		r.Lo, r.LoOpen, r.HiOpen = decimal.Min(zero, i.Hi), false, i.Hi.IsPositive()
	case atMost:
		r.Lo, r.LoOpen = decimal.Min(zero, i.Hi), false
	case nearly:
		r.Lo, r.HiOpen = i.Lo.Sub(slack(i.Lo, things)), slack(i.Hi, things).IsPositive()
	case justOver:
		r.Hi, r.LoOpen = i.Hi.Add(slack(i.Hi, things)), slack(i.Hi, things).IsPositive()
	case approx:
		r.Lo, r.Hi = i.Lo.Sub(slack(i.Lo, things)), i.Hi.Add(slack(i.Hi, things))
	}
	return r
}

// slack is a tenth of v, and at least one for things.
func slack(v decimal.Decimal, things bool) decimal.Decimal {
	s := v.Abs().Shift(-1)
	if one := decimal.NewFromInt(1); things && s.LessThan(one) {
		return one
	}
	return s
}
