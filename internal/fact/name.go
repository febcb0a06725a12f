package fact

// Kinds of facts about spelling.
const (
	KindName    Kind = "name"
	KindGarbled Kind = "garbled"
)

// Name is one spelling of a person's surname in one document, with all its
// uses there.
type Name struct {
	Base // the first use
	// Form is the spelling; Givens the given names it is used with;
	// Offices its offices as "title|org".
	Form    string
	Givens  []string
	Offices []string
	// Uses are the places of all uses outside quotations.
	Uses []Place
	// Garbled tells that letters are lost to encoding.
	Garbled bool
	// Marked tells that the text itself remarks on the spelling.
	Marked bool
	// Accepted tells that a register has the spelling as the right one.
	Accepted bool
	// Like is the surname of a full name of the same document that this one
	// resembles; the two are compared as full names are.
	Like string
}

// FactKind is KindName.
func (*Name) FactKind() Kind { return KindName }

// Garbled is a word with letters lost to encoding.
type Garbled struct {
	Base
	// Pattern is the word with each damaged place as '?'; Clean is the
	// repaired form where the damage itself tells it (mojibake).
	Pattern, Clean string
	// Weak tells that the mark may be a question mark or an operator between
	// two words: only a clean form elsewhere shows the damage.
	Weak bool
}

// FactKind is KindGarbled.
func (*Garbled) FactKind() Kind { return KindGarbled }
