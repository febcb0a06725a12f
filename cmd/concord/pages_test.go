package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDocsAreFresh holds the documentation that is made from the program
// against the program.
func TestDocsAreFresh(t *testing.T) {
	const folder = "../../docs"
	pages, err := documentation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	made := map[string]bool{}
	for _, p := range pages {
		made[p.name] = true
		data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(p.name)))
		if err != nil {
			t.Errorf("%v (run: go run ./cmd/concord docs docs)", err)
			continue
		}
		if diff := cmp.Diff(string(data), string(p.data)); diff != "" {
			t.Errorf("docs/%s is not up to date (run: go run ./cmd/concord docs docs)\n%s", p.name, diff)
		}
	}
	there, err := filepath.Glob(filepath.Join(folder, "rules", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range there {
		if name := "rules/" + filepath.Base(file); !made[name] {
			t.Errorf("docs/%s is of no rule; remove it", name)
		}
	}
	if len(there) < 2 {
		t.Errorf("%d pages in docs/rules", len(there))
	}
}

// TestManIsSound has the programs that show the page look for mistakes in it.
func TestManIsSound(t *testing.T) {
	for _, c := range [][]string{
		{"mandoc", "-Tlint", "-Wwarning", "../../docs/concord.1"},
		{"groff", "-man", "-Tutf8", "-ww", "-z", "../../docs/concord.1"},
	} {
		if _, err := exec.LookPath(c[0]); err != nil {
			t.Logf("not tried with %s, which is not on this machine", c[0])
			continue
		}
		if out, err := exec.CommandContext(t.Context(), c[0], c[1:]...).CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%s: %v\n%s", c[0], err, out)
		}
	}
}

// TestPagesShowExamples sees to it that each page has both examples and that
// the one that conflicts is reported.
func TestPagesShowExamples(t *testing.T) {
	all, err := loadRules()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		p, err := pageOf(t.Context(), r)
		if err != nil {
			t.Errorf("%s: %v", r.ID, err)
			continue
		}
		if p.Conflict == nil || p.Quiet == nil {
			t.Errorf("%s lacks an example", r.ID)
			continue
		}
		if p.Conflict.Said == "" || len(p.Conflict.Want) == 0 || len(p.Quiet.Want) > 0 {
			t.Errorf("%s: the examples %s and %s are not one of each kind", r.ID, p.Conflict.Name, p.Quiet.Name)
		}
	}
}
