package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// known is a person learnt from the document, with what it says of him.
type known struct {
	given, surname string
	offices        []fact.Office
	uses           []use
}

// use is one place where a person is named.
type use struct {
	block int
	party fact.Party
}

// learnPeople reads all persons who are named with an office or in full, in
// every marked block, so that later their surnames alone will do.
func (x *extractor) learnPeople() {
	for i, b := range x.doc.Blocks {
		if !x.marks[i].has(markPerson) {
			continue
		}
		x.pieces(b.Span, func(s source.Span) {
			p := parser{x: x, toks: x.tokens(s)}
			for _, l := range p.parties(0, len(p.toks)) {
				if l.party.Named() && !x.quoted(i, l.party.Span) {
					x.learn(i, l.party)
				}
			}
		})
	}
}

// learn adds what one naming tells of a person.
func (x *extractor) learn(block int, p fact.Party) {
	key := strings.ToLower(p.Surname)
	j, ok := x.byName[key]
	if !ok {
		j = len(x.people)
		x.byName[key] = j
		x.people = append(x.people, &known{surname: p.Surname})
	}
	k := x.people[j]
	if k.given == "" {
		k.given = p.Given
	}
	if len(p.Qualifiers) == 0 {
		k.merge(p.Offices)
	}
	k.uses = append(k.uses, use{block, p})
}

// merge adds offices that are not known yet; one without an organisation is
// taken for the same office with it.
func (k *known) merge(offices []fact.Office) {
	for _, o := range offices {
		found := false
		for i := range k.offices {
			have := &k.offices[i]
			if have.Title == o.Title && (have.Org == o.Org || have.Org == "" || o.Org == "") {
				if have.Org == "" {
					*have = o
				}
				found = true
				break
			}
		}
		if !found {
			k.offices = append(k.offices, o)
		}
	}
}

// complete gives a named party the organisation that the document tells of
// the same person under the same office elsewhere.
func (x *extractor) complete(p *fact.Party) {
	if !p.Named() {
		return
	}
	j, ok := x.byName[strings.ToLower(p.Surname)]
	if !ok {
		return
	}
	k := x.people[j]
	for i := range p.Offices {
		o := &p.Offices[i]
		if o.Org != "" {
			continue
		}
		for _, have := range k.offices {
			if have.Title == o.Title && have.Org != "" {
				*o = have
			}
		}
	}
}

// partiesIn parses the parties of a stretch of tokens and completes them.
func (x *extractor) partiesIn(toks []token.Token) []located {
	p := parser{x: x, toks: toks}
	out := p.parties(0, len(toks))
	for i := range out {
		x.complete(&out[i].party)
		x.nameHolder(&out[i].party)
	}
	return out
}

// nameHolder gives "the Ambassador" the name of the only person whom the
// document names under that office.
func (x *extractor) nameHolder(p *fact.Party) {
	if p.Named() || !p.Definite || len(p.Offices) == 0 || len(p.Qualifiers) > 0 {
		return
	}
	o := p.Offices[0]
	var only *known
	for _, k := range x.people {
		for _, have := range k.offices {
			if have.Title != o.Title || have.Deputy != o.Deputy || have.Org != o.Org {
				continue
			}
			if only != nil && only != k {
				return
			}
			only = k
		}
	}
	if only != nil {
		p.Given, p.Surname = only.given, only.surname
	}
}
