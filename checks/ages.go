package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// ages compares stated ages with births and deaths, and with each other.
type ages struct{}

// Needs dates of lives.
func (ages) Needs() []fact.Kind { return []fact.Kind{fact.KindLife} }

// Keys by surname; given names tell people apart when they have met.
func (ages) Keys(f fact.Fact) []string {
	l := f.(*fact.Life)
	if l.Quoted {
		return nil
	}
	return []string{l.Surname}
}

// Judge judges each person's ages.
func (ages) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var out []verdict.Verdict
	for _, p := range persons(facts) {
		out = append(out, p.judge()...)
	}
	return out
}

// person is what the documents tell of one life.
type person struct {
	givens             []string
	generation         string
	name               string
	births, deaths, at []*fact.Life
}

// persons sorts facts of one surname by given names: two names are of one
// person if they share a given name or nickname.
func persons(facts []fact.Fact) []*person {
	var all []*person
	for _, f := range facts {
		l := f.(*fact.Life)
		i := slices.IndexFunc(all, func(p *person) bool {
			return p.generation == l.Generation && slices.ContainsFunc(l.Givens, func(g string) bool { return slices.Contains(p.givens, g) })
		})
		if i < 0 {
			i = len(all)
			all = append(all, &person{generation: l.Generation, name: l.Name})
		}
		p := all[i]
		for _, g := range l.Givens {
			if !slices.Contains(p.givens, g) {
				p.givens = append(p.givens, g)
			}
		}
		switch l.Event {
		case fact.Born:
			p.births = append(p.births, l)
		case fact.Died:
			p.deaths = append(p.deaths, l)
		case fact.Aged:
			p.at = append(p.at, l)
		}
	}
	return all
}

// judge compares each age with the birth, else with another age.
func (p *person) judge() []verdict.Verdict {
	out := make([]verdict.Verdict, 0, len(p.at))
	for i, a := range p.at {
		if v, ok := p.byBirth(a); ok {
			out = append(out, v)
			continue
		}
		if v, ok := p.byOthers(i); ok {
			out = append(out, v)
			continue
		}
		out = append(out, openAge(a, "the set tells neither a birth nor another age to hold it against"))
	}
	return out
}

// openAge is the verdict on an age that cannot be judged.
func openAge(a *fact.Life, why string) verdict.Verdict {
	return verdict.Verdict{
		Status: verdict.Undecided, Place: a.Place, Surface: a.Surface, Claimed: a.Age.Short(), Why: why,
		Message: fmt.Sprintf("whether %s was %s is open: %s", a.Name, a.Age.Short(), why),
	}
}

// byBirth compares an age with the person's birth.
func (p *person) byBirth(a *fact.Life) (verdict.Verdict, bool) {
	birth, agreed := one(p.births, a.Doc)
	if birth == nil {
		return verdict.Verdict{}, false
	}
	if !agreed {
		return openAge(a, "the set tells different births"), true
	}
	when := a
	if !a.HasDate {
		death, agreed := one(p.deaths, a.Doc)
		if death == nil || !agreed || !a.AtDeath {
			return verdict.Verdict{}, false
		}
		when = death
	} else if death, _ := one(p.deaths, a.Doc); a.FromDocument && death != nil {
		return openAge(a, "its time is not told"), true
	}
	found, ok := ageAt(birth.Date, when.Date, a.Turned)
	if !ok {
		return openAge(a, "its time is not told closely enough"), true
	}
	v := verdict.Verdict{Place: a.Place, Surface: a.Surface, Claimed: a.Age.Short(), Found: found.Short()}
	if a.Age.Meets(found) {
		v.Status = verdict.Agrees
		v.Message = fmt.Sprintf("%s, born %s, was %s", a.Name, lifeDate(birth), found.Short())
		return v, true
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	v.Message = fmt.Sprintf("text gives %s the age of %s, but who was born %s was %s %s", a.Name, a.Age.Short(), lifeDate(birth), orAge(found), lifeDate(when))
	v.Evidence = []verdict.Evidence{{Role: verdict.Contradicts, Note: "the birth", Place: birth.Place}}
	if !a.FromDocument {
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: "the time", Place: when.DateAt})
	}
	v.Calculation = &verdict.Calculation{Relation: "stated age meets the years from birth", Operands: []verdict.Operand{
		{Interval: a.Age.String(), Place: &a.Place}, {Interval: found.String(), Of: birth.Date.String() + " to " + when.Date.String()},
	}}
	v.Suggestions = ageRepairs(a, found)
	return v, true
}

