package extract

import (
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
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
	x.findLettered(claims)
	x.findBack(claims)
	x.findHeaded(claims)
	x.findOrdinals(claims)
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
	f := &fact.List{Log: x.entries[first.First] != nil, Intro: intro, Before: before, After: after, Depth: l.Depth, Shape: shapeName(l.Kind)}
	f.Base = fact.Base{Place: x.place(max(first.First, 0), source.Span{Start: first.Span.Start, End: l.Items[len(l.Items)-1].Span.End})}
	for _, it := range l.Items {
		at := it.Span
		if it.First != source.None {
			at = x.doc.Blocks[it.First].Span
			toks := x.tokens(at)
			f.Heads = append(f.Heads, headStems(toks))
			if joined(toks) || x.twoCodes(toks) {
				f.Joined++
			}
			if spare(toks) {
				f.Spare++
			}
		}
		f.Items = append(f.Items, x.place(max(it.First, 0), at))
		f.Labels = append(f.Labels, label(it.Marker))
	}
	f.Nested, f.Parents, f.More = x.neighbours(i)
	if intro != source.None {
		f.Led = x.ledBy(intro)
		f.Called = x.calledIn(intro)
	}
	if l.Heading != source.None && l.Heading != intro {
		f.Called = append(f.Called, x.calledIn(l.Heading)...)
	}
	return f
}

// calledIn are the stems of the plurals in the last words of a block.
func (x *extractor) calledIn(block int) []string {
	const reach = 200 // bytes
	s := x.doc.Blocks[block].Span
	if s.Len() > reach {
		s = x.sentenceAt(block, source.Span{Start: s.End - 1, End: s.End})
	}
	var out []string
	for _, t := range x.tokens(s) {
		if t.Kind == token.Word && pluralNoun(t) {
			out = append(out, strings.Clone(lexicon.Stem(t.Stem())))
		}
	}
	return out
}

// ledBy reports whether the last sentence of a block ends in a colon and does
// more than to lead on from the one before it.
func (x *extractor) ledBy(block int) bool {
	text := strings.TrimRight(x.doc.TextOf(x.doc.Blocks[block]), " \n*_")
	if !strings.HasSuffix(text, ":") {
		return false
	}
	last := strings.LastIndexAny(text, ".!?")
	return last < 0 || !leadsOn(text[last+1:])
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
	if twoOwners(toks) {
		return true
	}
	if len(toks) > short && !pluralNoun(toks[0]) {
		return false
	}
	for _, t := range toks {
		if t.Lower == "and" || len(toks) <= short && (t.Text == "&" || t.Text == "/") {
			return true
		}
	}
	return false
}

// twoOwners reports whether an item begins with two names that own several
// things: "Ann Weber and Jon Halm's terms …".
func twoOwners(toks []token.Token) bool {
	and := false
	for i, t := range toks[:min(len(toks), 8)] {
		switch {
		case t.Lower == "and" && i > 0:
			and = true
		case t.Kind != token.Word || !t.Cap():
			return false
		case and && t.Possessive():
			return i+1 < len(toks) && pluralNoun(toks[i+1])
		}
	}
	return false
}

// twoCodes reports whether an item names two things in code: "… exchange
// `offer` and `answer`".
func (x *extractor) twoCodes(toks []token.Token) bool {
	const reach = 60 // tokens
	for i := 1; i+1 < len(toks) && i < reach; i++ {
		if toks[i].Lower == "and" && x.literal(source.Span{Start: toks[i-1].Start, End: toks[i-1].End}) && x.literal(source.Span{Start: toks[i+1].Start, End: toks[i+1].End}) {
			return true
		}
	}
	return false
}

// spare reports whether an item may be no item of its own: a note, an example,
// "and so on", a label of what follows.
func spare(toks []token.Token) bool {
	const short = 4 // tokens of a label
	if len(toks) == 0 || len(toks) <= short && toks[len(toks)-1].Text == ":" {
		return true
	}
	if toks[0].Text == "[" && toks[len(toks)-1].Text == "]" {
		return true // a stage direction
	}
	if toks[0].Text == "(" && len(toks) > 1 {
		toks = toks[1:]
	}
	switch toks[0].Lower {
	case "provisional", "provisionally", "tentative", "possibly", "perhaps", "maybe", "withdrawn", "cancelled", "postponed", "plus", "reserve", "note", "notes", "example", "examples", "e.g", "etc", "others", "other", "optional", "optionally", "see", "hint", "tip", "remark", "warning", "…", "...", "importantly", "bonus", "todo", "tbd", "none", "also", "total", "totals", "subtotal", "overall", "altogether":
		return true
	case "and":
		return len(toks) > 1 && (toks[1].Lower == "so" || toks[1].Lower == "more" || toks[1].Lower == "others")
	case "for":
		return len(toks) > 1 && toks[1].Lower == "example"
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

// farList is how many blocks behind a list no other goes on with it, mostItems
// how many items nobody counts.
const (
	farList   = 40
	mostItems = 300
)

// neighbours counts the items one level deeper, the items that they stand in, and
// those of lists of the
// same kind that stand close behind in the same section.
func (x *extractor) neighbours(i int) (nested, parents, more int) {
	l := &x.doc.Lists[i]
	within := -1
	last := l.Items[len(l.Items)-1].Last
	for j := i + 1; j < len(x.doc.Lists); j++ {
		o := &x.doc.Lists[j]
		if more > mostItems || len(o.Items) > 0 && o.Items[0].First > last+farList && last != source.None {
			return nested, parents, more
		}
		switch {
		case o.Parent == i:
			nested += len(o.Items)
			if o.ParentItem != within {
				within = o.ParentItem
				parents++
			}
		case o.Kind == l.Kind && o.Depth == l.Depth && o.Parent == l.Parent && o.Heading == l.Heading && len(o.Items) > 0 && !x.introducedAnew(o) && goesOn(l, o):
			if first := o.Items[0].First; first != source.None && last != source.None && x.textBetween(last, first) <= 3 {
				more += len(o.Items)
				last = o.Items[len(o.Items)-1].Last
			}
		case o.Heading != l.Heading && o.Depth == 0:
			return nested, parents, more
		}
	}
	return nested, parents, more
}

// textBetween is the distance of two blocks, code left out.
func (x *extractor) textBetween(from, to int) int {
	const reach = 12 // blocks
	if to-from > reach {
		return to - from
	}
	n := 0
	for i := from + 1; i <= to; i++ {
		if x.doc.Blocks[i].Kind != source.Code {
			n++
		}
	}
	return n
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
