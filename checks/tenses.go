package checks

import (
	"fmt"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// tenses compares days told as coming, or as over, with the document's date.
type tenses struct{}

func (tenses) keysByDocument() {}

// Needs days with their tense.
func (tenses) Needs() []fact.Kind { return []fact.Kind{fact.KindTense} }

// Keys by document: each is held against the document's own date.
func (tenses) Keys(f fact.Fact) []string {
	t := f.(*fact.Tense)
	if t.Quoted {
		return nil
	}
	return []string{docKey(t.Doc, 0)}
}

// Judge reports days on the wrong side of the document's date. Where they
// are many, the document goes on after that date, or was copied from an
// older one as a whole, and nothing is said.
func (tenses) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	const many = 3
	wrong, right := map[bool]int{}, map[bool]int{}
	for _, f := range facts {
		t := f.(*fact.Tense)
		if outOfTense(t) {
			wrong[t.Coming]++
		} else {
			right[t.Coming]++
		}
	}
	out := make([]verdict.Verdict, 0, len(facts))
	for _, f := range facts {
		t := f.(*fact.Tense)
		v := verdict.Verdict{Place: t.Place, Surface: t.Surface, Claimed: t.Surface, Found: endText(t.Published)}
		switch {
		case outOfTense(t) && nextDay(t):
			v.Status, v.Why = verdict.Undecided, "it is the day beside, and may be the same one elsewhere"
			v.Message = fmt.Sprintf("whether %q fits the document's date is open: %s", t.Surface, v.Why)
		case !outOfTense(t):
			v.Status = verdict.Agrees
			v.Message = fmt.Sprintf("%q (%s) fits the document's date, %s", t.Surface, t.Cue, v.Found)
		case wrong[t.Coming] >= many && wrong[t.Coming] > right[t.Coming]:
			v.Status, v.Why = verdict.Undecided, "most days in the document lie on the other side of its date"
			v.Message = fmt.Sprintf("whether %q fits the document's date is open: %s", t.Surface, v.Why)
		default:
			v = wrongTense(v, t)
		}
		out = append(out, v)
	}
	return out
}

// outOfTense reports whether a day lies on the wrong side of the document's
// date.
func outOfTense(t *fact.Tense) bool {
	if t.Coming {
		return calendar.DayNumber(t.Date.To) < calendar.DayNumber(t.Published)
	}
	return calendar.DayNumber(t.Date.From) > calendar.DayNumber(t.Published)
}

// nextDay reports whether a day is the one before or after the document's.
func nextDay(t *fact.Tense) bool {
	by := calendar.DayNumber(t.Published) - calendar.DayNumber(t.Date.To)
	if !t.Coming {
		by = calendar.DayNumber(t.Date.From) - calendar.DayNumber(t.Published)
	}
	return by == 1
}

// wrongTense is the verdict on such a day.
func wrongTense(v verdict.Verdict, t *fact.Tense) verdict.Verdict {
	v.Status, v.Grade = verdict.Conflicts, verdict.Gap
	side, relation := "before", "the day is no earlier than the document's date"
	if !t.Coming {
		side, relation = "after", "the day is no later than the document's date"
	}
	v.Message = fmt.Sprintf("text says %q of %s, which lies %s the document's own date, %s", t.Cue, t.Surface, side, v.Found)
	v.Evidence = []verdict.Evidence{{Role: verdict.Contradicts, Note: "the tense", Place: t.CueAt}}
	v.Calculation = &verdict.Calculation{Relation: relation, Operands: []verdict.Operand{
		{Interval: t.Date.String(), Place: &t.Place}, {Interval: t.Published.String(), Of: "the document's date"},
	}}
	return v
}
