package formats

import (
	"slices"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// DocBook reads books and articles in DocBook 4 and 5.
type DocBook struct{}

// Name implements source.Reader.
func (DocBook) Name() string { return "docbook" }

// Read implements source.Reader.
func (DocBook) Read(file string, data []byte) *source.Document {
	return readXML(&docBook{}, "docbook", file, data)
}

// docBookParts are the elements that make sections and have titles.
var docBookParts = []string{"book", "article", "part", "chapter", "appendix", "preface", "section", "sect1", "sect2", "sect3", "sect4", "sect5",
	"simplesect", "refentry", "refsect1", "refsect2", "refsect3", "refsection", "dedication", "colophon", "reference", "set"}

// isDocBook reports whether a file's first bytes are those of DocBook.
func isDocBook(data []byte) bool {
	name, head := xmlRoot(data)
	return slices.Contains(docBookParts, name) && (strings.Contains(head, "docbook.org") || strings.Contains(head, "OASIS//DTD DocBook") ||
		name != "article" && name != "section" && name != "part" && name != "set" && name != "reference")
}

// docBook is the vocabulary. It keeps the names of a table's columns, by which
// cells tell how far they reach.
type docBook struct{ columns []string }

// element implements vocabulary.
func (d *docBook) element(name string, around []string, a map[string]string) element {
	in := parent(around)
	if strings.HasSuffix(in, "info") && name != "title" || name == "subtitle" || name == "titleabbrev" {
		return element{tag: skippedBlockTag}
	}
	switch name {
	case "toc", "lot", "index", "bibliography", "glossary", "mediaobject", "imageobject", "refmeta", "refsynopsisdiv", "equation", "informalequation":
		return element{tag: skippedBlockTag}
	case "indexterm", "remark", "inlinemediaobject", "inlineequation", "mathphrase", "alt", "co", "coref", "footnoteref", "xref", "anchor", "comment":
		return element{tag: skippedTag}
	case "title":
		switch {
		case slices.Contains(docBookParts, in):
			return headingAt(within(around, docBookParts...))
		case strings.HasSuffix(in, "info") && len(around) > 1 && slices.Contains(docBookParts, around[len(around)-2]):
			return headingAt(within(around, docBookParts...))
		case in == "table":
			return element{tag: captionTag}
		}
		return element{tag: divTag}
	case "colspec":
		d.columns = append(d.columns, a["colname"])
		return element{}
	case "tgroup":
		d.columns = d.columns[:0]
		return element{}
	case "entry":
		d.reach(a)
		return element{tag: cellTag, header: within(around, "thead") > 0}
	case "row":
		return element{tag: rowTag}
	}
	return docBookText(name, in, a)
}

// reach tells how many columns and rows a cell covers, as HTML does.
func (d *docBook) reach(a map[string]string) {
	if from, to := slices.Index(d.columns, a["namest"]), slices.Index(d.columns, a["nameend"]); a["namest"] != "" && from >= 0 && to > from {
		a["colspan"] = strconv.Itoa(to - from + 1)
	}
	if more := count(a["morerows"]); more > 0 {
		a["rowspan"] = strconv.Itoa(more + 1)
	}
}

// docBookText are the elements of running text.
func docBookText(name, in string, a map[string]string) element {
	switch name {
	case "para", "simpara", "bridgehead", "attribution", "refpurpose":
		return element{tag: paragraphTag}
	case "formalpara", "note", "warning", "tip", "important", "caution", "sidebar", "example", "informalexample", "figure", "abstract",
		"epigraph", "address", "caption", "callout", "calloutlist", "procedure", "substeps", "qandaset", "qandaentry", "question", "answer",
		"refnamediv", "blockinfo", "textobject":
		return element{tag: divTag}
	case "itemizedlist", "simplelist":
		return element{tag: listTag}
	case "orderedlist":
		if kind := map[string]string{"loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}[a["numeration"]]; kind != "" {
			a["kind"] = kind
		}
		return element{tag: listTag, ordered: true}
	case "variablelist", "glosslist":
		return element{tag: definitionsTag}
	case "listitem", "glossdef":
		if in == "varlistentry" || in == "glossentry" {
			return element{tag: definitionTag}
		}
		if override := a["override"]; override != "" {
			a["value"] = override
		}
		return element{tag: itemTag}
	case "member", "step":
		return element{tag: itemTag}
	case "term", "glossterm":
		if in == "varlistentry" || in == "glossentry" {
			return element{tag: termTag}
		}
	case "programlisting", "screen", "literallayout", "synopsis", "cmdsynopsis", "funcsynopsis":
		return element{tag: preTag}
	case "blockquote":
		return element{tag: blockquoteTag}
	case "footnote":
		return element{tag: noteTag}
	case "quote":
		return element{tag: quoteTag}
	case "superscript":
		return element{tag: supTag}
	case "emphasis":
		if a["role"] == "strikethrough" {
			return element{tag: deletedTag}
		}
	case "ulink", "link":
		if url := a["url"]; url != "" {
			a["href"] = url
		}
		return element{tag: linkTag}
	case "informaltable":
		return element{tag: tableTag}
	}
	if slices.Contains(docBookParts, name) || strings.HasSuffix(name, "info") {
		return element{tag: divTag}
	}
	return lookUpTable(name)
}

// meta implements vocabulary.
func (*docBook) meta(name string, around []string) string {
	top := len(around) == 1 || len(around) == 2 && strings.HasSuffix(around[1], "info")
	switch {
	case !top:
	case name == "title":
		return "title"
	case name == "date", name == "pubdate":
		return "date"
	}
	return ""
}
