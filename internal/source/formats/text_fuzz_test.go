package formats

import (
	"fmt"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
)

// textNames are file names for all dialects of the text reader.
var textNames = []string{"x.txt", "x.rst", "x.adoc", "x.mediawiki", "x.org"}

// named gives a reader's documents a name, which tells it the dialect.
type named struct {
	source.Reader
	name string
}

func (n named) Read(_ string, data []byte) *source.Document { return n.Reader.Read(n.name, data) }

func FuzzText(f *testing.F) {
	for i := range textNames {
		for _, text := range hostileText(3) {
			f.Add([]byte(text), i)
		}
		f.Add([]byte("MINUTES\n\nPresent: A, B\n\n1. Bridge\n   a) old\n   b) new\n\n2 May: opened\n3 May: closed\n\nFees\n  Dog .... 12\n  Cat .... 8\n"), i)
		f.Add([]byte("Title\n=====\n\n:Author: A. Writer\n:Date: 2 May\n\n.. note:: well\n\n   more::\n\n      code\n\nterm\n  text\n\n====  ===\nA     B\n====  ===\n1     2\n      3\n====  ===\n"), i)
		f.Add([]byte("= T\n:x: y\n\n[source]\n----\ncode\n----\n* a\n+\n--\nb\n\n. c\n--\n** d\nterm:: e\n\n|===\n|a |b\n|c |d\n|===\n"), i)
		f.Add([]byte("\xef\xbb\xbf== T ==\r\n* a\r\n** b\r\n#c\r\n{|\r\n! x !! y\r\n|-\r\n| 1 || 2\r\n|}\r\n; t : d\r\n"), i)
		f.Add([]byte("+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n\n name | n\n------+--\n x    | 1\n\na   b   c\n1   2   3\n4   5   6\n"), i)
		f.Add([]byte("(i) a\n(a) b\n(b) c\n(ii) d\n\n1.1 A\n1.2 B\n\n> q\n>\n> r\n>>> x = 1\n[1] n\n\n\u00a0- y\xff\n2.\u00a0z"), i)
	}
	f.Fuzz(func(t *testing.T, data []byte, i int) {
		checkReader(t, named{Text{}, textNames[uint(i)%uint(len(textNames))]}, data)
	})
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("country,pledge\nNorrland,14.0\n\"Isla, Perdida\",\"2\"\"x\"\n"))
	f.Add([]byte("a;b;c\r\n1,5;;\"x\ny\"\r\n"))
	f.Add([]byte("\"a,b\n\"c\"d,e\n,,\n\n \"f\" ,g"))
	f.Add([]byte("\xff\xfea\x00,\x00b\x00\n\x00"))
	f.Fuzz(func(t *testing.T, data []byte) { checkReader(t, CSV{}, data) })
}

// hostileText are documents made to make the text reader slow or to make it
// fall over, each of n parts.
func hostileText(n int) map[string]string {
	deep, jagged := &strings.Builder{}, &strings.Builder{}
	for i := range min(n, 3000) {
		deep.WriteString(strings.Repeat(" ", 2*i) + "- x\n")
		fmt.Fprintf(jagged, "%s%d. y\n\n%sz\n\n", strings.Repeat(" ", i%97), i, strings.Repeat(" ", i%89))
	}
	repeat := func(s string) string { return strings.Repeat(s, n) }
	rising := &strings.Builder{}
	for i := range n {
		fmt.Fprintf(rising, "%d. x\n\nparagraph\n\n- y\n\nanother\n\n", i+1)
	}
	return map[string]string{
		"one line":         repeat("word and "),
		"no blanks":        repeat("wordword"),
		"items":            repeat("- x\n"),
		"loose items":      repeat("1. x\n\npara\n\n"),
		"rising items":     rising.String(),
		"deep list":        deep.String(),
		"jagged list":      jagged.String(),
		"marks on a line":  repeat("- ") + "x\n",
		"letters":          repeat("(a) (i) ") + "x\n",
		"same column":      repeat("1. x\n- y\n(a) z\n"),
		"dates":            repeat("2 May: x\n\nwell\n\n"),
		"days alone":       repeat("2 May\n"),
		"times":            repeat("09:00  x\n"),
		"underlines":       repeat("a\n===\n"),
		"rules":            repeat("-----\n"),
		"capitals":         repeat("SHOUT\n"),
		"capitals apart":   repeat("SHOUT\n\n"),
		"borders":          repeat("==== ====\n"),
		"borders apart":    repeat("==== ====\n\n"),
		"grids":            repeat("+---+---+\n| a\n"),
		"bars":             repeat("|"),
		"rows":             repeat("| a | b\n"),
		"columns":          repeat("a   b   c\n"),
		"leaders":          repeat("a .... b\n"),
		"labels":           repeat("A: b\n"),
		"fields":           repeat(":a: b\n"),
		"terms":            repeat("a\n  b\n\n"),
		"marked terms":     repeat("a::\n"),
		"directives":       repeat(".. note::\n"),
		"comments":         repeat(".. x\n   y\n"),
		"literals":         repeat("::\n\n  x\n\n"),
		"fences":           repeat("```\n"),
		"blocks":           repeat("--\n"),
		"listings":         repeat("----\n..... \n"),
		"plus":             repeat("* a\n+\n"),
		"quotes":           repeat("> a\n"),
		"templates":        repeat("{|\n"),
		"pre":              repeat("<pre>\n"),
		"org blocks":       repeat("#+begin_src\n"),
		"blanks":           repeat(" "),
		"lines":            repeat("\n"),
		"carriage returns": repeat("\r"),
		"tabs":             repeat("\t") + "x\n" + repeat("\tx\n"),
		"invalid":          repeat("\xff"),
		"quotation marks":  repeat("\","),
		"numbers":          repeat("1.2.3.4.") + " X\n",
	}
}

func TestTextHostile(t *testing.T) {
	for what, text := range hostileText(2_000) {
		for _, name := range append([]string{"x.csv"}, textNames...) {
			if err := For(name, nil).Read(name, []byte(text)).Validate(); err != nil {
				t.Errorf("%s as %s: %v", what, name, err)
			}
		}
	}
}

func BenchmarkTextHostile(b *testing.B) {
	for _, name := range textNames {
		b.Run(name, func(b *testing.B) { benchmarkHostile(b, named{Text{}, name}, hostileText) })
	}
}
