package quantity

import (
	"fmt"
	"strings"
)

// Flags tell what stands around a number: what a caller that counts things
// must know before it takes the number for a count.
type Flags uint32

// The flags. Several can hold at once.
const (
	// Times: how often ("twice", "seven times", "on three occasions").
	Times Flags = 1 << iota
	// Factor: a multiple and not a count ("twice as many", "three times
	// more than", "100-fold", "2x").
	Factor
	// Percent: a share of a hundred; Points: percentage points.
	Percent
	Points
	// Money: an amount, its symbol or code in Unit where it precedes.
	Money
	// Measure: an amount of a unit of time, length, weight … ("two weeks",
	// "5 km"), not of things.
	Measure
	// Rate: by the day, per head, every two weeks.
	Rate
	// Fraction: a share ("half of", "two-thirds", "a quarter of"); the
	// interval is in parts of one.
	Fraction
	// Ratio: "one in five", both numbers.
	Ratio
	// YearLike: four bare figures that read as a year.
	YearLike
	// NotACount: the number names something: a label ("Article 5", "Route
	// 66"), a day of a month, a citation, an item's own number, an age.
	NotACount
	// Compound: part of a hyphenated adjective ("three-year", "two-way").
	Compound
	// Range: written as "3 to 5", "3–5", "between 3 and 5". Two figures
	// with a dash may still be a score.
	Range
	// Choice: written as "three or four".
	Choice
	// Change: the number is one end of a change or a result ("from 9 to 7",
	// "up 12 to 42", "three to two").
	Change
	// OneOf: "one of the reasons".
	OneOf
	// PartOf: a part of a whole that is named ("three of the four", "two of
	// them", "Of the nine calls, four …").
	PartOf
	// Whole: the whole of such a part ("three of the four": four; "one of
	// two ways": two).
	Whole
	// Definite: "the two", "these three", "all five", "both".
	Definite
	// Possessed: "his four", "Germany's two".
	Possessed
	// Partial: "the first three", "last two", "the remaining six".
	Partial
	// More: in addition to others ("another three", "two more").
	More
	// Total: "a total of 12", "12 in all", "12 altogether".
	Total
	// Negated: "not three".
	Negated
	// None: nought, said by a word ("no", "none", "never").
	None
	// Ambiguous: the figure has another reading ("1.234" may be thousands,
	// "over three days" may be no bound).
	Ambiguous
	// Rounded: the figure's own writing says that it is rounded ("1.2
	// million", "45%"); see Quantity.Rounding.
	Rounded
)

// Never holds the flags of numbers that count no things at all.
const Never = Factor | Percent | Points | Money | Fraction | Ratio | YearLike | NotACount | Compound | Change

// flagNames are the flags' names from the lowest bit.
var flagNames = [...]string{"times", "factor", "percent", "points", "money", "measure", "rate", "fraction", "ratio", "year-like", "not-a-count",
	"compound", "range", "choice", "change", "one-of", "part-of", "whole", "definite", "possessed", "partial", "more", "total", "negated", "none",
	"ambiguous", "rounded"}

// String lists the flags' names with blanks between, lowest bit first.
func (f Flags) String() string {
	var names []string
	for i, name := range flagNames {
		if f&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}

// MarshalText is String, for formats that people read.
func (f Flags) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (f *Flags) UnmarshalText(text []byte) error {
	*f = 0
next:
	for name := range strings.FieldsSeq(string(text)) {
		for i, known := range flagNames {
			if name == known {
				*f |= 1 << i
				continue next
			}
		}
		return fmt.Errorf("quantity flag %q is not known", name)
	}
	return nil
}
