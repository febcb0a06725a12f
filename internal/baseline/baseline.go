// Package baseline keeps findings that somebody has accepted in a file, and
// tells of later findings which of them are among those. It knows nothing of
// documents, rules or reports beyond the words that an entry holds.
//
// An entry has no line numbers: it is known by its rule, its document, the words
// of the claim and of the evidence, and the text around the claim. So edits
// elsewhere in a document do not bring it back. See Match for what happens where
// the words themselves have been edited.
package baseline

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Schema names the form of the file. Another form is not read.
const Schema = "concord.baseline/1"

// DefaultName is the file's name where none is given.
const DefaultName = ".concord-baseline.json"

// Entry is one finding that was accepted.
type Entry struct {
	Rule string `json:"rule"`
	// File is the document, with forward slashes: in a File as a path from the
	// baseline's own folder, in what is matched as the run named it.
	File string `json:"file"`
	// Text is the claim as the report shows it, Claimed and Found the values.
	Text    string `json:"text"`
	Claimed string `json:"claimed,omitempty"`
	Found   string `json:"found,omitempty"`
	// Before and Behind are some of the text around the claim.
	Before string `json:"before,omitempty"`
	Behind string `json:"behind,omitempty"`
	// Evidence is the text of each piece of evidence, in the report's order. Of
	// very many or long ones the rest is a hash.
	Evidence []string `json:"evidence,omitempty"`
	Severity string   `json:"severity,omitempty"`
	// Reason is for people to write; it is kept and shown.
	Reason string `json:"reason,omitempty"`
	// Fingerprint is that of the report in which the finding was accepted.
	Fingerprint string `json:"fingerprint"`
}

// File is a baseline.
type File struct {
	// Entries in the order in which they are written.
	Entries []Entry
	folder  string // absolute
}

// form is the file as it is on disk.
type form struct {
	Schema   string  `json:"schema"`
	Findings []Entry `json:"findings"`
}

// New is a baseline without entries that will lie at path.
func New(path string) *File { return &File{folder: folderOf(path)} }

func folderOf(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return resolved(filepath.Dir(path))
}

func resolved(p string) string {
	if real, err := filepath.EvalSymlinks(p); err == nil {
		return real
	}
	return p
}

// mostBytes bounds what is read as a baseline.
const mostBytes = 256 << 20

// Read reads a baseline. Its errors name the file, and the line where there is
// one to name.
func Read(path string) (*File, error) {
	f, err := os.Open(path)
	if err != nil {
		var p *fs.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		return nil, fmt.Errorf("baseline %s: %w", path, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostBytes+1))
	if err != nil {
		var p *fs.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		return nil, fmt.Errorf("baseline %s: %w", path, err)
	}
	if len(data) > mostBytes {
		return nil, fmt.Errorf("baseline %s: has more than %d MB", path, mostBytes>>20)
	}
	out := New(path)
	if out.Entries, err = parse(data); err != nil {
		return nil, fmt.Errorf("baseline %s%w", path, err)
	}
	return out, nil
}

