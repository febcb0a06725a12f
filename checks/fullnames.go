package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/verdict"
)

// fullNameKeys are the keys under which two spellings of one full name meet:
// the same given name and the surname's first letter, the same surname and
// the given name's, the beginnings of both, or the surname with one that
// stands alone.
func fullNameKeys(n *fact.FullName) []string {
	if n.Like != "" {
		return []string{"full/w/" + lexicon.FoldName(n.Like)}
	}
	given, surname := lexicon.FoldName(n.Given()), lexicon.FoldName(n.Surname())
	if given == "" || surname == "" {
		return nil
	}
	return []string{
		"full/g/" + given + "/" + surname[:1],
		"full/s/" + given[:1] + "/" + surname,
		"full/b/" + given[:1] + "/" + surname[:min(2, len(surname))],
		"full/w/" + surname,
	}
}

// fullName is one form of a full name over the whole set.
type fullName struct {
	words []string
	facts []*fact.FullName
	// uses counts all uses, alone those of the surname by itself.
	uses                   int
	sure, common, remarked bool
}

// judgeFullNames compares the full names that met, pair by pair.
func judgeFullNames(key string, facts []fact.Fact) []verdict.Verdict {
	type pair struct {
		usual *fullName
		by    nameDifference
	}
	forms := groupFullNames(facts)
	forms = forms[:min(len(forms), mostOfSurname)] // of more, nobody could tell slips from namesakes
	best := map[*fullName]pair{}
	for i, a := range forms {
		for _, b := range forms[i+1:] {
			d := compareFullNames(a, b)
			if d == alike || !strings.HasPrefix(key, d.key()) || !oneFullName(a, b, d) {
				continue
			}
			rare, usual := rarer(a, b)
			if p, ok := best[rare]; !ok || usual.uses > p.usual.uses {
				best[rare] = pair{usual, d}
			}
		}
	}
	var out []verdict.Verdict
	for _, rare := range forms {
		if p, ok := best[rare]; ok {
			out = append(out, fullNameVerdict(rare, p.usual, p.by))
		}
	}
	return out
}

func groupFullNames(facts []fact.Fact) []*fullName {
	var forms []*fullName
	at := map[string]*fullName{}
	for _, f := range facts {
		n := f.(*fact.FullName)
		form := strings.Join(n.Words, " ")
		g := at[form]
		if g == nil {
			g = &fullName{words: n.Words}
			at[form] = g
			forms = append(forms, g)
		}
		g.facts = append(g.facts, n)
		g.uses += len(n.Spots)
		g.sure = g.sure || n.Sure
		g.common = g.common || n.Common
		g.remarked = g.remarked || n.Remarked
	}
	return forms
}

func (n *fullName) given() string   { return n.words[0] }
func (n *fullName) surname() string { return n.words[len(n.words)-1] }
func (n *fullName) form() string    { return strings.Join(n.words, " ") }

// nameDifference tells which of their words set two full names apart.
type nameDifference uint8

const (
	alike     nameDifference = iota // in nothing that counts, or in too much
	bySurname                       // the surnames are spelled two ways
	byGiven                         // the given names, or middle names, are
	byBoth                          // the given names and the surnames are
	byBare                          // a surname that stands alone is spelled otherwise
)

// key is the beginning of the keys under which a pair that differs so is
// judged; it meets under others, too, but is judged once.
func (d nameDifference) key() string {
	switch d {
	case bySurname:
		return "full/g/"
	case byGiven:
		return "full/s/"
	case byBare:
		return "full/w/"
	}
	return "full/b/"
}

func compareFullNames(a, b *fullName) nameDifference {
	if len(a.words) == 1 || len(b.words) == 1 {
		return compareBare(a, b)
	}
	surname := likeWord(a.surname(), b.surname(), true)
	given := likeWord(a.given(), b.given(), false)
	switch {
	case surname == equalWord && given == equalWord:
		return compareMiddles(a, b)
	case surname == nearWord && given == equalWord && sameMiddles(a, b):
		return bySurname
	case surname == equalWord && given == nearWord && sameMiddles(a, b):
		return byGiven
	case surname == nearWord && len(a.words) == 2 && len(b.words) == 2 &&
		(given == nearWord || !initial(a.given()) && !initial(b.given()) && lexicon.Nickname(a.given(), b.given())):
		return byBoth
	}
	return alike
}

// compareBare compares a surname that stands alone with the full name of the
// same document that it resembles.
func compareBare(a, b *fullName) nameDifference {
	if len(a.words) > 1 {
		a, b = b, a
	}
	if len(b.words) == 1 || a.facts[0].Like != b.surname() {
		return alike
	}
	for _, f := range a.facts {
		if slices.ContainsFunc(b.facts, func(g *fact.FullName) bool { return f.Doc == g.Doc }) {
			return byBare
		}
	}
	return alike
}

