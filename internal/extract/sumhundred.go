package extract

import (
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/token"
)

// wholesOfShares reads "60% came from fees, 25% from grants and the remaining
// 15% from gifts": the percentages of the sentence make a hundred.
func (s *sumSentence) wholesOfShares() {
	var parts []fact.Figure
	last := -1
	for i := range s.q {
		q := &s.q[i]
		if !q.Is(quantity.Percent) {
			continue
		}
		if !q.Exact || q.Is(quantity.Points|quantity.Range|quantity.Choice|quantity.Rate|quantity.Ambiguous) || last >= 0 && !s.sameClause(s.q[last].End, q.Start) {
			return
		}
		parts, last = append(parts, q.fig), i
	}
	if len(parts) < 2 || !s.theRest(&s.q[last]) {
		return
	}
	q := &s.q[last]
	for _, t := range s.toks[s.q[0].Start:q.Start] {
		switch t.Lower {
		case "(", "increase", "increased", "rose", "fell", "up", "down", "compared", "than", "half", "third", "quarter":
			return
		}
	}
	f := &fact.Sum{
		Base: fact.Base{Place: q.fig.Place, Surface: surface(s.x.doc.Text[q.fig.Span.Start:q.fig.Span.End])},
		Of:   fact.Hundred, Result: fact.Figure{Place: q.fig.Place, Value: hundred, Exact: true}, Readings: [][]fact.Figure{parts}, Group: q.fig.Span.Start + proseGroups, Prose: true,
	}
	s.x.facts = append(s.x.facts, f)
}

// theRest reports whether a percentage is said to be what remains.
func (s *sumSentence) theRest(q *statedFigure) bool {
	i := q.Start
	if s.theOther(q) {
		return true
	}
	if i > 0 && s.toks[i-1].Lower == "remaining" {
		return true
	}
	if i > 2 && (s.toks[i-1].Text == "," || s.toks[i-1].Text == "(") && s.toks[i-2].Lower == "rest" && s.toks[i-3].Lower == "the" {
		return true
	}
	return false
}

// means reads "12, 14 and 19, an average of 15".
func (s *sumSentence) means() {
	for i := 0; i < len(s.q); i++ {
		end := s.chain(i)
		if end-i < 3 || end >= len(s.q) {
			i = max(i, end-1)
			continue
		}
		mean := &s.q[end]
		if mean.Exact && mean.Interval.Known && !mean.Is(quantity.Percent|quantity.Fraction|quantity.YearLike|quantity.Factor|quantity.Range) && mean.Unit == s.q[i].Unit && s.saysMean(s.q[end-1].End, mean.Start) {
			var parts []fact.Figure
			for k := i; k < end; k++ {
				parts = append(parts, s.q[k].fig)
			}
			r := *mean
			r.fig.Exact = false
			r.fig.Ulp = min(r.Place, 0)
			s.add(fact.Mean, &r, parts)
		}
		i = end - 1
	}
}

// saysMean reports whether the tokens between listed values and a figure call
// it their mean.
func (s *sumSentence) saysMean(from, to int) bool {
	const most = 7 // tokens
	if to-from > most {
		return false
	}
	said := false
	for _, t := range s.toks[from:to] {
		switch {
		case t.Lower == "average" || t.Lower == "averaging" || t.Lower == "mean":
			said = true
		case t.Lower == "per" || t.Lower == "weighted" || t.Lower == "above" || t.Lower == "below" || t.Lower == "than" || t.Lower == "median" || t.Kind == token.Punct && t.Text != "," && t.Text != "(" && t.Text != "–" && t.Text != "—":
			return false
		}
	}
	return said
}
