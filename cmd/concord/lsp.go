package main

import (
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/desk"
	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/extract"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lookup"
	"github.com/concordlint/concord/internal/lsp"
	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/source/formats"
	"github.com/concordlint/concord/internal/verdict"
)

// typingPause is how long nothing must have been typed before what was typed
// is looked at.
const typingPause = 120 * time.Millisecond

// configName is the configuration's name in a folder.
const configName = ".concord.yml"

// lspCommand serves an editor.
func lspCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "lsp",
		Usage: "serve an editor: the Language Server Protocol on standard input and output",
		Description: "Editors start this by themselves; docs/editors.md tells how to set them up.\n" +
			"The documents below each folder of the workspace are one set.",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "stdio", DisableDefaultText: true, Usage: "does nothing: standard input and output are always used"},
			&cli.IntFlag{Name: "clientProcessId", Hidden: true, Usage: "does nothing: some editors pass it"},
		},
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return fmt.Errorf("lsp takes no paths: the editor names the folders")
			}
			rules := sync.OnceValue(rulesByID)
			status, err := lsp.Serve(c.Context, s.in, s.out, lsp.Options{
				Version: version, Settings: settingsFor, Delay: typingPause,
				Explain: func(rule string) (string, bool) { return explained(rules(), rule) },
				DocsURL: func(rule string) string { return docsURL(rules(), rule) },
			})
			if err != nil {
				return err
			}
			if status != 0 {
				return errLeft
			}
			return nil
		},
	}
}

// errLeft tells that the editor went without saying goodbye, which the protocol
// wants to be status 1.
var errLeft = fmt.Errorf("the editor has left: %w", errFound)

// settingsFor are the settings of a folder; root is empty for a document that
// has no folder.
func settingsFor(root string) (desk.Settings, error) {
	set := desk.Settings{Plan: lspPlan(root), Minimum: verdict.Warning}
	if root != "" {
		set.Config = filepath.Join(root, configName)
		set.Files = []string{set.Config}
	}
	all, err := loadRules()
	if err != nil {
		return set, err
	}
	chosen, err := choose(all, nil, nil)
	if err != nil {
		return set, err
	}
	h := newHushing(all, chosen)
	set.Silence = func(r *engine.Result, open func(int) (*source.Document, error)) { h.apply(r, open) }
	g := &guard{}
	return set, withRules(&set.Plan, chosen, g)
}

// lspPlan puts the parts together for documents below a folder. A mistake of the
// program ends neither the server nor the other documents.
func lspPlan(root string) engine.Plan {
	g := &guard{}
	p := engine.Plan{
		Resolve: lookup.Pins,
		Read: func(file string, data []byte) (doc *source.Document, err error) {
			doc, err = nil, fmt.Errorf("concord met a mistake of its own when it read this")
			defer g.watch("reading " + file)
			return formats.Read(file, data)
		},
		Extract: func(doc *source.Document, n int) []fact.Fact {
			defer g.watch("extracting from " + doc.File)
			return extract.Document(doc, n, extract.Options{})
		},
	}
	if root != "" {
		p.Files = folder(root)
	}
	return p
}

// rulesByID are the built-in rules.
func rulesByID() map[string]ruleset.Rule {
	byID := map[string]ruleset.Rule{}
	all, err := loadRules()
	if err != nil {
		return byID // settingsFor tells of it
	}
	for _, r := range all {
		byID[r.ID] = r
	}
	return byID
}

// explained is what explain prints of a rule.
func explained(rules map[string]ruleset.Rule, rule string) (string, bool) {
	r, ok := rules[rule]
	if !ok {
		return "", false
	}
	text, err := explanation(r)
	return text, err == nil
}

// docsURL is where a rule is described.
func docsURL(rules map[string]ruleset.Rule, rule string) string {
	if _, ok := rules[rule]; !ok {
		return ""
	}
	return "https://github.com/concordlint/concord/blob/main/rules/" + rule + "/rule.yaml"
}
