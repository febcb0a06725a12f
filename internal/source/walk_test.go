package source

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lay makes files below a new folder and goes there. A name with an arrow
// is a link, one with a slash at its end a folder.
func lay(t *testing.T, names ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range names {
		link, target, isLink := strings.Cut(name, " -> ")
		file, text, _ := strings.Cut(link, "=")
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		switch {
		case isLink:
			err = os.Symlink(target, file)
		case strings.HasSuffix(file, "/"):
			err = os.MkdirAll(file, 0o755)
		default:
			err = os.WriteFile(file, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestWalk(t *testing.T) {
	for _, c := range []struct {
		name  string
		files []string
		paths []string
		want  string // files in order, then notes behind a bar
	}{
		{"a folder", []string{"d/b.txt", "d/a.md", "d/e/c.csv", "d/x.png", "d/README", "d/Makefile"}, []string{"d"},
			"d/README d/a.md d/b.txt d/e/c.csv"},
		{"here", []string{"b.txt", "e/c.rst"}, []string{"."}, "b.txt e/c.rst"},
		{"with a dot", []string{"d/b.txt"}, []string{"./d"}, "d/b.txt"},
		{"hidden things", []string{"d/.git/a.md", "d/.hidden.md", "d/a.md"}, []string{"d"}, "d/a.md"},
		{"a hidden folder by name", []string{".notes/a.md"}, []string{".notes"}, ".notes/a.md"},
		{"a file of any kind by name", []string{"d/a.log"}, []string{"d/a.log"}, "d/a.log"},
		{"twice", []string{"d/a.md"}, []string{"d/a.md", "d", "d/*.md", "./d/a.md"}, "d/a.md"},
		{"missing", []string{"d/a.md"}, []string{"d", "nowhere.md"}, "d/a.md | nowhere.md"},
		{"glob", []string{"d/a.md", "d/e/b.md", "d/e/c.txt"}, []string{"d/**/*.md"}, "d/a.md d/e/b.md"},
		{"glob of nothing", []string{"d/a.md"}, []string{"d/*.rst"}, " | d/*.rst"},
		{"a name like a glob", []string{"d/a[1].md"}, []string{"d/a[1].md"}, "d/a[1].md"},
		{"ignored", []string{"d/.gitignore=*.txt\n!keep.txt\n/out\n", "d/a.txt", "d/keep.txt", "d/out/b.md", "d/e/out/c.md"}, []string{"d"},
			"d/e/out/c.md d/keep.txt"},
		{"ignored below", []string{"d/e/.concordignore=# no\n\na.md\n", "d/a.md", "d/e/a.md", "d/f/a.md"}, []string{"d"}, "d/a.md d/f/a.md"},
		{"ignored but named", []string{"d/.gitignore=a.md\nout/\n", "d/a.md", "d/out/b.md"}, []string{"d", "d/a.md", "d/out"}, "d/a.md d/out/b.md"},
		{"ignored from above", []string{".git/", ".gitignore=d/a.md\n", "d/a.md", "d/b.md"}, []string{"d"}, "d/b.md"},
		{"an ignored folder by name", []string{".git/", ".gitignore=d/\n", "d/a.md"}, []string{"d"}, "d/a.md"},
		{"a link to itself", []string{"d/a.md", "d/e/loop -> ..", "d/self -> ."}, []string{"d"}, "d/a.md"},
		{"a link to a sibling", []string{"d/a/x.md", "d/b -> a", "d/c.md -> a/x.md"}, []string{"d"}, "d/a/x.md"},
		{"a link out", []string{"other/x.md", "d/in -> ../other"}, []string{"d"}, "d/in/x.md"},
		{"many links", []string{"1/a -> ../2", "1/b -> ../2", "2/a -> ../3", "2/b -> ../3", "3/a -> ../1", "3/x.md"}, []string{"1"}, "1/a/a/x.md"},
		{"a broken link", []string{"d/a.md -> nowhere", "d/b -> nowhere"}, []string{"d"}, " | d/a.md"},
		{"an empty folder", []string{"d/"}, []string{"d"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			lay(t, c.files...)
			found, notes := Walk(context.Background(), c.paths, Options{})
			var got []string
			for _, f := range found {
				got = append(got, f.File)
				if _, err := os.Stat(f.Path); err != nil {
					t.Error(err)
				}
			}
			if len(notes) > 0 {
				got = append(got, "|")
			}
			for _, n := range notes {
				got = append(got, n.File)
				if n.Kind != "unreadable" || n.Message == "" {
					t.Errorf("note %+v", n)
				}
			}
			if diff := cmp.Diff(strings.TrimSpace(c.want), strings.Join(got, " ")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestWalkAll(t *testing.T) {
	lay(t, "d/.gitignore=a.md\n", "d/a.md")
	if found, _ := Walk(context.Background(), []string{"d"}, Options{All: true}); len(found) != 1 {
		t.Errorf("found %v", found)
	}
}

func TestWalkStops(t *testing.T) {
	lay(t, "d/a.md")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if found, _ := Walk(ctx, []string{"d"}, Options{}); len(found) != 0 {
		t.Errorf("found %v", found)
	}
}
