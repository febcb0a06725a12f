package calendar

import "github.com/concordlint/concord/internal/token"

// circaBefore reports whether the words before i make the date a rough one.
func circaBefore(toks []token.Token, i int) bool {
	if punct(toks, i-1, ".") && !toks[i-1].Space {
		i--
	}
	return word(toks, i-1, "circa", "ca", "c", "around", "about", "approximately", "roughly")
}

// trail reads what belongs to a date and stands behind it: "(Monday)",
// "at 10:20", ", 6.30 pm", "T10:00".
func trail(toks []token.Token, i int, d *Date) int {
	if d.From.Year == 0 && d.From.Month != 0 && word(toks, i+1, "year") {
		switch toks[i].Lower {
		case "last":
			d.Relative = LastYear
		case "this":
			d.Relative = ThisYear
		case "next":
			d.Relative = NextYear
		}
		if d.Relative != NoRelYear {
			return i + 2
		}
	}
	if d.Precision != ByDay {
		return i
	}
	if d.Weekday == 0 {
		i = weekdayBehind(toks, i, d)
	}
	if d.Clock >= 0 || d.From != d.To {
		return i
	}
	j := i
	if punct(toks, j, ",") || punct(toks, j, "·") {
		j++
	}
	at := word(toks, j, "at")
	if at {
		j++
	}
	c, next, ok := ParseClock(toks, j)
	if !ok || c.Invalid != "" || !at && c.Loose && c.From < 10*60 && j == i {
		return i
	}
	d.setClock(c)
	if year, ok := yearOf(toks, next); ok && d.From.Year == 0 && d.From.Month != 0 && bounded(toks, next+1) {
		*d = withYear(*d, year) // "Wed Jul 22 16:49:28 EDT 1998"
		next++
	}
	return next
}

// withYear puts a year that was read late into a date of one day.
func withYear(d Date, year int) Date {
	y := civil(year, int(d.From.Month), int(d.From.Day))
	y.Weekday, y.Form, y.Circa = d.Weekday, d.Form, d.Circa
	y.Clock, y.ClockTo, y.ClockLoose, y.Zone = d.Clock, d.ClockTo, d.ClockLoose, d.Zone
	return y
}

func weekdayBehind(toks []token.Token, i int, d *Date) int {
	switch {
	case punct(toks, i, "("):
		if w, j := weekday(toks, i+1); w != 0 && punct(toks, j, ")") {
			d.Weekday = w
			return j + 1
		}
	case d.Form != Worded:
		j := i
		if punct(toks, j, ",") {
			j++
		}
		if w, k := weekday(toks, j); w != 0 && bounded(toks, k) && !startsDay(toks, k) {
			d.Weekday = w
			return k
		}
	}
	return i
}

// startsDay reports whether a day of its own follows, to which a weekday
// before i belongs.
func startsDay(toks []token.Token, i int) bool {
	if punct(toks, i, ",") {
		i++
	}
	if i >= len(toks) {
		return false
	}
	m, _ := month(toks, i)
	return m != 0 || toks[i].Kind == token.Number
}
