package formats

import "github.com/concordlint/concord/internal/source"

// deepest is how many containers may stand in one another. A mark beyond it
// makes one more item of the innermost list.
const deepest = 100

type boxKind uint8

const (
	rootBox boxKind = iota
	itemBox         // the current item of a list
	bodyBox         // the indented body of a directive
	openBox         // an AsciiDoc open block, closed by a line of its own
)

// box is an open container of blocks.
type box struct {
	kind boxKind
	// indent is the column of an item's mark or a directive's dots: lines
	// indented deeper lie inside.
	indent int32
	// base is the indentation of the box's own text, -1 while unknown.
	base int32
	// list and item are those in which blocks of this box stand.
	list, item int
	// id tells which marks go on with the list; value is the last one's.
	id    listID
	value int
	// prev is the last block directly in the box, if it may introduce
	// what follows.
	prev int
	// lead tells that the next block is the item's own first text.
	lead   bool
	quoted bool
	blocks int        // how many blocks there were when it was opened
	fence  string     // what closes an openBox
	closed closedList // the last list of this box, which may go on
}

// closedList is what it takes to go on with a list that was left.
type closedList struct {
	ok     bool
	indent int32
	list   int
	id     listID
	value  int
	// blocks and lists are how many there were when it was left.
	blocks, lists int
}

// openHeading is a heading that governs what comes now.
type openHeading struct{ rank, level, block int }

func (p *textParser) top() *box { return &p.boxes[len(p.boxes)-1] }

// add appends a block in the innermost box.
func (p *textParser) add(kind source.Kind, span source.Span) int {
	t := p.top()
	if kind == source.Paragraph && t.lead {
		kind = source.Item
	}
	i := len(p.doc.Blocks)
	p.doc.Blocks = append(p.doc.Blocks, source.Block{
		Kind: kind, Span: span, Heading: p.heading, List: t.list, ItemNo: t.item,
		Table: source.None, Row: source.None, Column: source.None, Quoted: t.quoted,
	})
	if t.list != source.None {
		it := &p.doc.Lists[t.list].Items[t.item]
		if it.First == source.None {
			it.First = i
		}
		it.Last = i
		it.Span.End = max(it.Span.End, span.End)
	}
	t.prev = i
	if kind == source.Code || kind == source.Cell {
		t.prev = source.None
	}
	if kind != source.Term {
		t.lead = false
	}
	p.attach = false
	if kind != source.Term && (kind != source.Item || p.doc.Lists[t.list].Kind != source.Definition) {
		p.front = false
	}
	return i
}

// push opens a box inside the innermost one.
func (p *textParser) push(b box) {
	t := p.top()
	b.quoted = b.quoted || t.quoted
	b.blocks = len(p.doc.Blocks)
	p.boxes = append(p.boxes, b)
}

// closeBox leaves the innermost box and lets the one around it know how far
// it reached.
func (p *textParser) closeBox() {
	b := *p.top()
	p.boxes = p.boxes[:len(p.boxes)-1]
	t := p.top()
	t.prev = source.None
	if b.kind != itemBox {
		return
	}
	l := &p.doc.Lists[b.list]
	t.closed = closedList{ok: true, indent: b.indent, list: b.list, id: b.id, value: b.value,
		blocks: len(p.doc.Blocks), lists: len(p.doc.Lists)}
	p.reach(t, b.blocks, l.Items[len(l.Items)-1].Span.End)
}

// reach widens the item in which t stands so that it holds a nested list
// that ends at end and whose blocks begin with the one at index from.
func (p *textParser) reach(t *box, from, end int) {
	if t.list == source.None {
		return
	}
	it := &p.doc.Lists[t.list].Items[t.item]
	it.Span.End = max(it.Span.End, end)
	if last := len(p.doc.Blocks) - 1; last >= from {
		if it.First == source.None {
			it.First = from
		}
		it.Last = last
	}
	t.lead = false
}

// leave closes the boxes that do not hold line k, which bears no mark.
func (p *textParser) leave(k int) {
	if p.attach {
		return
	}
	indent := p.effectiveIndent(k)
	for {
		t := p.top()
		switch {
		case t.kind == rootBox || t.kind == openBox || indent > t.indent:
			return
		case t.kind == itemBox && t.lead && p.lines[k].gap == 0 && markedTermAt(p.line(k)) == 0:
			return // the text of a term stands below it in AsciiDoc
		}
		p.closeBox()
	}
}

// effectiveIndent is the indentation of the paragraph that begins on line
// k: where only its first line is indented, that of the second.
func (p *textParser) effectiveIndent(k int) int32 {
	in := p.lines[k].indent
	if in == 0 || !p.directly(k+1) || p.shape.dialect != plain {
		return in
	}
	next := p.lines[k+1].indent
	if next < in && int(p.lines[k].width)*4 >= p.shape.wrap*3 && startsHigh(p.line(k)) {
		if _, marked := p.markerAt(k + 1); !marked {
			return next
		}
	}
	return in
}

// depth is the depth of lists at the innermost box.
func (p *textParser) depth() int {
	if t := p.top(); t.list != source.None {
		return p.doc.Lists[t.list].Depth + 1
	}
	return 0
}

// openList begins a list in the innermost box; its first item follows.
func (p *textParser) openList(kind source.ListKind, id listID, indent int32) {
	t := p.top()
	l := source.List{
		Kind: kind, Parent: t.list, ParentItem: t.item, Depth: p.depth(),
		Intro: t.prev, Heading: p.heading,
	}
	p.doc.Lists = append(p.doc.Lists, l)
	p.push(box{kind: itemBox, indent: indent, base: -1, list: len(p.doc.Lists) - 1, item: source.None,
		id: id, prev: source.None})
}

// item begins the next item of the list in the innermost box. mark is the
// span of its mark, empty at the text's start where it has none.
func (p *textParser) item(mark source.Span, value int) {
	t := p.top()
	l := &p.doc.Lists[t.list]
	l.Items = append(l.Items, source.ListItem{
		Span: mark, Marker: p.text[mark.Start:mark.End], First: source.None, Last: source.None,
	})
	t.item = len(l.Items) - 1
	t.value = value
	t.prev = source.None
	t.lead = true
	t.base = -1
	t.closed = closedList{}
	p.attach = false
}

// reopen goes on with the list that the innermost box left last. What has
// come since belongs to that list's last item.
func (p *textParser) reopen() {
	t := p.top()
	c := t.closed
	l := &p.doc.Lists[c.list]
	no := len(l.Items) - 1
	it := &l.Items[no]
	for i := c.blocks; i < len(p.doc.Blocks); i++ {
		b := &p.doc.Blocks[i]
		if b.List == t.list {
			b.List, b.ItemNo = c.list, no
		}
		if it.First == source.None {
			it.First = i
		}
		it.Last = i
		it.Span.End = max(it.Span.End, b.Span.End)
	}
	for i := c.lists; i < len(p.doc.Lists); i++ {
		n := &p.doc.Lists[i]
		if n.Parent == t.list {
			n.Parent, n.ParentItem = c.list, no
			it.Span.End = max(it.Span.End, n.Items[len(n.Items)-1].Span.End)
		}
		n.Depth = p.doc.Lists[n.Parent].Depth + 1
	}
	t.prev, t.closed = source.None, closedList{}
	p.push(box{kind: itemBox, indent: c.indent, base: -1, list: c.list, item: no, id: c.id, value: c.value, prev: source.None})
}
