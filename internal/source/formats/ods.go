package formats

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// ODS reads OpenDocument spreadsheets. What a cell shows stands in it as text.
type ODS struct{}

// Name implements Opener.
func (ODS) Name() string { return "ods" }

// Is implements Opener.
func (ODS) Is(file string, data []byte) bool {
	kind := packageKind(data)
	return kind == "ods" || kind == "" && strings.EqualFold(path.Ext(file), ".ods")
}

// Open implements Opener.
func (ODS) Open(file string, data []byte) (*source.Document, error) {
	p, err := unpack(data, "an OpenDocument spreadsheet")
	if err != nil {
		return nil, err
	}
	if manifest, err := p.read("META-INF/manifest.xml"); err == nil && strings.Contains(string(manifest), "encryption-data") {
		return nil, errEncrypted
	}
	r, err := p.part("content.xml")
	if err != nil {
		return nil, fmt.Errorf("is not an OpenDocument spreadsheet or is damaged: %w", err)
	}
	d := &source.Document{File: file, Format: "ods", Bytes: len(data), Meta: p.fileProperties("meta.xml")}
	o := &odsReader{doc: d, hiddenStyles: map[string]bool{}}
	if err := o.read(newXML(r)); err != nil {
		d.Notes = append(d.Notes, source.Note{Kind: "unparsed", File: file, Message: fmt.Sprintf("the sheets could not be read to their end: %v", err)})
	}
	if o.comments {
		d.Notes = append(d.Notes, source.Note{Kind: "unparsed", File: file, Message: "comments on cells are not read"})
	}
	if o.shapes {
		d.Notes = append(d.Notes, source.Note{Kind: "unparsed", File: file, Message: "charts, pictures and text boxes are not read"})
	}
	sheets(d, o.grids)
	return d, nil
}

// odsReader walks through the content of an OpenDocument spreadsheet.
type odsReader struct {
	doc    *source.Document
	grids  []*grid
	grid   *grid // nil outside of visible sheets
	budget cellBudget
	full   bool

	hiddenStyles map[string]bool // styles of sheets that are not shown
	style        string          // the style that is being read

	row, column int
	// rows and columns are how often the row and cell stand there.
	rows, columns      int
	hiddenRow          bool
	hiddenSoFar        int
	hiddenColumns      [][2]int
	declared           int // columns declared so far
	width              int // columns that the cell covers
	inCell, paragraphs int
	// skip is above zero in comments and shapes, whose text is not the cell's.
	skip             int
	text             strings.Builder
	comments, shapes bool
	repeated         []gridCell // the cells of a row that stands more than once
}

// maxRepeats is how often a filled row or cell that is written once is read; a
// sheet with more of one value was not made by people.
const maxRepeats = 1000

// read walks to the end of the content.
func (o *odsReader) read(x *xmlParts) error {
	for !o.full {
		t, err := x.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			o.start(t)
		case xml.CharData:
			if o.inCell > 0 && o.skip == 0 && o.paragraphs > 0 && o.text.Len() < 1<<20 {
				o.text.Write(t)
			}
		case xml.EndElement:
			o.end(t.Name)
		}
	}
	return errCells
}

// start handles a start tag.
func (o *odsReader) start(e xml.StartElement) {
	switch e.Name.Space + ":" + e.Name.Local {
	case "style:style":
		o.style = attribute(e, "name")
	case "style:table-properties":
		if attribute(e, "display") == "false" {
			o.hiddenStyles[o.style] = true
		}
	case "table:table":
		o.sheet(e)
	case "table:table-column":
		n := max(natural(attribute(e, "number-columns-repeated")), 1)
		if hiddenODS(e) && len(o.hiddenColumns) < 20_000 {
			o.hiddenColumns = append(o.hiddenColumns, [2]int{o.declared, o.declared + n - 1})
		}
		o.declared += n
	case "table:table-row":
		o.rows = max(natural(attribute(e, "number-rows-repeated")), 1)
		o.hiddenRow, o.column, o.repeated = hiddenODS(e), 0, o.repeated[:0]
	case "table:table-cell", "table:covered-table-cell":
		o.columns = max(natural(attribute(e, "number-columns-repeated")), 1)
		o.width = max(natural(attribute(e, "number-columns-spanned")), 1)
		o.inCell++
		o.text.Reset()
	case "office:annotation":
		o.comments = true
		o.skip++
	case "table:shapes", "draw:frame", "draw:custom-shape", "draw:text-box", "draw:rect":
		o.shapes = true
		o.skip++
	case "text:p":
		if o.paragraphs++; o.skip == 0 && o.text.Len() > 0 {
			o.text.WriteByte('\n')
		}
	case "text:s", "text:tab", "text:line-break":
		if o.skip == 0 {
			o.text.WriteByte(' ')
		}
	}
}

func hiddenODS(e xml.StartElement) bool {
	v := attribute(e, "visibility")
	return v == "collapse" || v == "filter"
}

// sheet begins a sheet.
func (o *odsReader) sheet(e xml.StartElement) {
	name := cleanName(attribute(e, "name"))
	o.grid, o.row, o.hiddenSoFar, o.declared = nil, 0, 0, 0
	o.hiddenColumns = o.hiddenColumns[:0]
	if o.hiddenStyles[attribute(e, "style-name")] {
		o.doc.Notes = append(o.doc.Notes, source.Note{Kind: "hidden", File: o.doc.File, Message: "the hidden sheet " + name + " is left out"})
		return
	}
	o.grid = &grid{name: name}
	o.grids = append(o.grids, o.grid)
}

// end handles an end tag.
func (o *odsReader) end(name xml.Name) {
	switch name.Space + ":" + name.Local {
	case "office:annotation", "table:shapes", "draw:frame", "draw:custom-shape", "draw:text-box", "draw:rect":
		o.skip = max(o.skip-1, 0)
	case "text:p":
		o.paragraphs = max(o.paragraphs-1, 0)
	case "table:table-cell", "table:covered-table-cell":
		o.inCell = max(o.inCell-1, 0)
		if text := strings.TrimSpace(o.text.String()); text != "" && name.Local == "table-cell" {
			o.cell(text)
		}
		o.text.Reset()
		o.column += o.columns
	case "table:table-row":
		o.closeRow()
	case "table:table":
		o.grid = nil
	}
}

// cell adds a cell as often as it stands in the row.
func (o *odsReader) cell(text string) {
	for i := range min(o.columns, maxRepeats) {
		if o.full = o.full || !o.budget.spend(text); o.full {
			return
		}
		o.repeated = append(o.repeated, gridCell{atColumn: o.column + i, text: text, columns: o.width})
	}
}

// closeRow adds the row as often as it stands in the sheet.
func (o *odsReader) closeRow() {
	rows := o.rows
	if len(o.repeated) == 0 || o.grid == nil {
		rows = 0
	}
	for i := range min(rows, maxRepeats) {
		if o.hiddenRow {
			o.grid.hiddenRows = append(o.grid.hiddenRows, o.row+i)
			continue
		}
		for _, c := range o.repeated {
			if i > 0 && !o.budget.spend(c.text) {
				o.full = true
				return
			}
			hidden, before := hiddenAmong(o.hiddenColumns, c.atColumn)
			if hidden {
				o.grid.hideColumn(c.atColumn)
				continue
			}
			o.grid.put(o.row+i, c.atColumn, o.hiddenSoFar, before, c.text)
			if n := len(o.grid.cells); n > 0 {
				o.grid.cells[n-1].columns = c.columns
			}
		}
	}
	if o.hiddenRow {
		o.hiddenSoFar += o.rows
	}
	o.row += o.rows
}
