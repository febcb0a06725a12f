package formats

import (
	"bytes"
	"errors"
	"slices"

	"github.com/concordlint/concord/internal/source"
)

// Bounds of what is read of a word processor's file: one with more is data for
// a program, and each paragraph costs memory for all that follows.
const (
	maxParagraphs = 400_000
	maxOfficeText = 32 << 20
	maxOfficeSize = 48 << 20 // of what is kept of tables and notes, counted low: some 120,000 cells
	maxNotes      = 50_000   // and boxes: each is a text of its own
)

var errNotes = errors.New("it has more than 50,000 notes or text boxes")

var errParagraphs = errors.New("it has more than 400,000 paragraphs, 32 MB of text or some 120,000 cells in a table")

// officeBlock is a paragraph or a table of a word processor's file.
type officeBlock struct {
	para  *officePara
	table *officeTable
}

// officePara is a paragraph with what its formats mean.
type officePara struct {
	text  []byte
	notes []officeNote
	links []officeLink
	code  []source.Span // stretches of text in a style for code
	// level is a heading's level, 0 for other paragraphs.
	level int
	// preformatted and quoted tell what the paragraph's style is made for.
	preformatted, quoted bool
	// number is the number that is written before the text but no list item's.
	number string
	// item is the place in a list, nil outside of lists.
	item *officeItem
	// within is above zero for a paragraph without a mark that goes on with the
	// list item at that depth; indent is how far it is set in.
	within, indent int
}

// officeNote is the mark of a note: key finds the note.
type officeNote struct {
	at         int
	key, label string
}

type officeLink struct {
	from, to int
	target   string
}

// officeItem is a paragraph's place in a list.
type officeItem struct {
	// list tells the lists of a file apart.
	list, level int
	marker      string
	bulleted    bool
	// number is what a numbered item counts as; indent is how far its text is
	// set in.
	number, indent int
}

// officeTable is a table, row by row.
type officeTable struct{ rows []officeRow }

type officeRow struct {
	header bool
	gone   bool // by a tracked change
	cells  []officeCell
}

// empty reports whether a row shows nothing, not even cells.
func (r *officeRow) empty() bool { return r.gone || len(r.cells) == 0 }

type officeCell struct {
	blocks []officeBlock
	// columns is how many columns the cell covers, rows how many rows, where
	// the format tells.
	columns, rows int
	// covered marks a place that a cell from above takes.
	covered bool
}

// blank reports whether the paragraph shows nothing.
func (p *officePara) blank() bool {
	return len(bytes.TrimSpace(p.text)) == 0
}

// write adds text; soft hyphens are only seen where a line ends.
func (p *officePara) write(text []byte) {
	if bytes.IndexByte(text, '\r') < 0 && !bytes.Contains(text, softHyphen) {
		p.text = append(p.text, text...)
		return
	}
	text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	p.text = append(p.text, bytes.ReplaceAll(text, softHyphen, nil)...)
}

var softHyphen = []byte("\u00ad")

// raise adds text in superscript, as HTML's is read: what is an exponent keeps
// its meaning, what marks a note that was numbered by hand is left out.
func (p *officePara) raise(text []byte) {
	s := string(bytes.TrimSpace(text))
	switch measure := endsInMeasure(p.text); {
	case s == "" || isNumber(s) && !measure:
	case isNumber(s):
		p.write([]byte(raised.Replace(s)))
	case measure && isExponent(s):
		p.write([]byte("^" + s))
	default:
		p.write(text)
	}
}

// isNumber reports whether s is all figures.
func isNumber(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// isExponent reports whether s is a number with a sign.
func isExponent(s string) bool {
	for _, sign := range []string{"-", "+", "−", "–", "\u2011"} {
		if rest, signed := bytes.CutPrefix([]byte(s), []byte(sign)); signed {
			return isNumber(string(rest))
		}
	}
	return false
}

// follow puts q behind p, on a line of its own where p holds anything.
func (p *officePara) follow(q *officePara, between string) {
	if len(p.text) > 0 && !q.blank() {
		p.text = append(p.text, between...)
	}
	by := len(p.text)
	p.text = append(p.text, q.text...)
	for _, n := range q.notes {
		n.at += by
		p.notes = append(p.notes, n)
	}
	for _, l := range q.links {
		l.from, l.to = l.from+by, l.to+by
		p.links = append(p.links, l)
	}
	for _, s := range q.code {
		p.code = append(p.code, source.Span{Start: s.Start + by, End: s.End + by})
	}
}

// emit writes the paragraph into the open block of the builder. Links are told
// when their labels have been written.
func (p *officePara) emit(b *builder) {
	from := len(b.text)
	slices.SortStableFunc(p.links, func(x, y officeLink) int { return x.to - y.to })
	at, link := 0, 0
	links := func(until int) {
		for ; link < len(p.links) && p.links[link].to <= until; link++ {
			l := p.links[link]
			b.text = append(b.text, p.text[at:l.to]...)
			at = l.to
			b.link(from+l.from, l.target)
		}
	}
	for _, n := range p.notes {
		links(n.at)
		b.text = append(b.text, p.text[at:n.at]...)
		at = n.at
		b.footmark(n.label, "", true)
	}
	links(len(p.text))
	b.text = append(b.text, p.text[at:]...)
	for _, s := range p.code {
		if s = trimmed(p.text, s); s.Start < s.End {
			b.doc.Literal = append(b.doc.Literal, source.Span{Start: from + s.Start, End: from + s.End})
		}
	}
}

// trimmed is a span without the blanks at its ends.
func trimmed(text []byte, s source.Span) source.Span {
	in := text[s.Start:s.End]
	in = bytes.TrimRight(in, " \t\n")
	s.End = s.Start + len(in)
	s.Start = s.End - len(bytes.TrimLeft(in, " \t\n"))
	return s
}
