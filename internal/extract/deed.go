package extract

import (
	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
)

// deed makes a claim that something was done once; from and to are the
// tokens that say so.
func (x *extractor) deed(s *sentence, from, to int, actor, with *fact.Party, means string, w fact.Window) {
	at := source.Span{Start: s.toks[from].Start, End: s.toks[to-1].End}
	x.facts = append(x.facts, &fact.Count{
		Base: x.base(s.block, at), Of: fact.Existence, Quantity: quantity.One(), Actor: clone(actor), With: clone(with),
		Means: []string{means}, Window: w,
	})
}

// dayClaim reads "during a Monday call with X, Y said": one contact of two
// named persons on a named day of the week.
func (x *extractor) dayClaim(s *sentence, n *narrative) {
	day, at := 0, 0
	for i := range s.toks {
		if w, _, ok := calendar.ParseWeekday(s.toks, i); ok {
			day, at = w, i
			break
		}
	}
	if day == 0 {
		return
	}
	const reach = 8 // tokens between a contact and the first of those who had it
	word := nearest(s.contacts, at)
	var who []*fact.Party
	for i := range s.parties {
		if p := &s.parties[i].party; p.Named() && s.parties[i].from >= word.from-reach {
			who = append(who, p)
		}
	}
	if len(who) == 1 && n.subject != nil && !sameAs(who[0], n.subject) {
		who = append(who, n.subject)
	}
	if len(who) < 2 || sameAs(who[0], who[1]) {
		return
	}
	w := fact.Window{Stated: true, Weekday: day, Surface: surface(s.toks[at].Text)}
	x.deed(s, min(at, word.from), max(at+1, word.to), who[0], who[1], string(word.Kind), w)
}

// deedClaims reads sentences that tell of single contacts in the past: "the
// President hosted X", "the Secretary spoke with X and Y".
func (x *extractor) deedClaims(s *sentence) {
	for i := range s.contacts {
		m := &s.contacts[i]
		if !m.Verb || !m.Past {
			continue
		}
		actor := x.subjectOf(s, m)
		if actor == nil {
			continue
		}
		end := m.to
		for j := range s.parties {
			l := &s.parties[j]
			if l.from < end || !single(&l.party) {
				continue
			}
			if l.from > end+2 || !s.joinsObject(m, l, end) {
				break
			}
			x.deed(s, m.from, l.to, actor, &l.party, string(m.Kind), s.windowFor(m.from, l.to))
			end = l.to
		}
	}
}

// subjectOf is the party that acts in the clause of a verb.
func (x *extractor) subjectOf(s *sentence, m *contactAt) *fact.Party {
	const reach = 6 // tokens between a subject and its verb
	for i := len(s.parties) - 1; i >= 0; i-- {
		l := &s.parties[i]
		if l.to <= m.from && m.from-l.to <= reach && !l.possessive && single(&l.party) && !afterPreposition(s.toks, l.from) {
			return &l.party
		}
	}
	return nil
}

// joinsObject reports whether a party is an object of the verb: right behind
// it or its preposition, or joined to another object by "and" or a comma.
func (s *sentence) joinsObject(m *contactAt, l *located, end int) bool {
	if end == m.to {
		return l.from == end || partnerWord(s, l)
	}
	for i := end; i < l.from; i++ {
		switch s.toks[i].Lower {
		case "and", ",", "the", "with", "to":
		default:
			return false
		}
	}
	return true
}
