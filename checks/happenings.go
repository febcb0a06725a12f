package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// happenings compares the dates that different places give one event: the same
// thing happened, to what has the same names, told in words that are mostly
// the same.
type happenings struct{}

// Needs events.
func (happenings) Needs() []fact.Kind { return []fact.Kind{fact.KindEvent} }

// Keys an event by what happened together with each of the names beside it.
func (happenings) Keys(f fact.Fact) []string {
	e := f.(*fact.Event)
	if e.Quoted {
		return nil
	}
	keys := make([]string, 0, len(e.Names))
	for _, n := range e.Names {
		keys = append(keys, n)
	}
	return keys
}

// Judge compares the events that share a name, two by two.
func (happenings) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	if len(facts) < 2 || len(facts) > mostMeeting {
		return nil
	}
	var out []verdict.Verdict
	for j, g := range facts {
		b := g.(*fact.Event)
		for _, f := range facts[:j] {
			a := f.(*fact.Event)
			if a.Year != b.Year || tellingWord(a.Names, b.Names) != key {
				continue
			}
			if v, ok := judgeEvents(a, b, facts); ok {
				out = append(out, v)
				break
			}
		}
	}
	return out
}

// dateLike tells how two dates resemble each other.
type dateLike uint8

const (
	otherDate    dateLike = iota
	oneChanged            // one part differs, by one digit
	oneShifted            // one part differs: another month, two digits swapped
	partsSwapped          // day and month the other way round
)

func (l dateLike) words() string {
	switch l {
	case partsSwapped:
		return " (day and month the other way round)"
	case oneShifted:
		return " (one part differs)"
	case oneChanged:
		return " (one digit differs)"
	}
	return ""
}

// dateLikeness compares two different dates.
func dateLikeness(a, b calendar.Day) dateLike {
	x, y := fmt.Sprintf("%04d", a.Year), fmt.Sprintf("%04d", b.Year)
	if a.Month == 0 {
		switch {
		case swappedDigits(x, y):
			return oneShifted
		case differences(x, y) == 1:
			return oneChanged
		}
		return otherDate
	}
	p, q := fmt.Sprintf("%02d", a.Day), fmt.Sprintf("%02d", b.Day)
	switch {
	case a.Year == b.Year && a.Month == int8(b.Day) && b.Month == int8(a.Day):
		return partsSwapped
	case a.Year == b.Year && a.Day == b.Day:
		return oneShifted
	case a.Year == b.Year && a.Month == b.Month && swappedDigits(p, q), a.Day == b.Day && a.Month == b.Month && swappedDigits(x, y):
		return oneShifted
	case a.Year == b.Year && a.Month == b.Month && differences(p, q) == 1, a.Day == b.Day && a.Month == b.Month && differences(x, y) == 1:
		return oneChanged
	}
	return otherDate
}

