package formats

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// maxElements is how deep elements may stand in each other. What is deeper
// is read as if its tags were not there.
const maxElements = 256

// node is an element or a stretch of text of a page. The nodes of a page
// stand in one slice in document order; those of an element's content follow
// it up to next.
type node struct {
	element
	hidden bool
	// start and end are the offsets of the start tag or of the text; stop
	// is where the element's content ends.
	start, end, stop int
	// next is the index of the first node behind the element.
	next int
	// attrs is an index into the tree's attributes, -1 without any.
	attrs int
	stats
}

// stats tell what an element holds, as far as it is visible.
type stats struct {
	// letters counts the bytes of text without blanks, linked those of
	// them in links, and links the links.
	letters, linked, links int
	// away counts the links that lead out of the page.
	away int
	// prose tells that there is a paragraph or a heading in it.
	prose bool
}

func (s *stats) add(t stats) {
	s.letters += t.letters
	s.linked += t.linked
	s.links += t.links
	s.away += t.away
	s.prose = s.prose || t.prose
}

// tree is a page cut into nodes.
type tree struct {
	data  []byte
	nodes []node
	attrs []attributes
	// stack holds the indices of the open elements.
	stack []open
	// over counts the open elements beyond maxElements.
	over    int
	tooDeep bool
	// bounded tells that a block's tag came last: blanks there are nothing.
	bounded bool
	// title is what the page calls itself.
	title string
}

// open is an open element. A hidden one that is no block has no node: -1.
type open struct {
	node   int
	name   string
	tag    tag
	hidden bool
}

// newTree cuts data into nodes.
func newTree(data []byte) *tree {
	// A tag and the text behind it are a node each, an end tag is none.
	nodes := min(bytes.Count(data, []byte("<"))*3/2, len(data)/12)
	t := &tree{data: data, nodes: make([]node, 0, nodes+8)}
	z := html.NewTokenizer(bytes.NewReader(data))
	for at := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		end := at + len(z.Raw())
		switch kind {
		case html.TextToken:
			t.text(at, end)
		case html.StartTagToken, html.SelfClosingTagToken:
			t.startTag(at, end)
		case html.EndTagToken:
			t.endTag(at, end)
		}
		at = end
	}
	t.popTo(0, len(data))
	return t
}

// hidden reports whether the open elements hide what comes next.
func (t *tree) hidden() bool {
	return len(t.stack) > 0 && t.stack[len(t.stack)-1].hidden
}

func (t *tree) text(at, end int) {
	letters := 0
	for _, c := range t.data[at:end] {
		if c > ' ' {
			letters++
		}
	}
	switch n := len(t.stack); {
	case n == 0:
	case t.stack[n-1].tag == titleTag:
		if t.title == "" && (n == 1 || t.stack[n-2].tag == headTag || !t.stack[n-2].hidden) {
			t.title = cleanText(t.data[at:end])
		}
	case t.stack[n-1].tag == headTag && letters > 0:
		t.pop(at) // text ends a head that nobody closed
	}
	if t.hidden() || letters == 0 && t.bounded {
		return
	}
	t.bounded = false
	t.nodes = append(t.nodes, node{
		element: element{tag: textNode}, start: at, end: end, next: len(t.nodes) + 1, attrs: -1,
		stats: stats{letters: letters},
	})
	if n := len(t.stack); n > 0 {
		t.nodes[t.stack[n-1].node].letters += letters
	}
}

// startTag opens an element, and closes those that its start ends.
func (t *tree) startTag(at, end int) {
	name, _ := tagName(t.data[at:end])
	el := lookUp(name)
	plain := end-at == len(name)+2 // no attributes
	if el.tag == noTag && (el.void || plain && !t.hidden()) {
		return
	}
	var a attributes
	if !plain {
		a = readAttributes(t.data[at:end])
	}
	switch a.role {
	case "main":
		el = element{tag: mainTag}
	case "presentation", "none":
		if el.tag == tableTag {
			el.tag = divTag
		}
	}
	if el.tag == noTag && !a.hidden && !a.aside && !t.hidden() {
		return
	}
	switch name {
	case "html", "body", "main", "article":
	default:
		a.hidden = a.hidden || a.aside
	}
	t.bounded = t.bounded || el.tag.isBlock()
	t.implied(el, at)
	t.push(el, name, a, at, end)
}

// push adds an element's node and opens it.
func (t *tree) push(el element, name string, a attributes, at, end int) {
	outer := t.hidden()
	o := open{node: -1, name: name, tag: el.tag, hidden: outer || a.hidden}
	switch el.tag {
	case skippedTag, skippedBlockTag, deletedTag, headTag, titleTag:
		o.hidden = true
	}
	if !outer && (el.tag.isBlock() || !o.hidden) || el.tag == metaTag || el.tag == timeTag && !outer {
		o.node = len(t.nodes)
		n := node{
			element: el, hidden: o.hidden, start: at, end: end, stop: end, next: o.node + 1, attrs: -1,
		}
		n.prose = el.tag == paragraphTag || el.tag == headingTag
		if a != (attributes{}) {
			n.attrs = len(t.attrs)
			t.attrs = append(t.attrs, a)
		}
		t.nodes = append(t.nodes, n)
	}
	if el.void {
		return
	}
	if len(t.stack) >= maxElements {
		t.over++
		t.tooDeep = true
		return
	}
	t.stack = append(t.stack, o)
}

