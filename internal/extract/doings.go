package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// doings reads what a sentence says that somebody did with a person or at a
// place that it names.
func (x *extractor) doings(s *sentence, n *narrative) {
	if x.doc.Blocks[s.block].Kind == source.Heading || otherTime(s.toks) {
		return
	}
	for i := range s.contacts {
		m := &s.contacts[i]
		if !m.Verb || !m.Past || m.from == 0 || perfect(s.toks, m.from) {
			continue
		}
		actor := x.doer(s, m, n)
		if actor == nil || !actor.Named() {
			continue
		}
		end := objectEnd(s.toks, m.to)
		d := &fact.Deed{Actor: *clone(actor), Means: string(m.Kind), Window: s.windowFor(m.from, end)}
		last := x.object(d, s.toks[m.to:end])
		if !particular(d.Names) {
			continue
		}
		for j := range s.parties {
			if l := &s.parties[j]; l.from >= m.to && l.to <= end {
				for k := range l.party.Offices {
					d.Titles = append(d.Titles, l.party.Offices[k].Title)
				}
			}
		}
		d.Base = x.base(s.block, source.Span{Start: s.toks[m.from].Start, End: s.toks[m.to+last].End})
		d.Listed, d.Refers = x.capitals(nil), x.refersToLog()
		x.facts = append(x.facts, d)
	}
}

// doer is the subject of a verb: the party before it, or whom the pronoun
// there stands for.
func (x *extractor) doer(s *sentence, m *contactAt, n *narrative) *fact.Party {
	k := m.from - 1
	for k > 0 && adverb(s.toks[k].Lower) {
		k--
	}
	switch s.toks[k].Lower {
	case "he", "she":
		return x.samePronoun(s, s.toks[k].Lower, n)
	case "and", "then", ",":
		// "She opened the fair and visited …" has the subject of its
		// sentence, which only a pronoun at its beginning makes sure.
		for j := range s.toks[:k] {
			if w := s.toks[j].Lower; w == "he" || w == "she" {
				return x.samePronoun(s, w, n)
			}
		}
	}
	return x.subjectOf(s, m)
}

// spokenOf is whom a pronoun stood for in the sentence that ends at end.
type spokenOf struct {
	pronoun    string
	party      *fact.Party
	start, end int
}

// samePronoun resolves a pronoun. One that opens the next sentence after one
// with the same pronoun goes on with the same person.
func (x *extractor) samePronoun(s *sentence, pronoun string, n *narrative) *fact.Party {
	const apart = 2 // bytes between two sentences of a paragraph
	p := n.whoIs(pronoun)
	if o := x.spoken; p == nil && o.pronoun == pronoun && (o.start == s.span.Start || s.span.Start-o.end >= 0 && s.span.Start-o.end <= apart) {
		p = o.party
	}
	if p != nil {
		x.spoken = spokenOf{pronoun, p, s.span.Start, s.span.End}
	}
	return p
}

// objectEnd is where what a verb governs ends: at a mark, a clause of its own,
// or what the meeting was about.
func objectEnd(toks []token.Token, from int) int {
	for i := from; i < len(toks); i++ {
		switch toks[i].Lower {
		case "who", "which", "where", "whose", "that", "after", "before", "when", "while", "as", "because", "since", "about", "on", "for", "to", "but", "despite", "during", "following", "ahead", "over", "until", "instead", "rather", "by":
			if i > from+1 || toks[i].Lower != "on" && toks[i].Lower != "to" {
				return i
			}
		case ",":
			if i+1 < len(toks) && nameToken(toks[i+1]) {
				continue // "the Fund's director, Ludo Verhaegen"
			}
			return i
		case ";", ":", "(", "—", "–", "!", "?", "\"", "“":
			return i
		}
	}
	return len(toks)
}

// object reads what was met or visited: its names in lower case, and its other
// words; last is the index of the last name. Titles are no names.
func (x *extractor) object(d *fact.Deed, toks []token.Token) (last int) {
	for i, t := range toks {
		c := lexicon.Class(t.Stem())
		switch {
		case t.Kind != token.Word || len(t.Stem()) < 3:
		case nameToken(t) && (c.Has(lexicon.GivenWord) || !c.Has(lexicon.TitleHead|lexicon.RemitWord|lexicon.GroupWord|lexicon.ParticleWord)):
			d.Names, last = append(d.Names, x.own(t.Stem())), i
		case !t.Cap() && len(t.Lower) > 4 && !c.Has(lexicon.TitleHead|lexicon.ContactNounWord|lexicon.ContactVerbWord):
			d.Nouns = append(d.Nouns, x.own(lexicon.Singular(t.Stem())))
		}
	}
	return last
}

// particular reports whether one of the names is not that of a body which
// goes by several names.
func particular(names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool {
		switch n {
		case "parliament", "council", "house", "committee", "university", "ministry", "government", "board", "chamber", "assembly", "congress", "senate", "school", "college", "hospital", "church", "museum",
			"palace", "hall", "centre", "center", "office", "department", "authority", "commission", "agency", "union", "association", "society", "company", "bank", "court", "party", "embassy", "city", "town", "state", "republic", "world", "fund":
			return false
		}
		return true
	})
}

// perfect reports whether a verb at i tells of a time before the one told of:
// "had met".
func perfect(toks []token.Token, i int) bool {
	for k := max(0, i-3); k < i; k++ {
		switch toks[k].Lower {
		case "had", "having", "has", "have", "be", "been", "was", "were", "who", "which", "that", "not", "never", "once", "first", "last", "often", "regularly":
			return true
		}
	}
	return false
}

