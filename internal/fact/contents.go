package fact

import "github.com/concordlint/concord/internal/source"

// KindContents is the kind of what other documents may refer to.
const KindContents Kind = "contents"

// Contents are the numbered headings and captions of a document, for references
// from other documents.
type Contents struct {
	Base // the first of them, or the beginning of the document
	// File is the document's path, cleaned.
	File string
	// Called is what the document is named as, where it is a part of a whole:
	// "annex", "part 2"; Series its kind, "part". Both are empty elsewhere.
	Called, Series string
	Parts          []ContentsPart
	// Cut tells that there are more parts than are kept.
	Cut bool
}

// FactKind is KindContents.
func (*Contents) FactKind() Kind { return KindContents }

// ContentsPart is a Part in short.
type ContentsPart struct {
	Kind, Number string
	Span         source.Span
	Block, Level int
	Form         PartForm
}
