package fact

import "github.com/concordlint/concord/internal/quantity"

// KindStatistic is the kind of Statistic facts.
const KindStatistic Kind = "statistic"

// Statistic is the result of a statistical test as reported, with its
// significance; or a mean of whole numbers with their number.
type Statistic struct {
	Base
	// Test is t, F, χ², r, z or Q; "mean" for a mean.
	Test string
	// DF1 and DF2 are the degrees of freedom, exact; of a mean, DF1 is how
	// many numbers it is of.
	DF1, DF2 quantity.Interval
	// Value is the statistic with what it may be rounded from; Decimals, of a
	// mean, is how many figures stand behind its point.
	Value    quantity.Interval
	Decimals int
	// Relation is how p is given: "=", "<" or ">"; P its value with its
	// rounding, exact for bounds. PAt is where p stands; of a mean, where the
	// number of values does.
	Relation string
	P        quantity.Interval
	PAt      Place
	PSurface string
	// OneTailed and Corrected tell that the document speaks of tests with
	// one tail, of corrected p-values.
	OneTailed, Corrected bool
}

// FactKind is KindStatistic.
func (*Statistic) FactKind() Kind { return KindStatistic }
