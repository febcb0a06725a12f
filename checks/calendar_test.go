package checks_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// dateOn is the fact of a date that a document states from byte start on. A
// weekday is taken to open it.
func dateOn(t *testing.T, doc, start int, text string) *fact.Date {
	t.Helper()
	d := &fact.Date{Base: base(doc, start, text), Of: fact.Days, Date: date(t, text)}
	d.Span.End = start + len(text)
	d.Section = source.None
	if d.Date.Weekday != 0 {
		d.WeekdaySurface, _, _ = strings.Cut(strings.Replace(text, ",", " ", 1), " ")
		d.WeekdayAt = at(doc, start)
	}
	return d
}

// repairs writes the suggestions with their confidence.
func repairs(v verdict.Verdict) []string {
	var out []string
	for _, s := range v.Suggestions {
		out = append(out, s.Text+" "+s.Confidence)
	}
	return out
}

// TestWeekdays compares weekdays with the calendar.
func TestWeekdays(t *testing.T) {
	c := newCheck(t, "calendar", "weekdays")
	for _, test := range []struct {
		text   string
		change func(*fact.Date)
		want   string
		repair []string
	}{
		{"Monday, 2019-07-04", nil, "conflicts contradiction: Monday/Thursday", []string{"Thursday low", "Monday, 2019-07-01 low"}},
		{"Monday, 2019-02-17", nil, "conflicts contradiction: Monday/Sunday", []string{"Sunday low", "Monday, 2019-02-18 low", "Monday, 2020-02-17 low"}},
		{"Friday, 2020-03-04", nil, "conflicts contradiction: Friday/Wednesday", []string{"Wednesday low", "Friday, 2020-03-06 low", "Friday, 2020-04-03 low"}},
		{"Thu., Dec. 31, 2021", nil, "conflicts contradiction: Thursday/Friday", []string{"Fri. low", "Thu., Dec. 30, 2021 low", "Thu., Dec. 31, 2020 low"}},
		{"Wednesday March 31st, 2020", nil, "conflicts contradiction: Wednesday/Tuesday", []string{"Tuesday low", "Wednesday April 1st, 2020 low", "Wednesday March 31st, 2021 low"}},
		{"Thursday, July 4, 2019", nil, "agrees: Thursday/Thursday", nil},
		{"Thursday, July 4", nil, "undecided (the year is not known): Thursday/", nil},
		{"Thursday, July 4", func(d *fact.Date) { d.Date.Years = []int16{2018, 2019} }, "agrees: Thursday/Thursday", nil},
		{"Friday, July 4", func(d *fact.Date) { d.Date.Years = []int16{2018, 2019} }, "conflicts contradiction: Friday/Wednesday or Thursday", []string{"Wednesday low", "Friday, July 6 low"}},
		{"Thursday, July 4", func(d *fact.Date) { d.Date.Years, d.Doubt = []int16{2019}, fact.DoubtYear }, "undecided (its year is not told): Thursday/", nil},
		{"Monday, July 4, 2019", func(d *fact.Date) { d.Doubt = fact.DoubtZone }, "undecided (the text names more than one time zone): Monday/", nil},
		{"Monday, July 4, 2019", func(d *fact.Date) { d.Quoted = true }, "", nil},
		{"July 4, 2019", nil, "", nil},
	} {
		t.Run(test.text, func(t *testing.T) {
			d := dateOn(t, 0, 10, test.text)
			if test.change != nil {
				test.change(d)
			}
			vs := run(c, d)
			if got := strings.Join(outcomes(vs), "; "); got != test.want {
				t.Fatalf("got %q, want %q", got, test.want)
			}
			if len(vs) > 0 {
				if d := cmp.Diff(test.repair, repairs(vs[0])); d != "" {
					t.Error(d)
				}
			}
		})
	}
}

