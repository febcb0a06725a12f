package checks

import (
	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
)

// distance is what a careful writer may say of the time between the ends of
// a length, in its unit. ok is false where that cannot be told.
func distance(d *fact.Duration) (found quantity.Interval, ok bool) {
	switch d.Ends.Precision {
	case calendar.ByClock:
		return clockDistance(d)
	case calendar.ByYear:
		return yearDistance(d)
	case calendar.ByMonth:
		return monthDistance(d)
	case calendar.ByDay:
		return dayDistance(d)
	}
	return found, false
}

// clockDistance is the time between two times of day. Round lengths are off
// by some minutes, and halves of the day that are not told make twelve hours.
func clockDistance(d *fact.Duration) (quantity.Interval, bool) {
	const day, half = 24 * 60, 12 * 60
	m := (int(d.Ends.ClockTo) - int(d.Ends.Clock) + day) % day
	if d.Ends.ClockLoose {
		m %= half
	}
	switch d.Unit {
	case fact.Minutes:
		off := 5
		if lo, exact := d.Amount.Int(); exact && lo%5 != 0 {
			off = 2
		}
		return quantity.Between(m-off, m+off), m > 0
	case fact.Hours:
		const off = 20
		i := quantity.Between(m-off, m+off)
		sixty := quantity.Exactly(60).Lo
		i.Lo, i.Hi = i.Lo.DivRound(sixty, 4), i.Hi.DivRound(sixty, 4)
		return i, m > 0
	}
	return quantity.Interval{}, false
}

// yearDistance is the time between two years: months may make it one less,
// and counting both ends one more. Anniversaries are exact.
func yearDistance(d *fact.Duration) (quantity.Interval, bool) {
	n := int(d.Ends.To.Year) - int(d.Ends.From.Year)
	if n < 0 || d.Ends.From.Year == 0 || d.Ends.To.Year == 0 {
		return quantity.Interval{}, false
	}
	switch {
	case d.Unit != fact.YearsLong:
		return quantity.Interval{}, false
	case d.How == fact.Anniversary:
		return quantity.Exactly(n), n > 0
	}
	off := 1 + d.Slack
	if n > 30 && d.Slack > 0 {
		off += 3
	}
	return quantity.Between(max(n-off, 0), n+off), true
}

// monthDistance is the time between two months.
func monthDistance(d *fact.Duration) (quantity.Interval, bool) {
	a, b := d.Ends.From, d.Ends.To
	if (a.Year == 0) != (b.Year == 0) || a.Month == 0 || b.Month == 0 {
		return quantity.Interval{}, false
	}
	n := int(b.Month) - int(a.Month) + 12*(int(b.Year)-int(a.Year))
	if a.Year == 0 && n < 0 {
		n += 12
	}
	if n < 0 {
		return quantity.Interval{}, false
	}
	switch d.Unit {
	case fact.Months:
		return quantity.Between(n, n+1), true
	case fact.YearsLong:
		return between10(floor10(10*(n+1), 120)-10*d.Slack, (10*(n+1)+72)/12+10*d.Slack), true
	}
	return quantity.Interval{}, false
}

// floor10 is tenths of a unit rounded down to whole units, in tenths; n is
// in tenths of the smaller unit, of which a unit has per tenths.
func floor10(n, per int) int { return n / per * 10 }

// between10 is an interval whose ends are given in tenths.
func between10(lo, hi int) quantity.Interval {
	i := quantity.Between(max(lo, 0), max(hi, lo, 0))
	ten := quantity.Exactly(10).Lo
	i.Lo, i.Hi = i.Lo.Div(ten), i.Hi.Div(ten)
	return i
}

// dayDistance is the time between two days, over all years that they may be
// of.
func dayDistance(d *fact.Duration) (quantity.Interval, bool) {
	var all quantity.Interval
	for _, ends := range inYears(d.Ends) {
		i, ok := daysApart(d, ends[0], ends[1])
		if !ok {
			return quantity.Interval{}, false
		}
		if all.Known {
			i = all.Hull(i)
		}
		all = i
	}
	return all, all.Known
}

