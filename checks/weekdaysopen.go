package checks

import (
	"fmt"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// How dates without a year are held against each other.
const (
	// nearDates is how many bytes apart two dates may stand to be taken
	// for dates of one year, or of one month, by themselves.
	nearDates = 120
	// manyDates of a section are taken for dates of one year.
	manyDates = 5
	// A year begins on one of seven weekdays and leaps or not: all cases
	// occur in these years.
	anyYear, yearCases = 2001, 28
)

// judgeOpen judges the dates of one section of which no year is known: those
// that stand close together must fit one year, whichever it is.
func judgeOpen(dates []*fact.Date) []verdict.Verdict {
	out := make([]verdict.Verdict, 0, len(dates))
	odd := oddOnes(dates)
	for i, d := range dates {
		if against := odd[i]; against != nil && d.Doubt == "" {
			out = append(out, wrongBeside(d, against))
			continue
		}
		out = append(out, undecidedWeekday(d, "the year is not known"))
	}
	return out
}

// oddOnes names for each date that cannot be right the one that it cannot be
// right beside. Where there are many dates, the odd one out is named; of two
// by themselves the later.
func oddOnes(dates []*fact.Date) []*fact.Date {
	odd := make([]*fact.Date, len(dates))
	for i := 1; i < len(dates); i++ {
		a, b := dates[i-1], dates[i]
		near := a.Block == b.Block && b.Span.Start-a.Span.End <= nearDates
		if near && odd[i-1] == nil && !compatible(a, b) {
			odd[i] = a
		}
	}
	if len(dates) >= manyDates {
		for i := range dates {
			if against := oddOneOut(dates, i); against != nil {
				odd[i] = against
			}
		}
	}
	return odd
}

// oddOneOut reports whether all dates but number i fit one year and i does
// not; it returns one of the others.
func oddOneOut(dates []*fact.Date, i int) *fact.Date {
	for y := int16(anyYear); y < anyYear+yearCases; y++ {
		misfits, last := 0, 0
		for k, d := range dates {
			if fits, known := d.Date.InYear(y).WeekdayFits(); !known || !fits {
				misfits++
				last = k
			}
		}
		if misfits == 0 {
			return nil
		}
		if misfits == 1 && last == i {
			if i > 0 {
				return dates[i-1]
			}
			return dates[1]
		}
	}
	return nil
}

// compatible reports whether two dates without a year can both be right: in
// one year, or over its turn, or two days of one month.
func compatible(a, b *fact.Date) bool {
	x, y := a.Date, b.Date
	if x.IsRange() || y.IsRange() || x.Weekday == 0 || y.Weekday == 0 {
		return true
	}
	if x.From.Month == 0 || y.From.Month == 0 {
		if x.From.Month != y.From.Month || y.From.Day <= x.From.Day {
			return true
		}
		return (int(y.From.Day-x.From.Day)-int(y.Weekday-x.Weekday))%7 == 0
	}
	for year := int16(anyYear); year < anyYear+yearCases; year++ {
		later := year
		if y.From.Month < x.From.Month {
			later++
		}
		f, _ := x.InYear(year).WeekdayFits()
		g, _ := y.InYear(later).WeekdayFits()
		if f && g {
			return true
		}
	}
	return false
}

// wrongBeside is the verdict for a weekday that cannot be right beside
// another date.
func wrongBeside(d, against *fact.Date) verdict.Verdict {
	claimed := calendar.WeekdayName(int(d.Date.Weekday))
	v := verdict.Verdict{
		Status: verdict.Conflicts, Grade: verdict.Contradiction, Place: d.Place, Surface: d.Surface,
		Claimed:  claimed,
		Message:  fmt.Sprintf("%q and %q cannot both be right, whichever the year", against.Surface, d.Surface),
		Evidence: []verdict.Evidence{{Role: verdict.Contradicts, Note: "the date beside it", Place: against.Place}},
		Calculation: &verdict.Calculation{Relation: "weekdays as far apart as the dates", Operands: []verdict.Operand{
			{Interval: against.Surface, Place: &against.Place}, {Interval: d.Surface, Place: &d.Place},
		}},
	}
	if found := weekdayBeside(d, against); found != 0 {
		v.Found = calendar.WeekdayName(found)
		v.Message += fmt.Sprintf(": beside the first, the second is a %s", v.Found)
		v.Suggestions = append(v.Suggestions, verdict.Suggestion{Text: inManner(d.WeekdaySurface, v.Found), Place: d.WeekdayAt, Confidence: "low"})
	}
	if back := weekdayBeside(against, d); back != 0 {
		v.Suggestions = append(v.Suggestions, verdict.Suggestion{Text: inManner(against.WeekdaySurface, calendar.WeekdayName(back)), Place: against.WeekdayAt, Confidence: "low"})
	}
	return v
}

// weekdayBeside is the weekday of d if the other date is right, 0 where that
// depends on a leap day.
func weekdayBeside(d, other *fact.Date) int {
	a, b := other.Date.From, d.Date.From
	if a.Month == 0 || b.Month == 0 {
		a.Month, b.Month = 1, 1
	}
	a.Year, b.Year = anyYear, anyYear
	if a.Month != b.Month && (a.Month <= 2) != (b.Month <= 2) {
		return 0
	}
	by := (calendar.DayNumber(b) - calendar.DayNumber(a)) % 7
	return (int(other.Date.Weekday)-1+by+7)%7 + 1
}
