package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// titles compares the offices that the documents give to one person at one
// time.
type titles struct{}

// Needs mentions, and full names to tell namesakes apart.
func (titles) Needs() []fact.Kind { return []fact.Kind{fact.KindMention, fact.KindFullName} }

// Keys by surname.
func (titles) Keys(f fact.Fact) []string {
	switch f := f.(type) {
	case *fact.Mention:
		if !f.Quoted && f.Party.Named() && len(f.Party.Offices) > 0 {
			return []string{personKey(f.Party.Surname)}
		}
	case *fact.FullName:
		if f.Like == "" && f.Sure && len(f.Words) > 1 {
			return []string{personKey(f.Surname())}
		}
	}
	return nil
}

// Judge compares the offices of each person of a surname, pair by pair, and
// reports each pair of offices once.
func (titles) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	ms, ns := personFacts(facts)
	if len(ms) < 2 {
		return nil
	}
	ms, ns = ms[:min(len(ms), mostOfSurname)], ns[:min(len(ns), mostOfSurname)]
	var out []verdict.Verdict
	for _, b := range bearers(ms, ns) {
		out = append(out, judgeBearer(b)...)
	}
	return out
}

// personFacts are the mentions and the names among facts.
func personFacts(facts []fact.Fact) (ms []*fact.Mention, ns []*fact.FullName) {
	for _, f := range facts {
		switch f := f.(type) {
		case *fact.Mention:
			ms = append(ms, f)
		case *fact.FullName:
			ns = append(ns, f)
		}
	}
	return ms, ns
}

// mostOfSurname bounds the mentions and the names of one surname that are
// looked at: of more, most are namesakes.
const mostOfSurname = 1000

// mostCompared bounds the mentions of one person that are compared pair by
// pair.
const mostCompared = 200

func judgeBearer(b *bearer) []verdict.Verdict {
	type pair struct{ a, b string }
	var out []verdict.Verdict
	done := map[pair]bool{}
	ms := b.mentions[:min(len(b.mentions), mostCompared)]
	slices.SortStableFunc(ms, func(m, o *fact.Mention) int {
		if m.Doc != o.Doc {
			return m.Doc - o.Doc
		}
		return m.Span.Start - o.Span.Start
	})
	for i, m := range ms {
		for _, o := range ms[i+1:] {
			x, y, why := exclusivePair(m, o)
			if why == "" || done[pair{officeKey(x), officeKey(y)}] {
				continue
			}
			done[pair{officeKey(x), officeKey(y)}] = true
			done[pair{officeKey(y), officeKey(x)}] = true
			out = append(out, titleVerdict(b, x, y, why))
		}
	}
	if len(out) == 0 {
		return agreeTitles(ms)
	}
	return out
}

// agreeTitles is the verdict for a person who has one office in several places.
func agreeTitles(ms []*fact.Mention) []verdict.Verdict {
	for i, m := range ms {
		for _, o := range ms[i+1:] {
			x, y := &m.Party.Offices[0], &o.Party.Offices[0]
			if m.NameAt == o.NameAt || !x.Single || officeKey(x) != officeKey(y) || !oneMatter(m, o) {
				continue
			}
			return []verdict.Verdict{{
				Status: verdict.Agrees, Place: m.Place, Surface: m.Surface, Claimed: officeName(x), Found: officeName(y),
				Message:  fmt.Sprintf("%s is %s elsewhere, too", m.Party.Surname, officeName(x)),
				Evidence: []verdict.Evidence{{Role: verdict.Defines, Note: "the same office", Place: o.Place}},
			}}
		}
	}
	return nil
}

// exclusivePair finds an office of each of two mentions that exclude each
// other. A mention that gives several offices says itself that one person has
// them.
func exclusivePair(m, o *fact.Mention) (x, y *fact.Office, why string) {
	if m.Doc == o.Doc && m.NameAt.Span == o.NameAt.Span || !oneMatter(m, o) && !sameFullName(m, o) {
		return nil, nil, ""
	}
	for i := range m.Party.Offices {
		for j := range o.Party.Offices {
			x, y = &m.Party.Offices[i], &o.Party.Offices[j]
			why = excludes(x, y)
			if why == twoPosts && !(titled(m, x) && titled(o, y)) {
				continue
			}
			if why != "" {
				return x, y, why
			}
		}
	}
	return nil, nil, ""
}

