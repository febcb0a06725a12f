package main

import (
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
// The notes tell of paths that lead nowhere.
func gather(ctx context.Context, paths []string, stdin io.Reader, o source.Options) ([]engine.Input, []source.Note) {
	var inputs []engine.Input
	var named []string
	for _, p := range paths {
		if p != standardInput {
			named = append(named, p)
		} else if len(inputs) == 0 {
			inputs = append(inputs, engine.Input{
				File: standardInput,
				Load: sync.OnceValues(func() ([]byte, error) { return io.ReadAll(stdin) }),
			})
		}
	}
	found, notes := source.Walk(ctx, named, o)
	once := onlyOnce(named)
	for _, f := range found {
		load := func() ([]byte, error) { return read(f.Path) }
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
func read(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	var p *fs.PathError
	if errors.As(err, &p) {
		return nil, p.Err
	}
	return data, err
}
