package ruleset

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// file is the form of rule.yaml.
type file struct {
	ID          string     `yaml:"id"`
	Check       string     `yaml:"check"`
	Params      Params     `yaml:"params"`
	Severity    Severities `yaml:"severity"`
	Scope       Scope      `yaml:"scope"`
	Message     string     `yaml:"message"`
	Remediation string     `yaml:"remediation"`
	Why         string     `yaml:"why"`
	Quiet       []string   `yaml:"quiet"`
	Since       string     `yaml:"since"`
	Status      Status     `yaml:"status"`
	Tags        []string   `yaml:"tags"`
}

// Load reads every rule module of a file system: each folder at its root that
// holds a rule.yaml. The rules come sorted by id. The error joins all that is
// wrong in all of them, each as file:line:column: what.
func Load(fsys fs.FS) ([]Rule, error) {
	files, err := fs.Glob(fsys, "*/rule.yaml")
	if err != nil {
		return nil, fmt.Errorf("looking for rules: %w", err)
	}
	var rules []Rule
	var errs []error
	for _, name := range files {
		r, err := load(fsys, name)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		rules = append(rules, r)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	slices.SortFunc(rules, func(a, b Rule) int { return strings.Compare(a.ID, b.ID) })
	return rules, nil
}

func load(fsys fs.FS, name string) (Rule, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return Rule{}, fmt.Errorf("reading rule: %w", err)
	}
	m, err := parse(name, data)
	if err != nil {
		return Rule{}, err
	}
	f := file{Severity: defaults, Scope: Set, Status: Stable}
	if err := m.decode(&f); err != nil {
		return Rule{}, err
	}
	f.Params.file = name
	dir := path.Dir(name)
	if err := f.validate(m, path.Base(dir)); err != nil {
		return Rule{}, err
	}
	return Rule{
		ID: f.ID, Check: f.Check, Params: f.Params, Severity: f.Severity, Scope: f.Scope,
		Message: strings.TrimSpace(f.Message), Remediation: strings.TrimSpace(f.Remediation),
		Why: strings.TrimSpace(f.Why), Quiet: f.Quiet, Since: f.Since, Status: f.Status, Tags: f.Tags,
		File: name, fsys: fsys, dir: dir,
	}, nil
}

// validate reports what decodes well and still makes no rule.
func (f *file) validate(m mapping, folder string) error {
	var errs []error
	bad := func(field, format string, args ...any) {
		errs = append(errs, m.errorAt(field, format, args...))
	}
	for _, need := range []struct{ field, value string }{
		{"id", f.ID}, {"check", f.Check}, {"remediation", f.Remediation}, {"why", f.Why}, {"since", f.Since},
	} {
		if strings.TrimSpace(need.value) == "" {
			bad(need.field, "%s is missing", need.field)
		}
	}
	if f.ID != "" && !isID(f.ID) {
		bad("id", "id %q is not lower-case words joined by hyphens", f.ID)
	} else if f.ID != "" && f.ID != folder {
		bad("id", "id %q does not match the rule's folder %q", f.ID, folder)
	}
	if want := []string{string(Section), string(Document), string(Set)}; !slices.Contains(want, string(f.Scope)) {
		bad("scope", "scope %q is none of %s%s", f.Scope, strings.Join(want, ", "), didYouMean(string(f.Scope), want))
	}
	if want := []string{string(Preview), string(Stable)}; !slices.Contains(want, string(f.Status)) {
		bad("status", "status %q is none of %s%s", f.Status, strings.Join(want, ", "), didYouMean(string(f.Status), want))
	}
	return errors.Join(errs...)
}

func isID(s string) bool {
	ok, err := regexp.MatchString(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`, s)
	return err == nil && ok
}
