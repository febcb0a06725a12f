package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/source"
)

// maxZipped bounds the files of a zipped folder.
const maxZipped = 20_000

var errZipped = errors.New("the file is encrypted")

// isZipped reports whether a path is that of a zipped folder. Office files are
// zipped, too, and have other names.
func isZipped(file string) bool { return strings.EqualFold(path.Ext(file), ".zip") }

// unzipped are the documents in a zipped folder, each under its name behind the
// folder's: "papers.zip/report.docx". The archive stays open for the run.
func unzipped(f source.Found, o source.Options, b bounds) ([]engine.Input, []source.Note) {
	failed := func(message string) []source.Note {
		return []source.Note{{Kind: "unreadable", File: f.File, Message: message}}
	}
	file, err := os.Open(f.Path)
	if err != nil {
		return nil, failed(withoutPath(err).Error())
	}
	info, err := file.Stat()
	if err != nil {
		return nil, failed(withoutPath(err).Error())
	}
	archive, err := zip.NewReader(file, info.Size())
	if err != nil {
		return nil, failed("is no zip archive or is damaged: " + err.Error())
	}
	if len(archive.File) > maxZipped {
		return nil, failed(fmt.Sprintf("the archive has more than %d files", maxZipped))
	}
	var inputs []engine.Input
	var notes []source.Note
	seen := map[string]bool{}
	for _, member := range archive.File {
		name := memberName(member)
		inner := f.File + "/" + name
		if !isDocument(name, inner, o) || seen[name] {
			continue
		}
		seen[name] = true
		inputs = append(inputs, engine.Input{File: inner, Load: func() ([]byte, error) { return b.member(member) }})
	}
	if len(inputs) == 0 {
		notes = append(notes, source.Note{Kind: "empty", File: f.File, Message: "the archive holds no document"})
	}
	return inputs, notes
}

// memberName is the name of a file in an archive. None leads out of it.
func memberName(member *zip.File) string {
	name := member.Name
	if !utf8.ValidString(name) {
		// Names that are not UTF-8 are in the letters of the first PCs.
		if s, err := charmap.CodePage437.NewDecoder().String(name); err == nil {
			name = s
		}
	}
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}

// isDocument reports whether a file in an archive would be one in a folder.
func isDocument(name, inner string, o source.Options) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return false
		}
	}
	return source.IsKnown(path.Base(name)) || o.Also != nil && o.Also(inner)
}

// member unpacks a file of an archive.
func (b *bounds) member(f *zip.File) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, errZipped
	}
	if f.UncompressedSize64 > uint64(b.most()) {
		return nil, b.tooLarge(int64(min(f.UncompressedSize64, 1<<62)))
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := b.readAll(r)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("could not be unpacked: %w", err)
	}
	return data, nil
}
