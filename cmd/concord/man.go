package main

import (
	"bytes"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/manual"
)

// manPage is the page of the manual, made from the commands.
func manPage(app *cli.App) (madeFile, error) {
	m := manual.Man{
		Name: app.Name, Version: version, Date: versionDate, About: app.Usage,
		Text: []string{
			"Concord checks whether documents agree, with themselves and with each other. It takes from them what can be checked, numbers of listed things, dates, sums, names, offices, quotations and references, and shows for each claim the places that speak for and against it.",
			"It works on files alone, offline, and the same input makes the same output. It would rather miss a slip than cry wolf.",
		},
		Commands: manCommands(app.Commands, app.Name),
		Sections: []manual.Section{
			{Title: "Exit status", Terms: []manual.Term{
				{Word: "0", Means: "nothing at or above --fail-on"},
				{Word: "1", Means: "findings"},
				{Word: "2", Means: "trouble with arguments, configuration or rules, or a document that could not be read; the others are checked and reported all the same"},
				{Word: "3", Means: "a mistake in the program itself"},
			}},
			{Title: "Files", Terms: []manual.Term{
				{Word: ".concord.yml", Means: "the configuration, in the working folder or one above it; concord init writes one"},
				{Word: ".concordignore", Means: "names files that are left out when a folder is read, as .gitignore does, which is respected, too"},
			}},
			{Title: "Environment", Terms: []manual.Term{
				{Word: "NO_COLOR", Means: "if set, --color auto means never"},
				{Word: "CI", Means: "if set, no progress is shown"},
			}},
			{Title: "Examples", Typed: "concord check .\n" +
				"concord check --rule 'count-*' --min-severity info report.md annex.csv\n" +
				"concord check --format sarif --output concord.sarif --format github docs\n" +
				"concord claims --verbose report.md\n" +
				"concord explain weekday"},
		},
	}
	var b bytes.Buffer
	err := m.Write(&b)
	return madeFile{"concord.1", b.Bytes()}, err
}

// manCommands are the commands that are shown, those that others hold among
// them.
func manCommands(commands []*cli.Command, under string) []manual.Command {
	var out []manual.Command
	for _, c := range commands {
		if c.Hidden || c.Name == "help" {
			continue
		}
		name := under + " " + c.Name
		out = append(out, manual.Command{
			Name: name, Arguments: c.ArgsUsage, Usage: c.Usage,
			Text: strings.TrimSuffix(c.Description, "\n"), Options: manOptions(c.Flags),
		})
		out = append(out, manCommands(c.Subcommands, name)...)
	}
	return out
}

func manOptions(flags []cli.Flag) []manual.Term {
	var out []manual.Term
	for _, f := range flags {
		d, ok := f.(cli.DocGenerationFlag)
		if v, visible := f.(cli.VisibleFlag); !ok || visible && !v.IsVisible() || f.Names()[0] == "help" {
			continue
		}
		t := manual.Term{Word: "--" + f.Names()[0], Means: strings.ReplaceAll(d.GetUsage(), "`", "")}
		if d.TakesValue() {
			t.Value = placeholder(f)
			if v := d.GetDefaultText(); v != "" {
				t.Means += " (default: " + strings.Trim(v, `"`) + ")"
			}
		}
		out = append(out, t)
	}
	return out
}
