package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/token"
)

// distributed reads one office over several countries: "French, German, and
// UK Foreign Ministers" is a group of three.
func (p *parser) distributed(i int) (located, bool) {
	var codes []string
	j := i
	if p.at(j).Lower == "the" {
		j++
	}
	for {
		pl, n, ok := lexicon.MatchPlace(p.toks, j)
		if !ok || pl.Code == "" {
			return located{}, false
		}
		codes = append(codes, pl.Code)
		j += n
		sep := false
		for p.at(j).Text == "," || p.at(j).Lower == "and" {
			sep = true
			j++
		}
		if !sep {
			break
		}
	}
	if len(codes) < 2 {
		return located{}, false
	}
	t, n, ok := lexicon.MatchTitle(p.toks, j)
	switch {
	case ok && t.Plural:
		j += n
	case p.personNoun(j):
		j++
	default:
		return located{}, false
	}
	l := located{from: i, to: j}
	l.party = p.place(fact.Party{Size: len(codes), Members: codes}, i, j)
	l.party.Group = strings.ToLower(l.party.Surface)
	return l, true
}

// personNoun reports whether a plural noun for people stands at j:
// "counterparts", "leaders", "ambassadors".
func (p *parser) personNoun(j int) bool {
	t := p.at(j)
	return t.Kind == token.Word && lexicon.Class(t.Stem()).Has(lexicon.PersonWord) && lexicon.Singular(t.Stem()) != t.Stem()
}

// group reads a group of people known by a name: "B9 leaders", "Nordic
// Counterparts", "Transatlantic Quad Foreign Ministers", "NATO Allies".
func (p *parser) group(i int) (located, bool) {
	j := i
	if p.at(j).Lower == "the" {
		j++
	}
	party := fact.Party{}
	if g, n, ok := lexicon.MatchGroup(p.toks, j); ok {
		party.Size, party.Members = g.Size, slices.Clone(g.Members)
		j += n
	} else if pl, n, ok := lexicon.MatchPlace(p.toks, j); ok {
		if pl.Kind == lexicon.Body || pl.Kind == lexicon.Region {
			party.Size = 0
		}
		j += n
	} else {
		return located{}, false
	}
	k := j
	if t, n, ok := lexicon.MatchTitle(p.toks, k); ok && t.Plural {
		k += n
	} else {
		for k < j+3 && !p.personNoun(k) && p.at(k).Kind == token.Word && (p.at(k).Cap() || p.at(k).Lower == "and") {
			k++
		}
		if !p.personNoun(k) {
			return located{}, false
		}
		k++
	}
	l := located{from: i, to: k}
	l.party = p.place(party, i, k)
	l.party.Group = strings.ToLower(l.party.Surface)
	return l, true
}

// body reads a country or an international body that is itself a party.
func (p *parser) body(i int) (located, bool) {
	pl, n, ok := lexicon.MatchPlace(p.toks, i)
	if !ok || pl.Form == lexicon.Adjective && !pl.Possessive || pl.Code == "" {
		return located{}, false
	}
	l := located{from: i, to: i + n, possessive: pl.Possessive}
	l.party = p.place(fact.Party{Place: pl.Code}, i, i+n)
	return l, true
}
