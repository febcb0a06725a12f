package main

import (
	"io"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/report"
)

// checkCommand reports findings.
func checkCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:         "check",
		Usage:        "report what does not agree",
		ArgsUsage:    "PATH...",
		Description:  pathsHelp + "\n\n" + statusHelp,
		Flags:        checkFlags(),
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			return examine(c, s, false)
		},
	}
}

const (
	pathsHelp = "PATH is a file, a folder, a glob, or - for standard input.\n" +
		"All documents of one call are one set: what one says is held against the others."
	statusHelp = "Exit status: 0 nothing found, 1 findings, 2 trouble with arguments, rules or\n" +
		"the reading of a document, 3 a mistake in the program."
)

// examine is check and claims: they differ in what they show.
func examine(c *cli.Context, s streams, ledger bool) error {
	x, err := begin(c, s)
	if err != nil {
		return err
	}
	form := x.form(ledger)
	x.plan.Brief = !form.Ledger
	if err := x.run(c.Context); err != nil {
		return err
	}
	r, err := x.build(form)
	if err != nil {
		return err
	}
	if err := x.write(func(w io.Writer, look report.Look) error { return form.Write(r, w, look) }); err != nil {
		return err
	}
	return x.conclude(r.Summary.Findings.AtLeast(x.failOn) > 0)
}

// form is the form of report that was asked for. The ledger has a text form
// of its own.
func (x *examination) form(ledger bool) report.Format {
	form, _ := report.FormatNamed(x.format) // its name is checked with the flags
	if ledger && form.Name == "text" {
		form.Write, form.Excerpts = (*report.Report).WriteClaims, false
	}
	form.Ledger = form.Ledger || ledger
	return form
}
