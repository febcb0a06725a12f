package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSuppressionDocs runs the examples of docs/suppression.md.
func TestSuppressionDocs(t *testing.T) { runExamples(t, "suppression", 3) }

// TestFixingDocs runs those of docs/fixing.md, which write nothing.
func TestFixingDocs(t *testing.T) { runExamples(t, "fixing", 2) }

// runExamples runs the examples of a page in the folder of its name in testdata.
func runExamples(t *testing.T, name string, least int) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", name+".md"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Join("..", "..", "testdata", name))
	examples := strings.Split(string(page), "```console\n$ concord ")[1:]
	if len(examples) < least {
		t.Fatalf("%d examples", len(examples))
	}
	for _, e := range examples {
		example, _, _ := strings.Cut(e, "```")
		command, want, _ := strings.Cut(example, "\n")
		var out, complaints bytes.Buffer
		run(append([]string{"concord"}, strings.Fields(command)...), streams{out: &out, err: &complaints})
		if got := out.String() + complaints.String(); got != want {
			t.Errorf("concord %s\n%s", command, got)
		}
	}
}
