package formats

import (
	"html"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// link reads a link. Where it holds blocks, its label is the only one of
// them, or else it has none.
func (w *htmlWalker) link(i int) {
	target := w.tree.of(&w.tree.nodes[i]).href
	if target == "" {
		w.children(i)
		return
	}
	from, blocks := len(w.b.text), len(w.b.doc.Blocks)
	w.children(i)
	switch added := len(w.b.doc.Blocks) - blocks; {
	case added == 0 && w.open:
		w.b.link(from, decoded(target))
	case added == 1 && !w.open:
		if t := strings.TrimSpace(decoded(target)); t != "" {
			w.b.addLink(source.Link{Span: w.b.doc.Blocks[blocks].Span, Target: t, Block: blocks})
		}
	}
}

// decoded is an attribute's value with its character references decoded.
func decoded(value string) string {
	if strings.IndexByte(value, '&') < 0 {
		return value
	}
	return html.UnescapeString(value)
}
