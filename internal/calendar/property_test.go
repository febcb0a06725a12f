package calendar

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// styles are the ways in which writers put down a day.
func styles(d Day) []string {
	m := MonthName(int(d.Month))
	short := m[:3] + "."
	if m == "May" {
		short = m
	}
	w := WeekdayName(Weekday(d))
	th := "th"
	switch {
	case d.Day%10 == 1 && d.Day != 11:
		th = "st"
	case d.Day%10 == 2 && d.Day != 12:
		th = "nd"
	case d.Day%10 == 3 && d.Day != 13:
		th = "rd"
	}
	return []string{
		fmt.Sprintf("%s %d, %d", m, d.Day, d.Year),
		fmt.Sprintf("%s %d, %d", short, d.Day, d.Year),
		fmt.Sprintf("%s %d %d", strings.ToUpper(m), d.Day, d.Year),
		fmt.Sprintf("%s %d%s, %d", m, d.Day, th, d.Year),
		fmt.Sprintf("%d %s %d", d.Day, m, d.Year),
		fmt.Sprintf("%d %s %d", d.Day, short, d.Year),
		fmt.Sprintf("%d%s of %s, %d", d.Day, th, m, d.Year),
		fmt.Sprintf("%s, %s %d, %d", w, m, d.Day, d.Year),
		fmt.Sprintf("%s %d %s %d", w[:3], d.Day, m, d.Year),
		fmt.Sprintf("%s the %d%s of %s %d", w, d.Day, th, m, d.Year),
		fmt.Sprintf("%d-%s-%d", d.Day, m[:3], d.Year),
		fmt.Sprintf("%d-%02d-%02d", d.Year, d.Month, d.Day),
		fmt.Sprintf("%d/%02d/%02d", d.Year, d.Month, d.Day),
		fmt.Sprintf("%02d.%02d.%d", d.Day, d.Month, d.Year),
		fmt.Sprintf("%s, %d-%02d-%02d", w, d.Year, d.Month, d.Day),
	}
}

// A day written in any style is read back, whatever stands around it.
func TestStylesRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := FromDayNumber(rapid.IntRange(-250000, 300000).Draw(t, "day"))
		s := rapid.SampledFrom(styles(d)).Draw(t, "style")
		left := rapid.SampledFrom([]string{"", "On ", "It was (", "As of: ", "He left; "}).Draw(t, "left")
		right := rapid.SampledFrom([]string{"", ".", ", he left", ") it was", ": a call", " he met her"}).Draw(t, "right")
		out, dates := scan(left + s + right)
		if len(dates) != 1 || dates[0].From != d || dates[0].To != d || dates[0].Invalid != "" || !dates[0].YearStated {
			t.Fatalf("%q read as %v", left+s+right, out)
		}
		if fits, known := dates[0].WeekdayFits(); known && !fits {
			t.Fatalf("%q: the weekday does not fit", s)
		}
	})
}

