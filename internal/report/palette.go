package report

import (
	"github.com/fatih/color"

	"github.com/concordlint/concord/internal/verdict"
)

// palette holds the colours of the terminal forms. In a plain palette all
// of them leave text as it is.
type palette struct {
	plain                bool
	error, warning, info *color.Color
	strong, faint        *color.Color
	frame, place         *color.Color // gutter and arrows; file names
	evidence             *color.Color
	agrees, undecided    *color.Color
	removed, added       *color.Color
	gone                 *color.Color // lines of a diff
}

func newPalette(coloured bool) palette {
	c := func(a ...color.Attribute) *color.Color {
		c := color.New(a...)
		// The package's own guess is about standard output; ours is told.
		if coloured {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c
	}
	return palette{
		plain:     !coloured,
		error:     c(color.FgRed, color.Bold),
		warning:   c(color.FgYellow, color.Bold),
		info:      c(color.FgCyan, color.Bold),
		strong:    c(color.Bold),
		faint:     c(color.Faint),
		frame:     c(color.FgBlue, color.Bold),
		place:     c(color.FgBlue),
		evidence:  c(color.FgCyan),
		agrees:    c(color.FgGreen, color.Bold),
		undecided: c(color.FgMagenta, color.Bold),
		gone:      c(color.FgRed),
		removed:   c(color.FgRed, color.CrossedOut),
		added:     c(color.FgGreen, color.Underline),
	}
}

// severity is the colour of a severity.
func (p palette) severity(s verdict.Severity) *color.Color {
	switch s {
	case verdict.Error:
		return p.error
	case verdict.Warning:
		return p.warning
	}
	return p.info
}

// status is the mark of a claim's outcome and its colour.
func (p palette) status(s verdict.Status) (mark string, c *color.Color) {
	switch s {
	case verdict.Agrees:
		return "✓", p.agrees
	case verdict.Conflicts:
		return "✗", p.error
	}
	return "?", p.undecided
}
