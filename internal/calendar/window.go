package calendar

import "github.com/concordlint/concord/internal/token"

// ParseWindow reads the stretch of time that a phrase at token i sets for a
// statement: "in March", "since June", "in 2023", "between 2015 and 2019",
// "from June to September", "last week", "in the last two weeks", "this
// year", "in recent weeks", "so far this season".
//
// exact tells that from and to are sure to the day; where it is false they
// are generous, or zero where nothing can be said ("so far this season").
// Months without a year are the last such before the document's date; they
// stay without a year where that is not known. next is the index of the first
// token behind the phrase.
func ParseWindow(toks []token.Token, i int, docDate Day) (from, to Day, exact bool, next int, ok bool) {
	if i < 0 || i >= len(toks) || toks[i].Kind != token.Word {
		return Day{}, Day{}, false, i, false
	}
	switch toks[i].Lower {
	case "since":
		return since(toks, i, docDate)
	case "between", "from":
		return fromTo(toks, i, docDate)
	case "so", "thus":
		if word(toks, i+1, "far") {
			return soFar(toks, i+2, docDate)
		}
	case "in", "during", "over", "within", "for", "throughout", "of":
		return within(toks, i, docDate)
	case "last", "this", "past", "recently", "lately", "today", "yesterday", "earlier":
		return relative(toks, i, docDate)
	}
	return Day{}, Day{}, false, i, false
}

// ParsePeriod reads a month, a quarter, a year, or a range of them or of days
// at token i, as a heading names the time that it covers: "May 2021", "January
// to March 2022". from and to are its first and last day; next is the index of
// the first token behind it.
func ParsePeriod(toks []token.Token, i int) (from, to Day, next int, ok bool) {
	return stretch(toks, i, Day{})
}

// within reads on after "in": a month, a year, a date, or a relative window.
func within(toks []token.Token, i int, docDate Day) (from, to Day, exact bool, next int, ok bool) {
	j := i + 1
	if word(toks, j, "the") {
		j++
	}
	if j >= len(toks) {
		return Day{}, Day{}, false, i, false
	}
	if word(toks, j, "last", "past", "this", "recent", "previous", "preceding") {
		if from, to, exact, next, ok = relative(toks, j, docDate); ok {
			return from, to, exact, next, true
		}
		return Day{}, Day{}, false, i, false
	}
	if word(toks, i, "for", "of") {
		return Day{}, Day{}, false, i, false
	}
	if from, to, next, ok := stretch(toks, j, docDate); ok {
		return from, to, from.Year != 0, next, true
	}
	return Day{}, Day{}, false, i, false
}

// stretch reads a month, a part of one, a year, or a whole date as a stretch
// from its first to its last day.
func stretch(toks []token.Token, i int, docDate Day) (from, to Day, next int, ok bool) {
	d, next, ok := Parse(toks, i)
	if !ok || d.Backwards || d.Invalid != "" {
		m, k := month(toks, i)
		if m != 0 {
			d, next, ok = monthOnly(0, m), k, true
			if l, k2 := linkAt(toks, k); l == worded || l == tight {
				if m2, k3 := month(toks, k2); m2 != 0 {
					d, next = join(d, monthOnly(0, m2)), k3
				}
			}
		} else if d, next, ok = ParseYear(toks, i); ok && d.Ambiguous {
			ok = false
		}
	}
	if !ok || d.Backwards || d.Invalid != "" || d.From.Year == 0 && d.From.Month == 0 {
		return Day{}, Day{}, i, false
	}
	d = d.lastBefore(docDate)
	from, _ = partBounds(d.From, d.Part)
	_, to = partBounds(d.To, d.ToPart)
	return from, to, next, true
}

// lastBefore gives a date without a year the last one in which it began on
// or before the document's date, or in its month.
func (d Date) lastBefore(docDate Day) Date {
	if d.From.Year != 0 || docDate.Year == 0 || docDate.Month == 0 {
		return d
	}
	y := docDate.Year
	if d.From.Month > docDate.Month || d.From.Month == docDate.Month && docDate.Day != 0 && d.From.Day > docDate.Day {
		y--
	}
	return d.InYear(y)
}

