package main

import (
	"math"
	"path/filepath"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/changed"
	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/report"
)

// unchanged silences the findings of which no place stands on a changed line.
// Of others it tells the first such place, if it is not the claim's.
func (x *examination) unchanged(findings []*report.Finding) []report.Note {
	inputs := map[string]engine.Input{}
	for _, in := range x.plan.Inputs {
		inputs[in.File] = in
	}
	spans := map[string][]changed.Span{}
	var notes []report.Note
	touched := func(l *report.Location) bool {
		if l.Line == 0 {
			return true // it is no longer there
		}
		s, ok := spans[l.File]
		if !ok {
			var known bool
			s, known = x.changedIn(inputs[l.File])
			spans[l.File] = s
			if !known {
				notes = append(notes, report.Note{Kind: "changes", File: l.File, Message: "lies outside of the working copy that --changed-since looks at, so all of it counts as changed"})
			}
		}
		return changed.Touches(s, l.Offset, l.Length)
	}
	for _, f := range findings {
		if f.Suppression != nil || touched(&f.Location) {
			continue
		}
		if f.Changed = firstOf(f, touched); f.Changed == nil {
			f.Suppression = &report.Suppression{Kind: report.Unchanged}
		}
	}
	slices.SortFunc(notes, func(a, b report.Note) int { return strings.Compare(a.File, b.File) })
	return notes
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
func firstOf(f *report.Finding, touched func(*report.Location) bool) *report.Location {
	for i := range f.Evidence {
		if l := &f.Evidence[i].Location; touched(l) {
			return l
		}
	}
	if f.Calculation == nil {
		return nil
	}
	for _, o := range f.Calculation.Operands {
		if o.Location != nil && touched(o.Location) {
			return o.Location
		}
	}
	return nil
}
