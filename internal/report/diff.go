package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// difference shows how two spellings differ, character by character: what
// only the first has in red and struck out, what only the second has in
// green; without colours as [-…-] and {+…+}.
func (p palette) difference(from, to string) string {
	d := diffmatchpatch.New()
	// A time-out would make the outcome depend on the machine's speed.
	d.DiffTimeout = 0
	var code clusters
	diffs := d.DiffMainRunes(code.encode(from), code.encode(to), false)
	diffs = d.DiffCleanupSemanticLossless(diffs)
	var b strings.Builder
	for _, part := range diffs {
		part.Text = code.decode(part.Text)
		b.WriteString(p.part(part))
	}
	return b.String()
}

// clusters lets a diff of code points compare what a reader sees as one
// character: a cluster of several code points stands as a private one.
type clusters []string

// firstPrivate is the first code point of a plane for private use, of which
// there are more than a spelling has characters.
const firstPrivate = 0xF0000

func (c *clusters) encode(text string) []rune {
	var out []rune
	for _, cell := range cells(text) {
		r, n := utf8.DecodeRuneInString(cell.text)
		if n < len(cell.text) {
			i := slices.Index(*c, cell.text)
			if i < 0 {
				i = len(*c)
				*c = append(*c, cell.text)
			}
			r = rune(firstPrivate + i)
		}
		out = append(out, r)
	}
	return out
}

func (c clusters) decode(text string) string {
	var b strings.Builder
	for _, r := range text {
		if i := int(r) - firstPrivate; i >= 0 && i < len(c) {
			b.WriteString(c[i])
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func (p palette) part(d diffmatchpatch.Diff) string {
	switch {
	case d.Type == diffmatchpatch.DiffEqual:
		return d.Text
	case d.Type == diffmatchpatch.DiffDelete && p.plain:
		return "[-" + d.Text + "-]"
	case d.Type == diffmatchpatch.DiffDelete:
		return p.removed.Sprint(d.Text)
	case p.plain:
		return "{+" + d.Text + "+}"
	}
	return p.added.Sprint(d.Text)
}
