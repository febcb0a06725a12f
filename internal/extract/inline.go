package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// findInline makes facts of numbers whose own sentence names the things that
// they count.
func (x *extractor) findInline() {
	block, done := 0, -1
	for _, at := range x.countAt {
		for block < len(x.doc.Blocks)-1 && x.doc.Blocks[block].Span.End <= at {
			block++
		}
		b := x.doc.Blocks[block]
		if b.Span.Start > at || b.Quoted || at < done || !mayName(x.doc.Text[b.Span.Start:b.Span.End], at-b.Span.Start) {
			continue
		}
		s := x.sentenceAt(block, source.Span{Start: at, End: at + 1})
		x.inlineIn(block, s)
		done = s.End
	}
}

// smallNumber reports whether the figures text[start:end] may count things: a
// blank or an opening mark before, a blank and a letter behind.
func smallNumber(text string, start, end int) bool {
	if start > 0 && !isBlankByte(text[start-1]) && text[start-1] != '(' {
		return false
	}
	return end+1 < len(text) && isBlankByte(text[end]) && isLetter(text[end+1])
}

const (
	nameReach = 90  // bytes between a number and the things that it counts
	listReach = 300 // bytes in which the second of them must be reached
)

// mayName is a quick look at what follows a number at text[at:]: a few words,
// and a mark or word that things are named behind.
func mayName(text string, at int) bool {
	end := min(len(text), at+nameReach)
	if rest := text[at:]; strings.HasPrefix(rest[1:], "oth ") {
		return capitalAhead(text, at+len("both ")) && joinedAhead(text, at)
	}
	if before := text[:at]; strings.HasSuffix(before, "were the ") || strings.HasSuffix(before, "are the ") {
		return true
	}
	for i := at; i < end; i++ {
		c := text[i]
		switch {
		case c == '.' || c == ';' || c == '?' || c == '!' || c == ')' || c == '"' || c == '|' || c == '=':
			return false
		case c == ',':
			return capitalAhead(text, i+1) && joinedAhead(text, i)
		case c == ':' || c == '(' || c == '-' && text[i-1] <= ' ' || c == 0xE2:
			return joinedAhead(text, i)
		case isBlankByte(c) && naming(text[i+1:]):
			return joinedAhead(text, i)
		}
	}
	return false
}

// naming reports whether a text begins with a word that names are given
// behind, or a number before ("both").
func naming(s string) bool {
	for _, w := range [...]string{"are ", "were ", "named ", "namely ", "called "} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// capitalAhead reports whether the next word has a capital, behind "the" too.
func capitalAhead(text string, i int) bool {
	for i < len(text) && (isBlankByte(text[i]) || text[i] == '"') {
		i++
	}
	rest := strings.TrimPrefix(text[i:], "the ")
	return rest != "" && (rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] >= 0x80)
}

// joinedAhead reports whether a comma, a semicolon or an "and" follows soon.
func joinedAhead(text string, i int) bool {
	rest := text[i+1 : min(len(text), i+listReach)]
	return strings.ContainsAny(rest, ",;&") || strings.Contains(rest, "and") || strings.Contains(rest, " or ")
}

// inlineIn reads the numbers of one sentence.
func (x *extractor) inlineIn(block int, s source.Span) {
	toks := x.tokens(s)
	for j := 0; j < len(toks); {
		if !quantity.Starts(toks[j]) {
			j++
			continue
		}
		q, n, ok := quantity.Parse(toks, j)
		if !ok {
			j++
			continue
		}
		if f := x.inlineAt(block, toks, q, j, j+n); f != nil {
			x.facts = append(x.facts, f)
			toks = x.tokens(s)
		}
		j += n
	}
}

const mostNamed = 30 // things that a sentence names; what claims more counts something else

