package formats

import "github.com/concordlint/concord/internal/source"

// openTable opens a table in the top frame. Tables do not nest.
func (b *builder) openTable() {
	b.table = len(b.doc.Tables)
	b.row, b.celled = source.None, false
	b.doc.Tables = append(b.doc.Tables, source.Table{
		Intro: b.top().intro, Heading: b.heading(), Caption: source.None,
		Span: source.Span{Start: -1},
	})
}

// openRow begins the table's header or its next row, of about the given
// number of cells.
func (b *builder) openRow(header bool, columns int) {
	t := &b.doc.Tables[b.table]
	if cap(b.cells)-len(b.cells) < columns {
		b.cells = make([]int, 0, max(columns, 256))
	}
	b.col = 0
	row := b.cells[len(b.cells):len(b.cells)]
	if header {
		b.row = source.HeaderRow
		t.Header = row
	} else {
		b.row = len(t.Rows)
		t.Rows = append(t.Rows, row)
	}
	if b.celled {
		b.gap = betweenRows
	}
}

// closeRow ends the row. What the row did not need of the slab goes to the
// next one; a row that outgrew the slab has left it.
func (b *builder) closeRow() {
	row := b.rowCells()
	*row = (*row)[:len(*row):len(*row)]
	if n := len(b.cells) + len(*row); n <= cap(b.cells) {
		b.cells = b.cells[:n]
	}
}

// rowCells is the row that the next cell goes to.
func (b *builder) rowCells() *[]int {
	t := &b.doc.Tables[b.table]
	if b.row == source.HeaderRow {
		return &t.Header
	}
	return &t.Rows[b.row]
}

// endCell closes the block begun as a cell and puts it into the row.
func (b *builder) endCell() {
	i := b.end(source.Cell, 0)
	b.skipCell(i)
	if i == source.None {
		return
	}
	if t := &b.doc.Tables[b.table]; t.Span.Start < 0 {
		t.Span.Start = b.doc.Blocks[i].Span.Start
	}
	b.gap, b.celled = betweenCells, true
}

// skipCell puts a cell into the row that has no text of its own (None).
func (b *builder) skipCell(i int) {
	row := b.rowCells()
	*row = append(*row, i)
	b.col++
}

// closeTable ends the table. A table without any text is forgotten.
func (b *builder) closeTable() {
	t := &b.doc.Tables[b.table]
	if t.Span.Start < 0 {
		b.doc.Tables = b.doc.Tables[:b.table]
	} else {
		t.Span.End = b.last
	}
	b.table, b.gap = source.None, betweenBlocks
	b.top().intro = source.None
}

// caption makes block i the open table's caption.
func (b *builder) caption(i int) {
	if i == source.None {
		return
	}
	t := &b.doc.Tables[b.table]
	t.Caption, t.Span.Start = i, b.doc.Blocks[i].Span.Start
}
