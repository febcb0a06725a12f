//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"github.com/concordlint/concord/internal/report"
)

// deskTest is a person at a terminal: concord fix runs, and the test answers.
type deskTest struct {
	t        *testing.T
	keyboard *os.File
	out, err watchedBuffer
	status   chan int
}

// watchedBuffer can be read while it is written.
type watchedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (w *watchedBuffer) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.Write(p)
}

func (w *watchedBuffer) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.String()
}

func fixing(t *testing.T, paths ...string) *deskTest {
	keyboard, tty, err := pty.Open()
	if err != nil {
		t.Skipf("there are no pseudo-terminals: %v", err)
	}
	t.Cleanup(func() { keyboard.Close(); tty.Close() })
	d := &deskTest{t: t, keyboard: keyboard, status: make(chan int, 1)}
	go func() {
		d.status <- run(append([]string{"concord", "fix", "--color", "never"}, paths...), streams{tty, &d.out, &d.err})
	}()
	return d
}

// waitFor waits until the program has asked n questions.
func (d *deskTest) waitFor(n int) {
	d.t.Helper()
	for range 500 {
		if strings.Count(d.out.String(), "Mend it?") >= n {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	d.t.Fatalf("no question after five seconds; written so far: %s%s", d.out.String(), d.err.String())
}

func (d *deskTest) answer(s string) {
	d.t.Helper()
	if _, err := d.keyboard.WriteString(s + "\n"); err != nil {
		d.t.Fatal(err)
	}
}

func (d *deskTest) ends(want int) {
	d.t.Helper()
	select {
	case got := <-d.status:
		if got != want {
			d.t.Errorf("status %d, want %d\n%s%s", got, want, d.out.String(), d.err.String())
		}
	case <-time.After(5 * time.Second):
		d.t.Fatalf("still running after five seconds; written so far: %s%s", d.out.String(), d.err.String())
	}
}

const (
	threeSteps = "There are three steps:\n\n- dig\n- sow\n"
	twoSteps   = "There are two steps:\n\n- dig\n- sow\n"
)

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("%s holds %q, %v; want %q", filepath.Base(path), got, err, want)
	}
}

// What somebody else writes while questions are asked is not lost, and does
// not keep other files from being mended.
func TestFixLeavesChangedFiles(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")
	put(t, a, threeSteps)
	put(t, b, threeSteps)
	d := fixing(t, a, b)
	d.waitFor(1)
	d.answer("y")
	d.waitFor(2)
	put(t, a, threeSteps+"- water\n")
	d.answer("y")
	d.ends(statusTrouble)
	holds(t, a, threeSteps+"- water\n")
	holds(t, b, twoSteps)
	if want := "a.md: has been changed meanwhile, and is left as it is\n"; !strings.Contains(d.err.String(), want) {
		t.Errorf("told %q, want %q in it", d.err.String(), want)
	}
	if want := "1 repair in 1 file; 0 findings left"; !strings.Contains(d.out.String(), want) {
		t.Errorf("told %q, want %q in it", d.out.String(), want)
	}
}

// A file that is gone is told, and not made anew.
func TestFixLeavesDeletedFiles(t *testing.T) {
	dir := t.TempDir()
	a := filepath.Join(dir, "a.md")
	put(t, a, threeSteps)
	put(t, filepath.Join(dir, "b.md"), "Nothing here.\n")
	d := fixing(t, dir)
	d.waitFor(1)
	if err := os.Remove(a); err != nil {
		t.Fatal(err)
	}
	d.answer("y")
	d.ends(statusTrouble)
	if _, err := os.Stat(a); err == nil {
		t.Error("the file is there again")
	}
}

// An interrupt leaves all files as they were, also those already answered for.
func TestFixInterrupted(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")
	put(t, a, threeSteps)
	put(t, b, threeSteps)
	d := fixing(t, dir)
	d.waitFor(1)
	d.answer("y")
	d.waitFor(2)
	if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	d.ends(statusTrouble)
	holds(t, a, threeSteps)
	holds(t, b, threeSteps)
	if want := "concord: no file was changed\nconcord: interrupted\n"; d.err.String() != want {
		t.Errorf("told %q, want %q", d.err.String(), want)
	}
}

// The end of the input is the end of the questions.
func TestFixHungUp(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")
	put(t, a, threeSteps)
	put(t, b, threeSteps)
	d := fixing(t, dir)
	d.waitFor(1)
	d.answer("y")
	d.waitFor(2)
	if _, err := d.keyboard.WriteString("\x04"); err != nil { // Ctrl-D
		t.Fatal(err)
	}
	d.ends(statusFound)
	holds(t, a, twoSteps)
	holds(t, b, threeSteps)
}

func TestNews(t *testing.T) {
	f := func(rule, file, text string) report.Finding {
		return report.Finding{Rule: rule, Location: report.Location{File: file, Text: text}}
	}
	before := []report.Finding{f("sum", "a", "9"), f("sum", "a", "9"), f("sum", "b", "9"), f("age", "a", "9")}
	after := []report.Finding{f("sum", "a", "9"), f("sum", "a", "8"), f("sum", "b", "9"), f("sum", "b", "9")}
	got := news(before, after)
	if len(got) != 2 || got[0].Location.Text != "8" || got[1].Location.File != "b" {
		t.Errorf("got %v, want the 8 and the second 9 of b", got)
	}
}
