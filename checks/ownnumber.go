package checks

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// ownNumber compares the number that a document states as its own with the
// one in the name of its file or folder.
type ownNumber struct{}

// Needs own numbers.
func (ownNumber) Needs() []fact.Kind { return []fact.Kind{fact.KindOwnNumber} }

// Keys by folder and kind: how the files beside it are numbered tells
// whether the number in a name is meant to be the document's.
func (ownNumber) Keys(f fact.Fact) []string {
	o := f.(*fact.OwnNumber)
	if o.Quoted {
		return nil
	}
	return []string{o.Folder + "\x00" + o.Stated.Kind + "\x00" + o.Source}
}

// ownCompared is an own number beside the number in the name.
type ownCompared struct {
	own   *fact.OwnNumber
	named fact.NameNumber
	// sure tells that both are numbers of the same kind of thing; else the
	// name only begins with a number, which may count something else.
	sure, agrees bool
}

// Judge compares each number with its name's.
func (ownNumber) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var all []ownCompared
	agreeing := 0
	for _, f := range facts {
		if c, ok := compareOwn(f.(*fact.OwnNumber)); ok {
			all = append(all, c)
			if c.agrees {
				agreeing++
			}
		}
	}
	why := numberedOtherwise(all, agreeing)
	out := make([]verdict.Verdict, 0, len(all))
	for _, c := range all {
		out = append(out, c.verdict(all, agreeing, why))
	}
	return out
}

// compareOwn finds the number in the name that the stated one belongs to.
func compareOwn(o *fact.OwnNumber) (ownCompared, bool) {
	best := ownCompared{own: o}
	found := false
	for _, n := range o.Named {
		leading := len(n.Folders) > 0 || n.Kind == ""
		sure := n.Kind != "" && n.Kind == o.Stated.Kind || n.Digits >= 3 && o.Stated.Kind != "" && slices.Contains(n.Folders, o.Stated.Kind)
		weak := leading && (o.Source == "title" || o.Stated.Kind == "" || slices.Contains(n.Folders, o.Stated.Kind)) || o.Stated.Kind == ""
		if !sure && !weak {
			continue
		}
		if sameNumber(n.Number, o.Stated.Number) {
			return ownCompared{own: o, named: n, sure: sure, agrees: true}, true
		}
		switch {
		case o.Source == "title" && (yearNumber(n.Number) || yearNumber(o.Stated.Number)):
		case !found || sure && !best.sure:
			best.named, best.sure, found = n, sure, true
		case sure && best.sure || !sure && !best.sure:
			return ownCompared{}, false // the name holds several
		}
	}
	if !found || slices.Contains(o.Numbers, o.Stated.Number) {
		return ownCompared{}, false
	}
	return best, true
}

// numberedOtherwise tells why the numbers in the names of a whole folder are
// not the documents' own: they are off by the same step everywhere.
func numberedOtherwise(all []ownCompared, agreeing int) string {
	if agreeing > 0 {
		return ""
	}
	step, seen := 0, 0
	for _, c := range all {
		a, errA := strconv.Atoi(c.named.Number)
		b, errB := strconv.Atoi(c.own.Stated.Number)
		if errA != nil || errB != nil || seen > 0 && a-b != step {
			return ""
		}
		step = a - b
		seen++
	}
	if seen < 2 {
		return ""
	}
	return "all files beside it differ from their names by the same step"
}

// verdict judges one comparison in the light of its neighbours.
func (c ownCompared) verdict(all []ownCompared, agreeing int, why string) verdict.Verdict {
	o := c.own
	place := o.Place
	v := verdict.Verdict{
		Status: verdict.Agrees, Place: place, Surface: o.Surface, Claimed: o.Stated.Number, Found: c.named.Number,
		Message: fmt.Sprintf("the number in the %s is that of its name %s", o.Source, o.Name),
		Calculation: &verdict.Calculation{Relation: "number stated is the number in the name", Operands: []verdict.Operand{
			{Interval: o.Stated.Number, Place: &place}, {Interval: c.named.Number, Of: o.Name},
		}},
	}
	if c.agrees {
		return v
	}
	if why == "" && !c.sure {
		why = c.unsure(all, agreeing)
	}
	if why != "" {
		v.Status, v.Why = verdict.Undecided, why
		v.Message = fmt.Sprintf("%s says %s, the name %s says %s", statedIn(o), o.Surface, o.Name, c.named.Number)
		return v
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	v.Message = fmt.Sprintf("%s says %s, the name %s says %s", statedIn(o), o.Surface, o.Name, c.named.Number)
	v.Suggestions = []verdict.Suggestion{{Text: padded(c.named.Number, o.Surface), Place: place, Confidence: "medium"}}
	for _, other := range all {
		if other.agrees && sameNumber(other.own.Stated.Number, o.Stated.Number) && other.own.Doc != o.Doc {
			v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Note: "this document has the number by right", Place: other.own.Place})
		}
	}
	return v
}

// unsure tells why a number at the beginning of a name does not prove
// anything; empty if its neighbours show that it does.
func (c ownCompared) unsure(all []ownCompared, agreeing int) string {
	for _, other := range all {
		if other.own.Doc != c.own.Doc && other.named.Number == c.named.Number {
			return "another file's name begins with the same number"
		}
	}
	const enough, times = 3, 3 // of neighbours that agree, and for each that does not
	if against := len(all) - agreeing; agreeing < enough || agreeing < times*against {
		return "the number in the name may count something else"
	}
	return ""
}

// padded writes number with as many zeros before it as like has.
func padded(number, like string) string {
	if strings.HasPrefix(like, "0") && len(number) < len(like) {
		return strings.Repeat("0", len(like)-len(number)) + number
	}
	return number
}

// statedIn names the place where a document states its number.
func statedIn(o *fact.OwnNumber) string {
	if o.Source == "field" {
		return fmt.Sprintf("the header field %q", o.Field)
	}
	return "the title"
}
