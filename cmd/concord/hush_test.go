package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/suppress"
	"github.com/concordlint/concord/internal/verdict"
)

// TestHushByConfiguration applies entries of a configuration to a result.
func TestHushByConfiguration(t *testing.T) {
	rules := []ruleset.Rule{{ID: "sum"}, {ID: "name-variant"}, {ID: "draft", Status: ruleset.Preview}}
	h := newHushing(rules, rules[:2])
	h.ignores = []suppress.Ignore{{Rule: "sum", File: "*old/a.md", Reason: "archive"}, {Rule: "sum", Text: "nowhere"}, {Rule: "sum", File: "absent.md"}}
	h.accepts = []suppress.Accept{{Spellings: []string{"Jon", "John"}, Reason: "both"}}
	h.config = "set.yml"
	h.whole = true
	h.fits = func(glob, file string) bool { return strings.HasSuffix(file, strings.TrimPrefix(glob, "*")) }
	at := func(doc int) fact.Place { return fact.Place{Doc: doc, Span: source.Span{Start: 1, End: 2}} }
	r := &engine.Result{
		Documents: []engine.DocInfo{{File: "docs/old/a.md"}, {File: "docs/b.md"}, {}},
		Verdicts: []verdict.Verdict{
			{Rule: "sum", Status: verdict.Conflicts, Severity: verdict.Error, Place: at(0)},
			{Rule: "sum", Status: verdict.Conflicts, Severity: verdict.Error, Place: at(1)},
			{Rule: "name-variant", Status: verdict.Conflicts, Severity: verdict.Error, Place: at(1), Claimed: "Jon Lee", Found: "John Lee", Differ: true},
			{Rule: "name-variant", Status: verdict.Conflicts, Severity: verdict.Error, Place: at(1), Claimed: "Jan Lee", Found: "John Lee", Differ: true},
		},
	}
	problems := h.apply(r, func(int) (*source.Document, error) { return &source.Document{Text: "some text"}, nil })
	var reasons []string
	for _, v := range r.Verdicts {
		reason := "-"
		if v.Suppressed != nil {
			reason = v.Suppressed.Kind + " " + v.Suppressed.Reason
		}
		reasons = append(reasons, reason)
	}
	if diff := cmp.Diff([]string{"config archive", "-", "config both", "-"}, reasons); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	want := []source.Note{{Kind: "suppression", File: "set.yml", Message: `the ignore entry for rule sum, text "nowhere" silences nothing`}}
	if diff := cmp.Diff(want, r.Notes); diff != "" || len(problems) > 0 {
		t.Errorf("-want +got\n%s%v", diff, problems)
	}
}
