package formats

import (
	"fmt"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
)

// linksOf writes a document's links as "label > target", one a line.
func linksOf(d *source.Document) string {
	var s strings.Builder
	for _, l := range d.Links {
		where := ""
		if l.Block == source.None {
			where = " outside"
		}
		fmt.Fprintf(&s, "%s > %s%s\n", strings.Join(strings.Fields(d.Text[l.Span.Start:l.Span.End]), " "), l.Target, where)
	}
	return s.String()
}

func TestLinks(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"markdown inline", "a.md", "See [the **old** log](log.md#l) and <https://example.org>, ![map](map.png).\n", "the old log > log.md#l\n"},
		{"markdown reference", "a.md", "As in [NORM 3] and [there][n].\n\n[NORM 3]: n3.md\n[n]: n4.md\n", "NORM 3 > n3.md\nthere > n4.md\n"},
		{"markdown image as label", "a.md", "[![state](s.svg)](runs) [ ](empty) [nowhere]()\n", "state > runs\n"},
		{"markdown html", "a.md", "A <a href=\"x?a=1&amp;b=2\">tag</a> in a line.\n\n<p><a href=\"y\">block</a></p>\n", "tag > x?a=1&b=2\nblock > y\n"},
		{"markdown struck", "a.md", "~~[old](a)~~ [new](b) `[code](c)`\n", "new > b\n"},
		{"markdown table", "a.md", "| a | b |\n|---|---|\n| [x](1) | [y](2) |\n", "x > 1\ny > 2\n"},
		{"html", "a.html", "<p>See <a href='t.html'>\n the  tides </a>, <a name=q>here</a>.</p><a href=c.html><h2>Chapter 3</h2></a>", "the tides > t.html\nChapter 3 > c.html\n"},
		{"rest inline", "a.rst", "See `the log <log.html>`_ and\n`#12\n<https://example.org/12>`__, ``x <y>`_``.\n", "the log > log.html\n#12 > https://example.org/12\n"},
		{"rest role", "a.rst", "As :pep:`PEP 484 <483>` says; :pep:`8` has no label.\n", "PEP 484 > pep-483\n"},
		{"rest target", "a.rst", "Text.\n\n.. _NORM 12: https://example.org/14\n.. _`a b`: x\n.. __: y\n", "NORM 12 > https://example.org/14 outside\na b > x outside\n"},
		{"rest note", "a.rst", "Text [1]_.\n\n.. [1] NORM 4, Buoys\n   (https://example.org/n5)\n.. [2] https://example.org/n6\n", "NORM 4, Buoys > https://example.org/n5\n"},
		{"wiki", "a.wiki", "See [[page|the page]], [[other]], [https://example.org/1 one], [[text|https://example.org/2]].\n", "the page > page\none > https://example.org/1\ntext > https://example.org/2\n"},
		{"asciidoc", "a.adoc", "See https://example.org/1[one], link:b.html[two,window=_blank], xref:c.adoc[three] and a[4].\n", "one > https://example.org/1\ntwo > b.html\nthree > c.adoc\n"},
		{"org", "a.org", "See [[file:a.org][the file]] and [[b]].\n", "the file > file:a.org\n"},
		{"code", "a.rst", "Sample::\n\n    `x <y>`_\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := For(c.file, []byte(c.text)).Read(c.file, []byte(c.text))
			if err := d.Validate(); err != nil {
				t.Fatal(err)
			}
			if got := linksOf(d); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestFields(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"front matter", "a.md", "---\nhbp: 12\ntitle: \"Berths\"\nlist:\n  - one\n---\n\n# Head\n", "hbp=12 title=\"Berths\""},
		{"toml", "a.md", "+++\nnumber = 7\n+++\nText.\n", "number=7"},
		{"header", "a.txt", "Norm: 8\nTitle: Lamps\nAuthor: A. Writer\n\nText.\n", "norm=8 title=Lamps author=A. Writer"},
		{"none", "a.md", "# Head\n\nkey: value\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := For(c.file, []byte(c.text)).Read(c.file, []byte(c.text))
			if err := d.Validate(); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range d.Fields {
				got = append(got, f.Name+"="+d.Text[f.Span.Start:f.Span.End])
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}
