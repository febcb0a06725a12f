package fact

import "github.com/concordlint/concord/internal/quantity"

// Kinds of facts about chapters, sections and appendices.
const (
	KindSectionClaim Kind = "section-claim"
	KindSectionFile  Kind = "section-file"
)

// SectionClaim is a sentence that says how many chapters, sections or
// appendices its document or a part of it has, with the headings that there
// are.
type SectionClaim struct {
	Base
	Quantity quantity.Quantity
	// NumberAt is where the number itself stands.
	NumberAt Place
	// Sort is what is counted, in the singular: chapter, section, appendix.
	Sort string
	// Folder is the folder of the document; empty where the claim is about
	// a part of the document, which cannot go on in other files.
	Folder string
	// Labelled are the headings that call themselves so, each number once;
	// Gaps tells that their numbers do not run from 1 on.
	Labelled []Place
	Gaps     bool
	// Plain are the headings of the level at which such parts stand, where
	// they do not call themselves anything; Matter of them are front or back
	// matter, or an introduction or a conclusion, and may not count.
	Plain  []Place
	Matter int
	// AtLeast tells that more headings may follow than are meant ("the
	// following three sections").
	AtLeast bool
}

// FactKind is KindSectionClaim.
func (*SectionClaim) FactKind() Kind { return KindSectionClaim }

// SectionFile is a document that is one chapter, part or appendix of a work
// split into files.
type SectionFile struct {
	Base                 // its heading
	Sort, Number, Folder string
}

// FactKind is KindSectionFile.
func (*SectionFile) FactKind() Kind { return KindSectionFile }
