package main

import (
	"fmt"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/suppress"
)

// hushing is what comments and the configuration may silence.
type hushing struct {
	rules   suppress.Rules
	ignores []suppress.Ignore
	accepts []suppress.Accept
	// config is the configuration's name, fits as in suppress.Search.
	config string
	fits   func(glob, file string) bool
	// whole tells that an entry without a file may be called unused: of single
	// documents nobody knows whether the one that it is for is among them.
	whole bool
}

// newHushing knows which rules there are, and which of them run.
func newHushing(all, chosen []ruleset.Rule) hushing {
	h := hushing{rules: suppress.Rules{Known: idsOf(all), Ran: idsOf(chosen)}}
	for _, r := range all {
		if r.Status != ruleset.Preview {
			h.rules.Usual = append(h.rules.Usual, r.ID)
		}
	}
	return h
}

// apply silences the conflicts of a result, and adds to it what is to be said of
// comments and entries that are of no use. It returns the comments that are not
// understood.
func (h hushing) apply(r *engine.Result, open func(doc int) (*source.Document, error)) []suppress.Problem {
	docs := make([]suppress.Document, len(r.Documents))
	for i, d := range r.Documents {
		docs[i] = suppress.Document{File: d.File, Marks: d.Marks}
	}
	unused, problems := suppress.Comments(docs, r.Verdicts, h.rules)
	for _, k := range suppress.Ignores(docs, r.Verdicts, h.rules, h.ignores, suppress.Search{Fits: h.fits, Open: open}) {
		if h.ignores[k].File == "" && !h.whole {
			continue
		}
		r.Notes = append(r.Notes, source.Note{Kind: "suppression", File: h.config, Message: fmt.Sprintf("the ignore entry for %s silences nothing", h.ignores[k])})
	}
	suppress.Accepts(r.Verdicts, h.accepts)
	r.Verdicts = append(r.Verdicts, unused...)
	r.Counts.Conflicts += len(unused)
	return problems
}

// hush silences what comments and the configuration speak of.
func (x *examination) hush(all, chosen []ruleset.Rule) {
	h := newHushing(all, chosen)
	h.ignores, h.accepts, h.whole = x.ignores, x.accepts, x.whole
	h.config, h.fits = x.config.File, x.placed.fits
	x.ran = h.rules
	problems := h.apply(x.result, func(i int) (*source.Document, error) {
		doc, _, err := x.open(i)
		return doc, err
	})
	x.result.Notes = append(x.result.Notes, x.problems(problems)...)
}

func idsOf(rules []ruleset.Rule) []string {
	var ids []string
	for _, r := range rules {
		ids = append(ids, r.ID)
	}
	return ids
}

// problems makes notes of comments that are not understood, with their lines.
func (x *examination) problems(all []suppress.Problem) []source.Note {
	var notes []source.Note
	var finder *report.Finder
	of := -1
	for _, p := range all {
		if of != p.Doc {
			of, finder = p.Doc, nil
			if doc, data, err := x.open(of); err == nil {
				finder = report.NewFinder(doc, data)
			}
		}
		message := p.Message
		if finder != nil {
			if at, err := finder.At(p.Span); err == nil {
				message = fmt.Sprintf("line %d: %s", at.Line, message)
			}
		}
		notes = append(notes, source.Note{Kind: "suppression", File: x.result.Documents[of].File, Message: message})
	}
	return notes
}
