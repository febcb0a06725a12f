package calendar

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// entries reads one entry date a line.
func entries(s string) (dates []Date, versions []Version) {
	for _, line := range strings.Split(s, "|") {
		d, v, _, _ := EntryDate(cut(strings.TrimSpace(line)))
		dates, versions = append(dates, d), append(versions, v)
	}
	return dates, versions
}

func show(o Order) string {
	s := fmt.Sprintf("%+d", o.Dir)
	for _, x := range o.Inversions {
		s += fmt.Sprintf(" %d<>%d", x.Item, x.Against)
	}
	return s
}

func TestDirection(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"two neighbours swapped over the turn of the year", "Nov 10|Nov 10|Nov 18|Dec 2|Dec 17|Dec 23|Dec 30|Dec 29|Jan 2|Jan 5", "+1 7<>6"},
		{"a range that begins too early", "Nov 30 - Dec 1|Nov 30|Dec 6|Dec 8|Dec 16|Dec 15-16|Dec 23|Dec 31|Jan 6", "+1 5<>4"},
		{"a diary", "Dec 16|Dec 17|Dec 18|Dec 19|Dec 20|Dec 21|Dec 24|Dec 23|Dec 26|Dec 28|Dec 31|Jan 2|Jan 4|Jan 15", "+1 7<>6"},
		{"an item far off", "Jan 3|Jan 9|Mar 20|Jan 15|Jan 22|Feb 3", "+1 2<>3"},
		{"an item beyond the turn", "Dec 27|Dec 30|Jan 2|Dec 31|Jan 5|Jan 9", "+1 3<>2"},
		{"clocks", "09:30|14:00|17:30|16:15", "+1 3<>2"},
		{"clocks behind dates", "5 May, 10:00|5 May, 14:00|5 May, 13:30|6 May, 9:00 a.m.|6 May, 16:00|7 May", "+1 2<>1"},
		{"clocks of half a day", "9:00|11:30|1:00|2:30", "+0"},
		{"newest first", "2024-05-21|2024-03-07|2024-01-18|2023-11-09|2023-11-22|2023-10-25|2023-08-14", "-1 4<>3"},
		{"newest first over the turn, no years", "Feb 3|Jan 20|Jan 2|Dec 28|Dec 15|Nov 30", "-1"},
		{"a year typed wrong", "7-Sep-2001|18-Jul-2001|22-Aug-1001|1-May-2001|2-Apr-2001|1-Mar-2001", "-1 2<>3"},
		{"January under the old year", "2021-11-03|2021-12-01|2021-12-20|2021-01-08|2022-02-02|2022-03-01", "+1 3<>2"},
		{"vague dates", "April 2007|August 2007|December 2007|Early 2007|May 2008|July 2008|August 2008", "+1 3<>2"},
		{"a vague date that may be right", "2010-11-27|2011-07-21|2012-03-09|May 2012|2012-05-20|2013-04-06", "+1"},
		{"two January items a year early", "2014-12-01|2015-02-03|2015-06-09|2015-12-20|2015-01-12|2015-01-26|2016-06-01|2016-09-01|2016-10-01|2016-11-01", "+1 4<>3 5<>3"},
		// What must stay quiet.
		{"equal dates", "May 3|May 3|May 3|May 3", "+0"},
		{"equal starts", "May 3|May 3-5|May 3|May 4|May 9", "+1"},
		{"a plain list over the turn", "Dec 3|Dec 10|Dec 17|Jan 4|Jan 14|Feb 1|Feb 4", "+1"},
		{"a turn from autumn to spring", "Aug 30|Sep 20|Apr 3|May 2|Jun 5", "+1"},
		{"years of meetings", "Jan 5|Jul 3|Jan 6|Jul 2|Jan 4|Jul 7", "+0"},
		{"no order at all", "May 3|Jan 9|Nov 2|Feb 7|Dec 1|Mar 3", "+0"},
		{"sorted by name", "4 May|1 March|9 August|2 February|30 June|11 January|5 May", "+0"},
		{"four items, one far off", "May 3|Jun 4|Jul 7|Mar 3", "+0"},
		{"three items, one off", "May 3|May 9|May 7", "+0"},
		{"three in order", "May 3|May 7|May 9", "+1"},
		{"two groups one after another", "Nov 10|Nov 18|Dec 2|Dec 6|Dec 9|Dec 13|Dec 17|Dec 23|Nov 12|Nov 20", "+1"},
		{"an impossible date", "2024-01-03|2024-02-03|2024-02-30|2024-03-01|2024-04-01", "+1"},
		{"day and month open", "01/02/2024|05/02/2024|03/04/2024|02/05/2024", "+0"},
		{"one date", "May 3", "+0"},
		{"none", "", "+0"},
	} {
		dates, _ := entries(c.in)
		if got := show(Direction(dates)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestVersionDirection(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"by date, versions interleave", "[3.2.0] - 2024-05-21|[3.1.2] - 2024-03-07|[3.1.0] - 2024-01-18|[3.0.1] - 2023-11-09|[2.9.4] - 2023-11-22|[3.0.0] - 2023-10-25|[2.9.3] - 2023-08-14", "-1 4<>3"},
		{"by version, a maintenance release", "3.1.0 2024-01-18|3.0.1 2023-11-09|3.0.0 2023-10-25|2.9.4 2024-02-22|2.9.3 2023-08-14", "-1"},
		{"a final before its candidate", "2.7.5 2013-05-12|2.7.6rc1 2013-10-26|2.7.6 2012-11-10|2.7.7 May 2014|2.7.8 November 2014|2.7.9 May 2015", "+1 2<>1"},
		{"the last two a year early", "3.4.2 final: October 6, 2014|3.4.3 candidate 1: February 8, 2015|3.4.3 final: February 25, 2015|3.4.4 candidate 1: December 6, 2015|3.4.4 final: December 20, 2015|3.4.0 final: March 16, 2014", "+1 5<>4"},
		{"both releases of the last step a year early", "1.4.1: May 18, 2014|1.4.2: October 6, 2014|1.4.3 final: February 25, 2015|1.4.4 candidate 1: December 6, 2015|1.4.4 final: December 20, 2015|1.4.5 candidate 1: June 12, 2015|1.4.5 final: June 26, 2015|1.4.6: June 1, 2017|1.4.7: June 1, 2018|1.4.8: June 1, 2019", "+1 5<>4 6<>4"},
		{"planned before done", "2.7.7 May 2014|2.7.8 November 2014|2.7.1 2010-11-27|2.7.2 2011-07-21|2.7.4 2013-04-06|2.7.6rc1 2013-10-26|2.7.6 2012-11-10", "+0 6<>5"},
		{"planned and done", "1.1 2014-05-01|1.2 2014-11-01|1.1 2014-06-11|1.2 2014-10-01|1.0 2013-01-01|1.3 2015-01-01", "+0"},
		{"the slip stands in an old series", "2.1.0 2023-05-01|2.0.1 2023-04-01|2.0.0 2023-03-01|1.9.3 2023-01-10|1.9.4 2022-12-01", "-1"},
		{"in its own series", "2.1.0 2023-05-01|2.0.1 2023-04-01|2.0.0 2023-03-01|1.9.4 2022-12-01|1.9.3 2023-01-10|1.9.2 2022-11-01|1.9.1 2022-10-01", "-1 4<>3"},
		{"openings of series", "1.3 2024-01-01|1.2 2023-06-01|1.1 2023-08-01|1.0 2022-01-01|0.9 2021-01-01", "-1 2<>1"},
	} {
		dates, versions := entries(c.in)
		if got := show(VersionDirection(dates, versions)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// drawDates makes a list that is in order, ascending, with equal dates,
// ranges and months, over at most eleven months.
func drawDates(t *rapid.T) []Date {
	n := rapid.IntRange(4, 40).Draw(t, "n")
	at := DayNumber(Day{2019, 1, 1}) + rapid.IntRange(0, 2000).Draw(t, "start")
	end := at + 300
	var dates []Date
	for range n {
		at = min(end, at+rapid.SampledFrom([]int{0, 0, 1, 2, 3, 7, 20}).Draw(t, "step"))
		d := OneDay(FromDayNumber(at))
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			d.To = FromDayNumber(at + rapid.IntRange(1, 9).Draw(t, "length"))
		case 1:
			if rapid.Bool().Draw(t, "month") {
				d = OneDay(Day{d.From.Year, d.From.Month, 0})
			}
		}
		dates = append(dates, d)
	}
	return dates
}

func stripYears(dates []Date) []Date {
	out := slices.Clone(dates)
	for i := range out {
		out[i].From.Year, out[i].To.Year, out[i].YearStated = 0, 0, false
	}
	return out
}

// A list in order has nothing out of order, up or down, with years or
// without, over a turn of the year.
func TestSortedIsQuiet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dates := drawDates(t)
		for range 2 {
			for _, list := range [][]Date{dates, stripYears(dates)} {
				if o := Direction(list); len(o.Inversions) != 0 {
					t.Fatalf("%v in order, got %s", list, show(o))
				}
			}
			slices.Reverse(dates)
		}
	})
}

