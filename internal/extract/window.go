package extract

import (
	"slices"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// windowAt is a stretch of time with the tokens that name it.
type windowAt struct {
	fact.Window
	from, to int
}

// windowsOf reads the times that a sentence names.
func (x *extractor) windowsOf(s *sentence) []windowAt {
	var out []windowAt
	for i := 0; i < len(s.toks); {
		from, to, exact, next, ok := calendar.ParseWindow(s.toks, i, x.date)
		if !ok {
			if next = partOfTime(s.toks, i); next == i {
				i++
				continue
			}
			from, to, exact = calendar.Day{}, calendar.Day{}, false
		}
		at := source.Span{Start: s.toks[i].Start, End: s.toks[next-1].End}
		w := fact.Window{Stated: true, Exact: exact, From: from, To: to, Surface: surface(x.doc.Text[at.Start:at.End])}
		out = append(out, windowAt{w, i, next})
		i = next
	}
	return out
}

// partOfTime reads a phrase that limits a claim to a part of some time that
// cannot be placed: "in the last week of the month", "on that tour". It
// returns the index behind it, i where there is none.
func partOfTime(toks []token.Token, i int) int {
	switch toks[i].Lower {
	case "in", "during", "on", "over", "within", "throughout":
	default:
		return i
	}
	j := i + 1
	if j >= len(toks) {
		return i
	}
	switch toks[j].Lower {
	case "the", "that", "those", "this", "these", "his", "her", "their", "its", "our":
		j++
	default:
		return i
	}
	const reach = 3 // words before the noun: "the very last full week"
	for k := j; k < len(toks) && k <= j+reach && toks[k].Kind == token.Word; k++ {
		if periodNoun(toks[k].Stem()) {
			return k + 1
		}
	}
	return i
}

func periodNoun(w string) bool {
	switch w {
	case "week", "weeks", "weekend", "month", "months", "day", "days", "year", "years", "quarter", "half", "season", "term", "session", "tour", "trip", "visit", "stay",
		"morning", "afternoon", "evening", "night", "period", "campaign", "crisis", "summit", "round", "phase", "leg", "spring", "summer", "autumn", "winter", "fall", "fortnight":
		return true
	}
	return false
}

// windowFor picks the time that limits what the tokens from..to say: the
// nearest one in the same clause, behind before ahead, else one that opens the
// sentence.
func (s *sentence) windowFor(from, to int) fact.Window {
	const opening = 2 // tokens before a phrase that still opens the sentence
	for _, w := range s.windows {
		if w.from >= to && !broken(s.toks[to:w.from]) {
			return w.Window
		}
	}
	for _, w := range slices.Backward(s.windows) {
		if w.to <= from && !broken(s.toks[w.to:from]) {
			return w.Window
		}
	}
	for _, w := range s.windows {
		if w.from <= opening && w.to <= from && !slices.ContainsFunc(s.toks[w.to:from], func(t token.Token) bool { return t.Text == ";" }) {
			return w.Window
		}
	}
	return fact.Window{}
}

// broken reports whether a clause ends among the tokens.
func broken(toks []token.Token) bool {
	for _, t := range toks {
		switch t.Lower {
		case ",", ";", ":", "(", ")", "apart", "except", "besides", "while", "but", "after", "before", "following":
			return true
		}
	}
	return false
}
