package source

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/go-git/go-git/v5/plumbing/format/gitignore"
)

// Found is a file to be read.
type Found struct {
	// File is the path as given on the command line joined with the path
	// below it, with forward slashes.
	File string
	// Path opens the file.
	Path string

	real string // the file behind all links
	link bool   // found by a link
}

// Options say which files below a folder are taken.
type Options struct {
	// All takes files that .gitignore or .concordignore leave out.
	All bool
	// Also tells of further files below folders, by their paths on disk, that
	// are documents though their names do not tell; nil for none.
	Also func(path string) bool
	// Entered is told of each folder that is looked into; nil for nobody.
	Entered func(folder string)
}

// Walk finds the files that paths name. A path is a file, which is always
// taken; a folder, below which every file of a known format is taken that
// no .gitignore or .concordignore leaves out; or a glob in the manner of
// doublestar. Hidden files and folders below a folder are not looked at. A
// folder or file that can be reached without a link is not taken through
// one as well.
//
// The files are sorted by File and none comes twice. What could not be
// looked at is in the notes.
func Walk(ctx context.Context, paths []string, opts Options) ([]Found, []Note) {
	w := &walker{ctx: ctx, opts: opts, seen: map[string]bool{}}
	for _, p := range paths {
		w.path(p)
	}
	for len(w.links) > 0 {
		next := w.links[0]
		w.links = w.links[1:]
		next()
	}
	slices.SortStableFunc(w.found, func(a, b Found) int {
		if a.link != b.link {
			if b.link {
				return -1
			}
			return 1
		}
		return strings.Compare(a.File, b.File)
	})
	known := make(map[string]bool, len(w.found))
	w.found = slices.DeleteFunc(w.found, func(f Found) bool {
		twice := known[f.real]
		known[f.real] = true
		return twice
	})
	slices.SortFunc(w.found, func(a, b Found) int { return strings.Compare(a.File, b.File) })
	slices.SortStableFunc(w.notes, func(a, b Note) int { return strings.Compare(a.File, b.File) })
	return w.found, w.notes
}

// walker is the state of one walk.
type walker struct {
	ctx   context.Context
	opts  Options
	found []Found
	notes []Note
	// seen holds the real paths of the folders walked, links the walks of
	// linked folders, which come last.
	seen  map[string]bool
	links []func()
}

func (w *walker) note(file string, err error) {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	w.notes = append(w.notes, Note{Kind: "unreadable", File: filepath.ToSlash(file), Message: err.Error()})
}

// path takes one path from the command line. A file whose name looks like a
// glob is a file.
func (w *walker) path(p string) {
	info, err := os.Stat(p)
	switch {
	case err == nil && info.IsDir():
		w.folder(p)
	case err == nil:
		w.take(p, resolved(p), false)
	case isGlob(p):
		w.glob(p)
	default:
		w.note(p, err)
	}
}

func (w *walker) take(p, real string, link bool) {
	w.found = append(w.found, Found{File: filepath.ToSlash(filepath.Clean(p)), Path: p, real: real, link: link})
}

func isGlob(p string) bool { return strings.ContainsAny(p, "*?[{") }

// glob takes what matches a pattern; folders that match are walked.
func (w *walker) glob(pattern string) {
	matches, err := doublestar.FilepathGlob(pattern)
	if err == nil && len(matches) == 0 {
		err = errors.New("no file matches the pattern")
	}
	if err != nil {
		w.note(pattern, err)
		return
	}
	slices.Sort(matches)
	for _, m := range matches {
		info, err := os.Stat(m)
		switch {
		case err != nil:
			w.note(m, err)
		case !info.IsDir():
			w.take(m, resolved(m), false)
		case !strings.Contains(pattern, "**"): // else its files match by themselves
			w.folder(m)
		}
	}
}

// folder walks one folder given on the command line.
func (w *walker) folder(root string) {
	root = filepath.Clean(root)
	t := &tree{walker: w, root: root}
	t.rules = t.above()
	t.dir(root, resolved(root), nil, false)
}

// resolved is the path without links, or the path itself if that fails.
func resolved(p string) string {
	if abs, err := filepath.Abs(p); err == nil {
		p = abs
	}
	if real, err := filepath.EvalSymlinks(p); err == nil {
		return real
	}
	return p
}

// tree is the walk below one folder.
type tree struct {
	*walker
	root  string
	rules []gitignore.Pattern
	// domain is the root's own place below the folder whose ignore files
	// apply to it.
	domain []string
}

// ignoreFiles are read in each folder, the later one has the last word.
var ignoreFiles = [...]string{".gitignore", ".concordignore"}

