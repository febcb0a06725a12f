package lexicon

import (
	"strings"

	"github.com/concordlint/concord/internal/token"
)

// PlaceKind tells what a Place is.
type PlaceKind uint8

// The kinds of place.
const (
	Country PlaceKind = iota + 1 // a state with an ISO 3166-1 code, or Kosovo (XK)
	Body                         // an international body or seat of government: EU, NATO, EU-COM, US-WH
	State                        // a part of a country: US-TX, GB-SCT
	City                         // a city; Code is its country's
	Region                       // a part of the world: Europe, Nordic countries
)

// PlaceForm tells in which form a place is named.
type PlaceForm uint8

// The forms of a place's name.
const (
	Name      PlaceForm = iota + 1 // Germany, the UK
	Adjective                      // German, British; also one person: "a German"
	People                         // Germans, Britons
)

// Place is a country, a body, a city or a region as a text names it.
type Place struct {
	// Code is the ISO 3166-1 alpha-2 code of a country; a body's own short
	// name ("EU", "NATO", "UN-SC"); for a part of a country the ISO 3166-2
	// code ("US-TX"); for a city the code of its country; empty for a region.
	Code string
	// Name is the usual English name: "Germany", "European Commission".
	Name string
	Kind PlaceKind
	Form PlaceForm
	// Ambiguous tells that the word is as often something else: a given
	// name, a surname, a state of the same name (Jordan, Georgia, Holland).
	Ambiguous bool
	// Possessive tells that the place stands with 's: "Ukraine's".
	Possessive bool
	// acronym: the name is written in capitals only.
	acronym bool
}

// Country is the code of the country or body that the place belongs to: "US"
// for US-TX, "EU" for EU-COM.
func (p Place) Country() string {
	code, _, _ := strings.Cut(p.Code, "-")
	return code
}

// MatchPlace finds the longest name of a place that begins at token i and
// returns it with the number of its tokens ("the" before a name is counted,
// the full stop of "U.S." too). Names need their capitals. Words that are
// part of a compound that is no place's ("pro-Russian", "US-led") and of
// another name ("Baltic Sea") do not match.
func MatchPlace(toks []token.Token, i int) (p Place, n int, ok bool) {
	if i < 0 || i >= len(toks) || toks[i].Kind == token.Punct {
		return Place{}, 0, false
	}
	list := places().names[toks[i].Stem()]
	if list == nil && toks[i].Lower != "the" || disjoined(toks, i) {
		return Place{}, 0, false
	}
	var v window
	v.read(toks, i)
	k := 0
	if v.w[0].s == "the" && v.n > 1 && !v.w[1].comma {
		k = 1
	}
	p, words := v.place(k)
	if words == 0 && k == 1 {
		k = 0
		p, words = v.place(0)
	}
	if words == 0 {
		return Place{}, 0, false
	}
	last := v.w[k+words-1]
	if p.Code == "US" && p.acronym && last.upper && k == 0 && shouted(toks, i, last.end) {
		return Place{}, 0, false
	}
	return p, last.end - i, true
}

// place finds the longest place at word k of the window, with the number of
// its words.
func (v *window) place(k int) (Place, int) {
	if k >= v.n {
		return Place{}, 0
	}
	p, n := places().names.match(v, k, func(p Place, n int) bool { return v.written(k, n, p.acronym) })
	if n == 0 || v.foreign(k+n, p) {
		return Place{}, 0
	}
	p.Possessive = v.w[k+n-1].poss
	return p, n
}

// written reports whether the words at k have the capitals that a name needs:
// all of them but small words, and all letters of an acronym.
func (v *window) written(k, n int, acronym bool) bool {
	for i := k; i < k+n; i++ {
		w := &v.w[i]
		if acronym && !w.upper && w.s[0] >= 'a' || !w.cap && !smallWord(w.s) && (i == k || !membersWord(w.s)) {
			return false
		}
	}
	return v.w[k].cap
}

// membersWord reports whether the word for the members of a group or the parts
// of a region may be written small: "Baltic states".
func membersWord(s string) bool {
	switch s {
	case "states", "countries", "nations", "members", "member", "allies", "islands", "region", "format", "group", "world":
		return true
	}
	return false
}

// smallWord reports whether a word is written small inside names and titles.
func smallWord(s string) bool {
	switch s {
	case "of", "the", "and", "in", "for", "on", "de", "da", "do", "d'ivoire", "e", "+", "to", "y":
		return true
	}
	return s[0] >= '0' && s[0] <= '9'
}

// foreign reports whether the word at k makes what stands before it part of
// something that is not the place: "US-led", "Baltic Sea", "Polish the".
func (v *window) foreign(k int, p Place) bool {
	if k >= v.n {
		return false
	}
	w := &v.w[k]
	if w.hyphen && !w.cap && w.s[0] >= 'a' {
		return true
	}
	if w.comma || v.w[k-1].poss {
		return false
	}
	switch w.s {
	case "sea", "ocean", "channel", "fleet":
		return w.cap
	case "war", "spring", "stream", "coast", "bank", "point", "end", "ham", "side", "cities":
		return w.cap && p.Kind == Region
	case "the", "a", "an", "your", "up", "it":
		return k == 1 && v.w[0].s == "polish"
	}
	return false
}

// disjoined reports whether the token stands behind a prefix that turns it
// away: anti-, non-, pro-.
func disjoined(toks []token.Token, i int) bool {
	if i < 2 || toks[i].Space || !isHyphen(toks[i-1].Text) || toks[i-1].Space {
		return false
	}
	switch toks[i-2].Lower {
	case "anti", "non", "pro", "pre", "mid":
		return true
	}
	return false
}

// shouted reports whether the neighbours of tokens i to end are words in
// capitals too, so that "US" may be the pronoun: "CONTACT US".
func shouted(toks []token.Token, i, end int) bool {
	loud := func(t token.Token) bool { return len(t.Text) > 3 && t.Cap() && isUpper(t.Text) }
	if i > 0 && toks[i-1].Kind == token.Word {
		return loud(toks[i-1])
	}
	return i == 0 && end < len(toks) && loud(toks[end])
}

// LookupPlace finds a place by its name alone, in any case: "Germany",
// "united kingdom", "german".
func LookupPlace(name string) (p Place, ok bool) {
	return places().names.find(name)
}

// PlaceOf returns a country, a part of one, or a body by its code, with its
// usual name.
func PlaceOf(code string) (p Place, ok bool) {
	p, ok = places().codes[code]
	return p, ok
}
