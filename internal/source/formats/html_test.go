package formats

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHTMLGolden(t *testing.T) { golden(t, HTML{}, "html-*.html") }

func TestHTMLOutline(t *testing.T) {
	tests := map[string]struct {
		text string
		want []string
	}{
		"plain text": {"just words & more", []string{`0 paragraph "just words & more"`}},
		"two articles are both read": {"<article><p>a</article><article><p>b</article>", []string{
			`0 paragraph "a"`, `1 paragraph "b"`}},
		"a small article is not the page": {"<p>long text about many things</p><article>teaser</article>", []string{
			`0 paragraph "long text about many things"`, `1 paragraph "teaser"`}},
		"an empty main is not the page": {"<main></main><p>a", []string{`0 paragraph "a"`}},
		"introduced links are a list": {"<p>Members:</p><ul><li><a href=1>Ann</a><li><a href=2>Bo</a><li><a href=3>Cy</a></ul>", []string{
			`0 paragraph "Members:"`, `1 item list 0.0 "Ann"`, `2 item list 0.1 "Bo"`, `3 item list 0.2 "Cy"`,
			`list 0 kind 1 in -1.-1 depth 0 intro 0 under -1: "-" 1-1 "-" 2-2 "-" 3-3`}},
		"dropped links introduce nothing": {"<p>Words<ul><li><a href=1>Ann</a><li><a href=2>Bo</a><li><a href=3>Cy</a></ul><ol><li>x</ol>", []string{
			`0 paragraph "Words"`, `1 item list 0.0 "x"`,
			`list 0 kind 2 in -1.-1 depth 0 intro -1 under -1: "1." 1-1`}},
		"counting on": {"<ol><li>a</ol><p>x</p><ol start=2><li>b</ol>", []string{
			`0 item list 0.0 "a"`, `1 paragraph "x"`, `2 item list 0.1 "b"`,
			`list 0 kind 2 in -1.-1 depth 0 intro -1 under -1: "1." 0-0 "2." 2-2`}},
		"reversed": {"<ol reversed><li>a<li>b</ol>", []string{
			`0 item list 0.0 "a"`, `1 item list 0.1 "b"`,
			`list 0 kind 2 in -1.-1 depth 0 intro -1 under -1: "2." 0-0 "1." 1-1`}},
		"text in a head that nobody closed": {"<head><title>t</title>words", []string{`meta title: t`, `0 paragraph "words"`}},
		"title in a drawing":                {"<svg><title>t</title></svg>x", []string{`0 paragraph "x"`}},
		"form around the page":              {"<form><p>a <input value=x> b</p><select><option>c</select></form>", []string{`0 paragraph "a b" from "a <input value=x> b"`}},
		"upper case":                        {"<P>a<BR>b<SCRIPT>c</SCRIPT>", []string{`0 paragraph "a\nb" from "a<BR>b"`}},
		"blank between elements":            {"<p><b>a</b> <i>b</i>\n<u> c</u></p>", []string{`0 paragraph "a b c" from "a</b> <i>b</i>\n<u> c"`}},
		"units and notes":                   {"<p>3 km<sup>2</sup> wide,<sup>4</sup> 1<sup>st</sup> of H<sub>2</sub>O</p>", []string{`0 paragraph "3 km² wide, 1st of H2O" from "3 km<sup>2</sup> wide,<sup>4</sup> 1<sup>st</sup> of H<sub>2</sub>O"`}},
		"nothing":                           {"", nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			want := strings.Join(append(test.want, ""), "\n")
			got := outline(readValid(t, HTML{}, []byte(test.text)), []byte(test.text))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestHTMLTooDeep(t *testing.T) {
	d := readValid(t, HTML{}, []byte(strings.Repeat("<div>", 10_000)+"<p>x"))
	if len(d.Notes) != 1 || d.Notes[0].Kind != "too-deep" || d.Text != "x" {
		t.Errorf("notes %v, text %q", d.Notes, d.Text)
	}
}

// page is an HTML page of n sections.
func page(n int) []byte {
	var s strings.Builder
	s.WriteString("<html><head><title>x</title></head><body>\n")
	for range n {
		s.WriteString("<h2 class=\"head\">Meeting</h2>\n<p>The <em>board</em> met with <a href=\"https://example.org/a\">the mayor</a> and\ntalked about water &amp; roads. These are the points, none of them new:</p>\n")
		s.WriteString("<ul>\n<li>the bridge, which is <b>old</b></li>\n<li>the well</li>\n</ul>\n<table><tr><th>what</th><th>how many</th></tr><tr><td>lamps</td><td>12</td></tr></table>\n")
	}
	return []byte(s.String())
}

func BenchmarkHTML(b *testing.B) {
	data := page(2000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		HTML{}.Read("page.html", data)
	}
}
