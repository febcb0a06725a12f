package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// rowClass tells what a row of a table does for its totals.
type rowClass uint8

const (
	rowPlain    rowClass = iota
	rowTotal             // it adds others up
	rowMean              // it is the mean of others
	rowOfWhich           // a part of the row above, already counted there
	rowSection           // a heading within the table, without figures
	rowOther             // figures that are no parts: medians, targets, changes
	rowContinue          // "…": rows are left out
)

// sumTable is a table while its totals are looked for.
type sumTable struct {
	x       *extractor
	table   *source.Table
	rows    []rowClass
	labels  []string       // of the rows, in lower case
	cells   [][]cellNumber // figures, valid where has
	has     [][]bool
	blank   [][]bool // empty, or a dash
	headers []string // of the columns, in lower case
	rounded bool     // the table's words say that figures are in thousands and the like
	partial bool     // or that rows are left out
	group   int      // number of the next group of results
}

const (
	mostSumRows    = 400
	mostSumColumns = 40
)

// tableSums finds the totals and means of a table.
func (x *extractor) tableSums(i int) {
	t := &x.doc.Tables[i]
	if len(t.Rows) < 2 || len(t.Rows) > mostSumRows {
		return
	}
	s := &sumTable{x: x, table: t, group: i * 1000}
	if !s.readTable() {
		return
	}
	s.rowResults()
	s.columnResults()
	s.balances()
	s.learnedResults()
	s.shareResults()
	s.wholes()
	s.toldTotals()
}

// readTable reads labels and figures. It reports whether there are enough.
func (s *sumTable) readTable() bool {
	width := len(s.table.Header)
	for _, row := range s.table.Rows {
		width = max(width, len(row))
	}
	if width < 2 || width > mostSumColumns {
		return false
	}
	s.headers = make([]string, width)
	for c, b := range s.table.Header {
		if b != source.None {
			s.headers[c] = strings.ToLower(s.x.doc.TextOf(s.x.doc.Blocks[b]))
		}
	}
	figures := 0
	for _, row := range s.table.Rows {
		figures += s.readRow(row, width)
	}
	s.readWords()
	return figures >= 3
}

// readRow reads one row and returns how many figures it has.
func (s *sumTable) readRow(row []int, width int) int {
	cells, has, blank := make([]cellNumber, width), make([]bool, width), make([]bool, width)
	label, figures, texts := "", 0, 0
	for c := range width {
		if c >= len(row) || row[c] == source.None {
			blank[c] = true
			continue
		}
		text := s.x.doc.TextOf(s.x.doc.Blocks[row[c]])
		if n, ok := cellFigure(text); ok && (c > 0 || len(row) == 1) {
			cells[c], has[c] = n, true
			figures++
			continue
		}
		switch plain := strings.ToLower(strings.Trim(text, " *_\u00a0")); plain {
		case "", "-", "–", "—", "nil", "none", ".":
			blank[c] = true
		default:
			if label == "" && figures == 0 {
				label = strings.Join(strings.Fields(plain), " ")
				continue
			}
			texts++
		}
	}
	class := classOfRow(label)
	if figures == 0 && texts == 0 && class != rowContinue {
		class = rowSection
	}
	s.rows, s.labels = append(s.rows, class), append(s.labels, label)
	s.cells, s.has, s.blank = append(s.cells, cells), append(s.has, has), append(s.blank, blank)
	return figures
}

// classOfRow tells by its label what a row is.
func classOfRow(label string) rowClass {
	words := strings.FieldsFunc(label, func(r rune) bool {
		return r == ' ' || r == '-' || r == ':' || r == ',' || r == '(' || r == ')' || r == '/'
	})
	if len(words) == 0 {
		if strings.HasPrefix(label, "…") || strings.HasPrefix(label, "...") {
			return rowContinue
		}
		return rowPlain
	}
	for _, w := range words {
		switch w {
		case "per", "%", "percent", "share", "rate", "ratio", "percentage", "change", "average", "mean", "median":
			if w == "average" && w == words[0] || w == "mean" && w == words[0] {
				if len(words) <= 3 {
					return rowMean
				}
			}
			return rowOther
		}
	}
	first, last := words[0], words[len(words)-1]
	switch first {
	case "total", "totals", "subtotal", "sum", "altogether", "overall", "combined":
		return rowTotal
	case "grand", "sub", "all", "column":
		if len(words) == 1 && first == "all" || len(words) > 1 && strings.HasPrefix(words[1], "total") {
			return rowTotal
		}
	case "of", "including", "thereof", "incl", "among":
		if first != "of" || len(words) > 1 && (words[1] == "which" || words[1] == "whom" || words[1] == "these") {
			return rowOfWhich
		}
	case "minimum", "maximum", "min", "max":
		if len(words) == 1 || words[1] == "value" || words[1] == "of" {
			return rowOther
		}
		return rowPlain // "max fee" is a part like any other
	case "range", "sd", "target", "budget", "difference", "balance", "net", "surplus", "deficit", "variance", "n", "avg", "mode", "rank", "previous", "memo", "memorandum":
		return rowOther
	case "…", "...":
		return rowContinue
	}
	if last == "total" || last == "totals" {
		return rowTotal
	}
	return rowPlain
}

