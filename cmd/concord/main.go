// Command concord checks a set of documents for facts that do not agree.
//
// The package reads arguments, wires the parts together and turns what
// happened into an exit status. What the parts do is theirs to know.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
)

// The exit statuses, a contract with scripts.
const (
	statusQuiet   = 0 // nothing at or above --fail-on
	statusFound   = 1 // findings
	statusTrouble = 2 // usage, a rule in error, a document that could not be read
	statusBug     = 3
)

// streams are the program's ways in and out.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func main() {
	os.Exit(run(os.Args, streams{os.Stdin, os.Stdout, os.Stderr}))
}

// run is the whole program: it takes arguments and returns an exit status.
func run(args []string, s streams) (status int) {
	defer func() {
		if p := recover(); p != nil {
			status = s.bug(fmt.Errorf("%v\n%s", p, debug.Stack()))
		}
	}()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	// A second interrupt ends the program at once.
	context.AfterFunc(ctx, stop)
	a := newApp(s)
	return s.status(a.RunContext(ctx, reorder(a, args)))
}

// errFound says that there are findings; they have been reported already.
var errFound = errors.New("there are findings")

// errUnread says that documents could not be read; each has been named.
var errUnread = errors.New("documents could not be read")

// bug is an error that only a mistake in this program explains.
type bug struct{ error }

// status tells the user of err and returns the exit status it stands for.
func (s streams) status(err error) int {
	var b bug
	switch {
	case err == nil:
		return statusQuiet
	case errors.Is(err, errFound):
		return statusFound
	case errors.Is(err, errUnread):
		return statusTrouble
	case errors.As(err, &b):
		return s.bug(b.error)
	case errors.Is(err, syscall.EPIPE):
		// Whoever read the output has had enough of it.
		return statusTrouble
	case errors.Is(err, context.Canceled):
		err = errors.New("interrupted")
	}
	s.complain(err)
	return statusTrouble
}

// complain writes an error to standard error, each of its lines by itself.
func (s streams) complain(err error) {
	for line := range strings.Lines(err.Error()) {
		_, _ = fmt.Fprintf(s.err, "concord: %s\n", strings.TrimSuffix(line, "\n"))
	}
}

// bug writes what a person can report.
func (s streams) bug(err error) int {
	_, _ = fmt.Fprintf(s.err, "concord %s has run into a mistake of its own; please report it, with what follows, at\nhttps://github.com/concordlint/concord/issues\n\n%v\n", version, err)
	return statusBug
}
