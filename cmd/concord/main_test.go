package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	if os.Getenv("CONCORD_IS_MAIN") != "" {
		main() // tests that need the program run themselves as it
	}
	testscript.Main(m, map[string]func(){"concord": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   "testdata/script",
		Setup: func(e *testscript.Env) error { e.Setenv("NO_COLOR", ""); return nil },
		Cmds:  map[string]func(*testscript.TestScript, bool, []string){"status": status, "bytes": write},
	})
}

// status N COMMAND... runs a command that must end with exit status N, or
// with one of several, as in 0,1.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND [ARGUMENT...]")
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var coded interface{ ExitCode() int }
		if !errors.As(err, &coded) {
			ts.Fatalf("%v", err)
		}
		got = coded.ExitCode()
	}
	if !slices.Contains(strings.Split(args[0], ","), fmt.Sprint(got)) {
		ts.Fatalf("%s ended with status %d, want %s", strings.Join(args[1:], " "), got, args[0])
	}
}

// bytes FILE STRING writes what a script cannot hold as it is: STRING is the
// inside of a Go string.
func write(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE STRING")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

func TestReorder(t *testing.T) {
	app := newApp(streams{})
	for _, tt := range []struct{ in, want string }{
		{"check a.md --quiet b.md", "check --quiet -- a.md b.md"},
		{"check a.md --format json --jobs=2 b.md", "check --format json --jobs=2 -- a.md b.md"},
		{"check - --rule x-*", "check --rule x-* -- -"},
		{"check --quiet -- --odd-name", "check --quiet -- --odd-name"},
		{"check a -- -b --quiet", "check -- a -b --quiet"},
		{"check a --format", "check --format -- a"},
		{"rules test count-log --verbose", "rules test --verbose -- count-log"},
		{"rules", "rules --"},
		{"nonsense a --b", "nonsense a --b"},
		{"--version", "--version"},
	} {
		got := reorder(app, append([]string{"concord"}, strings.Fields(tt.in)...))[1:]
		if want := strings.Fields(tt.want); !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", tt.in, got, want)
		}
	}
}

func TestStatus(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want int
		says string
	}{
		{nil, 0, ""},
		{errFound, 1, ""},
		{errUnread, 2, ""},
		{errors.New("no such thing"), 2, "concord: no such thing\n"},
		{errors.Join(errors.New("one"), errors.New("two")), 2, "concord: one\nconcord: two\n"},
		{fmt.Errorf("writing: %w", syscall.EPIPE), 2, ""},
		{bug{errors.New("boom")}, 3, "please report it"},
	} {
		var b bytes.Buffer
		if got := (streams{err: &b}).status(tt.err); got != tt.want {
			t.Errorf("%v: status %d, want %d", tt.err, got, tt.want)
		}
		if !strings.Contains(b.String(), tt.says) || tt.says == "" && b.Len() > 0 {
			t.Errorf("%v: says %q, want %q", tt.err, b.String(), tt.says)
		}
	}
}

func TestGuard(t *testing.T) {
	g := &guard{}
	func() {
		defer g.watch("nothing wrong")
	}()
	if err := g.err(); err != nil {
		t.Errorf("%v without a panic", err)
	}
	for _, what := range []string{"first", "second"} {
		func() {
			defer g.watch(what)
			panic("boom")
		}()
	}
	err := g.err()
	if err == nil || !strings.HasPrefix(err.Error(), "first: boom") {
		t.Errorf("%v, want the first panic", err)
	}
	if got := (streams{err: &bytes.Buffer{}}).status(err); got != statusBug {
		t.Errorf("status %d, want %d", got, statusBug)
	}
}

func TestFold(t *testing.T) {
	if got, want := fold("one  two\nthree four", "  ", 12), "  one two\n  three four\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := fold("", "  ", 12); got != "" {
		t.Errorf("nothing folds to %q", got)
	}
}
