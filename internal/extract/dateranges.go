package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/token"
)

// otherRange reads what runs upwards as dates do and is no date: years,
// times of day, pages, ages. Only what runs backwards, or cannot be, makes a
// fact.
func (r *dateReader) otherRange(i int) (next int, ok bool) {
	switch t := r.toks[i]; {
	case t.Kind == token.Word:
		return r.numbers(i)
	case t.Kind != token.Number:
		return i, false
	case len(t.Text) == 4:
		return r.years(i)
	case len(t.Text) <= 2 || len(t.Text) == 4 && t.Text[2] > '9' || len(t.Text) == 3 && t.Text[1] > '9':
		return r.clocks(i)
	}
	return i, false
}

// years reads "1999–1987". A hyphen joins too much else (numbers of journals,
// of telephones, sums), so it must stand in parentheses with its years.
func (r *dateReader) years(i int) (int, bool) {
	a := yearOf(r.toks[i])
	if a == 0 || i+2 >= len(r.toks) || r.toks[i+1].Space || r.toks[i+2].Space {
		return i, false
	}
	b := yearOf(r.toks[i+2])
	dash := r.toks[i+1].Text
	if b == 0 || dash != "–" && dash != "-" {
		return i, false
	}
	if b >= a || !r.free(i, i+3) || dash == "-" && !(r.is(i-1, "(") && r.is(i+3, ")")) || b < 1700 || a-b > 400 {
		return i + 3, true
	}
	d := calendar.Date{
		From: calendar.Day{Year: int16(a)}, To: calendar.Day{Year: int16(b)},
		Precision: calendar.ByYear, YearStated: true, Backwards: true, Clock: -1, ClockTo: -1,
	}
	r.emit(fact.Years, i, i+3, d)
	return i + 3, true
}

// free reports whether nothing is glued to the tokens from..to save the
// punctuation of a sentence.
func (r *dateReader) free(from, to int) bool {
	if from > 0 && !r.toks[from].Space {
		switch r.toks[from-1].Text {
		case "(", "[", "\"", "“", "‘":
		default:
			return false
		}
	}
	if from > 0 && (r.is(from-1, "#") || r.numbered(from-1)) {
		return false
	}
	if to < len(r.toks) && !r.toks[to].Space {
		switch r.toks[to].Text {
		case ")", "]", "\"", "”", "’", ",", ".", ";", ":", "?", "!":
			return to+1 >= len(r.toks) || r.toks[to+1].Space || r.toks[to+1].Kind == token.Punct
		}
		return false
	}
	return true
}

// numbered lists words before a number that is a name and no year.
func (r *dateReader) numbered(i int) bool {
	if i < 0 {
		return false
	}
	if r.is(i, ".") || r.is(i, ":") {
		i--
	}
	if i < 0 {
		return false
	}
	switch r.toks[i].Lower {
	case "issn", "eissn", "isbn", "tel", "phone", "fax", "no", "number", "rfc", "iso", "iec", "ieee", "din", "en", "std", "ticket", "lines", "line", "ports", "port", "pages", "pp", "p":
		return true
	}
	return false
}

// clocks reads a range of times of day that runs backwards and would last
// nearly a day if it went overnight, and a time that cannot be.
func (r *dateReader) clocks(i int) (int, bool) {
	c, next, ok := calendar.ParseClock(r.toks, i)
	if !ok {
		return i, false
	}
	d := calendar.Date{Precision: calendar.ByClock, Clock: c.From, ClockTo: c.To, ClockLoose: c.Loose, Zone: c.Zone, Invalid: c.Invalid}
	switch {
	case c.Invalid != "":
		if r.plainlyClock(i, next, c) {
			r.emit(fact.Clocks, i, next, d)
		}
	case backwardClock(c) && r.halves(i, next) != 1:
		d.Backwards = true
		r.emit(fact.Clocks, i, next, d)
	}
	return next, true
}

// backwardClock reports whether a range of times cannot well go overnight:
// it would take more than twenty hours. The minute before the beginning ends
// a whole day, and so does midnight.
func backwardClock(c calendar.Clock) bool {
	const least, most = 5, 4 * 60 // minutes
	by := c.From - c.To
	return !c.Loose && by >= least && by <= most && c.To > 0
}

// plainlyClock reports whether something beside its figures shows that what
// stands in toks[i:next] was meant as a time of day: "at 25:10" alone may be
// a time on a stopwatch.
func (r *dateReader) plainlyClock(i, next int, c calendar.Clock) bool {
	if r.is(i-1, ":") || r.is(i-1, ".") {
		return false // the minutes of a time with a blank in it: "2: 45 pm"
	}
	if r.last != nil && (r.next == i || r.next == i-1) || c.Zone != "" {
		return true
	}
	for _, t := range r.toks[i:next] {
		switch t.Lower {
		case "o'clock", "am", "pm", "a.m", "p.m", "a.m.", "p.m.":
			return figures(digitsOf(r.toks[i].Text)) > 24 || next > i+2 && figures(digitsOf(r.toks[i+2].Text)) > 59
		}
	}
	return false
}

// halves counts the times among the tokens that say which half of the day
// they are of. Where only the second of a range does, the first may be of
// either: "from 9 to 7 a.m." goes overnight.
func (r *dateReader) halves(i, next int) (n int) {
	for _, t := range r.toks[i:next] {
		switch rest := strings.TrimLeft(t.Lower, "0123456789."); rest {
		case "am", "pm", "a.m", "p.m", "a.m.", "p.m.":
			n++
		}
	}
	return n
}

// digitsOf are the digits that begin s.
func digitsOf(s string) string {
	n := 0
	for n < len(s) && n < 4 && isFigure(s[n]) {
		n++
	}
	return s[:n]
}

// numbers reads "pp. 120–112" and "ages 12 to 9".
func (r *dateReader) numbers(i int) (int, bool) {
	var of fact.DateOf
	switch r.toks[i].Lower {
	case "pp", "pages":
		of = fact.Pages
	case "ages", "aged":
		of = fact.Ages
	default:
		return i, false
	}
	j := i + 1
	if r.is(j, ".") {
		j++
	}
	if j+2 >= len(r.toks) || r.toks[j].Kind != token.Number || r.toks[j+2].Kind != token.Number {
		return i, false
	}
	switch r.toks[j+1].Lower {
	case "-", "–", "to":
	default:
		return i, false
	}
	a, b := r.toks[j].Text, r.toks[j+2].Text
	if digitsOf(a) != a || digitsOf(b) != b || len(b) < len(a) && of == fact.Pages || figures(b) >= figures(a) || !r.endsRange(j+3, of) {
		return j + 3, true
	}
	r.emit(of, i, j+3, calendar.Date{Backwards: true, Clock: -1, ClockTo: -1})
	return j + 3, true
}

// endsRange reports whether nothing behind a range changes what its second
// number is of: "aged 18 to 6 months".
func (r *dateReader) endsRange(i int, of fact.DateOf) bool {
	if i >= len(r.toks) {
		return true
	}
	switch t := r.toks[i]; t.Lower {
	case "months", "weeks", "days", "month", "week", "hours", "%":
		return false
	case "-", "–", "/":
		return t.Space
	case "of":
		return of != fact.Pages
	}
	return true
}
