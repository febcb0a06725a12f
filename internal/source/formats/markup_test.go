package formats

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
	"github.com/google/go-cmp/cmp"
)

// outline writes a document's structure in lines that a test can state:
// blocks with their place, and the bytes in the file where they differ.
func outline(d *source.Document, data []byte) string {
	var s strings.Builder
	kinds := [...]string{"?", "paragraph", "heading", "item", "cell", "code", "term"}
	for _, key := range []string{"title", "date", "author", "tags"} {
		if v, ok := d.Meta[key]; ok {
			fmt.Fprintf(&s, "meta %s: %s\n", key, v)
		}
	}
	for _, n := range d.Notes {
		fmt.Fprintf(&s, "note %s\n", n.Kind)
	}
	for i, b := range d.Blocks {
		fmt.Fprintf(&s, "%d %s", i, kinds[b.Kind])
		if b.Level > 0 {
			fmt.Fprintf(&s, "%d", b.Level)
		}
		if b.Heading != source.None {
			fmt.Fprintf(&s, " under %d", b.Heading)
		}
		if b.List != source.None {
			fmt.Fprintf(&s, " list %d.%d", b.List, b.ItemNo)
		}
		if b.Table != source.None {
			fmt.Fprintf(&s, " table %d[%d,%d]", b.Table, b.Row, b.Column)
		}
		if b.Quoted {
			s.WriteString(" quoted")
		}
		fmt.Fprintf(&s, " %q", d.TextOf(b))
		f := d.FileSpan(b.Span)
		if raw := string(data[f.Start:f.End]); raw != d.TextOf(b) {
			fmt.Fprintf(&s, " from %q", raw)
		}
		s.WriteByte('\n')
	}
	for i, l := range d.Lists {
		fmt.Fprintf(&s, "list %d kind %d in %d.%d depth %d intro %d under %d:", i, l.Kind, l.Parent, l.ParentItem, l.Depth, l.Intro, l.Heading)
		for _, it := range l.Items {
			fmt.Fprintf(&s, " %q %d-%d", it.Marker, it.First, it.Last)
		}
		s.WriteByte('\n')
	}
	for i, t := range d.Tables {
		fmt.Fprintf(&s, "table %d intro %d under %d caption %d header %v rows %v\n", i, t.Intro, t.Heading, t.Caption, t.Header, t.Rows)
	}
	return s.String()
}

// readValid reads data and fails the test unless the document keeps all that
// source.Document promises.
func readValid(t testing.TB, r source.Reader, data []byte) *source.Document {
	t.Helper()
	d := r.Read("doc", data)
	if err := d.Validate(); err != nil {
		t.Fatalf("%s reader: %v\n%q", r.Name(), err, head(data))
	}
	return d
}

func head(data []byte) []byte { return data[:min(len(data), 2000)] }

// golden compares the outline of each file in testdata/dir with the .want
// file beside it. UPDATE_GOLDEN=1 writes them anew.
func golden(t *testing.T, r source.Reader, pattern string) {
	files, err := filepath.Glob(filepath.Join("testdata", pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("no test data in %s (%v)", pattern, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := outline(readValid(t, r, data), data)
			want := file + ".want"
			if os.Getenv("UPDATE_GOLDEN") != "" {
				if err := os.WriteFile(want, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			text, err := os.ReadFile(want)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(text), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			dos := strings.ReplaceAll(string(data), "\n", "\r\n")
			sameText(t, r, string(data), "\ufeff"+dos)
		})
	}
}

// sameText checks that a file with other line ends and a byte order mark
// gives the same blocks, and that their spans lead to the same letters.
func sameText(t *testing.T, r source.Reader, plain, other string) {
	t.Helper()
	a, b := readValid(t, r, []byte(plain)), readValid(t, r, []byte(other))
	if a.Text != b.Text {
		t.Fatalf("text differs: %s", cmp.Diff(a.Text, b.Text))
	}
	if diff := cmp.Diff(a.Blocks, b.Blocks); diff != "" {
		t.Fatalf("blocks differ: %s", diff)
	}
	for _, block := range a.Blocks {
		fa, fb := a.FileSpan(block.Span), b.FileSpan(block.Span)
		if was, is := plain[fa.Start:fa.End], strings.ReplaceAll(other[fb.Start:fb.End], "\r\n", "\n"); was != is {
			t.Fatalf("%q leads to %q", was, is)
		}
	}
}

// corpus is the Markdown of real projects where it is at hand, else
// generated documents of about the same size and make.
func corpus(b *testing.B) (files [][]byte, size int64) {
	root := filepath.Join("..", "..", "..", "..", "shared", "corpus")
	for _, dir := range []string{"eips", "community"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, _ os.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".md" {
				return err
			}
			data, err := os.ReadFile(path)
			files = append(files, data)
			size += int64(len(data))
			return err
		})
		if err != nil {
			b.Logf("generated documents: %v", err)
			files, size = nil, 0
			break
		}
	}
	for i := len(files); i < 100; i++ {
		data := []byte(generated(200))
		files = append(files, data)
		size += int64(len(data))
	}
	return files, size
}

// generated is a Markdown document of n sections.
func generated(n int) string {
	var s strings.Builder
	s.WriteString("---\ntitle: Minutes\n---\n")
	for i := range n {
		fmt.Fprintf(&s, "## Meeting %d\n\nThe *board* met with [the mayor](https://example.org/%d) and\ntalked about `water` &amp; roads. These are the points:\n\n", i, i)
		s.WriteString("- the bridge, which is **old**\n- the well\n  - its depth\n- the lamp\n\n| what | how many |\n|---|---|\n| lamps | 12 |\n| wells | 3 |\n\n")
	}
	return s.String()
}
