package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/extract"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source/formats"
)

// FuzzDocument holds the promise that every span rests on: the text at a
// fact's span is its surface, whatever the input.
func FuzzDocument(f *testing.F) {
	for _, s := range []string{
		"The Minister met Ana Ruiz three times.\n\n- 3 May: Minister Poe's call with Ana Ruiz\n- 5 May: meeting with Ana Ruiz\n- 4 May: call\n",
		"# Log of the Chair\n\n| Date | With |\n|---|---|\n| 2 May 2021 | Mayor Od?n |\n\nThe following two steps:\n\n1. a\n2. b\n3. c\n",
		"\"We spoke twice,\" then-President Foo of Bar, said on Monday during a call with the PM (Jo Doe).",
		"MINISTRY\n\nThis list is not exhaustive.\n\nMay 3: calls with French, German, and UK Foreign Ministers; Di Rossi also met von der Wey\n",
	} {
		f.Add(s, "a.md")
		f.Add(s, "a.txt")
	}
	f.Fuzz(func(t *testing.T, text, name string) {
		switch filepath.Ext(name) {
		case ".md", ".txt", ".html", ".csv":
		default:
			name = "a.txt"
		}
		doc, err := formats.Read(filepath.Base(name), []byte(text))
		if err != nil {
			return
		}
		for _, k := range extract.Document(doc, 0, extract.Options{}) {
			at := k.Where()
			if at.Span.Start < 0 || at.Span.End > len(doc.Text) || at.Span.Start > at.Span.End {
				t.Fatalf("%T: span %v outside the text", k, at.Span)
			}
			if e, ok := k.(*fact.Count); ok && squeeze(doc.Text[at.Span.Start:at.Span.End]) != squeeze(e.Surface) {
				t.Fatalf("span holds %q, surface is %q", doc.Text[at.Span.Start:at.Span.End], e.Surface)
			}
		}
	})
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// BenchmarkDocument measures extraction alone, in MB of file a second.
func BenchmarkDocument(b *testing.B) {
	data, name := benchText()
	doc, err := formats.Read(name, data)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		extract.Document(doc, 0, extract.Options{})
	}
}

// benchText joins real documents where they are, else repeats made-up ones.
func benchText() ([]byte, string) {
	files, _ := filepath.Glob("../../../shared/corpus/eips/EIPS/*.md")
	var all []byte
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err == nil && len(all) < 1<<20 {
			all = append(append(all, data...), '\n')
		}
	}
	if len(all) == 0 {
		para := "The committee met on 3 May and heard Minister Ana Ruiz, who had spoken twice with Mayor Tom Hale. There are three reasons:\n\n- one of them is cost,\n- another is time.\n\n"
		all = []byte(strings.Repeat(para, 6000))
	}
	return all, "bench.md"
}
