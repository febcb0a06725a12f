package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/verdict"
)

// judgeKin compares what is said of the relatives of persons of one surname.
func judgeKin(facts []fact.Fact) []verdict.Verdict {
	kin := make([]*fact.Kin, 0, len(facts))
	for _, f := range facts[:min(len(facts), mostCompared)] {
		if k, ok := f.(*fact.Kin); ok {
			kin = append(kin, k)
		}
	}
	var out []verdict.Verdict
	for i, a := range kin {
		for _, b := range kin[i+1:] {
			if !givenFits(a.OfGiven, b.OfGiven) || a.Doc != b.Doc && (a.OfGiven == "" || b.OfGiven == "") {
				continue
			}
			if v, ok := compareKin(a, b); ok {
				out = append(out, v)
			}
		}
	}
	return slices.CompactFunc(out, func(a, b verdict.Verdict) bool { return a.Place == b.Place && a.Status == b.Status })
}

// compareKin compares two statements about relatives of one person. It has a
// verdict only where they speak of the same ones.
func compareKin(a, b *fact.Kin) (verdict.Verdict, bool) {
	switch {
	case len(a.Names) > 1 && len(b.Names) > 1:
		return compareKinLists(a, b)
	case len(a.Names) > 1:
		return compareKinList(b, a)
	case len(b.Names) > 1:
		return compareKinList(a, b)
	}
	x, y := a.Names[0], b.Names[0]
	if a.Relation != b.Relation || a.Rank != b.Rank && a.Rank != "" && b.Rank != "" {
		return verdict.Verdict{}, false
	}
	switch {
	case x.Given == y.Given:
		return kinAgrees(a, b), true
	case spelledTwice(x.Given, y.Given) || nearGiven(x.Given, y.Given):
		return kinConflict(a, b, x, y, verdict.Gap), true
	case givenFits(x.Given, y.Given):
		return verdict.Verdict{}, false
	case onlyOne(a, b) && !a.Several && !b.Several:
		return kinConflict(a, b, x, y, verdict.Contradiction), true
	}
	return verdict.Verdict{}, false
}

// onlyOne reports whether two statements are of a relative of whom there is
// one: a parent, a spouse, or one told by rank.
func onlyOne(a, b *fact.Kin) bool {
	switch a.Relation {
	case "wife", "husband", "mother", "father":
		return a.Rank == b.Rank
	}
	switch a.Rank {
	case "", "elder", "older", "younger", "twin":
		return false // of an elder brother there may be two
	}
	return a.Rank == b.Rank
}

// compareKinLists compares two enumerations of the same relatives: of equal
// length, with all but one name in common.
func compareKinLists(a, b *fact.Kin) (verdict.Verdict, bool) {
	if a.Relation != b.Relation || len(a.Names) != len(b.Names) {
		return verdict.Verdict{}, false
	}
	left, right := missing(a, b), missing(b, a)
	switch {
	case len(left) == 0:
		return kinAgrees(a, b), true
	case len(left) != 1 || len(right) != 1 || a.Rank != b.Rank:
		return verdict.Verdict{}, false
	case spelledTwice(left[0].Given, right[0].Given):
		return kinConflict(a, b, left[0], right[0], verdict.Gap), true
	case givenFits(left[0].Given, right[0].Given):
		return verdict.Verdict{}, false
	}
	return kinConflict(a, b, left[0], right[0], verdict.Contradiction), true
}

// compareKinList compares one relative with an enumeration: a name that is
// spelled as one of them nearly is, is likely meant.
func compareKinList(one, all *fact.Kin) (verdict.Verdict, bool) {
	if one.Relation != all.Relation && !(all.Relation == "child" && (one.Relation == "son" || one.Relation == "daughter")) {
		return verdict.Verdict{}, false
	}
	x := one.Names[0]
	if slices.ContainsFunc(all.Names, func(r fact.Relative) bool { return r.Given == x.Given }) {
		return kinAgrees(one, all), true
	}
	for _, y := range all.Names {
		if spelledTwice(x.Given, y.Given) || nearGiven(x.Given, y.Given) {
			return kinConflict(one, all, x, y, verdict.Gap), true
		}
	}
	return verdict.Verdict{}, false
}

// missing are the relatives of a whom b does not have.
func missing(a, b *fact.Kin) []fact.Relative {
	var out []fact.Relative
	for _, x := range a.Names {
		if !slices.ContainsFunc(b.Names, func(y fact.Relative) bool { return x.Given == y.Given }) {
			out = append(out, x)
		}
	}
	return out
}

func kinAgrees(a, b *fact.Kin) verdict.Verdict {
	return verdict.Verdict{
		Status: verdict.Agrees, Place: a.Place, Surface: a.Surface, Claimed: kinNames(a), Found: kinNames(b),
		Message:  fmt.Sprintf("%q agrees with %q", a.Surface, b.Surface),
		Evidence: []verdict.Evidence{{Role: verdict.Defines, Note: "the same name", Place: b.Place}},
	}
}

func kinNames(k *fact.Kin) string {
	names := make([]string, len(k.Names))
	for i, n := range k.Names {
		names[i] = n.Given
	}
	return strings.Join(names, ", ")
}

func kinConflict(a, b *fact.Kin, x, y fact.Relative, g verdict.Grade) verdict.Verdict {
	return verdict.Verdict{
		Status: verdict.Conflicts, Grade: g, Place: a.Place, Surface: a.Surface, Claimed: x.Given, Found: y.Given, Differ: true,
		Message:  fmt.Sprintf("%q, but elsewhere %q: one relative with two given names", a.Surface, b.Surface),
		Evidence: []verdict.Evidence{{Role: verdict.Contradicts, Note: "names " + y.Given, Place: y.At}},
		Calculation: &verdict.Calculation{Relation: "one relative, one given name", Operands: []verdict.Operand{
			{Interval: x.Given, Place: &x.At}, {Interval: y.Given, Place: &y.At},
		}},
		Suggestions: []verdict.Suggestion{
			{Text: y.Given, Place: x.At, Confidence: "low"}, {Text: x.Given, Place: y.At, Confidence: "low"},
		},
	}
}

// spelledTwice reports whether two given names are one, spelled in two ways:
// Stephen and Steven, but not Tony and Anthony, which are short for it.
func spelledTwice(a, b string) bool {
	x, y := lexicon.FoldName(a), lexicon.FoldName(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return x != y && len(x) >= 5 && len(y)-len(x) <= 1 && x[:2] == y[:2] && x[len(x)-1] == y[len(y)-1] && sameGiven(a, b)
}
