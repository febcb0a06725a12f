package main

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"sync"

	"github.com/concordlint/concord/checks"
	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/extract"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lookup"
	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// newPlan puts the parts together. Rules are added by withRules.
func newPlan(s settings, inputs []engine.Input, g *guard) engine.Plan {
	options := optionsOf(s)
	total := &pace{}
	read := func(file string, data []byte) (doc *source.Document, err error) {
		defer g.watch("reading " + file)
		total.took(len(data))
		return readAs(s, file, data)
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
			return extract.Document(doc, n, options(doc.File))
		},
	}
}

// optionsOf are the options of extraction for each document.
func optionsOf(s settings) func(file string) extract.Options {
	all := extract.Options{Date: s.date}
	if s.config == nil || len(s.config.Dates) == 0 {
		return func(string) extract.Options { return all }
	}
	return func(file string) extract.Options {
		if d := s.placed.date(file); d != "" {
			return extract.Options{Date: d, Sure: true}
		}
		return all
	}
}

// readAs reads a document, in the format that the settings give it.
func readAs(s settings, file string, data []byte) (*source.Document, error) {
	if c := s.converter(file); c != nil {
		return s.readConverted(c, file, data)
	}
	limits := s.bounds.limits()
	if f := s.placed.format(file); f != "" {
		return limits.ReadAs(f, file, data)
	}
	return limits.Read(file, data)
}

// keptBytes bounds the document that is kept for the report.
const keptBytes = 4 << 20

// readOnce keeps the document that read returned for the next time, if the
// file is still the same then. The report opens documents with findings
// again: of many they are few, and keeping all would take their memory; one
// by itself would be read twice for nothing.
func readOnce(read func(string, []byte) (*source.Document, error)) func(string, []byte) (*source.Document, error) {
	var mu sync.Mutex
	var kept *source.Document
	var was []byte
	return func(file string, data []byte) (*source.Document, error) {
		mu.Lock()
		defer mu.Unlock()
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
	var patterns []extract.Pattern
	for _, r := range chosen {
		for _, q := range r.Patterns {
			patterns = append(patterns, extract.Pattern{Name: r.ID + "/" + q.Name, Regexp: q.Regexp})
		}
		c, err := checks.New(r.Check, r.Params)
		if err != nil {
			return fmt.Errorf("rule %s: %w", r.ID, err)
		}
		p.Rules = append(p.Rules, engine.Rule{
			ID: r.ID, Check: watched{c, r.ID, g}, Severity: r.Severity.Of, Local: checks.Local(c), Scope: scopeOf(r.Scope),
		})
		if a := checks.Across(c); a != nil {
			p.Rules = append(p.Rules, engine.Rule{ID: r.ID, Check: watched{a, r.ID, g}, Severity: r.Severity.Of})
		}
	}
	if len(patterns) > 0 {
		facts := p.Extract
		p.Extract = func(doc *source.Document, n int) []fact.Fact {
			return extract.WithMatches(facts(doc, n), doc, n, patterns)
		}
	}
	return nil
}

// scopeOf is how a rule's scope narrows what may meet.
func scopeOf(s ruleset.Scope) engine.Scope {
	switch s {
	case ruleset.Section:
		return engine.InSection
	case ruleset.Document:
		return engine.InDocument
	}
	return engine.InSet
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
		if wanted && !matches(skip, r.ID) && r.Severity != turnedOff {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no rule is left to run")
	}
	return out, nil
}

// turnedOff are the severities of a rule that a configuration turns off.
var turnedOff = ruleset.Severities{Contradiction: verdict.Off, Gap: verdict.Off, Doubt: verdict.Off}

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
