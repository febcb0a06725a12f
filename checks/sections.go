package checks

import (
	"fmt"
	"slices"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// sections compares the number of chapters or sections that a document is
// said to have with its headings, or with the files of the set that are its
// chapters.
type sections struct{}

// Needs claims, and documents that are chapters.
func (sections) Needs() []fact.Kind { return []fact.Kind{fact.KindSectionClaim, fact.KindSectionFile} }

// Keys a claim by its folder and what it counts, or by its place; a chapter
// by its folder and the one above, for parts often have folders of their own.
func (sections) Keys(f fact.Fact) []string {
	switch f := f.(type) {
	case *fact.SectionClaim:
		switch {
		case f.Quoted:
			return nil
		case f.Folder != "" && len(f.Labelled) < 2:
			return []string{"sect/f/" + f.Folder + "|" + f.Sort}
		}
		return []string{"sect/b/" + docKey(f.Doc, f.Block)}
	case *fact.SectionFile:
		if !f.Quoted {
			return []string{"sect/f/" + f.Folder + "|" + f.Sort}
		}
	}
	return nil
}

// Judge each claim by its own headings, or by the files that met it.
func (sections) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var files []*fact.SectionFile
	for _, f := range facts {
		if s, ok := f.(*fact.SectionFile); ok {
			files = append(files, s)
		}
	}
	var out []verdict.Verdict
	for _, f := range facts {
		c, ok := f.(*fact.SectionClaim)
		if !ok {
			continue
		}
		if v, ok := judgeSections(c, files); ok {
			out = append(out, v)
		}
	}
	return out
}

// judgeSections compares a claim with what there is. ok is false where the
// document shows no such parts at all.
func judgeSections(c *fact.SectionClaim, files []*fact.SectionFile) (v verdict.Verdict, ok bool) {
	found, places, what, doubt := countedSections(c, files)
	if len(places) == 0 {
		return v, false
	}
	at := c.Place
	v = verdict.Verdict{Place: c.Place, Surface: c.Surface, Claimed: c.Quantity.Interval.Short(), Found: found.Short()}
	v.Calculation = &verdict.Calculation{Relation: "claimed in counted", Operands: []verdict.Operand{
		{Interval: c.Quantity.Interval.String(), Place: &at}, {Interval: found.String(), Of: what},
	}}
	for i, p := range places[:min(len(places), shownItems)] {
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Counted, Note: fmt.Sprintf("heading %d", i+1), Place: p})
	}
	n := len(places)
	v.Message = fmt.Sprintf("text says %q, there are %d %s", c.Surface, n, what)
	if c.Quantity.Interval.Meets(found) {
		v.Status = verdict.Agrees
		return v, true
	}
	slack := max(1, n/8)
	switch {
	case doubt != "":
		return undecided(v, doubt), true
	case n < 2:
		return undecided(v, "there is one only"), true
	case !c.Quantity.Interval.Meets(quantity.Between(max(n-slack, 0), n+slack)):
		return undecided(v, "the number is too far off to be about these headings"), true
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	if s, ok := c.Quantity.Restate(n); ok {
		v.Suggestions = []verdict.Suggestion{{Text: s, Place: c.NumberAt, Confidence: "medium"}}
	}
	return v, true
}

// countedSections are the parts that a claim counts: headings that name
// themselves, else files that do, else headings of the level below the title.
func countedSections(c *fact.SectionClaim, files []*fact.SectionFile) (found quantity.Interval, places []fact.Place, what, doubt string) {
	if c.Gaps {
		doubt = "their numbers do not run on without a gap"
	}
	switch {
	case c.AtLeast:
		return quantity.Between(0, len(c.Plain)), c.Plain, "headings behind it", doubt
	case len(c.Labelled) > 1:
		return quantity.Exactly(len(c.Labelled)), c.Labelled, "headings of that name", doubt
	case len(files) > 1:
		return fileSections(files)
	case len(c.Labelled) == 1, c.Sort != "section" && c.Sort != "chapter" && c.Sort != "subsection":
		return found, nil, "", ""
	}
	n := len(c.Plain)
	return quantity.Between(n-c.Matter, n), c.Plain, "headings", doubt
}

// fileSections counts the files that are chapters, each number once.
func fileSections(files []*fact.SectionFile) (found quantity.Interval, places []fact.Place, what, doubt string) {
	var numbers []string
	for _, f := range files {
		if !slices.Contains(numbers, f.Number) {
			numbers = append(numbers, f.Number)
			places = append(places, f.Place)
		}
	}
	for i := range places {
		if !slices.Contains(numbers, fmt.Sprint(i+1)) {
			doubt = "their numbers do not run on without a gap"
		}
	}
	return quantity.Exactly(len(places)), places, "files of that name", doubt
}
