package calendar

import "github.com/concordlint/concord/internal/token"

// bareDays reads a range whose first day has its month only at the end:
// "9–13 November", "Wed 15 to Tue 21 February 2023", "19 and 20 April".
func bareDays(toks []token.Token, i int, lead link) (Date, int, bool) {
	w1, j := weekday(toks, i)
	if w1 != 0 && punct(toks, j, ",") {
		j++
	}
	if word(toks, j, "the") {
		j++
	}
	d1, _, j2 := dayOf(toks, j)
	if j2 == j || d1 < 1 || d1 > 31 || !freeNumber(toks, j) {
		return Date{}, i, false
	}
	l, k := linkAt(toks, j2)
	if l == noLink || lead == coupled && l != coupled {
		return Date{}, i, false
	}
	w2, k := weekday(toks, k)
	if word(toks, k, "the") {
		k++
	}
	d2, ordinal, k2 := dayOf(toks, k)
	if k2 == k || d2 < 1 || glued(toks, k2) && !punct(toks, k2, ".") {
		return Date{}, i, false
	}
	m, next := month(toks, beforeMonth(toks, k2, ordinal))
	if m == 0 || d2 > 31 && !isYearNext(toks, next) {
		return Date{}, i, false
	}
	year, end, _ := yearAfter(toks, next)
	a, b := civil(year, int(m), d1), civil(year, int(m), d2)
	a.Weekday, b.Weekday = w1, w2
	if l == slashed && d2 != d1+1 || l == coupled && lead != coupled && d2 <= d1 {
		return Date{}, i, false
	}
	d := join(a, b)
	d.Both = l == coupled && lead != coupled
	return d, end, true
}

// dayToDay reads on after "December 6" for a second day without a month:
// "December 15-16", "June 20 to 24", "December 6 and 7, 2021". a is the date
// read from toks[i:j].
func dayToDay(toks []token.Token, i, j int, a Date, lead link) (Date, int, bool) {
	l, k := linkAt(toks, j)
	if l == noLink || lead == coupled && l != coupled || !dayLast(toks, i, j) {
		return Date{}, i, false
	}
	w2, k := weekday(toks, k)
	if w2 != 0 && punct(toks, k, ",") {
		k++
	}
	if word(toks, k, "the") {
		k++
	}
	day, ordinal, k2 := dayOf(toks, k)
	if k2 == k || day < 1 || day > 31 || clocked(toks, k2) || punct(toks, k2, "%") {
		return Date{}, i, false
	}
	if m, _ := month(toks, beforeMonth(toks, k2, ordinal)); m != 0 {
		return Date{}, i, false // the second day has its own month
	}
	if glued(toks, k2) && (isDash(toks[k2]) || punct(toks, k2, "/")) {
		return Date{}, i, false
	}
	switch {
	case l == slashed && day != int(a.From.Day)+1,
		l == coupled && lead != coupled && day <= int(a.From.Day),
		l != tight && l != slashed && !bounded(toks, k2) && !ordinal:
		return Date{}, i, false
	}
	year, end, ok := yearAfter(toks, k2)
	b := civil(year, int(a.From.Month), day)
	b.Weekday = w2
	if ok {
		w := a.Weekday
		a = civil(year, int(a.From.Month), int(a.From.Day))
		a.Weekday = w
	}
	d := join(a, b)
	d.Both = l == coupled && lead != coupled
	return d, end, true
}

// dayLast reports whether the date in toks[i:j] was written with its day
// last ("December 6"), so that a second day can follow.
func dayLast(toks []token.Token, i, j int) bool {
	_, _, next := dayOf(toks, j-1)
	if next == j {
		return true
	}
	if j-3 >= i { // "twenty-first"
		_, _, next = dayOf(toks, j-3)
		return next == j
	}
	return false
}

// bareMonths reads a range of months with the year only at the end, or of
// parts of them: "June–September 2023", "March to May 2021".
func bareMonths(toks []token.Token, i int, lead link) (Date, int, bool) {
	m, j := month(toks, i)
	if m == 0 {
		return Date{}, i, false
	}
	l, k := linkAt(toks, j)
	if l == noLink || lead == coupled && l != coupled {
		return Date{}, i, false
	}
	m2, k2 := month(toks, k)
	if m2 == 0 {
		return Date{}, i, false
	}
	year, next, ok := yearAfter(toks, k2)
	if !ok {
		return Date{}, i, false
	}
	d := join(monthOnly(0, m), monthOnly(year, m2))
	d.Both = l == coupled && lead != coupled
	return d, next, true
}

// join makes a range of its two ends: a year that one of them lacks is taken
// from the other, with the turn of the year where the months ask for it.
func join(a, b Date) Date {
	d := a
	d.To, d.ToPart, d.ToWeekday = b.To, b.ToPart, b.Weekday
	d.YearStated = a.YearStated || b.YearStated
	turn := b.To.Month != 0 && a.From.Month > b.To.Month
	switch {
	case a.From.Year == 0 && b.To.Year != 0:
		d.From.Year = b.To.Year
		if turn {
			d.From.Year--
		}
	case a.From.Year != 0 && b.To.Year == 0:
		d.To.Year = a.From.Year
		if turn {
			d.To.Year++
		}
	}
	if b.Precision > d.Precision {
		d.Precision = b.Precision
	}
	if d.Invalid == "" {
		d.Invalid, d.Placeholder = b.Invalid, b.Placeholder
	}
	if a.Ambiguous || b.Ambiguous { // two open readings at once settle nothing
		d.Ambiguous, d.Alt = true, a.Alt
	}
	d.Circa = a.Circa || b.Circa
	if b.Clock >= 0 && a.Clock >= 0 {
		d.ClockTo = b.Clock
	}
	d.Backwards = d.backwards()
	return d
}

// backwards reports whether the range ends before it begins. Without years a
// later month before an earlier one is the turn of the year.
func (d Date) backwards() bool {
	if d.Invalid != "" || d.Ambiguous {
		return false
	}
	if d.From.Year != 0 && d.To.Year != 0 {
		first, _ := partBounds(d.From, d.Part)
		_, last := partBounds(d.To, d.ToPart)
		return DayNumber(last) < DayNumber(first)
	}
	return d.From.Month == d.To.Month && d.From.Day > d.To.Day && d.To.Day != 0
}