// inlineAt reads one number with what it counts and what is named for it.
func (x *extractor) inlineAt(block int, toks []token.Token, q quantity.Quantity, from, to int) *fact.Inline {
	f := &fact.Inline{Quantity: q}
	end := to
	var l nameRow
	switch {
	case toks[from].Lower == "both":
		l = x.bothNamed(toks, to)
	case !q.ListCountable() || beyondRow(q):
		return nil
	default:
		end = listNoun(toks, to)
		if end == to && bareCount(toks, from, to) {
			l = x.namedFor(toks, from, end, "")
			break
		}
		if end == to || !x.namedNoun(f, toks[end-1]) || selection(toks, from) || end < len(toks) && toks[end].Lower == "to" && from > 0 && toks[from-1].Lower == "from" {
			return nil
		}
		l = x.namedFor(toks, from, end, f.Noun)
	}
	if len(l.parts) < 2 {
		return nil
	}
	l.parts = endRow(toks, joinTitles(toks, l.parts))
	x.weigh(f, block, toks, l)
	for _, p := range l.parts {
		f.Items = append(f.Items, x.place(block, source.Span{Start: toks[p.from].Start, End: toks[p.to-1].End}))
	}
	f.Base = x.base(block, source.Span{Start: toks[from].Start, End: toks[end-1].End})
	f.NumberAt = x.numberAt(block, toks, q)
	if f.Doubt == "" && f.Most != fact.Unbounded && !q.Interval.Meets(quantity.AtMost(f.Most)) && x.goesOnBehind(block, toks[len(toks)-1].End) {
		f.Doubt = "the next sentence goes on with another"
	}
	return f
}

// bareCount reports whether a number without a noun is the size of what is
// named behind it: "a panel of three:", "the following two:".
func bareCount(toks []token.Token, from, to int) bool {
	if from < 2 || to >= len(toks) || toks[to].Text != ":" && toks[to].Text != "(" && !rowDash(toks, to) {
		return false
	}
	switch toks[from-1].Lower {
	case "following":
		return true
	case "of":
		switch toks[from-2].Lower {
		case "panel", "committee", "group", "team", "crew", "jury", "board", "shortlist", "list", "set", "party", "band", "trio", "squad", "council", "staff", "family", "delegation":
			return true
		}
	}
	return false
}

// beyondRow reports whether a number is larger than a row of names in a
// sentence is long.
func beyondRow(q quantity.Quantity) bool {
	n, _ := q.Interval.Int()
	return n > mostNamed || q.Is(quantity.More|quantity.Choice|quantity.Change|quantity.Range)
}

// namedNoun notes the noun; ok is false for one of which names are no
// items: times, amounts, words, pairs.
func (x *extractor) namedNoun(f *fact.Inline, t token.Token) (ok bool) {
	switch lexicon.NounOf(t.Stem()) {
	case lexicon.TimeNoun, lexicon.UnitNoun:
		return t.Lower == "dates"
	}
	f.Noun = x.own(t.Lower)
	switch f.Noun {
	case "words", "letters", "syllables", "characters", "sentences", "lines", "pairs", "couples", "families", "sets", "points", "vectors", "tuples",
		"combinations", "digits", "bits", "bytes", "times", "halves", "sides", "occasions", "votes", "goals", "others", "twins", "duos", "partnerships",
		"rows", "items", "cases", "people's", "sizes", "ones", "hands", "feet", "orders", "copies", "series", "thirds", "quarters", "persons":
		return f.Noun == "items" || f.Noun == "cases" || f.Noun == "sizes" || f.Noun == "persons"
	}
	return true
}

// selection reports whether a number picks from what is named and does not
// count it: "the first three", "any two members", "of which two".
func selection(toks []token.Token, from int) bool {
	if ofWhich(toks, from) || from > 1 && toks[from-1].Lower == "of" && rank(toks[from-2].Lower) {
		return true
	}
	for i := max(from-3, 0); i < from; i++ {
		switch toks[i].Lower {
		case "first", "last", "next", "other", "remaining", "than", "least", "most", "every", "each", "any", "best", "between", "top", "another", "per", "not":
			return true
		}
	}
	return false
}

// goesOnBehind reports whether the sentence behind an enumeration adds to it:
// "The fourth, Dee, withdrew."
func (x *extractor) goesOnBehind(block, at int) bool {
	b := x.doc.Blocks[block].Span
	rest := x.doc.Text[min(at, b.End):b.End]
	if len(rest) < 8 {
		return false
	}
	next := x.sentenceAt(block, source.Span{Start: at + len(rest) - len(strings.TrimLeft(rest, " .\n")), End: at + len(rest) - len(strings.TrimLeft(rest, " .\n")) + 1})
	for _, t := range token.Append(nil, x.doc.Text, next.Start, min(next.End, next.Start+listReach)) {
		if _, ok := quantity.Ordinal(t); ok {
			return true
		}
		switch t.Lower {
		case "another", "other", "also", "last", "final", "remaining", "rest", "finally", "further", "latter", "joined", "additional", "too", "plus", "next", "fourth":
			return true
		}
	}
	return false
}
