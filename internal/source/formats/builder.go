package formats

import (
	"bytes"
	"unicode"

	"github.com/concordlint/concord/internal/source"
)

// maxDepth is how deep lists, quotations and elements may stand in each
// other. People stop at ten; what goes beyond a hundred was made to hurt.
const maxDepth = 100

// A builder makes a Document block by block, in document order. It knows
// about headings, lists, tables and quotations, and nothing about markup:
// the readers of markup drive it.
type builder struct {
	doc *source.Document
	// src is the decoded text, which every offset given to the builder
	// points into.
	src  []byte
	text []byte
	// origin leads from text to src.
	origin source.Origin

	frames []frame
	// headings are the block indices of the headings in force, outermost
	// first.
	headings []int
	// start is where the text of the open block begins, before where the
	// text ended before it, used what stands between.
	start, before int
	used          separator
	// last is where the last block's text ends.
	last int
	// linked is how many links there were when the open block was begun.
	linked int
	// gap stands before the next block.
	gap separator
	// table is the table being read, None outside of tables; row and col
	// place its next cell.
	table, row, col int
	// celled tells that a cell of the table has been read.
	celled bool
	// spoken finds the comments to Concord in src, nil for those of HTML.
	spoken func(src []byte) []found
	// cells is what the rows of tables are cut from.
	cells []int
}

// frame is an open container: the document itself, a list, an item, a
// quotation.
type frame struct {
	// list and item are what a block in the frame belongs to.
	list, item int
	quoted     bool
	// isItem and isList tell what kind of container it is.
	isItem, isList bool
	// own is the list that the frame of a list makes, None before its
	// first item. pending is what it will be made from.
	own     int
	pending source.List
	// start is where the frame's first text begins, -1 before it.
	start int
	// headings is how many headings were in force outside.
	headings int
	// intro is the block that would introduce a list beginning now.
	intro int
	// titled tells that an item's own text has been read.
	titled bool
	// counted is the numbered list that the next numbers may continue.
	counted counted
	// first is how many blocks there were when the frame was opened.
	first int
	// at and end are the bytes of src that an item without text leads to.
	at, end int
}

// separator is what has to stand before the next block.
type separator string

const (
	betweenBlocks separator = "\n\n"
	betweenCells  separator = "\t"
	betweenRows   separator = "\n"
)

func newBuilder(doc *source.Document, src []byte) *builder {
	b := &builder{doc: doc, src: src, table: source.None, gap: betweenBlocks}
	b.text = make([]byte, 0, len(src)+len(src)/16+16)
	b.frames = append(make([]frame, 0, 16), newFrame(source.None, source.None))
	return b
}

func newFrame(list, item int) frame {
	return frame{list: list, item: item, own: source.None, start: -1, intro: source.None, counted: counted{list: source.None}}
}

func (b *builder) top() *frame { return &b.frames[len(b.frames)-1] }

// heading is the block index of the innermost heading in force, or None.
func (b *builder) heading() int {
	if len(b.headings) == 0 {
		return source.None
	}
	return b.headings[len(b.headings)-1]
}

// finish hands the text over to the document.
func (b *builder) finish(base source.Origin) {
	b.marks()
	b.doc.Text = string(b.text)
	b.doc.SetOrigin(b.origin.Through(base))
}

// separate writes what stands between the last block and the next.
func (b *builder) separate() {
	b.before, b.used = len(b.text), b.gap
	if len(b.text) > 0 {
		b.text = append(b.text, b.gap...)
	}
	b.gap = betweenBlocks
}

// begin opens a block. Its text follows by copy and replace.
func (b *builder) begin() {
	b.separate()
	b.start, b.linked = len(b.text), len(b.doc.Links)
}

// end closes the open block and returns its index in Document.Blocks. A
// block without visible text leaves no trace, and None is returned.
func (b *builder) end(kind source.Kind, level int) int {
	start, end := b.trim(b.start, len(b.text), kind)
	if start == end {
		// Blanks stay, because pieces of the origin lead to them already,
		// but they belong to no block, so that nobody reads them.
		if len(b.text) == b.start {
			b.text = b.text[:b.before]
		}
		b.gap = b.used
		b.doc.Links = b.doc.Links[:b.linked]
		return source.None
	}
	b.ownLinks(len(b.doc.Blocks))
	b.ownFootmarks(len(b.doc.Blocks))
	return b.add(kind, level, source.Span{Start: start, End: end})
}

