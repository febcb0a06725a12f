package formats

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// docxWalk walks through a part with text.
type docxWalk struct {
	*docx
	links map[string]docxRelation
	// out takes the blocks of the text; nil where notes are read.
	out *officeWriter
	// noteKind is footnote or endnote where notes are read.
	noteKind string
	// names are the namespaces' usual prefixes by those of the file.
	names  map[string]string
	frames []*docxFrame
	// skip is how deep the walk is in something that is not read.
	skip int
	// inText tells that letters are read: those of a text or an instruction.
	inText, inCode bool
	// text is how much text was read, size about what is kept of the file.
	text, size int
	inner      int // notes and boxes
}

// docxFrame is a container of paragraphs: the text, a note, a cell, a box.
type docxFrame struct {
	kind   string // the element that it is: body, tc, txbxContent, tbl, footnote
	note   string // the note's key
	blocks []officeBlock
	table  *officeTable
	cell   officeCell
	para   *docxPara
	// carried is the text of paragraphs whose ends were deleted.
	carried *docxPara
	fields  []docxField
}

// docxField is a field that is open: its text is read behind its instruction.
type docxField struct {
	code   strings.Builder
	result bool
	from   int
	in     *docxPara
	target string
}

// namespaces are the usual prefixes of what is read.
var namespaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":   "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":               "m",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":  "mc",
}

// name is an element's name with its namespace's usual prefix.
func (w *docxWalk) name(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Space != "xmlns" && (a.Name.Space != "" || a.Name.Local != "xmlns") {
			continue
		}
		usual, prefix := namespaces[a.Value], a.Name.Local
		if a.Name.Space == "" {
			prefix = ""
		}
		if usual != "" && usual != prefix && len(w.names) < 100 {
			if w.names == nil {
				w.names = map[string]string{}
			}
			w.names[prefix] = usual
		}
	}
	return w.called(e.Name)
}

func (w *docxWalk) called(n xml.Name) string {
	if usual, found := w.names[n.Space]; found {
		return usual + ":" + n.Local
	}
	return n.Space + ":" + n.Local
}

func (w *docxWalk) top() *docxFrame { return w.frames[len(w.frames)-1] }

// read walks to the end of the part.
func (w *docxWalk) read(x *xmlParts) error {
	w.frames = []*docxFrame{{kind: "body"}}
	err := w.walk(x)
	for len(w.frames) > 1 {
		w.pop()
	}
	w.endPara()
	if f := w.top(); f.carried != nil { // a deleted end with nothing behind it
		w.add(f.carried)
		f.carried = nil
	}
	return err
}

func (w *docxWalk) walk(x *xmlParts) error {
	for {
		t, err := x.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if w.skip > 0 {
				w.skip++
				continue
			}
			w.start(t, w.name(t))
		case xml.CharData:
			if w.skip == 0 && (w.inText || w.inCode) {
				w.letters(t)
			}
		case xml.EndElement:
			if w.skip > 0 {
				w.skip--
				continue
			}
			w.end(w.called(t.Name))
		}
		if len(w.frames) > maxNesting {
			return errNesting
		}
		if w.inner > maxNotes || len(w.labels) > maxNotes {
			return errNotes
		}
		if w.text > maxOfficeText || w.size > maxOfficeSize || w.out != nil && w.out.full() {
			return errParagraphs
		}
	}
}

// start handles a start tag.
func (w *docxWalk) start(e xml.StartElement, name string) {
	switch name {
	case "w:del", "w:moveFrom":
		w.removed()
	case "mc:Fallback", "w:pPrChange", "w:rPrChange", "w:sectPr", "w:sdtPr", "w:rt", "w:tblPr", "w:tblGrid",
		"w:tblPrEx", "w:ffData", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:numberingChange", "w:rubyPr", "w:object":
		w.skip = 1
	case "w:altChunk":
		w.foreign = true
	case "w:p":
		w.beginPara()
	case "w:tbl":
		w.endPara()
		w.push(&docxFrame{kind: "tbl", table: &officeTable{}})
	case "w:tr", "w:tc", "w:tblHeader", "w:gridBefore", "w:gridSpan", "w:vMerge", "w:cellDel":
		w.tablePart(e, name)
	case "w:txbxContent":
		w.push(&docxFrame{kind: "txbxContent"})
	case "w:footnote", "w:endnote":
		w.beginNote(e)
	default:
		if p := w.top().para; p != nil {
			w.inPara(p, e, name)
		}
	}
}

