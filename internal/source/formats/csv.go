package formats

import (
	"path"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// CSV reads values parted by commas, semicolons, tabs or bars as one table
// of cells. Its canonical text is the cells' text with quotation marks
// undone, a tab between cells and a line end between rows.
type CSV struct{}

// Name is "csv".
func (CSV) Name() string { return "csv" }

// Read implements source.Reader.
func (CSV) Read(file string, data []byte) *source.Document {
	dec := source.Decode(data)
	in := string(dec.Text)
	doc := &source.Document{File: file, Format: "csv", Bytes: len(data), Notes: dec.Notes(file)}
	r := &csvReader{in: in, comma: delimiterOf(file, in), doc: doc}
	r.out.Grow(len(in))
	for r.at < len(in) {
		r.record()
	}
	doc.Text = r.out.String()
	doc.SetOrigin(r.origin.Through(dec.Origin))
	r.finish()
	return doc
}

// csvReader is the state of one reading. It is lenient: a quotation mark
// that does not open a cell, or is never closed, is text.
type csvReader struct {
	in     string
	at     int
	comma  byte
	doc    *source.Document
	out    strings.Builder
	origin source.Origin
	rows   [][]int
	// unclosed tells that no quotation mark is closed from here on.
	unclosed bool
}

// record reads one row. A line without any text is no row.
func (r *csvReader) record() {
	row := make([]int, 0, 8)
	filled := false
	for {
		id := r.cell(len(r.rows), len(row))
		filled = filled || id != source.None
		row = append(row, id)
		if r.at >= len(r.in) {
			break
		}
		c := r.in[r.at]
		r.at++
		if c == '\n' {
			r.out.WriteByte('\n')
			break
		}
		r.out.WriteByte('\t')
	}
	if filled {
		r.rows = append(r.rows, row)
	}
}

// cell reads one cell up to its delimiter and adds its block.
func (r *csvReader) cell(no, column int) int {
	for r.at < len(r.in) && (r.in[r.at] == ' ' || r.in[r.at] == '\t' && r.comma != '\t') {
		r.at++
	}
	start := r.out.Len()
	if r.at < len(r.in) && r.in[r.at] == '"' {
		if end := r.closing(r.at + 1); end > 0 {
			r.quoted(r.at+1, end)
			r.at = end + 1
		}
	}
	end := r.at
	for end < len(r.in) && r.in[end] != r.comma && r.in[end] != '\n' {
		end++
	}
	rest := strings.TrimRight(r.in[r.at:end], " \t")
	r.copy(r.at, r.at+len(rest))
	r.at = end
	if r.out.Len() == start {
		return source.None
	}
	span := source.Span{Start: start, End: r.out.Len()}
	if text := r.out.String()[start:]; strings.TrimSpace(text) == "" {
		return source.None
	}
	r.doc.Blocks = append(r.doc.Blocks, source.Block{
		Kind: source.Cell, Span: span, Heading: source.None, List: source.None, ItemNo: source.None,
		Table: 0, Row: no, Column: column,
	})
	return len(r.doc.Blocks) - 1
}

func (r *csvReader) copy(from, to int) {
	if from < to {
		r.origin.Copied(r.out.Len(), from, to-from)
		r.out.WriteString(r.in[from:to])
	}
}

// closing is the offset of the quotation mark that closes the one before
// from: a single one, with the cell's end behind it. 0 if there is none.
func (r *csvReader) closing(from int) int {
	for i := from; i < len(r.in) && !r.unclosed; i++ {
		if r.in[i] != '"' {
			continue
		}
		if i+1 < len(r.in) && r.in[i+1] == '"' {
			i++
			continue
		}
		for j := i + 1; ; j++ {
			if j == len(r.in) || r.in[j] == r.comma || r.in[j] == '\n' {
				return i
			}
			if r.in[j] != ' ' {
				return 0 // "Lena" Ode: marks within the text
			}
		}
	}
	r.unclosed = true
	return 0
}

// quoted copies the inside of quotation marks; two of them stand for one.
func (r *csvReader) quoted(from, end int) {
	for from < end {
		i := strings.Index(r.in[from:end], `""`)
		if i < 0 {
			r.copy(from, end)
			return
		}
		r.copy(from, from+i)
		r.origin.Replaced(r.out.Len(), 1, from+i, 2)
		r.out.WriteByte('"')
		from += i + 2
	}
}

// finish makes the table of the rows, the first of which may be its header.
func (r *csvReader) finish() {
	d := r.doc
	if len(r.rows) == 0 {
		return
	}
	t := source.Table{Rows: r.rows, Intro: source.None, Heading: source.None, Caption: source.None}
	t.Span = source.Span{Start: d.Blocks[0].Span.Start, End: d.Blocks[len(d.Blocks)-1].Span.End}
	if r.headed() {
		t.Header, t.Rows = r.rows[0], r.rows[1:]
		for i := range d.Blocks {
			if d.Blocks[i].Row--; d.Blocks[i].Row < 0 {
				d.Blocks[i].Row = source.HeaderRow
			}
		}
	}
	d.Tables = []source.Table{t}
}

// headed reports whether the first row is a header.
func (r *csvReader) headed() bool {
	if len(r.rows) < 2 {
		return false
	}
	var row []string
	for _, id := range r.rows[0] {
		text := ""
		if id != source.None {
			text = r.doc.TextOf(r.doc.Blocks[id])
		}
		row = append(row, text)
	}
	return headed(row)
}

// headed reports whether a first row is a header: no cell of it is empty but
// perhaps the first, none is a figure, and no two are the same.
func headed(row []string) bool {
	seen := map[string]bool{}
	for c, text := range row {
		if text == "" {
			if c > 0 {
				return false
			}
			continue
		}
		text = strings.ToLower(text)
		if seen[text] || strings.Trim(text, "0123456789.,:/-+%$£€() ") == "" {
			return false
		}
		seen[text] = true
	}
	return true
}

// delimiterOf tells what parts the cells: a tab in a .tsv file, else the
// one of which the first lines hold the same number most often.
func delimiterOf(file, text string) byte {
	if strings.EqualFold(path.Ext(file), ".tsv") {
		return '\t'
	}
	best, most := byte(','), 0
	for _, c := range []byte{',', ';', '\t', '|'} {
		if n := agreeing(text, c); n > most {
			best, most = c, n
		}
	}
	return best
}

// agreeing counts, among the first lines, those that hold as many c outside
// quotation marks as the first one, which has to hold some.
func agreeing(text string, c byte) int {
	text = text[:min(len(text), 16<<10)]
	first, n, lines, agree := -1, 0, 0, 0
	quoted := false
	for i := 0; i <= len(text) && lines < 30; i++ {
		switch {
		case i == len(text) || text[i] == '\n' && !quoted:
			if first < 0 {
				first = n
			}
			if n == first && n > 0 {
				agree++
			}
			lines++
			n = 0
		case text[i] == '"':
			quoted = !quoted
		case text[i] == c && !quoted:
			n++
		}
	}
	return agree
}
