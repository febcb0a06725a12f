package fact

// KindTwin is the kind of Twin facts.
const KindTwin Kind = "twin"

// Twin is an item of a list, or a row of a table, whose text stands in the
// same list or table before.
type Twin struct {
	Base // the later one
	// First is the earlier one.
	First Place
	// Shape is "row" for a row of a table, "item" for an item of a list.
	Shape string
	// Numbered tells that the items of the list are numbered.
	Numbered bool
	// Adjacent tells that the two stand one behind the other.
	Adjacent bool
	// Words is the number of words of the text that have letters.
	Words int
	// Dated tells that the text begins with a date or, of a row, that a cell
	// is one; Marked that it has a name, a number or a date that tells it
	// from others of its kind.
	Dated, Marked bool
	// Key tells, of a row, that the table has a column in which each other
	// row has a value of its own.
	Key bool
	// Texts is the number of a row's cells that are words and no date;
	// Figures tells that one is a number.
	Texts   int
	Figures bool
	// Twins is how many items of the list stand in it before, and Items how
	// many it has.
	Twins, Items int
}

// FactKind is KindTwin.
func (*Twin) FactKind() Kind { return KindTwin }
