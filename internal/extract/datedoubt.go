package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// doubt looks for a reason why the date in toks[from:to], with which
// something is wrong, is not to be judged.
func (r *dateReader) doubt(f *fact.Date, from, to int) fact.Doubt {
	if r.x.literal(f.Span) || r.backticked(f.Span) || r.inPath(from, to) {
		return fact.DoubtSample
	}
	if runsOn(f) {
		return fact.DoubtTurn
	}
	if f.Date.Weekday != 0 && swappedFits(f) {
		return fact.DoubtOrder
	}
	if f.Date.Weekday != 0 && julianTimes(f.Date.From) || f.Date.Invalid != "" && julianLeap(f.Date) {
		return fact.DoubtCalendar
	}
	sentence := r.around(f.Span)
	d := fact.Doubt("")
	zones, zone := 0, ""
	for i, t := range sentence {
		if t.Kind != token.Word {
			continue
		}
		if zoneWord(t) && t.Text != zone {
			zones, zone = zones+1, t.Text
		}
		if w := contextWord(t.Lower, f, sentence, i); w != "" && d == "" {
			d = w
		}
	}
	if d == "" && zones > 1 && (f.Of == fact.Clocks || nextTo(f.Date)) {
		d = fact.DoubtZone
	}
	return d
}

// exampleReach is how far before a date, in bytes, the word stands that makes
// it an example.
const exampleReach = 80

// runsOn reports whether a backward range of days in one month may run into
// the next, which nobody would write with care: "Sept 30-01".
func runsOn(f *fact.Date) bool {
	const late, soon = 25, 7 // days of the month
	d := f.Date
	return f.Of == fact.Days && d.Backwards && d.From.Month == d.To.Month && d.From.Year == d.To.Year && d.From.Day >= late && d.To.Day <= soon && d.ToWeekday == 0
}

// swappedFits reports whether the weekday fits a date in figures if day and
// month change places, as some write it: 2020/4/12. Between hyphens, where the
// order is fixed, that is a slip all the same.
func swappedFits(f *fact.Date) bool {
	d := f.Date
	if d.Form != calendar.ISO || d.From.Day > 12 || d.IsRange() || !strings.Contains(f.Surface, "/") {
		return false
	}
	return calendar.Weekday(calendar.Day{Year: d.From.Year, Month: d.From.Day, Day: d.From.Month}) == int(d.Weekday)
}

// nextTo reports whether the weekday of a date is that of the day before or
// after it, as that of another time zone would be.
func nextTo(d calendar.Date) bool {
	for _, y := range append(yearsOf(d), 0) {
		x := d.InYear(y)
		if w := calendar.Weekday(x.From); w != 0 && d.Weekday != 0 {
			if by := (w - int(d.Weekday) + 7) % 7; by == 1 || by == 6 {
				return true
			}
		}
	}
	return false
}

// around are the tokens of the sentence of a span, as far as it lies within
// its block; short blocks are taken whole.
func (r *dateReader) around(s source.Span) []token.Token {
	const short = 160 // bytes
	b := r.bounds()
	at := b
	if b.Len() > short {
		token.Sentences(r.x.doc.Text, max(b.Start, r.window.Start-short), min(b.End, r.window.End+short), func(from, to int) {
			if from <= s.Start && s.Start < to {
				at = source.Span{Start: from, End: max(to, s.End)}
			}
		})
	}
	at.End = min(at.End, at.Start+longestText)
	return token.Append(nil, r.x.doc.Text, at.Start, at.End)
}

// julianTimes reports whether a day lies in times when English texts may
// state it by the Julian calendar.
func julianTimes(d calendar.Day) bool { return d.Year != 0 && d.Year < 1753 }

// julianLeap reports whether the date is a February 29 that only the Julian
// calendar has.
func julianLeap(d calendar.Date) bool {
	return d.From.Month == 2 && d.From.Day <= 30 && d.From.Year < 1924 && d.From.Year != 0
}

