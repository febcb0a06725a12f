package formats

import (
	"errors"
	"os"
	"strings"
	"testing"
)

// bookOf makes a book of two pages.
func bookOf(t testing.TB, first, second string) []byte {
	return pack(t, "mimetype", "application/epub+zip",
		"META-INF/container.xml", `<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`,
		"OPS/book.opf", `<package><metadata><dc:title>The Alder</dc:title><dc:creator>Lena Ode</dc:creator></metadata><manifest><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/><item id="b" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="gone"/></spine></package>`,
		"OPS/nav.xhtml", "<nav>all</nav>", "OPS/a b.xhtml", second, "OPS/c.xhtml", first)
}

func TestEPUBChapters(t *testing.T) {
	got, d := openedOutline(t, EPUB{}, "a.epub", bookOf(t,
		`<html><body><h1>The Source</h1><p>It has <a href="c.xhtml#x">three</a> arms:</p><ul><li>a<ol><li>b</li></ol></li></ul></body></html>`,
		`<p>Near <a href="https://example.org/">Quay</a></p><table><caption>Boats</caption><tr><th>x</th><th>y</th></tr><tr><td>1</td><td>2</td></tr></table>`))
	want := `chapter “The Source”  kind 2 "The Source"
chapter “The Source”  kind 1 "It has three arms:"
chapter “The Source”  kind 3 "a"
chapter “The Source”  kind 3 "b"
chapter 2  kind 1 "Near Quay"
chapter 2  kind 1 "Boats"
chapter 2  0[-2,0] "x"
chapter 2  0[-2,1] "y"
chapter 2  0[0,0] "1"
chapter 2  0[0,1] "2"
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if d.Meta["title"] != "The Alder" || d.Meta["author"] != "Lena Ode" || len(d.Links) != 1 || d.TextOf(d.Blocks[4])[5:] != d.Text[d.Links[0].Span.Start:d.Links[0].Span.End] {
		t.Errorf("%v %v", d.Meta, d.Links)
	}
}

func TestEPUBHostile(t *testing.T) {
	locked := pack(t, "mimetype", "application/epub+zip", "META-INF/encryption.xml", `<e><CipherReference URI="OPS/a.xhtml"/></e>`)
	if _, err := (EPUB{}).Open("a.epub", locked); !errors.Is(err, errEncrypted) {
		t.Errorf("encrypted: %v", err)
	}
	_, d := openedOutline(t, EPUB{}, "a.epub", bookOf(t, strings.Repeat("<p>x</p>", 2<<20), "<p>y"))
	if len(d.Notes) != 1 || !strings.Contains(d.Notes[0].Message, "256 MB") {
		t.Errorf("a bomb: %v", d.Notes)
	}
	if _, err := (EPUB{}).Open("a.epub", []byte("text")); err == nil {
		t.Error("text is read as a book")
	}
}

func TestEPUBFile(t *testing.T) {
	data, err := os.ReadFile("testdata/sheets/river.epub")
	if err != nil {
		t.Fatal(err)
	}
	if _, d := openedOutline(t, EPUB{}, "river.epub", data); len(d.Lists) == 0 || len(d.Tables) == 0 || d.Meta["title"] == "" {
		t.Errorf("%d lists, %d tables, %v", len(d.Lists), len(d.Tables), d.Meta)
	}
}

func FuzzEPUB(f *testing.F) {
	f.Add("<h1>a</h1><ul><li>b", "<table><tr><td>x<td><a href=http://x>y</a></table>")
	f.Fuzz(func(t *testing.T, first, second string) {
		if d, err := (EPUB{}).Open("a.epub", bookOf(t, first, second)); err == nil {
			if err := d.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
