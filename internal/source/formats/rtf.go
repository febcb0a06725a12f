package formats

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// RTF reads documents in the Rich Text Format, version 1.9.1, as they read once
// all changes in them are accepted.
type RTF struct{}

// Name implements Opener.
func (RTF) Name() string { return "rtf" }

var rtfStart = []byte(`{\rtf`)

// Is implements Opener.
func (RTF) Is(file string, data []byte) bool {
	return bytes.HasPrefix(data, rtfStart) || strings.EqualFold(path.Ext(file), ".rtf")
}

// Open implements Opener.
func (RTF) Open(file string, data []byte) (*source.Document, error) {
	if !bytes.HasPrefix(bytes.TrimSpace(data[:min(len(data), 100)]), rtfStart) {
		return nil, errors.New("is no RTF document")
	}
	r := &rtf{
		doc: &source.Document{File: file, Format: "rtf", Bytes: len(data)}, data: data,
		styles: map[int]string{}, fonts: map[int]int{}, notes: map[string][]officeBlock{}, meta: map[string]string{}, page: 1252,
	}
	r.out = newOfficeWriter(r.doc)
	r.frames = []*rtfFrame{{kind: "body"}}
	if err := r.read(); err != nil {
		r.note("unparsed", fmt.Sprintf("the text could not be read to its end: %v", err))
	}
	for len(r.frames) > 1 {
		r.pop()
	}
	r.endPara()
	r.endTable(r.top())
	r.out.notes(func(n officeNote) (string, []officeBlock) {
		place, _, _ := strings.Cut(n.key, ":")
		return place, r.notes[n.key]
	})
	r.out.finish()
	r.left.notes(r.note)
	if r.headers {
		r.note("unparsed", "headers and footers are not read")
	}
	if r.comments {
		r.note("unparsed", "comments are not read")
	}
	if r.objects {
		r.note("unparsed", "embedded objects and old drawings are not read")
	}
	if len(r.meta) > 0 {
		r.doc.Meta = r.meta
	}
	return r.doc, nil
}

// rtf is a document while it is read.
type rtf struct {
	doc    *source.Document
	data   []byte
	at     int
	out    *officeWriter
	groups []rtfState
	rtfState
	frames []*rtfFrame
	// styles are the names of styles, fonts the code pages of fonts, page that
	// of the document.
	styles map[int]string
	fonts  map[int]int
	page   int
	font   int // the one that the table of fonts tells of
	usual  int // that of text without one
	// pending are letters that are not decoded yet; odd tells that some were in
	// an unknown code page.
	pending []byte
	odd     bool
	notes   map[string][]officeBlock
	noted   int
	meta    map[string]string
	left    officeLeft
	// high is the first half of a letter that \u writes in two.
	high                       rune
	skip                       int // letters that stand for the last \u
	size                       int
	inner                      int // notes and boxes
	headers, comments, objects bool
}

// rtfState is what a group inherits from the one around it and forgets at its
// end.
type rtfState struct {
	dest   rtfDest
	text   *strings.Builder // what a destination gathers
	number int              // of the style that is told of
	// opened tells that the group opened a frame.
	opened  bool
	starred bool
	after   int // how many letters stand for one that \u writes
	page    int // the font's code page, 0 for the document's
	hidden  bool
	deleted bool
	raised  bool
	struck  bool
	link    int // where the open link began, above zero by one
	target  *string
	created []int
}

// rtfDest is what becomes of a group's text.
type rtfDest uint8

const (
	rtfText rtfDest = iota
	rtfSkip
	rtfFonts
	rtfStyles
	rtfMarker
	rtfInstruction
	rtfTitle
	rtfAuthor
	rtfMade
	rtfInfo
)

// rtfFrame is a container of paragraphs: the text, a note, a box.
type rtfFrame struct {
	kind   string
	key    string
	label  string
	blocks []officeBlock
	para   rtfPara
	table  *officeTable
	row    *officeRow
	cell   []officeBlock
	// cells tells which of the row's cells others cover, header whether it is
	// one of titles.
	cells  []bool
	merged bool
	header bool
}

// rtfPara is a paragraph while it is read.
type rtfPara struct {
	officeLetters
	style, level, outline int
	list, indent, first   int
	inTable               bool
	marker                strings.Builder
	boxes                 []officeBlock
}

