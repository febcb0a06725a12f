package report

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"
)

// cell is one grapheme cluster as a terminal shows it, with the number of
// columns it takes: 2 for wide characters, 0 for a lone combining mark.
type cell struct {
	text  string
	width int
}

// tabWidth is how many blanks stand for a tab, wherever it stands: tab stops
// would make what is cut off before it matter.
const tabWidth = 4

// cells cuts text into what a terminal can show without harm.
func cells(text string) []cell {
	out := make([]cell, 0, len(text))
	for g := displaywidth.StringGraphemes(visible(text)); g.Next(); {
		out = append(out, cell{g.Value(), g.Width()})
	}
	return out
}

func widthOf(cs []cell) int {
	w := 0
	for _, c := range cs {
		w += c.width
	}
	return w
}

func textOf(cs []cell) string {
	var b strings.Builder
	for _, c := range cs {
		b.WriteString(c.text)
	}
	return b.String()
}

// visible makes harmless what could move the cursor, change colours or turn
// the direction of writing: documents are not trusted with the terminal.
func visible(text string) string {
	if !strings.ContainsFunc(text, harmful) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\t':
			b.WriteString(strings.Repeat(" ", tabWidth))
		case r < ' ':
			b.WriteRune('\u2400' + r) // its picture
		case harmful(r):
			b.WriteRune(unicode.ReplacementChar)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// harmful tells control characters, and those that turn the direction of
// all that follows (U+202A to U+202E, U+2066 to U+2069), from text.
func harmful(r rune) bool {
	return unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' ||
		r == '\u2028' || r == '\u2029'
}

// ellipsis stands for what was cut off; it is one column wide.
const ellipsis = "…"

// shorten cuts text to a number of columns, with an ellipsis at its end.
func shorten(text string, width int) string {
	cs := cells(text)
	if widthOf(cs) <= width {
		return textOf(cs)
	}
	return textOf(head(cs, width-1)) + ellipsis
}

// head is as much of the start of cs as goes into width columns.
func head(cs []cell, width int) []cell {
	for i, c := range cs {
		if width -= c.width; width < 0 {
			return cs[:i]
		}
	}
	return cs
}

// tail is as much of the end of cs as goes into width columns.
func tail(cs []cell, width int) []cell {
	for i := len(cs) - 1; i >= 0; i-- {
		if width -= cs[i].width; width < 0 {
			return cs[i+1:]
		}
	}
	return cs
}

// pad fills text with blanks up to a number of columns.
func pad(text string, width int) string {
	if n := width - displaywidth.String(text); n > 0 {
		return text + strings.Repeat(" ", n)
	}
	return text
}
