package quantity

import (
	"encoding/json"
	"fmt"
	"sort"
	"testing"

	"github.com/concordlint/concord/internal/token"
	"github.com/fxamacker/cbor/v2"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// british writes n below two million with "and" where British English has it:
// before what is left below a hundred.
func british(n int) string {
	last := n % 100
	if n < 100 || last == 0 {
		return InWords(n)
	}
	return InWords(n-last) + " and " + InWords(last)
}

func TestWordsAndFiguresReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 1_000_000).Draw(t, "n")
		for _, form := range []string{InWords(n), british(n), inFigures(n), fmt.Sprint(n)} {
			text := "They counted " + form + " geese there."
			found, toks := scan(text)
			if len(found) != 1 {
				t.Fatalf("%q: %s", text, describe(text))
			}
			q := found[0]
			if got, ok := q.Interval.Int(); !ok || got != n || !q.Exact {
				t.Fatalf("%q: read as %v", text, q.Interval)
			}
			if surface := text[toks[q.Start].Start:toks[q.End-1].End]; surface != form {
				t.Fatalf("%q: surface %q", text, surface)
			}
		}
	})
}

// intervals draws intervals of all shapes.
func intervals(t *rapid.T, name string) Interval {
	a, b := rapid.IntRange(-20, 40).Draw(t, name+" lo"), rapid.IntRange(0, 20).Draw(t, name+" width")
	i := Closed(decimal.New(int64(a), -1), decimal.New(int64(a+b), -1))
	shape := rapid.IntRange(0, 31).Draw(t, name+" shape")
	i.NoLo, i.NoHi = shape&1 != 0, shape&2 != 0
	i.LoOpen, i.HiOpen = !i.NoLo && b > 0 && shape&4 != 0, !i.NoHi && b > 0 && shape&8 != 0
	i.Weak = shape&16 != 0
	i.Known = rapid.IntRange(0, 9).Draw(t, name+" known") > 0
	return i
}

func TestIntervalLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := intervals(t, "a"), intervals(t, "b")
		n := rapid.IntRange(-3, 7).Draw(t, "n")
		if a.Meets(b) != b.Meets(a) {
			t.Fatalf("%v meets %v one way only", a, b)
		}
		if a.Known && b.Known && a.Meets(b) == (a.Below(b) || a.Above(b)) {
			t.Fatalf("%v and %v meet and do not", a, b)
		}
		if a.Contains(n) != a.Meets(Exactly(n)) {
			t.Fatalf("%v and %d", a, n)
		}
		if a.Contains(n) && b.Contains(n) && !a.Meets(b) {
			t.Fatalf("%v and %v share %d and do not meet", a, b, n)
		}
		if a.Contains(n) && !a.Hull(b).Contains(n) || !a.Equal(a) || !a.Hull(b).Equal(b.Hull(a)) {
			t.Fatalf("hull of %v and %v is %v", a, b, a.Hull(b))
		}
		m := rapid.IntRange(-3, 7).Draw(t, "m")
		if sum := a.Add(b); a.Contains(n) && b.Contains(m) && !sum.Contains(n+m) {
			t.Fatalf("%v + %v = %v without %d", a, b, sum, n+m)
		}
		if a.Known && a.Within(b) && a.Contains(n) && !b.Contains(n) {
			t.Fatalf("%v within %v, but %d", a, b, n)
		}
	})
}

