package main

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/ruleset"
)

// TestChoosePreview: a rule in preview is off unless it is asked for.
func TestChoosePreview(t *testing.T) {
	all := []ruleset.Rule{{ID: "old", Status: ruleset.Stable}, {ID: "older", Status: ruleset.Stable}, {ID: "young", Status: ruleset.Preview}}
	for _, c := range []struct {
		name       string
		only, skip []string
		want       []string
	}{
		{"by default", nil, nil, []string{"old", "older"}},
		{"by name", []string{"young"}, nil, []string{"young"}},
		{"by pattern", []string{"*"}, nil, []string{"old", "older", "young"}},
		{"by name and skipped", []string{"old", "young"}, []string{"young"}, []string{"old"}},
		{"skipped though off", nil, []string{"young"}, []string{"old", "older"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			chosen, err := choose(all, c.only, c.skip)
			if err != nil {
				t.Fatal(err)
			}
			got := []string{}
			for _, r := range chosen {
				got = append(got, r.ID)
			}
			slices.Sort(got)
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
	if _, err := choose(all[2:], nil, nil); err == nil {
		t.Error("only a rule in preview is there, and none was asked for: no error")
	}
}
