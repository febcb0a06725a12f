package formats

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// sheetReader reads the cells of one sheet.
type sheetReader struct {
	book *workbook
	grid *grid
	// row and column are where the next cell stands unless it says otherwise.
	row, column int
	// hidden are the ranges of hidden columns; hiddenRow tells that the row is.
	hidden    [][2]int
	hiddenRow bool
	rows      int // hidden rows so far

	kind    string // t of the cell
	style   int
	value   []byte
	in      string // the element whose text is read
	formula bool
	full    bool
}

var errCells = errors.New("the file has more than 400,000 filled cells or 32 MB of text in them")

// sheet reads one sheet; on an error, the part that could be read.
func (w *workbook) sheet(s bookSheet) (*grid, error) {
	g := &grid{name: s.name}
	r, err := w.part(s.part)
	if err != nil {
		return g, err
	}
	sr := &sheetReader{book: w, grid: g, row: -1}
	return g, sr.read(newXML(r))
}

// read walks through a sheet's XML.
func (r *sheetReader) read(x *xmlParts) error {
	var merged [][4]int
	for {
		t, err := x.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "mergeCell" && len(merged) < 100_000 {
				if m, ok := cellRange(attribute(t, "ref")); ok {
					merged = append(merged, m)
				}
			}
			r.start(t)
		case xml.CharData:
			if r.in != "" {
				r.value = append(r.value, t...)
			}
		case xml.EndElement:
			r.end(t.Name.Local)
		}
		if r.full {
			return errCells
		}
	}
	r.merge(merged)
	return nil
}

// start handles a start tag.
func (r *sheetReader) start(e xml.StartElement) {
	switch e.Name.Local {
	case "col":
		if truth(attribute(e, "hidden")) && len(r.hidden) < 20_000 {
			from, to := natural(attribute(e, "min")), natural(attribute(e, "max"))
			r.hidden = append(r.hidden, [2]int{from - 1, to - 1})
		}
	case "row":
		r.row++
		if n := natural(attribute(e, "r")); n > 0 {
			r.row = n - 1
		}
		r.column = -1
		r.hiddenRow = truth(attribute(e, "hidden"))
		if r.hiddenRow {
			r.rows++
		}
	case "c":
		r.column++
		if row, column, ok := cellPlace(attribute(e, "r")); ok {
			r.row, r.column = row, column
		}
		r.kind, r.style = attribute(e, "t"), natural(attribute(e, "s"))
		r.value, r.formula = r.value[:0], false
	case "f":
		r.formula = true
	case "v", "t":
		r.in = e.Name.Local
	case "rPh":
		r.in = ""
	}
}

// end handles an end tag.
func (r *sheetReader) end(name string) {
	switch name {
	case "v", "t":
		r.in = ""
	case "c":
		text := r.shown()
		if text == "" {
			if r.formula && len(r.value) == 0 && r.kind != "str" {
				r.grid.unstored++
			}
			return
		}
		if r.hiddenRow {
			if n := len(r.grid.hiddenRows); n == 0 || r.grid.hiddenRows[n-1] != r.row {
				r.grid.hiddenRows = append(r.grid.hiddenRows, r.row)
			}
			return
		}
		hidden, before := hiddenAmong(r.hidden, r.column)
		if hidden {
			r.grid.hideColumn(r.column)
			return
		}
		if !r.book.budget.spend(text) {
			r.full = true
			return
		}
		r.grid.put(r.row, r.column, r.rows, before, text)
	}
}

// hiddenAmong tells whether a column is hidden, and how many before it are.
func hiddenAmong(ranges [][2]int, column int) (hidden bool, before int) {
	for _, h := range ranges {
		if h[0] <= column && column <= h[1] {
			return true, 0
		}
		if h[1] < column {
			before += max(h[1]-h[0]+1, 0)
		}
	}
	return false, before
}

// shown is what the cell shows.
func (r *sheetReader) shown() string {
	value := string(r.value)
	switch r.kind {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && i >= 0 && i < len(r.book.shared) {
			return r.book.shared[i]
		}
		return ""
	case "str", "inlineStr", "e":
		return value
	case "b":
		if strings.TrimSpace(value) == "1" {
			return "TRUE"
		}
		return "FALSE"
	case "d":
		return strings.TrimSuffix(value, "T00:00:00")
	}
	if value = strings.TrimSpace(value); value == "" {
		return ""
	}
	if r.style >= 0 && r.style < len(r.book.formats) {
		return r.book.formats[r.style].show(value, r.book.epoch)
	}
	return generalFormat.show(value, false)
}

var generalFormat = parseNumberFormat("General")

// merge tells the first cells of merged ranges how wide they are.
func (r *sheetReader) merge(merged [][4]int) {
	if len(merged) == 0 {
		return
	}
	widths := map[[2]int]int{}
	for _, m := range merged {
		widths[[2]int{m[0], m[1]}] = m[3] - m[1] + 1
	}
	for i := range r.grid.cells {
		c := &r.grid.cells[i]
		if n := widths[[2]int{c.atRow, c.atColumn}]; n > 1 {
			c.columns = n
		}
	}
}

func truth(s string) bool { return s == "1" || s == "true" }

// natural is a decimal number, 0 for what is none.
func natural(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 0 {
		return 0
	}
	return min(n, maxRows)
}

// maxRows and maxColumns are what spreadsheets can hold.
const (
	maxRows    = 1 << 20
	maxColumns = 1 << 14
)

// cellPlace reads a cell's name, "C14", as row and column from 0.
func cellPlace(ref string) (row, column int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4 && ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z'; i++ {
		column = column*26 + int(ref[i]|0x20-'a') + 1
	}
	if i == 0 || column > maxColumns {
		return 0, 0, false
	}
	row, err := strconv.Atoi(ref[i:])
	if err != nil || row < 1 || row > maxRows {
		return 0, 0, false
	}
	return row - 1, column - 1, true
}

// cellRange reads "A1:C3".
func cellRange(ref string) ([4]int, bool) {
	from, to, _ := strings.Cut(ref, ":")
	r0, c0, ok := cellPlace(from)
	r1, c1, also := cellPlace(to)
	return [4]int{r0, c0, r1, c1}, ok && also && r1 >= r0 && c1 >= c0
}
