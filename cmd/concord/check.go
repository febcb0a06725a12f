package main

import (
	"github.com/urfave/cli/v2"
)

// checkCommand reports findings.
func checkCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:         "check",
		Usage:        "report what does not agree",
		ArgsUsage:    "PATH...",
		Description:  pathsHelp + "\n\n" + statusHelp,
		Flags:        append(checkFlags(), diffFlag(), watchFlag()),
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if c.Bool("watch") {
				return watchDocuments(c, s)
			}
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
	if err := diffAlone(c); err != nil {
		return err
	}
	x, err := begin(c, s)
	if err != nil {
		return err
	}
	if ledger {
		for i := range x.outlets {
			x.outlets[i].form = x.outlets[i].form.OfLedger()
		}
	}
	form := needs(x.outlets)
	x.plan.Brief = !form.Ledger
	if err := x.run(c.Context); err != nil {
		return err
	}
	r, err := x.build(form)
	if err != nil {
		return err
	}
	if c.Bool(diffName) {
		err = x.deliverDiff(r)
	} else {
		err = x.deliver(r)
	}
	if err != nil {
		return err
	}
	return x.conclude(r.Summary.Findings.AtLeast(x.failOn) > 0)
}
