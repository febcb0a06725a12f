package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// findOrdinals makes facts of what is told one by one behind a number:
// "There are two reasons. First, … Second, …".
func (x *extractor) findOrdinals(claims map[int]bool) {
	for i, b := range x.doc.Blocks {
		if b.Kind != source.Paragraph && b.Kind != source.Item || b.Quoted || !x.marks[i].has(markNumber) {
			continue
		}
		text := x.doc.TextOf(b)
		inside := strings.Contains(text, "First") || strings.Contains(text, "The first")
		behind := i+1 < len(x.doc.Blocks) && x.doc.Blocks[i+1].Kind == source.Paragraph && firstly(x.doc.TextOf(x.doc.Blocks[i+1]))
		if inside || behind {
			x.ordinalsAt(i, claims)
		}
	}
}

// firstly reports whether a text opens a row of ordinals.
func firstly(text string) bool {
	text = strings.TrimLeft(text, " *_")
	return strings.HasPrefix(text, "First,") || strings.HasPrefix(text, "Firstly") || strings.HasPrefix(text, "The first") || strings.HasPrefix(text, "First ")
}

// ordinalsAt reads the sentence with the number before the first ordinal of a
// block or of the next one, and the ordinals behind it.
func (x *extractor) ordinalsAt(block int, claims map[int]bool) {
	all := x.sentencesFrom(block)
	for k := 1; k < len(all); k++ {
		if !firstly(x.doc.Text[all[k].span.Start:all[k].span.End]) {
			if all[k].block != block {
				return
			}
			continue
		}
		if all[k-1].block != block {
			return
		}
		c := x.lastClaim(block, x.tokens(all[k-1].span))
		if c == nil || c.Above || !c.Introduces || c.Aside || !c.Ends && !c.Alone {
			return
		}
		f := x.ordinalFact(block, all[k:])
		if len(f.Items) < 2 {
			return
		}
		x.facts = append(x.facts, f)
		if !claims[block] {
			x.facts = append(x.facts, c)
		}
		return
	}
}

// sentenceOf is a sentence with its block.
type sentenceOf struct {
	block int
	span  source.Span
}

// sentencesFrom are the sentences of a block and of those behind it in the
// same section, up to a list or another thing.
func (x *extractor) sentencesFrom(block int) []sentenceOf {
	const reach = 12 // blocks
	var out []sentenceOf
	for i := block; i < len(x.doc.Blocks) && i < block+reach; i++ {
		b := x.doc.Blocks[i]
		if i > block && (b.Kind != source.Paragraph && b.Kind != source.Code || b.Heading != x.doc.Blocks[block].Heading) || b.Span.Len() > longestText {
			break
		}
		if b.Kind == source.Code {
			continue
		}
		token.Sentences(x.doc.Text, b.Span.Start, b.Span.End, func(s, e int) {
			out = append(out, sentenceOf{i, source.Span{Start: s, End: e}})
		})
	}
	return out
}

// ordinalFact collects the sentences that the ordinals open, in turn. It is
// broken where another may have come without one.
func (x *extractor) ordinalFact(intro int, all []sentenceOf) *fact.List {
	f := &fact.List{Intro: intro, Before: source.None, After: source.None, Shape: "ordinals", Labels: nil}
	closed := false
	for _, s := range all {
		toks := x.tokens(source.Span{Start: s.span.Start, End: min(s.span.End, s.span.Start+listReach)})
		if len(toks) == 0 || closed {
			continue
		}
		n, last, other := opensWith(toks)
		switch {
		case n == 1 && len(f.Items) > 0:
			return f // another row begins
		case n == len(f.Items)+1 || last && len(f.Items) > 0:
			closed = last
			f.Items = append(f.Items, x.place(s.block, s.span))
			f.Heads = append(f.Heads, nil)
			f.Labels = append(f.Labels, 0)
		case n > 0 || other:
			f.Broken = true
		}
	}
	if len(f.Items) > 0 {
		f.Base = fact.Base{Place: f.Items[0]}
	}
	return f
}

// opensWith reads the ordinal with which a sentence opens: "First,",
// "Secondly,", "The third"; last for "Finally,", other for words that may add
// one more.
func opensWith(toks []token.Token) (n int, last, other bool) {
	i := 0
	for i < len(toks) && i < 2 && (toks[i].Lower == "the" || toks[i].Lower == "and" || toks[i].Kind == token.Punct) {
		i++
	}
	if i == len(toks) {
		return 0, false, false
	}
	if v, ok := quantity.Ordinal(toks[i]); ok {
		if i+2 < len(toks) && (toks[i+1].Lower == "and" || toks[i+1].Lower == "two" || toks[i+1].Lower == "three" || toks[i+1].Text == ",") {
			_, more := quantity.Ordinal(toks[i+2])
			other = more || toks[i+1].Kind == token.Word && toks[i+1].Lower != "and"
		}
		if other {
			return 0, false, true // "The first and second …"
		}
		return v, false, false
	}
	switch w := toks[i].Lower; w {
	case "finally", "lastly", "last":
		return 0, true, false
	case "another", "also", "further", "furthermore", "moreover", "additionally", "in", "then", "next", "other", "besides", "one", "there", "but", "as":
		return 0, false, w != "in" && w != "there" && w != "but" && w != "as" || i+1 < len(toks) && toks[i+1].Lower == "addition"
	default:
		if strings.HasSuffix(w, "ly") {
			t := toks[i]
			t.Lower, t.Text = strings.TrimSuffix(w, "ly"), strings.TrimSuffix(w, "ly")
			if v, ok := quantity.Ordinal(t); ok {
				return v, false, false
			}
		}
	}
	for _, t := range toks {
		if w := t.Lower; w == "another" || w == "third" || w == "fourth" || w == "finally" || w == "lastly" {
			other = true
		}
	}
	return 0, false, other
}
