package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/report"
)

// factsCommand writes what was extracted.
func factsCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "facts",
		Usage:     "write the facts that documents state, as JSON Lines",
		ArgsUsage: "PATH...",
		Description: pathsHelp + "\n\n" +
			"Each line is an object with kind, location and value. What value holds depends\n" +
			"on the kind; what is empty or zero is left out.",
		Flags:        append(setFlags(), outputFlag()),
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			x, err := begin(c, s)
			if err != nil {
				return err
			}
			if err := x.finish(engine.Collect(c.Context, x.plan)); err != nil {
				return err
			}
			if err := x.write(x.facts); err != nil {
				return err
			}
			return x.conclude(false)
		},
	}
}

// factLine is a line of output.
type factLine struct {
	Kind     fact.Kind       `json:"kind"`
	Location report.Location `json:"location"`
	Value    any             `json:"value"`
}

// facts writes the facts of all documents in their order.
func (x *examination) facts(w io.Writer, _ report.Look) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for i, facts := range x.result.Facts {
		if len(facts) == 0 {
			continue
		}
		doc, data, err := x.open(i)
		if err != nil {
			return fmt.Errorf("%s: %w", x.plan.Inputs[i].File, err)
		}
		finder := report.NewFinder(doc, data)
		for _, f := range facts {
			at, err := finder.At(f.Where().Span)
			if err != nil {
				return fmt.Errorf("%s: %w", doc.File, err)
			}
			v, err := value(f)
			if err != nil {
				return fmt.Errorf("%s: %w", at, err)
			}
			if err := e.Encode(factLine{f.FactKind(), at, v}); err != nil {
				return fmt.Errorf("writing facts: %w", err)
			}
		}
	}
	return nil
}

// value is a fact's own fields, without its place.
func value(f fact.Fact) (any, error) {
	data, err := json.Marshal(f)
	if err != nil {
		return nil, fmt.Errorf("fact of kind %s: %w", f.FactKind(), err)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var fields map[string]any
	if err := d.Decode(&fields); err != nil {
		return nil, fmt.Errorf("fact of kind %s: %w", f.FactKind(), err)
	}
	for _, place := range []string{"Doc", "Span", "Block", "Section", "Surface"} {
		delete(fields, place)
	}
	if v := brief(fields); v != nil {
		return v, nil
	}
	return map[string]any{}, nil
}

// brief leaves out what is empty and lets names begin in lower case.
func brief(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for k, e := range v {
			if e = brief(e); e != nil {
				out[strings.ToLower(k[:1])+k[1:]] = e
			}
		}
		if len(out) == 0 {
			return nil
		}
		return out
	case []any:
		for i := range v {
			if e := brief(v[i]); e != nil { // elements keep their places
				v[i] = e
			}
		}
		if len(v) == 0 {
			return nil
		}
		return v
	case string:
		if v == "" {
			return nil
		}
	case bool:
		if !v {
			return nil
		}
	case json.Number:
		if v == "0" {
			return nil
		}
	}
	return v
}
