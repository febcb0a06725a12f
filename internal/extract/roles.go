package extract

import (
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/token"
)

// actorOf finds who did what is counted: the last party before the number
// that stands as a subject, or the one that a pronoun stands for.
func (x *extractor) actorOf(s *sentence, from int, c *fact.Count, n *narrative, carry *frame) {
	for i := len(s.parties) - 1; i >= 0; i-- {
		l := &s.parties[i]
		if l.to > from || afterPreposition(s.toks, l.from) || !single(&l.party) {
			continue
		}
		if l.possessive && l.to != from {
			continue // "the Minister's deputy met": the deputy acts
		}
		if object(s, l) {
			continue
		}
		c.Actor = clone(&l.party)
		return
	}
	if carry.actor != nil {
		c.Actor = carry.actor
		return
	}
	for _, t := range s.toks[:from] {
		if subjectPronoun(t.Lower) {
			c.Actor = clone(n.whoIs(t.Lower))
			return
		}
	}
	// "Two calls were made to X by Y": the actor stands behind.
	for i := range s.parties {
		l := &s.parties[i]
		if l.from > from && l.from > 0 && s.toks[l.from-1].Lower == "by" && single(&l.party) {
			c.Actor = clone(&l.party)
			return
		}
	}
}

// single reports whether a party can act as one: a person or the holder of
// an office.
func single(p *fact.Party) bool { return p.Named() || p.Definite && len(p.Offices) > 0 }

// object reports whether a party directly follows a verb of contact: "met
// Governor Senda three times" has Senda as object.
func object(s *sentence, l *located) bool {
	for i := range s.contacts {
		if m := &s.contacts[i]; m.Verb && m.to == l.from {
			return true
		}
	}
	return false
}

// counterpartOf finds with whom it was done: behind the number after "with"
// or "to", or between the verb and the number, or who a pronoun stands for.
func (x *extractor) counterpartOf(s *sentence, from, end int, c *fact.Count, n *narrative) {
	for i := range s.parties {
		l := &s.parties[i]
		if l.from >= end && l.from <= end+2 && partnerWord(s, l) && !sameAs(&l.party, c.Actor) {
			c.With = clone(&l.party)
			return
		}
	}
	for i := len(s.parties) - 1; i >= 0; i-- {
		l := &s.parties[i]
		if l.to <= from && (partnerWord(s, l) || object(s, l)) && !sameAs(&l.party, c.Actor) {
			if single(&l.party) && !otherPartner(s.toks[l.to:from]) {
				c.With = clone(&l.party)
			}
			return
		}
	}
	for i, t := range s.toks {
		near := i < from && from-i <= 6 || i >= end && i <= end+2
		if !near {
			continue
		}
		switch t.Lower {
		case "him", "her", "whom", "them", "they":
			who := n.other
			if t.Lower == "whom" {
				who = lastBefore(s, i)
			}
			if who != nil && !sameAs(who, c.Actor) && (t.Lower != "her" || !s.nounFollows(i)) {
				c.With = clone(who)
			}
			return
		}
	}
}

// otherPartner reports whether "with" or "to" stands among the tokens: the
// counterpart is then one that could not be read.
func otherPartner(toks []token.Token) bool {
	for i, t := range toks {
		if (t.Lower == "with" || t.Lower == "to") && (i+1 == len(toks) || toks[i+1].Lower != "whom") {
			return true
		}
	}
	return false
}

// nounFollows tells "met her twice" from "her calls".
func (s *sentence) nounFollows(i int) bool {
	if i+1 >= len(s.toks) {
		return false
	}
	for _, m := range s.contacts {
		if m.from <= i+2 && m.from > i && !m.Verb {
			return true
		}
	}
	return lexicon.NounOf(s.toks[i+1].Stem()) != lexicon.NoNoun
}

// lastBefore is the last party named before token i.
func lastBefore(s *sentence, i int) *fact.Party {
	for j := len(s.parties) - 1; j >= 0; j-- {
		if s.parties[j].to <= i && single(&s.parties[j].party) {
			return &s.parties[j].party
		}
	}
	return nil
}

// partnerWord reports whether a party stands behind "with", "to" or "by".
func partnerWord(s *sentence, l *located) bool {
	i := l.from - 1
	for i >= 0 && s.toks[i].Lower == "the" {
		i--
	}
	if i < 0 {
		return false
	}
	switch s.toks[i].Lower {
	case "with", "to", "and":
		return s.toks[i].Lower != "and" || i > 0 && s.insideWith(i)
	}
	for k := range s.contacts {
		if m := &s.contacts[k]; m.Verb && m.Prep != "" && m.to == i+1 {
			return true
		}
	}
	return false
}

// insideWith reports whether an "and" joins parties that follow "with".
func (s *sentence) insideWith(i int) bool {
	for _, l := range s.parties {
		if l.to == i {
			l := l
			return partnerWord(s, &l)
		}
	}
	return false
}

func sameAs(a, b *fact.Party) bool {
	return a != nil && b != nil && a.Named() && a.Surname == b.Surname
}

func clone(p *fact.Party) *fact.Party {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}

// nearest is the word of contact closest to token i.
func nearest(cs []contactAt, i int) *contactAt {
	best := &cs[0]
	for k := range cs {
		if abs(cs[k].from-i) < abs(best.from-i) {
			best = &cs[k]
		}
	}
	return best
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// restricted reports whether something stands behind a number and its
// counterpart that narrows the claim: a place, a matter, an occasion. A time
// is no such thing, for windows are read apart.
func (s *sentence) restricted(end int, c *fact.Count) bool {
	j := end
	for i := range s.parties {
		if l := &s.parties[i]; c.With != nil && l.from >= end && l.from <= end+2 && l.party.Span == c.With.Span {
			j = l.to
		}
	}
	for _, w := range s.windows {
		if w.from == j {
			j = w.to
		}
	}
	if j >= len(s.toks) {
		return false
	}
	switch t := s.toks[j]; t.Lower {
	case "in", "on", "at", "about", "before", "after", "by", "alone", "during", "over", "regarding", "concerning", "via", "since", "until":
		return true
	}
	return false
}
