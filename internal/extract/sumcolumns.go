package extract

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
)

// relation is one way in which a column of percentages may come about.
type relation struct {
	of          fact.SumOf
	first       int // column of the part, or of the figure after
	second      int // column of the whole, or of the figure before; -1 for the total row of first, -2 for all its rows
	total       int // row of the total, for second -1
	agree, rows int
}

const mostShareColumns = 8

// shareResults finds how the columns of percentages are reckoned, by what most
// of their rows show, and gives their figures as results of that.
func (s *sumTable) shareResults() {
	var numbers []int
	for c := 1; c < len(s.headers); c++ {
		n := 0
		for r := range s.rows {
			if s.has[r][c] && !s.cells[r][c].percent {
				n++
			}
		}
		if n >= 3 {
			numbers = append(numbers, c)
		}
	}
	if len(numbers) == 0 || len(numbers) > mostShareColumns {
		return
	}
	for c := 1; c < len(s.headers); c++ {
		if s.percentColumn(c) {
			s.shareColumn(c, numbers)
		}
	}
}

// percentColumn reports whether a column holds percentages: by its cells or by
// its header.
func (s *sumTable) percentColumn(c int) bool {
	h := s.headers[c]
	if strings.Contains(h, "%") || holdsWord(h, "percent", "percentage", "per cent", "share", "pct") {
		return true
	}
	marked, all := 0, 0
	for r := range s.rows {
		if s.has[r][c] {
			all++
			if s.cells[r][c].percent {
				marked++
			}
		}
	}
	return all >= 2 && marked*2 > all
}

// shareColumn tries all relations for a column and emits the best.
func (s *sumTable) shareColumn(c int, numbers []int) {
	var best relation
	for _, rel := range s.relations(c, numbers) {
		s.test(c, &rel)
		if rel.agree > best.agree {
			best = rel
		}
	}
	if best.agree < 2 || best.agree*3 < best.rows*2 {
		return
	}
	if best.second == -2 && s.largerTotal(c, &best) {
		return
	}
	group := s.group
	s.group++
	for r := range s.rows {
		if parts, ok := s.partsOf(r, c, &best); ok {
			s.emit(r, c, best.of, [][]fact.Figure{parts}, group, false, false)
		}
	}
}

// largerTotal reports whether all percentages of a column that gives no total
// are right of one that is larger than what its rows add up to: the table may
// leave out small rows. Each row that rounds to its percentage leaves an
// interval for the total; these must have a number in common.
func (s *sumTable) largerTotal(c int, rel *relation) bool {
	const places = 6
	var least, most, sum decimal.Decimal
	for r := range s.rows {
		parts, ok := s.partsOf(r, c, rel)
		if !ok {
			continue
		}
		p := s.cells[r][c]
		half := decimal.New(5, int32(p.ulp)-1)
		lo, hi := p.value.Sub(half), p.value.Add(half)
		if lo.Sign() <= 0 {
			continue // too small to tell
		}
		sum = sum.Add(parts[0].Value)
		part := parts[0].Value.Mul(hundred)
		least = decimal.Max(least, part.DivRound(hi, places))
		if m := part.DivRound(lo, places); most.IsZero() || m.LessThan(most) {
			most = m
		}
	}
	return least.GreaterThan(sum) && least.LessThanOrEqual(most)
}

// relations lists what may be tried: shares of a column's total, shares of
// another column, changes between two columns.
func (s *sumTable) relations(c int, numbers []int) []relation {
	var out []relation
	for _, a := range numbers {
		if a == c {
			continue
		}
		for r, class := range s.rows {
			if class == rowTotal && s.has[r][a] {
				out = append(out, relation{of: fact.Share, first: a, second: -1, total: r})
			}
		}
		if !s.partial && s.additive(a) && !slices.Contains(s.rows, rowContinue) && !slices.Contains(s.rows, rowTotal) {
			out = append(out, relation{of: fact.Share, first: a, second: -2})
		}
		for _, b := range numbers {
			if b != a && b != c {
				out = append(out, relation{of: fact.Share, first: a, second: b}, relation{of: fact.Change, first: a, second: b})
			}
		}
	}
	return out
}

// partsOf are the parts of the percentage in row r by a relation.
func (s *sumTable) partsOf(r, c int, rel *relation) ([]fact.Figure, bool) {
	if !s.has[r][c] || !s.has[r][rel.first] || s.rows[r] == rowContinue {
		return nil, false
	}
	if rel.second == -2 {
		all, complete, ok := s.parts(r, rel.first, 0, len(s.rows), []rowClass{rowPlain})
		if !ok || !complete || s.rows[r] != rowPlain || len(all) < 3 || len(all) > 60 {
			return nil, false
		}
		return append([]fact.Figure{s.figure(r, rel.first)}, all...), true
	}
	if rel.second < 0 {
		if s.rows[r] != rowPlain || r > rel.total && s.plainBelow(rel.total) == 0 {
			return nil, false
		}
		return []fact.Figure{s.figure(r, rel.first), s.figure(rel.total, rel.first)}, true
	}
	if !s.has[r][rel.second] || s.cells[r][rel.second].value.IsZero() {
		return nil, false
	}
	return []fact.Figure{s.figure(r, rel.first), s.figure(r, rel.second)}, true
}

func (s *sumTable) plainBelow(r int) int {
	n := 0
	for _, class := range s.rows[r+1:] {
		if class == rowPlain {
			n++
		}
	}
	return n
}

// test counts the rows in which a relation gives the percentage. Rows that
// nearly any relation gives, of nought or all, are left out.
func (s *sumTable) test(c int, rel *relation) {
	for r := range s.rows {
		parts, ok := s.partsOf(r, c, rel)
		if !ok || len(parts) == 2 && parts[1].Value.IsZero() {
			continue
		}
		p := s.cells[r][c]
		if p.value.IsZero() || p.value.Abs().Equal(hundred) {
			continue
		}
		rel.rows++
		whole := parts[1].Value
		for _, more := range parts[2:] {
			whole = whole.Add(more.Value)
		}
		if whole.IsZero() {
			continue
		}
		got := parts[0].Value.Mul(hundred).DivRound(whole, 6)
		if rel.of == fact.Change {
			got = got.Sub(hundred)
		}
		half := decimal.New(6, int32(p.ulp)-1)
		if got.Sub(p.value).Abs().LessThanOrEqual(half) {
			rel.agree++
		}
	}
}
