package formats

import (
	"slices"

	"github.com/concordlint/concord/internal/source"
)

// HTML reads HTML pages: their main content, without navigation, scripts and
// hidden text, whether or not all end tags are there.
type HTML struct{}

// Name implements source.Reader.
func (HTML) Name() string { return "html" }

// Read implements source.Reader.
func (HTML) Read(file string, data []byte) *source.Document {
	dec := source.Decode(data)
	src := slices.Clip(dec.Text)
	doc := &source.Document{File: file, Format: "html", Bytes: len(data), Notes: dec.Notes(file)}
	b := newBuilder(doc, src)
	t := newTree(src)
	doc.Meta = t.meta()
	w := htmlWalker{b: b, tree: t, place: place{data: src}}
	w.page()
	b.finish(dec.Origin)
	doc.Anchors = anchors(src)
	doc.Anchors.Unlinked = true
	if doc.Anchors.Made == "" && scripted(src) {
		doc.Anchors.Made = "<script"
	}
	return doc
}

// page reads the main content, and the headline where it stands before it.
func (w *htmlWalker) page() {
	from, to := w.tree.mainContent()
	titled := false
	for _, n := range w.tree.nodes[from:to] {
		titled = titled || n.tag == headingTag && n.level == 1 && !n.hidden
	}
	for i := 0; i < from && !titled; {
		n := &w.tree.nodes[i]
		switch {
		case n.hidden:
			i = n.next
		case n.tag == headingTag && n.level == 1:
			w.element(i)
			i = n.next
		default:
			i++
		}
	}
	w.inMain = from > 0
	w.nodes(from, to)
	w.flush()
	if w.tree.tooDeep {
		w.b.note("too-deep", "elements are nested too deeply; the innermost are read as plain text")
	}
}

// mainContent is the range of nodes to read: the page's one <main>, else its
// one <article> if that is the better part of the page, else all.
func (t *tree) mainContent() (from, to int) {
	letters := 0
	for i := 0; i < len(t.nodes); i = t.nodes[i].next {
		letters += t.nodes[i].letters
	}
	if i := t.only(mainTag); i >= 0 && t.nodes[i].letters > 0 {
		return i, t.nodes[i].next
	}
	if i := t.only(articleTag); i >= 0 && 2*t.nodes[i].letters >= letters {
		return i, t.nodes[i].next
	}
	return 0, len(t.nodes)
}

// only is the index of the one visible element with the tag, -1 where there
// is none or more than one.
func (t *tree) only(wanted tag) int {
	found := -1
	for i, n := range t.nodes {
		if n.tag == wanted && !n.hidden {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// meta reads title, date and author from the head, and the date from the
// first <time> where the head has none.
func (t *tree) meta() map[string]string {
	meta := map[string]string{}
	put := func(key, value string) {
		if value = cleanText([]byte(value)); value != "" && meta[key] == "" {
			meta[key] = value
		}
	}
	put("title", t.title)
	for i := range t.nodes {
		if n := &t.nodes[i]; n.tag == metaTag {
			a := t.of(n)
			if key := metaKey(a.name); key != "" {
				put(key, a.content)
			}
		}
	}
	for i := range t.nodes {
		if n := &t.nodes[i]; n.tag == timeTag {
			if a := t.of(n); a.datetime != "" {
				put("date", a.datetime)
				break
			}
		}
	}
	if len(meta) == 0 {
		return nil
	}
	return meta
}

// metaKey is the name under which Document.Meta has what pages say under
// many names; empty for what it does not have.
func metaKey(name string) string {
	switch name {
	case "date", "article:published_time", "datepublished", "dc.date", "dcterms.date",
		"dc.date.issued", "dcterms.issued", "dcterms.created", "pubdate", "publish-date",
		"publication_date", "citation_publication_date":
		return "date"
	case "author", "article:author", "dc.creator", "dcterms.creator", "citation_author":
		return "author"
	}
	return ""
}
