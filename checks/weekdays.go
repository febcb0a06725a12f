package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// weekdays compares the weekdays that dates are given with the calendar.
type weekdays struct{}

// Needs dates.
func (weekdays) Needs() []fact.Kind { return []fact.Kind{fact.KindDate} }

// Keys a date with a weekday by its month, where dates of one event meet;
// one of which no year is known by its section, where all such dates may be
// of one year.
func (weekdays) Keys(f fact.Fact) []string {
	d := f.(*fact.Date)
	if d.Of != fact.Days || d.Quoted || d.Date.Invalid != "" || d.Date.Backwards || d.Date.Weekday == 0 && d.Date.ToWeekday == 0 {
		return nil
	}
	if year := firstYear(d.Date); year != 0 && d.Date.From.Month != 0 {
		return []string{fmt.Sprintf("%04d-%02d", year, d.Date.From.Month)}
	}
	return []string{"open/" + docKey(d.Doc, d.Section+1)}
}

// firstYear is the likeliest year of a date, 0 where none is known.
func firstYear(d calendar.Date) int16 {
	if d.From.Year == 0 && len(d.Years) > 0 {
		return d.Years[0]
	}
	return d.From.Year
}

// Judge compares each date of a month with the calendar, or those without a
// year with each other.
func (weekdays) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	dates := make([]*fact.Date, len(facts))
	for i, f := range facts {
		dates[i] = f.(*fact.Date)
	}
	if strings.HasPrefix(key, "open/") {
		return judgeOpen(dates)
	}
	out := make([]verdict.Verdict, 0, len(dates))
	for _, d := range dates {
		fits, known := d.Date.WeekdayFits()
		switch {
		case !known:
			out = append(out, undecidedWeekday(d, "the year is not known"))
		case d.Doubt == fact.DoubtYear:
			out = append(out, undecidedWeekday(d, string(d.Doubt)))
		case fits:
			out = append(out, fittingWeekday(d))
		case d.Doubt != "":
			out = append(out, undecidedWeekday(d, string(d.Doubt)))
		default:
			out = append(out, wrongWeekday(d, dates))
		}
	}
	return out
}

func fittingWeekday(d *fact.Date) verdict.Verdict {
	w := weekdayName(d.Date.Weekday, d.Date.ToWeekday)
	return verdict.Verdict{
		Status: verdict.Agrees, Place: d.Place, Surface: d.Surface, Claimed: w, Found: w,
		Message: fmt.Sprintf("%q falls on a %s", d.Surface, w),
	}
}

func undecidedWeekday(d *fact.Date, why string) verdict.Verdict {
	w := weekdayName(d.Date.Weekday, d.Date.ToWeekday)
	return verdict.Verdict{
		Status: verdict.Undecided, Place: d.Place, Surface: d.Surface, Claimed: w, Why: why,
		Message: fmt.Sprintf("whether %q falls on a %s is open: %s", d.Surface, w, why),
	}
}

// weekdayName is the first of two weekdays that there is.
func weekdayName(a, b int8) string {
	if a == 0 {
		a = b
	}
	return calendar.WeekdayName(int(a))
}

// end is one end of a date, with the weekday that the text gives it.
type end struct {
	days    []calendar.Day // in each year that it may have
	weekday int8
	place   fact.Place
	surface string
}

// wrongEnd is the end of a date whose weekday does not fit.
func wrongEnd(d *fact.Date) end {
	first, last := end{weekday: d.Date.Weekday, place: d.WeekdayAt, surface: d.WeekdaySurface}, end{weekday: d.Date.ToWeekday, place: d.ToWeekdayAt, surface: d.ToWeekdaySurface}
	fits := true
	for _, x := range readings(d.Date) {
		first.days, last.days = append(first.days, x.From), append(last.days, x.To)
		fits = fits && first.weekday != 0 && calendar.Weekday(x.From) != int(first.weekday)
	}
	if fits || last.weekday == 0 {
		return first
	}
	return last
}

// readings are the date in each year that it may have.
func readings(d calendar.Date) []calendar.Date {
	if d.From.Year != 0 {
		return []calendar.Date{d}
	}
	var out []calendar.Date
	for _, y := range d.Years {
		out = append(out, d.InYear(y))
	}
	return out
}

// wrongWeekday is the verdict for a weekday that does not fit its date.
func wrongWeekday(d *fact.Date, others []*fact.Date) verdict.Verdict {
	e := wrongEnd(d)
	claimed := calendar.WeekdayName(int(e.weekday))
	found := foundWeekdays(e.days)
	v := verdict.Verdict{
		Status: verdict.Conflicts, Grade: verdict.Contradiction, Place: d.Place, Surface: d.Surface,
		Claimed: claimed, Found: found,
		Message: fmt.Sprintf("text says %q, but %s is a %s", d.Surface, dayWords(e.days[0]), calendar.WeekdayName(calendar.Weekday(e.days[0]))),
		Calculation: &verdict.Calculation{Relation: "weekday of date", Operands: []verdict.Operand{
			{Interval: claimed, Place: &e.place}, {Interval: e.days[0].String(), Place: &d.Place},
		}},
	}
	if d.Date.Ambiguous && !d.Date.IsRange() {
		v.Message += fmt.Sprintf(" and %s is a %s", dayWords(d.Date.Alt), calendar.WeekdayName(calendar.Weekday(d.Date.Alt)))
	}
	if len(e.days) > 1 {
		v.Message = fmt.Sprintf("text says %q, but the day is %s", d.Surface, perYear(e.days))
	}
	if d.YearFrom != "" {
		v.Message += fmt.Sprintf(" (the year is that of %s)", d.YearFrom)
	}
	v.Suggestions = weekdayRepairs(d, e)
	vote(&v, d, e, others)
	return v
}

