package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/repair"
	"github.com/concordlint/concord/internal/report"
)

// fixCommand mends documents.
func fixCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "fix",
		Usage:     "ask for each suggested repair whether to make it, and make it",
		ArgsUsage: "PATH...",
		Description: pathsHelp + "\n\n" +
			"Nothing is written before the last question. Files that have changed meanwhile are\n" +
			"left alone. After that the set is checked again, and what is left is counted.\n\n" +
			"Exit status: 0 nothing left to find, 1 findings are left, 2 trouble with arguments,\n" +
			"rules, or the reading or writing of a document, 3 a mistake in the program.",
		Flags:        fixFlags(),
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			m, err := newMending(c, s)
			if err != nil {
				return err
			}
			return m.run()
		},
	}
}

// fixFlags are those of check that decide what is found, and those of fix.
func fixFlags() []cli.Flag {
	flags := []cli.Flag{
		&cli.BoolFlag{Name: "yes-high", DisableDefaultText: true, Usage: "ask nothing, and make the repairs of high confidence only"},
		&cli.BoolFlag{Name: "dry-run", DisableDefaultText: true, Usage: "write nothing, and show as a unified diff what would be written"},
	}
	for _, f := range checkFlags() {
		if !slices.Contains([]string{"format", "output", "verbose"}, f.Names()[0]) {
			flags = append(flags, f)
		}
	}
	return flags
}

// mending is a run of fix.
type mending struct {
	*examination
	c      *cli.Context
	report *report.Report
	set    *repair.Set
	dry    bool
	// made are the edits that were asked for.
	made []*repair.Edit
	// unmended counts the findings of which no repair can be made.
	unmended int
}

// newMending checks the arguments.
func newMending(c *cli.Context, s streams) (*mending, error) {
	if slices.Contains(c.Args().Slice(), standardInput) {
		return nil, errors.New("fix mends files, and standard input is none; check --diff makes a patch of it")
	}
	if !c.Bool("yes-high") && !isTerminal(s.in) {
		return nil, errors.New("fix asks questions at a terminal, and standard input is none; --yes-high asks nothing, and check --diff makes a patch")
	}
	x, err := begin(c, s)
	if err != nil {
		return nil, err
	}
	return &mending{examination: x, c: c, dry: c.Bool("dry-run")}, nil
}

// run finds, asks, mends and looks again.
func (m *mending) run() error {
	if err := m.find(); err != nil {
		return err
	}
	m.set = m.repairs()
	if m.c.Bool("yes-high") {
		m.takeHigh()
	} else if err := m.ask(m.c.Context); err != nil {
		return err
	}
	failed, err := m.make(m.c.Context)
	if err != nil {
		return err
	}
	left, err := m.lookAgain()
	if err != nil {
		return err
	}
	if failed {
		return errors.Join(m.conclude(false), errUnwritten)
	}
	return m.conclude(left)
}

// errUnwritten says that files could not be mended; each has been named.
var errUnwritten = fmt.Errorf("not all could be mended: %w", errUnread)

// find runs the checks.
func (m *mending) find() error {
	m.plan.Brief = true
	if err := m.examination.run(m.c.Context); err != nil {
		return err
	}
	form, _ := report.FormatNamed("text")
	r, err := m.build(form)
	m.report = r
	return err
}

// takeHigh takes the repairs of high confidence.
func (m *mending) takeHigh() {
	chosen := m.set.Choose(m.report.Findings, true)
	for _, edits := range repair.ByFile(chosen.Choices) {
		m.made = append(m.made, edits...)
	}
	for _, l := range chosen.Left {
		if repair.Sure(l.Finding) {
			m.toldLeft([]repair.Left{l})
		}
	}
}

