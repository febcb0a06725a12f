package fact

// Kinds of facts about shares whose whole is named elsewhere.
const (
	KindShareOf Kind = "share-of"
	KindWhole   Kind = "whole"
)

// ShareOf is a figure with the percentage that it is of a whole which the
// sentence does not name: "2,118 (7.7 per cent)".
type ShareOf struct {
	Base        // the percentage
	Part, Share Figure
	// Names are the names that the whole document uses.
	Names NameSet `json:"-"`
}

// FactKind is KindShareOf.
func (*ShareOf) FactKind() Kind { return KindShareOf }

// Whole is a column of a table with its total.
type Whole struct {
	Base  // the total
	Parts []Figure
	Total Figure
	// Names are the names that the whole document uses.
	Names NameSet `json:"-"`
}

// FactKind is KindWhole.
func (*Whole) FactKind() Kind { return KindWhole }
