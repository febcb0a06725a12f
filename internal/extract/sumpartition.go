package extract

import (
	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/token"
)

// partitions reads sentences that cut a whole into parts: "Of the 24 pupils, 13
// are girls and 11 boys", "60 houses, 35 in Mill Lane and 25 in Church Street",
// "21 people, made up of 12 men and 9 women".
func (s *sumSentence) partitions() {
	for i := 0; i+2 < len(s.q); i++ {
		whole := &s.q[i]
		if !whole.plain() || whole.fig.Ulp < 0 && !whole.Is(quantity.Money) {
			continue
		}
		end := s.pieces(i + 1)
		if end-i < 3 || end < len(s.q) && s.sameClause(s.q[end-1].End, s.q[end].Start) {
			continue
		}
		if !s.cutInto(whole, i+1, end) {
			continue
		}
		var parts []fact.Figure
		for k := i + 1; k < end; k++ {
			parts = append(parts, s.q[k].fig)
		}
		if s.given(whole) {
			continue
		}
		s.add(fact.Total, whole, parts)
		i = end - 1
	}
}

// given reports whether a figure is a result already.
func (s *sumSentence) given(q *statedFigure) bool {
	for k := len(s.x.facts) - 1; k >= 0; k-- {
		f, ok := s.x.facts[k].(*fact.Sum)
		if !ok || !f.Prose || f.Result.Block != s.block {
			return false
		}
		if f.Result.Span == q.fig.Span {
			return true
		}
	}
	return false
}

// pieces is the index behind the last of the quantities from i that commas and
// "and" join as parts of one whole.
func (s *sumSentence) pieces(i int) int {
	if i >= len(s.q) || !s.q[i].plain() {
		return i
	}
	j := i + 1
	for j < len(s.q) && s.q[j].plain() && s.q[j].Unit == s.q[i].Unit && s.q[j].Is(quantity.Measure) == s.q[i].Is(quantity.Measure) && s.pieceJoint(s.q[j-1].End, s.q[j].Start) {
		j++
	}
	return j
}

// pieceJoint reports whether the tokens between two figures make them parts of
// one enumeration.
func (s *sumSentence) pieceJoint(from, to int) bool {
	const most = 9 // tokens
	if to-from > most || to == from {
		return false
	}
	joined := false
	for k := from; k < to; k++ {
		t := &s.toks[k]
		switch t.Lower {
		case "and", ",", "while", "plus":
			joined = true
		case "of", "than", "per", "until", "who", "which", "whom", "that", "but", "each", "every", "after", "before", "including", "also", "both", "or":
			return false
		case "to":
			if k == to-1 {
				return false
			}
		default:
			if t.Kind == token.Punct && t.Text != "-" && t.Text != "'" && t.Text != "’" {
				return false
			}
		}
	}
	if !joined {
		return false
	}
	switch s.toks[to-1].Lower {
	case "and", ",", "other", "remaining", "the", "plus", "were", "are":
		return true
	}
	return false
}

// sameClause reports whether no stop parts two tokens.
func (s *sumSentence) sameClause(from, to int) bool {
	for _, t := range s.toks[from:to] {
		if t.Text == ";" || t.Text == "." || t.Text == ":" {
			return false
		}
	}
	return true
}

// cutInto reports whether the quantities from first to end are said to be all
// parts of the whole before them.
func (s *sumSentence) cutInto(whole *statedFigure, first, end int) bool {
	const most = 12 // tokens between the whole and its first part
	p := &s.q[first]
	if p.Start-whole.End > most || p.Start-whole.End < 1 || p.Unit != whole.Unit && p.Unit != "" && whole.Unit != "" || p.Is(quantity.Money) != whole.Is(quantity.Money) || !s.pieceEnd(s.q[end-1].End) {
		return false
	}
	gap := s.toks[whole.End:p.Start]
	for _, t := range gap[:len(gap)-1] {
		switch t.Lower {
		case ";", ".", "(", ")", ":", "including", "includes", "included", "than", "per", "but", "also", "among", "least", "some":
			return false
		}
	}
	full := s.complementary(first, end) || s.theOther(&s.q[end-1])
	switch {
	case s.madeUpOf(p.Start):
		return true
	case s.opensWhole(whole):
		return full
	case s.ofWhom(p.Start):
		return full
	}
	last := gap[len(gap)-1].Text
	switch last {
	case ",", "—", "–", ":", "(":
	default:
		return false
	}
	return len(gap) <= 7 && (full || s.placed(first, end, last == ":" || last == "(") && s.near(whole, first, end))
}

