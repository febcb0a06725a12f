package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/verdict"
)

// agree compares what different places say of one thing. For offices: who
// holds an office that only one person holds at a time.
type agree struct{}

func newAgree(p Params) (Check, error) {
	var params struct {
		Of string `yaml:"of"`
	}
	if err := p.Decode(&params); err != nil {
		return nil, err
	}
	switch params.Of {
	case "date":
		return happenings{}, nil
	case "duplicates":
		return duplicates{}, nil
	case "given-name":
		return givenNames{}, nil
	case "office-holder":
		return agree{}, nil
	case "record":
		return unsupported{}, nil
	case "title":
		return titles{}, nil
	case "value":
		return statedValues{}, nil
	}
	return nil, fmt.Errorf("of: %q (there are: date, duplicates, given-name, office-holder, record, title, value)", params.Of)
}

// Needs mentions.
func (agree) Needs() []fact.Kind { return []fact.Kind{fact.KindMention} }

// Keys a mention by each single-holder office that it names: with its
// organisation, with the words of the organisation's name, and with the
// people of the document, by whom documents that leave the organisation out
// are known to speak of the same one.
func (agree) Keys(f fact.Fact) []string {
	m := f.(*fact.Mention)
	if m.Quoted || !m.Party.Named() {
		return nil
	}
	var keys []string
	for i := range m.Party.Offices {
		if o := &m.Party.Offices[i]; o.Single && !o.Deputy {
			keys = append(keys, officeKeys(o, m.Cast)...)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// holder is one person under the office of one organisation, with the places
// that say so.
type holder struct {
	name     string
	surname  surname
	orgWords []string    // of the office
	names    []nameWords // the names under which mentions have the person
	loose    []string    // keys, made when first asked for
	office   *fact.Office
	mentions []*fact.Mention
	// moved tells that some place marks the person's tenure as beginning,
	// ending or standing in for another ("then-", "former", "acting",
	// "elected").
	moved bool
}

// Judge groups the mentions by person. Two persons who both hold the office,
// neither marked as coming or going, at times that may be the same, conflict;
// so do a person and another's time in office.
func (agree) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	if !exactKey(key) {
		return judgeLoose(key, facts)
	}
	holders := groupHolders(key, facts)
	out := inTheirTerms(key, holders)
	if len(holders) == 1 && len(out) == 0 {
		return sameHolder(key, holders[0])
	}
	for i, a := range holders {
		for _, b := range holders[i+1:] {
			if genericOrg(a.office.Org) && !sharePeople(a, b) {
				continue
			}
			if v, ok := judgeHolders(key, a, b); ok {
				out = append(out, v)
			}
		}
	}
	return out
}

// judgeLoose judges the pairs that meet under a looser key only: those who
// hold the office of what the text names in two ways.
func judgeLoose(key string, facts []fact.Fact) []verdict.Verdict {
	if !looselyNamed(key, facts) {
		return nil
	}
	holders := groupHolders(key, facts)
	var out []verdict.Verdict
	for i, a := range holders {
		for _, b := range holders[i+1:] {
			if a.office.Org == b.office.Org && a.office.Org != "" || !sameOrg(a, b, holders) || a.surname.like(&b.surname) || firstLooseKey(a, b) != key {
				continue
			}
			if v, ok := judgeHolders(officeKey(a.office), a, b); ok && v.Status == verdict.Conflicts {
				out = append(out, v)
			}
		}
	}
	return out
}

// mostHolders bounds the persons under one office that are compared.
const mostHolders = 200

func groupHolders(key string, facts []fact.Fact) []*holder {
	var holders []*holder
	at := map[string]*holder{} // whom a party's very words were found to be
	for _, f := range facts {
		if len(holders) > mostHolders {
			break // an office of so many is not one person's, whatever it is called
		}
		m := f.(*fact.Mention)
		o := officeUnder(key, m)
		words := o.Org + "|" + m.Party.Given + "|" + m.Party.Surname
		h := at[words]
		if h == nil {
			h = findHolder(holders, &m.Party, o)
		}
		if h == nil {
			h = &holder{name: m.Party.Surname, surname: surnameOf(m.Party.Surname), office: o, orgWords: orgWords(o)}
			holders = append(holders, h)
		}
		if at[words] == nil {
			at[words] = h
			h.names = append(h.names, wordsOf(&m.Party))
		}
		h.mentions = append(h.mentions, m)
		h.moved = h.moved || m.Party.Qualified() || m.Turned
	}
	return holders
}

// findHolder finds the person: the same surname in any spelling, given names
// that do not exclude each other.
func findHolder(holders []*holder, p *fact.Party, o *fact.Office) *holder {
	name, words := surnameOf(p.Surname), wordsOf(p)
	for _, h := range holders {
		if h.office.Org == o.Org && (h.surname.like(&name) || h.marriedAs(p) || h.mayBe(words)) {
			return h
		}
	}
	return nil
}

// looselyNamed reports whether some of those who meet under a person's key
// hold an office whose body is not named, or by a noun only. Others meet under
// the words of their bodies' names.
func looselyNamed(key string, facts []fact.Fact) bool {
	if !strings.Contains(key, "|@") {
		return true
	}
	return slices.ContainsFunc(facts, func(f fact.Fact) bool {
		o := officeUnder(key, f.(*fact.Mention))
		return o.Org == "" || genericOrg(o.Org)
	})
}

// nameWords are the words of a name in full, folded, and how many of the last
// are the surname's.
type nameWords struct {
	words   []string
	surname int
}

func wordsOf(p *fact.Party) nameWords {
	words := strings.FieldsFunc(p.Given, isJoint)
	n := len(words)
	words = append(words, strings.FieldsFunc(p.Surname, isJoint)...)
	for i := range words {
		words[i] = lexicon.FoldName(words[i])
	}
	return nameWords{words, len(words) - n}
}

// mayBe reports whether a holder goes by a name that is part of p's full name,
// or p by one of the holder's: surnames come first in many languages, and
// many people have two.
func (h *holder) mayBe(p nameWords) bool {
	return slices.ContainsFunc(h.names, func(n nameWords) bool { return p.holds(n) || n.holds(p) })
}

// holds reports whether all words of o's surname are among n's words.
func (n nameWords) holds(o nameWords) bool {
	for _, w := range o.words[len(o.words)-o.surname:] {
		if !slices.Contains(n.words, w) {
			return false
		}
	}
	return o.surname > 0
}

// inOneSentence reports whether one sentence names both: nobody meets, succeeds
// or greets another holder of an office that one person holds, so it is an
// office of many, or there are two of them.
func inOneSentence(a, b *holder) bool {
	with := func(x, y *holder) bool {
		return slices.ContainsFunc(x.mentions, func(m *fact.Mention) bool { return slices.Contains(m.With, y.name) })
	}
	return with(a, b) || with(b, a)
}

// marriedAs reports whether a person has the holder's given name and a double
// surname that holds the holder's, or the other way round.
func (h *holder) marriedAs(p *fact.Party) bool {
	return slices.ContainsFunc(h.mentions, func(m *fact.Mention) bool {
		if m.Party.Given == "" || !strings.Contains(m.Party.Surname, p.Surname) && !strings.Contains(p.Surname, m.Party.Surname) {
			return false
		}
		joined := slices.Contains(strings.FieldsFunc(m.Party.Surname, isJoint), p.Surname) || slices.Contains(strings.FieldsFunc(p.Surname, isJoint), m.Party.Surname)
		return joined && sameGiven(m.Party.Given, p.Given)
	})
}

func isJoint(r rune) bool { return r == '-' || r == ' ' || r == '‑' }

// sharedGiven reports whether two holders go by one given name: then it is
// likelier one person who changed the surname.
func sharedGiven(a, b *holder) bool {
	for _, m := range a.mentions {
		for _, o := range b.mentions {
			if x, y := m.Party.Given, o.Party.Given; x != "" && y != "" && !initial(x) && !initial(y) && sameGiven(x, y) {
				return true
			}
		}
	}
	return false
}

// sameHolder is the verdict for an office with one holder named in several
// places: it agrees. A single place proves nothing and makes no verdict.
func sameHolder(key string, h *holder) []verdict.Verdict {
	if len(h.mentions) < 2 || slices.ContainsFunc(h.mentions, listed) {
		return nil
	}
	first := h.mentions[0]
	v := verdict.Verdict{
		Status: verdict.Agrees, Place: first.Place, Surface: first.Surface,
		Claimed: h.name, Found: h.name,
		Message: fmt.Sprintf("%s is %s in all %d places", h.name, officeWords(key, first), len(h.mentions)),
	}
	for _, m := range h.mentions[1:min(len(h.mentions), 6)] {
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Defines, Note: "the same holder", Place: m.Place})
	}
	return []verdict.Verdict{v}
}

