package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
)

// balances finds rows that give what is left of one total after another:
// "Surplus" under "Total income" and "Total expenditure".
func (s *sumTable) balances() {
	for r := range s.rows {
		of := balanceLabel(s.labels[r])
		if !of {
			continue
		}
		in, out := s.totalAbove(r, earnings), s.totalAbove(r, spendings)
		if in < 0 || out < 0 {
			continue
		}
		group := s.group
		s.group++
		for c := range s.headers {
			if !s.has[r][c] || !s.has[in][c] || !s.has[out][c] || s.cells[r][c].percent || !s.additive(c) {
				continue
			}
			a, b := s.figure(in, c), s.figure(out, c)
			b.Value = b.Value.Abs() // spending may be written as negative
			readings := [][]fact.Figure{{a, b}}
			if !s.cells[r][c].value.IsNegative() {
				readings = append(readings, []fact.Figure{b, a}) // a deficit written without its sign
			}
			s.emit(r, c, fact.Difference, readings, group, false, false)
		}
	}
}

// balanceLabel reports whether a row is labelled as what is left of income.
func balanceLabel(label string) bool {
	words := strings.FieldsFunc(label, func(r rune) bool {
		return r == ' ' || r == '/' || r == '(' || r == ')' || r == '-' || r == ':' || r == '*'
	})
	const most = 5
	if len(words) == 0 || len(words) > most {
		return false
	}
	i := 0
	if words[0] == "net" || words[0] == "operating" || words[0] == "annual" {
		i++
	}
	if i == len(words) {
		return words[0] == "net"
	}
	switch words[i] {
	case "surplus", "deficit", "profit", "loss", "result":
	default:
		return false
	}
	for _, w := range words[i+1:] {
		switch w {
		case "surplus", "deficit", "for", "the", "year", "of", "loss", "period", "or", "month", "quarter":
		default: // before tax, after transfers
			return false
		}
	}
	return true
}

func earnings(w string) bool {
	switch w {
	case "income", "revenue", "revenues", "receipts", "proceeds":
		return true
	}
	return false
}

func spendings(w string) bool {
	switch w {
	case "expenditure", "expenses", "spending", "costs", "payments", "expense", "outgoings", "expenditures":
		return true
	}
	return false
}

// totalAbove is the only row above r that is a total of such things, -1 where
// there is none or are several.
func (s *sumTable) totalAbove(r int, kind func(string) bool) int {
	at := -1
	for i := range r {
		if s.rows[i] != rowTotal {
			if balanceLabel(s.labels[i]) {
				return -1
			}
			continue
		}
		words := strings.Fields(s.labels[i])
		if len(words) > 3 || !kind(strings.Trim(words[len(words)-1], ":*")) && !(len(words) > 1 && kind(words[0])) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}
