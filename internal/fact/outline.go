package fact

// Kinds of facts about the written numbering of a document's parts.
const (
	KindOutline  Kind = "outline"
	KindCrossRef Kind = "cross-reference"
)

// Outline is all the numbered parts that a document has, in order: headings,
// numbered paragraphs and list items, captions.
type Outline struct {
	Base  // the first of them
	Parts []Part
	// Points are the numbers and letters of items and paragraphs, in order; of
	// a document that refers to none, nil.
	Points []Point
	// Recounted tells that the numbers of list items are counted anew when
	// the document is shown.
	Recounted bool
	// Cut tells that the document has more parts than are kept.
	Cut bool
}

// FactKind is KindOutline.
func (*Outline) FactKind() Kind { return KindOutline }

// PartForm tells how a numbered part is written.
type PartForm uint8

// The forms of numbered parts.
const (
	PartHeading PartForm = iota + 1
	PartItem             // an item of a numbered list, or a numbered paragraph
	PartCaption          // the caption of a table, a figure, or the like
	PartNamed            // a word and number at the head of a list item or cell, which may be listed and not had
	PartSource           // an entry of a numbered list of sources or notes
)

// Part is one numbered part of a document.
type Part struct {
	Place // of the number, with the word before it; of the item's text where the number is its mark
	// Kind is the word before the number, in lower case and singular and
	// without abbreviation ("figure"); empty where only a number stands.
	Kind string
	// Number has its parts joined by dots, letters in capitals and no zeros
	// before them: "4.3", "B", "A.1", "II".
	Number string
	// Surface is the text at the place.
	Surface string
	Form    PartForm
	// List is the index of the list of an item, None elsewhere.
	List int
	// Level is the level of a heading, 0 elsewhere.
	Level int
	// Excused tells that the part's text says that it is left out:
	// withdrawn, reserved, deleted.
	Excused bool
}

// CrossRef is a reference to a numbered part: "see Section 4.3".
type CrossRef struct {
	Base // word and numbers
	// Kind is as in Part; Word is the word as written.
	Kind, Word string
	// Numbers are as in Part, one for each part referred to; of a range
	// both ends.
	Numbers []string
	// Doubt tells why the part may be one of another work, or one that is
	// not there any more; empty if nothing says so.
	Doubt string
	// Subs are the paragraphs and points of the last of Numbers, outermost
	// first, letters in capitals: "2", "A" of "Article 9(2)(a)".
	Subs []string
	// Point tells that a point of a list is meant, Toward where it is said to
	// be: above or below; empty where that is not said.
	Point  bool
	Toward string
	// Elsewhere is the key of the other document that has the part, Series that
	// of the documents of which the part is one; both are empty elsewhere.
	Elsewhere, Series string
	// Raised tells that the reference is a note's mark in superscript: the
	// place is that of the word before it.
	Raised bool
}

// FactKind is KindCrossRef.
func (*CrossRef) FactKind() Kind { return KindCrossRef }
