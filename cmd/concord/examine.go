package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/source"
)

// examination is a run over documents with all that is needed to report it.
type examination struct {
	settings
	silencing
	streams
	plan    engine.Plan
	lost    []source.Note // paths that led nowhere
	guard   *guard
	result  *engine.Result
	tool    report.Tool
	started time.Time
	// execute, if it is there, is asked for the result in place of the engine.
	execute func(context.Context, engine.Plan) (*engine.Result, error)
}

// begin reads flags and arguments. Nothing is read of the documents yet.
func begin(c *cli.Context, s streams) (*examination, error) {
	x := &examination{streams: s, guard: &guard{}, started: time.Now()}
	var err error
	if x.settings, err = settingsOf(c); err != nil {
		return nil, err
	}
	paths := c.Args().Slice()
	if len(paths) == 0 {
		if paths = x.everySet(); len(paths) == 0 {
			return nil, fmt.Errorf("no path given; \"concord %s .\" takes the folder you are in", c.Command.Name)
		}
	}
	inputs, notes := gather(c.Context, paths, s.in, x.walking(), x.bounds)
	inputs = x.placed.arrange(inputs)
	trusted, lost := gather(c.Context, x.authority, s.in, x.walking(), x.bounds)
	inputs, notes = withAuthority(inputs, x.placed.everywhere(trusted)), append(notes, lost...)
	if len(inputs)+len(notes) == 0 {
		s.complain(errors.New("there are no documents at the paths given"))
	}
	x.lost = notes
	x.silencing = silencingOf(c)
	if x.baseline == "" && x.config.Baseline != "" && hasFlag(c, "baseline") {
		x.baseline = x.config.Path(x.config.Baseline)
	}
	if err := x.ready(c.Context, inputs); err != nil {
		return nil, err
	}
	x.plan = newPlan(x.settings, inputs, x.guard)
	if err := withRegisters(&x.plan); err != nil {
		return nil, err
	}
	return x, nil
}

// run checks the documents with the rules chosen.
func (x *examination) run(ctx context.Context) error {
	all, err := rulesFor(x.config)
	if err != nil {
		return err
	}
	if err := x.silencedBy(x.config, all); err != nil {
		return err
	}
	chosen, err := choose(all, x.rules, x.skip)
	if err != nil {
		return err
	}
	if err := withRules(&x.plan, chosen, x.guard); err != nil {
		return err
	}
	if err := x.finish(x.judged(ctx)); err != nil {
		return err
	}
	x.hush(all, chosen)
	x.tool = describe(chosen)
	return nil
}

// judged is the outcome of the engine.
func (x *examination) judged(ctx context.Context) (*engine.Result, error) {
	if x.execute != nil {
		return x.execute(ctx, x.plan)
	}
	bar := x.progress()
	defer bar.stop()
	x.plan.Progress = bar.step
	return engine.Run(ctx, x.plan)
}

// finish takes the outcome of the engine.
func (x *examination) finish(r *engine.Result, err error) error {
	if err != nil {
		return err
	}
	x.result = r
	r.Notes = append(x.lost, r.Notes...)
	return x.guard.err()
}

// build makes the report with what a form needs.
func (x *examination) build(form report.Format) (*report.Report, error) {
	docs := make([]report.Document, len(x.result.Documents))
	repository := newRepository()
	for i, d := range x.result.Documents {
		docs[i] = report.Document{
			File: d.File, Format: d.Format, Bytes: d.Bytes, Date: d.Date, Authority: d.Authority, Failed: d.Failed, Path: repository.path(d.File),
		}
	}
	in := report.Input{
		Documents: docs, Verdicts: x.result.Verdicts, Claims: report.Statuses(x.result.Counts), Notes: x.result.Notes, Open: x.open,
		Minimum: x.minimum, Ledger: form.Ledger, Excerpts: form.Excerpts, Texts: form.Texts, Tool: x.tool,
	}
	silenced := x.silence(&in)
	r, err := report.Build(in)
	if err != nil {
		return nil, bug{err}
	}
	r.Notes = append(r.Notes, silenced()...)
	return r, nil
}

// open reads a document again, for its lines.
func (x *examination) open(i int) (*source.Document, []byte, error) {
	in := x.plan.Inputs[i]
	data, err := in.Load()
	if err != nil {
		return nil, nil, err
	}
	doc, err := x.plan.Read(in.File, data)
	return doc, data, err
}

// conclude names what could not be read and turns the outcome into an error
// that stands for the exit status. Trouble weighs more than findings.
func (x *examination) conclude(found bool) error {
	x.stats()
	unread := false
	for _, n := range x.result.Notes {
		if n := report.Note(n); n.Unread() {
			unread = true
			x.complain(fmt.Errorf("%s: %s", n.File, n.Message))
		}
	}
	switch {
	case unread:
		return errUnread
	case found:
		return errFound
	}
	return nil
}

// stats writes what --stats asks for. It goes to standard error, since it
// differs from run to run and a report must not.
func (x *examination) stats() {
	if !x.reports {
		return
	}
	bytes, documents := 0, 0
	for _, d := range x.result.Documents {
		bytes += d.Bytes
		if d.File != "" { // else nobody has the number
			documents++
		}
	}
	took := time.Since(x.started)
	_, _ = fmt.Fprintf(x.streams.err, "%d documents, %.2f MB, %d facts, %d claims in %.3f s: %.1f MB/s\n",
		documents, float64(bytes)/1e6, x.result.Extracted, x.result.Counts.All(), took.Seconds(),
		float64(bytes)/1e6/took.Seconds())
}
