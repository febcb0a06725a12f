package checks

import (
	"fmt"
	"path"
	"strings"

	"github.com/concordlint/concord/internal/anchor"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// anchorIndex is a document's places, ready to be looked up.
type anchorIndex struct {
	*anchor.Index
	of *fact.Anchors
}

func newAnchorIndex(a *fact.Anchors) *anchorIndex {
	headings := make([]string, len(a.Headings))
	for i, h := range a.Headings {
		headings[i] = h.Text
	}
	return &anchorIndex{Index: anchor.NewIndex(a.Names, headings), of: a}
}

// judgeAnchors looks up the links of one document to places in one document;
// x is nil where that is not known.
func judgeAnchors(links []*fact.AnchorLink, x *anchorIndex) []verdict.Verdict {
	out := make([]verdict.Verdict, 0, len(links))
	var lost []int
	names := map[string]bool{}
	found := map[string]bool{}
	for _, l := range links {
		v, nowhere := judgeAnchor(l, x)
		if nowhere {
			lost = append(lost, len(out))
			names[l.Name] = true
		} else if v.Status == verdict.Agrees {
			found[l.Name] = true
		}
		out = append(out, v)
	}
	few := len(names) > len(found) && (len(names) > 2 || x != nil && x.of.Unlinked)
	for _, i := range lost {
		if few && !x.InRun(strings.TrimPrefix(out[i].Claimed, "#")) {
			undecide(&out[i], "most links to places there lead nowhere: their names seem to be made elsewhere")
		}
	}
	return mergeRepeats(out)
}

// undecide takes a conflict back.
func undecide(v *verdict.Verdict, why string) {
	v.Status, v.Grade, v.Why, v.Calculation = verdict.Undecided, "", why, nil
}

// judgeAnchor looks up one link. nowhere tells that it is certain that there
// is no such place.
func judgeAnchor(l *fact.AnchorLink, x *anchorIndex) (v verdict.Verdict, nowhere bool) {
	place := l.Place
	v = verdict.Verdict{Status: verdict.Agrees, Place: place, Surface: l.Surface, Claimed: "#" + l.Name, Found: "#" + l.Name}
	v.Message = fmt.Sprintf("the link %q leads to a place that is there", l.Surface)
	if l.Why != "" || x == nil {
		why := l.Why
		if why == "" {
			why = fmt.Sprintf("%s is not in the set", l.To)
		}
		v.Message = fmt.Sprintf("the link %q leads to a place in another document", l.Surface)
		undecide(&v, why)
		return v, false
	}
	answer, heading := x.Find(l.Name)
	if heading >= 0 {
		v.Evidence = []verdict.Evidence{x.evidence(verdict.Defines, heading)}
	}
	if answer == anchor.Somewhere {
		return v, false
	}
	v.Found = "none"
	v.Message = fmt.Sprintf("the link %q leads to #%s, but %s has no such heading or anchor", l.Surface, l.Name, x.called(l))
	v.Status, v.Grade = verdict.Conflicts, verdict.Gap
	v.Calculation = &verdict.Calculation{Relation: "name linked to is the name of a place", Operands: []verdict.Operand{
		{Interval: "#" + l.Name, Place: &place}, {Interval: "none", Of: "the places of " + path.Base(x.of.File)}}}
	switch {
	case answer == anchor.OtherCase:
		v.Grade = verdict.Doubt
		v.Message = fmt.Sprintf("the link %q leads to #%s, which %s has only with other capitals", l.Surface, l.Name, x.called(l))
	case x.of.Made != "":
		undecide(&v, fmt.Sprintf("%q in it stands for text that may have the place", x.of.Made))
	case !x.of.Whole:
		undecide(&v, "not all headings of the document are known")
	default:
		nowhere = true
	}
	if near := x.nearest(l.Name, heading); near >= 0 {
		h := x.of.Headings[near]
		v.Evidence = []verdict.Evidence{x.evidence(verdict.NearMiss, near)}
		v.Message += fmt.Sprintf("; the nearest is %q, #%s", h.Text, anchor.Slug(h.Text))
	}
	return v, nowhere
}

// nearest is the heading that may have been meant.
func (x *anchorIndex) nearest(name string, heading int) int {
	if heading >= 0 {
		return heading
	}
	return x.Near(name)
}

// called names the document that a link leads to.
func (x *anchorIndex) called(l *fact.AnchorLink) string {
	if l.Own {
		return "this document"
	}
	return path.Base(x.of.File)
}

// evidence is a heading as evidence.
func (x *anchorIndex) evidence(role verdict.Role, i int) verdict.Evidence {
	h := x.of.Headings[i]
	return verdict.Evidence{Role: role, Note: "heading #" + anchor.Slug(h.Text), Place: fact.Place{
		Doc: x.of.Doc, Span: h.Span, Block: h.Block, Section: fact.None}}
}

// ownAnchors looks up the links of a document to places in itself.
func ownAnchors(facts []fact.Fact) []verdict.Verdict {
	var x *anchorIndex
	var links []*fact.AnchorLink
	for _, f := range facts {
		switch f := f.(type) {
		case *fact.Anchors:
			if x == nil {
				x = &anchorIndex{of: f}
			}
		case *fact.AnchorLink:
			links = append(links, f)
		}
	}
	if x == nil || len(links) == 0 {
		return nil
	}
	return judgeAnchors(links, newAnchorIndex(x.of))
}
