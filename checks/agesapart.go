package checks

import (
	"fmt"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// byOthers compares an age with the person's other ages, where no birth is
// told: two ages at death, or two ages with their times. Of two that differ
// the later one is reported, unless a third speaks for it.
func (p *person) byOthers(i int) (verdict.Verdict, bool) {
	a := p.at[i]
	var against *fact.Life
	agreeing, met := 0, false
	for k, o := range p.at {
		if k == i || !heldTogether(a, o) {
			continue
		}
		met = true
		switch {
		case fitTogether(a, o, p):
			agreeing++
		case k < i || against == nil && p.votes(k) > p.votes(i):
			against = o
		}
	}
	switch {
	case against != nil && agreeing == 0:
		return apartAges(a, against), true
	case met && against == nil:
		return verdict.Verdict{
			Status: verdict.Agrees, Place: a.Place, Surface: a.Surface, Claimed: a.Age.Short(), Found: a.Age.Short(),
			Message: fmt.Sprintf("another place gives %s an age that fits", a.Name),
		}, true
	case met:
		return openAge(a, "the other places differ"), true
	}
	return verdict.Verdict{}, false
}

// votes is the number of other ages that fit one.
func (p *person) votes(i int) (n int) {
	for k, o := range p.at {
		if k != i && heldTogether(p.at[i], o) && fitTogether(p.at[i], o, p) {
			n++
		}
	}
	return n
}

// heldTogether reports whether two ages can be held against each other: both
// at death, or both dated.
func heldTogether(a, b *fact.Life) bool {
	return a.AtDeath && b.AtDeath || a.HasDate && b.HasDate && a.Age.Known && b.Age.Known
}

// fitTogether reports whether one birth fits two ages.
func fitTogether(a, b *fact.Life, p *person) bool {
	if a.AtDeath && b.AtDeath {
		return a.Age.Meets(b.Age)
	}
	if (a.FromDocument || b.FromDocument) && len(p.deaths) > 0 {
		return true
	}
	aLo, aHi, aOK := bornBetween(a)
	bLo, bHi, bOK := bornBetween(b)
	return !aOK || !bOK || aLo <= bHi && bLo <= aHi
}

// bornBetween is the first and last day, by number, on which somebody of an
// age at a time can have been born.
func bornBetween(l *fact.Life) (first, last int, ok bool) {
	if l.Age.NoHi || l.Age.NoLo || l.Date.From.Year == 0 {
		return 0, 0, false
	}
	lo, hi := int16(l.Age.Lo.IntPart()), int16(l.Age.Hi.IntPart())
	from, to := earliestDay(l.Date.From), latestDay(l.Date.From)
	if l.Turned {
		from.Month, from.Day, to.Month, to.Day = 1, 1, 12, 31
		from.Year, to.Year = from.Year-hi, to.Year-lo
		return calendar.DayNumber(from), calendar.DayNumber(to), true
	}
	from.Year, to.Year = from.Year-hi-1, to.Year-lo
	return calendar.DayNumber(from), calendar.DayNumber(to), true
}

// apartAges is the verdict on two ages that no birth fits.
func apartAges(a, b *fact.Life) verdict.Verdict {
	v := verdict.Verdict{
		Status: verdict.Conflicts, Grade: verdict.Contradiction, Place: a.Place, Surface: a.Surface,
		Claimed: a.Age.Short(), Found: b.Age.Short(),
		Evidence: []verdict.Evidence{{Role: verdict.Contradicts, Note: "the other age", Place: b.Place}},
	}
	if a.AtDeath && b.AtDeath {
		v.Message = fmt.Sprintf("text says that %s died at %s, another place says at %s", a.Name, a.Age.Short(), b.Age.Short())
	} else {
		v.Message = fmt.Sprintf("text gives %s the age of %s %s, but %s %s", a.Name, a.Age.Short(), lifeDate(a), b.Age.Short(), lifeDate(b))
	}
	v.Calculation = &verdict.Calculation{Relation: "one birth fits both ages", Operands: []verdict.Operand{
		{Interval: a.Age.String(), Place: &a.Place}, {Interval: b.Age.String(), Place: &b.Place},
	}}
	return v
}
