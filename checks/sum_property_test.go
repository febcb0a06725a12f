package checks

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// printed makes a figure of a true value, rounded to a power of ten.
func printed(v decimal.Decimal, ulp int8) fact.Figure {
	return fact.Figure{Value: v.Round(int32(-ulp)), Ulp: ulp, Exact: false}
}

// trueSet draws true parts and the places to which they are printed.
func trueSet(t *rapid.T) ([]decimal.Decimal, int8) {
	ulp := int8(rapid.IntRange(-2, 3).Draw(t, "ulp"))
	n := rapid.IntRange(2, 12).Draw(t, "parts")
	parts := make([]decimal.Decimal, n)
	for i := range parts {
		parts[i] = decimal.New(rapid.Int64Range(0, 1e9).Draw(t, "part"), -4)
	}
	return parts, ulp
}

func judged(of fact.SumOf, result fact.Figure, parts []fact.Figure) verdict.Verdict {
	s := &fact.Sum{Of: of, Result: result, Readings: [][]fact.Figure{parts}, Prose: true, Base: fact.Base{Surface: result.Value.String()}}
	c := sums{[]fact.SumOf{of}}
	return c.Judge("", []fact.Fact{s})[0]
}

// TestRoundingIsNoConflict: a true set of figures, each rounded for print,
// never makes a finding.
func TestRoundingIsNoConflict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts, ulp := trueSet(t)
		total := decimal.Zero
		var figures []fact.Figure
		for _, p := range parts {
			total = total.Add(p)
			figures = append(figures, printed(p, ulp))
		}
		own := int8(rapid.IntRange(-2, 3).Draw(t, "total's ulp"))
		if v := judged(fact.Total, printed(total, own), figures); v.Status != verdict.Agrees {
			t.Fatalf("total: %s", v.Message)
		}
		mean := total.DivRound(decimal.NewFromInt(int64(len(parts))), 8)
		if v := judged(fact.Mean, printed(mean, own), figures); v.Status != verdict.Agrees {
			t.Fatalf("mean: %s", v.Message)
		}
		whole := total.Add(decimal.New(1, 0))
		share := parts[0].Mul(decimal.New(100, 0)).DivRound(whole, 8)
		if b := printed(whole, ulp); b.Value.Sign() > 0 {
			if v := judged(fact.Share, printed(share, -1), []fact.Figure{printed(parts[0], ulp), b}); v.Status == verdict.Conflicts {
				t.Fatalf("share: %s", v.Message)
			}
		}
	})
}

// TestBeyondTolerance: moving the total beyond what rounding allows always
// shows, as long as it stays near enough to be meant as the total.
func TestBeyondTolerance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts, ulp := trueSet(t)
		total := decimal.Zero
		var figures []fact.Figure
		largest := decimal.Zero
		for _, p := range parts {
			f := printed(p, ulp)
			total = total.Add(f.Value)
			largest = decimal.Max(largest, f.Value)
			figures = append(figures, f)
		}
		// Half a unit for each part and for the total, and one to be beyond.
		off := decimal.New(5, int32(ulp)-1).Mul(decimal.NewFromInt(int64(len(parts) + 1))).Add(decimal.New(1, int32(ulp)))
		wrong := fact.Figure{Value: total.Add(off), Ulp: ulp}
		if off.Mul(decimal.New(3, 0)).GreaterThan(total) || wrong.Value.LessThanOrEqual(largest) {
			t.Skip("not near enough to be meant as the total")
		}
		if v := judged(fact.Total, wrong, figures); v.Status != verdict.Conflicts {
			t.Fatalf("%s: %s %s", v.Status, v.Message, v.Why)
		}
	})
}
