package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/watch"
)

// watchFlag asks check to go on checking.
func watchFlag() cli.Flag {
	return &cli.BoolFlag{Name: "watch", DisableDefaultText: true, Usage: "check again when documents change, until interrupted"}
}

// watching is a check that is repeated. Settings are read anew each time; the
// documents are kept in a session, and of them only those that have changed are
// read again, unless something changes that all depend on.
type watching struct {
	streams
	c       *cli.Context
	changes *watch.Watcher
	session *engine.Session
	guard   *guard
	last    *examination
	known   map[string]bool // documents of the last round, by name
	pinned  map[string]bool // those that may look into other files
	shown   []string        // findings of the last round
	rounds  int
}

// watchDocuments checks until the user has seen enough. The status is that of
// the last round.
func watchDocuments(c *cli.Context, s streams) error {
	if slices.Contains(c.Args().Slice(), standardInput) {
		return errors.New("--watch cannot watch standard input")
	}
	if c.Bool(diffName) {
		return errors.New("--watch and --diff exclude each other")
	}
	first, err := settingsOf(c)
	if err != nil {
		return err
	}
	w := &watching{streams: s, c: c, changes: watch.New()}
	w.last = &examination{streams: s, settings: first, silencing: silencingOf(c)}
	defer func() { _ = w.changes.Close() }() // nobody is left to be told
	for w.follow() {
	}
	status := w.round(nil, true)
	for goesOn(status) {
		w.wait()
		change, err := w.next()
		if err != nil {
			return status
		}
		next := w.round(change.Paths, change.Any)
		if c.Context.Err() != nil {
			return status
		}
		if status = next; mistaken(status) {
			w.complain(status)
			status = errUnread // it has been told
		}
	}
	return status
}

// next waits for a change that may have to do with the documents.
func (w *watching) next() (watch.Change, error) {
	for {
		change, err := w.changes.Next(w.c.Context)
		if err != nil {
			return change, fmt.Errorf("watching: %w", err)
		}
		more := false
		for w.follow() {
			more = true // something may have come into a new folder already
		}
		if more || change.Any || slices.ContainsFunc(change.Paths, w.matters) {
			return change, nil
		}
	}
}

// goesOn reports whether a round has ended in a way after which there may be
// another one.
func goesOn(status error) bool {
	return status == nil || errors.Is(status, errFound) || errors.Is(status, errUnread)
}

// mistaken reports whether a round has ended by a mistake that the user can
// mend while we wait, as in a configuration that is just being written.
func mistaken(status error) bool {
	var b bug
	return !goesOn(status) && !errors.As(status, &b) && !errors.Is(status, syscall.EPIPE)
}

// wait tells that it is the user's turn.
func (w *watching) wait() {
	how := ""
	if err := w.changes.Looking(); err != nil && w.rounds == 1 {
		how = fmt.Sprintf(" (by looking each second: %v)", err)
	}
	_, _ = fmt.Fprintf(w.err, "concord: watching %s%s; Ctrl-C ends\n", documents(len(w.known)), how)
}

func documents(n int) string {
	if n == 1 {
		return "1 document"
	}
	return fmt.Sprintf("%d documents", n)
}

// follow has the folders watched that documents are in or may come to, and
// those of the settings. It reports whether there are new ones among them.
func (w *watching) follow() bool {
	folders := map[string]bool{}
	options := w.last.walking()
	paths := w.c.Args().Slice()
	if len(paths) == 0 {
		paths = w.last.everySet()
	}
	paths = append(paths, w.last.authority...)
	for _, f := range w.settings() {
		folders[filepath.Dir(f)] = true
	}
	options.Entered = func(folder string) { folders[filepath.Clean(folder)] = true }
	for _, p := range paths {
		base, _ := doublestar.SplitPattern(filepath.ToSlash(p))
		if _, err := os.Stat(p); err != nil && base != "" {
			folders[filepath.Clean(base)] = true
		}
		folders[filepath.Dir(filepath.Clean(p))] = true
	}
	found, _ := source.Walk(w.c.Context, paths, options)
	for _, f := range found {
		folders[filepath.Dir(f.Path)] = true
	}
	all := make([]string, 0, len(folders))
	for f := range folders {
		if info, err := os.Stat(f); err == nil && info.IsDir() {
			all = append(all, f)
		}
	}
	slices.Sort(all)
	return w.changes.Watch(all)
}

// settings are the files and folders that tell how documents are checked.
func (w *watching) settings() []string {
	x := w.last
	var files []string
	if x.config.File == "" {
		files = append(files, ".concord.yml") // it may come
	} else {
		files = append(files, x.config.File)
		for _, f := range x.config.RuleFiles {
			files = append(files, x.config.Path(f))
		}
	}
	if x.baseline != "" {
		files = append(files, x.baseline)
	}
	for i, f := range files {
		files[i] = filepath.Clean(f)
	}
	return files
}

