package extract

import (
	"unicode"

	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/token"
)

// rowPart is one of the things that a sentence names, as a range of tokens.
type rowPart struct {
	from, to int
	// comma and and tell what stands before it.
	comma, and bool
}

// nameRow is a row of things that a sentence names behind or before a number.
type nameRow struct {
	parts []rowPart
	// semis tells that semicolons part them, so that commas mean nothing.
	semis bool
	// tight tells that marks on both sides show where the row ends.
	tight bool
	// strict tells that the row was read as names only.
	strict bool
	// labelled tells that each is marked "(1)", "(b)".
	labelled bool
	// odd tells that something in the row is not understood.
	odd bool
}

// tailReach is how many words may stand between the counted noun and the
// colon behind which the things are named: "were chosen this year".
const tailReach = 9

// namedFor finds what is named for the number whose noun ends before token
// end.
func (x *extractor) namedFor(toks []token.Token, from, end int, noun string) nameRow {
	if r := x.namedBefore(toks, from); len(r.parts) > 0 {
		return r
	}
	if end >= len(toks) || relative(toks[:from]) && toks[end].Text != "(" && toks[end].Text != "," {
		return nameRow{}
	}
	switch t := toks[end]; {
	case t.Text == ":":
		return splitRow(toks, end+1, len(toks))
	case t.Text == "(":
		to := rowClose(toks, end)
		r := splitRow(toks, end+1, to)
		r.tight = true
		return r
	case rowDash(toks, end):
		to := end + 1
		for to < len(toks) && !rowDash(toks, to) {
			to++
		}
		r := splitRow(toks, end+1, to)
		r.tight = to < len(toks)
		return r
	case t.Text == ",":
		return x.apposed(toks, from, end)
	case t.Lower == "named", t.Lower == "called", t.Lower == "namely":
		return x.namesFrom(toks, end+1)
	}
	at, ok := tailEnd(toks, end, noun)
	switch {
	case !ok:
		return x.peopleBehind(toks, end, noun)
	case toks[at].Text == ":":
		return splitRow(toks, at+1, len(toks))
	}
	return x.namesFrom(toks, at+1)
}

// peopleBehind reads names of people in full behind a colon further on, for a
// number that counts people: no other things of the sentence have such names.
func (x *extractor) peopleBehind(toks []token.Token, end int, noun string) nameRow {
	if lexicon.NounOf(noun) != lexicon.PersonNoun {
		return nameRow{}
	}
	for i := end; i < len(toks) && i-end <= tailReach; i++ {
		switch {
		case toks[i].Text == ":":
			r := splitRow(toks, i+1, len(toks))
			for _, p := range r.parts {
				if p.to-p.from < 2 || !toks[p.from].Cap() || !toks[p.from+1].Cap() || x.shapeOfPart(toks, p) != nameMember {
					return nameRow{}
				}
			}
			return r
		case toks[i].Kind != token.Word || isNumberWord([]byte(toks[i].Lower)):
			return nameRow{}
		}
	}
	return nameRow{}
}

// tailEnd walks over the words behind a counted noun to the colon, or to the
// "are" or "were", behind which the things are named. ok is false where other
// things stand between that could be what is named.
func tailEnd(toks []token.Token, end int, noun string) (at int, ok bool) {
	free := lexicon.NounOf(noun) == lexicon.ListNoun && toks[end].Lower == "of"
	for i := end; i < len(toks) && i-end <= tailReach; i++ {
		t := toks[i]
		switch {
		case t.Text == ":":
			return i, i > end
		case t.Text == "," && i+1 < len(toks) && toks[i+1].Lower == "namely":
			return i + 1, true
		case t.Lower == "this" && i+1 < len(toks) && periodNoun(toks[i+1].Lower):
			i++
			continue
		case (t.Lower == "are" || t.Lower == "were") && i+1 < len(toks) && (toks[i+1].Cap() || rowArticle(toks[i+1].Lower) && !toks[i+1].Cap()):
			return i, true
		case t.Kind != token.Word:
			return 0, false
		case pluralNoun(t) && !t.Possessive() && !free:
			return 0, false
		}
		switch t.Lower {
		case "it", "them", "this", "that", "these", "those", "one", "which", "who", "whose", "something", "following", "more", "less", "than", "not", "no", "how", "what", "why", "and", "or", "but", "say", "said", "says", "include", "includes", "if":
			return 0, false
		case "a", "an":
			if !rowPreposition(toks[i-1].Lower) {
				return 0, false
			}
		}
	}
	return 0, false
}

