package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// Bounds of what is compared.
const (
	shortestTwin = 12      // bytes; what is shorter names no particular thing
	longestTwin  = 4 << 10 // bytes; no entry is longer
	fewestRows   = 4       // rows that show which column tells them apart
)

// twinFinder finds texts that stand twice in one list or table.
type twinFinder struct {
	x *extractor
}

// findTwins looks for items and rows that repeat an earlier one.
func (x *extractor) findTwins() {
	if strings.Contains(strings.ToLower(x.doc.File), "template") {
		return // what is to be filled in stands there as often as it may be needed
	}
	t := twinFinder{x}
	for i := range x.doc.Lists {
		t.list(&x.doc.Lists[i])
	}
	for i := range x.doc.Tables {
		t.table(&x.doc.Tables[i])
	}
}

// list compares the items of a list, each with all that is nested in it.
func (t *twinFinder) list(l *source.List) {
	if len(l.Items) < 2 || l.Kind == source.Definition {
		return
	}
	seen := make(map[uint64]int, len(l.Items))
	from := len(t.x.facts)
	for i, it := range l.Items {
		if it.First == source.None || it.Span.Len() < shortestTwin || it.Span.Len() > longestTwin {
			continue
		}
		h := t.hash(it.Span)
		first, ok := seen[h]
		if !ok {
			seen[h] = i
			continue
		}
		if o := l.Items[first].Span; !t.sameText(it.Span, o) || !t.plain(it) {
			continue
		}
		seen[h] = i
		f := t.twin(it.First, t.itemSpan(it), l.Items[first].First, t.itemSpan(l.Items[first]))
		f.Shape, f.Numbered, f.Adjacent, f.Items = "item", l.Kind == source.Numbered, first == i-1, len(l.Items)
		t.x.facts = append(t.x.facts, f)
	}
	t.count(from)
}

// itemSpan is the text of an item, without the marks and blanks around it.
func (t *twinFinder) itemSpan(it source.ListItem) source.Span {
	return source.Span{Start: t.x.doc.Blocks[it.First].Span.Start, End: t.x.doc.Blocks[it.Last].Span.End}
}

// plain reports whether an item is running text of the document's own.
func (t *twinFinder) plain(it source.ListItem) bool {
	for i := it.First; i <= it.Last; i++ {
		if b := t.x.doc.Blocks[i]; b.Kind == source.Code || b.Kind == source.Cell || b.Quoted {
			return false
		}
	}
	s := t.itemSpan(it)
	literal := 0
	d := t.x.doc.Literal
	for i := sort.Search(len(d), func(i int) bool { return d[i].Start >= s.Start }); i < len(d) && d[i].End <= s.End; i++ {
		literal += d[i].Len()
	}
	return 2*literal < s.Len()
}

// hash is that of both ends of a text in lower case, blanks and marks left
// out.
func (t *twinFinder) hash(s source.Span) uint64 {
	const end = 64 // bytes
	for s.Len() > end && !isLetter(t.x.doc.Text[s.End-1]) {
		s.End--
	}
	if s.Len() <= 2*end {
		return t.hashOn(0, s)
	}
	return t.hashOn(t.hashOn(0, source.Span{Start: s.Start, End: s.Start + end}), source.Span{Start: s.End - end, End: s.End})
}

func (t *twinFinder) hashOn(h uint64, s source.Span) uint64 {
	const offset, prime uint64 = 14695981039346656037, 1099511628211 // FNV-1a
	h ^= offset
	text := t.x.doc.Text[s.Start:s.End]
	for i := 0; i < len(text); i++ {
		if c := text[i]; isLetter(c) || c >= '0' && c <= '9' || c == '#' || c == '%' || c == '+' {
			h = (h ^ uint64(lowerByte(c))) * prime
		}
	}
	return h
}

// sameText reports whether two texts are the same but for case, blanks and
// what ends them, and lead to the same places.
func (t *twinFinder) sameText(a, b source.Span) bool {
	if bare(t.x.doc.Text[a.Start:a.End]) != bare(t.x.doc.Text[b.Start:b.End]) {
		return false
	}
	la, lb := t.links(a), t.links(b)
	if len(la) != len(lb) {
		return false
	}
	for i := range la {
		if la[i].Target != lb[i].Target {
			return false
		}
	}
	return true
}

// bare is a text in lower case with single blanks and no list mark or full
// stop around it.
func bare(s string) string {
	return strings.Trim(strings.ToLower(strings.Join(strings.Fields(s), " ")), " .;,-*•–")
}

