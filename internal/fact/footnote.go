package fact

// KindFootnote is the kind of the marks of notes, and of notes.
const KindFootnote Kind = "footnote"

// Footnote is a mark that leads to a note by the markup's own label, "[^why]",
// or a note to which no mark leads.
type Footnote struct {
	Base // the word before the mark, the mark that is shown as it is written, or the first word of the note
	// Label is the markup's.
	Label string
	State FootnoteState
	// Why tells why that a note is missing proves nothing; empty if nothing
	// says so.
	Why string
}

// FactKind is KindFootnote.
func (*Footnote) FactKind() Kind { return KindFootnote }

// FootnoteState tells what is known of a mark or a note.
type FootnoteState uint8

// The states.
const (
	FootnoteThere   FootnoteState = iota + 1 // a mark with its note
	FootnoteMissing                          // a mark without
	FootnoteUnused                           // a note without a mark
)
