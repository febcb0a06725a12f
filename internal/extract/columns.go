package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

const (
	longestTable  = 3000 // rows
	mostValues    = 200  // different values of a column that is of kinds
	longestValue  = 48   // bytes
	longestHeader = 3    // words
)

// findColumns reads the columns of a table: those of kinds, and those that
// tell how matches ended.
func (t *tallier) findColumns(tab *source.Table) {
	if tab.Header == nil || len(tab.Rows) < shortestLog || len(tab.Rows) > longestTable {
		return
	}
	for c, h := range tab.Header {
		if h == source.None {
			continue
		}
		if col := t.column(tab, c); col != nil {
			t.x.facts = append(t.x.facts, col)
		}
		if t.results(tab, c) {
			continue
		}
	}
}

// column reads one column; nil where it is none of kinds: empty, of free
// text, or of numbers.
func (t *tallier) column(tab *source.Table, c int) *fact.Column {
	h := tab.Header[c]
	toks := t.x.tokens(t.x.doc.Blocks[h].Span)
	noun := -1
	for i, tok := range toks {
		if tok.Kind == token.Word {
			noun = i
		}
	}
	if noun < 0 || noun >= longestHeader {
		return nil
	}
	col := &fact.Column{Noun: t.lemma(toks[noun]), Base: t.x.base(h, t.x.doc.Blocks[h].Span)}
	index := map[string]int{}
	for _, row := range tab.Rows {
		if c >= len(row) || row[c] == source.None || totalRow(t.x, row) {
			continue
		}
		b := t.x.doc.Blocks[row[c]]
		text, ok := cellValue(t.x.doc.TextOf(b))
		if !ok {
			return nil
		}
		i, seen := index[text]
		if !seen {
			if i = len(col.Values); i == mostValues {
				return nil
			}
			index[text] = i
			col.Values = append(col.Values, fact.Value{Text: text})
		}
		col.Values[i].Cells = append(col.Values[i].Cells, fact.Cell{Place: t.x.place(row[c], b.Span), Entry: t.x.entries[row[c]]})
		col.Rows++
	}
	if col.Rows < shortestLog {
		return nil
	}
	col.Title, col.Names = t.titleNames(), t.allNames()
	return col
}

// totalRow reports whether a row adds the others up.
func totalRow(x *extractor, row []int) bool {
	for _, c := range row {
		if c == source.None {
			continue
		}
		text := strings.ToLower(strings.Trim(x.doc.TextOf(x.doc.Blocks[c]), " *_"))
		for _, w := range [...]string{"total", "totals", "all", "sum", "average", "mean", "overall", "subtotal"} {
			if text == w || strings.HasPrefix(text, w+" ") {
				return true
			}
		}
		return false // only the first cell tells
	}
	return false
}

// cellValue is the value of a cell in lower case. ok is false for free text,
// numbers and rows of several values.
func cellValue(text string) (string, bool) {
	if i := strings.IndexAny(text, "([*†"); i > 0 {
		text = text[:i]
	}
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	for _, lead := range [...]string{"at ", "vs. ", "vs ", "v. ", "v ", "@ ", "@", "the "} {
		text = strings.TrimPrefix(text, lead)
	}
	if text == "" || len(text) > longestValue || text[0] >= '0' && text[0] <= '9' || strings.ContainsAny(text, ",;/&+") || strings.Contains(text, " and ") {
		return "", false
	}
	return strings.Clone(text), true
}

// results reads a table of matches whose column c tells how they ended.
func (t *tallier) results(tab *source.Table, c int) bool {
	r := &fact.Results{}
	for _, row := range tab.Rows {
		if c >= len(row) || row[c] == source.None {
			return false
		}
		b := t.x.doc.Blocks[row[c]]
		o, ok := outcomeOf(t.x.doc.TextOf(b))
		if !ok {
			return false
		}
		m := fact.Match{Place: t.x.place(row[c], b.Span), Outcome: o, Entry: t.x.entries[row[c]]}
		for _, other := range row {
			if other == source.None || other == row[c] {
				continue
			}
			text := strings.ToLower(t.x.doc.TextOf(t.x.doc.Blocks[other]))
			m.Away = m.Away || strings.HasPrefix(text, "at ") || strings.HasPrefix(text, "@") || text == "a" || text == "away"
		}
		r.Sided = r.Sided || m.Away
		r.Matches = append(r.Matches, m)
	}
	h := tab.Header[c]
	r.Base, r.Title = t.x.base(h, t.x.doc.Blocks[h].Span), t.titleNames()
	t.x.facts = append(t.x.facts, r)
	return true
}

func outcomeOf(cell string) (fact.Outcome, bool) {
	switch strings.ToLower(strings.Trim(cell, " *")) {
	case "w", "win", "won":
		return fact.Won, true
	case "l", "loss", "lost":
		return fact.Lost, true
	case "d", "t", "draw", "drew", "drawn", "tie", "tied":
		return fact.Drawn, true
	}
	return "", false
}
