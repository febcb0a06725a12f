package extract

import (
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/token"
)

// sidesOf finds the two sides of a claim that does not tell them as "A met B N
// times": "A and B met N times", "N calls between A and B", "A was called N
// times by B", "N times A spoke with B". word is the token of the contact. It
// reports whether it found them.
func (s *sentence) sidesOf(from, end, word int, c *fact.Count) bool {
	actor, with := s.between(from, end)
	if actor == nil {
		actor, with = s.jointly(from, end, word)
	}
	if actor == nil {
		actor, with = s.passively(from, end, word)
	}
	if actor == nil {
		actor, with = s.fronted(from, word)
	}
	if actor == nil || with == nil || sameAs(actor, with) {
		return false
	}
	c.Actor, c.With = clone(actor), clone(with)
	return true
}

// partyAt is the single party that begins at token i, or behind an article.
func (s *sentence) partyAt(i int) *located {
	for k := range s.parties {
		l := &s.parties[k]
		if (l.from == i || l.from == i+1 && i < len(s.toks) && s.toks[i].Lower == "the") && single(&l.party) && !l.possessive {
			return l
		}
	}
	return nil
}

// between reads "five calls between A and B"; "the five calls" are some of
// which the text has spoken.
func (s *sentence) between(from, i int) (a, b *fact.Party) {
	if i >= len(s.toks) || s.toks[i].Lower != "between" || from > 0 && definite(s.toks[from-1].Lower) {
		return nil, nil
	}
	first := s.partyAt(i + 1)
	if first == nil || first.to >= len(s.toks) || s.toks[first.to].Lower != "and" {
		return nil, nil
	}
	second := s.partyAt(first.to + 1)
	if second == nil {
		return nil, nil
	}
	return &first.party, &second.party
}

func definite(w string) bool {
	switch w {
	case "the", "these", "those", "of", "last", "first", "next":
		return true
	}
	return false
}

// jointly reads "A and B have met four times": two who are the subject, and
// nobody else whom they met.
func (s *sentence) jointly(from, end, word int) (a, b *fact.Party) {
	if word >= from {
		return nil, nil
	}
	for k := range s.parties {
		second := &s.parties[k]
		if second.to > word || !helpersOnly(s.toks[second.to:word]) || !single(&second.party) {
			continue
		}
		for j := range s.parties {
			first := &s.parties[j]
			joined := first.to == second.from-1 || first.to == second.from-2 && s.toks[second.from-1].Lower == "the"
			if !joined || s.toks[first.to].Lower != "and" || !single(&first.party) || first.from > 0 && afterJoin(s.toks, first.from) {
				continue
			}
			if s.partnerBehind(word, from, end) {
				return nil, nil
			}
			return &first.party, &second.party
		}
	}
	return nil, nil
}

// afterJoin reports whether a list of names or a preposition stands before
// token i, so that the party there is not the first of the subject.
func afterJoin(toks []token.Token, i int) bool {
	for i > 0 && toks[i-1].Lower == "the" {
		i--
	}
	return i > 0 && (toks[i-1].Text == "," || toks[i-1].Lower == "and") && i > 2 || afterPreposition(toks, i)
}

// partnerBehind reports whether the contact is with somebody who stands behind
// its word: between it and the number or right behind the number.
func (s *sentence) partnerBehind(word, from, end int) bool {
	for k := range s.parties {
		l := &s.parties[k]
		if l.from > word && (l.from <= from || l.from <= end+2) && (partnerWord(s, l) || object(s, l)) {
			return true
		}
	}
	for i := word + 1; i < len(s.toks) && i <= end+1; i++ {
		switch s.toks[i].Lower {
		case "with", "to", "him", "her", "them":
			return true
		}
	}
	return false
}

// helpersOnly reports whether only auxiliary verbs and adverbs stand among the
// tokens.
func helpersOnly(toks []token.Token) bool {
	for _, t := range toks {
		switch t.Lower {
		case "has", "have", "had", "also", "both", "since", "then", "now", "already", "personally", "jointly", "together", "officially", "publicly", "only", "did":
		default:
			return false
		}
	}
	return true
}

// passively reads "A was called four times by B", where B acts.
func (s *sentence) passively(from, end, word int) (actor, with *fact.Party) {
	if word >= from || word == 0 {
		return nil, nil
	}
	switch s.toks[word-1].Lower {
	case "was", "were", "been", "is":
	default:
		return nil, nil
	}
	for k := range s.parties {
		l := &s.parties[k]
		by := l.from - 1
		for by > 0 && s.toks[by].Lower == "the" {
			by--
		}
		switch {
		case l.to < word && word-l.to <= 3 && single(&l.party) && !afterPreposition(s.toks, l.from):
			with = &l.party
		case by >= end && by <= end+1 && s.toks[by].Lower == "by" && single(&l.party):
			actor = &l.party
		}
	}
	return actor, with
}

// fronted reads "Five times in May Minister Holm spoke with Mayor Hale": the
// number opens the sentence, and the contact comes behind.
func (s *sentence) fronted(from, word int) (actor, with *fact.Party) {
	if from > 1 || word <= from {
		return nil, nil
	}
	for k := range s.parties {
		l := &s.parties[k]
		switch {
		case l.to <= word && helpersOnly(s.toks[l.to:word]) && single(&l.party) && !afterPreposition(s.toks, l.from):
			actor = &l.party
		case l.from > word && with == nil && single(&l.party) && (partnerWord(s, l) || object(s, l)):
			with = &l.party
		}
	}
	return actor, with
}
