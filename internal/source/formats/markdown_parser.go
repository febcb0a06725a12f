package formats

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdownParser is the one parser; it may be used by many goroutines. The
// parts are named one by one because the extensions as they come bring
// renderers along, move footnotes to the end, and compare every table cell
// that holds an escaped bar with every other. Bare links are text all the
// same without a parser of their own, which would take a sixth of the time.
var markdownParser = sync.OnceValue(func() parser.Parser {
	blocks := append(parser.DefaultBlockParsers(),
		util.Prioritized(extension.NewDefinitionListParser(), 101),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		util.Prioritized(footnoteBlocks{extension.NewFootnoteBlockParser()}, 999),
	)
	inlines := append(parser.DefaultInlineParsers(),
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(footnoteMarks{}, 101),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
	)
	paragraphs := append(parser.DefaultParagraphTransformers(),
		util.Prioritized(extension.NewTableParagraphTransformer(), 200))
	return parser.NewParser(
		parser.WithBlockParsers(blocks...),
		parser.WithInlineParsers(inlines...),
		parser.WithParagraphTransformers(paragraphs...),
	)
})

// parseMarkdown parses src from body on, which is the start of a line. All
// positions in the tree are positions in src.
func parseMarkdown(src []byte, body int) ast.Node {
	r := text.NewReader(src)
	if body > 0 {
		// The reader moves on to body by itself from the line end before.
		r.SetPosition(0, text.NewSegment(body-1, body))
	}
	pc := &mdContext{Context: parser.NewContext(), notes: map[string]bool{}}
	return markdownParser().Parse(r, parser.WithContext(pc))
}

// mdContext adds the labels of the footnotes to the parser's context.
type mdContext struct {
	parser.Context
	notes map[string]bool
}

// footnoteBlocks parses "[^1]: text" and leaves the note where it stands.
type footnoteBlocks struct{ parser.BlockParser }

// Close implements parser.BlockParser. It runs before any inline text is
// parsed, so that marks may stand above their notes.
func (footnoteBlocks) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	if c, ok := pc.(*mdContext); ok {
		c.notes[string(node.(*extast.Footnote).Ref)] = true
	}
}

// maxLabel is how long a footnote's label may be, in bytes.
const maxLabel = 200

// footnoteMarks parses "[^1]" where there is such a note.
type footnoteMarks struct{}

// Trigger implements parser.InlineParser.
func (footnoteMarks) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser.
func (footnoteMarks) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	if len(line) < 4 || line[1] != '^' {
		return nil
	}
	end := bytes.IndexByte(line[:min(len(line), maxLabel)], ']')
	if end < 0 {
		return nil
	}
	c, ok := pc.(*mdContext)
	if !ok || !c.notes[string(line[2:end])] {
		return nil
	}
	block.Advance(end + 1)
	return extast.NewFootnoteLink(at.Start) // by which its label is found again
}
