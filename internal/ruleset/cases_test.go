package ruleset

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/verdict"
)

const plainCase = `Two tides, three claimed.

-- a.md --
# Tides

three tides
-- b.txt --
four "spring" tides
-- want --
a.md:3 tide-table "three tides"

b.txt:1 tide-table "four \"spring\" tides" warning
-- ledger --
a.md:1 tide-table agrees "Tides"
`

func TestCases(t *testing.T) {
	fsys := fstest.MapFS{
		"tide-table/rule.yaml":           {Data: []byte(plain)},
		"tide-table/cases/b.txtar":       {Data: []byte(plainCase)},
		"tide-table/cases/a-quiet.txtar": {Data: []byte("-- a.md --\nx\n-- want --\n")},
		"tide-table/cases/notes.md":      {Data: []byte("not a case")},
	}
	rules, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	got, err := rules[0].Cases()
	if err != nil {
		t.Fatal(err)
	}
	want := []Case{
		{Name: "a-quiet", Documents: []CaseFile{{"a.md", []byte("x\n")}}},
		{
			Name: "b", About: "Two tides, three claimed.",
			Documents: []CaseFile{{"a.md", []byte("# Tides\n\nthree tides\n")}, {"b.txt", []byte("four \"spring\" tides\n")}},
			Want: []Expectation{
				{"a.md", 3, "tide-table", "three tides", "", verdict.Conflicts},
				{"b.txt", 1, "tide-table", `four "spring" tides`, verdict.Warning, verdict.Conflicts},
			},
			Ledger: []Expectation{{"a.md", 1, "tide-table", "Tides", "", verdict.Agrees}},
		},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for _, c := range got {
		for _, e := range append(c.Want, c.Ledger...) {
			if !strings.Contains(plainCase, e.String()+"\n") {
				t.Errorf("%s is not how the case spells it", e)
			}
		}
	}
}

func TestCasesReportMistakesWithTheirPlace(t *testing.T) {
	for _, c := range []struct{ name, replace, with, want string }{
		{"no want", "-- want --", "-- wanted --", `c.txtar:1:1: the case has no file named "want"`},
		{"no quotes", `"three tides"`, "three tides", `c.txtar:10:1: "a.md:3 tide-table three tides" is not of the form file:line rule "surface"`},
		{"no line", "a.md:3", "a.md", `c.txtar:10:1: "a.md" is no file:line`},
		{"line too high", "a.md:3", "a.md:9", "c.txtar:1:1: a.md has no line 9"},
		{"no such file", "a.md:3", "c.md:3", `c.txtar:1:1: the case has no document "c.md"`},
		{"open quotation", `"three tides"`, `"three tides`, "c.txtar:10:1: the surface in"},
		{"no severity", `" warning`, `" loud`, `c.txtar:12:1: "loud" is no severity of a finding`},
		{"no verdict", "tide-table agrees", "tide-table concurs", `c.txtar:14:1: "concurs" is neither agrees nor undecided`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := parseCase("c.txtar", []byte(strings.Replace(plainCase, c.replace, c.with, 1)))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v\nwant %s", err, c.want)
			}
		})
	}
}

// FuzzCase holds that every expectation that is read can be written again.
func FuzzCase(f *testing.F) {
	f.Add(plainCase)
	f.Add("-- want --\na:1 b \"\\")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := parseCase("c.txtar", []byte(text))
		if err != nil {
			return
		}
		for _, e := range c.Want {
			again, err := expectation(e.String(), false)
			if err != nil || again != e {
				t.Errorf("%v became %v (%v)", e, again, err)
			}
		}
	})
}
