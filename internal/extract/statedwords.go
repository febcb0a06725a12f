package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// findWords finds the words of a sentence that say what it is about.
func (s *stater) findWords(toks []token.Token) {
	s.words = s.words[:0]
	k := 0
	for i := range toks {
		for k < len(s.values) && i >= s.values[k].to {
			k++
		}
		if k < len(s.values) && i >= s.values[k].from && i < s.values[k].q.End && yearIn(toks[i].Text) == "" {
			if s.values[k].skip && versioned(toks, i) {
				s.words = append(s.words, statedWord{tok: i, limit: s.x.own(toks[i].Text)})
			}
			continue // part of a value: "more than 5 per cent"
		}
		if w, ok := s.word(toks, i); ok {
			s.words = append(s.words, w)
		}
	}
}

// word reads token i: a limit, a year, a name, or a word of content.
func (s *stater) word(toks []token.Token, i int) (statedWord, bool) {
	t := &toks[i]
	if t.Kind == token.Number {
		if y := yearIn(t.Text); y != "" {
			return statedWord{tok: i, limit: s.x.own(y)}, true
		}
		return statedWord{}, false
	}
	if t.Kind != token.Word || len(t.Lower) < 2 || strings.Contains(t.Lower, ".") || s.x.literal(source.Span{Start: t.Start, End: t.End}) || address(toks, i) {
		return statedWord{}, false
	}
	lower := t.Stem()
	name := isName(toks, i)
	if l := lexicon.Limit(lower); l != "" && (!name || l == lower) {
		w := statedWord{tok: i, limit: s.x.own(l)}
		if l != "not" && len(l) > 3 && l != "more" && l != "less" {
			w.stem = s.x.own(lexicon.Attribute(s.stems.Of(lower)))
		}
		return w, true
	}
	if lexicon.Plain(lower) {
		return statedWord{}, false
	}
	if len(lower) < 3 && !name {
		return statedWord{}, false
	}
	return statedWord{tok: i, stem: s.x.own(lexicon.Attribute(s.stems.Of(lower))), name: name}, true
}

// versioned reports whether a number tells which one of several things of a
// name is meant: "Corvid 4.1", "version 3".
func versioned(toks []token.Token, i int) bool {
	if toks[i].Kind != token.Number || i == 0 {
		return false
	}
	switch toks[i-1].Lower {
	case "version", "versions", "release", "v", "no", "number", "nr", "phase", "stage", "round", "lot", "unit", "block", "line", "class", "grade", "type", "level", "group", "room":
		return true
	}
	return toks[i-1].Cap() && !lexicon.Plain(toks[i-1].Lower)
}

// address reports whether a word is part of an address or a path.
func address(toks []token.Token, i int) bool {
	joint := func(k int) bool {
		return k >= 0 && k < len(toks) && !toks[max(k, i)].Space && (toks[k].Text == "/" || toks[k].Text == "=" || toks[k].Text == "&" || toks[k].Text == "_")
	}
	return joint(i-1) || joint(i+1) && i+2 < len(toks) && !toks[i+2].Space || toks[i].Lower == "https"
}

// isName reports whether a word is a name by its capital: inside a sentence,
// or at its beginning before another, or all in capitals.
func isName(toks []token.Token, i int) bool {
	t := &toks[i]
	if !t.Cap() {
		return false
	}
	if i > 0 && toks[i-1].Kind == token.Word || i > 0 && toks[i-1].Text == "," {
		return true
	}
	if len(t.Text) >= 2 && len(t.Text) <= 6 && strings.ToUpper(t.Text) == t.Text {
		return true
	}
	return i+1 < len(toks) && toks[i+1].Cap() && toks[i+1].Space
}

// yearIn is a year of four figures, empty for other numbers.
func yearIn(w string) string {
	if len(w) != 4 || w[0] != '1' && w[0] != '2' || w[0] == '2' && w[1] > '1' || w[0] == '1' && w[1] < '5' {
		return ""
	}
	for i := range 4 {
		if w[i] < '0' || w[i] > '9' {
			return ""
		}
	}
	return w
}

