package formats

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// odtWalk walks through the content of an OpenDocument text.
type odtWalk struct {
	*odt
	frames []*odtFrame
	// skip is how deep the walk is in something that is not read.
	skip int
	// within tells that the text itself is read, not the styles before it.
	within bool
	// text is how much text was read, size about what is kept of the file.
	text, size int
	inner      int // notes and boxes
	// noted is how many notes there were, pending the one that is being read.
	noted   int
	pending officeNote
}

// odtFrame is a container of paragraphs: the text, a note, a cell, a box.
type odtFrame struct {
	kind   string // body, note, cell, box, table
	note   officeNote
	blocks []officeBlock
	table  *officeTable
	// header tells of a table that the rows that come are its header's, covered
	// of a cell that another one takes its place.
	header, covered bool
	// repeat is how often the cell or row stands there.
	repeat, rowRepeat int
	para              *odtPara
	lists             []*odtList
}

// odtPara is a paragraph while it is read.
type odtPara struct {
	officeLetters
	style   *officeStyle
	heading int // its level, 0 for other paragraphs
	// plain tells that a heading has no number.
	plain bool
	spans []*officeStyle
	boxes []officeBlock
	open  []openLink
	// deep is how many stretches of letters are open, hidden that the paragraph
	// is not shown.
	deep   int
	hidden bool
	// citing tells that the mark of a note is read.
	citing bool
}

type openLink struct {
	target string
	from   int
}

func (w *odtWalk) top() *odtFrame { return w.frames[len(w.frames)-1] }

// read walks to the end of the content.
func (w *odtWalk) read(x *xmlParts) error {
	w.frames = []*odtFrame{{kind: "body"}}
	err := w.walk(x)
	for len(w.frames) > 1 {
		w.pop()
	}
	w.endPara()
	return err
}

func (w *odtWalk) walk(x *xmlParts) error {
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
				if w.skip == 3 && t.Name.Local == "deletion" {
					w.left.deleted++
				}
				continue
			}
			w.start(t, odtName(t.Name))
		case xml.CharData:
			if p := w.top().para; w.skip == 0 && p != nil {
				w.letters(p, t)
			}
		case xml.EndElement:
			if w.skip > 0 {
				w.skip--
				continue
			}
			w.end(odtName(t.Name))
		}
		if len(w.frames) > maxNesting {
			return errNesting
		}
		if w.inner > maxNotes {
			return errNotes
		}
		if w.text > maxOfficeText || w.size > maxOfficeSize || w.out.full() {
			return errParagraphs
		}
	}
}

// odtBoxes are elements that may hold paragraphs within a paragraph.
var odtBoxes = map[string]bool{
	"draw:text-box": true, "draw:custom-shape": true, "draw:rect": true, "draw:ellipse": true, "draw:circle": true, "draw:line": true,
	"draw:polyline": true, "draw:polygon": true, "draw:path": true, "draw:regular-polygon": true, "draw:connector": true,
	"draw:measure": true, "draw:caption": true,
}

// maxSpans is how many stretches of letters in one another have their formats
// read: each letter asks them all.
const maxSpans = 50

// start handles a start tag.
func (w *odtWalk) start(e xml.StartElement, name string) {
	if !w.within {
		w.startStyle(e, name)
		w.within = name == "office:text"
		return
	}
	if odtBoxes[name] {
		w.push(&odtFrame{kind: name})
		return
	}
	switch name {
	case "office:annotation":
		w.comments = true
		w.skip = 1
	case "draw:object", "draw:object-ole":
		w.pictures = true
		w.skip = 1
	case "text:tracked-changes", "office:forms", "office:binary-data", "svg:title", "svg:desc", "text:ruby-text", "office:event-listeners",
		"text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index", "text:user-index", "text:alphabetical-index":
		w.skip = 1
	case "text:hidden-text":
		if attribute(e, "is-hidden") != "false" {
			w.left.hidden++
			w.skip = 1
		}
	case "text:section":
		if attribute(e, "display") == "none" {
			w.left.hidden++
			w.skip = 1
		}
	case "text:p", "text:h":
		w.beginPara(e, name)
	case "text:list", "text:list-item", "text:list-header":
		w.beginList(e, name)
	case "table:table", "table:table-header-rows", "table:table-row", "table:table-cell", "table:covered-table-cell":
		w.tablePart(e, name)
	default:
		if p := w.top().para; p != nil {
			w.inPara(p, e, name)
		}
	}
}

