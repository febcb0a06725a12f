package formats

import (
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// EPUB reads books: the chapters in the order of the book's spine, each as the
// HTML page that it is.
type EPUB struct{}

// Name implements Opener.
func (EPUB) Name() string { return "epub" }

// Is implements Opener.
func (EPUB) Is(file string, data []byte) bool {
	kind := packageKind(data)
	return kind == "epub" || kind == "" && strings.EqualFold(path.Ext(file), ".epub")
}

// maxBook bounds the chapters of a book, in bytes of markup: no book has more,
// and all of it is in memory at once.
const maxBook = 64 << 20

// Open implements Opener.
func (EPUB) Open(file string, data []byte) (*source.Document, error) {
	p, err := unpack(data, "an EPUB book")
	if err != nil {
		return nil, err
	}
	b := &book{packed: p, doc: &source.Document{File: file, Format: "epub", Bytes: len(data), Spots: []source.Spot{}}}
	if err := b.encrypted(); err != nil {
		return nil, err
	}
	chapters, err := b.spine()
	if err != nil {
		return nil, fmt.Errorf("is not an EPUB book or is damaged: %w", err)
	}
	read := 0
	for i, name := range chapters {
		page, err := p.read(name)
		if read += len(page); err == nil && read > maxBook {
			err = errors.New("the book has more than 64 MB")
		}
		if err != nil {
			b.doc.Notes = append(b.doc.Notes, source.Note{Kind: "unparsed", File: file, Message: fmt.Sprintf("%s could not be read: %v", name, err)})
			if read > maxBook || errors.Is(err, errUnpacked) {
				break
			}
			continue
		}
		b.chapter(i+1, HTML{}.Read(file, page))
	}
	b.doc.Text = b.text.String()
	return b.doc, nil
}

// book is a book while it is read.
type book struct {
	*packed
	doc  *source.Document
	text strings.Builder
	// noted are the notes' kinds that the book has already.
	noted map[string]bool
}

// encrypted fails for a book whose chapters are; fonts that are made unreadable
// do not matter.
func (b *book) encrypted() error {
	r, err := b.part("META-INF/encryption.xml")
	if err != nil {
		return nil
	}
	locked := false
	err = newXML(r).each(func(e xml.StartElement) {
		if e.Name.Local == "CipherReference" {
			switch strings.ToLower(path.Ext(attribute(e, "URI"))) {
			case ".xhtml", ".html", ".htm", ".xml", ".opf", "":
				locked = true
			}
		}
	}, nil, nil)
	if locked {
		return errEncrypted
	}
	return err
}

// spine lists the parts that hold the chapters, and reads title, author and
// date from the package file.
func (b *book) spine() ([]string, error) {
	r, err := b.part("META-INF/container.xml")
	if err != nil {
		return nil, err
	}
	root := ""
	if err := newXML(r).each(func(e xml.StartElement) {
		if e.Name.Local == "rootfile" && root == "" {
			root = attribute(e, "full-path")
		}
	}, nil, nil); err != nil {
		return nil, err
	}
	if r, err = b.part(root); err != nil {
		return nil, err
	}
	pages := map[string]string{}
	var chapters []string
	err = newXML(r).each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "item":
			kind := attribute(e, "media-type")
			nav := strings.Contains(" "+attribute(e, "properties")+" ", " nav ")
			if href, err := url.PathUnescape(attribute(e, "href")); err == nil && !nav && strings.Contains(kind, "html") {
				pages[attribute(e, "id")] = path.Join(path.Dir(root), href)
			}
		case "itemref":
			if name := pages[attribute(e, "idref")]; name != "" {
				chapters = append(chapters, name)
				delete(pages, attribute(e, "idref")) // none is read twice
			}
		}
	}, nil, nil)
	if err != nil {
		return nil, err
	}
	b.doc.Meta = b.publication(root)
	return chapters, nil
}

// chapter puts a chapter behind those that are read. Links within the book lead
// to parts of the package and not to files: they are left out, and so are the
// marks of notes, which are such links.
func (b *book) chapter(no int, c *source.Document) {
	b.notes(c)
	if len(c.Blocks) == 0 {
		return
	}
	if b.text.Len() > 0 {
		b.text.WriteString(string(betweenBlocks))
	}
	d, by := b.doc, b.text.Len()
	blocks, lists, tables := len(d.Blocks), len(d.Lists), len(d.Tables)
	moved := func(s source.Span) source.Span { return source.Span{Start: s.Start + by, End: s.End + by} }
	part := chapterName(no, c)
	for i, block := range c.Blocks {
		block.Span = moved(block.Span)
		shift(blocks, &block.Heading)
		shift(lists, &block.List)
		shift(tables, &block.Table)
		d.Blocks = append(d.Blocks, block)
		d.Spots = append(d.Spots, source.Spot{At: block.Span.Start, Part: part, Paragraph: i + 1})
	}
	for _, l := range c.Lists {
		shift(lists, &l.Parent)
		shift(blocks, &l.Intro, &l.Heading)
		for i := range l.Items {
			it := &l.Items[i]
			it.Span = moved(it.Span)
			shift(blocks, &it.First, &it.Last)
		}
		d.Lists = append(d.Lists, l)
	}
	for _, t := range c.Tables {
		t.Span = moved(t.Span)
		shift(blocks, &t.Intro, &t.Heading, &t.Caption)
		for _, row := range append(t.Rows, t.Header) {
			for i := range row {
				shift(blocks, &row[i])
			}
		}
		d.Tables = append(d.Tables, t)
	}
	for _, s := range c.Literal {
		d.Literal = append(d.Literal, moved(s))
	}
	for _, l := range c.Links {
		if u, err := url.Parse(l.Target); err == nil && u.IsAbs() {
			l.Span = moved(l.Span)
			shift(blocks, &l.Block)
			d.Links = append(d.Links, l)
		}
	}
	b.text.WriteString(c.Text)
}

// shift moves indices that are not None.
func shift(by int, indices ...*int) {
	for _, i := range indices {
		if *i != source.None {
			*i += by
		}
	}
}

// notes takes over what a chapter's reader had to say, each kind once.
func (b *book) notes(c *source.Document) {
	if b.noted == nil {
		b.noted = map[string]bool{}
	}
	for _, n := range c.Notes {
		if !b.noted[n.Kind] && n.Kind != "empty" {
			b.noted[n.Kind] = true
			b.doc.Notes = append(b.doc.Notes, n)
		}
	}
}

// chapterName is the chapter's first heading, else its place in the book.
func chapterName(no int, c *source.Document) string {
	for _, block := range c.Blocks {
		if block.Kind == source.Heading && block.Span.Len() < 200 {
			return fmt.Sprintf("chapter “%s”", cleanName(c.TextOf(block)))
		}
	}
	return fmt.Sprintf("chapter %d", no)
}
