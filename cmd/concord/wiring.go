package main

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"github.com/concordlint/concord/checks"
	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/extract"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lookup"
	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/source/formats"
	"github.com/concordlint/concord/rules"
)

// newPlan puts the parts together. Rules are added by withRules.
func newPlan(s settings, inputs []engine.Input, g *guard) engine.Plan {
	options := extract.Options{Date: s.date}
	total := &pace{}
	read := func(file string, data []byte) (doc *source.Document, err error) {
		defer g.watch("reading " + file)
		total.took(len(data))
		return formats.Read(file, data)
	}
	if len(inputs) == 1 {
		read = readOnce(read)
	}
	folder, root := folderOf(inputs)
	return engine.Plan{
		Files: folder, Root: root, Resolve: lookup.Pins,
		Inputs: inputs,
		Jobs:   s.jobs,
		Read:   read,
		Extract: func(doc *source.Document, n int) []fact.Fact {
			defer g.watch("extracting from " + doc.File)
			return extract.Document(doc, n, options)
		},
	}
}

// keptBytes bounds the document that is kept for the report.
const keptBytes = 4 << 20

// readOnce keeps the document that read returned for the next time, if the
// file is still the same then. The report opens documents with findings
// again: of many they are few, and keeping all would take their memory; one
// by itself would be read twice for nothing. It is not for several workers.
func readOnce(read func(string, []byte) (*source.Document, error)) func(string, []byte) (*source.Document, error) {
	var kept *source.Document
	var was []byte
	return func(file string, data []byte) (*source.Document, error) {
		if kept != nil && kept.File == file && bytes.Equal(was, data) {
			return kept, nil
		}
		doc, err := read(file, data)
		if err == nil && len(data) <= keptBytes {
			kept, was = doc, data
		}
		return doc, err
	}
}

// withRules makes the rules' checks and adds them to the plan.
func withRules(p *engine.Plan, chosen []ruleset.Rule, g *guard) error {
	for _, r := range chosen {
		c, err := checks.New(r.Check, r.Params)
		if err != nil {
			return fmt.Errorf("rule %s: %w", r.ID, err)
		}
		p.Rules = append(p.Rules, engine.Rule{
			ID: r.ID, Check: watched{c, r.ID, g}, Severity: r.Severity.Of, Local: checks.Local(c),
		})
		if a := checks.Across(c); a != nil {
			p.Rules = append(p.Rules, engine.Rule{ID: r.ID, Check: watched{a, r.ID, g}, Severity: r.Severity.Of})
		}
	}
	return nil
}

// loadRules reads the built-in rules.
func loadRules() ([]ruleset.Rule, error) {
	all, err := ruleset.Load(rules.FS)
	if err != nil {
		return nil, fmt.Errorf("built-in rules: %w", err)
	}
	return all, nil
}

// choose takes the rules that match one of only (all stable ones, if that is
// empty) and none of skip: a rule in preview runs only when it is asked for.
// A pattern that matches no rule is a mistake: checking less than was meant
// must not happen in silence.
func choose(all []ruleset.Rule, only, skip []string) ([]ruleset.Rule, error) {
	for _, pattern := range append(append([]string{}, only...), skip...) {
		if err := known(all, pattern); err != nil {
			return nil, err
		}
	}
	var out []ruleset.Rule
	for _, r := range all {
		wanted := matches(only, r.ID) || len(only) == 0 && r.Status != ruleset.Preview
		if wanted && !matches(skip, r.ID) {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no rule is left to run")
	}
	return out, nil
}

func known(all []ruleset.Rule, pattern string) error {
	if _, err := path.Match(pattern, ""); err != nil {
		return fmt.Errorf("rule pattern %q: %w", pattern, err)
	}
	ids := make([]string, 0, len(all))
	for _, r := range all {
		if matches([]string{pattern}, r.ID) {
			return nil
		}
		ids = append(ids, r.ID)
	}
	return fmt.Errorf("unknown rule %q; there are %s", pattern, strings.Join(ids, ", "))
}

func matches(patterns []string, id string) bool {
	for _, p := range patterns {
		if ok, err := path.Match(p, id); ok && err == nil {
			return true
		}
	}
	return false
}
