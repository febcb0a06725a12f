package ruleset

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/verdict"
)

// plain is a rule with nothing wrong, for the tests to spoil.
const plain = `id: tide-table
check: count
params:
  of: times
severity: warning
scope: document
remediation: Look again.
why: Because.
since: 0.1.0
tags: [counts]
`

func loadOne(t *testing.T, folder, text string) (Rule, error) {
	t.Helper()
	rules, err := Load(fstest.MapFS{folder + "/rule.yaml": {Data: []byte(text)}})
	if err != nil {
		return Rule{}, err
	}
	if len(rules) != 1 {
		t.Fatalf("loaded %d rules, want 1", len(rules))
	}
	return rules[0], nil
}

func TestLoad(t *testing.T) {
	r, err := loadOne(t, "tide-table", plain)
	if err != nil {
		t.Fatal(err)
	}
	if r.ID != "tide-table" || r.Check != "count" || r.Scope != Document || r.Status != Stable {
		t.Errorf("rule %+v", r)
	}
	var params struct {
		Of string `yaml:"of"`
	}
	if err := r.Params.Decode(&params); err != nil || params.Of != "times" {
		t.Errorf("params %+v, error %v", params, err)
	}
}

func TestLoadReportsEveryMistakeWithItsPlace(t *testing.T) {
	for _, c := range []struct{ name, replace, with, want string }{
		{"unknown field", "remediation:", "remediaton:", `tide-table/rule.yaml:7:1: unknown field "remediaton" (did you mean "remediation"?)`},
		{"no such severity", "severity: warning", "severity: warn", `tide-table/rule.yaml:5:11: "warn" is no severity (there are error, warning, info, off)`},
		{"misspelt severity", "severity: warning", "severity: {gap: eror}", `tide-table/rule.yaml:5:17: "eror" is no severity (there are error, warning, info, off) (did you mean "error"?)`},
		{"misspelt grade", "severity: warning", "severity: {gab: error}", `tide-table/rule.yaml:5:12: "gab" is no grade (there are contradiction, gap, doubt) (did you mean "gap"?)`},
		{"misspelt scope", "scope: document", "scope: documents", `tide-table/rule.yaml:6:8: scope "documents" is none of section, document, set (did you mean "document"?)`},
		{"two mistakes", "since: 0.1.0\n", "", "tide-table/rule.yaml:1:1: since is missing"},
		{"wrong folder", "id: tide-table", "id: ebb-table", `tide-table/rule.yaml:1:5: id "ebb-table" does not match the rule's folder "tide-table"`},
		{"not an id", "id: tide-table", "id: Tide Table", `tide-table/rule.yaml:1:5: id "Tide Table" is not lower-case words joined by hyphens`},
		{"wrong type", "tags: [counts]", "tags: {a: b}", "tide-table/rule.yaml:10:"},
		{"no YAML", "why: Because.", "why: \"Because.", "tide-table/rule.yaml:8:6: "},
		{"two documents", "tags: [counts]\n", "---\nid: x\n", "tide-table/rule.yaml:10:1: a second document begins here"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := loadOne(t, "tide-table", strings.Replace(plain, c.replace, c.with, 1))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestLoadJoinsErrorsOfAllRules(t *testing.T) {
	_, err := Load(fstest.MapFS{
		"a/rule.yaml": {Data: []byte("idd: a\nchek: count\n")},
		"b/rule.yaml": {Data: []byte("")},
	})
	want := []string{"a/rule.yaml:1:1", "a/rule.yaml:2:1", "b/rule.yaml:1:1"}
	for _, w := range want {
		if err == nil || !strings.Contains(err.Error(), w) {
			t.Errorf("error %v does not speak of %s", err, w)
		}
	}
}

func TestParamsDecodeStrictly(t *testing.T) {
	p, err := ParseParams("x.yaml", []byte("\nof: times\nunits: [a]\n"))
	if err != nil {
		t.Fatal(err)
	}
	var v struct {
		Of   string   `yaml:"of"`
		Unit []string `yaml:"unit"`
	}
	want := `x.yaml:3:1: unknown field "units" (did you mean "unit"?)`
	if err := p.Decode(&v); err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

func TestSeverities(t *testing.T) {
	for _, c := range []struct {
		line string
		want Severities
	}{
		{"", Severities{verdict.Error, verdict.Warning, verdict.Info}},
		{"severity: info\n", Severities{verdict.Info, verdict.Info, verdict.Info}},
		{"severity: {contradiction: warning, doubt: off}\n", Severities{verdict.Warning, verdict.Warning, verdict.Off}},
	} {
		r, err := loadOne(t, "tide-table", strings.Replace(plain, "severity: warning\n", c.line, 1))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c.want, r.Severity); d != "" {
			t.Errorf("%q: %s", c.line, d)
		}
	}
	s := Severities{verdict.Info, verdict.Warning, verdict.Off}
	if s.Highest() != verdict.Warning || s.Of(verdict.Gap) != verdict.Warning || s.Of("") != verdict.Off {
		t.Errorf("highest %s, of gap %s, of nothing %s", s.Highest(), s.Of(verdict.Gap), s.Of(""))
	}
}

// FuzzLoad holds that a rule file, whatever is in it, is loaded or refused
// with its place.
func FuzzLoad(f *testing.F) {
	f.Add(plain)
	f.Add("id: x\nseverity:\n  gap: [")
	f.Add("? a\n: - b")
	f.Fuzz(func(t *testing.T, text string) {
		rules, err := Load(fstest.MapFS{"x/rule.yaml": {Data: []byte(text)}})
		if err != nil && !strings.HasPrefix(err.Error(), "x/rule.yaml:") {
			t.Errorf("error without a place: %v", err)
		}
		if err == nil && len(rules) != 1 {
			t.Errorf("%d rules and no error", len(rules))
		}
	})
}
