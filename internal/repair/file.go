package repair

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"github.com/concordlint/concord/internal/source"
)

// File is a file that may be mended.
type File struct {
	// Name is that of the report.
	Name string
	// Data is the file as UTF-8: what is on disk, but for UTF-16, which is
	// written back as such.
	Data []byte
	// Doc is what was read from Data.
	Doc *source.Document

	disk []byte            // as on disk
	code encoding.Encoding // nil for UTF-8
	read func(file string, data []byte) (*source.Document, error)
	err  error
}

// open reads a file; what went wrong is kept in it.
func open(name string, load func(string) ([]byte, error), read func(string, []byte) (*source.Document, error)) *File {
	f := &File{Name: name, read: read}
	if f.disk, f.err = load(name); f.err != nil {
		return f
	}
	f.Data = f.disk
	switch {
	case bytes.HasPrefix(f.disk, []byte("\xff\xfe")):
		f.code = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case bytes.HasPrefix(f.disk, []byte("\xfe\xff")):
		f.code = unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
	}
	if f.code != nil {
		if f.Data, f.err = f.code.NewDecoder().Bytes(f.disk); f.err == nil {
			f.err = f.returns()
		}
	}
	if f.err == nil {
		f.Doc, f.err = read(name, f.Data)
	}
	return f
}

// returns makes sure that a file which is converted comes back as it was.
func (f *File) returns() error {
	back, err := f.code.NewEncoder().Bytes(f.Data)
	if err != nil {
		return fmt.Errorf("writing UTF-16: %w", err)
	}
	if !bytes.Equal(back, f.disk) {
		return errors.New("has UTF-16 that is not valid")
	}
	return nil
}

// Converted reports whether Data are not the bytes of the file on disk.
func (f *File) Converted() bool { return f.code != nil }

// With is the file's Data with edits made.
func (f *File) With(edits []*Edit) []byte {
	var out []byte
	at := 0
	for _, e := range ordered(edits) {
		out = append(out, f.Data[at:e.Span.Start]...)
		out = append(out, e.Bytes...)
		at = e.Span.End
	}
	return append(out, f.Data[at:]...)
}

// OnDisk is what is to be written for Data.
func (f *File) OnDisk(data []byte) ([]byte, error) {
	if f.code == nil {
		return data, nil
	}
	out, err := f.code.NewEncoder().Bytes(data)
	if err != nil {
		return nil, fmt.Errorf("writing UTF-16: %w", err)
	}
	return out, nil
}

// says reports whether a place holds a text; white space does not count.
func (f *File) says(place source.Span, text string) bool {
	if place.Start < 0 || place.End < place.Start || place.End > len(f.Doc.Text) {
		return false
	}
	return same(f.Doc.Text[place.Start:place.End], text)
}

// same compares texts but for white space.
func same(a, b string) bool {
	return a == b || strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}

// plain reports whether bytes of the file are a text as it stands, but for
// line ends and character references.
func (f *File) plain(was, text string) bool {
	was = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(was)
	return was == text || strings.Contains(was, "&") && html.UnescapeString(was) == text
}

// spellings are the ways to write a text into the file, the plainest first.
// The reader decides which of them is understood.
func (f *File) spellings(text string) []string {
	text = strings.ReplaceAll(text, "\n", f.LineEnd())
	out := []string{text}
	if escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text); escaped != text {
		out = append(out, escaped)
	}
	return out
}

// LineEnd is the first line end of the file, LF where there is none.
func (f *File) LineEnd() string {
	i := bytes.IndexAny(f.Data, "\r\n")
	switch {
	case i < 0 || f.Data[i] == '\n':
		return "\n"
	case i+1 < len(f.Data) && f.Data[i+1] == '\n':
		return "\r\n"
	}
	return "\r"
}
