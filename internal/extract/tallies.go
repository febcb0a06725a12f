package extract

import (
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
		if !claimIn(x.doc.Text[b.Span.Start:b.Span.End]) {
			continue
		}
		var before source.Span
		x.pieces(b.Span, func(piece source.Span) {
			token.Sentences(x.doc.Text, piece.Start, piece.End, func(s, e int) {
				if at := (source.Span{Start: s, End: e}); claimIn(x.doc.Text[s:e]) {
					t.claims(i, at, before)
				}
				before = source.Span{Start: s, End: e}
			})
		})
	}
}

// claimIn reports whether a text has a number of things and a word of what
// is said of it: a cheap look before the text is cut into tokens.
func claimIn(text string) bool {
	number, frame := false, false
	for i := 0; i < len(text); {
		c := text[i]
		if c >= '0' && c <= '9' {
			start := i
			for i < len(text) && text[i] >= '0' && text[i] <= '9' {
				i++
			}
			number = number || i-start <= 3 && (start == 0 || text[start-1] <= ' ') && i+1 < len(text) && text[i] == ' ' && isLetter(text[i+1])
			continue
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
		number = number || isNumberWord(word[:n]) && !vagueWord(word[:n])
		frame = frame || tallyWord(word[:n])
		if number && frame {
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
	if wishes(s.toks) {
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
		case "expect", "expects", "hope", "plan", "intend", "intends", "if", "unless", "whether", "?":
			return true
		}
	}
	return false
}

// ended reports whether what a number is said of ends there, or goes on with
// a time or the next claim.
func ended(toks []token.Token, i int) bool {
	if i >= len(toks) || clauseMark(toks[i]) {
		return true
	}
	switch toks[i].Lower {
	case "and", "in", "during", "since", "this":
		return true
	}
	return false
}

// upToNow reports whether a clause speaks of all the time up to now.
func upToNow(toks []token.Token) bool {
	for i := 1; i < len(toks); i++ {
		switch toks[i].Lower {
		case "far":
			if w := toks[i-1].Lower; w == "so" || w == "thus" {
				return true
			}
		case "date":
			if toks[i-1].Lower == "to" {
				return true
			}
		}
	}
	return false
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
		if c.Outcome = o; !t.matches(s, c, q, from, &end, at, carried) {
			return nil
		}
	case q.Times():
		if !q.Countable() || !ended(s.toks, to) || !t.presence(s, c, from, false) {
			return nil
		}
	case q.Is(quantity.PartOf) && to == from+1 && allOfThem(s.toks, from, to):
		if c.Noun = t.antecedent(before); c.Noun == "" {
			return nil
		}
		end, c.Records = to+2, true
	case !q.Countable():
		return nil
	case to < len(s.toks) && s.toks[to].Lower == "visits":
		if from == 0 || s.toks[from-1].Lower != "made" || !t.presence(s, c, from, true) {
			return nil
		}
		end = to + 1
	default:
		if end = t.thing(s, c, to); end == to {
			return nil
		}
	}
	cl := clauseOf(s.toks, from, end)
	framed := t.frame(s, c, cl, from, end, carried)
	t.prevEnd = end
	if !framed || t.limited(s, c, cl, from, end) {
		return nil
	}
	if hypothetical(s.toks[cl.from:cl.to]) {
		return nil
	}
	if c.Window = s.windowFor(from, end); c.Window.Stated && !c.Window.Exact && upToNow(s.toks[cl.from:cl.to]) {
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
