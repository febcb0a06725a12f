package formats

import (
	"strings"
	"unicode/utf8"
)

// measure reads numbers and quantities as the package siunitx writes them.
func (w *latexWalker) measure(name string, from, end int) bool {
	n := 0
	switch name {
	case "num", "si", "unit", "ang":
		n = 1
	case "SI", "qty", "numrange":
		n = 2
	case "SIrange", "qtyrange":
		n = 3
	default:
		return false
	}
	if name == "qty" && w.at < end && w.src[w.at] != '{' && w.src[w.at] != '[' {
		return false
	}
	w.drop(0, end)
	var args []string
	next := w.at
	for range n {
		a, b, after, ok := w.argument(next, end)
		if !ok {
			return true
		}
		args, next = append(args, string(w.src[a:b])), after
	}
	text := ""
	switch name {
	case "num":
		text = siNumber(args[0])
	case "ang":
		text = siNumber(args[0]) + "°"
	case "si", "unit":
		text = siUnit(args[0])
	case "SI", "qty":
		text = siNumber(args[0]) + siSpaced(args[1])
	case "numrange":
		text = siNumber(args[0]) + " to " + siNumber(args[1])
	default:
		text = siNumber(args[0]) + " to " + siNumber(args[1]) + siSpaced(args[2])
	}
	w.put(text, from, next)
	w.at = next
	return true
}

// siNumber is a number as siunitx takes it.
func siNumber(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), `\pm`, "±")
	if i := strings.IndexAny(s, "eE"); i > 0 && strings.Trim(s[i+1:], "+-0123456789") == "" {
		return s[:i] + " × 10" + strings.ReplaceAll(raised.Replace(strings.TrimPrefix(s[i+1:], "+")), "-", "⁻")
	}
	return strings.ReplaceAll(s, "+-", " ± ")
}

// siSpaced is a unit behind a number.
func siSpaced(s string) string {
	u := siUnit(s)
	if u == "" || u == "%" || u == "°" {
		return u
	}
	return "\u00a0" + u
}

// siUnit is a unit's sign.
func siUnit(s string) string {
	var out strings.Builder
	for s = strings.TrimSpace(s); s != ""; {
		if s[0] != '\\' {
			if s[0] != '~' && s[0] != '.' && s[0] != '{' && s[0] != '}' {
				out.WriteByte(s[0])
			}
			s = s[1:]
			continue
		}
		n := 1
		for n < len(s) && isLetter(s[n]) {
			n++
		}
		name := s[1:n]
		if n == 1 && strings.HasPrefix(s, `\%`) {
			name = "%"
		}
		if n == 1 && n < len(s) {
			_, size := utf8.DecodeRuneInString(s[1:])
			n += size
		}
		s = s[n:]
		out.WriteString(siSign(name))
	}
	return out.String()
}

// siSign is the sign of a unit or prefix, for others their name.
func siSign(name string) string {
	pairs := strings.Fields(siUnits)
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1]
		}
	}
	return name
}

// siUnits are the names of units and prefixes and their signs, by turns.
const siUnits = " percent % metre m meter m gram g kilogram kg second s minute min hour h day d litre l liter l tonne t watt W volt V ampere A hertz Hz joule J newton N pascal Pa kelvin K" +
	" degreeCelsius °C celsius °C degree ° mole mol byte B bit bit candela cd hectare ha bar bar ohm Ω farad F electronvolt eV" +
	" kilo k mega M giga G tera T centi c milli m micro µ nano n deci d hecto h per / square ² squared ² cubed ³ cubic ³" +
	" km km kg kg cm cm mm mm kW kW MW MW kWh kWh MHz MHz GHz GHz Hz Hz ms ms um µm "
