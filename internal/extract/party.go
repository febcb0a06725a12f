package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// located is a party with the range of tokens that names it.
type located struct {
	party    fact.Party
	from, to int // token indices, half open
	// possessive tells that the naming ends in 's: what follows is its own.
	possessive bool
}

// parser reads parties from a slice of tokens.
type parser struct {
	x    *extractor
	toks []token.Token
}

// word is the token at i, or a zero token past the ends.
func (p *parser) at(i int) token.Token {
	if i < 0 || i >= len(p.toks) {
		return token.Token{}
	}
	return p.toks[i]
}

// parties lists the parties among the tokens from..to, left to right.
func (p *parser) parties(from, to int) []located {
	var out []located
	for i := from; i < to; {
		if l, ok := p.party(i); ok && l.to <= to {
			out = append(out, l)
			i = l.to
			continue
		}
		i++
	}
	return out
}

// party reads one party that begins at token i: a person with offices, a
// person known from elsewhere in the document, a group, a body.
func (p *parser) party(i int) (located, bool) {
	t := p.at(i)
	if t.Kind != token.Word || !p.starts(i) {
		return located{}, false
	}
	if l, ok := p.distributed(i); ok {
		return l, true
	}
	if l, ok := p.officer(i); ok {
		return l, true
	}
	if l, ok := p.group(i); ok {
		return l, true
	}
	if l, ok := p.fullName(i); ok {
		return l, true
	}
	if l, ok := p.knownName(i); ok {
		return l, true
	}
	return p.body(i)
}

// starts is a cheap test: parties begin with a capital, a particle of a name,
// an article, a qualifier or the head of an office in lower case.
func (p *parser) starts(i int) bool {
	t := p.at(i)
	if t.Cap() {
		return true
	}
	switch t.Lower {
	case "the", "then", "former", "ex", "acting", "late", "outgoing", "incoming", "interim", "its", "his", "her", "their", "our":
		return true
	}
	return lexicon.Class(t.Lower).Has(lexicon.TitleWord | lexicon.QualifierWord)
}

// head is what stands before a name: qualifiers, the organisation, offices.
type head struct {
	qualifiers []string
	offices    []fact.Office
	courtesy   string
	definite   bool
	// apposed: the office stands behind a name and a comma, where it needs
	// no capital and no article.
	apposed bool
	plural  bool
	// titles, in the order of offices, for what the country adds to them.
	titles []lexicon.Title
	org    orgName
}

// orgName is an organisation as a text names it.
type orgName struct{ code, surface string }

// officer reads "[the] [then-] [British] Prime Minister [of X] [Sir] David
// Cameron [of Y]" with or without the name.
func (p *parser) officer(i int) (located, bool) {
	h, j, ok := p.head(i)
	if !ok {
		return located{}, false
	}
	l := located{from: i}
	party := fact.Party{Qualifiers: h.qualifiers, Courtesy: h.courtesy, Definite: h.definite}
	owned := len(h.titles) > 0 && p.at(j-1).Possessive() // "the Prime Minister's spokesman X": not X's office
	if name, k, ok := p.name(j); ok && !owned {
		party.Given, party.Surname = name.given, name.surname
		l.possessive = name.possessive
		j = k
		if !l.possessive {
			j = p.afterName(j, &h, &party)
		}
	} else if !owned {
		j = p.apposition(j, &h, &party, &l)
	}
	if !party.Named() && h.plural && j > i+1 {
		// "the trade ministers of X": a group of a size that is not told.
		l.to, l.party = j, p.place(fact.Party{}, i, j)
		l.party.Group = strings.ToLower(l.party.Surface)
		return l, true
	}
	if !party.Named() && (len(h.titles) == 0 || p.bareTitle(h)) {
		return located{}, false
	}
	if p.at(j - 1).Possessive() {
		l.possessive = true
	}
	p.finish(&party, h)
	l.to = j
	l.party = p.place(party, i, j)
	return l, true
}

// bareTitle rejects offices without a name that name nobody: plural ones and
// those without an article or a place ("minister", "President" in a list).
func (p *parser) bareTitle(h head) bool {
	return h.plural || !h.definite && h.org.code == ""
}

