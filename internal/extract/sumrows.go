package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
)

// rowResults finds the rows that add up or average the rows above or below
// them, in each column.
func (s *sumTable) rowResults() {
	for r, class := range s.rows {
		if class != rowTotal && class != rowMean {
			continue
		}
		of := fact.Total
		if class == rowMean {
			of = fact.Mean
		}
		group := s.group
		s.group++
		for c := range s.headers {
			if !s.has[r][c] || of == fact.Total && (!s.additive(c) || s.cells[r][c].percent && !s.wholeShare(r, c)) {
				continue
			}
			readings, gaps := s.readings(r, c)
			s.emit(r, c, of, readings, group, false, gaps)
		}
	}
}

// wholeShare reports whether a percentage in a row of totals is the whole.
func (s *sumTable) wholeShare(r, c int) bool {
	return s.cells[r][c].value.Equal(hundred)
}

// readings lists what the figure at r, c may add up: the rows since the total
// above it, all rows above it, the totals above it, or the rows below it.
func (s *sumTable) readings(r, c int) (readings [][]fact.Figure, gaps bool) {
	add := func(from, to int, classes ...rowClass) {
		parts, complete, ok := s.parts(r, c, from, to, classes)
		gaps = gaps || !complete
		if ok && !slices.ContainsFunc(readings, func(have []fact.Figure) bool { return sameFigures(have, parts) }) {
			readings = append(readings, parts)
		}
	}
	since := s.behindLast(r, 0, rowTotal, rowMean)
	section := s.behindLast(r, since, rowSection)
	if r > section {
		add(section, r, rowPlain)
	}
	if section > since {
		add(since, r, rowPlain)
	}
	if since > 0 {
		add(0, r, rowPlain)
		add(0, r, rowTotal)
		s.subtotalsAndRest(r, c, since, &readings)
	}
	if slices.Contains(s.rows[section:r], rowOfWhich) {
		add(section, r, rowPlain, rowOfWhich)
	}
	if len(readings) == 0 || r == section || r == since {
		end := r + 1
		for end < len(s.rows) && s.rows[end] != rowTotal && s.rows[end] != rowSection && s.rows[end] != rowMean {
			end++
		}
		add(r+1, end, rowPlain)
		add(r+1, end, rowPlain, rowOfWhich)
		add(r+1, len(s.rows), rowPlain)
	}
	return readings, gaps
}

// behindLast is the index behind the last row of some classes between from and
// r, from where there is none.
func (s *sumTable) behindLast(r, from int, classes ...rowClass) int {
	for i := r - 1; i >= from; i-- {
		if slices.Contains(classes, s.rows[i]) {
			return i + 1
		}
	}
	return from
}

// parts are the figures of column c in rows of some classes. complete is false
// where some have none, ok where percentages and numbers are mixed.
func (s *sumTable) parts(r, c, from, to int, classes []rowClass) (parts []fact.Figure, complete, ok bool) {
	complete = true
	for i := from; i < to; i++ {
		switch {
		case !slices.Contains(classes, s.rows[i]):
		case !s.has[i][c]:
			complete = false
		case s.cells[i][c].percent != s.cells[r][c].percent:
			return nil, complete, false
		default:
			parts = append(parts, s.figure(i, c))
		}
	}
	return parts, complete, true
}

// subtotalsAndRest adds the reading of the totals above with the rows that come
// behind the last of them.
func (s *sumTable) subtotalsAndRest(r, c, since int, readings *[][]fact.Figure) {
	var parts []fact.Figure
	for i := range r {
		if (s.rows[i] == rowTotal || s.rows[i] == rowPlain && i >= since) && s.has[i][c] {
			parts = append(parts, s.figure(i, c))
		}
	}
	for _, have := range *readings {
		if sameFigures(have, parts) {
			return
		}
	}
	*readings = append(*readings, parts)
}

func sameFigures(a, b []fact.Figure) bool {
	return slices.EqualFunc(a, b, func(x, y fact.Figure) bool { return x.Span == y.Span })
}

// columnResults finds columns that add up the others of their row.
func (s *sumTable) columnResults() {
	for c, h := range s.headers {
		if !totalHeader(h) {
			continue
		}
		group := s.group
		s.group++
		from := 1
		for k := c - 1; k > 0; k-- {
			if totalHeader(s.headers[k]) {
				from = k + 1
				break
			}
		}
		for r, class := range s.rows {
			if class == rowSection || class == rowOther || class == rowContinue || !s.has[r][c] || s.cells[r][c].percent {
				continue
			}
			s.emit(r, c, fact.Total, s.alongReadings(r, c, from), group, true, false)
		}
	}
}

// alongReadings lists what a column of totals may add up in a row: the figures
// before it, or those behind where it comes first.
func (s *sumTable) alongReadings(r, c, from int) [][]fact.Figure {
	pick := func(lo, hi int) []fact.Figure {
		var parts []fact.Figure
		for k := lo; k < hi; k++ {
			if s.has[r][k] && s.additive(k) && !s.cells[r][k].percent {
				parts = append(parts, s.figure(r, k))
			}
		}
		return parts
	}
	readings := [][]fact.Figure{pick(from, c)}
	if from > 1 {
		readings = append(readings, pick(1, c))
	}
	if c == 1 || len(readings[0]) < 2 {
		readings = append(readings, pick(c+1, len(s.headers)))
	}
	return readings
}

// totalHeader reports whether a column's header says that it adds up others.
func totalHeader(h string) bool {
	h = strings.Trim(h, " *_")
	switch h {
	case "total", "totals", "sum", "all", "overall", "combined", "in all", "grand total", "altogether":
		return true
	}
	return strings.HasPrefix(h, "total ") && !strings.Contains(h, " per ") || strings.HasSuffix(h, " total")
}
