package extract

import (
	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/token"
)

// multiples reads "doubled from 40 to 80". The words are used loosely, so what
// they stand for is wide.
func (s *sumSentence) multiples(i int) {
	before, after := &s.q[i], &s.q[i+1]
	for k := max(0, before.Start-4); k < before.Start; k++ {
		lo, hi := multipleOf(s.toks[k].Lower)
		if hi.IsZero() || k > 0 && (s.toks[k-1].Lower == "than" || s.toks[k-1].Lower == "nearly" || s.toks[k-1].Lower == "almost") {
			continue
		}
		f := &fact.Sum{
			Base:     s.x.base(s.block, spanOfToken(s.toks[k])),
			Of:       fact.Multiple,
			Readings: [][]fact.Figure{{after.fig, before.fig}},
			Group:    s.toks[k].Start + proseGroups, Prose: true, Low: &lo, High: &hi,
		}
		f.Result = fact.Figure{Place: f.Place, Value: lo.Add(hi).Div(decimal.New(2, 0))}
		s.x.facts = append(s.x.facts, f)
		return
	}
}

func multipleOf(w string) (lo, hi decimal.Decimal) {
	switch w {
	case "doubled", "doubling", "doubles":
		return decimal.New(18, -1), decimal.New(24, -1)
	case "tripled", "trebled", "tripling", "trebling":
		return decimal.New(26, -1), decimal.New(35, -1)
	case "quadrupled":
		return decimal.New(35, -1), decimal.New(46, -1)
	case "halved", "halving":
		return decimal.New(42, -2), decimal.New(58, -2)
	}
	return decimal.Zero, decimal.Zero
}

// chain is a run of quantities that an enumeration joins: "12 men, 8 women and
// 3 children". It returns the index behind its last quantity.
func (s *sumSentence) chain(i int) int {
	j := i
	for j+1 < len(s.q) && s.q[j].plain() && s.q[j+1].plain() && s.enumerated(&s.q[j], &s.q[j+1]) {
		j++
	}
	if !s.q[i].plain() {
		return i
	}
	return j + 1
}

// enumerated reports whether a comma, "and" or "plus" joins two quantities with
// a few words that say what the first one counts.
func (s *sumSentence) enumerated(a, b *statedFigure) bool {
	const most = 6 // tokens
	if b.Start-a.End > most || b.Start == a.End || a.Is(quantity.Money) != b.Is(quantity.Money) {
		return false
	}
	switch s.toks[b.Start-1].Lower {
	case ",", "and", "plus", "+", "&":
	default:
		return false
	}
	for _, t := range s.toks[a.End : b.Start-1] {
		switch t.Lower {
		case ",":
		case "and", "of", "to", "by", "than", "from", "until", "at", "on", "per", "for", "(", ")", ":", ";", "–", "—", "who", "which", "that", "after", "before", "with", "is", "was", "are", "were", "has", "had", "have", "but":
			return false
		}
	}
	return true
}

// totals reads "12 men and 8 women, 20 in all" and "20 people: 12 men and 8
// women".
func (s *sumSentence) totals() {
	for i := 0; i < len(s.q); i++ {
		end := s.chain(i)
		if end-i < 2 {
			continue
		}
		var parts []fact.Figure
		whole := true
		for k := i; k < end; k++ {
			parts = append(parts, s.q[k].fig)
			whole = whole && s.q[k].fig.Ulp >= 0
		}
		switch {
		case end < len(s.q) && s.totalBehind(&s.q[end-1], &s.q[end]):
			s.add(fact.Total, &s.q[end], parts)
		case end-i > 2 && s.q[end-1].Is(quantity.Total) && s.toks[s.q[end-1].Start-1].Text == ",":
			s.add(fact.Total, &s.q[end-1], parts[:len(parts)-1])
		case i > 0 && (whole || s.q[i-1].fig.Ulp < 0) && s.totalBefore(&s.q[i-1], &s.q[i]) && s.closes(s.q[end-1].End):
			s.add(fact.Total, &s.q[i-1], parts)
		}
		i = end - 1
	}
}

// totalBehind reports whether a quantity right behind an enumeration is given as
// its total: ", 20 in all", "making 20", "for a total of 20".
func (s *sumSentence) totalBehind(last, total *statedFigure) bool {
	const most = 9 // tokens
	if !total.Exact || total.Is(quantity.Percent|quantity.Points|quantity.Fraction|quantity.YearLike) || total.Start-last.End > most || total.Is(quantity.Money) != last.Is(quantity.Money) {
		return false
	}
	between := s.toks[last.End:total.Start]
	for _, t := range between {
		switch t.Lower {
		case ";", ".", "of", "out":
			if t.Lower != "of" || !total.Is(quantity.Total) {
				return false
			}
		}
	}
	if total.Is(quantity.Total) {
		return true
	}
	for _, t := range between {
		if t.Lower == "making" || t.Lower == "=" || t.Lower == "totalling" || t.Lower == "totaling" {
			return true
		}
	}
	return false
}

// totalBefore reports whether a quantity is what an enumeration behind a colon
// or in parentheses makes up.
func (s *sumSentence) totalBefore(total, first *statedFigure) bool {
	const most = 5 // tokens
	if !total.plain() || first.Start-total.End > most || first.Start == total.End || total.Is(quantity.Money) != first.Is(quantity.Money) {
		return false
	}
	last := s.toks[first.Start-1]
	if last.Text != ":" && last.Text != "(" && last.Text != "—" && last.Text != "–" {
		return false
	}
	for _, t := range s.toks[total.End : first.Start-1] {
		if t.Kind != token.Word {
			return false
		}
		switch t.Lower {
		case "in", "on", "of", "from", "at", "by", "for", "than", "pages", "per", "minutes", "hours", "days", "years":
			return false
		}
	}
	return true
}

// closes reports whether an enumeration ends soon behind token i with its
// sentence or its bracket.
func (s *sumSentence) closes(i int) bool {
	const most = 4 // words
	for k := i; k < len(s.toks) && k <= i+most; k++ {
		switch s.toks[k].Lower {
		case ")", ".", "—", "–", ";":
			return true
		case ",", "(", "including", "and", "etc", "others", "other", "more", "rest", "among", "so", "at", "already", "alone":
			return false
		}
	}
	return i+most >= len(s.toks)
}
