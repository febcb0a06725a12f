package extract

import (
	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/token"
)

// differences reads "from 30 to 42, up by 12", "9,412 votes to 8,977, a lead of
// 435" and "31–24, by seven points".
func (s *sumSentence) differences() {
	for i := 0; i+1 < len(s.q); i++ {
		a, b := &s.q[i], &s.q[i+1]
		if !s.fromTo(a, b) && !s.toFrom(b, a) {
			continue
		}
		for _, k := range [...]int{i + 2, i - 1} {
			if k < 0 || k >= len(s.q) || !s.differs(&s.q[k], a, b, k > i) {
				continue
			}
			s.addDifference(&s.q[k], a.fig, b.fig)
			break
		}
	}
	for k := range s.q {
		if a, b, ok := s.ledBy(k); ok {
			s.addDifference(&s.q[k], a, b)
		}
	}
}

// addDifference adds a difference of two figures, whichever is larger.
func (s *sumSentence) addDifference(d *statedFigure, a, b fact.Figure) {
	if a.Value.LessThan(b.Value) {
		a, b = b, a
	}
	readings := [][]fact.Figure{{a, b}}
	if d.Start > 1 && s.toks[d.Start-2].Lower == "majority" {
		// Also said of what one has above half of all.
		half := b
		half.Value = a.Value.Add(b.Value).Div(decimal.New(2, 0))
		readings = append(readings, []fact.Figure{a, half})
	}
	s.add(fact.Difference, d, readings...)
}

// ledBy finds the two figures of which quantity k is given as the lead, the
// majority, the surplus: those last named before it. A score is no quantity and
// is read from the tokens.
func (s *sumSentence) ledBy(k int) (a, b fact.Figure, ok bool) {
	const reach = 14 // tokens between the first of the two and the difference
	d := &s.q[k]
	if !changeable(d) || d.Is(quantity.Percent|quantity.Times|quantity.NotACount) || d.Start < 2 {
		return a, b, false
	}
	before := s.toks[d.Start-1].Lower
	if before == "of" && d.End < len(s.toks) && scoreNoun(s.toks[d.End].Lower) && leadWord(s.toks[d.Start-2].Lower) {
		if a, b, ok = s.score(d.Start - 3); ok {
			return a, b, ok
		}
	}
	switch {
	case before == "of" && leadWord(s.toks[d.Start-2].Lower):
		if k < 2 || !changeable(&s.q[k-1]) || !changeable(&s.q[k-2]) || d.Start-s.q[k-2].Start > reach || !s.alike(k-2, k-1, k) || s.otherTime(s.q[k-1].End, d.Start) {
			return a, b, false
		}
		return s.q[k-2].fig, s.q[k-1].fig, true
	case before == "by" && d.End < len(s.toks) && scoreNoun(s.toks[d.End].Lower):
		return s.score(d.Start - 1)
	}
	return a, b, false
}

// otherTime reports whether the tokens between figures and a difference begin
// a new clause or speak of another time.
func (s *sumSentence) otherTime(from, to int) bool {
	for _, t := range s.toks[from:to] {
		switch t.Lower {
		case ";", ":", "last", "previous", "earlier", "before", "after", "compared", "against", "than", "forecast", "planned", "expected", "target":
			return true
		}
	}
	return false
}

// alike reports whether quantities are all amounts of money or all none, and
// none is a percentage or a year.
func (s *sumSentence) alike(ks ...int) bool {
	for _, k := range ks {
		q := &s.q[k]
		if q.Is(quantity.Percent) || q.Is(quantity.Money) != s.q[ks[0]].Is(quantity.Money) || q.Unit != s.q[ks[0]].Unit {
			return false
		}
	}
	return true
}

func leadWord(w string) bool {
	switch w {
	case "lead", "majority", "margin", "surplus", "deficit", "gap", "difference":
		return true
	}
	return false
}

func scoreNoun(w string) bool {
	switch w {
	case "points", "goals", "runs", "votes", "seats", "point", "goal", "run", "vote", "seat":
		return true
	}
	return false
}

// score reads the score last told before token i, "31–24".
func (s *sumSentence) score(i int) (a, b fact.Figure, ok bool) {
	const reach = 6
	for j := i - 1; j >= 2 && j >= i-reach; j-- {
		if s.toks[j].Kind != token.Number || s.toks[j-2].Kind != token.Number || s.toks[j-1].Text != "–" && s.toks[j-1].Text != "-" {
			continue
		}
		first, ok1 := s.number(j - 2)
		second, ok2 := s.number(j)
		return first, second, ok1 && ok2
	}
	return a, b, false
}

// number makes a figure of one token of digits.
func (s *sumSentence) number(i int) (fact.Figure, bool) {
	n, ok := cellFigure(s.toks[i].Text)
	if !ok {
		return fact.Figure{}, false
	}
	return fact.Figure{Place: s.x.place(s.block, spanOfToken(s.toks[i])), Value: n.value, Ulp: n.ulp, Exact: true}, true
}

// differs reports whether a quantity is given as the difference of the ends of
// a change: "rose by 12, from 30 to 42", "from 30 to 42, a rise of 12".
func (s *sumSentence) differs(d, a, b *statedFigure, behind bool) bool {
	if !changeable(d) || d.Is(quantity.Percent|quantity.Times|quantity.NotACount) || d.Is(quantity.Money) != a.Is(quantity.Money) && !d.Is(quantity.Money) || d.Start == 0 {
		return false
	}
	w := s.toks[d.Start-1].Lower
	if behind {
		if d.Start-b.End > 6 {
			return false
		}
		switch w {
		case "of":
			switch s.toks[max(0, d.Start-2)].Lower {
			case "rise", "increase", "gain", "growth", "drop", "fall", "decrease", "decline", "loss", "difference", "jump":
				return true
			}
			return false
		case "by":
			return s.toks[max(0, d.Start-2)].Lower == "up" || s.toks[max(0, d.Start-2)].Lower == "down"
		}
		return w == "up" || w == "down"
	}
	if a.Start-d.End > 4 || w != "by" {
		return false
	}
	for _, t := range s.toks[d.End : a.Start-1] {
		switch t.Lower {
		case "a", "per", "every", "each", "year", "day", "week", "month", "times":
			return false
		}
	}
	return true
}
