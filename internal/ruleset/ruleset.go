// Package ruleset reads rule modules: folders that hold a rule's description
// (rule.yaml) and its cases (cases/*.txtar). Built-in rules and a user's own
// take the same road, through an fs.FS.
//
// It knows the form of a rule and says exactly where a file departs from it.
// It must not know which checks there are, nor what their parameters mean:
// those it hands on, still bound to their place in the file, for the check to
// decode.
package ruleset

import (
	"io/fs"

	"github.com/concordlint/concord/internal/verdict"
)

// Rule is one rule module.
type Rule struct {
	// ID is the rule's name in reports, configuration and suppressions. It
	// is the name of the rule's folder as well.
	ID string
	// Check names the kind of check that the rule configures; Params are
	// what it is configured with.
	Check  string
	Params Params
	// Severity of the findings, by grade.
	Severity Severities
	// Scope says how far apart two places may stand and still meet.
	Scope Scope
	// Message is one line that says what a finding of the rule means, for
	// lists of rules and for report formats that describe rules. It may be
	// empty. The messages of findings come from the check.
	Message string
	// Remediation tells an author what to do about a finding.
	Remediation string
	// Why is the rule's explanation, in Markdown: what it compares, why
	// that matters, an example and its repair.
	Why string
	// Quiet lists what the rule must not speak about, a phrase each.
	Quiet []string
	// Since is the version of Concord that brought the rule.
	Since string
	// Status tells whether the rule may still change its mind.
	Status Status
	// Tags group rules (counts, names, dates …).
	Tags []string
	// Patterns find what the check compares, in the order of their names;
	// built-in rules have none.
	Patterns Patterns
	// File is the path of the rule's description in the file system it was
	// loaded from, for messages.
	File string

	fsys fs.FS
	dir  string
}

// Scope is how far a rule looks for what it compares.
type Scope string

// The scopes, narrowest first.
const (
	Section  Scope = "section"
	Document Scope = "document"
	Set      Scope = "set"
)

// Status is how settled a rule is.
type Status string

// The statuses. A preview rule runs only when it is asked for by name; its
// findings may change from one version to the next without that being a
// breaking change.
const (
	Preview Status = "preview"
	Stable  Status = "stable"
)

// Severities gives each grade of conflict its severity.
type Severities struct {
	Contradiction, Gap, Doubt verdict.Severity
}

// defaults is what a rule means that does not say.
var defaults = Severities{Contradiction: verdict.Error, Gap: verdict.Warning, Doubt: verdict.Info}

// Of is the severity of a finding of the given grade; Off for a grade that
// does not exist.
func (s Severities) Of(g verdict.Grade) verdict.Severity {
	switch g {
	case verdict.Contradiction:
		return s.Contradiction
	case verdict.Gap:
		return s.Gap
	case verdict.Doubt:
		return s.Doubt
	}
	return verdict.Off
}

// Highest is the strongest severity that the rule can give, for lists.
func (s Severities) Highest() verdict.Severity {
	best := verdict.Off
	for _, v := range []verdict.Severity{s.Contradiction, s.Gap, s.Doubt} {
		if v.Rank() > best.Rank() {
			best = v
		}
	}
	return best
}
