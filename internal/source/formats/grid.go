package formats

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// maxCells bounds the filled cells that are read of one file: a sheet with
// more is data for a program, and each cell costs memory for all that follows.
const (
	maxCells    = 400_000
	maxCellText = 32 << 20
)

// cellBudget is what the cells of a file have taken so far; many of them may
// show one and the same long text.
type cellBudget struct{ cells, text int }

// spend reports whether there is room for a cell.
func (b *cellBudget) spend(text string) bool {
	b.cells++
	b.text += len(text)
	return b.cells <= maxCells && b.text <= maxCellText
}

// gridCell is a filled cell of a sheet; rows and columns count from 0.
type gridCell struct {
	// row and column are its place among what is shown, atRow and atColumn the
	// one that its name tells.
	row, column, atRow, atColumn int
	text                         string
	// columns is how many columns a merged cell covers, 1 for others.
	columns int
}

// grid is one sheet: its filled cells, however far from one another.
type grid struct {
	name  string
	cells []gridCell
	// hiddenRows and hiddenColumns are those that hold text and were left out.
	hiddenRows, hiddenColumns []int
	// unstored counts the formulas without a value.
	unstored int
}

// put adds a cell that shows something. rows and columns are how many hidden
// ones stand before it.
func (g *grid) put(row, column, rows, columns int, text string) {
	text = strings.ToValidUTF8(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\ufffd")
	if text = strings.TrimSpace(text); text != "" {
		g.cells = append(g.cells, gridCell{max(row-rows, 0), max(column-columns, 0), row, column, text, 1})
	}
}

// hideColumn records a hidden column that holds text.
func (g *grid) hideColumn(column int) {
	if at, found := slices.BinarySearch(g.hiddenColumns, column); !found {
		g.hiddenColumns = slices.Insert(g.hiddenColumns, at, column)
	}
}

// notes are what a reader of the sheet's document has to know.
func (g *grid) notes(d *source.Document) {
	note := func(kind, format string, args ...any) {
		d.Notes = append(d.Notes, source.Note{Kind: kind, File: d.File, Message: fmt.Sprintf("sheet %s: ", g.name) + fmt.Sprintf(format, args...)})
	}
	if n := len(g.hiddenRows); n > 0 {
		note("hidden", "%d hidden rows are left out", n)
	}
	if n := len(g.hiddenColumns); n > 0 {
		note("hidden", "%d hidden columns are left out", n)
	}
	if g.unstored > 0 {
		note("unparsed", "%d formulas have no stored value and are left out", g.unstored)
	}
}

// sheets writes the sheets into a document: each stretch of cells without an
// empty row or column in it a table. Where more than one sheet has text, their
// names are headings.
func sheets(d *source.Document, grids []*grid) {
	b := newBuilder(d, nil)
	d.Spots = []source.Spot{}
	filled := 0
	for _, g := range grids {
		g.notes(d)
		if len(g.cells) > 0 {
			filled++
		}
	}
	for _, g := range grids {
		if len(g.cells) == 0 {
			continue
		}
		w := &gridWriter{b: b, grid: g, part: "sheet " + g.name}
		if filled > 1 {
			w.block(gridCell{text: g.name}, source.Heading, 1)
		} else {
			b.interrupt()
		}
		slices.SortStableFunc(g.cells, func(x, y gridCell) int {
			if x.row != y.row {
				return x.row - y.row
			}
			return x.column - y.column
		})
		w.region(g.cells, 0)
	}
	d.Text = string(b.text)
}

// gridWriter writes one sheet.
type gridWriter struct {
	b    *builder
	grid *grid
	part string
}

// block writes a cell, or the sheet's name, as a block outside of tables.
func (w *gridWriter) block(c gridCell, kind source.Kind, level int) {
	w.begin(c, kind != source.Heading)
	w.b.end(kind, level)
}

// begin opens a block with a cell's text.
func (w *gridWriter) begin(c gridCell, placed bool) {
	w.b.begin()
	spot := source.Spot{At: len(w.b.text), Part: w.part}
	if placed {
		spot.Cell = cellName(c.atRow, c.atColumn)
	}
	w.b.doc.Spots = append(w.b.doc.Spots, spot)
	w.b.text = append(w.b.text, c.text...)
}

// maxParting bounds how often a region is parted again; nobody's sheets need
// more than three turns.
const maxParting = 12

// region writes cells, in the order of rows, parted at empty rows and columns.
func (w *gridWriter) region(cells []gridCell, depth int) {
	if depth < maxParting {
		if parts := partRows(cells); len(parts) > 1 {
			for _, p := range parts {
				w.region(p, depth+1)
			}
			return
		}
		if parts := partColumns(cells); len(parts) > 1 {
			for _, p := range parts {
				w.region(p, depth+1)
			}
			return
		}
	}
	w.table(cells)
}

// partRows parts cells at empty rows.
func partRows(cells []gridCell) [][]gridCell {
	var parts [][]gridCell
	from := 0
	for i := 1; i <= len(cells); i++ {
		if i == len(cells) || cells[i].row > cells[i-1].row+1 {
			parts = append(parts, cells[from:i:i])
			from = i
		}
	}
	return parts
}

// partColumns parts cells at empty columns; what a merged cell covers is not
// empty.
func partColumns(cells []gridCell) [][]gridCell {
	byColumn := slices.Clone(cells)
	slices.SortStableFunc(byColumn, func(x, y gridCell) int { return x.column - y.column })
	var starts []int // the first column of each part
	end := -2
	for _, c := range byColumn {
		if c.column > end {
			starts = append(starts, c.column)
		}
		end = max(end, c.column+c.columns)
	}
	parts := make([][]gridCell, len(starts))
	if len(starts) < 2 {
		return nil
	}
	for _, c := range cells {
		at, found := slices.BinarySearch(starts, c.column)
		if !found {
			at--
		}
		parts[at] = append(parts[at], c)
	}
	return parts
}

// table writes a stretch of cells. Single cells above it are paragraphs: they
// say what it is about.
func (w *gridWriter) table(cells []gridCell) {
	first, last := cells[0].column, 0
	for _, c := range cells {
		first, last = min(first, c.column), max(last, c.column)
	}
	for len(cells) > 0 && (len(cells) == 1 || cells[1].row != cells[0].row && (last > first || len(cells[0].text) > longCell)) {
		w.block(cells[0], w.b.textKind(), 0)
		cells = cells[1:]
	}
	rows, columns := w.torn(cells)
	if columns || first == last && prose(cells) {
		for _, c := range cells {
			w.block(c, w.b.textKind(), 0)
		}
		return
	}
	cells = w.groups(cells)
	if len(cells) == 0 {
		return
	}
	header := !rows && gridHeader(cells, first, last)
	w.b.openTable()
	for i := 0; i < len(cells); {
		row := cells[i].row
		if rows && i > 0 {
			w.b.closeTable()
			w.b.openTable()
		}
		w.b.openRow(header && i == 0, 8)
		next := i
		for next < len(cells) && cells[next].row == row {
			next++
		}
		w.row(cells[i:next], first)
		w.b.closeRow()
		i = next
	}
	w.b.closeTable()
}

// row writes the cells of one row, of which the first column is first.
func (w *gridWriter) row(cells []gridCell, first int) {
	for i, c := range cells {
		if i > 0 && c.column == cells[i-1].column {
			continue // two values for one cell
		}
		for ; first < c.column; first++ {
			w.b.skipCell(source.None)
		}
		w.begin(c, true)
		w.b.endCell()
		first++
	}
}

// torn reports whether hidden rows or columns with text stand among cells.
// What is shown does not add up then: hidden rows leave tables of one row,
// hidden columns none.
func (w *gridWriter) torn(cells []gridCell) (rows, columns bool) {
	if len(cells) == 0 || len(w.grid.hiddenRows) == 0 && len(w.grid.hiddenColumns) == 0 {
		return false, false
	}
	top, bottom := cells[0].atRow, cells[len(cells)-1].atRow
	left, right := cells[0].atColumn, cells[0].atColumn
	for _, c := range cells {
		left, right = min(left, c.atColumn), max(right, c.atColumn)
	}
	within := func(hidden []int, from, to int) bool {
		return slices.ContainsFunc(hidden, func(n int) bool { return from-1 <= n && n <= to+1 })
	}
	return within(w.grid.hiddenRows, top, bottom), within(w.grid.hiddenColumns, left, right)
}

// longCell is how long a cell's text is that is more likely prose.
const longCell = 80

// prose reports whether a column is paragraphs more than entries.
func prose(cells []gridCell) bool {
	long := 0
	for _, c := range cells {
		if len(c.text) > longCell {
			long++
		}
	}
	return 2*long > len(cells)
}

// groups writes the row of merged cells that stands above a header as
// paragraphs, and returns what follows it.
func (w *gridWriter) groups(cells []gridCell) []gridCell {
	n, merged := 0, false
	for n < len(cells) && cells[n].row == cells[0].row {
		merged = merged || cells[n].columns > 1
		n++
	}
	if !merged || n == len(cells) {
		return cells
	}
	for _, c := range cells[:n] {
		w.block(c, w.b.textKind(), 0)
	}
	return cells[n:]
}

// gridHeader reports whether the first row is a header, as in CSV.
func gridHeader(cells []gridCell, first, last int) bool {
	var row []string
	for _, c := range cells {
		if c.row != cells[0].row {
			for len(row) <= last-first {
				row = append(row, "")
			}
			return headed(row)
		}
		for len(row) < c.column-first && len(row) <= len(cells)+1 {
			row = append(row, "")
		}
		row = append(row, c.text)
	}
	return false
}

// cellName is a cell's name as people say it: C14.
func cellName(row, column int) string {
	var letters []byte
	for c := column + 1; c > 0; c = (c - 1) / 26 {
		letters = append(letters, byte('A'+(c-1)%26))
	}
	slices.Reverse(letters)
	return fmt.Sprintf("%s%d", letters, row+1)
}
