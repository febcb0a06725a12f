package formats

import (
	"path"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// Text reads plain text and the light markups that look like it:
// reStructuredText, AsciiDoc, wiki text and Org. Its canonical text is the
// whole file, markup included; blocks are the stretches of it that a person
// would read as a heading, a paragraph, an item, a cell.
//
// One pass goes over the lines. At each place it asks what begins there,
// from the surest sign (an underline, a table's border) to the weakest (a
// short line before a list); what nothing claims is a paragraph.
type Text struct{}

// Name is "text".
func (Text) Name() string { return "text" }

// Read implements source.Reader.
func (Text) Read(file string, data []byte) *source.Document {
	dec := source.Decode(data)
	doc := &source.Document{
		File: file, Format: "text", Bytes: len(data),
		Text: string(dec.Text), Notes: dec.Notes(file),
	}
	doc.SetOrigin(dec.Origin)
	p := &textParser{doc: doc, text: doc.Text, heading: source.None, front: true, glued: -1}
	p.lines, p.spoken = cutLines(doc.Text)
	p.shape = survey(dialectOf(file), p.text, p.lines)
	p.boxes = append(p.boxes, box{kind: rootBox, indent: -1, base: -1, list: source.None, item: source.None, prev: source.None})
	for p.i < len(p.lines) {
		p.step()
	}
	for len(p.boxes) > 1 {
		p.closeBox()
	}
	p.links()
	p.pragmas()
	if p.tooDeep {
		doc.Notes = append(doc.Notes, source.Note{Kind: "too-deep", File: file,
			Message: "lists are nested too deep; what lies deeper is read as one level"})
	}
	return doc
}

// dialect is a markup, as far as the file's name tells.
type dialect uint8

const (
	plain dialect = iota
	rest
	asciidoc
	wiki
	org
)

func dialectOf(file string) dialect {
	switch strings.ToLower(path.Ext(file)) {
	case ".rst", ".rest":
		return rest
	case ".adoc", ".asciidoc", ".asc":
		return asciidoc
	case ".wiki", ".mediawiki":
		return wiki
	case ".org":
		return org
	}
	return plain
}

// textParser is the state of one reading.
type textParser struct {
	doc   *source.Document
	text  string
	lines []textLine
	shape shape
	// spoken are the lines that speak to Concord.
	spoken []source.Span
	i      int // the line that comes next

	boxes   []box         // open containers, the document's own first
	heads   []openHeading // headings above, outermost first
	heading int           // the innermost of them as a block, None
	styles  []byte        // underlines in the order of their appearance
	number  headNumber    // the last numbered heading

	// scanned is how far, in lines, each kind of closing line has been
	// looked for in vain.
	scanned map[string]int

	glued   int  // the line of a date alone, to which its text is joined
	attach  bool // AsciiDoc "+": the next block belongs to the open item
	front   bool // nothing but headings and header fields so far
	tooDeep bool
}

// line is the text of line k without indentation and blanks at its end.
func (p *textParser) line(k int) string {
	if k < 0 || k >= len(p.lines) {
		return ""
	}
	l := &p.lines[k]
	return p.text[l.start:l.end]
}

// reST reports whether the markup of reStructuredText is to be expected:
// in its own files and in plain ones, many of which use it.
func (p *textParser) reST() bool { return p.shape.dialect == rest || p.shape.dialect == plain }

// directly reports whether line k stands below line k-1 with no blank line
// between them.
func (p *textParser) directly(k int) bool {
	return k > 0 && k < len(p.lines) && p.lines[k].gap == 0
}

// step reads one block, or as much of one as it takes to move on.
func (p *textParser) step() {
	k := p.i
	s := p.line(k)
	if p.openBlock(k, s) {
		return
	}
	if p.listLine(k) {
		return
	}
	p.leave(k)
	if p.markup(k, s) || p.table(k) || p.headingAt(k) || p.rule(k, s) {
		return
	}
	if p.labels(k) || p.definition(k) || p.indented(k) {
		return
	}
	p.paragraph(k, p.lines[k].start)
}

// rule skips a line of punctuation alone, which parts paragraphs.
func (p *textParser) rule(k int, s string) bool {
	if len(s) < 3 || runOf(s) == 0 && (!isMark(s[0]) || strings.Trim(s, s[:1]+" ") != "") {
		return false
	}
	p.top().prev = source.None
	p.i = k + 1
	return true
}

// paragraph reads the paragraph whose text begins on line k at from.
func (p *textParser) paragraph(k, from int) {
	j := k + 1
	for j < len(p.lines) && p.joins(k, j) {
		j++
	}
	p.i = j
	end := p.lines[j-1].end
	if from >= end {
		return
	}
	if p.text[from:end] != "::" {
		p.add(source.Paragraph, source.Span{Start: from, End: end})
	}
	if strings.HasSuffix(p.text[from:end], "::") && p.reST() {
		p.literal(p.indentOfText(k, j))
	}
}

// indentOfText is the indentation that a literal block below the paragraph
// of lines k to j has to exceed.
func (p *textParser) indentOfText(k, j int) int {
	if t := p.top(); t.kind == itemBox {
		return int(t.indent)
	}
	in := p.lines[k].indent
	for i := k + 1; i < j; i++ {
		in = min(in, p.lines[i].indent)
	}
	return int(in)
}

// joins reports whether line j goes on with the paragraph that began on
// line k.
func (p *textParser) joins(k, j int) bool {
	l := &p.lines[j]
	if l.gap > 0 || p.breaks(j) || p.interrupts(k, j) {
		return false
	}
	if p.shape.dialect == wiki {
		return p.top().kind != itemBox
	}
	first := p.lines[k].indent
	if t := p.top(); t.kind == itemBox && t.id.form == term && l.indent <= t.indent && p.reST() {
		return false // the next term
	}
	if t := p.top(); t.kind == itemBox && t.lead {
		return l.indent > t.indent || !p.hardBreak(j-1)
	}
	if j > k+1 && l.indent < p.lines[j-1].indent && l.indent+1 < first {
		return false // out of an indented paragraph into what holds it
	}
	return !p.hardBreak(j - 1)
}

// breaks reports whether line j begins something that is no paragraph
// whatever stands above it.
func (p *textParser) breaks(j int) bool {
	s := p.line(j)
	if d := p.shape.dialect; d >= asciidoc {
		if p.lines[j].indent == 0 && explicitLevel(d, s) > 0 || d == asciidoc && markedTermAt(s) > 0 {
			return true
		}
	}
	switch s[0] {
	case '.':
		return strings.HasPrefix(s, ".. ") && p.reST() || runOf(s) != 0 && len(s) >= 4 && p.shape.dialect == asciidoc
	case '>':
		return strings.HasPrefix(s, ">>> ") || p.shape.dialect == plain && strings.HasPrefix(s, "> ")
	case '`', '~':
		return strings.HasPrefix(s, "```") || strings.HasPrefix(s, "~~~") && runOf(s) != 0
	case '|':
		return p.tableStart(j)
	case '{':
		return p.shape.dialect == wiki && strings.HasPrefix(s, "{|")
	case '[':
		return noteMark(s) > 0 || p.shape.dialect == asciidoc && s[len(s)-1] == ']'
	case ':':
		return p.shape.dialect == rest && fieldMark(s) > 0 && p.top().kind == itemBox
	case '=':
		return runOf(s) != 0 && len(s) >= 3 || p.tableStart(j)
	case '-', '_', '*', '+', '#':
		return runOf(s) != 0 && (len(s) >= 3 || p.shape.dialect == asciidoc && (s == "+" || s == "--")) ||
			s[0] == '+' && p.tableStart(j)
	}
	return p.labelled(j-1) && p.labelled(j) || p.tableBelow(j)
}

// hardBreak reports whether the break between lines k and k+1 was made on
// purpose: the line is too long to be one of a wrapped paragraph, or the
// next one's first word would have fitted and it looks like a new start.
func (p *textParser) hardBreak(k int) bool {
	if k == p.glued || p.shape.dialect != plain || p.shape.underlined && p.shape.wrapped {
		return false
	}
	a, b := p.line(k), p.line(k+1)
	if !p.shape.wrapped {
		return !startsLower(b) || endsSentence(a)
	}
	width := int(p.lines[k].width)
	if width > max(160, 2*p.shape.wrap) {
		return true
	}
	word := strings.IndexByte(b, ' ')
	if word < 0 {
		word = len(b)
	}
	if endsSentence(a) && p.headsList(k+1) {
		return true
	}
	slack := p.shape.wrap - width - 1 - word
	return slack*4 >= p.shape.wrap && startsHigh(b) && !hangs(a)
}