// links are those with a label in a span.
func (t *twinFinder) links(s source.Span) []source.Link {
	l := t.x.doc.Links
	i := sort.Search(len(l), func(i int) bool { return l[i].Span.Start >= s.Start })
	j := i
	for j < len(l) && l[j].Span.Start < s.End {
		j++
	}
	return l[i:j]
}

// twin makes the fact of two places with one text.
func (t *twinFinder) twin(block int, s source.Span, first int, o source.Span) *fact.Twin {
	f := &fact.Twin{Base: t.x.base(block, s), First: t.x.place(first, o)}
	toks := t.x.tokens(s)
	_, _, _, f.Dated = calendar.EntryDate(toks)
	for i, tok := range toks {
		switch {
		case tok.Kind == token.Word:
			f.Words++
			f.Marked = f.Marked || i > 0 && tok.Cap()
		case tok.Kind == token.Number:
			f.Marked = true
		}
	}
	return f
}

// count tells each twin found since from how many there are in its list.
func (t *twinFinder) count(from int) {
	n := len(t.x.facts) - from
	for _, f := range t.x.facts[from:] {
		f.(*fact.Twin).Twins = n
	}
}

// table compares the rows of a table.
func (t *twinFinder) table(tab *source.Table) {
	if len(tab.Rows) < 2 {
		return
	}
	seen := make(map[uint64]int, len(tab.Rows))
	from := len(t.x.facts)
	for r := range tab.Rows {
		s, ok := t.rowSpan(tab.Rows[r])
		if !ok {
			continue
		}
		h := t.hash(s)
		first, ok := seen[h]
		if !ok {
			seen[h] = r
			continue
		}
		o, _ := t.rowSpan(tab.Rows[first])
		if !t.sameText(s, o) {
			continue
		}
		seen[h] = r
		f := t.twin(tab.Rows[r][0], s, tab.Rows[first][0], o)
		f.Shape, f.Adjacent, f.Items = "row", first == r-1, len(tab.Rows)
		t.readRow(f, tab.Rows[r])
		t.x.facts = append(t.x.facts, f)
	}
	t.count(from)
	if len(t.x.facts) > from && t.keyed(tab) {
		for _, f := range t.x.facts[from:] {
			f.(*fact.Twin).Key = true
		}
	}
}

// rowSpan is the text of a row whose first cell and one more are filled. A
// row without its first cell goes on with the one above.
func (t *twinFinder) rowSpan(row []int) (source.Span, bool) {
	filled, quoted := 0, false
	var s source.Span
	for _, c := range row {
		if c == source.None {
			continue
		}
		b := t.x.doc.Blocks[c]
		quoted = quoted || b.Quoted || b.Kind == source.Code
		if filled == 0 {
			s.Start = b.Span.Start
		}
		s.End = max(s.End, b.Span.End)
		filled++
	}
	return s, filled >= 2 && row[0] != source.None && !quoted && s.Len() >= shortestTwin && s.Len() <= longestTwin
}

// readRow tells what the cells of a row are.
func (t *twinFinder) readRow(f *fact.Twin, row []int) {
	f.Dated = false
	for _, c := range row {
		if c == source.None {
			continue
		}
		toks := t.x.tokens(t.x.doc.Blocks[c].Span)
		d, n, ok := calendar.Parse(toks, 0)
		switch {
		case ok && n == len(toks) && d.From.Day != 0:
			f.Dated = true
		case slices.ContainsFunc(toks, func(u token.Token) bool { return u.Kind == token.Word }):
			f.Texts++
		case len(toks) > 0:
			f.Figures = true
		}
	}
}

// keyed reports whether a table has a column that holds a different value in
// each row but one.
func (t *twinFinder) keyed(tab *source.Table) bool {
	if len(tab.Rows) < fewestRows {
		return false
	}
	for c := range tab.Rows[0] {
		if t.tellsApart(tab, c) {
			return true
		}
	}
	return false
}

// tellsApart reports whether the values of a column are all different but for
// one.
func (t *twinFinder) tellsApart(tab *source.Table, c int) bool {
	seen := make(map[string]bool, len(tab.Rows))
	repeated := 0
	for _, row := range tab.Rows {
		if c >= len(row) || row[c] == source.None {
			return false
		}
		v := t.x.doc.TextOf(t.x.doc.Blocks[row[c]])
		if seen[v] {
			if repeated++; repeated > 1 {
				return false
			}
		}
		seen[v] = true
	}
	return true
}
