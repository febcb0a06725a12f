package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/source"
)

// TestHooksRunOnDocuments holds the files that the hooks for pre-commit are run
// for against those that are read of a folder.
func TestHooksRunOnDocuments(t *testing.T) {
	data, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct {
		ID, Entry, Files string
		Args             []string
	}
	if err := yaml.Unmarshal(data, &hooks); err != nil {
		t.Fatal(err)
	}
	if len(hooks) != 2 {
		t.Fatalf("%d hooks", len(hooks))
	}
	for _, h := range hooks {
		runOn, err := regexp.Compile(h.Files)
		if err != nil {
			t.Fatal(err)
		}
		for _, ext := range strings.Fields("md markdown mdown mkd mdx txt text rst rest adoc asciidoc asc wiki mediawiki org tex latex ltx html htm xhtml csv tsv xlsx xlsm ods docx docm odt ott rtf epub eml ipynb nxml dbk docbook pdf go png yaml doc") {
			name := "docs/a." + ext
			if got, want := runOn.MatchString(name), source.IsKnown(name); got != want {
				t.Errorf("%s: runs for %s: %v, which is a document: %v", h.ID, name, got, want)
			}
		}
		line := h.Entry + " " + strings.Join(h.Args, " ")
		if err := parses(line); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
}

// TestExamplesAreUnderstood parses each call of concord that the pages on gates
// and the examples show.
func TestExamplesAreUnderstood(t *testing.T) {
	files, err := filepath.Glob("../../docs/examples/*")
	if err != nil {
		t.Fatal(err)
	}
	call := regexp.MustCompile(`(?m)(?:^|[\s"])(concord (?:check|claims|docs|explain|baseline)(?: [^\n|&` + "`" + `]*)?)`)
	calls := 0
	for _, file := range append(files, "../../docs/ci.md", "../../docs/reports.md") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		// Continued lines are one, those of YAML's folded text, too.
		text := regexp.MustCompile(`\\\n|\n +--`).ReplaceAllStringFunc(string(data), func(s string) string {
			return " " + strings.TrimLeft(s, "\\\n ")
		})
		for _, m := range call.FindAllStringSubmatch(text, -1) {
			calls++
			line, _, _ := strings.Cut(m[1], " || ")
			if err := parses(line); err != nil {
				t.Errorf("%s: %s: %v", filepath.Base(file), line, err)
			}
		}
	}
	if parses("concord check docs --formt text") == nil {
		t.Error("a flag that there is not is understood")
	}
	if calls < 10 {
		t.Errorf("only %d calls were found", calls)
	}
}

// parses runs a command line up to where the command itself would begin.
func parses(line string) error {
	app := newApp(streams{out: io.Discard, err: io.Discard})
	for _, c := range app.Commands {
		c.Action = func(*cli.Context) error { return nil }
	}
	app.Action = func(*cli.Context) error { return errFound }
	return app.Run(reorder(app, strings.Fields(line)))
}
