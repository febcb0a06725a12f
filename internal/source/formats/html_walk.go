package formats

import (
	"sort"

	"github.com/concordlint/concord/internal/source"
)

// place leads from the bytes that were cut into nodes to the builder's src:
// in step where lines is empty, else line by line.
type place struct {
	data  []byte
	lines []linePlace
}

// linePlace tells that what begins at data stands at src.
type linePlace struct{ data, src int }

// find is the offset in src of the byte at off, and how far the two run in
// step from there.
func (p *place) find(off int) (src, run int) {
	if len(p.lines) == 0 {
		return off, len(p.data) - off
	}
	i := sort.Search(len(p.lines), func(i int) bool { return p.lines[i].data > off }) - 1
	end := len(p.data)
	if i+1 < len(p.lines) {
		end = p.lines[i+1].data
	}
	return p.lines[i].src + off - p.lines[i].data, end - off
}

// htmlWalker goes through a page's nodes and drives the builder.
type htmlWalker struct {
	b     *builder
	tree  *tree
	place place
	// open tells that a block has been begun.
	open bool
	// leaf is above zero in elements whose content makes one block whatever
	// stands in it: a heading, a table cell, a term.
	leaf int
	// pre is above zero where blanks and line ends count.
	pre int
	// list is the list whose items come next, nil outside of lists.
	list *htmlList
	// padding counts the places in tables that are only spanned.
	padding int
	// inMain tells that the page's main content is known, so that lists of
	// links in it are content.
	inMain bool
	// notes are the footnotes that stood in the open block; they are read
	// behind it.
	notes []int
}

// nodes reads the nodes from index from up to to.
func (w *htmlWalker) nodes(from, to int) {
	for i := from; i < to; {
		n := &w.tree.nodes[i]
		if n.tag == textNode {
			w.text(n.start, n.end)
		} else {
			w.element(i)
		}
		i = n.next
	}
}

// children reads what an element holds.
func (w *htmlWalker) children(i int) { w.nodes(i+1, w.tree.nodes[i].next) }

// element reads the element at index i with all it holds.
func (w *htmlWalker) element(i int) {
	n := &w.tree.nodes[i]
	if n.tag.isBlock() {
		w.block(i)
		return
	}
	if n.hidden {
		return
	}
	switch n.tag {
	case breakTag:
		if w.open {
			w.replace("\n", n.start, n.end)
		}
	case supTag:
		if !w.sup(n) {
			w.children(i)
		}
	case quoteTag:
		if n.letters > 0 && n.stop < len(w.place.data) {
			w.begin()
			w.replace("“", n.start, n.end)
			w.children(i)
			w.begin()
			w.replace("”", n.stop, n.stop+1)
			return
		}
		w.children(i)
	case linkTag:
		w.link(i)
	case noteTag:
		w.footnote(i)
	default:
		w.children(i)
	}
}

// sup reads a <sup> element and reports whether it is done with it.
func (w *htmlWalker) sup(n *node) bool {
	from, run := w.place.find(n.end)
	if !w.open || n.stop-n.end > run {
		return false
	}
	return w.b.superscript(from, from+n.stop-n.end)
}

// block reads a block element.
func (w *htmlWalker) block(i int) {
	n := &w.tree.nodes[i]
	if w.leaf > 0 {
		w.inLeaf(i)
		return
	}
	w.flush()
	if n.hidden || w.navigation(i) {
		w.b.interrupt()
		return
	}
	switch n.tag {
	case itemTag, termTag, definitionTag, ruleTag:
	default:
		if n.letters == 0 {
			return
		}
	}
	switch n.tag {
	case headingTag:
		w.leafBlock(i, source.Heading, int(n.level))
	case preTag:
		w.pre++
		w.leafBlock(i, source.Code, 0)
		w.pre--
	case blockquoteTag:
		w.quote(i)
	case listTag, definitionsTag:
		w.lists(i)
	case itemTag, termTag, definitionTag:
		w.item(i)
	case tableTag:
		w.table(i)
	case ruleTag:
		w.b.interrupt()
	case headerTag:
		if n.prose {
			w.children(i)
		}
	default:
		w.children(i)
	}
	w.flush()
}

// inLeaf reads a block element within a leaf: its ends are line ends.
func (w *htmlWalker) inLeaf(i int) {
	n := &w.tree.nodes[i]
	if n.hidden {
		return
	}
	w.lineEnd(n.start, n.end)
	w.children(i)
	w.lineEnd(n.stop, n.stop)
}

