package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// thing reads the noun that a number counts, with the words between. It
// returns the index behind the noun, or to where there is none whose number
// a record could tell.
func (t *tallier) thing(s *sentence, c *fact.Tally, to int) int {
	const reach = 4 // words between a number and its noun
	for k := to; k < len(s.toks) && k-to < reach; k++ {
		w := s.toks[k]
		if w.Kind != token.Word || stops(w.Lower) || stopsPhrase(w.Lower) || w.Possessive() {
			return to
		}
		if !pluralNoun(w) || k+1 < len(s.toks) && s.toks[k+1].Kind == token.Word && pluralNoun(s.toks[k+1]) {
			switch w.Lower {
			case "different", "distinct", "separate", "various":
			case "more", "further", "additional", "other", "such", "new", "remaining", "planned", "possible", "consecutive", "straight", "earlier", "later", "successive", "previous", "proposed", "similar":
				return to
			default:
				c.Filter = append(c.Filter, t.lemma(w))
			}
			continue
		}
		switch lexicon.NounOf(w.Lower) {
		case lexicon.TimeNoun, lexicon.UnitNoun, lexicon.ContactNoun, lexicon.ListNoun:
			return to
		}
		if !countsAll(s, k+1) {
			return to
		}
		c.Noun = t.lemma(w)
		return k + 1
	}
	return to
}

// countsAll reports whether what stands behind a counted noun leaves the number
// one of all such things: the end of a clause, a time, a verb of taking
// place, another number. "Three hearings on the budget" counts some only.
func countsAll(s *sentence, i int) bool {
	toks := s.toks
	if i >= len(toks) || toks[i].Kind == token.Punct || inWindows(s, i) {
		return true
	}
	switch toks[i].Lower {
	case "so", "altogether":
		return true
	case "and", "in": // not "burglaries and thefts", "countries in the union"
		return i+1 < len(toks) && quantity.Starts(toks[i+1])
	case "were", "was", "have", "has", "had":
		for j := i + 1; j < len(toks) && j < i+3; j++ {
			if takesPlace(toks[j].Lower) {
				return true
			}
		}
		return false
	}
	return takesPlace(toks[i].Lower)
}

const (
	verbReach = 3 // tokens between a verb and the number that it governs
	tourReach = 6 // tokens between a noun for a journey and its places
)

// frame reads what a number is said of: a verb of recording, a verb that
// takes in places and parties, or a noun for a journey shortly before it. A
// number that joins a claim right before it ("and three thefts", "in six
// cities") is said of the same.
func (t *tallier) frame(s *sentence, c *fact.Tally, cl clauseAt, from, end int, carried *fact.Tally) bool {
	if c.Outcome != "" || c.Value != "" || c.Records {
		return true
	}
	for i := max(cl.from, from-tourReach); i < from; i++ {
		c.Moves = c.Moves || journey(s.toks[i].Lower)
		if i < from-verbReach {
			continue
		}
		w := s.toks[i].Lower
		c.Records = c.Records || recordVerb(w)
		c.Moves = c.Moves || movingVerb(s.toks, i)
		c.Covers = c.Covers || coveringVerb(w)
		if w == "there" && onlyBe(s.toks[i+1:from]) {
			c.Records, c.Covers = true, true
		}
	}
	if from == cl.from && end < len(s.toks) {
		c.Records = c.Records || takesPlace(s.toks[end].Lower) || end+1 < len(s.toks) && takesPlace(s.toks[end+1].Lower)
	}
	c.Covers = c.Covers || t.comeFrom(s.toks, from)
	if !c.Records && !c.Moves && !c.Covers && carried != nil && (from-t.prevEnd <= 1 || from-cl.from <= 1) {
		c.Records, c.Moves, c.Covers = carried.Records, carried.Moves, carried.Covers
	}
	return c.Records || c.Moves || c.Covers
}

