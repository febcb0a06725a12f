package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// findClaims reads the claims about numbers of things in running text.
func (t *tallier) findClaims() {
	x := t.x
	for i, b := range x.doc.Blocks {
		if b.Kind == source.Code || b.Kind == source.Cell || b.Kind == source.Heading || b.Quoted || x.entries[i] != nil || !x.marks[i].has(markNumber) {
			continue
		}
		var before source.Span
		x.pieces(b.Span, func(piece source.Span) {
			token.Sentences(x.doc.Text, piece.Start, piece.End, func(s, e int) {
				if at := (source.Span{Start: s, End: e}); numberIn(x.doc.Text[s:e]) {
					t.claims(i, at, before)
				}
				before = source.Span{Start: s, End: e}
			})
		})
	}
}

// numberIn reports whether a word or figure of a text may be a number: a
// cheap look before the text is cut into tokens.
func numberIn(text string) bool {
	for i := 0; i < len(text); {
		c := text[i]
		if c >= '0' && c <= '9' {
			return true
		}
		if !isLetter(c) {
			i++
			continue
		}
		var word [longestWord]byte
		n := 0
		for ; i < len(text) && isLetter(text[i]); i++ {
			if n < longestWord {
				word[n] = lowerByte(text[i])
				n++
			}
		}
		if isNumberWord(word[:n]) {
			return true
		}
	}
	return false
}

// claims reads the claims of one sentence. before is the sentence before it
// in the same block.
func (t *tallier) claims(block int, at, before source.Span) {
	x := t.x
	s := &sentence{block: block, span: at, toks: x.tokens(at)}
	if hypothetical(s.toks) || wishes(s.toks) {
		return
	}
	var carried *fact.Tally
	looked := false
	t.prevEnd = 0
	for i := 0; i < len(s.toks); {
		if !quantity.Starts(s.toks[i]) {
			i++
			continue
		}
		q, used, ok := quantity.Parse(s.toks, i)
		if !ok {
			i++
			continue
		}
		if n, whole := q.Interval.Int(); q.Exact && whole && n >= 2 && n <= mostValues {
			if !looked {
				s.windows, looked = x.windowsOf(s), true
			}
			if c := t.claim(s, q, i, i+used, carried, before); c != nil {
				carried = c
				x.facts = append(x.facts, c)
			}
		}
		i += used
	}
}

// wishes reports whether a sentence tells of what is wanted or to come.
func wishes(toks []token.Token) bool {
	for _, t := range toks {
		switch t.Lower {
		case "expect", "expects", "hope", "plan", "intend", "intends", "?":
			return true
		}
	}
	return false
}

// soFar reports whether a time is all of it up to now.
func soFar(w string) bool {
	w = strings.ToLower(w)
	return strings.HasSuffix(w, "so far") || strings.HasSuffix(w, "thus far") || strings.HasSuffix(w, "to date")
}

// clauseAt are the tokens of the clause in which a number stands.
type clauseAt struct{ from, to int }

// clauseOf finds it: up to the next mark, and back to the last one or to a
// word that begins a clause.
func clauseOf(toks []token.Token, from, end int) clauseAt {
	c := clauseAt{from, end}
	for c.from > 0 && !clauseMark(toks[c.from-1]) && !opensClause(toks[c.from-1].Lower) {
		c.from--
	}
	for c.to < len(toks) && !clauseMark(toks[c.to]) {
		c.to++
	}
	return c
}

func clauseMark(t token.Token) bool {
	if t.Kind != token.Punct {
		return false
	}
	switch t.Text {
	case ",", ";", ":", "(", ")", "—", "–", ".", "?", "!", "\"", "“", "”":
		return true
	}
	return false
}

func opensClause(w string) bool {
	switch w {
	case "that", "which", "who", "whom", "where", "while", "whereas", "but":
		return true
	}
	return false
}

// claim reads the claim around one number; nil where there is none that can
// be held against a record.
func (t *tallier) claim(s *sentence, q quantity.Quantity, from, to int, carried *fact.Tally, before source.Span) *fact.Tally {
	c := &fact.Tally{Quantity: q}
	end := to
	o, at := outcomeBefore(s.toks, from)
	switch {
	case o != "":
		if c.Outcome = o; !t.matches(s, c, q, from, &end, at) {
			return nil
		}
	case q.Times():
		if !q.Countable() || !t.presence(s, c, from) {
			return nil
		}
	case q.Is(quantity.PartOf) && to == from+1 && allOfThem(s.toks, from, to):
		if c.NounStem = t.antecedent(before); c.NounStem == "" {
			return nil
		}
		end = to + 2
	case !q.Countable():
		return nil
	case to < len(s.toks) && s.toks[to].Lower == "visits":
		if !t.presence(s, c, from) {
			return nil
		}
		end = to + 1
	default:
		if end = t.thing(s, c, to); end == to {
			return nil
		}
	}
	t.prevEnd = end
	cl := clauseOf(s.toks, from, end)
	if !t.frame(s, c, cl, from, end, carried) || t.limited(s, c, cl, from, end) {
		return nil
	}
	if c.Window = s.windowFor(from, end); soFar(c.Window.Surface) {
		c.Window = fact.Window{}
	}
	if c.Window.Stated && !c.Window.Exact && c.Window.From.Month == 0 {
		return nil
	}
	t.nameIn(s, c, cl)
	c.Base = t.x.base(s.block, source.Span{Start: s.toks[from].Start, End: s.toks[end-1].End})
	c.NumberAt = t.x.numberAt(s.block, s.toks, q)
	c.Published, c.Names = t.x.date, t.allNames()
	return c
}
