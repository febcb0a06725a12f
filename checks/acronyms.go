package checks

import (
	"fmt"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// acronyms compares acronyms with the words that they stand for.
type acronyms struct{}

func (acronyms) keysByDocument() {}

// Needs acronyms beside their words.
func (acronyms) Needs() []fact.Kind { return []fact.Kind{fact.KindAcronym} }

// Keys by document and the acronym that the words would have: a slip meets
// what it should have been.
func (acronyms) Keys(f fact.Fact) []string {
	a := f.(*fact.Acronym)
	if a.Quoted {
		return nil
	}
	return []string{docKey(a.Doc, 0) + a.Initials}
}

// Judge compares each acronym with its initials, and each explanation with
// the first.
func (acronyms) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var out []verdict.Verdict
	var fit []*fact.Acronym
	for _, f := range facts {
		a := f.(*fact.Acronym)
		if a.Unexplained {
			out = append(out, verdict.Verdict{
				Status: verdict.Conflicts, Grade: verdict.Doubt, Place: a.Place, Surface: a.Surface, Claimed: a.Surface,
				Message:     fmt.Sprintf("%s is used %d times and never explained, as others are", a.Surface, a.Uses),
				Calculation: &verdict.Calculation{Relation: "each acronym is explained", Operands: []verdict.Operand{{Interval: a.Surface, Place: &a.Place}}},
			})
			continue
		}
		if strings.ToUpper(a.Surface) != a.Initials {
			out = append(out, slippedAcronym(a))
			continue
		}
		fit = append(fit, a)
	}
	for i, a := range fit {
		if i > 0 {
			out = append(out, twoMeanings(fit[0], a))
		}
	}
	if len(fit) == 1 {
		out = append(out, acronymVerdict(fit[0]))
	}
	if len(fit) > 0 && fit[0].Before != nil {
		out = append(out, earlyAcronym(fit[0]))
	}
	return out
}

// earlyAcronym tells of an acronym that is used before it is explained.
func earlyAcronym(a *fact.Acronym) verdict.Verdict {
	v := acronymVerdict(a)
	v.Place, v.Found = *a.Before, a.Written
	v.Status, v.Grade = verdict.Conflicts, verdict.Doubt
	v.Message = fmt.Sprintf("%s is used before it is explained", a.Surface)
	place, words := *a.Before, a.WordsAt
	v.Calculation = &verdict.Calculation{Relation: "the explanation stands at the first use", Operands: []verdict.Operand{
		{Interval: a.Surface, Place: &place}, {Interval: a.Written, Place: &words}}}
	return v
}

// acronymVerdict is what all verdicts on acronyms have, that of one which
// agrees.
func acronymVerdict(a *fact.Acronym) verdict.Verdict {
	place := a.Place
	return verdict.Verdict{
		Status: verdict.Agrees, Place: place, Surface: a.Surface, Claimed: a.Surface, Found: a.Initials,
		Message:  fmt.Sprintf("%s has the initials of %q", a.Surface, a.Written),
		Evidence: []verdict.Evidence{{Role: verdict.Defines, Note: "the words", Place: a.WordsAt}},
	}
}

// slippedAcronym judges an acronym that does not have its words' initials.
func slippedAcronym(a *fact.Acronym) verdict.Verdict {
	v := acronymVerdict(a)
	v.Differ = true
	v.Message = fmt.Sprintf("%s stands beside %q, whose initials are %s", a.Surface, a.Written, a.Initials)
	switch {
	case ownOrder(a.Initials):
		v.Status, v.Why = verdict.Undecided, "the name's letters have an order of their own"
		return v
	case a.Uses > a.InitialsUsed:
		v.Status, v.Why = verdict.Undecided, "the document uses the acronym so elsewhere"
		return v
	case !a.Known && a.InitialsUsed == 0:
		v.Grade = verdict.Gap
	default:
		v.Grade = verdict.Contradiction
	}
	v.Status = verdict.Conflicts
	place := a.Place
	v.Calculation = &verdict.Calculation{Relation: "letters are the initials of the words", Operands: []verdict.Operand{
		{Interval: a.Surface, Place: &place}, {Interval: a.Initials, Of: a.Written}}}
	v.Suggestions = []verdict.Suggestion{{Text: a.Initials, Place: place, Confidence: "medium"}}
	return v
}

// ownOrder reports whether initials belong to a name whose international
// short form follows no language's order of words: ISO, UTC.
func ownOrder(initials string) bool { return initials == "IOS" || initials == "CUT" }

// twoMeanings compares two explanations of one acronym.
func twoMeanings(first, a *fact.Acronym) verdict.Verdict {
	v := acronymVerdict(a)
	differ, at := 0, 0
	if len(first.Words) == len(a.Words) {
		for i := range a.Words {
			if !sameExplanation(first.Words[i], a.Words[i]) {
				differ++
				at = i
			}
		}
	}
	switch {
	case len(first.Words) != len(a.Words):
		v.Status, v.Why = verdict.Undecided, "one explanation has more words than the other"
		return v
	case differ == 0:
		return v
	case joinedWords(first.Words, a.Words) || joinedWords(a.Words, first.Words):
		v.Status, v.Why = verdict.Undecided, "one explanation writes two words as one"
		return v
	case differ > 1 || len(a.Words) < 3:
		v.Status, v.Why = verdict.Undecided, "the acronym may stand for two things here"
		return v
	}
	place, other := a.WordsAt, first.WordsAt
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	v.Place, v.Surface, v.Claimed, v.Found = a.WordsAt, a.Written, a.Written, first.Written
	v.Message = fmt.Sprintf("%s is %q here and %q there: %s or %s?", a.Surface, a.Written, first.Written, a.Words[at], first.Words[at])
	v.Evidence = []verdict.Evidence{{Role: verdict.Contradicts, Note: "the other explanation", Place: other}}
	v.Calculation = &verdict.Calculation{Relation: "words are those of the other explanation", Operands: []verdict.Operand{
		{Interval: a.Written, Place: &place}, {Interval: first.Written, Place: &other}}}
	v.Suggestions = []verdict.Suggestion{
		{Text: first.Written, Place: place, Confidence: "low"}, {Text: a.Written, Place: other, Confidence: "low"}}
	return v
}

// joinedWords reports whether a has as one word what b has as two:
// "realtime", "real-time".
func joinedWords(a, b []string) bool {
	for i := 0; i+1 < len(b) && i < len(a); i++ {
		if a[i] == b[i]+b[i+1] {
			return true
		}
	}
	return false
}

// sameExplanation reports whether two words of explanations are one in two
// forms: plural, spelling, another ending.
func sameExplanation(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n == len(a) || n == len(b) || n >= 5 || n >= 4 && max(len(a), len(b))-n <= 3 || n >= 3 && max(len(a), len(b))-n <= 2
}