// compareMiddles compares the words between given name and surname of two
// names that agree in those.
func compareMiddles(a, b *fullName) nameDifference {
	x, y := a.words[1:len(a.words)-1], b.words[1:len(b.words)-1]
	if len(x) != len(y) {
		return alike
	}
	d := alike
	for i := range x {
		switch likeWord(x[i], y[i], false) {
		case nearWord:
			d = byGiven
		case otherWord:
			return alike
		}
	}
	return d
}

// sameMiddles reports whether no middle name speaks against one person.
func sameMiddles(a, b *fullName) bool {
	x, y := a.words[1:len(a.words)-1], b.words[1:len(b.words)-1]
	if len(x) != len(y) {
		return true // one form leaves them out
	}
	for i := range x {
		if likeWord(x[i], y[i], false) == otherWord && !lexicon.Nickname(x[i], y[i]) {
			return false
		}
	}
	return true
}

// wordLikeness is the outcome of comparing two words of names.
type wordLikeness uint8

const (
	otherWord wordLikeness = iota
	nearWord
	equalWord
)

// likeWord compares two given names or two surnames. Initials, short forms
// and nicknames are other words: they are no slips.
func likeWord(a, b string, surname bool) wordLikeness {
	switch {
	case initial(a) || initial(b):
		return otherWord
	case a == b || lexicon.SameLetters(a, b):
		return equalWord
	}
	if near, _ := lexicon.Near(a, b); near {
		if surname || !givenForms(a, b) && !shortFor(a, b) {
			return nearWord
		}
		return otherWord
	}
	if x, y := lexicon.FoldName(a), lexicon.FoldName(b); x == y {
		return equalWord
	}
	return otherWord
}

