package calendar

import "github.com/concordlint/concord/internal/token"

// numeric reads dates in figures: 2021-12-06, 2021/12/06, 06.12.2021,
// 10/11/2024, 06-12-2021, and "2021 Q3". What is glued to more of its kind
// (a path, a longer number) is none.
func numeric(toks []token.Token, i int) (Date, int, bool) {
	t := toks[i]
	switch {
	case len(t.Text) == 4:
		if d, next, ok := isoDate(toks, i); ok {
			return d, next, true
		}
		if year, ok := yearOf(toks, i); ok && i+1 < len(toks) && toks[i+1].Space && toks[i+1].Kind == token.Word {
			if p := partOf(toks[i+1].Lower); p >= Q1 {
				return wholePart(year, p, ByQuarter), i + 2, true
			}
		}
	case len(t.Text) <= 2:
		return slashDate(toks, i)
	case len(t.Text) >= 8 && len(t.Text) <= 10:
		return dottedDate(toks, i)
	}
	return Date{}, i, false
}

// isoDate reads year, month, day with one and the same separator.
func isoDate(toks []token.Token, i int) (Date, int, bool) {
	year, ok := yearOf(toks, i)
	if !ok || i+4 >= len(toks) || !cleanBefore(toks, i) {
		return Date{}, i, false
	}
	sep := toks[i+1]
	if sep.Text != "/" && sep.Text != "-" && sep.Text != "‑" && sep.Text != "–" || toks[i+3].Text != sep.Text {
		return Date{}, i, false
	}
	if toks[i+1].Space || toks[i+2].Space || toks[i+3].Space || toks[i+4].Space {
		return Date{}, i, false
	}
	m, ok := small(toks, i+2)
	day, n := digits(toks[i+4].Text)
	if !ok || toks[i+4].Kind != token.Number || n < 1 || n > 2 {
		return Date{}, i, false
	}
	padded := len(toks[i+2].Text) == 2 && n == 2
	d := civil(year, m, day)
	d.Form = ISO
	if !padded && (sep.Text != "/" || d.Invalid != "") || sep.Text == "/" && d.Invalid != "" && day > 31 {
		return Date{}, i, false
	}
	if n < len(toks[i+4].Text) {
		return isoTime(toks, i+4, d)
	}
	if !cleanBehind(toks, i+5, sep.Text) {
		return Date{}, i, false
	}
	return d, i + 5, true
}

// isoTime reads the clock in "2021-12-06T10:00:00Z", whose day and hour are
// one token.
func isoTime(toks []token.Token, i int, d Date) (Date, int, bool) {
	s := toks[i].Text[2:]
	if len(s) != 3 || s[0] != 'T' && s[0] != 't' || !isDigits(s[1:]) || !punct(toks, i+1, ":") || !glued(toks, i+2) {
		return Date{}, i, false
	}
	h, _ := digits(s[1:])
	m, n := digits(toks[i+2].Text)
	if n != 2 || h > 24 || m > 59 {
		return Date{}, i, false
	}
	next := i + 3
	rest := toks[i+2].Text[2:]
	if rest == "" && punct(toks, next, ":") && glued(toks, next) && glued(toks, next+1) && toks[next+1].Kind == token.Number {
		if _, n := digits(toks[next+1].Text); n == 2 {
			rest = toks[next+1].Text[2:]
			next += 2
		}
	}
	d.Clock = int16(h*60 + m)
	if rest == "Z" {
		d.Zone = "Z"
	}
	return d, next, true
}

// cleanBefore reports whether a date in figures may begin at i: it is not
// the rest of a path, of a decimal or of a longer number.
func cleanBefore(toks []token.Token, i int) bool {
	if !glued(toks, i) {
		return true
	}
	switch p := toks[i-1]; p.Text {
	case "/": // an ISO interval; else a path
		return i >= 4 && isDash(toks[i-3]) && toks[i-2].Kind == token.Number && !p.Space
	case "\\", ":", "=", ".", ",", "#":
		// "Date:2021-12-06" is a field; a path or a figure is not.
		return p.Text == ":" && i >= 2 && toks[i-2].Kind == token.Word
	case "-", "–", "‑", "_":
		return i >= 2 && toks[i-2].Kind == token.Word && !p.Space || i < 2
	default:
		return p.Kind == token.Punct
	}
}