// readWords looks at the words about the table: whether figures are rounded,
// and whether rows are left out.
func (s *sumTable) readWords() {
	blocks := append([]int{s.table.Intro, s.table.Caption, s.table.Heading}, s.table.Header...)
	for _, b := range blocks {
		if b == source.None || s.x.doc.Blocks[b].Span.Len() > 600 {
			continue
		}
		text := strings.ToLower(s.x.doc.TextOf(s.x.doc.Blocks[b]))
		s.rounded = s.rounded || holdsWord(text, "thousand", "thousands", "million", "millions", "billion", "'000", "000s", "€m", "£m", "$m", "bn", "rounded", "k€", "approximate", "approximately", "estimated", "estimates")
		s.partial = s.partial || holdsWord(text, "selected", "excerpt", "extract", "top", "largest", "main", "major", "principal", "leading", "sample", "examples")
	}
}

// holdsWord reports whether one of the words stands in a text by itself.
func holdsWord(text string, words ...string) bool {
	for _, w := range words {
		for at := 0; ; {
			i := strings.Index(text[at:], w)
			if i < 0 {
				break
			}
			i += at
			end := i + len(w)
			if (i == 0 || !isLetter(text[i-1])) && (end == len(text) || !isLetter(text[end])) {
				return true
			}
			at = end
		}
	}
	return false
}

// figure is the figure of a cell.
func (s *sumTable) figure(r, c int) fact.Figure {
	n := s.cells[r][c]
	b := s.table.Rows[r][c]
	at := s.x.doc.Blocks[b].Span.Start
	return fact.Figure{
		Place: s.x.place(b, source.Span{Start: at + n.from, End: at + n.to}),
		Value: n.value, Ulp: n.ulp, Exact: n.ulp == 0 && !s.rounded && !n.percent && !s.averaged(c),
	}
}

// averaged reports whether a column holds means, which are rounded even where
// they are written as whole numbers.
func (s *sumTable) averaged(c int) bool {
	return c < len(s.headers) && holdsWord(s.headers[c], "average", "avg", "mean", "median")
}

// additive reports whether figures of a column can be added up: not those that
// are rates, shares, ranks or years.
func (s *sumTable) additive(c int) bool {
	h := s.headers[c]
	if holdsWord(h, "year", "rank", "rate", "average", "avg", "mean", "median", "per", "price", "index", "score", "ratio", "density", "turnout", "age", "no", "#", "number of the", "cumulative", "running", "balance", "change", "growth", "position", "p", "sd", "id", "code", "points per", "temperature", "latitude", "longitude", "percentage", "percentile", "efficiency", "yield") {
		return false
	}
	return !strings.ContainsAny(h, "%±°Δ#") && !strings.Contains(h, "+/-")
}

// emit adds a result.
func (s *sumTable) emit(r, c int, of fact.SumOf, readings [][]fact.Figure, group int, along, gaps bool) {
	var usable [][]fact.Figure
	for _, parts := range readings {
		if len(parts) >= 2 {
			usable = append(usable, parts)
		}
	}
	if len(usable) == 0 {
		return
	}
	result := s.figure(r, c)
	f := &fact.Sum{
		Base: fact.Base{Place: result.Place, Surface: surface(s.x.doc.Text[result.Span.Start:result.Span.End])},
		Of:   of, Result: result, Readings: usable, Group: group, Along: along, Gaps: gaps, Label: s.x.own(s.labels[r]),
	}
	if s.partial {
		f.Doubt = "the table is a selection"
	}
	s.x.facts = append(s.x.facts, f)
}
