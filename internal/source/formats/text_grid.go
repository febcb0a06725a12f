package formats

import (
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// isGridBorder reports whether s is a border like "+----+----+".
func isGridBorder(s string) bool {
	return len(s) > 4 && s[0] == '+' && s[len(s)-1] == '+' && (s[1] == '-' || s[1] == '=') && strings.Trim(s, "+-=") == ""
}

// isSimpleBorder reports whether s is a border like "====  ====", with at
// least two columns.
func isSimpleBorder(s string, c byte) bool {
	if s[0] != c || s[len(s)-1] != c {
		return false
	}
	gaps := 0
	for i := 1; i < len(s); i++ {
		if s[i] != c && s[i] != ' ' {
			return false
		}
		if s[i] == ' ' && s[i-1] == c {
			gaps++
		}
	}
	return gaps > 0
}

// grid reads a table drawn with + - and |. A cell of several lines gives
// its first line, since the others are not its own.
func (p *textParser) grid(k int) bool {
	if !p.directly(k+1) || p.line(k + 1)[0] != '|' {
		return false
	}
	t := p.openTable(k)
	fresh := true
	end := k + 1
	heads := p.gridHeader(k)
	for ; p.directly(end); end++ {
		s := p.line(end)
		if isGridBorder(s) {
			fresh = true
			continue
		}
		if s[0] != '|' {
			break
		}
		if fresh {
			p.row(t, end < heads, p.bars(end))
		}
		fresh = false
	}
	return p.closeTable(t, end)
}

// gridHeader is the line of the border that ends the header, 0 if there is
// none.
func (p *textParser) gridHeader(k int) int {
	for j := k + 1; p.directly(j) && j < k+longestTable; j++ {
		if s := p.line(j); s[0] == '+' && len(s) > 1 && s[1] == '=' {
			return j
		}
	}
	return 0
}

// bars are the cells of line k between bars. The first and last bar may be
// left out; one behind a backslash is text.
func (p *textParser) bars(k int) []source.Span {
	l := &p.lines[k]
	start, end := l.start, l.end
	if p.text[start] == '|' {
		start++
	}
	if end > start && p.text[end-1] == '|' {
		end--
	}
	cells := make([]source.Span, 0, 8)
	for i := start; i < end; i++ {
		if p.text[i] == '|' && p.text[i-1] != '\\' {
			cells = append(cells, source.Span{Start: start, End: i})
			start = i + 1
		}
	}
	return append(cells, source.Span{Start: min(start, end), End: end})
}

// piped reads rows that begin with a bar, as in Markdown and Org.
func (p *textParser) piped(k int) bool {
	end := k
	rule := -1
	for j := k; j < len(p.lines) && (j == k || p.directly(j)) && p.line(j)[0] == '|'; j++ {
		if strings.Trim(p.line(j), "|-+: ") == "" && rule < 0 {
			rule = j
		}
		end = j + 1
	}
	if end-k < 2 || strings.Count(p.line(k), "|") < 2 || p.shape.dialect == rest && rule < 0 {
		return false
	}
	t := p.openTable(k)
	for j := k; j < end; j++ {
		if strings.Trim(p.line(j), "|-+: ") != "" {
			p.row(t, j < rule, p.bars(j))
		}
	}
	return p.closeTable(t, end)
}

// ruled reads a table whose header has a broken line below it, as data
// bases print them: "----+----" with bars, or "----  ----" with blanks.
func (p *textParser) ruled(k int) bool {
	rule := p.line(k + 1)
	if rule[0] != '-' && rule[0] != '=' || strings.Trim(rule, "-+| =") != "" {
		return false
	}
	if isSimpleBorder(rule, rule[0]) {
		end := k + 2
		for p.directly(end) {
			end++
		}
		return p.slotted(k, k+1, end, end)
	}
	if !strings.ContainsAny(rule, "+|") || strings.IndexByte(p.line(k), '|') < 0 {
		return false
	}
	t := p.openTable(k)
	p.row(t, true, p.bars(k))
	end := k + 2
	for ; p.directly(end) && strings.IndexByte(p.line(end), '|') >= 0; end++ {
		if strings.Trim(p.line(end), "-+| =") != "" {
			p.row(t, false, p.bars(end))
		}
	}
	return p.closeTable(t, end)
}

// simple reads a reStructuredText table between borders of "=".
func (p *textParser) simple(k int) bool {
	head, end := 0, 0
	for j := k + 1; j < len(p.lines) && j < k+longestTable; j++ {
		if !isSimpleBorder(p.line(j), '=') {
			continue
		}
		if p.directly(j + 1) {
			if head > 0 {
				return false
			}
			head = j
			continue
		}
		end = j
		break
	}
	if end == 0 {
		return false
	}
	if head == 0 {
		return p.slotted(k+1, k, end, end+1)
	}
	return p.slotted(k+1, head, end, end+1)
}

// slotted reads the rows from line k to before end, leaving out the line
// rule, whose runs give the columns. Rows above it are the header. The
// table reaches to before line after.
func (p *textParser) slotted(k, rule, end, after int) bool {
	slots := p.slots(rule)
	if len(slots) > 200 {
		return false
	}
	t := p.openTable(min(k, rule))
	for j := k; j < end; j++ {
		if j == rule || strings.Trim(p.line(j), "-= ") == "" {
			continue
		}
		cells := p.cut(j, slots)
		if first := p.trimmed(cells[0]); first.Start < first.End || j == k || !p.extend(t, cells) {
			p.row(t, j < rule, cells)
		}
	}
	return p.closeTable(t, after)
}

// extend lets the last cell of the row above go on over this line, if no
// other cell has text on it. It reports whether the line is used up.
func (p *textParser) extend(t int, cells []source.Span) bool {
	last := len(cells) - 1
	for _, c := range cells[:last] {
		if c = p.trimmed(c); c.Start < c.End {
			return true // goes on in another column: that text is not ours
		}
	}
	text := p.trimmed(cells[last])
	tab := &p.doc.Tables[t]
	row := tab.Header
	if n := len(tab.Rows); n > 0 {
		row = tab.Rows[n-1]
	}
	if text.Start == text.End || len(row) == 0 || row[len(row)-1] == source.None || row[len(row)-1] != len(p.doc.Blocks)-1 {
		return true
	}
	b := &p.doc.Blocks[row[len(row)-1]]
	b.Span.End = text.End
	if b.List != source.None {
		it := &p.doc.Lists[b.List].Items[b.ItemNo]
		it.Span.End = max(it.Span.End, text.End)
	}
	return true
}

// slots are the columns at which the runs of line k begin.
func (p *textParser) slots(k int) []int {
	var at []int
	s := p.line(k)
	for i := range len(s) {
		if s[i] != ' ' && (i == 0 || s[i-1] == ' ') {
			at = append(at, int(p.lines[k].indent)+i)
		}
	}
	return at
}

// cut parts line k at the columns given. The last cell reaches to the end.
func (p *textParser) cut(k int, slots []int) []source.Span {
	l := &p.lines[k]
	cells := make([]source.Span, len(slots))
	at, column := l.start, int(l.indent)
	for c := range slots {
		for at < l.end && column < slots[c] {
			at = p.next(at)
			column++
		}
		cells[c].Start = at
		if c > 0 {
			cells[c-1].End = at
		}
	}
	if int(l.indent) > slots[0] { // what stands left of the text is empty
		for c := range cells[:len(cells)-1] {
			if slots[c+1] <= int(l.indent) {
				cells[c].End = cells[c].Start
			}
		}
	}
	cells[len(cells)-1].End = l.end
	return cells
}

// next is the offset behind the character at off.
func (p *textParser) next(off int) int {
	for off++; off < len(p.text) && p.text[off]&0xc0 == 0x80; off++ {
	}
	return off
}

// asciidocTable reads a table between lines of "|===". Its first row of
// several cells gives the number of columns.
func (p *textParser) asciidocTable(k int) bool {
	fence := p.line(k)
	end := p.closer(k, fence, func(line string) bool { return line == fence })
	if end < 0 {
		return false
	}
	t := p.openTable(k)
	columns := 0
	var row []source.Span
	for j := k + 1; j < end; j++ {
		if p.line(j)[0] != '|' {
			if n := len(row); n > 0 { // the last cell goes on
				row[n-1].End = p.lines[j].end
			}
			continue
		}
		cells := p.bars(j)
		if columns == 0 {
			columns = len(cells)
			if columns == 1 { // one cell a line: a blank line parts rows
				for i := j + 1; i < end && p.directly(i); i++ {
					columns++
				}
			}
		}
		for _, c := range cells {
			if len(row) == columns {
				p.row(t, len(p.doc.Tables[t].Rows) == 0 && p.lines[j].gap > 0, row)
				row = row[:0]
			}
			row = append(row, c)
		}
	}
	if len(row) > 0 {
		p.row(t, false, row)
	}
	return p.closeTable(t, end+1)
}

// wikiTable reads a table between "{|" and "|}".
func (p *textParser) wikiTable(k int) bool {
	t := p.openTable(k)
	var row []source.Span
	header := false
	j := k + 1
	for ; j < len(p.lines) && !strings.HasPrefix(p.line(j), "|}"); j++ {
		s := p.line(j)
		l := &p.lines[j]
		switch {
		case strings.HasPrefix(s, "|-"):
			if len(row) > 0 {
				p.row(t, header, row)
			}
			row, header = row[:0], false
		case strings.HasPrefix(s, "|+"):
		case s[0] == '|' || s[0] == '!':
			header = header || s[0] == '!'
			from := l.start + 1
			for i := from; i+1 < l.end; i++ {
				if two := p.text[i : i+2]; two == "||" || two == "!!" && s[0] == '!' {
					row = append(row, source.Span{Start: from, End: i})
					from = i + 2
					i++
				}
			}
			row = append(row, source.Span{Start: min(from, l.end), End: l.end})
		case len(row) > 0:
			row[len(row)-1].End = l.end
		}
	}
	if len(row) > 0 {
		p.row(t, header, row)
	}
	return p.closeTable(t, min(j+1, len(p.lines)))
}
