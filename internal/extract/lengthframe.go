package extract

import (
	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/token"
)

// circa reports whether one of the ends is told as a rough one.
func (s *spanSentence) circa(at []dating) bool {
	for _, e := range at {
		if e.date.Circa || e.date.Invalid != "" || e.date.Part != calendar.NoPart || e.date.ToPart != calendar.NoPart {
			return true
		}
		for k := e.from - 1; k >= max(0, e.from-2); k-- {
			switch s.word(k) {
			case "around", "about", "circa", "c", "c.", "before", "after", "late", "early", "mid", "probably", "by":
				return true
			}
		}
	}
	return false
}

// hedged widens a length that is told as a rough one with words that the
// quantity has not taken in ("nearly a decade").
func (s *spanSentence) hedged(l *length, f *fact.Duration) bool {
	one := quantity.Exactly(1).Lo
	two := one.Add(one)
	switch s.word(l.from - 1) {
	case "nearly", "almost", "about", "around", "roughly", "approximately", "barely", "just", "some", "half", "close", "perhaps", "maybe":
		f.Amount.Lo, f.Amount.Hi = f.Amount.Lo.Div(two), f.Amount.Hi.Mul(two.Add(one)).Div(two)
		return true
	case "than", "over", "least", "under", "up", "exceeding", "beyond":
		f.Amount = quantity.Interval{}
		return true
	}
	if !f.Quantity.Exact && f.Quantity.End > 0 {
		return true
	}
	switch s.word(l.to) {
	case "plus", "-plus", "odd", "-ish", "or":
		f.Amount = quantity.Interval{}
		return true
	}
	return false
}

// intermittent reports whether the sentence counts only some of the days.
func (s *spanSentence) intermittent() bool {
	for _, t := range s.toks {
		switch t.Lower {
		case "weekend", "weekends", "weekdays", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "each", "every", "daily", "alternate", "working", "business", "schooldays", "non-stop", "various", "spread", "selected", "combined", "altogether", "total", "aggregate", "separate", "flight", "travel":
			return true
		}
	}
	return false
}

// several reports whether a compound length is that of several things of
// which each has it: "10-minute talks".
func (s *spanSentence) several(l *length) bool {
	const reach = 3 // tokens
	if !l.compound {
		return false
	}
	for k := l.to; k < len(s.toks) && k < l.to+reach && s.toks[k].Kind == token.Word; k++ {
		switch s.word(k) {
		case "holidays", "games", "celebrations", "festivities", "negotiations", "hostilities", "proceedings", "of", "in", "at", "from", "to", "on":
			return false
		}
		if pluralNoun(s.toks[k]) && !s.toks[k].Possessive() {
			return true
		}
	}
	return false
}

// sessions reports whether the sentence is about something held at intervals.
func (s *spanSentence) sessions() bool {
	for _, t := range s.toks {
		switch t.Lower {
		case "course", "courses", "class", "classes", "session", "sessions", "series", "workshop", "workshops", "programme", "program", "programmes", "lectures", "lessons", "lesson", "weekly", "monthly", "season", "league", "training", "tuition", "evenings", "clinic", "choir", "club", "rehearsals", "meetings", "run", "issues", "episodes":
			return true
		}
	}
	return false
}

// bindFeast binds an anniversary to the year of the beginning and to its own
// year.
func (s *spanSentence) bindFeast(l *length) {
	var base, then *dating
	for i := range s.dates {
		d := &s.dates[i]
		if d.ranged {
			return
		}
		switch {
		case s.founding(d) || s.feastOf(l, d):
			if base != nil {
				return
			}
			base = d
		case s.celebrated(l, d):
			if then != nil {
				return
			}
			then = d
		default:
			return
		}
	}
	if base == nil || base.date.From.Year == 0 {
		return
	}
	if from, to := min(base.to, l.to), max(base.from, l.from); s.semicolon(from, to) {
		return
	}
	d := base.date
	at := []dating{*base}
	switch {
	case then != nil && then.date.From.Year != 0:
		d.To = then.date.From
		d.Precision = max(d.Precision, then.date.Precision)
		at = append(at, *then)
	case then == nil && s.x.date.Year != 0 && s.thisYear():
		d.To, d.Precision = calendar.Day{Year: s.x.date.Year}, calendar.ByYear
	default:
		return
	}
	s.emit(l, d, fact.Anniversary, at...)
}

// founding reports whether a date is that of a beginning.
func (s *spanSentence) founding(e *dating) bool {
	for k := e.from - 1; k >= max(0, e.from-4); k-- {
		switch s.word(k) {
		case "founded", "established", "opened", "formed", "built", "incorporated", "created", "launched", "started", "begun", "began", "consecrated", "chartered", "inaugurated", "founding", "est", "married", "foundation", "establishment", "constituted", "since", "set", "born":
			return true
		case ",", ";", "(":
			if k != e.from-1 {
				return false
			}
		}
	}
	return false
}

// feastOf reports whether a date is what an anniversary is of: "the 50th
// anniversary of the 1969 landing".
func (s *spanSentence) feastOf(l *length, e *dating) bool {
	return s.word(l.to) == "of" && e.from > l.to && e.from-l.to <= 9 && !s.parted(l.to, e.from) && !s.commaIn(l.to, e.from)
}

// semicolon reports whether a clause ends between two places.
func (s *spanSentence) semicolon(from, to int) bool {
	for i := from; i < to; i++ {
		if endsClause(s.toks[i]) {
			return true
		}
	}
	return false
}

func (s *spanSentence) commaIn(from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].Text == "," {
			return true
		}
	}
	return false
}

// celebrated reports whether a date is the one on which the anniversary
// falls: it stands beside it or opens the sentence.
func (s *spanSentence) celebrated(l *length, e *dating) bool {
	const near = 10 // tokens
	switch {
	case e.from >= l.to:
		return e.from-l.to <= 4 && !s.parted(l.to, e.from)
	default:
		return l.from-e.to <= near && !s.parted(e.to, l.from)
	}
}

// thisYear reports whether the sentence speaks of the document's own year.
func (s *spanSentence) thisYear() bool {
	for i := range s.toks {
		if s.word(i) == "this" && s.word(i+1) == "year" {
			return true
		}
	}
	return false
}
