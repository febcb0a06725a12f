package extract

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
)

// learned is a way in which a column may come about from others of its row.
type learned struct {
	of       fact.SumOf
	from, to int // columns of the parts; for a difference the two themselves
}

const mostLearned = 14 // columns of a table in which relations are looked for

// learnedResults finds columns that most rows show to be the sum of columns
// beside them (games played of those won, drawn and lost) or the difference of
// two others (goals for and against), though nothing says so.
func (s *sumTable) learnedResults() {
	if len(s.headers) > mostLearned || len(s.rows) < 4 {
		return
	}
	for c := 1; c < len(s.headers); c++ {
		if totalHeader(s.headers[c]) || s.percentColumn(c) {
			continue
		}
		var best learned
		agree, rows := 0, 0
		for _, l := range s.learnable(c) {
			if a, n := s.try(c, l); a > agree {
				best, agree, rows = l, a, n
			}
		}
		if agree < 3 || agree*4 < rows*3 {
			continue
		}
		group := s.group
		s.group++
		for r := range s.rows {
			if parts, ok := s.learnedParts(r, c, best); ok {
				s.emit(r, c, best.of, [][]fact.Figure{parts}, group, true, false)
			}
		}
	}
}

// learnable lists what may be tried for column c.
func (s *sumTable) learnable(c int) []learned {
	const most = 5 // parts
	var out []learned
	if differenceHeader(s.headers[c]) {
		return s.learnableDifferences(c)
	}
	for n := 2; n <= most; n++ {
		if c-n >= 1 && !s.hasDifference(c-n, c) {
			out = append(out, learned{fact.Total, c - n, c})
		}
		if c+1+n <= len(s.headers) && !s.hasDifference(c+1, c+1+n) {
			out = append(out, learned{fact.Total, c + 1, c + 1 + n})
		}
	}
	return out
}

// hasDifference reports whether one of some columns holds differences, which
// add up to what they were taken from.
func (s *sumTable) hasDifference(from, to int) bool {
	return slices.ContainsFunc(s.headers[from:to], differenceHeader)
}

// learnableDifferences lists the pairs of columns that c may be the difference
// of.
func (s *sumTable) learnableDifferences(c int) []learned {
	var out []learned
	for a := 1; a < len(s.headers); a++ {
		for b := 1; b < len(s.headers); b++ {
			if a != b && a != c && b != c {
				out = append(out, learned{fact.Difference, a, b})
			}
		}
	}
	return out
}

// differenceHeader reports whether a column says that it holds differences.
func differenceHeader(h string) bool {
	return holdsWord(h, "change", "difference", "diff", "gd", "net", "balance", "margin", "majority", "variance", "surplus", "deficit", "increase", "decrease", "gain", "lead") || h == "+/-" || h == "+/−" || h == "±" || h == "+/–"
}

// learnedParts are the parts of the figure at r, c.
func (s *sumTable) learnedParts(r, c int, l learned) (parts []fact.Figure, ok bool) {
	if !s.has[r][c] || s.cells[r][c].percent || s.rows[r] == rowContinue || s.rows[r] == rowOther || s.rows[r] == rowMean {
		return nil, false
	}
	cols := []int{l.from, l.to}
	if l.of == fact.Total {
		cols = cols[:0]
		for k := l.from; k < l.to; k++ {
			cols = append(cols, k)
		}
	}
	for _, k := range cols {
		if !s.has[r][k] || s.cells[r][k].percent || s.cells[r][k].money != s.cells[r][c].money {
			return nil, false
		}
		parts = append(parts, s.figure(r, k))
	}
	return parts, true
}

// try counts the rows in which a relation holds. Rows with a part of nought
// tell nothing about it.
func (s *sumTable) try(c int, l learned) (agree, rows int) {
	for r := range s.rows {
		parts, ok := s.learnedParts(r, c, l)
		if !ok {
			continue
		}
		rows++
		sum, idle := decimal.Zero, 0
		for i, p := range parts {
			if p.Value.IsZero() {
				idle++
			}
			if i > 0 && l.of == fact.Difference {
				sum = sum.Sub(p.Value)
			} else {
				sum = sum.Add(p.Value)
			}
		}
		if sum.Equal(s.cells[r][c].value) && len(parts)-idle >= 2 && !sum.IsZero() {
			agree++
		}
	}
	return agree, rows
}
