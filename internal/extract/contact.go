package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/token"
)

// contactAt is a verb or noun of contact with its range of tokens.
type contactAt struct {
	lexicon.ContactMatch
	from, to int
}

// contactsIn finds the words of contact among tokens.
func contactsIn(toks []token.Token) []contactAt {
	var out []contactAt
	for i := 0; i < len(toks); {
		if toks[i].Kind == token.Word {
			if callsOn(toks, i) {
				out = append(out, contactAt{lexicon.ContactMatch{Kind: lexicon.Visit, Verb: true, Past: toks[i].Lower == "called", Prep: "on", Lemma: "visit"}, i, i + 2})
				i += 2
				continue
			}
			if m, n, ok := lexicon.MatchContactVerb(toks, i); ok && !nounPlace(toks, i) {
				out = append(out, contactAt{m, i, i + n})
				i += n
				continue
			}
			if m, n, ok := lexicon.MatchContactNoun(toks, i); ok {
				out = append(out, contactAt{m, i, i + n})
				i += n
				continue
			}
		}
		i++
	}
	return out
}

// callsOn reports whether "calls on" at i means a visit: a person follows. "The
// minister called on all sides to …" is no contact.
func callsOn(toks []token.Token, i int) bool {
	if w := toks[i].Lower; w != "calls" && w != "called" || i+2 >= len(toks) || toks[i+1].Lower != "on" {
		return false
	}
	t := toks[i+2]
	if t.Lower == "the" && i+3 < len(toks) {
		t = toks[i+3]
	}
	for _, u := range toks[i+2:] {
		if u.Lower == "to" {
			return false // to urge someone to do something
		}
	}
	return t.Cap()
}

// nounPlace reports whether a noun rather than a verb stands at i, for words
// that can be both ("calls", "visits"): behind a number, an article, a
// genitive or an adjective of the kind that goes with them.
func nounPlace(toks []token.Token, i int) bool {
	if _, _, ok := lexicon.MatchContactNoun(toks, i); !ok || i == 0 {
		return false
	}
	t := toks[i-1]
	if t.Possessive() || t.Kind == token.Number || quantity.Starts(t) {
		return true
	}
	switch t.Lower {
	case "the", "a", "an", "his", "her", "their", "its", "our", "of", "these", "those", "such", "dozen", "phone", "telephone", "video", "many", "numerous",
		"other", "different", "separate", "further", "additional", "daily", "weekly", "regular", "bilateral", "direct", "by", "during", "after", "following", "in", "with", "including":
		return true
	}
	return false
}

// subordinate reports whether the token begins a part of a sentence that
// speaks of another contact than the one told: "following", "ahead of".
func subordinate(t token.Token) bool {
	switch t.Lower {
	case "following", "after", "before", "ahead", "prior", "preceding":
		return true
	}
	return false
}

// clause is a stretch of an entry that tells of one contact.
type clause struct {
	from, to  int
	mentioned bool // it follows a word like "following"
}

// clauses cuts the tokens of an entry at semicolons, at full stops, and
// before a further actor with a verb of his own ("; Finer also met with …",
// ", she also engaged with …").
func clauses(toks []token.Token, parties []located, contacts []contactAt) []clause {
	var out []clause
	from, mentioned := 0, false
	cut := func(at int, next bool) {
		if at > from {
			out = append(out, clause{from, at, mentioned})
		}
		from, mentioned = at, next
	}
	for i, t := range toks {
		switch {
		case t.Text == ";" || t.Text == "," || t.Lower == "and":
			// Before any contact, "and" joins those who had it: "A and B meet".
			if (t.Text == ";" || hasContact(contacts, from, i)) && newActor(i+1, parties, contacts, toks) {
				cut(i, false)
			}
		case t.Text == "." && i+1 < len(toks) && !inParty(i, parties) && !shortened(toks, i):
			cut(i+1, false)
		case subordinate(t) && i > from && hasContact(contacts, from, i):
			cut(i, true)
		}
	}
	cut(len(toks), false)
	return out
}

// inParty reports whether token i is part of a party's name: the full stop of
// "Dr." or of an initial.
func inParty(i int, parties []located) bool {
	for _, l := range parties {
		if l.from <= i && i < l.to {
			return true
		}
	}
	return false
}

// shortened reports whether the full stop at i follows what is likely an
// abbreviation.
func shortened(toks []token.Token, i int) bool {
	const longest = 3 // letters; longer abbreviations before a capital are rare
	return i > 0 && !toks[i].Space && len(toks[i-1].Text) <= longest && toks[i-1].Kind == token.Word
}

func hasContact(contacts []contactAt, from, to int) bool {
	for _, c := range contacts {
		if c.from >= from && c.to <= to {
			return true
		}
	}
	return false
}

// newActor reports whether a party at i is followed by a verb of contact, so
// that it acts rather than being one more counterpart.
func newActor(i int, parties []located, contacts []contactAt, toks []token.Token) bool {
	end := 0
	for _, l := range parties {
		if l.from == i && !l.possessive {
			end = l.to
		}
		if l.from == i && l.possessive {
			for _, c := range contacts {
				if c.from == l.to && !c.Verb {
					return true
				}
			}
		}
	}
	if end == 0 {
		if i >= len(toks) || !subjectPronoun(toks[i].Lower) {
			return false
		}
		end = i + 1
	}
	for _, c := range contacts {
		if c.Verb && c.from >= end && c.from <= end+2 {
			return true
		}
	}
	return false
}

