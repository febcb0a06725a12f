package calendar

import "github.com/concordlint/concord/internal/token"

// Parse reads the date or range of dates that begins at token i, with its
// weekday and its clock: "December 6, 2021", "Mon., Jan. 15", "the sixth of
// December", "9–13 November", "Dec 30 – Jan 2", "2021-12-06", "mid-March
// 2020", "Q3 2021", "18:00 UTC, Saturday 26 August 2023". next is the index
// of the first token behind it.
//
// A lone weekday, a lone clock, a lone month and a lone year are no dates
// here: see ParseWeekday, ParseClock, ParseMonth, ParseYear. Words that are
// only sometimes months ("may", "march"), and numbers that only may be days,
// are refused unless the whole reads as a date.
func Parse(toks []token.Token, i int) (d Date, next int, ok bool) {
	if i < 0 || i >= len(toks) {
		return Date{}, i, false
	}
	j, lead := i, noLink
	switch {
	case word(toks, i, "from"):
		j, lead = i+1, worded
	case word(toks, i, "between"):
		j, lead = i+1, coupled
	case word(toks, i, "the"):
		j = i + 1
	}
	if j < len(toks) && !Starts(toks[j]) && !word(toks, j, "the") {
		return Date{}, i, false
	}
	if c, k, ok := clockBefore(toks, j); ok {
		if d, next, ok = span(toks, k, lead); !ok || d.Precision != ByDay || d.Clock >= 0 {
			return Date{}, i, false
		}
		d.setClock(c)
		return d, next, true
	}
	if d, next, ok = span(toks, j, lead); !ok {
		return Date{}, i, false
	}
	if lead != noLink && !d.IsRange() && !d.Backwards {
		return Date{}, i, false // "from" belongs to something else
	}
	next = trail(toks, next, &d)
	d.Circa = d.Circa || circaBefore(toks, i)
	return d, next, true
}

// span reads a date or a range. lead is worded after "from", coupled after
// "between", which asks for "and".
func span(toks []token.Token, i int, lead link) (Date, int, bool) {
	if d, next, ok := bareDays(toks, i, lead); ok {
		return d, next, true
	}
	if d, next, ok := bareMonths(toks, i, lead); ok {
		return d, next, true
	}
	a, j, ok := point(toks, i)
	if !ok {
		return Date{}, i, false
	}
	if a.From.Day != 0 && a.From.Month != 0 && a.From.Year == 0 && a.Form == Worded {
		if d, next, ok := dayToDay(toks, i, j, a, lead); ok {
			return d, next, true
		}
	}
	l, k := linkAt(toks, j)
	if !joins(l, lead) || l == slashed && a.Form != ISO {
		return a, j, true
	}
	if word(toks, k, "the") {
		k++
	}
	b, next, ok := point(toks, k)
	if !ok || b.From.Month == 0 && b.Part == NoPart || a.From.Month == 0 && a.Part == NoPart {
		return a, j, true
	}
	if l == spaced && a.Form == ISO && b.Form != ISO || l == slashed && b.Form != ISO {
		return a, j, true
	}
	return join(a, b), next, true
}

// joins reports whether a link makes a range. "and" does only after
// "between", which asks for it.
func joins(l, lead link) bool {
	if lead == coupled {
		return l == coupled
	}
	return l != noLink && l != coupled
}

// point reads one date without a range: by its first token.
func point(toks []token.Token, i int) (Date, int, bool) {
	if i >= len(toks) {
		return Date{}, i, false
	}
	switch toks[i].Kind {
	case token.Number:
		if d, next, ok := numeric(toks, i); ok {
			return d, next, true
		}
		return dayMonth(toks, i)
	case token.Word:
		w := toks[i].Lower
		if m, _ := monthOf(w); m != 0 {
			return monthDay(toks, i)
		}
		if n, _ := weekdayOf(w); n != 0 {
			return weekdayDay(toks, i)
		}
		if p := partOf(w); p != NoPart {
			return partial(toks, i, p)
		}
		if d, next, ok := dayMonth(toks, i); ok {
			return d, next, true
		}
		return ordinalQuarter(toks, i)
	}
	return Date{}, i, false
}

// monthDay reads "December 6, 2021", "Dec. 6", "December the sixth",
// "December 2021".
func monthDay(toks []token.Token, i int) (Date, int, bool) {
	m, j := month(toks, i)
	if m == 0 {
		return Date{}, i, false
	}
	if d, next, ok := gluedYear(toks, j, m); ok {
		return d, next, true
	}
	k := j
	if word(toks, k, "the") {
		k++
	}
	day, ordinal, next := dayOf(toks, k)
	if next == k || k > j && !ordinal || glued(toks, k) && !punct(toks, k-1, ".") {
		if year, next, ok := yearAfter(toks, j); ok {
			return monthOnly(year, m), next, true
		}
		return Date{}, i, false
	}
	if clocked(toks, next) || punct(toks, next, "%") || glued(toks, next) && punct(toks, next, "/") {
		return Date{}, i, false
	}
	year, end, ok := yearAfter(toks, next)
	d := civil(year, int(m), day)
	if !ok && !plausibleDay(toks, i, next, d, ordinal) {
		return Date{}, i, false
	}
	return d, end, true
}

