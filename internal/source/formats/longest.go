package formats

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
)

// longestBlock bounds a paragraph, in bytes of text. A long book without one
// line break is no longer than this; what is, is no text that people write,
// and to understand it would take memory without bound.
const longestBlock = 1 << 20

// cutLong lets blocks that are too long end at a blank within longestBlock,
// with a note that says so.
func cutLong(d *source.Document) {
	cut := false
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Span.Len() <= longestBlock || b.Kind == source.Code {
			continue
		}
		cut = true
		d.Notes = append(d.Notes, source.Note{Kind: "too-long", File: d.File, Message: fmt.Sprintf(
			"a paragraph of %d KB; only its first %d KB were read", b.Span.Len()>>10, longestBlock>>10)})
		b.Span.End = b.Span.Start + longestBlock
		for !utf8.RuneStart(d.Text[b.Span.End]) {
			b.Span.End--
		}
		if n := strings.LastIndexByte(d.Text[b.Span.Start:b.Span.End], ' '); n > 0 {
			b.Span.End = b.Span.Start + n
		}
	}
	if !cut {
		return
	}
	for i := range d.Links {
		if l := &d.Links[i]; l.Block != source.None && !d.Blocks[l.Block].Span.Contains(l.Span) {
			l.Block = source.None
		}
	}
	for i := range d.Footmarks {
		if m := &d.Footmarks[i]; m.Block != source.None && !d.Blocks[m.Block].Span.Contains(m.Span) {
			m.Block = source.None
		}
	}
}
