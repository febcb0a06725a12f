package extract

import (
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/token"
)

// timeUnit is the unit that a word names, with how many of it one such word
// stands for and how far off it may be: a decade is ten years, give or take
// two.
func timeUnit(w string) (u fact.TimeUnit, factor, slack int) {
	switch w {
	case "minute", "minutes", "min", "mins":
		return fact.Minutes, 1, 0
	case "hour", "hours", "hrs":
		return fact.Hours, 1, 0
	case "night", "nights":
		return fact.Nights, 1, 0
	case "day", "days":
		return fact.DaysLong, 1, 0
	case "week", "weeks":
		return fact.Weeks, 1, 0
	case "fortnight":
		return fact.Weeks, 2, 0
	case "month", "months":
		return fact.Months, 1, 0
	case "year", "years", "yrs":
		return fact.YearsLong, 1, 0
	case "decade", "decades":
		return fact.YearsLong, 10, 2
	case "century", "centuries":
		return fact.YearsLong, 100, 12
	}
	return "", 0, 0
}

// length reads a length of time at token i: "five days", "five-day", "an
// hour and ten minutes", "a decade", "25th anniversary", "centenary".
func (s *spanSentence) length(i int) (length, bool) {
	t := s.toks[i]
	if t.Lower == "a" || t.Lower == "an" {
		if l, ok := s.single(i); ok {
			return l, true
		}
	}
	if l, ok := s.feast(i); ok {
		return l, true
	}
	if !quantity.Starts(t) {
		return length{}, false
	}
	if u, _, _ := timeUnit(s.word(i - 2)); s.word(i-1) == "and" && u != "" {
		return length{}, false // the end of "one year and nine months"
	}
	q, n, ok := quantity.Parse(s.toks, i)
	if !ok || !q.Interval.Known || q.Interval.Weak || q.Is(quantity.Percent|quantity.Money|quantity.Fraction|quantity.Ratio|quantity.Negated|quantity.None|quantity.More|quantity.Partial|quantity.YearLike|quantity.Times|quantity.Factor|quantity.PartOf|quantity.Ambiguous|quantity.Rate) {
		return length{}, false
	}
	j := i + n
	l := length{from: i, q: q, amount: q.Interval}
	if s.dash(j) {
		l.compound = true
		j++
	}
	for range 3 {
		switch s.word(j) {
		case "consecutive", "full", "whole", "successive", "solid", "long", "straight", "calendar", "complete", "glorious", "busy", "happy", "memorable", "short":
			j++
			continue
		case "working", "business", "weekday", "school", "trading", "sitting", "teaching", "race", "match", "playing", "rest", "training":
			l.working = true
			j++
			continue
		}
		break
	}
	u, factor, slack := timeUnit(s.word(j))
	if u == "" || s.toks[j].Cap() && !l.compound && i > 0 {
		return length{}, false
	}
	l.unit, l.slack, l.to = u, slack, j+1
	if factor != 1 {
		by := quantity.Exactly(factor).Lo
		l.amount.Lo, l.amount.Hi = l.amount.Lo.Mul(by), l.amount.Hi.Mul(by)
	}
	s.addMinutes(&l)
	s.andHalf(&l)
	return l, !l.compound || s.word(l.to) != "-" && s.word(l.to) != "old" || s.word(l.to) == "-" && s.word(l.to+1) == "long"
}

// dash reports whether a hyphen joins token i to both its neighbours.
func (s *spanSentence) dash(i int) bool {
	if i+1 >= len(s.toks) || s.toks[i].Space || s.toks[i+1].Space {
		return false
	}
	switch s.toks[i].Text {
	case "-", "\u2010", "\u2011":
		return true
	}
	return false
}

