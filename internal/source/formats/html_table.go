package formats

import (
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// maxSpan is how many columns or rows one cell may span, and maxPadding how
// many places in all a page's cells may take beyond their own.
const (
	maxSpan    = 100
	maxPadding = 100_000
)

// table reads a table, or, where it only serves the layout, what its cells
// hold.
func (w *htmlWalker) table(i int) {
	list := w.list
	w.list = nil
	defer func() { w.list = list }()
	rows := w.tree.rows(i)
	if w.tree.layout(i, rows) {
		w.children(i)
		return
	}
	w.b.openTable()
	w.caption(i)
	titles, header := w.tree.head(rows)
	for _, row := range rows[:titles] {
		w.titleRow(row)
	}
	var below []int // how many rows more each column is taken from above
	for k := titles; k < len(rows); k++ {
		below = w.row(rows[k], k == header, below)
	}
	w.b.closeTable()
}

// caption reads a table's caption as the paragraph that it is.
func (w *htmlWalker) caption(i int) {
	for k := i + 1; k < w.tree.nodes[i].next; k = w.tree.nodes[k].next {
		if n := &w.tree.nodes[k]; n.tag == captionTag && !n.hidden {
			w.b.caption(w.leafBlock(k, source.Paragraph, 0))
			return
		}
	}
}

// row reads a row of cells. below is updated for the rows that follow.
func (w *htmlWalker) row(i int, header bool, below []int) []int {
	w.b.openRow(header, max(len(below), 4))
	col := 0
	skip := func() {
		for ; col < len(below) && below[col] > 0 && w.padding < maxPadding; col++ {
			below[col]--
			w.padding++
			w.b.skipCell(source.None)
		}
	}
	for _, k := range w.tree.within(i, cellTag) {
		skip()
		n := &w.tree.nodes[k]
		a := w.tree.of(n)
		columns, rows := span(a.columns), span(a.rows)
		w.cell(k)
		for c := range columns {
			if c > 0 && w.padding >= maxPadding {
				break
			}
			if c > 0 {
				w.padding++
				w.b.skipCell(source.None)
			}
			for len(below) <= col {
				below = append(below, 0)
			}
			below[col] = rows - 1
			col++
		}
	}
	skip()
	w.b.closeRow()
	return below
}

// cell reads a cell.
func (w *htmlWalker) cell(i int) {
	if w.tree.nodes[i].letters == 0 {
		w.b.skipCell(source.None)
		return
	}
	w.begin()
	w.leaf++
	w.children(i)
	w.leaf--
	w.open = false
	w.b.endCell()
}

// titleRow reads a row above the one that names the columns. It has no place
// in the table's grid.
func (w *htmlWalker) titleRow(i int) {
	for _, k := range w.tree.within(i, cellTag) {
		if w.tree.nodes[k].letters > 0 {
			w.leafBlock(k, source.Paragraph, 0)
		}
	}
}

// span reads colspan and rowspan.
func span(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, maxSpan)
}

// rows are the indices of a table's own visible rows.
func (t *tree) rows(i int) []int { return t.within(i, rowTag) }

// within lists the visible elements with the tag in element i, but none in
// a table within it or in another such element. The header mark of a
// <thead> goes over to its rows.
func (t *tree) within(i int, wanted tag) []int {
	var found []int
	header, until := false, 0
	for k := i + 1; k < t.nodes[i].next; {
		n := &t.nodes[k]
		switch {
		case n.hidden, n.tag == tableTag:
			k = n.next
			continue
		case n.tag == wanted:
			if k < until {
				n.header = n.header || header
			}
			found = append(found, k)
			k = n.next
			continue
		case n.tag == sectionTag && n.header:
			header, until = true, n.next
		}
		k++
	}
	return found
}

// head finds a table's header among its rows, -1 where none is: the last row
// of the <thead>, or the first that has only header cells. The rows above it
// are titles, and so is a single header cell over several columns.
func (t *tree) head(rows []int) (titles, header int) {
	header, widest := -1, 0
	for k, row := range rows {
		if t.nodes[row].header && header == k-1 {
			header = k
		}
		widest = max(widest, len(t.within(row, cellTag)))
	}
	if header >= 0 {
		return header, header
	}
	for k, row := range rows {
		cells := t.within(row, cellTag)
		for _, c := range cells {
			if !t.nodes[c].header {
				return k, -1
			}
		}
		if len(cells) > 1 || widest < 2 {
			return k, k
		}
	}
	return 0, -1
}

// layout reports whether a table only places its content on the page.
func (t *tree) layout(i int, rows []int) bool {
	widest, blocks := 0, false
	for _, row := range rows {
		cells := t.within(row, cellTag)
		widest = max(widest, len(cells))
		if t.nodes[row].header {
			return false
		}
		for _, c := range cells {
			if t.nodes[c].header {
				return false
			}
			blocks = blocks || t.holdsBlocks(c)
		}
	}
	for k := i + 1; k < t.nodes[i].next; k = t.nodes[k].next {
		if t.nodes[k].tag == captionTag {
			return false
		}
	}
	return blocks || widest < 2
}

// holdsBlocks reports whether a cell holds more than one paragraph.
func (t *tree) holdsBlocks(i int) bool {
	paragraphs := 0
	for k := i + 1; k < t.nodes[i].next; k++ {
		switch t.nodes[k].tag {
		case headingTag, listTag, definitionsTag, tableTag, blockquoteTag:
			return true
		case paragraphTag, divTag:
			paragraphs++
		}
	}
	return paragraphs > 1
}
