package formats

import (
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// officeWriter writes the paragraphs and tables of a word processor's file into
// a document.
type officeWriter struct {
	b *builder
	// lists are the open lists, outermost first.
	lists  []openedList
	quoted bool
	// code is the preformatted text that is being gathered, line by line.
	code *officePara
	// section names the place, paragraph counts in it, tables in the file.
	section           string
	paragraph, tables int
	padding           int
	// paragraphs and text are what has been written in all.
	paragraphs, text int
	// marked are the notes whose marks were written, in order.
	marked []officeNote
	known  map[string]bool
}

type openedList struct {
	officeItem // the last one
	items      int
}

// goesOn reports whether an item is the list's next one: of the same list, or of
// another that a reader cannot tell from it, since nothing stands between them.
// Such are bullets of one look, numbers that count on, and what some programs
// make of a list whose first item has a number of its own: a list of one item,
// and one that begins anew.
func (l *openedList) goesOn(it *officeItem) bool {
	if l.level != it.level || l.bulleted != it.bulleted {
		return false
	}
	if l.list == it.list {
		return true
	}
	if it.bulleted {
		return l.marker == it.marker
	}
	return markEnd(l.marker) == markEnd(it.marker) && (it.number == l.number+1 || l.items == 1 && it.number == l.number)
}

func newOfficeWriter(d *source.Document) *officeWriter {
	d.Spots = []source.Spot{}
	return &officeWriter{b: newBuilder(d, nil), known: map[string]bool{}}
}

// finish hands the text over to the document.
func (w *officeWriter) finish() {
	w.leave(0)
	w.b.doc.Text = string(w.b.text)
}

// write writes a block.
func (w *officeWriter) write(o officeBlock) {
	switch {
	case o.table != nil:
		w.table(o.table)
	case o.para != nil:
		w.para(o.para)
	}
}

// para writes a paragraph. An empty one separates nothing: people make space
// with them.
func (w *officeWriter) para(p *officePara) {
	if p.blank() {
		return
	}
	if p.preformatted && p.item == nil {
		w.preformatted(p)
		return
	}
	w.endCode()
	switch {
	case p.level > 0:
		w.leave(0)
		w.setQuoted(false)
		w.heading(p)
	case p.item != nil:
		w.item(p)
	default:
		inside := w.leave(w.depthOf(p))
		if inside && p.quoted && !w.quoted {
			w.b.openQuote()
			w.block(p, w.b.textKind(), 0)
			w.b.closeQuote()
			return
		}
		if !inside {
			w.setQuoted(p.quoted)
		}
		w.block(numbered(p), w.b.textKind(), 0)
	}
}

// numbered is a paragraph with its number before it.
func numbered(p *officePara) *officePara {
	if p.number == "" {
		return p
	}
	q := &officePara{text: []byte(p.number + " ")}
	q.follow(p, "")
	return q
}

// heading writes a heading; the places below it are named by it.
func (w *officeWriter) heading(p *officePara) {
	w.section, w.paragraph = "", 0
	if i := w.block(numbered(p), source.Heading, p.level); i != source.None {
		at := w.b.doc.Blocks[i].Span
		w.section = "section “" + shortened(cleanName(string(w.b.text[at.Start:at.End]))) + "”"
		w.b.doc.Spots[len(w.b.doc.Spots)-1] = source.Spot{At: at.Start, Part: w.section}
	}
	w.paragraph = 0
}

// maxSection is how many letters of a heading name a place.
const maxSection = 80

func shortened(name string) string {
	if r := []rune(name); len(r) > maxSection {
		return string(r[:maxSection]) + "…"
	}
	return name
}

// depthOf is how many of the open lists a plain paragraph goes on in: those
// whose items' text is set in no further than it is.
func (w *officeWriter) depthOf(p *officePara) int {
	if p.within > 0 {
		n := 0
		for n < len(w.lists) && w.lists[n].level < p.within {
			n++
		}
		return n
	}
	if p.indent <= 0 {
		return 0
	}
	n := 0
	for n < len(w.lists) && w.lists[n].indent > 0 && w.lists[n].indent <= p.indent {
		n++
	}
	return n
}

// leave closes all lists but the outer ones and reports whether one is open.
func (w *officeWriter) leave(keep int) bool {
	w.endCode()
	for len(w.lists) > keep {
		w.closeList()
	}
	return len(w.lists) > 0
}

func (w *officeWriter) closeList() {
	l := w.lists[len(w.lists)-1]
	w.lists = w.lists[:len(w.lists)-1]
	if l.bulleted {
		w.b.closeList(0, 0)
		return
	}
	w.b.closeList(l.number+1, markEnd(l.marker))
}

// markEnd is what tells a list's marks from another's.
func markEnd(marker string) byte {
	if marker == "" {
		return 0
	}
	return marker[len(marker)-1]
}

// setQuoted begins or ends a quotation. Lists do not reach over its ends.
func (w *officeWriter) setQuoted(quoted bool) {
	if quoted == w.quoted {
		return
	}
	w.leave(0)
	if w.quoted = quoted; quoted {
		w.b.openQuote()
	} else {
		w.b.closeQuote()
	}
}

// item writes the item of a list.
func (w *officeWriter) item(p *officePara) {
	w.setQuoted(p.quoted)
	it := p.item
	for n := len(w.lists); n > 0; n = len(w.lists) {
		top := w.lists[n-1]
		if top.level < it.level || top.goesOn(it) {
			break
		}
		w.closeList()
	}
	if n := len(w.lists); n == 0 || w.lists[n-1].level < it.level {
		if it.bulleted {
			w.b.openList(source.Bulleted)
		} else {
			w.b.openList(source.Numbered)
			w.b.resume(it.number, markEnd(it.marker))
		}
		w.lists = append(w.lists, openedList{officeItem: *it})
	}
	open := &w.lists[len(w.lists)-1]
	open.officeItem = *it
	open.items++
	w.b.item(it.marker, 0, 0)
	w.block(p, source.Item, 0)
}

// preformatted gathers the lines of preformatted text, each of which is a
// paragraph.
func (w *officeWriter) preformatted(p *officePara) {
	if w.code == nil {
		w.setQuoted(p.quoted)
		w.leave(w.depthOf(p))
		w.code = &officePara{}
	}
	w.code.follow(p, "\n")
}

func (w *officeWriter) endCode() {
	if p := w.code; p != nil {
		w.code = nil
		p.code = nil
		w.block(p, source.Code, 0)
	}
}

// block writes a paragraph as a block and returns its index, None for one
// without text.
func (w *officeWriter) block(p *officePara, kind source.Kind, level int) int {
	w.paragraph++
	w.begin(p, source.Spot{Part: w.section, Paragraph: w.paragraph})
	return w.ended(w.b.end(kind, level))
}

// begin opens a block with the paragraph's text.
func (w *officeWriter) begin(p *officePara, spot source.Spot) {
	w.label(p)
	w.b.begin()
	spot.At = len(w.b.text)
	w.b.doc.Spots = append(w.b.doc.Spots, spot)
	p.emit(w.b)
	w.paragraphs++
	w.text += len(p.text)
}

// ended takes the spot back of a block that left no trace.
func (w *officeWriter) ended(i int) int {
	if i == source.None {
		w.b.doc.Spots = w.b.doc.Spots[:len(w.b.doc.Spots)-1]
	}
	return i
}

// full reports whether more has been written than is read of a file.
func (w *officeWriter) full() bool {
	return w.paragraphs > maxParagraphs || w.text > maxOfficeText
}

// label remembers the notes that are marked in a paragraph.
func (w *officeWriter) label(p *officePara) {
	for _, n := range p.notes {
		if !w.known[n.key] {
			w.known[n.key] = true
			w.marked = append(w.marked, n)
		}
	}
}

// note writes a note behind the text, as a note is that is defined there. What
// it holds stands for itself.
func (w *officeWriter) note(label, place string, blocks []officeBlock) {
	w.leave(0)
	w.setQuoted(false)
	up := w.b.top()
	w.b.push(newFrame(up.list, up.item))
	w.section, w.paragraph = place, 0
	note := source.Footnote{Label: label, Block: len(w.b.doc.Blocks)}
	for _, o := range blocks {
		if o.para != nil {
			o.para.level = 0
		}
		w.write(o)
	}
	w.leave(0)
	w.setQuoted(false)
	if note.Block == len(w.b.doc.Blocks) {
		note.Block = source.None
	}
	w.b.doc.Footnotes = append(w.b.doc.Footnotes, note)
	w.b.pop()
}

// notes writes the notes that are marked, footnotes first. More may come up
// while they are written.
func (w *officeWriter) notes(of func(n officeNote) (place string, blocks []officeBlock)) {
	for i := 0; i < len(w.marked) && !w.full(); i++ {
		n := w.marked[i]
		place, blocks := of(n)
		if place == "" {
			continue
		}
		w.note(n.label, place+" "+strings.TrimPrefix(n.label, "end "), blocks)
	}
}