// judgeHolders compares two persons under one office.
func judgeHolders(key string, a, b *holder) (verdict.Verdict, bool) {
	claim, other := a, b
	if len(a.mentions) > len(b.mentions) || len(a.mentions) == len(b.mentions) && later(b, a) {
		claim, other = b, a
	}
	m, o, why := clash(claim, other)
	if why == "" && inOneSentence(claim, other) {
		why = "one sentence names them side by side"
	}
	v := verdict.Verdict{
		Place: m.Place, Surface: m.Surface, Claimed: m.Party.Surname, Found: o.Party.Surname, Differ: false,
	}
	if why != "" {
		v.Status, v.Why = verdict.Undecided, why
		v.Message = fmt.Sprintf("%s and %s are both %s: %s", claim.name, other.name, officeWords(key, m), why)
	} else {
		v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
		v.Message = fmt.Sprintf("%q%s, but elsewhere %s is %q%s", m.Surface, termWords(m, o), officeWords(key, m), o.Surface, termWords(o, m))
		if shared := sharedParties(claim, other); len(shared) > 0 {
			v.Message += fmt.Sprintf("; both places also name %s", strings.Join(shared, " and "))
		}
		v.Calculation = &verdict.Calculation{Relation: "one office, one holder at a time", Operands: []verdict.Operand{
			{Interval: m.Party.Surname, Place: &m.Place}, {Interval: o.Party.Surname, Place: &o.Place},
		}}
		v.Suggestions = []verdict.Suggestion{
			{Text: o.Party.Surname, Place: m.NameAt, Confidence: "low"},
			{Text: m.Party.Surname, Place: o.NameAt, Confidence: "low"},
		}
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: "names " + o.Party.Surname, Place: o.Place})
	}
	for _, x := range other.mentions[:min(len(other.mentions), 6)] {
		if x == o && why == "" || listed(x) {
			continue // a term in a register is of its own time
		}
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: "names " + x.Party.Surname, Place: x.Place})
	}
	return v, true
}

