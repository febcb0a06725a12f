package extract

import (
	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
)

// oldest is the greatest number taken for an age in years.
const oldest = 115

// ages reads the ages of the sentence; died is who the sentence before told
// to have died.
func (r *lifeReader) ages(died int) {
	if r.supposed() {
		return
	}
	for i := range r.toks {
		a, ok := r.age(i)
		if !ok {
			continue
		}
		person := r.whose(a)
		if person < 0 {
			continue
		}
		f := r.fact(person, fact.Aged, a.from, a.to)
		f.Age, f.Number, f.Turned = a.years, a.q, a.turned
		f.Number.Tail, f.Number.Unit = "", ""
		f.AtDeath = r.atDeath(a, person, died)
		switch k := r.dateOf(a); {
		case k == several:
			if !f.AtDeath {
				continue
			}
		case k >= 0:
			r.dateFact(f, r.dates[k])
			if d := f.Date; d.Circa || d.Invalid != "" || d.Ambiguous || d.IsRange() || r.vague(r.dates[k]) {
				continue
			}
			r.yearOfDocument(f)
		case f.AtDeath:
		case a.now && r.presentTime():
			f.Date, f.HasDate, f.FromDocument = calendar.OneDay(r.x.date), true, true
			f.Date.Precision = calendar.ByDay
		default:
			continue
		}
		r.x.facts = append(r.x.facts, f)
	}
}

// supposed reports whether the sentence tells of what might be and was not.
func (r *lifeReader) supposed() bool {
	for _, t := range r.toks {
		if t.Cap() {
			continue // "May"
		}
		switch t.Lower {
		case "hoped", "hopes", "would", "will", "should", "wanted", "planned", "plans", "expected", "intended", "if", "could", "may", "might", "must", "claimed", "claims", "pretended", "lied", "reportedly", "allegedly", "says", "joked", "almost", "looked", "looks", "estimated", "perhaps", "probably", "possibly":
			return true
		}
	}
	return false
}

// yearOfDocument gives the date of an age that leaves out its year the one
// that the document's date allows.
func (r *lifeReader) yearOfDocument(f *fact.Life) {
	if f.Date.From.Year != 0 {
		return
	}
	if r.x.date.Year == 0 {
		f.HasDate = false
		return
	}
	f.Date = calendar.InferYears([]calendar.Date{f.Date}, r.x.date, nil)[0]
	f.HasDate = f.Date.From.Year != 0
}

// number reads a plain number of years at token i.
func (r *lifeReader) number(i int) (q quantity.Quantity, next int, ok bool) {
	if i >= len(r.toks) || !quantity.Starts(r.toks[i]) || r.toks[i].Cap() && i > 0 {
		return q, i, false
	}
	q, n, ok := quantity.Parse(r.toks, i)
	if !ok || !q.Interval.Known || q.Interval.Weak || q.Interval.NoHi || q.Is(quantity.Range|quantity.Choice|quantity.Money|quantity.Percent|quantity.Fraction|quantity.Times|quantity.YearLike|quantity.Points) {
		return q, i, false
	}
	if !q.Interval.Hi.IsInteger() && q.Exact || q.Interval.Hi.Cmp(quantity.Exactly(oldest).Lo) > 0 || q.Interval.Lo.Sign() <= 0 {
		return q, i, false
	}
	return q, i + n, true
}

// age reads an age at token i.
func (r *lifeReader) age(i int) (age, bool) {
	switch r.word(i) {
	case "aged":
		return r.ageBehind(i, i+1)
	case "age":
		return r.ageWord(i)
	case "at":
		return r.atNumber(i)
	case "was", "is":
		return r.wasNumber(i)
	case "turned", "turning", "turns":
		q, next, ok := r.number(i + 1)
		return age{from: i, to: next, q: q, years: q.Interval, turned: true, now: false}, ok && q.Exact && r.endsAge(next)
	case ",":
		return r.appositive(i)
	case "his", "her":
		return r.birthday(i)
	}
	return r.yearOld(i)
}

// ageBehind reads the number of "aged 59".
func (r *lifeReader) ageBehind(i, at int) (age, bool) {
	q, next, ok := r.number(at)
	if !ok {
		return age{}, false
	}
	if r.word(next) == "years" || r.word(next) == "year" {
		next++
	}
	return age{from: i, to: next, q: q, years: q.Interval, now: r.word(i) == "aged"}, r.endsAge(next)
}

// endsAge reports whether nothing behind an age makes it a limit or another
// measure.
func (r *lifeReader) endsAge(next int) bool {
	switch r.word(next) {
	case "or", "to", "months", "weeks", "days", "-", "–", "and", "%", "percent", "points", "years", "per", "month", "/", ".5":
		return r.word(next) == "and" && r.word(next+1) != "over" && r.word(next+1) != "above" && r.word(next+1) != "under" && r.word(next+1) != "up" && r.word(next+1) != "older" && r.word(next+1) != "a" && r.word(next+1) != "younger" || r.word(next) == "years" && r.word(next+1) == "old" || r.word(next) == "-" && r.toks[next].Space
	}
	return true
}

