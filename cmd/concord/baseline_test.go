package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/concordlint/concord/internal/report"
)

// slips are blocks that each have one conflict.
var slips = []string{
	"The repair takes the following three steps:\n\n1. Close the valve.\n2. Take the lid off.\n3. Change the seal.\n4. Put the lid back on.",
	"The cleaning takes the following three steps:\n\n- Open the tap.\n- Let the water run.",
	"The cleaning takes the following three steps:\n\n- Open the gate.\n- Let the water run.",
	"The choir met on Monday, 6 March 2024, in the old hall.",
	"The choir met on Monday, 7 March 2024, in the old hall.",
	"| Shed | Ropes |\n|---|---|\n| East | 12 |\n| West | 8 |\n| Pier | 14 |\n| Total | 35 |",
	"There are two gardens: Hill Garden, Lake Garden and Rose Garden.",
}

// fillers are blocks that say nothing that could be checked.
var fillers = []string{
	"It was raining when they came down to the shore.",
	"Nobody had expected much of the evening, and so nobody was let down.",
	"Wear gloves, and keep the floor dry.",
	"## On other things",
	"> Some say that this is the best part of it.",
}

// findingsOf runs a check and returns what is left of its findings.
func findingsOf(t interface{ Fatalf(string, ...any) }, args ...string) []report.Finding {
	var out, complaints bytes.Buffer
	status := run(append([]string{"concord", "check", "--format", "json"}, args...), streams{out: &out, err: &complaints})
	var r report.Report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil || status > statusFound || complaints.Len() > 0 {
		t.Fatalf("status %d, %v: %s", status, err, complaints.String())
	}
	return r.Findings
}

// TestBaselineOutlastsEdits: whatever is put in or taken out between the blocks
// of a document, and whichever blocks are mended by going, no finding that was
// accepted comes back; a conflict that is new is never among those accepted,
// however much it is like one.
func TestBaselineOutlastsEdits(t *testing.T) {
	for i, s := range slips { // each of them is a conflict by itself
		file := filepath.Join(t.TempDir(), "a.md")
		if err := os.WriteFile(file, []byte(s+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := findingsOf(t, file); len(got) != 1 {
			t.Fatalf("slip %d has %d findings", i, len(got))
		}
	}
	folder := t.TempDir()
	rapid.Check(t, func(r *rapid.T) {
		file, known := filepath.Join(folder, "a.md"), filepath.Join(folder, "known.json")
		_ = os.Remove(known)
		write := func(blocks []string) {
			if err := os.WriteFile(file, []byte("# Paper\n\n"+strings.Join(blocks, "\n\n")+"\n"), 0o600); err != nil {
				r.Fatalf("%v", err)
			}
		}
		order := rapid.Permutation(slips).Draw(r, "order")
		kept := rapid.IntRange(1, len(order)-1).Draw(r, "kept")
		padded := func(blocks []string, what string) []string {
			var out []string
			for i, b := range blocks {
				for range rapid.IntRange(0, 2).Draw(r, fmt.Sprintf("%s %d", what, i)) {
					out = append(out, rapid.SampledFrom(fillers).Draw(r, "plain"))
				}
				out = append(out, b)
			}
			return out
		}
		write(padded(order[:kept], "before"))
		var out, complaints bytes.Buffer
		if status := run([]string{"concord", "baseline", "--output", known, file}, streams{out: &out, err: &complaints}); status != 0 {
			r.Fatalf("status %d: %s", status, complaints.String())
		}
		var left []string
		for _, b := range order[:kept] {
			if rapid.IntRange(0, 3).Draw(r, "keep") > 0 {
				left = append(left, b)
			}
		}
		write(padded(left, "after"))
		if got := findingsOf(r, "--baseline", known, file); len(got) > 0 {
			r.Fatalf("%q has come back", got[0].Message)
		}
		// The ones accepted are all there: one that went while its like came is
		// one that was reworded.
		all := padded(order[:kept], "all")
		at := rapid.IntRange(0, len(all)).Draw(r, "at")
		fresh := order[kept]
		write(append(append(append([]string{}, all[:at]...), fresh), all[at:]...))
		got := findingsOf(r, "--baseline", known, file)
		if len(got) != 1 || !strings.Contains(fresh, got[0].Location.Text) {
			r.Fatalf("of a new conflict %d findings are reported: %+v", len(got), got)
		}
	})
}
