package desk

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// set is a set of documents with what was found of them.
type set struct {
	root     string // empty for a document by itself
	settings Settings
	stamps   map[string]stamp // of the files of the settings
	session  *engine.Session

	found map[string]string // files on disk, name to path; nil before the first look
	notes []source.Note     // of that look
	open  map[string]Buffer // by name

	files   map[string]*file // by name: what the session has, or will have
	stale   map[string]bool  // names to be read again
	touched map[string]bool  // paths that are said to have changed
	looked  bool             // the disk was looked at since the last check
	outcome *Outcome

	troubled bool // its trouble has been reported
}

// file is one version of a document.
type file struct {
	name, path, uri string
	stamp           stamp // of the file on disk
	buffer          *Buffer
	content         *content
}

// stamp tells versions of a file on disk apart without reading them.
type stamp struct {
	size, modified int64
	there          bool
}

func stampOf(path string) stamp {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() {
		return stamp{}
	}
	return stamp{info.Size(), info.ModTime().UnixNano(), true}
}

func exists(path string) bool { return stampOf(path).there }

// outdated reports whether a file of the settings has changed.
func (n *set) outdated(touched map[string]bool) bool {
	for f, was := range n.stamps {
		if touched[f] || stampOf(f) != was {
			return true
		}
	}
	return false
}

// look finds the files of a root where that has not been done or is asked for.
// What lies below another root further in belongs there.
func (n *set) look(ctx context.Context, s State, roots []string) {
	if n.found != nil && !s.Rescan {
		return
	}
	all, notes := source.Walk(ctx, []string{n.root}, n.settings.Walk)
	if ctx.Err() != nil {
		return // and the next check looks again
	}
	n.found, n.notes, n.looked = make(map[string]string, len(all)), notes, true
	for _, f := range all {
		path := filepath.Clean(f.Path)
		if below(n.root, path) && innermost(roots, path) == n.root {
			n.found[nameBelow(n.root, path)] = path
		}
	}
	n.found = n.beside(n.found)
	if n.touched == nil {
		n.touched = map[string]bool{}
	}
	maps.Copy(n.touched, s.Touched)
}

// beside adds the documents that belong to the set wherever they lie to those
// that were found.
func (n *set) beside(found map[string]string) map[string]string {
	for name, path := range n.settings.Beside {
		if _, there := found[name]; !there && exists(path) {
			found[name] = path
		}
	}
	return found
}

// check brings the set up to date.
func (n *set) check(ctx context.Context) (*Outcome, error) {
	inputs := n.inputs()
	names := make([]string, len(inputs))
	for i, in := range inputs {
		names[i] = in.File
		n.renew(in.File)
	}
	n.touched = nil
	n.looked = false
	maps.DeleteFunc(n.files, func(name string, _ *file) bool { _, there := slices.BinarySearch(names, name); return !there })
	n.markPins()
	if n.outcome != nil && len(n.stale) == 0 && n.outcome.same(n.files) {
		return n.outcome, nil
	}
	for i, name := range names {
		inputs[i].Load = n.files[name].content.bytes
	}
	progress, err := n.session.Update(ctx, inputs, func(name string) bool { return n.stale[name] })
	if err != nil {
		return nil, err
	}
	n.stale = map[string]bool{}
	n.outcome = n.conclude(progress)
	return n.outcome, nil
}

// inputs are the documents of the set, sorted, without their contents.
func (n *set) inputs() []engine.Input {
	all := make(map[string]bool, len(n.found)+len(n.open))
	for name := range n.found {
		all[name] = true
	}
	for name := range n.open {
		all[name] = true
	}
	names := slices.Sorted(maps.Keys(all))
	inputs := make([]engine.Input, len(names))
	for i, name := range names {
		inputs[i].File = name
	}
	if n.settings.Arrange != nil {
		inputs = n.settings.Arrange(inputs)
	}
	return inputs
}