// since reads "since June", "since 2019", "since June 9, 2021": up to the
// document's date.
func since(toks []token.Token, i int, docDate Day) (from, to Day, exact bool, next int, ok bool) {
	j := i + 1
	if word(toks, j, "early", "mid", "late") {
		from, _, next, ok = stretch(toks, j, docDate)
		return from, docDate, false, next, ok
	}
	from, _, next, ok = stretch(toks, j, docDate)
	if !ok {
		return Day{}, Day{}, false, i, false
	}
	return from, docDate, from.Year != 0 && docDate.Day != 0, next, true
}

// fromTo reads "between 2015 and 2019", "from June to September", "between 5
// May and 9 June".
func fromTo(toks []token.Token, i int, docDate Day) (from, to Day, exact bool, next int, ok bool) {
	if d, next, ok := Parse(toks, i); ok && d.IsRange() && !d.Backwards && d.Invalid == "" && d.From.Month != 0 {
		d = d.lastBefore(docDate)
		from, _ = partBounds(d.From, d.Part)
		_, to = partBounds(d.To, d.ToPart)
		return from, to, from.Year != 0, next, true
	}
	want := worded
	if word(toks, i, "between") {
		want = coupled
	}
	a, j := endPoint(toks, i+1)
	l, k := linkAt(toks, j)
	if j == i+1 || l != want && !(want == worded && (l == tight || l == spaced)) {
		return Day{}, Day{}, false, i, false
	}
	b, next := endPoint(toks, k)
	if next == k || (a.From.Month == 0) != (b.From.Month == 0) && a.From.Year == 0 {
		return Day{}, Day{}, false, i, false
	}
	d := join(a, b)
	if d.Backwards {
		return Day{}, Day{}, false, i, false
	}
	d = d.lastBefore(docDate)
	from, _ = partBounds(d.From, d.Part)
	_, to = partBounds(d.To, d.ToPart)
	return from, to, from.Year != 0, next, true
}

// endPoint reads one end of a window: a date, a month, or a year. next is i
// where there is none.
func endPoint(toks []token.Token, i int) (Date, int) {
	if d, next, ok := point(toks, i); ok && d.Invalid == "" && !d.Ambiguous && (d.From.Year != 0 || d.From.Month != 0) {
		return d, next
	}
	if m, next := month(toks, i); m != 0 {
		return monthOnly(0, m), next
	}
	if y, ok := yearOf(toks, i); ok {
		return OneDay(Day{Year: int16(y)}), i + 1
	}
	return Date{}, i
}

// soFar reads "so far this year"; of a season or a term nothing is known.
func soFar(toks []token.Token, i int, docDate Day) (from, to Day, exact bool, next int, ok bool) {
	if word(toks, i, "this", "in") {
		if from, to, exact, next, ok = ParseWindow(toks, i, docDate); ok {
			return from, earlierKnown(to, docDate), exact, next, true
		}
		if word(toks, i, "this") && i+1 < len(toks) && toks[i+1].Kind == token.Word {
			return Day{}, Day{}, false, i + 2, true
		}
	}
	return Day{}, Day{}, false, i, true
}

func earlierKnown(a, b Day) Day {
	if b.Day == 0 || a.Year == 0 {
		return a
	}
	return earlier(a, b)
}

// relative reads windows told from the document's date: "last week", "this
// year", "last two weeks", "recent months", "yesterday".
func relative(toks []token.Token, i int, docDate Day) (from, to Day, exact bool, next int, ok bool) {
	w := toks[i].Lower
	switch w {
	case "recently", "lately":
		return before(docDate, 62), docDate, false, i + 1, true
	case "today", "yesterday":
		if docDate.Day == 0 {
			return Day{}, Day{}, false, i + 1, true
		}
		d := docDate
		if w == "yesterday" {
			d = FromDayNumber(DayNumber(d) - 1)
		}
		return d, d, true, i + 1, true
	case "earlier":
		if !word(toks, i+1, "this") {
			return Day{}, Day{}, false, i, false
		}
		from, _, _, next, ok = relative(toks, i+1, docDate)
		return from, docDate, false, next, ok
	}
	j := i + 1
	if w == "last" && word(toks, j, "few", "couple", "several") || word(toks, j, "few", "several") {
		j++
		if word(toks, j, "of") {
			j++
		}
		from, next, ok = unitsBack(toks, j, 6, docDate)
		return from, docDate, false, next, ok
	}
	if n, k := smallCount(toks, j); k > j {
		from, next, ok = unitsBack(toks, k, n, docDate)
		return from, docDate, false, next, ok
	}
	switch w {
	case "recent":
		from, next, ok = unitsBack(toks, j, 6, docDate)
		return from, docDate, false, next, ok
	case "past", "preceding", "previous":
		from, next, ok = unitsBack(toks, j, 1, docDate)
		return from, docDate, false, next, ok
	}
	return wholeUnit(toks, j, w == "last", docDate)
}

