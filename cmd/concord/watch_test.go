package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// repeated is a check that is being repeated in the working folder.
type repeated struct {
	out, err *screen
	stop     context.CancelFunc
	done     chan error
}

// startWatch watches the working folder with further flags.
func startWatch(t *testing.T, flags ...string) *repeated {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	w := &repeated{out: &screen{}, err: &screen{}, stop: stop, done: make(chan error, 1)}
	args := append([]string{"concord", "check", "--watch", "--color", "never"}, flags...)
	app := newApp(streams{out: w.out, err: w.err})
	go func() { w.done <- app.RunContext(ctx, append(args, ".")) }()
	t.Cleanup(stop)
	return w
}

// round waits until a line is there and the next wait has begun, and holds what the last round wrote against a check of its own.
func (w *repeated) round(t *testing.T, told string) {
	t.Helper()
	w.err.await(t, told)
	before := max(0, strings.Index(w.err.String(), told))
	for range 1000 {
		if strings.Contains(w.err.String()[before:], "Ctrl-C ends") {
			break
		}
		w.err.pause()
	}
	var alone bytes.Buffer
	if err := newApp(streams{out: &alone, err: &bytes.Buffer{}}).Run([]string{"concord", "check", "--color", "never", "."}); err != nil && !errors.Is(err, errFound) {
		t.Fatal(err)
	}
	if !strings.HasSuffix(w.out.String(), alone.String()) {
		t.Errorf("after %q the watch ends with\n%s\nand check says\n%s", told, w.out.String(), alone.String())
	}
}

func lay(t *testing.T, name, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
}

const (
	fourBugs  = "This release fixes four bugs:\n\n- saving\n- loading\n- printing\n"
	threeBugs = "This release fixes three bugs:\n\n- saving\n- loading\n- printing\n"
	twoTowns  = "The road joins two towns:\n\n- Aby\n- Bro\n- Cem\n"
)

// TestWatch mends, adds, renames, ignores and removes documents, and changes
// the configuration, and wants what check says after each.
func TestWatch(t *testing.T) {
	t.Chdir(t.TempDir())
	lay(t, "notes.md", fourBugs)
	w := startWatch(t)
	w.round(t, "watching 1 document")
	lay(t, "notes.md", threeBugs)
	w.round(t, `mended: notes.md count-list: text says "four bugs"`)
	lay(t, "deep/below/towns.md", twoTowns)
	w.round(t, `new: deep/below/towns.md count-list: text says "two towns"`)
	lay(t, ".concord.yml", "rules:\n  count-lisp: off\n")
	w.err.await(t, `there is no rule "count-lisp"`)
	lay(t, ".concord.yml", "rules:\n  count-list: off\n")
	w.round(t, `mended: deep/below/towns.md count-list: text says "two towns"`)
	lay(t, ".concord.yml", "rules:\n  count-list: error\n")
	lay(t, "other.md~", fourBugs)
	if err := os.Rename("other.md~", "other.md"); err != nil {
		t.Fatal(err)
	}
	w.round(t, `new: other.md count-list: text says "four bugs"`)
	lay(t, ".gitignore", "other.md\n")
	w.round(t, `mended: other.md count-list: text says "four bugs"`)
	if err := os.RemoveAll("deep"); err != nil {
		t.Fatal(err)
	}
	lay(t, "last.md", fourBugs)
	w.round(t, `new: last.md count-list: text says "four bugs"`)
	w.stop()
	if err := <-w.done; !errors.Is(err, errFound) {
		t.Errorf("ended with %v", err)
	}
}

// TestWatchPins changes a file that is no document, and that a pin looks into.
func TestWatchPins(t *testing.T) {
	t.Chdir(t.TempDir())
	lay(t, "data/towns.json", `{"towns": ["Aby", "Bro"]}`)
	lay(t, "notes.md", "<!-- concord: pin json data/towns.json#/towns -->\nThe road joins two towns.\n")
	w := startWatch(t)
	w.round(t, "watching 1 document")
	lay(t, "data/towns.json", `{"towns": ["Aby", "Bro", "Cem"]}`)
	w.round(t, `new: notes.md pin: text says "two", pinned to "json data/towns.json#/towns", which has 3 `)
}

// TestWatchEndsInPeace where all is well, and at once where nothing can be.
func TestWatchEndsInPeace(t *testing.T) {
	t.Chdir(t.TempDir())
	lay(t, "notes.md", threeBugs)
	w := startWatch(t, "--output", "report.txt", "--format", "markdown")
	w.err.await(t, "watching 1 document")
	lay(t, "script.go", "package p\n") // is no document, and the report is none of ours
	w.stop()
	if err := <-w.done; err != nil {
		t.Errorf("ended with %v", err)
	}
	if n := strings.Count(w.err.String(), "watching"); n != 1 {
		t.Errorf("%d rounds, want 1:\n%s", n, w.err.String())
	}
	for _, args := range []string{"-", "--rule no-such-rule .", "--format xml .", "--diff ."} {
		err := newApp(streams{out: &bytes.Buffer{}, err: &bytes.Buffer{}}).Run(append([]string{"concord", "check", "--watch"}, strings.Fields(args)...))
		if err == nil || errors.Is(err, errFound) || errors.Is(err, errUnread) {
			t.Errorf("--watch %s: %v", args, err)
		}
	}
}

func TestWithout(t *testing.T) {
	got := without([]string{"a", "b", "a", "c"}, []string{"c", "a", "d"})
	if strings.Join(got, " ") != "b a" {
		t.Errorf("left is %q", got)
	}
}
