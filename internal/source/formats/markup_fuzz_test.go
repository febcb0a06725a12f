package formats

import (
	"testing"

	"github.com/concordlint/concord/internal/source"
)

func FuzzMarkdown(f *testing.F) {
	for _, text := range hostile(3) {
		f.Add([]byte(text))
	}
	f.Add([]byte(generated(2)))
	f.Add([]byte("---\na: b\n---\n# x\n\n1. a\n\n```\nc\n```\n\n2. b\n> q ~~d~~ [^1]\n\n[^1]: n\n\n    m\n"))
	f.Add([]byte("\ufeff- a\r\n\r\n  <ul>\r\n  <li>b &amp; c\r\n  </ul>\r\n\r\n> <table><tr><th>x\r\n> <td>y</table>"))
	f.Add([]byte("t\n: d\n\n\ti\n\n- \t x\n\n-\t\ty\n| a \\| `b\\|c` |\n|-|\n| <br> |"))
	f.Fuzz(func(t *testing.T, data []byte) { checkReader(t, Markdown{}, data) })
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte("<html><head><title>a</title><meta name=date content=2024></head><body><nav><a>x</a></nav><main><h1>h</h1><p>a &amp; b&nbsp;<br>c"))
	f.Add([]byte("<ul><li>a<ul><li>b</ul><li></li><ol start=3 reversed type=i><li value=2>c<li>d</ol></ul><dl><dt>t<dd>d<dd><p>e</dl>"))
	f.Add([]byte("<table><caption>c</caption><thead><tr><th colspan=2>g<tr><th>a<th>b<tbody><tr><td rowspan=2>1<td>2<tr><td>3</table>"))
	f.Add([]byte("<blockquote>q<li>x<dt>y</blockquote><pre>\n a &lt; b\r\n</pre><del>gone</del>10<sup>6</sup> x<sup>[1]</sup><q>said</q><div hidden>h</div>"))
	f.Add([]byte("<table><tr><td><h1>x</h1><p>a<p>b<td><table><tr><td>z</table></table><header>x</header><h2><div>a</div>b</h2>&#13;&#10;&copyx"))
	f.Fuzz(func(t *testing.T, data []byte) { checkReader(t, HTML{}, data) })
}

// checkReader checks what holds for every file: the document keeps its
// promises, and every block's span leads into the file.
func checkReader(t *testing.T, r source.Reader, data []byte) {
	before := string(data)
	d := readValid(t, r, data)
	if string(data) != before {
		t.Fatal("the reader changed its input")
	}
	for _, b := range d.Blocks {
		if s := d.FileSpan(b.Span); s.Start >= s.End || s.End > len(data) {
			t.Fatalf("block %q leads to %v of %d bytes", d.TextOf(b), s, len(data))
		}
	}
}
