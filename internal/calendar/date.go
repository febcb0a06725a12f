package calendar

import "strconv"

// Precision tells how much of a date is stated.
type Precision uint8

// The precisions, finest first. A range has the coarser of its two ends'.
const (
	ByClock   Precision = iota + 1 // a time of day without a day
	ByDay                          // a day, or a range of days
	ByPart                         // part of a month or year: "mid-June", "early 2007"
	ByMonth                        // a month
	ByQuarter                      // a quarter or half of a year
	BySeason                       // "Spring 2021"
	ByYear                         // a year, or a range of years
	ByDecade                       // "the 1990s"
)

// Part names a part of a month or a year.
type Part uint8

// The parts. Early, Mid and Late belong to a month where the date has one,
// else to the year.
const (
	NoPart Part = iota
	Early
	Mid
	Late
	Spring
	Summer
	Autumn
	Winter
	Q1
	Q2
	Q3
	Q4
	H1
	H2
)

// RelYear is a year told from the document's own.
type RelYear uint8

// The relative years.
const (
	NoRelYear RelYear = iota
	LastYear
	ThisYear
	NextYear
)

// Form tells how a date was written, as far as its order of day and month is
// concerned.
type Form uint8

// The forms.
const (
	Worded     Form = iota // with the month's name, or none
	ISO                    // 2021-12-06, 2021/12/06
	DayFirst               // 25/12/2021, 25.12.2021: cannot be read otherwise
	MonthFirst             // 12/25/2021: cannot be read otherwise
	EitherWay              // 10/11/2024
)

// Date is a date as a document states it: one day, a range, or something
// less precise, with or without its year.
type Date struct {
	// From and To are the first and last day named; equal for one day. A
	// field that is not stated is 0.
	From Day `cbor:"1,keyasint,omitempty"`
	To   Day `cbor:"2,keyasint,omitempty"`
	// Alt is another reading of From: the day-first one where Ambiguous,
	// the swapped one where Invalid and swapping gives a day. Else zero.
	Alt       Day       `cbor:"3,keyasint,omitempty"`
	Precision Precision `cbor:"4,keyasint,omitempty"`
	// Part and ToPart belong to From and To.
	Part   Part `cbor:"5,keyasint,omitempty"`
	ToPart Part `cbor:"6,keyasint,omitempty"`
	Form   Form `cbor:"7,keyasint,omitempty"`
	// Weekday and ToWeekday are the weekdays as written, 1 for Monday to 7
	// for Sunday, 0 for none. They need not fit the date.
	Weekday   int8 `cbor:"8,keyasint,omitempty"`
	ToWeekday int8 `cbor:"9,keyasint,omitempty"`
	// YearStated tells that the year stands in the text, YearInferred that
	// InferYears found it.
	YearStated   bool `cbor:"10,keyasint,omitempty"`
	YearInferred bool `cbor:"11,keyasint,omitempty"`
	// Years are the possible years of From, the likeliest first, where no
	// single one could be inferred; From.Year is 0 then.
	Years []int16 `cbor:"12,keyasint,omitempty"`
	// Relative tells how the text counts the year from its own: "1 June next
	// year". InferYears needs the document's date for it.
	Relative RelYear `cbor:"23,keyasint,omitempty"`
	// Circa: "c. 1850", "around 5 May".
	Circa bool `cbor:"13,keyasint,omitempty"`
	// Both: two days and not what is between ("December 6 and 7").
	Both bool `cbor:"14,keyasint,omitempty"`
	// Ambiguous: day and month can change places (10/11/2024). From is the
	// month-first reading, Alt the day-first one. Also "2001-05", which is
	// 2001 to 2005 or, in Alt, May 2001.
	Ambiguous bool `cbor:"15,keyasint,omitempty"`
	// Backwards: the range ends before it begins. From and To stay as
	// written.
	Backwards bool `cbor:"16,keyasint,omitempty"`
	// Invalid is the reason why there is no such date, "" where there is.
	Invalid string `cbor:"17,keyasint,omitempty"`
	// Placeholder: a date of which a part is 00 (2010-00-00); Invalid too.
	Placeholder bool `cbor:"18,keyasint,omitempty"`
	// Clock and ClockTo are minutes of the day, -1 for none. ClockLoose:
	// morning or afternoon is not said ("9:30").
	Clock      int16 `cbor:"19,keyasint"`
	ClockTo    int16 `cbor:"20,keyasint"`
	ClockLoose bool  `cbor:"21,keyasint,omitempty"`
	// Zone is the time zone's abbreviation as written, "" for none.
	Zone string `cbor:"22,keyasint,omitempty"`
}

