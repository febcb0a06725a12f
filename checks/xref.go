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

// partIndex finds parts by kind and number.
type partIndex struct {
	of    *fact.Outline
	parts []fact.Part
	byKey map[string]int // kind, "/", number → index of the first such part
	cut   bool
	// steps counts the parts looked at for what is missing.
	steps int
}

// maxSteps bounds how many parts are looked at for what is missing in one
// document: its cost grows with the product of references and parts.
const maxSteps = 20_000_000

func newPartIndex(o *fact.Outline) *partIndex {
	x := &partIndex{of: o, parts: o.Parts, byKey: make(map[string]int, len(o.Parts)), cut: o.Cut}
	for i, p := range o.Parts {
		for _, n := range numberSpellings(p.Number) {
			key := partFamily(p.Kind, p.Form) + "/" + n
			if _, ok := x.byKey[key]; !ok {
				x.byKey[key] = i
			}
		}
	}
	return x
}

// spellings are the forms under which a number is looked up: as it is, and
// in figures where it may be Roman.
func numberSpellings(n string) []string {
	head, rest, _ := strings.Cut(n, ".")
	if v := romanValue(head); v > 0 {
		if rest != "" {
			rest = "." + rest
		}
		return []string{n, strconv.Itoa(v) + rest}
	}
	return []string{n}
}

// romanValue is the value of a Roman numeral below forty, 0 for other words.
func romanValue(s string) int {
	total, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := map[byte]int{'I': 1, 'V': 5, 'X': 10}[s[i]]
		switch {
		case v == 0:
			return 0
		case v < last:
			total -= v
		default:
			total, last = total+v, v
		}
	}
	return total
}

// partFamily groups the kinds that may be called by each other's names.
func partFamily(kind string, form fact.PartForm) string {
	switch kind {
	case "":
		if form == fact.PartSource {
			return "source"
		}
		return "section"
	case "section", "subsection", "clause", "subclause", "article", "paragraph", "chapter", "part", "rule", "principle", "recommendation":
		return "section"
	case "appendix", "annex", "schedule", "exhibit":
		return "appendix"
	case "footnote", "endnote":
		return "source"
	}
	return kind
}

// look looks a number up.
func (x *partIndex) look(r *fact.CrossRef, number string) *xrefCase {
	c := &xrefCase{ref: r, number: number}
	family := partFamily(r.Kind, 0)
	if i, ok := x.find(family, number); ok {
		c.part = &x.parts[i]
		return c
	}
	switch {
	case r.Doubt != "":
		c.why = r.Doubt
	case x.cut || x.steps > maxSteps:
		c.why = "the document has too many parts"
	default:
		c.run, c.weak, c.why = x.neighbours(r.Kind, family, number)
	}
	return c
}

// find finds the part with a number, or that of which it is a lettered
// part: "3a" is in 3.
func (x *partIndex) find(family, number string) (int, bool) {
	for _, n := range append(numberSpellings(number), strings.TrimRight(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
		if n = strings.TrimSuffix(n, "."); n == "" {
			continue
		}
		if i, ok := x.byKey[family+"/"+n]; ok {
			return i, true
		}
		if family == "appendix" {
			if i, ok := x.byKey["section/"+n]; ok && !isFigures(n) {
				return i, true
			}
		}
	}
	return 0, false
}

func isFigures(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// neighbours are the parts among which a number should stand: those of its
// kind, of its level and above it the same. why tells why its absence from
// them proves nothing.
func (x *partIndex) neighbours(kind, family, number string) (run []fact.Part, weak bool, why string) {
	prefix, last := "", number
	if dot := strings.LastIndexByte(number, '.'); dot >= 0 {
		prefix, last = number[:dot+1], number[dot+1:]
	}
	own := ordinalOf(last)
	if own == 0 {
		return nil, false, "its number is of another sort than those here"
	}
	seen := map[int]bool{}
	top := 0
	x.steps += len(x.parts)
	for _, p := range x.parts {
		n, in := x.inRun(p, kind, family, prefix)
		if in && isFigures(last) == isFigures(n) {
			if v := ordinalOf(n); v > 0 && !seen[v] {
				seen[v] = true
				top = max(top, v)
				run = append(run, p)
			}
		}
	}
	switch {
	case len(run) == 0 && prefix != "":
		if _, ok := x.find(family, strings.TrimSuffix(prefix, ".")); !ok {
			return x.neighbours(kind, family, strings.TrimSuffix(prefix, "."))
		}
		return nil, false, ""
	case len(run) == 0:
		return nil, false, ""
	case !seen[1] || len(run)*4 < top*3:
		return run, false, "the parts of the kind are not all numbered here"
	case own > 3*top+10:
		return run, false, "its number is far from those here"
	case len(run) == 1 && (prefix != "" || own != 2):
		return run, false, "there is only one part of the kind"
	case family == "section" && slices.ContainsFunc(run, func(p fact.Part) bool { return p.Kind != run[0].Kind }):
		return run, false, "the numbers here are of several kinds"
	case family == "section" && prefix == "" && len(run) < 4:
		return run, false, "there are too few numbered parts"
	}
	return run, len(run) == 1, ""
}

// inRun reports whether a part may be a neighbour, and its number's last
// component.
func (x *partIndex) inRun(p fact.Part, kind, family, prefix string) (last string, ok bool) {
	if partFamily(p.Kind, p.Form) != family || !strings.HasPrefix(p.Number, prefix) {
		return "", false
	}
	last = p.Number[len(prefix):]
	if strings.Contains(last, ".") {
		return "", false
	}
	switch family {
	case "section":
		switch {
		case p.Form == fact.PartNamed || p.Kind != "" && (p.Kind != kind || p.Form != fact.PartHeading):
			return "", false
		case prefix == "" && p.Form != fact.PartHeading && p.Kind == "":
			return "", false
		}
	case "appendix":
		return last, p.Kind == kind
	}
	return last, true
}

// ordinalOf is the place of a number or letter in its order; 0 for what is
// neither.
func ordinalOf(s string) int {
	if len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' {
		return int(s[0]-'A') + 1
	}
	v, err := strconv.Atoi(s)
	if err != nil || v < 0 {
		return 0
	}
	return v
}
