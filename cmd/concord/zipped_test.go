package main

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
)

// zipped writes an archive of files, given by name and content in turn.
func zipped(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "papers.zip")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestZippedFolder(t *testing.T) {
	archive := zipped(t,
		"papers/steps.md", steps, "papers/steps.md", "twice", "../../up.txt", "Up.", `win\dows.txt`, "Here.",
		"papers/photo.jpg", "no", ".hidden/a.md", "no", "__MACOSX/._steps.md", "no", "large.txt", strings.Repeat("x ", 60_000))
	inputs, notes := gather(context.Background(), []string{archive}, nil, source.Options{}, bounds{file: 100_000})
	if len(notes) > 0 {
		t.Errorf("notes %v", notes)
	}
	var names []string
	for _, in := range inputs {
		names = append(names, strings.TrimPrefix(in.File, filepath.ToSlash(archive)))
		data, err := in.Load()
		switch {
		case strings.HasSuffix(in.File, "large.txt"):
			if err == nil || !strings.Contains(err.Error(), "--max-file-size lets 100 kB be read") {
				t.Errorf("the large file: %v", err)
			}
		case err != nil:
			t.Errorf("%s: %v", in.File, err)
		case strings.HasSuffix(in.File, "steps.md") && string(data) != steps:
			t.Errorf("steps.md holds %q", data)
		}
	}
	if got, want := strings.Join(names, " "), "/large.txt /papers/steps.md /up.txt /win/dows.txt"; got != want {
		t.Errorf("documents %s, want %s", got, want)
	}
}

func TestZippedTrouble(t *testing.T) {
	whole, err := os.ReadFile(zipped(t, "a.md", steps))
	if err != nil {
		t.Fatal(err)
	}
	locked := bytes.Clone(whole)
	for _, sign := range []string{"PK\x03\x04", "PK\x01\x02"} {
		at := bytes.Index(locked, []byte(sign)) + 6
		if sign == "PK\x01\x02" {
			at += 2
		}
		locked[at] |= 1
	}
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"cut.zip", "is no zip archive or is damaged", whole[:len(whole)/2]},
		{"text.zip", "is no zip archive or is damaged", []byte("just text")},
		{"empty.zip", "is no zip archive or is damaged", nil},
		{"locked.zip", "the file is encrypted", locked},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, c.name)
		if err := os.WriteFile(path, c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		inputs, notes := gather(context.Background(), []string{path}, nil, source.Options{}, bounds{})
		said := ""
		for _, n := range notes {
			said += n.Message
		}
		for _, in := range inputs {
			if _, err := in.Load(); err != nil {
				said += err.Error()
			}
		}
		if !strings.Contains(said, c.want) {
			t.Errorf("%s: %q, want %q", c.name, said, c.want)
		}
	}
}
