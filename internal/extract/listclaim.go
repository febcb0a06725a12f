package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// listClaims reads the numbers in a block that may say how many items the
// list beside it has, and reports whether there are any.
func (x *extractor) listClaims(block int) (found bool) {
	b := x.doc.Blocks[block]
	if b.Kind == source.Code || !x.marks[block].has(markNumber) {
		return false
	}
	if b.Kind == source.Item && x.contentsLine(b) {
		return false
	}
	var ends []source.Span
	token.Sentences(x.doc.Text, b.Span.Start, b.Span.End, func(s, e int) { ends = append(ends, source.Span{Start: s, End: e}) })
	for i, s := range ends {
		last := i == len(ends)-1
		if len(ends)-i > 3 {
			continue // the introduction stands at the end of a paragraph
		}
		toks := x.tokens(s)
		if c := x.lastClaim(block, toks); c != nil {
			c.Last = last
			if i == 0 {
				looksBack(c, toks)
			}
			x.facts = append(x.facts, c)
			found = true
		}
	}
	return found
}

// contentsLine reports whether a list item begins with the number of a section,
// as lines of a table of contents do: the item before it begins with one less,
// or the one behind it with one more.
func (x *extractor) contentsLine(b source.Block) bool {
	n, ok := x.leadingNumber(b)
	if !ok || b.List == source.None {
		return false
	}
	items := x.doc.Lists[b.List].Items
	for _, k := range [...]int{-1, 1} {
		if i := b.ItemNo + k; i >= 0 && i < len(items) && items[i].First != source.None {
			if o, ok := x.leadingNumber(x.doc.Blocks[items[i].First]); ok && o == n+k {
				return true
			}
		}
	}
	return false
}

// leadingNumber is the number in figures that a block begins with.
func (x *extractor) leadingNumber(b source.Block) (int, bool) {
	text := x.doc.TextOf(b)
	i := 0
	for i < len(text) && i < 4 && isDigit(text[i]) {
		i++
	}
	if i == 0 || i < len(text) && !isBlankByte(text[i]) {
		return 0, false
	}
	n, err := strconv.Atoi(text[:i])
	return n, err == nil
}

// lastClaim reads the last number of a sentence that can be the length of a
// list: "of the four tests three failed:" introduces three. One that is
// bound by "the following" goes before all others.
func (x *extractor) lastClaim(block int, toks []token.Token) *fact.ListClaim {
	var last *fact.ListClaim
	for j := 0; j < len(toks); {
		q, n, ok := quantity.Parse(toks, j)
		if !ok {
			j++
			continue
		}
		if q.ListCountable() && !ofWhich(toks, j) && !labelNumber(toks, j) && !wholeOfPart(toks, q, j) {
			if last = x.listClaim(block, toks, q, j, j+n); last != nil && last.Following {
				return last
			}
		}
		j += n
	}
	return last
}

// listClaim reads "the following four steps", "three reasons:", "fixed (4):".
func (x *extractor) listClaim(block int, toks []token.Token, q quantity.Quantity, from, to int) *fact.ListClaim {
	if !q.ListCountable() {
		return nil
	}
	if x.doc.Blocks[block].Kind == source.Heading && from > 0 && !(from == 1 && toks[0].Lower == "the") {
		return nil // a heading that only mentions a number: "Play 3 questions"
	}
	c := &fact.ListClaim{Quantity: q}
	c.Colon = len(toks) > 0 && toks[len(toks)-1].Text == ":" || x.doc.Blocks[block].Kind == source.Heading
	c.Parenthesis = parenthesised(toks, from, to, x.doc.Blocks[block].Kind == source.Heading)
	end := to
	if !c.Parenthesis {
		noun := listNoun(toks, to)
		if noun == to && !(from == 0 && c.Colon && auxiliary(toks, to)) {
			return nil
		}
		end = noun
		if noun > to && (!x.nameNoun(c, toks[noun-1]) || extent(toks, from, noun)) {
			return nil
		}
	}
	if x.doc.Blocks[block].Kind == source.Heading && compound(toks[end:]) {
		return nil
	}
	c.Definite = q.Is(quantity.Definite)
	c.Title = x.titleLike(block, toks, from)
	c.Colon = c.Colon || c.Title
	tail := behindAside(toks[end:])
	c.Alone = alone(tail) && !relative(toks[:from])
	c.Following, c.Above = pointing(toks, from, end)
	c.Introduces = introduces(toks, from, end)
	c.Ends = endsSentence(tail)
	c.Aside = (x.elsewhere(toks, from, end) || !c.General && !c.Following && boundObject(toks, from)) && !c.Above || c.Above && !upwards(toks, from, end)
	if unbound(toks, from, end) || enumerated(toks, from, end, c.Parenthesis) && !(len(tail) < len(toks)-end || c.Following && resumed(toks, end)) {
		return nil
	}
	c.Base = x.base(block, source.Span{Start: toks[from].Start, End: toks[end-1].End})
	c.NumberAt = x.numberAt(block, toks, q)
	return c
}

