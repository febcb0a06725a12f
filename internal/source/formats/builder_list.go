package formats

import "github.com/concordlint/concord/internal/source"

// counted is a numbered list that ended, for an author who goes on counting
// behind a paragraph or a piece of code.
type counted struct {
	list, next, heading int
	delimiter           byte
}

// openList opens a list of the given kind in the top frame. The list itself
// is made when its first item comes: one without items is none.
func (b *builder) openList(kind source.ListKind) {
	up := b.top()
	f := newFrame(up.list, up.item)
	f.isList = true
	f.pending = source.List{
		Kind: kind, Parent: up.list, ParentItem: up.item,
		Intro: up.intro, Heading: b.heading(),
	}
	if up.list != source.None {
		f.pending.Depth = b.doc.Lists[up.list].Depth + 1
	}
	b.push(f)
}

// resume lets the list just opened go on with the one that ended above it,
// where an author counts on from there: same container, same section, same
// delimiter, and number is the next one.
func (b *builder) resume(number int, delimiter byte) {
	up := &b.frames[len(b.frames)-2]
	c := up.counted
	if c.list != source.None && c.delimiter == delimiter && c.next == number && number > 1 && c.heading == b.heading() {
		b.top().own = c.list
	}
}

// item opens the next item of the innermost list; the one before ends.
// src[at:end] is its mark in the file.
func (b *builder) item(marker string, at, end int) {
	if b.top().isItem {
		b.closeItem()
	}
	f := b.top()
	if f.own == source.None {
		f.own = len(b.doc.Lists)
		b.doc.Lists = append(b.doc.Lists, f.pending)
	}
	list := &b.doc.Lists[f.own]
	list.Items = append(list.Items, source.ListItem{Marker: marker, First: source.None, Last: source.None})
	in := newFrame(f.own, len(list.Items)-1)
	in.isItem, in.at, in.end = true, at, end
	b.push(in)
}

// closeItem closes the open item. One without any text gets a line end of
// its own, so that it has a place in the text and in the file.
func (b *builder) closeItem() {
	if f := b.top(); f.start < 0 {
		b.separate()
		f.start = len(b.text)
		b.replace("\n", f.at, f.end)
		b.last = len(b.text)
	}
	f := b.pop()
	it := &b.doc.Lists[f.list].Items[f.item]
	it.Span = source.Span{Start: f.start, End: b.last}
	if n := len(b.doc.Blocks); n > f.first {
		it.First, it.Last = f.first, n-1
	}
}

// closeList closes the innermost list. next is the number that would
// continue it, 0 where none does.
func (b *builder) closeList(next int, delimiter byte) {
	if b.top().isItem {
		b.closeItem()
	}
	f := b.pop()
	up := b.top()
	up.intro = source.None
	if next > 0 && f.own != source.None {
		up.counted = counted{list: f.own, next: next, heading: b.heading(), delimiter: delimiter}
	}
}
