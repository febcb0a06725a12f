package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// lifeReader reads the births, deaths and ages of a document.
type lifeReader struct {
	x      *extractor
	people *souls
	spanSentence
	thread thread
	// died is who the sentence before told to have died, -1 for nobody.
	died int
	// taken are the dates of the sentence that are those of births.
	taken map[int]bool
}

// findLives reads births, deaths and ages, in documents with words of them.
func (x *extractor) findLives() {
	if !x.tellsLives() {
		return
	}
	r := lifeReader{x: x, died: -1}
	r.people = x.findSouls()
	if len(r.people.all) == 0 {
		return
	}
	r.thread = thread{people: r.people, topic: r.people.main, other: -1}
	for i, b := range x.doc.Blocks {
		if b.Kind == source.Code || b.Quoted || b.Kind == source.Cell {
			continue
		}
		r.died = -1
		r.thread.open(i)
		x.pieces(b.Span, func(piece source.Span) {
			token.Sentences(x.doc.Text, piece.Start, piece.End, func(s, e int) {
				r.sentence(i, source.Span{Start: s, End: e})
			})
		})
	}
}

// sentence reads one sentence.
func (r *lifeReader) sentence(block int, at source.Span) {
	r.spanSentence = spanSentence{x: r.x, block: block, at: at, toks: r.x.tokens(at)}
	defer func() { r.thread.close(at, r.toks) }()
	if len(r.toks) > longestSpanned || !strings.ContainsAny(r.x.doc.Text[at.Start:at.End], "0123456789") && !r.x.marks[block].has(markNumber) {
		r.died = -1
		return
	}
	r.taken = map[int]bool{}
	for i := 0; i < len(r.toks); {
		if e, ok := r.dateAt(i); ok {
			r.dates = append(r.dates, e)
			i = e.to
			continue
		}
		i++
	}
	before := r.died
	r.died = -1
	r.lifetimes()
	for i := range r.toks {
		switch r.word(i) {
		case "born", "b":
			r.birth(i)
		case "died", "dies", "killed", "death", "drowned", "passed":
			r.death(i)
		}
	}
	r.ages(before)
}

// dateAt reads a day, a month or a year at token i.
func (r *lifeReader) dateAt(i int) (dating, bool) {
	e, ok := r.ended(i)
	if ok && e.date.Precision == calendar.ByClock {
		return e, false
	}
	return e, ok
}

// fact makes a fact of a person's life.
func (r *lifeReader) fact(person int, what fact.LifeEvent, from, to int) *fact.Life {
	p := r.people.all[person]
	f := &fact.Life{
		Base: r.x.base(r.block, source.Span{Start: r.toks[from].Start, End: r.toks[to-1].End}), Event: what,
		Name: r.x.own(p.name), Surname: r.x.own(p.surname), Givens: make([]string, len(p.givens)), Generation: p.generation,
	}
	for i, g := range p.givens {
		f.Givens[i] = r.x.own(g)
	}
	return f
}

// dateFact adds a date to a fact.
func (r *lifeReader) dateFact(f *fact.Life, e dating) {
	f.Date, f.HasDate = e.date, true
	f.Date.Zone = ""
	f.DateAt = r.x.place(r.block, source.Span{Start: r.toks[e.from].Start, End: r.toks[e.to-1].End})
}

