package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/token"
)

// shares reads "18 of the 24 boats, or 75%" and "75% (18 of 24)".
func (s *sumSentence) shares() {
	for i := 0; i+1 < len(s.q); i++ {
		part, whole := &s.q[i], &s.q[i+1]
		if s.wholeFirst(part, whole) {
			part, whole = whole, part
		} else if !s.ofBetween(part, whole) {
			s.shareBetween(i)
			continue
		}
		if !part.plain() || !whole.plain() || part.fig.Value.GreaterThan(whole.fig.Value) {
			continue
		}
		parts := []fact.Figure{part.fig, whole.fig}
		if i+2 < len(s.q) && s.isShare(&s.q[i+2]) && s.joins(max(whole.End, part.End), s.q[i+2].Start) {
			s.add(fact.Share, &s.q[i+2], parts)
		} else if i > 0 && s.isShare(&s.q[i-1]) && s.opens(s.q[i-1].End, part.Start) {
			s.add(fact.Share, &s.q[i-1], parts)
		}
	}
}

// wholeFirst reports whether two quantities are a whole and its part in "Of the
// 24 boats, 18 …".
func (s *sumSentence) wholeFirst(whole, part *statedFigure) bool {
	const most = 6 // tokens between them
	if whole.Start == 0 || part.Start-whole.End > most || !part.Is(quantity.PartOf) {
		return false
	}
	i := whole.Start - 1
	if s.toks[i].Lower == "the" && i > 0 {
		i--
	}
	return s.toks[i].Lower == "of" && (i == 0 || s.toks[i-1].Kind == token.Punct || s.toks[i-1].Lower == "out")
}

// shareBetween reads "18 (75%) of the 24 boats", where quantity i is the part.
func (s *sumSentence) shareBetween(i int) {
	if i+2 >= len(s.q) {
		return
	}
	part, share, whole := &s.q[i], &s.q[i+1], &s.q[i+2]
	if !part.plain() || !whole.plain() || !s.isShare(share) || part.fig.Value.GreaterThan(whole.fig.Value) {
		return
	}
	words := s.words(share.End, whole.Start)
	if (words == "of the" || words == "of all" || words == "of" || words == "of all the") && s.joins(part.End, share.Start) {
		s.add(fact.Share, share, []fact.Figure{part.fig, whole.fig})
		return
	}
	if s.words(part.End, share.Start) != "(" {
		return
	}
	switch words {
	case ") of", ") of the", ") of all", ") of a total of", ") out of", ") out of the", ") of its", ") of their", ") of these", ") of those":
		s.add(fact.Share, share, []fact.Figure{part.fig, whole.fig})
	}
}

// isShare reports whether a quantity is a percentage that stands by itself, not
// one of something else ("10% of the crew").
func (s *sumSentence) isShare(q *statedFigure) bool {
	if !q.Is(quantity.Percent|quantity.Fraction) || q.Is(quantity.Points|quantity.Range|quantity.Choice|quantity.Rate|quantity.Ambiguous) || q.Interval.Weak || !q.Interval.Known || q.Interval.NoLo {
		return false
	}
	if q.End < len(s.toks) {
		switch s.toks[q.End].Lower {
		case "have", "has", "had", "are", "were", "do", "did", "say", "said", "live", "want", "use":
			// "28 of 29 think so — 65% have been there": another share.
			if q.Start > 0 && (s.toks[q.Start-1].Text == "—" || s.toks[q.Start-1].Text == "–") {
				return false
			}
		case "of":
			if i := q.End + 1; i < len(s.toks) {
				switch s.toks[i].Lower {
				case "them", "these", "those", "whom", "which":
					return false
				}
			}
		case "more", "less", "fewer", "higher", "lower", "points", "point", "above", "below", "up", "down", "increase", "decrease", "rise", "drop", "fall", "off", "confidence", "interval", "ci", "faster", "slower", "larger", "smaller":
			return false
		}
	}
	return true
}

