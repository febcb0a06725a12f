package formats

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/concordlint/concord/internal/source"
)

// wordsOf counts the words of a text, with the marks of lists that hold a
// letter or figure.
func wordsOf(text string) map[string]int {
	n := map[string]int{}
	for _, w := range strings.Fields(strings.ReplaceAll(text, "\u00ad", "")) {
		if w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }); w != "" {
			n[w]++
		}
	}
	return n
}

// marked is a document's text with the marks of its lists.
func marked(d *source.Document) string {
	var s strings.Builder
	for i, b := range d.Blocks {
		if b.List != source.None {
			if it := d.Lists[b.List].Items[b.ItemNo]; it.First == i {
				s.WriteString(it.Marker + " ")
			}
		}
		s.WriteString(d.TextOf(b) + "\n")
	}
	return s.String()
}

// The words of a document are those that other programs read in it. Where they
// differ is written down: what LibreOffice writes as plain text has no notes but
// their marks, pandoc takes titles for no text.
func TestOfficeTextAsOthersReadIt(t *testing.T) {
	files, err := filepath.Glob("testdata/office/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test data (%v)", err)
	}
	var all strings.Builder
	for _, judge := range files {
		file := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(judge, ".txt"), ".pandoc"), ".libreoffice")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := os.ReadFile(judge)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Read(file, data)
		if err != nil {
			t.Fatal(err)
		}
		ours, others := wordsOf(marked(d)), wordsOf(string(theirs))
		fmt.Fprintf(&all, "%s\n", filepath.Base(judge))
		for _, w := range slices.Sorted(maps.Keys(ours)) {
			if n := ours[w] - others[w]; n > 0 {
				fmt.Fprintf(&all, "  here only: %s (%d)\n", w, n)
			}
		}
		for _, w := range slices.Sorted(maps.Keys(others)) {
			if n := others[w] - ours[w]; n > 0 {
				fmt.Fprintf(&all, "  there only: %s (%d)\n", w, n)
			}
		}
	}
	const golden = "testdata/office/differences"
	if os.Getenv("UPDATE_GOLDEN") != "" {
		os.WriteFile(golden, []byte(all.String()), 0o600)
	} else if want, err := os.ReadFile(golden); err != nil || all.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", all.String(), want)
	}
}
