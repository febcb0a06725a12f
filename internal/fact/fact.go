// Package fact defines what documents say that can be checked: values with
// their places. It holds data only; how facts are found is extract's matter,
// what they prove is the checks'.
package fact

import "github.com/concordlint/concord/internal/source"

// Kind names a type of fact.
type Kind string

// None is the index of a block that is not there, as in source.
const None = source.None

// Place is where a fact stands.
type Place struct {
	// Doc is the document's index in the set, in the order of file names.
	Doc int
	// Span is a range of bytes in the document's canonical text.
	Span source.Span
	// Block is the index of the block; Section that of the heading above
	// it, None at the top of the document.
	Block, Section int
	// Quoted tells that the words are somebody else's: inside quotation
	// marks or a block quotation.
	Quoted bool
}

// Fact is anything that a document says and a check can use.
type Fact interface {
	FactKind() Kind
	Where() Place
}

// Base carries what all facts have: their place and their surface.
type Base struct {
	Place
	// Surface is the text at the place's span.
	Surface string
}

// Where is the fact's place.
func (b Base) Where() Place { return b.Place }
