// Package source turns files into Documents: canonical text, its block
// structure, and the way back from any byte of the text to the file on disk.
//
// It knows formats and positions. It must not know what the text says: no
// lexicon, no fact, no rule is visible from here.
//
// # Canonical text
//
// Every span in Concord points into Document.Text, so what that text is has
// to be settled once for all formats:
//
//   - It is valid UTF-8. Each invalid byte of the file stands as one U+FFFD.
//   - A byte order mark is left out. CR LF and lone CR stand as LF.
//   - A block's text is what a reader sees: Markdown and HTML markup is
//     left out, character references are decoded, soft line breaks stay LF.
//     Inside a block any run of white space counts as one blank.
//   - U+00A0 and the other fixed-width blanks stand as they are; the
//     tokenizer takes them for blanks.
//   - Hidden text (HTML comments, script, style, the hidden attribute,
//     navigation) is not in the text, but for comments addressed to Concord:
//     they stand behind all else and belong to no block.
//   - Blocks follow each other in document order and never overlap; what
//     stands between two blocks' spans belongs to nobody and is not read.
//   - Front matter stands in the text as it is written and belongs to no
//     block.
//   - A table cell is a block; a footnote's text stands where the footnote
//     is defined; a footnote's mark is left out, and kept beside the text.
package source

import "sort"

// Span is a half-open range [Start, End) of bytes in a Document's Text.
type Span struct{ Start, End int }

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Kind tells what a block is.
type Kind uint8

// The kinds of block.
const (
	Paragraph Kind = iota + 1
	Heading
	Item // a list item's own first paragraph, without its marker
	Cell // one table cell
	Code // preformatted or code text; extractors leave it alone
	Term // the term of a definition list or field list
)

// None stands for "there is none" wherever an index is asked for.
const None = -1

// Block is a stretch of canonical text that belongs together: a heading, a
// paragraph, a list item's text, a table cell, a code block.
type Block struct {
	Kind Kind
	Span Span
	// Level is the heading's level from 1 (Heading only).
	Level int
	// Heading is the index in Document.Blocks of the nearest heading block
	// above (for a heading: its parent heading), None at the top.
	Heading int
	// List and ItemNo name the innermost list item in which the block
	// stands: an index into Document.Lists and one into its Items; None.
	List, ItemNo int
	// Table, Row and Column place a Cell; None elsewhere. Row 0 is the
	// first row after the header, the header row is HeaderRow.
	Table, Row, Column int
	// Quoted marks block quotations, deletions and correction notices:
	// somebody else's words, or words no longer said.
	Quoted bool
}

// HeaderRow is the Row of the cells of a table's header.
const HeaderRow = -2

// ListKind tells how a list's items are marked.
type ListKind uint8

// The kinds of list.
const (
	Bulleted   ListKind = iota + 1
	Numbered            // 1. 1) (a) i.
	Dated               // plain lines that each begin with a date
	Definition          // terms with definitions, field lists
)

// List is a list of items at one depth.
type List struct {
	Kind ListKind
	// Items in order. A nested list's items are not among them.
	Items []ListItem
	// Parent and ParentItem name the list item in which the list stands,
	// None at the outermost level. Depth is 0 there.
	Parent, ParentItem, Depth int
	// Intro is the index of the block that directly precedes the list in
	// the same container (the paragraph or item text that introduces it),
	// None where nothing does.
	Intro int
	// Heading is as in Block.
	Heading int
}

// ListItem is one item of a list.
type ListItem struct {
	// Span covers the item with all that is nested in it.
	Span Span
	// Marker is the item's own mark as written ("3.", "(a)", "-"), without
	// blanks; empty for dated lines.
	Marker string
	// First and Last are the indices in Document.Blocks of the first and
	// last block in the item. They are None for an item without text.
	First, Last int
}

// Table is a table of cells. The cells' texts are blocks of kind Cell.
type Table struct {
	// Header holds the block index of each header cell, None where empty;
	// nil for a table without a header.
	Header []int
	// Rows hold the block index of each cell, None where empty.
	Rows [][]int
	// Intro and Heading are as in List. Caption is a block index or None.
	Intro, Heading, Caption int
	// Span covers the table.
	Span Span
}

