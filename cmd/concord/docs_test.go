package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSuppressionDocs runs the examples of docs/suppression.md.
func TestSuppressionDocs(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "suppression.md"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Join("..", "..", "testdata", "suppression"))
	examples := strings.Split(string(page), "```console\n$ concord ")[1:]
	if len(examples) < 3 {
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
