package fact

import "github.com/concordlint/concord/internal/quantity"

// KindConversion is the kind of Conversion facts.
const KindConversion Kind = "conversion"

// Conversion is one quantity stated twice: in two units, or in words and in
// figures.
type Conversion struct {
	Base // both, with what stands between
	// Left and Right are the two amounts of a quantity in two units; empty
	// for words and figures.
	Left, Right quantity.Amount
	// Across tells that one unit is of the metric system and the other not.
	Across bool
	// Words and Figures are the two of a number in words and figures;
	// Figures holds the digits as written.
	Words   quantity.Quantity
	InWords bool
	Value   string
	// LeftAt and RightAt are where the two stand.
	LeftAt, RightAt Place
	LeftSurface     string
	RightSurface    string
}

// FactKind is KindConversion.
func (*Conversion) FactKind() Kind { return KindConversion }
