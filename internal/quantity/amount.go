package quantity

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/token"
)

// Amount is a quantity with its unit, as far as units convert: "26.2
// miles", "5 ft 10 in", "98.6 °F", "8 to 16 km".
type Amount struct {
	// Value and To are the number and, of a range, its other end, in Unit.
	Value, To decimal.Decimal
	Range     bool
	// Unit is the unit's name in the table's spelling, in lower case.
	Unit string
	// Approximate: "about", "over" and the like stand before it.
	Approximate bool
	// Start and End are token indices.
	Start, End int

	// place and toPlace are the powers of ten of the last figures written,
	// whole numbers' noughts left out: what the number may be rounded to.
	place, toPlace int32
	scales         []scale
}

// ParseAmount reads a measure at token i; ok is false where there is none.
// Numbers may be in figures, or in words as far as Parse reads them.
func ParseAmount(toks []token.Token, i int) (m Amount, ok bool) {
	p := parser(toks)
	m.Start = i
	if n := p.rough(i); n > 0 {
		m.Approximate = !p.bounds(i)
		i += n
	}
	next, unit, ok := m.number(p, i, &m.Value, &m.place)
	if !ok {
		return m, false
	}
	if unit == "" {
		if next2, unit2, ok := m.second(p, next); ok {
			next, unit = next2, unit2
		}
	}
	if unit == "" {
		next, unit = p.unit(next)
	} else if !prefixed(unit) {
		unit = strings.ToLower(unit)
	}
	scales := units()[unit]
	if scales == nil {
		return m, false
	}
	m.Unit, m.scales, m.End = strings.Clone(unit), scales, next
	m.smaller(p)
	return m, true
}

// rough is the number of tokens at i that make the number behind them a rough
// one or a bound.
func (p parser) rough(i int) int {
	switch p.lower(i) {
	case "about", "around", "approximately", "approx", "roughly", "nearly", "almost", "some", "over", "under", "~", "≈", "c", "ca", "circa", "<", ">", "≥", "≤", "below", "above":
		if p.lower(i+1) == "." {
			return 2
		}
		return 1
	case "more", "less", "fewer", "greater":
		if p.lower(i+1) == "than" {
			return 2
		}
	case "at":
		if w := p.lower(i + 1); w == "least" || w == "most" || w == "around" || w == "about" {
			return 2
		}
	case "up":
		if p.lower(i+1) == "to" {
			return 2
		}
	case "just":
		if w := p.lower(i + 1); w == "over" || w == "under" {
			return 2
		}
	}
	return 0
}

// bounds reports whether the word at i makes a bound of the number behind it,
// which converts as exactly as without.
func (p parser) bounds(i int) bool {
	switch p.lower(i) {
	case "over", "under", "<", ">", "≥", "≤", "below", "above", "more", "less", "fewer", "greater", "up", "just":
		return true
	case "at":
		return p.lower(i+1) == "least" || p.lower(i+1) == "most"
	}
	return false
}

// second reads the other end of "8 to 16" and "8–16".
func (m *Amount) second(p parser, i int) (next int, unit string, ok bool) {
	w := p.lower(i)
	if w != "to" && !isDash(w) || isDash(w) && (p[i].Space || i+1 < len(p) && p[i+1].Space) {
		return i, "", false
	}
	next, unit, ok = m.number(p, i+1, &m.To, &m.toPlace)
	if !ok || !m.To.GreaterThan(m.Value) {
		return i, "", false
	}
	m.Range = true
	return next, unit, true
}

// number reads a number in figures, with the unit glued to it, or in words.
func (m *Amount) number(p parser, i int, v *decimal.Decimal, place *int32) (next int, unit string, ok bool) {
	if !p.in(i) {
		return i, "", false
	}
	negative := false
	if w := p.text(i); (w == "-" || w == "−" || w == "–") && p.kind(i+1) == token.Number && p.glued(i+1) && (i == 0 || p[i].Space || p.text(i-1) == "(") {
		negative = true
		i++
	}
	if p.kind(i) != token.Number {
		q, n, ok := Parse(p, i)
		if !ok || !q.Exact || q.Style == Figures || q.Is(Times|Percent|Money|Definite|PartOf|More|Partial) {
			return i, "", false
		}
		*v, *place = q.Interval.Lo, 0
		return i + n, "", true
	}
	if i > 0 && p.glued(i) && !negative && p.text(i-1) != "(" && !isDash(p.text(i-1)) && p.text(i-1) != "/" && p.text(i-1) != "~" {
		return i, "", false
	}
	digits, unit := splitUnit(p.text(i))
	*v, *place, ok = plainFigure(digits)
	if !ok {
		return i, "", false
	}
	if negative {
		*v = v.Neg()
	}
	next = i + 1
	if half, ok := fractionSign(p.text(next)); ok && unit == "" {
		*v, next = v.Add(half), next+1
		*place = min(*place, 0)
	}
	if w := p.lower(next); w == "million" || w == "billion" || w == "thousand" || w == "hundred" {
		return i, "", false // rounded by words: left to others
	}
	return next, unit, true
}

