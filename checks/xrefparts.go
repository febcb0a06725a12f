package checks

import (
	"slices"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
)

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
