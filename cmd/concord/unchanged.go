package main

import (
	"cmp"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/changed"
	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/verdict"
)

// changes finds the places that have changed.
type changes struct {
	x      *examination
	inputs map[string]engine.Input
	spans  map[string][]changed.Span // by file, as far as it was asked for
	notes  []report.Note
}

// unchanged silences the findings of which no place stands on a changed line.
// Of others it tells the first such place, if it is not the claim's.
func (x *examination) unchanged(findings []*report.Finding) []report.Note {
	c := changes{x: x, inputs: map[string]engine.Input{}, spans: map[string][]changed.Span{}}
	for _, in := range x.plan.Inputs {
		c.inputs[in.File] = in
	}
	for _, f := range findings {
		if f.Suppression != nil || c.touched(&f.Location, false) {
			continue
		}
		if f.Changed = c.firstOf(f); f.Changed == nil {
			f.Changed = c.within(f)
		}
		if f.Changed == nil {
			f.Suppression = &report.Suppression{Kind: report.Unchanged}
		}
	}
	slices.SortFunc(c.notes, func(a, b report.Note) int { return strings.Compare(a.File, b.File) })
	return c.notes
}

// of are the changed bytes of a file.
func (c *changes) of(file string) []changed.Span {
	if s, ok := c.spans[file]; ok {
		return s
	}
	s, known := c.x.changedIn(c.inputs[file])
	c.spans[file] = s
	if !known {
		c.notes = append(c.notes, report.Note{Kind: "changes", File: file, Message: "lies outside of the working copy that --changed-since looks at, so all of it counts as changed"})
	}
	return s
}

// touched reports whether a place has changed, or, if beside counts too, stands
// next to lines that took the place of others.
func (c *changes) touched(l *report.Location, beside bool) bool {
	if l.Line == 0 {
		return true // it is no longer there
	}
	return changed.Touches(c.of(l.File), l.Offset, l.Length, beside)
}

// changedIn are the changed bytes of a document, which are all if it is in no
// working copy.
func (x *examination) changedIn(in engine.Input) (spans []changed.Span, known bool) {
	all := []changed.Span{{Start: 0, End: math.MaxInt}}
	if in.File == standardInput {
		return all, true
	}
	data, err := in.Load()
	if err != nil {
		return all, false
	}
	return x.changes.Spans(filepath.FromSlash(in.File), data)
}

// firstOf is the first place of a finding's evidence and calculation that has
// been touched.
func (c *changes) firstOf(f *report.Finding) *report.Location {
	for i := range f.Evidence {
		if l := &f.Evidence[i].Location; c.touched(l, false) {
			return l
		}
	}
	if f.Calculation == nil {
		return nil
	}
	for _, o := range f.Calculation.Operands {
		if o.Location != nil && c.touched(o.Location, false) {
			return o.Location
		}
	}
	return nil
}

// within is for findings that count entries: an entry that was rewritten may be
// the one that is no longer counted, and then it is no evidence. So a change
// from the first to the last entry counted in a file counts, and one beside
// them. The entry nearest to the change is the place.
func (c *changes) within(f *report.Finding) *report.Location {
	var counted []*report.Location
	for i := range f.Evidence {
		if e := &f.Evidence[i]; e.Role == verdict.Counted {
			counted = append(counted, &e.Location)
		}
	}
	slices.SortStableFunc(counted, func(a, b *report.Location) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Offset, b.Offset))
	})
	for i := range counted {
		if c.changedUpTo(counted[i], counted[min(i+1, len(counted)-1)]) {
			return c.nearest(counted, counted[i].File)
		}
	}
	return nil
}

// changedUpTo reports whether something has changed beside a place, or between
// it and the next one.
func (c *changes) changedUpTo(l, next *report.Location) bool {
	if c.touched(l, true) {
		return true
	}
	end := l.Offset + l.Length
	return next.File == l.File && next.Offset > end && changed.Touches(c.of(l.File), end, next.Offset-end, false)
}

// nearest is the place in a file that is nearest to a change there.
func (c *changes) nearest(places []*report.Location, file string) *report.Location {
	var best *report.Location
	least := 0
	for _, l := range places {
		if l.File != file {
			continue
		}
		if d := changed.Distance(c.of(file), l.Offset, l.Length); best == nil || d < least {
			best, least = l, d
		}
	}
	return best
}
