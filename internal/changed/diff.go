package changed

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/bluekeyes/go-gitdiff/gitdiff"
)

// mostOfFile bounds, in bytes, what is parsed of one file's changes. A file with
// more counts as changed as a whole.
const mostOfFile = 16 << 20

// diff has git compare the working copy with rev.
func (s *Set) diff(ctx context.Context, rev string) error {
	c, complaint := command(ctx, s.root, "diff", "--unified=0", "--inter-hunk-context=0", "--no-color", "--no-ext-diff",
		"--no-textconv", "--find-renames", "--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/", rev, "--")
	out, err := c.StdoutPipe()
	if err != nil {
		return fmt.Errorf("git: %w", err)
	}
	if err := c.Start(); err != nil {
		return fmt.Errorf("git: %w", err)
	}
	err = s.files(out)
	if err != nil {
		_, _ = io.Copy(io.Discard, out) // git ends only when it has written all
	}
	if e := c.Wait(); e != nil {
		return failed(e, complaint)
	}
	return err
}

// header begins the changes of a file. No line within them begins so.
const header = "diff --git "

// files takes a diff apart, one file at a time: a whole diff may be larger than
// memory.
func (s *Set) files(r io.Reader) error {
	in := bufio.NewReaderSize(r, 1<<16)
	var one bytes.Buffer
	cut, fresh := false, true // fresh: at the start of a line
	for {
		part, err := in.ReadSlice('\n')
		if fresh && bytes.HasPrefix(part, []byte(header)) {
			if e := s.file(one.Bytes(), cut); e != nil {
				return e
			}
			one.Reset()
			cut = false
		}
		if one.Len()+len(part) > mostOfFile {
			cut = true
		}
		if !cut {
			one.Write(part)
		}
		fresh = err == nil
		switch {
		case errors.Is(err, io.EOF):
			return s.file(one.Bytes(), cut)
		case err != nil && !errors.Is(err, bufio.ErrBufferFull):
			return fmt.Errorf("git diff: %w", err)
		}
	}
}

// file takes what has changed in one file. Of one that was cut, nothing but its
// names is read.
func (s *Set) file(one []byte, cut bool) error {
	if !bytes.HasPrefix(one, []byte(header)) {
		return nil // what stands before the first file
	}
	if i := bytes.Index(one, []byte("\n@@ ")); cut && i >= 0 {
		one = one[:i+1]
	}
	files, _, err := gitdiff.Parse(bytes.NewReader(one))
	if err != nil {
		return fmt.Errorf("what git diff wrote is not understood: %w", err)
	}
	for _, f := range files {
		switch {
		case f.NewName == "" || f.IsDelete:
			continue
		case cut || f.IsBinary || f.IsNew || len(f.TextFragments) == 0 && f.OldOIDPrefix != f.NewOIDPrefix:
			s.changed[f.NewName] = nil
			continue
		}
		lines := []Lines{}
		for _, t := range f.TextFragments {
			l := Lines{First: int(t.NewPosition), Last: int(t.NewPosition + t.NewLines - 1), Instead: t.OldLines > 0}
			if t.NewLines == 0 {
				l = Lines{First: int(t.NewPosition), Last: int(t.NewPosition) + 1, Gap: true}
			}
			lines = append(lines, l)
		}
		s.changed[f.NewName] = lines
	}
	return nil
}
