package extract

import (
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/token"
)

// labelContact reads an entry of the form "Bilateral: Norland (Minister X)",
// as diaries have them: the kind of contact, a colon, the counterpart. The
// actor is the owner of the log.
func (x *extractor) labelContact(toks []token.Token, owner *fact.Party) (fact.Contact, bool) {
	if owner == nil || len(toks) < 3 {
		return fact.Contact{}, false
	}
	colon := 1
	for colon < len(toks) && colon < 4 && toks[colon].Text != ":" {
		colon++
	}
	if colon+1 >= len(toks) || toks[colon].Text != ":" {
		return fact.Contact{}, false
	}
	k := fact.Contact{Actors: []fact.Party{*owner}, Implied: true}
	switch m, n, ok := lexicon.MatchContactNoun(toks, 0); {
	case ok && n == colon:
		k.Means, k.Noun = string(m.Kind), m.Lemma
	case colon == 1 && toks[0].Lower == "bilateral":
		k.Means, k.Noun = string(lexicon.Meeting), "bilateral"
	default:
		return fact.Contact{}, false
	}
	place, end := x.namedPlace(toks, colon+1)
	if end > colon+1 {
		k.With = append(k.With, place)
	}
	for _, l := range x.partiesIn(toks[end:]) {
		p := l.party
		for i := range p.Offices {
			if p.Offices[i].Org == "" && end > colon+1 {
				p.Offices[i].Org, p.Offices[i].OrgSurface = place.Place, place.Surface
			}
		}
		if p.Named() || p.Definite {
			k.With = append(k.With, p)
		}
	}
	return k, len(k.With) > 0
}

// namedPlace reads a run of capitalised words as the name of a place or body,
// which in this position need not be a known one.
func (x *extractor) namedPlace(toks []token.Token, from int) (fact.Party, int) {
	p := parser{x: x, toks: toks}
	if pl, n, ok := lexicon.MatchPlace(toks, from); ok && pl.Code != "" && pl.Form != lexicon.Adjective {
		return p.place(fact.Party{Place: pl.Code}, from, from+n), from + n
	}
	end := from
	for end < len(toks) && toks[end].Cap() && (end == from || toks[end].Space) {
		end++
	}
	// Whoever stands in parentheses behind it speaks for a place.
	bracket := end < len(toks) && toks[end].Text == "("
	if end == from || p.titleAt(from) || p.personBegins(from) && !bracket {
		return fact.Party{}, from
	}
	name := x.doc.Text[toks[from].Start:toks[end-1].End]
	return p.place(fact.Party{Place: unknownOrg(surface(name))}, from, end), end
}

// headingDay is the day that a heading above a block names: what stands
// below "Monday 20 June" happened on that day.
func (x *extractor) headingDay(block int) (fact.Entry, bool) {
	for _, h := range x.doc.HeadingPath(block) {
		b := x.doc.Blocks[h]
		toks := token.Append(nil, x.doc.Text, b.Span.Start, b.Span.End)
		if e, _, ok := x.leading(h, toks); ok && e.HasDate && !e.Date.IsRange() {
			return *e, true
		}
	}
	return fact.Entry{}, false
}

// addVisited gives a visit the place it went to, where the text names one:
// "visits the refinery at Port Azra".
func (x *extractor) addVisited(k *fact.Contact, toks []token.Token) {
	if k.Means != string(lexicon.Visit) || len(k.With) > 0 {
		return
	}
	for i := range toks {
		switch toks[i].Lower {
		case "to", "at", "in", "visit", "visits", "visited":
			j := i + 1
			if j < len(toks) && toks[j].Lower == "the" {
				j++
			}
			if p, end := x.namedPlace(toks, j); end > j {
				k.With = append(k.With, p)
				return
			}
		}
	}
}
