package fact

import "github.com/shopspring/decimal"

// KindSum is the kind of Sum facts.
const KindSum Kind = "sum"

// SumOf tells how a figure is said to result from others.
type SumOf string

// What a figure can be of others.
const (
	// Total: they add up to it.
	Total SumOf = "total"
	// Hundred: it is the whole of 100 per cent, of which they are the shares.
	Hundred SumOf = "hundred"
	// Mean: it is their arithmetic mean.
	Mean SumOf = "mean"
	// Share: it is the first as a percentage of the second.
	Share SumOf = "share"
	// Change: it is the percentage by which the first exceeds the second.
	Change SumOf = "change"
	// Difference: it is what the first exceeds the second by.
	Difference SumOf = "difference"
	// Multiple: it is how many times the second goes into the first.
	Multiple SumOf = "multiple"
)

// Figure is a number in figures or words with its place.
type Figure struct {
	Place
	Value decimal.Decimal
	// Ulp is the power of ten of the last figure that is written: 0 for
	// "45", -1 for "3.5", 5 for "1.2 million".
	Ulp int8
	// Exact tells that the number cannot be rounded: a count of things.
	Exact bool
}

// Sum is a figure that a document gives as the result of others: a total of a
// table's rows, a share of a whole.
type Sum struct {
	Base
	Of     SumOf
	Result Figure
	// Readings are what it may result from, the likeliest first.
	Readings [][]Figure
	// Group brings together the results of one table that are reached in
	// the same way: where the others come out right, one that does not is a
	// slip. Results in prose have a group each.
	Group int
	// Prose tells that the result stands in a sentence with its parts.
	Prose bool
	// Along tells that the parts stand in the result's own row.
	Along bool
	// Label is what the result is called: "Total votes".
	Label string
	// Gaps tells that some of the parts are left empty.
	Gaps bool
	// Low and High bound the result where it is qualified ("nearly a
	// third"); both are nil where the figure itself says how exact it is.
	Low, High *decimal.Decimal
	// Doubt is why the result is not held against its parts, empty for most.
	Doubt string
}

// FactKind is KindSum.
func (*Sum) FactKind() Kind { return KindSum }
