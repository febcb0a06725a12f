package desk_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/desk"
	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/source/formats"
)

// table is a desk for tests, with a folder of files.
type table struct {
	t     *testing.T
	dir   string
	desk  *desk.Desk
	state desk.State
	// asked are the folders whose settings were asked for.
	asked   []string
	trouble error
	failing error
}

func newTable(t *testing.T, files ...string) *table {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	x := &table{t: t, dir: dir, state: desk.State{Buffers: map[string]desk.Buffer{}}}
	for _, f := range files {
		x.write(f, "Some text.")
	}
	x.desk = desk.New(func(root string) (desk.Settings, error) {
		x.asked = append(x.asked, root)
		return desk.Settings{
			Files: []string{filepath.Join(root, "settings")}, Trouble: func() error { return x.trouble },
			Plan: engine.Plan{Read: formats.Read, Extract: func(*source.Document, int) []fact.Fact { return nil }},
		}, x.failing
	}, func(err error) { t.Log("told of", err); x.state.Touched = map[string]bool{err.Error(): true} })
	return x
}

func (x *table) write(name, text string) {
	x.t.Helper()
	path := filepath.Join(x.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		x.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		x.t.Fatal(err)
	}
}

func (x *table) open(name, text string) {
	path := filepath.Join(x.dir, name)
	x.state.Buffers[desk.URIOf(path)] = desk.Buffer{URI: desk.URIOf(path), Path: path, Text: text}
}

// sets are the documents of each set, with those that are open marked, and how
// many were read.
func (x *table) sets() (sets []string, read int) {
	x.t.Helper()
	all, err := x.desk.Check(context.Background(), x.state)
	if err != nil {
		x.t.Fatal(err)
	}
	for _, o := range all {
		var names []string
		for _, d := range o.Documents {
			name := d.Name
			if d.Open {
				name += "*"
			}
			names = append(names, name)
		}
		root := "alone"
		if o.Root != "" {
			root, _ = filepath.Rel(x.dir, o.Root)
		}
		sets = append(sets, root+": "+strings.Join(names, " "))
		read += o.Read
	}
	slices.Sort(sets)
	return sets, read
}

func (x *table) want(want ...string) {
	x.t.Helper()
	got, _ := x.sets()
	if d := cmp.Diff(want, got); d != "" {
		x.t.Errorf("-want +got\n%s", d)
	}
}

func TestSetsOfAWorkspace(t *testing.T) {
	x := newTable(t, "a/one.md", "a/two.txt", "a/deep/three.md", "a/code.go", "b/four.md", "five.md")
	a, deep := filepath.Join(x.dir, "a"), filepath.Join(x.dir, "a", "deep")
	x.state.Roots = []string{a}
	x.want("a: deep/three.md one.md two.txt")
	// Folders within each other: the innermost has the file.
	x.state.Roots = []string{deep, a, a}
	x.state.Rescan = true
	x.want("a/deep: three.md", "a: one.md two.txt")
	x.open("a/deep/three.md", "Other text.")
	x.open("five.md", "Outside.")     // of all folders
	x.open("a/code.go", "package a")  // of no known name
	x.open("a/new.md", "Not saved.")  // belongs to the folder
	x.open("a/new.go", "package new") // does not
	x.want("a/deep: three.md*", "a: new.md* one.md two.txt", "alone: code.go*", "alone: five.md*", "alone: new.go*")
	x.write("a/.concordignore", "two.txt\n")
	x.open("a/two.txt", "Left out, but somebody looks at it.")
	x.want("a/deep: three.md*", "a: new.md* one.md", "alone: code.go*", "alone: five.md*", "alone: new.go*", "alone: two.txt*")
	x.state.Roots, x.state.Buffers = nil, nil
	x.want()
}

func TestOnlyWhatChangesIsRead(t *testing.T) {
	x := newTable(t, "one.md", "two.md", "three.md")
	x.state.Roots = []string{x.dir}
	if _, read := x.sets(); read != 3 {
		t.Errorf("read %d at first", read)
	}
	x.write("two.md", "Not looked for.")
	x.open("one.md", "Typed.")
	if _, read := x.sets(); read != 1 {
		t.Errorf("read %d for one that was typed", read)
	}
	x.state.Rescan = true
	if _, read := x.sets(); read != 1 {
		t.Errorf("read %d for one that was found to be changed", read)
	}
	x.write("pinned.md", "<!-- concord: pin count of=\"*.md\" --> 4\n")
	if _, read := x.sets(); read != 1 {
		t.Errorf("read %d for one that is new", read)
	}
	x.state.Rescan = false
	x.open("one.md", "Typed again.")
	// What one document counts in others may be another count now.
	if _, read := x.sets(); read != 2 {
		t.Errorf("read %d where one looks at others", read)
	}
}

func TestSettingsAreAskedForAgain(t *testing.T) {
	x := newTable(t, "one.md")
	x.state.Roots = []string{x.dir}
	x.sets()
	x.sets()
	if len(x.asked) != 1 {
		t.Errorf("asked for %v", x.asked)
	}
	x.write("settings", "new")
	x.sets() // nobody has said so
	x.state.Rescan = true
	x.sets()
	if len(x.asked) != 2 {
		t.Errorf("asked for %v", x.asked)
	}
	x.sets()
	if len(x.asked) != 2 {
		t.Errorf("asked for %v though nothing has changed", x.asked)
	}
	x.failing = errors.New("line 3 is wrong")
	x.state.Touched = map[string]bool{filepath.Join(x.dir, "settings"): true}
	x.want(".: one.md") // checked all the same
	if !x.state.Touched["line 3 is wrong"] {
		t.Error("nobody was told")
	}
	x.trouble = errors.New("a mistake of its own")
	x.state.Rescan = false
	x.sets()
	if !x.state.Touched["a mistake of its own"] {
		t.Error("nobody was told of trouble")
	}
	x.state.Touched = nil
	x.sets()
	if x.state.Touched != nil {
		t.Error("told twice")
	}
}

func TestTextsOfFilesThatHaveChanged(t *testing.T) {
	x := newTable(t, "one.md")
	x.state.Roots = []string{x.dir}
	all, err := x.desk.Check(context.Background(), x.state)
	if err != nil {
		t.Fatal(err)
	}
	d := all[0].Documents[0]
	x.write("one.md", "Another.")
	if _, err := d.Text(); err == nil {
		t.Error("a file that has changed is shown as it was")
	}
	if err := os.Remove(d.Path); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Text(); err == nil {
		t.Error("a file that is gone is shown")
	}
	if all[0].At(-1) != nil || all[0].At(1<<20) != nil {
		t.Error("there are documents of no number")
	}
}

func TestURIs(t *testing.T) {
	for path, uri := range map[string]string{
		"/a/b c/d#e%f.md": "file:///a/b%20c/d%23e%25f.md", "/ä/ø.md": "file:///%C3%A4/%C3%B8.md",
	} {
		if got := desk.URIOf(path); got != uri {
			t.Errorf("%s: %s", path, got)
		}
		if got := desk.PathOf(uri); got != path {
			t.Errorf("%s: %s", uri, got)
		}
	}
	for uri, path := range map[string]string{
		"untitled:Untitled-1": "", "https://example.org/a.md": "", "file:///c%3A/a.md": "c:/a.md", "%": "", "file://": "", "": "", "file:///a/../b.md": "/b.md",
	} {
		if got := filepath.ToSlash(desk.PathOf(uri)); got != path {
			t.Errorf("%s: %q, want %q", uri, got, path)
		}
	}
}
