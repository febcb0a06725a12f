package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/config"
	"github.com/concordlint/concord/internal/verdict"
)

// settings are the common flags, checked.
type settings struct {
	outlets                 []outlet
	output                  string   // of commands whose outcome has one form
	rules, skip             []string // globs
	minimum, failOn         verdict.Severity
	authority               []string // paths
	date                    string   // YYYY-MM-DD or empty
	jobs                    int      // 0: one a CPU
	color                   string
	quiet, verbose, reports bool
	config                  *config.Config // an empty one for none
	placed                  placed
	bounds                  bounds
	convert                 bool // whether converters may be run
}

// never is the value of --fail-on with which findings do not matter.
const never = "never"

// setFlags are those of every command that reads documents.
func setFlags() []cli.Flag {
	return slices.Concat(configFlags(), []cli.Flag{
		&cli.StringFlag{Name: "date", Usage: "take `YYYY-MM-DD` as the date of documents that have none of their own"},
		&cli.IntFlag{Name: "jobs", DefaultText: "one a CPU", Usage: "read `N` documents at once"},
		&cli.BoolFlag{Name: "stats", DisableDefaultText: true, Usage: "tell on standard error how much was read, and how fast"},
	}, boundFlags())
}

// outputFlag is that of commands whose outcome has one form.
func outputFlag() cli.Flag {
	return &cli.StringFlag{Name: "output", Usage: "write to `FILE` instead of standard output"}
}

// checkFlags are those of the commands that run rules over documents.
func checkFlags() []cli.Flag {
	return slices.Concat([]cli.Flag{
		&cli.StringSliceFlag{Name: "rule", Usage: "run only the rules that match `GLOB`; may be repeated"},
		&cli.StringSliceFlag{Name: "skip", Usage: "leave out the rules that match `GLOB`; may be repeated"},
		&cli.StringSliceFlag{Name: "authority", Usage: "trust the documents or registers at `PATH`: what disagrees with them is reported; may be repeated"},
		&cli.StringFlag{Name: "min-severity", Usage: "report findings of `LEVEL` and above: info, warning or error (default: warning, or --fail-on if lower)"},
		&cli.StringFlag{Name: "fail-on", Value: "warning", Usage: "exit with status 1 for reported findings of `LEVEL` and above: error, warning, info or never"},
		&cli.StringFlag{Name: "color", Value: "auto", Usage: "use colours `WHEN`: auto, always or never"},
		&cli.BoolFlag{Name: "quiet", DisableDefaultText: true, Usage: "write findings only, without notes and summary"},
		&cli.BoolFlag{Name: "verbose", DisableDefaultText: true, Usage: "write all evidence, however much it is"},
	}, formFlags(), silenceFlags(), setFlags())
}

// settingsOf reads and checks the flags. A flag that the command does not
// have counts as not given.
func settingsOf(c *cli.Context) (settings, error) {
	s := settings{
		date: c.String("date"), jobs: c.Int("jobs"),
		rules: c.StringSlice("rule"), skip: c.StringSlice("skip"), color: c.String("color"), authority: c.StringSlice("authority"),
		convert: c.Bool("convert"), quiet: c.Bool("quiet"), verbose: c.Bool("verbose"), reports: c.Bool("stats"),
	}
	if s.jobs < 0 {
		return s, fmt.Errorf("--jobs %d is less than none", s.jobs)
	}
	if s.date != "" {
		if _, err := time.Parse(time.DateOnly, s.date); err != nil {
			return s, fmt.Errorf("--date %q is no date of the form YYYY-MM-DD", s.date)
		}
	}
	if err := s.outputs(c); err != nil {
		return s, err
	}
	if err := s.configure(c); err != nil {
		return s, err
	}
	var err error
	if s.placed.given, err = formatsGiven(c); err != nil {
		return s, err
	}
	if s.bounds, err = boundsOf(c); err != nil {
		return s, err
	}
	s.jobs = s.bounds.jobs(s.jobs)
	if s.color != "" {
		if err := oneOf("--color", s.color, "auto", "always", "never"); err != nil {
			return s, err
		}
	}
	return s, s.severities(c)
}

// outputs reads where the outcome goes: --output once for most commands, and
// once for each --format for those that write reports.
func (s *settings) outputs(c *cli.Context) (err error) {
	for _, f := range c.Command.Flags {
		switch f := f.(type) {
		case *cli.StringFlag:
			if f.Name == "output" {
				s.output = c.String(f.Name)
			}
		case *cli.StringSliceFlag:
			if f.Name == "output" {
				s.outlets, err = outletsOf(c)
			}
		}
	}
	return err
}

// severities reads --min-severity and --fail-on. Whoever fails on less than
// is reported wants to see it.
func (s *settings) severities(c *cli.Context) error {
	s.minimum, s.failOn = verdict.Warning, verdict.Warning
	if v := either(c, "fail-on", s.config.FailOn); v != "" {
		if err := oneOf("--fail-on", v, "error", "warning", "info", never); err != nil {
			return err
		}
		s.failOn = verdict.Severity(v)
	}
	if v := either(c, "min-severity", s.config.MinSeverity); v != "" {
		if err := oneOf("--min-severity", v, "info", "warning", "error"); err != nil {
			return err
		}
		s.minimum = verdict.Severity(v)
	} else if s.failOn == verdict.Info {
		s.minimum = verdict.Info
	}
	return nil
}

// either is the value of a flag, or that of the configuration where the flag is
// not given.
func either(c *cli.Context, flag, configured string) string {
	if configured != "" && !c.IsSet(flag) {
		return configured
	}
	return c.String(flag)
}

func oneOf(flag, value string, values ...string) error {
	if slices.Contains(values, value) {
		return nil
	}
	return fmt.Errorf("%s does not know %q; it takes %s", flag, value, strings.Join(values, ", "))
}
