package lexicon

// Measure is a unit of measurement: the dimension that it measures and how
// many base units it comes to, as Num × 10^Exp.
type Measure struct {
	Dimension string
	Num       int64
	Exp       int32
	// Foreign marks units of another system than the dimension's base:
	// figures converted between the two are rounded.
	Foreign bool
}

// MeasureOf is the unit with a name or sign, in lower case. Signs that have
// more than one sense ("t", "in", "m" for million) are known as what they are
// behind figures. Base units: metre, square metre, litre, gram, second, byte,
// watt, watt-hour, degree. Factors: BIPM, SI Brochure, 9th edition; NIST
// Special Publication 811, appendix B.8.
func MeasureOf(word string) (Measure, bool) {
	if m, ok := lengthUnit(word); ok {
		return m, true
	}
	if m, ok := massUnit(word); ok {
		return m, true
	}
	if m, ok := dataUnit(word); ok {
		return m, true
	}
	return timeUnit(word)
}

func lengthUnit(word string) (Measure, bool) {
	m := Measure{Dimension: "length", Num: 1}
	switch word {
	case "mm", "millimetre", "millimetres", "millimeter", "millimeters":
		m.Exp = -3
	case "cm", "centimetre", "centimetres", "centimeter", "centimeters":
		m.Exp = -2
	case "m", "metre", "metres", "meter", "meters":
	case "km", "kilometre", "kilometres", "kilometer", "kilometers", "kms":
		m.Exp = 3
	case "mile", "miles", "mi":
		m = Measure{"length", 1609344, -3, true}
	case "ft", "foot", "feet":
		m = Measure{"length", 3048, -4, true}
	case "inch", "inches":
		m = Measure{"length", 254, -4, true}
	case "yard", "yards", "yd":
		m = Measure{"length", 9144, -4, true}
	case "ha", "hectare", "hectares":
		m = Measure{"area", 1, 4, false}
	case "acre", "acres":
		m = Measure{"area", 40468564, -4, true}
	case "m²", "m2", "sqm":
		m.Dimension = "area"
	case "km²", "km2":
		m = Measure{"area", 1, 6, false}
	default:
		return Measure{}, false
	}
	return m, true
}

// SquareOf and CubicOf are the units of area and volume of a unit of length.
func SquareOf(m Measure) Measure { return m.power("area", 2) }

// CubicOf is the unit of volume, in cubic metres.
func CubicOf(m Measure) Measure { return m.power("space", 3) }

func (m Measure) power(dimension string, n int) Measure {
	out := Measure{dimension, 1, 0, m.Foreign}
	for range n {
		out.Num *= m.Num
		out.Exp += m.Exp
		for out.Num%10 == 0 {
			out.Num /= 10
			out.Exp++
		}
		if out.Num > 1<<31 {
			out.Num /= 1000
			out.Exp += 3
		}
	}
	return out
}

func massUnit(word string) (Measure, bool) {
	switch word {
	case "mg", "milligram", "milligrams":
		return Measure{"mass", 1, -3, false}, true
	case "g", "gram", "grams", "gramme", "grammes":
		return Measure{"mass", 1, 0, false}, true
	case "kg", "kilogram", "kilograms", "kilogramme", "kilogrammes", "kilo", "kilos":
		return Measure{"mass", 1, 3, false}, true
	case "tonne", "tonnes", "t":
		return Measure{"mass", 1, 6, false}, true
	case "ton", "tons":
		return Measure{"ton", 1, 0, false}, true // long, short or metric: not told
	case "lb", "lbs":
		return Measure{"mass", 45359237, -5, true}, true
	case "oz", "ounce", "ounces":
		return Measure{"mass", 283495, -4, true}, true
	case "ml", "millilitre", "millilitres", "milliliter", "milliliters":
		return Measure{"volume", 1, -3, false}, true
	case "l", "litre", "litres", "liter", "liters":
		return Measure{"volume", 1, 0, false}, true
	case "gallon", "gallons":
		return Measure{"gallon", 1, 0, false}, true // imperial or not: not told
	}
	return powerUnit(word)
}