// namedBefore reads "Ann, Bo and Cy were the four winners".
func (x *extractor) namedBefore(toks []token.Token, from int) nameRow {
	if from < 5 || !rowSetting(toks[from-1].Lower) || toks[from-2].Lower != "were" && toks[from-2].Lower != "are" {
		return nameRow{}
	}
	if first := toks[0].Lower; stops(first) || stopsPhrase(first) || opener(first) && first != "the" {
		return nameRow{}
	}
	r := x.namesFrom(toks, 0)
	if n := len(r.parts); n == 0 || r.parts[n-1].to != from-2 {
		return nameRow{}
	}
	r.tight = true
	return r
}

func rowSetting(w string) bool {
	switch w {
	case "the", "our", "its", "their", "his", "her", "my", "these", "those":
		return true
	}
	return false
}

// apposed reads "the four members, Ann, Bo and Cy, voted": names between
// commas, with the sentence going on behind them. Anything else could be a
// row of which the number is the first member.
func (x *extractor) apposed(toks []token.Token, from, comma int) nameRow {
	if r := x.apposedInRow(toks, from, comma); len(r.parts) > 0 {
		return r
	}
	if from > 0 && !rowSetting(toks[from-1].Lower) {
		return nameRow{}
	}
	if comma+1 < len(toks) && toks[comma+1].Lower == "namely" {
		return x.namesFrom(toks, comma+2)
	}
	r := x.namesFrom(toks, comma+1)
	if len(r.parts) < 2 || from > 1 {
		return nameRow{}
	}
	at := r.parts[len(r.parts)-1].to
	if at+1 >= len(toks) || toks[at].Text != "," || toks[at+1].Kind != token.Word || toks[at+1].Cap() {
		return nameRow{}
	}
	w := toks[at+1].Lower
	if stops(w) && !auxiliary(toks, at+1) && w != "was" && w != "has" && w != "is" || stopsPhrase(w) || len(w) > 4 && w[len(w)-3:] == "ing" {
		return nameRow{}
	}
	r.tight = true
	return r
}

// apposedInRow reads the names in one member of a row whose members are parted
// by semicolons: "; two sons, Al and Ben; and …".
func (x *extractor) apposedInRow(toks []token.Token, from, comma int) nameRow {
	r := x.namesFrom(toks, comma+1)
	if len(r.parts) < 2 {
		return nameRow{}
	}
	opens := false
	for i := from - 1; i >= 0 && i >= from-4 && !opens; i-- {
		opens = toks[i].Text == ";"
	}
	at := r.parts[len(r.parts)-1].to
	closes := at >= len(toks) || toks[at].Text == ";" || at+1 == len(toks) && toks[at].Kind == token.Punct
	if !closes || !opens && (at >= len(toks) || toks[at].Text != ";") {
		return nameRow{}
	}
	r.tight = true
	return r
}

// bothNamed reads "both A, B and C".
func (x *extractor) bothNamed(toks []token.Token, to int) nameRow {
	return x.namesFrom(toks, to)
}

