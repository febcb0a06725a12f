// Package strict reads YAML that people write: rule files and configurations.
// Whatever is not understood is an error with file, line and column, and with
// the word that may have been meant. It knows no field by name.
package strict

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
	"github.com/xrash/smetrics"
)

// Problem is an error at a token, not yet told in which file. Types that decode
// themselves return it.
type Problem struct {
	At      *token.Token
	Message string
}

// Error is the message alone.
func (p Problem) Error() string { return p.Message }

// Mapping is a YAML mapping of a file.
type Mapping struct {
	// File stands in error messages.
	File string
	Node ast.Node
}

// Parse reads a file that holds one mapping. Errors are file:line:column: what.
func Parse(name string, data []byte) (Mapping, error) {
	f, err := parser.ParseBytes(data, 0)
	if err != nil {
		return Mapping{}, At(name, err)
	}
	if len(f.Docs) == 0 || f.Docs[0].Body == nil {
		return Mapping{}, fmt.Errorf("%s:1:1: the file is empty", name)
	}
	if len(f.Docs) > 1 {
		return Mapping{}, At(name, Problem{f.Docs[1].Start, "a second document begins here; a file holds one"})
	}
	return Mapping{File: name, Node: f.Docs[0].Body}, nil
}

// Decode decodes strictly into a pointer to a struct. All unknown fields are
// reported, at whatever depth; of other errors the first.
func (m Mapping) Decode(into any) error {
	var errs []error
	m.unknown(m.Node, reflect.TypeOf(into), &errs)
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	if err := yaml.NodeToValue(m.Node, into, yaml.Strict()); err != nil {
		return At(m.File, err)
	}
	return nil
}

// unknown collects the fields of a node that a type does not have. A type that
// decodes itself is left alone.
func (m Mapping) unknown(n ast.Node, t reflect.Type, errs *[]error) {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == nil || n == nil || reflect.PointerTo(t).Implements(reflect.TypeFor[yaml.NodeUnmarshaler]()) {
		return
	}
	switch t.Kind() {
	case reflect.Struct:
		known := fields(t)
		for _, kv := range Entries(n) {
			key := keyOf(kv)
			f, ok := known[key]
			if !ok {
				*errs = append(*errs, At(m.File, Problem{kv.Key.GetToken(), fmt.Sprintf("unknown field %q%s", key, DidYouMean(key, names(t)))}))
				continue
			}
			m.unknown(kv.Value, f, errs)
		}
	case reflect.Map:
		for _, kv := range Entries(n) {
			m.unknown(kv.Value, t.Elem(), errs)
		}
	case reflect.Slice:
		if list, ok := n.(*ast.SequenceNode); ok {
			for _, v := range list.Values {
				m.unknown(v, t.Elem(), errs)
			}
		}
	}
}

// ErrorAt is an error at the value that a path of keys and indices leads to,
// or at the last part of it that is there; at the file's start where none is.
func (m Mapping) ErrorAt(message string, path ...any) error {
	n := m.Node
	var at *token.Token
	for _, step := range path {
		next, tok := child(n, step)
		if tok == nil {
			break
		}
		n, at = next, tok
	}
	if at == nil {
		return fmt.Errorf("%s:1:1: %s", m.File, message)
	}
	return At(m.File, Problem{at, message})
}

// child is the value under a key or index, with the token where it begins.
func child(n ast.Node, step any) (ast.Node, *token.Token) {
	switch step := step.(type) {
	case string:
		for _, kv := range Entries(n) {
			if keyOf(kv) == step {
				if kv.Value.Type() == ast.MappingType || kv.Value.Type() == ast.MappingValueType || kv.Value.Type() == ast.SequenceType {
					return kv.Value, kv.Key.GetToken()
				}
				return kv.Value, kv.Value.GetToken()
			}
		}
	case int:
		if list, ok := n.(*ast.SequenceNode); ok && step < len(list.Values) {
			v := list.Values[step]
			if e := Entries(v); len(e) > 0 {
				return v, e[0].Key.GetToken()
			}
			return v, v.GetToken()
		}
	}
	return nil, nil
}

// keyOf is a key without quotation marks.
func keyOf(kv *ast.MappingValueNode) string {
	if s, ok := kv.Key.(*ast.StringNode); ok {
		return s.Value
	}
	return kv.Key.String()
}

// Entries are the entries of a mapping, in their order; none for other nodes.
func Entries(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

// Key is the key of an entry without quotation marks.
func Key(kv *ast.MappingValueNode) string { return keyOf(kv) }

// fields maps the YAML names of a struct's fields to their types.
func fields(t reflect.Type) map[string]reflect.Type {
	known := map[string]reflect.Type{}
	for i := range t.NumField() {
		if name := nameOf(t.Field(i)); name != "" {
			known[name] = t.Field(i).Type
		}
	}
	return known
}

func names(t reflect.Type) []string {
	var out []string
	for i := range t.NumField() {
		if name := nameOf(t.Field(i)); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// nameOf is the name of a field in YAML, empty for one that has none there.
func nameOf(f reflect.StructField) string {
	if !f.IsExported() {
		return ""
	}
	tag, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	switch tag {
	case "-":
		return ""
	case "":
		return strings.ToLower(f.Name)
	}
	return tag
}

// At turns an error of the YAML library, or a Problem, into
// "file:line:column: what".
func At(name string, err error) error {
	var p Problem
	if errors.As(err, &p) && p.At != nil {
		return fmt.Errorf("%s:%d:%d: %s", name, p.At.Position.Line, p.At.Position.Column, p.Message)
	}
	var y yaml.Error
	if errors.As(err, &y) && y.GetToken() != nil {
		at := y.GetToken().Position
		return fmt.Errorf("%s:%d:%d: %s", name, at.Line, at.Column, y.GetMessage())
	}
	return fmt.Errorf("%s:1:1: %w", name, err)
}

// DidYouMean is a hint at the candidate nearest to a misspelt word, or "".
func DidYouMean(word string, candidates []string) string {
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
