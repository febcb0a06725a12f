package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// bind puts the sentence's lengths together with the dates that they are
// the distance of.
func (s *spanSentence) bind() {
	if s.moved() {
		return
	}
	for i := range s.lengths {
		l := &s.lengths[i]
		switch {
		case l.ordinal:
			s.bindFeast(l)
		case s.word(l.to) == "later":
			s.bindLater(l)
		case s.relative(l):
		default:
			if !s.bindRange(l) {
				s.bindEnds(l)
			}
		}
	}
}

// moved reports whether the sentence tells of a change of dates, of a
// condition, or of what is left out.
func (s *spanSentence) moved() bool {
	for i, t := range s.toks {
		switch t.Lower {
		case "moved", "postponed", "rescheduled", "extended", "extend", "extends", "extending", "delayed", "shortened", "cut", "instead", "originally", "except", "excluding", "if", "whereas", "versus", "vs", "compared", "respectively",
			"interrupted", "interruption", "break", "intermittently", "not", "non-consecutive", "prolonged", "extension", "changed", "brought":
			return true
		case "break-in", "gap", "gaps", "apart":
			return i+1 < len(s.toks) && s.word(i+1) == "from" || t.Lower != "apart"
		}
	}
	return false
}

// relative reports whether a length is no stretch of its own but a distance
// or a limit: "ten days ago", "within five days", "every two weeks".
func (s *spanSentence) relative(l *length) bool {
	for _, k := range []int{l.from - 1, l.from - 2} {
		switch s.word(k) {
		case "within", "every", "each", "first", "last", "next", "past", "previous", "final", "another", "per", "other", "after", "before", "preceding", "following", "remaining", "additional", "further", "extra", "coming", "opening", "initial":
			return !l.compound || k == l.from-1
		case "in": // "the highest in 30 years"
			if k == l.from-1 {
				return true
			}
		}
		if l.compound {
			break
		}
	}
	switch s.word(l.to) {
	case "ago", "old", "earlier", "before", "after", "notice", "apart", "longer", "more", "less", "previously", "prior", "ahead", "per", "or", "'", "’", "into", "away", "early", "late", "hence", "since", "out", "a", "warranty", "deadline", "limit", "written", "younger", "older", "from":
		return s.word(l.to) != "from" || s.word(l.to+1) == "now" || s.word(l.to+1) == "the"
	}
	return strings.HasSuffix(s.toks[l.to-1].Text, "'s") || strings.HasSuffix(s.toks[l.to-1].Text, "’s")
}

// bindRange binds a length to the range that it belongs to, if there is just
// one and the range has no other length.
func (s *spanSentence) bindRange(l *length) bool {
	var r *dating
	for i := range s.dates {
		if d := &s.dates[i]; d.ranged && !d.between && fitsUnit(l, d) && s.linked(l, d) {
			if r != nil {
				return true
			}
			r = d
		}
	}
	if r == nil {
		return false
	}
	for i := range s.lengths {
		if o := &s.lengths[i]; o != l && !o.ordinal && fitsUnit(o, r) && s.linked(o, r) {
			return true
		}
	}
	s.emit(l, r.date, fact.Lasts, *r)
	return true
}

// fitsUnit reports whether a length in such a unit can be that of such dates.
func fitsUnit(l *length, e *dating) bool {
	short := l.unit == fact.Minutes || l.unit == fact.Hours
	switch e.date.Precision {
	case calendar.ByClock:
		return short
	case calendar.ByDay:
		return !short && e.date.Clock < 0
	case calendar.ByMonth:
		return l.unit == fact.Months || l.unit == fact.YearsLong
	case calendar.ByYear:
		return l.unit == fact.YearsLong
	}
	return false
}

// linked reports whether a length and a range belong together: nothing
// between them begins something else.
func (s *spanSentence) linked(l *length, r *dating) bool {
	const wide, narrow = 10, 5 // tokens
	from, to, before := l.to, r.from, true
	if r.from < l.from {
		from, to, before = r.to, l.from, false
	}
	if from > to || to-from > wide || s.averaged(r) {
		return false
	}
	dates := 0
	for _, d := range s.dates {
		if d.from >= from && d.to <= to {
			dates++
		}
	}
	if dates > 0 || s.parted(from, to) {
		return false
	}
	switch {
	case l.compound && before:
		return s.word(l.to) != "-" || s.word(l.to+1) == "long"
	case l.compound:
		return to-from <= narrow+3
	case before:
		return to-from <= narrow && s.plainGap(from, to)
	}
	return to-from <= 2 || to-from <= wide && s.lasting(from, to)
}