// Document is one file, read.
type Document struct {
	// File is the path as given on the command line joined with the path
	// below it, with forward slashes.
	File string
	// Format is the reader's name: text, markdown, html, csv.
	Format string
	// Bytes is the size of the file on disk.
	Bytes int
	// Text is the canonical text.
	Text string
	// Blocks, Lists and Tables are in the order of their first byte.
	Blocks []Block
	Lists  []List
	Tables []Table
	// Literal are the spans of inline code, in order: words that stand for
	// themselves and say nothing.
	Literal []Span
	// Links are the links that have a label of their own, in the order of
	// their labels; bare addresses are not among them.
	Links []Link
	// Meta holds front matter and header fields (title, date, author …)
	// under lower-case names, as strings.
	Meta map[string]string
	// Fields are the front matter and header fields that stand in Text on
	// a line of their own, in order.
	Fields []Field
	// Marks are the comments that are addressed to Concord, in order.
	Marks []Mark
	// Anchors are the names that can be linked to.
	Anchors Anchors
	// Footmarks are the marks of notes, Footnotes the notes that have a label
	// of the markup's, both in order.
	Footmarks []Footmark
	Footnotes []Footnote
	// Notes tell what could not be read as it should.
	Notes []Note
	// Spots tell where people find the text in a format without lines (a page,
	// a paragraph, a cell), in the order of At; nil for formats with lines. The
	// text of such a document has no way back to the file's bytes: positions
	// are those of the canonical text.
	Spots []Spot

	origin Origin
}

// Spot is where a stretch of canonical text stands that begins at the byte At
// and ends where the next one begins. What is not known or not there is zero.
type Spot struct {
	At int
	// Page and Paragraph count from 1.
	Page, Paragraph int
	// Part names the sheet, chapter or file within the file; Cell the cell
	// ("C14").
	Part, Cell string
}

// SpotAt is the spot in which the byte at off of the canonical text stands; the
// zero Spot for a format with lines.
func (d *Document) SpotAt(off int) Spot {
	i := sort.Search(len(d.Spots), func(i int) bool { return d.Spots[i].At > off })
	if i == 0 {
		return Spot{}
	}
	return d.Spots[i-1]
}

// Link is a link with a label.
type Link struct {
	// Span is the label, without blanks at its ends.
	Span Span
	// Target is where the link leads, as written but for character
	// references: an address, a path, a fragment.
	Target string
	// Block is the index of the block in which the label stands, None for
	// one outside of all blocks, as in the definition of a link's target.
	Block int
}

// Mark is a comment that is addressed to Concord: "concord: pin list".
type Mark struct {
	// Span is the comment with its signs. It lies outside of all blocks: a
	// comment hidden by Markdown or HTML stands behind the text.
	Span Span
	// Words are what follows "concord:", without blanks at the ends.
	Words string
	// At is where in Text begins what stands behind the comment in the file;
	// the length of what is read of the file where nothing does.
	At int
	// Covers is the stretch of Text that the comment is for, as Covered tells
	// it. Readers leave it empty.
	Covers Span
}

// Field is a front matter key or header field with the place of its value.
type Field struct {
	// Name is in lower case.
	Name string
	// Span is the value as written, without blanks at its ends. In front
	// matter it lies outside of all blocks.
	Span Span
}

// Note is a remark on reading: about coverage, not about what documents say.
type Note struct {
	// Kind is a stable identifier: unreadable, binary, invalid-utf8,
	// empty, too-deep, too-long, unparsed, changed, hidden.
	Kind string
	// File is the document's path; Message a sentence for a person.
	File, Message string
}

// TextOf is the canonical text of a block.
func (d *Document) TextOf(b Block) string { return d.Text[b.Span.Start:b.Span.End] }

// HeadingPath lists the headings above block i, innermost first, as block
// indices. A heading block is not part of its own path.
func (d *Document) HeadingPath(i int) []int {
	var path []int
	for h := d.Blocks[i].Heading; h != None; h = d.Blocks[h].Heading {
		path = append(path, h)
	}
	return path
}
