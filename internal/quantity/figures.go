package quantity

import (
	"strings"
	"unicode/utf8"
)

// figure is a number written in figures, inside one token.
type figure struct {
	coef     int64
	decimals int32 // figures behind the point
	suffix   string
	bare     bool // figures only: no separators, no point
	grouped  bool // with separators between thousands
}

// mostDigits bounds what is taken for a number: an int64 holds 18 figures.
const mostDigits = 15

// readFigure reads "5", "1,200.5", "12,34,567", "2.5m". It refuses version
// numbers (3.9.1), numbers with leading noughts (007), lists without blanks
// (1,2,3) and decimal commas, which another country reads as something else.
func readFigure(s string) (figure, bool) {
	f := figure{bare: true}
	digits, group, i := 0, 0, 0
	var groups [8]int // lengths, first to last
	n := 0
	sep := ""
	for i < len(s) {
		if c := s[i]; c >= '0' && c <= '9' {
			f.coef = f.coef*10 + int64(c-'0')
			if digits++; digits > mostDigits {
				return f, false
			}
			group++
			i++
			continue
		}
		w := separator(s[i:])
		if w == "" || i+len(w) >= len(s) || s[i+len(w)] < '0' || s[i+len(w)] > '9' {
			break
		}
		if sep != "" && w != sep || n == len(groups)-1 {
			return f, false
		}
		sep, groups[n], group = w, group, 0
		n++
		i += len(w)
	}
	groups[n] = group
	if digits == 0 || digits > 1 && s[0] == '0' || n > 0 && !grouping(groups[:n+1], sep) {
		return f, false
	}
	f.grouped, f.bare = n > 0, n == 0 && i == len(s)
	return f, f.rest(s[i:], digits)
}

// rest reads the decimals and the suffix.
func (f *figure) rest(s string, digits int) bool {
	if len(s) > 1 && s[0] == '.' && s[1] >= '0' && s[1] <= '9' {
		i := 1
		for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
			if digits++; digits > mostDigits {
				return false
			}
			f.coef = f.coef*10 + int64(s[i]-'0')
			f.decimals++
		}
		s = s[i:]
	}
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; (c < 'a' || c > 'z') && s[i] < utf8.RuneSelf {
			return false
		}
	}
	f.suffix = s
	return true
}

func separator(s string) string {
	for _, w := range [...]string{",", "'", "\u2019", "\u202f"} {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

// grouping reports whether groups of these lengths are thousands (12,000,000)
// or, with commas, Indian lakhs (1,20,00,000).
func grouping(groups []int, sep string) bool {
	last := len(groups) - 1
	if groups[0] == 0 || groups[0] > 3 || groups[last] != 3 {
		return false
	}
	western, indian := true, sep == "," && groups[0] <= 2
	for _, g := range groups[1:last] {
		western = western && g == 3
		indian = indian && g == 2
	}
	return western || indian
}

// figureNumber reads the figures at token i with what belongs to them;
// sign is the currency before them.
func (p parser) figureNumber(i int, sign string) (number, bool) {
	f, ok := readFigure(p[i].Text)
	if !ok {
		return number{}, false
	}
	x := number{lo: f.coef, exp: -f.decimals, style: Figures, place: -f.decimals, n: 1, unit: cloneUnit(sign)}
	if f.decimals > 0 {
		x.flags |= Rounded
		if f.decimals == 3 && p[i].Text[0] != '0' && !f.grouped {
			x.flags |= Ambiguous
		}
	}
	if sign != "" || i > 0 && currencyCode(p[i-1].Text) {
		x.flags |= Money
		if sign == "" {
			x.unit = cloneUnit(p[i-1].Text)
		}
	}
	if f.bare {
		p.thinGroups(i, &x)
	}
	x.hi = x.lo
	if f.suffix != "" {
		return p.suffixed(i, x, f.suffix)
	}
	if g, ok := glyph(p.text(i+1), 1); ok && f.decimals == 0 && x.n == 1 && g.lo == g.hi && x.lo < 1_000_000 {
		scale := pow10(-g.exp)
		x.lo, x.exp, x.place, x.n = x.lo*scale+g.lo, g.exp, g.exp, 2
		x.hi = x.lo
	}
	return p.magnitudes(i, x), true
}

func (p parser) text(i int) string {
	if !p.in(i) {
		return ""
	}
	return p[i].Text
}

// thinGroups joins thousands set apart by a thin or non-breaking blank
// ("12 000"), which the gap between the tokens tells: such a blank is two or
// three bytes long. Behind an ordinary blank only "000" is taken.
func (p parser) thinGroups(i int, x *number) {
	if len(p[i].Text) > 3 || p[i].Text == "0" {
		return
	}
	lo := x.lo
	j := i + 1
	for ; p.in(j) && len(p[j].Text) == 3 && j-i < 4; j++ {
		gap := p[j].Start - p[j-1].End
		f, ok := readFigure("1" + p[j].Text)
		if !ok || !f.bare || gap < 1 || gap > 3 || gap == 1 && p[j].Text != "000" {
			break
		}
		lo = lo*1000 + f.coef - 1000
	}
	if j > i+1 {
		x.lo, x.n = lo, j-i
	}
}

// suffixed reads the letters glued to figures.
func (p parser) suffixed(i int, x number, suffix string) (number, bool) {
	switch suffix {
	case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH", "s", "am", "pm", "AM", "PM", "a", "c":
		return x, false // ordinals, decades, clock, "12a"
	case "x", "X":
		x.flags |= Factor
		return x, true
	}
	if e := shortPower(suffix, x.flags&Money != 0); e > 0 && suffix != "mil" {
		x.times(pow10(e))
		x.flags |= Rounded
		return x, true
	}
	x.flags |= Measure
	x.unit = cloneUnit(suffix)
	return x, true
}

// cloneUnit gives a unit that does not keep the text alive; the usual ones
// cost nothing.
func cloneUnit(s string) string {
	switch s {
	case "":
		return ""
	case "$":
		return "$"
	case "€":
		return "€"
	case "£":
		return "£"
	case "US$":
		return "US$"
	case "km":
		return "km"
	}
	return strings.Clone(s)
}

// bareYear reports whether s is four figures from 1000 to 2099; modern is
// true from 1900.
func bareYear(s string) (modern, any bool) {
	if len(s) != 4 || s[0] != '1' && s[0] != '2' || s[0] == '2' && s[1] != '0' {
		return false, false
	}
	for i := 1; i < 4; i++ {
		if s[i] < '0' || s[i] > '9' {
			return false, false
		}
	}
	return s[0] == '2' || s[1] == '9', true
}
