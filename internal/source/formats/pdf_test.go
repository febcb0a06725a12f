package formats

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
)

func TestPDFFiles(t *testing.T) {
	for _, file := range []string{"river.pdf", "river-chromium.pdf"} {
		data, err := os.ReadFile("testdata/sheets/" + file)
		if err != nil {
			t.Fatal(err)
		}
		_, d := openedOutline(t, PDF{}, file, data)
		if len(d.Lists) != 1 || len(d.Lists[0].Items) != 4 || d.Lists[0].Items[2].Marker != "3." {
			t.Errorf("%s: lists %v", file, d.Lists)
		}
		if len(d.Tables) != 1 || len(d.Tables[0].Rows) != 4 || len(d.Tables[0].Header) != 4 {
			t.Errorf("%s: tables %v", file, d.Tables)
		}
		if last := d.Blocks[len(d.Blocks)-1]; d.TextOf(last) != "The office says that 40 of 50 boats (90%) are new." || d.SpotAt(last.Span.Start).Page != 1 {
			t.Errorf("%s: last is %q", file, d.TextOf(last))
		}
		if len(d.Meta["file-created"]) != 10 {
			t.Errorf("%s: %v", file, d.Meta)
		}
	}
}

func TestPDFErrors(t *testing.T) {
	for data, want := range map[string]string{"text": "is not a PDF", "%PDF-1.4\n%%EOF": "damaged"} {
		if _, err := (PDF{}).Open("a.pdf", []byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", data, err)
		}
	}
	data, err := os.ReadFile("testdata/sheets/locked.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (PDF{}).Open("a.pdf", data); !errors.Is(err, errEncrypted) {
		t.Errorf("encrypted: %v", err)
	}
}

// at makes a line of a page as wide as its text.
func at(left, bottom float64, text string) pdfLine {
	text = strings.TrimSpace(text)
	l := pdfLine{text: text, left: left, right: left + 5*float64(len(text)), top: bottom + 8, bottom: bottom, size: 10}
	l.cells = []pdfCell{{text, l.left, l.right}}
	return l
}

func TestPDFText(t *testing.T) {
	long := strings.Repeat("word ", 12)
	page := func(n string, lines ...pdfLine) []pdfLine {
		lines = append([]pdfLine{at(50, 800, "The Alder "+n)}, lines...)
		return append(lines, at(300, 20, n))
	}
	d := &source.Document{File: "a.pdf", Format: "pdf", Spots: []source.Spot{}}
	writePDF(d, [][]pdfLine{
		page("1", at(50, 700, long+"offi-"), at(50, 688, long+"Anglo-"), at(50, 676, "Danish end."), at(50, 640, long+"and"),
			at(300, 700, "so "+long), at(300, 688, "short."), at(300, 676, "Next one begins.")),
		page("2", at(50, 700, "• a"), at(50, 688, "• b"), at(70, 676, "1. c"), at(70, 664, "2. d"), at(50, 652, "• e")),
		page("3", at(50, 700, "2023. The end.")),
	})
	if err := d.Validate(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range d.Blocks {
		got = append(got, strings.ReplaceAll(d.TextOf(b), strings.TrimSpace(long), "LONG"))
	}
	if text := strings.Join(got, "|"); text != "LONG offiLONG Anglo-Danish end.|LONG and so LONG short.|Next one begins.|a|b|c|d|e|2023. The end." {
		t.Errorf("got %s", text)
	}
	if len(d.Lists) != 2 || d.Lists[1].Depth != 1 || len(d.Lists[0].Items) != 3 {
		t.Errorf("lists %v", d.Lists)
	}
}

// A damaged file is an error or a shorter document, and nothing worse.
func TestPDFDamaged(t *testing.T) {
	data, err := os.ReadFile("testdata/sheets/river.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for k := range 12 {
		bad := append([]byte(nil), data...)
		for i := k * 531; i < len(bad); i += 997 {
			bad[i] ^= byte(k*7 + 1)
		}
		if d, err := (PDF{}).Open("a.pdf", bad); err == nil {
			if err := d.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	}
}