// judgeEvents compares two events that share a name.
func judgeEvents(a, b *fact.Event, met []fact.Fact) (verdict.Verdict, bool) {
	words, names := sharedOf(a, b), shared(a.Names, b.Names)
	least := min(len(a.Near), len(b.Near))
	if a.Doc != b.Doc && a.Topics.Shared(b.Topics) < 2 {
		return verdict.Verdict{}, false
	}
	x, y := a.Date, b.Date
	if x.Year == 0 || y.Year == 0 {
		x.Year, y.Year = 0, 0
	}
	if x == y {
		if a.Act != b.Act || words < 3 {
			return verdict.Verdict{}, false
		}
		return verdict.Verdict{
			Status: verdict.Agrees, Place: b.Place, Surface: b.Surface, Claimed: b.Date.String(), Found: a.Date.String(),
			Message:  fmt.Sprintf("%q here and %q elsewhere", b.Surface, a.Surface),
			Evidence: []verdict.Evidence{{Role: verdict.Defines, Note: "the same date", Place: a.Place}},
		}, true
	}
	like := dateLikeness(x, y)
	if !sameEvent(a, b, like, words, names, least) {
		return verdict.Verdict{}, false
	}
	v := verdict.Verdict{
		Place: b.Place, Surface: b.Surface, Claimed: b.Date.String(), Found: a.Date.String(),
		Calculation: &verdict.Calculation{Relation: "one event, one date", Operands: []verdict.Operand{
			{Interval: "[" + b.Date.String() + "," + b.Date.String() + "]", Place: &b.Place}, {Interval: "[" + a.Date.String() + "," + a.Date.String() + "]", Place: &a.Place},
		}},
		Evidence: []verdict.Evidence{{Role: verdict.Contradicts, Note: fmt.Sprintf("says %q", a.Surface), Place: a.Place}},
	}
	if why := eventsApart(a, b, met); why != "" {
		v.Status, v.Why = verdict.Undecided, why
		v.Message = fmt.Sprintf("%q here and %q elsewhere may be of one event: %s", b.Surface, a.Surface, why)
		return v, true
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	if like == otherDate || like == oneChanged {
		v.Grade = verdict.Gap
	}
	v.Message = fmt.Sprintf("%q, but elsewhere %q%s; both of %s", b.Surface, a.Surface, like.words(), strings.Join(common(a.Near, b.Near, 3), ", "))
	v.Suggestions = []verdict.Suggestion{
		{Text: a.Surface, Place: b.Place, Confidence: "low"}, {Text: b.Surface, Place: a.Place, Confidence: "low"},
	}
	return v, true
}

// sharedOf is how many words two events share, those carried over from the
// sentence before included.
func sharedOf(a, b *fact.Event) int {
	return shared(a.Near, b.Near) + shared(a.Near, b.Far) + shared(a.Far, b.Near)
}

// common lists words of two sorted lists, at most n.
func common(a, b []string, n int) []string {
	var out []string
	for _, w := range a {
		if slices.Contains(b, w) && len(out) < n {
			out = append(out, w)
		}
	}
	return out
}

// sameEvent reports whether the words tell that two dates are those of one
// event. The less the dates are alike, the more words it takes.
func sameEvent(a, b *fact.Event, like dateLike, words, names, least int) bool {
	act := a.Act == b.Act
	switch like {
	case partsSwapped:
		return words >= 3 && (act || words >= 5)
	case oneShifted:
		return act && (names >= 2 || words >= 3 && 2*words >= least)
	case oneChanged:
		return act && words >= 4 && 2*words >= least && (!a.Year || names >= 2 && a.Act != "began" && a.Act != "ended")
	}
	return false
}

// eventsApart is a reason why two dates may be those of two events.
func eventsApart(a, b *fact.Event, met []fact.Fact) string {
	if a.Doc == b.Doc && max(a.Block-b.Block, b.Block-a.Block) < 3 {
		return "they stand side by side"
	}
	if a.Doc != b.Doc && (issued(a) && issued(b) || (a.Inferred || b.Inferred) && monthsApart(a.Published, b.Published) > 9) {
		return "the documents are of different times"
	}
	if l := limitsApart(a.Limits, b.Limits, true); l != "" {
		return "only one place says " + l
	}
	x, y := loneName(a, b), loneName(b, a)
	if x != "" && y != "" {
		return fmt.Sprintf("one speaks of %s, the other of %s", x, y)
	}
	for _, f := range met {
		o := f.(*fact.Event)
		if o == a || o == b || o.Year != a.Year || o.Act != a.Act {
			continue
		}
		if a.Doc != b.Doc && (o.Doc == a.Doc && o.Date == b.Date || o.Doc == b.Doc && o.Date == a.Date) {
			return "one document has both dates"
		}
		if o.Date != a.Date && o.Date != b.Date && sharedOf(o, a) >= 3 && sharedOf(o, b) >= 3 {
			return fmt.Sprintf("a third date, %q, stands with the same words", o.Surface)
		}
	}
	return ""
}

// issued reports whether an event is of the days in which its document is
// dated: one of a series tells of what recurs.
func issued(e *fact.Event) bool {
	if e.Published.Year == 0 || e.Date.Month == 0 {
		return false
	}
	d := e.Date
	if d.Year == 0 {
		d.Year = e.Published.Year
	}
	const days = 14
	n := calendar.DayNumber(d) - calendar.DayNumber(e.Published)
	return -days <= n && n <= days
}

// loneName is a name of an event that the other's place lacks.
func loneName(a, b *fact.Event) string {
	for _, n := range a.Names {
		if slices.Contains(a.Near, n) && !slices.Contains(b.Near, n) && !slices.Contains(b.Far, n) && !slices.Contains(b.Heads, n) {
			return n
		}
	}
	return ""
}
