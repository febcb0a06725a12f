package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// whole is a stretch of time that the whole document is about: the range of
// days in its title, or the time from its meeting's beginning to its end.
type whole struct {
	date  calendar.Date
	at    []fact.Place
	stems []string // of the words of the title
	clock bool
}

// titleRange is the range of days in the document's title, if the title has
// just one.
func (x *extractor) titleRange() (w whole, ok bool) {
	const top, longest = 3, 160 // blocks, bytes
	for i, b := range x.doc.Blocks {
		if i == top {
			break
		}
		if b.Kind != source.Heading && b.Kind != source.Paragraph || b.Span.Len() > longest || b.Quoted {
			continue
		}
		s := spanSentence{x: x, block: i, at: b.Span, toks: x.tokens(b.Span)}
		s.read()
		var r *dating
		for k := range s.dates {
			if d := &s.dates[k]; d.date.Precision == calendar.ByDay && d.date.Clock < 0 {
				if r != nil || !d.ranged || d.between || d.date.Both || d.date.Backwards || d.date.Invalid != "" || d.date.Ambiguous {
					return w, false
				}
				r = d
			}
		}
		if r == nil {
			continue
		}
		w.date = r.date
		w.date.Zone = ""
		w.at = []fact.Place{x.place(i, source.Span{Start: s.toks[r.from].Start, End: s.toks[r.to-1].End})}
		for _, h := range x.doc.Blocks[:i+1] {
			if h.Span.Len() <= longest {
				w.stems = append(w.stems, stemsOf(x.doc.TextOf(h))...)
			}
		}
		return w, len(s.lengths) == 0
	}
	return w, false
}

// stemsOf are the stems of the longer words of a short text.
func stemsOf(text string) []string {
	const shortest = 4 // bytes
	var out []string
	for _, f := range strings.FieldsFunc(text, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x7f) }) {
		if len(f) >= shortest {
			out = append(out, strings.Clone(lexicon.Stem(strings.ToLower(f))))
		}
	}
	return out
}

// findWholeLengths binds lengths that are said of the document's whole time:
// "the twelve-day mission", "over the twelve days", "lasted two hours".
func (x *extractor) findWholeLengths() {
	days, haveDays := x.titleRange()
	clocks, haveClocks := x.meetingTimes()
	if !haveDays && !haveClocks {
		return
	}
	x.spanned(spanUnit, func(block int, _ []int) {
		b := x.doc.Blocks[block]
		if b.Quoted || b.Kind == source.Cell || !x.marks[block].has(markNumber) && !haveClocks {
			return
		}
		x.pieces(b.Span, func(piece source.Span) {
			token.Sentences(x.doc.Text, piece.Start, piece.End, func(from, to int) {
				at := source.Span{Start: from, End: to}
				s := spanSentence{x: x, block: block, at: at, toks: x.tokens(at)}
				if len(s.toks) > longestSpanned {
					return
				}
				s.read()
				for i := range s.lengths {
					l := &s.lengths[i]
					switch {
					case s.relative(l) || s.moved() || s.intermittent() || s.several(l) || s.bound(l):
					case haveClocks && (l.unit == fact.Hours || l.unit == fact.Minutes) && s.lastedMeeting(l):
						s.emitWhole(l, &clocks)
					case haveDays && s.ofWhole(l, &days):
						s.emitWhole(l, &days)
					}
				}
			})
		})
	})
}

// bound reports whether a range of the sentence may be the length's own.
func (s *spanSentence) bound(l *length) bool {
	for i := range s.dates {
		if s.dates[i].ranged && fitsUnit(l, &s.dates[i]) {
			return true
		}
	}
	return len(s.lengths) > 1 && !l.compound
}

