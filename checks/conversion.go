package checks

import (
	"fmt"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// newConversion makes the check of quantities that are stated twice.
func newConversion(p Params) (Check, error) {
	var params struct{}
	if err := p.Decode(&params); err != nil {
		return nil, err
	}
	return conversion{}, nil
}

// conversion compares a quantity in two units, and a number in words and in
// figures.
type conversion struct{}

func (conversion) keysByDocument() {}

// Needs quantities that are stated twice, amounts of money among them.
func (conversion) Needs() []fact.Kind {
	return append(exchanges{}.Needs(), fact.KindConversion)
}

// Keys by document: both stand side by side.
func (conversion) Keys(f fact.Fact) []string {
	if _, money := f.(*fact.Exchange); money {
		return exchanges{}.Keys(f)
	}
	c := f.(*fact.Conversion)
	if c.Quoted {
		return nil
	}
	return []string{docKey(c.Doc, 0)}
}

// Judge compares each pair.
func (conversion) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	if _, money := facts[0].(*fact.Exchange); money {
		return exchanges{}.Judge(key, facts)
	}
	out := make([]verdict.Verdict, 0, len(facts))
	for _, f := range facts {
		c := f.(*fact.Conversion)
		if c.InWords {
			out = append(out, judgeWords(c))
			continue
		}
		out = append(out, judgeUnits(c))
	}
	return out
}

// judgeWords compares a number in words with the figures behind it.
func judgeWords(c *fact.Conversion) verdict.Verdict {
	v := verdict.Verdict{Place: c.Place, Surface: c.Surface, Claimed: c.LeftSurface, Found: c.RightSurface}
	if c.Words.Lo.String() == c.Value || c.Words.Lo.String() == strings.TrimRight(strings.TrimRight(c.Value, "0"), ".") {
		v.Status = verdict.Agrees
		v.Message = fmt.Sprintf("%q says the same twice", c.Surface)
		return v
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	v.Message = fmt.Sprintf("the words say %q, the figures %s", c.LeftSurface, c.RightSurface)
	v.Evidence = []verdict.Evidence{{Role: verdict.Contradicts, Note: "the figures", Place: c.RightAt}}
	v.Calculation = &verdict.Calculation{Relation: "words equal figures", Operands: []verdict.Operand{
		{Interval: c.Words.String(), Place: &c.LeftAt}, {Interval: "[" + c.Value + "," + c.Value + "]", Place: &c.RightAt},
	}}
	if n, ok := c.Words.Int(); ok {
		v.Suggestions = append(v.Suggestions, verdict.Suggestion{Text: fmt.Sprint(n) + strings.TrimLeft(c.RightSurface, "0123456789.,"), Place: c.RightAt, Confidence: "low"})
	}
	return v
}

// judgeUnits compares two amounts; each stands for all values that would be
// written so.
func judgeUnits(c *fact.Conversion) verdict.Verdict {
	v := verdict.Verdict{Place: c.Place, Surface: c.Surface, Claimed: c.RightSurface}
	for _, to := range []bool{false, true} {
		if to && !c.Left.Range {
			break
		}
		converted, stated := c.Left.In(c.Right, to)
		if !converted.Known {
			v.Status, v.Why = verdict.Undecided, "the units do not convert"
			v.Message = fmt.Sprintf("whether %q agrees is open: %s", c.Surface, v.Why)
			return v
		}
		if converted.Meets(stated) {
			continue
		}
		if d, s, ok := c.Left.Difference(c.Right, to); ok && d.Meets(s) {
			continue
		}
		if !c.Across && farApart(converted, stated) {
			v.Status, v.Why = verdict.Undecided, "the second may be another quantity"
			v.Message = fmt.Sprintf("whether %q agrees is open: %s", c.Surface, v.Why)
			return v
		}
		return wrongUnits(c, converted, stated)
	}
	v.Status = verdict.Agrees
	v.Message = fmt.Sprintf("%q is the same amount twice", c.Surface)
	return v
}

// farApart reports whether two amounts of one system of units differ so much
// that no slip explains it.
func farApart(a, b quantity.Interval) bool {
	two := quantity.Exactly(2).Lo
	return a.Lo.Mul(two).Cmp(b.Hi) < 0 || b.Lo.Mul(two).Cmp(a.Hi) < 0
}

// wrongUnits is the verdict on amounts that differ.
func wrongUnits(c *fact.Conversion, converted, stated quantity.Interval) verdict.Verdict {
	found := amountText(c.Left, c.Right, c.RightSurface)
	v := verdict.Verdict{
		Status: verdict.Conflicts, Grade: verdict.Contradiction, Place: c.Place, Surface: c.Surface,
		Claimed: c.RightSurface, Found: found,
		Message:  fmt.Sprintf("text says %q, but %s is %s", c.Surface, c.LeftSurface, found),
		Evidence: []verdict.Evidence{{Role: verdict.Contradicts, Note: "the other unit", Place: c.RightAt}},
		Calculation: &verdict.Calculation{Relation: "both amounts may be one, in " + c.Right.Unit, Operands: []verdict.Operand{
			{Interval: roundedInterval(converted), Place: &c.LeftAt}, {Interval: stated.String(), Place: &c.RightAt},
		}},
	}
	v.Suggestions = []verdict.Suggestion{
		{Text: found, Place: c.RightAt, Confidence: "low"},
		{Text: amountText(c.Right, c.Left, c.LeftSurface), Place: c.LeftAt, Confidence: "low"},
	}
	return v
}

// roundedInterval writes an interval with no more decimals than are read.
func roundedInterval(i quantity.Interval) string {
	const decimals = 4
	i.Lo, i.Hi = i.Lo.RoundFloor(decimals), i.Hi.RoundCeil(decimals)
	return i.String()
}

// amountText is an amount in the unit of another, rounded and written as that
// one is.
func amountText(a, unit quantity.Amount, written string) string {
	lo, hi := a.Converted(unit)
	number := lo
	if lo != hi {
		number = lo + " to " + hi
	}
	if rest := strings.TrimLeft(written, "0123456789.,"); rest != written && rest != "" && !unit.Range {
		return number + rest
	}
	return number + " " + unit.Unit
}
