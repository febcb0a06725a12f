package manual

import (
	"bytes"
	"strings"
	"testing"

	"github.com/yuin/goldmark"

	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/verdict"
)

func doc(name, text string) ruleset.CaseFile {
	return ruleset.CaseFile{Name: name, Data: []byte(text)}
}

func TestExamples(t *testing.T) {
	want := []ruleset.Expectation{{File: "a.md", Line: 1}}
	conflicts, quiet := Examples([]ruleset.Case{
		{Name: "long", Want: want, Documents: []ruleset.CaseFile{doc("a.md", strings.Repeat("x", 900))}},
		{Name: "two", Want: want, Documents: []ruleset.CaseFile{doc("a.md", "x"), doc("b.md", "y")}},
		{Name: "one", Want: want, Documents: []ruleset.CaseFile{doc("a.md", "a little longer")}},
		{Name: "still", Documents: []ruleset.CaseFile{doc("a.md", "x")}},
	})
	var names []string
	for _, c := range append(conflicts, quiet...) {
		names = append(names, c.Name)
	}
	if got := strings.Join(names, " "); got != "one two long still" {
		t.Errorf("order %q", got)
	}
}

func TestSeverities(t *testing.T) {
	for _, tt := range []struct {
		of   ruleset.Severities
		want string
	}{
		{ruleset.Severities{Contradiction: verdict.Error, Gap: verdict.Warning, Doubt: verdict.Off}, "error for a contradiction, warning for a gap"},
		{ruleset.Severities{Contradiction: verdict.Off, Gap: verdict.Off, Doubt: verdict.Off}, "not reported"},
	} {
		if got := Severities(tt.of); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// TestMarkdownHolds reads a page of a rule full of Markdown's own characters
// back: what is plain text must come out as it was, and no example may end its
// block of code.
func TestMarkdownHolds(t *testing.T) {
	const plain = "A *star*, a [link](x), `code`, <b>, a_b and a | b."
	p := Page{
		Rule:     ruleset.Rule{ID: "x", Check: "count", Message: plain, Quiet: []string{plain}, Remediation: plain, Scope: ruleset.Set, Since: "1", Status: ruleset.Preview},
		Conflict: &Example{Case: ruleset.Case{About: plain, Documents: []ruleset.CaseFile{doc("a.md", "````\n# not a heading\n```\n")}}, Said: "~~~\n```\n# nor this\n"},
	}
	var page, html bytes.Buffer
	if err := p.Markdown(&page); err != nil {
		t.Fatal(err)
	}
	if err := goldmark.Convert(page.Bytes(), &html); err != nil {
		t.Fatal(err)
	}
	const shown = "A *star*, a [link](x), `code`, &lt;b&gt;, a_b and a | b."
	if n := strings.Count(html.String(), shown); n != 4 {
		t.Errorf("the plain text came out %d times of 4:\n%s", n, html.String())
	}
	if n := strings.Count(html.String(), "<h1>"); n != 1 {
		t.Errorf("%d headings of the first level, want 1:\n%s", n, html.String())
	}
}

// TestFold breaks no line where what follows would be read as markup.
func TestFold(t *testing.T) {
	text := strings.Repeat("word ", 15) + "abcd - 12. # end " + strings.Repeat("w ", 60)
	for line := range strings.Lines(fold(text)) {
		if strings.HasPrefix(line, "-") || strings.HasPrefix(line, "12.") || strings.HasPrefix(line, "#") {
			t.Errorf("a line begins with %q", line)
		}
	}
}

// TestMan writes a page of texts that are commands, escapes and foreign
// characters to roff.
func TestMan(t *testing.T) {
	hostile := `\fBold ` + "\n.SH BAD\n'in 'quoted' — ✓ --x-y"
	m := Man{
		Name: "prog", Version: "1.2", Date: "2026-01-02", About: "does-this", Text: []string{hostile},
		Commands: []Command{
			{Name: "prog a", Arguments: "PATH...", Usage: hostile, Text: hostile + "\n\n   .typed", Options: []Term{{"--long-one", "N", "n of it"}, {"--b", "", ""}}},
			{Name: "prog b", Usage: "same", Options: []Term{{"--long-one", "N", "n of it"}, {"--b", "", ""}}},
		},
		Sections: []Section{{Title: "Files", Terms: []Term{{".x", "", "dotted"}}}, {Title: "Examples", Typed: "prog -a\n.x"}},
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		switch name, _, _ := strings.Cut(strings.TrimRight(line, "\n"), " "); {
		case strings.HasPrefix(line, ".SH BAD"), strings.HasPrefix(line, "'"), strings.HasPrefix(line, ".x"), strings.HasPrefix(line, ".typed"):
			t.Errorf("text became a command: %q", line)
		case strings.HasPrefix(name, ".") && !strings.Contains(` .\" .TH .SH .SS .TP .PP .B .br .nf .fi .RS .RE `, " "+name+" "):
			t.Errorf("unknown command %q", line)
		}
		for _, c := range line {
			if c > 126 {
				t.Errorf("%q is not ASCII", line)
			}
		}
	}
	for _, want := range []string{".TH PROG 1 2026-01-02", `\fB\-\-long\-one\fP \fIN\fP`, `\[u2713] \-\-x\-y`, `The options are those of prog a.`, `\efBold`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in the page:\n%s", want, b.String())
		}
	}
}
