package lsp

import (
	"path"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// reason stands in a new comment where a reason is to be written.
const reason = "say why"

// ignoring is the edit that writes a comment to Concord for a finding. It is nil
// where the format has no comments, or where one would not be seen.
func (s *server) ignoring(c claim) *protocol.WorkspaceEdit {
	at, text, ok := comment(c)
	if !ok {
		return nil
	}
	// Whether it is understood is tried out, not guessed.
	t := c.at.text
	data := append(append(append([]byte{}, t.Data[:at]...), text...), t.Data[at:]...)
	doc, err := c.at.doc.Read(data)
	if err != nil || len(doc.Marks) != len(t.Doc.Marks)+1 {
		return nil
	}
	return s.insertion(c.at, at, text)
}

// comment is the comment that has a finding ignored, and where in the file it
// belongs: on a line of its own before the block, or at the end of the block
// where a line of its own would break a list or a table.
func comment(c claim) (at int, text string, ok bool) {
	doc := c.at.text.Doc
	if c.Place.Block == fact.None || c.Place.Block >= len(doc.Blocks) {
		return 0, "", false
	}
	block := doc.Blocks[c.Place.Block]
	span := doc.FileSpan(block.Span)
	words := "concord: ignore " + c.Rule + " -- " + reason
	start := c.at.text.Lines.LineStart(span.Start)
	switch doc.Format {
	case "markdown":
		alone := block.ItemNo == source.None && block.Table == source.None && !block.Quoted && block.Kind != source.Term
		if alone && strings.TrimSpace(string(c.at.text.Data[start:span.Start])) == "" || block.Kind == source.Heading {
			return start, "<!-- " + words + " -->\n", true
		}
		return span.End, " <!-- " + words + " -->", true
	case "html":
		return span.End, " <!-- " + words + " -->", true
	case "text":
		if block.Kind == source.Cell {
			return 0, "", false
		}
		return start, lineComment(doc.File, indent(c.at.text.Data[start:]), words), true
	}
	return 0, "", false
}

// lineComment is a line of comment in one of the markups that are read as text.
func lineComment(file, indent, words string) string {
	switch strings.ToLower(path.Ext(file)) {
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