// givenForms reports whether two given names that are nearly the same are a
// man's and a woman's, or a name and its short form: Paul and Paula, Jan and
// Jana, Nick and Nicky.
func givenForms(a, b string) bool {
	x, y := lexicon.FoldName(a), lexicon.FoldName(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	rest, ok := strings.CutPrefix(y, x)
	if ok {
		return rest == "a" || rest == "e" || rest == "y" || rest == "o" || rest == "i" || rest == "us" || rest == "ie"
	}
	return len(x) == len(y) && x[:len(x)-1] == y[:len(y)-1] && strings.ContainsAny(x[len(x)-1:], "aeio") && strings.ContainsAny(y[len(y)-1:], "aeio")
}

// shortFor reports whether one given name is a short form of the other: Steve
// and Steven.
func shortFor(a, b string) bool {
	x, y := lexicon.FoldName(a), lexicon.FoldName(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	rest, ok := strings.CutPrefix(y, x)
	return ok && rest != "" && rest != x[len(x)-1:] && lexicon.Nickname(a, b) // Romel and Romell are no short forms
}

// oneFullName reports whether two forms are likely spellings of one person's
// name, for all that the set tells of both.
func oneFullName(a, b *fullName, d nameDifference) bool {
	if a.remarked || b.remarked || together(a, b) {
		return false
	}
	if !(a.sure && b.sure) && (a.common || b.common) {
		return false
	}
	switch d {
	case byBare:
		return true
	case byGiven:
		return (a.sure || b.sure) && (!lexicon.AnyGiven(a.given()) || !lexicon.AnyGiven(b.given()) || a.given() == b.given() || shareRole(a, b)) && !rolesDiffer(a, b)
	case byBoth:
		return (a.sure || b.sure) && !rolesDiffer(a, b) && len(a.surname()) >= 6 && sameSet(a, b)
	}
	if !a.sure && !b.sure || !lexicon.AnyGiven(a.given()) && a.surname()+"d" == b.surname() || !lexicon.AnyGiven(b.given()) && b.surname()+"d" == a.surname() {
		return max(a.uses, b.uses) > 1 && !sameButHyphen(a.surname(), b.surname()) && !noSurname(a.surname()) && !noSurname(b.surname())
	}
	return true
}

// noSurname reports whether a word is a noun or a place, or ends as words do
// that are spelled in two ways on two sides of the Atlantic: what looks like a
// name and is told by nothing else may be a body's or a street's.
func noSurname(s string) bool {
	w := strings.ToLower(s)
	if _, ok := lexicon.LookupPlace(w); ok || lexicon.NounOf(w) != lexicon.NoNoun || lexicon.Class(w).Has(lexicon.RemitWord|lexicon.TitleWord) {
		return true
	}
	for _, end := range [...]string{"entre", "enter", "arbour", "arbor", "ogramme", "ogram", "tion", "tions", "ment", "ments", "ance", "ing", "ings", "ology", "ity", "emy", "emie"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// sameButHyphen tells Life-cycle from Lifecycle, which are no names.
func sameButHyphen(a, b string) bool {
	return strings.EqualFold(strings.ReplaceAll(a, "-", ""), strings.ReplaceAll(b, "-", ""))
}

func (n *fullName) roles() []string {
	var out []string
	for _, f := range n.facts {
		out = append(out, f.Roles...)
	}
	return out
}

func shareRole(a, b *fullName) bool {
	rs := b.roles()
	return slices.ContainsFunc(a.roles(), func(r string) bool { return slices.Contains(rs, r) })
}

// rolesDiffer reports whether both have roles and share none.
func rolesDiffer(a, b *fullName) bool {
	return len(a.roles()) > 0 && len(b.roles()) > 0 && !shareRole(a, b)
}

// sameSet reports whether two forms stand in documents that may well speak
// of the same people: with nothing shared but likeness, two are two.
func sameSet(a, b *fullName) bool {
	return a.uses+b.uses <= 6
}

// together reports whether the two forms stand side by side as two people:
// in one sentence, or once each in one table or one list.
func together(a, b *fullName) bool {
	for _, f := range a.facts {
		for _, g := range b.facts {
			if f.Doc == g.Doc && sideBySide(f.Spots, g.Spots) {
				return true
			}
		}
	}
	return false
}

func sideBySide(xs, ys []fact.Spot) bool {
	for _, x := range xs {
		for _, y := range ys {
			if x.Sentence == y.Sentence && x.Block == y.Block {
				return true
			}
			if x.Table != fact.None && x.Table == y.Table && inTable(xs, x.Table) == 1 && inTable(ys, y.Table) == 1 {
				return true
			}
			if x.List != fact.None && x.List == y.List && x.Block != y.Block && x.Table == fact.None && inList(xs, x.List) == 1 && inList(ys, y.List) == 1 {
				return true
			}
		}
	}
	return false
}

func inTable(spots []fact.Spot, table int) int {
	n := 0
	for _, s := range spots {
		if s.Table == table {
			n++
		}
	}
	return n
}

func inList(spots []fact.Spot, list int) int {
	n := 0
	for _, s := range spots {
		if s.List == list {
			n++
		}
	}
	return n
}

// rarer puts the rarer of two forms first; of two equally frequent ones the
// later.
func rarer(a, b *fullName) (rare, usual *fullName) {
	x, y := a.facts[0], b.facts[0]
	if a.uses > b.uses || a.uses == b.uses && (x.Doc < y.Doc || x.Doc == y.Doc && x.Span.Start < y.Span.Start) {
		return b, a
	}
	return a, b
}

// fullNameVerdict reports the rarer form against the usual one: the surname
// alone where that is what differs, else the name in full.
func fullNameVerdict(rare, usual *fullName, d nameDifference) verdict.Verdict {
	at, has, other := rare.facts[0].Place, rare.form(), usual.form()
	found := usual.facts[0].Place
	if d == bySurname || d == byBare {
		at, has, other = rare.facts[0].Spots[0].Place, rare.surname(), usual.surname()
		found = usual.facts[0].Spots[0].Place
	}
	v := verdict.Verdict{
		Status: verdict.Conflicts, Grade: verdict.Gap, Place: at, Surface: has, Claimed: has, Found: other, Differ: true,
		Message:     fmt.Sprintf("%q (%s) and %q (%s) are likely one name", has, times(rare.uses), other, times(usual.uses)),
		Suggestions: []verdict.Suggestion{{Text: other, Place: at, Confidence: confidence(rare.uses, usual.uses)}},
		Calculation: &verdict.Calculation{Relation: "spellings of one name", Operands: []verdict.Operand{
			{Interval: has, Place: &at}, {Interval: other, Place: &found},
		}},
	}
	v.Evidence = append(usual.evidence("spelled "+other, verdict.Contradicts, 0), rare.evidence("spelled "+has, verdict.Defines, 1)...)
	return v
}

// evidence lists the uses from number skip on.
func (n *fullName) evidence(note string, role verdict.Role, skip int) []verdict.Evidence {
	var out []verdict.Evidence
	for _, f := range n.facts {
		for _, s := range f.Spots {
			if skip--; skip < 0 {
				out = append(out, verdict.Evidence{Role: role, Note: note, Place: s.Place})
			}
		}
	}
	return out
}
