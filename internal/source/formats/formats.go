// Package formats holds the readers that turn files into Documents, one
// reader a format, and chooses among them by name and content.
//
// It knows markup and layout. It must not know what the text says: a date
// at a line's start makes an entry here, what it dates is for others.
package formats

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// ErrBinary tells that a file holds no text.
var ErrBinary error = binary{}

type binary struct{}

func (binary) Error() string { return "binary file" }

// NoteKind is the kind of the note that the error becomes.
func (binary) NoteKind() string { return "binary" }

// All lists the readers, plain text first.
func All() []source.Reader {
	return []source.Reader{Text{}, Markdown{}, HTML{}, CSV{}, LaTeX{}, Org{}, JATS{}, DocBook{}}
}

// For chooses the reader for a file by its extension, and for extensions
// that say nothing by its content. Text is the one for all else.
func For(file string, data []byte) source.Reader {
	switch strings.ToLower(path.Ext(file)) {
	case ".csv", ".tsv":
		return CSV{}
	case ".md", ".markdown", ".mdown", ".mdx", ".mkd":
		return Markdown{}
	case ".org":
		return Org{}
	case ".tex", ".latex", ".ltx":
		return LaTeX{}
	case ".html", ".htm", ".xhtml":
		return HTML{}
	case ".txt", ".text", ".rst", ".rest", ".adoc", ".asciidoc", ".asc", ".wiki", ".mediawiki":
		return Text{}
	}
	switch {
	case isJATS(data):
		return JATS{}
	case isDocBook(data):
		return DocBook{}
	case looksLikeHTML(data):
		return HTML{}
	}
	return Text{}
}

// Names are the names of the formats, plain text first.
func Names() []string {
	var names []string
	for _, r := range All() {
		names = append(names, r.Name())
	}
	for _, b := range (Limits{}).binaries() {
		names = append(names, b.Name())
	}
	return names
}

// looksLikeHTML reports whether the first tag of a file without a telling
// extension is one that begins an HTML document.
func looksLikeHTML(data []byte) bool {
	head := data[:min(len(data), 1<<10)]
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	head = bytes.ToLower(bytes.TrimSpace(head))
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(head, []byte(start)) {
			return true
		}
	}
	return false
}

// Limits are bounds that the user sets, beside those that each reader has.
type Limits struct {
	// Memory is what a run may take, in bytes; 0 where nothing is said. It
	// bounds libraries that have a memory of their own: that for PDF takes half
	// of it at most.
	Memory int64
}

// Read is Limits.Read without limits.
func Read(file string, data []byte) (*source.Document, error) { return Limits{}.Read(file, data) }

// Read makes a Document of a file. It fails with ErrBinary, or as an Opener
// does. An empty file, or one of blanks alone, makes an empty Document with a
// note.
func (l Limits) Read(file string, data []byte) (*source.Document, error) {
	for _, b := range l.binaries() {
		if b.Is(file, data) {
			return l.opened(b, file, data)
		}
	}
	if source.Binary(data) {
		return nil, ErrBinary
	}
	return read(For(file, data), file, data), nil
}

// Opener reads a format that is no text: a package, a page description. It
// fails where the file cannot be read; a part that cannot be read is a note. It
// must bound its time and memory, whatever the file holds.
type Opener interface {
	// Name is as in source.Reader.
	Name() string
	// Is reports whether a file is of the format, by its first bytes and, where
	// these do not tell, its name.
	Is(file string, data []byte) bool
	// Open makes a Document with Spots.
	Open(file string, data []byte) (*source.Document, error)
}

// binaries lists the formats that are no text. A new one is a file of its own
// and a line here.
func (l Limits) binaries() []Opener {
	return []Opener{XLSX{}, ODS{}, DOCX{}, ODT{}, EPUB{}, RTF{}, EML{}, Notebook{}, PDF{memory: l.Memory / 2}}
}

// perByte is what a byte of text takes in memory until its facts are judged, in
// bytes, if it is full of them; ordinary prose takes two.
const perByte = 32

// MostText is how many bytes of text a document may have; 0 for any number.
func (l Limits) MostText() int64 { return l.Memory / perByte }

func (l Limits) opened(b Opener, file string, data []byte) (*source.Document, error) {
	d, err := b.Open(file, data)
	if err != nil {
		return nil, err
	}
	if most := l.MostText(); most > 0 && int64(len(d.Text)) > most {
		return nil, fmt.Errorf("it holds %d MB of text, and the bound on memory leaves room for %d", len(d.Text)>>20, most>>20)
	}
	return checked(d), nil
}

// ReadAs is Read with the format named; it fails, too, for a name that is none.
func (l Limits) ReadAs(format, file string, data []byte) (*source.Document, error) {
	for _, b := range l.binaries() {
		if b.Name() == format {
			return l.opened(b, file, data)
		}
	}
	if source.Binary(data) {
		return nil, ErrBinary
	}
	for _, r := range All() {
		if r.Name() == format {
			return read(r, file, data), nil
		}
	}
	return nil, fmt.Errorf("there is no format %q", format)
}

func read(r source.Reader, file string, data []byte) *source.Document {
	return checked(r.Read(file, data))
}

// checked bounds what was read and says so if there is nothing.
func checked(d *source.Document) *source.Document {
	cutLong(d)
	if len(d.Blocks) == 0 && strings.TrimSpace(d.Text) == "" {
		d.Notes = append(d.Notes, source.Note{Kind: "empty", File: d.File, Message: "the file holds no text"})
	}
	return d
}
