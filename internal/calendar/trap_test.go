package calendar

import "testing"

// Sentences that look wrong and are not.
func TestTraps(t *testing.T) {
	// Dates of the Julian calendar with their weekdays.
	for _, s := range []string{"Friday 24 April 1500", "Wednesday, 25 October 1917", "Wednesday 7 November 1917", "Sunday, July 4, 1779"} {
		_, dates := scan(s)
		if fits, known := dates[0].WeekdayFits(); !fits || !known {
			t.Errorf("%s does not fit: %v %v", s, dates, known)
		}
	}
	if _, dates := scan("Thursday 25 October 1917"); len(dates) == 1 {
		if fits, _ := dates[0].WeekdayFits(); !fits {
			t.Errorf("the Gregorian weekday of %v does not fit", dates[0])
		}
	}
	if _, dates := scan("Tuesday, 2023-04-05"); len(dates) == 1 {
		if fits, known := dates[0].WeekdayFits(); fits || !known {
			t.Errorf("5 April 2023 was no Tuesday")
		}
	}
	// One night, two dates; one moment, two zones.
	for _, c := range [][2]string{{"3–4 June 2023", "4 June 2023"}, {"4 June 2023", "3–4 June 2023"}, {"May 2023", "4 May 2023"}, {"winter 2021", "January 2022"}, {"winter 2021", "December 2021"}} {
		_, a := scan(c[0])
		_, b := scan(c[1])
		if before, known := Before(a[0], b[0]); before || !known {
			t.Errorf("%s lies before %s", c[0], c[1])
		}
	}
	// A range over the turn of the year is not backwards, nor is one of
	// months; years of two figures go on.
	for _, s := range []string{"Dec 30 – Jan 2", "December to January 2022", "1998–02", "2021/22", "1999–2000"} {
		d, _, ok := Parse(cut(s), 0)
		if !ok {
			d, _, ok = ParseYear(cut(s), 0)
		}
		if !ok || d.Backwards || !d.IsRange() {
			t.Errorf("%s: %+v %v", s, d, ok)
		}
	}
	// An order that a flashback or a postponed item would break is not
	// found in so few items.
	dates, _ := entries("2019-05-01|2021-06-01|2016-04-01")
	if o := Direction(dates); o.Dir != 0 {
		t.Errorf("three dates in no order: %s", show(o))
	}
}
