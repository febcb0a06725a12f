package ruleset

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/concordlint/concord/internal/strict"
)

// Patterns are regular expressions by name, in the order of their names.
type Patterns []Pattern

// Pattern finds facts of a user's own. Its group "value" is what is compared,
// its groups whose names begin with "key" tell what the value is said of.
type Pattern struct {
	Name   string
	Regexp *regexp.Regexp
}

// longestPattern bounds a pattern, in bytes.
const longestPattern = 2000

// UnmarshalYAML reads a mapping from names to regular expressions in Go's
// syntax (github.com/google/re2/wiki/Syntax).
func (p *Patterns) UnmarshalYAML(n ast.Node) error {
	if n.Type() != ast.MappingType && n.Type() != ast.MappingValueType {
		return strict.Problem{At: n.GetToken(), Message: "patterns are given as a mapping from their names"}
	}
	for _, kv := range strict.Entries(n) {
		var text string
		if err := yaml.NodeToValue(kv.Value, &text); err != nil {
			return strict.Problem{At: kv.Value.GetToken(), Message: "a pattern is text"}
		}
		re, err := compile(text)
		if err != nil {
			return strict.Problem{At: kv.Value.GetToken(), Message: err.Error()}
		}
		*p = append(*p, Pattern{strict.Key(kv), re})
	}
	slices.SortFunc(*p, func(a, b Pattern) int { return strings.Compare(a.Name, b.Name) })
	return nil
}

func compile(text string) (*regexp.Regexp, error) {
	if len(text) > longestPattern {
		return nil, fmt.Errorf("the pattern has %d bytes; %d is the most", len(text), longestPattern)
	}
	re, err := regexp.Compile(text)
	if err != nil {
		return nil, fmt.Errorf("bad pattern: %s", strings.TrimPrefix(err.Error(), "error parsing regexp: "))
	}
	if !slices.Contains(re.SubexpNames(), "value") {
		return nil, fmt.Errorf("the pattern has no group (?P<value>...), which is what is compared")
	}
	return re, nil
}
