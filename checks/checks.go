// Package checks holds the kinds of check. Each says which facts it needs,
// under which keys they meet, and how those that met are judged. A check
// knows no rule's name and none of a topic's words: a rule gives it those as
// parameters.
package checks

import (
	"fmt"
	"slices"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// Check is the shape of a check; see the engine for what each method
// promises.
type Check interface {
	Needs() []fact.Kind
	Keys(f fact.Fact) []string
	Judge(key string, facts []fact.Fact) []verdict.Verdict
}

// Params decodes a rule's parameters strictly into a struct.
type Params interface{ Decode(into any) error }

// maker builds a check from a rule's parameters.
type maker func(Params) (Check, error)

// kinds lists all kinds of check. A new one is a file and a line here.
var kinds = []struct {
	name string
	make maker
}{
	{"agree", newAgree},
	{"calendar", newCalendar},
	{"conversion", newConversion},
	{"count", newCount},
	{"match", newMatch},
	{"order", newOrder},
	{"quote", newQuote},
	{"reference", newReference},
	{"spelling", newSpelling},
	{"statistic", newStatistic},
	{"sum", newSum},
}

// New builds a check of the named kind. The error says which kinds there
// are, or what is wrong with the parameters.
func New(kind string, p Params) (Check, error) {
	for _, k := range kinds {
		if k.name == kind {
			c, err := k.make(p)
			if err != nil {
				return nil, fmt.Errorf("check %s: %w", kind, err)
			}
			return c, nil
		}
	}
	return nil, fmt.Errorf("unknown check %q (there are %v)", kind, Kinds())
}

// Kinds lists the names of all checks, sorted.
func Kinds() []string {
	names := make([]string, 0, len(kinds))
	for _, k := range kinds {
		names = append(names, k.name)
	}
	slices.Sort(names)
	return names
}

// docKey keys what stays within one document, with a number for the part.
func docKey(doc, part int) string { return fmt.Sprintf("%06d/%06d", doc, part) }
