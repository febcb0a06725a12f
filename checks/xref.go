package checks

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// xref compares references to numbered parts with the parts that there are.
type xref struct{}

func (xref) keysByDocument() {}

// Needs the references and the document's numbered parts, the links to places
// in it and the places.
func (xref) Needs() []fact.Kind {
	return []fact.Kind{fact.KindCrossRef, fact.KindOutline, fact.KindAnchors, fact.KindAnchorLink, fact.KindFootnote}
}

// Keys by document.
func (xref) Keys(f fact.Fact) []string {
	switch f := f.(type) {
	case *fact.CrossRef:
		if f.Quoted || f.Elsewhere != "" {
			return nil
		}
	case *fact.Footnote:
		if f.Quoted {
			return nil
		}
	}
	if l, ok := f.(*fact.AnchorLink); ok && (l.Quoted || !l.Own) {
		return nil
	}
	return []string{docKey(f.Where().Doc, 0)}
}

// Judge looks every reference up among the parts.
func (xref) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	parts := &partIndex{of: &fact.Outline{}}
	for _, f := range facts {
		if o, ok := f.(*fact.Outline); ok {
			parts = newPartIndex(o)
		}
	}
	out := append(ownAnchors(facts), judgeFootnotes(facts)...)
	var all []*xrefCase
	found, lost := map[string][]string{}, map[string][]string{} // the distinct numbers of each word
	for _, f := range facts {
		r, ok := f.(*fact.CrossRef)
		if !ok {
			continue
		}
		for i := range r.Numbers {
			c := parts.look(r, r.Numbers[i])
			if r.Point && c.part == nil {
				out = append(out, parts.point(r)...)
				continue
			}
			if i == len(r.Numbers)-1 && c.part != nil && len(r.Subs) > 0 && r.Doubt == "" {
				out = append(out, parts.sub(r, c.part)...)
			}
			if c.part == nil && r.Series != "" {
				continue // it is looked up among the documents
			}
			all = append(all, c)
			switch {
			case c.part != nil:
				found[r.Kind] = withNew(found[r.Kind], c.number)
			case r.Doubt == "":
				lost[r.Kind] = withNew(lost[r.Kind], c.number)
			}
		}
	}
	for _, c := range all {
		if c.part == nil && c.why == "" && c.beyond() {
			c.why = "the parts end far before that number"
		}
		if c.part == nil && c.why == "" && len(found[c.ref.Kind]) < 2*len(lost[c.ref.Kind]) && !c.near(found[c.ref.Kind], lost[c.ref.Kind]) {
			c.why = "too few references of the kind lead to a part of this document"
		}
		if v, ok := c.verdict(); ok {
			out = append(out, v)
		}
	}
	return out
}

// withNew adds a number to those that are known.
func withNew(list []string, number string) []string {
	if slices.Contains(list, number) {
		return list
	}
	return append(list, number)
}

// xrefCase is one number of a reference, looked up.
type xrefCase struct {
	ref    *fact.CrossRef
	number string
	part   *fact.Part // that has the number
	// run are the parts among which it should be; why tells why that it is
	// not among them proves nothing.
	run []fact.Part
	why string
	// weak tells that the run has one part only.
	weak bool
}

// beyond reports whether a plain number lies more than one behind the last part:
// what names Chapter 8 beside parts 1 to 4 speaks of another book.
func (c *xrefCase) beyond() bool {
	switch c.ref.Kind {
	case "chapter", "section", "part", "paragraph":
	default:
		return false
	}
	if len(c.run) == 0 {
		return false
	}
	n, err := strconv.Atoi(c.number)
	last, err2 := strconv.Atoi(c.run[len(c.run)-1].Number)
	return err == nil && err2 == nil && n > last+1
}

// near reports whether a number that is missing is proven by its run alone:
// its neighbours on the same level are there, or all but it are found. Chapters
// and sections with a plain number may be those of another book: of them most
// have to be found.
func (c *xrefCase) near(found, lost []string) bool {
	dotted := strings.Contains(c.number, ".")
	if dotted && len(c.run) >= 2 && (len(lost) <= 2 || len(found) >= len(lost)) {
		return true
	}
	switch c.ref.Kind {
	case "section", "chapter", "part", "paragraph", "subsection":
		return len(found) >= 2 && len(found) >= 2*len(lost)
	}
	return len(found) >= 1 && len(lost) == 1
}

// verdict says what is known of the reference.
func (c *xrefCase) verdict() (verdict.Verdict, bool) {
	r := c.ref
	place := r.Place
	v := verdict.Verdict{Status: verdict.Agrees, Place: place, Surface: r.Surface, Claimed: c.name(), Found: c.name()}
	if c.part != nil {
		v.Message = fmt.Sprintf("%q leads to a part of this document", r.Surface)
		at := c.part.Place
		v.Evidence = []verdict.Evidence{{Role: verdict.Defines, Note: partNote(*c.part), Place: at}}
		v.Calculation = &verdict.Calculation{Relation: "number referred to is the number of a part", Operands: []verdict.Operand{
			{Interval: c.number, Place: &place}, {Interval: c.part.Number, Place: &at}}}
		return v, true
	}
	if len(c.run) == 0 && c.why == "" {
		return v, false
	}
	v.Found = "none"
	v.Message = fmt.Sprintf("text says %q, but there is no %s here: %s", r.Surface, c.name(), c.runNote())
	if r.Raised {
		v.Message = fmt.Sprintf("the mark [%s] behind %q leads to no note: %s", c.number, r.Surface, c.runNote())
	}
	for i, p := range c.run {
		if i == 0 || i == len(c.run)-1 {
			v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.NearMiss, Note: partNote(p), Place: p.Place})
		}
	}
	if c.why != "" {
		v.Status, v.Why = verdict.Undecided, c.why
		v.Message = fmt.Sprintf("%q leads to no part of this document", r.Surface)
		return v, true
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	if c.weak {
		v.Grade = verdict.Gap
	}
	v.Calculation = &verdict.Calculation{Relation: "number referred to is the number of a part", Operands: []verdict.Operand{
		{Interval: c.number, Place: &place}, {Interval: runInterval(c.run), Of: c.name() + "'s neighbours"}}}
	return v, true
}

// name is the reference to the one number.
func (c *xrefCase) name() string {
	if c.ref.Kind == "source" {
		return "[" + c.number + "]"
	}
	return c.ref.Kind + " " + c.number
}

// runNote says which neighbours there are.
func (c *xrefCase) runNote() string {
	if len(c.run) == 0 {
		return "there are none of the kind"
	}
	first, last := c.run[0], c.run[len(c.run)-1]
	if len(c.run) == 1 {
		return "there is only " + partNote(first)
	}
	return fmt.Sprintf("there are %d from %s to %s", len(c.run), partNote(first), partNote(last))
}

func partNote(p fact.Part) string {
	if p.Kind == "" {
		return p.Number
	}
	return p.Kind + " " + p.Number
}

// runInterval is the notation of the numbers that a run has.
func runInterval(run []fact.Part) string {
	if len(run) == 0 {
		return "∅"
	}
	return "[" + run[0].Number + "," + run[len(run)-1].Number + "]"
}
