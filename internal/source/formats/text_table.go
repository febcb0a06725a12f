package formats

import (
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// longestTable bounds how far a table's end is looked for, in lines.
const longestTable = 1000

// table reads a table that begins at line k.
func (p *textParser) table(k int) bool {
	s := p.line(k)
	switch s[0] {
	case '+':
		return isGridBorder(s) && p.grid(k)
	case '=':
		return isSimpleBorder(s, '=') && p.simple(k)
	case '|':
		if strings.HasPrefix(s, "|===") {
			return p.asciidocTable(k)
		}
		return p.piped(k)
	case '{':
		return strings.HasPrefix(s, "{|") && p.wikiTable(k)
	}
	if !p.directly(k+1) || p.shape.dialect == asciidoc || p.shape.dialect == wiki {
		return false
	}
	return p.leaders(k) || p.ruled(k) || p.columns(k)
}

// tableStart reports whether line j cannot but begin a table.
func (p *textParser) tableStart(j int) bool {
	s := p.line(j)
	switch s[0] {
	case '+':
		return isGridBorder(s)
	case '=':
		return isSimpleBorder(s, '=')
	case '|':
		return strings.HasPrefix(s, "|===") || strings.Count(s, "|") > 2 && p.shape.dialect != rest
	}
	return false
}

// tableBelow reports whether a table known only by its look begins at line
// j, right below a paragraph's line.
func (p *textParser) tableBelow(j int) bool {
	if !p.directly(j+1) || p.shape.dialect != plain {
		return false
	}
	s := p.line(j)
	if strings.Contains(s, "....") {
		return p.leaderRow(j) && p.leaderRow(j+1)
	}
	return strings.Contains(s, "   ") && p.columned(j)
}

// openTable begins a table in the innermost box.
func (p *textParser) openTable(k int) int {
	t := p.top()
	start := p.lines[k].start
	p.doc.Tables = append(p.doc.Tables, source.Table{
		Intro: t.prev, Heading: p.heading, Caption: source.None, Span: source.Span{Start: start, End: start + 1},
	})
	return len(p.doc.Tables) - 1
}

// closeTable ends table t with line end-1 and goes on behind it. A table
// without any cell is taken back.
func (p *textParser) closeTable(t, end int) bool {
	p.i = end
	tab := &p.doc.Tables[t]
	if tab.Header == nil && len(tab.Rows) == 0 {
		p.doc.Tables = p.doc.Tables[:t]
		return true
	}
	tab.Span.End = p.lines[end-1].end
	p.top().prev = source.None
	return true
}

// row adds a row of cells. Empty spans are empty cells.
func (p *textParser) row(t int, header bool, cells []source.Span) {
	tab := &p.doc.Tables[t]
	no := len(tab.Rows)
	if header = header && tab.Header == nil && no == 0; header {
		no = source.HeaderRow
	}
	ids := make([]int, len(cells))
	for c, s := range cells {
		s = p.trimmed(s)
		if ids[c] = source.None; s.Start < s.End {
			lead := p.top().lead
			ids[c] = p.add(source.Cell, s)
			p.top().lead = lead
			b := &p.doc.Blocks[ids[c]]
			b.Table, b.Row, b.Column = t, no, c
		}
	}
	tab = &p.doc.Tables[t]
	if header {
		tab.Header = ids
		return
	}
	tab.Rows = append(tab.Rows, ids)
}

func (p *textParser) trimmed(s source.Span) source.Span {
	for s.Start < s.End && strings.IndexByte(" \t\n", p.text[s.Start]) >= 0 {
		s.Start++
	}
	for s.Start < s.End && strings.IndexByte(" \t\n", p.text[s.End-1]) >= 0 {
		s.End--
	}
	return s
}

// leaderRow reports whether line k is a row whose cells are joined by dots:
// "Harbour dues ........ 1,200".
func (p *textParser) leaderRow(k int) bool {
	s := p.line(k)
	i := strings.Index(s, "....")
	if i < 0 {
		i = strings.Index(s, ". . .")
	}
	return i > 0 && strings.TrimLeft(s[i:], ". ") != ""
}

// leaders reads rows of dots. Rows without dots between them have one cell.
func (p *textParser) leaders(k int) bool {
	if !p.leaderRow(k) || !p.leaderRow(k+1) && !(p.directly(k+2) && p.leaderRow(k+2)) {
		return false
	}
	end := k
	for j := k; j < len(p.lines) && (j == k || p.directly(j)); j++ {
		if s := p.line(j); p.leaderRow(j) || strings.Contains(s, " .. ") || strings.Contains(s, " ... ") {
			end = j + 1
		} else if _, marked := p.markerAt(j); marked {
			break
		}
	}
	t := p.openTable(k)
	for j := k; j < end; j++ {
		p.row(t, false, p.leaderCells(j))
	}
	return p.closeTable(t, end)
}

func (p *textParser) leaderCells(k int) []source.Span {
	l := &p.lines[k]
	s := p.line(k)
	i := strings.Index(s, "....")
	for _, dots := range []string{". . .", " .. ", " ... "} {
		if i < 0 {
			i = strings.Index(s, dots)
		}
	}
	if i <= 0 {
		return []source.Span{{Start: l.start, End: l.end}}
	}
	at := l.end - len(strings.TrimLeft(s[i:], ". "))
	cells := []source.Span{{Start: l.start, End: l.start + i}}
	if gap := strings.Index(p.text[at:l.end], "  "); gap > 0 {
		return append(cells, source.Span{Start: at, End: at + gap}, source.Span{Start: at + gap, End: l.end})
	}
	return append(cells, source.Span{Start: at, End: l.end})
}

// gaps appends the cells of line k that two blanks or a tab part.
func (p *textParser) gaps(cells []source.Span, k int) []source.Span {
	l := &p.lines[k]
	from := l.start
	for i := l.start; i < l.end; i++ {
		c := p.text[i]
		if c != '\t' && (c != ' ' || p.text[i+1] != ' ' && p.text[i+1] != '\t') {
			continue
		}
		cells = append(cells, source.Span{Start: from, End: i})
		for p.text[i] == ' ' || p.text[i] == '\t' {
			i++
		}
		from = i
	}
	return append(cells, source.Span{Start: from, End: l.end})
}

// columned reports whether line k and the two below it are rows of one
// table by their look: as many cells, flush left or right in each column.
func (p *textParser) columned(k int) bool {
	if s := p.line(k); !strings.Contains(s, "  ") && strings.IndexByte(s, '\t') < 0 || !p.directly(k+1) || !p.directly(k+2) {
		return false
	}
	var buf [3][12]source.Span
	first := p.gaps(buf[0][:0], k)
	second := k + 1
	if c := runOf(p.line(second)); c != 0 {
		if second++; !p.directly(second + 1) {
			return len(first) > 1 && len(p.gaps(buf[1][:0], second)) == len(first)
		}
	}
	if len(first) < 2 || len(first) > 12 {
		return false
	}
	b, c := p.gaps(buf[1][:0], second), p.gaps(buf[2][:0], second+1)
	return p.inStep(k, first, second, b) && p.inStep(second, b, second+1, c)
}

// inStep reports whether two rows have the same columns. Two columns of
// words have to be flush left, since prose with wide blanks looks alike.
func (p *textParser) inStep(j int, a []source.Span, k int, b []source.Span) bool {
	if len(a) != len(b) {
		return false
	}
	tabs := strings.IndexByte(p.line(j), '\t') > 0 && strings.IndexByte(p.line(k), '\t') > 0
	for c := 1; c < len(a); c++ {
		left := p.columnOf(j, a[c].Start) - p.columnOf(k, b[c].Start)
		right := p.columnOf(j, a[c].End) - p.columnOf(k, b[c].End)
		if left != 0 && right != 0 && !tabs {
			return false
		}
	}
	return true
}

// columnOf is the column of the byte at off on line k, in characters.
func (p *textParser) columnOf(k, off int) int {
	n := int(p.lines[k].indent)
	for i := p.lines[k].start; i < off; i++ {
		if p.text[i]&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

// columns reads a table known by its columns alone. The first row is a
// header if it has no figures and the next has.
func (p *textParser) columns(k int) bool {
	if _, marked := p.entryAt(k); marked || !p.columned(k) {
		return false
	}
	t := p.openTable(k)
	last := p.gaps(nil, k)
	line := k
	rule := runOf(p.line(k+1)) != 0
	p.row(t, rule || !p.figures(last) && p.figures(p.gaps(nil, k+1)), last)
	j := k + 1
	for ; p.directly(j); j++ {
		if runOf(p.line(j)) != 0 {
			continue
		}
		cells := p.gaps(nil, j)
		if !p.inStep(line, last, j, cells) && !(len(cells) == len(last) && p.figures(cells)) {
			break
		}
		p.row(t, false, cells)
		line, last = j, cells
	}
	return p.closeTable(t, j)
}

// figures reports whether a cell after the first begins with a figure.
func (p *textParser) figures(cells []source.Span) bool {
	for _, s := range cells[1:] {
		if c := p.text[s.Start]; c >= '0' && c <= '9' || c == '-' || c == '$' || c == '(' {
			return true
		}
	}
	return false
}
