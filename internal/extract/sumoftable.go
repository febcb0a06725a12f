package extract

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// toldTotals finds sentences beside a table that give the total of one of its
// columns: "The nine pledges add up to 45.5 million euros." Such a sentence says
// how many rows there are, so that there is no doubt that all of them are meant.
func (s *sumTable) toldTotals() {
	if s.partial || slices.Contains(s.rows, rowContinue) {
		return
	}
	plain := 0
	for _, class := range s.rows {
		switch class {
		case rowPlain:
			plain++
		case rowSection:
		default:
			return // the table has its own total, or parts of parts
		}
	}
	if plain < 3 {
		return
	}
	for _, block := range s.beside() {
		b := s.x.doc.Blocks[block]
		if b.Quoted || b.Kind != source.Paragraph || !s.x.marks[block].has(markNumber) {
			continue
		}
		token.Sentences(s.x.doc.Text, b.Span.Start, b.Span.End, func(from, to int) {
			s.toldTotal(block, source.Span{Start: from, End: to}, plain)
		})
	}
}

// beside are the blocks right before and behind the table.
func (s *sumTable) beside() []int {
	var out []int
	if i := s.table.Intro; i != source.None {
		out = append(out, i)
	}
	last := source.None
	for _, row := range s.table.Rows {
		for _, b := range row {
			last = max(last, b)
		}
	}
	if last != source.None && last+1 < len(s.x.doc.Blocks) {
		out = append(out, last+1)
	}
	return out
}

// toldTotal reads one sentence: the number of rows first, the total behind the
// words that say that they are added up.
func (s *sumTable) toldTotal(block int, at source.Span, rows int) {
	if at.Len() > longestTold {
		return
	}
	toks := s.x.tokens(at)
	counted := -1
	var noun string
	for i := 0; i < len(toks); {
		if i > 0 && toks[i].Lower == "up" && strings.HasPrefix(toks[i-1].Lower, "add") {
			i += 2 // "add up to 45" is no bound
			continue
		}
		q, n, ok := quantity.Parse(toks, i)
		if !ok {
			i++
			continue
		}
		end := i + n
		switch {
		case counted < 0:
			if k, exact := q.Interval.Int(); !exact || k != rows || end >= len(toks) || toks[end].Kind != token.Word {
				return
			}
			counted, noun = i, lexicon.Stem(toks[end].Stem())
		case addsUp(toks[counted:i]):
			s.tellTotal(block, toks, q, i, end, noun)
			return
		default:
			return
		}
		i = end
	}
}

// addsUp reports whether words say that what they speak of is added up.
func addsUp(toks []token.Token) bool {
	for i, t := range toks {
		switch t.Lower {
		case "together", "combined", "altogether", "totalling", "totaling", "jointly":
			return true
		case "add", "adds", "added", "sum", "sums", "amount", "amounts", "come", "comes":
			if i+1 < len(toks) && (toks[i+1].Lower == "up" || toks[i+1].Lower == "to") {
				return true
			}
		case "total":
			if i > 0 && toks[i-1].Lower != "a" && toks[i-1].Lower != "the" {
				return true // "the pledges total 45.5 million"
			}
			return i+1 < len(toks) && toks[i+1].Lower == "of"
		case "in":
			if i+1 < len(toks) && (toks[i+1].Lower == "all" || toks[i+1].Lower == "total") {
				return true
			}
		}
	}
	return false
}

// tellTotal makes the fact of a total for the one column that it can be of: the
// only one with figures that can be added, whose header or whose rows' header
// has a word of the sentence.
func (s *sumTable) tellTotal(block int, toks []token.Token, q quantity.Quantity, from, end int, noun string) {
	if !q.Exact || q.Is(quantity.Percent|quantity.Range|quantity.Rate|quantity.Fraction) || !q.Interval.Known {
		return
	}
	column := s.columnOf(toks, end, noun)
	if column < 0 {
		return
	}
	value, ulp := q.Interval.Lo, q.Place
	if p := s.power(column); p != 0 && value.GreaterThan(decimal.New(1, int32(p))) {
		value, ulp = value.Shift(-int32(p)), ulp-p
	}
	var parts []fact.Figure
	for r, class := range s.rows {
		switch {
		case class != rowPlain:
		case !s.has[r][column]:
			return
		default:
			parts = append(parts, s.figure(r, column))
		}
	}
	span := source.Span{Start: toks[from].Start, End: toks[end-1].End}
	result := fact.Figure{Place: s.x.place(block, span), Value: value, Ulp: ulp}
	s.x.facts = append(s.x.facts, &fact.Sum{
		Base: fact.Base{Place: result.Place, Surface: surface(s.x.doc.Text[span.Start:span.End])},
		Of:   fact.Total, Result: result, Readings: [][]fact.Figure{parts}, Group: span.Start + proseGroups, Prose: true,
	})
}

// columnOf is the column that a total is of, -1 where that is not sure.
func (s *sumTable) columnOf(toks []token.Token, end int, noun string) int {
	column := -1
	for c := 1; c < len(s.headers); c++ {
		if !s.additive(c) || s.percentColumn(c) || !s.has[0][c] {
			continue
		}
		if column >= 0 {
			return -1 // two columns could be meant
		}
		column = c
	}
	if column < 0 {
		return -1
	}
	words := []string{noun}
	for _, t := range toks[end:min(len(toks), end+3)] {
		if t.Kind == token.Word && !lexicon.Plain(t.Lower) {
			words = append(words, lexicon.Stem(t.Stem()))
		}
	}
	for _, h := range []string{s.headers[0], s.headers[column]} {
		for _, w := range strings.FieldsFunc(h, func(r rune) bool { return !isLetter(byte(r)) || r > 127 }) {
			if slices.Contains(words, lexicon.Stem(w)) {
				return column
			}
		}
	}
	return -1
}

// power is the power of ten that a column's header says its figures are in.
func (s *sumTable) power(c int) int8 {
	switch h := s.headers[c]; {
	case holdsWord(h, "billion", "billions", "bn"):
		return 9
	case holdsWord(h, "million", "millions", "m", "mn", "€m", "£m", "$m"):
		return 6
	case holdsWord(h, "thousand", "thousands", "'000", "000s", "k€"):
		return 3
	}
	return 0
}
