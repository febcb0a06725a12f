package formats

// table reads what a table is made of.
func (r *rtf) table(word string) bool {
	if r.dest != rtfText {
		return false
	}
	f := r.top()
	switch word {
	case "trowd":
		f.cells, f.merged, f.header = f.cells[:0], false, false
	case "trhdr":
		f.header = true
	case "clmrg", "clvmrg":
		f.merged = true
	case "cellx":
		if len(f.cells) < maxSpan {
			f.cells = append(f.cells, f.merged)
		}
		f.merged = false
	case "cell":
		if f.row == nil {
			f.row = &officeRow{}
		}
		r.endPara()
		c := officeCell{blocks: f.cell, columns: 1, rows: 1}
		if n := len(f.row.cells); n < len(f.cells) {
			c.covered = f.cells[n]
		}
		if len(f.row.cells) < maxSpan {
			f.row.cells = append(f.row.cells, c)
		}
		r.size += 100
		f.cell = nil
	case "row":
		r.endRow(f)
	default:
		return false
	}
	return true
}

// endRow adds the row to the table.
func (r *rtf) endRow(f *rtfFrame) {
	if f.row == nil {
		return
	}
	row := *f.row
	row.header = f.header
	for i := range row.cells {
		if i < len(f.cells) { // what covers may be told behind the cells
			row.cells[i].covered = f.cells[i]
		}
	}
	if f.table == nil {
		f.table = &officeTable{}
	}
	f.table.rows = append(f.table.rows, row)
	f.row, f.cell = nil, nil
}

// endTable hands on the table that has been read.
func (r *rtf) endTable(f *rtfFrame) {
	r.endRow(f)
	if f.table != nil {
		t := f.table
		f.table = nil
		r.hand(f, officeBlock{table: t})
	}
	for _, b := range f.cell { // text that was to be a cell, without a row
		r.hand(f, b)
	}
	f.cell = nil
}
