package fact

import "github.com/concordlint/concord/internal/source"

// Kinds of facts about links to places within documents.
const (
	KindAnchors    Kind = "anchors"
	KindAnchorLink Kind = "anchor-link"
)

// Anchors are the places of a document that can be linked to.
type Anchors struct {
	Base // the first heading, or the beginning of the document
	// File is the document's path, cleaned.
	File string
	// Names are those that the document gives itself.
	Names []string
	// Headings, Terms of definition lists included, in order.
	Headings []AnchorHeading
	// Made tells what stands for text that is written only when the document
	// is shown; empty where nothing does.
	Made string
	// Unlinked tells that headings have no names but those in Names.
	Unlinked bool
	// Whole tells that the document has been read to its end.
	Whole bool
}

// FactKind is KindAnchors.
func (*Anchors) FactKind() Kind { return KindAnchors }

// AnchorHeading is a heading that a name is made of.
type AnchorHeading struct {
	Text  string
	Span  source.Span
	Block int
}

// AnchorLink is a link to a place within a document.
type AnchorLink struct {
	Base // its label
	// To is the path of the document that it leads to, cleaned; empty where
	// the address does not tell, for which Why gives the reason. Own tells
	// that it is this one.
	To  string
	Own bool
	Why string
	// Name is the place's name, decoded. Target is the link's as written.
	Name, Target string
}

// FactKind is KindAnchorLink.
func (*AnchorLink) FactKind() Kind { return KindAnchorLink }
