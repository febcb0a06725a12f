package formats

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// htmlBlocks reads the HTML block n together with those that follow it
// directly, and returns the last of them: a blank line ends a block, but
// not the elements that are open there.
func (w *mdWalker) htmlBlocks(n *ast.HTMLBlock) ast.Node {
	var p place
	last := n
	for {
		w.htmlLines(&p, last)
		next, ok := last.NextSibling().(*ast.HTMLBlock)
		if !ok {
			break
		}
		last = next
	}
	if len(bytes.TrimSpace(p.data)) == 0 {
		return last
	}
	t := newTree(p.data)
	hw := htmlWalker{b: w.b, tree: t, place: p, inMain: true}
	hw.nodes(0, len(t.nodes))
	hw.flush()
	if t.tooDeep {
		w.b.note("too-deep", "elements are nested too deeply; the innermost are read as plain text")
	}
	return last
}

// htmlLines adds the lines of a block to p. They do not stand side by side
// in the file where the block is within a quotation or a list.
func (w *mdWalker) htmlLines(p *place, n *ast.HTMLBlock) {
	if isComment(w.src, n) {
		return
	}
	lines := n.Lines()
	for i := range lines.Len() {
		l := lines.At(i)
		p.add(w.src, l.Start, l.Stop)
	}
	if n.HasClosure() {
		p.add(w.src, n.ClosureLine.Start, n.ClosureLine.Stop)
	}
}

// isComment reports whether the block is a comment and nothing else.
func isComment(src []byte, n *ast.HTMLBlock) bool {
	if n.HTMLBlockType != ast.HTMLBlockType2 || n.Lines().Len() == 0 {
		return false
	}
	end := n.Lines().At(n.Lines().Len() - 1)
	if n.HasClosure() {
		end = n.ClosureLine
	}
	return bytes.HasSuffix(bytes.TrimSpace(src[end.Start:end.Stop]), []byte("-->"))
}

// add appends src[start:stop] to the place's data.
func (p *place) add(src []byte, start, stop int) {
	if n := len(p.lines); n > 0 {
		last := p.lines[n-1]
		if last.src+len(p.data)-last.data == start {
			p.data = append(p.data, src[start:stop]...)
			return
		}
	}
	p.lines = append(p.lines, linePlace{data: len(p.data), src: start})
	p.data = append(p.data, src[start:stop]...)
}