// rowClose is the index of the mark that closes the parenthesis at i, or the
// end of the sentence.
func rowClose(toks []token.Token, i int) int {
	depth := 0
	for ; i < len(toks); i++ {
		switch toks[i].Text {
		case "(":
			depth++
		case ")":
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(toks)
}

// rowDash reports whether token i is a dash between words, not a hyphen.
func rowDash(toks []token.Token, i int) bool {
	switch toks[i].Text {
	case "—":
		return true
	case "–", "-", "--":
		return toks[i].Space && i+1 < len(toks) && toks[i+1].Space
	}
	return false
}

// splitRow parts the tokens from..to at commas and at "and", or at semicolons
// where there are any.
func splitRow(toks []token.Token, from, to int) nameRow {
	for to > from && (toks[to-1].Text == "." || toks[to-1].Text == ";" || toks[to-1].Text == "!") {
		to--
	}
	if r := labelledRow(toks, from, to); len(r.parts) > 1 {
		return r
	}
	if end := firstSemicolon(toks, from, to); end < to {
		if r := splitCommas(toks, from, end); len(r.parts) > 1 && r.parts[len(r.parts)-1].and && opensOther(toks, end+1) {
			r.tight = true
			return r // "four children: Ann, Bo and Cy; nine grandchildren; …"
		}
		return splitSemicolons(toks, from, to)
	}
	return splitCommas(toks, from, to)
}

// opensOther reports whether what follows a semicolon is another count, or
// another of a thing, and no member of the row before.
func opensOther(toks []token.Token, i int) bool {
	if i < len(toks) && toks[i].Lower == "and" {
		i++
	}
	if i >= len(toks) {
		return false
	}
	return toks[i].Kind == token.Number || isNumberWord([]byte(toks[i].Lower)) || rowArticle(toks[i].Lower) || !toks[i].Cap()
}

func rowArticle(w string) bool {
	switch w {
	case "a", "an", "the":
		return true
	}
	return rowSetting(w)
}

func firstSemicolon(toks []token.Token, from, to int) int {
	depth := 0
	for i := from; i < to; i++ {
		switch toks[i].Text {
		case "(", "[":
			depth++
		case ")", "]":
			depth--
		case ";":
			if depth == 0 {
				return i
			}
		}
	}
	return to
}

func splitSemicolons(toks []token.Token, from, to int) nameRow {
	r := nameRow{semis: true}
	for from < to {
		end := firstSemicolon(toks, from, to)
		p := rowPart{from: from, to: end, comma: from > 0}
		if p.from < p.to && (toks[p.from].Lower == "and" || toks[p.from].Lower == "or") {
			p.from, p.and = p.from+1, true
		}
		if p.from < p.to {
			r.parts = append(r.parts, p)
		}
		from = end + 1
	}
	return r
}

func splitCommas(toks []token.Token, from, to int) nameRow {
	var r nameRow
	cur := rowPart{from: from}
	depth, quote := 0, false
	push := func(end int) {
		if cur.to = end; cur.from < cur.to {
			r.parts = append(r.parts, cur)
			cur = rowPart{}
		}
	}
	for i := from; i < to; i++ {
		t := toks[i]
		switch t.Text {
		case "(", "[":
			depth++
			continue
		case ")", "]":
			depth--
			continue
		case "“":
			quote = true
		case "”":
			quote = false
			continue
		case "\"":
			quote = !quote
		}
		if depth == 0 && quote && t.Text == "," && i+1 < to && (toks[i+1].Text == "”" || toks[i+1].Text == "\"" && !toks[i+1].Space) {
			push(i) // American style: "the first," the second
			cur = rowPart{from: i + 2, comma: true}
			quote, i = false, i+1
			continue
		}
		if depth > 0 || quote {
			continue
		}
		switch {
		case t.Text == ",":
			push(i)
			cur = rowPart{from: i + 1, comma: true}
		case t.Lower == "and" || t.Lower == "or":
			comma := cur.comma && cur.from == i
			push(i)
			cur = rowPart{from: i + 1, and: true, comma: comma}
		case t.Text == ":" || t.Text == "?" || rowDash(toks, i):
			r.odd = true
		}
	}
	push(to)
	r.odd = r.odd || depth != 0
	return r
}

// namesFrom reads a row of names, each of capitalised words, from token i on:
// up to the name behind "and".
func (x *extractor) namesFrom(toks []token.Token, i int) nameRow {
	r := nameRow{strict: true}
	cur := rowPart{}
	for {
		end := x.nameEnd(toks, i)
		if end == i {
			return nameRow{}
		}
		cur.from, cur.to = i, end
		r.parts = append(r.parts, cur)
		if cur.and && !(end < len(toks) && toks[end].Lower == "and") || end >= len(toks) {
			break
		}
		cur = rowPart{}
		i = end
		if toks[i].Text == "," {
			cur.comma = true
			i++
		}
		if i < len(toks) && (toks[i].Lower == "and" || toks[i].Lower == "or") {
			cur.and = true
			i++
		}
		if !cur.comma && !cur.and {
			return nameRow{}
		}
	}
	if n := len(r.parts); n < 2 || !r.parts[n-1].and {
		return nameRow{}
	}
	return r
}

// nameEnd is the index behind the name that begins at token i; i where there
// is none.
func (x *extractor) nameEnd(toks []token.Token, i int) int {
	start, named := i, false
	for i < len(toks) {
		t := toks[i]
		switch {
		case t.Kind == token.Word && hasUpper(t.Text) && !t.Possessive():
			named = true
		case t.Lower == "the" && i == start:
		case named && t.Kind == token.Word && lexicon.Particle(t.Lower):
		case named && t.Text == "." && i > start && len(toks[i-1].Text) <= 4 && toks[i-1].Cap() && i+1 < len(toks):
		case named && (t.Text == "&" || t.Text == "-" && !t.Space):
		case named && t.Kind == token.Number && len(t.Text) <= 2:
		case named && t.Text == "(":
			i = min(rowClose(toks, i), len(toks)-1)
		case named && i+1 < len(toks) && homePreposition(t.Lower) && toks[i+1].Cap():
		default:
			if !named {
				return start
			}
			return i
		}
		i++
	}
	if !named {
		return start
	}
	return i
}

func hasUpper(s string) bool {
	for _, r := range s {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

func rowPreposition(w string) bool {
	switch w {
	case "of", "in", "on", "at", "with", "to", "for", "by", "from", "as":
		return true
	}
	return stopsPhrase(w)
}
