package checks

import (
	"fmt"
	"slices"
	"strings"
	"time"

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
	if params.Of != "office-holder" {
		return nil, fmt.Errorf("of: %q (there is: office-holder)", params.Of)
	}
	return agree{}, nil
}

// Needs mentions.
func (agree) Needs() []fact.Kind { return []fact.Kind{fact.KindMention} }

// Keys a mention by each single-holder office that it names with its
// organisation.
func (agree) Keys(f fact.Fact) []string {
	m := f.(*fact.Mention)
	if m.Quoted || !m.Party.Named() {
		return nil
	}
	var keys []string
	for _, o := range m.Party.Offices {
		if o.Single && !o.Deputy && o.Org != "" {
			keys = append(keys, o.Title+"|"+o.Org)
		}
	}
	return slices.Compact(keys)
}

// holder is one person under the office, with the places that say so.
type holder struct {
	name     string
	mentions []*fact.Mention
	// moved tells that some place marks the person's tenure as beginning,
	// ending or standing in for another ("then-", "former", "acting").
	moved bool
}

// Judge groups the mentions by person. Two persons who both hold the office,
// neither marked as coming or going, at times that may be the same, conflict.
func (agree) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	holders := groupHolders(facts)
	var out []verdict.Verdict
	if len(holders) == 1 {
		return sameHolder(key, holders[0])
	}
	for i, a := range holders {
		for _, b := range holders[i+1:] {
			if v, ok := judgeHolders(key, a, b); ok {
				out = append(out, v)
			}
		}
	}
	return out
}

func groupHolders(facts []fact.Fact) []*holder {
	var holders []*holder
	for _, f := range facts {
		m := f.(*fact.Mention)
		h := findHolder(holders, &m.Party)
		if h == nil {
			h = &holder{name: m.Party.Surname}
			holders = append(holders, h)
		}
		h.mentions = append(h.mentions, m)
		h.moved = h.moved || m.Party.Qualified() || m.PastTime
	}
	return holders
}

// findHolder finds the person: the same surname in any spelling, given names
// that do not exclude each other.
func findHolder(holders []*holder, p *fact.Party) *holder {
	for _, h := range holders {
		if sameSurname(h.name, p.Surname) {
			return h
		}
	}
	return nil
}

// sameSurname is generous: what may be a spelling of one name is not taken
// for two persons. A garbled letter ('?') fits any letter.
func sameSurname(a, b string) bool {
	x, y := lexicon.FoldName(a), lexicon.FoldName(b)
	if x == y || lexicon.Skeleton(a) == lexicon.Skeleton(b) {
		return true
	}
	if near, _ := lexicon.Near(a, b); near {
		return true
	}
	if strings.ContainsRune(a, '?') || strings.ContainsRune(b, '?') {
		return fitsPattern(a, b) || fitsPattern(b, a)
	}
	return strings.HasSuffix(x, " "+y) || strings.HasSuffix(y, " "+x)
}

// sameHolder is the verdict for an office with one holder named in several
// places: it agrees. A single place proves nothing and makes no verdict.
func sameHolder(key string, h *holder) []verdict.Verdict {
	if len(h.mentions) < 2 {
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
	m, o := claim.mentions[0], other.mentions[0]
	v := verdict.Verdict{
		Place: m.Place, Surface: m.Surface, Claimed: m.Party.Surname, Found: o.Party.Surname, Differ: false,
	}
	why := mayFollow(claim, other)
	if why != "" {
		v.Status, v.Why = verdict.Undecided, why
		v.Message = fmt.Sprintf("%s and %s are both %s: %s", claim.name, other.name, officeWords(key, m), why)
	} else {
		v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
		v.Message = fmt.Sprintf("%q, but elsewhere %s is %q", m.Surface, officeWords(key, m), o.Surface)
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
	}
	for _, x := range other.mentions[:min(len(other.mentions), 6)] {
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: "names " + x.Party.Surname, Place: x.Place})
	}
	return v, true
}

// later orders two holders of equally many mentions by their last mention.
func later(a, b *holder) bool {
	x, y := a.mentions[len(a.mentions)-1].Place, b.mentions[len(b.mentions)-1].Place
	return x.Doc > y.Doc || x.Doc == y.Doc && x.Span.Start > y.Span.Start
}

// mayFollow gives the reason why two persons may both have held the office:
// one after the other. It is empty where no allowed reading explains both.
func mayFollow(a, b *holder) string {
	if a.moved || b.moved {
		return "one of them is marked as coming, going or standing in"
	}
	if far(a, b) {
		return "the documents speak of different years"
	}
	if ordered(a, b) || ordered(b, a) {
		return "one may have followed the other"
	}
	return ""
}

// far reports whether the documents speak of so many years that holders of an
// office naturally change in them. Two dated documents of the same weeks that
// speak in the present are no such case, whatever years they mention.
func far(a, b *holder) bool {
	if contemporary(a, b) {
		return false
	}
	const lifetime = 3 // years; shorter than most terms of office
	lo, hi := 0, 0
	for _, h := range []*holder{a, b} {
		for _, m := range h.mentions {
			if m.FirstYear != 0 && (lo == 0 || m.FirstYear < lo) {
				lo = m.FirstYear
			}
			hi = max(hi, m.LastYear)
		}
	}
	return lo != 0 && hi-lo > lifetime
}

// weeksApart is how far apart, in days, two documents may be dated and still
// speak of the same holders.
const weeksApart = 31

// contemporary reports whether a mention of one person and a mention of the
// other stand in different documents that are dated close to each other,
// neither of them about another time.
func contemporary(a, b *holder) bool {
	for _, m := range a.mentions {
		for _, o := range b.mentions {
			if m.Doc != o.Doc && m.From == "" && o.From == "" && daysBetween(m.Published, o.Published) <= weeksApart {
				return true
			}
		}
	}
	return false
}

// daysBetween is the distance of two days YYYY-MM-DD; a large number where
// one is not known to the day.
func daysBetween(a, b string) int {
	const long = 1 << 20
	x, err := time.Parse(time.DateOnly, a)
	if err != nil {
		return long
	}
	y, err := time.Parse(time.DateOnly, b)
	if err != nil {
		return long
	}
	d := int(x.Sub(y).Hours() / 24)
	return max(d, -d)
}

// ordered reports whether all of a's mentions come before all of b's, so that
// one may have followed the other. What the text around a mention does not
// date is dated by its document, if that is another one than where the other
// person is named; within one document its date tells nothing about the
// order, and documents of the same weeks speak of the same holders.
func ordered(a, b *holder) bool {
	var end string
	stated := true
	for _, m := range a.mentions {
		_, last := timeOf(m, b)
		if last == "" {
			return false
		}
		end, stated = max(end, last), stated && m.From != ""
	}
	begin := ""
	for _, m := range b.mentions {
		first, _ := timeOf(m, a)
		if first == "" || first <= end {
			return false
		}
		if begin == "" || first < begin {
			begin = first
		}
		stated = stated && m.From != ""
	}
	return stated || daysBetween(begin, end) > weeksApart
}

// timeOf dates a mention; the text order of YYYY-MM-DD is time order.
func timeOf(m *fact.Mention, other *holder) (first, last string) {
	if m.From != "" {
		return m.From, m.To
	}
	for _, o := range other.mentions {
		if o.Doc == m.Doc {
			return "", ""
		}
	}
	return m.Published, m.Published
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
