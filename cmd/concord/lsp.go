package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/config"
	"github.com/concordlint/concord/internal/desk"
	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/extract"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lookup"
	"github.com/concordlint/concord/internal/lsp"
	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/source/formats"
	"github.com/concordlint/concord/internal/suppress"
	"github.com/concordlint/concord/internal/verdict"
)

// typingPause is how long nothing must have been typed before what was typed
// is looked at.
const typingPause = 120 * time.Millisecond

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
	g := &guard{}
	conf := settings{config: &config.Config{}}
	set := desk.Settings{Minimum: verdict.Warning, Trouble: g.err}
	var wrong error
	if root != "" {
		set.Config = filepath.Join(root, config.Names[0])
		file, err := config.Find(root)
		if file != "" {
			set.Config = file
			if conf.config, err = config.Read(file, config.Known{Formats: formats.Names()}); err != nil {
				conf.config = &config.Config{}
			}
		}
		wrong = err
		set.Files = []string{set.Config}
	}
	conf.placed = placed{conf.config, filepath.Dir(set.Config), root}
	conf.date = conf.config.Date
	set.Plan = lspPlan(root, conf, g)
	if m := conf.config.MinSeverity; m != "" {
		set.Minimum = verdict.Severity(m)
	}
	set.Sets, set.Excluded = conf.placed.sets, conf.placed.excluded
	set.Trusted = func(name string) bool { return conf.placed.trusted(name) }
	all, err := rulesFor(conf.config)
	if err != nil {
		return set, errors.Join(wrong, err)
	}
	x := &examination{}
	if err := x.silencedBy(conf.config, all); err != nil {
		return set, errors.Join(wrong, err)
	}
	chosen, err := choose(all, nil, nil)
	if err != nil {
		return set, errors.Join(wrong, err)
	}
	h := newHushing(all, chosen)
	h.ignores, h.accepts = x.ignores, x.accepts
	set.Silence = func(r *engine.Result, open func(int) (*source.Document, error)) {
		for _, p := range h.apply(r, open) {
			r.Verdicts = append(r.Verdicts, misunderstood(p))
		}
	}
	return set, errors.Join(wrong, withRules(&set.Plan, chosen, g))
}

// misunderstood shows a comment that is not understood where it stands, which
// check tells in a note.
func misunderstood(p suppress.Problem) verdict.Verdict {
	return verdict.Verdict{
		Rule: "suppression", Status: verdict.Conflicts, Grade: verdict.Gap, Severity: verdict.Warning, Message: p.Message,
		Place: fact.Place{Doc: p.Doc, Span: p.Span, Block: fact.None, Section: fact.None},
	}
}

// lspPlan puts the parts together for documents below a folder. A mistake of the
// program ends neither the server nor the other documents.
func lspPlan(root string, conf settings, g *guard) engine.Plan {
	options := optionsOf(conf)
	p := engine.Plan{
		Resolve: lookup.Pins,
		Read: func(file string, data []byte) (doc *source.Document, err error) {
			doc, err = nil, fmt.Errorf("concord met a mistake of its own when it read this")
			defer g.watch("reading " + file)
			return readAs(conf, file, data)
		},
		Extract: func(doc *source.Document, n int) []fact.Fact {
			defer g.watch("extracting from " + doc.File)
			return extract.Document(doc, n, options(doc.File))
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
	p, err := pageOf(context.Background(), r)
	if err != nil {
		return "", false
	}
	return explanation(p), true
}

// docsURL is where a rule is described.
func docsURL(rules map[string]ruleset.Rule, rule string) string {
	if _, ok := rules[rule]; !ok {
		return ""
	}
	return "https://github.com/concordlint/concord/blob/main/docs/rules/" + rule + ".md"
}
