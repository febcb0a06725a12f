package formats

import (
	"strings"
	"testing"
)

func TestOrgGolden(t *testing.T) { golden(t, Org{}, "org-*.org") }

func TestOrgText(t *testing.T) {
	for in, want := range map[string]string{
		"* TODO [#A] Roads [3/5] :a:b:\nSCHEDULED: <2024-05-03 Fri>\ntext":              "Roads|text",
		"a *b* /c/ =d*= ~e~ 2*3*4 a_b_c":                                                "a b c d* e 2*3*4 a_b_c",
		"[[https://a.example][the *page*]] and [[file:a.png]] x[fn:1] y\n\n[fn:1] note": "the page and  x y|note",
		"- [X] a\n- [ ] b\n  c\n  1. d\n  2. e\n- f\n\nout":                             "a|b\nc|d|e|f|out|-|-|-|1.|2.",
		"1) a\n2) b\n\n\n3) c":                                                          "a|b|c|1)|2)|3)",
		"5. [@5] a\n6. b":                                                               "a|b|5.|6.",
		"- term :: text":                                                                "term|text|",
		":PROPERTIES:\n:ID: x\n:END:\ntext":                                             "text",
		"# comment\ntext\n#+OPTIONS: x":                                                 "text",
		"| a | b |\n|---+---|\n| <l> | <r> |\n| 1 | 2 |\n":                              "a|b|1|2",
		"#+begin_src go\n* x\n#+end_src\ny":                                             "* x|y",
		"met on <2024-05-03 Fri>, {{{x}}}see":                                           "met on <2024-05-03 Fri>, see",
		": code\nx[fn:: said *so*] y":                                                   ": code|x y|said so",
	} {
		if got := texts(readValid(t, Org{}, []byte(in))); got != want {
			t.Errorf("%s\n got %q\nwant %q", in, got, want)
		}
	}
}

// hostileOrg are documents made to make the reader slow or fall over.
func hostileOrg(n int) map[string]string {
	repeat := func(s string) string { return strings.Repeat(s, n) }
	deep := &strings.Builder{}
	for i := range min(n, 2000) {
		deep.WriteString(strings.Repeat(" ", i) + "- x\n")
	}
	return map[string]string{
		"stars": repeat("*"), "headings": repeat("* a\n"), "emphasis": repeat("*a /b "), "closed": repeat("*/_+a+_/* "), "links": repeat("[["), "notes": repeat("[fn:1:a"),
		"cells": repeat("|"), "rows": repeat("| a\n"), "drawers": repeat(":a:\n"), "closed drawers": repeat(":a:\n* b\n:END:\n"), "source": repeat("#+begin_src\n"), "quotes": repeat("#+begin_quote\n"), "closed quotes": repeat("#+begin_quote\n") + repeat("#+end_quote\n"),
		"items": repeat("- "), "deep": deep.String(), "lines": repeat("a\n"), "fixed": repeat(": a\n"), "terms": repeat("- a :: b\n"), "ends": repeat("@@a "), "braces": repeat("{{{"),
	}
}

func TestOrgHostile(t *testing.T) { hostileReader(t, Org{}, hostileOrg) }

func FuzzOrg(f *testing.F) {
	for _, text := range hostileOrg(3) {
		f.Add([]byte(text))
	}
	f.Add([]byte("#+TITLE: a\n#+CAPTION: b\n| a | b |\n|-\n| c[fn:: d] |\n#+begin_quote\n- a :: b\n#+end_quote\r\n  1. c\n    - d\n"))
	f.Fuzz(func(t *testing.T, data []byte) { checkReader(t, Org{}, data) })
}
