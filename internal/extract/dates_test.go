package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/extract"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source/formats"
)

// showDate writes "surface = date weekday (years) !doubt".
func showDate(d *fact.Date) string {
	s := fmt.Sprintf("%s = %s", d.Surface, d.Date)
	if d.Of != fact.Days {
		s = fmt.Sprintf("%s: %s", d.Of, d.Surface)
	}
	for _, w := range []string{d.WeekdaySurface, d.ToWeekdaySurface} {
		if w != "" {
			s += " " + w
		}
	}
	if len(d.Date.Years) > 0 {
		s += fmt.Sprint(" ", d.Date.Years)
	}
	if d.Date.Backwards {
		s += " backwards"
	}
	if d.Date.Invalid != "" {
		s += " invalid"
	}
	if d.Doubt != "" {
		s += " !" + string(d.Doubt)
	}
	return s
}

// datesOf reads the dates of a document, and holds each to the promise of
// spans.
func datesOf(t interface {
	Helper()
	Errorf(string, ...any)
	Fatal(...any)
}, file, text string) []string {
	t.Helper()
	doc, err := formats.Read(file, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range extract.Document(doc, 0, extract.Options{}) {
		d, ok := f.(*fact.Date)
		if !ok {
			continue
		}
		if got := squeeze(doc.Text[d.Span.Start:d.Span.End]); got != squeeze(d.Surface) {
			t.Errorf("%q: text there %q", d.Surface, got)
		}
		for _, w := range []struct {
			at fact.Place
			as string
		}{{d.WeekdayAt, d.WeekdaySurface}, {d.ToWeekdayAt, d.ToWeekdaySurface}} {
			if w.as != "" && doc.Text[w.at.Span.Start:w.at.Span.End] != w.as {
				t.Errorf("%q: weekday %q, text there %q", d.Surface, w.as, doc.Text[w.at.Span.Start:w.at.Span.End])
			}
		}
		out = append(out, showDate(d))
	}
	return out
}

// TestDates reads dates with what belongs to them.
func TestDates(t *testing.T) {
	tests := map[string][]string{
		"They met on Monday, December 6, 2021.":                  {"Monday, December 6, 2021 = 2021-12-06 Monday"},
		"It closed Wed., Mar. 4, 2026 at noon.":                  {"Wed., Mar. 4, 2026 at noon = 2026-03-04T12:00 Wed."},
		"Monday to Wednesday, 4 to 6 May 2020, is free.":         {"Monday to Wednesday, 4 to 6 May 2020 = 2020-05-04/2020-05-06 Monday Wednesday"},
		"Mon-Wed, 6 May 2020 is open.":                           {"Wed, 6 May 2020 = 2020-05-06"},
		"On Tuesday (5 May 2020) it rained.":                     {"Tuesday (5 May 2020) = 2020-05-05 Tuesday"},
		"On 5 May 2020, a Tuesday, it rained.":                   {"5 May 2020, a Tuesday = 2020-05-05 Tuesday"},
		"5 May 2020 was a Wednesday.":                            {"5 May 2020 was a Wednesday = 2020-05-05 Wednesday"},
		"On 5 May 2020 Tuesday Club met.":                        {"5 May 2020 = 2020-05-05"},
		"From Monday 22nd May 2023 until Friday 26th.":           {"Monday 22nd May 2023 = 2023-05-22 Monday", "Friday 26th = 2023-05-26 Friday"},
		"From 12 May 2023 to the evening of Monday, 5 June.":     {"12 May 2023 = 2023-05-12", "Monday, 5 June = 2023-06-05 Monday"},
		"The call is on Friday 26 July 1400 UTC.":                {"Friday 26 July 1400 = --07-26 Friday"},
		"Open May 7, 2024 through `May 2, 2023 AoE <x>`_ only.":  {"May 7, 2024 through `May 2, 2023 = 2024-05-07/2023-05-02 backwards"},
		"Sept 30-01: congress":                                   {"Sept 30-01 = --09-30/--09-01 backwards !it may run into the next month"},
		"moved from May 12 to May 10":                            {"May 12 to May 10 = --05-12/--05-10 backwards !the text tells of a change from one to the other"},
		"Monday, 2020/4/12":                                      {"Monday, 2020/4/12 = 2020-04-12 Monday"},
		"Friday, 2020/3/7 here":                                  {"Friday, 2020/3/7 = 2020-03-07 Friday !day and month may be meant the other way round"},
		"Friday, 2020-03-04":                                     {"Friday, 2020-03-04 = 2020-03-04 Friday"},
		"Friday, 2020-12-04 and Saturday, 2020-04-12":            {"Friday, 2020-12-04 = 2020-12-04 Friday", "Saturday, 2020-04-12 = 2020-04-12 Saturday"},
		"Saturday, 2020-11-04":                                   {"Saturday, 2020-11-04 = 2020-11-04 Saturday"},
		"an invalid date such as 2021-02-30":                     {"2021-02-30 = 2021-02-30 invalid !the text speaks of wrong dates"},
		"as ``2021-02-30`` shows":                                {"2021-02-30 = 2021-02-30 invalid !it is part of code or an example"},
		"Julian: Friday, 12 May 1922":                            {"Friday, 12 May 1922 = 1922-05-12 Friday"},
		"Wednesday 28 February 2024 02:00 UTC / 18:00 PST":       {"Wednesday 28 February 2024 02:00 UTC = 2024-02-28T02:00 Wednesday"},
		"Thursday 28 February 2024 02:00 UTC / 18:00 PST":        {"Thursday 28 February 2024 02:00 UTC = 2024-02-28T02:00 Thursday !the text names more than one time zone"},
		"Rost (1912–1887), Berg (1889-1951)":                     {"years: 1912–1887 backwards"},
		"pp. 120–112 and pp. 321–28":                             {"pages: pp. 120–112 backwards"},
		"aged 12 to 9, ages 18 to 6 months":                      {"ages: aged 12 to 9 backwards"},
		"from 4 p.m. to 3 p.m., 9 to 7 a.m., 10 p.m. to 6 a.m.":  {"times: 4 p.m. to 3 p.m. backwards"},
		"at 13:75 UTC, at 26:10, (1:45 pm - 2: 45 pm)":           {"times: 13:75 UTC invalid"},
		"serial 1998-60-60, version 2019.13.40, 1/2 of 24/7":     nil,
		"In June 31 people came and May 45 was the 12th of them": nil,
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			if d := cmp.Diff(want, datesOf(t, "a.txt", text)); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestYearsOfDates infers what the text leaves out.
func TestYearsOfDates(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		want             []string
	}{
		{"the document's date", "a.md", "---\ndate: 2023-09-04\n---\nSee you on Wednesday, September 28.\n", []string{"2023-09-04 = 2023-09-04", "Wednesday, September 28 = 2023-09-28 Wednesday"}},
		{"the turn of the year", "a.md", "---\ndate: 2023-12-18\n---\nBack on Tuesday, January 2.\n", []string{"2023-12-18 = 2023-12-18", "Tuesday, January 2 = 2024-01-02 Tuesday"}},
		{"half a year off", "a.md", "---\ndate: 2023-12-18\n---\nOn Tuesday, June 6 it rained.\n", []string{"2023-12-18 = 2023-12-18", "Tuesday, June 6 = --06-06 Tuesday [2024 2023]"}},
		{"the heading", "a.md", "# Minutes of 2019\n\nOn Friday, June 7.\n", []string{"Friday, June 7 = 2019-06-07 Friday"}},
		{"the last year of a heading", "a.md", "# Rosa Lind, 1931 to 2023\n\nOn Friday, June 9.\n", []string{"Friday, June 9 = --06-09 Friday [2023 1931]"}},
		{"the folder", "talks/2019/june.md", "On Friday, June 7.\n", []string{"Friday, June 7 = 2019-06-07 Friday"}},
		{"a folder in January", "talks/2019/june.md", "On Friday, January 3.\n", []string{"Friday, January 3 = --01-03 Friday [2019 2020]"}},
		{"an anecdote's year is one of several", "a.md", "---\ndate: 2024-03-11\n---\nIn 2021 it began. On Sunday 7 March it broke.\n", []string{"2024-03-11 = 2024-03-11", "Sunday 7 March = --03-07 Sunday [2024 2021]"}},
		{"a year in passing proves nothing", "a.md", "On Thursday, November 7, by the rules of 2016.\n", []string{"Thursday, November 7 = 2016-11-07 Thursday !its year is not told"}},
		{"nothing", "a.md", "On Thursday, November 7.\n", []string{"Thursday, November 7 = --11-07 Thursday"}},
		{"a column of weekdays", "a.csv", "date,day,who\n2023-11-06,Monday,A\n2023-11-08,Thursday,B\n", []string{"2023-11-06 = 2023-11-06 Monday", "2023-11-08 = 2023-11-08 Thursday"}},
		{"a column about something else", "a.csv", "founded,meets on,who\n2023-11-06,Tuesday,A\n", []string{"2023-11-06 = 2023-11-06"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, datesOf(t, c.file, c.text)); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestWeekdaysAreRead writes random days in many manners with their weekday:
// all must be read, with the weekday, as what they are.
func TestWeekdaysAreRead(t *testing.T) {
	manners := []func(w, m string, d calendar.Day) string{
		func(w, m string, d calendar.Day) string { return fmt.Sprintf("%s, %s %d, %d", w, m, d.Day, d.Year) },
		func(w, m string, d calendar.Day) string {
			return fmt.Sprintf("%s, %d %s %d", w[:3], d.Day, m[:3], d.Year)
		},
		func(w, m string, d calendar.Day) string { return fmt.Sprintf("%s %d %s %d", w, d.Day, m, d.Year) },
		func(w, _ string, d calendar.Day) string { return w + ", " + d.String() },
		func(w, _ string, d calendar.Day) string { return d.String() + " (" + w + ")" },
		func(w, m string, d calendar.Day) string { return fmt.Sprintf("%d %s %d, a %s", d.Day, m, d.Year, w) },
		func(w, m string, d calendar.Day) string { return fmt.Sprintf("%s (%d %s %d)", w, d.Day, m, d.Year) },
	}
	rapid.Check(t, func(t *rapid.T) {
		d := calendar.FromDayNumber(rapid.IntRange(-40000, 40000).Draw(t, "day"))
		said := rapid.IntRange(1, 7).Draw(t, "weekday")
		manner := rapid.SampledFrom(manners).Draw(t, "manner")
		text := "The board met on " + manner(calendar.WeekdayName(said), calendar.MonthName(int(d.Month)), d) + " and rose early."
		doc, err := formats.Read("a.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range extract.Document(doc, 0, extract.Options{}) {
			got, ok := f.(*fact.Date)
			if !ok {
				continue
			}
			if got.Date.From != d || int(got.Date.Weekday) != said {
				t.Fatalf("%q read as %s on %s", text, got.Date, calendar.WeekdayName(int(got.Date.Weekday)))
			}
			if fits, known := got.Date.WeekdayFits(); d.Year >= 1924 && (!known || fits != (said == calendar.Weekday(d))) {
				t.Fatalf("%q: fits %v, known %v", text, fits, known)
			}
			return
		}
		t.Fatalf("%q not read", text)
	})
}

// FuzzDates holds dates to the promise of spans, whatever the input.
func FuzzDates(f *testing.F) {
	for _, s := range []string{
		"Mon–Wed, 4–6 June 2020, 2021-02-30 (Friday), pp. 120–112, 25:10 o'clock",
		"From Monday the 22nd to Friday the 29th; 5 May, a Tuesday; 1912–1887",
		"4 p.m. to 3 p.m. on 31/04/2022, Sept 30-01, May 7, 2024 through `May 2, 2023",
		"date,day\n2023-11-06,Mon\n2021-1x,Tue\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		for _, file := range []string{"2020/a.txt", "a.md", "a.csv"} {
			if _, err := formats.Read(file, []byte(s)); err != nil {
				continue
			}
			datesOf(t, file, s)
		}
	})
}
