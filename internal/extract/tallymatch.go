package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/token"
)

// outcomeBefore is the outcome that the verb right before a number names;
// at is where the verb stands.
func outcomeBefore(toks []token.Token, from int) (o fact.Outcome, at int) {
	i := from - 1
	if i >= 0 && (toks[i].Lower == "just" || toks[i].Lower == "only") {
		i--
	}
	if i < 0 {
		return "", 0
	}
	switch toks[i].Lower {
	case "won":
		return fact.Won, i
	case "lost":
		return fact.Lost, i
	case "drew", "drawn", "tied":
		return fact.Drawn, i
	}
	return "", 0
}

// matches reads "[lost] four away games", "[won] six of them", "[drawn]
// twice": what of matches is counted, and that the claimant is the one whose
// results the document is about.
func (t *tallier) matches(s *sentence, c *fact.Tally, q quantity.Quantity, from int, end *int, verb int, carried *fact.Tally) bool {
	joined := carried != nil && carried.Outcome != "" && verb > 0 && s.toks[verb-1].Lower == "and"
	if !joined && !t.sideSpeaks(s, verb) {
		return false
	}
	if q.Times() {
		return *end >= len(s.toks) || clauseMark(s.toks[*end]) || s.toks[*end].Lower == "and"
	}
	for k := *end; k < len(s.toks) && k < *end+3; k++ {
		switch s.toks[k].Lower {
		case "home":
			c.Home = true
		case "away", "road":
			c.Away = true
		case "games", "matches", "fixtures":
			*end = k + 1
			return *end >= len(s.toks) || clauseMark(s.toks[*end]) || s.toks[*end].Lower == "and" || s.toks[*end].Lower == "out"
		case "-":
		default:
			return false
		}
	}
	return false
}

// sideSpeaks reports whether the subject before a verb is the side that the
// document is about: "they", "the team", or a name of the title.
func (t *tallier) sideSpeaks(s *sentence, verb int) bool {
	i := verb - 1
	for i >= 0 && (s.toks[i].Lower == "have" || s.toks[i].Lower == "has" || s.toks[i].Lower == "had" || s.toks[i].Lower == "and" || s.toks[i].Lower == "also") {
		i--
	}
	if i < 0 {
		return false
	}
	switch w := s.toks[i]; w.Lower {
	case "they", "team", "side", "club":
		return true
	default:
		return w.Cap() && isIn(t.titleNames(), t.lemma(w))
	}
}

// presence reads "called at Haven four times", "the Academy came twice": the
// one name between the last claim and the number, with a verb of coming in
// the clause; verb tells that there is one already ("made three visits").
func (t *tallier) presence(s *sentence, c *fact.Tally, from int, verb bool) bool {
	cl := clauseOf(s.toks, from, from)
	for i := cl.from; i < from; i++ {
		verb = verb || comes(s.toks, i)
	}
	if !verb {
		return false
	}
	found := 0
	for i := max(cl.from, t.prevEnd); i < from; {
		n := nameRun(s.toks[i:from], i == 0)
		if n == 0 {
			i++
			continue
		}
		text := s.toks[i : i+n]
		if text[0].Lower == "the" {
			text = text[1:]
		}
		if !calendarWord(text[0].Text) && !inWindows(s, i) {
			found++
			c.Value = strings.ToLower(surface(t.x.doc.Text[text[0].Start:text[len(text)-1].End]))
		}
		i += n
	}
	return found == 1
}

// nameRun is the number of tokens of the name that toks begins with: words
// with a capital, with "of", "the" and the like between them.
func nameRun(toks []token.Token, opening bool) int {
	n := 0
	for i := 0; i < len(toks); i++ {
		switch w := toks[i]; {
		case w.Cap():
			if i == 0 && opening && commonOpening(w.Lower) && w.Lower != "the" {
				return 0
			}
			if w.Lower != "the" {
				n = i + 1
			}
		case n > 0 && (w.Lower == "of" || w.Lower == "the" || w.Lower == "de" || w.Text == "-"), i == 0 && w.Lower == "the", n > 0 && w.Kind == token.Number:
		default:
			return n
		}
	}
	return n
}

func isIn(sorted []string, w string) bool {
	lo, hi := 0, len(sorted)
	for lo < hi {
		if m := (lo + hi) / 2; sorted[m] < w {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo < len(sorted) && sorted[lo] == w
}
