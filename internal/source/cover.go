package source

import (
	"bytes"
	"sort"
	"strings"
)

// Covered is the stretch of canonical text that a comment to Concord is for,
// empty where nothing follows it. data are the bytes of the file.
//
//   - A comment within a block, or behind one on the same line, is for that
//     block.
//   - Any other is for what comes next: the paragraph, the heading, the whole
//     list with what is nested in it, the whole table.
//   - Within a list it is for the item that comes next, with what is nested in
//     it; within a table, for the row or cell.
func (d *Document) Covered(m Mark, data []byte) Span {
	c := d.FileSpan(m.Span)
	if c.Start < 0 || c.End > len(data) || c.End < c.Start {
		return Span{Start: m.At, End: m.At}
	}
	next := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Span.Start >= m.At })
	for _, i := range [...]int{next, next - 1} {
		if i >= 0 && i < len(d.Blocks) && d.holds(&d.Blocks[i], c, data) {
			return d.Blocks[i].Span
		}
	}
	if next == len(d.Blocks) {
		return Span{Start: m.At, End: m.At}
	}
	b := &d.Blocks[next]
	behind := data[c.End:max(c.End, min(len(data), c.End+coverReach, d.FileSpan(b.Span).Start))]
	whole := ownLine(data[:c.Start])
	if d.Format == htmlFormat {
		whole = opens(behind, containerTags[:]) || ownLine(data[:c.Start]) && !opens(behind, partTags[:])
	}
	switch {
	case b.Table != None && b.Kind == Cell:
		return d.coveredCells(next, whole, opens(behind, rowTags[:]))
	case b.ItemNo != None:
		return d.coveredItems(next, whole)
	case whole:
		k := sort.Search(len(d.Tables), func(i int) bool { return d.Tables[i].Span.End > b.Span.Start })
		if k < len(d.Tables) && d.Tables[k].Caption == next {
			return Span{Start: b.Span.Start, End: max(b.Span.End, d.Tables[k].Span.End)}
		}
	}
	return b.Span
}

// coverReach bounds, in bytes, how far from a comment its file is looked at.
const coverReach = 4 << 10

// htmlFormat is the name of the format in which line ends say nothing.
const htmlFormat = "html"

// The tags that open what a comment before them is for.
var (
	containerTags = [...]string{"ul", "ol", "dl", "table"}
	partTags      = [...]string{"li", "tr", "td", "th", "dt", "dd"}
	rowTags       = [...]string{"tr"}
)

// holds reports whether the comment at c stands in a block, or behind it on
// the same line with nothing but the ends of markup between them.
func (d *Document) holds(b *Block, c Span, data []byte) bool {
	f := d.FileSpan(b.Span)
	if f.Start >= c.Start || f.End > len(data) {
		return false
	}
	if f.End > c.Start {
		return true
	}
	between := data[f.End:c.Start]
	if len(between) > coverReach {
		return false
	}
	if bytes.ContainsAny(between, "\n\r") {
		return false
	}
	if b.Kind == Cell && bytes.IndexByte(between, '|') >= 0 {
		return false
	}
	return !hasBlockTag(between)
}

// hasBlockTag reports whether s has a tag of HTML that parts blocks, which is
// any but those of words in a line.
func hasBlockTag(s []byte) bool {
	for {
		i := bytes.IndexByte(s, '<')
		if i < 0 {
			return false
		}
		s = s[i+1:]
		name := strings.ToLower(string(s[:tagLength(s)]))
		switch strings.TrimPrefix(name, "/") {
		case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
			"kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var":
		default:
			return true
		}
	}
}

func tagLength(s []byte) int {
	n := 0
	for n < len(s) && (s[n] == '/' || s[n] >= '0' && s[n] <= '9' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	return n
}

// opens reports whether s has the opening tag of one of some elements.
func opens(s []byte, names []string) bool {
	for {
		i := bytes.IndexByte(s, '<')
		if i < 0 {
			return false
		}
		s = s[i+1:]
		name := strings.ToLower(string(s[:tagLength(s)]))
		for _, n := range names {
			if n == name {
				return true
			}
		}
	}
}

// ownLine reports whether what ends a file's first part leaves the line to
// what follows: there are only blanks and the signs of a block quotation.
func ownLine(before []byte) bool {
	line := before[max(0, len(before)-coverReach):]
	line = line[bytes.LastIndexAny(line, "\n\r")+1:]
	return len(bytes.Trim(line, " \t>\x00\xef\xbb\xbf\xff\xfe")) == 0
}

// coveredItems is what a comment before block i, in a list, is for. If the
// comment stands before the list itself, it is the whole of the outermost list
// that begins there.
func (d *Document) coveredItems(i int, whole bool) Span {
	b := &d.Blocks[i]
	list, item := b.List, b.ItemNo
	if d.Lists[list].Items[item].First != i {
		return b.Span
	}
	for {
		l := &d.Lists[list]
		first := item == 0 && whole
		if first && l.Parent != None && d.Lists[l.Parent].Items[l.ParentItem].First == i {
			list, item = l.Parent, l.ParentItem
			continue
		}
		if first {
			return Span{Start: b.Span.Start, End: l.Items[len(l.Items)-1].Span.End}
		}
		return Span{Start: b.Span.Start, End: l.Items[item].Span.End}
	}
}

// coveredCells is what a comment before cell i is for: the table, if the cell
// is its first and the comment stands before the table, else the row where one
// begins, else the cell.
func (d *Document) coveredCells(i int, whole, row bool) Span {
	b := &d.Blocks[i]
	t := &d.Tables[b.Table]
	first := i == 0 || d.Blocks[i-1].Table != b.Table
	if first && whole {
		return Span{Start: b.Span.Start, End: t.Span.End}
	}
	if !row {
		return b.Span
	}
	end := b.Span.End
	for k := i + 1; k < len(d.Blocks) && d.Blocks[k].Table == b.Table && d.Blocks[k].Row == b.Row; k++ {
		end = d.Blocks[k].Span.End
	}
	return Span{Start: b.Span.Start, End: end}
}