// place sets where the party stands.
func (p *parser) place(party fact.Party, from, to int) fact.Party {
	s := source.Span{Start: p.toks[from].Start, End: p.toks[to-1].End}
	if t := p.toks[from]; t.Lower == "the" && to-from > 1 {
		s.Start = p.toks[from+1].Start
	}
	if last := p.toks[to-1]; last.Possessive() && party.Named() {
		s.End -= len(last.Text) - len(last.Text[:len(last.Text)-possessiveLength(last.Text)])
	}
	party.Span = s
	party.Surface = surface(p.x.doc.Text[s.Start:s.End])
	party.Given, party.Surname = p.x.own(party.Given), p.x.own(party.Surname)
	return party
}

// head reads what may stand before a name. It fails where there is no title.
func (p *parser) head(i int) (head, int, bool) { return p.headAs(i, head{}) }

// headAs is head with what is known of the place: behind a name or not.
func (p *parser) headAs(i int, h head) (head, int, bool) {
	j := i
	switch p.at(j).Lower {
	case "the":
		h.definite = true
		j++
	case "its", "his", "her", "their", "our":
		j++
	}
	for {
		q, n, ok := lexicon.MatchQualifier(p.toks, j)
		if !ok || q == lexicon.Deputy {
			break // a deputy's office is a title of its own
		}
		if q != lexicon.Current {
			h.qualifiers = append(h.qualifiers, string(q))
		}
		j += n
	}
	j = p.orgBefore(j, &h)
	k, ok := p.titles(j, &h)
	return h, k, ok
}

// titles reads one or more offices and ranks, with "of X" between them and
// the name.
func (p *parser) titles(j int, h *head) (int, bool) {
	start := j
	for {
		t, n, ok := lexicon.MatchTitle(p.toks, j)
		if !ok {
			break
		}
		if t.Lower && !h.definite && !h.apposed && h.org.code == "" && len(h.qualifiers) == 0 {
			break
		}
		surf := surface(p.x.doc.Text[p.toks[j].Start:p.toks[j+n-1].End])
		j += n
		switch {
		case t.Courtesy:
			if h.courtesy == "" {
				h.courtesy = t.Canon
			}
		case t.Rank:
		default:
			h.plural = h.plural || t.Plural
			h.titles = append(h.titles, t)
			h.offices = append(h.offices, fact.Office{Title: p.x.own(t.Canon), Surface: surf})
			j = p.orgAfter(j, h)
		}
		if p.at(j-1).Possessive() && len(h.titles) > 0 {
			return j, true // what follows is somebody else's office: the minister's adviser
		}
		if q, n, ok := lexicon.MatchQualifier(p.toks, j); ok && p.at(j).Text == "-" {
			h.qualifiers = append(h.qualifiers, string(q))
			j += n
		}
		if p.at(j).Lower == "and" && len(h.titles) > 0 {
			if t2, n2, ok := lexicon.MatchTitle(p.toks, j+1); ok && !t2.Courtesy && !t2.Rank && (p.nameFollows(j+1+n2) || h.apposed && p.closes(j+1+n2)) {
				j++
			}
		}
	}
	return j, j > start
}

// closes reports whether an apposition may end at j.
func (p *parser) closes(j int) bool {
	return j >= len(p.toks) || strings.Contains(",.;:)", p.toks[j].Text)
}

// nameFollows reports whether a name, possibly after a rank, stands at j.
func (p *parser) nameFollows(j int) bool {
	if t, n, ok := lexicon.MatchTitle(p.toks, j); ok && (t.Rank || t.Courtesy) {
		j += n
	}
	_, _, ok := p.name(j)
	return ok
}

// finish gives the offices their organisation, single-holder flag and classes.
func (p *parser) finish(party *fact.Party, h head) {
	for i, t := range h.titles {
		o := &h.offices[i]
		switch {
		case h.org.code != "":
			o.Org, o.OrgSurface = h.org.code, h.org.surface
		case t.In != "":
			o.Org, o.OrgSurface = t.In, t.In
		}
		o.Title = p.x.own(t.CanonIn(o.Org))
		o.Single, o.Deputy = t.Single && !t.Plural, t.Deputy
		o.Classes = t.Classes()
		for _, c := range []string{"foreign minister", "leader"} {
			if t.IsIn(c, o.Org) && !slices.Contains(o.Classes, c) {
				o.Classes = append(o.Classes, c)
			}
		}
	}
	party.Offices = append(party.Offices, h.offices...)
}

func possessiveLength(s string) int {
	if n := len(s); n >= 2 && (s[n-2:] == "'s") {
		return 2
	}
	for _, suffix := range []string{"’s", "'", "’"} {
		if len(s) > len(suffix) && s[len(s)-len(suffix):] == suffix {
			return len(suffix)
		}
	}
	return 0
}
