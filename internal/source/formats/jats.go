package formats

import (
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// JATS reads science papers in the Journal Article Tag Suite: title, abstract,
// text and notes, without references, names of authors and formulas.
type JATS struct{}

// Name implements source.Reader.
func (JATS) Name() string { return "jats" }

// Read implements source.Reader.
func (JATS) Read(file string, data []byte) *source.Document {
	return readXML(&jats{}, "jats", file, data)
}

// isJATS reports whether a file's first bytes are those of a paper.
func isJATS(data []byte) bool {
	name, head := xmlRoot(data)
	return name == "article" && (strings.Contains(head, "JATS") || strings.Contains(head, "NLM//DTD") ||
		strings.Contains(head, "article-type=") || strings.Contains(head, "dtd-version="))
}

// jats is the vocabulary (Journal Archiving and Interchange Tag Set, 1.3).
type jats struct {
	// dates is how many dates of publication there were; the first one counts.
	dates int
}

// element implements vocabulary.
func (v *jats) element(name string, around []string, a map[string]string) element {
	in := parent(around)
	if name == "pub-date" {
		v.dates++
	}
	if in == "article-meta" || in == "front-stub" {
		switch name {
		case "title-group", "abstract", "trans-abstract":
			return element{tag: divTag}
		}
		return element{tag: skippedBlockTag}
	}
	switch name {
	case "journal-meta", "ref-list", "supplementary-material", "sub-article", "response", "glossary", "processing-meta",
		"contrib-group", "subtitle", "trans-title-group", "alt-title", "object-id":
		return element{tag: skippedBlockTag}
	case "disp-formula", "disp-formula-group", "chem-struct-wrap":
		return element{tag: skippedBlockTag}
	case "inline-formula", "tex-math", "math", "alt-text", "long-desc", "graphic", "inline-graphic", "media", "index-term", "fn-num":
		return element{tag: skippedTag}
	case "article-title":
		if in == "title-group" {
			return headingAt(1)
		}
		return element{}
	case "title":
		if in == "caption" || in == "list" || in == "fn-group" || in == "def-list" {
			return element{tag: divTag}
		}
		return headingAt(1 + max(within(around, "sec", "app", "ack", "abstract", "trans-abstract", "bio", "notes"), 1))
	case "label":
		if in == "table-wrap" || in == "fig" || in == "boxed-text" {
			return element{tag: divTag}
		}
		return element{tag: skippedTag}
	case "xref":
		if t := a["ref-type"]; t == "fn" || t == "bibr" || t == "table-fn" || t == "aff" || t == "corresp" {
			return element{tag: skippedTag}
		}
		return element{}
	}
	return jatsText(name, in, a)
}

// jatsText are the elements of running text.
func jatsText(name, in string, a map[string]string) element {
	switch name {
	case "p":
		return element{tag: paragraphTag}
	case "sec", "body", "back", "abstract", "app", "app-group", "ack", "fig", "fig-group", "table-wrap", "table-wrap-group",
		"table-wrap-foot", "caption", "boxed-text", "statement", "attrib", "fn-group", "verse-line", "speech", "front", "article":
		return element{tag: divTag}
	case "fn":
		if in == "fn-group" || in == "table-wrap-foot" || in == "author-notes" {
			return element{tag: divTag}
		}
		return element{tag: noteTag}
	case "list":
		kind := map[string]string{"alpha-lower": "a", "alpha-upper": "A", "roman-lower": "i", "roman-upper": "I", "order": "1"}[a["list-type"]]
		if kind != "" {
			a["kind"] = kind
		}
		return element{tag: listTag, ordered: kind != ""}
	case "list-item":
		return element{tag: itemTag}
	case "def-list":
		return element{tag: definitionsTag}
	case "term":
		if in == "def-item" {
			return element{tag: termTag}
		}
	case "def":
		return element{tag: definitionTag}
	case "disp-quote", "verse-group":
		return element{tag: blockquoteTag}
	case "preformat", "code":
		if in == "p" {
			return element{}
		}
		return element{tag: preTag}
	case "break":
		return element{tag: breakTag}
	case "sup":
		return element{tag: supTag}
	case "strike":
		return element{tag: deletedTag}
	case "ext-link", "uri":
		return element{tag: linkTag}
	}
	return lookUpTable(name)
}

// meta implements vocabulary.
func (v *jats) meta(name string, around []string) string {
	switch {
	case name == "article-title" && parent(around) == "title-group":
		return "title"
	case parent(around) == "pub-date" && v.dates == 1 && (name == "year" || name == "month" || name == "day"):
		return name
	}
	return ""
}
