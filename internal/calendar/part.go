package calendar

import "github.com/concordlint/concord/internal/token"

// partial reads a part of a month or a year: "early 2007", "mid-March 2020",
// "late June", "spring of 2021", "Q3 2021", "winter 2021-22". Without a year
// only parts of a month are dates.
func partial(toks []token.Token, i int, p Part) (Date, int, bool) {
	switch {
	case p <= Late:
		return roughly(toks, i, p)
	case p <= Winter:
		return season(toks, i, p)
	}
	year, next, ok := partYear(toks, i+1)
	return wholePart(year, p, ByQuarter), next, ok && toks[i].Cap()
}

// partYear reads "2021", ", 2021", "of 2021", "/2021" behind a part.
func partYear(toks []token.Token, i int) (year, next int, ok bool) {
	if punct(toks, i, "/") && glued(toks, i) {
		year, ok = yearOf(toks, i+1)
		return year, i + 2, ok
	}
	return yearAfter(toks, i)
}

func wholePart(year int, p Part, precision Precision) Date {
	d := OneDay(Day{Year: int16(year)})
	d.Part, d.ToPart, d.Precision = p, p, precision
	return d
}

// roughly reads "early", "mid" or "late" with a month or a year.
func roughly(toks []token.Token, i int, p Part) (Date, int, bool) {
	j := i + 1
	if j < len(toks) && isDash(toks[j]) {
		if toks[j].Space || !glued(toks, j+1) {
			return Date{}, i, false
		}
		j++
	}
	if word(toks, j, "in") {
		j++
	}
	if m, next := month(toks, j); m != 0 {
		if day, _, k := dayOf(toks, next); k > next && day <= 31 {
			return Date{}, i, false // "late December 6": the adverb
		}
		year, next, _ := yearAfter(toks, next)
		d := monthOnly(year, m)
		d.Part, d.ToPart, d.Precision = p, p, ByPart
		return d, next, true
	}
	year, ok := yearOf(toks, j)
	if !ok || j+1 < len(toks) && (toks[j+1].Kind == token.Word && isCounted(toks[j+1].Lower) || punct(toks, j+1, "%")) {
		return Date{}, i, false
	}
	return wholePart(year, p, ByPart), j + 1, true
}

// season reads "spring 2021", "summer of 2020", "winter 2021-22".
func season(toks []token.Token, i int, p Part) (Date, int, bool) {
	j := i + 1
	if punct(toks, j, ",") || word(toks, j, "of") {
		j++
	}
	if a, b, next, ok := yearPair(toks, j); ok {
		d := wholePart(a, p, BySeason)
		d.To.Year = int16(b)
		return d, next, true
	}
	year, next, ok := yearAfter(toks, i+1)
	return wholePart(year, p, BySeason), next, ok
}

// ordinalQuarter reads "third quarter of 2021", "second half of 2020".
func ordinalQuarter(toks []token.Token, i int) (Date, int, bool) {
	n := ordinalOf(toks[i].Lower)
	if n < 1 || n > 4 {
		return Date{}, i, false
	}
	var p Part
	switch {
	case word(toks, i+1, "quarter"):
		p = Q1 + Part(n-1)
	case word(toks, i+1, "half") && n <= 2:
		p = H1 + Part(n-1)
	default:
		return Date{}, i, false
	}
	year, next, ok := yearAfter(toks, i+2)
	return wholePart(year, p, ByQuarter), next, ok
}

// ParseYear reads a year or a range of years at i, where the caller knows
// that one may stand there: "2014", "2009–2016", "2009 to 2016", "1998–02",
// "2021/22", "FY2024/25", "FY 2024", "1990s", "c. 1850". Years are 1000 to
// 2999. "2001-05", which is also ISO for a month, is Ambiguous.
func ParseYear(toks []token.Token, i int) (d Date, next int, ok bool) {
	if i < 0 || i >= len(toks) {
		return Date{}, i, false
	}
	j, circa := i, circaBefore(toks, i)
	if word(toks, j, "circa", "ca", "c") {
		j, circa = skipStop(toks, j+1, true), true
	}
	if word(toks, j, "fy") {
		j++
	}
	if j >= len(toks) || glued(toks, j) && j == i && !cleanBefore(toks, j) {
		return Date{}, i, false
	}
	if a, b, next, ok := yearPair(toks, j); ok {
		return yearRange(toks, j, a, b, next, circa), next, true
	}
	t := toks[j]
	if len(t.Text) == 5 && t.Text[4] == 's' && t.Text[3] == '0' && isDigits(t.Text[:4]) {
		y, _ := digits(t.Text)
		d = OneDay(Day{Year: int16(y)})
		d.To.Year, d.Precision, d.Circa = int16(y+9), ByDecade, circa
		return d, j + 1, y >= 1000 && y <= 2999
	}
	y, ok := fiscalYear(toks, j)
	if !ok || punct(toks, j+1, "%") {
		return Date{}, i, false
	}
	d = OneDay(Day{Year: int16(y)})
	d.Circa = circa
	return d, j + 1, true
}

func yearRange(toks []token.Token, i, a, b, next int, circa bool) Date {
	d := OneDay(Day{Year: int16(a)})
	d.To.Year, d.Circa, d.Backwards = int16(b), circa, b < a
	last := toks[next-1].Text
	if len(last) == 2 && punct(toks, next-2, "-") {
		if m, _ := digits(last); m >= 1 && m <= 12 {
			d.Ambiguous, d.Alt = true, Day{int16(a), int8(m), 0}
			if b-a > 60 { // "2021-12"
				d = monthOnly(a, int8(m))
			}
		}
	}
	return d
}

// fiscalYear reads "2024" and "FY2024", which is one token.
func fiscalYear(toks []token.Token, i int) (int, bool) {
	if y, ok := yearOf(toks, i); ok {
		return y, true
	}
	if t := toks[i]; t.Kind == token.Word && len(t.Text) == 6 && t.Lower[:2] == "fy" && isDigits(t.Text[2:]) {
		y, _ := digits(t.Text[2:])
		return y, y >= 1000 && y <= 2999
	}
	return 0, false
}

// yearPair reads two years that make a range. A second year of two figures
// is the first one to come after the first: 1998–02 ends in 2002.
func yearPair(toks []token.Token, i int) (a, b, next int, ok bool) {
	if i >= len(toks) {
		return 0, 0, i, false
	}
	a, ok = fiscalYear(toks, i)
	l, j := linkAt(toks, i+1)
	if !ok || l == noLink || l == coupled || j >= len(toks) || toks[j].Kind != token.Number || glued(toks, j+1) && l != worded && linked(toks, j+1) {
		return 0, 0, i, false
	}
	if b, ok = yearOf(toks, j); ok && l != slashed || ok && b == a+1 {
		return a, b, j + 1, true
	}
	v, ok := small(toks, j)
	if !ok || len(toks[j].Text) != 2 || l != tight && l != slashed || l == slashed && v != (a+1)%100 {
		return 0, 0, i, false
	}
	b = a - a%100 + v
	if b <= a {
		b += 100
	}
	return a, b, j + 1, true
}

// linked reports whether the separator at i goes on with another number.
func linked(toks []token.Token, i int) bool {
	t := toks[i]
	return (isDash(t) || t.Text == "/" || t.Text == ":") && glued(toks, i+1) && toks[i+1].Kind == token.Number
}