// contextWord is the doubt that a word of the sentence raises.
func contextWord(w string, f *fact.Date, sentence []token.Token, i int) fact.Doubt {
	switch w {
	case "julian", "hebrew", "islamic", "hijri", "o.s", "o.s.", "orthodox", "coptic", "ethiopian", "revolutionary", "lunar":
		return fact.DoubtCalendar
	case "old", "new":
		if i+1 < len(sentence) && sentence[i+1].Lower == "style" {
			return fact.DoubtCalendar
		}
	case "invalid", "impossible", "nonexistent", "non-existent", "bogus", "malformed", "nonsensical", "nonsense", "fictional", "fictitious", "typo", "typos", "erroneous", "erroneously", "mistake", "mistakenly", "misdated", "incorrect", "incorrectly", "wrong", "wrongly":
		return fact.DoubtAbout
	case "e.g", "e.g.", "example", "examples", "sample", "samples", "format", "formatted", "pattern", "regex":
		if at := sentence[i].Start; f.Date.Invalid != "" || at < f.Span.Start && f.Span.Start-at <= exampleReach {
			return fact.DoubtSample
		}
	}
	if f.Date.Invalid != "" && aboutInvalid(w, sentence, i) {
		return fact.DoubtAbout
	}
	if f.Date.Backwards && (movedWord(w) || aboutOrder(w)) {
		return fact.DoubtMoved
	}
	if f.Date.Weekday != 0 && (w == "instead" || w == "dateline") {
		return fact.DoubtZone
	}
	return ""
}

// aboutInvalid lists words with which texts speak of dates that cannot be.
func aboutInvalid(w string, sentence []token.Token, i int) bool {
	switch w {
	case "leap", "error", "errors", "exception", "raise", "raises", "raised", "reject", "rejects", "rejected", "validate", "validates", "validation", "valid", "validity", "parse", "parses", "parsed", "parser", "parsing", "overflow", "overflows", "rollover", "exist", "exists", "existed", "fail", "fails", "failed", "throws", "accepts", "accepted", "bug", "bugs", "test", "tests":
		return true
	case "no":
		return i+1 < len(sentence) && (sentence[i+1].Lower == "such" || sentence[i+1].Lower == "february")
	case "there's", "isn't", "doesn't", "never":
		return true
	}
	return false
}

// movedWord lists verbs that move something from one date to another.
func movedWord(w string) bool {
	switch w {
	case "moved", "move", "moves", "moving", "changed", "change", "changes", "changing", "rescheduled", "reschedule", "brought", "bring", "advanced", "shifted", "shift", "pushed", "pulled", "postponed", "delayed", "updated", "update", "corrected", "revised", "switch", "switched", "reverted", "went", "slipped", "back", "backwards", "backward", "backdated", "earlier", "forward", "down", "reverse", "reversed", "countdown", "retroactively", "extended", "amended", "adjusted", "compare", "compared", "compares", "comparing", "comparison", "versus", "relative":
		return true
	}
	return false
}

// aboutOrder lists words that tell that a range may end on the next day.
func aboutOrder(w string) bool {
	switch w {
	case "overnight", "next", "following", "tomorrow", "midnight", "descending", "bce", "bc", "b.c", "b.c.":
		return true
	}
	return false
}

// zoneWord reports whether a token names a time zone.
func zoneWord(t token.Token) bool {
	switch t.Text {
	case "UTC", "GMT", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "BST", "CET", "CEST", "EET", "EEST", "MSK", "IST", "JST", "KST", "HKT", "SGT", "AEST", "AEDT", "NZST", "NZDT":
		return true
	}
	return t.Lower == "dateline"
}

// backticked reports whether a span stands within “literal text“, which
// plain text keeps as written.
func (r *dateReader) backticked(s source.Span) bool {
	before := r.x.doc.Text[r.bounds().Start:s.Start]
	return strings.Count(before, "``")%2 == 1
}

// inPath reports whether the tokens are part of a path, an address or an
// expression.
func (r *dateReader) inPath(from, to int) bool {
	if from > 0 && !r.toks[from].Space {
		switch r.toks[from-1].Text {
		case "/", "\\", "=", "_", "<", ">", "{", "@", ".", "&", "?", "%", "'", "`":
			return true
		case "-", ":":
			return from > 1 && !r.toks[from-1].Space && r.toks[from-2].Kind == token.Word
		}
	}
	if to < len(r.toks) && !r.toks[to].Space {
		switch r.toks[to].Text {
		case "/", "\\", "=", "_", "{", "@", "}", ">", "-", "%", "'", "`":
			return true
		case ".":
			return to+1 < len(r.toks) && !r.toks[to+1].Space && r.toks[to+1].Kind != token.Punct
		}
	}
	return false
}
