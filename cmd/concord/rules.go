package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/ruleset"
)

// rulesCommand is about the rules themselves.
func rulesCommand(s streams) *cli.Command {
	list := func(c *cli.Context) error {
		if c.Args().Present() {
			return unknownCommand(c.Command.Subcommands, c.Args().First(), "concord rules")
		}
		return listRules(s)
	}
	return &cli.Command{
		Name:         "rules",
		Usage:        "list the rules, or run their own cases",
		OnUsageError: usageError,
		Action:       list,
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "list the rules in force", Action: list, OnUsageError: usageError},
			testCommand(s),
		},
	}
}

// listRules writes a table of all rules.
func listRules(s streams) error {
	all, err := loadRules()
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintln(t, "rule\tcheck\tseverity\tstatus\tmeaning") // errors come with Flush
	for _, r := range all {
		_, _ = fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", r.ID, r.Check, r.Severity.Highest(), r.Status, r.Message)
	}
	if err := t.Flush(); err != nil {
		return fmt.Errorf("writing rules: %w", err)
	}
	return nil
}

// rulesNamed are the rules that arguments name; all, also those in preview, if
// there are none.
func rulesNamed(patterns []string) ([]ruleset.Rule, error) {
	all, err := loadRules()
	if err != nil || len(patterns) == 0 {
		return all, err
	}
	return choose(all, patterns, nil)
}
