package calendar

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func years(dates []Date) string {
	var out []string
	for _, d := range dates {
		switch {
		case d.From.Year != 0 && d.To.Year != d.From.Year:
			out = append(out, fmt.Sprintf("%d/%d", d.From.Year, d.To.Year))
		case d.From.Year != 0:
			out = append(out, fmt.Sprint(d.From.Year))
		case len(d.Years) > 0:
			out = append(out, fmt.Sprint(d.Years))
		default:
			out = append(out, "?")
		}
	}
	return strings.Join(out, " ")
}

func TestInferYears(t *testing.T) {
	for _, c := range []struct {
		name, in string
		doc      Day
		heading  []int
		want     string
	}{
		{"a fact sheet of January", "Nov 10|Nov 18|Nov 30 - Dec 1|Dec 30|Dec 29|Jan 2|Jan 7|Jan 13", Day{2022, 1, 7}, nil, "2021 2021 2021 2021 2021 2022 2022 2022"},
		{"a range over the turn", "Nov 10|Nov 18|Dec 24|Dec 30 – Jan 2|Jan 5", Day{2022, 1, 7}, nil, "2021 2021 2021 2021/2022 2022"},
		{"a log under its season", "Dec 16|Dec 17|Dec 24|Dec 23|Dec 31|Jan 2|Jan 15", Day{}, []int{2021, 2022}, "2021 2021 2021 2021 2021 2022 2022"},
		{"a list under its year", "9 June|14 June|3 July|8 August|21 September", Day{}, []int{2023}, "2023 2023 2023 2023 2023"},
		{"newest first", "Feb 3|Jan 20|Dec 28|Dec 15|Nov 30", Day{2024, 2, 10}, nil, "2024 2024 2023 2023 2023"},
		{"a programme of coming days", "Feb 8|Feb 14|Mar 1|Apr 5", Day{2024, 1, 12}, nil, "2024 2024 2024 2024"},
		{"from the neighbours", "Nov 20, 2019|Dec 4|Jan 8|Feb 12, 2020|Mar 11", Day{}, nil, "2019 2019 2020 2020 2020"},
		{"a document of a year", "March 3|May 5|October 9|November 2", Day{2022, 0, 0}, nil, "2022 2022 2022 2022"},
		{"one date, weeks ago", "6 December", Day{2022, 1, 10}, nil, "2021"},
		{"one date, soon", "8 February", Day{2024, 1, 12}, nil, "2024"},
		{"one date, either side", "10 June", Day{2022, 1, 10}, nil, "[2022 2021]"},
		{"one date, either side, with its weekday", "Friday 10 June", Day{2022, 1, 10}, nil, "2022"},
		{"a weekday of another year", "Sunday 7 March", Day{2022, 4, 12}, nil, "[2022 2021]"},
		{"a weekday of no year near", "Monday 4 October", Day{2023, 10, 20}, nil, "2023"},
		{"years told from the document's", "1 June next year|5 May last year|3 March this year", Day{2023, 11, 22}, nil, "2024 2022 2023"},
		{"next year of an unknown one", "1 June next year", Day{}, nil, "?"},
		{"February 29", "Feb 20|Feb 29|Mar 3|Mar 8", Day{2023, 4, 1}, nil, "2023 ? 2023 2023"},
		{"nothing known", "10 June|12 June", Day{}, nil, "? ?"},
		{"a neighbour far from the document's date", "1 June 2014|5 March", Day{2023, 4, 1}, nil, "2014 [2014 2023]"},
		{"stated years stay", "1 June 2014|2013-03-05", Day{2023, 4, 1}, nil, "2014 2013"},
		{"a list that may be last year's or this year's", "Feb 3|May 5|Aug 8|Nov 11", Day{2024, 1, 12}, nil, "[2024 2023] [2024 2023] [2024 2023] [2024 2023]"},
		{"the same with weekdays", "Fri Feb 3|Fri May 5|Tue Aug 8|Sat Nov 11", Day{2024, 1, 12}, nil, "2023 2023 2023 2023"},
	} {
		dates, _ := entries(c.in)
		got := years(InferYears(dates, c.doc, c.heading))
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// The years taken out of a sorted list come back, given the document's date.
func TestInferYearsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dates := drawDates(t)
		last := dates[len(dates)-1].To
		if last.Day == 0 {
			last.Day = 28
		}
		got := InferYears(stripYears(dates), FromDayNumber(DayNumber(last)+rapid.IntRange(0, 30).Draw(t, "after")), nil)
		for i, d := range got {
			if d.From.Year != dates[i].From.Year && len(d.Years) == 0 {
				t.Fatalf("%v came back as %v", dates[i], d)
			}
		}
	})
}

func TestBefore(t *testing.T) {
	day := func(s string) Date {
		d, _, ok := LeadingDate(cut(s))
		if !ok {
			t.Fatalf("%q is no date", s)
		}
		return d
	}
	twoYears := day("5 May")
	twoYears.Years = []int16{2020, 2021}
	for _, c := range []struct {
		a, b          Date
		before, known bool
		starts        bool
	}{
		{day("2021-05-05"), day("2021-05-06"), true, true, true},
		{day("2021-05-05"), day("2021-05-05"), false, true, false},
		{day("May 3-7, 2021"), day("May 5, 2021"), false, true, true},
		{day("May 2021"), day("May 31, 2021"), false, true, false},
		{day("early 2007"), day("December 2007"), true, true, true},
		{day("5 May"), day("6 May"), false, false, false},
		{twoYears, day("2022-01-01"), true, true, true},
		{twoYears, day("2020-12-01"), false, false, false},
		{day("2021-05-05"), day("2021-02-30"), false, false, false},
		{day("10/11/2024"), day("2024-12-01"), true, true, true},
		{day("10/11/2024"), day("2024-11-01"), false, true, false},
		{day("5 May 2021, 09:00"), day("5 May 2021, 14:30"), true, true, true},
	} {
		before, known := Before(c.a, c.b)
		starts, _ := StartsBefore(c.a, c.b)
		if before != c.before || known != c.known || starts != c.starts {
			t.Errorf("%v, %v: before %v known %v starts %v", c.a, c.b, before, known, starts)
		}
	}
}

func TestDayNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(-700000, 400000).Draw(t, "n")
		d := FromDayNumber(n)
		if !Valid(d) || DayNumber(d) != n {
			t.Fatalf("%d is %v is %d", n, d, DayNumber(d))
		}
		if w, next := Weekday(d), Weekday(FromDayNumber(n+1)); w != 0 && next != 0 && next != w%7+1 {
			t.Fatalf("%v: weekday %d, then %d", d, w, next)
		}
	})
	for d, w := range map[Day]int{{2021, 12, 6}: 1, {2021, 12, 7}: 2, {2000, 2, 29}: 2, {1969, 12, 31}: 3, {1500, 4, 24}: 2, {2024, 2, 30}: 0, {0, 5, 5}: 0} {
		if Weekday(d) != w {
			t.Errorf("%v is weekday %d, want %d", d, Weekday(d), w)
		}
	}
}

func TestResolveForms(t *testing.T) {
	_, dates := scan("03/04/2024, 25/04/2024 and 05/05/2024")
	ResolveForms(dates)
	if got := fmt.Sprint(dates[0], dates[1], dates[2]); got != "2024-04-03 2024-04-25 2024-05-05" {
		t.Error(got)
	}
}
