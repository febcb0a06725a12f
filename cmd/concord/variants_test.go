package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/concordlint/concord/internal/report"
)

const pumpGuide = `Caf\u00e9 pumps

The repair takes the following three steps:

1. Close the valve.
2. Take the lid off.
3. Change the seal.
4. Put the lid back on.
`

// checked runs concord check over one document and returns the report.
func checked(t *testing.T, data string) *report.Report {
	t.Helper()
	file := filepath.Join(t.TempDir(), "guide.md")
	if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	status := run([]string{"concord", "check", "--format", "json", file}, streams{strings.NewReader(""), &out, &errs})
	if status != statusFound || errs.Len() > 0 {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	var r report.Report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	return &r
}

// The same text is found to have the same faults in the same lines and
// columns, however its bytes are written.
func TestSameFindingsInOtherBytes(t *testing.T) {
	text := strings.ReplaceAll(pumpGuide, `\u00e9`, "\u00e9")
	want := checked(t, text)
	if len(want.Findings) != 1 {
		t.Fatalf("%d findings, want 1", len(want.Findings))
	}
	for name, data := range map[string]string{
		"windows line ends": strings.ReplaceAll(text, "\n", "\r\n"),
		"old line ends":     strings.ReplaceAll(text, "\n", "\r"),
		"byte order mark":   "\xef\xbb\xbf" + text,
		"both":              "\xef\xbb\xbf" + strings.ReplaceAll(text, "\n", "\r\n"),
	} {
		got := checked(t, data)
		if d := cmp.Diff(places(want), places(got), cmpopts.IgnoreUnexported(report.Finding{}, report.Location{})); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
		for _, f := range got.Findings {
			l := f.Location
			if at := data[l.Offset : l.Offset+l.Length]; at != l.Text {
				t.Errorf("%s: %q stands at the offset of %q", name, at, l.Text)
			}
		}
	}
}

// places are the findings without what depends on bytes and folders.
func places(r *report.Report) []report.Finding {
	var out []report.Finding
	for _, f := range r.Findings {
		plain := func(l *report.Location) { l.File, l.Offset, l.Length = "", 0, 0 }
		plain(&f.Location)
		for i := range f.Evidence {
			plain(&f.Evidence[i].Location)
		}
		if f.Calculation != nil {
			for i := range f.Calculation.Operands {
				if l := f.Calculation.Operands[i].Location; l != nil {
					plain(l)
				}
			}
		}
		for i := range f.Suggestions {
			plain(&f.Suggestions[i].Location)
		}
		out = append(out, f)
	}
	return out
}

// Nothing depends on the number of workers or on the order of arguments.
func TestSameBytesEveryTime(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for _, name := range []string{"a.md", "b.txt", "c.md", "d.txt"} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(pumpGuide), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	var first string
	for _, args := range [][]string{
		{"--jobs", "1", files[0], files[1], files[2], files[3]},
		{"--jobs", "8", files[3], files[1], files[0], files[2]},
		{"--jobs", "3", dir},
		{dir, files[2]},
	} {
		var out, errs bytes.Buffer
		run(append([]string{"concord", "claims", "--format", "json"}, args...), streams{strings.NewReader(""), &out, &errs})
		if first == "" {
			first = out.String()
		}
		if d := cmp.Diff(first, out.String()); d != "" || errs.Len() > 0 {
			t.Errorf("%v: %s\n%s", args, errs.String(), d)
		}
	}
}
