package formats

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/concordlint/concord/internal/source"
)

// vocabulary tells what the elements of a kind of XML are, in the terms of
// HTML's: one walker reads both.
type vocabulary interface {
	// element is what an element is, given the names of those around it,
	// innermost last. It may change attributes that there are, to those of HTML.
	element(name string, around []string, a map[string]string) element
	// meta is the key under which Document.Meta has what an element says.
	meta(name string, around []string) string
}

// readXML reads a document of a vocabulary.
func readXML(v vocabulary, format, file string, data []byte) *source.Document {
	dec := source.Decode(data)
	src := slices.Clip(dec.Text)
	doc := &source.Document{File: file, Format: format, Bytes: len(data), Notes: dec.Notes(file)}
	b := newBuilder(doc, src)
	// A tag and the text behind it are a node each, an end tag is none.
	x := &xmlTree{tree: &tree{data: src, nodes: make([]node, 0, min(bytes.Count(src, []byte("<"))*3/2, len(src)/12)+8)}, vocabulary: v, said: map[string]string{}}
	x.cut()
	if y := x.said["year"]; y != "" && format == "jats" {
		x.said["date"] = strings.Join(strings.Fields(y+" "+x.said["month"]+" "+x.said["day"]), "-")
		for _, part := range []string{"year", "month", "day"} {
			delete(x.said, part)
		}
	}
	if len(x.said) > 0 {
		doc.Meta = x.said
	}
	w := htmlWalker{b: b, tree: x.tree, place: place{data: src}, inMain: true}
	w.nodes(0, len(x.nodes))
	w.flush()
	if x.tooDeep {
		b.note("too-deep", "elements are nested too deeply; the innermost are read as plain text")
	}
	if x.unclosed {
		b.note("unparsed", "elements are not closed as they were opened; what stands behind may be read as part of them")
	}
	b.finish(dec.Origin)
	doc.Anchors.Made = format // the ids are not read
	return doc
}

// xmlTree cuts XML into the nodes of a tree.
type xmlTree struct {
	*tree
	vocabulary
	names []string // of the open elements
	// said is what the document tells of itself; key is what is being read.
	said     map[string]string
	key      string
	depth    int // how many elements were open where the key began
	unclosed bool
}

// cut reads all tokens. The tokenizer is HTML's, which gives exact offsets and
// expands no entities; elements whose content HTML takes literally are none here.
func (x *xmlTree) cut() {
	z := html.NewTokenizer(bytes.NewReader(x.data))
	z.AllowCDATA(true)
	for at := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		raw := z.Raw()
		end := at + len(raw)
		switch kind {
		case html.TextToken:
			from, to := at, end
			if bytes.HasPrefix(raw, []byte("<![CDATA[")) {
				from, to = at+len("<![CDATA["), max(end-len("]]>"), at+len("<![CDATA["))
			}
			x.letters(from, to)
		case html.StartTagToken:
			z.NextIsNotRawText()
			x.start(raw, at, end)
		case html.SelfClosingTagToken:
			x.start(raw, at, end)
			x.endOne(end)
		case html.EndTagToken:
			x.end(raw, at)
		}
		at = end
	}
	x.unclosed = x.unclosed || len(x.names) > 0
	x.close(0, len(x.data))
}

// letters takes text.
func (x *xmlTree) letters(from, to int) {
	if from >= to || len(x.names) == 0 {
		return // what stands before the root is no text
	}
	if x.key != "" && len(x.said[x.key]) < 1<<10 {
		x.said[x.key] = cleanName(x.said[x.key] + " " + cleanText(x.data[from:to]))
	}
	x.text(from, to)
}

// start opens an element.
func (x *xmlTree) start(raw []byte, at, end int) {
	if x.over > 0 {
		x.over++
		return
	}
	name := xmlName(raw[1:])
	a := xmlAttributes(raw)
	el := x.vocabulary.element(name, x.names, a)
	if key := x.vocabulary.meta(name, x.names); key != "" && x.key == "" && x.said[key] == "" {
		x.key, x.depth = key, len(x.names)
	}
	if len(x.names) >= maxElements {
		x.over++
		x.tooDeep = true
		return
	}
	x.names = append(x.names, name)
	x.bounded = x.bounded || el.tag.isBlock()
	x.push(el, name, attributes{
		start: a["startingnumber"], kind: a["kind"], columns: a["colspan"], rows: a["rowspan"], href: a["href"], value: a["value"],
	}, at, end)
}

