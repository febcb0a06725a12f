package extract

import (
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// findLists makes facts of the sentences that say how many items a list has,
// and of the lists beside them.
func (x *extractor) findLists() {
	claims := map[int]bool{} // by block: whether it holds such a sentence
	for i := range x.doc.Lists {
		l := &x.doc.Lists[i]
		if l.Kind == source.Dated || len(l.Items) == 0 {
			continue
		}
		intro, before, after := x.aroundList(l)
		claimed := false
		for _, b := range []int{intro, before, after} {
			if b == source.None {
				continue
			}
			if _, done := claims[b]; !done {
				claims[b] = x.listClaims(b)
			}
			claimed = claimed || claims[b]
		}
		if claimed {
			x.facts = append(x.facts, x.listFact(i, intro, before, after))
		}
	}
}

// aroundList finds the blocks that may speak of a list: its introduction, the
// block before that, the one behind the list.
func (x *extractor) aroundList(l *source.List) (intro, before, after int) {
	intro, before, after = l.Intro, source.None, source.None
	if intro == source.None {
		intro = x.lookedIntro(l.Items[0].First)
	}
	if intro != source.None && x.doc.Blocks[intro].Kind == source.Paragraph && leadsOn(x.doc.TextOf(x.doc.Blocks[intro])) {
		before = x.blockBefore(intro)
	}
	if last := l.Items[len(l.Items)-1].Last; last != source.None {
		after = x.blockAfter(last, l)
	}
	return intro, before, after
}

// listFact describes one list.
func (x *extractor) listFact(i, intro, before, after int) *fact.List {
	l := &x.doc.Lists[i]
	first := l.Items[0]
	f := &fact.List{Intro: intro, Before: before, After: after, Depth: l.Depth, Shape: shapeName(l.Kind)}
	f.Base = fact.Base{Place: x.place(max(first.First, 0), source.Span{Start: first.Span.Start, End: l.Items[len(l.Items)-1].Span.End})}
	for _, it := range l.Items {
		at := it.Span
		if it.First != source.None {
			at = x.doc.Blocks[it.First].Span
			toks := x.tokens(at)
			f.Heads = append(f.Heads, headStems(toks))
			if joined(toks) {
				f.Joined++
			}
		}
		f.Items = append(f.Items, x.place(max(it.First, 0), at))
		f.Labels = append(f.Labels, label(it.Marker))
	}
	f.Nested, f.More = x.neighbours(i)
	return f
}

func shapeName(k source.ListKind) string {
	switch k {
	case source.Numbered:
		return "numbered"
	case source.Definition:
		return "definition"
	case source.Dated:
		return "dated"
	}
	return "bulleted"
}

// leadsOn reports whether a paragraph only leads from the one before it to the
// list: "They are:", "In order of size:", "Namely:".
func leadsOn(text string) bool {
	const longest = 80 // bytes; more says something of its own
	text = strings.TrimSpace(text)
	if len(text) > longest {
		return false
	}
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	switch strings.Trim(first, ",:*_") {
	case "they", "these", "those", "namely", "specifically", "briefly", "in", "as", "here", "the", "it", "here's", "for", "to", "note", "summary", "roughly":
		return strings.HasSuffix(strings.TrimRight(text, "*_ "), ":")
	}
	return false
}

// lookedIntro finds the block that introduces a list by its look alone: the
// one directly above, where it ends in a colon. Lettered paragraphs below a
// numbered one stand so in contracts.
func (x *extractor) lookedIntro(first int) int {
	if first <= 0 || first == source.None {
		return source.None
	}
	b := x.doc.Blocks[first-1]
	if b.Kind != source.Paragraph && b.Kind != source.Item || !strings.HasSuffix(strings.TrimRight(x.doc.TextOf(b), " \n*_"), ":") {
		return source.None
	}
	return first - 1
}

// blockBefore is the block before b in the same section, if it is a
// paragraph outside lists.
func (x *extractor) blockBefore(b int) int {
	i := b - 1
	if i < 0 || x.doc.Blocks[i].Kind != source.Paragraph || x.doc.Blocks[i].List != x.doc.Blocks[b].List {
		return source.None
	}
	return i
}

// blockAfter is the paragraph that directly follows a list.
func (x *extractor) blockAfter(last int, l *source.List) int {
	i := last + 1
	if i >= len(x.doc.Blocks) {
		return source.None
	}
	if b := x.doc.Blocks[i]; b.Kind != source.Paragraph || b.Heading != l.Heading {
		return source.None
	}
	return i
}

const headWords = 12 // words of an item among which the counted noun is looked for

func headStems(toks []token.Token) []string {
	var out []string
	for _, t := range toks {
		if t.Kind != token.Word {
			continue
		}
		out = append(out, strings.Clone(lexicon.Stem(t.Stem())))
		if len(out) == headWords {
			break
		}
	}
	return out
}

// joined reports whether an item names two things: a short one ("forks and
// knives"), or one that begins with a plural ("Bugs in the index and …").
func joined(toks []token.Token) bool {
	const short = 8 // tokens; longer items are sentences, where "and" is common
	if len(toks) > short && !pluralNoun(toks[0]) {
		return false
	}
	for _, t := range toks {
		if t.Lower == "and" || len(toks) <= short && (t.Text == "&" || t.Text == "," || t.Text == "/") {
			return true
		}
	}
	return false
}

// label is the number in an item's marker, 0 where it has none.
func label(marker string) int {
	n, err := strconv.Atoi(strings.Trim(marker, "().#[] "))
	if err == nil {
		return n
	}
	s := strings.ToLower(strings.Trim(marker, "()."))
	if len(s) == 1 && s[0] >= 'a' && s[0] <= 'z' {
		return int(s[0]-'a') + 1
	}
	return 0
}

// neighbours counts the items one level deeper, and those of lists of the
// same kind that stand close behind in the same section.
func (x *extractor) neighbours(i int) (nested, more int) {
	l := &x.doc.Lists[i]
	last := l.Items[len(l.Items)-1].Last
	for j := i + 1; j < len(x.doc.Lists); j++ {
		o := &x.doc.Lists[j]
		switch {
		case o.Parent == i:
			nested += len(o.Items)
		case o.Kind == l.Kind && o.Depth == l.Depth && o.Parent == l.Parent && o.Heading == l.Heading && len(o.Items) > 0 && !x.introducedAnew(o) && goesOn(l, o):
			if first := o.Items[0].First; first != source.None && last != source.None && first-last <= 3 {
				more += len(o.Items)
				last = o.Items[len(o.Items)-1].Last
			}
		case o.Heading != l.Heading && o.Depth == 0:
			return nested, more
		}
	}
	return nested, more
}

// goesOn reports whether a list can be the rest of another: bullets can, a
// numbered list only if it does not begin again.
func goesOn(l, o *source.List) bool {
	return l.Kind != source.Numbered || label(o.Items[0].Marker) > 1
}

// introducedAnew reports whether a list has an introduction of its own, so
// that it does not go on with the one before.
func (x *extractor) introducedAnew(l *source.List) bool {
	if l.Intro == source.None {
		return false
	}
	b := x.doc.Blocks[l.Intro]
	return b.Kind == source.Heading || strings.HasSuffix(strings.TrimRight(x.doc.TextOf(b), " \n*_"), ":")
}

// listClaims reads the numbers in a block that may say how many items the
// list beside it has, and reports whether there are any.
func (x *extractor) listClaims(block int) (found bool) {
	b := x.doc.Blocks[block]
	if b.Kind == source.Code || !x.marks[block].has(markNumber) {
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
			x.facts = append(x.facts, c)
			found = true
		}
	}
	return found
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
		if q.ListCountable() {
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
	if x.doc.Blocks[block].Kind == source.Heading && from > 1 {
		return nil // a heading that only mentions a number: "Play 3 questions"
	}
	c := &fact.ListClaim{Quantity: q}
	c.Colon = len(toks) > 0 && toks[len(toks)-1].Text == ":"
	c.Parenthesis = parenthesised(toks, from, to)
	end, noun := to, to
	if !c.Parenthesis {
		if noun = listNoun(toks, to); noun == to {
			return nil
		}
		end = noun
		t := toks[noun-1]
		c.Noun, c.NounStem = strings.Clone(t.Lower), strings.Clone(lexicon.Stem(t.Stem()))
		c.General = lexicon.NounOf(t.Stem()) == lexicon.ListNoun
		if lexicon.NounOf(t.Stem()) == lexicon.TimeNoun {
			return nil
		}
	}
	c.Following, c.Above = pointing(toks, from, end)
	c.Introduces = introduces(toks, from, end)
	c.Ends = endsSentence(toks[end:])
	if unbound(toks, from, end) || enumerated(toks, from, end, c.Parenthesis) {
		return nil
	}
	c.Base = x.base(block, source.Span{Start: toks[from].Start, End: toks[end-1].End})
	c.NumberAt = x.numberAt(block, toks, q)
	return c
}

func parenthesised(toks []token.Token, from, to int) bool {
	if from == 0 || to >= len(toks) || toks[from-1].Text != "(" || toks[to].Text != ")" {
		return false
	}
	rest := toks[to+1:]
	return len(rest) == 0 || len(rest) == 1 && rest[0].Text == ":"
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
			following = following || toks[i-1].Lower == "as"
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
		if toks[i].Lower == "of" && i+1 < len(toks) && (toks[i+1].Lower == "the" || toks[i+1].Lower == "these" || toks[i+1].Lower == "them") {
			return true
		}
	}
	if toks[from].Lower == "both" || from > 1 && toks[from-1].Lower == "of" && rank(toks[from-2].Lower) {
		return true
	}
	for i := max(from-3, 0); i < from; i++ {
		switch toks[i].Lower {
		case "first", "last", "next", "other", "remaining", "than", "least", "most", "every", "each", "any", "from", "best", "between":
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
