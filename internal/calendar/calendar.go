// Package calendar knows dates and how English documents write them: days,
// ranges, months, parts of years, clocks, the version and date that open an
// entry of a list, the years that a writer left out, and the order in which a
// list stands. It knows tokens and nothing else: no document, no fact, no
// rule. It never reads the clock.
//
// All parsers take tokens and the index of the first one, and return the
// index of the first token after what they read. They allocate only where
// that is said.
package calendar

import "strconv"

// Day is a day, a month or a year of the proleptic Gregorian calendar. A zero
// field is unknown: {2021, 12, 0} is December 2021, {0, 12, 6} December 6 of
// an unstated year, {0, 0, 22} "the 22nd".
type Day struct {
	Year  int16 `cbor:"1,keyasint,omitempty"`
	Month int8  `cbor:"2,keyasint,omitempty"`
	Day   int8  `cbor:"3,keyasint,omitempty"`
}

// IsZero reports whether nothing of the day is known.
func (d Day) IsZero() bool { return d == Day{} }

// String writes the day as ISO 8601 does, with "-" for an unknown year:
// "2021-12-06", "2021-12", "2021", "--12-06", "---22"; "" for nothing known.
func (d Day) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Year == 0 && d.Month == 0:
		return "---" + pad2(d.Day)
	case d.Year == 0 && d.Day == 0:
		return "--" + pad2(d.Month)
	case d.Year == 0:
		return "--" + pad2(d.Month) + "-" + pad2(d.Day)
	}
	s := strconv.Itoa(int(d.Year))
	for len(s) < 4 {
		s = "0" + s
	}
	if d.Month == 0 && d.Day == 0 {
		return s
	}
	s += "-" + pad2(d.Month)
	if d.Day == 0 {
		return s
	}
	return s + "-" + pad2(d.Day)
}

func pad2(n int8) string {
	if n < 10 {
		return "0" + strconv.Itoa(int(n))
	}
	return strconv.Itoa(int(n))
}

// Valid reports whether the known fields can stand together. February 29 of
// an unstated year is valid; a day of an unstated month may be up to 31.
func Valid(d Day) bool {
	if d.Year < 0 || d.Month < 0 || d.Month > 12 || d.Day < 0 {
		return false
	}
	return d.Day <= MonthLen(d.Year, d.Month)
}

// MonthLen is the number of days of a month (1 to 12) of a year; the longest
// that is possible where the year or the month is 0.
func MonthLen(year int16, month int8) int8 {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year == 0 || year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// DayNumber counts days from 1970-01-01, which is 0. An unknown month or day
// counts as the first; an unknown year as the year 0. A day beyond the end of
// its month runs on into the next. (Formula: H. Hinnant, "chrono-Compatible
// Low-Level Date Algorithms", days_from_civil.)
func DayNumber(d Day) int {
	y, m, day := int(d.Year), int(max(d.Month, 1)), int(max(d.Day, 1))
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

// FromDayNumber is the day with the given number. (Formula: as above,
// civil_from_days.)
func FromDayNumber(n int) Day {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	m := (mp+2)%12 + 1
	y := yoe + era*400
	if m <= 2 {
		y++
	}
	return Day{int16(y), int8(m), int8(doy - (153*mp+2)/5 + 1)}
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Weekday is the day of the week, 1 for Monday to 7 for Sunday; 0 where the
// year, month or day is unknown or the day impossible.
func Weekday(d Day) int {
	if d.Year == 0 || d.Month == 0 || d.Day == 0 || !Valid(d) {
		return 0
	}
	w := (DayNumber(d) + 3) % 7 // day 0 was a Thursday
	if w < 0 {
		w += 7
	}
	return w + 1
}

// julianWeekday is the weekday of a day of the Julian calendar. (Formula: the
// Julian day number in E. G. Richards, "Mapping Time".)
func julianWeekday(d Day) int {
	a := (14 - int(d.Month)) / 12
	y, m := int(d.Year)+4800-a, int(d.Month)+12*a-3
	return (int(d.Day)+(153*m+2)/5+365*y+y/4-32083)%7 + 1
}

// MonthName is the English name of month 1 to 12, "" for others.
func MonthName(m int) string {
	if m < 1 || m > 12 {
		return ""
	}
	return [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}[m-1]
}

// WeekdayName is the English name of weekday 1 (Monday) to 7 (Sunday), ""
// for others.
func WeekdayName(w int) string {
	if w < 1 || w > 7 {
		return ""
	}
	return [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}[w-1]
}
