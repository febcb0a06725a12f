package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// sentence is one parsed sentence of running text.
type sentence struct {
	block    int
	span     source.Span
	toks     []token.Token
	parties  []located
	contacts []contactAt
	windows  []windowAt
}

// findClaims reads the claims about contacts in running text, outside the
// entries. Only sentences that may make a claim are parsed, and those before
// them that tell who "she" is.
func (x *extractor) findClaims() {
	section := source.None
	var t telling
	for i, b := range x.doc.Blocks {
		if b.Heading != section {
			// A pronoun does not reach back over a heading.
			section, t = b.Heading, telling{waiting: t.waiting[:0]}
		}
		if b.Kind == source.Code || b.Kind == source.Cell || x.entries[i] != nil || !x.marks[i].has(markPerson|markOffice|markContact) {
			continue
		}
		if !x.aboutPeople(i) {
			continue // nobody is there who could have had a contact
		}
		if !x.contactIn(b.Span) {
			t.waiting = append(t.waiting, pending{block: i, span: b.Span, whole: true})
			continue
		}
		token.Sentences(x.doc.Text, b.Span.Start, b.Span.End, func(s, e int) {
			at := source.Span{Start: s, End: e}
			p := pending{block: i, span: at, contact: x.contactIn(at)}
			if !p.contact {
				t.waiting = append(t.waiting, p)
				return
			}
			toks := x.tokens(at)
			contacts := contactsIn(toks)
			if !mayClaim(toks, contacts) {
				t.waiting = append(t.waiting, p)
				return
			}
			if !leansBack(toks) {
				x.claimsIn(&sentence{block: i, span: at, toks: toks, parties: x.partiesIn(toks), contacts: contacts}, &narrative{})
				t.waiting = append(t.waiting, p)
				return
			}
			toks = x.catchUp(&t, i, toks, at)
			sent := &sentence{block: i, span: at, toks: toks, parties: x.partiesIn(toks), contacts: contacts}
			x.claimsIn(sent, &t.narrative)
			t.follow(sent)
		})
	}
}

// mayClaim reports whether a sentence may tell of contacts that took place:
// it has a number, a weekday, or a verb of contact in the past.
func mayClaim(toks []token.Token, contacts []contactAt) bool {
	if len(contacts) == 0 {
		return false
	}
	if slices.ContainsFunc(contacts, func(c contactAt) bool { return c.Verb && c.Past }) {
		return true
	}
	for i := range toks {
		if quantity.Starts(toks[i]) {
			return true
		}
		if _, _, ok := calendar.ParseWeekday(toks, i); ok {
			return true
		}
	}
	return false
}

// contactIn reports whether a word of contact stands in a span.
func (x *extractor) contactIn(s source.Span) bool { return anyIn(x.contactAt, s) }

// anyIn reports whether one of the places, which are in order, is in a span.
func anyIn(at []int, s source.Span) bool {
	i := sort.SearchInts(at, s.Start)
	return i < len(at) && at[i] < s.End
}

// parse cuts and reads one sentence.
func (x *extractor) parse(block int, s source.Span) *sentence {
	toks := x.tokens(s)
	return &sentence{block: block, span: s, toks: toks, parties: x.partiesIn(toks), contacts: contactsIn(toks)}
}

// leansBack reports whether it may depend on the sentences before who is meant
// in this one: it has a pronoun, or a weekday on which somebody did something.
func leansBack(toks []token.Token) bool {
	for i := range toks {
		switch toks[i].Lower {
		case "he", "she", "they", "him", "her", "them", "whom", "his", "their":
			return true
		}
		if _, _, ok := calendar.ParseWeekday(toks, i); ok {
			return true
		}
	}
	return false
}

// claimsIn reads the claims of a sentence.
func (x *extractor) claimsIn(s *sentence, n *narrative) {
	if len(s.contacts) > 0 && !hypothetical(s.toks) && !question(s.toks) {
		s.windows = x.windowsOf(s)
		carry := &frame{}
		found := false
		for i := 0; i < len(s.toks); {
			if !quantity.Starts(s.toks[i]) {
				i++
				continue
			}
			q, used, ok := quantity.Parse(s.toks, i)
			if !ok {
				i++
				continue
			}
			found = x.countClaim(s, q, i, i+used, n, carry) || found
			i += used
		}
		if !found {
			x.dayClaim(s, n)
			x.deedClaims(s)
		}
		x.doings(s, n)
	}
}

