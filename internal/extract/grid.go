package extract

import (
	"path"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// gridder reads tables as a whole and the sentences that say how many rows
// they have.
type gridder struct {
	x *extractor
	// read tells of the blocks looked at whether they hold a claim.
	read map[int]bool
	// asked are the numbers of tables that sentences far from them speak of.
	asked map[string]bool
	// tallied are the places of the numbers that are held against columns;
	// nil until asked for.
	tallied map[source.Span]bool
}

// findGrids makes facts of the tables of which something says how many rows
// they have, and of what says so.
func (x *extractor) findGrids() {
	g := &gridder{x: x, read: map[int]bool{}, asked: map[string]bool{}}
	g.fileClaims()
	if len(x.doc.Tables) == 0 {
		return
	}
	grids := make([]*fact.Grid, len(x.doc.Tables))
	numbered := false
	for i := range x.doc.Tables {
		t := &x.doc.Tables[i]
		if len(t.Rows) == 0 || len(t.Rows) > longestTable {
			continue
		}
		grids[i] = g.around(t)
		numbered = numbered || grids[i].Number != ""
	}
	if numbered {
		g.numberClaims()
	}
	for i, f := range grids {
		if f == nil {
			continue
		}
		claimed := f.File != "" || f.Number != "" && g.asked[f.Number]
		for _, b := range []int{f.Caption, f.Intro, f.Before, f.After} {
			claimed = g.claimsBeside(b, b == f.Caption) || claimed
		}
		if claimed && g.describe(&x.doc.Tables[i], f) {
			x.facts = append(x.facts, f)
		}
	}
}

// around finds the blocks that may speak of a table.
func (g *gridder) around(t *source.Table) *fact.Grid {
	x := g.x
	f := &fact.Grid{Intro: t.Intro, Before: source.None, After: source.None, Caption: t.Caption}
	first, last := cellsOf(t)
	if f.Intro == source.None && first > 0 && x.doc.Blocks[first-1].Kind == source.Paragraph {
		f.Intro = first - 1
	}
	if last != source.None && last+1 < len(x.doc.Blocks) && x.doc.Blocks[last+1].Kind == source.Paragraph && x.doc.Blocks[last+1].Heading == t.Heading {
		f.After = last + 1
	}
	for _, b := range []*int{&f.Intro, &f.After} {
		if f.Caption == source.None && *b != source.None && captionNumber(x.doc.TextOf(x.doc.Blocks[*b])) != "" {
			f.Caption, *b = *b, source.None
		}
	}
	if f.Caption != source.None {
		f.Number = x.own(captionNumber(x.doc.TextOf(x.doc.Blocks[f.Caption])))
		if f.Intro == source.None && f.Caption > 0 && f.Caption < first && x.doc.Blocks[f.Caption-1].Kind == source.Paragraph {
			f.Intro = f.Caption - 1
		}
	}
	if f.Intro != source.None && x.doc.Blocks[f.Intro].Kind == source.Paragraph && leadsOn(x.doc.TextOf(x.doc.Blocks[f.Intro])) {
		f.Before = x.blockBefore(f.Intro)
	}
	if x.doc.Format == "csv" {
		f.File = strings.ToLower(path.Base(x.doc.File))
	}
	return f
}

// cellsOf are the first and the last cell of a table that have a text.
func cellsOf(t *source.Table) (first, last int) {
	first, last = source.None, source.None
	for _, row := range append([][]int{t.Header}, t.Rows...) {
		for _, c := range row {
			if c == source.None {
				continue
			}
			if first == source.None {
				first = c
			}
			last = c
		}
	}
	return first, last
}

// captionNumber is the number in "Table 2: …", empty for other texts.
func captionNumber(text string) string {
	rest, ok := strings.CutPrefix(strings.TrimLeft(text, " *_\n"), "Table ")
	if !ok {
		if rest, ok = strings.CutPrefix(text, "TABLE "); !ok {
			return ""
		}
	}
	n := pastDigits(rest, 0)
	for n+1 < len(rest) && (rest[n] == '.' || rest[n] == '-') && isDigit(rest[n+1]) {
		n = pastDigits(rest, n+1)
	}
	if n == 0 || n < len(rest) && (asciiLetter(rest[n]) || rest[n] == ' ' && n+1 < len(rest) && rest[n+1] >= 'a' && rest[n+1] <= 'z') {
		return "" // "Table 2 shows …" is a sentence
	}
	return rest[:n]
}

// describe counts a table's rows; ok is false for one that has none.
func (g *gridder) describe(t *source.Table, f *fact.Grid) (ok bool) {
	x := g.x
	f.Width = len(t.Header)
	for _, row := range t.Rows {
		f.Width = max(f.Width, len(row))
	}
	var counted [][]int
	for _, row := range t.Rows {
		first, filled := source.None, 0
		for _, c := range row {
			if c == source.None {
				continue
			}
			if filled++; first == source.None {
				first = c
			}
		}
		switch {
		case filled == 0:
		case elided(x.doc.TextOf(x.doc.Blocks[first])):
			f.Cut = true
		case totalRow(x, row), g.repeats(t.Header, row):
			f.Totals++
		case row[0] == source.None, filled == 1 && f.Width > 2:
			f.Extra++
		default:
			f.Rows = append(f.Rows, x.place(first, x.doc.Blocks[first].Span))
			counted = append(counted, row)
		}
	}
	if len(f.Rows) == 0 {
		return false
	}
	b := f.Rows[0].Block
	f.Base = x.base(b, x.doc.Blocks[b].Span)
	for c, h := range t.Header {
		if h != source.None {
			f.Columns = append(f.Columns, g.columnOf(h, c, counted))
		}
	}
	return true
}

// columnOf counts the different values of one column.
func (g *gridder) columnOf(header, c int, rows [][]int) fact.GridColumn {
	x := g.x
	var col fact.GridColumn
	for _, t := range x.tokens(x.doc.Blocks[header].Span) {
		if t.Text == "(" {
			break
		}
		if t.Kind == token.Word {
			col.Noun = x.own(lexicon.Singular(t.Stem()))
		}
	}
	seen := map[string]bool{}
	for _, row := range rows {
		if c >= len(row) || row[c] == source.None {
			continue
		}
		col.Filled++
		seen[strings.ToLower(x.doc.TextOf(x.doc.Blocks[row[c]]))] = true
	}
	col.Values = len(seen)
	return col
}

// repeats reports whether a row is the header once more.
func (g *gridder) repeats(header, row []int) bool {
	if len(header) == 0 || len(row) != len(header) {
		return false
	}
	for i, c := range row {
		if (c == source.None) != (header[i] == source.None) {
			return false
		}
		if c != source.None && g.x.doc.TextOf(g.x.doc.Blocks[c]) != g.x.doc.TextOf(g.x.doc.Blocks[header[i]]) {
			return false
		}
	}
	return true
}

// elided reports whether a row stands for rows that are left out.
func elided(cell string) bool {
	switch strings.ToLower(strings.TrimSpace(cell)) {
	case "…", "...", "[…]", "[...]", "⋮", "etc.", "etc", "and so on", ". . .", "continued":
		return true
	}
	return false
}
