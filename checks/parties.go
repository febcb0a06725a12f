package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/verdict"
)

// judgeParties answers a claim about how many different parties there were.
func judgeParties(claim *fact.Count, entries []*fact.Entry) (verdict.Verdict, bool) {
	matches := matchAll(claim, entries)
	c := collect(claim, matches)
	t := c.tally(claim)
	v := verdict.Verdict{
		Place: claim.Place, Surface: claim.Surface,
		Claimed: claim.Quantity.Interval.Short(), Found: t.String(),
		Evidence: c.evidence, Calculation: t.calculation(claim, "different ones listed"),
	}
	switch why := undecidable(claim, matches, t); {
	case why != "":
		return undecided(v, why), true
	case c.opaque && t.compare(claim.Quantity.Interval) != moreListed:
		return undecided(v, "the list does not tell who all of them are"), true
	}
	return settle(v, claim, matches, t), true
}

// collection gathers the different parties that the entries name.
type collection struct {
	seen     []string      // identities that certainly count
	parties  []*fact.Party // of those seen
	maybe    []string      // identities that may count
	groups   []*fact.Party // each once, by what it is called
	open     bool          // a group of unknown size is among them
	opaque   bool          // a party is named without saying what it is
	evidence []verdict.Evidence
}

func (c *collection) tally(claim *fact.Count) tally {
	broadOnly := 0
	for _, id := range c.maybe {
		if !slices.Contains(c.seen, id) {
			broadOnly++
		}
	}
	strict, broad := c.ofGroups(lexicon.NounOf(claim.Noun) == lexicon.PlaceNoun)
	t := tally{strict: len(c.seen) + strict, broad: len(c.seen) + broad + broadOnly, open: c.open}
	noun := claim.Noun
	if noun == "" {
		noun = "party"
	}
	t.words = fmt.Sprintf("%s different %s", t.String(), noun)
	return t
}