// parse reads the entries. Its errors begin behind the file's name.
func parse(data []byte) ([]Entry, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	var head struct {
		Schema *string `json:"schema"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, placed(data, err)
	}
	switch {
	case head.Schema == nil:
		return nil, fmt.Errorf(": is no baseline: it has no \"schema\"; concord baseline writes one")
	case *head.Schema != Schema && strings.HasPrefix(*head.Schema, "concord.baseline/"):
		return nil, fmt.Errorf(": has the form %q, and this version of concord knows %q; write it anew with concord baseline", *head.Schema, Schema)
	case *head.Schema != Schema:
		return nil, fmt.Errorf(": is no baseline, but %q", *head.Schema)
	}
	var f form
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, placed(data, err)
	}
	for i, e := range f.Findings {
		if e.Rule == "" || e.File == "" {
			return nil, fmt.Errorf(": finding %d has no rule or no file", i+1)
		}
	}
	return f.Findings, nil
}

// placed adds the line to an error of the decoder.
func placed(data []byte, err error) error {
	at := int64(-1)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &kind):
		at = kind.Offset
		err = fmt.Errorf("a JSON %s stands where %q is expected to be a %s", kind.Value, kind.Field, kind.Type)
	}
	if at < 0 || at > int64(len(data)) {
		return fmt.Errorf(": is not understood: %w", err)
	}
	return fmt.Errorf(":%d: is not understood: %w", 1+bytes.Count(data[:at], []byte("\n")), err)
}

// Write writes the baseline to path, sorted, in one step: whoever reads it
// meanwhile sees the one before.
func (f *File) Write(path string) error {
	out := form{Schema: Schema, Findings: slices.Clone(f.Entries)}
	if out.Findings == nil {
		out.Findings = []Entry{}
	}
	slices.SortStableFunc(out.Findings, compare)
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(out); err != nil {
		return fmt.Errorf("baseline %s: %w", path, err)
	}
	if err := replace(path, b.Bytes()); err != nil {
		return fmt.Errorf("baseline %s: %w", path, err)
	}
	return nil
}

// replace writes a file beside path and gives it that name.
func replace(path string, data []byte) error {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			return os.WriteFile(path, data, mode) // a device or a pipe
		}
		mode = info.Mode().Perm()
		path = resolved(path) // a link stays one
	}
	t, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	_, err = t.Write(data)
	err = errors.Join(err, t.Chmod(mode), t.Close())
	if err == nil {
		err = os.Rename(t.Name(), path)
	}
	if err != nil {
		_ = os.Remove(t.Name()) // the first error is the one to tell
	}
	return err
}

// compare is the order of entries in the file. Places are not in it: an edit
// moves no entry.
func compare(a, b Entry) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Text, b.Text),
		cmp.Compare(a.Claimed, b.Claimed), cmp.Compare(a.Found, b.Found),
		slices.Compare(a.Evidence, b.Evidence), cmp.Compare(a.Before, b.Before), cmp.Compare(a.Behind, b.Behind),
		cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Fingerprint, b.Fingerprint), cmp.Compare(a.Reason, b.Reason),
	)
}

// own is a finding as an entry of the file: its document named from the file's
// folder, long evidence cut.
func (f *File) own(e Entry) Entry {
	e.File = f.name(e.File)
	e.Text = short(e.Text)
	e.Claimed, e.Found = short(e.Claimed), short(e.Found)
	all := e.Evidence
	e.Evidence = nil
	for _, s := range all[:min(len(all), mostEvidence)] {
		e.Evidence = append(e.Evidence, short(s))
	}
	if rest := all[len(e.Evidence):]; len(rest) > 0 {
		e.Evidence = append(e.Evidence, fmt.Sprintf("… and %d more (%s)", len(rest), hash(strings.Join(rest, "\n"))))
	}
	return e
}

// standardInput is the name of what has no file.
const standardInput = "-"

// name is the path from the baseline's folder to a document that a run named.
func (f *File) name(file string) string {
	if file == standardInput {
		return file
	}
	abs, err := filepath.Abs(filepath.FromSlash(file))
	if err != nil {
		return file
	}
	abs = filepath.Join(resolved(filepath.Dir(abs)), filepath.Base(abs))
	rel, err := filepath.Rel(f.folder, abs)
	if err != nil {
		return filepath.ToSlash(abs)
	}
	return filepath.ToSlash(rel)
}

// exists reports whether a document that an entry names is there, as far as
// anybody knows.
func (f *File) exists(name string) bool {
	if name == standardInput {
		return true
	}
	p := filepath.FromSlash(name)
	if !filepath.IsAbs(p) {
		p = filepath.Join(f.folder, p)
	}
	_, err := os.Stat(p)
	return err == nil
}

const (
	// mostEvidence bounds the evidence of an entry, mostText the runes of each
	// text in it.
	mostEvidence = 30
	mostText     = 160
)

// short cuts a text, with a hash of what was cut off.
func short(s string) string {
	n := 0
	for i := range s {
		if n++; n > mostText {
			return s[:i] + "… (" + hash(s[i:]) + ")"
		}
	}
	return s
}

func hash(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:6])
}
