package formats_test

import (
	"strings"
	"testing"
	"time"

	"github.com/concordlint/concord/internal/source/formats"
)

// TestMarks: comments to Concord are kept with their places, examples of them
// in code are not.
func TestMarks(t *testing.T) {
	for name, c := range map[string]struct{ file, text, words, behind string }{
		"markdown block":   {"a.md", "One.\n\n<!-- concord: pin list -->\nTwo.\n", "pin list", "Two."},
		"markdown inline":  {"a.md", "One <!--concord:  ignore sum--> two.\n", "ignore sum", " two."},
		"two in one code":  {"a.md", "One.\n\n```\n<!-- concord: off sum -->\nx\n\n<!-- concord: on sum -->\n```\n\nTwo.\n", "", ""},
		"markdown in item": {"a.md", "- One\n\n  <!-- concord: off sum -->\n  Two\n", "off sum", "Two"},
		"markdown last":    {"a.md", "One.\n\n<!-- concord: on sum -->\n", "on sum", ""},
		"markdown code":    {"a.md", "`<!-- concord: on sum -->`\n\n    <!-- concord: on sum -->\n", "", ""},
		"html":             {"a.html", "<p>One</p><!-- concord: pin\ntable --><p>Two</p>", "pin table", "Two"},
		"html within":      {"a.html", "<p>One <!-- concord: pin table --><b>two</b></p>", "pin table", "two"},
		"html, no end":     {"a.html", "<p>One</p><!-- concord: pin table <p>Two</p>", "", ""},
		"asciidoc":         {"a.adoc", "One.\n\n// concord: pin list\nTwo.\n", "pin list", "\nTwo."},
		"asciidoc code":    {"a.adoc", "One.\n\n----\na = b\n// concord: pin list\n----\n\nTwo.\n", "", ""},
		"rest":             {"a.rst", "One.\n\n.. concord: pin list\n\nTwo.\n", "pin list", "\n\nTwo."},
		"rest code":        {"a.rst", "One::\n\n   .. concord: pin list\n   a = b\n\nTwo.\n", "", ""},
		"text":             {"a.txt", "One.\n\nconcord: pin list\nTwo.\n", "pin list", "\nTwo."},
		"capital":          {"a.md", "One.\n\n<!-- Concord: pin list -->\nTwo.\n", "pin list", "Two."},
		"capital, rest":    {"a.rst", "One.\n\n.. Concord:pin list\n\nTwo.\n", "pin list", "\n\nTwo."},
		"text, in words":   {"a.txt", "One.\n\nconcord: a treaty\nTwo.\n", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := formats.Read(c.file, []byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			if err := d.Validate(); err != nil {
				t.Error(err)
			}
			if len(d.Marks) == 0 || c.words == "" {
				if len(d.Marks) > 0 || c.words != "" {
					t.Errorf("marks %v", d.Marks)
				}
				return
			}
			m := d.Marks[0]
			behind := strings.TrimSpace(c.behind)
			if m.Words != c.words || behind != "" && !strings.HasPrefix(strings.TrimSpace(d.Text[m.At:]), behind) {
				t.Errorf("%q, before %q", m.Words, d.Text[m.At:])
			}
			f := d.FileSpan(m.Span)
			if got := c.text[f.Start:f.End]; !strings.Contains(strings.ToLower(got), "concord:") || got != d.Text[m.Span.Start:m.Span.End] {
				t.Errorf("stands at %q", got)
			}
		})
	}
}

// TestManyMarks: comments cost what their bytes cost.
func TestManyMarks(t *testing.T) {
	for name, text := range map[string]string{
		"a.md":   strings.Repeat("<!-- concord: pin list -->x\n\n", 50_000),
		"b.md":   strings.Repeat("<!-- concord: ", 100_000),
		"a.html": strings.Repeat("<p>a<!-- concord: pin list -->b", 50_000),
		"a.txt":  strings.Repeat("concord: pin list\nx\n\n", 50_000),
		"a.rst":  strings.Repeat(".. concord: pin list\n", 50_000),
	} {
		begin := time.Now()
		if _, err := formats.Read(name, []byte(text)); err != nil {
			t.Error(err)
		}
		if took := time.Since(begin); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}