// inYears are the ends in the years that they may have: as stated, or in a
// common year, in a leap year and in the one before it.
func inYears(d calendar.Date) [][2]calendar.Day {
	a, b := d.From, d.To
	switch {
	case a.Month == 0 || b.Month == 0 || a.Day == 0 || b.Day == 0:
		return nil
	case a.Year == 0 && b.Year != 0:
		a.Year = b.Year
		if a.Month > b.Month || a.Month == b.Month && a.Day > b.Day {
			a.Year--
		}
	case a.Year != 0 && b.Year == 0:
		b.Year = a.Year
		if a.Month > b.Month || a.Month == b.Month && a.Day > b.Day {
			b.Year++
		}
	case a.Year == 0:
		var out [][2]calendar.Day
		for _, y := range []int16{2021, 2023, 2024} {
			d := d
			d.Years = nil
			r := d.InYear(y)
			if calendar.Valid(r.From) && calendar.Valid(r.To) {
				out = append(out, [2]calendar.Day{r.From, r.To})
			}
		}
		return out
	}
	return [][2]calendar.Day{{a, b}}
}

// daysApart is the time from day a to day b in the length's unit, with both
// ways of counting.
func daysApart(d *fact.Duration, a, b calendar.Day) (quantity.Interval, bool) {
	n := calendar.DayNumber(b) - calendar.DayNumber(a)
	if n < 0 || !calendar.Valid(a) || !calendar.Valid(b) {
		return quantity.Interval{}, false
	}
	switch d.Unit {
	case fact.DaysLong, fact.Nights:
		if d.Ends.Both && n > 1 {
			return quantity.Between(2, n+1), true
		}
		lo := n
		if d.How == fact.Later {
			return quantity.Between(n-1, n+1), true
		}
		return quantity.Between(lo, n+1), true
	case fact.Weeks:
		hi := n + 5
		if d.Sessions {
			hi = max(hi, n+8)
		}
		i := quantity.Between(max(n-4, 0), hi)
		seven := quantity.Exactly(7).Lo
		i.Lo, i.Hi = i.Lo.DivRound(seven, 4), i.Hi.DivRound(seven, 4)
		return i, true
	case fact.Months:
		// Three days of grace make February and "to the 30th" a month.
		lo := monthsUntil(a, b, 3) / 10 * 10
		hi := monthsUntil(a, b, 1)
		return between10(lo, max((hi+6)/10*10, hi, lo)), true
	case fact.YearsLong:
		lo := monthsUntil(a, b, 10) / 120 * 10
		hi := (monthsUntil(a, b, 1) + 72) / 12
		if d.How == fact.Anniversary {
			n := int(b.Year) - int(a.Year)
			return quantity.Exactly(n), n > 0
		}
		return between10(lo-10*d.Slack, max(hi/10*10, monthsUntil(a, b, 1)/12, lo)+10*d.Slack), true
	}
	return quantity.Interval{}, false
}

// monthsUntil is the number of months from day a to some days behind b, in
// tenths, with thirty days to the last one.
func monthsUntil(a, b calendar.Day, grace int) int {
	b = calendar.FromDayNumber(calendar.DayNumber(b) + grace)
	n := int(b.Month) - int(a.Month) + 12*(int(b.Year)-int(a.Year))
	days := int(b.Day) - int(a.Day)
	if days < 0 {
		n--
		days += 30
	}
	return max(10*n+min(days, 29)/3, 0)
}

// likeliest is the whole number of units that a length most likely should
// have said.
func likeliest(d *fact.Duration) int {
	if d.Ends.Precision == calendar.ByYear {
		return int(d.Ends.To.Year) - int(d.Ends.From.Year)
	}
	ends := inYears(d.Ends)
	if d.Ends.Precision != calendar.ByDay || len(ends) == 0 {
		return 0
	}
	a, b := ends[0][0], ends[0][1]
	n := calendar.DayNumber(b) - calendar.DayNumber(a)
	switch d.Unit {
	case fact.Nights:
		return n
	case fact.DaysLong:
		return n + 1
	case fact.Weeks:
		return (n + 4) / 7
	case fact.Months:
		return (monthsUntil(a, b, 1) + 5) / 10
	case fact.YearsLong:
		return (monthsUntil(a, b, 1) + 60) / 120
	}
	return 0
}
