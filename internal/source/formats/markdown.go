package formats

import (
	"errors"
	"fmt"
	"slices"

	"github.com/concordlint/concord/internal/source"
)

// Markdown reads Markdown as GitHub understands it (CommonMark with tables,
// strike-through and task lists), with footnotes, definition lists and front
// matter.
type Markdown struct{}

// Name implements source.Reader.
func (Markdown) Name() string { return "markdown" }

// Read implements source.Reader.
func (Markdown) Read(file string, data []byte) *source.Document {
	dec := source.Decode(data)
	// The parser may append to slices of its source; without spare capacity
	// it cannot write into the bytes behind it.
	src := slices.Clip(dec.Text)
	doc := &source.Document{File: file, Format: "markdown", Bytes: len(data), Notes: dec.Notes(file)}
	meta, body := frontMatter(src)
	doc.Meta = meta
	b := newBuilder(doc, src)
	b.front(body)
	if err := readMarkdown(b, body); err != nil {
		doc.Blocks, doc.Lists, doc.Tables, doc.Literal, doc.Links, doc.Fields, doc.Footmarks, doc.Footnotes = nil, nil, nil, nil, nil, nil, nil, nil
		b = newBuilder(doc, src)
		b.front(body)
		kind := "unparsed"
		if errors.Is(err, errTangled) {
			kind = "too-deep"
		}
		b.note(kind, err.Error()+"; read as plain paragraphs")
		b.plain(body)
	}
	b.finish(dec.Origin)
	doc.Anchors = anchors(src)
	return doc
}

// errTangled says that a document cannot be parsed in reasonable time.
var errTangled = errors.New("markup is nested too deeply")

// readMarkdown parses src from body on and drives the builder. Its error
// says why the document's structure could not be read.
func readMarkdown(b *builder, body int) (err error) {
	if tangled(b.src[body:]) {
		return errTangled
	}
	defer func() {
		// A document that the parser cannot digest must not end the run.
		if r := recover(); r != nil {
			err = fmt.Errorf("markup could not be parsed (%v)", r)
		}
	}()
	w := mdWalker{b: b, src: b.src}
	w.blocks(parseMarkdown(b.src, body))
	return nil
}

// plain reads src from body on as paragraphs between blank lines.
func (b *builder) plain(body int) {
	src := b.src
	for at := body; at < len(src); {
		end := at
		for end < len(src) && !restBlank(src, end) {
			end = behindLine(src, end)
		}
		if end > at {
			b.begin()
			b.copy(at, end)
			b.end(source.Paragraph, 0)
		}
		for at = end; at < len(src) && restBlank(src, at); {
			at = behindLine(src, at)
		}
	}
}