// removed handles a deletion: of letters, of a paragraph's end, of a row.
func (w *docxWalk) removed() {
	w.skip = 1
	switch f := w.top(); {
	case f.para != nil && f.para.props > 0:
		f.para.joined = true
	case f.kind == "tbl":
		if n := len(f.table.rows); n > 0 {
			f.table.rows[n-1].gone = true
		}
		w.left.deleted++
	default:
		w.left.deleted++
	}
}

// tablePart handles the start of what is in a table.
func (w *docxWalk) tablePart(e xml.StartElement, name string) {
	f := w.top()
	if name == "w:tr" && f.kind == "tbl" {
		f.table.rows = append(f.table.rows, officeRow{})
		return
	}
	var row *officeRow
	if f.kind == "tbl" && len(f.table.rows) > 0 {
		row = &f.table.rows[len(f.table.rows)-1]
	}
	switch {
	case name == "w:tc" && row != nil:
		w.push(&docxFrame{kind: "tc", cell: officeCell{columns: 1}})
	case name == "w:tblHeader" && row != nil:
		row.header = onOff(attribute(e, "val")) == 1
	case name == "w:gridBefore" && row != nil:
		for range min(natural(attribute(e, "val")), maxSpan) {
			row.cells = append(row.cells, officeCell{columns: 1, covered: true})
			w.size += 100
		}
	case f.kind != "tc":
	case name == "w:gridSpan":
		f.cell.columns = min(natural(attribute(e, "val")), maxSpan)
	case name == "w:vMerge":
		f.cell.covered = attribute(e, "val") != "restart"
	case name == "w:cellDel":
		f.kind = "deleted"
	}
}

// beginNote opens a note; those that are only lines between text and notes are
// left out.
func (w *docxWalk) beginNote(e xml.StartElement) {
	if w.noteKind == "" {
		return
	}
	if kind := attribute(e, "type"); kind != "" && kind != "normal" {
		w.skip = 1
		return
	}
	w.endPara()
	w.push(&docxFrame{kind: "note", note: w.noteKind + ":" + attribute(e, "id")})
}

// end handles an end tag.
func (w *docxWalk) end(name string) {
	w.inText, w.inCode = false, false
	f := w.top()
	switch name {
	case "w:p":
		w.endPara()
	case "w:tbl":
		w.popIf("tbl")
	case "w:tc":
		if f.kind == "deleted" {
			w.popIf("deleted")
		} else {
			w.popIf("tc")
		}
	case "w:tr":
		if f.kind == "tbl" && len(f.table.rows) > 0 && f.table.rows[len(f.table.rows)-1].empty() {
			f.table.rows = f.table.rows[:len(f.table.rows)-1]
		}
	case "w:txbxContent":
		w.popIf("txbxContent")
	case "w:footnote", "w:endnote":
		w.popIf("note")
	default:
		if f.para != nil {
			w.behind(f.para, name)
		}
	}
}

func (w *docxWalk) push(f *docxFrame) {
	if f.kind == "note" || f.kind == "txbxContent" {
		w.inner++
	}
	w.frames = append(w.frames, f)
}

// popIf closes the frame if it is of the kind: end tags may be wrong.
func (w *docxWalk) popIf(kind string) {
	if len(w.frames) > 1 && w.top().kind == kind {
		w.pop()
	}
}

// pop closes the top frame and hands on what it holds.
func (w *docxWalk) pop() {
	w.endPara()
	f := w.top()
	if f.carried != nil {
		w.add(f.carried)
	}
	w.frames = w.frames[:len(w.frames)-1]
	up := w.top()
	switch f.kind {
	case "tbl":
		w.hand(up, officeBlock{table: f.table})
	case "tc":
		f.cell.blocks = f.blocks
		w.size += 100
		if up.kind == "tbl" && len(up.table.rows) > 0 {
			row := &up.table.rows[len(up.table.rows)-1]
			row.cells = append(row.cells, f.cell)
		}
	case "note":
		if _, twice := w.notes[f.note]; !twice {
			w.notes[f.note] = f.blocks
		}
	case "txbxContent":
		if up.para != nil {
			up.para.boxes = append(up.para.boxes, f.blocks...)
			return
		}
		for _, b := range f.blocks {
			w.hand(up, b)
		}
	}
}

// hand gives a block to a frame; those of the text are written at once.
func (w *docxWalk) hand(to *docxFrame, b officeBlock) {
	if to.kind == "body" && w.out != nil {
		w.out.write(b)
		return
	}
	w.size += 300
	to.blocks = append(to.blocks, b)
}