// titled reports whether a mention gives an office as the only one of its
// kind, before the name or with an article: not "NAME (treasurer)", which tells
// who does what in one of several committees.
func titled(m *fact.Mention, o *fact.Office) bool {
	return m.Party.Definite || strings.HasPrefix(strings.ToLower(m.Surface), strings.ToLower(o.Surface))
}

// sameFullName reports whether two mentions of different documents name one
// person in full, in documents that have somebody else in common.
func sameFullName(m, o *fact.Mention) bool {
	return m.Party.Given != "" && o.Party.Given != "" && sameGiven(m.Party.Given, o.Party.Given) &&
		sharedCast(m, o, m.Party.Surname) >= 1
}

// titleVerdict compares all places that give the person either office.
func titleVerdict(b *bearer, x, y *fact.Office, why string) verdict.Verdict {
	with, other := b.under(x), b.under(y)
	claim, found := with, other
	if len(with) > len(other) || len(with) == len(other) && lastPlace(other, with) {
		claim, found = other, with
	}
	m, o, doubt := b.clash(claim, found)
	a, c := officeOf(m, x, y), officeOf(o, x, y)
	v := verdict.Verdict{
		Place: m.Place, Surface: m.Surface, Claimed: officeName(a), Found: officeName(c),
	}
	if doubt != "" {
		v.Status, v.Why = verdict.Undecided, doubt
		v.Message = fmt.Sprintf("%s is %s and %s: %s", m.Party.Surname, v.Claimed, v.Found, doubt)
	} else {
		v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
		v.Message = fmt.Sprintf("%q, but elsewhere %q: %s", m.Surface, o.Surface, why)
		v.Calculation = &verdict.Calculation{Relation: "one person, offices that exclude each other", Operands: []verdict.Operand{
			{Interval: v.Claimed, Place: &m.Place}, {Interval: v.Found, Place: &o.Place},
		}}
	}
	v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: "gives " + v.Found, Place: o.Place})
	for _, e := range found[:min(len(found), 6)] {
		if e != o {
			v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: "gives " + v.Found, Place: e.Place})
		}
	}
	return v
}

// under are the places that give the person an office.
func (b *bearer) under(o *fact.Office) []*fact.Mention {
	var out []*fact.Mention
	for _, m := range b.mentions {
		for i := range m.Party.Offices {
			if officeKey(&m.Party.Offices[i]) == officeKey(o) {
				out = append(out, m)
				break
			}
		}
	}
	return out
}

func lastPlace(a, b []*fact.Mention) bool {
	x, y := a[len(a)-1].Place, b[len(b)-1].Place
	return x.Doc > y.Doc || x.Doc == y.Doc && x.Span.Start > y.Span.Start
}

// Reasons why one person may be named with two offices.
const (
	bothAtOnce = "one place gives both offices"
	movedOn    = "the person is marked as coming, going or standing in"
)

// clash finds a place of each office that are of one time.
func (b *bearer) clash(claim, found []*fact.Mention) (m, o *fact.Mention, why string) {
	for _, m := range claim {
		for _, o := range found {
			if m == o || m.Doc == o.Doc && m.NameAt.Span == o.NameAt.Span {
				return m, o, bothAtOnce
			}
		}
	}
	if slices.ContainsFunc(b.mentions, func(m *fact.Mention) bool { return m.Turned || m.Party.Qualified() }) {
		return claim[0], found[0], movedOn
	}
	why = otherYears
	for _, m := range claim {
		for _, o := range found {
			if !oneMatter(m, o) && !sameFullName(m, o) || !live(m) || !live(o) {
				continue
			}
			switch meet(m, o) {
			case oneTime:
				return m, o, ""
			case apart:
				why = oneAfter
			}
		}
	}
	return claim[0], found[0], why
}

// officeOf is which of two offices a mention gives.
func officeOf(m *fact.Mention, x, y *fact.Office) *fact.Office {
	for i := range m.Party.Offices {
		if k := officeKey(&m.Party.Offices[i]); k == officeKey(x) || k == officeKey(y) {
			return &m.Party.Offices[i]
		}
	}
	return x
}

// officeName names an office with its body, where that is told.
func officeName(o *fact.Office) string {
	if o.OrgSurface != "" {
		return o.Surface + " (" + o.OrgSurface + ")"
	}
	return o.Surface
}