// ofBetween reports whether a quantity is said to be so many of another.
func (s *sumSentence) ofBetween(part, whole *statedFigure) bool {
	for _, t := range s.toks[part.End:whole.Start] {
		if t.Text == "," || t.Text == ";" {
			return false
		}
	}
	words := s.words(part.End, whole.Start)
	if at := strings.Index(words, " out of"); at > 0 && strings.Count(words[:at], " ") < 2 && !strings.Contains(words, "(") {
		words = words[at+1:]
	}
	switch words {
	case "of", "of the", "of its", "of their", "of all", "of our", "of his", "of her", "out of", "out of the", "of a total of", "of those", "of these", "out of a total of", "of some":
		return true
	}
	return false
}

// joins reports whether the tokens between a whole and a percentage say that it
// is the share: "boats, or", "(", "votes — that is".
func (s *sumSentence) joins(from, to int) bool {
	const most = 9 // tokens
	if to-from > most {
		return false
	}
	joined := false
	for i := from; i < to; i++ {
		switch t := s.toks[i]; t.Lower {
		case "or", "(", "–", "—", "=", "i.e.", "ie", "namely", "equivalent":
			joined = true
		case ",":
			joined = joined || i == to-1 || i == from
		case ";", ".", "and", "but", "while", "whereas", "against", "compared", "from", "with", ")", "rose", "fell", "increased", "decreased", "up", "down", "than", "by", "which", "per":
			return false
		}
	}
	if to-from > 2 && s.toks[to-1].Lower == "of" {
		switch s.toks[to-2].Lower {
		case "turnout", "rate", "share", "proportion", "percentage":
			return s.toks[from].Kind != token.Number
		}
	}
	if to-from > 1 && s.toks[to-1].Lower == "is" && s.toks[to-2].Lower == "that" {
		return true
	}
	return joined
}

// opens reports whether the tokens between a percentage and its part say that
// what follows is the same: "75% (18 of 24)", "75 per cent, or 18 of 24".
func (s *sumSentence) opens(from, to int) bool {
	const most = 6
	if to-from > most || to == from {
		return false
	}
	last := s.toks[to-1].Lower
	return last == "(" || last == ":" || last == "or" || last == "–" || last == "—"
}

// changes reads "rose from 40 to 50, up 25%" and "rose by 25% from 40 to 50".
func (s *sumSentence) changes() {
	for i := 0; i+1 < len(s.q); i++ {
		before, after := &s.q[i], &s.q[i+1]
		if s.toFrom(after, before) {
			before, after = after, before
		} else if !s.fromTo(before, after) {
			continue
		}
		order := [...]int{i + 2, i - 1}
		if i > 0 && s.q[i].Start-s.q[i-1].End <= 3 { // "a 25% rise (from 40 to 50)"
			order = [...]int{i - 1, i + 2}
		}
		for _, k := range order {
			if k < 0 || k >= len(s.q) || !s.q[k].Is(quantity.Percent) || s.q[k].Is(quantity.Points|quantity.Range|quantity.Choice) || !s.q[k].Interval.Known || s.q[k].Interval.Weak || s.q[k].Interval.NoLo {
				continue
			}
			if k == i+2 && !s.tellsChange(s.q[i+1].End, s.q[k].Start) || k == i-1 && !s.tellsChange(s.q[k].Start-3, s.q[i].Start) || s.yearly(s.q[k].End) {
				continue
			}
			if after.fig.Value.LessThan(before.fig.Value) {
				s.addFall(&s.q[k], before.fig, after.fig)
			} else {
				s.add(fact.Change, &s.q[k], []fact.Figure{after.fig, before.fig})
			}
			break
		}
		if before == &s.q[i] {
			s.multiples(i)
		}
	}
}

// addFall adds a fall by a percentage of the figure before, which is given
// without its sign.
func (s *sumSentence) addFall(result *statedFigure, before, after fact.Figure) {
	r := *result
	r.fig.Value = r.fig.Value.Neg()
	if !r.Exact {
		return // "by nearly a third" of a fall turns the bounds round
	}
	s.add(fact.Change, &r, []fact.Figure{after, before})
}

