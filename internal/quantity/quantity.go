package quantity

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Style tells how a number is written.
type Style uint8

// The styles.
const (
	Words   Style = iota + 1 // "seven", "two dozen"
	Figures                  // "7", "1.2 million", "$5"
	Fixed                    // a word that stands for a number: "both", "twice", "a pair", "several"
)

// Quantity is a stated quantity.
type Quantity struct {
	// Interval is what is claimed; never with rounding (see Rounding).
	Interval Interval
	// Start and End are token indices: the quantity's words are
	// toks[Start:End], from its first modifier ("more than") to the number's
	// end or "times", "occasions", "%", "per cent" behind it.
	Start, End int
	Style      Style
	Flags      Flags
	// Exact tells that it is one number without modifier; Vague that it is
	// a vague word ("several"), alone or modified.
	Exact, Vague bool
	// Unit is the currency sign or code before the number ("$", "US$",
	// "EUR") or the letters glued to its end ("km").
	Unit string
	// Tail holds the words behind the number that belong to the quantity
	// ("times", "separate occasions"), with single blanks.
	Tail string
	// Capital tells that the quantity begins with a capital.
	Capital bool
	// Place is the power of ten of the last figure written: 5 for "1.2
	// million", 0 for "45", -1 for "3.5". For numbers in words it is that
	// of their last power word from million up, else 0.
	Place int8
}

// One is the quantity 1, for what is said to exist without a number.
func One() Quantity { return Quantity{Interval: Exactly(1), Style: Words, Exact: true} }

// Is reports whether any of the flags is set.
func (q Quantity) Is(f Flags) bool { return q.Flags&f != 0 }

// IsOne reports whether the quantity is exactly 1.
func (q Quantity) IsOne() bool {
	n, ok := q.Interval.Int()
	return ok && n == 1
}

// Times reports whether the quantity says how often.
func (q Quantity) Times() bool { return q.Is(Times) }

// Countable reports whether the quantity may say how many things or times
// there are in all: it is no share, amount, label or part, and not said of
// things that were counted before ("the two", "both").
func (q Quantity) Countable() bool {
	if q.Is(Never | Measure | Rate | Negated | OneOf | PartOf | More | Partial | Ambiguous) {
		return false
	}
	return !q.Is(Definite) || q.Is(Whole)
}

// longestList bounds what is taken for the length of a list.
const longestList = 300

// ListCountable reports whether the quantity may say how many items a list
// has: one plain number from 2, not of times and not a part of a whole.
func (q Quantity) ListCountable() bool {
	if !q.Exact || q.Style == Fixed || q.Is(Never|Measure|Rate|Negated|Times|None|OneOf|PartOf|Partial|Ambiguous|Rounded) {
		return false
	}
	n, ok := q.Interval.Int()
	return ok && n >= 2 && n <= longestList
}

// Rounding is the interval that the number stands for if it was rounded the
// way it is written: [1.15,1.25] million for "1.2 million", [44.5,45.5] for
// "45%", closed at both ends so that any half-rounding is accepted. Plain
// whole numbers, number words below a million and quantities with bounds are
// their own Interval.
func (q Quantity) Rounding() Interval {
	if !q.Is(Rounded) {
		return q.Interval
	}
	return q.widen(int32(q.Place))
}

// Loose is Rounding, and for round whole numbers from 100 the interval of
// rounding to their last figure that is not nought: [4500,5500] for "5,000".
func (q Quantity) Loose() Interval {
	if q.Is(Rounded) {
		return q.Rounding()
	}
	if !q.Exact || q.Is(YearLike|NotACount) || q.Interval.Lo.LessThan(decimal.NewFromInt(100)) || !q.Interval.Lo.IsInteger() {
		return q.Interval
	}
	digits := q.Interval.Lo.String()
	noughts := len(digits) - len(strings.TrimRight(digits, "0"))
	if noughts == 0 {
		return q.Interval
	}
	return q.widen(int32(noughts))
}

// widen moves closed ends out by half a unit of the given power of ten.
func (q Quantity) widen(power int32) Interval {
	i := q.Interval
	if !i.Known || q.Vague || i.LoOpen || i.HiOpen || i.NoLo || i.NoHi || !q.Exact && !q.Is(Range|Choice) {
		return i
	}
	half := decimal.New(5, power-1)
	i.Lo, i.Hi = i.Lo.Sub(half), i.Hi.Add(half)
	return i
}

// Restate writes n the way the quantity is written, for a suggested repair:
// the text stands in place of the tokens Start to End ("seven times" with 6
// gives "six times"). ok is false where that cannot be done well: bounds,
// ranges, "both", shares, amounts.
func (q Quantity) Restate(n int) (text string, ok bool) {
	if _, whole := q.Interval.Int(); !q.Exact || !whole || n < 0 || q.Is(Never|None|Rounded) || q.Style == Fixed && !q.Is(Times) {
		return "", false
	}
	tail := q.Tail
	if q.Style == Fixed {
		tail = "times"
	}
	words := q.Style != Figures
	switch {
	case words && tail == "times" && n == 0:
		return "", false
	case words && tail == "times" && n <= 2:
		text, tail = pick(n == 1, "once", "twice"), ""
	case words && n <= 100:
		text = InWords(n)
	default:
		text = inFigures(n)
	}
	if n == 1 {
		tail = strings.TrimSuffix(tail, "s")
	} else if q.IsOne() && tail == "time" {
		tail = "times"
	}
	if tail != "" {
		text += " " + tail
	}
	if q.Capital {
		text = strings.ToUpper(text[:1]) + text[1:]
	}
	return text, true
}

// inFigures writes n with commas between thousands.
func inFigures(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
