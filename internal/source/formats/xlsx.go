package formats

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// XLSX reads Excel workbooks: what each visible sheet shows, as tables.
//
// It streams the XML by itself. A library that gives each row as a slice of
// cells spends a quarter of a megabyte on a row whose one cell stands in the
// last column, and a file may have a million of these.
type XLSX struct{}

// Name implements Opener.
func (XLSX) Name() string { return "xlsx" }

// Is implements Opener.
func (XLSX) Is(file string, data []byte) bool {
	switch kind := packageKind(data); kind {
	case "xlsx":
		return true
	case "":
		ext := strings.ToLower(path.Ext(file))
		return ext == ".xlsx" || ext == ".xlsm"
	}
	return false
}

// packageKind tells what a zip package holds, as far as its parts' names in the
// clear tell; empty if they do not.
func packageKind(data []byte) string {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return ""
	}
	head, tail := data[:min(len(data), 256)], data[max(0, len(data)-128<<10):]
	switch {
	case bytes.Contains(head, []byte("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")):
		return "ods"
	case bytes.Contains(head, []byte("mimetypeapplication/vnd.oasis.opendocument.text")):
		return "odt"
	case bytes.Contains(head, []byte("mimetypeapplication/epub+zip")):
		return "epub"
	case bytes.Contains(head, []byte("mimetypeapplication/")):
		return "other"
	case bytes.Contains(tail, []byte("xl/workbook.xml")):
		return "xlsx"
	case bytes.Contains(tail, []byte("word/document")):
		return "docx"
	case bytes.Contains(tail, []byte("ppt/presentation.xml")):
		return "other"
	}
	return ""
}

// Open implements Opener.
func (XLSX) Open(file string, data []byte) (*source.Document, error) {
	p, err := unpack(data, "an Excel workbook")
	if err != nil {
		return nil, err
	}
	d := &source.Document{File: file, Format: "xlsx", Bytes: len(data)}
	book := &workbook{packed: p, doc: d}
	if err := book.read(); err != nil {
		return nil, err
	}
	d.Meta = p.fileProperties("docProps/core.xml")
	var grids []*grid
	for _, s := range book.sheets {
		if s.hidden {
			d.Notes = append(d.Notes, source.Note{Kind: "hidden", File: file, Message: "the hidden sheet " + s.name + " is left out"})
			continue
		}
		g, err := book.sheet(s)
		if err != nil {
			d.Notes = append(d.Notes, source.Note{Kind: "unparsed", File: file, Message: fmt.Sprintf("sheet %s could not be read to its end: %v", s.name, err)})
		}
		grids = append(grids, g)
	}
	book.unread()
	sheets(d, grids)
	return d, nil
}

// workbook is a workbook while it is read.
type workbook struct {
	*packed
	doc     *source.Document
	sheets  []bookSheet
	shared  []string
	formats []*numberFormat // by the style of a cell
	epoch   bool            // dates count from 1904
	budget  cellBudget
}

type bookSheet struct {
	name, id, part string
	hidden         bool
}

// read reads what the sheets refer to. Only a missing list of sheets is an
// error: sheets can be read without shared texts.
func (w *workbook) read() error {
	r, err := w.part("xl/workbook.xml")
	if err != nil {
		return fmt.Errorf("is not an Excel workbook or is damaged: %w", err)
	}
	err = newXML(r).each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "sheet":
			state := attribute(e, "state")
			w.sheets = append(w.sheets, bookSheet{name: cleanName(attribute(e, "name")), id: relation(e), hidden: state == "hidden" || state == "veryHidden"})
		case "workbookPr":
			epoch := attribute(e, "date1904")
			w.epoch = epoch == "1" || epoch == "true"
		}
	}, nil, nil)
	if err != nil {
		return fmt.Errorf("its list of sheets cannot be read: %w", err)
	}
	targets := map[string]string{}
	if r, err := w.part("xl/_rels/workbook.xml.rels"); err == nil {
		_ = newXML(r).each(func(e xml.StartElement) {
			if e.Name.Local == "Relationship" {
				targets[attribute(e, "Id")] = attribute(e, "Target")
			}
		}, nil, nil)
	}
	for i := range w.sheets {
		s := &w.sheets[i]
		if s.part = targets[s.id]; !strings.HasPrefix(s.part, "/") {
			s.part = "xl/" + s.part
		}
	}
	for what, read := range []func() error{w.sharedTexts, w.styles} {
		if err := read(); err != nil && !errors.Is(err, errNoPart) {
			w.note([]string{"the texts of its cells", "the formats of its cells"}[what], err)
		}
	}
	return nil
}