func powerUnit(word string) (Measure, bool) {
	switch word {
	case "w", "watt", "watts":
		return Measure{"power", 1, 0, false}, true
	case "kw", "kilowatt", "kilowatts":
		return Measure{"power", 1, 3, false}, true
	case "mw", "megawatt", "megawatts":
		return Measure{"power", 1, 6, false}, true
	case "gw", "gigawatt", "gigawatts":
		return Measure{"power", 1, 9, false}, true
	case "wh":
		return Measure{"energy", 1, 0, false}, true
	case "kwh":
		return Measure{"energy", 1, 3, false}, true
	case "mwh":
		return Measure{"energy", 1, 6, false}, true
	case "gwh":
		return Measure{"energy", 1, 9, false}, true
	case "degree", "degrees", "°c", "°":
		return Measure{"degree", 1, 0, false}, true
	case "knot", "knots":
		return Measure{"knot", 1, 0, false}, true
	case "mph":
		return Measure{"speed", 1609344, -6, true}, true
	case "kph", "km/h":
		return Measure{"speed", 1, 0, false}, true
	}
	return Measure{}, false
}

func dataUnit(word string) (Measure, bool) {
	switch word {
	case "byte", "bytes", "octet", "octets":
		return Measure{"data", 1, 0, false}, true
	case "kb", "kilobyte", "kilobytes":
		return Measure{"kb", 1, 0, false}, true // 1000 or 1024: not told
	case "mb", "megabyte", "megabytes":
		return Measure{"mb", 1, 0, false}, true
	case "gb", "gigabyte", "gigabytes":
		return Measure{"gb", 1, 0, false}, true
	case "tb", "terabyte", "terabytes":
		return Measure{"tb", 1, 0, false}, true
	case "kib":
		return Measure{"data", 1 << 10, 0, false}, true
	case "mib":
		return Measure{"data", 1 << 20, 0, false}, true
	case "gib":
		return Measure{"data", 1 << 30, 0, false}, true
	case "tib":
		return Measure{"data", 1 << 40, 0, false}, true
	}
	return Measure{}, false
}

func timeUnit(word string) (Measure, bool) {
	switch word {
	case "ms", "millisecond", "milliseconds":
		return Measure{"time", 1, -3, false}, true
	case "second", "seconds", "sec", "secs", "s":
		return Measure{"time", 1, 0, false}, true
	case "minute", "minutes", "min", "mins":
		return Measure{"time", 60, 0, false}, true
	case "hour", "hours", "hr", "hrs", "h":
		return Measure{"time", 3600, 0, false}, true
	case "day", "days", "night", "nights":
		return Measure{"days", 1, 0, false}, true
	case "week", "weeks":
		return Measure{"days", 7, 0, false}, true
	case "month", "months":
		return Measure{"months", 1, 0, false}, true
	case "year", "years", "yr", "yrs":
		return Measure{"months", 12, 0, false}, true
	case "decade", "decades":
		return Measure{"months", 120, 0, false}, true
	}
	return Measure{}, false
}

// CurrencyOf is the code of the currency with a sign, code or name; empty
// for what is none. A plain dollar sign stands for whichever dollar the
// document means, a pound for sterling.
func CurrencyOf(word string) string {
	switch word {
	case "$", "dollar", "dollars":
		return "$"
	case "US$", "USD", "usd":
		return "USD"
	case "€", "EUR", "eur", "euro", "euros":
		return "EUR"
	case "£", "GBP", "gbp":
		return "GBP"
	case "¥", "yen", "JPY", "jpy":
		return "JPY"
	case "franc", "francs", "CHF", "chf":
		return "CHF"
	case "CAD", "AUD", "NZD", "CNY", "INR", "SEK", "NOK", "DKK", "PLN", "UAH", "RUB", "CZK", "HUF":
		return word
	case "kroner", "kronor", "krone", "krona", "rupee", "rupees", "yuan", "rouble", "roubles", "ruble", "rubles", "crown", "crowns", "zloty", "zlotys":
		return Singular(word)
	}
	return ""
}
