package checks

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// contentsKeys are the keys under which references meet a document: its path,
// its name in its folder, and the series of which it is a part.
func contentsKeys(c *fact.Contents) []string {
	keys := []string{stem(c.File)}
	if c.Called != "" {
		keys = append(keys, path.Dir(c.File)+"\x00"+c.Called)
	}
	if c.Series != "" {
		keys = append(keys, path.Dir(c.File)+"\x00"+c.Series)
	}
	return keys
}

// judgeElsewhere looks references up in the one other document that they name,
// or among the documents of a series.
func judgeElsewhere(facts []fact.Fact) []verdict.Verdict {
	var contents []*fact.Contents
	var named, series []*fact.CrossRef
	for _, f := range facts {
		switch f := f.(type) {
		case *fact.Contents:
			contents = append(contents, f)
		case *fact.CrossRef:
			if f.Elsewhere != "" {
				named = append(named, f)
			} else {
				series = append(series, f)
			}
		}
	}
	var out []verdict.Verdict
	if len(contents) == 1 {
		out = judgeNamed(named, contents[0])
	} else {
		out = notLookedUp(named, "the document that it names is not in the set, or not the only one of its name")
	}
	if len(contents) >= 3 {
		return append(out, judgeSeries(series, contents)...)
	}
	return append(out, notLookedUp(series, "not all documents of the series seem to be in the set")...)
}

// notLookedUp are the verdicts on references that cannot be looked up.
func notLookedUp(refs []*fact.CrossRef, why string) []verdict.Verdict {
	out := make([]verdict.Verdict, 0, len(refs))
	for _, r := range refs {
		name := r.Kind + " " + strings.Join(r.Numbers, ", ")
		out = append(out, verdict.Verdict{
			Status: verdict.Undecided, Place: r.Place, Surface: r.Surface, Claimed: name, Found: "none", Why: why,
			Message: fmt.Sprintf("%q leads to a part of another document", r.Surface),
		})
	}
	return out
}

// judgeNamed looks references up among the parts of one document.
func judgeNamed(refs []*fact.CrossRef, c *fact.Contents) []verdict.Verdict {
	o := &fact.Outline{Base: c.Base, Cut: c.Cut}
	for _, p := range c.Parts {
		o.Parts = append(o.Parts, fact.Part{
			Place: fact.Place{Doc: c.Doc, Span: p.Span, Block: p.Block, Section: fact.None}, Kind: p.Kind, Number: p.Number, Form: p.Form, Level: p.Level, List: fact.None,
		})
	}
	parts := newPartIndex(o)
	var out []verdict.Verdict
	for _, r := range refs {
		if r.Doc == c.Doc {
			continue
		}
		sure := *r
		sure.Doubt = "" // that it is a part of another document is known now
		for _, number := range r.Numbers {
			x := parts.look(&sure, number)
			if x.part == nil && x.why == "" && (len(x.run) < 2 || x.beyond()) {
				x.why = "too few parts of the kind are numbered there"
			}
			v, ok := x.verdict()
			if !ok {
				continue
			}
			v.Message = strings.ReplaceAll(strings.ReplaceAll(v.Message, "this document", path.Base(c.File)), " here:", " in "+path.Base(c.File)+":")
			out = append(out, v)
		}
	}
	return out
}

// judgeSeries looks up "Chapter 7" among documents that are chapters. It speaks
// only where these are numbered without gaps and most references lead to one.
func judgeSeries(refs []*fact.CrossRef, contents []*fact.Contents) []verdict.Verdict {
	numbers := map[string]*fact.Contents{}
	top := 0
	for _, c := range contents {
		_, n, _ := strings.Cut(c.Called, " ")
		if numbers[n] == nil {
			numbers[n] = c
		}
		top = max(top, ordinalOf(n))
	}
	var out []verdict.Verdict
	var lost []int
	missing, found := map[string]bool{}, map[string]bool{}
	for _, r := range refs {
		for _, number := range r.Numbers {
			spelled := numberSpellings(number)
			n := spelled[len(spelled)-1]
			v := verdict.Verdict{Status: verdict.Agrees, Place: r.Place, Surface: r.Surface, Claimed: r.Kind + " " + number, Found: r.Kind + " " + number}
			if i := slices.IndexFunc(spelled, func(s string) bool { return numbers[s] != nil }); i >= 0 {
				c := numbers[spelled[i]]
				found[n] = true
				v.Message = fmt.Sprintf("%q is %s", r.Surface, path.Base(c.File))
				v.Evidence = []verdict.Evidence{{Role: verdict.Defines, Note: c.Called, Place: c.Place}}
				out = append(out, v)
				continue
			}
			if !isFigures(n) {
				continue
			}
			place := r.Place
			v.Status, v.Grade, v.Found = verdict.Conflicts, verdict.Contradiction, "none"
			v.Message = fmt.Sprintf("text says %q, but the set has no %s %s: the highest is %d", r.Surface, r.Kind, number, top)
			v.Calculation = &verdict.Calculation{Relation: "number referred to is the number of a document", Operands: []verdict.Operand{
				{Interval: number, Place: &place}, {Interval: fmt.Sprintf("[1,%d]", top), Of: "the documents of the series"}}}
			if ordinalOf(n) > top+1 {
				undecide(&v, "the series ends far before that number")
			} else {
				lost = append(lost, len(out))
				missing[n] = true
			}
			out = append(out, v)
		}
	}
	if len(numbers) != top || len(found) < 2*len(missing) {
		for _, i := range lost {
			undecide(&out[i], "not all documents of the series seem to be in the set")
		}
	}
	return out
}
