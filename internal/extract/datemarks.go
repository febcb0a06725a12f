package extract

// dateReach is how many bytes may stand between a word and figures that make
// it worth reading as part of a date or range: a month's name, a weekday, a
// word that leads pages or ages. It is 0 for other words. It is asked for
// every word of a text, so it must be cheap.
func dateReach(w []byte) int {
	const besideMonth, besideWeekday, besideNumber = 8, 8, 3
	switch string(w) {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return besideMonth
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return besideWeekday
	case "pp", "pages", "ages", "aged":
		return besideNumber
	}
	return 0
}

// figureNear reports whether a digit stands within reach bytes of
// text[from:to].
func figureNear(text string, from, to, reach int) bool {
	for i := to; i < len(text) && i < to+reach; i++ {
		if isFigure(text[i]) {
			return true
		}
	}
	for i := from - 1; i >= 0 && i >= from-reach; i-- {
		if isFigure(text[i]) {
			return true
		}
	}
	return false
}

func isFigure(c byte) bool { return c >= '0' && c <= '9' }

// dateFigures reports whether the run of digits text[from:to] has the shape
// of a part of a date in figures, of a range of years, or of a range of
// times: 2021-12, 12/2021, 1998–, 25:10, 3 p.m. to.
func dateFigures(text string, from, to int) bool {
	switch to - from {
	case 4:
		n := dashAt(text, to)
		if n == 0 && to < len(text) && text[to] == '/' {
			n = 1
		}
		if n > 0 && to+n < len(text) && isFigure(text[to+n]) {
			return true
		}
		return from >= 2 && (text[from-1] == '/' || text[from-1] == '.' || text[from-1] == '-') && isFigure(text[from-2])
	case 1, 2:
		return clockFigures(text, from, to)
	}
	return false
}

// clockFigures reports whether an hour at text[from:to] belongs to a time
// that cannot be, or to one that begins a range.
func clockFigures(text string, from, to int) bool {
	hour, minute := figures(text[from:to]), -1
	if to+2 < len(text) && text[to] == ':' && isFigure(text[to+1]) && isFigure(text[to+2]) {
		minute = figures(text[to+1 : to+3])
		to += 3
	}
	if minute > 59 || minute >= 0 && hour > 24 {
		return true
	}
	half := halfAt(text, to)
	if minute < 0 && half == 0 {
		return false
	}
	to += half
	if to < len(text) && text[to] == ' ' {
		to++
	}
	return dashAt(text, to) > 0 || to+2 < len(text) && text[to] == 't' && text[to+1] == 'o' && text[to+2] == ' '
}

// halfAt is the length of " p.m.", "pm" at to, 0 where none stands.
func halfAt(text string, to int) int {
	i := to
	if i < len(text) && text[i] == ' ' {
		i++
	}
	if i >= len(text) || text[i]|0x20 != 'a' && text[i]|0x20 != 'p' {
		return 0
	}
	i++
	dotted := i < len(text) && text[i] == '.'
	if dotted {
		i++
	}
	if i >= len(text) || text[i]|0x20 != 'm' {
		return 0
	}
	i++
	if dotted && i < len(text) && text[i] == '.' {
		i++
	}
	return i - to
}

// dashAt is the length in bytes of the hyphen or dash at i, 0 for others.
func dashAt(text string, i int) int {
	switch {
	case i >= len(text):
		return 0
	case text[i] == '-':
		return 1
	case i+2 < len(text) && text[i] == 0xE2 && text[i+1] == 0x80 && text[i+2] >= 0x90 && text[i+2] <= 0x95:
		return 3 // U+2010 to U+2015
	}
	return 0
}

// figures is the value of a few digits.
func figures(s string) (v int) {
	for i := 0; i < len(s); i++ {
		v = 10*v + int(s[i]-'0')
	}
	return v
}
