package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// emitMentions makes a fact of each place that gives a person an office: of
// those met while persons were learnt, and of those read on purpose.
func (x *extractor) emitMentions() {
	c := x.findFullNames()
	x.findKin(c)
	ms := x.partyMentions()
	type seat struct {
		name  int
		title string
	}
	known := map[seat]*fact.Mention{}
	for _, m := range ms {
		for _, o := range m.Party.Offices {
			known[seat{m.NameAt.Span.Start, o.Title}] = m
		}
	}
	ms = append(ms, x.portfolios()...)
	for _, h := range c.holdings() {
		m := known[seat{h.name.Start, h.party.Offices[0].Title}]
		if m == nil {
			x.complete(&h.party)
			m = x.mention(h.block, h.party, h.name)
			ms = append(ms, m)
		}
		h.addTo(m)
	}
	if len(ms) == 0 {
		return
	}
	ms = slices.DeleteFunc(ms, c.doubtful)
	c.markOthers(ms)
	names, turned := c.surnames(), c.turned(ms)
	for _, m := range ms {
		m.Cast, m.Turned = names, turned[m.Party.Surname]
		x.facts = append(x.facts, m)
	}
}

// partyMentions are the mentions that persons were learnt from.
func (x *extractor) partyMentions() []*fact.Mention {
	var ms []*fact.Mention
	for _, k := range x.people {
		for _, u := range k.uses {
			party := u.party
			if !statesOffice(&party) {
				continue
			}
			party.Offices = append([]fact.Office(nil), party.Offices...)
			x.complete(&party)
			ms = append(ms, x.mention(u.block, party, x.surnameSpan(party)))
		}
	}
	return ms
}

// addTo adds to a mention what the holding tells beyond it.
func (h *holding) addTo(m *fact.Mention) {
	m.TermFrom, m.TermTo, m.PastTime = h.termFrom, h.term, m.PastTime || h.past
	m.Party.Definite = m.Party.Definite || h.party.Definite
	for _, q := range h.party.Qualifiers {
		if !slices.Contains(m.Party.Qualifiers, q) {
			m.Party.Qualifiers = append(slices.Clone(m.Party.Qualifiers), q)
		}
	}
	have := h.party.Offices[0]
	for i := range m.Party.Offices {
		o := &m.Party.Offices[i]
		if o.Title != have.Title {
			continue
		}
		o.Single = o.Single || have.Single && m.Party.Given != "" // "the editor of the Courant" is the one there is
		if have.Org != "" && (o.Org == "" || strings.Contains(o.Org, " of ")) {
			o.Org, o.OrgSurface = have.Org, have.OrgSurface
		}
	}
}

// statesOffice reports whether a party's own words name its office: a surname
// alone of a person whose office stands elsewhere does not.
func statesOffice(p *fact.Party) bool {
	for _, o := range p.Offices {
		if strings.Contains(p.Surface, o.Surface) {
			return true
		}
	}
	return false
}

// mention makes the fact of a party with an office.
func (x *extractor) mention(block int, p fact.Party, name source.Span) *fact.Mention {
	m := &fact.Mention{Base: x.base(block, p.Span), Party: p, FirstYear: x.years[0], LastYear: x.years[1]}
	m.NameAt = x.place(block, name)
	m.From, m.To, m.PastTime = x.mentionTime(block, p.Span)
	if !x.date.IsZero() {
		m.Published = x.date.String()
	}
	m.With = x.beside(block, p)
	return m
}

// mentionTime is the time that the text gives a mention: the date of the
// entry in which it stands, or a date in its sentence, else a year there.
// past tells that the sentence speaks of another time than the document's own.
func (x *extractor) mentionTime(block int, at source.Span) (from, to string, past bool) {
	if e := x.entries[block]; e != nil && e.HasDate {
		if first, last, ok := e.Date.Bounds(); ok {
			return first.String(), last.String(), false
		}
		return "", "", false
	}
	s := x.sentenceAt(block, at)
	toks := token.Append(nil, x.doc.Text, s.Start, s.End)
	aside := false // a relative clause behind the mention tells of other times
	var year calendar.Date
	for i := 0; i < len(toks); i++ {
		w := toks[i].Lower
		aside = aside || toks[i].Start >= at.End && (w == "who" || w == "whose" || w == "which")
		past = past || !aside && pastTime(toks, i)
		d, next, ok := calendar.Parse(toks, i)
		if !ok {
			if y := yearOf(toks[i]); y != 0 && !aside && year.From.Year == 0 && !born(toks, i) {
				year = calendar.OneDay(calendar.Day{Year: int16(y)})
			}
			continue
		}
		i = next - 1
		if d.From.Month != 0 && d.From.Year == 0 && x.date.Year != 0 {
			d = d.InYear(x.date.Year)
		}
		first, last, ok := d.Bounds()
		if !ok || aside || d.From.Year == 0 {
			continue
		}
		if d.From.Month == 0 {
			year = d
			continue
		}
		return first.String(), last.String(), past || x.olderYear(int(last.Year))
	}
	if year.From.Year != 0 && year.From.Year != x.date.Year {
		if first, last, ok := year.Bounds(); ok {
			return first.String(), last.String(), past || x.olderYear(int(last.Year))
		}
	}
	return "", "", past || x.yearsBefore(block, at)
}

