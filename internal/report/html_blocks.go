package report

import (
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// The kinds of block in the page's data beside source.Kind. A block is
// [kind, start, end, what belongs to it].
const looseBlock = 0 // text outside of all blocks that some claim is about

// longestLoose bounds what is shown of such a text, in bytes.
const longestLoose = 20_000

// blocks are the blocks of the text in order, with those loose texts between
// them that a claim is about.
func (t *htmlText) blocks() [][]any {
	loose := t.loose
	sort.Slice(loose, func(i, j int) bool { return loose[i].Start < loose[j].Start })
	out := make([][]any, 0, len(t.doc.Blocks)+len(loose))
	for i := range t.doc.Blocks {
		for len(loose) > 0 && loose[0].End <= t.doc.Blocks[i].Span.Start {
			out = append(out, t.looseText(loose[0]))
			loose = loose[1:]
		}
		out = append(out, t.block(i))
	}
	for _, s := range loose {
		out = append(out, t.looseText(s))
	}
	return out
}

func (t *htmlText) looseText(s source.Span) []any {
	text := t.doc.Text
	for s.Start < s.End && strings.IndexByte(" \n\t", text[s.Start]) >= 0 {
		s.Start++
	}
	s.End = min(s.End, s.Start+longestLoose)
	for s.Start < s.End && strings.IndexByte(" \n\t", text[s.End-1]) >= 0 {
		s.End--
	}
	return []any{looseBlock, t.units.at(s.Start), t.units.at(s.End)}
}

// block is a block as the page needs it: a heading with its level, a cell
// with its table, row and column, others with the depth of their list (0 for
// none) and an item with its marker. Quoted text has a 1 at the end.
func (t *htmlText) block(i int) []any {
	b := t.doc.Blocks[i]
	out := []any{int(b.Kind), t.units.at(b.Span.Start), t.units.at(b.Span.End)}
	switch {
	case b.Kind == source.Heading:
		return append(out, b.Level)
	case b.Kind == source.Cell && b.Table != source.None:
		return append(out, b.Table, b.Row, b.Column)
	}
	depth, marker := 0, ""
	if b.List != source.None {
		list := t.doc.Lists[b.List]
		depth = list.Depth + 1
		if b.ItemNo != source.None && list.Items[b.ItemNo].First == i {
			marker = list.Items[b.ItemNo].Marker
			if marker == "-" || marker == "*" || marker == "+" || marker == "" && list.Kind == source.Bulleted {
				marker = "•"
			}
		}
	}
	quoted := 0
	if b.Quoted {
		quoted = 1
	}
	if depth == 0 && quoted == 0 {
		return out
	}
	return append(out, depth, marker, quoted)
}
