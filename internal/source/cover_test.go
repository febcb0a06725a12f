package source_test

import (
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/source/formats"
)

// TestCovered holds what comments are for, by the words at both ends of it. In
// the texts § stands for the comment.
func TestCovered(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"paragraph":           {"a.md", "One.\n\n§\nTwo\nthree.\n\nFour.\n", "Two\nthree."},
		"blank line":          {"a.md", "§\n\n\nTwo.\n\nFour.\n", "Two."},
		"heading":             {"a.md", "One.\n\n§\n\n## Two\n\nThree.\n", "Two"},
		"introduction":        {"a.md", "§\nTwo:\n\n- a\n- b\n", "Two:"},
		"list":                {"a.md", "Two:\n\n§\n\n- a\n  - b\n\n  c\n- d\n\nEnd.\n", "a … d"},
		"nested list":         {"a.md", "- a\n\n  §\n\n  - b\n  - c\n- d\n", "b … c"},
		"in the first item":   {"a.md", "- § a\n- b\n", "a"},
		"behind an item":      {"a.md", "- a\n- b §\n- c\n", "b"},
		"before an item":      {"a.md", "- a\n\n  §\n- b\n  - c\n- d\n", "b … c"},
		"in the next item":    {"a.md", "- a\n- §\n  b\n- c\n", "b"},
		"second paragraph":    {"a.md", "- a\n\n  §\n\n  b\n- c\n", "b"},
		"behind a paragraph":  {"a.md", "One. §\n\nTwo.\n", "One."},
		"within a paragraph":  {"a.md", "One § is\none.\n\nTwo.\n", "One  is\none."},
		"behind markup":       {"a.md", "See [one](x.md) **and *two*** §\n\nTwo.\n", "See one and two"},
		"behind a heading":    {"a.md", "## One §\n\nTwo.\n", "One"},
		"table":               {"a.md", "One.\n\n§\n\n| a | b |\n|---|---|\n| c | d |\n\nEnd.\n", "a … d"},
		"in a cell":           {"a.md", "| a | b |\n|---|---|\n| c § | d |\n", "c"},
		"before a cell":       {"a.md", "| a | b |\n|---|---|\n| c | § d |\n", "d"},
		"block quotation":     {"a.md", "> §\n> - a\n> - b\n\nEnd.\n", "a … b"},
		"last":                {"a.md", "One.\n\n§\n", ""},
		"alone":               {"a.md", "§\n", ""},
		"html":                {"a.html", "<p>One</p>§<p>Two</p><p>Three</p>", "Two"},
		"html, behind":        {"a.html", "<p>One <b>and</b> §</p><p>Two</p>", "One and"},
		"html list":           {"a.html", "<p>One</p>§<ul><li>a</li><li>b</li></ul><p>Two</p>", "a … b"},
		"html item":           {"a.html", "<ul>\n<li>a</li>\n§\n<li>b<ul><li>c</li></ul></li><li>d</li></ul>", "b … c"},
		"html first item":     {"a.html", "<ul>\n§\n<li>a</li>\n<li>b</li></ul>", "a"},
		"html table":          {"a.html", "§\n<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a … d"},
		"html row":            {"a.html", "<table><tr><td>a</td><td>b</td></tr>\n§\n<tr><td>c</td><td>d</td></tr><tr><td>e</td></tr></table>", "c … d"},
		"html caption":        {"a.html", "§\n<table><caption>Tab</caption><tr><td>a</td></tr><tr><td>c</td></tr></table><p>z</p>", "Tab … c"},
		"asciidoc":            {"a.adoc", "One.\n\n// ¶\nTwo.\n\nThree.\n", "Two."},
		"asciidoc list":       {"a.adoc", "One:\n\n// ¶\n* a\n** b\n* c\n\nEnd.\n", "a … c"},
		"rest list":           {"a.rst", "One:\n\n.. ¶\n\n- a\n- b\n\nEnd.\n", "a … b"},
		"text":                {"a.txt", "One.\n\n¶\nTwo.\n\nThree.\n", "Two."},
		"text, dated list":    {"a.txt", "Log\n\n¶\n3 May: came\n4 May: saw\n5 May: left\n\nEnd.\n", "3 May: came … 5 May: left"},
		"text, windows lines": {"a.txt", "One.\r\n\r\n¶\r\nTwo.\r\n\r\nThree.\r\n", "Two."},
		"text, utf-16":        {"a.txt", "\ufeffutf16:One.\n\n¶\nTwo.\n\nThree.\n", "Two."},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.NewReplacer("§", "<!-- concord: ignore x -->", "¶", "concord: ignore x").Replace(c.text)
			data := []byte(text)
			if rest, ok := strings.CutPrefix(text, "\ufeffutf16:"); ok {
				data = []byte{0xff, 0xfe}
				for _, r := range rest {
					data = append(data, byte(r), 0)
				}
			}
			d, err := formats.Read(c.file, data)
			if err != nil || len(d.Marks) != 1 {
				t.Fatalf("%v, %d marks", err, len(d.Marks))
			}
			s := d.Covered(d.Marks[0], data)
			got := d.Text[s.Start:s.End]
			want, tail, cut := strings.Cut(c.want, " … ")
			if cut {
				if !strings.HasPrefix(got, want) || !strings.HasSuffix(got, tail) {
					t.Errorf("covers %q", got)
				}
			} else if got != want {
				t.Errorf("covers %q", got)
			}
		})
	}
}

// TestCoveredAfterwards holds that a file that has changed since is no reason
// to fail.
func TestCoveredAfterwards(t *testing.T) {
	text := "One.\n\n<!-- concord: ignore x -->\nTwo.\n"
	d, err := formats.Read("a.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(text) {
		s := d.Covered(d.Marks[0], []byte(text[:n]))
		if (source.Span{Start: 0, End: len(d.Text)}).Contains(s) == false {
			t.Errorf("%v of %d bytes", s, n)
		}
	}
}

// FuzzCovered holds that what a comment covers is a stretch of the text, for
// whatever there is around it.
func FuzzCovered(f *testing.F) {
	const mark = "<!-- concord: ignore x -->"
	f.Add("- a\n\n  " + mark + "\n  - b\n" + mark + "\n\n| a |\n|---|\n| b " + mark + "|\n")
	f.Add("<ul>" + mark + "<li>a<table>" + mark + "<caption>c</caption><tr>" + mark + "<td>b</ul>" + mark)
	f.Add("concord: ignore x\n3 May: a\nconcord: off x\n\n4 May: b\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, file := range []string{"a.md", "a.html", "a.txt", "a.rst", "a.adoc"} {
			d, err := formats.Read(file, []byte(text))
			if err != nil {
				continue
			}
			for _, m := range d.Marks {
				if s := d.Covered(m, []byte(text)); s.Start < 0 || s.End < s.Start || s.End > len(d.Text) {
					t.Errorf("%s: %v of %d", file, s, len(d.Text))
				}
			}
		}
	})
}
