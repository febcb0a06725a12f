package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// findLettered makes facts of lists that a format does not know as such:
// paragraphs, or lines of one paragraph, that begin with (a), (b), (c) in
// turn, with a sentence before them that says how many they are.
func (x *extractor) findLettered(claims map[int]bool) {
	for i := 1; i < len(x.doc.Blocks); i++ {
		if x.doc.Blocks[i].Kind != source.Paragraph || x.doc.Blocks[i].List != source.None {
			continue
		}
		items, last := x.letteredFrom(i)
		if len(items) < 2 {
			continue
		}
		intro := i - 1
		if x.doc.Blocks[intro].Heading == x.doc.Blocks[i].Heading || intro == x.doc.Blocks[i].Heading {
			if _, done := claims[intro]; !done {
				claims[intro] = x.listClaims(intro)
			}
			if claims[intro] {
				x.addLettered(intro, items)
			}
		}
		i = last
	}
}

func (x *extractor) addLettered(intro int, items []fact.Place) {
	f := &fact.List{Intro: intro, Before: source.None, After: source.None, Items: items, Shape: "lettered"}
	f.Base = fact.Base{Place: items[0]}
	f.Span.End = items[len(items)-1].Span.End
	for n := range items {
		f.Heads = append(f.Heads, headStems(x.tokens(items[n].Span)))
		f.Labels = append(f.Labels, n+1)
	}
	x.facts = append(x.facts, f)
}

// letteredFrom collects the lettered items that begin at block i, over the
// paragraphs that follow it; last is the last block among them.
func (x *extractor) letteredFrom(i int) (items []fact.Place, last int) {
	last = i
	for b := i; b < len(x.doc.Blocks); b++ {
		bl := x.doc.Blocks[b]
		if bl.Kind != source.Paragraph || bl.List != source.None || bl.Heading != x.doc.Blocks[i].Heading {
			break
		}
		found := x.letteredLines(b, len(items))
		if len(found) == 0 {
			break
		}
		items, last = append(items, found...), b
	}
	return items, last
}

// letteredLines finds the lines of a paragraph that carry the letters that
// come next after the first n. The paragraph must begin with one.
func (x *extractor) letteredLines(b, n int) []fact.Place {
	s := x.doc.Blocks[b].Span
	text := x.doc.Text[s.Start:s.End]
	var out []fact.Place
	for from := 0; from < len(text); {
		end := len(text)
		if k := strings.IndexByte(text[from:], '\n'); k >= 0 {
			end = from + k
		}
		line := strings.TrimLeft(text[from:end], " \t")
		switch {
		case hasLetter(line, n+len(out)):
			start := s.Start + end - len(line)
			out = append(out, x.place(b, source.Span{Start: start, End: s.Start + end}))
		case from == 0:
			return nil
		}
		from = end + 1
	}
	return out
}

// hasLetter reports whether a line begins with the nth letter, from 0, in
// parentheses: "(c) ".
func hasLetter(line string, n int) bool {
	return n < 26 && len(line) > 4 && line[0] == '(' && line[1] == byte('a'+n) && line[2] == ')' && line[3] == ' '
}
