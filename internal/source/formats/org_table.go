package formats

import (
	"bytes"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// onlyKeywords reports whether nothing but keywords stands between a caption and
// a table: behind other text it is none of the table's.
func onlyKeywords(between []byte) bool {
	for line := range bytes.Lines(between) {
		if line = bytes.TrimSpace(line); len(line) > 0 && !bytes.HasPrefix(line, []byte("#+")) {
			return false
		}
	}
	return true
}

// table reads the table whose first line comes next.
func (w *orgWalker) table() {
	from := w.i
	var rows [][]source.Span
	header, ruled := 0, false
	for ; w.i < len(w.lines); w.i++ {
		s := w.line(w.i)
		if s == "" || s[0] != '|' {
			break
		}
		if strings.HasPrefix(s, "|-") {
			if !ruled && len(rows) > 0 {
				header = len(rows)
				ruled = true
			}
			continue
		}
		if row := w.cells(w.lines[w.i]); row != nil {
			rows = append(rows, row)
		}
	}
	if header == len(rows) || header > 3 {
		header = 0
	}
	intro := w.b.top().intro
	caption := source.None
	if w.captioned.Len() > 0 && onlyKeywords(w.b.src[w.captioned.End:w.lines[from].start]) {
		w.b.begin()
		w.inline([]source.Span{w.captioned})
		caption = w.b.end(source.Paragraph, 0)
		w.b.top().intro = intro
	}
	w.captioned = source.Span{}
	w.b.openTable()
	w.b.caption(caption)
	for i, row := range rows {
		if i+1 < header {
			for _, c := range row {
				w.b.begin()
				w.inline([]source.Span{c})
				w.b.end(source.Paragraph, 0)
			}
			continue
		}
		w.b.openRow(i+1 == header, len(row))
		for _, c := range row {
			w.b.begin()
			w.inline([]source.Span{c})
			w.b.endCell()
		}
		w.b.closeRow()
	}
	w.b.closeTable()
	w.notes = nil
}

// cells are the cells of a row; nil for a row that only tells of the columns.
func (w *orgWalker) cells(l orgLine) []source.Span {
	var row []source.Span
	text, only := false, true
	for at := l.start + 1; at <= l.end; {
		end := at
		for end < l.end && w.src[end] != '|' {
			end++
		}
		if end == l.end && at >= end {
			break
		}
		from, to := at, end
		for from < to && isBlank(w.src[from]) {
			from++
		}
		for from < to && isBlank(w.src[to-1]) {
			to--
		}
		c := string(w.src[from:to])
		if c != "" {
			text = true
			only = only && (c == "/" || len(c) > 1 && c[0] == '<' && strings.Trim(c, "<>lcr0123456789") == "" || c == "<" || c == ">")
		}
		row = append(row, source.Span{Start: from, End: to})
		at = end + 1
	}
	if !text || only {
		return nil
	}
	return row
}
