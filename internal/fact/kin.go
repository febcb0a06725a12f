package fact

// KindKin is the kind of Kin facts.
const KindKin Kind = "kin"

// Kin is what a document says of somebody's relatives by name: "his second
// son, Erik", "their sons, Anton and Gregor".
type Kin struct {
	Base
	// Relation is the noun in the singular: son, daughter, child, wife.
	Relation string
	// Rank tells which of several: second, eldest, twin; empty where the text
	// does not say.
	Rank string
	// Of and OfGiven are the surname and the given name of the person whose
	// relatives they are.
	Of, OfGiven string
	// Names are the relatives, one for a single one.
	Names []Relative
	// Several tells that the document speaks of more than one marriage, so
	// that the person may have had several of the kind.
	Several bool
}

// Relative is one relative's given name with its place.
type Relative struct {
	Given string
	At    Place
}

// FactKind is KindKin.
func (*Kin) FactKind() Kind { return KindKin }
