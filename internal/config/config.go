// Package config reads .concord.yml: which documents belong together, which
// rules run and how, what is to be left out. It knows the form of the file and
// checks what can be checked without documents; it must not know how rules are
// run or reports are made.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/strict"
	"github.com/concordlint/concord/internal/verdict"
)

// Names are the names under which a configuration is looked for.
var Names = [...]string{".concord.yml", ".concord.yaml"}

// Config is a configuration. Paths and globs in it are relative to the folder
// that it stands in, with forward slashes; globs may hold **.
type Config struct {
	// Sets names sets of documents. What one says is held against others of
	// its set only. Documents in no set are a set of their own.
	Sets map[string]Globs `yaml:"sets"`
	// Authority are documents and registers that are trusted.
	Authority []string `yaml:"authority"`
	// Rules sets rules by id or glob, in the order of the file.
	Rules Rules `yaml:"rules"`
	// RuleFiles are rule files, or folders of rule modules.
	RuleFiles []string `yaml:"rule-files"`
	// Ignore silences findings, Accept tells of spellings that are one.
	Ignore []Ignore `yaml:"ignore"`
	Accept []Accept `yaml:"accept"`
	// Exclude are globs of files that are no documents.
	Exclude []string `yaml:"exclude"`
	// FailOn and MinSeverity are as the flags of the same names.
	FailOn      string `yaml:"fail-on"`
	MinSeverity string `yaml:"min-severity"`
	// Baseline is the file of accepted findings.
	Baseline string `yaml:"baseline"`
	// Date is that of documents that have none; Dates gives documents theirs,
	// by glob, whatever they say themselves.
	Date  string            `yaml:"date"`
	Dates map[string]string `yaml:"dates"`
	// FormatOf gives documents a format, by glob.
	FormatOf map[string]string `yaml:"format-of"`
	// Converters are programs that make documents readable, by glob. They are
	// run only where the user asks for it.
	Converters map[string]Converter `yaml:"converters"`
	// Jobs is how many documents are read at once; 0 for one a CPU.
	Jobs int `yaml:"jobs"`

	// File is the configuration's own path, as it was found; empty for none.
	File string `yaml:"-"`

	mapping strict.Mapping
}

// Ignore silences findings that match all that it names.
type Ignore struct {
	Rule   string `yaml:"rule"`
	File   string `yaml:"file"`
	Text   string `yaml:"text"`
	Reason string `yaml:"reason"`
}

// Converter is a program that makes a file of a format that can be read.
type Converter struct {
	// Command is the program and its arguments; {in} in them is the file,
	// {out} a folder for what it makes.
	Command []string `yaml:"command"`
	// Format is that of what it makes.
	Format string `yaml:"format"`
}

// Names reports whether the command names {in} or {out}.
func (c Converter) Names(what string) bool {
	return slices.ContainsFunc(c.Command, func(arg string) bool { return strings.Contains(arg, what) })
}

// Known is what a configuration may name.
type Known struct {
	// Rules are the ids of the built-in rules, Formats the names of the
	// readers.
	Rules, Formats []string
}

// Find looks for a configuration from a folder upwards, up to the root of the
// repository that it is in. It returns an empty path where there is none.
func Find(folder string) (string, error) {
	for dir := folder; ; dir = filepath.Dir(dir) {
		var found []string
		for _, name := range Names {
			if info, err := os.Stat(filepath.Join(dir, name)); err == nil && !info.IsDir() {
				found = append(found, filepath.Join(dir, name))
			}
		}
		switch _, err := os.Stat(filepath.Join(dir, ".git")); {
		case len(found) > 1:
			return "", fmt.Errorf("there are two configurations, %s and %s", found[0], found[1])
		case len(found) == 1:
			return found[0], nil
		case err == nil, dir == filepath.Dir(dir):
			return "", nil
		}
	}
}

// Read reads and checks a configuration. Its errors are of the form
// file:line:column: what, joined where there are several.
func Read(file string, known Known) (*Config, error) {
	data, err := os.ReadFile(file)
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	if err != nil {
		return nil, fmt.Errorf("configuration %s: %w", file, err)
	}
	return Parse(file, data, known)
}

// Parse is Read for data that is there already.
func Parse(file string, data []byte, known Known) (*Config, error) {
	c := &Config{File: file}
	if onlyComments(data) {
		return c, nil
	}
	m, err := strict.Parse(file, data)
	if err != nil {
		return nil, err
	}
	c.mapping = m
	if err := m.Decode(c); err != nil {
		return nil, err
	}
	for i := range c.Rules {
		c.Rules[i].Params = c.Rules[i].Params.In(file)
	}
	if err := c.validate(known); err != nil {
		return nil, err
	}
	return c, nil
}

// onlyComments reports whether a file has no line but empty ones and comments.
func onlyComments(data []byte) bool {
	for line := range strings.SplitSeq(string(data), "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' && line != "---" {
			return false
		}
	}
	return true
}

