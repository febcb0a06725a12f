package repair

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/natefinch/atomic"
)

// ErrMeanwhile tells that a file is not what it was when it was checked.
var ErrMeanwhile = errors.New("has been changed meanwhile, and is left as it is")

// errOdd is the reason why what is no ordinary file is not written.
var errOdd = errors.New("is no ordinary file, and is left as it is")

// Write makes edits of one file on disk: all of them or none. The new content
// is written beside the file and takes its place at once, with its permissions
// and its owner; a symbolic link stays one, and the file that it leads to is
// written. A file that has changed since it was read is not touched.
func Write(ctx context.Context, edits []*Edit) error {
	f := edits[0].File
	if err := f.Harmless(edits); err != nil {
		return err
	}
	data, err := f.OnDisk(f.With(edits))
	if err != nil {
		return err
	}
	path, err := filepath.EvalSymlinks(filepath.FromSlash(f.Name))
	if err != nil {
		return bare(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return bare(err)
	}
	if !info.Mode().IsRegular() {
		return errOdd
	}
	// Taking a file's place needs no right to write to it; whoever may not
	// write to it shall not do so all the same.
	if err := writable(path); err != nil {
		return err
	}
	return f.replace(ctx, path, info, data)
}

func writable(path string) error {
	w, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return bare(err)
	}
	return bare(w.Close())
}

// replace puts data in the place of the file at path.
func (f *File) replace(ctx context.Context, path string, info fs.FileInfo, data []byte) error {
	t, err := os.CreateTemp(filepath.Dir(path), ".concord-*")
	if err != nil {
		return fmt.Errorf("cannot be written, for there can be no new file beside it: %w", bare(err))
	}
	done := false
	defer func() {
		if !done {
			_ = os.Remove(t.Name()) // the error of what went wrong is the one to tell
		}
	}()
	err = fill(t, info, data)
	if closing := t.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return bare(err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	now, err := os.ReadFile(path)
	if err != nil {
		return bare(err)
	}
	if !bytes.Equal(now, f.disk) {
		return ErrMeanwhile
	}
	if err := atomic.ReplaceFile(t.Name(), path); err != nil {
		return bare(err)
	}
	done = true
	return nil
}

// fill writes the new file and gives it what the old one has.
func fill(t *os.File, info fs.FileInfo, data []byte) error {
	if _, err := t.Write(data); err != nil {
		return err
	}
	if err := keepOwner(t, info); err != nil {
		return fmt.Errorf("cannot be written without another owner: %w", bare(err))
	}
	// After the owner, whose change takes away the set-user-id bit.
	if err := os.Chmod(t.Name(), info.Mode()); err != nil {
		return err
	}
	// Or a crash could leave a name without content.
	return t.Sync()
}

// bare is an error without the path, which stands before it wherever it is
// shown.
func bare(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