// end handles an end tag.
func (w *odtWalk) end(name string) {
	if !w.within {
		w.endStyle(name)
		return
	}
	f := w.top()
	switch name {
	case "text:p", "text:h":
		w.endPara()
	case "text:note-body":
		w.popIf("note")
	case "text:list", "text:list-item", "text:list-header":
		w.endList(name)
	case "table:table":
		w.popIf("table")
	case "table:table-header-rows":
		f.header = false
	case "table:table-row":
		w.endRow(f)
	case "table:table-cell", "table:covered-table-cell":
		w.popIf("cell")
	default:
		if odtBoxes[name] {
			w.popIf(name)
		} else if f.para != nil {
			w.behind(f.para, name)
		}
	}
}

// tablePart handles the start of a table or of what is in one.
func (w *odtWalk) tablePart(e xml.StartElement, name string) {
	f := w.top()
	switch {
	case name == "table:table":
		w.endPara()
		w.push(&odtFrame{kind: "table", table: &officeTable{}})
	case f.kind != "table":
	case name == "table:table-header-rows":
		f.header = true
	case name == "table:table-row":
		f.rowRepeat = max(natural(attribute(e, "number-rows-repeated")), 1)
		f.table.rows = append(f.table.rows, officeRow{header: f.header})
	case len(f.table.rows) > 0:
		w.push(&odtFrame{kind: "cell", repeat: max(natural(attribute(e, "number-columns-repeated")), 1),
			covered: name == "table:covered-table-cell"})
	}
}

// endRow repeats a row as often as it stands there; one that shows nothing is
// left out.
func (w *odtWalk) endRow(f *odtFrame) {
	if f.kind != "table" || len(f.table.rows) == 0 {
		return
	}
	row := f.table.rows[len(f.table.rows)-1]
	if row.empty() {
		f.table.rows = f.table.rows[:len(f.table.rows)-1]
		return
	}
	for range min(f.rowRepeat, maxSpan) - 1 {
		f.table.rows = append(f.table.rows, row)
		w.size += 100 * len(row.cells)
	}
	f.rowRepeat = 1
}

func (w *odtWalk) push(f *odtFrame) {
	if f.kind == "note" || f.kind == "box" {
		w.inner++
	}
	w.frames = append(w.frames, f)
}

// popIf closes the frame if it is of the kind: end tags may be wrong.
func (w *odtWalk) popIf(kind string) {
	if len(w.frames) > 1 && w.top().kind == kind {
		w.pop()
	}
}

// pop closes the top frame and hands on what it holds.
func (w *odtWalk) pop() {
	w.endPara()
	f := w.top()
	w.frames = w.frames[:len(w.frames)-1]
	up := w.top()
	switch f.kind {
	case "table":
		w.hand(up, officeBlock{table: f.table})
	case "cell":
		// Places that a cell covers are written out one by one.
		c := officeCell{blocks: f.blocks, columns: 1, rows: 1, covered: f.covered}
		row := &up.table.rows[len(up.table.rows)-1]
		for range min(f.repeat, maxSpan) {
			row.cells = append(row.cells, c)
			w.size += 100
		}
	case "note":
		if _, twice := w.notes[f.note.key]; !twice {
			w.notes[f.note.key] = f.blocks
		}
		if up.para != nil {
			up.para.raised()
			f.note.at = len(up.para.text)
			up.para.notes = append(up.para.notes, f.note)
		}
	default: // a box
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
func (w *odtWalk) hand(to *odtFrame, b officeBlock) {
	if to.kind == "body" {
		w.out.write(b)
		return
	}
	w.size += 300
	to.blocks = append(to.blocks, b)
}

// letters adds letters to the paragraph.
func (w *odtWalk) letters(p *odtPara, text []byte) {
	w.text += len(text)
	if p.citing {
		if len(w.pending.label) < maxMarker {
			w.pending.label += cleanText(text)
		}
		return
	}
	if bytes.IndexByte(text, '\n') >= 0 { // white space of the markup
		text = bytes.ReplaceAll(text, []byte("\n"), []byte(" "))
	}
	w.put(p, text)
}

// put adds text in the format that is in force.
func (w *odtWalk) put(p *odtPara, text []byte) {
	styles := make([]*officeStyle, 0, len(p.spans)+1)
	code := false
	for i := len(p.spans) - 1; i >= 0; i-- {
		if s := p.spans[i]; s != nil {
			styles = append(styles, s)
			code = code || s.kind == styleCode
		}
	}
	as := formatOf(append(styles, p.style)...)
	as.code = code
	p.officeLetters.put(text, as, &w.left)
}

// blanks are written where a file says how many there are.
func blanks(n int) []byte { return []byte(strings.Repeat(" ", min(max(n, 1), maxSpan))) }
