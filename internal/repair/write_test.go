//go:build unix

package repair

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/source/formats"
)

// onDisk is an edit of the first "three" of a new file to "two".
func onDisk(t *testing.T, path string) []*Edit {
	t.Helper()
	s := NewSet(func(f string) ([]byte, error) { return os.ReadFile(f) }, formats.Read)
	f, err := s.File(path)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(f.Doc.Text, "three")
	e := &Edit{File: f, Place: source.Span{Start: at, End: at + len("three")}, Text: "two", Bytes: "two"}
	e.Span = f.Doc.FileSpan(e.Place)
	return []*Edit{e}
}

const three, two = "We need three tools.\n", "We need two tools.\n"

func newFile(t *testing.T, mode os.FileMode) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(path, []byte(three), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
	return path
}

// holds makes sure of what a file holds, and that nothing else is in its
// folder.
func holds(t *testing.T, path, want string, files int) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("holds %q, %v; want %q", got, err, want)
	}
	if all, err := os.ReadDir(filepath.Dir(path)); err != nil || len(all) != files {
		t.Errorf("%v beside it, %v; want %d in all", all, err, files)
	}
}

func TestWriteKeepsRightsAndOwner(t *testing.T) {
	for _, mode := range []os.FileMode{0o600, 0o640, 0o755, 0o666} {
		path := newFile(t, mode)
		owner := os.Getuid()
		if owner == 0 {
			owner = 12345
			if err := os.Chown(path, owner, owner); err != nil {
				t.Fatal(err)
			}
		}
		if err := Write(context.Background(), onDisk(t, path)); err != nil {
			t.Fatal(err)
		}
		holds(t, path, two, 1)
		info, err := os.Stat(path)
		if err != nil || info.Mode() != mode {
			t.Errorf("mode %v, %v; want %v", info.Mode(), err, mode)
		}
		if s, ok := info.Sys().(*syscall.Stat_t); !ok || int(s.Uid) != owner {
			t.Errorf("owner %d, want %d", s.Uid, owner)
		}
	}
}

func TestWriteFollowsLinks(t *testing.T) {
	path := newFile(t, 0o600)
	link := filepath.Join(t.TempDir(), "link.md")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := Write(context.Background(), onDisk(t, link)); err != nil {
		t.Fatal(err)
	}
	holds(t, path, two, 1)
	if to, err := os.Readlink(link); err != nil || to != path {
		t.Errorf("the link leads to %q, %v", to, err)
	}
}

func TestWriteLeavesAlone(t *testing.T) {
	stopped, stop := context.WithCancel(context.Background())
	stop()
	for _, tt := range []struct {
		name   string
		ctx    context.Context
		before func(path string) error
		want   error
		holds  string
	}{
		{"changed", context.Background(), func(p string) error { return os.WriteFile(p, []byte(three+"Now."), 0o600) }, ErrMeanwhile, three + "Now."},
		{"changed in the same length", context.Background(), func(p string) error { return os.WriteFile(p, []byte(strings.ToUpper(three)), 0o600) }, ErrMeanwhile, strings.ToUpper(three)},
		{"interrupted", stopped, func(string) error { return nil }, context.Canceled, three},
	} {
		path := newFile(t, 0o600)
		edits := onDisk(t, path)
		if err := tt.before(path); err != nil {
			t.Fatal(err)
		}
		if err := Write(tt.ctx, edits); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
		holds(t, path, tt.holds, 1)
	}
}

func TestWriteNeedsTheRightTo(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write to everything")
	}
	path := newFile(t, 0o400)
	if err := Write(context.Background(), onDisk(t, path)); !errors.Is(err, os.ErrPermission) {
		t.Errorf("%v, want a refusal", err)
	}
	holds(t, path, three, 1)
}

func TestWriteOnlyFiles(t *testing.T) {
	path := newFile(t, 0o600)
	edits := onDisk(t, path)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := Write(context.Background(), edits); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v, want that it is gone", err)
	}
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Write(context.Background(), edits); !errors.Is(err, errOdd) {
		t.Errorf("%v, want %v", err, errOdd)
	}
}

// UTF-16 is written back as it was; what is not valid is not touched.
func TestUTF16(t *testing.T) {
	for _, big := range []bool{false, true} {
		encode := func(s string) string {
			out := []byte{0xff, 0xfe}
			if big {
				out = []byte{0xfe, 0xff}
			}
			for _, c := range []byte(s) {
				if big {
					out = append(out, 0, c)
				} else {
					out = append(out, c, 0)
				}
			}
			return string(out)
		}
		path := newFile(t, 0o600)
		if err := os.WriteFile(path, []byte(encode("Hi.\r\n\r\n"+three)), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := Write(context.Background(), onDisk(t, path)); err != nil {
			t.Fatal(err)
		}
		holds(t, path, encode("Hi.\r\n\r\n"+two), 1)
	}
	l := library{data: map[string]string{"a.md": "\xff\xfet\x00h\x00\x00\xd8"}}
	if _, err := l.set().File("a.md"); err == nil {
		t.Error("half a character passes")
	}
}
