package main

import (
	"io"
	"os"

	"golang.org/x/term"

	"github.com/concordlint/concord/internal/report"
)

// pipeWidth is the width of text where there is no terminal to ask.
const pipeWidth = 100

// write has the outcome of a command that has one written to where --output
// says.
func (x *examination) write(to func(io.Writer, report.Look) error) error {
	return x.writeTo(x.output, to)
}

// look is how text for w looks: coloured where a terminal shows it and
// nobody objects (see no-color.org), and as wide as that terminal.
func (x *examination) look(w io.Writer) report.Look {
	look := report.Look{Width: pipeWidth, Verbose: x.verbose, Quiet: x.quiet, Color: x.color == "always"}
	if !isTerminal(w) {
		return look
	}
	f, _ := w.(*os.File)
	if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
		look.Width = width
	}
	if x.color == "auto" {
		look.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return look
}

// isTerminal reports whether a stream leads to or from a person.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
