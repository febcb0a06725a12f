package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/config"
	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/source/formats"
	"github.com/concordlint/concord/internal/suppress"
	"github.com/concordlint/concord/rules"
)

// configFlags are those that every command has which a configuration matters
// to.
func configFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "config", Usage: "read settings from `FILE` (default: .concord.yml here or in a folder above)"},
		&cli.BoolFlag{Name: "no-config", DisableDefaultText: true, Usage: "read no configuration file"},
	}
}

// configOf reads the configuration that the flags name or that lies above the
// working folder; an empty one where there is none.
func configOf(c *cli.Context) (*config.Config, error) {
	file := c.String("config")
	switch {
	case c.Bool("no-config") && file != "":
		return nil, errors.New("--config and --no-config exclude each other")
	case c.Bool("no-config"):
		return &config.Config{}, nil
	case file == "":
		here, err := os.Getwd()
		if err != nil {
			return nil, fmt.Errorf("looking for a configuration: %w", err)
		}
		return configAbove(here)
	}
	return readConfig(file)
}

// configAbove reads the configuration that lies in a folder or above it.
func configAbove(folder string) (*config.Config, error) {
	file, err := config.Find(folder)
	if err != nil || file == "" {
		return &config.Config{}, err
	}
	return readConfig(shortest(file))
}

func readConfig(file string) (*config.Config, error) {
	known := config.Known{Formats: formats.Names()}
	return config.Read(file, known)
}

// shortest is a path relative to the working folder where that is possible,
// with as few characters as it takes to find the file from there.
func shortest(file string) string {
	here, err := os.Getwd()
	if err != nil {
		return file
	}
	if rel, err := filepath.Rel(here, file); err == nil && len(rel) < len(file) {
		return rel
	}
	return file
}

// configure takes from the configuration what no flag says.
func (s *settings) configure(c *cli.Context) error {
	cfg, err := configOf(c)
	if err != nil {
		return err
	}
	s.config = cfg
	if s.placed, err = newPlaced(cfg); err != nil {
		return err
	}
	if s.date == "" {
		s.date = cfg.Date
	}
	if s.jobs == 0 {
		s.jobs = cfg.Jobs
	}
	var trusted []string
	for _, p := range cfg.Authority {
		trusted = append(trusted, cfg.Path(p))
	}
	s.authority = append(trusted, s.authority...)
	return nil
}

// rulesFor are the built-in rules and the users' own, as a configuration sets
// them.
func rulesFor(cfg *config.Config) ([]ruleset.Rule, error) {
	all, err := loadRules()
	if err != nil {
		return nil, err
	}
	if cfg == nil || cfg.File == "" {
		return all, nil
	}
	own, err := ownRules(cfg)
	if err != nil {
		return nil, err
	}
	for i, r := range own {
		same := func(o ruleset.Rule) bool { return o.ID == r.ID }
		if slices.ContainsFunc(all, same) {
			return nil, fmt.Errorf("%s:1:1: a built-in rule has the id %q", r.File, r.ID)
		}
		if k := slices.IndexFunc(own[:i], same); k >= 0 {
			return nil, fmt.Errorf("%s:1:1: %s has the id %q, too", r.File, own[k].File, r.ID)
		}
	}
	all = append(all, own...)
	slices.SortFunc(all, func(a, b ruleset.Rule) int { return strings.Compare(a.ID, b.ID) })
	return cfg.Apply(all)
}

// ownRules are the rules that a configuration names.
func ownRules(cfg *config.Config) ([]ruleset.Rule, error) {
	var own []ruleset.Rule
	for i, name := range cfg.RuleFiles {
		found, err := ruleset.LoadPath(cfg.Path(name))
		if errors.Is(err, ruleset.ErrNone) {
			return nil, cfg.ErrorAt(err, "rule-files", i)
		}
		if err != nil {
			return nil, err
		}
		own = append(own, found...)
	}
	return own, nil
}

// loadRules reads the built-in rules.
func loadRules() ([]ruleset.Rule, error) {
	all, err := ruleset.Load(rules.FS)
	if err != nil {
		return nil, fmt.Errorf("built-in rules: %w", err)
	}
	return all, nil
}

// placed finds documents relative to the configuration's folder.
type placed struct {
	cfg    *config.Config
	folder string // absolute
	here   string
	given  map[string]string // formats by glob, as flags say
}

func newPlaced(cfg *config.Config) (placed, error) {
	here, err := os.Getwd()
	if err != nil {
		return placed{}, fmt.Errorf("working folder: %w", err)
	}
	folder := cfg.Folder()
	if !filepath.IsAbs(folder) {
		folder = filepath.Join(here, folder)
	}
	return placed{cfg: cfg, folder: folder, here: here}, nil
}

