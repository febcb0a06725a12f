package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/source"
)

// standardInput is the path that stands for standard input, and its name in
// reports.
const standardInput = "-"

// gather finds the documents that paths name, in the order of their names.
// The notes tell of paths that lead nowhere. What is larger than b allows is
// not loaded.
func gather(ctx context.Context, paths []string, stdin io.Reader, o source.Options, b bounds) ([]engine.Input, []source.Note) {
	var inputs []engine.Input
	var named []string
	for _, p := range paths {
		if p != standardInput {
			named = append(named, p)
		} else if len(inputs) == 0 {
			inputs = append(inputs, engine.Input{
				File: standardInput,
				Load: sync.OnceValues(func() ([]byte, error) { return b.readAll(stdin) }),
			})
		}
	}
	found, notes := source.Walk(ctx, named, o)
	once := onlyOnce(named)
	for _, f := range found {
		if isZipped(f.File) {
			in, trouble := unzipped(f, o, b)
			inputs, notes = append(inputs, in...), append(notes, trouble...)
			continue
		}
		load := func() ([]byte, error) { return b.read(f.Path) }
		if once[f.Path] {
			load = sync.OnceValues(load)
		}
		inputs = append(inputs, engine.Input{File: f.File, Load: load})
	}
	slices.SortFunc(inputs, func(a, b engine.Input) int { return strings.Compare(a.File, b.File) })
	return inputs, notes
}

// onlyOnce tells which paths are pipes and the like: what is read from them
// has to be kept for the report, since it cannot be read again.
func onlyOnce(paths []string) map[string]bool {
	once := map[string]bool{}
	for _, p := range paths {
		if info, err := os.Stat(p); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
			once[p] = true
		}
	}
	return once
}

// read reads a file. Its errors leave out the file's name, which stands
// before them wherever they are shown.
func (b *bounds) read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err == nil {
		defer f.Close()
		var data []byte
		if data, err = b.readFile(f); err == nil {
			return data, nil
		}
	}
	return nil, withoutPath(err)
}

// withoutPath is an error without the path that it names.
func withoutPath(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// readFile reads an open file. What is no plain file does not tell its size.
func (b *bounds) readFile(f *os.File) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return b.readAll(f)
	}
	if info.Size() > b.most() {
		return nil, b.tooLarge(info.Size())
	}
	in := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead)) // read at once
	if _, err := in.ReadFrom(io.LimitReader(f, b.most()+1)); err != nil {
		return nil, err
	}
	if int64(in.Len()) > b.most() {
		return nil, b.tooLarge(-1) // it grew
	}
	return in.Bytes(), nil
}

// readAll reads to the end of a stream.
func (b *bounds) readAll(in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, b.most()+1))
	if err == nil && int64(len(data)) > b.most() {
		return nil, b.tooLarge(-1)
	}
	return data, err
}
