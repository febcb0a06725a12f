// Package repair turns the suggestions of a report into edits of files: which
// of them can be made without harm to what surrounds them, which exclude each
// other, how they look as a unified diff, and how files are written so that
// none is ever half done or loses what somebody else has written meanwhile.
//
// It knows reports, documents and files. It must not know terminals, checks,
// rules or formats by name, nor how a question is put to a person.
//
// # What is harmless
//
// A place is mended only if its bytes in the file are its text: no markup
// stands in between that would be lost. What both texts have in common at
// their ends is left as it is, so that "**seven** times" can become "**six**
// times". Then the file is read again with the edit in it, and must be the
// same document in all but the words that were meant to change: the same
// blocks, lists, tables, links and comments. Formats are not asked what is
// special in them; the reader itself is the judge.
package repair

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/source"
)

// Edit is a change of one place in one file.
type Edit struct {
	File *File
	// Span is the place in the file's Data, Place in the document's text.
	// Both are empty for a comment, which is put before them.
	Span, Place source.Span
	// Text stands there afterwards, as the document says it, and Bytes as the
	// file does.
	Text, Bytes string
	// Comment tells that a comment to Concord is written.
	Comment bool
}

// Same reports whether two edits do the same.
func (e *Edit) Same(o *Edit) bool {
	return e.File == o.File && e.Span == o.Span && e.Bytes == o.Bytes && e.Comment == o.Comment
}

// Overlaps reports whether two edits cannot both be made.
func (e *Edit) Overlaps(o *Edit) bool {
	if e.File != o.File {
		return false
	}
	if e.Span.Len() == 0 || o.Span.Len() == 0 {
		return e.Span.Start < o.Span.End && o.Span.Start < e.Span.End
	}
	return e.Span.Start < o.Span.End && o.Span.Start < e.Span.End
}

// Option is one possible repair of a finding.
type Option struct {
	report.Suggestion
	// Edit is the repair, nil where it cannot be made; Why is the reason.
	Edit *Edit
	Why  error
}

// Set are the files that findings speak of.
type Set struct {
	load  func(file string) ([]byte, error)
	read  func(file string, data []byte) (*source.Document, error)
	files map[string]*File
}

// NewSet makes a set of files. Load gives the bytes of one by the name that
// the report has for it, read makes a document of bytes.
func NewSet(load func(file string) ([]byte, error), read func(file string, data []byte) (*source.Document, error)) *Set {
	return &Set{load: load, read: read, files: map[string]*File{}}
}

// File is the file of a name, opened once.
func (s *Set) File(name string) (*File, error) {
	f := s.files[name]
	if f == nil {
		f = open(name, s.load, s.read)
		s.files[name] = f
	}
	return f, f.err
}

// Options are the possible repairs of a finding, those of the same outcome
// once, in the finding's order.
func (s *Set) Options(f *report.Finding) []Option {
	var out []Option
	for _, suggestion := range f.Suggestions {
		o := Option{Suggestion: suggestion}
		o.Edit, o.Why = s.edit(suggestion)
		alike := func(p Option) bool {
			if o.Edit == nil || p.Edit == nil {
				return p.Location.String() == o.Location.String() && p.Text == o.Text
			}
			return o.Edit.Same(p.Edit)
		}
		if !slices.ContainsFunc(out, alike) {
			out = append(out, o)
		}
	}
	return out
}

// The reasons why a suggestion is not an edit.
var (
	errChanged = errors.New("the place has changed since it was checked")
	errMarkup  = errors.New("the place has markup within, which the repair would lose")
	errNothing = errors.New("the place says so already")
	errNowhere = errors.New("the place lies outside of the text")
	errOther   = errors.New("the place cannot be changed without the document being read in another way")
)

// edit makes an edit of a suggestion. What it does to the document is found out
// by Try.
func (s *Set) edit(suggestion report.Suggestion) (*Edit, error) {
	l := suggestion.Location
	f, err := s.File(l.File)
	if err != nil {
		return nil, err
	}
	place := l.Canonical()
	if l.Line == 0 || !f.says(place, l.Text) {
		return nil, errChanged
	}
	whole := place.Len() > 0 && suggestion.Text == "" && f.isBlock(place)
	if whole {
		return f.without(place)
	}
	place, text := narrow(f.Doc.Text, place, suggestion.Text)
	if f.Doc.Text[place.Start:place.End] == text {
		return nil, errNothing
	}
	e := &Edit{File: f, Place: place, Text: text, Span: f.Doc.FileSpan(place)}
	e.Bytes = f.spellings(text)[0]
	if was := string(f.Data[e.Span.Start:e.Span.End]); !f.plain(was, f.Doc.Text[place.Start:place.End]) {
		return nil, errMarkup
	}
	return e, nil
}

// Try finds out whether an edit is harmless, in one of the ways to write it.
func (e *Edit) Try() error {
	first := e.File.Harmless([]*Edit{e})
	if first == nil || e.Comment {
		return first
	}
	for _, bytes := range e.File.spellings(e.Text)[1:] {
		tried := *e
		tried.Bytes = bytes
		if e.File.Harmless([]*Edit{&tried}) == nil {
			e.Bytes = bytes
			return nil
		}
	}
	return first
}

// Describe is an edit in words: what becomes what.
func (e *Edit) Describe() string {
	was := strings.Join(strings.Fields(e.File.Doc.Text[e.Place.Start:e.Place.End]), " ")
	switch {
	case e.Comment:
		return "a comment"
	case e.Text == "":
		return fmt.Sprintf("%q deleted", was)
	}
	return fmt.Sprintf("%q to %q", was, e.Text)
}

// Around is an edit as a person is shown it: what stands before it on its line,
// what goes, what comes, and what stands behind it, of each side at most as
// many bytes as told.
func (e *Edit) Around(most int) (before, old, now, behind string) {
	text := e.File.Doc.Text
	from, to := max(0, e.Place.Start-most), min(len(text), e.Place.End+most)
	for from < e.Place.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to > e.Place.End && to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	before, behind = text[from:e.Place.Start], text[e.Place.End:to]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	behind, _, _ = strings.Cut(behind, "\n")
	return before, text[e.Place.Start:e.Place.End], e.Text, behind
}
