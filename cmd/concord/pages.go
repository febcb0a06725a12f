package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/cases"
	"github.com/concordlint/concord/internal/manual"
	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/ruleset"
)

// docsCommand writes the parts of the documentation that are made from the
// program itself. A test fails where they are not up to date.
func docsCommand() *cli.Command {
	return &cli.Command{
		Name:         "docs",
		Usage:        "write the documentation that is made from the program",
		ArgsUsage:    "FOLDER",
		Hidden:       true,
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return errors.New("concord docs takes the folder to write into")
			}
			pages, err := documentation(c.Context)
			if err != nil {
				return err
			}
			for _, p := range pages {
				if err := p.write(c.Args().First()); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// madeFile is a file of the documentation that is made from the program; its
// name is a path with forward slashes.
type madeFile struct {
	name string
	data []byte
}

func (f madeFile) write(folder string) error {
	file := filepath.Join(folder, filepath.FromSlash(f.name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("writing documentation: %w", err)
	}
	if err := os.WriteFile(file, f.data, 0o644); err != nil {
		return fmt.Errorf("writing documentation: %w", err)
	}
	return nil
}

// documentation is all that is made from the program.
func documentation(ctx context.Context) ([]madeFile, error) {
	all, err := loadRules()
	if err != nil {
		return nil, err
	}
	var index bytes.Buffer
	if err := manual.Index(&index, all); err != nil {
		return nil, err
	}
	man, err := manPage(newApp(streams{}))
	if err != nil {
		return nil, err
	}
	files := []madeFile{man, {"rules/README.md", index.Bytes()}}
	for _, r := range all {
		page, err := pageFile(ctx, r)
		if err != nil {
			return nil, err
		}
		files = append(files, page)
	}
	return files, nil
}

// pageFile makes the page of a rule. Where the rule itself finds something in
// it, an example that is no code, the page says that this is meant.
func pageFile(ctx context.Context, r ruleset.Rule) (madeFile, error) {
	f := madeFile{name: "rules/" + r.ID + ".md"}
	p, err := pageOf(ctx, r)
	if err != nil {
		return f, err
	}
	var b bytes.Buffer
	if err := p.Markdown(&b); err != nil {
		return f, err
	}
	out, err := reportOf(ctx, r, ruleset.Case{Name: r.ID, Documents: []ruleset.CaseFile{{Name: r.ID + ".md", Data: b.Bytes()}}})
	if err != nil {
		return f, err
	}
	if p.Shown = len(out.Findings) > 0; p.Shown {
		b.Reset()
		if err := p.Markdown(&b); err != nil {
			return f, err
		}
	}
	f.data = b.Bytes()
	return f, nil
}

// pageOf runs the two examples of a rule that are shown. A quiet one that the
// rule has something to say about teaches more than one that it passes over.
func pageOf(ctx context.Context, r ruleset.Rule) (manual.Page, error) {
	all, err := r.Cases()
	if err != nil {
		return manual.Page{}, fmt.Errorf("cases of %s: %w", r.ID, err)
	}
	p := manual.Page{Rule: r, Cases: len(all)}
	conflicts, quiet := manual.Examples(all)
	if p.Conflict, err = exampleOf(ctx, r, conflicts); err != nil {
		return p, err
	}
	p.Quiet, err = exampleOf(ctx, r, quiet)
	return p, err
}

// exampleOf runs cases with their rule alone and takes the first that something
// is said of, or else the first.
func exampleOf(ctx context.Context, r ruleset.Rule, from []ruleset.Case) (*manual.Example, error) {
	var first *manual.Example
	for _, k := range from {
		said, err := saidOf(ctx, r, k)
		if err != nil {
			return nil, err
		}
		e := &manual.Example{Case: k, Said: said}
		if said != "" {
			return e, nil
		}
		if first == nil {
			first = e
		}
	}
	return first, nil
}

// saidOf is the text of the report on a case.
func saidOf(ctx context.Context, r ruleset.Rule, k ruleset.Case) (string, error) {
	out, err := reportOf(ctx, r, k)
	if err != nil {
		return "", err
	}
	write := out.WriteText
	if len(out.Findings) == 0 {
		write = out.WriteClaims
	}
	var said bytes.Buffer
	if err := write(&said, report.Look{Width: textWidth, Quiet: true}); err != nil {
		return "", bug{err}
	}
	return strings.Trim(said.String(), "\n"), nil
}

// reportOf runs a case with its rule alone.
func reportOf(ctx context.Context, r ruleset.Rule, k ruleset.Case) (*report.Report, error) {
	g := &guard{}
	plan := newPlan(settings{}, nil, g)
	if err := withRules(&plan, []ruleset.Rule{r}, g); err != nil {
		return nil, err
	}
	out, err := cases.Report(ctx, plan, k, true)
	return out, errors.Join(g.err(), err)
}
