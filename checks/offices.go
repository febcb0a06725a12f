package checks

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
)

// Keys of an office are its title and one of
//
//	|org         the organisation, as extraction keys it
//	|w/word      a word of the organisation's name
//	|n/noun      the noun that heads its name: club, society
//	|@surname    a person whom the document names
//
// The first is exact; under the others those meet who may hold one office
// that the text names in two ways.
func officeKeys(o *fact.Office, cast []string) []string {
	var keys []string
	if o.Org != "" {
		keys = append(keys, officeKey(o))
		words := orgWords(o)
		if len(words) > 1 || companyTitle(o.Title) {
			for _, w := range words {
				keys = append(keys, o.Title+"|w/"+w)
			}
		}
		if noun := headNoun(o); noun != "" {
			keys = append(keys, o.Title+"|n/"+noun)
		}
	}
	if o.Org == "" || genericOrg(o.Org) || placeTitle(o.Title) {
		// Two offices of bodies that are named meet by the bodies' names.
		for _, s := range cast {
			keys = append(keys, o.Title+"|@"+s)
		}
	}
	return keys
}

// officeKey is the exact key of an office. A mayor is a town's, never a
// country's: what a city's name stands for is the city.
func officeKey(o *fact.Office) string {
	org := o.Org
	if townTitle(o.Title) && len(org) == 2 && o.OrgSurface != "" {
		org = "~" + lexicon.FoldName(o.OrgSurface)
	}
	return o.Title + "|" + org
}

func exactKey(key string) bool {
	_, rest, _ := strings.Cut(key, "|")
	return !strings.HasPrefix(rest, "w/") && !strings.HasPrefix(rest, "n/") && !strings.HasPrefix(rest, "@")
}

// officeUnder is the office of a mention that belongs to a key.
func officeUnder(key string, m *fact.Mention) *fact.Office {
	title, _, _ := strings.Cut(key, "|")
	for i := range m.Party.Offices {
		if o := &m.Party.Offices[i]; officeKey(o) == key || !exactKey(key) && o.Title == title {
			return o
		}
	}
	return &m.Party.Offices[0]
}

func townTitle(t string) bool { return t == "mayor" || t == "council-leader" || t == "town-clerk" }

// companyTitle lists titles of companies and houses, which texts name by one
// word of their name.
func companyTitle(t string) bool {
	switch t {
	case "chief-executive", "managing-director", "general-manager", "artistic-director", "editor-in-chief", "chief-financial-officer":
		return true
	}
	return false
}

// placeTitle lists offices of which a town, a house or a country has one, so
// that a text needs no more than "the Speaker".
func placeTitle(t string) bool {
	switch t {
	case "speaker", "mayor", "prime-minister", "governor", "king", "queen", "pope", "chief-justice", "vicar", "headteacher", "harbourmaster", "sheriff", "town-clerk", "rector":
		return true
	}
	return false
}

// genericOrg reports whether an organisation is named by a noun only: "the
// club".
func genericOrg(org string) bool { return strings.HasPrefix(org, "=") }

// orgWords are the words of an organisation's name that tell it from others,
// folded; empty for countries and bodies known by a code.
func orgWords(o *fact.Office) []string {
	if !strings.HasPrefix(o.Org, "~") {
		return nil
	}
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(o.OrgSurface), func(r rune) bool { return r == ' ' || r == '-' || r == ',' }) {
		w = lexicon.FoldName(strings.TrimSuffix(w, "'s"))
		switch w {
		case "", "of", "the", "and", "for", "&", "limited", "ltd", "plc", "inc", "gmbh", "ag", "co", "company", "corporation", "corp", "republic", "kingdom":
			continue
		}
		out = append(out, w)
	}
	return out
}

// headNoun is the noun that says what kind of body an organisation is, if
// that is told by its name: society, of "Natural History Society of Styria".
func headNoun(o *fact.Office) string {
	if noun, ok := strings.CutPrefix(o.Org, "="); ok {
		return noun
	}
	name, _, _ := strings.Cut(strings.ToLower(o.OrgSurface), " of ")
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	if last := words[len(words)-1]; bodyNoun(last) {
		return last
	}
	return ""
}

// bodyNoun lists nouns for bodies that have one head.
func bodyNoun(w string) bool {
	switch w {
	case "club", "society", "council", "committee", "board", "company", "commission", "association", "federation", "union", "court", "university", "college",
		"school", "chamber", "jury", "festival", "museum", "academy", "institute", "orchestra", "choir", "bank", "party", "league", "foundation", "trust", "firm", "theatre", "parliament", "assembly", "senate":
		return true
	}
	return false
}

