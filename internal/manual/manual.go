// Package manual writes what people read about a rule outside a report: a page
// in Markdown, made from the rule's own module and from what a run over its own
// examples said. It knows rule modules and the form of a page; it must not know
// how rules are run, nor the command line.
package manual

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/verdict"
)

// Page is what the page of a rule is made from.
type Page struct {
	Rule ruleset.Rule
	// Conflict is an example with a finding, Quiet one without; nil for none.
	Conflict, Quiet *Example
	// Cases is the number of all examples.
	Cases int
	// Shown tells that the rule would report the page for what it shows, so
	// that the page has to say that it is meant.
	Shown bool
}

// Example is a case of a rule with what a run over it said.
type Example struct {
	ruleset.Case
	// Said is the text of the report: of findings where there are some, else
	// of claims. It is empty where the rule took nothing for a claim.
	Said string
}

// Examples are the cases with a finding and those without, each with those
// first that take the least reading.
func Examples(cases []ruleset.Case) (conflicts, quiet []ruleset.Case) {
	sorted := slices.Clone(cases)
	slices.SortStableFunc(sorted, func(a, b ruleset.Case) int { return cmp.Compare(effort(a), effort(b)) })
	for _, c := range sorted {
		if len(c.Want) > 0 {
			conflicts = append(conflicts, c)
		} else {
			quiet = append(quiet, c)
		}
	}
	return conflicts, quiet
}

// effort is what it takes to read a case, in bytes; another document costs as
// much as two lines.
func effort(c ruleset.Case) int {
	const document = 160
	n := 0
	for _, d := range c.Documents {
		n += len(d.Data) + document
	}
	return n
}

// Severities tells the severity of a finding of each grade that is reported.
func Severities(s ruleset.Severities) string {
	var parts []string
	for _, g := range []verdict.Grade{verdict.Contradiction, verdict.Gap, verdict.Doubt} {
		if v := s.Of(g); v.Rank() > 0 {
			parts = append(parts, fmt.Sprintf("%s for a %s", v, g))
		}
	}
	if len(parts) == 0 {
		return "not reported"
	}
	return strings.Join(parts, ", ")
}

// Settings is how a configuration file sets a rule.
func Settings(id string) string {
	return fmt.Sprintf("rules:\n  %s: warning  # or error or info, for all but doubts; off leaves the rule out\n", id)
}

// Comments are the ways to silence a rule in a document, in Markdown and HTML.
func Comments(id string) string {
	return fmt.Sprintf(`<!-- concord: ignore %[1]s -- the reason -->
the next block is left alone

<!-- concord: off %[1]s -- the reason -->
all blocks down to the next comment are left alone
<!-- concord: on %[1]s -->
`, id)
}
