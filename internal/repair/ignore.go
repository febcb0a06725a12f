package repair

import (
	"errors"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/suppress"
)

// errNoComment is the reason why a finding cannot be ignored by a comment.
var errNoComment = errors.New("a comment cannot be written there; the configuration can ignore the finding")

// Ignore is the comment that has a finding ignored, in the form of its file.
// The reason may be empty.
func (s *Set) Ignore(f *report.Finding, reason string) (*Edit, error) {
	file, err := s.File(f.Location.File)
	if err != nil {
		return nil, err
	}
	place := f.Location.Canonical()
	if !file.says(place, f.Location.Text) {
		return nil, errChanged
	}
	block := slices.IndexFunc(file.Doc.Blocks, func(b source.Block) bool { return b.Span.Contains(place) })
	if block < 0 {
		return nil, errNoComment
	}
	// A comment of HTML ends at the first -->.
	reason = strings.ReplaceAll(strings.Join(strings.Fields(reason), " "), "-->", "->")
	at, text, ok := suppress.Write(file.Doc, file.Data, block, f.Rule, reason)
	if !ok {
		return nil, errNoComment
	}
	text = strings.ReplaceAll(text, "\n", file.LineEnd())
	e := &Edit{File: file, Span: source.Span{Start: at, End: at}, Bytes: text, Text: text, Comment: true}
	if err := e.covers(block, place); err != nil {
		return nil, err
	}
	return e, nil
}

// covers tries a comment: nothing else may change, and it must be understood
// as being for the place in the block.
func (e *Edit) covers(block int, place source.Span) error {
	if err := e.File.Harmless([]*Edit{e}); err != nil {
		return errNoComment
	}
	data := e.File.With([]*Edit{e})
	doc, err := e.File.read(e.File.Name, data)
	if err != nil {
		return err
	}
	was, now := e.File.Doc.Blocks[block].Span.Start, doc.Blocks[block].Span.Start
	there := source.Span{Start: place.Start - was + now, End: place.End - was + now}
	for _, m := range doc.Marks {
		if s := doc.FileSpan(m.Span); s.Start >= e.Span.Start && s.End <= e.Span.Start+len(e.Bytes) && doc.Covered(m, data).Contains(there) {
			return nil
		}
	}
	return errNoComment
}