func subjectPronoun(w string) bool { return w == "he" || w == "she" || w == "they" }

// contactOf reads the contact that a clause tells. fallback is the actor
// where the clause names none.
func contactOf(c clause, toks []token.Token, parties []located, contacts []contactAt, fallback *fact.Party) (fact.Contact, bool) {
	var word *contactAt
	for i := range contacts {
		k := &contacts[i]
		if k.from < c.from || k.to > c.to {
			continue
		}
		// "speaks … and holds a call": the first word of contact decides,
		// save that a bare verb of talking gives way to "by phone".
		if word == nil {
			word = k
		}
	}
	if word == nil {
		return fact.Contact{}, false
	}
	out := fact.Contact{Means: string(word.Kind), Noun: contactNoun(word), Mentioned: c.mentioned, Broad: word.Kind == lexicon.Attend}
	for _, l := range parties {
		switch {
		case l.from < c.from || l.to > c.to:
		case l.to <= word.from:
			if !l.possessive || !actorBetween(parties, l, word.from) {
				out.Actors = append(out.Actors, l.party)
			}
		case aside(l, toks, word.to):
		default:
			out.With = append(out.With, l.party)
			out.Broad = out.Broad || included(l, toks, word.to)
		}
	}
	mutual(&out, word, toks)
	if len(out.With) == 0 {
		out.Unnamed = unnamed(toks[word.to:c.to])
	}
	if len(out.Actors) == 0 && fallback != nil {
		out.Actors, out.Implied = []fact.Party{*fallback}, true
	}
	out.Broad = out.Broad || groupWord(toks, c.from, word)
	out.Planned = planned(toks[c.from:word.to])
	return out, len(out.Actors) > 0 || len(out.With) > 0
}

// unnamed is the noun for holders of offices who are told of without names or
// countries, in the singular.
func unnamed(toks []token.Token) string {
	for _, t := range toks {
		if t.Kind != token.Word {
			continue
		}
		w := lexicon.Singular(t.Stem())
		switch w {
		case "counterpart", "minister", "leader", "ambassador", "delegation", "official", "representative", "colleague", "envoy", "mayor", "head":
			return strings.Clone(w)
		}
	}
	return ""
}

// mutual gives a contact that is told of both sides at once its two sides: "A
// and B meet", "Meeting between A and B".
func mutual(k *fact.Contact, word *contactAt, toks []token.Token) {
	switch {
	case word.Verb && len(k.With) == 0 && len(k.Actors) == 2 && word.Kind != lexicon.Attend:
		k.Actors, k.With = k.Actors[:1], k.Actors[1:]
	case !word.Verb && len(k.Actors) == 0 && len(k.With) == 2 && (toks[word.to-1].Lower == "between" || word.to < len(toks) && toks[word.to].Lower == "between"):
		k.Actors, k.With = k.With[:1], k.With[1:]
	}
}

// actorBetween reports whether another party stands between one in the
// genitive and the word of contact: in "Ms. Keane's colleague Dev Rao meets"
// it is the colleague who acts.
func actorBetween(parties []located, l located, word int) bool {
	for _, o := range parties {
		if o.from >= l.to && o.to <= word {
			return true
		}
	}
	return false
}

// planned reports whether a clause tells of something that is still to come.
func planned(toks []token.Token) bool {
	for _, t := range toks {
		switch t.Lower {
		case "will", "scheduled", "planned", "cancelled", "canceled", "postponed":
			return true
		}
	}
	return false
}

// contactNoun names a contact for messages: "call", "meeting".
func contactNoun(c *contactAt) string {
	if !c.Verb {
		return c.Lemma
	}
	switch c.Kind {
	case lexicon.Talk, lexicon.Any:
		return "contact"
	case lexicon.Host, lexicon.Brief, lexicon.Attend:
		return "meeting"
	}
	return string(c.Kind)
}

// aside reports whether a party behind the word of contact is not the
// counterpart but a place or a matter: "in Washington", "on Ukraine", "at
// the embassy", "about", or someone on whose behalf.
func aside(l located, toks []token.Token, after int) bool {
	i := l.from - 1
	for i >= after && (toks[i].Lower == "the" || toks[i].Lower == "a") {
		i--
	}
	if i < after {
		return false
	}
	switch toks[i].Lower {
	case "in", "on", "at", "about", "from", "near", "over", "regarding", "concerning", "behalf", "for":
		return true
	}
	return false
}

// included reports whether a party is named as one who was there among
// others: "including Secretary Blinken".
func included(l located, toks []token.Token, after int) bool {
	for i := l.from - 1; i >= after; i-- {
		switch toks[i].Lower {
		case "including", "attended", "among", "joined", "alongside":
			return true
		case ";", ".":
			return false
		}
	}
	return false
}

// groupWord reports whether the words before a noun of contact call it a
// joint one, so that it is no dealing of two: "group call".
func groupWord(toks []token.Token, from int, word *contactAt) bool {
	const reach = 3
	for i := word.to - 1; i >= from && i >= word.from-reach; i-- {
		switch toks[i].Lower {
		case "group", "joint", "conference", "multilateral", "plenary", "commission":
			return true
		}
		if i < word.from && (toks[i].Possessive() || toks[i].Kind == token.Punct) {
			return false
		}
	}
	return false
}
