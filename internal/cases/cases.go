// Package cases runs the examples that rules bring with them: it has a case's
// documents checked in memory and compares what is reported with what the
// case expects. It knows how an expectation and a finding are compared, and
// neither formats, extraction nor checks, which it is given in a plan.
package cases

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// Outcome is how a run departs from what its case expects, line by line in
// the spelling of the case.
type Outcome struct {
	// Missing was expected and did not come.
	Missing []string
	// Unexpected came and was not expected.
	Unexpected []string
}

// Passed tells that the run was as expected.
func (o Outcome) Passed() bool { return len(o.Missing)+len(o.Unexpected) == 0 }

// Run checks a case's documents with the parts of plan, whose inputs it
// replaces. All findings count, whatever their severity. The error is that
// of the run itself, for instance of a ctx that has ended.
func Run(ctx context.Context, plan engine.Plan, c ruleset.Case) (Outcome, error) {
	r, err := Report(ctx, plan, c, false)
	if err != nil {
		return Outcome{}, err
	}
	return compare(c, r), nil
}

// Report is Run with its report in full, for those who show it; excerpts asks
// for the lines of each place, as in report.Input.
func Report(ctx context.Context, plan engine.Plan, c ruleset.Case, excerpts bool) (*report.Report, error) {
	plan.Inputs = inputs(c)
	plan.Files, plan.Root = files(c), ""
	result, err := engine.Run(ctx, plan)
	if err != nil {
		return nil, fmt.Errorf("case %s: %w", c.Name, err)
	}
	docs := make([]report.Document, len(result.Documents))
	for i, d := range result.Documents {
		docs[i] = report.Document{File: d.File, Format: d.Format, Bytes: d.Bytes, Date: d.Date, Failed: d.Failed}
	}
	r, err := report.Build(report.Input{
		Documents: docs, Verdicts: result.Verdicts, Claims: report.Statuses(result.Counts), Notes: result.Notes,
		Minimum: verdict.Info, Ledger: true, Excerpts: excerpts,
		Open: func(i int) (*source.Document, []byte, error) {
			data, err := plan.Inputs[i].Load()
			if err != nil {
				return nil, nil, err
			}
			doc, err := plan.Read(plan.Inputs[i].File, data)
			return doc, data, err
		},
	})
	if err != nil {
		return nil, fmt.Errorf("case %s: %w", c.Name, err)
	}
	return r, nil
}

// inputs are a case's documents in the order of their names.
func inputs(c ruleset.Case) []engine.Input {
	in := make([]engine.Input, 0, len(c.Documents))
	for _, d := range c.Documents {
		in = append(in, engine.Input{File: d.Name, Load: func() ([]byte, error) { return d.Data, nil }})
	}
	slices.SortFunc(in, func(a, b engine.Input) int { return strings.Compare(a.File, b.File) })
	return in
}

// files are a case's documents as files beside one another.
func files(c ruleset.Case) fs.FS {
	all := fstest.MapFS{}
	for _, d := range c.Documents {
		all[d.Name] = &fstest.MapFile{Data: d.Data, Mode: 0o444}
	}
	return all
}

func compare(c ruleset.Case, r *report.Report) Outcome {
	var o Outcome
	got := make([]ruleset.Expectation, 0, len(r.Findings))
	for _, f := range r.Findings {
		e := at(f.Rule, verdict.Conflicts, f.Location)
		e.Severity = f.Severity
		got = append(got, e)
	}
	var left []ruleset.Expectation
	o.Missing, left = match(c.Want, got)
	for _, e := range left {
		o.Unexpected = append(o.Unexpected, e.String())
	}
	ledger := make([]ruleset.Expectation, 0, len(r.Claims))
	for _, k := range r.Claims {
		ledger = append(ledger, at(k.Rule, k.Status, k.Location))
	}
	missing, left := match(c.Ledger, ledger)
	o.Missing = append(o.Missing, missing...)
	o.Unexpected = append(o.Unexpected, decided(c.Ledger, left)...)
	return o
}

func at(rule string, s verdict.Status, l report.Location) ruleset.Expectation {
	return ruleset.Expectation{File: l.File, Line: l.Line, Rule: rule, Surface: l.Text, Status: s}
}

// match pairs what was expected with what came and returns the rest of both.
// Expectations that name a severity choose first.
func match(want, got []ruleset.Expectation) (missing []string, left []ruleset.Expectation) {
	left = slices.Clone(got)
	order := slices.Clone(want)
	slices.SortStableFunc(order, func(a, b ruleset.Expectation) int {
		return strings.Compare(string(b.Severity), string(a.Severity))
	})
	for _, w := range order {
		i := slices.IndexFunc(left, func(g ruleset.Expectation) bool {
			return same(w, g) && w.Status == g.Status && (w.Severity == "" || w.Severity == g.Severity)
		})
		if i < 0 {
			missing = append(missing, w.String())
			continue
		}
		left = slices.Delete(left, i, i+1)
	}
	return missing, left
}

// same tells whether two expectations are about the same claim.
func same(a, b ruleset.Expectation) bool {
	return a.File == b.File && a.Line == b.Line && a.Rule == b.Rule &&
		strings.Join(strings.Fields(a.Surface), " ") == strings.Join(strings.Fields(b.Surface), " ")
}

// decided lists the claims that the case expects in its ledger and that came
// with another outcome. Claims that the case does not speak of are its own
// business.
func decided(want, left []ruleset.Expectation) []string {
	var out []string
	for _, g := range left {
		if slices.ContainsFunc(want, func(w ruleset.Expectation) bool { return same(w, g) && w.Status != g.Status }) {
			out = append(out, g.String())
		}
	}
	return out
}
