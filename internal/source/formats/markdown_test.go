package formats

import (
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
	"github.com/google/go-cmp/cmp"
)

func TestMarkdownGolden(t *testing.T) { golden(t, Markdown{}, "md-*.md") }

func TestMarkdownOutline(t *testing.T) {
	tests := map[string]struct {
		text string
		want []string
	}{
		"bold line is no heading": {"**Readings**\n\ntext\n", []string{
			`0 paragraph "Readings"`, `1 paragraph "text"`}},
		"list right behind its paragraph": {"Two:\n- a\n- b\n", []string{
			`0 paragraph "Two:"`, `1 item list 0.0 "a"`, `2 item list 0.1 "b"`,
			`list 0 kind 1 in -1.-1 depth 0 intro 0 under -1: "-" 1-1 "-" 2-2`}},
		"rule takes the introduction away": {"Two:\n\n---\n\n- a\n", []string{
			`0 paragraph "Two:"`, `1 item list 0.0 "a"`,
			`list 0 kind 1 in -1.-1 depth 0 intro -1 under -1: "-" 1-1`}},
		"footnote and comment do not": {"Two[^a]:\n\n[^a]: note\n\n<!-- x -->\n\n- a\n", []string{
			`0 paragraph "Two:" from "Two[^a]:"`, `1 paragraph "note"`, `2 item list 0.0 "a"`,
			`list 0 kind 1 in -1.-1 depth 0 intro 0 under -1: "-" 2-2`}},
		"counting on under another heading": {"1. a\n\nx\n\n# H\n\n2. b\n", []string{
			`0 item list 0.0 "a"`, `1 paragraph "x"`, `2 heading1 "H"`, `3 item under 2 list 1.0 "b"`,
			`list 0 kind 2 in -1.-1 depth 0 intro -1 under -1: "1." 0-0`,
			`list 1 kind 2 in -1.-1 depth 0 intro 2 under 2: "2." 3-3`}},
		"counting on with another delimiter": {"1. a\n\nx\n\n2) b\n", []string{
			`0 item list 0.0 "a"`, `1 paragraph "x"`, `2 item list 1.0 "b"`,
			`list 0 kind 2 in -1.-1 depth 0 intro -1 under -1: "1." 0-0`,
			`list 1 kind 2 in -1.-1 depth 0 intro 1 under -1: "2)" 2-2`}},
		"bullets between the numbers": {"Steps:\n\n1. a\n\n- x\n- y\n\n2. b\n", []string{
			`0 paragraph "Steps:"`, `1 item list 0.0 "a"`, `2 item list 1.0 "x"`, `3 item list 1.1 "y"`, `4 item list 0.1 "b"`,
			`list 0 kind 2 in -1.-1 depth 0 intro 0 under -1: "1." 1-1 "2." 4-4`,
			`list 1 kind 1 in -1.-1 depth 0 intro -1 under -1: "-" 2-2 "-" 3-3`}},
		"bulleted lists do not merge": {"- a\n\n* b\n", []string{
			`0 item list 0.0 "a"`, `1 item list 1.0 "b"`,
			`list 0 kind 1 in -1.-1 depth 0 intro -1 under -1: "-" 0-0`,
			`list 1 kind 1 in -1.-1 depth 0 intro -1 under -1: "*" 1-1`}},
		"code first in an item": {"-     code\n\n  text\n", []string{
			`0 code list 0.0 "code"`, `1 item list 0.0 "text"`,
			`list 0 kind 1 in -1.-1 depth 0 intro -1 under -1: "-" 0-1`}},
		"heading in a quotation": {"# A\n\n## B\n\n> # Q\n>\n> q\n\ntext\n", []string{
			`0 heading1 "A"`, `1 heading2 under 0 "B"`, `2 heading1 quoted "Q"`, `3 paragraph under 2 quoted "q"`, `4 paragraph under 1 "text"`}},
		"marks of unknown notes stay": {"a[^1] [x]\n", []string{`0 paragraph "a[^1] [x]"`}},
		"references without semicolon stay": {"AT&T &copy; R&D &#x41;\n", []string{
			`0 paragraph "AT&T © R&D A" from "AT&T &copy; R&D &#x41;"`}},
		"no front matter behind a rule": {"---\n\ntitle: x\n\n---\n", []string{`0 paragraph "title: x"`}},
		"toml front matter":             {"+++\ntitle = \"x\"\n+++\ny\n", []string{`meta title: x`, `0 paragraph "y"`}},
		"strange front matter": {"---\ntitle: >\n  two\n  lines\nauthor: {a: b\ndate: 2030-02-03\n---\ny\n", []string{
			`meta date: 2030-02-03`, `meta author: {a: b`, `0 paragraph "y"`}},
		"nothing": {"", nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			want := strings.Join(append(test.want, ""), "\n")
			got := outline(readValid(t, Markdown{}, []byte(test.text)), []byte(test.text))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestMarkdownTooDeep(t *testing.T) {
	for name, text := range map[string]string{
		"quotes": strings.Repeat(">", 10_000) + " x\n\nbelow\n",
		"lists":  strings.Repeat("- ", 10_000) + "x\n\nbelow\n",
	} {
		d := readValid(t, Markdown{}, []byte(text))
		if len(d.Notes) != 1 || d.Notes[0].Kind != "too-deep" || len(d.Blocks) != 2 {
			t.Errorf("%s: notes %v, %d blocks", name, d.Notes, len(d.Blocks))
		}
	}
	deep := strings.Repeat("> ", 50) + "- 1. - x\n"
	if d := readValid(t, Markdown{}, []byte(deep)); len(d.Notes) != 0 || len(d.Lists) != 3 {
		t.Errorf("fifty quotations: notes %v, %d lists", d.Notes, len(d.Lists))
	}
}

func TestMarkdownLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("large documents")
	}
	d := readValid(t, Markdown{}, []byte(strings.Repeat("many *words* of\none paragraph ", 600_000)))
	if len(d.Blocks) != 1 {
		t.Errorf("a paragraph of 18 MB gives %d blocks", len(d.Blocks))
	}
	d = readValid(t, Markdown{}, []byte(strings.Repeat("- an item\n", 100_000)))
	if len(d.Lists) != 1 || len(d.Lists[0].Items) != 100_000 {
		t.Errorf("100,000 items give %d lists", len(d.Lists))
	}
}

func TestMarkdownInvalidBytes(t *testing.T) {
	data := []byte("\xef\xbb\xbf# a\xff b\r\n\r\nc &amp; \xfe*d*\r\ne\r\n")
	d := readValid(t, Markdown{}, data)
	want := []string{"a\uFFFD b", "c & \uFFFDd\ne"}
	raw := []string{"a\xff b", "c &amp; \xfe*d*\r\ne"}
	for i, b := range d.Blocks {
		f := d.FileSpan(b.Span)
		if d.TextOf(b) != want[i] || string(data[f.Start:f.End]) != raw[i] {
			t.Errorf("block %d is %q from %q", i, d.TextOf(b), data[f.Start:f.End])
		}
	}
	at := strings.Index(d.Text, "d\ne")
	if f := d.FileSpan(source.Span{Start: at, End: at + 1}); string(data[f.Start:f.End]) != "d" {
		t.Errorf("the letter d leads to %q", data[f.Start:f.End])
	}
}
