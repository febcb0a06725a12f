package checks

import (
	"fmt"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// durations compares stated lengths of time with the dates beside them.
type durations struct{}

func (durations) keysByDocument() {}

// Needs lengths of time.
func (durations) Needs() []fact.Kind { return []fact.Kind{fact.KindDuration} }

// Keys by document: each length stands beside its dates.
func (durations) Keys(f fact.Fact) []string {
	d := f.(*fact.Duration)
	if d.Quoted {
		return nil
	}
	return []string{docKey(d.Doc, 0)}
}

// Judge compares each length with the distance of its dates, as far as ways
// of counting allow.
func (durations) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	out := make([]verdict.Verdict, 0, len(facts))
	for _, f := range facts {
		out = append(out, judgeDuration(f.(*fact.Duration)))
	}
	return out
}

// judgeDuration compares one length with its dates.
func judgeDuration(d *fact.Duration) verdict.Verdict {
	found, ok := distance(d)
	v := verdict.Verdict{Place: d.Place, Surface: d.Surface, Claimed: d.Surface}
	if !ok || !d.Amount.Known {
		v.Status, v.Why = verdict.Undecided, "it is not told closely enough"
		v.Message = fmt.Sprintf("whether %q fits its dates is open: %s", d.Surface, v.Why)
		return v
	}
	v.Found = found.Short() + " " + unitWord(d.Unit, found)
	switch {
	case d.Amount.Meets(found):
		v.Status = verdict.Agrees
		v.Message = fmt.Sprintf("%q fits %s", d.Surface, endsText(d))
	case d.Working && d.Amount.Below(found):
		v.Status, v.Why = verdict.Undecided, "only some of the days may be counted"
		v.Message = fmt.Sprintf("whether %q fits %s is open: %s", d.Surface, endsText(d), v.Why)
	case otherScale(d, found) != "":
		v.Status, v.Why = verdict.Undecided, otherScale(d, found)
		v.Message = fmt.Sprintf("whether %q fits %s is open: %s", d.Surface, endsText(d), v.Why)
	default:
		v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
		v.Message = fmt.Sprintf("text says %q, but %s", d.Surface, foundText(d, v.Found))
		v.Calculation = &verdict.Calculation{Relation: "stated length meets the distance of the dates, in " + string(d.Unit) + "s", Operands: []verdict.Operand{
			{Interval: d.Amount.String(), Place: &d.Place}, {Interval: found.String(), Of: endsText(d)},
		}}
		for i := range d.EndsAt {
			v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: endNote(d, i), Place: d.EndsAt[i]})
		}
		v.Suggestions = durationRepairs(d, found)
	}
	return v
}

// otherScale tells why a length that is far off is more likely of something
// else than wrong, empty if it is not: "3:15-4:45 (1.5 minutes)" of a film is
// in minutes and seconds, and three days may celebrate a hundred years.
func otherScale(d *fact.Duration, found quantity.Interval) string {
	twice := d.Amount
	twice.Lo, twice.Hi = twice.Lo.Add(twice.Lo), twice.Hi.Add(twice.Hi)
	switch {
	case d.Ends.Precision == calendar.ByClock && d.Unit == fact.Minutes && twice.Below(found):
		return "the times may be in minutes and seconds"
	case d.Unit == fact.YearsLong && d.Ends.Precision != calendar.ByYear && found.Below(quantity.Exactly(1)) && quantity.Exactly(4).Below(d.Amount):
		return "the dates may be those of something shorter"
	}
	return ""
}

// endNote names an end of a length.
func endNote(d *fact.Duration, i int) string {
	switch {
	case len(d.EndsAt) == 1 && d.How == fact.Anniversary:
		return "the beginning"
	case len(d.EndsAt) == 1:
		return "both ends"
	case i == 0:
		return "the beginning"
	}
	return "the end"
}

// foundText says what the dates come to.
func foundText(d *fact.Duration, found string) string {
	switch d.How {
	case fact.Later:
		return fmt.Sprintf("%s is %s later", endsText(d), found)
	case fact.Anniversary:
		return fmt.Sprintf("%s is %s", endsText(d), found)
	}
	return fmt.Sprintf("%s is %s", endsText(d), found)
}

// endsText writes the two ends.
func endsText(d *fact.Duration) string {
	if d.Ends.Precision == calendar.ByClock {
		return fmt.Sprintf("%02d:%02d to %02d:%02d", d.Ends.Clock/60, d.Ends.Clock%60, d.Ends.ClockTo/60, d.Ends.ClockTo%60)
	}
	return endText(d.Ends.From) + " to " + endText(d.Ends.To)
}

// endText writes a day, a month or a year as people do.
func endText(d calendar.Day) string {
	s := ""
	if d.Day != 0 {
		s = fmt.Sprint(d.Day) + " "
	}
	if d.Month != 0 {
		s += calendar.MonthName(int(d.Month)) + " "
	}
	if d.Year != 0 {
		s += fmt.Sprint(d.Year) + " "
	}
	return s[:max(len(s)-1, 0)]
}

// unitWord is the unit's name, in the plural but for exactly one.
func unitWord(u fact.TimeUnit, i quantity.Interval) string {
	if n, exact := i.Int(); exact && n == 1 {
		return string(u)
	}
	return string(u) + "s"
}

// durationRepairs proposes the length that fits the dates, and the end that
// fits the length.
func durationRepairs(d *fact.Duration, found quantity.Interval) []verdict.Suggestion {
	var out []verdict.Suggestion
	n, exact := found.Int()
	if !exact && d.Ends.Precision != calendar.ByClock {
		// The reading that counts both ends is the usual one for days.
		n, exact = likeliest(d), true
	}
	if exact && n > 0 && d.Quantity.Exact && d.Slack == 0 && d.How != fact.Anniversary {
		if text, ok := d.Quantity.Restate(n); ok {
			if text, ok = replaceNumber(d.Surface, d.Quantity, text); ok {
				out = append(out, verdict.Suggestion{Text: text, Place: d.Place, Confidence: "low"})
			}
		}
	}
	if len(d.EndsAt) == 2 && d.Unit == fact.YearsLong && d.Ends.To.Year != 0 {
		if years, ok := d.Amount.Int(); ok {
			end := d.Ends.To
			end.Year = d.Ends.From.Year + int16(years)
			if d.Ends.Precision == calendar.ByYear {
				out = append(out, verdict.Suggestion{Text: fmt.Sprint(end.Year), Place: d.EndsAt[1], Confidence: "low"})
			}
		}
	}
	return out
}

// replaceNumber writes a surface with another number in its first words.
func replaceNumber(surface string, q quantity.Quantity, number string) (string, bool) {
	words := 0
	for i := 0; i < len(surface); i++ {
		if c := surface[i]; c == ' ' || c == '-' {
			words++
			if rest := surface[i:]; words >= 1 && (q.Style == quantity.Figures || q.End-q.Start == 1) {
				return number + rest, true
			}
		}
	}
	return "", false
}
