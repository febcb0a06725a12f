package source

// Anchors are the places of a file that can be linked to by name, as far as
// the file itself names them.
type Anchors struct {
	// Names are what stands where a name can stand (ids and names of
	// elements, labels of light markups), wherever in the file that is: more
	// names than those that work, never fewer.
	Names []string
	// Made is a piece of the file that stands for text which is written only
	// when the file is shown, and may bring anchors along: "{% include";
	// empty where there is none.
	Made string
	// Unlinked tells that headings have no anchors but those in Names.
	Unlinked bool
}

// Footmark is a mark in the text that leads to a note. Marks are not part of
// the canonical text.
type Footmark struct {
	// Span is the word before the mark, empty where none stands before it.
	Span Span
	// Label is what the mark shows ("5"), or the note's own label: "[^why]"
	// is why.
	Label string
	// Target is where the mark's link leads; empty without one.
	Target string
	// Named tells that the label is one of the markup's, and not shown.
	Named bool
	// Block is the index of the block in which the mark stands.
	Block int
}

// Footnote is a note with a label of the markup's: "[^why]: Because …".
type Footnote struct {
	Label string
	// Block is the index of its first block, None for a note without text.
	Block int
}
