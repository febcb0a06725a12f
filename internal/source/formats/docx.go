package formats

import (
	"encoding/xml"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// DOCX reads Word's documents as they read once all changes in them are
// accepted: paragraphs with their numbers, tables, notes, text boxes.
//
// It walks through the XML by itself: the libraries that there are lose the
// text of links, insertions or lists.
type DOCX struct{}

// Name implements Opener.
func (DOCX) Name() string { return "docx" }

// Is implements Opener.
func (DOCX) Is(file string, data []byte) bool {
	kind := packageKind(data)
	ext := strings.ToLower(path.Ext(file))
	return kind == "docx" || kind == "" && (ext == ".docx" || ext == ".docm")
}

// Open implements Opener.
func (DOCX) Open(file string, data []byte) (*source.Document, error) {
	p, err := unpack(data, "a Word document")
	if err != nil {
		return nil, err
	}
	d := &docx{packed: p, doc: &source.Document{File: file, Format: "docx", Bytes: len(data)}}
	main := d.mainPart()
	r, err := p.part(main)
	if err != nil {
		return nil, fmt.Errorf("is not a Word document or is damaged: %w", err)
	}
	d.doc.Meta = p.fileProperties("docProps/core.xml")
	d.folder = path.Dir(main)
	parts := d.relations(main)
	d.readStyles(d.of(parts, "styles"))
	d.readNumbering(d.of(parts, "numbering"))
	d.notes, d.labels, d.counted = map[string][]officeBlock{}, map[string]string{}, map[string]int{}
	d.readNotes(d.of(parts, "footnotes"), "footnote")
	d.readNotes(d.of(parts, "endnotes"), "endnote")
	d.out = newOfficeWriter(d.doc)
	d.restart()
	w := &docxWalk{docx: d, links: parts, out: d.out}
	if err := w.read(newXML(r)); err != nil {
		d.note("unparsed", fmt.Sprintf("the text could not be read to its end: %v", err))
	}
	d.out.notes(func(n officeNote) (string, []officeBlock) {
		place, _, _ := strings.Cut(n.key, ":")
		return place, d.notes[n.key]
	})
	d.out.finish()
	d.unread(parts)
	return d.doc, nil
}

// docx is a Word document while it is read.
type docx struct {
	*packed
	doc    *source.Document
	folder string
	styles map[string]*officeStyle
	// plain are the styles of paragraphs and of letters without one of their own.
	plain *officeStyle
	nums  map[string]*docxNum
	notes map[string][]officeBlock
	// labels are the notes' numbers, counted how many of each kind have one.
	labels  map[string]string
	counted map[string]int
	out     *officeWriter
	lists   int // how many lists there were
	left    officeLeft
	symbols int  // signs of fonts of symbols that have no letter
	foreign bool // parts in other formats
}

// relation is where a part leads.
type docxRelation struct {
	kind, target string
	external     bool
}

// mainPart is the name of the part with the text.
func (d *docx) mainPart() string {
	parts := d.relations("")
	for _, id := range slices.Sorted(maps.Keys(parts)) { // a file may name two
		if r := parts[id]; r.kind == "officeDocument" {
			return strings.TrimPrefix(path.Clean("/"+r.target), "/")
		}
	}
	return "word/document.xml"
}

// relations reads where a part leads, by the ids that it uses.
func (d *docx) relations(part string) map[string]docxRelation {
	all := map[string]docxRelation{}
	dir, name := path.Split(part)
	r, err := d.part(dir + "_rels/" + name + ".rels")
	if err != nil {
		return all
	}
	_ = newXML(r).each(func(e xml.StartElement) {
		if e.Name.Local == "Relationship" && len(all) < maxParts {
			all[attribute(e, "Id")] = docxRelation{path.Base(attribute(e, "Type")), attribute(e, "Target"), attribute(e, "TargetMode") == "External"}
		}
	}, nil, nil)
	return all
}

// of is the name of the part of a kind that the main part leads to.
func (d *docx) of(parts map[string]docxRelation, kind string) string {
	for _, id := range slices.Sorted(maps.Keys(parts)) {
		if r := parts[id]; r.kind == kind && !r.external {
			return d.within(r.target)
		}
	}
	return path.Join(d.folder, kind+".xml")
}

// within is the name of a part that the main part leads to.
func (d *docx) within(target string) string {
	if strings.HasPrefix(target, "/") {
		return target
	}
	return path.Join(d.folder, target)
}

func (d *docx) note(kind, message string) {
	d.doc.Notes = append(d.doc.Notes, source.Note{Kind: kind, File: d.doc.File, Message: message})
}

// readNotes reads the footnotes or endnotes.
func (d *docx) readNotes(part, kind string) {
	r, err := d.part(part)
	if err != nil {
		return
	}
	d.restart()
	w := &docxWalk{docx: d, links: d.relations(part), noteKind: kind}
	if err := w.read(newXML(r)); err != nil {
		d.note("unparsed", fmt.Sprintf("the %ss could not be read to their end: %v", kind, err))
	}
}

// unread notes what the document holds besides its text.
func (d *docx) unread(parts map[string]docxRelation) {
	d.left.notes(d.note)
	if d.symbols > 0 {
		d.note("hidden", fmt.Sprintf("%d signs of fonts of symbols are left out", d.symbols))
	}
	if d.foreign {
		d.note("unparsed", "parts of the text are kept in another format and are not read")
	}
	kinds := map[string]bool{}
	for _, r := range parts {
		switch r.kind {
		case "header", "footer":
			kinds["header"] = kinds["header"] || d.says(d.within(r.target))
		case "comments":
			kinds[r.kind] = kinds[r.kind] || d.says(d.within(r.target))
		case "chart", "diagramData":
			kinds[r.kind] = true
		}
	}
	if kinds["header"] {
		d.note("unparsed", "headers and footers are not read")
	}
	if kinds["comments"] {
		d.note("unparsed", "comments are not read")
	}
	if kinds["chart"] || kinds["diagramData"] {
		d.note("unparsed", "charts and diagrams are not read")
	}
}

// says reports whether a part holds text.
func (d *docx) says(part string) bool {
	r, err := d.part(part)
	if err != nil {
		return false
	}
	inText, found := false, false
	_ = newXML(r).each(
		func(e xml.StartElement) { inText = e.Name.Local == "t" },
		func(text []byte) { found = found || inText && strings.TrimSpace(string(text)) != "" },
		func(string) { inText = false })
	return found
}
