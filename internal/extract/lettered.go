package extract

import (
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// findLettered makes facts of lists that a format does not know as such:
// paragraphs, or lines of one paragraph, that begin with (a), (b), (c) or the
// like in turn, with a sentence before them that says how many they are.
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
	style, ok := styleOf(strings.TrimLeft(x.doc.TextOf(x.doc.Blocks[i]), " \t"))
	if !ok {
		return nil, i
	}
	const reach = 12 // blocks between two items of one list
	for b := i; b < len(x.doc.Blocks) && b-last <= reach; b++ {
		bl := x.doc.Blocks[b]
		if bl.Kind == source.Heading || bl.Heading != x.doc.Blocks[i].Heading {
			break
		}
		if bl.Kind != source.Paragraph || bl.List != source.None {
			continue
		}
		if found := x.letteredLines(b, len(items), style); len(found) > 0 {
			items, last = append(items, found...), b
		}
	}
	return items, last
}

// letteredLines finds the lines of a paragraph that carry the labels that
// come next after the first n. The paragraph must begin with one.
func (x *extractor) letteredLines(b, n int, style labelStyle) []fact.Place {
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
		case style.labels(line, n+len(out)):
			start := s.Start + end - len(line)
			out = append(out, x.place(b, source.Span{Start: start, End: s.Start + end}))
		case from == 0:
			return nil
		}
		from = end + 1
	}
	return out
}

// labelStyle is how the paragraphs of a list are labelled: "(a)", "2)", "iii."
type labelStyle struct {
	open  bool // a parenthesis before the label
	close byte
	kind  byte // 'a', '1', 'i'
}

// styleOf reads the style off the first label.
func styleOf(line string) (labelStyle, bool) {
	if line == "" || strings.IndexByte("(ai1", line[0]) < 0 {
		return labelStyle{}, false
	}
	for _, open := range [...]bool{true, false} {
		for _, close := range [...]byte{')', '.'} {
			for _, kind := range [...]byte{'a', '1', 'i'} {
				s := labelStyle{open, close, kind}
				if !(open && close == '.') && !(kind != '1' && close == '.') && s.labels(line, 0) {
					return s, true
				}
			}
		}
	}
	return labelStyle{}, false
}

// smallRoman is the nth Roman numeral in small letters, from 0; empty beyond
// the twelfth.
func smallRoman(n int) string {
	romans := [...]string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"}
	if n >= len(romans) {
		return ""
	}
	return romans[n]
}

// labels reports whether a line begins with the nth label of the style, from
// 0: "(c) ".
func (s labelStyle) labels(line string, n int) bool {
	if s.open {
		if line == "" || line[0] != '(' {
			return false
		}
		line = line[1:]
	}
	label := ""
	switch {
	case s.kind == 'a' && n < 26:
		label = string(rune('a' + n))
	case s.kind == '1':
		label = strconv.Itoa(n + 1)
	case s.kind == 'i' && smallRoman(n) != "":
		label = smallRoman(n)
	default:
		return false
	}
	rest, ok := strings.CutPrefix(line, label)
	return ok && len(rest) > 2 && rest[0] == s.close && rest[1] == ' '
}
