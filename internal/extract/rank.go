package extract

import (
	"sort"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// rankWord tells whether a place in a row may be named with a word. It is
// asked for every word of a text.
func rankWord(w []byte) bool {
	switch string(w) {
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "only", "last", "final":
		return true
	}
	return false
}

// findRanks reads the claims about the place of one thing in the row of its
// kind: of contacts, and of what the document's own logs record.
func (t *tallier) findRanks() {
	x := t.x
	block := 0
	for _, at := range x.rankAt {
		for block < len(x.doc.Blocks)-1 && x.doc.Blocks[block].Span.End <= at {
			block++
		}
		b := x.doc.Blocks[block]
		if b.Span.Start > at || b.Quoted || b.Kind == source.Code || b.Kind == source.Cell || b.Kind == source.Heading || x.entries[block] != nil {
			continue
		}
		if !t.ranked(x.doc.Text[at:b.Span.End], at) {
			continue
		}
		s := &sentence{block: block, span: x.sentenceAt(block, source.Span{Start: at, End: at + 1})}
		s.toks = x.tokens(s.span)
		i := sort.Search(len(s.toks), func(i int) bool { return s.toks[i].Start >= at })
		if i < len(s.toks) {
			if r := t.rank(s, i); r != nil {
				x.facts = append(x.facts, r)
			}
		}
	}
}

// ranked is a quick look whether the word behind an ordinal is one for a
// contact, or for what the document's logs record.
func (t *tallier) ranked(text string, at int) bool {
	reach := 2 // words: "third phone call"
	i := wordEnd(text, 0)
	if of := " of "; len(text) > i+len(of) && text[i:i+len(of)] == of {
		reach = 5 // "last of the four phone calls"
	}
	for range reach {
		if i >= len(text) || !isBlankByte(text[i]) {
			return false
		}
		start := pastBlanks(text, i)
		i = wordEnd(text, start)
		if start == i {
			return false
		}
		if k := sort.SearchInts(t.x.contactAt, at+start); k < len(t.x.contactAt) && t.x.contactAt[k] == at+start || len(t.recorded) > 0 && t.recorded[text[start:i]] {
			return true
		}
	}
	return false
}

// rank reads the claim at token i.
func (t *tallier) rank(s *sentence, i int) *fact.Rank {
	toks := s.toks
	if i == 0 || !ownsRank(toks[i-1]) || wishes(toks) || hypothetical(toks) || hedgedRank(toks) || i+1 >= len(toks) {
		return nil
	}
	r := &fact.Rank{}
	n, isOrdinal := quantity.Ordinal(toks[i])
	if of, last, ok := t.rankOf(toks, i, n); ok {
		return t.placed(s, r, i, of, last)
	}
	switch {
	case toks[i].Lower == "only":
		r.Of, n = fact.OnlyOf, 1
	case isOrdinal:
		r.Of = fact.NthOf
	default:
		return nil
	}
	var end int
	if m, k, ok := lexicon.MatchContactNoun(toks, i+1); ok && !m.Plural {
		r.Means, end = string(m.Kind), i+1+k
	} else if noun := t.lemma(toks[i+1]); t.recorded[noun] && toks[i+1].Lower == noun {
		end = i + 2
	} else {
		return nil
	}
	if end < len(toks) && (toks[end].Possessive() || toks[end].Kind == token.Word && !ended(toks, end) && !stops(toks[end].Lower) && !stopsPhrase(toks[end].Lower)) {
		return nil // "the third meeting room"
	}
	return t.placed(s, r, i, end, n)
}

// rankOf reads "second of three visits" and "last of the four calls" at an
// ordinal: the end of the noun, and the place in the row.
func (t *tallier) rankOf(toks []token.Token, i, n int) (end, place int, ok bool) {
	k := i + 1
	if k+2 >= len(toks) || toks[k].Lower != "of" {
		return 0, 0, false
	}
	if k++; rowSetting(toks[k].Lower) {
		k++
	}
	q, size, parsed := quantity.Parse(toks, k)
	all, whole := q.Interval.Int()
	if !parsed || !whole || !q.Exact || all < 2 {
		return 0, 0, false
	}
	k += size
	m, words, contact := lexicon.MatchContactNoun(toks, min(k, len(toks)-1))
	if !contact || !m.Plural || k >= len(toks) {
		return 0, 0, false
	}
	switch toks[i].Lower {
	case "last", "final":
		n = all
	}
	return k + words, n, n > 0 && n <= all
}

// placed completes a claim that the thing whose noun ends before token end has
// place n in its row; i is the ordinal.
func (t *tallier) placed(s *sentence, r *fact.Rank, i, end, n int) *fact.Rank {
	toks := s.toks
	if r.Of == "" {
		m, _, _ := lexicon.MatchContactNoun(toks, end-1)
		r.Of, r.Means = fact.NthOf, string(m.Kind)
	}
	r.Noun = t.lemma(toks[end-1])
	r.Quantity.Interval, r.Quantity.Exact = quantity.Exactly(n), true
	s.windows = t.x.windowsOf(s)
	if r.Of == fact.NthOf && n == 1 && !t.since(s, r, end) {
		return nil
	}
	if r.Of != fact.SinceOf {
		r.Window = s.windowFor(i, end)
	}
	t.nameIn(s, &r.Tally, clauseAt{0, len(toks)})
	r.Records = true
	t.dayOfRank(s, r)
	switch exact := r.Window.Stated && r.Window.Exact; {
	case r.Of == fact.SinceOf:
	case r.Of == fact.OnlyOf && !exact, r.Window.Stated && !exact, !exact && r.On.Day == 0:
		return nil
	case r.On.Day != 0 && r.Window.From == r.Window.To:
		r.Window = fact.Window{} // "on 4 May" is the day of the thing itself
	}
	r.Base = t.x.base(s.block, source.Span{Start: toks[i].Start, End: toks[end-1].End})
	r.NumberAt = t.x.place(s.block, source.Span{Start: toks[i].Start, End: toks[i].End})
	r.Published, r.Names = t.x.date, t.allNames()
	return r
}

// ownsRank lists what may stand before the ordinal: "their third", "the only".
func ownsRank(t token.Token) bool {
	return rowSetting(t.Lower) || t.Possessive()
}

// hedgedRank reports whether a sentence leaves open what it counts.
func hedgedRank(toks []token.Token) bool {
	for _, t := range toks {
		switch t.Lower {
		case "official", "formal", "public", "reportedly", "such", "known", "recorded", "private", "another", "perhaps", "probably", "almost", "nearly", "apart", "besides", "except", "other", "least", "before", "ever", "since":
			return t.Lower != "since"
		}
	}
	return false
}

// since reads the time behind "since" of "the first call since March".
func (t *tallier) since(s *sentence, r *fact.Rank, end int) bool {
	const reach = 10 // tokens between the noun and "since"
	for i := end; i < len(s.toks)-1 && i < end+reach; i++ {
		if s.toks[i].Lower != "since" {
			continue
		}
		d, _, ok := calendar.Parse(s.toks, i+1)
		if !ok {
			d, _, ok = calendar.ParseYear(s.toks, i+1)
		}
		if m, _, isMonth := calendar.ParseMonth(s.toks, i+1); !ok && isMonth {
			in := calendar.Day{Month: int8(m)}
			d, ok = calendar.Date{From: in, To: in}, true
		}
		if !ok || d.Invalid != "" || d.Ambiguous || d.IsRange() {
			return false
		}
		day := t.dated(d)
		if day.Year == 0 {
			return false
		}
		r.Of, r.Since = fact.SinceOf, lastOf(day)
		return true
	}
	return false
}

// dated is the first day of a date, its year that of the document or the one
// before where the text leaves it out; zero if that is not known.
func (t *tallier) dated(d calendar.Date) calendar.Day {
	day := d.From
	if day.Year != 0 || day.Month == 0 {
		return day
	}
	own := t.x.date
	if own.Year == 0 {
		return calendar.Day{}
	}
	day.Year = own.Year
	if own.Month != 0 && (day.Month > own.Month || day.Month == own.Month && own.Day != 0 && day.Day > own.Day) {
		day.Year--
	}
	return day
}

// lastOf is the last day of a day, month or year.
func lastOf(d calendar.Day) calendar.Day {
	switch {
	case d.Month == 0:
		return calendar.Day{Year: d.Year, Month: 12, Day: 31}
	case d.Day == 0:
		next := calendar.Day{Year: d.Year, Month: d.Month + 1, Day: 1}
		if d.Month == 12 {
			next = calendar.Day{Year: d.Year + 1, Month: 1, Day: 1}
		}
		return calendar.FromDayNumber(calendar.DayNumber(next) - 1)
	}
	return d
}

// dayOfRank notes the one day that the sentence names beside its window.
func (t *tallier) dayOfRank(s *sentence, r *fact.Rank) {
	for i := 0; i < len(s.toks); {
		d, next, ok := calendar.Parse(s.toks, i)
		if !ok {
			i++
			continue
		}
		since := i > 0 && s.toks[i-1].Lower == "since"
		if day := t.dated(d); !since && day.Day != 0 && day.Year != 0 && !d.IsRange() && !d.Ambiguous && d.Invalid == "" {
			if r.On.Day != 0 {
				r.On = calendar.Day{}
				return
			}
			r.On = day
		}
		i = next
	}
}
