package main

import (
	"fmt"
	"strings"
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
		return listRules(c, s)
	}
	return &cli.Command{
		Name:         "rules",
		Usage:        "list the rules, run their own cases, or begin a new one",
		Flags:        configFlags(),
		OnUsageError: usageError,
		Action:       list,
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "list the rules in force", Flags: configFlags(), Action: list, OnUsageError: usageError},
			testCommand(s),
			newRuleCommand(s),
		},
	}
}

// listRules writes a table of all rules, as the configuration sets them.
func listRules(c *cli.Context, s streams) error {
	cfg, err := configOf(c)
	if err != nil {
		return err
	}
	all, err := rulesFor(cfg)
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

// rulesNamed are the rules that arguments name, by id, glob or path; all, also
// those in preview, if there are none.
func rulesNamed(c *cli.Context) ([]ruleset.Rule, error) {
	cfg, err := configOf(c)
	if err != nil {
		return nil, err
	}
	all, err := rulesFor(cfg)
	if err != nil || !c.Args().Present() {
		return all, err
	}
	var patterns []string
	var named []ruleset.Rule
	for _, arg := range c.Args().Slice() {
		if !isPath(arg) {
			patterns = append(patterns, arg)
			continue
		}
		found, err := ruleset.LoadPath(arg)
		if err != nil {
			return nil, err
		}
		named = append(named, found...)
	}
	if len(patterns) == 0 {
		return named, nil
	}
	for _, p := range patterns {
		if err := known(all, p); err != nil {
			return nil, err
		}
	}
	for _, r := range all {
		if matches(patterns, r.ID) {
			named = append(named, r)
		}
	}
	return named, nil
}

// isPath reports whether an argument names a place on disk and no rule: ids and
// globs over them have neither slashes nor dots.
func isPath(arg string) bool { return strings.ContainsAny(arg, "/\\.") }