// orAge writes "25 or 26" for two ages.
func orAge(i quantity.Interval) string { return strings.Replace(i.Short(), " to ", " or ", 1) }

// lifeDate writes a date with its preposition.
func lifeDate(l *fact.Life) string {
	d := l.Date.From
	switch {
	case d.Day != 0:
		return "on " + endText(d)
	}
	return "in " + endText(d)
}

// one is the birth or death to hold an age against: that of its own document
// if there is one. agreed is false where those that count differ.
func one(all []*fact.Life, doc int) (found *fact.Life, agreed bool) {
	agreed = true
	for _, own := range []bool{true, false} {
		for _, l := range all {
			switch {
			case own != (l.Doc == doc):
			case found == nil:
				found = l
			case !sameDay(found.Date.From, l.Date.From):
				agreed = false
			case finer(l.Date.From, found.Date.From):
				found = l
			}
		}
		if found != nil {
			return found, agreed
		}
	}
	return nil, true
}

// sameDay reports whether two days may be one, as far as both are told.
func sameDay(a, b calendar.Day) bool {
	return (a.Year == b.Year) && (a.Month == b.Month || a.Month == 0 || b.Month == 0) && (a.Day == b.Day || a.Day == 0 || b.Day == 0)
}

// finer reports whether a tells more than b.
func finer(a, b calendar.Day) bool { return a.Day != 0 && b.Day == 0 || a.Month != 0 && b.Month == 0 }

// ageAt is the age, in full years, at a time of somebody with a birth. The
// age reached at that time is the one at its end.
func ageAt(birth, when calendar.Date, turned bool) (quantity.Interval, bool) {
	b, w := birth.From, when.From
	if b.Year == 0 || w.Year == 0 || when.IsRange() {
		return quantity.Interval{}, false
	}
	if b.Year < 1753 { // before the change of calendar days are not comparable
		b.Month, b.Day, w.Month, w.Day = 0, 0, 0, 0
	}
	if turned {
		n := int(w.Year) - int(b.Year)
		if w.Month != 0 && b.Month != 0 && w.Month < b.Month-1 {
			n--
		}
		return quantity.Exactly(n), n > 0
	}
	lo := fullYears(latestDay(b), earliestDay(w))
	hi := fullYears(earliestDay(b), latestDay(w))
	if hi < 0 {
		return quantity.Interval{}, false
	}
	return quantity.Between(max(lo, 0), hi), true
}

// fullYears is the number of years from day a to day b that are over.
func fullYears(a, b calendar.Day) int {
	n := int(b.Year) - int(a.Year)
	if b.Month < a.Month || b.Month == a.Month && b.Day < a.Day {
		n--
	}
	return n
}

// earliestDay and latestDay are the ends of what a day, month or year takes in.
func earliestDay(d calendar.Day) calendar.Day {
	return calendar.Day{Year: d.Year, Month: max(d.Month, 1), Day: max(d.Day, 1)}
}

func latestDay(d calendar.Day) calendar.Day {
	if d.Month == 0 {
		d.Month = 12
	}
	if d.Day == 0 {
		d.Day = calendar.MonthLen(d.Year, d.Month)
	}
	return d
}

// ageRepairs proposes the age that fits.
func ageRepairs(a *fact.Life, found quantity.Interval) []verdict.Suggestion {
	n, exact := found.Int()
	old, plain := a.Age.Int()
	if !exact || !plain || a.Number.Style != quantity.Figures {
		return nil
	}
	text := strings.Replace(a.Surface, fmt.Sprint(old), fmt.Sprint(n), 1)
	if text == a.Surface {
		return nil
	}
	return []verdict.Suggestion{{Text: text, Place: a.Place, Confidence: "medium"}}
}
