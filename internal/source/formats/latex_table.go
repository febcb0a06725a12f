package formats

import (
	"bytes"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// latexRow is a row of a table.
type latexRow struct {
	cells []source.Span
	// ruled tells that a rule stands above it; head and foot that it is one
	// of those repeated on each page.
	ruled, head, foot bool
}

// table reads a table whose columns' description comes next.
func (w *latexWalker) table(name string, end int) {
	w.drop(0, end)
	n := 1
	switch name {
	case "tabularx", "tabular*", "tabulary", "xltabular":
		n = 2
	case "tabu", "longtabu": // "to \linewidth {…}"
		for w.at < end && w.src[w.at] != '{' && w.src[w.at] != '\n' {
			w.at++
		}
	}
	w.drop(n, end)
	from, to := w.at, end
	if k := w.until(`\end{`+name+"}", from, end); k >= 0 {
		to = w.nestedEnd(name, from, k, end)
	}
	next := min(len(w.src), to+len(`\end{}`)+len(name))
	if to == end {
		next = end
	}
	w.paragraph()
	rows, caption := w.tableRows(from, to)
	above := w.captioned != source.None && w.captioned == len(w.b.doc.Blocks)-1
	if above {
		w.b.top().intro = w.introduced
	}
	w.b.openTable()
	switch {
	case above:
		w.b.caption(w.captioned)
	case caption.Len() > 0 && w.leads(caption, rows):
		w.b.caption(w.block(caption.Start, caption.End, source.Paragraph, 0))
	}
	w.captioned = source.None
	w.rows(rows)
	w.b.closeTable()
	w.at = next
	w.elsewhere = source.Span{Start: max(from, min(to, next-1)), End: next}
	if caption.Len() > 0 && !above && !w.leads(caption, rows) {
		w.block(caption.Start, caption.End, source.Paragraph, 0)
	}
	w.notes()
	w.elsewhere = source.Span{}
}

// leads reports whether a caption stands before all rows.
func (w *latexWalker) leads(caption source.Span, rows []latexRow) bool {
	for _, r := range rows {
		for _, c := range r.cells {
			if c.Start < caption.Start && w.hasText(c.Start, min(c.End, caption.Start)) {
				return false
			}
		}
	}
	return true
}

// nestedEnd is the end of an environment of which the first end is at first,
// when others of the name stand in it.
func (w *latexWalker) nestedEnd(name string, from, first, end int) int {
	open, closed := []byte(`\begin{`+name+"}"), []byte(`\end{`+name+"}")
	for range maxDepth {
		inner := bytes.Count(w.src[from:first], open)
		if inner == 0 {
			return first
		}
		for from = first; inner > 0; inner-- {
			k := bytes.Index(w.src[first+1:end], closed)
			if k < 0 {
				return end
			}
			first += 1 + k
		}
	}
	return first
}

// tableRows cuts a table into rows, and finds the caption that stands among
// them.
func (w *latexWalker) tableRows(from, to int) (rows []latexRow, caption source.Span) {
	var row latexRow
	start, deep := from, 0
	cell := func(at int) { row.cells = append(row.cells, source.Span{Start: start, End: at}) }
	for at := from; at < to; {
		switch w.src[at] {
		case '%':
			at = min(to, behindLine(w.src, at))
			continue
		case '{':
			if c := w.group.closes(at); c > 0 && c < to {
				at = c
			}
		case '&':
			if deep == 0 {
				cell(at)
				start = at + 1
			}
		case '\\':
			name, next := w.name(at, to)
			switch name {
			case "begin":
				deep++
			case "end":
				deep = max(0, deep-1)
			case "\\", "tabularnewline", "cr":
				if deep == 0 {
					cell(at)
					rows, row = append(rows, row), latexRow{}
					_, _, next, _ = w.option(next, to)
					start = next
				}
			case "hline", "midrule", "toprule", "bottomrule", "specialrule", "Xhline", "hhline", "thickhline", "Xhline2":
				row.ruled = row.ruled || len(row.cells) == 0
			case "endhead", "endfirsthead", "endfoot", "endlastfoot":
				section(rows, strings.HasSuffix(name, "head"))
				row.ruled = name == "endhead" || name == "endfirsthead" || row.ruled
				start = next
			case "caption":
				w.at = next
				w.drop(0, to)
				if a, b, behind, ok := w.argument(w.at, to); ok {
					if caption.Len() == 0 {
						caption = source.Span{Start: a, End: b}
					}
					next = behind
				}
			}
			at = next
			continue
		}
		at++
	}
	cell(to)
	rows = append(rows, row)
	return w.filled(rows), caption
}

// section marks the rows at the end that no section has yet.
func section(rows []latexRow, head bool) {
	for i := len(rows) - 1; i >= 0 && !rows[i].head && !rows[i].foot; i-- {
		rows[i].head, rows[i].foot = head, !head
	}
}

// filled are the rows that hold text. A header that is written for the first
// page and for the others counts once, and what stands at pages' ends not at
// all. The rule above a row without text is above the next one.
func (w *latexWalker) filled(rows []latexRow) []latexRow {
	out := rows[:0]
	ruled := false
	for _, r := range rows {
		text := false
		for _, c := range r.cells {
			text = text || w.hasText(c.Start, c.End)
		}
		ruled = ruled || r.ruled
		if !text || r.foot {
			continue
		}
		r.ruled, ruled = ruled, false
		if n := len(out); r.head && n > 0 && out[n-1].head && w.sameRow(out[0], r) {
			continue
		}
		out = append(out, r)
	}
	return out
}

// sameRow reports whether two rows read alike.
func (w *latexWalker) sameRow(a, b latexRow) bool {
	if len(a.cells) != len(b.cells) {
		return false
	}
	for i := range a.cells {
		if i > 0 && w.cellText(a.cells[i]) != w.cellText(b.cells[i]) {
			return false
		}
	}
	return true
}

// hasText reports whether a piece of a table is more than rules and blanks.
func (w *latexWalker) hasText(from, to int) bool {
	for at := from; at < to; {
		switch c := w.src[at]; {
		case isBlank(c), c == '{', c == '}', c == '~':
			at++
		case c == '%':
			at = behindLine(w.src, at)
		case c == '\\':
			name, next := w.name(at, to)
			switch name {
			case "hline", "midrule", "toprule", "bottomrule", "cline", "cmidrule", "specialrule", "addlinespace", "noalign", "endhead", "endfirsthead", "endfoot", "endlastfoot",
				"caption", "label", "rowcolor", "hhline", "centering", "small", "footnotesize", "tabularnewline", "tabucline", "Xhline", "morecmidrules", "\\", "rule", "vspace":
			default:
				return true
			}
			w.at = next
			if w.at < to && w.src[w.at] == '(' { // \cmidrule(lr){2-3}
				w.at = min(to, w.at+1+max(0, bytes.IndexByte(w.src[w.at:to], ')')))
			}
			w.drop(3, to)
			at = max(next, w.at)
		default:
			return true
		}
	}
	return false
}

// cellText is about what a cell shows: its source without commands.
func (w *latexWalker) cellText(s source.Span) string {
	text := w.src[s.Start:min(s.End, s.Start+300)]
	var out strings.Builder
	for at := 0; at < len(text); at++ {
		if text[at] != '\\' {
			out.WriteByte(text[at])
			continue
		}
		for at+1 < len(text) && isLetter(text[at+1]) {
			at++
		}
		out.WriteByte(' ')
	}
	return strings.Trim(strings.Join(strings.Fields(out.String()), " "), "{}")
}

// header is how many rows at a table's top name its columns.
func (w *latexWalker) header(rows []latexRow) int {
	if len(rows) == 0 {
		return 0
	}
	if rows[0].head {
		n := 0
		for n < len(rows) && rows[n].head {
			n++
		}
		return n
	}
	first, rules := 0, 0
	for i, r := range rows {
		if i > 0 && r.ruled {
			rules++
			if first == 0 {
				first = i
			}
		}
	}
	if first > 0 && first <= 3 && first < len(rows) && (rules < len(rows)-1 || len(rows) == 2) {
		return first
	}
	var cells []string
	for _, c := range rows[0].cells {
		cells = append(cells, w.cellText(c))
	}
	if len(rows) > 1 && headed(cells) {
		return 1
	}
	return 0
}

// rows adds a table's rows. Of several rows that name columns the last is the
// header; those above have no place in the grid.
func (w *latexWalker) rows(rows []latexRow) {
	n := w.header(rows)
	for i, r := range rows {
		if i+1 < n {
			for _, c := range r.cells {
				if w.hasText(c.Start, c.End) {
					w.block(c.Start, c.End, source.Paragraph, 0)
				}
			}
			continue
		}
		w.b.openRow(i+1 == n, len(r.cells))
		for _, c := range r.cells {
			w.cell(c)
		}
		w.b.closeRow()
	}
}

// cell adds a cell, and the places that it spans.
func (w *latexWalker) cell(c source.Span) {
	w.spanned = 1
	w.open = false
	w.b.begin()
	w.open = true
	w.leaf++
	w.within(c.Start, c.End)
	w.leaf--
	w.open = false
	w.b.endCell()
	for ; w.spanned > 1; w.spanned-- {
		w.b.skipCell(source.None)
	}
}