// gluedYear reads the one token "6,2021" behind a month.
func gluedYear(toks []token.Token, i int, m int8) (Date, int, bool) {
	if i >= len(toks) || toks[i].Kind != token.Number {
		return Date{}, i, false
	}
	s := toks[i].Text
	day, n := digits(s)
	if n < 1 || n > 2 || len(s) != n+5 || s[n] != ',' || !isDigits(s[n+1:]) {
		return Date{}, i, false
	}
	year, _ := digits(s[n+1:])
	return civil(year, int(m), day), i + 1, year >= 1000 && year <= 2999
}

// plausibleDay tells whether "Month N" without a year is a day: not in "in
// June 15 people died", "May 5 people come?", "by June 31 had signed".
func plausibleDay(toks []token.Token, i, next int, d Date, ordinal bool) bool {
	if d.From.Day > 31 || d.Placeholder {
		return false
	}
	if ordinal {
		return true
	}
	if word(toks, i-1, "in") {
		return false
	}
	if d.Invalid != "" {
		return bounded(toks, next)
	}
	if next < len(toks) && toks[next].Kind == token.Word && (toks[i].Lower == "may" || toks[i].Lower == "march" || toks[i].Lower == "mar") {
		return !isCounted(toks[next].Lower)
	}
	return true
}

// isCounted lists what is counted after a number more often than anything
// stands after a date.
func isCounted(w string) bool {
	switch w {
	case "people", "persons", "men", "women", "children", "members", "miles", "km", "kilometres", "kilometers", "metres", "meters",
		"percent", "per", "times", "days", "hours", "minutes", "weeks", "months", "years", "points", "of":
		return true
	}
	return false
}

func monthOnly(year int, m int8) Date { return OneDay(Day{int16(year), m, 0}) }

// dayMonth reads "6 December 2021", "6th of December", "the 3rd day of
// April, 2023", "7-Sep-2001".
func dayMonth(toks []token.Token, i int) (Date, int, bool) {
	day, ordinal, j := dayOf(toks, i)
	if j == i || day < 1 || !freeNumber(toks, i) {
		return Date{}, i, false
	}
	if glued(toks, j) && punct(toks, j, "-") {
		return dashed(toks, i, day, j)
	}
	if glued(toks, j) && !punct(toks, j, ".") {
		return Date{}, i, false
	}
	j = beforeMonth(toks, j, ordinal)
	m, next := month(toks, j)
	if m == 0 || day > 31 && !isYearNext(toks, next) {
		return Date{}, i, false
	}
	year, end, ok := yearAfter(toks, next)
	d := civil(year, int(m), day)
	if !ok && d.Invalid != "" && !bounded(toks, next) {
		return Date{}, i, false
	}
	return d, end, true
}

func isYearNext(toks []token.Token, i int) bool {
	_, _, ok := yearAfter(toks, i)
	return ok
}

// beforeMonth skips "day of" and "of" between an ordinal and its month, and
// the full stop of the German "6. December".
func beforeMonth(toks []token.Token, j int, ordinal bool) int {
	if !ordinal {
		return j
	}
	if word(toks, j, "day") {
		j++
	}
	if word(toks, j, "of") {
		j++
	}
	return j
}

// dashed reads "7-Sep-2001" and "7-Sep" from the first dash on.
func dashed(toks []token.Token, i, day, j int) (Date, int, bool) {
	m, next := month(toks, j+1)
	if m == 0 || !glued(toks, j+1) {
		return Date{}, i, false
	}
	if glued(toks, next) && punct(toks, next, "-") && glued(toks, next+1) {
		if year, ok := yearOf(toks, next+1); ok {
			return civil(year, int(m), day), next + 2, true
		}
	}
	if day > 31 || glued(toks, next) && punct(toks, next, "-") {
		return Date{}, i, false
	}
	return civil(0, int(m), day), next, true
}

// freeNumber reports whether the number at i stands by itself: it is no tail
// of another number, no amount and no numbered thing.
func freeNumber(toks []token.Token, i int) bool {
	if i == 0 {
		return true
	}
	p := toks[i-1]
	if p.Kind == token.Punct && !toks[i].Space {
		switch p.Text {
		case "$", "£", "€", "¥", "#", "+", "§", "№":
			return false
		case "-", "/", ".", ",", ":", "–", "—":
			if _, ok := yearOf(toks, i-2); ok && isDash(p) {
				return true // the second date of a range
			}
			return i < 2 || toks[i-2].Kind != token.Number || p.Space
		}
	}
	return !glued(toks, i) || p.Kind == token.Punct
}

// weekdayDay reads "Monday, December 6", "Wed 9 Nov", "Sat 2023-02-01",
// "Monday the 6th of December", and without a month "Friday the 13th".
func weekdayDay(toks []token.Token, i int) (Date, int, bool) {
	w, j := weekday(toks, i)
	if w == 0 {
		return Date{}, i, false
	}
	if word(toks, j, "morning", "afternoon", "evening", "night", "noon") {
		j++
	}
	if punct(toks, j, ",") {
		j++
	}
	if word(toks, j, "the") {
		j++
	}
	if j >= len(toks) || toks[j].Kind == token.Punct {
		return Date{}, i, false
	}
	if n, _ := weekdayOf(toks[j].Lower); n == 0 || toks[j].Kind == token.Number {
		if d, next, ok := point(toks, j); ok && d.Precision == ByDay {
			d.Weekday = w
			return d, next, true
		}
	}
	day, ordinal, next := dayOf(toks, j)
	if !ordinal || !bounded(toks, next) || toks[j].Kind == token.Word && !word(toks, j-1, "the") {
		return Date{}, i, false
	}
	d := OneDay(Day{Day: int8(day)})
	d.Weekday = w
	return d, next, true
}