// addMinutes adds the smaller unit of "an hour and ten minutes" and "two
// years and three months".
func (s *spanSentence) addMinutes(l *length) {
	j := l.to
	if s.word(j) == "and" || s.word(j) == "," {
		j++
	}
	if j >= len(s.toks) || !quantity.Starts(s.toks[j]) {
		return
	}
	q, n, ok := quantity.Parse(s.toks, j)
	if !ok || !q.Exact {
		return
	}
	u, factor, _ := timeUnit(s.word(j + n))
	var by int
	switch {
	case factor != 1:
	case l.unit == fact.Hours && u == fact.Minutes:
		by = 60
	case l.unit == fact.YearsLong && u == fact.Months:
		by = 12
	case l.unit == fact.Weeks && u == fact.DaysLong:
		by = 7
	}
	if by == 0 || !l.q.Exact {
		return
	}
	many := quantity.Exactly(by).Lo
	l.amount.Lo, l.amount.Hi = l.amount.Lo.Mul(many).Add(q.Interval.Lo), l.amount.Hi.Mul(many).Add(q.Interval.Hi)
	l.unit, l.to, l.q = u, j+n+1, quantity.Quantity{}
}

// andHalf adds the half of "an hour and a half".
func (s *spanSentence) andHalf(l *length) {
	if s.word(l.to) != "and" || s.word(l.to+1) != "a" || s.word(l.to+2) != "half" || s.word(l.to+3) == "of" {
		return
	}
	two := quantity.Exactly(2).Lo
	half := quantity.Exactly(1).Lo.Div(two)
	l.amount.Lo, l.amount.Hi = l.amount.Lo.Add(half), l.amount.Hi.Add(half)
	l.to, l.q = l.to+3, quantity.Quantity{}
}

// single reads "a decade", "an hour", "a fortnight" and "a full year".
func (s *spanSentence) single(i int) (length, bool) {
	j := i + 1
	if s.word(j) == "full" || s.word(j) == "whole" || s.word(j) == "single" {
		j++
	}
	u, factor, slack := timeUnit(s.word(j))
	if u == "" || s.dash(j+1) || j > i+1 && s.word(i+1) == "single" {
		return length{}, false
	}
	if i > 0 && s.toks[i-1].Kind != token.Punct {
		switch s.word(i - 1) {
		case "for", "of", "after", "than", "nearly", "almost", "over", "about", "around", "lasted", "lasting", "lasts", "took", "takes", "spent", "just", "roughly", "barely", "having", "only":
		default:
			return length{}, false // "three days a week"
		}
	}
	l := length{from: i, to: j + 1, unit: u, slack: slack, amount: quantity.Exactly(factor), q: quantity.One()}
	s.addMinutes(&l)
	s.andHalf(&l)
	return l, true
}

// feast reads "25th anniversary", "fiftieth anniversary" and "centenary".
func (s *spanSentence) feast(i int) (length, bool) {
	years, to := 0, i+1
	switch s.word(i) {
	case "centenary", "centennial":
		years = 100
	case "sesquicentennial":
		years = 150
	case "bicentenary", "bicentennial":
		years = 200
	case "tercentenary":
		years = 300
	case "quincentenary":
		years = 500
	}
	if years > 0 {
		if s.toks[i].Cap() {
			return length{}, false // the name of a park or a cup
		}
	} else {
		v, n, ok := quantity.OrdinalAt(s.toks, i)
		j := i + n
		if ok && s.dash(j) && s.word(j+1) == "year" || ok && s.word(j) == "year" {
			return length{}, false
		}
		if !ok || s.word(j) != "anniversary" && s.word(j) != "birthday" || v < 1 {
			if !ok || v < 1 || s.word(j) != "wedding" || s.word(j+1) != "anniversary" {
				return length{}, false
			}
			j++
		}
		if s.word(j) == "birthday" {
			return length{}, false
		}
		years, to = v, j+1
	}
	return length{from: i, to: to, unit: fact.YearsLong, amount: quantity.Exactly(years), ordinal: true}, true
}

// endsClause reports whether a token ends what is said before it.
func endsClause(t token.Token) bool {
	switch t.Text {
	case ";", ".", "?", "!":
		return true
	}
	return false
}
