package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/mutate"
	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// mutateCommand plants slips into copies of documents and tells which are found.
func mutateCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "mutate",
		Usage:     "plant slips into copies of documents and tell which are found",
		ArgsUsage: "PATH...",
		Description: pathsHelp + "\n\n" +
			"Slips of each kind are made in copies held in memory, one at a time, at places\n" +
			"that a simple search finds: a number before a list, a weekday before a date.\n" +
			"The documents themselves are never changed. What is not found shows what the\n" +
			"checks do not see in documents like these.",
		Flags: append([]cli.Flag{
			&cli.IntFlag{Name: "each", Value: 5, Usage: "plant up to `N` slips of each kind"},
			&cli.BoolFlag{Name: "verbose", DisableDefaultText: true, Usage: "list each slip"},
		}, append(setFlags(), outputFlag())...),
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if c.Int("each") < 1 {
				return fmt.Errorf("--each %d plants nothing", c.Int("each"))
			}
			x, err := begin(c, s)
			if err != nil {
				return err
			}
			return x.mutate(c.Context, c.Int("each"))
		},
	}
}

// planted is a slip with what was made of it.
type planted struct {
	mutate.Slip
	// by are the rules that noticed it.
	by []string
}

// mutate plants the slips one by one and writes what was found.
func (x *examination) mutate(ctx context.Context, each int) error {
	if err := x.run(ctx); err != nil {
		return err
	}
	base := x.result
	docs, facts := x.readAll()
	var trials []planted
	for _, slip := range mutate.Plan(docs, each) {
		found, err := x.try(ctx, slip, docs, facts, base.Verdicts)
		if err != nil {
			return err
		}
		trials = append(trials, planted{slip, found})
	}
	if err := x.guard.err(); err != nil {
		return err
	}
	if err := x.write(func(w io.Writer, _ report.Look) error { return x.tell(w, trials, docs) }); err != nil {
		return err
	}
	return x.conclude(false)
}

// readAll reads and extracts all documents once; nil for one that fails.
func (x *examination) readAll() ([]*source.Document, [][]fact.Fact) {
	docs := make([]*source.Document, len(x.plan.Inputs))
	facts := make([][]fact.Fact, len(docs))
	for i, in := range x.plan.Inputs {
		data, err := in.Load()
		if err != nil {
			continue
		}
		if doc, err := x.plan.Read(in.File, data); err == nil {
			docs[i], facts[i] = doc, x.plan.Extract(doc, i)
		}
	}
	return docs, facts
}

// try checks the set with one document changed. It returns the rules that have
// a finding at the place which they did not have before.
func (x *examination) try(ctx context.Context, slip mutate.Slip, docs []*source.Document, facts [][]fact.Fact, before []verdict.Verdict) ([]string, error) {
	data, err := x.plan.Inputs[slip.Doc].Load()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", docs[slip.Doc].File, err)
	}
	data = slip.Apply(docs[slip.Doc], data)
	plan := x.plan
	plan.Inputs = nil
	for i, in := range x.plan.Inputs {
		if docs[i] != nil {
			plan.Inputs = append(plan.Inputs, in)
		}
	}
	number := map[string]int{} // of a document in the set, by its file
	for i, in := range x.plan.Inputs {
		number[in.File] = i
	}
	plan.Read = func(file string, _ []byte) (*source.Document, error) {
		if i := number[file]; i != slip.Doc {
			return docs[i], nil
		}
		return x.plan.Read(file, data)
	}
	plan.Extract = func(doc *source.Document, n int) []fact.Fact {
		if i := number[doc.File]; i != slip.Doc && i == n {
			return facts[i]
		}
		return x.plan.Extract(doc, n)
	}
	result, err := engine.Run(ctx, plan)
	if err != nil {
		return nil, err
	}
	return noticed(slip, result.Verdicts, before), nil
}

// noticed lists the rules with findings that touch the place of a slip and
// were not there before.
func noticed(slip mutate.Slip, after, before []verdict.Verdict) []string {
	known := map[string]bool{}
	for i := range before {
		if v := &before[i]; reported(v) {
			known[v.Rule+"\x00"+v.Message] = true
		}
	}
	var by []string
	for i := range after {
		v := &after[i]
		if !reported(v) || known[v.Rule+"\x00"+v.Message] || !touches(v, slip) {
			continue
		}
		if len(by) == 0 || by[len(by)-1] != v.Rule {
			by = append(by, v.Rule)
		}
	}
	return by
}

func reported(v *verdict.Verdict) bool {
	return v.Status == verdict.Conflicts && v.Severity.Rank() >= verdict.Warning.Rank()
}

// touches reports whether a verdict's own place or its evidence is in the block
// that was changed.
func touches(v *verdict.Verdict, slip mutate.Slip) bool {
	near := slip.Near
	near.End += len(slip.New) - len(slip.Old)
	at := func(p fact.Place) bool {
		return p.Doc == slip.Doc && (p.Span.Start <= near.End && p.Span.End >= near.Start || p.Span.Start <= slip.Span.End && p.Span.End >= slip.Span.Start)
	}
	if at(v.Place) {
		return true
	}
	for _, e := range v.Evidence {
		if at(e.Place) {
			return true
		}
	}
	return false
}

// tell writes the table of kinds, and each slip if that was asked for.
func (x *examination) tell(w io.Writer, trials []planted, docs []*source.Document) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintln(table, "kind of slip\tplanted\tfound\tby")
	all, found := 0, 0
	for _, kind := range mutate.Kinds() {
		n, hits := 0, 0
		var by []string
		for _, t := range trials {
			if t.Kind != kind {
				continue
			}
			n++
			if len(t.by) > 0 {
				hits++
			}
			for _, r := range t.by {
				if !strings.Contains(" "+strings.Join(by, " ")+" ", " "+r+" ") {
					by = append(by, r)
				}
			}
		}
		all, found = all+n, found+hits
		if n == 0 {
			_, _ = fmt.Fprintf(table, "%s\t-\t-\t\n", kind)
			continue
		}
		_, _ = fmt.Fprintf(table, "%s\t%d\t%d\t%s\n", kind, n, hits, strings.Join(by, ", "))
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	if _, err := fmt.Fprintf(w, "\n%d of %d found; - means that no place for such a slip was seen\n", found, all); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	if !x.verbose {
		return nil
	}
	return x.list(w, trials, docs)
}

// list writes each slip with its place.
func (x *examination) list(w io.Writer, trials []planted, docs []*source.Document) error {
	for _, t := range trials {
		doc := docs[t.Doc]
		data, err := x.plan.Inputs[t.Doc].Load()
		if err != nil {
			return fmt.Errorf("%s: %w", doc.File, err)
		}
		at, err := report.NewFinder(doc, data).At(t.Span)
		if err != nil {
			return fmt.Errorf("%s: %w", doc.File, err)
		}
		outcome := "missed"
		if len(t.by) > 0 {
			outcome = "found by " + strings.Join(t.by, ", ")
		}
		if _, err := fmt.Fprintf(w, "%s:%d: %s: %q for %q: %s\n", doc.File, at.Line, t.Kind, t.New, t.Old, outcome); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	return nil
}
