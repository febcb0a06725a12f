package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/report"
	"github.com/google/go-cmp/cmp"
)

// foundIn runs the check over one file and returns rule, severity and words of
// each finding, with digits' grouping left out: a sheet may show 1200 for what
// a table of values has as 1,200.
func foundIn(t *testing.T, file string) []string {
	t.Helper()
	var out, errs bytes.Buffer
	run([]string{"concord", "check", "--format", "json", file}, streams{strings.NewReader(""), &out, &errs})
	var r report.Report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatalf("%s: %v: %s", file, err, errs.String())
	}
	var all []string
	for _, f := range r.Findings {
		all = append(all, f.Rule+": "+strings.ReplaceAll(f.Location.Text, ",", ""))
	}
	slices.Sort(all)
	return all
}

// The same document has the same findings in whatever format.
func TestSameFindingsInOtherFormats(t *testing.T) {
	dir := filepath.Join("..", "..", "internal", "source", "formats", "testdata")
	for original, others := range map[string][]string{
		"sheets/visitors.csv": {"sheets/visitors.xlsx", "sheets/visitors.ods"},
		"sheets/river.md":     {"sheets/river.epub", "sheets/river.pdf", "sheets/river-chromium.pdf"},
		"office/charter.md":   {"office/charter-pandoc.docx", "office/charter-libreoffice.docx", "office/charter-pandoc.odt", "office/charter-libreoffice.odt", "office/charter-pandoc.rtf", "office/charter-libreoffice.rtf"},
		"mail/minutes.txt":    {"mail/minutes-both.eml", "mail/minutes-latin.eml", "mail/minutes-html.eml"},
		"markups/ferry.md":    {"markups/ferry.tex", "markups/ferry.org", "markups/ferry.ipynb", "markups/ferry.rst", "markups/ferry.adoc", "markups/ferry.html", "markups/ferry.docx", "markups/ferry.odt", "markups/ferry.epub", "markups/ferry.jats.xml", "markups/ferry.docbook4.xml", "markups/ferry.docbook5.xml"},
		"office/changes.md":   {"office/changes.docx", "office/changes-libreoffice.odt"},
	} {
		want := foundIn(t, filepath.Join(dir, original))
		if len(want) == 0 {
			t.Errorf("%s: nothing found", original)
		}
		for _, other := range others {
			if _, err := os.Stat(filepath.Join(dir, other)); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, foundIn(t, filepath.Join(dir, other))); d != "" {
				t.Errorf("%s (-%s +%s):\n%s", other, original, other, d)
			}
		}
	}
}

// The documentation shows how many findings of each rule one document has in
// each format that it was converted to.
func TestTableOfFormats(t *testing.T) {
	const begin, end = "<!-- findings by format: made by a test -->\n", "<!-- end -->"
	dir := filepath.Join("..", "..", "internal", "source", "formats", "testdata", "markups")
	files, err := filepath.Glob(filepath.Join(dir, "ferry.*"))
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	counts := map[string]map[string]int{}
	table := begin + "| rule |"
	var formats []string
	for _, file := range files {
		ext := strings.TrimSuffix(filepath.Base(file)[len("ferry."):], ".xml")
		if strings.HasSuffix(ext, "want") {
			continue
		}
		formats = append(formats, ext)
		table += " " + ext + " |"
		for _, f := range foundIn(t, file) {
			rule, _, _ := strings.Cut(f, ":")
			if counts[rule] == nil {
				counts[rule] = map[string]int{}
			}
			counts[rule][ext]++
		}
	}
	table += "\n|---|" + strings.Repeat("---|", len(formats)) + "\n"
	for _, rule := range slices.Sorted(maps.Keys(counts)) {
		table += "| " + rule + " |"
		for _, f := range formats {
			table += fmt.Sprintf(" %d |", counts[rule][f])
		}
		table += "\n"
	}
	page := filepath.Join("..", "..", "docs", "formats.md")
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(text), begin)
	_, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatal("docs/formats.md has no place for the table")
	}
	want := before + table + end + after
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(page, []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
	} else if want != string(text) {
		t.Errorf("docs/formats.md tells otherwise; UPDATE_GOLDEN=1 writes this:\n%s", table)
	}
}