// titleLike reports whether a block is a short line without an end, such as
// stands above a list for its title: "Five things to bring".
func (x *extractor) titleLike(block int, toks []token.Token, from int) bool {
	const longest = 10 // tokens
	b := x.doc.Blocks[block]
	return b.Kind == source.Paragraph && from == 0 && len(toks) <= longest && toks[len(toks)-1].Kind == token.Word &&
		toks[0].Start == b.Span.Start && toks[len(toks)-1].End == b.Span.End
}

// behindAside leaves out a short aside in parentheses between a noun and the
// colon: "five principles (see the annex):".
func behindAside(tail []token.Token) []token.Token {
	if len(tail) < 4 || tail[0].Text != "(" {
		return tail
	}
	switch tail[1].Lower {
	case "see", "cf", "as", "all", "in", "listed", "described", "details", "figure", "table", "section", "from", "not", "with":
	default:
		return tail
	}
	for i, t := range tail {
		if t.Text == ")" {
			if i+2 == len(tail) && tail[i+1].Text == ":" {
				return tail[i+1:]
			}
			return tail
		}
	}
	return tail
}

// resumed reports whether a comma behind a noun begins a clause about what is
// counted: "four recommendations, which are given below".
func resumed(toks []token.Token, end int) bool {
	if end+1 >= len(toks) || toks[end].Text != "," {
		return false
	}
	switch toks[end+1].Lower {
	case "which", "given", "listed", "set", "shown", "described", "presented", "as", "all", "each":
		return true
	}
	return false
}

// nameNoun notes the counted noun; ok is false for one that counts time.
func (x *extractor) nameNoun(c *fact.ListClaim, t token.Token) (ok bool) {
	class := lexicon.NounOf(t.Stem())
	c.Noun, c.NounStem = x.own(t.Lower), x.own(lexicon.Stem(t.Stem()))
	c.General = class == lexicon.ListNoun
	return class != lexicon.TimeNoun || t.Lower == "dates" || t.Lower == "times"
}

// extent reports whether a number tells how far something goes and not how many
// things there are: "a list that is nested to 3 levels".
func extent(toks []token.Token, from, noun int) bool {
	if from == 0 || toks[from-1].Lower != "to" {
		return false
	}
	switch toks[noun-1].Lower {
	case "levels", "layers", "degrees", "places", "decimals", "digits", "figures":
		return true
	}
	return false
}

// ofWhich reports whether the number at j counts a part of what was counted
// before it: "six issues, of which two are open".
func ofWhich(toks []token.Token, j int) bool {
	if j < 2 || toks[j-2].Lower != "of" {
		return false
	}
	w := toks[j-1].Lower
	return w == "which" || w == "whom" || w == "these" || w == "those"
}

// auxiliary reports whether a verb stands right behind a number that is a
// sentence's subject by itself: "Three have asked to leave:".
func auxiliary(toks []token.Token, at int) bool {
	if at >= len(toks) {
		return false
	}
	switch toks[at].Lower {
	case "have", "had", "are", "were", "remain", "stand":
		return true
	}
	return false
}

// relative reports whether a number stands in a relative clause: "operations
// that lock two containers are:" introduces operations.
func relative(before []token.Token) bool {
	for _, t := range before {
		switch t.Lower {
		case "that", "which", "who", "where", "-", "–", "—", ";", ":", "around", "about":
			return true
		}
	}
	return false
}

