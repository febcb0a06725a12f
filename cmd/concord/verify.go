package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/verify"
)

// verifyCommand re-checks the findings of a report.
func verifyCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "verify",
		Usage:     "re-check every finding of a JSON report from the files alone",
		ArgsUsage: "REPORT",
		Description: "REPORT is what check or claims wrote with --format json, or - for standard\n" +
			"input. The files are looked for where the report names them. Exit status: 0 all\n" +
			"findings stand, 1 one does not, 2 trouble with the report.",
		Flags:        []cli.Flag{&cli.BoolFlag{Name: "verbose", DisableDefaultText: true, Usage: "list what is confirmed, too"}},
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return errors.New("concord verify takes one report")
			}
			return s.verify(c.Args().First(), c.Bool("verbose"))
		},
	}
}

// verify re-checks one report and writes the outcome.
func (s streams) verify(file string, verbose bool) error {
	data, err := s.report(file)
	if err != nil {
		return err
	}
	files := map[string][]byte{}
	outcomes, err := verify.Report(data, func(name string) ([]byte, error) {
		if _, ok := files[name]; !ok {
			if files[name], err = os.ReadFile(name); err != nil {
				return nil, err
			}
		}
		return files[name], nil
	})
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	refuted, open := 0, 0
	for _, o := range outcomes {
		at := fmt.Sprintf("%s:%d %s", o.Location.File, o.Location.Line, o.Rule)
		line := ""
		switch {
		case o.Refuted != "":
			refuted++
			line = "refuted: " + at + ": " + o.Refuted
		case o.Open != "":
			open++
			line = "open: " + at + ": " + o.Open
		case verbose:
			line = "confirmed: " + at + ": " + o.Message
		}
		if line != "" {
			_, _ = fmt.Fprintln(s.out, line)
		}
	}
	_, err = fmt.Fprintf(s.out, "%d findings: %d confirmed, %d open, %d refuted\n", len(outcomes), len(outcomes)-open-refuted, open, refuted)
	if err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	if refuted > 0 {
		return errFound
	}
	return nil
}

// report reads the report.
func (s streams) report(file string) ([]byte, error) {
	if file == "-" {
		data, err := io.ReadAll(s.in)
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		return data, nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return data, nil
}
