// Package amount knows numbers as texts state them: exact, bounded, rounded
// or vague, in words and figures, each standing for an interval. It knows
// tokens and nothing else; what is counted is not its matter.
package amount

import (
	"github.com/shopspring/decimal"
)

// Interval is a range of numbers, with open or closed ends. The zero
// Interval is not known: nothing can be said of it.
type Interval struct {
	Lo, Hi decimal.Decimal
	// LoOpen and HiOpen leave the end itself out. NoHi means no upper end.
	LoOpen, HiOpen, NoHi bool
	// Known is false for words that say nothing ("a number of").
	Known bool
	// Weak marks a reading too loose to contradict anything ("dozens").
	Weak bool
}

// Exactly is [n, n].
func Exactly(n int) Interval { return Between(n, n) }

// Between is [a, b].
func Between(a, b int) Interval {
	return Interval{Lo: decimal.NewFromInt(int64(a)), Hi: decimal.NewFromInt(int64(b)), Known: true}
}

// AtLeast is [a, ∞).
func AtLeast(a int) Interval {
	return Interval{Lo: decimal.NewFromInt(int64(a)), NoHi: true, Known: true}
}

// Below reports whether all of i lies below all of o.
func (i Interval) Below(o Interval) bool {
	if i.NoHi || !i.Known || !o.Known {
		return false
	}
	c := i.Hi.Cmp(o.Lo)
	return c < 0 || c == 0 && (i.HiOpen || o.LoOpen)
}

// Meets reports whether the intervals have a number in common. An unknown
// interval meets everything.
func (i Interval) Meets(o Interval) bool { return !i.Below(o) && !o.Below(i) }

// Contains reports whether n lies in the interval.
func (i Interval) Contains(n int) bool { return i.Known && i.Meets(Exactly(n)) }

// Int is the only number of the interval; ok is false where there are more,
// or where it is not whole.
func (i Interval) Int() (n int, ok bool) {
	if !i.Known || i.NoHi || !i.Lo.Equal(i.Hi) || !i.Lo.IsInteger() {
		return 0, false
	}
	return int(i.Lo.IntPart()), true
}

// String writes the interval as "[5,6]" or "(24,∞)"; "?" if unknown.
func (i Interval) String() string {
	if !i.Known {
		return "?"
	}
	s := "["
	if i.LoOpen {
		s = "("
	}
	s += i.Lo.String() + ","
	switch {
	case i.NoHi:
		return s + "∞)"
	case i.HiOpen:
		return s + i.Hi.String() + ")"
	}
	return s + i.Hi.String() + "]"
}

// Short writes the interval as people do: "7", "5 to 6", "more than 24".
func (i Interval) Short() string {
	lo, hi := i.Lo.String(), i.Hi.String()
	switch {
	case !i.Known:
		return "an unknown number"
	case i.NoHi && i.LoOpen:
		return "more than " + lo
	case i.NoHi:
		return "at least " + lo
	case lo == hi:
		return lo
	case i.Lo.IsZero() && i.HiOpen:
		return "fewer than " + hi
	case i.Lo.IsZero():
		return "at most " + hi
	}
	return lo + " to " + hi
}
