package checks

import (
	"fmt"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/verdict"
)

// givenNames compares the given names under which documents name the one person
// who has a role and a surname.
type givenNames struct{}

// Needs mentions, and full names to tell namesakes apart.
func (givenNames) Needs() []fact.Kind {
	return []fact.Kind{fact.KindMention, fact.KindFullName, fact.KindKin}
}

// Keys by surname, and relatives by whose they are.
func (givenNames) Keys(f fact.Fact) []string {
	switch f := f.(type) {
	case *fact.Mention:
		if !f.Quoted && f.Party.Given != "" && len(f.Party.Offices) > 0 {
			return []string{personKey(f.Party.Surname)}
		}
	case *fact.FullName:
		if f.Like == "" && f.Sure && len(f.Words) > 1 {
			return []string{personKey(f.Surname())}
		}
	case *fact.Kin:
		if !f.Quoted {
			return []string{"kin|" + lexicon.FoldName(f.Of)}
		}
	}
	return nil
}

// Judge compares the given names of one role and surname, or of one person's
// relatives.
func (givenNames) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	if strings.HasPrefix(key, "kin|") {
		return judgeKin(facts)
	}
	ms, ns := personFacts(facts)
	var out []verdict.Verdict
	type pair struct{ a, b string }
	done := map[pair]bool{}
	ms, ns = ms[:min(len(ms), mostCompared)], ns[:min(len(ns), mostOfSurname)]
	for i, m := range ms {
		for _, o := range ms[i+1:] {
			p := pair{m.Party.Given, o.Party.Given}
			if done[p] || done[pair{p.b, p.a}] || givenFits(p.a, p.b) && !twoForms(p.a, p.b) || !givenKnown(m) && !givenKnown(o) {
				continue
			}
			x := oneRole(m, o)
			if x == nil || !oneMatter(m, o) {
				continue
			}
			done[p] = true
			out = append(out, givenVerdict(m, o, x, ms, ns))
		}
	}
	if len(out) == 0 {
		return agreeGivens(ms)
	}
	return out
}

// twoForms reports whether two given names are forms of one that nobody uses
// for the same person: Anna and Hanna, Catherine and Katherine, Stephen and
// Steven. Short and familiar forms are no such.
func twoForms(a, b string) bool {
	xs, ys := givenParts(a), givenParts(b)
	if len(xs) != 1 || len(ys) != 1 {
		return false
	}
	if spelledTwice(xs[0], ys[0]) {
		return true
	}
	x, y := lexicon.FoldName(xs[0]), lexicon.FoldName(ys[0])
	if len(x) > len(y) {
		x, y = y, x
	}
	fa, ma := lexicon.GivenName(x)
	fb, mb := lexicon.GivenName(y)
	return len(x) >= 4 && len(y)-len(x) <= 1 && x[0] != y[0] && (strings.HasSuffix(y, x[1:]) || strings.HasSuffix(y, x)) && (fa || ma) && (fb || mb)
}

// person reports whether a mention's given name is one that a list knows: a
// capitalised word behind a title may be anything.
func givenKnown(m *fact.Mention) bool {
	parts := givenParts(m.Party.Given)
	return len(parts) > 0 && lexicon.AnyGiven(parts[0])
}

// oneRole finds an office that both mentions give: of one body, and such that
// two of one surname hardly have it side by side.
func oneRole(m, o *fact.Mention) *fact.Office {
	for i := range m.Party.Offices {
		for j := range o.Party.Offices {
			x, y := &m.Party.Offices[i], &o.Party.Offices[j]
			if x.Title == y.Title && (x.Org == y.Org || x.Org == "" || y.Org == "" || genericOrg(x.Org) || genericOrg(y.Org)) && (x.Single && !x.Deputy || rareRole(x.Title)) {
				return x
			}
		}
	}
	return nil
}

// rareRole lists roles that several may have, of whom two with one surname
// are rare.
func rareRole(t string) bool {
	switch t {
	case "minister", "secretary", "chair", "coach", "editor", "manager", "director", "principal", "dean", "conductor", "librarian", "clerk", "ambassador", "bishop", "spokesperson", "deputy-prime-minister", "deputy-mayor", "vice-president", "managing-director":
		return true
	}
	return strings.HasPrefix(t, "portfolio:") || strings.Contains(t, ":")
}

// Reasons why two given names may be right.
const (
	twoNamed   = "one document names both, and may mean two people"
	likeSlips  = "the given names are spellings of one, which name-variant compares"
	otherTimes = "the documents may speak of different times"
)

