package chance_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/chance"
	"github.com/concordlint/concord/internal/quantity"
)

// TestSignificance holds p to values from printed tables.
func TestSignificance(t *testing.T) {
	for _, c := range []struct {
		test          chance.Test
		value         string
		df1, df2      int64
		atLeast, most string
	}{
		{chance.T, "2.048", 28, 0, "0.0499", "0.0501"},
		{chance.F, "3.316", 2, 30, "0.0499", "0.0501"},
		{chance.Chi, "3.841", 1, 0, "0.0499", "0.0501"},
		{chance.Z, "1.96", 0, 0, "0.0499", "0.0501"},
		{chance.R, "0.273", 50, 0, "0.0499", "0.0503"},
		{chance.Q, "21.026", 12, 0, "0.0499", "0.0501"},
	} {
		v := decimal.RequireFromString(c.value)
		p, ok := chance.Significance(c.test, quantity.Closed(v, v), decimal.NewFromInt(c.df1), decimal.NewFromInt(c.df2))
		want := quantity.Closed(decimal.RequireFromString(c.atLeast), decimal.RequireFromString(c.most))
		if !ok || !p.Within(want) {
			t.Errorf("%s(%d, %d) = %s: p %s, want in %s", c.test, c.df1, c.df2, c.value, p, want)
		}
	}
}

// TestImpossible refuses what cannot be.
func TestImpossible(t *testing.T) {
	two := decimal.NewFromInt(2)
	for _, test := range []chance.Test{chance.T, chance.F, chance.Chi, chance.R} {
		if _, ok := chance.Significance(test, quantity.Closed(two, two), decimal.Zero, decimal.Zero); ok {
			t.Errorf("%s without degrees of freedom has a p", test)
		}
	}
}
