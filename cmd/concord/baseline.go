package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/baseline"
	"github.com/concordlint/concord/internal/report"
)

// baselineCommand accepts today's findings.
func baselineCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "baseline",
		Usage:     "accept today's findings into a file, so that check --baseline reports only new ones",
		ArgsUsage: "PATH...",
		Description: pathsHelp + "\n\n" +
			"Findings that comments or the configuration silence are left out. Entries of\n" +
			"documents and rules that are not looked at this time are kept.",
		Flags:        baselineFlags(),
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			x, err := begin(c, s)
			if err != nil {
				return err
			}
			return x.accept(c)
		},
	}
}

// baselineFlags are those that decide what is found, and where it is written.
func baselineFlags() []cli.Flag {
	flags := []cli.Flag{
		&cli.BoolFlag{Name: "update", DisableDefaultText: true, Usage: "only take out what is mended, and add nothing"},
	}
	for _, f := range checkFlags() {
		switch name := f.Names()[0]; name {
		case "format", "fail-on", "color", "quiet", "verbose", "baseline", "changed-since":
			// They are about reports.
		case "output":
			flags = append(flags, &cli.StringFlag{Name: name, Value: baseline.DefaultName, Usage: "write the baseline to `FILE`"})
		default:
			flags = append(flags, f)
		}
	}
	return flags
}

// accept runs the checks and writes the baseline.
func (x *examination) accept(c *cli.Context) error {
	path := x.baselinePath(c)
	before, err := baseline.Read(path)
	missing := errors.Is(err, fs.ErrNotExist)
	switch {
	case missing && c.Bool("update"):
		return fmt.Errorf("there is no baseline %s to update; without --update one is written", path)
	case missing:
		before = baseline.New(path)
	case err != nil:
		return err
	}
	x.plan.Brief = true
	if err := x.run(c.Context); err != nil {
		return err
	}
	x.known = before
	form, _ := report.FormatNamed("json")
	if _, err := x.build(form); err != nil {
		return err
	}
	after, news := before.Shrink(x.matching), 0
	if !c.Bool("update") {
		after, news = before.Accept(x.matching)
	}
	if err := after.Write(path); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(x.streams.out, x.told(path, len(after.Entries), news, c.Bool("update"))); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return x.conclude(false)
}

// baselinePath is where the baseline is written: where --output or else the
// configuration says, or beside the configuration, or in the working folder.
func (x *examination) baselinePath(c *cli.Context) string {
	switch {
	case c.IsSet("output") || x.config.File == "":
		return x.output
	case x.config.Baseline != "":
		return x.config.Path(x.config.Baseline)
	}
	return x.config.Path(baseline.DefaultName)
}

// told is what was done, in a sentence.
func (x *examination) told(path string, entries, news int, update bool) string {
	s := fmt.Sprintf("%s: %d %s", path, entries, many(entries, "finding"))
	if update {
		left := 0
		for _, k := range x.matching.Entry {
			if k < 0 {
				left++
			}
		}
		s += fmt.Sprintf("; %d mended and taken out, %d new and not added", len(x.matching.Gone), left)
	} else {
		s += fmt.Sprintf("; %d new, %d mended and taken out", news, len(x.matching.Gone))
	}
	return s
}

// many is a noun that takes an s, for n of what it names.
func many(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}
