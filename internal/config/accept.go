package config

import (
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/concordlint/concord/internal/strict"
)

// Globs are patterns of files: one, or a list of them.
type Globs []string

// UnmarshalYAML takes a string or a list of strings.
func (g *Globs) UnmarshalYAML(n ast.Node) error {
	if n.Type() == ast.SequenceType {
		return list(n, (*[]string)(g))
	}
	var one string
	if err := yaml.NodeToValue(n, &one); err != nil || n.Type() != ast.StringType {
		return strict.Problem{At: n.GetToken(), Message: "this is to be a pattern of files, or a list of patterns"}
	}
	*g = Globs{one}
	return nil
}

// Accept are spellings of one name.
type Accept struct {
	Spellings []string
	Reason    string
}

// acceptForm is the long form of an entry.
type acceptForm struct {
	Spellings []string `yaml:"spellings"`
	Reason    string   `yaml:"reason"`
}

// UnmarshalYAML takes a list of spellings, or a mapping with a reason.
func (a *Accept) UnmarshalYAML(n ast.Node) error {
	if n.Type() == ast.SequenceType {
		return list(n, &a.Spellings)
	}
	var form acceptForm
	known := []string{"spellings", "reason"}
	for _, kv := range strict.Entries(n) {
		switch key := strict.Key(kv); key {
		case "spellings":
			if err := list(kv.Value, &form.Spellings); err != nil {
				return err
			}
		case "reason":
			if err := yaml.NodeToValue(kv.Value, &form.Reason); err != nil {
				return strict.Problem{At: kv.Value.GetToken(), Message: "a reason is text"}
			}
		default:
			return strict.Problem{At: kv.Key.GetToken(), Message: "unknown field \"" + key + "\"" + strict.DidYouMean(key, known)}
		}
	}
	if form.Spellings == nil {
		return strict.Problem{At: n.GetToken(), Message: "this is to be a list of spellings, or a mapping with spellings and reason"}
	}
	*a = Accept(form)
	return nil
}

// list reads a list of strings.
func list(n ast.Node, into *[]string) error {
	if err := yaml.NodeToValue(n, into); err != nil {
		return strict.Problem{At: n.GetToken(), Message: "this is to be a list of words"}
	}
	return nil
}
