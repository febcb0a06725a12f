package checks

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// numbering looks for gaps and repeats in the written numbers of a
// document's parts.
type numbering struct{}

func (numbering) keysByDocument() {}

// Needs the numbered parts, and the references, which may tell why a number
// is left out.
func (numbering) Needs() []fact.Kind { return []fact.Kind{fact.KindOutline, fact.KindCrossRef} }

// Keys by document.
func (numbering) Keys(f fact.Fact) []string { return []string{docKey(f.Where().Doc, 0)} }

// Judge judges each run of numbers in the document.
func (numbering) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var out []verdict.Verdict
	for _, f := range facts {
		o, ok := f.(*fact.Outline)
		if !ok || o.Cut {
			continue
		}
		j := &numberingJudge{outline: o, index: newPartIndex(o), excused: excusedNumbers(o, facts)}
		for _, run := range runsOf(o) {
			out = append(out, j.run(run)...)
		}
	}
	return out
}

// excusedNumbers are the numbers, with their families, that the document
// itself speaks of as left out, or in another time.
func excusedNumbers(o *fact.Outline, facts []fact.Fact) map[string]bool {
	out := map[string]bool{}
	for _, f := range facts {
		if r, ok := f.(*fact.CrossRef); ok && r.Doubt != "" {
			for _, n := range r.Numbers {
				out[partFamily(r.Kind, 0)+"/"+n] = true
			}
		}
	}
	for _, p := range o.Parts {
		if p.Excused {
			out[partFamily(p.Kind, p.Form)+"/"+p.Number] = true
		}
	}
	return out
}

// numberRun is parts that are numbered together, in the order of the text.
type numberRun struct {
	prefix string
	parts  []fact.Part
	values []int
}

// runsOf parts the numbered parts into runs: those of one kind and level
// whose numbers share all but their last component. A run ends where the
// numbers begin anew.
func runsOf(o *fact.Outline) []*numberRun {
	var out []*numberRun
	open := map[string]*numberRun{}
	for _, p := range o.Parts {
		prefix, last := "", p.Number
		if dot := strings.LastIndexByte(p.Number, '.'); dot >= 0 {
			prefix, last = p.Number[:dot+1], p.Number[dot+1:]
		}
		value := runValue(last)
		if value < 0 || p.Form == fact.PartNamed || p.Quoted {
			continue
		}
		key := fmt.Sprintf("%d/%s/%s/%d/%v", p.Form, p.Kind, prefix, p.Level, isFigures(last))
		if p.Form == fact.PartItem && prefix == "" {
			key = fmt.Sprintf("%s/%d", key, p.List)
		}
		r := open[key]
		if r == nil || value < r.values[len(r.values)-1] || value <= 1 && value == r.values[len(r.values)-1] {
			r = &numberRun{prefix: prefix}
			open[key] = r
			out = append(out, r)
		}
		r.parts = append(r.parts, p)
		r.values = append(r.values, value)
	}
	return out
}

// runValue is the place of a number's last component in its run: a number,
// a Roman numeral, a letter; -1 for what is none of these.
func runValue(s string) int {
	if v := romanValue(s); v > 0 && len(s) > 1 {
		return v
	}
	if isFigures(s) {
		if v, err := strconv.Atoi(s); err == nil {
			return v
		}
	}
	return -1
}

// numberingJudge judges the runs of one document.
type numberingJudge struct {
	outline *fact.Outline
	index   *partIndex
	excused map[string]bool
}

// run judges a run: one place where the next number does not follow is a
// slip, many are another way of numbering.
func (j *numberingJudge) run(r *numberRun) []verdict.Verdict {
	const fewest = 4 // parts that show how a run goes on
	const farthest = 3
	n := len(r.parts)
	if n < fewest && (r.prefix == "" || n < fewest-1) || j.outline.Recounted && r.parts[0].List != fact.None {
		return nil
	}
	var odd []int
	for i := 1; i < n; i++ {
		step := r.values[i] - r.values[i-1]
		switch {
		case step == 1:
		case step < 0 || step > farthest:
			return nil
		default:
			odd = append(odd, i)
		}
	}
	switch {
	case len(odd) == 0:
		return []verdict.Verdict{j.follows(r)}
	case len(odd) > 1+n/20 || r.values[n-1] > 300:
		return nil
	}
	var out []verdict.Verdict
	for _, i := range odd {
		out = append(out, j.odd(r, i))
	}
	return out
}

