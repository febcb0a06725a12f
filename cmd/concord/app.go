package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

// version of the program, and the day from which it is.
const (
	version     = "0.1.0"
	versionDate = "2026-11-23"
)

// newApp describes the command line.
func newApp(s streams) *cli.App {
	app := &cli.App{
		Name:    "concord",
		Usage:   "find facts that do not agree, within documents and between them",
		Version: version,
		Commands: []*cli.Command{
			checkCommand(s), claimsCommand(s), factsCommand(s), rulesCommand(s), explainCommand(s), fixCommand(s), baselineCommand(s), mutateCommand(s),
			verifyCommand(s), initCommand(s), lspCommand(s), completionCommand(s), docsCommand(), completeCommand(s),
		},
		Reader: s.in, Writer: s.out, ErrWriter: s.err,
		// Rule globs may hold commas, as in {count,date}-*.
		DisableSliceFlagSeparator: true,
		// Errors are turned into exit statuses in one place, by run.
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError:   usageError,
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				name := c.Args().First()
				return fmt.Errorf("%w (to check a file: concord check %s)", unknownCommand(c.App.Commands, name, "concord"), name)
			}
			if err := cli.ShowAppHelp(c); err != nil {
				return fmt.Errorf("showing help: %w", err)
			}
			return errors.New("no command given")
		},
	}
	return app
}

// usageError replaces the help text that would be printed for each mistyped
// flag by one line.
func usageError(c *cli.Context, err error, _ bool) error {
	name := "concord"
	if c.Command != nil && c.Command.Name != "" && c.Command.Name != name {
		name = c.Command.HelpName
	}
	what := strings.TrimPrefix(err.Error(), "flag provided but not defined: ")
	if what != err.Error() {
		return fmt.Errorf("unknown flag %s (%s --help lists the flags)", strings.Replace(what, "-", "--", 1), name)
	}
	return fmt.Errorf("%w (%s --help lists the flags)", err, name)
}

// unknownCommand names the commands there are.
func unknownCommand(commands []*cli.Command, name, under string) error {
	var names []string
	for _, c := range commands {
		if c.Name != "help" && !c.Hidden {
			names = append(names, c.Name)
		}
	}
	return fmt.Errorf("%s has no command %q; there are %s", under, name, strings.Join(names, ", "))
}

// reorder moves flags before the other arguments of a command: the parser
// stops looking for flags at the first argument that is none, and people
// write them behind the paths. What follows -- is left alone.
func reorder(app *cli.App, args []string) []string {
	commands, at := app.Commands, 1
	var command *cli.Command
	for at < len(args) {
		next := find(commands, args[at])
		if next == nil {
			break
		}
		command, commands = next, next.Subcommands
		at++
	}
	if command == nil {
		return args
	}
	var flags, rest []string
	for i := at; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			rest = append(rest, args[i+1:]...)
			break
		}
		if len(a) < 2 || a[0] != '-' {
			rest = append(rest, a)
			continue
		}
		flags = append(flags, a)
		if !strings.Contains(a, "=") && takesValue(command, strings.TrimLeft(a, "-")) && i+1 < len(args) {
			i++
			flags = append(flags, args[i])
		}
	}
	out := append(append([]string{}, args[:at]...), flags...)
	return append(append(out, "--"), rest...)
}

func find(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}

func takesValue(c *cli.Command, flag string) bool {
	f := flagNamed(c.Flags, flag)
	return f != nil && takes(f)
}
