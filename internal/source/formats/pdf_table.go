package formats

import (
	"slices"

	"github.com/concordlint/concord/internal/source"
)

// tableLines is how many of the lines, from the first, make a table: lines of at
// least two cells that stand under each other in columns. 0 where there is
// none.
func tableLines(lines []pdfLine) int {
	n, letters, cells := 0, 0, 0
	for n < len(lines) && n < 2000 && len(lines[n].cells) > 1 {
		if n > 0 {
			if gap := lines[n-1].below(&lines[n]); gap <= 0 || gap > 4*lines[n].size {
				break
			}
		}
		for _, c := range lines[n].cells {
			letters += len(c.text)
			cells++
		}
		n++
	}
	// Lines of two columns of text would look the same, but for their length.
	if n < 2 || letters > 25*cells {
		return 0
	}
	columns := tableColumns(lines[:n])
	if len(columns) < 2 || n*len(columns) < 6 {
		return 0
	}
	for _, l := range lines[:n] {
		last := -1
		for _, c := range l.cells {
			k := columnOf(columns, c)
			if k == last {
				return 0 // the wide blanks are those of justified lines
			}
			last = k
		}
	}
	return n
}

// columnOf is the index of the column that a cell stands in.
func columnOf(columns [][2]float64, c pdfCell) int {
	for k, in := range columns {
		if in[0] <= c.left && c.right <= in[1] {
			return k
		}
	}
	return len(columns)
}

// tableColumns are the stretches of the page that cells take.
func tableColumns(lines []pdfLine) [][2]float64 {
	var columns [][2]float64
	for _, l := range lines {
		for _, c := range l.cells {
			columns = addColumn(columns, c.left, c.right)
		}
	}
	return columns
}

// addColumn adds a stretch to those that it overlaps, in order.
func addColumn(columns [][2]float64, left, right float64) [][2]float64 {
	var out [][2]float64
	placed := false
	for _, c := range columns {
		switch {
		case c[1] < left:
			out = append(out, c)
		case c[0] > right:
			if !placed {
				out, placed = append(out, [2]float64{left, right}), true
			}
			out = append(out, c)
		default:
			left, right = min(left, c[0]), max(right, c[1])
		}
	}
	if !placed {
		out = append(out, [2]float64{left, right})
	}
	return out
}

// pdfTable is a table that may go on overleaf.
type pdfTable struct {
	rows  [][]string
	pages []int // of the rows
}

// table takes lines as a table. One at a page's top with as many columns as the
// one at the end of the page before goes on with it.
func (w *pdfWriter) table(lines []pdfLine, top bool) {
	columns := tableColumns(lines)
	if t := &w.open; !top || len(t.rows) == 0 || len(t.rows[0]) != len(columns) {
		w.flushTable()
	}
	for i, l := range lines {
		row := make([]string, len(columns)+1)
		for _, c := range l.cells {
			row[columnOf(columns, c)] = c.text
		}
		row = row[:len(columns)]
		if i == 0 && len(w.open.rows) > 0 && slices.Equal(row, w.open.rows[0]) {
			continue // the header again
		}
		w.open.rows = append(w.open.rows, row)
		w.open.pages = append(w.open.pages, w.page)
	}
}

// flushTable writes the open table.
func (w *pdfWriter) flushTable() {
	t := w.open
	w.open = pdfTable{}
	if len(t.rows) == 0 {
		return
	}
	header := headed(t.rows[0])
	w.b.openTable()
	for i, row := range t.rows {
		w.b.openRow(header && i == 0, len(row))
		for _, text := range row {
			if text == "" {
				w.b.skipCell(source.None)
				continue
			}
			w.begin(text, t.pages[i])
			w.b.endCell()
		}
		w.b.closeRow()
	}
	w.b.closeTable()
}