// yearsBefore reports whether the block speaks of an older year before a
// mention: what follows "In 1972 …" may still be told of that year.
func (x *extractor) yearsBefore(block int, at source.Span) bool {
	if x.date.Year == 0 {
		return false
	}
	text := x.doc.Text[x.doc.Blocks[block].Span.Start:at.Start]
	for i := 0; i < len(text); i++ {
		n := 0
		for i+n < len(text) && text[i+n] >= '0' && text[i+n] <= '9' {
			n++
		}
		if n == 4 && (text[i] == '1' || text[i] == '2') {
			if y := int(text[i]-'0')*1000 + int(text[i+1]-'0')*100 + int(text[i+2]-'0')*10 + int(text[i+3]-'0'); y >= 1500 && x.olderYear(y) {
				return true
			}
		}
		i += n
	}
	return false
}

// born reports whether the year at i is one since which something is so, or
// of a birth: it does not date the sentence.
func born(toks []token.Token, i int) bool {
	if i == 0 {
		return false
	}
	switch toks[i-1].Lower {
	case "since", "(", "born", "founded", "b", "of":
		return true
	}
	return false
}

// pastTime reports whether a word moves a sentence to another time.
func pastTime(toks []token.Token, i int) bool {
	switch toks[i].Lower {
	case "formerly", "previously", "ago", "until", "erstwhile":
		return true
	case "last", "previous", "earlier":
		if i+1 < len(toks) {
			switch toks[i+1].Lower {
			case "year", "season", "term", "council", "parliament", "session", "government", "jury", "edition", "time":
				return true
			}
		}
	case "had":
		return i+1 < len(toks) && toks[i+1].Lower == "been" && !(i+2 < len(toks) && participle(toks[i+2].Lower))
	case "would":
		return i+1 < len(toks) && (toks[i+1].Lower == "become" || i+2 < len(toks) && toks[i+2].Lower == "become")
	}
	return false
}

// participle reports whether a word behind "had been" is a verb: "had been
// agreed with the minister" tells of a deed, not of a former office.
func participle(w string) bool {
	switch w {
	case "told", "made", "given", "sent", "taken", "seen", "met", "shown", "held", "set", "brought", "built", "written", "asked", "put", "done", "drawn", "read", "said", "found", "kept", "left", "paid", "sold", "bought":
		return true
	}
	return strings.HasSuffix(w, "ed") && len(w) > len("need")
}

// longestCast bounds the surnames that go with a document's mentions.
const longestCast = 40

// surnames lists surnames of the people whom the document names, sorted.
func (c *cast) surnames() []string {
	seen := map[string]bool{}
	var out []string
	add := func(s string) {
		if !seen[s] && len(out) < longestCast {
			seen[s] = true
			out = append(out, strings.Clone(s))
		}
	}
	for _, k := range c.x.people {
		add(k.surname)
	}
	for _, n := range c.names {
		if n.Sure {
			add(n.Surname())
		}
	}
	sort.Strings(out)
	return out
}

// turned tells of which of the persons mentioned the document says that they
// came into an office or left one.
func (c *cast) turned(ms []*fact.Mention) map[string]bool {
	out := map[string]bool{}
	for _, m := range ms {
		out[m.Party.Surname] = false
	}
	look := func(surname string, block int, at source.Span) {
		if done, ok := out[surname]; !ok || done {
			return
		}
		s := sentenceAround(c.x.doc.Text, c.x.doc.Blocks[block].Span, at)
		out[surname] = turns(c.x.doc.Text[s.Start:s.End])
	}
	for _, m := range ms {
		look(m.Party.Surname, m.Block, m.Span)
	}
	for _, s := range c.sightings {
		look(c.names[s.name].Surname(), s.block, s.span)
	}
	for _, s := range c.r.singles {
		look(c.x.doc.Text[s.span.Start:s.span.End], s.block, s.span)
	}
	return out
}

// turns reports whether a sentence speaks of an office that changes hands.
func turns(s string) bool {
	for _, w := range []string{
		"elected", "appointed", "succe", "Succe", "predecessor", "replac", "took over", "takes over", "taken over", "taking over", "hands over", "handed over", "hand over",
		"resign", "stepped down", "steps down", "stepping down", "retire", "sworn", "the oath", "an oath", "oath of", "inaugurat", "took office", "takes office", "leaves office", "left office",
		"in office", "outgoing", "incoming", "was followed by", "stood down", "no longer", "first day as", "last day as", "became", "becomes", "has become", "will become", "(until", "(since", "new role",
	} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
