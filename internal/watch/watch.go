// Package watch tells which files in a number of folders have changed. It asks
// the system to be told and, where the system cannot, looks for itself from
// time to time. It knows names of files and nothing of what is in them.
package watch

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Times of a watcher. Editors save in several steps and programs write several
// files, so a change is told when nothing has happened for a while.
const (
	settle  = 100 * time.Millisecond
	longest = 2 * time.Second // a change is told by then, whatever else happens
	often   = time.Second     // between two looks, where looking is all there is
)

// Watcher watches folders. It is for one goroutine at a time.
type Watcher struct {
	told    *fsnotify.Watcher // nil when looking
	reason  error
	often   time.Duration
	folders []string
	seen    map[string]stamp
}

// stamp tells versions of a file apart.
type stamp struct {
	size int64
	when time.Time
	dir  bool
}

// New makes a watcher without folders.
func New() *Watcher {
	w := &Watcher{often: often}
	told, err := fsnotify.NewWatcher()
	if err != nil {
		w.look(err)
		return w
	}
	w.told = told
	return w
}

// Looking is the reason why the watcher has to look for changes by itself; nil
// while the system tells of them.
func (w *Watcher) Looking() error { return w.reason }

// Close ends the watching.
func (w *Watcher) Close() error {
	if w.told == nil {
		return nil
	}
	return w.told.Close()
}

// Watch makes folders those that are watched, not what lies below them. It
// reports whether one of them was not watched before: what happened there until
// now goes untold.
func (w *Watcher) Watch(folders []string) (more bool) {
	was := w.folders
	if w.told != nil {
		was = w.told.WatchList()
	}
	for _, f := range folders {
		if slices.Contains(was, f) {
			continue
		}
		more = true
		if w.told == nil {
			continue
		}
		if err := w.told.Add(f); err != nil && !errors.Is(err, fs.ErrNotExist) {
			w.look(err)
		}
	}
	w.folders = slices.Clone(folders)
	if w.told == nil {
		w.seen = w.stamps()
		return more
	}
	for _, f := range was {
		if !slices.Contains(folders, f) {
			_ = w.told.Remove(f) // it may be gone already
		}
	}
	return more
}

// look gives up on the system, which has told why it cannot.
func (w *Watcher) look(reason error) {
	w.reason = reason
	if w.told != nil {
		_ = w.told.Close() // nothing more is expected of it
		w.told = nil
	}
}

// Change is what has happened.
type Change struct {
	// Paths of files and folders that have come, gone or changed, sorted, each
	// within one of the folders as it was given to Watch.
	Paths []string
	// Any tells that there may be more than Paths.
	Any bool
}

// Next waits for a change. It fails only when ctx ends.
func (w *Watcher) Next(ctx context.Context) (Change, error) {
	if w.told == nil {
		return w.lookedFor(ctx)
	}
	paths := map[string]bool{}
	var any bool
	var quiet, late <-chan time.Time
	happened := func() {
		quiet = time.After(settle)
		if late == nil {
			late = time.After(longest)
		}
	}
	tell := func() (Change, error) {
		return Change{Paths: slices.Sorted(maps.Keys(paths)), Any: any}, nil
	}
	for {
		select {
		case <-ctx.Done():
			return Change{}, ctx.Err()
		case e := <-w.told.Events:
			if e.Op != fsnotify.Chmod {
				paths[filepath.Clean(e.Name)] = true
				happened()
			}
		case err := <-w.told.Errors:
			// Events were lost, mostly because there were too many.
			any = any || err != nil
			happened()
		case <-quiet:
			return tell()
		case <-late:
			return tell()
		}
	}
}

// lookedFor looks at the folders until something is not as it was.
func (w *Watcher) lookedFor(ctx context.Context) (Change, error) {
	tick := time.NewTicker(w.often)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return Change{}, ctx.Err()
		case <-tick.C:
		}
		now := w.stamps()
		var paths []string
		for p, s := range now {
			if was, ok := w.seen[p]; !ok || was != s {
				paths = append(paths, p)
			}
		}
		for p := range w.seen {
			if _, ok := now[p]; !ok {
				paths = append(paths, p)
			}
		}
		w.seen = now
		if len(paths) > 0 {
			slices.Sort(paths)
			return Change{Paths: paths}, nil
		}
	}
}

// stamps looks at what is in the folders.
func (w *Watcher) stamps() map[string]stamp {
	all := map[string]stamp{}
	for _, folder := range w.folders {
		entries, err := os.ReadDir(folder)
		if err != nil {
			continue // it is gone, and what was in it
		}
		for _, e := range entries {
			info, err := e.Info()
			switch {
			case err != nil:
			case info.IsDir():
				all[filepath.Join(folder, e.Name())] = stamp{dir: true}
			default:
				all[filepath.Join(folder, e.Name())] = stamp{size: info.Size(), when: info.ModTime()}
			}
		}
	}
	return all
}
