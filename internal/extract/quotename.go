package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/token"
)

// nameRange finds a run of capitalised words that are no titles and do not
// stand behind a preposition.
func nameRange(toks []token.Token, first bool) (int, int) {
	from, to := 0, 0
	for i := 0; i < len(toks); {
		if !nameToken(toks[i]) {
			i++
			continue
		}
		j := i + 1
		for j < len(toks) && (nameToken(toks[j]) || j+1 < len(toks) && lexicon.Particle(toks[j].Lower) && (nameToken(toks[j+1]) || lexicon.Particle(toks[j+1].Lower)) || toks[j].Text == "." && len(toks[j-1].Text) == 1 || toks[j].Text == "-" && !toks[j].Space) {
			if toks[j-1].Possessive() {
				break
			}
			j++
		}
		if !(i > 0 && bindsName(toks[i-1].Lower) || i > 1 && bindsName(toks[i-2].Lower) && toks[i-1].Lower == "the") && !toks[j-1].Possessive() {
			from, to = i, j
			if first {
				break
			}
		}
		i = j
	}
	for from < to && (titleToken(toks[from]) || toks[from].Kind == token.Punct) {
		from++
	}
	return from, to
}

// nameToken reports whether a token may be part of a name.
func nameToken(t token.Token) bool {
	if !t.Cap() {
		return false
	}
	c := lexicon.Class(t.Lower)
	if c.Has(lexicon.GivenWord) {
		return true
	}
	if _, end, ok := strings.Cut(t.Lower, "'"); ok && len(end) <= 2 && end != "s" {
		return false // I'd, we've, don't
	}
	return !c.Has(lexicon.TitleHead|lexicon.CourtesyWord|lexicon.RankWord|lexicon.QualifierWord) && !stops(t.Lower) && !commonOpening(t.Lower) && !calendarWord(t.Lower) && !functionWord(t.Lower)
}

// titleToken reports whether a capitalised word belongs to an office and to
// no name: "Fisheries" Minister.
func titleToken(t token.Token) bool {
	c := lexicon.Class(t.Lower)
	return !c.Has(lexicon.GivenWord) && c.Has(lexicon.TitleHead|lexicon.RemitWord|lexicon.CourtesyWord|lexicon.RankWord)
}

// bindsName reports whether a name behind the word belongs to what stands
// before it: "the chair of the Pilots' Guild".
func bindsName(w string) bool {
	switch w {
	case "of", "in", "at", "from", "with", "by", "for", "to", "on", "about", "against", "near", "under", "than", "between", "into", "after", "before", "like":
		return true
	}
	return false
}

// person reports whether the text shows that a name is a person's.
func (q *quoter) person(toks []token.Token, i, j int) bool {
	if i > 0 && lexicon.Class(toks[i-1].Stem()).Has(lexicon.TitleHead|lexicon.CourtesyWord|lexicon.RankWord) || i > 1 && toks[i-1].Text == "." && shortTitle(toks[i-2]) {
		return true
	}
	if _, ok := q.x.byName[toks[j-1].Stem()]; ok {
		return true
	}
	return j-i > 1 && (lexicon.Class(toks[i].Lower).Has(lexicon.GivenWord) || i > 0 && trade(toks[i-1]))
}

// trade reports whether a word in small letters before a name tells what a
// person does, and not what kind of body it is.
func trade(t token.Token) bool {
	if t.Kind != token.Word || t.Cap() || stops(t.Lower) || bindsName(t.Lower) || functionWord(t.Lower) || adverb(t.Lower) {
		return false
	}
	switch t.Lower {
	case "group", "charity", "agency", "company", "firm", "network", "newspaper", "paper", "magazine", "website", "union", "party", "bank", "club", "team", "body", "tank", "institute", "organisation", "organization", "maker", "operator", "giant", "bureau", "broadcaster", "station", "daily", "weekly", "town", "city", "province", "like", "when", "as":
		return false
	}
	return len(t.Lower) > 3
}
