// Package desk keeps sets of documents under review while people work on
// them: which files belong to a set, which of them are open in an editor, and
// what was found of them last. After a change only what has changed is read.
//
// It knows files, buffers and the engine's session. It must not know how an
// editor is spoken to, nor any check, format or rule by name: those come with
// the settings of a folder.
package desk

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// Settings are how the documents of one folder are checked.
type Settings struct {
	// Plan has all parts but the inputs.
	Plan engine.Plan
	// Minimum is the least severity of a finding that is shown.
	Minimum verdict.Severity
	// Walk says which files below the folder are documents.
	Walk source.Options
	// Beside are documents that belong to the set wherever they lie, by name.
	Beside map[string]string
	// Arrange leaves out the documents that are to be left out, given by name
	// and in order, and says of the others in which sets they are and whether
	// they are authorities; nil for leaving them as they are.
	Arrange func([]engine.Input) []engine.Input
	// Silence marks the conflicts that somebody has silenced, and may add what
	// is to be said of that; nil for none. Open has a document's text.
	Silence func(r *engine.Result, open func(n int) (*source.Document, error))
	// Trouble is the first mistake of the program's own that a check met with,
	// nil if there was none.
	Trouble func() error
	// Config is the configuration to which an editor may add, whether or not it
	// is there yet; empty for none.
	Config string
	// Files are the files that the settings were read from or would be, as
	// absolute paths: when one changes, the settings are asked for again.
	Files []string
}

// Buffer is a document as it stands in an editor.
type Buffer struct {
	// URI is the editor's name for it, Path the file that it is to be saved
	// to as an absolute path, empty for one that has none yet.
	URI, Path string
	// Name is what a buffer without a path is called in reports.
	Name    string
	Version int32
	Text    string
}

// State is what there is to be checked.
type State struct {
	// Roots are the folders, as absolute clean paths; the documents below one
	// of them are a set. Of folders within each other the innermost counts.
	Roots []string
	// Buffers are the open documents by their URI.
	Buffers map[string]Buffer
	// Rescan asks for a new look at the files on disk. Touched are paths of
	// files that are said to have changed, however they look.
	Rescan  bool
	Touched map[string]bool
}

// Desk holds the sets. It is for one goroutine at a time.
type Desk struct {
	settings func(root string) (Settings, error)
	sets     map[string]*set // by root; by URI for a document by itself
	// Report is told of trouble that is no document's; never nil.
	report func(error)
}

// New makes a desk without sets. Settings is asked for the settings of each
// folder, and for those of the folder of each document that is by itself;
// what it returns is used even if there is an error, which report is told, but
// not in place of settings without one.
func New(settings func(root string) (Settings, error), report func(error)) *Desk {
	return &Desk{settings: settings, sets: map[string]*set{}, report: report}
}

// Check brings all sets up to date and returns their outcomes in a stable
// order. It fails only when ctx ends; the next call takes up the work.
func (d *Desk) Check(ctx context.Context, s State) ([]*Outcome, error) {
	roots := slices.Clone(s.Roots)
	slices.Sort(roots)
	roots = slices.Compact(roots)
	wanted := map[string]bool{}
	for _, root := range roots {
		wanted[root] = true
		d.folder(root, s).look(ctx, s, roots)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	single := d.assign(s, roots)
	for _, b := range single {
		wanted[b.URI] = true
		d.alone(b, s)
	}
	maps.DeleteFunc(d.sets, func(key string, _ *set) bool { return !wanted[key] })
	keys := slices.Sorted(maps.Keys(d.sets))
	var out []*Outcome
	var errs []error
	for _, key := range keys {
		o, err := d.sets[key].check(ctx)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		out = append(out, o)
		if n := d.sets[key]; !n.troubled && n.settings.Trouble != nil {
			if err := n.settings.Trouble(); err != nil {
				n.troubled = true
				d.report(err)
			}
		}
	}
	return out, errors.Join(errs...)
}

// folder is the set of a root, made anew where its settings have changed.
func (d *Desk) folder(root string, s State) *set {
	if old := d.sets[root]; old != nil && !(s.Rescan && old.outdated(s.Touched)) {
		return old
	}
	n := d.newSet(root, d.sets[root])
	n.root = root
	d.sets[root] = n
	return n
}

// newSet makes an empty set with the settings of a folder. While there is a
// mistake in them, those that the set had are kept.
func (d *Desk) newSet(dir string, old *set) *set {
	settings, err := d.settings(dir)
	if err != nil {
		d.report(err)
	}
	if err != nil && old != nil {
		for f := range old.stamps {
			old.stamps[f] = stampOf(f)
		}
		return old
	}
	n := &set{settings: settings, files: map[string]*file{}, stale: map[string]bool{}, stamps: map[string]stamp{}}
	for _, f := range settings.Files {
		n.stamps[f] = stampOf(f)
	}
	p := settings.Plan
	p.Read = n.reading(p.Read)
	n.session = engine.NewSession(p)
	return n
}

// assign gives each buffer to the set that it belongs to and returns those that
// belong to none, in the order of their names. A file below a folder that the
// folder's ignore files leave out is by itself: somebody has opened it.
func (d *Desk) assign(s State, roots []string) []Buffer {
	for _, root := range roots {
		d.sets[root].open = map[string]Buffer{}
	}
	var single []Buffer
	for _, uri := range slices.Sorted(maps.Keys(s.Buffers)) {
		b := s.Buffers[uri]
		root := innermost(roots, b.Path)
		if root == "" {
			single = append(single, b)
			continue
		}
		n := d.sets[root]
		name := nameBelow(root, b.Path)
		if _, found := n.found[name]; !found && (exists(b.Path) || !source.IsKnown(filepath.Base(b.Path))) {
			single = append(single, b)
			continue
		}
		n.open[name] = b
	}
	return single
}

// alone makes a set of one buffer.
func (d *Desk) alone(b Buffer, s State) {
	n := d.sets[b.URI]
	if n == nil || s.Rescan && n.outdated(s.Touched) {
		dir := ""
		if b.Path != "" {
			dir = filepath.Dir(b.Path)
		}
		n = d.newSet(dir, n)
		d.sets[b.URI] = n
	}
	name := b.Name
	if b.Path != "" {
		name = filepath.Base(b.Path)
	}
	n.open = map[string]Buffer{name: b}
	n.found = n.beside(map[string]string{})
}

// innermost is the root that holds a path most closely, empty if none does.
func innermost(roots []string, path string) string {
	best := ""
	for _, r := range roots {
		if len(r) > len(best) && below(r, path) {
			best = r
		}
	}
	return best
}

func below(root, path string) bool {
	return len(path) > len(root) && strings.HasPrefix(path, root) &&
		(path[len(root)] == filepath.Separator || root[len(root)-1] == filepath.Separator)
}

// nameBelow is the name of a path below a root, with forward slashes, as check
// has it when it is called in that folder.
func nameBelow(root, path string) string {
	return filepath.ToSlash(strings.TrimPrefix(path[len(root):], string(filepath.Separator)))
}