// Folder is where the configuration's paths begin.
func (c *Config) Folder() string { return filepath.Dir(c.File) }

// Path is the path of a file that the configuration names.
func (c *Config) Path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(c.Folder(), filepath.FromSlash(name))
}

// ErrorAt is an error at a place of the configuration: a path of keys and
// indices.
func (c *Config) ErrorAt(err error, path ...any) error {
	return c.mapping.ErrorAt(err.Error(), path...)
}

// validate reports what decodes well and still makes no sense.
func (c *Config) validate(known Known) error {
	var errs []error
	bad := func(message string, path ...any) { errs = append(errs, c.mapping.ErrorAt(message, path...)) }
	oneOf := func(value, field string, values ...string) {
		if value != "" && !slices.Contains(values, value) {
			bad(fmt.Sprintf("%s does not know %q; it takes %s%s", field, value, strings.Join(values, ", "), strict.DidYouMean(value, values)), field)
		}
	}
	levels := []string{string(verdict.Error), string(verdict.Warning), string(verdict.Info)}
	oneOf(c.FailOn, "fail-on", append(levels, "never")...)
	oneOf(c.MinSeverity, "min-severity", levels...)
	if c.Jobs < 0 {
		bad("jobs is less than none", "jobs")
	}
	if c.Date != "" && !isDate(c.Date) {
		bad(fmt.Sprintf("%q is no date of the form YYYY-MM-DD", c.Date), "date")
	}
	for _, glob := range sorted(c.Dates) {
		c.checkGlob(glob, bad, "dates", glob)
		if !isDate(c.Dates[glob]) {
			bad(fmt.Sprintf("%q is no date of the form YYYY-MM-DD", c.Dates[glob]), "dates", glob)
		}
	}
	for _, glob := range sorted(c.FormatOf) {
		c.checkGlob(glob, bad, "format-of", glob)
		if f := c.FormatOf[glob]; !slices.Contains(known.Formats, f) {
			bad(fmt.Sprintf("there is no format %q (there are %s)%s", f, strings.Join(known.Formats, ", "), strict.DidYouMean(f, known.Formats)), "format-of", glob)
		}
	}
	c.checkConverters(known, bad)
	for i, glob := range c.Exclude {
		c.checkGlob(glob, bad, "exclude", i)
	}
	for _, name := range sorted(c.Sets) {
		if len(c.Sets[name]) == 0 {
			bad(fmt.Sprintf("set %q names no files", name), "sets", name)
		}
		for i, glob := range c.Sets[name] {
			c.checkGlob(glob, bad, "sets", name, i)
		}
	}
	for i, a := range c.Accept {
		if len(a.Spellings) < 2 {
			bad("an entry of accept names two spellings at least", "accept", i)
		}
	}
	for i, g := range c.Ignore {
		if g == (Ignore{Reason: g.Reason}) {
			bad("an entry that names no rule, file or text would silence everything", "ignore", i)
		}
		c.checkGlob(g.File, bad, "ignore", i, "file")
	}
	return errors.Join(errs...)
}

func (c *Config) checkConverters(known Known, bad func(string, ...any)) {
	for _, glob := range sorted(c.Converters) {
		c.checkGlob(glob, bad, "converters", glob)
		v := c.Converters[glob]
		if len(v.Command) == 0 || v.Command[0] == "" {
			bad("a converter has a command", "converters", glob)
		}
		if !slices.Contains(known.Formats, v.Format) {
			bad(fmt.Sprintf("there is no format %q (there are %s)%s", v.Format, strings.Join(known.Formats, ", "), strict.DidYouMean(v.Format, known.Formats)), "converters", glob)
		}
	}
}

func (c *Config) checkGlob(glob string, bad func(string, ...any), path ...any) {
	switch {
	case !doublestar.ValidatePattern(glob):
		bad(fmt.Sprintf("%q is no pattern of files", glob), path...)
	case strings.HasPrefix(glob, "../") || strings.HasPrefix(glob, "/"):
		bad(fmt.Sprintf("%q leads out of the folder of the configuration", glob), path...)
	}
}

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// sorted are the keys of a map in their order.
func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// RuleOverrides are the ids or globs under which rules are set, with their
// places for errors.
func (c *Config) checkRules(known []string) error {
	var errs []error
	for _, r := range c.Rules {
		if err := r.matchesAny(known); err != nil {
			errs = append(errs, c.mapping.ErrorAt(err.Error(), "rules", r.Pattern))
		}
	}
	return errors.Join(errs...)
}

// Apply is what a configuration makes of rules: those that it turns off are
// left out, those that it asks for are no preview any more. A pattern that fits
// no rule is an error.
func (c *Config) Apply(rules []ruleset.Rule) ([]ruleset.Rule, error) {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.ID
	}
	if err := c.checkRules(ids); err != nil {
		return nil, err
	}
	out := slices.Clone(rules)
	for i := range out {
		for _, o := range c.Rules {
			if o.matches(out[i].ID) {
				o.apply(&out[i])
			}
		}
	}
	return out, nil
}
