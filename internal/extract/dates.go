package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// How much text around a mark is read, in bytes: a weekday and a clock before
// a date, the other end of a range behind it.
const (
	dateBefore = 72
	dateBehind = 120
)

// findDates reads the dates and ranges of the document: in front matter, and
// around the marks that the scan has set.
func (x *extractor) findDates() {
	for _, f := range x.doc.Fields {
		if len(x.doc.Blocks) > 0 && f.Span.End > x.doc.Blocks[0].Span.Start || f.Span.Len() > dateBehind {
			continue // a block as well, or no date
		}
		if strings.ContainsAny(x.doc.Text[f.Span.Start:f.Span.End], "0123456789") {
			r := dateReader{x: x, block: source.None, window: f.Span, toks: x.tokens(f.Span)}
			r.read()
		}
	}
	k := 0
	for i, b := range x.doc.Blocks {
		if !x.marks[i].has(markDate) {
			continue
		}
		for k < len(x.dateAt) && x.dateAt[k] < b.Span.Start {
			k++
		}
		for k < len(x.dateAt) && x.dateAt[k] < b.Span.End {
			var s source.Span
			s, k = x.dateWindow(b.Span, k)
			r := dateReader{x: x, block: i, window: s, toks: x.tokens(s)}
			r.read()
		}
	}
}

// dateWindow is the stretch of a block around mark k and all marks that
// follow it closely, cut at blanks. It returns the first mark behind it.
func (x *extractor) dateWindow(b source.Span, k int) (source.Span, int) {
	text := x.doc.Text
	s := source.Span{Start: max(b.Start, x.dateAt[k]-dateBefore), End: min(b.End, x.dateAt[k]+dateBehind)}
	for k++; k < len(x.dateAt) && x.dateAt[k]-dateBefore <= s.End && x.dateAt[k] < b.End && s.Len() < longestText/2; k++ {
		s.End = min(b.End, x.dateAt[k]+dateBehind)
	}
	for s.Start > b.Start && !blankByte(text[s.Start-1]) && s.Start < s.End {
		s.Start++
	}
	for s.End < b.End && !blankByte(text[s.End]) && s.End-x.dateAt[k-1] < 2*dateBehind {
		s.End++
	}
	for s.End < b.End && !utf8.RuneStart(text[s.End]) {
		s.End++
	}
	return s, k
}

