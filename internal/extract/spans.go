package extract

import (
	"sort"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// findSpans reads what the text says about lengths of time and about the
// same quantity in two units.
func (x *extractor) findSpans() {
	x.findDurations()
	x.findWholeLengths()
	x.findConversions()
	x.findExchanges()
	x.findStatistics()
	x.findMeans()
	x.findTenses()
}

// longestSpanned bounds the tokens of a sentence that is looked through for
// lengths and dates; longer ones are lists of data.
const longestSpanned = 160

// length is a length of time as stated in toks[from:to].
type length struct {
	from, to int
	q        quantity.Quantity
	amount   quantity.Interval
	unit     fact.TimeUnit
	slack    int
	// compound: "five-day"; ordinal: "25th anniversary".
	compound, ordinal bool
	working           bool
}

// dating is a date, a range of dates, or a range of clock times.
type dating struct {
	from, to int
	date     calendar.Date
	ranged   bool
	// between tells that the range bounds something and need not be filled.
	between bool
}

// spanSentence is a sentence with the lengths and dates in it.
type spanSentence struct {
	x       *extractor
	block   int
	at      source.Span
	toks    []token.Token
	lengths []length
	dates   []dating
}

// findDurations reads the sentences that name a unit of time.
func (x *extractor) findDurations() {
	x.spanned(spanUnit|spanFeast, func(block int, at []int) {
		b := x.doc.Blocks[block]
		if b.Quoted || !x.marks[block].has(markNumber|markDate) && !x.hasFeast(b.Span) {
			return
		}
		if b.Kind == source.Cell && b.Span.Len() < 12 {
			return
		}
		x.pieces(b.Span, func(piece source.Span) {
			token.Sentences(x.doc.Text, piece.Start, piece.End, func(s, e int) {
				i := sort.SearchInts(at, s)
				if i == len(at) || at[i] >= e || !x.dateIn(source.Span{Start: s, End: e}) && !clockIn(x.doc.Text[s:e]) {
					return
				}
				x.durationsIn(block, source.Span{Start: s, End: e})
			})
		})
	})
}

// hasFeast reports whether an anniversary is named in a span.
func (x *extractor) hasFeast(s source.Span) bool {
	for i := sort.Search(len(x.spanAt), func(i int) bool { return x.spanAt[i].at >= s.Start }); i < len(x.spanAt) && x.spanAt[i].at < s.End; i++ {
		if x.spanAt[i].kind == spanFeast {
			return true
		}
	}
	return false
}

// dateIn reports whether the scan has met a year or a part of a date in a
// span.
func (x *extractor) dateIn(s source.Span) bool {
	if i := sort.SearchInts(x.dateAt, s.Start); i < len(x.dateAt) && x.dateAt[i] < s.End {
		return true
	}
	i := sort.Search(len(x.yearAt), func(i int) bool { return x.yearAt[i].at >= s.Start })
	return i < len(x.yearAt) && x.yearAt[i].at < s.End
}

// clockIn reports whether a text may name a time of day: a digit with "a.m."
// or "p.m." behind it, or between colons.
func clockIn(text string) bool {
	for i := 1; i < len(text); i++ {
		if !isFigure(text[i-1]) || isFigure(text[i]) {
			continue
		}
		if halfAt(text, i) > 0 || (text[i] == ':' || text[i] == '.') && i+2 < len(text) && isFigure(text[i+1]) && isFigure(text[i+2]) {
			return true
		}
	}
	return false
}

// durationsIn reads one sentence and binds its lengths to its dates.
func (x *extractor) durationsIn(block int, at source.Span) {
	s := spanSentence{x: x, block: block, at: at, toks: x.tokens(at)}
	if len(s.toks) > longestSpanned {
		return
	}
	s.read()
	if len(s.lengths) == 0 || len(s.dates) == 0 {
		return
	}
	s.bind()
}

// read finds the lengths and dates of the sentence.
func (s *spanSentence) read() {
	for i := 0; i < len(s.toks); {
		if e, ok := s.ended(i); ok {
			s.dates = append(s.dates, e)
			i = e.to
			continue
		}
		if l, ok := s.length(i); ok {
			s.lengths = append(s.lengths, l)
			i = l.to
			continue
		}
		i++
	}
}

// ended reads a date or a range at token i.
func (s *spanSentence) ended(i int) (dating, bool) {
	t := s.toks[i]
	w := t.Lower
	if calendar.Starts(t) || w == "from" || w == "between" {
		if d, next, ok := calendar.Parse(s.toks, i); ok && d.Precision <= calendar.ByMonth && d.Precision >= calendar.ByDay && d.Precision != calendar.ByPart {
			from := i
			if w == "from" || w == "between" {
				from++
			}
			return dating{from: from, to: next, date: d, ranged: d.IsRange(), between: s.word(from-1) == "between"}, true
		}
	}
	if t.Kind != token.Number {
		return dating{}, false
	}
	if e, ok := s.year(i); ok {
		return e, true
	}
	return s.clocks(i)
}

// word is the token at i in lower case, empty outside of the sentence.
func (s *spanSentence) word(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Lower
}

// year reads a year or a range of years.
func (s *spanSentence) year(i int) (dating, bool) {
	if yearOf(s.toks[i]) == 0 || !s.yearBefore(i) {
		return dating{}, false
	}
	d, next, ok := calendar.ParseYear(s.toks, i)
	if !ok || d.Precision != calendar.ByYear || d.Ambiguous {
		return dating{}, false
	}
	e := dating{from: i, to: next, date: d, ranged: d.IsRange()}
	if before := s.word(i - 1); !e.ranged && next+1 < len(s.toks) && s.word(next) == "and" && (before == "between") && yearOf(s.toks[next+1]) != 0 {
		e.date.To, e.ranged, e.between, e.to = calendar.Day{Year: int16(yearOf(s.toks[next+1]))}, true, true, next+2
	}
	if e.to < len(s.toks) {
		t := s.toks[e.to]
		if !t.Space && (t.Text == "/" || t.Text == "'" || t.Text == "-" || t.Text == "–") {
			return dating{}, false
		}
		if t.Kind == token.Word && t.Space && !afterYear(t.Lower) && pluralNoun(t) {
			return dating{}, false // "in 2000 people"
		}
	}
	return e, true
}

// yearBefore reports whether what stands before four figures lets them be a
// year.
func (s *spanSentence) yearBefore(i int) bool {
	if i == 0 {
		return true
	}
	if i+1 < len(s.toks) && s.toks[i+1].Cap() && s.toks[i+1].Space && (s.word(i-1) == "of" || s.word(i-1) == "at" || s.word(i-1) == ",") {
		return false // "of 1607 East 96th Street"
	}
	switch t := s.toks[i-1]; t.Lower {
	case "in", "from", "since", "between", "until", "till", "to", "by", "of", "during", "and", "after", "before", "through", "around", "late", "early", "mid", "founded", "established", "opened", "built", "year", "(", "[", ",", ";", ":", "the", "est", "est.", ".",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "spring", "summer", "autumn", "winter", "fall", "born", "died", "incorporated", "formed":
		return t.Lower == "(" || t.Lower == "[" || s.toks[i].Space
	case "–", "—", "-":
		return t.Space || i >= 2 && yearOf(s.toks[i-2]) == 0 && s.toks[i-2].Kind != token.Number
	}
	return false
}

// afterYear lists plural-looking words that may follow a year.
func afterYear(w string) bool {
	switch w {
	case "was", "is", "as", "has", "this", "his", "its", "thus", "us", "theirs", "perhaps", "always", "years":
		return true
	}
	return false
}

// clocks reads a range of times of day.
func (s *spanSentence) clocks(i int) (dating, bool) {
	if len(s.toks[i].Text) > 5 {
		return dating{}, false
	}
	c, next, ok := calendar.ParseClock(s.toks, i)
	if !ok || c.Invalid != "" {
		return dating{}, false
	}
	d := calendar.Date{Precision: calendar.ByClock, Clock: c.From, ClockTo: c.To, ClockLoose: c.Loose, Zone: c.Zone}
	e := dating{from: i, to: next, date: d, ranged: c.From != c.To, between: s.word(i-1) == "between"}
	if !e.ranged && next+1 < len(s.toks) && s.word(next) == "and" && s.word(i-1) == "between" {
		if end, k, ok := calendar.ParseClock(s.toks, next+1); ok && end.Invalid == "" {
			e.date.ClockTo, e.date.ClockLoose, e.ranged, e.to = end.From, c.Loose || end.Loose, true, k
		}
	}
	return e, true
}