// wholeUnit reads "week", "month", "year" or a month's name after "this" or
// "last". Months and years are exact; weeks are not, since they begin on
// Sunday or Monday, and "last week" may be the last seven days.
func wholeUnit(toks []token.Token, i int, last bool, docDate Day) (from, to Day, exact bool, next int, ok bool) {
	back := int16(0)
	if last {
		back = 1
	}
	if m, k := month(toks, i); m != 0 {
		d := monthOnly(0, m).lastBefore(docDate)
		from, to = partBounds(d.From, NoPart)
		return from, to, from.Year != 0 && !last, k, true
	}
	known := docDate.Year != 0
	switch {
	case word(toks, i, "year"):
		if !known {
			return Day{}, Day{}, false, i + 1, true
		}
		y := docDate.Year - back
		return Day{y, 1, 1}, Day{y, 12, 31}, true, i + 1, true
	case word(toks, i, "month"):
		if !known || docDate.Month == 0 {
			return Day{}, Day{}, false, i + 1, true
		}
		d := Day{docDate.Year, docDate.Month, 0}
		if last {
			d = FromDayNumber(DayNumber(d) - 1)
			d.Day = 0
		}
		from, to = partBounds(d, NoPart)
		return from, to, true, i + 1, true
	case word(toks, i, "week"):
		if last {
			return before(docDate, 14), before(docDate, 0), false, i + 1, true
		}
		return before(docDate, 7), before(docDate, -7), false, i + 1, true
	case word(toks, i, "season", "term", "session", "spring", "summer", "autumn", "fall", "winter", "quarter"):
		return Day{}, Day{}, false, i + 1, true
	}
	return Day{}, Day{}, false, i, false
}

// unitsBack reads "weeks" and the like and goes back that many of them, with
// one more to spare, from the document's date.
func unitsBack(toks []token.Token, i, n int, docDate Day) (from Day, next int, ok bool) {
	days := 0
	switch {
	case word(toks, i, "day", "days"):
		days = 1
	case word(toks, i, "week", "weeks"):
		days = 7
	case word(toks, i, "month", "months"):
		days = 31
	case word(toks, i, "year", "years"):
		days = 366
	default:
		return Day{}, i, false
	}
	return before(docDate, (n+1)*days), i + 1, true
}

// before is the day n days before the document's date, zero where that is
// not known to the day.
func before(docDate Day, n int) Day {
	if docDate.Day == 0 || docDate.Month == 0 || docDate.Year == 0 {
		return Day{}
	}
	return FromDayNumber(DayNumber(docDate) - n)
}

// smallCount reads a small number in figures or words.
func smallCount(toks []token.Token, i int) (n, next int) {
	if n, ok := small(toks, i); ok {
		return n, i + 1
	}
	for k, w := range [...]string{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"} {
		if word(toks, i, w) {
			return k + 2, i + 1
		}
	}
	return 0, i
}

// NearWeekday are the days with the given weekday (1 for Monday to 7 for
// Sunday) around a document's date: the last one on or before it and the
// first one on or after it. ok is false where the date is not known to the
// day.
func NearWeekday(w int, docDate Day) (past, coming Day, ok bool) {
	have := Weekday(docDate)
	if have == 0 || w < 1 || w > 7 {
		return Day{}, Day{}, false
	}
	n := DayNumber(docDate)
	return FromDayNumber(n - (have-w+7)%7), FromDayNumber(n + (w-have+7)%7), true
}