func newRTFPara() rtfPara { return rtfPara{outline: -1} }

func (r *rtf) top() *rtfFrame { return r.frames[len(r.frames)-1] }

func (r *rtf) note(kind, message string) {
	r.doc.Notes = append(r.doc.Notes, source.Note{Kind: kind, File: r.doc.File, Message: message})
}

// read reads all groups, control words and letters.
func (r *rtf) read() error {
	r.top().para = newRTFPara()
	r.after = 1
	for r.at < len(r.data) {
		switch c := r.data[r.at]; c {
		case '{':
			r.flush()
			if len(r.groups) >= maxNesting {
				return errNesting
			}
			r.groups = append(r.groups, r.rtfState)
			r.opened, r.starred, r.skip = false, false, 0
			r.at++
		case '}':
			r.flush()
			r.at++
			r.skip = 0
			if r.endGroup(); len(r.groups) == 0 {
				return r.behindEnd()
			}
		case '\\':
			r.control()
		case '\r', '\n':
			r.at++
		default:
			from := r.at
			for r.at < len(r.data) && bytes.IndexByte([]byte("{}\\\r\n"), r.data[r.at]) < 0 {
				r.at++
			}
			r.bytes(r.data[from:r.at])
		}
		if r.inner > maxNotes {
			return errNotes
		}
		if r.out.full() || r.size > maxOfficeSize {
			return errParagraphs
		}
	}
	r.flush()
	return errors.New("groups are not closed")
}

// behindEnd fails where more than padding stands behind the document's last
// brace: one brace too many has ended it early.
func (r *rtf) behindEnd() error {
	if len(bytes.Trim(r.data[r.at:], " \t\r\n\x00\x1a}")) > 0 {
		return errors.New("what stands behind its last brace is not read")
	}
	return nil
}

// endGroup goes back to the state of the group around.
func (r *rtf) endGroup() {
	n := len(r.groups)
	if n == 0 {
		return
	}
	r.gathered()
	if r.groups[n-1].link == 0 {
		r.closeLink()
	}
	if r.opened && len(r.frames) > 1 {
		r.pop()
	}
	r.rtfState = r.groups[n-1]
	r.groups = r.groups[:n-1]
}

// closeLink ends the open link.
func (r *rtf) closeLink() {
	if r.link > 0 && r.target != nil {
		p := &r.top().para
		p.officeLetters.link(min(r.link-1, len(p.text)), *r.target)
	}
	r.link = 0
}

// gathered takes what a destination has said.
func (r *rtf) gathered() {
	outer := r.groups[len(r.groups)-1]
	if r.text == nil || r.text == outer.text && r.dest == outer.dest && r.dest != rtfStyles {
		return
	}
	said := cleanName(r.text.String())
	switch r.dest {
	case rtfStyles:
		if said != "" && len(r.styles) < maxParts {
			r.styles[r.number] = strings.TrimSuffix(said, ";")
		}
		r.text.Reset()
	case rtfTitle:
		r.tell("title", said)
	case rtfAuthor:
		r.tell("author", said)
	case rtfMade:
		if d := r.created; len(d) == 3 && d[0] > 0 {
			r.tell("file-created", fmt.Sprintf("%04d-%02d-%02d", d[0], d[1], d[2]))
		}
	case rtfInstruction:
		if r.target != nil {
			*r.target = linkOf(said)
		}
	}
}

func (r *rtf) tell(key, value string) {
	if value != "" && r.meta[key] == "" {
		r.meta[key] = value
	}
}

// push opens a frame for the group.
func (r *rtf) push(f *rtfFrame) {
	f.para = newRTFPara()
	r.inner++
	r.frames = append(r.frames, f)
	r.opened, r.dest, r.text = true, rtfText, nil
	r.raised, r.hidden, r.struck = false, false, false
}

// pop closes the top frame and hands on what it holds.
func (r *rtf) pop() {
	r.endPara()
	f := r.top()
	r.endTable(f)
	r.frames = r.frames[:len(r.frames)-1]
	up := &r.top().para
	if f.kind == "box" {
		up.boxes = append(up.boxes, f.blocks...)
		return
	}
	r.notes[f.key] = f.blocks
	up.officeLetters.raised()
	up.notes = append(up.notes, officeNote{at: len(up.text), key: f.key, label: f.label})
}