// lineEnd makes sure that a new line begins in the open block.
func (w *htmlWalker) lineEnd(at, end int) {
	if w.open && len(w.b.text) > w.b.start && w.b.text[len(w.b.text)-1] != '\n' {
		w.replace("\n", at, end)
	}
}

// leafBlock reads an element as one block and returns its index or None.
func (w *htmlWalker) leafBlock(i int, kind source.Kind, level int) int {
	w.begin()
	w.leaf++
	w.children(i)
	w.leaf--
	w.open = false
	return w.b.end(kind, level)
}

// quote reads a block quotation.
func (w *htmlWalker) quote(i int) {
	list := w.list
	w.list = nil
	w.b.openQuote()
	w.children(i)
	w.flush()
	w.b.closeQuote()
	w.list = list
}

// begin opens a block of text unless one is open.
func (w *htmlWalker) begin() {
	if !w.open {
		w.b.begin()
		w.open = true
	}
}

// flush closes the open block of text.
func (w *htmlWalker) flush() {
	if w.open && w.leaf == 0 {
		w.open = false
		w.b.end(w.b.textKind(), 0)
	}
	if len(w.notes) > 0 && w.leaf == 0 {
		w.readNotes()
	}
}

// footnote reads a note behind the block that it stands in, at once where none is
// open. In tables and before the first word of a heading it has no such place.
func (w *htmlWalker) footnote(i int) {
	switch {
	case w.b.table != source.None || w.leaf > 0 && len(w.b.text) == w.b.start:
		w.b.note("unparsed", "notes in tables are not read")
	case w.open && len(w.b.text) > w.b.start:
		w.notes = append(w.notes, i)
	default:
		w.children(i)
		w.flush()
	}
}

// readNotes reads the footnotes of the block that was closed, as paragraphs. What
// introduced a list still does.
func (w *htmlWalker) readNotes() {
	notes, list, intro := w.notes, w.list, w.b.top().intro
	w.notes, w.list = nil, nil
	for _, i := range notes {
		w.children(i)
		w.flush()
	}
	w.list = list
	w.b.top().intro = intro
}

// copy adds data[from:to] to the open block.
func (w *htmlWalker) copy(from, to int) {
	for from < to {
		at, run := w.place.find(from)
		n := min(run, to-from)
		w.b.copy(at, at+n)
		from += n
	}
}

// replace adds text made from data[from:to].
func (w *htmlWalker) replace(text string, from, to int) {
	at, run := w.place.find(from)
	w.b.replace(text, at, at+min(to-from, run))
}

// text adds data[from:to]: runs of blanks count as one, references are
// decoded.
func (w *htmlWalker) text(from, to int) {
	data := w.place.data
	if w.pre > 0 {
		w.preText(from, to)
		return
	}
	done := from // what stands before is written
	for i := from; i < to; {
		c := data[i]
		if c > ' ' && c != '&' {
			i++
			continue
		}
		if c == '&' {
			ref, n := reference(data[i:to])
			if n == 0 {
				i++
				continue
			}
			w.copyText(done, i)
			w.begin()
			w.replaceText(ref, i, i+n)
			i += n
			done = i
			continue
		}
		run := i + 1
		for run < to && data[run] <= ' ' {
			run++
		}
		if run == i+1 && c == ' ' && i > done {
			i = run // a single blank within a line goes along
			continue
		}
		w.copyText(done, i)
		w.blank(i, run)
		i, done = run, run
	}
	w.copyText(done, to)
}

// copyText copies what holds no run of blanks.
func (w *htmlWalker) copyText(from, to int) {
	if from < to {
		w.begin()
		w.copy(from, to)
	}
}

// replaceText adds a decoded reference.
func (w *htmlWalker) replaceText(ref string, from, to int) {
	if len(ref) == 1 && isBlank(ref[0]) {
		w.blank(from, to)
		return
	}
	w.replace(ref, from, to)
}

// blank adds one blank for the run from..to unless the text ends in one.
func (w *htmlWalker) blank(from, to int) {
	if !w.open {
		return
	}
	if text := w.b.text[w.b.start:]; len(text) == 0 || isBlank(text[len(text)-1]) {
		return
	}
	if w.place.data[from] == ' ' {
		w.copy(from, from+1)
		return
	}
	w.replace(" ", from, to)
}

// preText adds preformatted text as it stands, but for references.
func (w *htmlWalker) preText(from, to int) {
	w.begin()
	done := from
	for i := from; i < to; i++ {
		if w.place.data[i] != '&' {
			continue
		}
		if ref, n := reference(w.place.data[i:to]); n > 0 {
			w.copy(done, i)
			w.replace(ref, i, i+n)
			done = i + n
			i = done - 1
		}
	}
	w.copy(done, to)
}
