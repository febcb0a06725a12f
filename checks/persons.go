package checks

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
)

// personKey keys by surname what is said of a person.
func personKey(surname string) string { return "person|" + lexicon.FoldName(surname) }

// bearer is one person of a surname, as far as given names tell, with the
// places that give an office.
type bearer struct {
	givens   []string
	mentions []*fact.Mention
}

// bearers tells the persons of one surname apart. In a document that knows
// two of them, a surname alone may be either's and is left out.
func bearers(mentions []*fact.Mention, names []*fact.FullName) []*bearer {
	var out []*bearer
	for _, m := range mentions {
		if m.Party.Given == "" {
			continue
		}
		b := bearerOf(out, m.Party.Given)
		if b == nil {
			b = &bearer{}
			out = append(out, b)
		}
		b.add(m)
	}
	for _, m := range mentions {
		if m.Party.Given != "" || namesakes(m.Doc, mentions, names) {
			continue
		}
		if b := onlyIn(out, m); b != nil {
			b.mentions = append(b.mentions, m)
		}
	}
	return out
}

func (b *bearer) add(m *fact.Mention) {
	b.mentions = append(b.mentions, m)
	if !slices.Contains(b.givens, m.Party.Given) {
		b.givens = append(b.givens, m.Party.Given)
	}
}

// bearerOf is the only one of some persons whose given names fit.
func bearerOf(all []*bearer, given string) *bearer {
	var only *bearer
	for _, b := range all {
		if slices.ContainsFunc(b.givens, func(g string) bool { return givenFits(g, given) }) {
			if only != nil {
				return nil
			}
			only = b
		}
	}
	return only
}

// onlyIn is the only person whom a mention's document names in full, or the
// only one there is in the documents that tell of the same people.
func onlyIn(all []*bearer, m *fact.Mention) *bearer {
	var only *bearer
	for _, b := range all {
		if !slices.ContainsFunc(b.mentions, func(o *fact.Mention) bool { return oneMatter(m, o) }) {
			continue
		}
		if only != nil {
			return nil
		}
		only = b
	}
	return only
}

// namesakes reports whether a document names two persons of one surname.
func namesakes(doc int, mentions []*fact.Mention, names []*fact.FullName) bool {
	given := ""
	differs := func(d int, g string) bool {
		if d != doc || g == "" {
			return false
		}
		if given == "" {
			given = g
		}
		return !givenFits(given, g)
	}
	return slices.ContainsFunc(mentions, func(m *fact.Mention) bool { return differs(m.Doc, m.Party.Given) }) ||
		slices.ContainsFunc(names, func(n *fact.FullName) bool {
			return differs(n.Doc, strings.Join(n.Words[:len(n.Words)-1], " "))
		})
}

// oneMatter reports whether two mentions stand in one document, or in two that
// name some of the same people, the two themselves apart.
func oneMatter(m, o *fact.Mention) bool {
	const enough = 2
	return m.Doc == o.Doc || sharedCast(m, o, m.Party.Surname, o.Party.Surname) >= enough
}

// givenFits reports whether two given names may be one person's: alike, short
// for one another, an initial of the other, or with a name in common where
// either has several.
func givenFits(a, b string) bool {
	xs, ys := givenParts(a), givenParts(b)
	if onlyInitials(xs) || onlyInitials(ys) {
		return true // R. J. may be Bob
	}
	for _, x := range xs {
		for _, y := range ys {
			if sameGiven(x, y) || initialOf(x, y) || initialOf(y, x) {
				return true
			}
		}
	}
	return len(xs) == 0 || len(ys) == 0
}

func onlyInitials(parts []string) bool {
	return !slices.ContainsFunc(parts, func(s string) bool { return !initial(s) })
}

// givenParts are the words of a given name; "J.B." is two.
func givenParts(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '.' || r == '-' || r == '‑' || r == '"' || r == '“' || r == '”'
	})
}

// initialOf reports whether a is the initial of b.
func initialOf(a, b string) bool {
	x, y := lexicon.FoldName(a), lexicon.FoldName(b)
	return len(x) == 1 && strings.HasPrefix(y, x)
}
