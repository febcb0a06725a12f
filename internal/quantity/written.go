package quantity

import "github.com/shopspring/decimal"

// Written is the number that figures stand for (".036", "2.20", "1,204") and
// the interval that it may be rounded from, half of the last figure to either
// side. decimals is how many figures stand behind the point.
func Written(s string) (value decimal.Decimal, rounding Interval, decimals int, ok bool) {
	if len(s) > 0 && s[0] == '.' {
		s = "0" + s
	}
	v, place, ok := plainFigure(s)
	if !ok {
		return v, Interval{}, 0, false
	}
	place = min(place, 0)
	half := decimal.New(5, place-1)
	return v, Closed(v.Sub(half), v.Add(half)), int(-place), true
}