func TestIntervalNotation(t *testing.T) {
	moreThan24 := Interval{Lo: decimal.NewFromInt(24), LoOpen: true, NoHi: true, Known: true}
	for _, c := range []struct {
		iv          Interval
		want, short string
	}{
		{Between(5, 6), "[5,6]", "5 to 6"},
		{moreThan24, "(24,∞)", "more than 24"},
		{MoreThan(24), "(24,∞)", "more than 24"},
		{Exactly(7), "[7,7]", "7"},
		{AtLeast(3), "[3,∞)", "at least 3"},
		{AtMost(4), "[0,4]", "at most 4"},
		{Interval{Hi: decimal.NewFromInt(5), HiOpen: true, Known: true}, "[0,5)", "fewer than 5"},
		{Interval{Lo: decimal.NewFromInt(18), Hi: decimal.NewFromInt(20), HiOpen: true, Known: true}, "[18,20)", "18 to under 20"},
		{Interval{}, "(-∞,∞)", "unknown"},
	} {
		if c.iv.String() != c.want || c.iv.Short() != c.short {
			t.Errorf("got %s, %q, want %s, %q", c.iv, c.iv.Short(), c.want, c.short)
		}
	}
}

func TestIntervalTextRefuses(t *testing.T) {
	for _, s := range []string{"", "[", "5", "[5]", "[a,b]", "[5,b]", ",", "[,]"} {
		if err := new(Interval).UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%q: no error", s)
		}
	}
}

func TestCodecs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := Quantity{Interval: intervals(t, "a"), Start: 3, End: 5, Style: Words, Flags: Flags(rapid.Uint32Range(0, 1<<len(flagNames)-1).Draw(t, "flags")), Tail: "times", Place: -1}
		for _, codec := range []struct {
			write func(any) ([]byte, error)
			read  func([]byte, any) error
		}{{json.Marshal, json.Unmarshal}, {cbor.Marshal, cbor.Unmarshal}} {
			data, err := codec.write(q)
			if err != nil {
				t.Fatal(err)
			}
			var back Quantity
			if err := codec.read(data, &back); err != nil {
				t.Fatalf("%s: %v", data, err)
			}
			if !back.Interval.Equal(q.Interval) || back.Flags != q.Flags || back.Tail != q.Tail || back.Place != q.Place || back.End != q.End {
				t.Fatalf("%+v came back as %+v", q, back)
			}
		}
	})
}

func TestModifiersSorted(t *testing.T) {
	if !sort.SliceIsSorted(modifiers[:], func(i, j int) bool { return modifiers[i].words < modifiers[j].words }) {
		t.Error("modifiers are not in the order of their bytes")
	}
	for _, m := range modifiers {
		text := m.words + " 20 boats"
		if toks := token.Append(nil, text, 0, len(text)); !Starts(toks[0]) {
			t.Errorf("%q: no start", m.words)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"more than two dozen of the 12,34,567", "a couple of hundred-and-five 3–5%", "between $3 and 5 million or so", "two and a half times as many",
		"1.2.3 10:30 2024-05-03 31–24 [12] 4.2 A", "half a dozen tens of thousands of", "~20 <5 ½ 2½ 12\u00a0000", "999999999999999 trillion dozen", "no one, none, never, once a week",
		"zero million and a half", "a million and a half or more times per day", "-5 to -3", "three, four or five",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		toks := token.Append(nil, text, 0, len(text))
		for i := range toks {
			q, n, ok := Parse(toks, i)
			if !ok {
				if n != 0 {
					t.Fatalf("refused with %d tokens", n)
				}
				continue
			}
			if !Starts(toks[i]) || n < 1 || i+n > len(toks) || q.Start != i || q.End != i+n {
				t.Fatalf("token %d: %d tokens, quantity %+v", i, n, q)
			}
			iv := q.Interval
			if iv.Known && !iv.NoLo && !iv.NoHi && (iv.Lo.GreaterThan(iv.Hi) || iv.Lo.Equal(iv.Hi) && (iv.LoOpen || iv.HiOpen)) {
				t.Fatalf("%q: empty interval %v", text, iv)
			}
			if r := q.Rounding(); iv.Known && !iv.Within(r) || iv.Known && !r.Within(q.Loose()) {
				t.Fatalf("%q: %v rounds to %v, %v", text, iv, r, q.Loose())
			}
			q.Restate(3)
		}
	})
}