// fromTo reports whether two quantities are the ends of a change.
func (s *sumSentence) fromTo(a, b *statedFigure) bool {
	if !changeable(a) || !changeable(b) || a.fig.Value.IsZero() || a.Is(quantity.Percent) != b.Is(quantity.Percent) || a.Is(quantity.Percent) || a.Is(quantity.Money) != b.Is(quantity.Money) {
		return false
	}
	if a.Start == 0 || !strings.HasSuffix(s.words(max(0, a.Start-2), a.Start), "from") {
		return false
	}
	const most = 5 // tokens: "from 40 boats to 50", "from 40 in 2019 to 50"
	for i := a.End; i < b.Start; i++ {
		t := s.toks[i]
		if t.Lower == "to" {
			return i == b.Start-1 && b.Start-a.End <= most && s.sameUnit(a, b)
		}
		if t.Kind == token.Punct && t.Text != "-" {
			return false
		}
	}
	return false
}

// toFrom reports whether two quantities, b before a, are the ends of a change:
// "to 50 from 40".
func (s *sumSentence) toFrom(a, b *statedFigure) bool {
	const most = 4 // tokens: "to 50 members, from 40"
	if !changeable(a) || !changeable(b) || a.fig.Value.IsZero() || a.Is(quantity.Percent) || b.Is(quantity.Percent) || a.Is(quantity.Money) != b.Is(quantity.Money) || b.Start == 0 || a.Start-b.End > most {
		return false
	}
	if s.toks[b.Start-1].Lower != "to" || s.toks[a.Start-1].Lower != "from" || b.Start > 1 && s.toks[b.Start-2].Lower == "from" {
		return false
	}
	for _, t := range s.toks[b.End : a.Start-1] {
		if t.Kind == token.Punct && t.Text != "," {
			return false
		}
	}
	return s.sameUnit(a, b)
}

// sameUnit reports whether two quantities have the same unit behind them, as
// far as they tell: "from 40 million to 50 million".
func (s *sumSentence) sameUnit(a, b *statedFigure) bool {
	return a.Unit == b.Unit || a.Unit == "" || b.Unit == ""
}

// changeable is plain for the ends of a change, which the reader of quantities
// marks as such.
func changeable(q *statedFigure) bool {
	return q.Exact && q.Interval.Known && !q.Is(quantity.Points|quantity.Fraction|quantity.Ratio|quantity.YearLike|quantity.Compound|quantity.Factor|quantity.Choice|quantity.Ambiguous|quantity.Rate)
}

// tellsChange reports whether a word of change stands among the tokens, and
// nothing that ends the clause.
func (s *sumSentence) tellsChange(from, to int) bool {
	const most = 8
	if to-from > most {
		return false
	}
	for i := max(0, from); i < to && i < len(s.toks); i++ {
		switch s.toks[i].Lower {
		case ";", "while", "whereas", "compared", "but", "sped", "faster", "speed", "speedup", "quicker", "slower":
			return false
		case "up", "down", "increase", "increased", "rise", "rose", "grew", "growth", "gain", "decrease", "decreased", "fell", "fall", "drop", "dropped", "decline", "declined", "by", "jump", "jumped", "climbed", "or", "(":
			return true
		}
	}
	return false
}

// yearly reports whether what stands behind a percentage makes it a rate, or a
// change against something else.
func (s *sumSentence) yearly(i int) bool {
	switch s.words(i, i+2) {
	case "a year", "per year", "per annum", "each year", "every year", "annually on", "a month", "per month", "of the":
		return true
	}
	return i < len(s.toks) && (s.toks[i].Lower == "of" || s.toks[i].Lower == "annually" || s.toks[i].Lower == "yearly" || s.toks[i].Lower == "more" || s.toks[i].Lower == "above")
}
