package main

import (
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/concordlint/concord/internal/engine"
)

// folder is a folder on disk whose files can be looked up. No name leads out
// of it, not even by a symbolic link.
type folder string

// Open implements fs.FS.
func (f folder) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	return os.OpenInRoot(string(f), name)
}

// Stat implements fs.StatFS: opening a pipe to look at it would wait.
func (f folder) Stat(name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrInvalid}
	}
	root, err := os.OpenRoot(string(f))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return root.Stat(name)
}

// folderOf is the innermost folder that holds all documents, and what their
// names begin with in it. There is none for standard input alone.
func folderOf(inputs []engine.Input) (fs.FS, string) {
	common, seen := "", false
	for _, in := range inputs {
		if in.File == standardInput {
			continue
		}
		dir := path.Dir(in.File) + "/"
		switch dir {
		case "./":
			dir = ""
		case "//":
			dir = "/"
		}
		if !seen {
			common, seen = dir, true
		}
		for !strings.HasPrefix(dir, common) {
			common = common[:strings.LastIndexByte(strings.TrimSuffix(common, "/"), '/')+1]
		}
	}
	switch {
	case !seen:
		return nil, ""
	case common == "":
		return folder("."), ""
	}
	return folder(common), common
}