// endOne closes the innermost element.
func (x *xmlTree) endOne(at int) {
	if x.over > 0 {
		x.over--
		return
	}
	x.close(len(x.names)-1, at)
}

// end closes the element that the end tag names, and those within it that were
// left open.
func (x *xmlTree) end(raw []byte, at int) {
	if x.over > 0 {
		x.over--
		return
	}
	name := xmlName(raw[min(2, len(raw)):])
	i := len(x.names) - 1
	for i >= 0 && x.names[i] != name {
		i--
	}
	if i < 0 {
		x.unclosed = true
		return
	}
	x.unclosed = x.unclosed || i != len(x.names)-1
	x.bounded = true
	x.close(i, at)
}

// close closes elements until depth are left.
func (x *xmlTree) close(depth, at int) {
	depth = max(depth, 0)
	x.names = x.names[:min(depth, len(x.names))]
	if len(x.stack) > depth {
		x.popTo(depth, at)
	}
	if x.key != "" && depth <= x.depth {
		x.key = ""
	}
}

// xmlName is a name without its prefix, in lower case.
func xmlName(raw []byte) string {
	n := 0
	for n < len(raw) && raw[n] != '>' && raw[n] != '/' && !isBlank(raw[n]) && raw[n] != '\r' {
		n++
	}
	name := raw[:n]
	if i := bytes.LastIndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	return strings.ToLower(string(name))
}

// xmlAttributes are an element's attributes by their names without prefixes; nil
// for none.
func xmlAttributes(raw []byte) map[string]string {
	if bytes.IndexByte(raw, '=') < 0 {
		return nil
	}
	a := map[string]string{}
	i := 1
	for i < len(raw) && raw[i] != '>' && !isBlank(raw[i]) {
		i++
	}
	for i < len(raw) && len(a) < 100 {
		name, value, next := nextAttribute(raw, i)
		if name == "" {
			break
		}
		if k := strings.LastIndexByte(name, ':'); k >= 0 {
			name = name[k+1:]
		}
		if _, twice := a[name]; !twice {
			a[name] = value
		}
		i = next
	}
	return a
}

// within counts the elements around that are one of the names.
func within(around []string, names ...string) int {
	n := 0
	for _, a := range around {
		if slices.Contains(names, a) {
			n++
		}
	}
	return n
}

// parent is the innermost of the elements around, "" for none.
func parent(around []string) string {
	if len(around) == 0 {
		return ""
	}
	return around[len(around)-1]
}

// headingAt is a heading at a level; HTML knows six.
func headingAt(level int) element {
	return element{tag: headingTag, level: uint8(min(max(level, 1), 6))}
}

// xmlRoot is the name of the root element in a file's first bytes, with what
// stands before the element's end, "" where there is none.
func xmlRoot(data []byte) (name, tag string) {
	data = bytes.TrimPrefix(data[:min(len(data), 4<<10)], []byte("\xef\xbb\xbf"))
	if !bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")) {
		return "", ""
	}
	z := html.NewTokenizer(bytes.NewReader(data))
	for at := 0; ; {
		kind := z.Next()
		end := at + len(z.Raw())
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			return xmlName(z.Raw()[1:]), string(data[:end])
		case html.ErrorToken, html.EndTagToken:
			return "", ""
		}
		at = end
	}
}

// IsXMLDocument reports whether the first bytes of a file are those of an XML
// document that there is a reader for.
func IsXMLDocument(data []byte) bool { return isJATS(data) || isDocBook(data) }

// count is the number that an attribute holds, 0 for none.
func count(value string) int {
	n, err := strconv.Atoi(strings.TrimSpace(value))
	if err != nil || n < 0 || n > maxSpan {
		return 0
	}
	return n
}