// lifetimes reads "NAME (1894–1920)" and "NAME (17 August 1894, Pressburg –
// 3 January 1977)".
func (r *lifeReader) lifetimes() {
	for _, c := range r.people.callsIn(r.at) {
		i := r.tokenAt(c.span.End)
		open := r.word(i)
		if open != "(" && open != "," {
			continue
		}
		closed := i + 1
		for closed < len(r.toks) && r.toks[closed].Text != ")" && closed-i < 30 {
			closed++
		}
		var in []int
		for k, d := range r.dates {
			if d.from > i && d.to <= closed {
				in = append(in, k)
			}
		}
		var born, died dating
		switch {
		case len(in) == 1 && r.dates[in[0]].ranged && r.dates[in[0]].from == i+1:
			born, died = r.dates[in[0]], r.dates[in[0]]
			died.date.From = died.date.To
			born.date.To = born.date.From
		case len(in) == 2 && open == "(" && !r.dates[in[0]].ranged && !r.dates[in[1]].ranged && r.dashed(r.dates[in[0]].to, r.dates[in[1]].from) && r.dates[in[0]].from-i <= 3:
			born, died = r.dates[in[0]], r.dates[in[1]]
		default:
			continue
		}
		if by := int(died.date.From.Year) - int(born.date.From.Year); by < 15 || by > 112 || born.date.Circa || open == "," && closed < len(r.toks) {
			continue
		}
		for _, k := range in {
			r.taken[k] = true
		}
		r.emitDated(c.soul, fact.Born, born)
		r.emitDated(c.soul, fact.Died, died)
	}
}

// dashed reports whether a dash stands between two places.
func (r *lifeReader) dashed(from, to int) bool {
	for i := from; i < to; i++ {
		switch r.toks[i].Text {
		case "–", "—", "-", "†":
			return true
		}
	}
	return false
}

// tokenAt is the index of the first token at or behind a byte.
func (r *lifeReader) tokenAt(at int) int {
	for i, t := range r.toks {
		if t.Start >= at {
			return i
		}
	}
	return len(r.toks)
}

// emitDated makes a fact of a birth or death on a date.
func (r *lifeReader) emitDated(person int, what fact.LifeEvent, e dating) {
	if e.date.Circa || e.date.Invalid != "" || e.date.Ambiguous || e.date.From.Year == 0 || r.vague(e) {
		return
	}
	f := r.fact(person, what, e.from, e.to)
	r.dateFact(f, e)
	r.x.facts = append(r.x.facts, f)
}

// vague reports whether a date is told as a rough one.
func (r *lifeReader) vague(e dating) bool {
	switch r.word(e.from - 1) {
	case "about", "around", "circa", "c", "ca", "before", "after", "probably", "c.", "ca.":
		return true
	}
	return false
}

// birth reads the date behind "born" at token i.
func (r *lifeReader) birth(i int) {
	const near = 9 // tokens
	if r.word(i) == "b" && r.word(i+1) != "." || r.word(i+1) == "to" || r.word(i-1) == "first" || r.word(i-1) == "-" {
		return
	}
	for k, d := range r.dates {
		if d.from <= i {
			continue
		}
		if d.from-i > near || d.ranged || r.stops(i+1, d.from) {
			return
		}
		r.taken[k] = true
		person := r.subject(i, i+1)
		if person < 0 {
			return
		}
		r.emitDated(person, fact.Born, d)
		return
	}
}

// stops reports whether another clause begins between two places.
func (r *lifeReader) stops(from, to int) bool {
	for i := from; i < to; i++ {
		switch r.word(i) {
		case ";", "who", "which", "and", "he", "she", "when", "where", "while", "but", "after", "before", "they", ".":
			if r.word(i) == "." && i+1 < to && !r.toks[i+1].Space {
				continue
			}
			return true
		}
	}
	return false
}

// death notes who died, with the date if there is just one in the sentence.
func (r *lifeReader) death(i int) {
	switch r.word(i) {
	case "death":
		return
	case "passed":
		if r.word(i+1) != "away" {
			return
		}
	case "killed":
		if r.word(i-1) != "was" && r.word(i-1) != "were" {
			return
		}
	}
	person := r.subject(i, i+1)
	if person < 0 {
		return
	}
	r.died = person
	var only *dating
	for k := range r.dates {
		if r.taken[k] {
			continue
		}
		d := &r.dates[k]
		if only != nil || d.ranged {
			return
		}
		only = d
	}
	if only != nil && only.from > i && only.from-i <= 12 {
		r.emitDated(person, fact.Died, *only)
	}
}

// age is a stated age: in toks[from:to].
type age struct {
	from, to int
	q        quantity.Quantity
	years    quantity.Interval
	turned   bool
	// now: without a date it is the age at the document's date.
	now bool
	// named: the name stands right before the age (from-2) or behind it.
	right bool
	tight bool
}