func afterPreposition(toks []token.Token, i int) bool {
	for i--; i >= 0 && (toks[i].Lower == "the" || toks[i].Kind == token.Punct); i-- {
	}
	if i < 0 {
		return false
	}
	switch toks[i].Lower {
	case "with", "to", "of", "by", "from", "for", "on", "in", "at", "about", "against", "between":
		return true
	}
	return false
}

// hypothetical reports whether a sentence does not tell what was done:
// plans, conditions, negations.
func hypothetical(toks []token.Token) bool {
	for _, t := range toks {
		switch t.Lower {
		case "will", "would", "may", "might", "could", "should", "if", "not", "n't", "never", "unless", "whether", "plans", "hopes", "expected", "shall", "cannot", "haven't", "hasn't", "didn't":
			return t.Lower != "may" || !t.Cap()
		}
	}
	return false
}

// question reports whether a sentence asks.
func question(toks []token.Token) bool {
	return len(toks) > 0 && toks[len(toks)-1].Text == "?"
}

// frame is the actor and contact word of the last claim of a sentence, which
// "and twice with X" takes over.
type frame struct {
	actor *fact.Party
	means []string
}

// countClaim reads the claim around a quantity at tokens from..to, if there
// is one.
func (x *extractor) countClaim(s *sentence, q quantity.Quantity, from, to int, n *narrative, carry *frame) bool {
	if !q.Countable() {
		return false
	}
	c := &fact.Count{Quantity: q, Window: s.windowFor(from, to), Beyond: beyond(s.toks)}
	end := to
	if q.Times() {
		c.Of = fact.Times
	} else if end = x.countedNoun(s, to, c); end == to || c.Of == fact.Distinct && (s.address(from, end) || s.attribute(from)) {
		return false
	}
	word := x.governingContact(s, from, end, c, carry)
	if len(c.Means) == 0 {
		return false
	}
	who, relative := s.relativeSubject(word)
	switch {
	case relative:
		c.Actor = clone(who)
	case c.Of == fact.Times && s.sidesOf(from, end, word, c):
	default:
		x.actorOf(s, from, c, n, carry)
	}
	if c.Actor == nil {
		return false
	}
	c.Doubt = s.doubtOf(from, word)
	if c.Of != fact.Distinct && c.With == nil {
		x.counterpartOf(s, from, end, c, n)
		if c.With == nil && c.Of == fact.Times && q.Times() {
			return false // "has spoken twice": with whom is not told
		}
	}
	c.Restricted = s.restricted(end, c)
	carry.actor, carry.means = c.Actor, c.Means
	c.Base = x.base(s.block, source.Span{Start: s.toks[from].Start, End: s.toks[end-1].End})
	c.NumberAt = x.numberAt(s.block, s.toks, q)
	x.facts = append(x.facts, c)
	return true
}

// countedNoun reads the noun that a quantity counts: a noun of contact makes
// the claim one about times, a noun for people or places one about different
// ones. It returns the index behind the noun, or to itself.
func (x *extractor) countedNoun(s *sentence, to int, c *fact.Count) int {
	const reach = 5 // words between a number and its noun
	j := to
	if j+1 < len(s.toks) && s.toks[j].Lower == "of" && possessivePronoun(s.toks[j+1].Lower) {
		j += 2
	}
	for k := j; k < len(s.toks) && k-j < reach; k++ {
		t := s.toks[k]
		if t.Kind != token.Word {
			if t.Text == "-" {
				continue
			}
			return to
		}
		if end, ok := x.contactNounAt(s, k, c); ok {
			c.Of = fact.Times
			return end
		}
		switch lexicon.NounOf(t.Stem()) {
		case lexicon.PersonNoun, lexicon.PlaceNoun:
			c.Of = fact.Distinct
			c.Noun, c.NounStem = x.own(t.Lower), x.own(lexicon.Stem(t.Stem()))
			for _, f := range s.toks[j:k] {
				c.Filter = append(c.Filter, strings.Clone(f.Text))
			}
			return k + 1
		case lexicon.TimeNoun, lexicon.ListNoun, lexicon.BodyNoun:
			return to
		}
		if stops(t.Lower) {
			return to
		}
	}
	return to
}

