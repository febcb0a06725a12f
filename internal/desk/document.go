package desk

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// Outcome is what was found of a set. It does not change any more and is for
// many goroutines.
type Outcome struct {
	// Root is the set's folder, empty for a document by itself.
	Root string
	// Documents in the order of their names.
	Documents []*Document
	Notes     []source.Note
	Counts    engine.Counts
	// Minimum is the least severity of a finding that is shown.
	Minimum verdict.Severity
	// Config is as in Settings.
	Config string
	// Read and Judged tell how much work it was, as in engine.Progress.
	Read, Judged int

	byNumber []*Document
}

// Speaks reports whether the set is the one to speak about a document: not a
// document by itself about what it is held against.
func (o *Outcome) Speaks(d *Document) bool { return o.Root != "" || d.Open }

// At is the document of a place, nil if there is none.
func (o *Outcome) At(number int) *Document {
	if number < 0 || number >= len(o.byNumber) {
		return nil
	}
	return o.byNumber[number]
}

// Shown reports whether a verdict is a finding that is shown.
func (o *Outcome) Shown(v *verdict.Verdict) bool {
	return v.Status == verdict.Conflicts && v.Suppressed == nil && v.Severity.Rank() > 0 && v.Severity.Rank() >= o.Minimum.Rank()
}

// same reports whether the outcome is about just these files.
func (o *Outcome) same(files map[string]*file) bool {
	if len(o.Documents) != len(files) {
		return false
	}
	for _, d := range o.Documents {
		f := files[d.Name]
		if f == nil || f.content != d.content || f.uri != d.URI || (f.buffer != nil) != d.Open || f.buffer != nil && f.buffer.Version != d.Version {
			return false
		}
	}
	return true
}

// Document is a document of a set in one of its versions.
type Document struct {
	// Name below the set's folder, Path on disk (empty if there is none), URI.
	Name, Path, URI string
	// Open tells that it is open in an editor, at that Version.
	Open    bool
	Version int32
	// Failed tells that it could not be read.
	Failed bool
	// Claims are the verdicts about the document's own claims, in order; Used
	// are those that have evidence in it.
	Claims, Used []*verdict.Verdict

	content *content
	read    func(string, []byte) (*source.Document, error)
}

// Text is a document's text with the way from one kind of place to another.
type Text struct {
	// Data is the file as an editor shows it: UTF-8 without byte order mark.
	Data []byte
	Doc  *source.Document
	// Lines leads between offsets in Data and positions.
	Lines *Lines
}

// Read reads what may become the document's content.
func (d *Document) Read(data []byte) (*source.Document, error) { return d.read(d.Name, data) }

// errChanged tells that a file is another one by now.
var errChanged = errors.New("the file has changed since it was checked")

// Text loads the text if it is not there. It fails for a file that has changed
// since it was checked.
func (d *Document) Text() (*Text, error) {
	return d.content.text(d.Name, d.read)
}

// content is what one version of a document holds.
type content struct {
	load func() ([]byte, error)
	keep bool // keep what was read

	mu     sync.Mutex
	sum    [sha256.Size]byte
	pins   bool
	loaded *Text
}

// bytes loads the content for the engine.
func (c *content) bytes() ([]byte, error) {
	return c.load()
}

// took notes what was read of the content.
func (c *content) took(doc *source.Document, data []byte, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.sum = sumOf(data)
	if err != nil || doc == nil {
		return
	}
	c.pins = len(doc.Marks) > 0
	if c.keep || c.loaded != nil {
		c.loaded = &Text{data, doc, NewLines(data)}
	}
}

// pinned reports whether the document has comments to Concord, which may look
// things up in other files.
func (c *content) pinned() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.pins
}

func (c *content) text(name string, read func(string, []byte) (*source.Document, error)) (*Text, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.loaded != nil {
		return c.loaded, nil
	}
	data, err := c.load()
	if err != nil {
		return nil, err
	}
	if sumOf(data) != c.sum {
		return nil, errChanged
	}
	doc, err := read(name, data)
	if err != nil {
		return nil, err
	}
	c.loaded = &Text{data, doc, NewLines(data)}
	return c.loaded, nil
}

// asShown is a file's content as editors show it: without a byte order mark,
// and UTF-16 as UTF-8.
func asShown(data []byte) []byte {
	if rest, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		return rest
	}
	high := 0
	switch {
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		high = 1
	default:
		return data
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i+high])<<8|uint16(data[i+1-high]))
	}
	return []byte(string(utf16.Decode(units)))
}

// URIOf is the URI of a file's absolute path.
func URIOf(path string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // a drive
	}
	u := url.URL{Scheme: "file", Path: p}
	return u.String()
}

// PathOf is the path of a file's URI; empty for a URI of another scheme.
func PathOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Path == "" {
		return ""
	}
	p := u.Path
	if len(p) > 2 && p[0] == '/' && p[2] == ':' {
		p = p[1:] // /c:/folder
	}
	return filepath.Clean(filepath.FromSlash(p))
}

// sumOf tells versions of a content apart.
func sumOf(data []byte) [sha256.Size]byte { return sha256.Sum256(data) }
