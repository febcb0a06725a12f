package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// cellNumber is a number that fills a table cell.
type cellNumber struct {
	value   decimal.Decimal
	ulp     int8 // power of ten of the last figure
	percent bool
	money   bool
	// from and to are the bytes of the cell's text that hold the number.
	from, to int
}

// longestNumber bounds a cell that is a number with its unit and notes, bytes.
const longestNumber = 32

// cellFigure reads a cell that is a number: "1,234", "(12.5)", "−3", "€ 1.2m",
// "45%", "12*", "1 234,50". ok is false for cells with other words.
func cellFigure(text string) (n cellNumber, ok bool) {
	if len(text) > longestNumber {
		return n, false
	}
	i, negative := 0, false
	for i < len(text) && !digit(text[i]) {
		r, w := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '-' || r == '−' || r == '–':
			negative = true
		case r == '(' && strings.IndexByte(text[i:], ')') > 0:
			negative = true
		case unicode.Is(unicode.Sc, r):
			n.money = true
		case unicode.IsSpace(r) || r == '*' || r == '_' || r == '±' || r == '+':
		case r >= 'A' && r <= 'Z' && strings.IndexByte("ACDEFGHIKNPRSUYZ", text[i]) >= 0 && currencyCode(text[i:]):
			n.money = true
			w = 3
		default:
			return n, false
		}
		i += w
	}
	digits, end, ulp := numberDigits(text, i)
	if digits == "" || !numberTail(text[end:], &n) {
		return n, false
	}
	v, err := decimal.NewFromString(digits)
	if err != nil {
		return n, false
	}
	n.value, n.ulp, n.from, n.to = v, ulp, i, end
	if negative {
		n.value = n.value.Neg()
	}
	return n, true
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// currencyCode reports whether a three-letter currency code opens the text.
func currencyCode(s string) bool {
	if len(s) < 4 || s[3] >= 'A' && s[3] <= 'Z' {
		return false
	}
	switch s[:3] {
	case "EUR", "USD", "GBP", "CHF", "NOK", "SEK", "DKK", "CAD", "AUD", "JPY", "PLN", "CZK", "HUF", "NZD", "INR", "CNY", "ZAR", "RUB", "UAH":
		return true
	}
	return false
}

// numberDigits reads the digits of a number at byte i of the text, with their
// separators: it returns them with a decimal point and without thousands
// separators, where they end, and the power of ten of the last one.
func numberDigits(text string, i int) (digits string, end int, ulp int8) {
	end = i
	var groups []int // lengths of the runs of digits
	var seps []rune
	for end < len(text) {
		start := end
		for end < len(text) && digit(text[end]) {
			end++
		}
		groups = append(groups, end-start)
		r, w := utf8.DecodeRuneInString(text[end:])
		if end+w >= len(text) || !digit(text[end+w]) || !separator(r) {
			break
		}
		seps = append(seps, r)
		end += w
	}
	point := decimalPoint(groups, seps)
	if point == -2 {
		return "", i, 0
	}
	var b strings.Builder
	at := i
	for g, n := range groups {
		b.WriteString(text[at : at+n])
		at += n
		if g < len(seps) {
			at += utf8.RuneLen(seps[g])
			if g == point {
				b.WriteByte('.')
			}
		}
	}
	if point >= 0 {
		ulp = int8(-groups[len(groups)-1])
	}
	return b.String(), end, ulp
}

func separator(r rune) bool {
	switch r {
	case ',', '.', ' ', '\u00a0', '\u202f', '\'', '’':
		return true
	}
	return false
}

// decimalPoint tells which separator of groups of digits is the decimal one:
// -1 for none, -2 for what is no number (a version, a date).
func decimalPoint(groups []int, seps []rune) int {
	last := len(seps) - 1
	if last < 0 {
		return -1
	}
	thousands := func(upto int) bool {
		for g := 1; g <= upto; g++ {
			if groups[g] != 3 || seps[g-1] != seps[0] {
				return false
			}
		}
		return groups[0] <= 3
	}
	switch {
	case seps[last] == '.' && last == 0:
		return 0
	case (seps[last] == '.' || seps[last] == ',') && last > 0 && seps[last] != seps[0] && thousands(last):
		return last
	case thousands(last + 1):
		return -1
	case seps[last] == ',' && last == 0:
		return 0
	}
	return -2
}

// numberTail reads what may stand behind a number in a cell: per cent, a
// currency, marks of notes.
func numberTail(tail string, n *cellNumber) bool {
	tail = strings.Trim(tail, " \u00a0)*_†‡§¹²³⁴")
	if i := strings.IndexByte(tail, '['); i >= 0 {
		tail = strings.TrimSpace(tail[:i])
	}
	switch strings.ToLower(tail) {
	case "":
		return true
	case "%", "per cent", "percent", "pct":
		n.percent = true
		return true
	case "€", "$", "£", "kr", "zł", "eur", "usd", "gbp":
		n.money = true
		return true
	}
	return false
}