// ofWhole reports whether a length in days or weeks is said of what the title
// is about.
func (s *spanSentence) ofWhole(l *length, w *whole) bool {
	if l.unit != fact.DaysLong && l.unit != fact.Nights && l.unit != fact.Weeks {
		return false
	}
	before := s.word(l.from - 1)
	if l.compound {
		const reach = 3 // tokens
		if before != "the" && before != "this" && before != "our" && before != "their" {
			return false
		}
		for k := l.to; k < len(s.toks) && k < l.to+reach; k++ {
			if s.toks[k].Kind != token.Word {
				return false
			}
			if stem := lexicon.Stem(s.toks[k].Stem()); slices.Contains(w.stems, stem) {
				return true
			}
		}
		return false
	}
	if before != "the" && before != "these" || l.unit == fact.Weeks {
		return false
	}
	switch s.word(l.from - 2) {
	case "over", "during", "in", "throughout", "of":
	default:
		return false
	}
	switch s.word(l.to) {
	case ",", ".", "", "members", "we", "they", "the", "it", "she", "he", "there", ";":
		return s.word(l.from-2) != "of" || s.word(l.to) != "the"
	}
	return false
}

// lastedMeeting reports whether a length is told as how long the meeting
// took.
func (s *spanSentence) lastedMeeting(l *length) bool {
	for k := l.from - 1; k >= max(0, l.from-3); k-- {
		switch s.word(k) {
		case "lasted", "lasting":
			return true
		}
	}
	return false
}

// emitWhole makes a fact of a length and the document's whole time.
func (s *spanSentence) emitWhole(l *length, w *whole) {
	s.emit(l, w.date, fact.Lasts)
	if f, ok := s.x.facts[len(s.x.facts)-1].(*fact.Duration); ok && len(f.EndsAt) == 0 {
		f.EndsAt = w.at
	}
}

// meetingTimes are the one time at which the document says that something
// began, and the one at which it ended.
func (x *extractor) meetingTimes() (w whole, ok bool) {
	lasted := false
	x.spanned(spanUnit, func(block int, _ []int) {
		lasted = lasted || strings.Contains(x.doc.TextOf(x.doc.Blocks[block]), "lasted") || strings.Contains(x.doc.TextOf(x.doc.Blocks[block]), "lasting")
	})
	if !lasted {
		return w, false
	}
	var starts, stops []dating
	var at [2]fact.Place
	for i, b := range x.doc.Blocks {
		if b.Kind == source.Code || b.Quoted || !x.marks[i].has(markNumber) || !clockIn(x.doc.TextOf(b)) {
			continue
		}
		x.pieces(b.Span, func(piece source.Span) {
			s := spanSentence{x: x, block: i, at: piece, toks: x.tokens(piece)}
			for k := 0; k < len(s.toks); k++ {
				e, ok := s.clocks(k)
				if s.toks[k].Kind != token.Number || !ok {
					continue
				}
				place := x.place(i, source.Span{Start: s.toks[e.from].Start, End: s.toks[e.to-1].End})
				switch s.clockRole(e.from) {
				case 1:
					starts, at[0] = append(starts, e), place
				case -1:
					stops, at[1] = append(stops, e), place
				}
				k = e.to - 1
			}
		})
	}
	if len(starts) != 1 || len(stops) != 1 || starts[0].ranged || stops[0].ranged {
		return w, false
	}
	w.date = starts[0].date
	w.date.ClockTo, w.date.ClockLoose = stops[0].date.Clock, w.date.ClockLoose || stops[0].date.ClockLoose
	w.date.Zone = ""
	w.at, w.clock = at[:], true
	return w, true
}

// clockRole tells whether the time at token i is when something began (1) or
// ended (-1); 0 for others.
func (s *spanSentence) clockRole(i int) int {
	for k := i - 1; k >= max(0, i-8); k-- {
		switch s.word(k) {
		case "held", "opened", "began", "started", "convened", "commenced", "order", "opens", "begins", "starts":
			return 1
		case "closed", "ended", "adjourned", "finished", "concluded", "rose", "closes", "ends":
			return -1
		case ".", ";", "and", "until", "left", "arrived", "resumed":
			return 0
		}
	}
	return 0
}