func blankByte(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// dateReader reads the dates of one window.
type dateReader struct {
	x *extractor
	// block is that of the window, None in front matter.
	block  int
	window source.Span
	toks   []token.Token
	// last is the date read before in the window, next the index of the
	// first token behind it; at that of the date being read.
	last     *fact.Date
	next, at int
}

// place is where a span of the window stands.
func (r *dateReader) place(s source.Span) fact.Place {
	if r.block == source.None {
		return fact.Place{Doc: r.x.n, Span: s, Block: source.None, Section: source.None}
	}
	return r.x.place(r.block, s)
}

// bounds is the span of the block, or of the field of front matter.
func (r *dateReader) bounds() source.Span {
	if r.block == source.None {
		return r.window
	}
	return r.x.doc.Blocks[r.block].Span
}

func (r *dateReader) read() {
	for i := 0; i < len(r.toks); {
		next, ok := r.date(i)
		if !ok {
			next, ok = r.otherRange(i)
		}
		if !ok {
			i++
			continue
		}
		i = next
	}
}

// date reads a date or a range of dates at token i.
func (r *dateReader) date(i int) (next int, ok bool) {
	if t := r.toks[i]; !calendar.Starts(t) && t.Lower != "from" && t.Lower != "the" {
		return i, false
	}
	d, next, ok := calendar.Parse(r.toks, i)
	if !ok {
		return i, false
	}
	if d.Precision != calendar.ByDay && !d.Backwards || r.farOff(next, d) {
		return next, true // read, so that its parts are not read again
	}
	r.dropClockYear(next, &d)
	next = r.farEnd(next, &d)
	from := i
	if w := r.toks[i].Lower; w == "from" || w == "between" || w == "the" {
		from++
	}
	from, next = r.weekdaysAround(from, next, &d)
	r.emit(fact.Days, from, next, d)
	return next, true
}

// farOff reports whether what was read is no date that anybody means: a
// number of another kind, or a moment in a year beyond those that dates have.
func (r *dateReader) farOff(next int, d calendar.Date) bool {
	if d.From.Month > 12 && d.From.Day > 31 {
		return true
	}
	return d.From.Year == 0 && d.Clock >= 0 && next < len(r.toks) && r.toks[next].Kind == token.Number && len(r.toks[next].Text) >= 4
}

// dropClockYear takes back a year that is a time of day: "26 July 1400 UTC".
func (r *dateReader) dropClockYear(next int, d *calendar.Date) {
	y := d.From.Year
	if next >= len(r.toks) || !zoneWord(r.toks[next]) || d.Form != calendar.Worded || d.IsRange() || y < 1000 || y >= 2400 || y%100 > 59 || d.Clock >= 0 {
		return
	}
	if digitsOf(r.toks[next-1].Text) != r.toks[next-1].Text || figures(r.toks[next-1].Text) != int(y) {
		return
	}
	d.From.Year, d.To.Year, d.YearStated = 0, 0, false
}

// farEnd reads the second end of a range that stands behind markup: "through
// `November 21, 2023".
func (r *dateReader) farEnd(next int, d *calendar.Date) int {
	if d.From != d.To || d.Clock >= 0 || next+2 >= len(r.toks) || d.Form == calendar.EitherWay {
		return next
	}
	t := r.toks[next]
	if t.Lower != "through" && t.Lower != "to" && t.Lower != "until" {
		return next
	}
	if q := r.toks[next+1].Text; q != "`" && q != "*" && q != "_" && q != "**" {
		return next
	}
	end, k, ok := calendar.Parse(r.toks, next+2)
	if !ok || end.Precision != calendar.ByDay || end.IsRange() || end.Form == calendar.EitherWay || end.Invalid != "" || d.Invalid != "" {
		return next
	}
	if end.From.Year == 0 || d.From.Year == 0 {
		return next
	}
	d.To, d.ToWeekday = end.From, end.Weekday
	d.Backwards = calendar.DayNumber(d.To) < calendar.DayNumber(d.From)
	return k
}

// is reports whether token i is written as s.
func (r *dateReader) is(i int, s string) bool {
	return i >= 0 && i < len(r.toks) && r.toks[i].Text == s
}

// emit makes a fact of the date in toks[from:to].
func (r *dateReader) emit(of fact.DateOf, from, to int, d calendar.Date) {
	s := source.Span{Start: r.toks[from].Start, End: r.toks[to-1].End}
	d.Zone = r.x.own(d.Zone)
	f := &fact.Date{Base: fact.Base{Place: r.place(s), Surface: surface(r.x.doc.Text[s.Start:s.End])}, Of: of, Date: d}
	r.at = from
	if of == fact.Days {
		r.locateWeekdays(f, from, to)
		r.weekdayCell(f, from, to)
		r.completeMonth(f, from)
		r.inferYears(f)
	}
	if d := r.doubtful(f, from, to); d != "" {
		f.Doubt = d
	}
	if f.Date.Weekday != 0 {
		f.Words = r.words()
	}
	r.x.facts = append(r.x.facts, f)
	r.last, r.next = f, to
}

// doubtful is the doubt about a date to which a check may object.
func (r *dateReader) doubtful(f *fact.Date, from, to int) fact.Doubt {
	fits, known := f.Date.WeekdayFits()
	if f.Date.Invalid == "" && !f.Date.Backwards && (fits || !known) && f.Of != fact.Clocks {
		return ""
	}
	return r.doubt(f, from, to)
}

// completeMonth gives a lone day of the month ("Friday the 29th") the month
// of the date shortly before it, if it is later in that month.
func (r *dateReader) completeMonth(f *fact.Date, from int) {
	const near = 12 // tokens
	d, p := &f.Date, r.last
	if d.From.Month != 0 || d.From.Day == 0 || p == nil || p.Of != fact.Days || from-r.next > near {
		return
	}
	if last := p.Date.To; last.Month != 0 && d.From.Day > last.Day && !p.Date.Ambiguous {
		d.From.Month, d.From.Year = last.Month, last.Year
		if !calendar.Valid(d.From) {
			d.From.Month, d.From.Year = 0, 0
			return
		}
		d.To = d.From
		d.Years, d.YearStated = slices.Clone(p.Date.Years), p.Date.YearStated && last.Year != 0
		f.YearFrom = p.YearFrom
	}
}

// longestWords is how many words around a date are kept.
const longestWords = 16

// words are the stems of the longer words of the window, sorted.
func (r *dateReader) words() []string {
	const shortest = 4 // letters
	var out []string
	for _, t := range r.toks {
		if t.Kind != token.Word || len(t.Lower) < shortest || dateReach([]byte(t.Lower)) != 0 {
			continue
		}
		switch t.Lower {
		case "this", "that", "with", "from", "will", "until", "through", "after", "before", "when", "which", "were", "have", "been", "between", "morning", "evening", "afternoon", "night":
			continue
		}
		out = append(out, lexicon.Stem(t.Stem()))
		if len(out) == longestWords {
			break
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	for i, w := range out {
		out[i] = r.x.own(w)
	}
	return out
}