// add records a block whose text stands at span.
func (b *builder) add(kind source.Kind, level int, span source.Span) int {
	f, i := b.top(), len(b.doc.Blocks)
	block := source.Block{
		Kind: kind, Span: span, Level: level,
		Heading: b.heading(), List: f.list, ItemNo: f.item,
		Table: source.None, Row: source.None, Column: source.None,
		Quoted: f.quoted,
	}
	f.intro = source.None
	switch kind {
	case source.Heading:
		block.Heading = b.leaveHeadings(level)
		b.headings = append(b.headings, i)
		f.intro = i
	case source.Cell:
		block.Table, block.Row, block.Column = b.table, b.row, b.col
	case source.Item:
		f.titled = true
		f.intro = i
	case source.Paragraph, source.Term:
		f.intro = i
	}
	b.doc.Blocks = append(b.doc.Blocks, block)
	if f.start < 0 {
		f.start = span.Start
	}
	b.last = span.End
	return i
}

// textKind is what a paragraph in the top frame is: an item's own text, or
// a plain paragraph.
func (b *builder) textKind() source.Kind {
	if f := b.top(); f.isItem && !f.titled {
		return source.Item
	}
	return source.Paragraph
}

// trim takes blanks off both ends of a block's span; the indentation of
// code stays.
func (b *builder) trim(start, end int, kind source.Kind) (int, int) {
	text := bytes.TrimRightFunc(b.text[start:end], unicode.IsSpace)
	end = start + len(text)
	if kind != source.Code {
		return end - len(bytes.TrimLeftFunc(text, unicode.IsSpace)), end
	}
	// Whole blank lines go, the blanks before the first letter do not.
	first := len(text) - len(bytes.TrimLeftFunc(text, unicode.IsSpace))
	return start + bytes.LastIndexByte(text[:first], '\n') + 1, end
}

// leaveHeadings ends the sections that a heading of the given level closes
// and returns the heading that it stands under. A heading in a quotation or
// an item closes none that was opened outside: that section goes on behind.
func (b *builder) leaveHeadings(level int) int {
	keep := b.top().headings
	for n := len(b.headings); n > 0; n-- {
		above := b.headings[n-1]
		if b.doc.Blocks[above].Level < level {
			return above
		}
		if n > keep {
			b.headings = b.headings[:n-1]
		}
	}
	return source.None
}

// copy adds src[start:end] to the open block.
func (b *builder) copy(start, end int) {
	if start >= end {
		return
	}
	b.origin.Copied(len(b.text), start, end-start)
	b.text = append(b.text, b.src[start:end]...)
}

// replace adds text that was made from src[start:end].
func (b *builder) replace(text string, start, end int) {
	if text == "" {
		return
	}
	b.origin.Replaced(len(b.text), len(text), start, end-start)
	b.text = append(b.text, text...)
}

// push opens a frame inside the top one.
func (b *builder) push(f frame) {
	f.quoted = f.quoted || b.top().quoted
	f.headings = len(b.headings)
	f.first = len(b.doc.Blocks)
	b.frames = append(b.frames, f)
}

// pop closes the top frame and returns it.
func (b *builder) pop() frame {
	f := *b.top()
	b.frames = b.frames[:len(b.frames)-1]
	b.headings = b.headings[:min(f.headings, len(b.headings))]
	if up := b.top(); up.start < 0 {
		up.start = f.start
	}
	return f
}

// openQuote and closeQuote enclose somebody else's words.
func (b *builder) openQuote() {
	f := newFrame(b.top().list, b.top().item)
	f.quoted = true
	b.push(f)
}

func (b *builder) closeQuote() {
	b.pop()
	b.top().intro = source.None
}

// interrupt forgets the block that might have introduced a list: something
// that is no text stands between.
func (b *builder) interrupt() { b.top().intro = source.None }

// note adds a remark to the document.
func (b *builder) note(kind, message string) {
	for _, n := range b.doc.Notes {
		if n.Kind == kind {
			return
		}
	}
	b.doc.Notes = append(b.doc.Notes, source.Note{Kind: kind, File: b.doc.File, Message: message})
}

// isBlank reports whether c is white space of markup: neither HTML nor
// Markdown counts more than these.
func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\f' }
