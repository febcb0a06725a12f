package extract

import (
	"net/url"
	"path"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

const (
	// maxAnchorHeadings bounds the headings that are kept of one document,
	// maxAnchorLinks its links to places.
	maxAnchorHeadings = 20_000
	maxAnchorLinks    = 50_000
	// maxHeadingText is the longest heading, in bytes, of which a name is made.
	maxHeadingText = 400
)

// findAnchors finds the places that can be linked to, and the links to places
// in documents.
func (x *extractor) findAnchors() {
	if x.doc.Format != "markdown" && x.doc.Format != "html" {
		return
	}
	x.facts = append(x.facts, x.anchors())
	n := 0
	for _, l := range x.doc.Links {
		if n >= maxAnchorLinks {
			return
		}
		if x.anchorLink(x.linkBase(l, l.Span), l.Target) {
			n++
		}
	}
	for _, m := range x.doc.Footmarks {
		if m.Target != "" && m.Block != source.None {
			x.anchorLink(x.base(m.Block, m.Span), m.Target)
		}
	}
}

// anchors are the document's own places.
func (x *extractor) anchors() *fact.Anchors {
	a := &fact.Anchors{File: path.Clean(x.doc.File), Made: strings.Clone(x.doc.Anchors.Made), Names: x.doc.Anchors.Names, Unlinked: x.doc.Anchors.Unlinked, Whole: true}
	a.Base = x.outside(source.Span{})
	if title := x.doc.Meta["title"]; title != "" && !x.doc.Anchors.Unlinked {
		a.Names = append(a.Names[:len(a.Names):len(a.Names)], strings.ToLower(strings.Join(strings.Fields(title), "-")))
	}
	for i, b := range x.doc.Blocks {
		if b.Kind != source.Heading && b.Kind != source.Term || x.doc.Anchors.Unlinked {
			continue
		}
		text := x.doc.TextOf(b)
		if len(a.Headings) >= maxAnchorHeadings || len(text) > maxHeadingText || strings.Contains(text, "{{") || strings.Contains(text, "{%") {
			a.Whole = false
			continue
		}
		a.Headings = append(a.Headings, fact.AnchorHeading{Text: strings.Clone(text), Span: b.Span, Block: i})
	}
	for _, n := range x.doc.Notes {
		switch n.Kind {
		case "too-deep", "too-long", "unparsed":
			a.Whole = false
		}
	}
	return a
}

// anchorLink keeps a link to a place within a document, and reports whether it
// is one that a document has to have.
func (x *extractor) anchorLink(at fact.Base, target string) bool {
	address, name, ok := strings.Cut(target, "#")
	if !ok || strings.Contains(address, "://") || strings.HasPrefix(address, "//") || strings.ContainsAny(address, "?{}$<>|*") {
		return false
	}
	decoded, err := url.PathUnescape(name)
	if err != nil || noPlaceName(decoded) || len(x.doc.Footnotes) > 0 && noteName(decoded) {
		return false
	}
	l := &fact.AnchorLink{Base: at, Name: strings.Clone(decoded), Target: strings.Clone(target)}
	switch file, err := url.PathUnescape(address); {
	case address == "":
		l.Own, l.To = true, path.Clean(x.doc.File)
	case err != nil || strings.Contains(address, ":"):
		return false // "mailto:", "javascript:"
	case strings.HasPrefix(file, "/"):
		l.Why = "the address begins at the root of a site, and where that is is not known"
	case !pageName(file):
		l.Why = "the address names no file, and which one it leads to depends on the site"
	default:
		l.To = path.Join(path.Dir(path.Clean(x.doc.File)), file)
		l.Own = l.To == path.Clean(x.doc.File)
	}
	if partial(x.doc.File) && l.Own {
		l.Why = "the document is a part of others"
	}
	x.facts = append(x.facts, l)
	return true
}

// noPlaceName reports whether what stands behind "#" is no name that a document
// gives: lines of code, pieces of text, routes of a program.
func noPlaceName(name string) bool {
	if name == "" || name == "top" || strings.ContainsAny(name, "/=&?{}$<>|\\!+~*;,") {
		return true
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(name), "l"), "ine-")
	return rest != "" && rest != strings.ToLower(name) && strings.Trim(rest, "0123456789-lc:") == "" || strings.HasPrefix(name, ":~:")
}

// noteName reports whether a name is of the kind that is given to notes when
// the document is shown.
func noteName(name string) bool {
	name = strings.ToLower(strings.TrimPrefix(name, "user-content-"))
	for _, p := range [...]string{"fn", "footnote", "ref", "note", "cite", "bib"} {
		if rest, ok := strings.CutPrefix(name, p); ok && strings.ContainsAny(rest, "0123456789:-_") {
			return true
		}
	}
	return false
}

// pageName reports whether a path names a file that is a page of text.
func pageName(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".md", ".markdown", ".mdown", ".mdx", ".mkd", ".html", ".htm", ".xhtml":
		return true
	}
	return false
}

// partial reports whether a file's name or folder says that it is put into
// other files.
func partial(file string) bool {
	dir, name := path.Split(file)
	if strings.HasPrefix(name, "_") && name != "_index.md" {
		return true
	}
	for _, d := range strings.Split(strings.ToLower(dir), "/") {
		switch d {
		case "_includes", "includes", "include", "_partials", "partials", "snippets", "_snippets", "fragments", "_layouts", "layouts", "templates", "template", "shared":
			return true
		}
	}
	return false
}
