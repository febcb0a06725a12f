package ruleset_test

import (
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/rules"
)

// The least that a built-in rule must bring. A rule of a user's own needs two
// cases of each kind; the project asks more of itself.
const (
	minCases  = 8
	minOfKind = 4
)

func TestBuiltInRulesAreComplete(t *testing.T) {
	all, err := ruleset.Load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		t.Run(r.ID, func(t *testing.T) {
			if r.Message == "" || len(r.Quiet) == 0 || len(r.Tags) == 0 {
				t.Error("message, quiet and tags must all be there")
			}
			for _, part := range []string{"**What it does.**", "**Why it matters.**", "**Example.**", "**Use instead.**"} {
				if !strings.Contains(r.Why, part) {
					t.Errorf("why has no part %s", part)
				}
			}
			cases, err := r.Cases()
			if err != nil {
				t.Fatal(err)
			}
			quiet := 0
			for _, c := range cases {
				if len(c.Want) == 0 {
					quiet++
				}
				caseIsSound(t, r, c)
			}
			if len(cases) < minCases || quiet < minOfKind || len(cases)-quiet < minOfKind {
				t.Errorf("%d cases, %d of them quiet; want %d, and %d of each kind", len(cases), quiet, minCases, minOfKind)
			}
			if 2*quiet < len(cases) {
				t.Errorf("%d of %d cases are quiet; want half", quiet, len(cases))
			}
		})
	}
}

// caseIsSound checks what can be checked of a case without running it.
func caseIsSound(t *testing.T, r ruleset.Rule, c ruleset.Case) {
	t.Helper()
	if c.About == "" {
		t.Errorf("%s does not say what it shows", c.Name)
	}
	docs := map[string][]string{}
	for _, d := range c.Documents {
		docs[d.Name] = strings.Split(string(d.Data), "\n")
	}
	for _, e := range append(append([]ruleset.Expectation{}, c.Want...), c.Ledger...) {
		if e.Rule != r.ID {
			t.Errorf("%s expects something of rule %s", c.Name, e.Rule)
		}
		first, _, _ := strings.Cut(e.Surface, " ")
		if line := docs[e.File][e.Line-1]; !strings.Contains(line, first) {
			t.Errorf("%s: %s does not stand in %q", c.Name, e, line)
		}
	}
}