// say writes a line to standard output.
func (m *mending) say(format string, args ...any) error {
	if _, err := fmt.Fprintln(m.streams.out, report.Visible(fmt.Sprintf(format, args...))); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// make writes the edits, file by file. One that fails does not keep the others
// from being mended; it is named.
func (m *mending) make(ctx context.Context) (failed bool, err error) {
	var made []*repair.Edit
	good, bad := repair.Sift(m.made)
	for _, b := range bad {
		m.mention("%s: %s: not made: %v", b.Edit.File.Name, b.Edit.Describe(), b.Why)
	}
	m.made = good
	for _, edits := range repair.Group(good) {
		if err := ctx.Err(); err != nil {
			return failed, m.cutShort(made, err)
		}
		name := edits[0].File.Name
		if m.dry {
			err = m.show(edits)
		} else {
			err = repair.Write(ctx, edits)
		}
		switch {
		case errors.Is(err, context.Canceled):
			return failed, m.cutShort(made, err)
		case err != nil && m.dry:
			return failed, err
		case err != nil:
			failed = true
			m.complain(fmt.Errorf("%s: %w", name, err))
		default:
			made = append(made, edits...)
		}
	}
	m.made = made
	return failed, nil
}

// cutShort tells what had been written when the user broke off.
func (m *mending) cutShort(made []*repair.Edit, err error) error {
	m.complain(fmt.Errorf("%d of %d files had been written", len(repair.Group(made)), len(repair.Group(m.made))))
	return err
}

// show writes a patch of what would be done.
func (m *mending) show(edits []*repair.Edit) error {
	patch, err := m.patch(edits)
	if err != nil {
		return bug{err}
	}
	return report.WriteDiff(m.streams.out, patch, isTerminal(m.streams.out), m.look(m.streams.out))
}

// lookAgain checks the set as it is now, or as it would be, and tells what is
// left. It reports whether that is enough for status 1.
func (m *mending) lookAgain() (bool, error) {
	after := m.report
	if len(m.made) > 0 {
		again, err := begin(m.c, m.streams)
		if err != nil {
			return false, err
		}
		n := &mending{examination: again, c: m.c}
		if m.dry {
			n.overlay(m.made)
		}
		if err := n.find(); err != nil {
			return false, err
		}
		m.examination.result, after = n.result, n.report
	}
	if err := m.say("%s", m.summary(after)); err != nil {
		return false, err
	}
	if len(m.made) > 0 {
		for _, f := range news(m.report.Findings, after.Findings) {
			if err := m.say("A repair has led to a new finding: %s: %s[%s]: %s", f.Location, f.Severity, f.Rule, f.Message); err != nil {
				return false, err
			}
		}
	}
	return after.Summary.Findings.AtLeast(m.failOn) > 0, nil
}

// overlay has the documents read as edits would leave them.
func (m *mending) overlay(edits []*repair.Edit) {
	for _, group := range repair.Group(edits) {
		f := group[0].File
		for i := range m.plan.Inputs {
			if m.plan.Inputs[i].File == f.Name {
				m.plan.Inputs[i].Load = func() ([]byte, error) { return f.OnDisk(f.With(group)) }
			}
		}
	}
}

// summary is what was done and what is left, in a line.
func (m *mending) summary(after *report.Report) string {
	repairs, comments := 0, 0
	for _, e := range m.made {
		if e.Comment {
			comments++
		} else {
			repairs++
		}
	}
	files := len(repair.Group(m.made))
	var parts []string
	done := fmt.Sprintf("%d %s in %d %s", repairs, many(repairs, "repair"), files, many(files, "file"))
	if comments > 0 {
		done = fmt.Sprintf("%d %s and %d %s in %d %s", repairs, many(repairs, "repair"), comments, many(comments, "comment"), files, many(files, "file"))
	}
	if m.dry {
		done += ", of which nothing is written"
	}
	parts = append(parts, done)
	n := len(after.Findings)
	parts = append(parts, fmt.Sprintf("%d %s left", n, many(n, "finding")))
	unsure := 0
	for i := range after.Findings {
		if f := &after.Findings[i]; m.c.Bool("yes-high") && len(f.Suggestions) > 0 && !repair.Sure(f) {
			unsure++
		}
	}
	if unsure > 0 {
		parts = append(parts, fmt.Sprintf("%d with repairs of less than high confidence", unsure))
	}
	if m.unmended > 0 {
		parts = append(parts, fmt.Sprintf("%d without a repair that can be made", m.unmended))
	}
	return strings.Join(parts, "; ")
}

// news are the findings that were not there before: of a rule, about words that
// it had nothing to say of in that file.
func news(before, after []report.Finding) []report.Finding {
	key := func(f report.Finding) string { return f.Rule + "\x00" + f.Location.File + "\x00" + f.Location.Text }
	known := map[string]int{}
	for _, f := range before {
		known[key(f)]++
	}
	var out []report.Finding
	for _, f := range after {
		if k := key(f); known[k] > 0 {
			known[k]--
		} else {
			out = append(out, f)
		}
	}
	return out
}