// cleanBehind reports whether a date in figures may end before i. An ISO
// interval (2024-05-03/2024-05-05) goes on after a slash.
func cleanBehind(toks []token.Token, i int, sep string) bool {
	if !glued(toks, i) {
		return true
	}
	switch t := toks[i]; {
	case t.Text == "/":
		_, ok := yearOf(toks, i+1)
		return ok && sep != "/" && glued(toks, i+1)
	case t.Text == sep || isDash(t):
		if i+1 >= len(toks) || toks[i+1].Space || toks[i+1].Kind != token.Number {
			return true
		}
		_, ok := yearOf(toks, i+1)
		return ok
	case t.Text == "\\", t.Text == "@", t.Text == "=", t.Text == "%":
		return false
	default:
		return t.Kind == token.Punct
	}
}

// slashDate reads day and month in either order before a year of four
// figures: 25/12/2021, 12/25/2021, 10/11/2024, 06-12-2021.
func slashDate(toks []token.Token, i int) (Date, int, bool) {
	a, ok := small(toks, i)
	if !ok || i+4 >= len(toks) || !cleanBefore(toks, i) {
		return Date{}, i, false
	}
	sep := toks[i+1].Text
	if sep != "/" && sep != "-" || toks[i+3].Text != sep || toks[i+1].Space || toks[i+2].Space || toks[i+3].Space || toks[i+4].Space {
		return Date{}, i, false
	}
	b, ok := small(toks, i+2)
	year, ok2 := yearOf(toks, i+4)
	if !ok || !ok2 || !cleanBehind(toks, i+5, sep) || glued(toks, i+5) && isDash(toks[i+5]) {
		return Date{}, i, false
	}
	d, ok := eitherOrder(year, a, b)
	return d, i + 5, ok
}

// eitherOrder makes a date of two numbers of which one is the month.
func eitherOrder(year, a, b int) (Date, bool) {
	us, uk := civil(year, a, b), civil(year, b, a)
	switch {
	case us.Invalid == "" && uk.Invalid == "":
		us.Form = EitherWay
		if a != b {
			us.Ambiguous, us.Alt = true, uk.From
		}
		return us, true
	case uk.Invalid == "":
		uk.Form = DayFirst
		return uk, true
	case us.Invalid == "":
		us.Form = MonthFirst
		return us, true
	case b >= 1 && b <= 12 && a <= 31: // 31/02/2024
		uk.Form = DayFirst
		return uk, a > 0
	case a >= 1 && a <= 12 && b <= 31:
		us.Form = MonthFirst
		return us, b > 0
	}
	return Date{}, false // too far from any date to be one
}

// dottedDate reads the one token 06.12.2021; the day stands first unless
// that cannot be.
func dottedDate(toks []token.Token, i int) (Date, int, bool) {
	s := toks[i].Text
	a, n := digits(s)
	if n < 1 || n > 2 || n >= len(s) || s[n] != '.' || !cleanBefore(toks, i) {
		return Date{}, i, false
	}
	s = s[n+1:]
	b, n := digits(s)
	if n < 1 || n > 2 || len(s) != n+5 || s[n] != '.' || !isDigits(s[n+1:]) {
		return Date{}, i, false
	}
	year, _ := digits(s[n+1:])
	if year < 1000 || year > 2999 || !cleanBehind(toks, i+1, ".") {
		return Date{}, i, false
	}
	d, ok := eitherOrder(year, a, b)
	if d.Ambiguous { // nobody puts the month first before full stops
		d.From, d.To, d.Alt, d.Ambiguous = d.Alt, d.Alt, Day{}, false
		d.Form = DayFirst
	}
	return d, i + 1, ok
}

// ResolveForms settles dates in figures whose order of day and month is open
// by the others of the same document: where some can only be read day first
// and none month first, or the other way round, all are read like them. It
// changes dates in place.
func ResolveForms(dates []Date) {
	var dayFirst, monthFirst int
	for _, d := range dates {
		switch d.Form {
		case DayFirst:
			dayFirst++
		case MonthFirst:
			monthFirst++
		}
	}
	if (dayFirst == 0) == (monthFirst == 0) {
		return
	}
	for i, d := range dates {
		if d.Form != EitherWay || d.IsRange() {
			continue
		}
		if dayFirst > 0 && d.Ambiguous {
			dates[i].From, dates[i].To = d.Alt, d.Alt
		}
		dates[i].Alt, dates[i].Ambiguous = Day{}, false
	}
}
