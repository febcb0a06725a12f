package formats

import (
	"strings"
	"testing"
)

// hostilePages are pages made to make a reader slow or to make it fall over,
// each of n parts.
func hostilePages(n int) map[string]string {
	repeat := func(s string) string { return strings.Repeat(s, n) }
	return map[string]string{
		"div":          repeat("<div>") + "x",
		"closed div":   repeat("<div>") + "x" + repeat("</div>"),
		"lists":        repeat("<ul><li>x"),
		"empty lists":  repeat("<ul><li>") + "x",
		"items":        "<ul>" + repeat("<li>x"),
		"quotes":       repeat("<blockquote>") + "x",
		"tables":       repeat("<table><tr><td>x"),
		"cells":        "<table><tr>" + repeat("<td>x"),
		"rows":         "<table>" + repeat("<tr><th>x<td colspan=100 rowspan=100>y"),
		"spans":        "<table>" + repeat("<tr><td colspan=99999999><td rowspan=99999999>y"),
		"links":        repeat("<a href=x>y"),
		"navigation":   repeat("<div><a href=x>y</a>"),
		"paragraphs":   repeat("<p>x"),
		"end tags":     "<p>" + repeat("</li></td></p></div>"),
		"inline":       repeat("<b>x<i>y"),
		"hidden":       repeat("<span hidden>x"),
		"del":          repeat("<del>x") + repeat("</del>"),
		"sup":          "x" + repeat("<sup>") + "1" + repeat("</sup>"),
		"references":   repeat("&a") + repeat("&amp"),
		"definitions":  repeat("<dl><dt>a<dd>b"),
		"headings":     repeat("<h1>x<h2>y"),
		"quotations":   repeat("<q>x"),
		"comments":     repeat("<!-- "),
		"blanks":       repeat("<p> \n &nbsp; "),
		"attributes":   "<p " + repeat("a=b ") + ">x",
		"unclosed tag": "<p>x<p " + repeat("a='"),
		"text":         repeat("many words\nin lines "),
		"pre":          "<pre>" + repeat("x &amp; \n"),
		"main":         repeat("<main>x</main><article>y"),
		"times":        repeat("<time datetime=2024-01-01>x</time>"),
	}
}

func TestHTMLHostile(t *testing.T) {
	for name, text := range hostilePages(5_000) {
		t.Run(name, func(t *testing.T) { readValid(t, HTML{}, []byte(text)) })
	}
}

func BenchmarkHTMLHostile(b *testing.B) { benchmarkHostile(b, HTML{}, hostilePages) }