// TestWeekdayVotes asks the other places of the set.
func TestWeekdayVotes(t *testing.T) {
	c := newCheck(t, "calendar", "weekdays")
	wrong := dateOn(t, 0, 10, "Saturday, 18 June 2023")
	wrong.Words = []string{"firework", "harbour"}
	day := dateOn(t, 1, 10, "Sunday, 18 June 2023")
	weekday := dateOn(t, 2, 10, "Saturday, 17 June 2023")
	for _, test := range []struct {
		name  string
		words []string
		other *fact.Date
		want  []string
	}{
		{"the day", wrong.Words, day, []string{"Sunday medium", "Saturday, 17 June 2023 low", "Saturday, 18 June 2022 low"}},
		{"the weekday", wrong.Words, weekday, []string{"Sunday low", "Saturday, 17 June 2023 medium", "Saturday, 18 June 2022 low"}},
		{"another event", []string{"choir"}, day, []string{"Sunday low", "Saturday, 17 June 2023 low", "Saturday, 18 June 2022 low"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.other.Words = test.words
			if d := cmp.Diff(test.want, repairs(run(c, wrong, test.other)[0])); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestWeekdaysWithoutYear holds dates without a year against each other.
func TestWeekdaysWithoutYear(t *testing.T) {
	c := newCheck(t, "calendar", "weekdays")
	for _, test := range []struct {
		texts []string
		want  int // conflicts
	}{
		{[]string{"Monday 22nd", "Friday 26th"}, 0},
		{[]string{"Monday 22nd", "Friday 29th"}, 1},
		{[]string{"Friday 29th", "Monday 2nd"}, 0},
		{[]string{"Monday, May 4", "Friday, May 8"}, 0},
		{[]string{"Monday, May 4", "Friday, May 9"}, 1},
		{[]string{"Sunday, February 23", "Sunday, March 1"}, 0}, // a leap year
		{[]string{"Wednesday, December 30", "Saturday, January 2"}, 0},
		{[]string{"Wednesday, December 30", "Sunday, January 2"}, 1},
	} {
		t.Run(strings.Join(test.texts, ", "), func(t *testing.T) {
			var facts []fact.Fact
			for i, s := range test.texts {
				d := dateOn(t, 0, 10+30*i, s)
				d.Block = 1
				facts = append(facts, d)
			}
			n := 0
			for _, v := range run(c, facts...) {
				if v.Status == verdict.Conflicts {
					n++
				}
			}
			if n != test.want {
				t.Errorf("%d conflicts, want %d", n, test.want)
			}
		})
	}
}

// TestOddOneOut: of many dates in one section the one that fits no year that
// the others fit.
func TestOddOneOut(t *testing.T) {
	c := newCheck(t, "calendar", "weekdays")
	texts := []string{"Monday, May 4", "Monday, May 11", "Tuesday, May 26", "Friday, June 6", "Saturday, June 20", "Sunday, July 12"}
	var facts []fact.Fact
	for i, s := range texts {
		facts = append(facts, dateOn(t, 0, 10+200*i, s))
	}
	var got []string
	for _, v := range run(c, facts...) {
		if v.Status == verdict.Conflicts {
			got = append(got, v.Surface)
		}
	}
	if d := cmp.Diff([]string{"Friday, June 6"}, got); d != "" {
		t.Error(d)
	}
}

// TestDays reports dates that cannot be, with what may have been meant.
func TestDays(t *testing.T) {
	c := newCheck(t, "calendar", "days")
	for _, test := range []struct {
		text   string
		doubt  fact.Doubt
		want   string
		repair []string
	}{
		{"2018-31-03", "", "conflicts contradiction: 2018-31-03/", []string{"2018-03-31 medium"}},
		{"June 31, 2023", "", "conflicts contradiction: June 31, 2023/", []string{"June 30, 2023 low"}},
		{"29th February 2023", "", "conflicts contradiction: 29th February 2023/", []string{"28th February 2023 low"}},
		{"2010-00-00", "", "conflicts doubt: 2010-00-00/", nil},
		{"June 31, 2023", fact.DoubtAbout, "undecided (the text speaks of wrong dates): June 31, 2023/", nil},
		{"June 30, 2023", "", "", nil},
	} {
		t.Run(test.text, func(t *testing.T) {
			d := dateOn(t, 0, 10, test.text)
			d.Doubt = test.doubt
			vs := run(c, d)
			if got := strings.Join(outcomes(vs), "; "); got != test.want {
				t.Fatalf("got %q, want %q", got, test.want)
			}
			if len(vs) > 0 {
				if d := cmp.Diff(test.repair, repairs(vs[0])); d != "" {
					t.Error(d)
				}
			}
		})
	}
}

// TestRanges reports ranges that run backwards, with their repair.
func TestRanges(t *testing.T) {
	c := newCheck(t, "calendar", "ranges")
	numbers := func(of fact.DateOf, text string) *fact.Date {
		return &fact.Date{Base: base(0, 10, text), Of: of, Date: calendar.Date{Backwards: true}}
	}
	for _, test := range []struct {
		date   *fact.Date
		repair []string
	}{
		{dateOn(t, 0, 10, "December 16-15"), []string{"December 15-16 low"}},
		{dateOn(t, 0, 10, "November 7, 2024 to November 21, 2023"), []string{"November 7, 2024 to November 21, 2024 low"}},
		{numbers(fact.Years, "1912–1887"), []string{"1887–1912 low"}},
		{numbers(fact.Pages, "pp. 120–112"), []string{"pp. 112–120 low"}},
		{numbers(fact.Clocks, "4 p.m. to 3 p.m."), nil},
	} {
		t.Run(test.date.Surface, func(t *testing.T) {
			vs := run(c, test.date)
			if len(vs) != 1 || vs[0].Status != verdict.Conflicts {
				t.Fatalf("got %v", outcomes(vs))
			}
			if d := cmp.Diff(test.repair, repairs(vs[0])); d != "" {
				t.Error(d)
			}
		})
	}
	if vs := run(c, dateOn(t, 0, 10, "December 15-16")); len(vs) != 0 {
		t.Errorf("forwards: %v", outcomes(vs))
	}
}

// TestWeekdayRepairsFit: a right weekday never makes a finding, a wrong one
// always does, and each repair of the date that is offered fits.
func TestWeekdayRepairsFit(t *testing.T) {
	c := newCheck(t, "calendar", "weekdays")
	rapid.Check(t, func(rt *rapid.T) {
		day := calendar.FromDayNumber(rapid.IntRange(-16000, 40000).Draw(rt, "day"))
		said := rapid.IntRange(1, 7).Draw(rt, "weekday")
		name := calendar.WeekdayName(said)
		text := rapid.SampledFrom([]string{
			fmt.Sprintf("%s, %s %d, %d", name, calendar.MonthName(int(day.Month)), day.Day, day.Year),
			fmt.Sprintf("%s %d %s %d", name[:3], day.Day, calendar.MonthName(int(day.Month))[:3], day.Year),
			fmt.Sprintf("%s, %s", name, day),
		}).Draw(rt, "text")
		v := run(c, dateOn(t, 0, 10, text))[0]
		if (v.Status == verdict.Conflicts) == (said == calendar.Weekday(day)) {
			rt.Fatalf("%q: %s", text, outcome(v))
		}
		for _, s := range v.Suggestions[min(1, len(v.Suggestions)):] {
			if fits, known := date(t, s.Text).WeekdayFits(); !fits || !known {
				rt.Fatalf("%q: the repair %q does not fit", text, s.Text)
			}
		}
	})
}
