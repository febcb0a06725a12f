package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/config"
	"github.com/concordlint/concord/internal/source"
)

// initText is the configuration that init writes: all comments, so that it
// changes nothing until somebody takes the sign away from a line.
//
//go:embed init.yml
var initText string

// initCommand writes a commented configuration.
func initCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "init",
		Usage: "write a commented .concord.yml",
		Description: "It is written into the folder you are in, with every setting as a comment and\n" +
			"the folders that hold documents as sets to choose from. A file that is there\n" +
			"is left alone.",
		Flags:        []cli.Flag{&cli.BoolFlag{Name: "force", DisableDefaultText: true, Usage: "write over a file that is there"}},
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return fmt.Errorf("init takes no arguments; it writes %s into the folder you are in", config.Names[0])
			}
			for _, name := range config.Names {
				if _, err := os.Stat(name); !errors.Is(err, fs.ErrNotExist) && !c.Bool("force") {
					return fmt.Errorf("%s is there already; --force writes over it", name)
				}
			}
			found, _ := source.Walk(c.Context, []string{"."}, source.Options{})
			if err := os.WriteFile(config.Names[0], []byte(initFor(found)), 0o644); err != nil {
				return fmt.Errorf("init: %w", err)
			}
			_, err := fmt.Fprintf(s.out, "%s is written. It changes nothing until you take the # away from a setting.\n", config.Names[0])
			return err
		},
	}
}

// initSets is the line that stands for the sets in initText.
const initSets = "#   handbook: handbook/**\n"

// initFor is the configuration with the folders that hold documents as sets.
func initFor(found []source.Found) string {
	const most = 12 // folders
	var folders []string
	for _, f := range found {
		if first, _, below := strings.Cut(filepath.ToSlash(f.File), "/"); below && !slices.Contains(folders, first) {
			folders = append(folders, first)
		}
	}
	slices.Sort(folders)
	if len(folders) < 2 {
		return initText
	}
	var b strings.Builder
	for _, f := range folders[:min(len(folders), most)] {
		fmt.Fprintf(&b, "#   %q: %q\n", f, f+"/**")
	}
	return strings.Replace(initText, initSets, b.String(), 1)
}
