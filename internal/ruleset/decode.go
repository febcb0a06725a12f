package ruleset

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
	"github.com/xrash/smetrics"

	"github.com/concordlint/concord/internal/verdict"
)

// Params are a rule's parameters as they stand in its file: not decoded yet,
// because only the check knows their form.
type Params struct {
	file string
	node ast.Node
}

// Decode decodes the parameters strictly into a pointer to a struct. Errors
// name file, line and column. Parameters that a rule does not give leave the
// struct as it is.
func (p Params) Decode(into any) error {
	if p.node == nil {
		return nil
	}
	return mapping(p).decode(into)
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
	m, err := parse(name, data)
	if err != nil {
		return Params{}, err
	}
	return Params{file: name, node: m.node}, nil
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
			return problem{kv.Key.GetToken(), fmt.Sprintf("%q is no grade (there are %s)%s", grade, strings.Join(names, ", "), didYouMean(grade, names))}
		}
	}
	return nil
}

func severity(n ast.Node) (verdict.Severity, error) {
	var s string
	if err := yaml.NodeToValue(n, &s); err != nil {
		return "", problem{n.GetToken(), "a severity is a word"}
	}
	switch v := verdict.Severity(s); v {
	case verdict.Error, verdict.Warning, verdict.Info, verdict.Off:
		return v, nil
	}
	names := []string{string(verdict.Error), string(verdict.Warning), string(verdict.Info), string(verdict.Off)}
	return "", problem{n.GetToken(), fmt.Sprintf("%q is no severity (there are %s)%s", s, strings.Join(names, ", "), didYouMean(s, names))}
}

// problem is an error at a token, not yet told in which file.
type problem struct {
	at  *token.Token
	msg string
}

func (p problem) Error() string { return p.msg }

// mapping is a YAML mapping of a file.
type mapping struct {
	file string
	node ast.Node
}

// parse reads a file that holds one mapping.
func parse(name string, data []byte) (mapping, error) {
	f, err := parser.ParseBytes(data, 0)
	if err != nil {
		return mapping{}, located(name, err)
	}
	if len(f.Docs) == 0 || f.Docs[0].Body == nil {
		return mapping{}, fmt.Errorf("%s:1:1: the file is empty", name)
	}
	if len(f.Docs) > 1 {
		return mapping{}, located(name, problem{f.Docs[1].Start, "a second document begins here; a file holds one rule"})
	}
	return mapping{file: name, node: f.Docs[0].Body}, nil
}

// decode decodes strictly into a pointer to a struct. All unknown fields are
// reported, of other errors the first.
func (m mapping) decode(into any) error {
	var errs []error
	known := fields(into)
	for _, kv := range entries(m.node) {
		key := kv.Key.String()
		if _, ok := known[key]; !ok {
			errs = append(errs, located(m.file, problem{kv.Key.GetToken(), fmt.Sprintf("unknown field %q%s", key, didYouMean(key, names(into)))}))
		}
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	if err := yaml.NodeToValue(m.node, into, yaml.Strict()); err != nil {
		return located(m.file, err)
	}
	return nil
}

// errorAt is an error at a field, or at the file's start where the field is
// not given.
func (m mapping) errorAt(field, format string, args ...any) error {
	msg := fmt.Sprintf(format, args...)
	for _, kv := range entries(m.node) {
		if kv.Key.String() == field {
			return located(m.file, problem{kv.Value.GetToken(), msg})
		}
	}
	return fmt.Errorf("%s:1:1: %s", m.file, msg)
}

func entries(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

// fields maps the YAML names of a struct's fields; empty for anything else,
// which the decoder itself then complains about.
func fields(into any) map[string]bool {
	known := map[string]bool{}
	for _, n := range names(into) {
		known[n] = true
	}
	return known
}

func names(into any) []string {
	t := reflect.TypeOf(into)
	if t == nil || t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct {
		return nil
	}
	t = t.Elem()
	var out []string
	for i := range t.NumField() {
		tag, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if tag == "" {
			tag = strings.ToLower(t.Field(i).Name)
		}
		out = append(out, tag)
	}
	return out
}

// located turns an error of the YAML library into "file:line:column: what".
func located(name string, err error) error {
	var p problem
	if errors.As(err, &p) && p.at != nil {
		return fmt.Errorf("%s:%d:%d: %s", name, p.at.Position.Line, p.at.Position.Column, p.msg)
	}
	var y yaml.Error
	if errors.As(err, &y) && y.GetToken() != nil {
		at := y.GetToken().Position
		return fmt.Errorf("%s:%d:%d: %s", name, at.Line, at.Column, y.GetMessage())
	}
	return fmt.Errorf("%s:1:1: %w", name, err)
}

// didYouMean is a hint at the candidate nearest to a misspelt word, or "".
func didYouMean(word string, candidates []string) string {
	best, distance := "", 3
	for _, c := range candidates {
		if d := smetrics.WagnerFischer(word, c, 1, 1, 1); d < distance && d < len(c) {
			best, distance = c, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(" (did you mean %q?)", best)
}