// pop closes the innermost element, whose content ends at offset at.
func (t *tree) pop(at int) {
	o := t.stack[len(t.stack)-1]
	t.stack = t.stack[:len(t.stack)-1]
	if o.node < 0 {
		return
	}
	n := &t.nodes[o.node]
	n.stop, n.next = at, len(t.nodes)
	if n.hidden {
		return
	}
	if n.tag == linkTag && n.letters > 0 {
		n.linked, n.links = n.letters, 1
		if !t.of(n).local {
			n.away = 1
		}
	}
	for i := len(t.stack) - 1; i >= 0; i-- {
		if up := t.stack[i].node; up >= 0 {
			t.nodes[up].add(n.stats)
			return
		}
	}
}

// of returns an element's attributes.
func (t *tree) of(n *node) attributes {
	if n.attrs < 0 {
		return attributes{}
	}
	return t.attrs[n.attrs]
}

// popTo closes elements until depth are left.
func (t *tree) popTo(depth, at int) {
	for len(t.stack) > depth {
		t.pop(at)
	}
}

// implied closes the elements that the start of el ends without an end tag
// of their own.
func (t *tree) implied(el element, at int) {
	switch el.tag {
	case titleTag, metaTag, skippedTag, headTag:
	default:
		if n := len(t.stack); n > 0 && t.stack[n-1].tag == headTag {
			t.pop(at)
		}
	}
	if el.tag == linkTag {
		t.closeOpen(at, tag.isBlock, linkTag)
		return
	}
	if !el.tag.isBlock() {
		return
	}
	t.closeOpen(at, holdsParagraphs, paragraphTag)
	switch el.tag {
	case itemTag:
		t.closeOpen(at, holdsItems, itemTag)
	case termTag, definitionTag:
		t.closeOpen(at, holdsItems, termTag, definitionTag)
	case cellTag:
		t.closeOpen(at, isTableTag, cellTag, captionTag)
	case rowTag:
		t.closeOpen(at, isTableTag, rowTag, captionTag)
	case sectionTag:
		t.closeOpen(at, isTableTag, sectionTag, captionTag)
	}
}

func holdsParagraphs(t tag) bool {
	return t.isBlock() && t != paragraphTag && t != headingTag
}

func holdsItems(t tag) bool {
	switch t {
	case listTag, definitionsTag, tableTag, cellTag, blockquoteTag:
		return true
	}
	return false
}

func isTableTag(t tag) bool { return t == tableTag }

// closeOpen closes the innermost open element with one of the wanted tags,
// and those within it, unless one where ends(tag) stands between.
func (t *tree) closeOpen(at int, ends func(tag) bool, wanted ...tag) {
	for i := len(t.stack) - 1; i >= 0; i-- {
		for _, w := range wanted {
			if t.stack[i].tag == w {
				t.popTo(i, at)
				return
			}
		}
		if ends(t.stack[i].tag) {
			return
		}
	}
}

// endTag closes the element that it belongs to. One that belongs to none
// says nothing.
func (t *tree) endTag(at, end int) {
	name, _ := tagName(t.data[at:end])
	el := lookUp(name)
	if el.tag == noTag && !t.hidden() {
		return
	}
	t.bounded = t.bounded || el.tag.isBlock()
	if t.over > 0 {
		t.over--
		return
	}
	for i := len(t.stack) - 1; i >= 0; i-- {
		o := t.stack[i]
		if o.name == name || o.tag == headingTag && el.tag == headingTag {
			t.popTo(i, at)
			return
		}
		if bars(o.tag, el.tag) {
			return
		}
	}
}

// bars reports whether an end tag cannot reach out of an open element: none
// out of a table or, unless the table's own, out of a cell; those of inline
// elements not out of a block, but for a paragraph that a deletion holds;
// those of items and paragraphs not out of a list.
func bars(in, end tag) bool {
	switch {
	case end == skippedTag:
		return false
	case in == tableTag:
		return true
	case in == cellTag:
		return end < tableTag
	case in == listTag, in == definitionsTag:
		return !end.isBlock() || end == itemTag || end == paragraphTag || end == termTag || end == definitionTag
	case in == paragraphTag && end == deletedTag:
		return false
	}
	return in.isBlock() && !end.isBlock()
}

// cleanText is the text of a title or an attribute: references decoded,
// blanks made single.
func cleanText(s []byte) string {
	return strings.Join(strings.Fields(html.UnescapeString(string(s))), " ")
}
