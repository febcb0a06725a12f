package quantity

import "github.com/shopspring/decimal"

// Convertible reports whether two measures are of one dimension and in two
// units. across tells that one is of the metric system and the other not.
func (m Amount) Convertible(o Amount) (across, ok bool) {
	a, b, ok := common(m, o)
	return a.metric != b.metric, ok && m.Unit != o.Unit && !(a.lo.Equal(b.lo) && a.hi.Equal(b.hi)) && m.Range == o.Range
}

// common are the scales of two measures in a dimension that both have.
func common(m, o Amount) (a, b scale, ok bool) {
	for _, x := range m.scales {
		for _, y := range o.scales {
			if x.dim == y.dim {
				return x, y, true
			}
		}
	}
	return a, b, false
}

// In is what m says, in the unit of o, as the interval of all values that
// would be written so; and o's own interval. Both are of the ends of ranges
// if to is set. Temperatures may be differences: then also as such.
func (m Amount) In(o Amount, to bool) (converted, stated Interval) {
	a, b, ok := common(m, o)
	if !ok {
		return Interval{}, Interval{}
	}
	x, y := m.written(to), o.written(to)
	if a.dim == ofTemperature {
		return celsius(x, a, b), y
	}
	// The least and the greatest ratio of the two units.
	const digits = 18
	lo, hi := a.lo.DivRound(b.hi, digits), a.hi.DivRound(b.lo, digits)
	if x.Lo.Sign() < 0 {
		return Interval{}, y
	}
	x.Lo, x.Hi = x.Lo.Mul(lo), x.Hi.Mul(hi)
	return x, y
}

// celsius converts temperatures; a difference of degrees has no offset.
func celsius(x Interval, from, to scale) Interval {
	nine, five, offset := decimal.NewFromInt(9), decimal.NewFromInt(5), decimal.NewFromInt(32)
	const digits = 9
	c := x
	switch {
	case from.metric && !to.metric:
		c.Lo, c.Hi = x.Lo.Mul(nine).Div(five).Add(offset), x.Hi.Mul(nine).Div(five).Add(offset)
	case !from.metric && to.metric:
		c.Lo, c.Hi = x.Lo.Sub(offset).Mul(five).DivRound(nine, digits), x.Hi.Sub(offset).Mul(five).DivRound(nine, digits)
	}
	return c
}

// Difference is In for temperatures that are differences ("a rise of 2 °C
// (3.6 °F)"); ok is false for other dimensions.
func (m Amount) Difference(o Amount, to bool) (converted, stated Interval, ok bool) {
	a, b, ok := common(m, o)
	if !ok || a.dim != ofTemperature {
		return converted, stated, false
	}
	x, y := m.written(to), o.written(to)
	nine, five := decimal.NewFromInt(9), decimal.NewFromInt(5)
	const digits = 9
	if a.metric && !b.metric {
		x.Lo, x.Hi = x.Lo.Mul(nine).Div(five), x.Hi.Mul(nine).Div(five)
	} else if !a.metric && b.metric {
		x.Lo, x.Hi = x.Lo.Mul(five).DivRound(nine, digits), x.Hi.Mul(five).DivRound(nine, digits)
	}
	return x, y, true
}

// written is the interval of values that a careful writer would write so:
// half of the last figure to either side. Of a whole number with noughts at
// its end these may be rounded too, but by no more than a tenth. What is
// called rough is a tenth off.
func (m Amount) written(to bool) Interval {
	v, place := m.Value, m.place
	if to && m.Range {
		v, place = m.To, m.toPlace
	}
	half := decimal.New(5, place-1)
	tenth := v.Abs().Div(decimal.NewFromInt(10))
	unit := decimal.New(5, -1)
	if place > 0 && half.GreaterThan(tenth) {
		half = decimal.Max(tenth, unit)
	}
	if place > 0 && m.scales[0].dim == ofTemperature {
		half = decimal.New(5, 0)
		if !m.scales[0].metric {
			half = decimal.New(8, 0)
		}
	}
	if m.Approximate {
		half = decimal.Max(half, tenth)
	}
	return Closed(v.Sub(half), v.Add(half))
}

// Converted is the amount's number in the unit of another one, rounded as
// that is written; hi is that of the greatest reading of units that have
// several.
func (m Amount) Converted(o Amount) (lo, hi string) {
	m.Approximate, m.place, m.toPlace = false, -9, -9
	i, _ := m.In(o, false)
	places := max(-min(o.place, 0), 0)
	middle := func(d decimal.Decimal) string {
		s := d.Round(places)
		if s.IsZero() {
			s = d.Round(places + 2)
		}
		return s.String()
	}
	return middle(i.Lo), middle(i.Hi)
}
