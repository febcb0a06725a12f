package main

import (
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/cases"
	"github.com/concordlint/concord/internal/ruleset"
)

// testCommand runs rules' own cases.
func testCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:         "test",
		Usage:        "run the cases that rules bring with them",
		ArgsUsage:    "[RULE...]",
		Description:  "RULE is a rule's name, a glob, or the path of a rule of your own; without one all\nrules are tested, also those that the configuration names.\nExit status 1 when a case fails.",
		Flags:        append(configFlags(), &cli.BoolFlag{Name: "verbose", DisableDefaultText: true, Usage: "name the cases that pass as well"}),
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			named, err := rulesNamed(c)
			if err != nil {
				return err
			}
			t := &trial{streams: s, verbose: c.Bool("verbose")}
			for _, r := range named {
				if err := t.rule(c, r); err != nil {
					return err
				}
			}
			return t.conclude(len(named))
		},
	}
}

// trial runs cases and keeps count.
type trial struct {
	streams
	verbose        bool
	passed, failed int
	broken         error // the first failure to write
}

func (t *trial) print(format string, args ...any) {
	if _, err := fmt.Fprintf(t.out, format, args...); err != nil && t.broken == nil {
		t.broken = fmt.Errorf("writing results: %w", err)
	}
}

// rule runs all cases of a rule, with that rule alone.
func (t *trial) rule(c *cli.Context, r ruleset.Rule) error {
	all, err := r.Cases()
	if err != nil {
		return fmt.Errorf("cases of %s: %w", r.ID, err)
	}
	g := &guard{}
	plan := newPlan(settings{}, nil, g)
	if err := withRules(&plan, []ruleset.Rule{r}, g); err != nil {
		return err
	}
	for _, k := range all {
		o, err := cases.Run(c.Context, plan, k)
		if err = errors.Join(g.err(), err); err != nil {
			return err
		}
		t.tell(r.ID+"/"+k.Name, o)
	}
	if len(all) == 0 {
		t.print("none  %s: it has no cases\n", r.ID)
	}
	return nil
}

// tell writes the outcome of one case; lines that should be there begin with
// a minus, those that should not with a plus.
func (t *trial) tell(name string, o cases.Outcome) {
	if o.Passed() {
		t.passed++
		if t.verbose {
			t.print("pass  %s\n", name)
		}
		return
	}
	t.failed++
	t.print("FAIL  %s\n", name)
	for _, m := range o.Missing {
		t.print("      - %s\n", m)
	}
	for _, u := range o.Unexpected {
		t.print("      + %s\n", u)
	}
}

func (t *trial) conclude(rules int) error {
	plural := "s"
	if rules == 1 {
		plural = ""
	}
	t.print("%d rule%s, %d cases: %d passed, %d failed\n", rules, plural, t.passed+t.failed, t.passed, t.failed)
	if t.failed > 0 && t.broken == nil {
		return errFound
	}
	return t.broken
}
