package checks

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/verdict"
)

// variants finds near-identical spellings of what is likely one person.
type variants struct{}

// Needs surnames and full names.
func (variants) Needs() []fact.Kind { return []fact.Kind{fact.KindName, fact.KindFullName} }

// Keys a name by what two spellings of one person share: the skeleton of the
// surname, a given name, an office.
func (variants) Keys(f fact.Fact) []string {
	if n, ok := f.(*fact.FullName); ok {
		if slices.ContainsFunc(n.Words, withSigns) {
			return nil
		}
		return fullNameKeys(n)
	}
	n := f.(*fact.Name)
	if n.Garbled || n.Marked || len(n.Uses) == 0 || withSigns(n.Form) {
		return nil
	}
	return nameKeys(n)
}

// withSigns reports whether a word has signs that are no letters: a picture
// that stands at a name is no spelling of it.
func withSigns(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool {
		return r > unicode.MaxASCII && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsPunct(r)
	})
}

func nameKeys(n *fact.Name) []string {
	keys := []string{"a/" + lexicon.Skeleton(n.Form)}
	for _, g := range n.Givens {
		keys = append(keys, "g/"+lexicon.Skeleton(g))
	}
	for _, o := range n.Offices {
		keys = append(keys, "o/"+o)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// spelling is one form of a name over the whole set.
type spelling struct {
	form  string
	names []*fact.Name
	uses  int
}

func (s *spelling) givens() []string {
	var out []string
	for _, n := range s.names {
		out = append(out, n.Givens...)
	}
	return out
}

// like reports whether some document has the spelling as a likely slip for
// a form.
func (s *spelling) like(form string) bool {
	return slices.ContainsFunc(s.names, func(n *fact.Name) bool { return n.Like == form })
}

// accepted reports whether a register has the spelling as the right one.
func (s *spelling) accepted() bool {
	return slices.ContainsFunc(s.names, func(n *fact.Name) bool { return n.Accepted })
}

func (s *spelling) offices() []string {
	var out []string
	for _, n := range s.names {
		out = append(out, n.Offices...)
	}
	return out
}

func (s *spelling) keys() []string {
	var out []string
	for _, n := range s.names {
		out = append(out, nameKeys(n)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Judge compares the spellings that met, pair by pair. A pair that meets
// under several keys is judged under the first of them only.
func (variants) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	if strings.HasPrefix(key, "full/") {
		return judgeFullNames(key, facts)
	}
	var forms []*spelling
	for _, f := range facts {
		n := f.(*fact.Name)
		i := slices.IndexFunc(forms, func(s *spelling) bool { return s.form == n.Form })
		if i < 0 {
			i = len(forms)
			forms = append(forms, &spelling{form: n.Form})
		}
		forms[i].names = append(forms[i].names, n)
		forms[i].uses += len(n.Uses)
	}
	var out []verdict.Verdict
	for i, a := range forms {
		for _, b := range forms[i+1:] {
			if firstShared(a, b) == key && onePerson(a, b) {
				out = append(out, variantVerdict(a, b))
			}
		}
	}
	return out
}

// firstShared is the first key that two spellings have in common.
func firstShared(a, b *spelling) string {
	kb := b.keys()
	for _, k := range a.keys() {
		if _, ok := slices.BinarySearch(kb, k); ok {
			return k
		}
	}
	return ""
}

// onePerson reports whether two spellings are likely slips for one person:
// the surnames nearly the same, and something else that speaks for one
// person, with nothing that speaks for two.
func onePerson(a, b *spelling) bool {
	if a.like(b.form) || b.like(a.form) {
		return false // compared as full names are
	}
	near, _ := lexicon.Near(a.form, b.form)
	if !near {
		return false
	}
	if x, y := a.accepted(), b.accepted(); x || y {
		return x != y && lexicon.FoldName(a.form) != lexicon.FoldName(b.form)
	}
	// Where both have a given name, full names are compared.
	return compareGivens(a.givens(), b.givens()) == unknown && sharesOffice(a.offices(), b.offices())
}

// likeness is the outcome of comparing given names.
type likeness int

const (
	unknown likeness = iota
	same
	different
)

// compareGivens compares the given names under which two surnames stand.
// Initials say nothing. One pair alike is enough for "same", for people are
// called by several names; names on both sides and none alike is "different".
func compareGivens(a, b []string) likeness {
	out := unknown
	for _, x := range a {
		for _, y := range b {
			if initial(x) || initial(y) {
				continue
			}
			if sameGiven(x, y) {
				return same
			}
			out = different
		}
	}
	return out
}

func sameGiven(x, y string) bool {
	return lexicon.FoldName(x) == lexicon.FoldName(y) || lexicon.Skeleton(x) == lexicon.Skeleton(y) || lexicon.Nickname(x, y)
}

func initial(given string) bool {
	return len([]rune(strings.TrimSuffix(given, "."))) == 1
}

func sharesOffice(a, b []string) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// variantVerdict reports the rarer spelling against the more frequent one;
// of two equally frequent ones the later.
func variantVerdict(a, b *spelling) verdict.Verdict {
	rare, usual := a, b
	if a.uses > b.uses || a.uses == b.uses && before(a, b) {
		rare, usual = b, a
	}
	first := rare.names[0]
	v := verdict.Verdict{
		Status: verdict.Conflicts, Grade: verdict.Gap, Place: first.Uses[0], Surface: rare.form,
		Claimed: rare.form, Found: usual.form, Differ: true,
		Message: fmt.Sprintf("%q (%s) and %q (%s) are likely one name", rare.form, times(rare.uses), usual.form, times(usual.uses)),
		Suggestions: []verdict.Suggestion{
			{Text: usual.form, Place: first.Uses[0], Confidence: confidence(rare.uses, usual.uses)},
		},
	}
	v.Evidence = append(v.Evidence, useEvidence(usual, "spelled "+usual.form, verdict.Contradicts)...)
	others := useEvidence(rare, "spelled "+rare.form, verdict.Defines)
	v.Evidence = append(v.Evidence, others[1:]...)
	v.Calculation = &verdict.Calculation{Relation: "spellings of one name", Operands: []verdict.Operand{
		{Interval: rare.form, Place: &first.Uses[0]}, {Interval: usual.form, Place: &usual.names[0].Uses[0]},
	}}
	return v
}

func before(a, b *spelling) bool {
	x, y := a.names[0].Uses[0], b.names[0].Uses[0]
	return x.Doc < y.Doc || x.Doc == y.Doc && x.Span.Start < y.Span.Start
}

func useEvidence(s *spelling, note string, role verdict.Role) []verdict.Evidence {
	var out []verdict.Evidence
	for _, n := range s.names {
		for _, u := range n.Uses {
			out = append(out, verdict.Evidence{Role: role, Note: note, Place: u})
		}
	}
	return out
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

func confidence(rare, usual int) string {
	if usual >= 3*rare && usual >= 3 {
		return "medium"
	}
	return "low"
}
