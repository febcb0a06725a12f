package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/ruleset"
)

// rulesFolder is where a user's rules are put unless another folder is named.
const rulesFolder = "concord-rules"

// newRuleCommand writes the beginning of a user's own rule.
func newRuleCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "new",
		Usage:     "write the beginning of a rule of your own",
		ArgsUsage: "ID",
		Description: "ID is lower-case words joined by hyphens. The rule is a folder with rule.yaml and\n" +
			"cases/, which pass: change both to what you want to compare, and run\n" +
			"concord rules test on the folder. The configuration names it under rule-files.",
		Flags:        []cli.Flag{&cli.StringFlag{Name: "folder", Value: rulesFolder, Usage: "write it below `FOLDER`"}},
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if c.Args().Len() != 1 {
				return errors.New("one id is needed: concord rules new ID")
			}
			id := c.Args().First()
			if !ruleset.IsID(id) {
				return fmt.Errorf("id %q is not lower-case words joined by hyphens", id)
			}
			dir := filepath.Join(c.String("folder"), id)
			if err := scaffold(dir, id); err != nil {
				return err
			}
			_, err := fmt.Fprintf(s.out, "%s is written. Next:\n\n  concord rules test %s\n\nand in .concord.yml:\n\n  rule-files: [%s]\n",
				dir, dir, filepath.ToSlash(c.String("folder")))
			return err
		},
	}
}

// scaffold writes the files of a rule. A folder that is there is left alone.
func scaffold(dir, id string) error {
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already", dir)
	}
	if err := os.MkdirAll(filepath.Join(dir, "cases"), 0o755); err != nil {
		return fmt.Errorf("rules new: %w", err)
	}
	for name, text := range ruleFiles {
		text = strings.ReplaceAll(text, "RULE", id)
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			return fmt.Errorf("rules new: %w", err)
		}
	}
	return nil
}

// ruleFiles are the files of a rule that compares the versions that documents
// name of a program.
var ruleFiles = map[string]string{
	"rule.yaml": `# A rule of your own. See docs/configuration.md, "Rules of your own".
id: RULE
# match compares what a pattern finds: wherever the key groups hold the same,
# the group value has to hold the same.
check: match
params:
  pattern: version
  # text compares without regard to capitals, exact as written, number as numbers.
  compare: text
# Regular expressions in Go's syntax. (?P<value>...) is what is compared,
# (?P<key>...) what it is said of; more keys are (?P<key2>...) and so on.
patterns:
  version: '\b(?P<key>[A-Z]\w+) version (?P<value>\d+(?:\.\d+)+)'
# error, warning, info or off.
severity: error
# How far apart two places may be: section, document or set.
scope: set
message: One program is given two versions.
remediation: Look the version up and correct the place that is wrong.
why: |
  **What it does.** Holds the versions that documents name of a program
  against each other.
quiet:
  - versions of different programs
since: 0.1.0
`,
	"cases/found-two-versions.txtar": `Two documents name two versions of one program.

-- guide.md --
You need Corvid version 2.4.1 or the build fails.
-- notes.md --
We tested with Corvid version 2.4.7 last week.
-- want --
notes.md:1 RULE "2.4.7"
`,
	"cases/found-in-one-document.txtar": `One document names two versions.

-- guide.md --
Install Corvid version 3.0 first.

Then check that Corvid version 3.1 runs.
-- want --
guide.md:3 RULE "3.1"
`,
	"cases/quiet-same-version.txtar": `Both documents name the same version.

-- guide.md --
You need Corvid version 2.4.1.
-- notes.md --
Corvid version 2.4.1 is out.
-- want --
`,
	"cases/quiet-other-program.txtar": `Versions of two programs are not held against each other.

-- guide.md --
You need Corvid version 2.4.1 and Heron version 5.0.
-- want --
`,
}
