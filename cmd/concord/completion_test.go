package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/urfave/cli/v2"
)

// TestComplete holds what may stand at the cursor against what the commands
// take; "|" parts the words.
func TestComplete(t *testing.T) {
	for _, tt := range []struct {
		line  string
		files bool
		some  []string // words among those that may stand there
		none  []string // words that may not
	}{
		{"", false, []string{"check", "explain", "completion"}, []string{"docs", "complete", "help", "--format"}},
		{"-", false, []string{"check"}, nil},
		{"--", false, []string{"--help"}, []string{"--format"}},
		{"check|", true, nil, []string{"check", "list"}},
		{"check|a.md|", true, nil, []string{"check"}},
		{"check|--|", true, nil, []string{"--format"}},
		{"check|--f", false, []string{"--format", "--fail-on", "--help"}, []string{"check"}},
		{"check|--format|", false, []string{"json", "sarif"}, []string{"never"}},
		{"check|--format=js", false, []string{"json"}, nil},
		{"check|--format|json|--fail-on|", false, []string{"never", "info"}, nil},
		{"check|--format=json|", true, nil, nil},
		{"check|--quiet|", true, nil, nil},
		{"check|--output|", true, nil, nil},
		{"check|--output=x", true, nil, nil},
		{"check|--jobs|", false, nil, []string{"check"}},
		{"check|--unknown=", false, nil, []string{"check"}},
		{"check|--skip|", false, []string{"weekday"}, nil},
		{"explain|", false, []string{"weekday"}, []string{"--help"}},
		{"rules|", false, []string{"list", "test"}, []string{"weekday"}},
		{"rules|test|--v", false, []string{"--verbose"}, nil},
		{"rules|test|x|", false, []string{"weekday"}, nil},
		{"completion|", false, []string{"bash", "fish", "zsh"}, nil},
		{"init|", false, nil, nil},
		{"verify|", true, nil, nil},
		{"nonsense|", false, nil, nil},
	} {
		got := complete(newApp(streams{}), strings.Split(tt.line, "|"))
		var words []string
		for _, w := range got.words {
			words = append(words, w.text)
		}
		if got.files != tt.files {
			t.Errorf("%q: files %v", tt.line, got.files)
		}
		for _, w := range tt.some {
			if !slices.Contains(words, w) {
				t.Errorf("%q: %q is not among %q", tt.line, w, words)
			}
		}
		for _, w := range tt.none {
			if slices.Contains(words, w) {
				t.Errorf("%q: %q is among %q", tt.line, w, words)
			}
		}
	}
}

// TestFlagsComplete sees to it that whoever adds a flag with a value thinks of
// what may stand there.
func TestFlagsComplete(t *testing.T) {
	free := []string{"N", "REV", "YYYY-MM-DD", "SIZE", "PORT"}
	var visit func(commands []*cli.Command)
	visit = func(commands []*cli.Command) {
		for _, c := range commands {
			for _, f := range c.Flags {
				v := valuesOf(f)
				if shown, ok := f.(cli.VisibleFlag); ok && !shown.IsVisible() {
					continue
				}
				if takes(f) && !v.files && len(v.words) == 0 && !slices.Contains(free, placeholder(f)) {
					t.Errorf("%s --%s: completion knows no values for %q; see valuesOf", c.Name, f.Names()[0], placeholder(f))
				}
			}
			visit(c.Subcommands)
		}
	}
	visit(newApp(streams{}).Commands)
}

// The programs by which the shells tell what they complete: each gets a folder
// with concord in it, and a command line that one word can follow.
const (
	bashHarness = `
PATH=$1:$PATH; source <(concord completion bash)
IFS=' ' read -ra COMP_WORDS <<<"$2"; COMP_WORDS[0]=$1/concord
COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _concord
printf '%s\n' "${COMPREPLY[@]}"`
	fishHarness = `
set PATH $argv[1] $PATH; concord completion fish | source
complete -C $argv[2]`
	// zsh completes at a terminal alone. The widget shows the line after that.
	zshHarness = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PATH=$1:\$PATH PS1=; autoload -U compinit; compinit -u -D; source <(concord completion zsh)
show() { print -r -- \"<\$BUFFER>\"; BUFFER= }; zle -N show; bindkey '^X' show; bindkey '^I' complete-word; print REA''DY"
zpty -r shell got '*READY*'
zpty -w -n shell "$2"$'\t\x18'
zpty -r shell got '*<concord *>*'
print -r -- "$got"`
)

// TestShells runs the scripts in the shells that are there.
func TestShells(t *testing.T) {
	bin := program(t)
	for _, shell := range []struct {
		name string
		args []string
	}{
		{"bash", []string{"--norc", "-c", bashHarness, "bash"}},
		{"fish", []string{"--no-config", "-c", fishHarness}},
		{"zsh", []string{"-f", "-c", zshHarness, "zsh"}},
	} {
		t.Run(shell.name, func(t *testing.T) {
			path, err := exec.LookPath(shell.name)
			if err != nil {
				t.Skipf("%s is not on this machine, so its completion is not tried", shell.name)
			}
			for line, want := range map[string]string{
				"concord bas":                    "baseline",
				"concord check --format sa":      "sarif",
				"concord check --fail-on w":      "warning",
				"concord check --rule imp":       "impossible-date",
				"concord check --min-s":          "--min-severity",
				"concord explain title":          "title-conflict",
				"concord rules test garb":        "garbled-name",
				"concord completion zs":          "zsh",
				"concord check --quiet notes":    "notes.md",
				"concord check --output notes":   "notes.md",
				"concord check --color never no": "notes.md",
			} {
				ctx, stop := context.WithTimeout(t.Context(), time.Minute)
				defer stop()
				c := exec.CommandContext(ctx, path, append(slices.Clone(shell.args), bin, line)...)
				c.Dir, c.WaitDelay = t.TempDir(), time.Second
				c.Env = append(os.Environ(), "HOME="+c.Dir, "TERM=xterm")
				if err := os.WriteFile(filepath.Join(c.Dir, "notes.md"), nil, 0o600); err != nil {
					t.Fatal(err)
				}
				out, err := c.CombinedOutput()
				if err != nil || !strings.Contains(string(out), want) {
					t.Errorf("%s: %q is not in %q (%v)", line, want, out, err)
				}
			}
		})
	}
}

// program makes a folder with this test's own binary as concord in it.
func program(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	script := fmt.Sprintf("#!/bin/sh\nCONCORD_IS_MAIN=1 exec %s \"$@\"\n", self)
	if err := os.WriteFile(filepath.Join(dir, "concord"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	return dir
}