// averaged reports whether a range is told as what a figure is taken from:
// "(1991–2020 average)".
func (s *spanSentence) averaged(r *dating) bool {
	for k := r.to; k <= r.to+1; k++ {
		switch s.word(k) {
		case "average", "averages", "mean", "baseline", "reference", "normal", "normals", "data", "figures", "season", "seasons", "model", "edition", "issue", "vintage", "period":
			return true
		case ")", "]", ",", ".":
			return false
		}
	}
	return false
}

// parted reports whether a word between two places makes them parts of two
// statements.
func (s *spanSentence) parted(from, to int) bool {
	for i := from; i < to; i++ {
		t := s.toks[i]
		if endsClause(t) || t.Kind == token.Number && quantity.Starts(t) {
			return true
		}
		switch t.Lower {
		case "which", "who", "whose", "when", "while", "where", "before", "after", "following", "since", "during", "within", "every", "each", "per", "because", "but", "although", "though", "than", "ago", "earlier", "prior", "later", "next", "last", "previous",
			"includes", "including", "include", "as", "so", "with", "then", "around", "about", "and", "or", "plus", "again", "also", "until", "covers", "covering", "data", "both", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
			"part", "average", "beyond", "near", "via", "|", "→", "open", "available", "accepted", "applications", "registration", "bookings", "sale", "tickets":
			return true
		}
	}
	return false
}

// plainGap reports whether between a plain length and the range behind it
// stand only joining words, or a short phrase of what filled the time.
func (s *spanSentence) plainGap(from, to int) bool {
	if to == from {
		return true
	}
	switch s.word(from) {
	case ",", "(", ")", "[", "–", "—", ":", "from", "in", "at", "as", "on", "of", "running", "beginning", "-":
		return true
	}
	return false
}

// lasting reports whether the words before a plain length say that it is
// how long something lasted.
func (s *spanSentence) lasting(from, to int) bool {
	for i := to - 1; i >= max(from, to-4); i-- {
		switch s.word(i) {
		case "lasts", "lasted", "lasting", "last", "runs", "ran", "run", "running", "spans", "spanned", "spanning", "span", "total", "totalling", "totaling", "took", "takes", "for", "period", "all", "duration", "length", "stretch", "over":
			return true
		}
	}
	return false
}

// bindEnds binds a length to two dates of which one is marked as the
// beginning and the other as the end.
func (s *spanSentence) bindEnds(l *length) {
	if len(s.dates) != 2 || s.dates[0].ranged || s.dates[1].ranged || s.lone(l) {
		return
	}
	a, b := &s.dates[0], &s.dates[1]
	if !s.begins(a) || !s.ends(b) || a.date.Precision != b.date.Precision || !fitsUnit(l, a) {
		return
	}
	near := false
	for _, e := range []*dating{a, b} {
		from, to := l.to, e.from
		if e.from < l.from {
			from, to = e.to, l.from
		}
		near = near || from <= to && to-from <= 9 && !s.partedEnds(from, to)
	}
	if !near || !s.framed(l) {
		return
	}
	d := a.date
	d.To = b.date.From
	if b.date.Precision == calendar.ByClock {
		d.ClockTo, d.ClockLoose = b.date.Clock, d.ClockLoose || b.date.ClockLoose
	}
	if d.From.Year != 0 && d.To.Year == 0 || d.From.Year == 0 && d.To.Year != 0 {
		return
	}
	s.emit(l, d, fact.Lasts, *a, *b)
}

// lone reports whether another length of the sentence may be meant.
func (s *spanSentence) lone(l *length) bool {
	for i := range s.lengths {
		if o := &s.lengths[i]; o != l && !s.relative(o) {
			return true
		}
	}
	return false
}

// partedEnds is parted, but for the words that explain a term.
func (s *spanSentence) partedEnds(from, to int) bool {
	for i := from; i < to; i++ {
		switch s.toks[i].Lower {
		case ";", "but", "although", "which", "who", "where", "every", "each", "per", "may", "can", "and":
			return true
		}
	}
	return false
}