// foundWeekdays names the weekdays that a day has in the years it may have.
func foundWeekdays(days []calendar.Day) string {
	var names []string
	for _, x := range days {
		if n := calendar.WeekdayName(calendar.Weekday(x)); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return strings.Join(names, " or ")
}

// perYear writes "a Wednesday in 2023 and a Friday in 2024".
func perYear(days []calendar.Day) string {
	const most = 4
	parts := make([]string, 0, len(days))
	for _, x := range days[:min(len(days), most)] {
		parts = append(parts, fmt.Sprintf("a %s in %d", calendar.WeekdayName(calendar.Weekday(x)), x.Year))
	}
	return strings.Join(parts, ", ")
}

func dayWords(d calendar.Day) string {
	return fmt.Sprintf("%s %d, %d", calendar.MonthName(int(d.Month)), d.Day, d.Year)
}

// weekdayRepairs are the weekday that fits the date, the nearest date that
// fits the weekday, and the same day of a neighbouring year if that fits.
func weekdayRepairs(d *fact.Date, e end) []verdict.Suggestion {
	day := e.days[0]
	out := []verdict.Suggestion{{
		Text: inManner(e.surface, calendar.WeekdayName(calendar.Weekday(day))), Place: e.place, Confidence: "low",
	}}
	if d.Date.IsRange() {
		return out
	}
	days := nearDays(day, e.weekday)
	if swap := (calendar.Day{Year: day.Year, Month: day.Day, Day: day.Month}); d.Date.Form == calendar.ISO && calendar.Weekday(swap) == int(e.weekday) {
		days = append(days, swap)
	}
	for _, near := range days {
		if !d.Date.YearStated && near.Year != day.Year {
			continue
		}
		written := day
		if !d.Date.YearStated {
			written.Year, near.Year = 0, 0
		}
		if text, ok := redate(d.Surface, written, near); ok {
			out = append(out, verdict.Suggestion{Text: text, Place: d.Place, Confidence: "low"})
		}
	}
	return out
}

// nearDays are the nearest day with a weekday, and the same day a year later
// or earlier where that has it.
func nearDays(day calendar.Day, weekday int8) []calendar.Day {
	by := (int(weekday) - calendar.Weekday(day) + 7) % 7
	if by > 3 {
		by -= 7
	}
	out := []calendar.Day{calendar.FromDayNumber(calendar.DayNumber(day) + by)}
	for _, step := range []int16{1, -1} {
		next := day
		next.Year += step
		if calendar.Weekday(next) == int(weekday) {
			out = append(out, next)
		}
	}
	return out
}

// inManner writes a weekday as another one was written: in full or short,
// with or without a full stop, in capitals.
func inManner(old, name string) string {
	letters := strings.TrimSuffix(old, ".")
	short := !strings.HasSuffix(strings.ToLower(letters), "day")
	if short {
		name = name[:3]
		if strings.HasSuffix(old, ".") {
			name += "."
		}
	}
	if len(letters) > 1 && letters == strings.ToUpper(letters) {
		return strings.ToUpper(name)
	}
	return name
}

// vote looks for other places that state the same day with the weekday that
// fits, or the claimed weekday with a day that fits it, of what is likely
// the same event. What has more votes is proposed with more confidence.
func vote(v *verdict.Verdict, d *fact.Date, e end, others []*fact.Date) {
	const shown = 3
	forDate, forWeekday := 0, 0
	for _, o := range others {
		if fits, known := o.Date.WeekdayFits(); o == d || !fits || !known || o.Date.IsRange() || !related(d, o) {
			continue
		}
		day := readings(o.Date)[0].From
		switch {
		case slices.Contains(e.days, day):
			forDate++
			if forDate <= shown {
				v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: "the same day with its right weekday", Place: o.Place})
			}
		case o.Date.Weekday == e.weekday && o.Doc != d.Doc:
			forWeekday++
			if forWeekday <= shown {
				v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: "the same weekday with another day", Place: o.Place})
			}
		}
	}
	switch {
	case forDate > forWeekday:
		v.Suggestions[0].Confidence = "medium"
	case forWeekday > forDate && len(v.Suggestions) > 1:
		v.Suggestions[1].Confidence = "medium"
	}
}

// related reports whether two dates may be of one event: they stand in one
// document, or share words around them.
func related(a, b *fact.Date) bool {
	if a.Doc == b.Doc {
		return true
	}
	const enough = 2
	shared := 0
	for _, w := range a.Words {
		if _, ok := slices.BinarySearch(b.Words, w); ok {
			shared++
		}
	}
	return shared >= enough
}
