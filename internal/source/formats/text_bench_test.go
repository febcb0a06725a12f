package formats

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// peps are real reStructuredText files that may lie beside the checkout.
func peps(tb testing.TB) (names []string, files [][]byte) {
	names, _ = filepath.Glob("../../../../shared/corpus/peps/peps/*.rst")
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		files = append(files, data)
	}
	return names, files
}

func TestTextOfRealFiles(t *testing.T) {
	names, files := peps(t)
	if len(names) == 0 {
		t.Skip("the corpus is not here")
	}
	for i, data := range files {
		for _, name := range []string{names[i], "x.txt", "x.adoc", "x.wiki", "x.org"} {
			d := Text{}.Read(name, data)
			if err := d.Validate(); err != nil {
				t.Errorf("%s as %s: %v", names[i], name, err)
			}
		}
	}
}

func BenchmarkText(b *testing.B) {
	names, files := peps(b)
	if len(files) == 0 {
		names, files = []string{"x.rst"}, [][]byte{[]byte(manyEntries(5000))}
	}
	total := 0
	for _, data := range files {
		total += len(data)
	}
	b.SetBytes(int64(total))
	b.ReportAllocs()
	for b.Loop() {
		for i, data := range files {
			Text{}.Read(names[i], data)
		}
	}
}

func manyEntries(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Section %d of the log\n=====================\n\nThe crew wrote down two things that day and\nwent to bed:\n\n- a seal on the ice,\n- the wind from the north.\n\n", i)
	}
	return b.String()
}
