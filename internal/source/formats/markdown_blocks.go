package formats

import (
	"bytes"
	"strconv"

	"github.com/concordlint/concord/internal/source"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// mdWalker goes through a parsed document and drives the builder.
type mdWalker struct {
	b   *builder
	src []byte
	// until is the offset before which no text is read: the mark of an
	// alert at the head of a quotation.
	until int
	// inCell tells that the cells of a table are read, where a bar is
	// escaped even in code.
	inCell bool
	// anchor is the link in HTML that is open.
	anchor anchor
	// unclosed remembers the elements that have no end tag in the block
	// being read, so that nobody looks for it twice.
	unclosed map[string]ast.Node
}

// anchor is a link's start tag: where its label begins in the builder's
// text, and where it leads.
type anchor struct {
	from   int
	target string
}

// blocks reads the blocks in a container.
func (w *mdWalker) blocks(parent ast.Node) {
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		switch n := c.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			w.block(n, w.b.textKind(), 0)
		case *ast.Heading:
			w.block(n, source.Heading, n.Level)
		case *ast.List:
			w.list(n)
		case *ast.Blockquote:
			w.quote(n)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			w.code(n)
		case *ast.HTMLBlock:
			c = w.htmlBlocks(n)
		case *ast.ThematicBreak:
			w.b.interrupt()
		case *extast.Table:
			if h := above(n); h != nil {
				w.block(h, w.b.textKind(), 0)
				c = h
			}
			w.table(n)
		case *extast.DefinitionList:
			w.definitions(n)
		case *extast.Footnote:
			w.footnote(n)
		}
	}
}

// block reads the inline text of n as one block.
func (w *mdWalker) block(n ast.Node, kind source.Kind, level int) {
	w.b.begin()
	w.inline(n)
	w.b.end(kind, level)
}

// list reads a list with all that is nested in it.
func (w *mdWalker) list(n *ast.List) {
	if !n.IsOrdered() {
		w.b.openList(source.Bulleted)
	} else {
		w.b.openList(source.Numbered)
		w.b.resume(n.Start, n.Marker)
	}
	number := n.Start
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		at, end := w.marker(c.Pos())
		mark := string(w.src[at:end])
		if at == end {
			mark = string(n.Marker)
			if n.IsOrdered() {
				mark = strconv.Itoa(number) + mark
			}
		}
		w.b.item(mark, at, end)
		w.blocks(c)
		number++
	}
	if !n.IsOrdered() {
		number = 0
	}
	w.b.closeList(number, n.Marker)
}

// marker finds an item's mark from the parser's position, which lies behind
// the mark's start where tabs were read as blanks.
func (w *mdWalker) marker(pos int) (at, end int) {
	pos = max(0, min(pos, len(w.src)))
	for back := 0; back <= 4 && pos-back >= 0; back++ {
		if k := markerLen(w.src[pos-back:]); k > 0 {
			return pos - back, pos - back + k
		}
	}
	return pos, pos
}

// quote reads a quotation. GitHub's alerts ("> [!NOTE]") are written alike,
// but are the author's own words.
func (w *mdWalker) quote(n *ast.Blockquote) {
	if end := w.alert(n); end > 0 {
		w.until = end
		w.blocks(n)
		return
	}
	w.b.openQuote()
	w.blocks(n)
	w.b.closeQuote()
}

// alert returns where the mark of an alert ends, or 0 if n is none.
func (w *mdWalker) alert(n *ast.Blockquote) int {
	first, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || first.Lines().Len() == 0 {
		return 0
	}
	line := first.Lines().At(0)
	switch string(bytes.ToUpper(bytes.TrimSpace(w.src[line.Start:line.Stop]))) {
	case "[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]":
		return line.Stop
	}
	return 0
}

// code reads a code block, letter by letter.
func (w *mdWalker) code(n ast.Node) {
	w.b.begin()
	lines := n.Lines()
	for i := range lines.Len() {
		l := lines.At(i)
		if l.Padding > 0 {
			w.b.replace("    "[:min(l.Padding, 4)], l.Start, l.Start)
		}
		w.b.copy(l.Start, l.Stop)
	}
	w.b.end(source.Code, 0)
}

// above is the paragraph directly above a table that has an underline below
// it. The parser takes the paragraph for a heading and puts it behind.
func above(n *extast.Table) ast.Node {
	h, ok := n.NextSibling().(*ast.Heading)
	if !ok || h.Pos() >= n.FirstChild().Pos() {
		return nil
	}
	return h
}

// table reads a table.
func (w *mdWalker) table(n *extast.Table) {
	w.b.openTable()
	w.inCell = true
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		_, header := c.(*extast.TableHeader)
		w.b.openRow(header, len(n.Alignments))
		for cell := c.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if !cell.HasChildren() {
				w.b.skipCell(source.None)
				continue
			}
			w.b.begin()
			w.inline(cell)
			w.b.endCell()
		}
		w.b.closeRow()
	}
	w.inCell = false
	w.b.closeTable()
}

// definitions reads a definition list: an item for each term.
func (w *mdWalker) definitions(n *extast.DefinitionList) {
	w.b.openList(source.Definition)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if term, ok := c.(*extast.DefinitionTerm); ok {
			at := max(0, term.Pos())
			w.b.item("", at, at)
			w.b.top().titled = true
			w.block(term, source.Term, 0)
			continue
		}
		w.blocks(c)
	}
	w.b.closeList(0, 0)
}

// footnote reads a footnote where it stands. What comes behind it still has
// the block before it as its introduction.
func (w *mdWalker) footnote(n *extast.Footnote) {
	up := w.b.top()
	f := newFrame(up.list, up.item)
	intro := up.intro
	w.b.push(f)
	note := source.Footnote{Label: string(n.Ref), Block: len(w.b.doc.Blocks)}
	w.blocks(n)
	if note.Block == len(w.b.doc.Blocks) {
		note.Block = source.None
	}
	w.b.doc.Footnotes = append(w.b.doc.Footnotes, note)
	w.b.pop()
	w.b.top().intro = intro
}