func givenVerdict(m, o *fact.Mention, office *fact.Office, ms []*fact.Mention, ns []*fact.FullName) verdict.Verdict {
	claim, found := m, o
	if n, k := givenUses(m, ms, ns), givenUses(o, ms, ns); n > k || n == k && standsBefore(m, o) {
		claim, found = o, m
	}
	v := verdict.Verdict{
		Place: claim.Place, Surface: claim.Surface, Claimed: fullForm(claim), Found: fullForm(found), Differ: true,
	}
	v.Evidence = []verdict.Evidence{{Role: verdict.Contradicts, Note: "names " + v.Found, Place: found.Place}}
	if why := givenDoubt(claim, found, ms, ns); why != "" {
		v.Status, v.Why, v.Differ = verdict.Undecided, why, false
		v.Message = fmt.Sprintf("%s and %s are both %s: %s", v.Claimed, v.Found, office.Surface, why)
		return v
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	if twoForms(claim.Party.Given, found.Party.Given) {
		v.Grade = verdict.Gap
	}
	v.Message = fmt.Sprintf("%q, but elsewhere %q: one role and surname with two given names", claim.Surface, found.Surface)
	v.Calculation = &verdict.Calculation{Relation: "one role and surname, one given name", Operands: []verdict.Operand{
		{Interval: v.Claimed, Place: &claim.Place}, {Interval: v.Found, Place: &found.Place},
	}}
	v.Suggestions = []verdict.Suggestion{
		{Text: strings.Replace(claim.Surface, claim.Party.Given, found.Party.Given, 1), Place: claim.Place, Confidence: "low"},
		{Text: strings.Replace(found.Surface, found.Party.Given, claim.Party.Given, 1), Place: found.Place, Confidence: "low"},
	}
	return v
}

// givenDoubt tells why two given names may both be right.
func givenDoubt(m, o *fact.Mention, ms []*fact.Mention, ns []*fact.FullName) string {
	switch {
	case nearGiven(m.Party.Given, o.Party.Given):
		return likeSlips
	case m.Turned || o.Turned || m.Party.Qualified() || o.Party.Qualified():
		return markedMoved
	case !live(m) || !live(o) || meet(m, o) != oneTime:
		return otherTimes
	case bothNamed(m, o, ns):
		return twoNamed
	}
	return ""
}

// nearGiven reports whether two given names differ as slips do.
func nearGiven(a, b string) bool {
	x, y := givenParts(a), givenParts(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	return likeWord(x[0], y[0], false) == nearWord
}

// bothNamed reports whether the text itself tells the two apart: it remarks
// on them, or names them side by side.
func bothNamed(m, o *fact.Mention, ns []*fact.FullName) bool {
	var a, b *fullName
	for _, f := range groupNames(ns) {
		switch given := strings.Join(f.words[:len(f.words)-1], " "); given {
		case m.Party.Given:
			a = f
		case o.Party.Given:
			b = f
		}
	}
	if a == nil || b == nil {
		return false
	}
	if a.remarked || b.remarked || together(a, b) {
		return true
	}
	// Named often by both names in one document: two people, father and son.
	for _, f := range a.facts {
		for _, g := range b.facts {
			if f.Doc == g.Doc && len(f.Spots) > 1 && len(g.Spots) > 1 {
				return true
			}
		}
	}
	return false
}

func groupNames(ns []*fact.FullName) []*fullName {
	facts := make([]fact.Fact, len(ns))
	for i, n := range ns {
		facts[i] = n
	}
	return groupFullNames(facts)
}

// givenUses counts the places that give a mention's given name.
func givenUses(m *fact.Mention, ms []*fact.Mention, ns []*fact.FullName) int {
	n := 0
	for _, o := range ms {
		if o.Party.Given == m.Party.Given {
			n++
		}
	}
	for _, f := range ns {
		if strings.Join(f.Words[:len(f.Words)-1], " ") == m.Party.Given {
			n += len(f.Spots)
		}
	}
	return n
}

func standsBefore(m, o *fact.Mention) bool {
	return m.Doc < o.Doc || m.Doc == o.Doc && m.Span.Start < o.Span.Start
}

func fullForm(m *fact.Mention) string { return m.Party.Given + " " + m.Party.Surname }

// agreeGivens is the verdict for a role whose holder has one given name in
// several places.
func agreeGivens(ms []*fact.Mention) []verdict.Verdict {
	for i, m := range ms {
		for _, o := range ms[i+1:] {
			if x := oneRole(m, o); x != nil && m.Party.Given == o.Party.Given && m.NameAt != o.NameAt && oneMatter(m, o) {
				return []verdict.Verdict{{
					Status: verdict.Agrees, Place: m.Place, Surface: m.Surface, Claimed: fullForm(m), Found: fullForm(o),
					Message:  fmt.Sprintf("%s is %s with the same given name elsewhere", fullForm(m), x.Surface),
					Evidence: []verdict.Evidence{{Role: verdict.Defines, Note: "the same given name", Place: o.Place}},
				}}
			}
		}
	}
	return nil
}
