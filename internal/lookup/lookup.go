// Package lookup counts what pins are bound to in files beside the documents.
// It is the only part that opens files for what a document says; it is given
// a folder and never leaves it. It knows no rule and no document's text.
package lookup

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/concordlint/concord/internal/fact"
)

const (
	// largest bounds a file that is looked into, in bytes.
	largest = 64 << 20
	// most bounds what is counted.
	most = 1_000_000
)

// Pins counts the sources of the pins among facts that lie in other files.
// The document is called name in files, which may be nil.
func Pins(files fs.FS, name string, facts []fact.Fact) {
	for _, f := range facts {
		p, ok := f.(*fact.Pin)
		if !ok || p.Problem != "" || p.Known || p.File == "" {
			continue
		}
		n, err := count(files, name, p)
		if err != nil {
			p.Problem = err.Error()
			continue
		}
		p.Counted, p.Known = n, true
	}
}

// count is how many a source has.
func count(files fs.FS, name string, p *fact.Pin) (int, error) {
	if files == nil || !fs.ValidPath(name) {
		return 0, errors.New("the document stands in no folder that files could be looked up in")
	}
	if strings.HasPrefix(p.File, "/") || strings.Contains(p.File, `\`) {
		return 0, errors.New("a file is named from the document's folder on, with forward slashes")
	}
	file := path.Join(path.Dir(name), p.File)
	if !fs.ValidPath(file) {
		return 0, fmt.Errorf("%s is outside the folder of the documents", p.File)
	}
	if p.Of == fact.PinFiles {
		return globbed(files, file)
	}
	data, err := read(files, file)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", p.File, err)
	}
	var n int
	switch p.Of {
	case fact.PinRows:
		n, err = rows(data, path.Ext(file))
	case fact.PinJSON:
		n, err = length(data, p.Part)
	case fact.PinMatches:
		n, err = matches(data, p.Part)
	}
	if err != nil {
		return 0, fmt.Errorf("%s: %w", p.File, err)
	}
	return n, nil
}

// globbed counts the files that match a pattern.
func globbed(files fs.FS, pattern string) (n int, err error) {
	if !doublestar.ValidatePattern(pattern) {
		return 0, errors.New("the pattern of file names cannot be read")
	}
	err = doublestar.GlobWalk(files, pattern, func(string, fs.DirEntry) error {
		if n++; n > most {
			return fmt.Errorf("more than %d files match", most)
		}
		return nil
	}, doublestar.WithFilesOnly(), doublestar.WithNoFollow())
	return n, err
}

// read reads a regular file of moderate size. Errors do not name it.
func read(files fs.FS, file string) ([]byte, error) {
	info, err := fs.Stat(files, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("there is no such file in the folder of the documents")
	case err != nil:
		return nil, errors.New("cannot be read within the folder of the documents")
	case !info.Mode().IsRegular():
		return nil, errors.New("is no file")
	}
	f, err := files.Open(file)
	if err != nil {
		return nil, errors.New("cannot be opened")
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largest+1))
	switch {
	case err != nil:
		return nil, errors.New("cannot be read")
	case len(data) > largest:
		return nil, fmt.Errorf("is larger than %d MB", largest>>20)
	}
	return data, nil
}

// matches counts the matches of a pattern that are not empty.
func matches(data []byte, pattern string) (int, error) {
	r, err := regexp.Compile(pattern)
	if err != nil {
		return 0, err
	}
	all := r.FindAllIndex(data, most+1)
	if len(all) > most {
		return 0, fmt.Errorf("has more than %d matches", most)
	}
	n := 0
	for _, m := range all {
		if m[0] < m[1] {
			n++
		}
	}
	return n, nil
}