// renew notices whether a document has changed.
func (n *set) renew(name string) {
	f := n.files[name]
	if b, open := n.open[name]; open {
		if f != nil && f.buffer != nil && *f.buffer == b {
			return
		}
		same := f != nil && f.buffer != nil && f.buffer.Text == b.Text
		next := &file{name: name, path: b.Path, uri: b.URI, buffer: &b}
		if same {
			next.content = f.content
		} else {
			data := []byte(b.Text)
			next.content = &content{load: func() ([]byte, error) { return data, nil }, keep: true}
			n.stale[name] = true
		}
		n.files[name] = next
		return
	}
	path := n.found[name]
	if f != nil && f.buffer == nil && !n.looked {
		return
	}
	now := stampOf(path)
	if f != nil && f.buffer == nil && f.stamp == now && !n.touched[path] {
		return
	}
	n.files[name] = &file{
		name: name, path: path, uri: URIOf(path), stamp: now,
		content: &content{load: func() ([]byte, error) { return readFile(path) }},
	}
	n.stale[name] = true
}

// markPins has the documents read again that look things up in other files,
// when anything is read again.
func (n *set) markPins() {
	if len(n.stale) == 0 && !n.looked {
		return
	}
	for name, f := range n.files {
		if f.content.pinned() {
			n.stale[name] = true
		}
	}
}

// reading wraps the reading of documents: a document that is open is kept, for
// its places will be asked for.
func (n *set) reading(read func(string, []byte) (*source.Document, error)) func(string, []byte) (*source.Document, error) {
	return func(name string, data []byte) (*source.Document, error) {
		doc, err := read(name, data)
		if f := n.files[name]; f != nil {
			f.content.took(doc, data, err)
		}
		return doc, err
	}
}

// conclude makes the outcome.
func (n *set) conclude(p engine.Progress) *Outcome {
	r := n.session.Result()
	o := &Outcome{
		Root: n.root, Read: p.Read, Judged: p.Judged, Counts: r.Counts, Minimum: n.settings.Minimum, Config: n.settings.Config,
		Notes: append(slices.Clone(n.notes), r.Notes...), byNumber: make([]*Document, len(r.Documents)),
	}
	for i, info := range r.Documents {
		f := n.files[info.File]
		if info.File == "" || f == nil {
			continue
		}
		d := &Document{Name: f.name, Path: f.path, URI: f.uri, Failed: info.Failed, content: f.content, read: n.settings.Plan.Read}
		if f.buffer != nil {
			d.Open, d.Version = true, f.buffer.Version
		}
		o.byNumber[i] = d
		o.Documents = append(o.Documents, d)
	}
	if n.settings.Silence != nil {
		n.settings.Silence(r, o.open)
	}
	for i := range r.Verdicts {
		v := &r.Verdicts[i]
		if d := o.byNumber[v.Place.Doc]; d != nil {
			d.Claims = append(d.Claims, v)
		}
		o.refer(v)
	}
	return o
}

// open is the text of a document.
func (o *Outcome) open(number int) (*source.Document, error) {
	d := o.At(number)
	if d == nil {
		return nil, fs.ErrNotExist
	}
	t, err := d.Text()
	if err != nil {
		return nil, err
	}
	return t.Doc, nil
}

// refer notes where the evidence of a verdict stands.
func (o *Outcome) refer(v *verdict.Verdict) {
	var seen []int
	for _, e := range v.Evidence {
		if d := o.byNumber[e.Place.Doc]; d != nil && !slices.Contains(seen, e.Place.Doc) {
			seen = append(seen, e.Place.Doc)
			d.Used = append(d.Used, v)
		}
	}
}

// readFile reads a file as an editor would show it; its errors leave out the
// file's name.
func readFile(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	var p *fs.PathError
	if errors.As(err, &p) {
		return nil, p.Err
	}
	return asShown(data), err
}