// OneDay is the date of a single day without a clock.
func OneDay(d Day) Date {
	return Date{From: d, To: d, Precision: precisionOf(d), YearStated: d.Year != 0, Clock: -1, ClockTo: -1}
}

func precisionOf(d Day) Precision {
	switch {
	case d.Day != 0:
		return ByDay
	case d.Month != 0:
		return ByMonth
	case d.Year != 0:
		return ByYear
	}
	return ByClock
}

// IsRange reports whether the date names two different ends.
func (d Date) IsRange() bool { return d.From != d.To || d.Part != d.ToPart }

// String writes the date as an ISO 8601 interval, for debugging and for
// output to machines: "2021-12-15/2021-12-16", "--12-30T09:00".
func (d Date) String() string {
	s := d.From.String() + partSuffix(d.Part)
	if d.Clock >= 0 {
		s += "T" + pad2(int8(d.Clock/60)) + ":" + pad2(int8(d.Clock%60))
	}
	if d.IsRange() {
		s += "/" + d.To.String() + partSuffix(d.ToPart)
	}
	return s
}

func partSuffix(p Part) string {
	if p == NoPart {
		return ""
	}
	return "~" + [...]string{"", "early", "mid", "late", "spring", "summer", "autumn", "winter", "Q1", "Q2", "Q3", "Q4", "H1", "H2"}[p]
}

// Bounds are the first and the last day that the date can mean. Vague dates
// are given generously: seasons differ between hemispheres and "early 2007"
// may well be April. ok is false where the date is invalid, backwards, or has
// no year, and for a lone clock.
func (d Date) Bounds() (first, last Day, ok bool) {
	if d.Invalid != "" || d.Backwards || d.From.Year == 0 || d.To.Year == 0 {
		return Day{}, Day{}, false
	}
	first, _ = partBounds(d.From, d.Part)
	_, last = partBounds(d.To, d.ToPart)
	if d.Ambiguous {
		first, last = earlier(first, d.Alt), later(last, d.Alt)
	}
	if d.Circa {
		first, last = widen(first, last, d.Precision)
	}
	return first, last, true
}

// partBounds are the first and the last day of a stated point in time.
func partBounds(d Day, p Part) (first, last Day) {
	if d.Month != 0 {
		first, last = d, d
		if d.Day == 0 {
			first.Day, last.Day = 1, MonthLen(d.Year, d.Month)
			switch p {
			case Early:
				last.Day = 15
			case Mid:
				first.Day, last.Day = 8, 24
			case Late:
				first.Day = 15
			}
		}
		return first, last
	}
	from, to := partMonths(p)
	first, last = Day{d.Year, from, 1}, Day{d.Year, to, MonthLen(d.Year, to)}
	if p == Winter { // "winter 2021" may begin or end with the year
		first.Year, last.Year = d.Year-1, d.Year+1
	}
	return first, last
}

// partMonths are the first and last month that a part of a year can reach.
func partMonths(p Part) (from, to int8) {
	switch p {
	case Early:
		return 1, 5
	case Mid:
		return 4, 9
	case Late:
		return 8, 12
	case Winter:
		return 12, 3
	case Q1, Q2, Q3, Q4:
		return int8(p-Q1)*3 + 1, int8(p-Q1)*3 + 3
	case H1:
		return 1, 6
	case H2:
		return 7, 12
	}
	return 1, 12
}

func widen(first, last Day, p Precision) (Day, Day) {
	by := 7
	if p >= ByPart {
		by = 45
	}
	if p >= ByYear {
		by = 3 * 366
	}
	return FromDayNumber(DayNumber(first) - by), FromDayNumber(DayNumber(last) + by)
}

func earlier(a, b Day) Day {
	if DayNumber(b) < DayNumber(a) {
		return b
	}
	return a
}

func later(a, b Day) Day {
	if DayNumber(b) > DayNumber(a) {
		return b
	}
	return a
}

// InYear is the date read in the given year; the end of a range over the turn
// of the year gets the next one. A stated year is kept.
func (d Date) InYear(year int16) Date {
	if d.From.Year != 0 || d.From.Month == 0 {
		return d
	}
	d.From.Year, d.To.Year = year, year
	if d.To.Month < d.From.Month {
		d.To.Year++
	}
	d.Years = nil
	return d
}

