package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/config"
	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// steps is a document with one finding.
const steps = "The repair takes the following three steps:\n\n1. Close the valve.\n2. Take the lid off.\n3. Change the seal.\n4. Put the lid back on.\n"

// TestHostileDocuments checks documents that are too much of something
// beside an ordinary one: they are read, and the other's finding is there.
func TestHostileDocuments(t *testing.T) {
	for name, text := range map[string]string{
		"line.txt":     strings.Repeat("The Minister met Ana Ruiz twice on 3 May, and then ", 20_000), // 1 MB
		"line.md":      strings.Repeat("word and ", 500_000),
		"unbroken.txt": strings.Repeat("x", 4_000_000),
		"items.md":     strings.Repeat("- item\n", 100_000),
		"items.txt":    strings.Repeat("- item\n", 100_000),
		"numbers.txt":  numbered(100_000),
		"items.html":   "<ul>" + strings.Repeat("<li>item", 100_000),
		"deep.md":      nested(2_000),
		"deep.txt":     nested(2_000),
		"deep.html":    strings.Repeat("<ul><li>x", 10_000),
		"marks.md":     strings.Repeat("- ", 10_000) + "x\n",
		"log.csv":      "date,what\n" + strings.Repeat("2021-05-03,a call with Ana Ruiz\n", 10_000),
	} {
		t.Run(name, func(t *testing.T) {
			r := reportOn(t, "check", map[string]string{name: text, "steps.md": steps})
			if r.Summary.Documents != 2 {
				t.Errorf("%d documents were read: %v", r.Summary.Documents, r.Notes)
			}
			if !reports(r, "count-list", "steps.md") {
				t.Errorf("the finding beside it is gone: %v", said(r))
			}
		})
	}
}

// reports tells whether there is a finding of a rule in a file.
func reports(r *report.Report, rule, file string) bool {
	for _, f := range r.Findings {
		if f.Rule == rule && filepath.Base(f.Location.File) == file {
			return true
		}
	}
	return false
}

func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d. item\n", i+1)
	}
	return b.String()
}

// nested is a list of n levels.
func nested(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "- x\n")
	}
	return b.String()
}

// beginCheck begins a check of a folder that holds steps.md and gone.md.
func beginCheck(t *testing.T) (x *examination, gone string, errs *bytes.Buffer) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"steps.md", "gone.md"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(steps), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	errs = &bytes.Buffer{}
	x = &examination{
		settings: settings{config: &config.Config{}, minimum: verdict.Warning, failOn: verdict.Warning},
		streams:  streams{in: strings.NewReader(""), out: &bytes.Buffer{}, err: errs},
		guard:    &guard{},
	}
	inputs, notes := gather(context.Background(), []string{dir}, x.in, source.Options{}, bounds{})
	if len(inputs) != 2 || len(notes) != 0 {
		t.Fatalf("%d files, notes %v", len(inputs), notes)
	}
	x.plan = newPlan(x.settings, inputs, x.guard)
	return x, filepath.Join(dir, "gone.md"), errs
}

// A file that vanishes before it is read is named, and the other is checked.
func TestVanishesBeforeReading(t *testing.T) {
	x, gone, errs := beginCheck(t)
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	if err := x.run(context.Background()); err != nil {
		t.Fatal(err)
	}
	r, err := x.build(report.Format{Ledger: false})
	if err != nil {
		t.Fatal(err)
	}
	if !reports(r, "count-list", "steps.md") || reports(r, "count-list", "gone.md") {
		t.Errorf("findings %v", said(r))
	}
	if err := x.conclude(true); !errors.Is(err, errUnread) || x.status(err) != statusTrouble {
		t.Errorf("concludes with %v", err)
	}
	if !strings.Contains(errs.String(), "gone.md: no such file") {
		t.Errorf("says %q", errs)
	}
}

// One that vanishes between reading and reporting has been checked: its
// findings stand, without their lines, and a note says why.
func TestVanishesBeforeReporting(t *testing.T) {
	x, gone, _ := beginCheck(t)
	if err := x.run(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	r, err := x.build(report.Format{Ledger: false})
	if err != nil {
		t.Fatal(err)
	}
	if !reports(r, "count-list", "steps.md") || !reports(r, "count-list", "gone.md") {
		t.Errorf("findings %v", said(r))
	}
	if len(r.Notes) != 1 || r.Notes[0].Kind != "changed" || filepath.Base(r.Notes[0].File) != "gone.md" {
		t.Errorf("notes %v", r.Notes)
	}
}
