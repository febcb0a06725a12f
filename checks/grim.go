package checks

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// judgeMean holds a mean of whole numbers against how many they are, as the
// GRIM test does (Brown and Heathers 2017, "granularity-related inconsistency
// of means"): their sum is a whole number, so that of 25 of them 3.48 can be a
// mean and 3.47 cannot. The mean stands for all values that may be rounded to
// it, half to either side, so that no way of rounding is held against it.
func judgeMean(s *fact.Statistic) verdict.Verdict {
	v := verdict.Verdict{Place: s.Place, Surface: s.Surface, Claimed: s.Surface}
	n, whole := s.DF1.Int()
	if !whole || decimal.NewFromInt(int64(n)).GreaterThanOrEqual(decimal.New(1, int32(s.Decimals))) {
		return openStatistic(v, fmt.Sprintf("of %d numbers every mean with so few decimals is possible", n))
	}
	count := decimal.NewFromInt(int64(n))
	sum := s.Value.Hi.Mul(count).Floor() // the largest sum whose mean is not above the stated one
	const places = 6
	below, above := sum.DivRound(count, places), sum.Add(decimal.NewFromInt(1)).DivRound(count, places)
	nearest := fmt.Sprintf("%s and %s", below.StringFixed(int32(s.Decimals)), above.StringFixed(int32(s.Decimals)))
	v.Evidence = []verdict.Evidence{{Role: verdict.Defines, Note: "how many numbers", Place: s.PAt}}
	v.Calculation = &verdict.Calculation{Relation: "mean × n holds a whole number", Operands: []verdict.Operand{
		{Interval: s.Value.String(), Place: &s.Place}, {Interval: s.DF1.String(), Place: &s.PAt},
	}}
	if sum.GreaterThanOrEqual(s.Value.Lo.Mul(count)) {
		v.Status, v.Found = verdict.Agrees, below.StringFixed(int32(s.Decimals))
		v.Message = fmt.Sprintf("%q can be the mean of %d whole numbers", s.Surface, n)
		return v
	}
	v.Status, v.Grade, v.Found = verdict.Conflicts, verdict.Gap, nearest
	v.Message = fmt.Sprintf("%q is no mean of %d whole numbers: the nearest are %s", s.Surface, n, nearest)
	return v
}