// readings calls fn with the date in each year that it may have, until fn
// returns false. It reports whether there was any.
func (d Date) readings(fn func(Date) bool) bool {
	if d.From.Year != 0 {
		fn(d)
		return true
	}
	for _, y := range d.Years {
		if !fn(d.InYear(y)) {
			break
		}
	}
	return len(d.Years) > 0
}

// Before compares two dates as intervals: strict tells that the whole of a
// lies before b begins. known is false where a year is missing, where a date
// is invalid, or where the possible years do not agree on the answer.
func Before(a, b Date) (strict, known bool) { return compare(a, b, wholeBefore) }

// StartsBefore compares where two dates begin: strict tells that a begins
// before b does. A range that begins on the other's first day does not. For
// vague dates it is as careful as Before.
func StartsBefore(a, b Date) (strict, known bool) { return compare(a, b, startBefore) }

func compare(a, b Date, less func(a, b Date) (bool, bool)) (strict, known bool) {
	first, settled := true, true
	some := a.readings(func(x Date) bool {
		ok := b.readings(func(y Date) bool {
			s, k := less(x, y)
			settled = settled && k && (first || s == strict)
			strict, first = s, false
			return settled
		})
		return ok && settled
	})
	if !some || first || !settled {
		return false, false
	}
	return strict, true
}

func wholeBefore(a, b Date) (strict, known bool) {
	af, al, ok := a.Bounds()
	bf, bl, ok2 := b.Bounds()
	if !ok || !ok2 {
		return false, false
	}
	if DayNumber(al) == DayNumber(bf) && al == af && bf == bl && a.Clock >= 0 && b.Clock >= 0 && !a.ClockLoose && !b.ClockLoose && a.Zone == b.Zone {
		return max(a.Clock, a.ClockTo) < b.Clock, true
	}
	return DayNumber(al) < DayNumber(bf), true
}

func startBefore(a, b Date) (strict, known bool) {
	if a.Precision != ByDay || b.Precision != ByDay || a.Ambiguous || b.Ambiguous || a.Circa || b.Circa {
		return wholeBefore(a, b)
	}
	if a.Invalid != "" || b.Invalid != "" || a.Backwards || b.Backwards || a.From.Year == 0 || b.From.Year == 0 || a.From.Month == 0 || b.From.Month == 0 {
		return false, false
	}
	if a.From == b.From && a.Clock >= 0 && b.Clock >= 0 && !a.ClockLoose && !b.ClockLoose && a.Zone == b.Zone {
		return a.Clock < b.Clock, true
	}
	return DayNumber(a.From) < DayNumber(b.From), true
}

// WeekdayFits reports whether the weekdays as written fit the date. known is
// false where none is written or the day's year is not known; with several
// possible years, one that fits is enough. Up to 1923, when the last country
// changed over, the Julian calendar's weekday will do as well.
func (d Date) WeekdayFits() (fits, known bool) {
	if d.Weekday == 0 && d.ToWeekday == 0 || d.Invalid != "" {
		return false, false
	}
	d.readings(func(x Date) bool {
		if Weekday(x.From) == 0 || Weekday(x.To) == 0 {
			return true
		}
		known = true
		fits = isWeekday(x.From, d.Weekday) && isWeekday(x.To, d.ToWeekday) || d.Ambiguous && isWeekday(d.Alt, d.Weekday)
		return !fits
	})
	return fits, known
}

// isWeekday reports whether the day is the weekday w, 0 for any.
func isWeekday(d Day, w int8) bool {
	return w == 0 || int(w) == Weekday(d) || d.Year < 1924 && int(w) == julianWeekday(d)
}

// civil makes the date of one day from numbers as written, and says why where
// there is no such day. Numbers are below 100, the year below 10000.
func civil(year, month, day int) Date {
	d := OneDay(Day{int16(year), int8(month), int8(day)})
	d.Precision = ByDay
	switch {
	case month == 0 || day == 0:
		d.Placeholder = true
		d.Invalid = "a part of it is 00"
	case month > 12:
		d.Invalid = "there is no month " + strconv.Itoa(month)
		if day <= 12 && Valid(Day{int16(year), int8(day), int8(month)}) {
			d.Alt = Day{int16(year), int8(day), int8(month)}
		}
	case day > int(MonthLen(d.From.Year, d.From.Month)):
		name := MonthName(month)
		if month == 2 && year != 0 {
			name += " " + strconv.Itoa(year)
		}
		d.Invalid = name + " has " + strconv.Itoa(int(MonthLen(d.From.Year, d.From.Month))) + " days"
	}
	return d
}