// prefixed reports whether what is glued to figures is a prefix of size and no
// unit: "256Mi" is no distance, "5M" no length.
func prefixed(unit string) bool {
	switch unit {
	case "Mi", "Gi", "Ki", "M", "G", "T":
		return true
	}
	return false
}

// splitUnit parts "8km" into figures and unit.
func splitUnit(s string) (digits, unit string) {
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == ',' || s[n] == '.') {
		n++
	}
	return s[:n], s[n:]
}

// plainFigure reads "1,200.5". place is the power of ten of the last figure
// that is not a nought before the point.
func plainFigure(s string) (v decimal.Decimal, place int32, ok bool) {
	const longest = 14
	whole, fraction, dotted := strings.Cut(s, ".")
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if g == "" || i > 0 && len(g) != 3 || len(groups) > 1 && i == 0 && len(g) > 3 {
			return v, 0, false
		}
	}
	if len(s) > longest || strings.Contains(fraction, ",") || strings.Contains(fraction, ".") || dotted && fraction == "" {
		return v, 0, false
	}
	whole = strings.Join(groups, "")
	v, err := decimal.NewFromString(whole + "." + fraction + "0")
	if err != nil {
		return v, 0, false
	}
	if dotted {
		return v, -int32(len(fraction)), true
	}
	for n := len(whole) - 1; n > 0 && whole[n] == '0'; n-- {
		place++
	}
	return v, place, true
}

// fractionSign is the value of a sign like ½.
func fractionSign(s string) (decimal.Decimal, bool) {
	switch s {
	case "½":
		return decimal.New(5, -1), true
	case "¼":
		return decimal.New(25, -2), true
	case "¾":
		return decimal.New(75, -2), true
	case "⅓":
		return decimal.New(333333, -6), true
	case "⅔":
		return decimal.New(666667, -6), true
	}
	return decimal.Decimal{}, false
}

// unit reads the name of a unit at token i: the longest that the table has.
func (p parser) unit(i int) (next int, name string) {
	if isDash(p.lower(i)) && p.glued(i) && p.glued(i+1) {
		i++ // "26-mile"
	}
	const longest = 3 // tokens
	for n := longest; n > 0; n-- {
		if !p.in(i + n - 1) {
			continue
		}
		var b strings.Builder
		for k := i; k < i+n; k++ {
			if k > i && p[k].Space {
				b.WriteByte(' ')
			}
			b.WriteString(p.lower(k))
		}
		name = b.String()
		if strings.HasSuffix(name, ".") && n > 1 {
			name = strings.TrimSuffix(name, ".")
		}
		name = strings.ReplaceAll(strings.ReplaceAll(name, "-", " "), "sq. ", "sq ")
		if _, ok := units()[name]; ok {
			return i + n, name
		}
	}
	return i, ""
}

// smaller adds the second part of "5 ft 10 in", "6 st 4 lb", "2 lb 3 oz".
func (m *Amount) smaller(p parser) {
	if m.Range {
		return
	}
	var less Amount
	at := m.End
	if p.lower(at) == "and" || p.lower(at) == "," {
		at++
	}
	next, unit, ok := less.number(p, at, &less.Value, &less.place)
	if !ok {
		return
	}
	if unit == "" {
		next, unit = p.unit(next)
	}
	var by int64
	switch m.scales[0].dim {
	case ofLength:
		if strings.HasPrefix(m.Unit, "f") && strings.HasPrefix(strings.ToLower(unit), "in") {
			by = 12
		}
	case ofMass:
		if strings.HasPrefix(m.Unit, "st") && (unit == "lb" || unit == "lbs" || unit == "pounds") {
			by = 14
		} else if (strings.HasPrefix(m.Unit, "lb") || strings.HasPrefix(m.Unit, "pound")) && (unit == "oz" || unit == "ounces" || unit == "ounce") {
			by = 16
		}
	case ofClock:
		if strings.HasPrefix(m.Unit, "h") && strings.HasPrefix(unit, "min") {
			by = 60
		}
	}
	if by == 0 {
		return
	}
	// The sum in the smaller unit is as exact as that is written.
	m.Value = m.Value.Mul(decimal.NewFromInt(by)).Add(less.Value)
	m.place, m.Unit, m.scales, m.End = min(less.place, 0), strings.Clone(strings.ToLower(unit)), units()[strings.ToLower(unit)], next
}