// alone reports whether nothing behind the counted noun could be what the
// colon of the sentence introduces instead: no other plural, no "these".
func alone(tail []token.Token) bool {
	if n := len(tail); n > 2 && tail[n-1].Text == ":" && leadsToOther(tail[n-2].Lower) {
		return false // "two states separated by:" lists what separates them
	}
	for i, t := range tail {
		if i == 0 && t.Lower == "to" && len(tail) > 1 && tail[1].Kind == token.Word && !rowArticle(tail[1].Lower) && !pluralNoun(tail[1]) && !tail[1].Cap() {
			break // "six measures to cut costs:" lists measures
		}
		switch t.Lower {
		case "following", "these", "this", "below", "that", "which", "as", "how", "why", "what", "namely":
			return false
		}
		if t.Kind == token.Number || t.Kind == token.Word && pluralNoun(t) && !t.Possessive() {
			return false
		}
	}
	return true
}

// leadsToOther lists the words right before a colon that tell that what is
// listed is not what was counted.
func leadsToOther(w string) bool {
	switch w {
	case "by", "from", "with", "towards", "toward", "into", "against", "between", "via", "through":
		return true
	}
	return false
}

// compound reports whether the noun behind a number in a heading goes on, so
// that something else heads it: "Three Witnesses Framework", "5 Myths About
// Rain Busted!".
func compound(tail []token.Token) bool {
	if len(tail) == 0 {
		return false
	}
	if tail[len(tail)-1].Text == "!" || tail[len(tail)-1].Text == "?" {
		return true
	}
	return tail[0].Kind == token.Word && tail[0].Cap() && !stops(tail[0].Lower) && !rowPreposition(tail[0].Lower)
}

func parenthesised(toks []token.Token, from, to int, heading bool) bool {
	if from < 2 || to >= len(toks) || toks[from-1].Text != "(" || toks[to].Text != ")" {
		return false
	}
	if !slices.ContainsFunc(toks[:from-1], pluralNoun) {
		return false // "the coordinator's tree (3)"
	}
	rest := toks[to+1:]
	return len(rest) == 1 && rest[0].Text == ":" || len(rest) == 0 && heading
}

// listNoun returns the index behind the plural noun that a number counts, or
// to where there is none within a few words.
func listNoun(toks []token.Token, to int) int {
	const reach = 4
	for k := to; k < len(toks) && k-to < reach; k++ {
		t := toks[k]
		if t.Kind != token.Word || stops(t.Lower) || t.Possessive() {
			return to
		}
		if collective(t.Lower) && k+1 < len(toks) && pluralNoun(toks[k+1]) {
			continue // "two data structures"
		}
		if pluralNoun(t) && !(k+1 < len(toks) && pluralNoun(toks[k+1]) && endsSentence(toks[k+2:])) {
			return k + 1
		}
	}
	return to
}

// pluralNoun is a guess by form: English plurals end in s, and words that do
// so without being plural nouns are few after a number.
func pluralNoun(t token.Token) bool {
	w := t.Lower
	switch w {
	case "people", "men", "women", "children", "criteria", "phenomena", "data", "series", "species", "indices", "media":
		return true
	case "previous", "various", "is", "was", "as", "has", "this", "its", "his", "us", "thus", "plus", "less", "across", "always", "does":
		return false
	}
	if strings.HasSuffix(w, "children") || len(w) > 5 && strings.HasSuffix(w, "men") && lexicon.Singular(w) != w {
		return true
	}
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "ous") && !strings.HasSuffix(w, "'s")
}

// endsSentence reports whether nothing but punctuation stands behind the
// counted noun: "… for three reasons:".
func endsSentence(tail []token.Token) bool {
	for _, t := range tail {
		if t.Kind != token.Punct {
			return false
		}
	}
	return true
}

// enumerated reports whether a number is no introduction of what follows the
// sentence: it stands in parentheses or in a condition, it is joined to
// something else, or its things are named in the sentence itself.
func enumerated(toks []token.Token, from, end int, parenthesis bool) bool {
	depth := 0
	for _, t := range toks[:from] {
		switch t.Text {
		case "(", "[":
			depth++
		case ")", "]":
			depth--
		}
		switch t.Lower {
		case "if", "whether", "when", "unless":
			return true
		}
	}
	if depth > 0 && !parenthesis {
		return true
	}
	if from > 0 && (toks[from-1].Lower == "and" || toks[from-1].Lower == "or") {
		return true
	}
	if end < len(toks) && end+1 < len(toks) {
		switch toks[end].Text {
		case ":", ",", "(", "—", "–":
			return !endsSentence(toks[end:])
		}
	}
	return false
}