// address reports whether a number and its noun are a name: "10 Downing Street".
func (s *sentence) address(from, end int) bool {
	t := s.toks[end-1]
	return s.toks[from].Kind == token.Number && t.Cap() && t.Text != strings.ToUpper(t.Text)
}

// attribute reports whether the number at token i tells of what kind something
// is, as in "a town of 300 people", rather than how many took part, as in
// "leaders of 16 countries".
func (s *sentence) attribute(i int) bool {
	if i < 2 || s.toks[i-1].Lower != "of" {
		return false
	}
	w := s.toks[i-2].Stem()
	switch w {
	case "total", "all", "each", "none", "most", "some", "many", "half":
		return false
	}
	return lexicon.NounOf(lexicon.Singular(w)) != lexicon.PersonNoun
}

// contactNounAt reads "calls", "calls and meetings" at token k.
func (x *extractor) contactNounAt(s *sentence, k int, c *fact.Count) (int, bool) {
	for i := range s.contacts {
		m := &s.contacts[i]
		if m.from > k || m.to <= k || m.Verb || !m.Plural && !c.Quantity.IsOne() {
			continue
		}
		c.Means = append(c.Means, string(m.Kind))
		c.Noun, c.NounStem = m.Lemma, lexicon.Stem(m.Lemma)
		end := m.to
		if end < len(s.toks) && s.toks[end].Lower == "and" && i+1 < len(s.contacts) && s.contacts[i+1].from <= end+2 && !s.contacts[i+1].Verb {
			c.Means = append(c.Means, string(s.contacts[i+1].Kind))
			end = s.contacts[i+1].to
		}
		return end, true
	}
	return k, false
}

func possessivePronoun(w string) bool {
	switch w {
	case "his", "her", "their", "its", "my", "our":
		return true
	}
	return false
}

// stops lists words over which no noun belongs to a number before them.
func stops(w string) bool {
	switch w {
	case "of", "in", "on", "at", "with", "to", "for", "by", "from", "and", "or", "but", "is", "are", "was", "were", "has", "had", "have", "that", "which", "who", "the", "a", "an":
		return true
	}
	return false
}

// governingContact finds the verb or noun of contact that a claim is about:
// the nearest one before the number, for "N times" also one right behind. It
// returns the index of its first token, from where there is none.
func (x *extractor) governingContact(s *sentence, from, end int, c *fact.Count, carry *frame) int {
	if c.Of == fact.Times && len(c.Means) > 0 {
		return from
	}
	var best *contactAt
	for i := range s.contacts {
		m := &s.contacts[i]
		if m.to <= from {
			best = m
		}
		if best == nil && m.Verb && m.from >= end && (m.from <= end+1 || from <= 1 && c.Quantity.Times()) {
			best = m // "twice spoke with", "Twice in May the Minister spoke with"
		}
	}
	switch {
	case best != nil:
		c.Means = []string{string(best.Kind)}
		if byPhone(s.toks[best.from:]) && best.Kind != lexicon.Meeting {
			c.Means = []string{fact.ByPhone}
		}
		return best.from
	case carry.actor != nil:
		c.Means = carry.means
	}
	return from
}

// byPhone reports whether a sentence says that the talking was done by phone.
func byPhone(toks []token.Token) bool {
	for i := 1; i < len(toks); i++ {
		switch toks[i].Lower {
		case "phone", "telephone":
			if w := toks[i-1].Lower; w == "by" || w == "on" || w == "the" {
				return true
			}
		}
	}
	return false
}

// numberAt is where a quantity stands.
func (x *extractor) numberAt(block int, toks []token.Token, q quantity.Quantity) fact.Place {
	return x.place(block, source.Span{Start: toks[q.Start].Start, End: toks[q.End-1].End})
}
