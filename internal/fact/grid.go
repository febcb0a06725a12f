package fact

import "github.com/concordlint/concord/internal/quantity"

// Kinds of facts about tables as a whole.
const (
	KindGrid      Kind = "grid"
	KindGridClaim Kind = "grid-claim"
)

// Grid is a table of which something may say how many rows it has.
type Grid struct {
	Base // the first cell of the first row that counts
	// Intro, Before and After are the blocks around the table as in List;
	// Caption is the block of its caption.
	Intro, Before, After, Caption int
	// Number is the number that the caption gives the table, as "2".
	Number string
	// File is the name of a file that holds nothing but the table, in lower
	// case and without folders.
	File string
	// Rows are the rows that certainly stand for one thing each.
	Rows []Place
	// Extra is how many rows more there are that go on with one or head some
	// of them, Totals how many that add the others up or repeat the header.
	Extra, Totals int
	// Columns are the columns with a header.
	Columns []GridColumn
	// Width is the number of columns.
	Width int
	// Cut tells that the table says of itself that rows are left out.
	Cut bool
}

// GridColumn is one column of a table.
type GridColumn struct {
	// Noun is the last word of its header in the singular, in lower case.
	Noun string
	// Values is how many different values stand in it, Filled how many rows
	// have one.
	Values, Filled int
}

// FactKind is KindGrid.
func (*Grid) FactKind() Kind { return KindGrid }

// GridClaim is a sentence that says how many rows a table has, or how many
// things it lists.
type GridClaim struct {
	Base
	Quantity quantity.Quantity
	// NumberAt is where the number itself stands.
	NumberAt Place
	// Noun is what is counted, in the singular; OfRows tells that it is a
	// word for rows, OfColumns that it is one for columns.
	Noun              string
	OfRows, OfColumns bool
	// Table is the number of the table that is spoken of, File the name of
	// the file; both are empty for the table beside the sentence.
	Table, File string
	// Above tells that the table stands above the sentence.
	Above bool
	// Caption tells that the claim stands in a table's caption.
	Caption bool
	// Tallied tells that the number is held against columns of the noun
	// already, as a claim about different things.
	Tallied bool
	// Weak tells that nothing points at the table: the sentence only stands
	// before it and introduces what it counts.
	Weak bool
	// General tells that any list may be of the noun (steps, options).
	General bool
}

// FactKind is KindGridClaim.
func (*GridClaim) FactKind() Kind { return KindGridClaim }
