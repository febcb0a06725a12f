package formats

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
)

// hostile are documents made to make a parser slow or to make it fall over,
// each of n parts.
func hostile(n int) map[string]string {
	nested, mixed := &strings.Builder{}, &strings.Builder{}
	for i := range min(n, 1000) {
		nested.WriteString(strings.Repeat(" ", 2*i) + "- x\n")
		mixed.WriteString(strings.Repeat("> ", i%200) + strings.Repeat(" ", i%300) + "1. y\n\n")
	}
	repeat := func(s string) string { return strings.Repeat(s, n) }
	return map[string]string{
		"nested list":        nested.String(),
		"mixed nesting":      mixed.String(),
		"quotes on a line":   repeat(">") + " x\n",
		"quotes on lines":    strings.Repeat(strings.Repeat("> ", min(n, 99))+"x\n", n/99+1),
		"list marks":         repeat("- ") + "x\n",
		"numbers":            repeat("1. ") + "x\n",
		"brackets":           repeat("[") + "x\n",
		"closing brackets":   repeat("[x]") + "\n",
		"open targets":       repeat("[a](b"),
		"nested targets":     repeat("[a](b") + repeat(")"),
		"images":             repeat("![a](b"),
		"footnotes":          repeat("[^a](") + "\n\n[^a]: b\n",
		"note definitions":   repeat("[^a]: b\n\n"),
		"emphasis":           repeat("*a _b "),
		"strong":             repeat("**a "),
		"strikes":            repeat("~~a "),
		"back-ticks":         repeat("a`b``c "),
		"tags":               repeat("<a "),
		"closed tags":        repeat("<del>"),
		"sup":                repeat("<sup>") + repeat("</sup>"),
		"comments":           repeat("<!-- "),
		"references":         repeat("&a"),
		"link definitions":   repeat("[a]: b\n"),
		"link titles":        repeat("[a]: b \"c\n"),
		"angle targets":      repeat("[a](<b"),
		"underscores":        repeat("a_"),
		"stars":              repeat("a**"),
		"parens":             repeat("("),
		"table":              "a|b\n-|-\n" + repeat("`c\\|d`|e\n"),
		"wide table":         repeat("a|") + "\n" + repeat("-|") + "\n" + repeat("b|") + "\n",
		"table delimiters":   repeat("a|b\n-|-\n"),
		"setext":             repeat("a\n-\n"),
		"definitions":        repeat("a\n: b\n\n"),
		"fences":             repeat("```\n"),
		"open fence":         "```\n" + repeat("x\n"),
		"html blocks":        repeat("<div>\n\n"),
		"html lists":         repeat("<ul><li>x"),
		"lists with blanks":  repeat("- a\n\n"),
		"tabs":               repeat("\t") + "x\n" + repeat("-\tx\n\t"),
		"empty items":        repeat("-\n"),
		"backslashes":        repeat("\\"),
		"front matter":       "---\n" + repeat("a: [\n"),
		"nul":                repeat("\x00"),
		"carriage returns":   repeat("\r"),
		"lazy quotes":        "> a\n" + repeat("b\n"),
		"html attributes":    "<p " + repeat("a=b ") + ">x</p>\n",
		"autolinks":          repeat("<http://a.b/"),
		"addresses":          repeat("a@b.c "),
		"brackets and ticks": repeat("[`a](b)"),
	}
}

func TestMarkdownHostile(t *testing.T) {
	for name, text := range hostile(5_000) {
		t.Run(name, func(t *testing.T) { readValid(t, Markdown{}, []byte(text)) })
	}
}

func BenchmarkMarkdownHostile(b *testing.B) { benchmarkHostile(b, Markdown{}, hostile) }

// benchmarkHostile reads each document in two sizes: where the speed of the
// greater is far below that of the smaller, time grows faster than length.
func benchmarkHostile(b *testing.B, r source.Reader, documents func(n int) map[string]string) {
	for _, n := range []int{5_000, 40_000} {
		texts := documents(n)
		for _, name := range slices.Sorted(maps.Keys(texts)) {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				data := []byte(texts[name])
				b.SetBytes(int64(len(data)))
				for b.Loop() {
					r.Read("x", data)
				}
			})
		}
	}
}
