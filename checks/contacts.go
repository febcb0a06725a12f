package checks

import (
	"slices"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/verdict"
)

// contacts compares claims about calls, meetings and visits with the entries
// that record them.
type contacts struct {
	of    []fact.CountOf
	judge func(*fact.Count, []*fact.Entry) (verdict.Verdict, bool)
}

// Needs counts and entries.
func (contacts) Needs() []fact.Kind { return []fact.Kind{fact.KindCount, fact.KindEntry} }

// Keys a claim by its counterpart where it names one, else by its actor; an
// entry by every party in it.
func (c contacts) Keys(f fact.Fact) []string {
	switch f := f.(type) {
	case *fact.Count:
		if f.Quoted || !slices.Contains(c.of, f.Of) || f.Actor == nil {
			return nil
		}
		if f.With != nil {
			return firstKey(f.With)
		}
		return firstKey(f.Actor)
	case *fact.Entry:
		if f.Quoted {
			return nil
		}
		var keys []string
		for _, k := range f.Contacts {
			for i := range k.Actors {
				keys = append(keys, partyKeys(&k.Actors[i])...)
			}
			for i := range k.With {
				keys = append(keys, partyKeys(&k.With[i])...)
			}
		}
		slices.Sort(keys)
		return slices.Compact(keys)
	}
	return nil
}

// partyKeys are the keys under which a party can be asked for: its surname,
// each office with and without its organisation, its group, its place.
func partyKeys(p *fact.Party) []string {
	var keys []string
	if p.Named() {
		keys = append(keys, "p/"+lexicon.Skeleton(p.Surname))
	}
	for _, o := range p.Offices {
		if o.Org != "" {
			keys = append(keys, "o/"+o.Title+"|"+o.Org)
		}
		keys = append(keys, "o/"+o.Title+"|")
	}
	if p.Group != "" {
		keys = append(keys, "g/"+p.Group)
	}
	if p.Place != "" {
		keys = append(keys, "w/"+p.Place)
	}
	return keys
}

func firstKey(p *fact.Party) []string {
	keys := partyKeys(p)
	return keys[:min(len(keys), 1)]
}

// Judge answers each claim with the entries that met it.
func (c contacts) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var entries []*fact.Entry
	for _, f := range facts {
		if e, ok := f.(*fact.Entry); ok {
			entries = append(entries, e)
		}
	}
	var out []verdict.Verdict
	for _, f := range facts {
		if claim, ok := f.(*fact.Count); ok {
			if v, ok := c.judge(claim, entries); ok {
				out = append(out, v)
			}
		}
	}
	return out
}

// fit tells how a recorded contact stands to a claim.
type fit int

const (
	unrelated fit = iota
	nearMiss
	mayCount
	counts
)

// match is one recorded contact with its fit.
type match struct {
	entry   *fact.Entry
	contact *fact.Contact
	fit     fit
	// why a near miss does not count.
	why string
	// other are the parties on the side that is not the claim's actor.
	other []fact.Party
}

// matchAll fits every contact of the entries to the claim.
func matchAll(claim *fact.Count, entries []*fact.Entry) []match {
	var out []match
	for _, e := range entries {
		for i := range e.Contacts {
			if m := matchContact(claim, e, &e.Contacts[i]); m.fit != unrelated {
				out = append(out, m)
			}
		}
	}
	return out
}

// matchContact fits one contact: who took part, of what kind it was, when.
func matchContact(claim *fact.Count, e *fact.Entry, k *fact.Contact) match {
	m := match{entry: e, contact: k, fit: counts, other: k.With}
	acts, with := findParty(claim.Actor, k.Actors), findParty(claim.With, k.With)
	unowned := false
	switch {
	case acts:
	case len(k.Actors) == 0 && k.Broad:
		// Both were there among others.
		acts = findParty(claim.Actor, k.With)
	case len(k.Actors) == 0:
		// The entry does not say who; it may have been the claim's actor.
		acts, unowned = with, with
	case findParty(claim.Actor, k.With):
		// A call has two ends: it is the same call told from the other.
		acts, with, m.other = true, findParty(claim.With, k.Actors), k.Actors
	}
	if claim.With == nil {
		with = true
	}
	switch {
	case !with, !acts && claim.With == nil:
		m.fit = unrelated
		return m
	case !acts:
		m.fit, m.why = nearMiss, actorNote(k)
		return m
	}
	m = m.refine(claim)
	if unowned && m.fit == counts {
		m.fit = mayCount
	}
	return m
}

// refine lowers the fit of a contact between the right parties by its kind,
// its time, and how directly they dealt with each other.
func (m match) refine(claim *fact.Count) match {
	strict, covered := covers(claim.Means, m.contact.Means)
	switch in := inWindow(claim.Window, m.entry); {
	case m.contact.Mentioned:
		m.fit = unrelated
		if claim.Of == fact.Existence {
			m.fit = counts
		}
	case m.contact.Planned:
		m.fit, m.why = nearMiss, "still to come"
	case !covered:
		m.fit, m.why = nearMiss, "a "+m.contact.Noun+", which the claim does not count"
	case in == outside:
		m.fit, m.why = nearMiss, "outside the time claimed"
	case m.contact.Broad || !strict || in == perhaps:
		m.fit = mayCount
	}
	return m
}

