package formats

import (
	"encoding/xml"
	"fmt"
	"path"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// ODT reads OpenDocument texts as they read once all changes in them are
// accepted.
//
// It walks through the XML by itself: the libraries that there are lose the
// text of links, lists or tables.
type ODT struct{}

// Name implements Opener.
func (ODT) Name() string { return "odt" }

// Is implements Opener.
func (ODT) Is(file string, data []byte) bool {
	kind := packageKind(data)
	ext := strings.ToLower(path.Ext(file))
	return kind == "odt" || kind == "" && (ext == ".odt" || ext == ".ott")
}

// Open implements Opener.
func (ODT) Open(file string, data []byte) (*source.Document, error) {
	p, err := unpack(data, "an OpenDocument text")
	if err != nil {
		return nil, err
	}
	if manifest, err := p.read("META-INF/manifest.xml"); err == nil && strings.Contains(string(manifest), "encryption-data") {
		return nil, errEncrypted
	}
	r, err := p.part("content.xml")
	if err != nil {
		return nil, fmt.Errorf("is not an OpenDocument text or is damaged: %w", err)
	}
	o := &odt{
		doc: &source.Document{File: file, Format: "odt", Bytes: len(data), Meta: p.fileProperties("meta.xml")},
		odtStyles: odtStyles{
			styles: map[string]*officeStyle{}, lists: map[string]*[maxLevels]listLevel{},
			sections: map[string]bool{},
		},
		notes: map[string][]officeBlock{}, byID: map[string]*odtCount{}, byStyle: map[string]*odtCount{},
	}
	if styles, err := p.part("styles.xml"); err == nil {
		_ = o.read(newXML(styles)) // a text can be read without them
	}
	o.out = newOfficeWriter(o.doc)
	w := &odtWalk{odt: o}
	if err := w.read(newXML(r)); err != nil {
		o.note("unparsed", fmt.Sprintf("the text could not be read to its end: %v", err))
	}
	if !w.within {
		return nil, fmt.Errorf("is not an OpenDocument text: it has no text")
	}
	o.out.notes(func(n officeNote) (string, []officeBlock) {
		place, _, _ := strings.Cut(n.key, ":")
		return place, o.notes[n.key]
	})
	o.out.finish()
	o.unread(p)
	return o.doc, nil
}

// odt is an OpenDocument text while it is read.
type odt struct {
	odtStyles
	doc   *source.Document
	notes map[string][]officeBlock
	out   *officeWriter
	left  officeLeft
	// counts is how many lists there were; byID and byStyle find the one that
	// another goes on with.
	counts        int
	byID, byStyle map[string]*odtCount
	// headings counts the headings that have numbers.
	headings listCount
	comments bool
	pictures bool
}

// odtCount counts the items of a list.
type odtCount struct {
	id    int
	count listCount
}

func (o *odt) note(kind, message string) {
	o.doc.Notes = append(o.doc.Notes, source.Note{Kind: kind, File: o.doc.File, Message: message})
}

// unread notes what the document holds besides its text.
func (o *odt) unread(p *packed) {
	o.left.notes(o.note)
	if o.headers {
		o.note("unparsed", "headers and footers are not read")
	}
	if o.comments {
		o.note("unparsed", "comments are not read")
	}
	if o.pictures {
		for name := range p.parts {
			if strings.HasPrefix(name, "Object") && strings.HasSuffix(name, "/content.xml") {
				o.note("unparsed", "charts, formulas and other objects are not read")
				return
			}
		}
	}
}

// odtName is an element's name with the prefix that all programs use.
func odtName(n xml.Name) string { return n.Space + ":" + n.Local }