// otherTime reports whether a sentence speaks of another time than the one
// that the document is of.
func otherTime(toks []token.Token) bool {
	for i, t := range toks {
		switch t.Lower {
		case "earlier", "previously", "formerly", "ago", "before", "once", "later", "unscheduled", "privately", "private", "unofficially", "informally", "secretly", "separately", "cancelled", "canceled", "postponed", "originally", "traditionally", "annual", "usually", "recalled", "recalls", "planned":
			return true
		case "last", "previous":
			if i+1 < len(toks) {
				switch toks[i+1].Lower {
				case "year", "month", "week", "summer", "winter", "spring", "autumn", "time":
					return true
				}
			}
		}
		if yearOf(t) != 0 && i > 0 && toks[i-1].Lower == "in" {
			return true
		}
	}
	return false
}

// capitals are the words of blocks that begin with a capital; all blocks for
// nil. The names of the whole document are read once.
func (x *extractor) capitals(skip map[int]bool) fact.NameSet {
	if skip == nil && x.allNames != nil {
		return x.allNames
	}
	var words []string
	for i, b := range x.doc.Blocks {
		if b.Kind == source.Code || skip[i] || len(words) > mostCapitals {
			continue
		}
		namesIn(x.doc.Text[b.Span.Start:min(b.Span.End, b.Span.Start+longestText)], true, func(w string) {
			words = append(words, strings.ToLower(w))
		})
	}
	set := fact.NewNameSet(words)
	if skip == nil {
		x.allNames = set
	}
	return set
}

const mostCapitals = 20000 // words of a document that are read for names

// refersToLog reports whether the document says that a log, a diary or a
// programme is attached or its source.
func (x *extractor) refersToLog() bool {
	if x.refers == 0 {
		x.refers = 1
		for _, p := range []string{"from the log", "the log shows", "in the log", "the diary", "programme below", "program below", "see the log", "attached log", "log attached", "calendar below", "the itinerary", "listed below", "drawn from"} {
			if strings.Contains(x.doc.Text, p) {
				x.refers = 2
			}
		}
	}
	return x.refers == 2
}

const (
	fewestEntries = 4   // that make a programme; fewer leave out too much
	mostRead      = 500 // blocks of a programme that are read for offices
)

// findProgrammes reads the lists of entries that record what one person did,
// or all that was done. All lists of one person are one programme: a diary
// has a list for each day.
func (x *extractor) findProgrammes() {
	var own []*fact.Party
	of := map[string][]draft{}
	var whole []draft
	for _, d := range x.logged {
		if !d.fact.HasDate {
			continue
		}
		if owner := x.logOwner(d.block); owner != nil && owner.Named() {
			if of[owner.Surname] == nil {
				own = append(own, owner)
			}
			of[owner.Surname] = append(of[owner.Surname], d)
		} else if d.fact.Complete {
			whole = append(whole, d)
		}
	}
	for _, o := range own {
		x.programme(of[o.Surname], []fact.Party{*clone(o)})
	}
	x.programme(whole, actorsOf(whole))
}

// actorsOf are those who act in entries.
func actorsOf(ds []draft) []fact.Party {
	var out []fact.Party
	for _, d := range ds {
		for _, k := range d.fact.Contacts {
			for _, a := range k.Actors {
				if a.Named() && !slices.ContainsFunc(out, func(o fact.Party) bool { return o.Surname == a.Surname }) {
					out = append(out, a)
				}
			}
		}
	}
	return out
}

func (x *extractor) programme(ds []draft, owners []fact.Party) {
	if len(ds) < fewestEntries || len(owners) == 0 {
		return
	}
	first := ds[0].fact
	p := &fact.Programme{Base: first.Base, Owners: owners, Entries: len(ds), Partial: first.Partial, Complete: first.Complete}
	entries := map[*fact.Entry]bool{}
	for _, d := range ds {
		entries[d.fact] = true
		widen(p, d.fact.Date)
		for _, k := range d.fact.Contacts {
			p.Calls = p.Calls || lexicon.Contact(k.Means) == lexicon.Call || lexicon.Contact(k.Means) == lexicon.Talk
		}
	}
	mine, others := map[int]bool{}, map[int]bool{}
	var words []string
	for i, b := range x.doc.Blocks {
		if !entries[x.entries[i]] {
			others[i] = true
			continue
		}
		mine[i] = true
		toks := x.tokens(b.Span)
		for _, t := range toks {
			if t.Kind == token.Word {
				words = append(words, lexicon.Singular(t.Stem()))
			}
		}
		if x.marks[i].has(markPerson|markOffice) && len(mine) <= mostRead {
			p.Unnamed = append(p.Unnamed, unnamedIn((&parser{x: x, toks: toks}).parties(0, len(toks)))...)
		}
	}
	p.Listed, p.Others, p.Words = x.capitals(others), x.capitals(mine), fact.NewNameSet(words)
	x.facts = append(x.facts, p)
}

// unnamedIn are the offices of parties none of whom is named.
func unnamedIn(parties []located) []string {
	var titles []string
	for i := range parties {
		p := &parties[i].party
		if p.Named() {
			return nil
		}
		for _, o := range p.Offices {
			titles = append(titles, o.Title)
		}
	}
	return titles
}

// widen extends the days of a programme.
func widen(p *fact.Programme, d calendar.Date) {
	if d.From.Year == 0 || d.From.Day == 0 {
		return
	}
	if p.From.Year == 0 || calendar.DayNumber(d.From) < calendar.DayNumber(p.From) {
		p.From = d.From
	}
	if p.To.Year == 0 || calendar.DayNumber(d.To) > calendar.DayNumber(p.To) {
		p.To = d.To
	}
}
