package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"github.com/concordlint/concord/internal/report"
)

// pipeWidth is the width of text where there is no terminal to ask.
const pipeWidth = 100

// write has a report written to where --output says.
func (x *examination) write(to func(io.Writer, report.Look) error) error {
	if x.output == "" {
		return to(x.streams.out, x.look(x.streams.out))
	}
	f, err := os.Create(x.output)
	if err != nil {
		return fmt.Errorf("output: %w", err)
	}
	if err := to(f, x.look(f)); err != nil {
		_ = f.Close() // the first error is the one to tell
		return fmt.Errorf("output %s: %w", x.output, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("output: %w", err)
	}
	return nil
}

// look is how text for w looks: coloured where a terminal shows it and
// nobody objects (see no-color.org), and as wide as that terminal.
func (x *examination) look(w io.Writer) report.Look {
	look := report.Look{Width: pipeWidth, Verbose: x.verbose, Quiet: x.quiet, Color: x.color == "always"}
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return look
	}
	if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
		look.Width = width
	}
	if x.color == "auto" {
		look.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return look
}
