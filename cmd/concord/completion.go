package main

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/ruleset"
)

// shells has the completion of each shell: a script that asks the command
// "complete" and shows what it says.
//
//go:embed shell/concord.*
var shells embed.FS

// shellNames are the shells that have a script.
func shellNames() []string { return []string{"bash", "fish", "zsh"} }

// completionCommand writes the script of a shell.
func completionCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "write the completion script of a shell",
		ArgsUsage: strings.Join(shellNames(), "|"),
		Description: "The script's own first lines tell where to put it. To try it at once:\n\n" +
			"   source <(concord completion bash)\n" +
			"   source <(concord completion zsh)\n" +
			"   concord completion fish | source",
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return fmt.Errorf("concord completion takes the name of a shell: %s", strings.Join(shellNames(), ", "))
			}
			name := c.Args().First()
			if err := oneOf("concord completion", name, shellNames()...); err != nil {
				return err
			}
			script, err := shells.ReadFile("shell/concord." + name)
			if err != nil {
				return bug{err}
			}
			if _, err := s.out.Write(script); err != nil {
				return fmt.Errorf("writing script: %w", err)
			}
			return nil
		},
	}
}

// completeCommand tells the scripts what may stand where the cursor is. Its
// arguments are the words behind the program's name, up to the cursor. The
// first line that it writes is "files" where paths may stand and "words" where
// not, the others are words, each with a tab and what it means.
func completeCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:         "complete",
		Usage:        "tell shells what may stand at the cursor",
		Hidden:       true,
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if !c.Args().Present() {
				return errors.New("concord complete takes the words of a command line behind --")
			}
			var b strings.Builder
			choice := complete(c.App, c.Args().Slice())
			b.WriteString(map[bool]string{true: "files\n", false: "words\n"}[choice.files])
			for _, w := range choice.words {
				b.WriteString(strings.TrimSuffix(w.text+"\t"+w.means, "\t") + "\n")
			}
			if _, err := io.WriteString(s.out, b.String()); err != nil {
				return fmt.Errorf("writing words: %w", err)
			}
			return nil
		},
	}
}

// choice is what may stand at the cursor. Words may begin otherwise than what
// is there already; shells sort that out.
type choice struct {
	files bool
	words []word
}

type word struct{ text, means string }

func wordsOf(texts []string) choice {
	var c choice
	for _, t := range texts {
		c.words = append(c.words, word{text: t})
	}
	return c
}

// complete tells what may stand in place of the last of words.
func complete(app *cli.App, words []string) choice {
	commands, flags := app.Commands, app.Flags
	var command *cli.Command
	last := len(words) - 1
	current := words[last]
	for i := 0; i < last; i++ {
		w := words[i]
		if w == "--" {
			return argumentsOf(command)
		}
		if strings.HasPrefix(w, "-") && len(w) > 1 {
			f := flagNamed(flags, strings.TrimLeft(w, "-"))
			if f == nil || !takes(f) || strings.Contains(w, "=") {
				continue
			}
			if i++; i == last {
				return valuesOf(f)
			}
			continue
		}
		if next := find(commands, w); next != nil {
			command, commands, flags = next, next.Subcommands, next.Flags
		}
	}
	if name, _, ok := strings.Cut(current, "="); ok && strings.HasPrefix(name, "--") {
		if f := flagNamed(flags, name[2:]); f != nil {
			return valuesOf(f)
		}
		return choice{}
	}
	if strings.HasPrefix(current, "-") && current != "-" {
		return flagWords(flags)
	}
	c := argumentsOf(command)
	for _, k := range commands {
		if !k.Hidden && (command != nil || k.Name != "help") {
			c.words = append(c.words, word{k.Name, k.Usage})
		}
	}
	return c
}

// argumentsOf are the arguments of a command.
func argumentsOf(command *cli.Command) choice {
	if command == nil {
		return choice{}
	}
	switch command.Name {
	case "explain", "test":
		return ruleWords()
	case "completion":
		return wordsOf(shellNames())
	}
	return choice{files: command.ArgsUsage != "" && len(command.Subcommands) == 0}
}

// valuesOf are the values of a flag. Which take paths shows in how their usage
// names the value.
func valuesOf(f cli.Flag) choice {
	switch f.Names()[0] {
	case "format":
		return wordsOf(formatNames())
	case "min-severity":
		return wordsOf([]string{"error", "warning", "info"})
	case "fail-on":
		return wordsOf([]string{"error", "warning", "info", never})
	case "color":
		return wordsOf([]string{"auto", "always", "never"})
	case "rule", "skip":
		return ruleWords()
	}
	return choice{files: slices.Contains([]string{"FILE", "PATH", "FOLDER", "DIR", "GLOB=FORMAT"}, placeholder(f))}
}

// placeholder is what a flag's usage calls its value.
func placeholder(f cli.Flag) string {
	d, ok := f.(cli.DocGenerationFlag)
	if !ok {
		return ""
	}
	_, rest, _ := strings.Cut(d.GetUsage(), "`")
	name, _, _ := strings.Cut(rest, "`")
	return name
}

func takes(f cli.Flag) bool {
	d, ok := f.(cli.DocGenerationFlag)
	return ok && d.TakesValue()
}

func flagNamed(flags []cli.Flag, name string) cli.Flag {
	for _, f := range flags {
		if slices.Contains(f.Names(), name) {
			return f
		}
	}
	return nil
}

// flagWords are all flags, by their long names.
func flagWords(flags []cli.Flag) choice {
	var c choice
	for _, f := range flags {
		if v, ok := f.(cli.VisibleFlag); ok && !v.IsVisible() {
			continue
		}
		w := word{text: "--" + f.Names()[0]}
		if d, ok := f.(cli.DocGenerationFlag); ok {
			w.means = strings.ReplaceAll(d.GetUsage(), "`", "")
		}
		c.words = append(c.words, w)
	}
	if flagNamed(flags, "help") == nil { // the parser adds it later
		c.words = append(c.words, word{"--help", "show help"})
	}
	return c
}

// ruleWords are the names of the rules, those of the configuration that is in
// force here among them.
func ruleWords() choice {
	all, err := rulesHere()
	if err != nil {
		return choice{} // the command itself will tell
	}
	var c choice
	for _, r := range all {
		c.words = append(c.words, word{r.ID, r.Message})
	}
	return c
}

// rulesHere are the rules in force in the working folder.
func rulesHere() ([]ruleset.Rule, error) {
	here, err := os.Getwd()
	if err != nil {
		return loadRules()
	}
	cfg, err := configAbove(here)
	if err != nil {
		return loadRules()
	}
	return rulesFor(cfg)
}
