package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/baseline"
	"github.com/concordlint/concord/internal/changed"
	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/report"
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
	// whole tells that folders were asked for, not single documents.
	whole bool

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
	folder := func(p string) bool {
		info, err := os.Stat(p)
		return err == nil && info.IsDir()
	}
	return silencing{
		baseline: c.String("baseline"), since: c.String("changed-since"),
		whole: !c.Args().Present() || slices.ContainsFunc(c.Args().Slice(), folder),
	}
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
	var files []string
	for _, in := range inputs {
		if in.File != standardInput {
			files = append(files, filepath.FromSlash(in.File))
		}
	}
	set, err := changed.Since(ctx, s.since, ".", files)
	if err != nil {
		return fmt.Errorf("--changed-since %s: %w", s.since, err)
	}
	s.changes = set
	return nil
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
	if x.known != nil {
		in.Around = aroundBytes
	}
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

// gone tells how many entries are no longer found.
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
		Rule: func(rule string) bool {
			if rule == suppress.UnusedRule { // its comments may be for any rule
				return !slices.ContainsFunc(x.ran.Usual, func(id string) bool { return !slices.Contains(x.ran.Ran, id) })
			}
			return slices.Contains(x.ran.Ran, rule)
		},
		Severity: func(s string) bool { return verdict.Severity(s).Rank() >= x.minimum.Rank() },
	}
	for _, d := range x.result.Documents {
		if !d.Failed {
			l.Files = append(l.Files, d.File)
		}
	}
	return l
}
