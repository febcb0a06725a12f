package formats

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Bounds of what is unpacked of one file: the bytes in all, and how much larger
// than its packed form a part may be. XML of a sheet packs at 10 to 60 to one;
// a part that packs better by far was made to fill the memory.
const (
	maxUnpacked = 256 << 20
	maxRatio    = 300
	freeRatio   = 4 << 20 // parts up to this size may have any ratio
	maxParts    = 20_000
	maxRun      = 16 << 20 // text between two tags, which is in memory as a whole
)

var (
	errUnpacked  = errors.New("it unpacks to more than 256 MB")
	errRun       = errors.New("more than 16 MB stand between two of its tags")
	errEncrypted = errors.New("the file is encrypted")
	errNoPart    = errors.New("no such part")
)

// packed is a zip file whose parts are read within bounds.
type packed struct {
	parts map[string]*zip.File
	left  int64
}

// unpack opens a package. what is the format as people call it.
func unpack(data []byte, what string) (*packed, error) {
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		if bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
			return nil, errEncrypted
		}
		return nil, fmt.Errorf("is not %s but an old binary Office file", what)
	}
	if !bytes.HasPrefix(data, []byte("PK")) {
		return nil, fmt.Errorf("is not %s: it is no zip package", what)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("is not %s or is damaged: %w", what, err)
	}
	if len(z.File) > maxParts {
		return nil, fmt.Errorf("the package has more than %d parts", maxParts)
	}
	p := &packed{parts: make(map[string]*zip.File, len(z.File)), left: maxUnpacked}
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, errEncrypted
		}
		if _, twice := p.parts[f.Name]; !twice {
			p.parts[f.Name] = f
		}
	}
	return p, nil
}

// part opens a part by its name. What is read of it counts towards the bound.
func (p *packed) part(name string) (io.Reader, error) {
	f := p.parts[strings.TrimPrefix(path.Clean(name), "/")]
	if f == nil {
		return nil, errNoPart
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	most := max(int64(f.CompressedSize64)*maxRatio, freeRatio)
	return &bounded{in: r, of: p, most: most}, nil
}

// read reads a part as a whole.
func (p *packed) read(name string) ([]byte, error) {
	r, err := p.part(name)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// bounded counts what is read of a package.
type bounded struct {
	in   io.Reader
	of   *packed
	most int64
	// run is how much was read since the last tag.
	run int
}

// Read implements io.Reader.
func (b *bounded) Read(to []byte) (int, error) {
	n, err := b.in.Read(to)
	b.of.left -= int64(n)
	b.most -= int64(n)
	if b.of.left < 0 || b.most < 0 {
		return 0, errUnpacked
	}
	if tag := bytes.LastIndexByte(to[:n], '<'); tag >= 0 {
		b.run = n - tag
	} else if b.run += n; b.run > maxRun {
		return 0, errRun
	}
	return n, err
}

// xmlParts walks through a part's XML without a tree. Entities other than XML's
// own are not expanded; elements are told by their local names.
type xmlParts struct {
	d     *xml.Decoder
	depth int
}

// maxNesting bounds how deep elements may stand in one another.
const maxNesting = 1000

var errNesting = errors.New("its elements are nested too deeply")

func newXML(r io.Reader) *xmlParts {
	d := xml.NewDecoder(r)
	d.Strict = false
	return &xmlParts{d: d}
}

// next is the next token; io.EOF ends them.
func (x *xmlParts) next() (xml.Token, error) {
	t, err := x.d.RawToken()
	switch t.(type) {
	case xml.StartElement:
		if x.depth++; x.depth > maxNesting {
			return nil, errNesting
		}
	case xml.EndElement:
		x.depth--
	}
	return t, err
}

// each calls start for every element, as far as the part can be read; text is
// what stands directly behind the last start tag and may be nil.
func (x *xmlParts) each(start func(xml.StartElement), text func([]byte), end func(name string)) error {
	for {
		t, err := x.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			start(t)
		case xml.CharData:
			if text != nil {
				text(t)
			}
		case xml.EndElement:
			if end != nil {
				end(t.Name.Local)
			}
		}
	}
}

// attribute is the value of an attribute by its local name.
func attribute(e xml.StartElement, local string) string {
	for i := range e.Attr {
		if e.Attr[i].Name.Local == local {
			return e.Attr[i].Value
		}
	}
	return ""
}

// publication reads title, date and author from a part in which they stand as
// elements of Dublin Core; the date is that of publication.
func (p *packed) publication(name string) map[string]string {
	return p.elements(name, map[string]string{"title": "title", "creator": "author", "date": "date"})
}

// fileProperties are the properties of a file whose text may tell its own date:
// when the file was made is kept apart from that, for it may have been made from
// an older one.
func (p *packed) fileProperties(name string) map[string]string {
	return p.elements(name, map[string]string{"title": "title", "creator": "author", "initial-creator": "author",
		"created": "file-created", "creation-date": "file-created"})
}

// elements reads the elements of a part that have a key.
func (p *packed) elements(name string, keys map[string]string) map[string]string {
	r, err := p.part(name)
	if err != nil {
		return nil
	}
	meta := map[string]string{}
	key := ""
	_ = newXML(r).each(
		func(e xml.StartElement) {
			if key = keys[e.Name.Local]; meta[key] != "" {
				key = "" // the first one counts
			}
		},
		func(text []byte) {
			if key != "" && len(meta[key]) < 1<<10 {
				meta[key] += string(text)
			}
		},
		func(string) { key = "" })
	for k, v := range meta {
		if v = cleanText([]byte(v)); v == "" {
			delete(meta, k)
		} else {
			meta[k] = v
		}
	}
	if len(meta) == 0 {
		return nil
	}
	return meta
}
