package formats

import (
	"fmt"

	"github.com/concordlint/concord/internal/source"
)

// table writes a table, or, where it only serves the layout, what its cells
// hold.
func (w *officeWriter) table(t *officeTable) {
	w.leave(0)
	w.setQuoted(false)
	if t.layout() {
		for _, row := range t.rows {
			for _, c := range row.cells {
				for _, o := range c.blocks {
					if !c.covered {
						w.write(o)
					}
				}
				w.leave(0)
			}
		}
		w.b.interrupt()
		return
	}
	w.tables++
	titles, header := t.head()
	w.b.openTable()
	for _, row := range t.rows[:titles] {
		for i := range row.cells {
			if p := row.cells[i].flat(); !p.blank() {
				w.block(p, source.Paragraph, 0)
			}
		}
	}
	var below []int // how many rows more each column is taken from above
	for k := titles; k < len(t.rows); k++ {
		below = w.row(&t.rows[k], k, k == header, below)
	}
	w.b.closeTable()
}

// row writes row k of a table.
func (w *officeWriter) row(row *officeRow, k int, header bool, below []int) []int {
	w.b.openRow(header, max(len(row.cells), 1))
	col := 0
	skip := func() {
		for ; col < len(below) && below[col] > 0 && w.padding < maxPadding; col++ {
			below[col]--
			w.padding++
			w.b.skipCell(source.None)
		}
	}
	for i := range row.cells {
		skip()
		c := &row.cells[i]
		w.cell(c, k, col)
		for n := range max(min(c.columns, maxSpan), 1) {
			if n > 0 && w.padding >= maxPadding {
				break
			}
			if n > 0 {
				w.padding++
				w.b.skipCell(source.None)
			}
			for len(below) <= col {
				below = append(below, 0)
			}
			below[col] = max(min(c.rows, maxSpan)-1, 0)
			col++
		}
	}
	skip()
	w.b.closeRow()
	return below
}

// cell writes a cell. Word and Writer call the places of a table as those of a
// sheet.
func (w *officeWriter) cell(c *officeCell, row, column int) {
	p := c.flat()
	if c.covered || p.blank() {
		w.b.skipCell(source.None)
		return
	}
	part := fmt.Sprintf("table %d", w.tables)
	if w.section != "" {
		part = w.section + ", " + part
	}
	spots := len(w.b.doc.Spots)
	w.begin(p, source.Spot{Part: part, Cell: cellName(row, column)})
	blocks := len(w.b.doc.Blocks)
	w.b.endCell()
	if len(w.b.doc.Blocks) == blocks {
		w.b.doc.Spots = w.b.doc.Spots[:spots]
	}
}

// flat is what a cell shows as one paragraph.
func (c *officeCell) flat() *officePara {
	if len(c.blocks) == 1 && c.blocks[0].para != nil && c.blocks[0].para.mark() == "" {
		return c.blocks[0].para
	}
	p := &officePara{}
	p.gather(c.blocks)
	return p
}

// gather puts blocks behind p, a line for each.
func (p *officePara) gather(blocks []officeBlock) {
	for _, o := range blocks {
		switch {
		case o.para != nil:
			q := o.para
			if mark := q.mark(); mark != "" {
				m := &officePara{text: []byte(mark + " ")}
				m.follow(q, "")
				q = m
			}
			p.follow(q, "\n")
		case o.table != nil:
			for _, row := range o.table.rows {
				for _, c := range row.cells {
					if !c.covered {
						p.gather(c.blocks)
					}
				}
			}
		}
	}
}

// mark is the number that stands before the paragraph in a cell, where it makes
// no list.
func (p *officePara) mark() string {
	if p.item != nil && !p.item.bulleted {
		return p.item.marker
	}
	return p.number
}

// head finds the header among the rows, -1 where none is: the last of those
// that are marked as one, else a first row that looks like one. The rows above
// it are titles.
func (t *officeTable) head() (titles, header int) {
	header = -1
	for k := range t.rows {
		if t.rows[k].header && header == k-1 {
			header = k
		}
	}
	if header == len(t.rows)-1 {
		return 0, -1 // nothing stands below it
	}
	if header >= 0 {
		return header, header
	}
	if len(t.rows) > 2 && t.rows[0].shown() == 1 && t.rows[1].shown() > 1 {
		titles = 1
	}
	var row []string
	for i := range t.rows[titles].cells {
		c := &t.rows[titles].cells[i]
		if c.covered {
			row = append(row, "")
			continue
		}
		row = append(row, string(c.flat().text))
		for range min(c.columns, maxSpan) - 1 {
			row = append(row, "")
		}
	}
	if len(t.rows) > titles+1 && len(row) > 1 {
		if row = trimmedAll(row); headed(row) || years(row) {
			return titles, titles
		}
	}
	return titles, -1
}

// shown is how many of the row's cells are shown.
func (r *officeRow) shown() int {
	n := 0
	for i := range r.cells {
		if !r.cells[i].covered {
			n++
		}
	}
	return n
}

// years reports whether a row has a year for each column but the first, one
// after another: it names them, though it is all figures.
func years(row []string) bool {
	if isNumber(row[0]) {
		return false
	}
	for i, text := range row[1:] {
		if len(text) != 4 || !isNumber(text) || text < "1700" || text > "2199" || i > 0 && text == row[i] {
			return false
		}
	}
	return len(row) > 2
}

// trimmedAll takes the blanks off the texts' ends.
func trimmedAll(row []string) []string {
	for i := range row {
		row[i] = cleanName(row[i])
	}
	return row
}

// layout reports whether a table only places its content on the page: it has
// one column, or cells that hold sections, tables or pages of paragraphs.
func (t *officeTable) layout() bool {
	widest, cells, long := 0, 0, 0
	for _, row := range t.rows {
		if row.header {
			return false
		}
		widest = max(widest, row.shown())
		for _, c := range row.cells {
			cells++
			paragraphs, items := 0, 0
			for _, o := range c.blocks {
				switch {
				case o.table != nil || o.para.level > 0:
					return true
				case o.para.item != nil && !o.para.blank():
					items++
				case !o.para.blank():
					paragraphs++
				}
			}
			if paragraphs+items > 1 {
				long++
			}
		}
	}
	return widest < 2 || 3*long > cells
}
