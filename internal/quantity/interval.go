package quantity

import (
	"github.com/shopspring/decimal"
)

// Interval is a set of numbers without gaps: what a stated quantity may
// mean, or what evidence may come to. The zero Interval is not Known.
type Interval struct {
	// Lo and Hi are the ends, Lo <= Hi; they belong to the interval unless
	// LoOpen or HiOpen.
	Lo, Hi         decimal.Decimal
	LoOpen, HiOpen bool
	// NoLo and NoHi tell that there is no lower or upper end; Lo or Hi then
	// means nothing.
	NoLo, NoHi bool
	// Weak marks an interval that rests on a vague word ("several"): it
	// must never make an error or a warning.
	Weak bool
	// Known is false where nothing can be said ("a number of").
	Known bool
}

// Exactly is [n,n].
func Exactly(n int) Interval { return Between(n, n) }

// Between is [lo,hi], in whichever order the ends are given.
func Between(lo, hi int) Interval {
	if lo > hi {
		lo, hi = hi, lo
	}
	l := decimal.NewFromInt(int64(lo))
	h := l
	if hi != lo {
		h = decimal.NewFromInt(int64(hi))
	}
	return Interval{Lo: l, Hi: h, Known: true}
}

// AtLeast is [n,∞).
func AtLeast(n int) Interval {
	return Interval{Lo: decimal.NewFromInt(int64(n)), NoHi: true, Known: true}
}

// MoreThan is (n,∞).
func MoreThan(n int) Interval {
	return Interval{Lo: decimal.NewFromInt(int64(n)), LoOpen: true, NoHi: true, Known: true}
}

// AtMost is [0,n]: what is counted is never below nothing. A negative n
// gives [n,n].
func AtMost(n int) Interval { return Between(min(n, 0), n) }

// Closed is [lo,hi], in whichever order the ends are given.
func Closed(lo, hi decimal.Decimal) Interval {
	if lo.GreaterThan(hi) {
		lo, hi = hi, lo
	}
	return Interval{Lo: lo, Hi: hi, Known: true}
}

// Contains reports whether n may be meant: whether n lies in the interval,
// or nothing is known.
func (i Interval) Contains(n int) bool { return i.Meets(Exactly(n)) }

// Meets reports whether some number lies in both intervals. What is not
// known meets everything, for it contradicts nothing.
func (i Interval) Meets(o Interval) bool { return !i.Below(o) && !o.Below(i) }

// Below reports whether every number of i is less than every number of o.
func (i Interval) Below(o Interval) bool {
	if !i.Known || !o.Known || i.NoHi || o.NoLo {
		return false
	}
	c := i.Hi.Cmp(o.Lo)
	return c < 0 || c == 0 && (i.HiOpen || o.LoOpen)
}

// Above reports whether every number of i is greater than every number of o.
func (i Interval) Above(o Interval) bool { return o.Below(i) }

// Within reports whether every number of i lies in o. Nothing that is not
// known lies within anything.
func (i Interval) Within(o Interval) bool {
	if !i.Known || !o.Known {
		return false
	}
	return (o.NoLo || !i.NoLo && startsBefore(o, i)) && (o.NoHi || !i.NoHi && endsAfter(o, i))
}

// startsBefore reports whether o begins where i begins or before; both have
// a lower end.
func startsBefore(o, i Interval) bool {
	c := o.Lo.Cmp(i.Lo)
	return c < 0 || c == 0 && (!o.LoOpen || i.LoOpen)
}

// endsAfter reports whether o ends where i ends or after; both have an
// upper end.
func endsAfter(o, i Interval) bool {
	c := o.Hi.Cmp(i.Hi)
	return c > 0 || c == 0 && (!o.HiOpen || i.HiOpen)
}

// Equal reports whether both intervals are the same, marks included.
func (i Interval) Equal(o Interval) bool {
	if i.Known != o.Known || i.Weak != o.Weak {
		return false
	}
	return !i.Known || i.Within(o) && o.Within(i)
}

// Add is the interval of all sums of a number of i and a number of o.
func (i Interval) Add(o Interval) Interval {
	s := Interval{NoLo: i.NoLo || o.NoLo, NoHi: i.NoHi || o.NoHi, Weak: i.Weak || o.Weak, Known: i.Known && o.Known}
	if !s.Known {
		return Interval{Weak: s.Weak}
	}
	if !s.NoLo {
		s.Lo, s.LoOpen = i.Lo.Add(o.Lo), i.LoOpen || o.LoOpen
	}
	if !s.NoHi {
		s.Hi, s.HiOpen = i.Hi.Add(o.Hi), i.HiOpen || o.HiOpen
	}
	return s
}

// Hull is the smallest interval that holds both.
func (i Interval) Hull(o Interval) Interval {
	if !i.Known || !o.Known {
		return Interval{Weak: i.Weak || o.Weak}
	}
	h := Interval{NoLo: i.NoLo || o.NoLo, NoHi: i.NoHi || o.NoHi, Weak: i.Weak || o.Weak, Known: true}
	if !h.NoLo {
		h.Lo, h.LoOpen = i.Lo, i.LoOpen
		if startsBefore(o, i) {
			h.Lo, h.LoOpen = o.Lo, o.LoOpen
		}
	}
	if !h.NoHi {
		h.Hi, h.HiOpen = i.Hi, i.HiOpen
		if endsAfter(o, i) {
			h.Hi, h.HiOpen = o.Hi, o.HiOpen
		}
	}
	return h
}

// Int is the whole number that the interval stands for; exact is false
// where it holds more than one number or none that is whole and fits an int.
func (i Interval) Int() (n int, exact bool) {
	if !i.Known || i.NoLo || i.NoHi || i.LoOpen || i.HiOpen || !i.Lo.Equal(i.Hi) || !i.Lo.IsInteger() {
		return 0, false
	}
	b := i.Lo.BigInt()
	if !b.IsInt64() || b.Int64() != int64(int(b.Int64())) {
		return 0, false
	}
	return int(b.Int64()), true
}
