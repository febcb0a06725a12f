package checks

import (
	"fmt"
	"slices"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// statedValues compares the quantities that different places state of one thing.
//
// Two places speak of one thing where they share enough of the words around
// the value and nothing beside either value singles out another part, time or
// state. How many words are enough depends on how alike the figures are: two
// figures that differ by two digits in the wrong order are nearly always one
// figure written twice, two arbitrary ones nearly never.
type statedValues struct{}

// Needs stated quantities.
func (statedValues) Needs() []fact.Kind { return []fact.Kind{fact.KindStated} }

// Keys a value by the words around it.
func (statedValues) Keys(f fact.Fact) []string {
	s := f.(*fact.Stated)
	if s.Quoted {
		return nil
	}
	return s.Near
}

// mostMeeting is how many values may stand with a word that is to tell what
// they are values of; a word that more have is common in the set.
const mostMeeting = 80

// Judge compares the values that stand with one word, two by two. A pair that
// shares several words is judged under the one that says most.
func (statedValues) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	if len(facts) < 2 || len(facts) > mostMeeting {
		return nil
	}
	var out []verdict.Verdict
	agreed := map[fact.Place]bool{}
	told := map[string]bool{}
	for j, g := range facts {
		b := g.(*fact.Stated)
		for _, f := range facts[:j] {
			a := f.(*fact.Stated)
			if tellingWord(a.Near, b.Near) != key || !comparable(a, b) {
				continue
			}
			v, ok := judgeValues(a, b, facts)
			if !ok {
				continue
			}
			if v.Status == verdict.Agrees {
				if agreed[b.Place] {
					continue
				}
				agreed[b.Place] = true
			} else {
				id := fmt.Sprint(b.Doc, b.Digits, a.Doc, a.Digits)
				if weaker, favoured := outvoted(a, b, facts); v.Status == verdict.Conflicts && weaker != nil {
					// One finding at the weaker side, however many speak
					// against it.
					id = fmt.Sprint(weaker.Doc, weaker.Digits, favoured.Digits)
					if w, ok := judgeValues(favoured, weaker, facts); ok {
						v = w
					}
				}
				if told[id] {
					continue
				}
				told[id] = true
			}
			out = append(out, v)
		}
	}
	return out
}

// tellingWord is the longest word of two sorted lists, the first of several;
// empty if they share none.
func tellingWord(a, b []string) string {
	best := ""
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			if len(a[i]) > len(best) {
				best = a[i]
			}
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return best
}

// comparable reports whether two values can be those of one quantity: of one
// dimension, or one without a unit in a table or behind a label.
func comparable(a, b *fact.Stated) bool {
	if a.Label != nil && b.Label != nil && (a.Doc == b.Doc || !slices.Equal(a.Label, b.Label)) {
		return false
	}
	if x, y := a, b; (a.Label == nil) != (b.Label == nil) {
		if x.Label == nil {
			x, y = y, x
		}
		if y.Head != "" && y.Head != "person" && !slices.Contains(x.Near, y.Head) {
			return false // a lead of so many in a row of votes
		}
	}
	if a.Dimension == b.Dimension {
		return a.Dimension != "count" || a.Head == b.Head
	}
	if bare(a) || bare(b) {
		x, y := a, b
		if bare(b) {
			x, y = b, a
		}
		// The noun of the one is a word of the other.
		return y.Dimension == "count" && (slices.Contains(x.Near, y.Head) || x.Label != nil)
	}
	return false
}

func bare(s *fact.Stated) bool { return s.Dimension == "number" }

// tells reports whether figures of two documents that do not resemble each other
// have enough about them to be those of one quantity: three words in common, or
// a figure that is no small round number.
func tells(a, b *fact.Stated) bool {
	const words, digits = 3, 3
	long := len(significantDigits(a.Digits)) >= digits || len(significantDigits(b.Digits)) >= digits
	return shared(a.Near, b.Near) >= words && long || isMoney(a)
}

// judgeValues compares two values.
func judgeValues(a, b *fact.Stated, met []fact.Fact) (verdict.Verdict, bool) {
	same := a.Interval.Meets(b.Loose) || b.Interval.Meets(a.Loose)
	like := alikeness(a, b)
	tie := tieOf(a, b)
	if same {
		if tie < tieWeak || !a.Exact || !b.Exact && a.Digits != b.Digits {
			return verdict.Verdict{}, false
		}
		return sameValue(a, b), true
	}
	if tie < like.needs(a.Doc == b.Doc) || like == unlike && a.Doc != b.Doc && !tells(a, b) {
		return verdict.Verdict{}, false
	}
	v := verdict.Verdict{
		Place: b.Place, Surface: b.Surface, Claimed: b.Surface, Found: a.Surface,
		Calculation: &verdict.Calculation{Relation: "one quantity, one value", Operands: []verdict.Operand{
			{Interval: intervalWords(b.Loose), Place: &b.Place}, {Interval: intervalWords(a.Loose), Place: &a.Place},
		}},
		Evidence: []verdict.Evidence{{Role: verdict.Contradicts, Note: fmt.Sprintf("says %q", a.Surface), Place: a.Place}},
	}
	if why := parted(a, b, like, met); why != "" {
		v.Status, v.Why = verdict.Undecided, why
		v.Message = fmt.Sprintf("%q here and %q elsewhere may be one quantity: %s", b.Surface, a.Surface, why)
		return v, true
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	if like < transposed || tie < tieStrong {
		v.Grade = verdict.Gap
	}
	v.Message = fmt.Sprintf("%q, but elsewhere %q%s", b.Surface, a.Surface, like.words())
	if shared := sharedWords(a, b); shared != "" {
		v.Message += fmt.Sprintf("; both of %s", shared)
	}
	v.Suggestions = eachForOther(a, b)
	voteOnValue(&v, a, b, met)
	return v, true
}