// sameOrg reports whether two holders may hold the office of one
// organisation that the text names in two ways. all are the holders who met
// with them: where the office is one of several organisations, a mention that
// names none may mean either.
func sameOrg(a, b *holder, all []*holder) bool {
	x, y := a.office, b.office
	switch {
	case x.Org == "" || y.Org == "":
		if genericOrg(x.Org) || genericOrg(y.Org) || !definite(a) || !definite(b) {
			return false
		}
		return (placeTitle(x.Title) || x.Org == y.Org) && sharePeople(a, b) && oneOrg(all) && !sideBySideHolders(a, b)
	case genericOrg(x.Org) || genericOrg(y.Org):
		return headNoun(x) == headNoun(y) && headNoun(x) != "" && sharePeople(a, b) && oneOrg(all)
	}
	if xs, ys := a.orgWords, b.orgWords; len(xs) > 0 && slices.Equal(xs, ys) {
		return true
	}
	return nameWithin(a, b) || nameWithin(b, a)
}

// sideBySideHolders reports whether a document that gives one of two persons
// the office names the other, too: it knows both, and means two offices.
func sideBySideHolders(a, b *holder) bool {
	return slices.ContainsFunc(a.mentions, func(m *fact.Mention) bool { return slices.Contains(m.Cast, b.name) }) ||
		slices.ContainsFunc(b.mentions, func(m *fact.Mention) bool { return slices.Contains(m.Cast, a.name) })
}

// definite reports whether the text speaks of the holder as the one there is.
func definite(h *holder) bool {
	return placeTitle(h.office.Title) || strings.HasSuffix(h.office.Title, "-minister") || h.office.Org != "" || slices.ContainsFunc(h.mentions, func(m *fact.Mention) bool { return m.Party.Definite })
}

// oneOrg reports whether holders are of at most one organisation that is
// named.
func oneOrg(all []*holder) bool {
	org := ""
	for _, h := range all {
		if o := h.office.Org; o != "" && !genericOrg(o) {
			if org != "" && org != o {
				return false
			}
			org = o
		}
	}
	return true
}

// nameWithin reports whether the name of a's organisation is a shorter form
// of that of b's: "Natural History Society" and "… of Styria", "Pellingham"
// and "Pellingham Dairies".
func nameWithin(a, b *holder) bool {
	short, long := a.orgWords, b.orgWords
	if len(short) == 0 || len(short) >= len(long) || len(short) < 2 && !companyTitle(a.office.Title) {
		return false
	}
	if !slices.Equal(short, long[:len(short)]) {
		return false
	}
	for _, w := range long[len(short):] {
		if bodyNoun(w) {
			return false
		}
	}
	return true
}

// sharePeople reports whether mentions of two holders stand in one document, or
// in two that name many of the same people: two of them at least, the holders
// apart, and a fourth of those whom the document with fewer people names.
func sharePeople(a, b *holder) bool {
	const enough, part = 2, 4
	for _, m := range a.mentions {
		for _, o := range b.mentions {
			n := sharedCast(m, o, a.name, b.name)
			if m.Doc == o.Doc || n >= enough && n*part >= min(len(m.Cast), len(o.Cast)) {
				return true
			}
		}
	}
	return false
}

func sharedCast(m, o *fact.Mention, but ...string) int {
	n := 0
	for _, s := range m.Cast {
		if _, ok := slices.BinarySearch(o.Cast, s); ok && !slices.Contains(but, s) {
			n++
		}
	}
	return n
}

// firstLooseKey is the first loose key that two holders share, so that a pair
// that meets under several is judged under one.
func firstLooseKey(a, b *holder) string {
	ka, kb := a.looseKeys(), b.looseKeys()
	for _, k := range ka {
		if _, ok := slices.BinarySearch(kb, k); ok {
			return k
		}
	}
	return ""
}

// looseKeys are the loose keys of all the places that name a holder, sorted.
func (h *holder) looseKeys() []string {
	if h.loose != nil {
		return h.loose
	}
	docs := map[int]bool{}
	for _, m := range h.mentions {
		if docs[m.Doc] {
			continue // the same people are named around each
		}
		docs[m.Doc] = true
		for _, k := range officeKeys(h.office, m.Cast) {
			if !exactKey(k) {
				h.loose = append(h.loose, k)
			}
		}
	}
	slices.Sort(h.loose)
	h.loose = slices.Compact(h.loose)
	return h.loose
}
