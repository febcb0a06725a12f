// Package chance computes how likely results of statistical tests are by
// chance alone. It knows distributions; it must not know documents.
//
// It is the one place that reckons with floats: a distribution has no exact
// values. What it returns is widened by far more than their error.
package chance

import (
	"math"

	"github.com/shopspring/decimal"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/concordlint/concord/internal/quantity"
)

// Test is a kind of statistical test by its statistic.
type Test string

// The tests.
const (
	T   Test = "t" // Student's t with one number of degrees of freedom
	F   Test = "F" // Fisher's F with two
	Chi Test = "χ²"
	R   Test = "r" // a correlation, with n-2 degrees of freedom
	Z   Test = "z"
	Q   Test = "Q" // of heterogeneity, distributed as χ²
)

// Significance is the interval of p over all values of a statistic in an
// interval: two-tailed for t, z and r, of the upper tail for the others. ok is
// false for values and degrees of freedom that there cannot be.
func Significance(test Test, value quantity.Interval, df1, df2 decimal.Decimal) (p quantity.Interval, ok bool) {
	if !value.Known || value.NoLo || value.NoHi {
		return p, false
	}
	lo, hi := value.Lo.Abs(), value.Hi.Abs()
	if lo.GreaterThan(hi) {
		lo, hi = hi, lo
	}
	if value.Lo.Sign() < 0 && value.Hi.Sign() > 0 {
		lo = decimal.Zero
	}
	most, ok1 := tail(test, lo.InexactFloat64(), df1.InexactFloat64(), df2.InexactFloat64())
	least, ok2 := tail(test, hi.InexactFloat64(), df1.InexactFloat64(), df2.InexactFloat64())
	if !ok1 || !ok2 {
		return p, false
	}
	const digits = 9
	margin := decimal.New(1, -digits)
	return quantity.Closed(
		decimal.Max(decimal.Zero, decimal.NewFromFloat(least).RoundFloor(digits).Sub(margin)),
		decimal.Min(decimal.New(1, 0), decimal.NewFromFloat(most).RoundCeil(digits).Add(margin)),
	), true
}

// tail is the probability of a value at least as great.
func tail(test Test, x, df1, df2 float64) (p float64, ok bool) {
	switch test {
	case T:
		if df1 <= 0 {
			return 0, false
		}
		p = 2 * distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df1}.Survival(x)
	case R:
		if df1 <= 0 || x > 1 {
			return 0, false
		}
		if x == 1 {
			return 0, true
		}
		p = 2 * distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df1}.Survival(x*math.Sqrt(df1/(1-x*x)))
	case Z:
		p = 2 * distuv.UnitNormal.Survival(x)
	case F:
		if df1 <= 0 || df2 <= 0 {
			return 0, false
		}
		p = distuv.F{D1: df1, D2: df2}.Survival(x)
	case Chi, Q:
		if df1 <= 0 {
			return 0, false
		}
		p = distuv.ChiSquared{K: df1}.Survival(x)
	}
	return p, !math.IsNaN(p) && !math.IsInf(p, 0)
}