// A range written in any style is read back.
func TestRangesRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(-200000, 300000).Draw(t, "day")
		a, b := FromDayNumber(n), FromDayNumber(n+rapid.IntRange(1, 200).Draw(t, "length"))
		ma, mb := MonthName(int(a.Month)), MonthName(int(b.Month))
		dash := rapid.SampledFrom([]string{"-", "–", " - ", " – ", "—", " to ", " through ", " until "}).Draw(t, "dash")
		ss := []string{
			fmt.Sprintf("%s %d, %d%s%s %d, %d", ma, a.Day, a.Year, dash, mb, b.Day, b.Year),
			fmt.Sprintf("%d %s %d%s%d %s %d", a.Day, ma, a.Year, dash, b.Day, mb, b.Year),
			fmt.Sprintf("%s %d%s%s %d, %d", ma[:3], a.Day, dash, mb[:3], b.Day, b.Year),
			fmt.Sprintf("from %d %s to %d %s %d", a.Day, ma, b.Day, mb, b.Year),
			fmt.Sprintf("between %s %d and %s %d, %d", ma, a.Day, mb, b.Day, b.Year),
		}
		if a.Month == b.Month && a.Year == b.Year {
			ss = append(ss, fmt.Sprintf("%s %d%s%d, %d", ma, a.Day, dash, b.Day, b.Year), fmt.Sprintf("%d%s%d %s %d", a.Day, dash, b.Day, mb, b.Year))
		}
		s := rapid.SampledFrom(ss).Draw(t, "style")
		toks := cut(s)
		d, next, ok := Parse(toks, 0)
		if !ok || next != len(toks) || d.From != a || d.To != b || d.Backwards {
			t.Fatalf("%q read as %v", s, d)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"On Monday, December 6, 2021 at 10:20", "9–13 November", "Dec 30 – Jan 2, 2022", "2021-12-06T10:00Z", "10/11/2024", "[3.2.0] - 2024-05-21",
		"between 5 May and 9 June", "18:00 UTC, Saturday 26 August 2023", "mid-March 2020", "Q3 2021", "FY2024/25", "so far this year", "2010-00-00", "twenty-first of June", "BRUSSELS, Jan. 10, 2022 — x",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		toks := cut(s)
		in := func(next, i int, what string) {
			if next <= i || next > len(toks) {
				t.Fatalf("%s of %q at %d ends at %d", what, s, i, next)
			}
		}
		var dates []Date
		for i := range toks {
			if d, next, ok := Parse(toks, i); ok {
				in(next, i, "date")
				first, last, known := d.Bounds()
				if known && DayNumber(first) > DayNumber(last) {
					t.Fatalf("%q: %v runs from %v to %v", s, d, first, last)
				}
				if d.Invalid == "" && (!Valid(d.From) || !Valid(d.To)) {
					t.Fatalf("%q: %v is no date", s, d)
				}
				dates = append(dates, d)
			}
			if _, next, ok := ParseYear(toks, i); ok {
				in(next, i, "year")
			}
			if c, next, ok := ParseClock(toks, i); ok {
				in(next, i, "clock")
				if c.From < 0 || c.From > 1440 || c.To < 0 || c.To > 1440 {
					t.Fatalf("%q: clock %+v", s, c)
				}
			}
			if _, next, ok := ParseVersion(toks, i); ok {
				in(next, i, "version")
			}
			if _, _, _, next, ok := ParseWindow(toks, i, Day{2021, 12, 7}); ok {
				in(next, i, "window")
			}
		}
		if _, _, next, ok := EntryDate(toks); ok {
			in(next, 0, "entry")
		}
		Direction(InferYears(dates, Day{2021, 12, 7}, nil))
		DocumentDate(nil, []string{s}, s)
	})
}

var prose = strings.Repeat("On Monday, December 6, 2021, the two ministers spoke for 40 minutes about the plan that 16 of the 27 states had drawn up in the second week of March. It may be signed between 9 and 13 November, said the spokesman; in 2019, by contrast, nobody had come. ", 40)

func BenchmarkStarts(b *testing.B) {
	toks := cut(prose)
	b.SetBytes(int64(len(prose)))
	for b.Loop() {
		n := 0
		for _, t := range toks {
			if Starts(t) {
				n++
			}
		}
	}
}

func BenchmarkParse(b *testing.B) {
	toks := cut(prose)
	b.SetBytes(int64(len(prose)))
	b.ReportAllocs()
	for b.Loop() {
		for i := 0; i < len(toks); i++ {
			if !Starts(toks[i]) {
				continue
			}
			if _, next, ok := Parse(toks, i); ok {
				i = next - 1
			}
		}
	}
}

func BenchmarkEntryDate(b *testing.B) {
	toks := cut("December 15-16: the deputy consults with her colleagues in the capital")
	b.ReportAllocs()
	for b.Loop() {
		EntryDate(toks)
	}
}
