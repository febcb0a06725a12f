package checks

import (
	"fmt"
	"slices"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// items compares a sentence that says how many items a list has with the
// list that it introduces.
type items struct{}

func (items) keysByDocument() {}

// Needs lists and the sentences that introduce them.
func (items) Needs() []fact.Kind { return []fact.Kind{fact.KindList, fact.KindListClaim} }

// Keys a claim by the block that it stands in, a list by the blocks that may
// introduce it: the one before it, the one before that, the one after it.
func (items) Keys(f fact.Fact) []string {
	switch f := f.(type) {
	case *fact.ListClaim:
		if f.Quoted {
			return nil
		}
		return []string{docKey(f.Doc, f.Block)}
	case *fact.List:
		if f.Quoted {
			return nil
		}
		var keys []string
		for _, b := range []int{f.Intro, f.Before, f.After} {
			if b != fact.None {
				keys = append(keys, docKey(f.Doc, b))
			}
		}
		return keys
	}
	return nil
}

// Judge pairs the claims of one block with the lists beside it.
func (items) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var claims []*fact.ListClaim
	var lists []*fact.List
	for _, f := range facts {
		switch f := f.(type) {
		case *fact.ListClaim:
			claims = append(claims, f)
		case *fact.List:
			lists = append(lists, f)
		}
	}
	var out []verdict.Verdict
	for _, c := range claims {
		if l := introduced(c, claims, lists); l != nil {
			out = append(out, judgeList(c, l, claims))
		}
	}
	return out
}

// introduced finds the list that a claim is about; nil where it is not sure
// that there is one.
func introduced(c *fact.ListClaim, claims []*fact.ListClaim, lists []*fact.List) *fact.List {
	var best *fact.List
	for _, l := range lists {
		switch {
		case l.Intro == c.Block && points(c, l):
			return l
		case l.Before == c.Block && !c.Above && c.Last && (c.Following || c.Introduces && c.Ends && (c.General || mentions(l, c.NounStem))):
			best = l
		case l.After == c.Block && c.Above && !c.Aside && (slices.Contains(l.Called, c.NounStem) || c.These && (c.General || mentions(l, c.NounStem))):
			best = l
		}
	}
	return best
}

// points reports whether the claim is what introduces the list directly
// below its block. A colon at the end of another sentence of the block is
// that sentence's; the claim then has to name what the items are.
func points(c *fact.ListClaim, l *fact.List) bool {
	switch {
	case c.Above, c.Aside, l.Log && !c.Following && countsParties(c):
		return false
	case c.Title:
		return c.General
	case l.Shape == "ordinals":
		return c.Introduces && (c.Ends || c.Alone)
	case l.Shape == "headings":
		return c.Introduces && (c.Ends || c.Alone || c.Colon) && (c.General || mentions(l, c.NounStem))
	case c.Following:
		return c.Last || !l.Led // else a later sentence leads on to the list
	case c.Parenthesis && c.Last:
		return true
	case c.Last && c.Colon:
		return c.Introduces || c.Ends && mentions(l, c.NounStem) || c.Alone && !c.Definite
	case c.Ends:
		return c.Introduces && (c.General || !c.Definite && mentions(l, c.NounStem)) && (c.Last || !l.Led)
	}
	return false
}

// countsParties reports whether a claim counts people, places or bodies: above
// a log it says with whom things were done, not how many entries there are.
func countsParties(c *fact.ListClaim) bool {
	switch lexicon.NounOf(c.Noun) {
	case lexicon.PersonNoun, lexicon.PlaceNoun, lexicon.BodyNoun:
		return true
	}
	return false
}

// mentions reports whether items of the list begin with the counted noun.
func mentions(l *fact.List, stem string) bool {
	if stem == "" {
		return false
	}
	return slices.ContainsFunc(l.Heads, func(head []string) bool { return slices.Contains(head, stem) })
}

