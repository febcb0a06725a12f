package ruleset

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/strict"
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
	Patterns    Patterns   `yaml:"patterns"`
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

// ErrNone tells that a path leads to no rule.
var ErrNone = errors.New("there is no rule here: a rule is a folder with a rule.yaml")

// LoadPath reads the rules that a path on disk leads to: a rule's file, its
// folder, or a folder of such folders. Errors are as those of Load, with the
// path; ErrNone is among them where the path leads to none.
func LoadPath(name string) ([]Rule, error) {
	dir := name
	if path.Base(filepath.ToSlash(name)) == "rule.yaml" {
		dir = filepath.Dir(name)
	}
	if _, err := os.Stat(filepath.Join(dir, "rule.yaml")); err == nil {
		parent := filepath.Dir(filepath.Clean(dir))
		r, err := loadAs(os.DirFS(parent), path.Join(filepath.Base(filepath.Clean(dir)), "rule.yaml"), filepath.ToSlash(filepath.Join(dir, "rule.yaml")))
		if err != nil {
			return nil, err
		}
		return []Rule{r}, nil
	}
	files, err := filepath.Glob(filepath.Join(dir, "*", "rule.yaml"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s: %w", name, ErrNone)
	}
	var rules []Rule
	var errs []error
	for _, f := range files {
		found, err := LoadPath(f)
		errs = append(errs, err)
		rules = append(rules, found...)
	}
	return rules, errors.Join(errs...)
}

func load(fsys fs.FS, name string) (Rule, error) { return loadAs(fsys, name, name) }

// loadAs reads a rule's file that messages call shown.
func loadAs(fsys fs.FS, at, shown string) (Rule, error) {
	name := shown
	data, err := fs.ReadFile(fsys, at)
	if err != nil {
		return Rule{}, fmt.Errorf("reading rule: %w", err)
	}
	m, err := strict.Parse(name, data)
	if err != nil {
		return Rule{}, err
	}
	f := file{Severity: defaults, Scope: Set, Status: Stable}
	if err := m.Decode(&f); err != nil {
		return Rule{}, err
	}
	f.Params.file = name
	dir := path.Dir(at)
	if err := f.validate(m, path.Base(dir)); err != nil {
		return Rule{}, err
	}
	return Rule{
		ID: f.ID, Check: f.Check, Params: f.Params, Severity: f.Severity, Scope: f.Scope,
		Message: strings.TrimSpace(f.Message), Remediation: strings.TrimSpace(f.Remediation),
		Why: strings.TrimSpace(f.Why), Quiet: f.Quiet, Since: f.Since, Status: f.Status, Tags: f.Tags, Patterns: f.Patterns,
		File: name, fsys: fsys, dir: dir,
	}, nil
}

// validate reports what decodes well and still makes no rule.
func (f *file) validate(m strict.Mapping, folder string) error {
	var errs []error
	bad := func(field, format string, args ...any) {
		errs = append(errs, m.ErrorAt(fmt.Sprintf(format, args...), field))
	}
	for _, need := range []struct{ field, value string }{
		{"id", f.ID}, {"check", f.Check}, {"remediation", f.Remediation}, {"why", f.Why}, {"since", f.Since},
	} {
		if strings.TrimSpace(need.value) == "" {
			bad(need.field, "%s is missing", need.field)
		}
	}
	if f.ID != "" && !IsID(f.ID) {
		bad("id", "id %q is not lower-case words joined by hyphens", f.ID)
	} else if f.ID != "" && f.ID != folder {
		bad("id", "id %q does not match the rule's folder %q", f.ID, folder)
	}
	if want := []string{string(Section), string(Document), string(Set)}; !slices.Contains(want, string(f.Scope)) {
		bad("scope", "scope %q is none of %s%s", f.Scope, strings.Join(want, ", "), strict.DidYouMean(string(f.Scope), want))
	}
	if want := []string{string(Preview), string(Stable)}; !slices.Contains(want, string(f.Status)) {
		bad("status", "status %q is none of %s%s", f.Status, strings.Join(want, ", "), strict.DidYouMean(string(f.Status), want))
	}
	return errors.Join(errs...)
}

// IsID reports whether s can name a rule: lower-case words joined by hyphens.
func IsID(s string) bool {
	ok, err := regexp.MatchString(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`, s)
	return err == nil && ok
}