func (w *workbook) note(what string, err error) {
	w.doc.Notes = append(w.doc.Notes, source.Note{Kind: "unparsed", File: w.doc.File, Message: fmt.Sprintf("%s could not be read: %v", what, err)})
}

// cleanName is a name on one line.
func cleanName(name string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(name, "\ufffd")), " ")
}

// relation is the id of what an element refers to: of its two attributes of the
// name id the one with a prefix.
func relation(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// sharedTexts reads the texts that cells refer to by number.
func (w *workbook) sharedTexts() error {
	r, err := w.part("xl/sharedStrings.xml")
	if err != nil {
		return err
	}
	var text strings.Builder
	inText, phonetic := false, 0
	return newXML(r).each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "si":
			text.Reset()
		case "rPh":
			phonetic++
		}
		inText = e.Name.Local == "t"
	}, func(s []byte) {
		if inText && phonetic == 0 {
			text.Write(s)
		}
	}, func(name string) {
		inText = false
		switch name {
		case "rPh":
			phonetic--
		case "si":
			w.shared = append(w.shared, text.String())
		}
	})
}

// styles reads the number format of each cell style.
func (w *workbook) styles() error {
	r, err := w.part("xl/styles.xml")
	if err != nil {
		return err
	}
	codes := map[string]string{}
	parsed := map[string]*numberFormat{}
	inCells := false
	return newXML(r).each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "numFmt":
			codes[attribute(e, "numFmtId")] = attribute(e, "formatCode")
		case "cellXfs":
			inCells = true
		case "xf":
			if !inCells {
				return
			}
			id := attribute(e, "numFmtId")
			if parsed[id] == nil {
				code, own := codes[id]
				if !own {
					code = builtInFormat(id)
				}
				parsed[id] = parseNumberFormat(code)
			}
			w.formats = append(w.formats, parsed[id])
		}
	}, nil, func(name string) {
		if name == "cellXfs" {
			inCells = false
		}
	})
}

// builtInFormat is the format that a number stands for. Where it depends on the
// viewer's country how a date is shown, the one that everybody understands is
// taken.
func builtInFormat(id string) string {
	n, err := strconv.Atoi(id)
	if err != nil {
		return "General"
	}
	switch n {
	case 5, 6, 7, 8, 37, 38, 39, 40, 41, 42, 43, 44:
		if n == 5 || n == 6 || n == 37 || n == 38 || n == 41 || n == 42 {
			return `#,##0;-#,##0`
		}
		return `#,##0.00;-#,##0.00`
	}
	codes := map[int]string{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
		12: "# ?/?", 13: "# ??/??", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
		18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm",
		45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@"}
	if code := codes[n]; code != "" {
		return code
	}
	return "General"
}

// unread notes what a workbook holds besides cells.
func (w *workbook) unread() {
	comments, drawings := 0, 0
	for name := range w.parts {
		switch {
		case strings.HasPrefix(name, "xl/comments"), strings.HasPrefix(name, "xl/threadedComments/"):
			comments++
		case strings.HasPrefix(name, "xl/drawings/drawing"), strings.HasPrefix(name, "xl/charts/chart"):
			drawings++
		}
	}
	if comments > 0 {
		w.doc.Notes = append(w.doc.Notes, source.Note{Kind: "unparsed", File: w.doc.File, Message: "comments on cells are not read"})
	}
	if drawings > 0 {
		w.doc.Notes = append(w.doc.Notes, source.Note{Kind: "unparsed", File: w.doc.File, Message: "charts, pictures and text boxes are not read"})
	}
}
