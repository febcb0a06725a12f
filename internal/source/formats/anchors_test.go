package formats_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/source/formats"
)

// TestAnchors finds the names that files give, and what stands for text that
// is written elsewhere.
func TestAnchors(t *testing.T) {
	tests := []struct {
		name, file, text string
		names            []string
		made             string
	}{
		{"attributes", "a.md", "# A\n\n<a id=\"one\"></a> <a NAME='two'></a> <p id=three>x</p>\n", []string{"one", "two", "three"}, ""},
		{"a reference in a value", "a.html", "<h1 id=\"a&amp;b\">A</h1>", []string{"a&b"}, ""},
		{"braces", "a.md", "# A {#one}\n\n# B {: #two .c}\n\n# C {/* #three */}\n", []string{"one", "two", "three"}, ""},
		{"MyST", "a.md", "(one)=\n# A\n\n```{figure} x\n:name: two\n```\n", []string{"one", "two"}, ""},
		{"front matter", "a.md", "---\ntitle: T\nfurther_reading:\n  - x\n---\n\n# A\n", []string{"title", "further-reading"}, ""},
		{"words before the sign", "a.md", "# A\n\nvalid=1, rename=2, x==y\n", []string{"1,", "2,"}, ""},
		{"a template that includes", "a.md", "# A\n\n{% include x.md %}\n", nil, "{% include x.md %}"},
		{"a template with an address", "a.md", "# A\n\n[x]({{ site.url }}/y) {% link z.md %}\n", nil, ""},
		{"a template in code", "a.md", "# A\n\nWrite `{{ name }}`.\n", nil, ""},
		{"a module's documentation", "a.md", "# A\n\n::: ropes.splice\n", nil, "::: ropes.splice"},
		{"a container", "a.md", "# A\n\n::: tip\nx\n:::\n", nil, ""},
		{"a program's tag", "a.md", "import Tabs from 'x'\n\n# A\n\n<Tabs />\n", nil, "import"},
		{"a snippet", "a.md", "# A\n\n--8<-- \"x.md\"\n", nil, "<--"},
		{"a script", "a.html", "<h1>A</h1><script>x()</script>", nil, "<script"},
	}
	for _, c := range tests {
		doc, err := formats.Read(c.file, []byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Anchors; !slices.Equal(got.Names, c.names) || got.Made != c.made {
			t.Errorf("%s: got %q, %q; want %q, %q", c.name, got.Names, got.Made, c.names, c.made)
		}
	}
}

// TestFootmarks keeps marks beside the text, with the word before them.
func TestFootmarks(t *testing.T) {
	tests := []struct{ name, file, text, want, plain string }{
		{"superscript", "a.html", "<p>Built in 1901.<sup>[5]</sup> Big.</p>", "1901.|5|", "Built in 1901. Big."},
		{"a link", "a.html", "<p>The <b>mill</b><sup><a href=\"#fn2\">2</a></sup></p>", "mill|2|#fn2", "The mill"},
		{"an exponent", "a.html", "<p>10<sup>6</sup> m<sup>2</sup></p>", "", "10⁶ m²"},
		{"Markdown", "a.md", "It leaked[^why] twice.\n\n[^why]: Rust.\n", "leaked|why|", "It leaked twice."},
		{"superscript in Markdown", "a.md", "It leaked.<sup>[12]</sup>\n", "leaked.|12|", "It leaked."},
		{"nothing before it", "a.md", "| a |\n|---|\n| [^x] |\n\n[^x]: X.\n", "|x|", ""},
		{"no such note", "a.md", "It leaked[^gone].\n", "", "It leaked[^gone]."},
	}
	for _, c := range tests {
		doc, err := formats.Read(c.file, []byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if err := doc.Validate(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		var got []string
		for _, m := range doc.Footmarks {
			got = append(got, strings.Join([]string{doc.Text[m.Span.Start:m.Span.End], m.Label, m.Target}, "|"))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if c.plain != "" && doc.TextOf(doc.Blocks[0]) != c.plain {
			t.Errorf("%s: text is %q, want %q", c.name, doc.TextOf(doc.Blocks[0]), c.plain)
		}
		if c.file == "a.md" && len(doc.Footnotes) == 1 && doc.Footnotes[0].Block == source.None {
			t.Errorf("%s: the note has no text", c.name)
		}
	}
}