// pointing tells whether the words around a number point below or above.
func pointing(toks []token.Token, from, end int) (following, above bool) {
	for i := max(from-2, 0); i < from; i++ {
		switch toks[i].Lower {
		case "following":
			following = true
		case "above", "preceding", "foregoing":
			above = true
		}
	}
	for i := end; i < len(toks); i++ {
		switch toks[i].Lower {
		case "below":
			following = following || toks[i-1].Lower != "["
		case "following":
			following = following || i+1 == len(toks) || toks[i+1].Kind == token.Punct
		case "follows":
			following = following || toks[i-1].Lower == "as" && (i < 2 || asListed(toks[i-2]))
		case "above":
			above = true
		}
	}
	return following, above && !following
}

// introduces tells whether the number is the object of a frame that lists
// come after ("there are", "we make", "for … reasons", "in … ways"), or the
// subject of a sentence that begins with it ("Four alternatives were
// considered").
func introduces(toks []token.Token, from, end int) bool {
	const reach = 3 // words between the frame and the number: "made for the"
	if from == 0 || from == 1 && opener(toks[0].Lower) {
		return true
	}
	for i := from - 1; i >= 0 && i >= from-reach; i-- {
		if frameWord(toks[i].Lower) || toks[i].Lower == "of" && i > 0 && collects(toks[i-1].Lower) {
			return true
		}
		if toks[i].Kind == token.Punct {
			return false
		}
	}
	return false
}

// opener lists words that may open a sentence before its first number.
func opener(w string) bool {
	switch w {
	case "the", "these", "those", "here", "following", "in", "for", "by", "our", "my", "only", "another", "all", "its", "his", "her", "their", "on", "(", "-", "*":
		return true
	}
	return false
}

// collects lists words after which "of" introduces a list: "consists of".
func collects(w string) bool {
	switch w {
	case "consists", "consist", "consisting", "composed", "comprised", "made", "set", "list", "series", "one", "each", "any", "all":
		return true
	}
	return false
}

func frameWord(w string) bool {
	switch w {
	case "are", "were", "be", "has", "have", "had", "contains", "contain", "includes", "include", "define", "defines", "defined", "introduce", "introduces", "introduced",
		"propose", "proposes", "proposed", "make", "makes", "made", "add", "adds", "added", "fix", "fixes", "fixed", "provide", "provides", "offer", "offers", "support", "supports",
		"consider", "considered", "consists", "following", "for", "in", "these", "into", "need", "needs", "require", "requires", "use", "uses", "take", "takes", "see", "list", "lists",
		"describe", "describes", "specify", "specifies", "believe", "means", "exist", "recommend", "recommends", "suggest", "suggests", "set", "sets", "name", "names", "covers", "comprises", "identified", "found", "by", "to", "with", "through", "receives", "received", "at":
		return true
	}
	return false
}

// unbound tells whether a number is no count of the list: a selection from
// it ("two of the following", "one or more"), or a change ("from four to two").
func unbound(toks []token.Token, from, end int) bool {
	for i := from; i < min(end+2, len(toks)); i++ {
		if toks[i].Lower != "of" || i+1 >= len(toks) {
			continue
		}
		switch toks[i+1].Lower {
		case "these", "them":
			return true
		case "the": // "four members of the board" are all of them
			if i < end || i+2 < len(toks) && toks[i+2].Lower == "following" {
				return true
			}
		}
	}
	if toks[from].Lower == "both" || from > 1 && toks[from-1].Lower == "of" && rank(toks[from-2].Lower) {
		return true
	}
	for i := max(from-3, 0); i < from; i++ {
		switch toks[i].Lower {
		case "every", "each", "any":
			if toks[i+1].Lower != "of" {
				return true
			}
		case "first", "last", "next", "other", "remaining", "than", "least", "most", "from", "best", "between":
			return toks[i].Lower != "from" || end < len(toks) && toks[end].Lower == "to"
		}
	}
	return false
}

// rank lists words that pick one place out of a row: "the second of three".
func rank(w string) bool {
	switch w {
	case "first", "second", "third", "fourth", "fifth", "last", "latest", "half", "most", "part", "best":
		return true
	}
	return false
}
