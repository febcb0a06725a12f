package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/token"
	"github.com/shopspring/decimal"
)

// The dimensions that no unit tells.
const (
	dimNone    = ""
	dimCount   = "count"  // of things that a noun names
	dimNumber  = "number" // of a cell or behind a label
	dimPercent = "percent"
	dimPoints  = "points"
)

// measure is what a value is measured in.
type measure struct {
	dimension, unit string
	factor          lexicon.Measure
	head            int // token of the counted noun, 0 for none
}

// scale brings an interval to the dimension's base unit.
func (m measure) scale(i quantity.Interval) quantity.Interval {
	if m.factor.Num == 0 || m.factor.Num == 1 && m.factor.Exp == 0 {
		return i
	}
	f := decimal.New(m.factor.Num, m.factor.Exp)
	if !i.NoLo {
		i.Lo = i.Lo.Mul(f)
	}
	if !i.NoHi {
		i.Hi = i.Hi.Mul(f)
	}
	return i
}

// loosen widens what was measured in units of another system by three in a
// hundred: such figures are converted and rounded.
func (m measure) loosen(i quantity.Interval) quantity.Interval {
	if !m.factor.Foreign {
		return i
	}
	if !i.NoLo {
		i.Lo = i.Lo.Mul(decimal.New(97, -2))
	}
	if !i.NoHi {
		i.Hi = i.Hi.Mul(decimal.New(103, -2))
	}
	return i
}

// measureAt reads the unit or the noun behind a quantity, or the currency
// before it, and returns the token behind.
func measureAt(toks []token.Token, q quantity.Quantity) (measure, int) {
	end := q.End
	switch {
	case q.Is(quantity.Percent):
		return measure{dimension: dimPercent, unit: "%"}, end
	case q.Is(quantity.Points):
		return measure{dimension: dimPoints, unit: "points"}, end
	case q.Unit != "":
		if c := lexicon.CurrencyOf(q.Unit); c != "" {
			return measure{dimension: c, unit: q.Unit}, end
		}
		if f, ok := lexicon.MeasureOf(strings.ToLower(q.Unit)); ok {
			return measure{dimension: f.Dimension, unit: strings.ToLower(q.Unit), factor: f}, end
		}
		return measure{}, end
	}
	if end >= len(toks) {
		return measure{dimension: dimNumber}, end
	}
	w := toks[end].Lower
	if (w == "square" || w == "cubic") && end+1 < len(toks) {
		if f, ok := lexicon.MeasureOf(toks[end+1].Lower); ok && f.Dimension == "length" {
			p := lexicon.SquareOf(f)
			if w == "cubic" {
				p = lexicon.CubicOf(f)
			}
			return measure{dimension: p.Dimension, unit: w + " " + toks[end+1].Lower, factor: p}, end + 2
		}
	}
	if c := lexicon.CurrencyOf(toks[end].Text); c != "" && toks[end].Text != "$" {
		return measure{dimension: c, unit: w}, end + 1
	}
	if f, ok := lexicon.MeasureOf(w); ok && w != "s" && w != "in" {
		return measure{dimension: f.Dimension, unit: w, factor: f}, end + 1
	}
	return nounAt(toks, end)
}

// nounAt reads the noun that is counted behind a number: up to three words,
// the last in the plural; or that nothing is named there.
func nounAt(toks []token.Token, end int) (measure, int) {
	const longest = 3 // words
	for k := end; k < min(len(toks), end+longest); k++ {
		t := toks[k]
		if t.Kind != token.Word || k > end && !t.Space {
			break
		}
		if lexicon.Plain(t.Lower) || lexicon.Limit(t.Lower) == "not" {
			break
		}
		if isPlural(t.Lower) && !t.Possessive() {
			return measure{dimension: dimCount, head: k}, k + 1
		}
	}
	if q := end - 2; q > 0 && toks[q].Lower == "of" && toks[q-1].Kind == token.Word && !lexicon.Plain(toks[q-1].Lower) {
		return measure{dimension: dimNumber}, end // "a crowd of 31,652 saw"
	}
	if toks[end].Kind == token.Punct || lexicon.Plain(toks[end].Lower) {
		switch toks[end].Text {
		case ".", ",", ";", ")", "on", "in", "at", "by", "and", "under", "for", "since", "of":
			return measure{dimension: dimNumber}, end
		}
	}
	return measure{}, end
}

// isPlural reports whether a word looks like a noun in the plural.
func isPlural(w string) bool {
	if len(w) < 4 {
		return w == "men"
	}
	if strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is") {
		return false
	}
	return strings.HasSuffix(w, "s") || lexicon.Singular(w) != w || w == "staff"
}