// above reads the ignore files of the folders around the root, up to the
// one that holds .git.
func (t *tree) above() []gitignore.Pattern {
	if t.opts.All {
		return nil
	}
	at := resolved(t.root)
	var parents []string
	for dir := at; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			break
		}
		if parent := filepath.Dir(dir); parent == dir {
			return nil // not in a repository: only what lies below counts
		}
		parents = append(parents, filepath.Dir(dir))
	}
	if len(parents) == 0 {
		return nil
	}
	top := parents[len(parents)-1]
	rel, err := filepath.Rel(top, at)
	if err != nil {
		return nil
	}
	t.domain = strings.Split(filepath.ToSlash(rel), "/")
	var rules []gitignore.Pattern
	for i := range t.domain {
		dir := filepath.Join(append([]string{top}, t.domain[:i]...)...)
		rules = append(rules, t.read(dir, t.domain[:i])...)
	}
	if gitignore.NewMatcher(rules).Match(t.domain, true) {
		return nil // an ignored folder that is named is meant
	}
	return rules
}

// read reads the ignore files of one folder.
func (t *tree) read(dir string, domain []string) []gitignore.Pattern {
	var rules []gitignore.Pattern
	for _, name := range ignoreFiles {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			continue
		}
		lines := bufio.NewScanner(f)
		for lines.Scan() {
			if s := lines.Text(); strings.TrimSpace(s) != "" && !strings.HasPrefix(s, "#") {
				rules = append(rules, gitignore.ParsePattern(s, slices.Clone(domain)))
			}
		}
		f.Close()
	}
	return rules
}

// deepestFolder bounds how deep folders may lie in one another.
const deepestFolder = 200

// dir walks one folder. below are the names from the root to it, link tells
// that a link led to it or to a folder around it.
func (t *tree) dir(dir, real string, below []string, link bool) {
	if t.ctx.Err() != nil || t.seen[real] {
		return
	}
	t.seen[real] = true
	entries, err := os.ReadDir(dir)
	if err == nil && len(below) > deepestFolder {
		err = fmt.Errorf("folders are nested more than %d deep", deepestFolder)
	}
	if err != nil {
		t.note(dir, err)
		return
	}
	if t.opts.Entered != nil {
		t.opts.Entered(dir)
	}
	before := t.rules
	if !t.opts.All {
		t.rules = append(before[:len(before):len(before)], t.read(dir, t.full(below))...)
	}
	matcher := gitignore.NewMatcher(t.rules)
	for _, e := range entries {
		names := append(below[:len(below):len(below)], e.Name())
		t.entry(e, filepath.Join(dir, e.Name()), filepath.Join(real, e.Name()), names, matcher, link)
	}
	t.rules = before
}

// entry takes what a folder holds under one name.
func (t *tree) entry(e fs.DirEntry, p, real string, names []string, matcher gitignore.Matcher, link bool) {
	name := e.Name()
	if strings.HasPrefix(name, ".") {
		return
	}
	isDir := e.IsDir()
	isLink := e.Type()&fs.ModeSymlink != 0
	switch {
	case isLink:
		info, err := os.Stat(p)
		if err != nil {
			if IsKnown(name) {
				t.note(p, err)
			}
			return
		}
		isDir, real = info.IsDir(), resolved(p)
		if !isDir && !info.Mode().IsRegular() {
			return
		}
	case !isDir && !e.Type().IsRegular():
		return
	}
	if !isDir && !IsKnown(name) && !(t.opts.Also != nil && t.opts.Also(p)) || matcher.Match(t.full(names), isDir) {
		return
	}
	switch {
	case !isDir:
		t.take(p, real, link || isLink)
	case isLink:
		later := *t
		t.links = append(t.links, func() { later.dir(p, real, names, true) })
	default:
		t.dir(p, real, names, link)
	}
}

// full puts the root's own place before names.
func (t *tree) full(names []string) []string {
	return append(t.domain[:len(t.domain):len(t.domain)], names...)
}

// IsKnown reports whether a file's name is one that a folder's documents
// have: a known extension, or a name like README without any.
func IsKnown(name string) bool {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".md", ".markdown", ".mdown", ".mkd", ".mdx",
		".txt", ".text", ".rst", ".rest", ".adoc", ".asciidoc", ".asc", ".wiki", ".mediawiki", ".org",
		".tex", ".latex", ".ltx", ".html", ".htm", ".xhtml", ".csv", ".tsv",
		".xlsx", ".xlsm", ".ods", ".epub", ".pdf", ".docx", ".docm", ".odt", ".ott", ".rtf", ".eml", ".ipynb",
		".nxml", ".dbk", ".docbook":
		return true
	case "":
		switch strings.ToUpper(name) {
		case "README", "CHANGELOG", "CHANGES", "HISTORY", "NEWS", "RELEASES", "AUTHORS", "CONTRIBUTORS",
			"CONTRIBUTING", "INSTALL", "TODO", "THANKS", "MAINTAINERS", "CREDITS", "FAQ", "NOTES":
			return true
		}
	}
	return false
}