// ofGroups tells how many the groups add to those named one by one, at least
// and at most. A country's minister in a group of ministers may be one who is
// also named; where countries are counted it certainly is.
func (c *collection) ofGroups(places bool) (strict, broad int) {
	var codes []string
	nameless := 0 // the largest group of which only the size is known
	for _, g := range c.groups {
		if len(g.Members) == 0 {
			nameless = max(nameless, g.Size)
			broad += g.Size
			continue
		}
		for _, code := range g.Members {
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	for _, code := range codes {
		named := slices.ContainsFunc(c.parties, func(p *fact.Party) bool { return placeOf(p) == code })
		if !named {
			strict++
		}
		if !named || !places {
			broad++
		}
	}
	// Those of whom only the number is known may all be among the others.
	if more := nameless - strict - len(c.seen); more > 0 {
		strict += more
	}
	return strict, broad
}

func collect(claim *fact.Count, matches []match) *collection {
	c := &collection{}
	portfolio := actorClasses(claim, matches)
	for _, m := range matches {
		if m.fit < mayCount {
			continue
		}
		c.opaque = c.opaque || m.contact.Unnamed != ""
		for i := range m.other {
			c.add(claim, m, &m.other[i], portfolio)
		}
	}
	return c
}

// add places one party: it counts, may count, or nearly counts.
func (c *collection) add(claim *fact.Count, m match, p *fact.Party, portfolio []string) {
	if p.Group != "" {
		c.addGroup(m, p)
		return
	}
	id, ok := identity(claim, p)
	if !ok {
		c.opaque = c.opaque || p.Surname == "" && p.Place == ""
		return
	}
	strict, broad, why := asked(claim, p, portfolio)
	e := verdict.Evidence{Role: verdict.Counted, Note: p.Surface, Place: m.entry.Place}
	switch {
	case strict && m.fit == counts:
		if slices.Contains(c.seen, id) {
			return
		}
		c.seen, c.parties = append(c.seen, id), append(c.parties, p)
	case broad:
		if slices.Contains(c.maybe, id) || slices.Contains(c.seen, id) {
			return
		}
		c.maybe = append(c.maybe, id)
		e.Note = "may count: " + p.Surface
	case why != "":
		e.Role, e.Note = verdict.NearMiss, p.Surface+": "+why
	default:
		return
	}
	c.evidence = append(c.evidence, e)
}

func (c *collection) addGroup(m match, p *fact.Party) {
	c.evidence = append(c.evidence, verdict.Evidence{Role: verdict.Counted, Note: groupNote(p), Place: m.entry.Place})
	switch {
	case p.Size == 0:
		c.open = true
	case !slices.ContainsFunc(c.groups, func(g *fact.Party) bool { return g.Group == p.Group }):
		c.groups = append(c.groups, p)
	}
}

func groupNote(p *fact.Party) string {
	if p.Size == 0 {
		return p.Surface + ": a group of unknown size"
	}
	return fmt.Sprintf("%s: %d", p.Surface, p.Size)
}

// identity is what makes a party different from others for this claim: the
// country where countries are counted, the person where persons are.
func identity(claim *fact.Count, p *fact.Party) (string, bool) {
	switch lexicon.NounOf(claim.Noun) {
	case lexicon.PlaceNoun:
		code := placeOf(p)
		return "place/" + code, code != ""
	case lexicon.PersonNoun:
		if p.Named() {
			return "person/" + lexicon.Skeleton(p.Surname), true
		}
		for _, o := range p.Offices {
			if o.Org != "" {
				return "office/" + o.Title + "|" + o.Org, true
			}
		}
	}
	return "", false
}

func placeOf(p *fact.Party) string {
	if p.Place != "" {
		return p.Place
	}
	for _, o := range p.Offices {
		if o.Org != "" {
			return o.Org
		}
	}
	return ""
}

// asked tells whether a party is of the kind that the claim counts. why is
// set for one that nearly is.
func asked(claim *fact.Count, p *fact.Party, portfolio []string) (strict, broad bool, why string) {
	inStrict, inBroad, region := inRegions(claim, p)
	isStrict, isBroad := ofClass(claim, p, portfolio)
	switch {
	case !isBroad:
		return false, false, ""
	case !inBroad:
		return false, false, "not " + region
	}
	return inStrict && isStrict, true, ""
}

// inRegions applies the claim's filter words that name a region or a country.
func inRegions(claim *fact.Count, p *fact.Party) (strict, broad bool, region string) {
	strict, broad = true, true
	for _, w := range claim.Filter {
		lower := strings.ToLower(w)
		if !lexicon.IsRegion(lower) {
			continue
		}
		region = w
		code := placeOf(p)
		if code == "" {
			strict = false
			continue
		}
		s, b := lexicon.InRegion(code, lower)
		strict, broad = strict && s, broad && b
	}
	return strict, broad, region
}

// ofClass tells whether a party answers to the counted noun: leaders,
// foreign ministers, counterparts (holders of the actor's own portfolio).
func ofClass(claim *fact.Count, p *fact.Party, portfolio []string) (strict, broad bool) {
	if lexicon.NounOf(claim.Noun) == lexicon.PlaceNoun {
		return true, true
	}
	want := lexicon.Singular(claim.Noun)
	switch want {
	case "person", "people", "official", "man", "woman", "partner", "interlocutor":
		return true, true
	case "counterpart", "colleague":
		if len(portfolio) == 0 {
			return true, true
		}
		return hasClass(p, portfolio...), hasClass(p, portfolio...)
	}
	for i := len(claim.Filter) - 1; i >= 0; i-- {
		if w := strings.ToLower(claim.Filter[i]); narrows(w) {
			want = w + " " + want
			break
		}
	}
	ok := hasClass(p, want)
	// The head of a body that is no state is a leader on a broad reading.
	return ok && !(want == "leader" && ofBody(p)), ok
}

// narrows reports whether a word before the counted noun narrows its class
// ("foreign ministers") rather than saying how many, whose or where from.
func narrows(w string) bool {
	switch w {
	case "different", "separate", "distinct", "other", "of", "his", "her", "their", "its", "our", "my", "senior", "top", "world", "key", "various", "individual", "fellow":
		return false
	}
	if lexicon.IsRegion(w) {
		return false
	}
	_, place := lexicon.LookupPlace(w)
	return !place
}

func hasClass(p *fact.Party, classes ...string) bool {
	for _, o := range p.Offices {
		for _, c := range classes {
			if slices.Contains(o.Classes, c) {
				return true
			}
		}
	}
	return false
}

func ofBody(p *fact.Party) bool {
	for _, o := range p.Offices {
		if pl, ok := lexicon.PlaceOf(o.Org); ok && pl.Kind == lexicon.Body {
			return true
		}
	}
	return false
}

// actorClasses are the narrow classes of the actor's office, by which his
// counterparts are known: a defence minister's are defence ministers.
func actorClasses(claim *fact.Count, matches []match) []string {
	var out []string
	take := func(p *fact.Party) {
		for _, o := range p.Offices {
			for _, c := range o.Classes {
				if strings.Contains(c, " ") && !slices.Contains(out, c) {
					out = append(out, c)
				}
			}
		}
	}
	take(claim.Actor)
	for _, m := range matches {
		for i := range m.contact.Actors {
			if m.fit >= mayCount && sameParty(claim.Actor, &m.contact.Actors[i]) {
				take(&m.contact.Actors[i])
			}
		}
	}
	return out
}