// matters reports whether a change at a path may have to do with the documents.
func (w *watching) matters(p string) bool {
	name := filepath.Base(p)
	switch {
	case slices.ContainsFunc(w.last.outlets, func(o outlet) bool { return o.file != "" && strings.HasPrefix(p, filepath.Clean(o.file)) }):
		return false // we write it, or what becomes it
	case name == ".gitignore" || name == ".concordignore" || w.sets(p):
		return true
	case strings.HasPrefix(name, "."):
		return false
	case len(w.pinned) > 0 || source.IsKnown(name) || w.known[filepath.ToSlash(p)] || w.holds(p):
		return true
	}
	info, err := os.Stat(p)
	return err == nil && info.IsDir()
}

// sets reports whether a path is one of the settings, or below one.
func (w *watching) sets(p string) bool {
	return slices.ContainsFunc(w.settings(), func(f string) bool {
		return sameFile(f, p) || strings.HasPrefix(p, f+string(filepath.Separator))
	})
}

// holds reports whether a path is that of a folder with documents; it may be
// gone by now.
func (w *watching) holds(p string) bool {
	for name := range w.known {
		if strings.HasPrefix(name, filepath.ToSlash(p)+"/") {
			return true
		}
	}
	return false
}

// round checks once more. Of the documents those at paths are read again, or
// all of them.
func (w *watching) round(paths []string, all bool) error {
	x, err := begin(w.c, w.streams)
	if err != nil {
		return err
	}
	stale := map[string]bool{}
	anew := all || w.session == nil
	for _, p := range paths {
		stale[filepath.ToSlash(p)] = true
		anew = anew || w.sets(p)
	}
	for _, in := range x.plan.Inputs {
		anew = anew || in.Authority && stale[in.File] // registers are read with the settings
	}
	if anew {
		w.session, w.guard = nil, x.guard
	}
	x.guard = w.guard
	x.execute = func(ctx context.Context, plan engine.Plan) (*engine.Result, error) {
		return w.execute(ctx, x, plan, stale)
	}
	w.last = x
	w.rounds++
	form := needs(x.outlets)
	x.plan.Brief = !form.Ledger
	if err := x.run(w.c.Context); err != nil {
		w.session = nil // nobody knows what is in it
		return err
	}
	r, err := x.build(form)
	if err != nil {
		return err
	}
	w.clear()
	if err := x.deliver(r); err != nil {
		return err
	}
	w.tell(r)
	return x.conclude(r.Summary.Findings.AtLeast(x.failOn) > 0)
}

// execute brings the session up to date in place of a run of the engine.
func (w *watching) execute(ctx context.Context, x *examination, plan engine.Plan, stale map[string]bool) (*engine.Result, error) {
	if w.session == nil {
		w.session = engine.NewSession(plan)
	}
	inputs := map[string]engine.Input{}
	for _, in := range plan.Inputs {
		inputs[in.File] = in
	}
	again := func(file string) bool { return stale[file] || w.pinned[file] }
	if _, err := w.session.Update(ctx, plan.Inputs, again); err != nil {
		return nil, err
	}
	r := w.session.Result()
	w.known, w.pinned = map[string]bool{}, map[string]bool{}
	// The report finds documents by their numbers in the session.
	x.plan.Inputs = make([]engine.Input, len(r.Documents))
	for n, d := range r.Documents {
		if d.File == "" {
			r.Documents[n].Failed = true // nobody has the number
			continue
		}
		x.plan.Inputs[n] = inputs[d.File]
		w.known[d.File] = true
		if len(d.Marks) > 0 {
			w.pinned[d.File] = true
		}
	}
	return r, nil
}

// clear makes room on a terminal.
func (w *watching) clear() {
	onScreen := slices.ContainsFunc(w.last.outlets, func(o outlet) bool { return o.file == "" })
	if f, ok := w.out.(*os.File); ok && onScreen && term.IsTerminal(int(f.Fd())) {
		_, _ = f.WriteString("\x1b[H\x1b[2J") // what cannot be cleared stays
	}
}

// tell names the findings that have come and gone since the last round.
func (w *watching) tell(r *report.Report) {
	var now []string
	for i := range r.Findings {
		f := &r.Findings[i]
		now = append(now, fmt.Sprintf("%s %s: %s", f.Location.File, f.Rule, f.Message))
	}
	if w.rounds > 1 && !w.last.quiet {
		gone, come := without(w.shown, now), without(now, w.shown)
		for _, f := range gone {
			_, _ = fmt.Fprintf(w.err, "concord: mended: %s\n", f)
		}
		for _, f := range come {
			_, _ = fmt.Fprintf(w.err, "concord: new: %s\n", f)
		}
		if len(gone)+len(come) == 0 {
			_, _ = fmt.Fprintf(w.err, "concord: nothing new, nothing mended\n")
		}
	}
	w.shown = now
}

// without is what is left of a list when each entry of another one has taken
// away one like it.
func without(list, other []string) []string {
	rest := map[string]int{}
	for _, o := range other {
		rest[o]++
	}
	var out []string
	for _, l := range list {
		if rest[l] > 0 {
			rest[l]--
			continue
		}
		out = append(out, l)
	}
	return out
}