// covers tells whether the claimed means of contact take in the one
// recorded, certainly or perhaps. Who counts what was done by phone leaves
// out video links.
func covers(claimed []string, recorded string) (strict, broad bool) {
	means := make([]lexicon.Contact, len(claimed))
	for i, c := range claimed {
		if c == fact.ByPhone {
			if lexicon.Contact(recorded) == lexicon.Video {
				return false, false
			}
			c = string(lexicon.Call)
		}
		means[i] = lexicon.Contact(c)
	}
	return lexicon.CoversAny(means, lexicon.Contact(recorded))
}

func actorNote(k *fact.Contact) string {
	noun := k.Noun
	if noun == "" {
		noun = "contact"
	}
	for _, a := range k.Actors {
		if a.Surface != "" {
			return a.Surface + "'s " + noun
		}
	}
	return "another " + noun
}

// findParty reports whether p is among the parties.
func findParty(p *fact.Party, among []fact.Party) bool {
	if p == nil {
		return false
	}
	for i := range among {
		if sameParty(p, &among[i]) {
			return true
		}
	}
	return false
}

// sameParty reports whether two namings are of one party, as far as they
// tell. An office without a name fits whoever is named with that very office.
func sameParty(a, b *fact.Party) bool {
	switch {
	case a.Named() && b.Named():
		if !sameSurname(a.Surname, b.Surname) {
			return false
		}
		if a.Given != "" && b.Given != "" && compareGivens([]string{a.Given}, []string{b.Given}) == different {
			return false
		}
		return !rankApart(a, b)
	case a.Group != "" || b.Group != "":
		return a.Group == b.Group
	case a.Place != "" || b.Place != "":
		return a.Place == b.Place && len(a.Offices) == 0 && len(b.Offices) == 0
	}
	for _, x := range a.Offices {
		for _, y := range b.Offices {
			if x.Title == y.Title && x.Deputy == y.Deputy && (x.Org == y.Org || x.Org == "" || y.Org == "") {
				return true
			}
		}
	}
	return false
}

// rankApart tells a principal from a deputy of the same surname.
func rankApart(a, b *fact.Party) bool {
	if len(a.Offices) == 0 || len(b.Offices) == 0 {
		return false
	}
	for _, x := range a.Offices {
		for _, y := range b.Offices {
			if x.Deputy == y.Deputy {
				return false
			}
		}
	}
	return true
}

// within is the answer to "does the entry fall in the window?".
type within int

const (
	inside within = iota
	perhaps
	outside
)

// inWindow places an entry in a claim's time. A vague time ("in recent
// weeks") takes in whatever the list records.
func inWindow(w fact.Window, e *fact.Entry) within {
	if w.Weekday != 0 {
		if !e.HasDate || e.Date.From.Year == 0 {
			return perhaps
		}
		if calendar.Weekday(e.Date.From) == w.Weekday {
			return inside
		}
		return outside
	}
	if !w.Stated || !w.Exact && w.From.Month == 0 {
		return inside
	}
	if !e.HasDate || e.Date.From.Month == 0 {
		return perhaps
	}
	if w.From.Year == 0 {
		return inMonths(w, e)
	}
	if !w.Exact {
		return inVague(w, e)
	}
	if e.Date.From.Year == 0 {
		return perhaps
	}
	from, to := calendar.DayNumber(e.Date.From), calendar.DayNumber(e.Date.To)
	lo, hi := calendar.DayNumber(w.From), calendar.DayNumber(w.To)
	switch {
	case from >= lo && to <= hi:
		return inside
	case to < lo || from > hi:
		return outside
	}
	return perhaps
}

// inVague places an entry in a time that is known only roughly: what lies
// beyond its generous bounds may count and does not certainly do.
func inVague(w fact.Window, e *fact.Entry) within {
	if e.Date.From.Year == 0 || w.To.Month == 0 {
		return inside
	}
	if calendar.DayNumber(e.Date.To) < calendar.DayNumber(w.From) || calendar.DayNumber(e.Date.From) > calendar.DayNumber(w.To) {
		return perhaps
	}
	return inside
}

// inMonths places an entry in a window that names months of no stated year:
// those of the year that the list is of.
func inMonths(w fact.Window, e *fact.Entry) within {
	switch m := e.Date.From.Month; {
	case w.From.Month == 0 || w.To.Month == 0:
		return perhaps
	case w.From.Month <= w.To.Month && m >= w.From.Month && m <= w.To.Month,
		w.From.Month > w.To.Month && (m >= w.From.Month || m <= w.To.Month):
		return inside
	}
	return outside
}
