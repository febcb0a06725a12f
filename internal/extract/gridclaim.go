package extract

import (
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// claimsBeside reads the claims of a block beside a table.
func (g *gridder) claimsBeside(block int, caption bool) bool {
	x := g.x
	if block == source.None || x.doc.Blocks[block].Kind == source.Code || x.doc.Blocks[block].Quoted || !x.marks[block].has(markNumber) {
		return false
	}
	found, done := g.read[block]
	if done {
		return found
	}
	b := x.doc.Blocks[block].Span
	var all []source.Span
	token.Sentences(x.doc.Text, b.Start, b.End, func(s, e int) { all = append(all, source.Span{Start: s, End: e}) })
	const reach = 3 // sentences at the end of an introduction, and at the beginning of what follows
	for i, s := range all {
		if len(all)-i <= reach || i < reach {
			found = g.sentence(block, s, caption, i == len(all)-1) || found
		}
	}
	g.read[block] = found
	return found
}

// numberClaims reads the sentences of a document that name tables by number.
func (g *gridder) numberClaims() {
	x := g.x
	for i, b := range x.doc.Blocks {
		if b.Kind != source.Paragraph && b.Kind != source.Item || b.Quoted || !x.marks[i].has(markNumber) || g.read[i] {
			continue
		}
		text := x.doc.TextOf(b)
		if !strings.Contains(text, "Table ") || captionNumber(text) != "" {
			continue
		}
		g.sentencesWith(i, "Table ")
	}
}

// fileClaims reads the sentences that name a file of rows.
func (g *gridder) fileClaims() {
	x := g.x
	for at := 0; ; {
		k := strings.Index(x.doc.Text[at:], ".csv")
		if k < 0 {
			return
		}
		at += k
		i := sort.Search(len(x.doc.Blocks), func(i int) bool { return x.doc.Blocks[i].Span.End > at })
		if i == len(x.doc.Blocks) {
			return
		}
		if b := x.doc.Blocks[i]; b.Span.Start <= at && b.Kind != source.Code && b.Kind != source.Cell && !b.Quoted && x.marks[i].has(markNumber) {
			g.sentencesWith(i, ".csv")
		}
		at = max(at+1, x.doc.Blocks[i].Span.End)
	}
}

// sentencesWith reads the sentences of a block that have a word in them.
func (g *gridder) sentencesWith(block int, word string) {
	x := g.x
	x.pieces(x.doc.Blocks[block].Span, func(p source.Span) {
		token.Sentences(x.doc.Text, p.Start, p.End, func(s, e int) {
			if strings.Contains(x.doc.Text[s:e], word) {
				g.sentence(block, source.Span{Start: s, End: e}, false, false)
			}
		})
	})
}

// tableMeant is the table that a sentence speaks of.
type tableMeant struct {
	at            int // the token that names it, -1 for none
	number, file  string
	beside, above bool
}

// tableIn finds it.
func tableIn(toks []token.Token, text string) tableMeant {
	for i, t := range toks {
		switch {
		case t.Lower == "table" && i+1 < len(toks) && toks[i+1].Kind == token.Number && t.Cap():
			return tableMeant{at: i, number: strings.TrimRight(toks[i+1].Text, "."), beside: false}
		case t.Lower == "table" && i+1 < len(toks) && (toks[i+1].Lower == "below" || toks[i+1].Lower == "above"):
			return tableMeant{at: i, beside: true, above: toks[i+1].Lower == "above"}
		case t.Lower == "table" && i > 0 && (toks[i-1].Lower == "following" || toks[i-1].Lower == "this" || toks[i-1].Lower == "next" || toks[i-1].Lower == "the"):
			return tableMeant{at: i, beside: true}
		case strings.HasSuffix(t.Lower, ".csv"):
			from := t.Start
			for from > 0 && strings.IndexByte(" \n\t`\"'()/", text[from-1]) < 0 {
				from--
			}
			return tableMeant{at: i, file: strings.ToLower(text[from:t.End])}
		}
	}
	return tableMeant{at: -1}
}

// sentence reads the claims of one sentence.
func (g *gridder) sentence(block int, s source.Span, caption, last bool) (found bool) {
	x := g.x
	toks := x.tokens(s)
	spoken := tableIn(toks, x.doc.Text)
	for j := 0; j < len(toks); {
		q, n, ok := quantity.Parse(toks, j)
		if !ok {
			j++
			continue
		}
		if c := g.claim(block, toks, q, j, j+n, spoken, caption, last); c != nil {
			x.facts = append(x.facts, c)
			found = true
			if c.Table != "" {
				g.asked[c.Table] = true
			}
			toks = x.tokens(s)
		}
		j += n
	}
	return found
}

// claim reads one number; nil where it is not said of a table.
func (g *gridder) claim(block int, toks []token.Token, q quantity.Quantity, from, to int, spoken tableMeant, caption, last bool) *fact.GridClaim {
	x := g.x
	if !q.ListCountable() || ofWhich(toks, from) || labelNumber(toks, from) {
		return nil
	}
	lc := x.listClaim(block, toks, q, from, to)
	if lc == nil || lc.Noun == "" || lc.Parenthesis {
		return nil
	}
	lc.Last = last
	end := from
	for end < len(toks) && toks[end].End <= lc.Span.End {
		end++
	}
	if narrowed(toks, end) {
		return nil
	}
	c := &fact.GridClaim{Base: lc.Base, Quantity: q, NumberAt: lc.NumberAt, Noun: x.own(lexicon.Singular(lc.Noun)), General: lc.General, Caption: caption}
	c.OfRows, c.OfColumns = rowNoun(c.Noun), c.Noun == "column"
	c.Table, c.File, c.Above = x.own(spoken.number), x.own(spoken.file), spoken.above || lc.Above && !lc.Following
	c.Tallied = g.isTallied(c.NumberAt.Span)
	switch {
	case caption:
		c.Table = ""
		if !captioned(toks, from) {
			return nil
		}
	case spoken.at >= 0 && spoken.at < from:
		ok, weak := tabulates(toks, spoken.at, from)
		if !ok {
			return nil
		}
		c.Weak = weak
	case spoken.at >= end:
		ok, weak := tabulated(toks, end, spoken.at)
		if !ok {
			return nil
		}
		c.Weak = weak
	case lc.Following && !lc.Aside:
	case lc.Last && lc.Colon && lc.Introduces && (lc.Ends || lc.Alone) && !lc.Aside:
	case lc.Last && lc.Colon:
		c.Weak, c.General = true, false
	case !caption && lc.Introduces && (lc.Ends || lc.Alone) && !lc.Above && !lc.Aside:
		c.Weak = true
	default:
		return nil
	}
	return c
}

// isTallied reports whether a number is read as one of different things that
// columns are held against.
func (g *gridder) isTallied(s source.Span) bool {
	if g.tallied == nil {
		g.tallied = map[source.Span]bool{}
		for _, f := range g.x.facts {
			if t, ok := f.(*fact.Tally); ok && t.Covers {
				g.tallied[t.NumberAt.Span] = true
			}
		}
	}
	return g.tallied[s]
}

// narrowed reports whether the words behind a noun narrow it to what a table
// need not be about: "12 countries with …" stays, "of which" and "that" go.
func narrowed(toks []token.Token, end int) bool {
	if end >= len(toks) {
		return false
	}
	switch toks[end].Lower {
	case "that", "which", "who", "whose", "not", "without", "and", "or", "per", "each", "'":
		return true
	}
	return false
}

// rowNoun lists words for the rows of a table.
func rowNoun(w string) bool {
	switch w {
	case "row", "entry", "line", "record", "item", "observation":
		return true
	}
	return false
}

// tabulates reports whether a verb between the table's name and the number
// makes the things counted what the table lists; weak where it lists
// something of theirs ("shows the results for five lakes").
func tabulates(toks []token.Token, table, from int) (ok, weak bool) {
	for i := from - 1; i > table; i-- {
		switch toks[i].Lower {
		case "lists", "shows", "has", "contains", "gives", "names", "presents", "records", "holds", "comprises", "covers", "includes", "describes", "details", "summarises", "summarizes", "enumerates", "out", "listing", "with", "(":
			return true, weak
		case "all", "the", "only", "these", "those", "our", "its", "total", "of", "a", "exactly", "just", "now", "currently":
		case "data", "for", "on", "figures", "results", "values", "numbers", "from", "how", "in", "what", "each", "by", "per":
			weak = true
		default:
			return false, false
		}
	}
	return false, false
}

// tabulated reports whether the things counted are said to be listed in the
// table ("the 12 countries are listed in Table 2"); weak where the table only
// tells of them ("12 countries took part, as the table shows").
func tabulated(toks []token.Token, end, table int) (ok, weak bool) {
	const reach = 8 // tokens
	if table-end > reach {
		return false, false
	}
	listed, in := false, false
	for i, t := range toks[end:table] {
		switch t.Lower {
		case "listed", "shown", "given", "named", "set", "tabulated", "summarised", "summarized", "presented", "described", "recorded", "found":
			listed = true
		case "see":
			listed, in = true, true
		case "in", "by", "of":
			in = true
		case "as":
			listed, in = true, true
			weak = weak || i > 1
		case "are", "were", "is", "out", "the", "following", ",", "(", "all", "`", "file":
		default:
			if listed {
				return false, false
			}
			weak = true
		}
	}
	return in && (listed || table-end <= 3 && !weak), weak
}

// captioned reports whether the number opens a caption: "Table 2: The six
// largest ports".
func captioned(toks []token.Token, from int) bool {
	for i := range from {
		switch t := toks[i]; {
		case t.Kind == token.Punct, i == 0 && t.Lower == "table", i == 1 && t.Kind == token.Number, t.Lower == "the", t.Lower == "our", t.Lower == "all", t.Lower == "list", t.Lower == "of", t.Kind == token.Number && i < 5:
		default:
			return false
		}
	}
	return true
}