// ageWord reads "at age 59", "at the age of 59", "age 59".
func (r *lifeReader) ageWord(i int) (age, bool) {
	at := i + 1
	from := i
	switch {
	case r.word(i-1) == "the" && r.word(i+1) == "of" && r.word(i-2) == "at":
		at, from = i+2, i-2
	case r.word(i-1) == "at" && r.word(i+1) != "of":
		from = i - 1
	case (r.word(i-1) == "," || r.word(i-1) == "(") && r.word(i+1) != "of":
	default:
		return age{}, false
	}
	return r.ageBehind(from, at)
}

// atNumber reads "died last Thursday, at 93" and "in 1913, at 19,".
func (r *lifeReader) atNumber(i int) (age, bool) {
	q, next, ok := r.number(i + 1)
	if !ok || !q.Exact || !r.endsAge(next) {
		return age{}, false
	}
	switch r.word(next) {
	case ",", ".", ";", ")", "", "in":
	default:
		return age{}, false
	}
	a := age{from: i, to: next, q: q, years: q.Interval}
	if r.word(next) != "in" && (r.word(i-1) == "," || r.word(i-1) == "died") && r.tellsDeath(0, i) {
		return a, true
	}
	for _, d := range r.dates {
		if d.to == i-1 && r.word(i-1) == "," && d.date.Precision != calendar.ByClock && r.word(next) == "," {
			return a, true
		}
	}
	return age{}, false
}

// wasNumber reads "She was 91." and "he was 17 when".
func (r *lifeReader) wasNumber(i int) (age, bool) {
	at := i + 1
	switch r.word(at) {
	case "only", "just", "then", "now", "already", "still", "barely":
		at++
	}
	q, next, ok := r.number(at)
	if !ok || q.Flags&^(quantity.Measure|quantity.NotACount) != 0 && !q.Exact {
		return age{}, false
	}
	if r.word(next) == "years" && r.word(next+1) == "old" {
		next += 2
	}
	switch r.word(next) {
	case ".", "", "when", ";":
	case ",", "and", "at":
		if r.word(i-1) != "he" && r.word(i-1) != "she" && r.word(i-1) != "who" {
			return age{}, false
		}
	default:
		if r.word(next-1) != "old" {
			return age{}, false
		}
	}
	return age{from: i, to: next, q: q, years: q.Interval, now: r.word(i) == "is"}, next-at <= 4
}

// appositive reads "Lorraine Dufresne, 84,".
func (r *lifeReader) appositive(i int) (age, bool) {
	q, next, ok := r.number(i + 1)
	if !ok || !q.Exact || next-i != 2 && q.Style == quantity.Figures {
		return age{}, false
	}
	switch r.word(next) {
	case ",", ".", ";", "":
	default:
		return age{}, false
	}
	if i == 0 || q.Style != quantity.Figures || r.callEnding(r.toks[i-1].End) < 0 || next+1 < len(r.toks) && r.word(next) == "," && quantity.Starts(r.toks[next+1]) {
		return age{}, false
	}
	return age{from: i + 1, to: next, q: q, years: q.Interval, now: true, tight: true}, true
}

// birthday reads "her 40th birthday" and "in her eighty-third year".
func (r *lifeReader) birthday(i int) (age, bool) {
	v, n, ok := quantity.OrdinalAt(r.toks, i+1)
	if !ok || v < 5 || v > oldest {
		return age{}, false
	}
	to := i + 1 + n
	switch {
	case r.word(to) == "birthday":
		return age{from: i + 1, to: to + 1, years: quantity.Exactly(v), turned: true}, r.word(i-1) != "before" && r.word(i-1) != "after"
	case r.word(to) == "year" && r.word(i-1) == "in" && v > 20 && (r.word(to+1) == "." || r.word(to+1) == "" || r.word(to+1) == ","):
		return age{from: i + 1, to: to + 1, years: quantity.Exactly(v - 1)}, true
	}
	return age{}, false
}

// yearOld reads "34-year-old" and "34 years old".
func (r *lifeReader) yearOld(i int) (age, bool) {
	if i > 0 && (r.word(i-1) == "is" || r.word(i-1) == "was" || r.word(i-1) == "than") {
		return age{}, false
	}
	q, next, ok := r.number(i)
	if !ok || !q.Exact {
		return age{}, false
	}
	switch {
	case r.dash(next) && r.word(next+1) == "year" && r.dash(next+2) && r.word(next+3) == "old":
		next += 4
	case r.word(next) == "year" && r.word(next+1) == "-" && r.word(next+2) == "old":
		next += 3
	default:
		return age{}, false
	}
	return age{from: i, to: next, q: q, years: q.Interval, now: true, right: true}, true
}
