package watch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// each runs a test with a watcher that is told and with one that looks.
func each(t *testing.T, test func(*testing.T, *Watcher)) {
	t.Run("told", func(t *testing.T) {
		w := New()
		if w.Looking() != nil {
			t.Skipf("the system does not tell: %v", w.Looking())
		}
		test(t, w)
	})
	t.Run("looking", func(t *testing.T) {
		w := New()
		w.look(errors.New("no watches left"))
		w.often = 10 * time.Millisecond
		test(t, w)
		if w.Looking() == nil {
			t.Error("no reason is told")
		}
	})
}

// expect waits until all paths were told; others may come, too.
func expect(t *testing.T, w *Watcher, paths ...string) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	for len(paths) > 0 {
		c, err := w.Next(ctx)
		if err != nil {
			t.Fatalf("not told of %q: %v", paths, err)
		}
		paths = slices.DeleteFunc(paths, func(p string) bool { return slices.Contains(c.Paths, p) })
	}
}

func TestChanges(t *testing.T) {
	each(t, func(t *testing.T, w *Watcher) {
		defer w.Close()
		dir := t.TempDir()
		a, b, sub := filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md"), filepath.Join(dir, "sub")
		write(t, a, "one")
		if !w.Watch([]string{dir}) {
			t.Error("a new folder is not told as new")
		}
		if w.Watch([]string{dir}) {
			t.Error("a folder is new twice")
		}
		write(t, a, "one and more")
		expect(t, w, a)
		write(t, b, "two")
		expect(t, w, b)
		// As editors save: another file takes the name.
		write(t, a+"~", "rewritten")
		if err := os.Rename(a+"~", a); err != nil {
			t.Fatal(err)
		}
		expect(t, w, a)
		if err := errors.Join(os.Remove(b), os.Mkdir(sub, 0o700)); err != nil {
			t.Fatal(err)
		}
		expect(t, w, b, sub)
		if !w.Watch([]string{dir, sub}) {
			t.Error("the folder below is not told as new")
		}
		write(t, filepath.Join(sub, "c.md"), "three")
		expect(t, w, filepath.Join(sub, "c.md"))
	})
}

// TestNothing is told of folders that are not watched any more, and of none.
func TestNothing(t *testing.T) {
	each(t, func(t *testing.T, w *Watcher) {
		defer w.Close()
		kept, left := t.TempDir(), t.TempDir()
		w.Watch([]string{kept, left, filepath.Join(kept, "not there")})
		w.Watch([]string{kept})
		write(t, filepath.Join(left, "a.md"), "x")
		ctx, stop := context.WithTimeout(t.Context(), 400*time.Millisecond)
		defer stop()
		if c, err := w.Next(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("told of %q (%v)", c.Paths, err)
		}
		write(t, filepath.Join(kept, "a.md"), "x")
		expect(t, w, filepath.Join(kept, "a.md"))
	})
}
