package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// rowShape is how a member of a row is written.
type rowShape uint8

const (
	mixedShape     rowShape = iota
	nameMember              // capitalised words: "Ann Lee", "the Netherlands"
	codeMember              // inline code
	figureMember            // a bare number
	measureMember           // "5 mg"
	binomialMember          // "Rana arvalis"
	articleMember           // "a van", "the yellow van"
	plainMember             // words in lower case without an article: "red"
)

// Reasons why a number may be right after all.
const (
	doubtExamples = "what is named may be examples"
	doubtOdd      = "it is not certain where the row of names begins and ends"
	doubtClauses  = "what follows are clauses, not things"
	doubtOpen     = "the row of names is not closed"
)

// weigh finds how many things the members of a row may be: at most one for
// each mark between them, at least those that no comma or "and" can take back.
func (x *extractor) weigh(f *fact.Inline, block int, toks []token.Token, r nameRow) {
	n := len(r.parts)
	f.Least, f.Most = min(n, 1), n
	if n < 2 {
		f.Doubt = doubtOdd
		return
	}
	if r.labelled {
		f.Least = n
		if next := rowLabel(toks[r.parts[0].from].Text, n); x.writtenBehind(block, toks[len(toks)-1].End, next) {
			f.Doubt = doubtOdd
		}
		return
	}
	kinds := lexicon.NounOf(f.Noun) == lexicon.ListNoun
	for _, p := range r.parts {
		switch more, many := x.manifold(toks, p, kinds, r.semis); {
		case many:
			f.Most = fact.Unbounded
		case f.Most != fact.Unbounded:
			f.Most += more
		}
	}
	f.Least = x.surely(f, toks, r)
	f.Doubt = x.rowDoubt(toks, r)
}

