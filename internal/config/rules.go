package config

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/strict"
	"github.com/concordlint/concord/internal/verdict"
)

// Rules are the settings of rules in the order of the file: later ones go
// before earlier ones.
type Rules []Rule

// Rule sets the rules that a pattern fits.
type Rule struct {
	// Pattern is an id, or a glob over ids.
	Pattern string
	// Severity is that of findings that are more than a doubt; Off turns the
	// rule off, On asks for it even in preview; empty leaves it.
	Severity verdict.Severity
	// Params are given in place of some of the rule's own.
	Params ruleset.Params
	// Scope narrows how far apart two places may be and still meet; empty
	// leaves it.
	Scope ruleset.Scope

	hasParams bool
}

// On asks for a rule with its own severities.
const On verdict.Severity = "on"

var (
	severities = []string{string(verdict.Error), string(verdict.Warning), string(verdict.Info), string(verdict.Off), string(On)}
	scopes     = []string{string(ruleset.Section), string(ruleset.Document), string(ruleset.Set)}
)

// UnmarshalYAML reads "ID: severity" and "ID: {severity, params, scope}".
func (r *Rules) UnmarshalYAML(n ast.Node) error {
	if n.Type() != ast.MappingType && n.Type() != ast.MappingValueType {
		return strict.Problem{At: n.GetToken(), Message: "rules are given as a mapping from their names"}
	}
	for _, kv := range strict.Entries(n) {
		rule := Rule{Pattern: strict.Key(kv)}
		if _, err := path.Match(rule.Pattern, ""); err != nil {
			return strict.Problem{At: kv.Key.GetToken(), Message: fmt.Sprintf("%q is no pattern of rules", rule.Pattern)}
		}
		if err := rule.read(kv.Value); err != nil {
			return err
		}
		*r = append(*r, rule)
	}
	return nil
}

func (r *Rule) read(n ast.Node) error {
	if n.Type() != ast.MappingType && n.Type() != ast.MappingValueType {
		return r.severity(n)
	}
	for _, kv := range strict.Entries(n) {
		switch key := strict.Key(kv); key {
		case "severity":
			if err := r.severity(kv.Value); err != nil {
				return err
			}
		case "scope":
			var s string
			if err := yaml.NodeToValue(kv.Value, &s); err != nil || !slices.Contains(scopes, s) {
				return strict.Problem{At: kv.Value.GetToken(), Message: fmt.Sprintf("%q is no scope (there are %s)%s", s, strings.Join(scopes, ", "), strict.DidYouMean(s, scopes))}
			}
			r.Scope = ruleset.Scope(s)
		case "params":
			if err := r.Params.UnmarshalYAML(kv.Value); err != nil {
				return err
			}
			r.hasParams = true
		default:
			known := []string{"severity", "params", "scope"}
			return strict.Problem{At: kv.Key.GetToken(), Message: fmt.Sprintf("unknown field %q%s", key, strict.DidYouMean(key, known))}
		}
	}
	return nil
}

func (r *Rule) severity(n ast.Node) error {
	var s string
	if err := yaml.NodeToValue(n, &s); err != nil || !slices.Contains(severities, s) {
		return strict.Problem{At: n.GetToken(), Message: fmt.Sprintf("%q is no severity (there are %s)%s", n.GetToken().Value, strings.Join(severities, ", "), strict.DidYouMean(s, severities))}
	}
	r.Severity = verdict.Severity(s)
	return nil
}

// matches reports whether the settings are those of a rule.
func (r Rule) matches(id string) bool {
	ok, err := path.Match(r.Pattern, id)
	return ok && err == nil
}

// matchesAny is an error where there is no rule that the settings are for.
func (r Rule) matchesAny(ids []string) error {
	if slices.ContainsFunc(ids, r.matches) {
		return nil
	}
	return fmt.Errorf("there is no rule %q%s", r.Pattern, strict.DidYouMean(r.Pattern, ids))
}

// apply makes the settings those of a rule. A severity is for what is found
// wrong; what is a mere doubt keeps its own, unless the rule is turned off.
func (r Rule) apply(to *ruleset.Rule) {
	switch r.Severity {
	case "":
	case On:
		to.Status = ruleset.Stable
	case verdict.Off:
		to.Severity = ruleset.Severities{Contradiction: verdict.Off, Gap: verdict.Off, Doubt: verdict.Off}
	default:
		to.Status = ruleset.Stable
		to.Severity.Contradiction, to.Severity.Gap = r.Severity, r.Severity
	}
	if r.hasParams {
		to.Params = to.Params.With(r.Params)
	}
	if r.Scope != "" {
		to.Scope = r.Scope
	}
}
