package fact

// Kinds of facts about numbered things: documents, chapters, issues.
const (
	KindOwnNumber Kind = "own-number"
	KindLinkLabel Kind = "link-label"
)

// Reference names a thing by its kind and number: chapter 3, RFC 2119.
type Reference struct {
	// Kind is in lower case, singular and without abbreviation where that
	// is known: "chapter" for "Ch."; empty where only a number stands, "#"
	// for a bare number of an issue or the like.
	Kind string
	// Number has no leading zeros; parts are joined by dots: "4.2".
	Number string
}

// OwnNumber is a number that a document gives itself.
type OwnNumber struct {
	Base   // the number where it is stated
	Stated Reference
	// Source is where it is stated: "field" or "title".
	Source string
	// Field is the field's name.
	Field string
	// Name is the name of the file, or of the folder where the file's own
	// name says nothing (README, index); Folder is where that stands.
	Name, Folder string
	// Named are the references in Name, Numbers all numbers in it.
	Named   []NameNumber
	Numbers []string
}

// NameNumber is a number in the name of a file or folder.
type NameNumber struct {
	Reference
	// Folders are the kinds of thing that the folders above are named
	// for, of a number at the beginning of a name; nearest first.
	Folders []string
	// Digits is how many digits it is written with, zeros included.
	Digits int
}

// FactKind is KindOwnNumber.
func (*OwnNumber) FactKind() Kind { return KindOwnNumber }

// LinkLabel is a reference to a numbered thing in the label of a link.
type LinkLabel struct {
	Base  // the reference
	Label Reference
	// Alone tells that the label says nothing but the reference, and perhaps
	// the title of what it refers to.
	Alone bool
	// Lead tells that the label is about what it refers to: the reference
	// begins it, or ends a short one.
	Lead bool
	// Tight tells that kind and number are written as one word.
	Tight bool
	// Hash tells that they are joined by a number sign: "repository#12".
	Hash bool
	// Target is where the link leads; Targets are the numbered things that
	// it names, and Numbers all the numbers in it.
	Target  string
	Targets []TargetNumber
	Numbers []string
}

// TargetNumber is a numbered thing in the target of a link.
type TargetNumber struct {
	NameNumber
	// Where tells which part of the target has it: "path", or "fragment".
	Where string
	// Last tells that it stands in the path's last part with a name.
	Last bool
	// Sure tells that the target's own text confirms it: a heading of
	// this document to which the fragment belongs.
	Sure bool
}

// FactKind is KindLinkLabel.
func (*LinkLabel) FactKind() Kind { return KindLinkLabel }
