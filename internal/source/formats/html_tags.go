package formats

import "strings"

// tag is what an element means to the reader. Elements that change nothing
// for it (b, span, font …) are noTag.
type tag uint8

const (
	noTag tag = iota
	textNode
	// Left out with all that is in them.
	skippedTag
	deletedTag // del, s: inline, and left out too
	headTag
	titleTag
	metaTag
	timeTag
	// Inline.
	breakTag
	linkTag
	supTag
	quoteTag // q
	noteTag  // a footnote that stands where its mark is; not in HTML
	// Blocks without a meaning of their own.
	skippedBlockTag
	divTag
	headerTag
	mainTag
	articleTag
	ruleTag
	// Blocks with one.
	paragraphTag
	headingTag
	preTag
	blockquoteTag
	listTag
	itemTag
	definitionsTag
	termTag
	definitionTag
	tableTag
	captionTag
	sectionTag // thead, tbody, tfoot
	rowTag
	cellTag
)

// isBlock tells the elements that begin and end a paragraph of text.
func (t tag) isBlock() bool { return t >= skippedBlockTag }

// element is what a tag's name says about it.
type element struct {
	tag tag
	// level is a heading's; ordered a list's; header marks th and thead.
	level           uint8
	ordered, header bool
	// void elements have no end tag.
	void bool
}

// lookUp returns the element of a lower-case name.
func lookUp(name string) element {
	switch name {
	case "script", "style", "template", "noscript", "button", "select", "textarea",
		"datalist", "object", "iframe", "svg", "math", "canvas", "audio", "video",
		"noframes", "noembed", "rp", "rt":
		return element{tag: skippedTag}
	case "nav", "footer", "aside", "dialog":
		return element{tag: skippedBlockTag}
	case "del", "s", "strike":
		return element{tag: deletedTag}
	case "head":
		return element{tag: headTag}
	case "title":
		return element{tag: titleTag}
	case "meta":
		return element{tag: metaTag, void: true}
	case "time":
		return element{tag: timeTag}
	case "br":
		return element{tag: breakTag, void: true}
	case "a":
		return element{tag: linkTag}
	case "sup":
		return element{tag: supTag}
	case "q":
		return element{tag: quoteTag}
	case "img", "input", "link", "wbr", "col", "area", "base", "embed", "source", "track", "param":
		return element{void: true}
	}
	return lookUpBlock(name)
}

func lookUpBlock(name string) element {
	switch name {
	case "div", "section", "address", "center", "form", "fieldset", "legend", "figure",
		"figcaption", "details", "summary", "hgroup", "search", "body", "html":
		return element{tag: divTag}
	case "header":
		return element{tag: headerTag}
	case "main":
		return element{tag: mainTag}
	case "article":
		return element{tag: articleTag}
	case "hr":
		return element{tag: ruleTag, void: true}
	case "p":
		return element{tag: paragraphTag}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return element{tag: headingTag, level: name[1] - '0'}
	case "pre", "listing", "xmp", "plaintext":
		return element{tag: preTag}
	case "blockquote":
		return element{tag: blockquoteTag}
	case "ul", "menu", "dir":
		return element{tag: listTag}
	case "ol":
		return element{tag: listTag, ordered: true}
	case "li":
		return element{tag: itemTag}
	case "dl":
		return element{tag: definitionsTag}
	case "dt":
		return element{tag: termTag}
	case "dd":
		return element{tag: definitionTag}
	}
	return lookUpTable(name)
}

func lookUpTable(name string) element {
	switch name {
	case "table":
		return element{tag: tableTag}
	case "caption":
		return element{tag: captionTag}
	case "thead":
		return element{tag: sectionTag, header: true}
	case "tbody", "tfoot":
		return element{tag: sectionTag}
	case "tr":
		return element{tag: rowTag}
	case "td":
		return element{tag: cellTag}
	case "th":
		return element{tag: cellTag, header: true}
	}
	return element{}
}

// attributes are those of an element that the reader looks at.
type attributes struct {
	hidden, aside           bool
	start, value, kind      string // ol, li
	reversed                bool
	columns, rows           string // colspan, rowspan
	name, content, datetime string // meta, time
	role                    string
	local                   bool   // a link into the same page
	href                    string // as written
}

// readAttributes reads the attributes in a start tag as it stands in the
// file.
func readAttributes(raw []byte) (a attributes) {
	i := 1
	for i < len(raw) && raw[i] != '>' && !isBlank(raw[i]) {
		i++
	}
	for i < len(raw) {
		var name, value string
		if name, value, i = nextAttribute(raw, i); name == "" {
			return a
		}
		a.set(name, value)
	}
	return a
}

// nextAttribute reads one attribute from raw[i:]. The name is empty at the
// end of the tag.
func nextAttribute(raw []byte, i int) (name, value string, next int) {
	for i < len(raw) && (isBlank(raw[i]) || raw[i] == '/') {
		i++
	}
	from := i
	for i < len(raw) && raw[i] != '=' && raw[i] != '>' && raw[i] != '/' && !isBlank(raw[i]) {
		i++
	}
	if i == from {
		return "", "", i
	}
	name = strings.ToLower(string(raw[from:i]))
	for i < len(raw) && isBlank(raw[i]) {
		i++
	}
	if i >= len(raw) || raw[i] != '=' {
		return name, "", i
	}
	for i++; i < len(raw) && isBlank(raw[i]); i++ {
	}
	if i < len(raw) && (raw[i] == '"' || raw[i] == '\'') {
		quote := raw[i]
		i++
		from = i
		for i < len(raw) && raw[i] != quote {
			i++
		}
		return name, string(raw[from:i]), min(i+1, len(raw))
	}
	from = i
	for i < len(raw) && raw[i] != '>' && !isBlank(raw[i]) {
		i++
	}
	return name, string(raw[from:i]), i
}

// isAside tells the class names by which pages without <nav> mark what is no
// part of their text.
func isAside(class string) bool {
	switch class {
	case "nav", "navbar", "navigation", "breadcrumb", "breadcrumbs", "pagination",
		"skip", "skip-link", "noprint", "mw-editsection":
		return true
	}
	return false
}

func (a *attributes) set(name, value string) {
	switch name {
	case "hidden":
		a.hidden = a.hidden || !strings.EqualFold(value, "until-found")
	case "aria-hidden":
		a.hidden = a.hidden || strings.EqualFold(strings.TrimSpace(value), "true")
	case "style":
		style := strings.ToLower(strings.Join(strings.Fields(value), ""))
		a.hidden = a.hidden || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
	case "class":
		for _, class := range strings.Fields(value) {
			a.aside = a.aside || isAside(class)
		}
	case "role":
		a.role = strings.ToLower(strings.TrimSpace(value))
		a.hidden = a.hidden || a.role == "navigation" || a.role == "contentinfo" || a.role == "search"
	case "start":
		a.start = value
	case "value":
		a.value = value
	case "type":
		a.kind = value
	case "reversed":
		a.reversed = true
	case "colspan":
		a.columns = value
	case "rowspan":
		a.rows = value
	case "name", "property", "itemprop":
		a.name = strings.ToLower(strings.TrimSpace(value))
	case "content":
		a.content = value
	case "datetime":
		a.datetime = value
	case "href":
		a.local, a.href = strings.HasPrefix(value, "#"), value
	}
}
