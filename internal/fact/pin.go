package fact

import "github.com/concordlint/concord/internal/quantity"

// KindPin is the kind of Pin facts.
const KindPin Kind = "pin"

// PinOf names the kind of source that a pin counts.
type PinOf string

// The kinds of source.
const (
	PinList     PinOf = "list"     // items of the next list
	PinTable    PinOf = "table"    // rows of the next table
	PinColumn   PinOf = "column"   // different values of a column of it
	PinHeadings PinOf = "headings" // headings of the document
	PinFiles    PinOf = "files"    // files that match a glob
	PinRows     PinOf = "rows"     // rows of a CSV file below its header
	PinJSON     PinOf = "json"     // length of an array or object
	PinMatches  PinOf = "matches"  // matches of a pattern
)

// Pin is a marker in a comment that binds the number behind it to a source.
type Pin struct {
	// Base is the number; the marker where there is none.
	Base
	// Marker is the comment, Source its words behind "pin".
	Marker Place
	Source string
	Of     PinOf
	// File is the file or the glob, relative to the document's folder and
	// empty for the document itself; Part the JSON pointer or the pattern.
	File, Part string
	Quantity   quantity.Quantity
	// Counted is how many the source has, Known that it was counted.
	Counted int
	Known   bool
	// What is counted, in the singular.
	What string
	// Shown are places of what was counted, not always all.
	Shown []Place
	// Problem tells why the pin cannot be held against anything.
	Problem string
}

// FactKind is KindPin.
func (*Pin) FactKind() Kind { return KindPin }
