package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteDiff writes a unified diff. Programs get it as it is; for a terminal,
// what could play tricks with it is made visible, and there may be colours.
func WriteDiff(to io.Writer, diff string, terminal bool, look Look) error {
	w := bufio.NewWriter(to)
	p := newPalette(look.Color)
	for line := range strings.Lines(diff) {
		if terminal || look.Color {
			text, ended := strings.CutSuffix(line, "\n")
			line = p.diffLine(visible(strings.TrimSuffix(text, "\r")))
			if ended {
				line += "\n"
			}
		}
		_, _ = w.WriteString(line) // the error stays until Flush
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("writing diff: %w", err)
	}
	return nil
}

// diffLine paints a line of a unified diff by its first sign.
func (p palette) diffLine(line string) string {
	switch {
	case strings.HasPrefix(line, "--- "), strings.HasPrefix(line, "+++ "):
		return p.strong.Sprint(line)
	case strings.HasPrefix(line, "@@"):
		return p.evidence.Sprint(line)
	case strings.HasPrefix(line, "-"):
		return p.gone.Sprint(line)
	case strings.HasPrefix(line, "+"):
		return p.agrees.Sprint(line)
	}
	return line
}
