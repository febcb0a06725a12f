package ruleset

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/concordlint/concord/internal/strict"
	"github.com/concordlint/concord/internal/verdict"
)

// Params are a rule's parameters as they stand in its file: not decoded yet,
// because only the check knows their form.
type Params struct {
	file string
	node ast.Node
	// over are parameters that a configuration gives in place of some.
	over *Params
}

// Decode decodes the parameters strictly into a pointer to a struct. Errors
// name file, line and column. Parameters that a rule does not give leave the
// struct as it is.
func (p Params) Decode(into any) error {
	if p.node != nil {
		if err := (strict.Mapping{File: p.file, Node: p.node}).Decode(into); err != nil {
			return err
		}
	}
	if p.over != nil {
		return p.over.Decode(into)
	}
	return nil
}

// With are the parameters with those of a configuration in place of some.
func (p Params) With(over Params) Params {
	if p.over != nil {
		over = p.over.With(over)
	}
	p.over = &over
	return p
}

// In are the parameters with the name of the file that they stand in.
func (p Params) In(file string) Params {
	p.file = file
	return p
}

// UnmarshalYAML keeps the node for later.
func (p *Params) UnmarshalYAML(n ast.Node) error {
	p.node = n
	return nil
}

// ParseParams makes parameters of YAML text, for tests of checks and for
// rules that do not come from a file. The name stands in error messages.
func ParseParams(name string, data []byte) (Params, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return Params{file: name}, nil
	}
	m, err := strict.Parse(name, data)
	if err != nil {
		return Params{}, err
	}
	return Params{file: name, node: m.Node}, nil
}

// UnmarshalYAML takes one severity for all grades, or a mapping from grade to
// severity; grades that it leaves out keep their default.
func (s *Severities) UnmarshalYAML(n ast.Node) error {
	if n.Type() != ast.MappingType {
		v, err := severity(n)
		if err != nil {
			return err
		}
		*s = Severities{v, v, v}
		return nil
	}
	*s = defaults
	m, _ := n.(*ast.MappingNode)
	for _, kv := range m.Values {
		v, err := severity(kv.Value)
		if err != nil {
			return err
		}
		switch grade := kv.Key.String(); verdict.Grade(grade) {
		case verdict.Contradiction:
			s.Contradiction = v
		case verdict.Gap:
			s.Gap = v
		case verdict.Doubt:
			s.Doubt = v
		default:
			names := []string{string(verdict.Contradiction), string(verdict.Gap), string(verdict.Doubt)}
			return strict.Problem{At: kv.Key.GetToken(), Message: fmt.Sprintf("%q is no grade (there are %s)%s", grade, strings.Join(names, ", "), strict.DidYouMean(grade, names))}
		}
	}
	return nil
}

func severity(n ast.Node) (verdict.Severity, error) {
	var s string
	if err := yaml.NodeToValue(n, &s); err != nil {
		return "", strict.Problem{At: n.GetToken(), Message: "a severity is a word"}
	}
	switch v := verdict.Severity(s); v {
	case verdict.Error, verdict.Warning, verdict.Info, verdict.Off:
		return v, nil
	}
	names := []string{string(verdict.Error), string(verdict.Warning), string(verdict.Info), string(verdict.Off)}
	return "", strict.Problem{At: n.GetToken(), Message: fmt.Sprintf("%q is no severity (there are %s)%s", s, strings.Join(names, ", "), strict.DidYouMean(s, names))}
}
