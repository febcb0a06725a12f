package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

const (
	mostCells   = 600 // of a table whose cells are read; what has more is data
	longestCell = 30  // bytes of a cell that holds a number
)

// table reads the numbers of a table whose rows have a name.
func (s *stater) table(n int) {
	t := &s.x.doc.Tables[n]
	if len(t.Rows) == 0 || len(t.Rows)*len(t.Rows[0]) > mostCells || s.found > mostStated {
		return
	}
	var heads []cellLabel
	for _, b := range t.Header {
		heads = append(heads, s.label(b))
	}
	for _, row := range t.Rows {
		if len(row) < 2 || row[0] == source.None {
			continue
		}
		if label := s.label(row[0]); len(label.words) > 0 && !label.number {
			s.row(row, label, heads)
		}
	}
}

// cellLabel is what the cell at the front of a row or column says.
type cellLabel struct {
	words, limits, names []string
	m                    measure
	number               bool
}

// label reads a cell that names a row or column.
func (s *stater) label(block int) cellLabel {
	var l cellLabel
	if block == source.None {
		return l
	}
	b := s.x.doc.Blocks[block].Span
	toks := s.x.tokens(source.Span{Start: b.Start, End: min(b.End, b.Start+200)})
	if len(toks) > 0 && toks[0].Kind == token.Number && yearIn(toks[0].Text) == "" {
		l.number = true
	}
	for i := range toks {
		if u, ok := unitIn(toks, i); ok {
			l.m = u
			continue
		}
		w, ok := s.word(toks, i)
		if !ok {
			continue
		}
		if w.limit != "" {
			l.limits = append(l.limits, w.limit)
		} else if w.stem != "" {
			l.words = append(l.words, w.stem)
			if toks[i].Cap() && (i > 0 || w.name) {
				l.names = append(l.names, w.stem)
			}
		}
	}
	return l
}

// unitIn reads a unit in brackets or behind a comma: "(km)", "(€ thousand)".
func unitIn(toks []token.Token, i int) (measure, bool) {
	if i == 0 || toks[i-1].Text != "(" && toks[i-1].Text != "," && toks[i-1].Text != "[" {
		return measure{}, false
	}
	if toks[i].Text == "%" || toks[i].Lower == "percent" {
		return measure{dimension: dimPercent, unit: "%"}, true
	}
	if c := lexicon.CurrencyOf(toks[i].Text); c != "" {
		m := measure{dimension: c, unit: toks[i].Text}
		if i+1 < len(toks) {
			m.factor = lexicon.Measure{Num: 1, Exp: powerWord(toks[i+1].Lower)}
		}
		return m, true
	}
	if f, ok := lexicon.MeasureOf(toks[i].Lower); ok {
		return measure{dimension: f.Dimension, unit: toks[i].Lower, factor: f}, true
	}
	return measure{}, false
}

func powerWord(w string) int32 {
	switch w {
	case "thousand", "thousands", "k":
		return 3
	case "million", "millions", "m", "mn":
		return 6
	case "billion", "billions", "bn":
		return 9
	}
	return 0
}

// row reads the numbers of one row.
func (s *stater) row(row []int, label cellLabel, heads []cellLabel) {
	var made []*fact.Stated
	for c := 1; c < len(row); c++ {
		if row[c] == source.None {
			continue
		}
		var head cellLabel
		if c < len(heads) {
			head = heads[c]
		}
		if f := s.cell(row[c], label, head, len(row)); f != nil {
			made = append(made, f)
		}
	}
	for _, f := range made {
		for _, o := range made {
			if o != f && len(f.Beside) < 8 {
				f.Beside = append(f.Beside, o.Digits)
			}
		}
		s.x.facts = append(s.x.facts, f)
		s.found++
	}
}

// cell reads a cell that holds a number and perhaps its unit.
func (s *stater) cell(block int, label, head cellLabel, columns int) *fact.Stated {
	b := s.x.doc.Blocks[block]
	if b.Span.Len() == 0 || b.Span.Len() > longestCell || b.Quoted || !s.x.marks[block].has(markNumber) {
		return nil
	}
	toks := s.x.tokens(b.Span)
	i := 0
	for i < len(toks) && strings.Trim(toks[i].Text, "*_~+") == "" {
		i++
	}
	if i >= len(toks) || !quantity.Starts(toks[i]) {
		return nil
	}
	q, _, ok := quantity.Parse(toks, i)
	if !ok || q.Style != quantity.Figures || !q.Exact || q.Start != i {
		return nil
	}
	v := statedValue{q: q, from: i}
	v.m, v.to = measureAt(toks, q)
	for k := v.to; k < len(toks); k++ {
		if strings.Trim(toks[k].Text, "*_~") != "" {
			return nil
		}
	}
	digits := plainDigits(toks[numberToken(toks, q)].Text)
	if len(digits) < 2 || q.Is(quantity.Change|quantity.Range) {
		return nil
	}
	if v.m.dimension == dimNone || v.m.dimension == dimNumber {
		v.m = measure{dimension: dimNumber}
		for _, l := range []cellLabel{head, label} {
			if l.m.dimension != "" {
				v.m = l.m
			}
		}
	}
	f := &fact.Stated{Base: s.x.base(block, source.Span{Start: toks[i].Start, End: toks[v.to-1].End})}
	f.Label = set(append([]string(nil), label.words...))
	f.Near = set(append(append([]string(nil), label.words...), head.words...))
	f.Names = set(append(append([]string(nil), label.names...), head.names...))
	f.Limits = set(append(append([]string(nil), label.limits...), head.limits...))
	f.Heads, f.Topics, f.Published = s.headWords(block), s.allTopics(), s.x.date
	s.measure(f, &v, digits)
	if len(f.Near) > mostNear || columns < 2 {
		return nil
	}
	return f
}