// name is a document's path from the configuration's folder, with forward
// slashes; ok is false for one that lies outside of it.
func (p placed) name(file string) (name string, ok bool) {
	if file == standardInput {
		return "", false
	}
	if !filepath.IsAbs(file) {
		file = filepath.Join(p.here, file)
	}
	rel, err := filepath.Rel(p.folder, file)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// fits reports whether a glob of the configuration is for a document: for its
// whole path, or for its name alone where the glob has no slash.
func (p placed) fits(glob, file string) bool {
	name, ok := p.name(file)
	if !ok {
		return false
	}
	if !strings.Contains(glob, "/") {
		name = path.Base(name)
	}
	ok, err := doublestar.Match(strings.TrimPrefix(glob, "./"), name)
	return ok && err == nil
}

// arrange leaves out the documents that the configuration excludes and puts
// the others into their sets.
func (p placed) arrange(inputs []engine.Input) []engine.Input {
	inputs = slices.DeleteFunc(inputs, func(in engine.Input) bool { return p.excluded(in.File) })
	for i := range inputs {
		inputs[i].Sets = p.sets(inputs[i].File)
	}
	return inputs
}

// excluded reports whether the configuration leaves a file out.
func (p placed) excluded(file string) bool {
	return slices.ContainsFunc(p.cfg.Exclude, func(g string) bool { return p.fits(g, file) })
}

// everywhere puts what is trusted into all sets.
func (p placed) everywhere(trusted []engine.Input) []engine.Input {
	if len(p.cfg.Sets) == 0 {
		return trusted
	}
	sets := []string{rest}
	for name := range p.cfg.Sets {
		sets = append(sets, name)
	}
	slices.Sort(sets)
	for i := range trusted {
		trusted[i].Sets = sets
	}
	return trusted
}

// rest is the set of the documents that are in no other one, where there are
// sets. No set of a configuration has such a name.
const rest = "\x00"

// sets names the sets that a document is in, sorted.
func (p placed) sets(file string) []string {
	var sets []string
	for name, globs := range p.cfg.Sets {
		if slices.ContainsFunc(globs, func(g string) bool { return p.fits(g, file) }) {
			sets = append(sets, name)
		}
	}
	if len(sets) == 0 && len(p.cfg.Sets) > 0 {
		return []string{rest}
	}
	slices.Sort(sets)
	return sets
}

// hasFlag reports whether a command has a flag.
func hasFlag(c *cli.Context, name string) bool {
	return slices.ContainsFunc(c.Command.Flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), name) })
}

// date is the date that the configuration gives a document: that of the longest
// glob that fits, empty for none.
func (p placed) date(file string) string { return longest(p, p.cfg.Dates, file) }

// format is the format that a flag or, where none does, the configuration gives
// a document; empty for none. The globs of flags are for paths as they are
// shown.
func (p placed) format(file string) string {
	best := ""
	for glob := range p.given {
		name := strings.TrimPrefix(filepath.ToSlash(file), "./")
		if !strings.Contains(glob, "/") {
			name = path.Base(name)
		}
		if ok, err := doublestar.Match(strings.TrimPrefix(glob, "./"), name); !ok || err != nil {
			continue
		}
		if len(glob) > len(best) || len(glob) == len(best) && glob < best {
			best = glob
		}
	}
	if best != "" {
		return p.given[best]
	}
	if p.cfg == nil {
		return ""
	}
	return longest(p, p.cfg.FormatOf, file)
}

// longest is what the longest glob says that is for a file, of equally long
// ones the first.
func longest(p placed, of map[string]string, file string) string {
	best := ""
	for glob := range of {
		if p.fits(glob, file) && (len(glob) > len(best) || len(glob) == len(best) && glob < best) {
			best = glob
		}
	}
	return of[best]
}

// walking tells which files below folders are documents.
func (s *settings) walking() source.Options {
	return source.Options{Also: func(path string) bool {
		return s.placed.format(path) != "" || s.converter(path) != nil || isXMLDocument(path)
	}}
}

// isXMLDocument reports whether an XML file is a document: most are data.
func isXMLDocument(file string) bool {
	if !strings.EqualFold(filepath.Ext(file), ".xml") {
		return false
	}
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 4<<10)
	n, err := io.ReadFull(f, head)
	return (err == nil || errors.Is(err, io.ErrUnexpectedEOF)) && formats.IsXMLDocument(head[:n])
}

// everySet are the paths of all documents that the configuration's sets name.
func (s *settings) everySet() []string {
	var paths []string
	for _, globs := range s.config.Sets {
		for _, g := range globs {
			if !strings.Contains(g, "/") {
				g = "**/" + g
			}
			paths = append(paths, filepath.ToSlash(s.config.Path(g)))
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// silencedBy takes what the configuration silences.
func (x *examination) silencedBy(cfg *config.Config, all []ruleset.Rule) error {
	known := suppress.Rules{Known: idsOf(all)}
	var errs []error
	for i, g := range cfg.Ignore {
		entry := suppress.Ignore{Rule: g.Rule, File: g.File, Text: g.Text, Reason: g.Reason}
		if err := entry.Valid(known); err != nil {
			errs = append(errs, cfg.ErrorAt(err, "ignore", i))
		}
		x.ignores = append(x.ignores, entry)
	}
	for _, a := range cfg.Accept {
		x.accepts = append(x.accepts, suppress.Accept{Spellings: a.Spellings, Reason: a.Reason})
	}
	return errors.Join(errs...)
}
