package extract

import (
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/token"
)

// looseTotals reads enumerations whose figures stand behind what they count:
// "the sale raised £120 and the raffle £85, making £205 in total".
func (s *sumSentence) looseTotals() {
	for i := 0; i+2 < len(s.q); i++ {
		end := s.looseChain(i)
		if end-i < 2 || end >= len(s.q) {
			continue
		}
		total := &s.q[end]
		if total.Unit != s.q[i].Unit || total.Is(quantity.Measure) != s.q[i].Is(quantity.Measure) || s.given(total) || !s.brings(&s.q[end-1], total, i) {
			i = end - 1
			continue
		}
		var parts []fact.Figure
		for k := i; k < end; k++ {
			parts = append(parts, s.q[k].fig)
		}
		s.add(fact.Total, total, parts)
		i = end
	}
}

// looseChain is chain for figures with words before them.
func (s *sumSentence) looseChain(i int) int {
	if !s.q[i].plain() {
		return i
	}
	j := i + 1
	for j < len(s.q) && s.q[j].plain() && !s.q[j].Is(quantity.Total) && s.q[j].Unit == s.q[i].Unit && s.q[j].Is(quantity.Money) == s.q[i].Is(quantity.Money) && s.looseJoint(s.q[j-1].End, s.q[j].Start) {
		j++
	}
	return j
}

// looseJoint reports whether the tokens between two figures only name what the
// second one is.
func (s *sumSentence) looseJoint(from, to int) bool {
	const most = 8 // tokens
	if to-from > most || to == from {
		return false
	}
	joined := false
	for k := from; k < to; k++ {
		t := &s.toks[k]
		switch t.Lower {
		case ",", "and", "plus", "&":
			joined = true
		case ")", "(":
			if k != from && k != to-1 {
				return false
			}
		case "than", "from", "until", "at", "on", "per", "who", "which", "that", "after", "before", "but", "is", "was", "are", "were", "has", "had", "have", "bringing", "brought", "making", "total", "to", "by", "each", "left", "leaving", "more", "including", "up", "down", "over", "when", "if", "last", "while", "or", "cost", "remaining":
			return false
		default:
			if t.Kind == token.Punct && t.Text != "-" && t.Text != "’" && t.Text != "'" {
				return false
			}
		}
	}
	return joined
}

// brings reports whether a figure is given as what an enumeration right before
// it makes.
func (s *sumSentence) brings(last, total *statedFigure, first int) bool {
	const most = 9 // tokens
	if !total.Exact || total.Is(quantity.Percent|quantity.Points|quantity.Fraction|quantity.YearLike|quantity.Rate) || total.Start-last.End > most || total.Is(quantity.Money) != last.Is(quantity.Money) {
		return false
	}
	making, to, raised := false, false, false
	for _, t := range s.toks[last.End:total.Start] {
		switch t.Lower {
		case ";", ".", ":", "out", "from", "than", "and", "last", "each", "per":
			return false
		case "making", "totalling", "totaling":
			making = true
		case "bringing", "brings", "brought", "bring":
			raised = true
		case "to":
			to = true
		}
	}
	switch s.toks[max(0, total.Start-2)].Lower + " " + s.toks[total.Start-1].Lower {
	case "total of", "sum of":
		return true
	}
	switch {
	case making:
		return true
	case raised && to:
		return s.totalWord(last.End, total.Start)
	case total.Is(quantity.Total):
		return total.Start-last.End <= 2 // or they are something else's
	}
	return s.togetherFirst(first) && total.End < len(s.toks) && s.toks[total.End].Text != "," && s.soleVerb(last.End, total.Start)
}

// totalWord reports whether a total is named among the tokens, and not that of
// more than these: "bringing the total to date to £900".
func (s *sumSentence) totalWord(from, to int) bool {
	said := false
	for _, t := range s.toks[from:to] {
		switch t.Lower {
		case "total":
			said = true
		case "date", "year", "season", "so", "far", "now", "overall", "running", "grand", "fund", "balance":
			return false
		}
	}
	return said
}

// togetherFirst reports whether the sentence opens by saying that what follows
// is taken together.
func (s *sumSentence) togetherFirst(first int) bool {
	return s.q[first].Start < 12 && (s.toks[0].Lower == "together" || s.toks[0].Lower == "altogether")
}

// soleVerb reports whether a verb of yielding alone stands between the parts
// and what they yield.
func (s *sumSentence) soleVerb(from, to int) bool {
	for _, t := range s.toks[from:to] {
		switch t.Lower {
		case ")", ",":
		case "raised", "made", "brought", "yielded", "earned", "cost", "gave", "come", "came", "to", "in":
		default:
			return false
		}
	}
	return true
}

// equations reads "12 + 8 = 20".
func (s *sumSentence) equations() {
	for _, t := range s.toks {
		switch t.Lower {
		case "imagine", "suppose", "if", "wrong", "bug", "example", "believe", "claim", "like":
			return
		}
	}
	for i := 0; i+2 < len(s.q); i++ {
		j := i
		for j+1 < len(s.q) && s.between(j, "+") {
			j++
		}
		if j == i {
			continue
		}
		if j+1 < len(s.q) && s.between(j, "=") && s.standsAlone(s.q[i].Start, s.q[j+1].End) {
			var parts []fact.Figure
			for k := i; k <= j; k++ {
				parts = append(parts, s.q[k].fig)
			}
			s.add(fact.Total, &s.q[j+1], parts)
		}
		i = j
	}
}

// between reports whether a sign, maybe with one word before it, is all that
// stands between quantity k and the next.
func (s *sumSentence) between(k int, sign string) bool {
	a, b := &s.q[k], &s.q[k+1]
	gap := s.toks[a.End:b.Start]
	if !a.Exact || !b.Exact || a.Is(quantity.Percent) != b.Is(quantity.Percent) || a.Unit != b.Unit {
		return false
	}
	return len(gap) == 1 && gap[0].Text == sign || len(gap) == 2 && gap[0].Kind == token.Word && gap[1].Text == sign
}

// standsAlone reports whether no operator goes on with an equation on either
// side.
func (s *sumSentence) standsAlone(from, to int) bool {
	ok := func(i int) bool {
		if i < 0 || i >= len(s.toks) {
			return true
		}
		t := &s.toks[i]
		return t.Kind == token.Word && t.Lower != "x" || t.Text == "," || t.Text == "." || t.Text == ":"
	}
	return ok(from-1) && ok(to)
}
