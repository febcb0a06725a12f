package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/source"
)

func TestGather(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.md", "a.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	a, b := filepath.ToSlash(filepath.Join(dir, "a.txt")), filepath.ToSlash(filepath.Join(dir, "b.md"))
	inputs, notes := gather(context.Background(), []string{"-", dir, b, "-", filepath.Join(dir, "none.md")}, strings.NewReader("typed"), source.Options{}, bounds{})
	var files []string
	for _, in := range inputs {
		files = append(files, in.File)
	}
	if want := []string{"-", a, b}; !slices.Equal(files, want) {
		t.Errorf("files %q, want %q", files, want)
	}
	if len(notes) != 1 || !strings.HasSuffix(notes[0].File, "none.md") {
		t.Errorf("notes %v, want one on none.md", notes)
	}
	for _, want := range []string{"typed", "typed"} { // standard input can be read again
		if data, err := inputs[0].Load(); err != nil || string(data) != want {
			t.Errorf("read %q, %v from standard input", data, err)
		}
	}
	if data, err := inputs[1].Load(); err != nil || string(data) != "a.txt" {
		t.Errorf("read %q, %v", data, err)
	}
}

func TestReadNamesNoFile(t *testing.T) {
	_, err := (&bounds{}).read(filepath.Join(t.TempDir(), "none.md"))
	if err == nil || strings.Contains(err.Error(), "none.md") {
		t.Errorf("error %v, want one without the file's name", err)
	}
}

func TestOnlyOnce(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("devices have other names there")
	}
	got := onlyOnce([]string{os.DevNull, t.TempDir(), "nowhere"})
	if len(got) != 1 || !got[os.DevNull] {
		t.Errorf("%v can be read once only, want %s", got, os.DevNull)
	}
}
