package suppress

import (
	"path"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// byteOrderMark stays the first thing in a file.
const byteOrderMark = "\ufeff"

// Write is the comment that has a finding of a rule ignored in a block of doc,
// and where it belongs in data, the bytes that doc was read from: on a line of
// its own before the block, or at the end of the block where a line of its own
// would break a list or a table. The reason may be empty. It is not ok where
// the format has no comments; whether one is understood is for the caller to
// try.
func Write(doc *source.Document, data []byte, block int, rule, reason string) (at int, text string, ok bool) {
	b := doc.Blocks[block]
	span := doc.FileSpan(b.Span)
	words := "concord: ignore " + rule
	if reason != "" {
		words += " -- " + reason
	}
	start, first := span.Start, 0
	if strings.HasPrefix(string(data[:min(len(data), len(byteOrderMark))]), byteOrderMark) {
		first = len(byteOrderMark)
	}
	for start > first && data[start-1] != '\n' && data[start-1] != '\r' {
		start--
	}
	switch doc.Format {
	case "markdown":
		alone := b.ItemNo == source.None && b.Table == source.None && !b.Quoted && b.Kind != source.Term
		if alone && strings.TrimSpace(string(data[start:span.Start])) == "" || b.Kind == source.Heading {
			return start, "<!-- " + words + " -->\n", true
		}
		return span.End, " <!-- " + words + " -->", true
	case "html":
		return span.End, " <!-- " + words + " -->", true
	case "text", "latex", "org":
		if b.Kind == source.Cell {
			return 0, "", false
		}
		return start, lineComment(doc.File, indent(data[start:]), words), true
	}
	return 0, "", false
}

// lineComment is a line of comment in one of the markups that are read as text.
func lineComment(file, indent, words string) string {
	switch strings.ToLower(path.Ext(file)) {
	case ".tex", ".latex", ".ltx":
		return indent + "% " + words + "\n"
	case ".org":
		return indent + "# " + words + "\n"
	case ".adoc", ".asciidoc", ".asc":
		return "// " + words + "\n"
	case ".rst", ".rest":
		return indent + ".. " + words + "\n\n"
	}
	return indent + words + "\n"
}

// indent is the white space at the start of a line.
func indent(line []byte) string {
	n := 0
	for n < len(line) && (line[n] == ' ' || line[n] == '\t') {
		n++
	}
	return string(line[:n])
}
