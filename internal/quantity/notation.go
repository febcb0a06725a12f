package quantity

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// infinity is the sign for an end that is not there.
const infinity = "∞"

// String writes the interval as "[5,6]", "(24,∞)", "[7,7]". What is not
// known is "(-∞,∞)". Weakness is not shown.
func (i Interval) String() string {
	if !i.Known {
		return "(-∞,∞)"
	}
	var b strings.Builder
	if i.NoLo {
		b.WriteString("(-" + infinity)
	} else {
		b.WriteString(pick(i.LoOpen, "(", "["))
		b.WriteString(i.Lo.String())
	}
	b.WriteByte(',')
	if i.NoHi {
		b.WriteString(infinity + ")")
	} else {
		b.WriteString(i.Hi.String())
		b.WriteString(pick(i.HiOpen, ")", "]"))
	}
	return b.String()
}

func pick(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

// Short says the interval as a person would: "7", "5 to 6", "more than 24",
// "at least 3", "fewer than 10", "unknown".
func (i Interval) Short() string {
	switch {
	case !i.Known, i.NoLo && i.NoHi:
		return "unknown"
	case i.NoHi:
		return pick(i.LoOpen, "more than ", "at least ") + i.Lo.String()
	case i.NoLo, i.Lo.IsZero() && !i.Hi.IsZero():
		return pick(i.HiOpen, "fewer than ", "at most ") + i.Hi.String()
	case i.Lo.Equal(i.Hi):
		return i.Lo.String()
	case i.HiOpen && !i.LoOpen:
		return i.Lo.String() + " to under " + i.Hi.String()
	case i.LoOpen:
		return "more than " + i.Lo.String() + ", " + pick(i.HiOpen, "under ", "up to ") + i.Hi.String()
	}
	return i.Lo.String() + " to " + i.Hi.String()
}

// weakMark and unknownMark complete String to a form that can be read back.
const (
	weakMark    = " weak"
	unknownMark = "unknown"
)

// MarshalText gives String's notation with " weak" after a weak interval, or
// "unknown"; UnmarshalText reads it.
func (i Interval) MarshalText() ([]byte, error) {
	s := unknownMark
	if i.Known {
		s = i.String()
	}
	if i.Weak {
		s += weakMark
	}
	return []byte(s), nil
}

// UnmarshalText reads what MarshalText wrote.
func (i *Interval) UnmarshalText(text []byte) error {
	s, weak := strings.CutSuffix(string(text), weakMark)
	if s == unknownMark {
		*i = Interval{Weak: weak}
		return nil
	}
	lo, hi, ok := strings.Cut(s, ",")
	if !ok || len(lo) < 2 || len(hi) < 2 {
		return fmt.Errorf("interval %q: want the form [1,2]", text)
	}
	r := Interval{Weak: weak, Known: true, LoOpen: lo[0] == '(', HiOpen: hi[len(hi)-1] == ')'}
	lo, hi = lo[1:], hi[:len(hi)-1]
	var err error
	if r.NoLo = lo == "-"+infinity; r.NoLo {
		r.LoOpen = false
	} else if r.Lo, err = decimal.NewFromString(lo); err != nil {
		return fmt.Errorf("interval %q: lower end: %w", text, err)
	}
	if r.NoHi = hi == infinity; r.NoHi {
		r.HiOpen = false
	} else if r.Hi, err = decimal.NewFromString(hi); err != nil {
		return fmt.Errorf("interval %q: upper end: %w", text, err)
	}
	*i = r
	return nil
}

// MarshalBinary is MarshalText, for codecs that ask for binary forms.
func (i Interval) MarshalBinary() ([]byte, error) { return i.MarshalText() }

// UnmarshalBinary is UnmarshalText.
func (i *Interval) UnmarshalBinary(data []byte) error { return i.UnmarshalText(data) }
