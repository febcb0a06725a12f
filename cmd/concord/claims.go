package main

import (
	"github.com/urfave/cli/v2"
)

// claimsCommand shows the ledger: what was checked, with which outcome.
func claimsCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "claims",
		Usage:     "list every claim that was checked, with its outcome",
		ArgsUsage: "PATH...",
		Description: pathsHelp + "\n\n" +
			"✓ agrees with the rest, ✗ conflicts, ? could not be decided, and why.\n" +
			"--verbose adds the evidence of each.\n\n" + statusHelp,
		Flags:        checkFlags(),
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			return examine(c, s, true)
		},
	}
}
