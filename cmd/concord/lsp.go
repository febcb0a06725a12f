package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
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

// settingsFor are the settings of a folder, as its configuration has them; root
// is empty for a document that has no folder.
func settingsFor(root string) (desk.Settings, error) {
	g := &guard{}
	out := desk.Settings{Plan: lspPlan(settings{}, root, g), Minimum: verdict.Warning, Trouble: g.err}
	var s settings
	cfg := &config.Config{}
	if root != "" {
		for _, name := range config.Names {
			out.Files = append(out.Files, filepath.Join(root, name))
		}
		out.Config = out.Files[0]
		file, err := config.Find(root)
		if err != nil {
			return out, err
		}
		if file != "" {
			out.Config, out.Files = file, append(out.Files, file)
			if cfg, err = readConfig(file); err != nil {
				return out, err
			}
		}
		s = settings{config: cfg, date: cfg.Date, jobs: cfg.Jobs, placed: placed{cfg: cfg, folder: filepath.Dir(out.Config), here: root}}
		out.Plan, out.Walk = lspPlan(s, root, g), s.walking()
		out.Minimum = leastShown(cfg)
		if err := s.trusting(&out, root); err != nil {
			return out, err
		}
	}
	s.config = cfg
	err := withRulesOf(&out, s, g)
	return out, err
}

// leastShown is the least severity that check would show.
func leastShown(cfg *config.Config) verdict.Severity {
	switch {
	case cfg.MinSeverity != "":
		return verdict.Severity(cfg.MinSeverity)
	case cfg.FailOn == string(verdict.Info):
		return verdict.Info
	}
	return verdict.Warning
}

// trusting takes in the authorities that the configuration names, and has the
// others left out or put into sets as it says.
func (s *settings) trusting(out *desk.Settings, root string) error {
	var paths []string
	for _, p := range s.config.Authority {
		paths = append(paths, s.config.Path(p))
	}
	found, _ := gather(context.Background(), paths, nil, s.walking(), s.bounds) // what is not there is told by check
	out.Beside = map[string]string{}
	for i := range found {
		in := &found[i]
		file := filepath.FromSlash(in.File)
		out.Files = append(out.Files, file) // a register may be among them
		if rel, err := filepath.Rel(root, file); err == nil && filepath.IsLocal(rel) {
			in.File = filepath.ToSlash(rel)
		}
		out.Beside[in.File] = file
	}
	out.Arrange = func(inputs []engine.Input) []engine.Input {
		return withAuthority(s.placed.arrange(inputs), s.placed.everywhere(slices.Clone(found)))
	}
	out.Plan.Inputs = withAuthority(nil, found)
	return withRegisters(&out.Plan)
}

// withRulesOf adds the rules, and what the configuration and comments silence.
func withRulesOf(out *desk.Settings, s settings, g *guard) error {
	cfg := s.config
	all, err := rulesFor(cfg)
	if err != nil {
		return err
	}
	for _, name := range cfg.RuleFiles {
		out.Files = append(out.Files, cfg.Path(name))
	}
	chosen, err := choose(all, nil, nil)
	if err != nil {
		return err
	}
	var x examination
	if err := x.silencedBy(cfg, all); err != nil {
		return err
	}
	h := newHushing(all, chosen)
	h.ignores, h.accepts, h.config, h.fits = x.ignores, x.accepts, cfg.File, s.placed.fits
	out.Silence = func(r *engine.Result, open func(int) (*source.Document, error)) {
		for _, p := range h.apply(r, open) {
			r.Verdicts = append(r.Verdicts, misunderstood(p))
		}
	}
	return withRules(&out.Plan, chosen, g)
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
func lspPlan(s settings, root string, g *guard) engine.Plan {
	options := optionsOf(s)
	p := engine.Plan{
		Resolve: lookup.Pins,
		Jobs:    s.jobs,
		Read: func(file string, data []byte) (doc *source.Document, err error) {
			doc, err = nil, errors.New("concord met a mistake of its own when it read this")
			defer g.watch("reading " + file)
			return readAs(s, file, data)
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
