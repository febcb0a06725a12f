package main

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/source"
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

// TestReadOnce: a file is read again only when it has changed.
func TestReadOnce(t *testing.T) {
	reads := 0
	read := readOnce(func(file string, data []byte) (*source.Document, error) {
		reads++
		if len(data) == 0 {
			return nil, errors.New("nothing there")
		}
		return &source.Document{File: file, Text: string(data)}, nil
	})
	for _, c := range []struct {
		data  string
		reads int
	}{{"", 1}, {"", 2}, {"one", 3}, {"one", 3}, {"two", 4}, {"two", 4}, {"one", 5}} {
		doc, err := read("a.md", []byte(c.data))
		if c.data == "" {
			if err == nil {
				t.Error("no error")
			}
		} else if err != nil || doc.Text != c.data {
			t.Errorf("%q: %v, %v", c.data, doc, err)
		}
		if reads != c.reads {
			t.Errorf("%q: %d reads, want %d", c.data, reads, c.reads)
		}
	}
}
