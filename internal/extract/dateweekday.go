package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// weekdaysAround reads the weekdays that belong to the date in toks[from:to]
// and that the date itself does not take: "Tue–Thu, 4–6 June", "Thursday (4
// June)", "4 June 2020 was a Thursday". It returns the wider range of tokens.
func (r *dateReader) weekdaysAround(from, to int, d *calendar.Date) (int, int) {
	if d.Weekday != 0 && d.ToWeekday == 0 {
		if first, at, several := r.weekdaysBefore(from); several {
			if d.From == d.To {
				d.Weekday = 0 // the day is one of several, or a list goes on
				return from, to
			}
			d.ToWeekday, d.Weekday = d.Weekday, first
			return at, to
		}
	}
	if d.Weekday != 0 || d.From != d.To {
		return from, to
	}
	if r.is(from-1, "(") && r.is(to, ")") {
		if w, next, ok := calendar.ParseWeekday(r.toks, from-2); ok && next == from-1 && !r.toks[from-2].Possessive() {
			d.Weekday = int8(w)
			return from - 2, to + 1
		}
	}
	if next := r.saidOf(to); next > to {
		if w, end, ok := calendar.ParseWeekday(r.toks, next); ok && !r.toks[next].Possessive() {
			d.Weekday = int8(w)
			return from, end
		}
	}
	return from, to
}

// weekdaysBefore walks back over "Mon–", "Monday to", "Mon, Tue and" before
// the weekday at token i.
func (r *dateReader) weekdaysBefore(i int) (first int8, at int, several bool) {
	at = i
	for at >= 2 {
		t := r.toks[at-1]
		switch t.Lower {
		case "-", "–", "—", "to", "and", "&", "or", ",", "/", "through", "until":
		default:
			return first, at, several
		}
		k := at - 2
		if r.is(k, ".") && k > 0 {
			k--
		}
		w, next, ok := calendar.ParseWeekday(r.toks, k)
		if !ok || next != at-1 {
			return first, at, several
		}
		first, at, several = int8(w), k, true
	}
	return first, at, several
}

// saidOf skips the words of "4 June 2020 was a Thursday" and "4 June 2020, a
// Thursday"; it returns i where there are none.
func (r *dateReader) saidOf(i int) int {
	j := i
	if r.is(j, ",") {
		j++
	}
	if j < len(r.toks) && r.toks[j].Lower == "which" {
		j++
	}
	verb := false
	if j < len(r.toks) {
		switch r.toks[j].Lower {
		case "was", "is", "being":
			j++
			verb = true
		}
	}
	if j < len(r.toks) && r.toks[j].Lower == "a" && (verb || j > i) {
		return j + 1
	}
	return i
}

// locateWeekdays finds where the weekdays of the date stand.
func (r *dateReader) locateWeekdays(f *fact.Date, from, to int) {
	first, second := f.Date.Weekday, f.Date.ToWeekday
	for i := from; i < to && (first != 0 || second != 0); i++ {
		w, next, ok := calendar.ParseWeekday(r.toks, i)
		if !ok {
			continue
		}
		s := source.Span{Start: r.toks[i].Start, End: r.toks[next-1].End}
		switch int8(w) {
		case first:
			f.WeekdayAt, f.WeekdaySurface = r.place(s), r.x.own(r.x.doc.Text[s.Start:s.End])
			first = 0
		case second:
			f.ToWeekdayAt, f.ToWeekdaySurface = r.place(s), r.x.own(r.x.doc.Text[s.Start:s.End])
			second = 0
		}
	}
}

// weekdayCell gives a date that fills a cell of a table the weekday that
// stands alone in the cell beside it, under a heading that calls it one.
func (r *dateReader) weekdayCell(f *fact.Date, from, to int) {
	doc := r.x.doc
	if r.block == source.None {
		return
	}
	b := doc.Blocks[r.block]
	if b.Kind != source.Cell || b.Table == source.None || b.Row < 0 || f.Date.Weekday != 0 || f.Date.IsRange() || from != 0 || to != len(r.toks) || r.window != b.Span {
		return
	}
	t := doc.Tables[b.Table]
	for _, c := range []int{b.Column - 1, b.Column + 1} {
		if c < 0 || b.Row >= len(t.Rows) || c >= len(t.Rows[b.Row]) || c >= len(t.Header) || t.Rows[b.Row][c] == source.None || t.Header[c] == source.None {
			continue
		}
		switch strings.ToLower(surface(doc.TextOf(doc.Blocks[t.Header[c]]))) {
		case "day", "weekday", "day of week", "day of the week", "dow":
		default:
			continue
		}
		cell := t.Rows[b.Row][c]
		s := doc.Blocks[cell].Span
		toks := token.Append(nil, doc.Text, s.Start, s.End)
		if w, next, ok := calendar.ParseWeekday(toks, 0); ok && next == len(toks) && !toks[0].Possessive() {
			f.Date.Weekday, f.WeekdayAt, f.WeekdaySurface = int8(w), r.x.place(cell, s), r.x.own(doc.Text[s.Start:s.End])
			return
		}
	}
}