// follows is the verdict on a run without gap or repeat.
func (j *numberingJudge) follows(r *numberRun) verdict.Verdict {
	first, last := r.parts[0], r.parts[len(r.parts)-1]
	return verdict.Verdict{
		Status: verdict.Agrees, Place: first.Place, Surface: first.Surface, Claimed: last.Number, Found: last.Number,
		Message:  fmt.Sprintf("%s to %s follow each other without gap", partNote(first), partNote(last)),
		Evidence: []verdict.Evidence{{Role: verdict.Counted, Note: "the last of them", Place: last.Place}},
	}
}

// odd is the verdict on a part whose number does not follow that before it.
func (j *numberingJudge) odd(r *numberRun, i int) verdict.Verdict {
	before, p := r.parts[i-1], r.parts[i]
	place, other := p.Place, before.Place
	want := r.prefix + strconv.Itoa(r.values[i-1]+1)
	v := verdict.Verdict{
		Status: verdict.Conflicts, Grade: verdict.Contradiction, Place: place, Surface: p.Surface, Claimed: partNote(p),
		Found: strings.TrimSpace(p.Kind + " " + want),
		Calculation: &verdict.Calculation{Relation: "number is one more than that before it", Operands: []verdict.Operand{
			{Interval: p.Number, Place: &place}, {Interval: before.Number, Place: &other}}},
	}
	step := r.values[i] - r.values[i-1]
	if step == 0 {
		v.Message = fmt.Sprintf("%s stands twice", partNote(p))
		v.Evidence = []verdict.Evidence{{Role: verdict.Contradicts, Note: "has the same number", Place: other}}
	} else {
		v.Grade = verdict.Gap
		if p.Form == fact.PartSource {
			v.Grade = verdict.Doubt // a source that was taken out does no harm
		}
		v.Message = fmt.Sprintf("%s follows %s: %s is missing", partNote(p), partNote(before), strings.TrimSpace(p.Kind+" "+want))
		v.Evidence = []verdict.Evidence{{Role: verdict.NearMiss, Note: "the number before it", Place: other}}
	}
	if why := j.explained(r, i); why != "" {
		v.Status, v.Grade, v.Why = verdict.Undecided, "", why
	}
	return v
}

// explained tells why a gap or repeat may be meant; empty if nothing says so.
func (j *numberingJudge) explained(r *numberRun, i int) string {
	before, p := r.parts[i-1], r.parts[i]
	family := partFamily(p.Kind, p.Form)
	switch {
	case before.Excused || p.Excused:
		return "the text says that a number is left out"
	case r.prefix != "" && p.Kind == "" && !j.has(family, strings.TrimSuffix(r.prefix, ".")):
		return "the part above has no number of its own; they may be versions"
	case p.Form == fact.PartItem && r.prefix == "" && before.Number != p.Number:
		return "an item may stand in the text of the one before it"
	case p.Block-before.Block <= 1 && p.Form == fact.PartCaption:
		return "both may name one picture"
	}
	for v := r.values[i-1] + 1; v < r.values[i]; v++ {
		n := r.prefix + strconv.Itoa(v)
		if j.has(family, n) || j.has(p.Kind, n) || j.has(family, n+".1") {
			return "the number stands elsewhere in the document"
		}
		if j.excused[family+"/"+n] {
			return "the text speaks of the number that is left out"
		}
	}
	return ""
}

// has reports whether any part of a family has a number.
func (j *numberingJudge) has(family, number string) bool {
	_, ok := j.index.find(family, number)
	return ok
}
