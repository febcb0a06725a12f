package checks

import (
	"fmt"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// order compares the dated entries of one list with the list's own
// direction.
type order struct{}

func (order) keysByDocument() {}

func newOrder(p Params) (Check, error) {
	var params struct {
		Of string `yaml:"of"`
	}
	if err := p.Decode(&params); err != nil {
		return nil, err
	}
	if params.Of != "dates" {
		return nil, fmt.Errorf("of: %q (there is: dates)", params.Of)
	}
	return order{}, nil
}

// Needs entries.
func (order) Needs() []fact.Kind { return []fact.Kind{fact.KindEntry} }

// Keys an entry by its list.
func (order) Keys(f fact.Fact) []string {
	e := f.(*fact.Entry)
	if !e.HasDate || e.Quoted {
		return nil
	}
	return []string{docKey(e.Doc, e.List)}
}

// Judge finds the list's direction and names the entries that break it.
func (order) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	dates := make([]calendar.Date, len(facts))
	versions := make([]calendar.Version, len(facts))
	versioned := false
	for i, f := range facts {
		e := f.(*fact.Entry)
		dates[i], versions[i] = e.Date, e.Version
		versioned = versioned || !e.Version.IsZero()
	}
	found := calendar.Direction(dates)
	if versioned {
		found = calendar.VersionDirection(dates, versions)
	}
	if found.Dir == 0 {
		return nil
	}
	word := directionWord(found.Dir)
	if len(found.Inversions) == 0 {
		first := facts[0].(*fact.Entry)
		return []verdict.Verdict{{
			Status: verdict.Agrees, Place: first.DateAt, Surface: first.DateSurface,
			Claimed: word, Found: word,
			Message: fmt.Sprintf("the %d dated entries of the list stand in %s order", len(facts), word),
		}}
	}
	out := make([]verdict.Verdict, 0, len(found.Inversions))
	for _, inv := range found.Inversions {
		out = append(out, outOfOrder(facts[inv.Item].(*fact.Entry), facts[inv.Against].(*fact.Entry), found.Dir, len(facts)))
	}
	return out
}

func directionWord(dir int) string {
	if dir < 0 {
		return "descending"
	}
	return "ascending"
}

func outOfOrder(e, against *fact.Entry, dir, n int) verdict.Verdict {
	word, relation := directionWord(dir), "does not begin before"
	if dir < 0 {
		relation = "does not begin after"
	}
	at := against.DateAt
	grade := verdict.Gap
	if takesIn(e.Date, against.Date) {
		grade = verdict.Doubt // a period that takes in the day above it may well stand below it
	}
	if e.Date.From == against.Date.From && e.Date.To == against.Date.To {
		grade = verdict.Doubt // only the times of one day: agendas are less strict
	}
	return verdict.Verdict{
		Status: verdict.Conflicts, Grade: grade, Place: e.DateAt, Surface: e.DateSurface,
		Claimed: e.DateSurface, Found: against.DateSurface,
		Message:  fmt.Sprintf("%s stands after %s, and the list of %d dated entries is in %s order", e.DateSurface, against.DateSurface, n, word),
		Evidence: []verdict.Evidence{{Role: verdict.Contradicts, Note: "the entry that it should not follow", Place: at}},
		Calculation: &verdict.Calculation{Relation: "date " + relation + " the one above", Operands: []verdict.Operand{
			{Interval: e.Date.String(), Place: &e.DateAt}, {Interval: against.Date.String(), Place: &at},
		}},
	}
}

// takesIn reports whether a is a period of more than a week in which b falls.
func takesIn(a, b calendar.Date) bool {
	const week = 7 // days
	from, to, ok := a.Bounds()
	first, last, known := b.Bounds()
	if !ok || !known {
		return false
	}
	lo, hi := calendar.DayNumber(from), calendar.DayNumber(to)
	return hi-lo > week && calendar.DayNumber(first) >= lo && calendar.DayNumber(last) <= hi
}