// One item moved far away from its place is named, and nothing else.
func TestMovedItemIsNamed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(6, 30).Draw(t, "n")
		at := DayNumber(Day{2020, 1, 1})
		var dates []Date
		for range n {
			at += rapid.IntRange(1, 9).Draw(t, "step")
			dates = append(dates, OneDay(FromDayNumber(at)))
		}
		from := rapid.IntRange(0, n-1).Draw(t, "from")
		d := dates[from]
		dates = slices.Delete(dates, from, from+1)
		to := rapid.IntRange(0, n-1).Draw(t, "to")
		if abs(from-to) < 2 {
			return
		}
		dates = slices.Insert(dates, to, d)
		o := Direction(dates)
		if o.Dir != 1 || len(o.Inversions) != 1 || o.Inversions[0].Item != to {
			t.Fatalf("moved %d to %d in %v: %s", from, to, dates, show(o))
		}
	})
}

// The chain is as long as a longest one found the slow way, and sorted.
func TestLongestChain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 9).Draw(t, "n")
		var s []slot
		for range n {
			lo := rapid.Int64Range(0, 9).Draw(t, "lo")
			s = append(s, slot{lo, lo + rapid.SampledFrom([]int64{0, 0, 1, 4}).Draw(t, "wide")})
		}
		best := 0
		for set := range 1 << n {
			size, at := 0, int64(-1)
			for i := range n {
				if set>>i&1 == 1 {
					if at = max(at, s[i].lo); at > s[i].hi {
						size = -99
					}
					size++
				}
			}
			best = max(best, size)
		}
		chain := longestChain(s)
		at := int64(-1)
		for k, i := range chain {
			if at = max(at, s[i].lo); at > s[i].hi || k > 0 && i <= chain[k-1] {
				t.Fatalf("%v: chain %v is not in order", s, chain)
			}
		}
		if len(chain) != best {
			t.Fatalf("%v: chain %v, longest is %d", s, chain, best)
		}
	})
}

func BenchmarkDirection(b *testing.B) {
	var dates []Date
	for i := range 10000 {
		d := FromDayNumber(18000 + i/30)
		d.Year = 0
		dates = append(dates, OneDay(d))
	}
	dates[5000], dates[100] = dates[100], dates[5000]
	b.ReportAllocs()
	for b.Loop() {
		Direction(dates)
	}
}