// context gathers the words around value k of a sentence, and the noun that
// it is an amount of.
func (s *stater) context(block int, toks []token.Token, k int) (c fact.Context, head string) {
	v := &s.values[k]
	from, to := s.reach(toks, k)
	for i := range s.words {
		w := &s.words[i]
		if w.tok >= v.from && w.tok < v.to && w.tok != v.m.head {
			if w.limit != "" {
				c.Limits = append(c.Limits, w.limit)
			}
			continue
		}
		near := w.tok >= from && w.tok < to
		if w.limit != "" && (near || w.limit[0] <= '9' && (yearIn(w.limit) == "" || w.tok <= 2)) {
			c.Limits = append(c.Limits, w.limit)
		}
		if w.stem == "" || w.limit != "" {
			continue
		}
		if w.tok == v.m.head && v.m.head > 0 {
			head = w.stem
		}
		switch {
		case near && len(c.Near) < mostNear:
			c.Near = append(c.Near, w.stem)
		case !near && len(c.Far) < mostFar:
			c.Far = append(c.Far, w.stem)
		default:
			continue
		}
		if w.name {
			c.Names = append(c.Names, w.stem)
		}
	}
	if head == "" {
		head = s.amountOf(toks, v)
	}
	c.Near, c.Far, c.Names, c.Limits = set(c.Near), set(c.Far), set(c.Names), set(c.Limits)
	c.Heads, c.Topics, c.Published = s.headWords(block), s.allTopics(), s.x.date
	return c, head
}

// amountOf is the stem of the noun in "a surplus of", "the height is".
func (s *stater) amountOf(toks []token.Token, v *statedValue) string {
	for i := v.from - 1; i >= max(0, v.from-4); i-- {
		if toks[i].Text == ":" && i == v.from-1 && i > 0 && toks[i-1].Kind == token.Word {
			return s.x.own(lexicon.Attribute(s.stems.Of(toks[i-1].Stem())))
		}
		if toks[i].Kind != token.Word {
			return ""
		}
		switch toks[i].Lower {
		case "of", "is", "was", "were", "are", "about", "around", "some", "nearly", "over", "than", "more", "at", "to", "stands", "reached":
			continue
		}
		if lexicon.Plain(toks[i].Lower) || lexicon.Limit(toks[i].Lower) != "" || i == v.from-1 {
			return ""
		}
		return s.x.own(lexicon.Attribute(s.stems.Of(toks[i].Stem())))
	}
	return ""
}

// reach is the stretch of tokens that belongs to value k: up to the values
// beside it, where a comma parts them, and to brackets and strong marks.
func (s *stater) reach(toks []token.Token, k int) (from, to int) {
	v := &s.values[k]
	stop, end := 0, len(toks)
	if k > 0 {
		stop = s.values[k-1].to
	}
	if k+1 < len(s.values) {
		end = s.values[k+1].from
	}
	from = v.from
	comma := -1
	for from > stop && !setsApart(toks[from-1].Text) {
		from--
		if toks[from].Text == "," || toks[from].Lower == "and" {
			comma = from
		}
	}
	if k > 0 && from == stop && comma > 0 {
		from = comma
	}
	to = v.to
	comma = -1
	for to < end && !setsApart(toks[to].Text) {
		if toks[to].Text == "," && comma < 0 {
			comma = to
		}
		to++
	}
	if k+1 < len(s.values) && to == end && comma > 0 {
		to = comma
	}
	return from, to
}

func setsApart(mark string) bool {
	switch mark {
	case ";", "(", ")", "—", "–", "[", "]", "|":
		return true
	}
	return false
}

// set sorts words and drops what is there twice.
func set(words []string) []string {
	if len(words) == 0 {
		return nil
	}
	slices.Sort(words)
	return slices.Clip(slices.Compact(words))
}

// headWords are the words of the heading above a block.
func (s *stater) headWords(block int) []string {
	h := s.x.doc.Blocks[block].Heading
	if h == source.None {
		return nil
	}
	if words, ok := s.heads[h]; ok {
		return words
	}
	var words []string
	for _, t := range token.Append(nil, s.x.doc.Text, s.x.doc.Blocks[h].Span.Start, min(s.x.doc.Blocks[h].Span.End, s.x.doc.Blocks[h].Span.Start+200)) {
		if t.Kind == token.Number || t.Kind == token.Word && len(t.Lower) > 1 && !lexicon.Plain(t.Lower) {
			words = append(words, s.x.own(lexicon.Attribute(s.stems.Of(t.Stem()))))
		}
	}
	words = set(words)
	s.heads[h] = words
	return words
}

// allTopics are the names that the document uses.
func (s *stater) allTopics() fact.NameSet {
	if !s.named {
		s.named = true
		s.topics = (&tallier{x: s.x}).allNames()
	}
	return s.topics
}
