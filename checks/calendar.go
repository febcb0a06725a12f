package checks

import (
	"fmt"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// newCalendar makes one of the checks of dates against the calendar.
func newCalendar(p Params) (Check, error) {
	var params struct {
		Of string `yaml:"of"`
	}
	if err := p.Decode(&params); err != nil {
		return nil, err
	}
	switch params.Of {
	case "ages":
		return ages{}, nil
	case "days":
		return days{}, nil
	case "durations":
		return durations{}, nil
	case "ranges":
		return ranges{}, nil
	case "tenses":
		return tenses{}, nil
	case "weekdays":
		return weekdays{}, nil
	}
	return nil, fmt.Errorf("of: %q (there are: ages, days, durations, ranges, tenses, weekdays)", params.Of)
}

// days reports dates and times of day that cannot be.
type days struct{}

func (days) keysByDocument() {}

// Needs dates.
func (days) Needs() []fact.Kind { return []fact.Kind{fact.KindDate} }

// Keys by document: each date is judged by itself.
func (days) Keys(f fact.Fact) []string {
	d := f.(*fact.Date)
	if d.Quoted || d.Date.Invalid == "" {
		return nil
	}
	return []string{docKey(d.Doc, 0)}
}

// Judge reports each date that cannot be, unless the text around it shows
// that it knows.
func (days) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	out := make([]verdict.Verdict, 0, len(facts))
	for _, f := range facts {
		d := f.(*fact.Date)
		v := verdict.Verdict{
			Status: verdict.Conflicts, Grade: verdict.Contradiction, Place: d.Place, Surface: d.Surface, Claimed: d.Surface,
			Message: fmt.Sprintf("there is no %q: %s", d.Surface, d.Date.Invalid),
			Calculation: &verdict.Calculation{Relation: "date exists in the calendar", Operands: []verdict.Operand{
				{Interval: d.Date.String(), Place: &d.Place},
			}},
		}
		switch {
		case d.Doubt != "":
			v.Status, v.Grade, v.Why, v.Calculation = verdict.Undecided, "", string(d.Doubt), nil
		case d.Date.Placeholder:
			v.Grade = verdict.Doubt
			v.Message = fmt.Sprintf("%q stands for a date that was not filled in: %s", d.Surface, d.Date.Invalid)
		default:
			v.Suggestions = possibleDays(d)
		}
		out = append(out, v)
	}
	return out
}

// possibleDays proposes the nearest dates that can be: day and month in the
// other order, else the last day of the month.
func possibleDays(d *fact.Date) []verdict.Suggestion {
	if d.Of != fact.Days || d.Date.IsRange() {
		return nil
	}
	if alt := d.Date.Alt; !alt.IsZero() {
		if text, ok := redate(d.Surface, d.Date.From, alt); ok {
			return []verdict.Suggestion{{Text: text, Place: d.Place, Confidence: "medium"}}
		}
		return nil
	}
	last := d.Date.From
	if last.Month < 1 || last.Month > 12 || last.Day > 31 {
		return nil
	}
	last.Day = calendar.MonthLen(last.Year, last.Month)
	if text, ok := redate(d.Surface, d.Date.From, last); ok {
		return []verdict.Suggestion{{Text: text, Place: d.Place, Confidence: "low"}}
	}
	return nil
}

// ranges reports ranges that end before they begin.
type ranges struct{}

func (ranges) keysByDocument() {}

// Needs dates.
func (ranges) Needs() []fact.Kind { return []fact.Kind{fact.KindDate} }

// Keys by document: each range is judged by itself.
func (ranges) Keys(f fact.Fact) []string {
	d := f.(*fact.Date)
	if d.Quoted || !d.Date.Backwards {
		return nil
	}
	return []string{docKey(d.Doc, 0)}
}

// Judge reports each range that runs backwards.
func (ranges) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	out := make([]verdict.Verdict, 0, len(facts))
	for _, f := range facts {
		d := f.(*fact.Date)
		v := verdict.Verdict{
			Status: verdict.Conflicts, Grade: verdict.Contradiction, Place: d.Place, Surface: d.Surface, Claimed: d.Surface,
			Message: fmt.Sprintf("the range of %s %q ends before it begins", d.Of, d.Surface),
			Calculation: &verdict.Calculation{Relation: "the range ends no earlier than it begins", Operands: []verdict.Operand{
				{Interval: rangeText(d), Place: &d.Place},
			}},
		}
		if d.Doubt != "" {
			v.Status, v.Grade, v.Why, v.Calculation = verdict.Undecided, "", string(d.Doubt), nil
		} else {
			v.Suggestions = forwardRanges(d)
		}
		out = append(out, v)
	}
	return out
}

// rangeText writes a range for the calculation.
func rangeText(d *fact.Date) string {
	switch d.Of {
	case fact.Days, fact.Years:
		return d.Date.String()
	case fact.Clocks:
		return fmt.Sprintf("%02d:%02d/%02d:%02d", d.Date.Clock/60, d.Date.Clock%60, d.Date.ClockTo/60, d.Date.ClockTo%60)
	}
	return d.Surface
}

// forwardRanges proposes repairs: the end in the year of the beginning, if
// only the years are wrong; else the two ends exchanged.
func forwardRanges(d *fact.Date) []verdict.Suggestion {
	a, b := d.Date.From, d.Date.To
	text, ok := "", false
	switch d.Of {
	case fact.Days:
		switch {
		case a.Year != b.Year && (b.Month > a.Month || b.Month == a.Month && b.Day > a.Day):
			text, ok = replaceLast(d.Surface, fmt.Sprint(b.Year), fmt.Sprint(a.Year))
		case a.Year == b.Year && a.Month == b.Month:
			text, ok = exchange(d.Surface, int(a.Day), int(b.Day))
		}
	case fact.Years, fact.Pages, fact.Ages:
		text, ok = exchangeEnds(d.Surface)
	}
	if !ok {
		return nil
	}
	return []verdict.Suggestion{{Text: text, Place: d.Place, Confidence: "low"}}
}

// exchangeEnds swaps the two numbers of a range that holds no others.
func exchangeEnds(s string) (string, bool) {
	runs := figureRuns(s)
	if len(runs) != 2 {
		return "", false
	}
	a, b := runs[0], runs[1]
	return s[:a[0]] + s[b[0]:b[1]] + s[a[1]:b[0]] + s[a[0]:a[1]] + s[b[1]:], true
}