// later orders two holders of equally many mentions by their last mention.
func later(a, b *holder) bool {
	x, y := a.mentions[len(a.mentions)-1].Place, b.mentions[len(b.mentions)-1].Place
	return x.Doc > y.Doc || x.Doc == y.Doc && x.Span.Start > y.Span.Start
}

// sharedParties lists who else is named beside both.
func sharedParties(a, b *holder) []string {
	const looked = 20 // mentions of each; a few tell whether the places are about one event
	var shared []string
	for _, m := range a.mentions[:min(len(a.mentions), looked)] {
		for _, o := range b.mentions[:min(len(b.mentions), looked)] {
			for _, w := range m.With {
				if slices.Contains(o.With, w) && !slices.Contains(shared, w) {
					shared = append(shared, w)
				}
			}
		}
	}
	slices.Sort(shared)
	return shared[:min(len(shared), 3)]
}

// officeWords names the office as a person would.
func officeWords(key string, m *fact.Mention) string {
	title, _, _ := strings.Cut(key, "|")
	for _, o := range m.Party.Offices {
		if o.Title+"|"+o.Org == key {
			if o.OrgSurface != "" {
				return fmt.Sprintf("%s (%s)", o.Surface, o.OrgSurface)
			}
			return o.Surface
		}
	}
	return title
}