// judgeList compares the number with every reading of the list's length.
func judgeList(c *fact.ListClaim, l *fact.List, claims []*fact.ListClaim) verdict.Verdict {
	n := len(l.Items)
	v := verdict.Verdict{
		Place: c.Place, Surface: c.Surface, Claimed: c.Quantity.Interval.Short(), Found: fmt.Sprint(n),
		Evidence: listEvidence(l),
	}
	at := c.Place
	v.Calculation = &verdict.Calculation{Relation: "claimed = items", Operands: []verdict.Operand{
		{Interval: c.Quantity.Interval.String(), Place: &at}, {Interval: quantity.Exactly(n).String(), Of: "items of the list"},
	}}
	if c.Quantity.Interval.Contains(n) {
		v.Status = verdict.Agrees
		v.Message = fmt.Sprintf("text says %q, the list has %d", c.Surface, n)
		return v
	}
	if why := otherReading(c, l, claims); why != "" {
		return undecided(v, why)
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	v.Message = fmt.Sprintf("text says %q, the list has %s", c.Surface, plural(n, "item"))
	switch l.Shape {
	case "headings":
		v.Message = fmt.Sprintf("text says %q, %s stand below it", c.Surface, plural(n, "heading"))
	case "ordinals":
		v.Message = fmt.Sprintf("text says %q, %s are told one by one", c.Surface, fmt.Sprint(n))
	}
	if s, ok := c.Quantity.Restate(n); ok && (l.Shape != "headings" || l.Spare == 0) {
		v.Suggestions = []verdict.Suggestion{{Text: s, Place: c.NumberAt, Confidence: "medium"}}
	}
	return v
}

// otherReading gives the reason why the number may be right after all.
func otherReading(c *fact.ListClaim, l *fact.List, claims []*fact.ListClaim) string {
	n := len(l.Items)
	claimed := c.Quantity.Interval
	// 45 of 49 real slips are off by exactly one. More than that is another
	// matter, unless the sentence points at the list or the numbers are large.
	farOff := 1
	if c.Following || n >= 8 {
		farOff = max(2, n/8)
	}
	low := quantity.Between(max(n-farOff, 0), n+farOff)
	switch {
	case l.Broken:
		return "it is not certain where the list ends"
	case n == 1 && !c.Following:
		return "the list has one item only"
	case l.Nested > 0 && (claimed.Contains(l.Nested) || claimed.Contains(n+l.Nested) || claimed.Contains(n-l.Parents+l.Nested)):
		return "the number fits the nested items"
	case l.More > 0 && claimed.Meets(quantity.AtLeast(n+1)):
		return "the list may go on after the text between"
	case l.Joined > 0 && claimed.Meets(quantity.Between(n, n+l.Joined)):
		return "items of the list name several things"
	case l.Spare > 0 && claimed.Meets(quantity.Between(max(n-l.Spare, 0), n)):
		return "one of the items may be a note on the others"
	case labelled(l, claimed):
		return "the items' own numbers reach the number claimed"
	case !claimed.Meets(low):
		return "the number is too far off to be about this list"
	case rival(c, claims, n):
		return "another number in the same passage fits the list"
	}
	return ""
}

// labelled reports whether the last item's own number is the claimed one: a
// gap in numbering is another rule's matter.
func labelled(l *fact.List, claimed quantity.Interval) bool {
	if len(l.Labels) == 0 {
		return false
	}
	last := l.Labels[len(l.Labels)-1]
	return last != 0 && last != len(l.Items) && claimed.Contains(last)
}

func rival(c *fact.ListClaim, claims []*fact.ListClaim, n int) bool {
	return slices.ContainsFunc(claims, func(o *fact.ListClaim) bool {
		return o != c && o.Quantity.Interval.Contains(n)
	})
}

const shownItems = 20

func listEvidence(l *fact.List) []verdict.Evidence {
	out := make([]verdict.Evidence, 0, min(len(l.Items), shownItems))
	for i, p := range l.Items {
		if i == shownItems {
			break
		}
		out = append(out, verdict.Evidence{Role: verdict.Counted, Note: fmt.Sprintf("item %d", i+1), Place: p})
	}
	return out
}