// joinTitles gives back to a name what a comma parts from it: "Lee, Jr.",
// "Lee, 41".
func joinTitles(toks []token.Token, parts []rowPart) []rowPart {
	out := parts[:0:0]
	for _, p := range parts {
		if len(out) > 0 && p.comma && !p.and && p.to-p.from <= 2 {
			if age := toks[p.from]; p.to-p.from == 1 && age.Kind == token.Number && len(age.Text) <= 2 && toks[p.from-2].Cap() {
				out[len(out)-1].to = p.to
				continue
			}
			switch toks[p.from].Lower {
			case "jr", "sr", "inc", "ltd", "llc", "llp", "esq", "phd", "md", "ii", "iii", "plc", "gmbh", "s.a", "m.d", "ph.d", "corp", "mp", "mbe", "obe", "cbe", "mep":
				out[len(out)-1].to = p.to
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// endRow cuts off what a sentence adds behind the last member, which stands
// behind "and".
func endRow(toks []token.Token, parts []rowPart) []rowPart {
	for i, p := range parts {
		if i > 1 && parts[i-1].and && !p.and && addition(toks[p.from].Lower) {
			return parts[:i]
		}
	}
	return parts
}

// addition lists words that open what is said of a whole row.
func addition(w string) bool {
	switch w {
	case "who", "which", "all", "each", "both", "where", "when", "while", "although", "though", "but", "as", "so", "none", "neither", "either", "though,", "whose", "that", "if", "because", "since", "respectively", "for", "to", "in", "on", "with", "by", "at", "after", "before", "from":
		return true
	}
	return false
}

// manifold tells how many more things than one a member may be; many where
// there is no telling.
func (x *extractor) manifold(toks []token.Token, p rowPart, kinds, semis bool) (more int, many bool) {
	depth := 0
	for i := p.from; i < p.to; i++ {
		t := toks[i]
		switch t.Text {
		case "(", "[":
			depth++
		case ")", "]":
			depth--
		case "&", "+", "/", "…", "...", "×", "*":
			more++
		}
		switch t.Lower {
		case "and", "or":
			more++
		case "with", "plus", "along", "together", "both", "others", "more", "rest", "twins", "couple", "family", "pair", "trio", "duo", "several", "many", "some", "all", "every", "each", "various", "any", "other", "another", "etc", "remaining", "alongside", "set", "series", "versus", "vs", "either", "whatever", "everything", "everyone", "else", "well", "too", "respective", "to", "through", "brothers", "sisters":
			many = true
		}
		if depth > 0 {
			continue
		}
		switch {
		case t.Kind == token.Number && i > p.from && toks[i-1].Text == ",": // an age
		case t.Kind == token.Number && (p.to-p.from > 1 && (i == p.from || !toks[i-1].Cap())), t.Kind == token.Word && !t.Cap() && isNumberWord([]byte(t.Lower)):
			many = true
		case !kinds && !semis && t.Kind == token.Word && pluralNoun(t) && !t.Possessive() && (!t.Cap() || i == p.from+1 && toks[p.from].Lower == "the"):
			many = true
		}
	}
	return more, many
}

// surely is the number of members that are things of their own in every
// reading: a comma may begin an apposition, an "and" may stand within a name.
func (x *extractor) surely(f *fact.Inline, toks []token.Token, r nameRow) int {
	n, ands := len(r.parts), 0
	for i, p := range r.parts {
		if p.and {
			ands++
		}
		if p.and && i != n-1 && !r.semis {
			return 1
		}
	}
	last := r.parts[n-1]
	shape := x.shapeOfPart(toks, r.parts[0])
	for _, p := range r.parts[1:] {
		if s := x.shapeOfPart(toks, p); s != shape {
			shape = mixedShape
		}
	}
	oxford := last.and && last.comma
	switch {
	case r.semis:
		if x.led(toks, r.parts) {
			return n
		}
		return 1
	case shape == mixedShape || ands == 0 && !r.tight:
		return 1
	case shape == nameMember && (oxford && n == 3 || x.places(f, toks, r.parts, oxford)):
		return n - 1
	case shape == nameMember && !oxford && x.joinedElsewhere(toks[r.parts[n-2].from].Start, toks[last.to-1].End):
		return n - 1
	case shape == articleMember && oxford, shape == plainMember && !even(toks, r.parts):
		return 1
	}
	return n
}

// even reports whether members in lower case have the same number of words:
// of others, one may be an adjective before the next ("clean, cheap power").
func even(toks []token.Token, parts []rowPart) bool {
	for _, p := range parts {
		if p.to-p.from != parts[0].to-parts[0].from {
			return false
		}
	}
	return parts[0].to-parts[0].from == 1 || len(parts) > 2
}

// led reports whether each member of a row between semicolons is short and
// begins alike: with a name, or none with one.
func (x *extractor) led(toks []token.Token, parts []rowPart) bool {
	const longest = 12 // tokens
	for _, p := range parts {
		if p.to-p.from > longest || !toks[p.from].Cap() {
			return false
		}
		for _, t := range toks[p.from:p.to] {
			if yearOf(t) != 0 {
				return false // a work cited, with its authors before it
			}
		}
	}
	return true
}

// shapeOfPart tells how a member is written; what stands in parentheses at
// its end does not count.
func (x *extractor) shapeOfPart(toks []token.Token, p rowPart) rowShape {
	for i := p.from + 1; i < p.to; i++ {
		if toks[i].Text == "(" && rowClose(toks, i) == p.to-1 {
			p.to = i
		}
	}
	first := toks[p.from]
	if x.literal(source.Span{Start: first.Start, End: toks[p.to-1].End}) {
		return codeMember
	}
	if p.to-p.from == 1 && first.Kind == token.Number {
		return figureMember
	}
	if p.to-p.from == 2 && first.Kind == token.Number && toks[p.from+1].Kind == token.Word {
		return measureMember
	}
	if p.to-p.from == 2 && first.Cap() && toks[p.from+1].Kind == token.Word && !toks[p.from+1].Cap() && len(toks[p.from+1].Lower) > 3 {
		return binomialMember
	}
	const longest = 5 // words of a plain member
	if p.to-p.from > longest {
		return mixedShape
	}
	caps, lower := 0, 0
	for i := p.from; i < p.to; i++ {
		t := toks[i]
		switch {
		case t.Kind == token.Word && hasUpper(t.Text):
			caps++
		case caps > 0 && i+1 < p.to && homePreposition(t.Lower) && toks[i+1].Cap():
		case i == p.from && t.Lower == "the", t.Kind == token.Word && lexicon.Particle(t.Lower) && caps > 0:
		case caps > 0 && i == p.to-1 && (t.Lower == "plc" || t.Lower == "gmbh" || t.Lower == "s.p.a"):
		case t.Kind == token.Word:
			lower++
			if stops(t.Lower) && i > p.from || pronounWord(t.Lower) {
				return mixedShape
			}
		case t.Text == "." || t.Text == "-" || t.Text == "&" || t.Text == "\"" || t.Text == "“" || t.Text == "”" || t.Kind == token.Number && caps > 0:
		case t.Text == "," && i+2 == p.to && toks[i+1].Kind == token.Number: // an age
		default:
			return mixedShape
		}
	}
	switch {
	case caps > 0 && lower == 0:
		return nameMember
	case caps > 0 || lower == 0:
		return mixedShape
	case rowArticle(first.Lower):
		return articleMember
	}
	return plainMember
}

// homePreposition lists words between a name and where its bearer belongs.
func homePreposition(w string) bool {
	return w == "of" || w == "from" || w == "in" || w == "for" || w == "at"
}

// pronounWord lists words that no short noun phrase has.
func pronounWord(w string) bool {
	switch w {
	case "it", "they", "we", "you", "he", "she", "i", "them", "us", "him", "this", "that", "who", "which", "where", "when", "not", "then", "also", "what", "how", "why", "if", "so", "there", "as", "than", "be", "been", "will", "can", "no", "hence", "thus", "only", "even", "e.g", "i.e":
		return true
	}
	return false
}

// places reports whether one member may be the place of another: "Oslo,
// Norway", "Ann Lee, Bergen".
func (x *extractor) places(f *fact.Inline, toks []token.Token, parts []rowPart, oxford bool) bool {
	kind, found := lexicon.PlaceKind(0), 0
	for _, p := range parts {
		text := strings.TrimPrefix(x.doc.Text[toks[p.from].Start:toks[p.to-1].End], "the ")
		pl, ok := lexicon.LookupPlace(text)
		if !ok {
			continue
		}
		if found > 0 && pl.Kind != kind {
			return true
		}
		kind, found = pl.Kind, found+1
	}
	if found == len(parts) {
		return false
	}
	class := lexicon.NounOf(f.Noun)
	return found > 0 || oxford && (class == lexicon.PlaceNoun || class == lexicon.BodyNoun)
}

// joinedElsewhere reports whether the words "C and D", the last two of a row
// of names, stand in the document once more: then they may be one name.
func (x *extractor) joinedElsewhere(from, to int) bool {
	words := x.doc.Text[from:to]
	at := strings.Index(x.doc.Text, words)
	return at >= 0 && strings.Contains(x.doc.Text[at+len(words):], words)
}

// rowDoubt gives the reason why a row proves nothing.
func (x *extractor) rowDoubt(toks []token.Token, r nameRow) string {
	n := len(r.parts)
	first, last := r.parts[0], r.parts[n-1]
	if r.odd {
		return doubtOdd
	}
	for i := max(first.from-4, 0); i < len(toks) && i <= last.to; i++ {
		switch toks[i].Lower {
		case "etc", "including", "include", "e.g", "eg", "such", "example", "examples", "instance", "among", "amongst", "mostly", "mainly", "…", "...", "like", "especially", "notably", "particularly", "chiefly", "respectively", "somewhere", "either", "neither", "e.g.", "see", "cf", "aka", "say":
			return doubtExamples
		}
	}
	if r.strict {
		return ""
	}
	for _, p := range r.parts {
		for i := p.from; i < p.to; i++ {
			switch toks[i].Lower {
			case "is", "are", "was", "were", "has", "have", "had", "will", "can", "must", "should", "may", "might", "could", "would", "it", "they", "we", "you", "he", "she", "there", "i", "first", "second", "firstly", "secondly", "does", "do", "did", "not", "don't", "if", "when", "because", "→", "<", ">", "=":
				return doubtClauses
			}
		}
	}
	if !last.and && !r.tight {
		return doubtOpen
	}
	return ""
}
