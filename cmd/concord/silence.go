package main

import (
	"context"
	"fmt"
	"path"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/baseline"
	"github.com/concordlint/concord/internal/changed"
	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/suppress"
	"github.com/concordlint/concord/internal/verdict"
)

// silencing is what was asked for about findings that are not to count.
type silencing struct {
	// ignores and accepts are those of the configuration.
	ignores []suppress.Ignore
	accepts []suppress.Accept
	// baseline is the file of findings that are accepted, since the revision
	// from which on changes count; empty for none.
	baseline, since string

	known    *baseline.File
	matching baseline.Matching
	changes  *changed.Set
	ran      suppress.Rules
}

// silenceFlags are those of check and claims about findings that are not to
// count.
func silenceFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "baseline", Usage: "leave out the findings that `FILE` has, which concord baseline writes"},
		&cli.StringFlag{Name: "changed-since", Usage: "report only findings with a place on a line that has changed since `REV`, as git tells it"},
	}
}

// silencingOf reads the flags.
func silencingOf(c *cli.Context) silencing {
	return silencing{baseline: c.String("baseline"), since: c.String("changed-since")}
}

// ready reads the baseline and asks git, so that a mistake in either is told
// before anything is checked.
func (s *silencing) ready(ctx context.Context, inputs []engine.Input) error {
	if s.baseline != "" {
		f, err := baseline.Read(s.baseline)
		if err != nil {
			return err
		}
		s.known = f
	}
	if s.since == "" {
		return nil
	}
	var folders []string
	for _, in := range inputs {
		if in.File != standardInput {
			folders = append(folders, path.Dir(in.File))
		}
	}
	set, err := changed.Since(ctx, s.since, ".", slices.Compact(folders))
	if err != nil {
		return fmt.Errorf("--changed-since %s: %w", s.since, err)
	}
	s.changes = set
	return nil
}

// hush silences what comments and the configuration speak of, and adds what is
// to be said of comments and entries that are of no use.
func (x *examination) hush(all, chosen []ruleset.Rule) {
	rules := rulesRun(all, chosen)
	x.ran = rules
	r := x.result
	docs := commented(r)
	unused, problems := suppress.Comments(docs, r.Verdicts, rules)
	for _, k := range suppress.Ignores(docs, r.Verdicts, rules, x.ignores, x.reopen) {
		r.Notes = append(r.Notes, source.Note{Kind: "suppression", File: "configuration", Message: fmt.Sprintf("the ignore entry for %s silences nothing", x.ignores[k])})
	}
	suppress.Accepts(r.Verdicts, x.accepts)
	r.Notes = append(r.Notes, x.problems(problems)...)
	r.Verdicts = append(r.Verdicts, unused...)
	r.Counts.Conflicts += len(unused)
}

// rulesRun are the rules there are and those that ran.
func rulesRun(all, chosen []ruleset.Rule) suppress.Rules {
	rules := suppress.Rules{Known: idsOf(all), Ran: idsOf(chosen)}
	for _, r := range all {
		if r.Status != ruleset.Preview {
			rules.Usual = append(rules.Usual, r.ID)
		}
	}
	return rules
}

// commented are the documents of a result with their comments.
func commented(r *engine.Result) []suppress.Document {
	docs := make([]suppress.Document, len(r.Documents))
	for i, d := range r.Documents {
		docs[i] = suppress.Document{File: d.File, Marks: d.Marks}
	}
	return docs
}

func idsOf(rules []ruleset.Rule) []string {
	var ids []string
	for _, r := range rules {
		ids = append(ids, r.ID)
	}
	return ids
}

// reopen reads a document again, for its text.
func (x *examination) reopen(i int) (*source.Document, error) {
	doc, _, err := x.open(i)
	return doc, err
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

// aroundBytes is how much of the text around a claim a baseline knows.
const aroundBytes = 80

// silence gives the report what it needs to leave findings out; the notes are
// there once it has been made.
func (x *examination) silence(in *report.Input) (notes func() []report.Note) {
	if x.known == nil && x.changes == nil {
		return func() []report.Note { return nil }
	}
	var out []report.Note
	in.Around = aroundBytes
	in.Silence = func(findings []*report.Finding) {
		if x.known != nil {
			x.matching = x.known.Match(found(findings), x.lookedAt())
			m := x.matching
			for i, k := range m.Entry {
				if k >= 0 {
					findings[i].Suppression = &report.Suppression{Kind: report.Baselined, Reason: x.known.Entries[k].Reason}
				}
			}
			if n := len(m.Gone); n > 0 {
				out = append(out, report.Note{Kind: "baseline", File: x.baseline, Message: gone(n, len(x.known.Entries))})
			}
		}
		if x.changes != nil {
			out = append(out, x.unchanged(findings)...)
		}
	}
	return func() []report.Note { return out }
}

func gone(n, all int) string {
	entries, is := "entries", "are"
	if all == 1 {
		entries = "entry"
	}
	if n == 1 {
		is = "is"
	}
	return fmt.Sprintf("%d of %d %s %s mended: run concord baseline --update", n, all, entries, is)
}

// found are findings as a baseline knows them.
func found(findings []*report.Finding) []baseline.Entry {
	out := make([]baseline.Entry, len(findings))
	for i, f := range findings {
		e := baseline.Entry{
			Rule: f.Rule, File: f.Location.File, Text: f.Location.Text, Severity: string(f.Severity),
			Claimed: f.Claimed, Found: f.Found, Fingerprint: f.Fingerprint,
		}
		e.Before, e.Behind = f.Location.Around()
		for _, v := range f.Evidence {
			e.Evidence = append(e.Evidence, v.Location.Text)
		}
		out[i] = e
	}
	return out
}

// lookedAt tells the baseline what this run looked at.
func (x *examination) lookedAt() baseline.Looked {
	l := baseline.Looked{
		Rule:     func(rule string) bool { return rule == suppress.UnusedRule || slices.Contains(x.ran.Ran, rule) },
		Severity: func(s string) bool { return verdict.Severity(s).Rank() >= x.minimum.Rank() },
	}
	for _, d := range x.result.Documents {
		if !d.Failed {
			l.Files = append(l.Files, d.File)
		}
	}
	return l
}

// unchanged silences the findings of which no place stands on a changed line.
// Of others it tells the first such place, if it is not the claim's.
func (x *examination) unchanged(findings []*report.Finding) []report.Note {
	spans := map[string][]changed.Span{}
	var notes []report.Note
	for i, in := range x.plan.Inputs {
		if x.result.Documents[i].Failed {
			continue
		}
		s, known := x.changedIn(in)
		if spans[in.File] = s; !known && in.File != standardInput {
			notes = append(notes, report.Note{Kind: "changes", File: in.File, Message: "lies outside of the working copy that --changed-since looks at; all of it counts as changed"})
		}
	}
	touched := func(l *report.Location) bool { return changed.Touches(spans[l.File], l.Offset, l.Length) }
	for _, f := range findings {
		if f.Suppression != nil || touched(&f.Location) {
			continue
		}
		if f.Changed = firstOf(f, touched); f.Changed == nil {
			f.Suppression = &report.Suppression{Kind: report.Unchanged}
		}
	}
	return notes
}

// changedIn are the changed bytes of a document.
func (x *examination) changedIn(in engine.Input) ([]changed.Span, bool) {
	data, err := in.Load()
	if err != nil || in.File == standardInput {
		return []changed.Span{{Start: 0, End: 1 << 62}}, false
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