// madeUpOf reports whether words before token i say that what follows is all.
func (s *sumSentence) madeUpOf(i int) bool {
	if i < 2 {
		return false
	}
	a, b := s.toks[i-2].Lower, s.toks[i-1].Lower
	switch b {
	case "of":
		return a == "composed" || a == "consisting" || a == "consists" || a == "consisted" || i > 2 && a == "up" && (s.toks[i-3].Lower == "made" || s.toks[i-3].Lower == "makes")
	case "into":
		return a == "divided" || a == "split"
	case "comprising", "comprises", "comprised":
		return true
	}
	return false
}

// opensWhole reports whether a quantity is the whole in "Of the 24 pupils, …".
func (s *sumSentence) opensWhole(q *statedFigure) bool {
	i := q.Start - 1
	if i > 0 && (s.toks[i].Lower == "the" || s.toks[i].Lower == "these" || s.toks[i].Lower == "its" || s.toks[i].Lower == "our" || s.toks[i].Lower == "their") {
		i--
	}
	return i >= 0 && s.toks[i].Lower == "of" && (i == 0 || i == 1 && s.toks[0].Lower == "out" || s.toks[i-1].Text == ",")
}

// ofWhom reports whether "of whom" or "of which" stands before token i.
func (s *sumSentence) ofWhom(i int) bool {
	if i < 3 {
		return false
	}
	w := s.toks[i-1].Lower
	return (w == "whom" || w == "which" || w == "them" || w == "these") && s.toks[i-2].Lower == "of" && s.toks[i-3].Text == ","
}

// theOther reports whether a part is what is left: "the other 8", "the
// remaining 8".
func (s *sumSentence) theOther(q *statedFigure) bool {
	i := q.Start
	if i < len(s.toks) && (s.toks[i].Lower == "remaining" || s.toks[i].Lower == "other") {
		return true
	}
	return i > 1 && s.toks[i-2].Lower == "the" && (s.toks[i-1].Lower == "other" || s.toks[i-1].Lower == "remaining")
}

// counterpart numbers the kinds into which people and things are cut without
// rest; even and odd ones of a pair belong together. 0 for other words.
func counterpart(w string) int {
	switch w {
	case "men", "man":
		return 2
	case "women", "woman":
		return 3
	case "boys", "boy":
		return 4
	case "girls", "girl":
		return 5
	case "male", "males":
		return 6
	case "female", "females":
		return 7
	case "adults", "adult":
		return 8
	case "children", "child":
		return 9
	case "juniors", "junior":
		return 10
	case "seniors", "senior":
		return 11
	case "present":
		return 12
	case "absent":
		return 13
	}
	return 0
}

// complementary reports whether two parts are each other's counterparts.
func (s *sumSentence) complementary(first, end int) bool {
	if end-first != 2 {
		return false
	}
	a, b := s.kindBehind(first), s.kindBehind(first+1)
	return a != 0 && a/2 == b/2 && a != b
}

// kindBehind is the counterpart named within a few words behind a quantity.
func (s *sumSentence) kindBehind(k int) int {
	const most = 3 // words
	for i := s.q[k].End; i < len(s.toks) && i < s.q[k].End+most; i++ {
		if s.toks[i].Kind == token.Punct || s.toks[i].Lower == "and" {
			break
		}
		if c := counterpart(s.toks[i].Lower); c != 0 {
			return c
		}
	}
	return 0
}

// placed reports whether each part goes on with where, how or when and not with
// a noun of its own, so that all count what the whole counts; in brackets they may differ in that.
func (s *sumSentence) placed(first, end int, mixed bool) bool {
	for k := first; k < end; k++ {
		i := s.q[k].End
		if i >= len(s.toks) {
			return false
		}
		switch s.toks[i].Lower {
		case "in", "from", "at", "by", "on", "for":
		default:
			return false
		}
	}
	return mixed || s.toks[s.q[first].End].Lower == s.toks[s.q[end-1].End].Lower
}

// near reports whether parts come so near to a whole that they are meant to
// make it; else they may be some of its parts.
func (s *sumSentence) near(whole *statedFigure, first, end int) bool {
	const tenths = 9 // of the larger
	sum := decimal.Zero
	for k := first; k < end; k++ {
		sum = sum.Add(s.q[k].fig.Value)
	}
	lo, hi := decimal.Min(sum, whole.fig.Value), decimal.Max(sum, whole.fig.Value)
	return lo.Shift(1).GreaterThanOrEqual(hi.Mul(decimal.NewFromInt(tenths)))
}

// pieceEnd reports whether an enumeration of parts ends soon behind token i.
func (s *sumSentence) pieceEnd(i int) bool {
	const most = 7 // tokens
	for k := i; k < len(s.toks) && k <= i+most; k++ {
		switch s.toks[k].Lower {
		case ".", ";", "—", "–", ")":
			return true
		case "including", "and", "etc", "others", "among", "or", "also", "of", "than":
			return false
		}
	}
	return i+most >= len(s.toks)
}