// framed reports whether a length is told as the length of a term, a stay or
// the like.
func (s *spanSentence) framed(l *length) bool {
	if l.compound {
		return true
	}
	for k := l.from - 1; k >= max(0, l.from-5); k-- {
		switch s.word(k) {
		case "term", "period", "for", "lasts", "lasting", "lasted", "runs", "run", "ran", "span", "total", "duration", "all", "spent", "stayed", "served", "reign", "tenure", "career", "stretch", "force", "over":
			return true
		case ",", ";", ".", "(":
			return k == l.from-1
		}
	}
	return false
}

// begins reports whether a date is marked as a beginning.
func (s *spanSentence) begins(e *dating) bool {
	for k := e.from - 1; k >= max(0, e.from-4); k-- {
		switch s.word(k) {
		case "from", "since", "beginning", "starting", "commencing", "starts", "commences", "began", "begins", "started", "effect", "effective", "opened", "opens", "force", "commenced", "dated", "arrived", "arrives":
			return true
		case ",", "until", "till", "to", "by", "of", "and":
			return false
		}
	}
	return false
}

// ends reports whether a date is marked as an end.
func (s *spanSentence) ends(e *dating) bool {
	for k := e.from - 1; k >= max(0, e.from-5); k-- {
		switch s.word(k) {
		case "until", "till", "to", "through", "ending", "ends", "ended", "end", "expiring", "expires", "expire", "expired", "closed", "closes", "closing", "terminating", "terminates", "finishing", "finished", "left", "leaves", "including":
			return true
		case ",", "by", "from", "since", "of":
			return false
		}
	}
	return false
}

// bindLater binds "three years later, in 1995" to the one date before it.
func (s *spanSentence) bindLater(l *length) {
	var base, then *dating
	for i := range s.dates {
		d := &s.dates[i]
		switch {
		case d.to <= l.from && base == nil:
			base = d
		case d.to <= l.from:
			return
		case then == nil && d.from-l.to <= 4:
			then = d
		}
	}
	if base == nil || then == nil || base.ranged || then.ranged || base.date.Precision != then.date.Precision || !fitsUnit(l, base) || s.relative(&length{from: l.from, to: len(s.toks) - 1, compound: true}) {
		return
	}
	if s.farther(base.to, l.from) || base.date.Precision == calendar.ByDay && (base.date.From.Year == 0) != (then.date.From.Year == 0) {
		return
	}
	d := base.date
	d.To = then.date.From
	s.emit(l, d, fact.Later, *base, *then)
}

// farther reports whether between a date and "three years later" another
// event is told from which the years may count.
func (s *spanSentence) farther(from, to int) bool {
	const most = 14 // tokens
	if to-from > most {
		return true
	}
	for i := from; i < to; i++ {
		switch s.toks[i].Lower {
		case ";", "after", "when", "later", "earlier", "then", "another":
			return true
		}
	}
	return false
}

// emit makes a fact of a length and its ends.
func (s *spanSentence) emit(l *length, d calendar.Date, how fact.Spanning, at ...dating) {
	if d.Circa || d.Invalid != "" || d.Ambiguous || d.Both && l.unit != fact.DaysLong || s.circa(at) {
		return
	}
	x := s.x
	span := source.Span{Start: s.toks[l.from].Start, End: s.toks[l.to-1].End}
	f := &fact.Duration{
		Base: x.base(s.block, span), Quantity: l.q, Amount: l.amount, Unit: l.unit, Slack: l.slack, Ends: d, How: how,
		Working: l.working || s.intermittent() || s.several(l), Sessions: s.sessions(),
	}
	f.Quantity.Tail, f.Quantity.Unit = x.own(l.q.Tail), x.own(l.q.Unit)
	f.Ends.Zone = x.own(d.Zone)
	if d.Backwards && how == fact.Lasts && d.Precision != calendar.ByClock {
		return // another rule's matter
	}
	f.Approximate = s.hedged(l, f)
	for _, e := range at {
		f.EndsAt = append(f.EndsAt, x.place(s.block, source.Span{Start: s.toks[e.from].Start, End: s.toks[e.to-1].End}))
	}
	x.facts = append(x.facts, f)
}