// comeFrom reports whether the number tells from how many places somebody
// came: "members from nine wards", "they came from five countries".
func (t *tallier) comeFrom(toks []token.Token, from int) bool {
	if from < 2 || toks[from-1].Lower != "from" {
		return false
	}
	switch w := toks[from-2].Lower; {
	case w == "came", w == "come", w == "drawn":
		return true
	default:
		class := lexicon.NounOf(w)
		return class == lexicon.PersonNoun || class == lexicon.BodyNoun
	}
}

// limited reports whether the clause of a claim names a time or a part that
// no record can be asked for: "last season", "in his career", "before trial".
func (t *tallier) limited(s *sentence, c *fact.Tally, cl clauseAt, from, end int) bool {
	for i := cl.from; i < cl.to; i++ {
		if i >= from && i < end || inWindows(s, i) {
			continue // the number and its noun
		}
		w := s.toks[i].Lower
		if limits(w) || yearOf(s.toks[i]) != 0 || c.Value == "" && !c.Moves && !c.Covers && (persons(w) || i < from && elsewhere(s.toks[i])) {
			return true
		}
	}
	return limitedOpening(s, cl)
}

// elsewhere reports whether a word before a number makes the claim one about
// somebody's own things, or about a place that may be wider than the record:
// "the sheriff's men dealt with", "the canton saw".
func elsewhere(t token.Token) bool {
	return t.Possessive() || lexicon.NounOf(t.Lower) == lexicon.PlaceNoun
}

// limitedOpening reports whether the clause or its sentence opens with a
// phrase that sets another scene: "In the county cup they lost", "Last year,".
func limitedOpening(s *sentence, cl clauseAt) bool {
	first := cl.from
	if first < cl.to && s.toks[first].Lower == "and" {
		first++
	}
	if first < cl.to && scenePreposition(s.toks[first].Lower) && !inWindows(s, first) {
		return !upToNow(s.toks[cl.from:cl.to])
	}
	for _, t := range s.toks[:cl.from] {
		if t.Text == ";" {
			return false
		}
	}
	return cl.from > 0 && scenePreposition(s.toks[0].Lower) && !inWindows(s, 0)
}

func inWindows(s *sentence, i int) bool {
	for _, w := range s.windows {
		if i >= w.from && i < w.to {
			return true
		}
	}
	return false
}

// nameIn notes the names in the clause of a claim.
func (t *tallier) nameIn(s *sentence, c *fact.Tally, cl clauseAt) {
	for i := cl.from; i < cl.to; i++ {
		w := s.toks[i]
		if !w.Cap() || inWindows(s, i) || calendarWord(w.Text) || c.Value != "" && strings.Contains(c.Value, w.Stem()) {
			continue
		}
		if i == 0 && lexicon.NounOf(w.Lower) != lexicon.NoNoun || i == 0 && commonOpening(w.Lower) {
			continue
		}
		c.Named = append(c.Named, t.lemma(w))
	}
}

// allOfThem reports whether "N of them" at from says how many there were in
// all: "There were four of them".
func allOfThem(toks []token.Token, from, to int) bool {
	return from >= 2 && to+1 < len(toks) && toks[to].Lower == "of" && toks[to+1].Lower == "them" &&
		toks[from-2].Lower == "there" && (toks[from-1].Lower == "were" || toks[from-1].Lower == "are")
}

// antecedent is the last noun in a sentence that the document's
// logs number or head their entries with; empty where there is none.
func (t *tallier) antecedent(before source.Span) string {
	if before.Len() == 0 {
		return ""
	}
	toks := token.Append(nil, t.x.doc.Text, before.Start, before.End)
	for i := len(toks) - 1; i >= 0; i-- {
		if toks[i].Kind == token.Word && !stops(toks[i].Lower) {
			if noun := t.lemma(toks[i]); t.recorded[noun] {
				return noun
			}
		}
	}
	return ""
}
