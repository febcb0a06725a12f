package repair

import (
	"cmp"
	"errors"
	"slices"
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// ordered are edits of one file by their places; those at one place stay in
// their order.
func ordered(edits []*Edit) []*Edit {
	out := slices.Clone(edits)
	slices.SortStableFunc(out, func(a, b *Edit) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	return out
}

// Harmless tries edits of the file: it reads the file with them, and tells
// what else would change but what is meant to.
func (f *File) Harmless(edits []*Edit) error {
	now, err := f.read(f.Name, f.With(edits))
	if err != nil {
		return err
	}
	wanted, comments, err := f.expected(edits)
	if err != nil {
		return err
	}
	if len(now.Blocks) != len(wanted) || len(now.Marks) != len(f.Doc.Marks)+comments ||
		len(now.Lists) != len(f.Doc.Lists) || len(now.Tables) != len(f.Doc.Tables) ||
		len(now.Literal) != len(f.Doc.Literal) || len(now.Fields) != len(f.Doc.Fields) {
		return errOther
	}
	for i, w := range wanted {
		b := now.Blocks[i]
		if !w.like(b) || !same(w.text, now.TextOf(b)) {
			return errOther
		}
	}
	return f.sameRest(now, edits)
}

// sameRest compares what is not in blocks: links and fields.
func (f *File) sameRest(now *source.Document, edits []*Edit) error {
	gone := 0
	for _, e := range edits {
		if e.Text == "" && !e.Comment {
			gone++
		}
	}
	if gone == 0 && len(now.Links) != len(f.Doc.Links) {
		return errOther
	}
	for i, l := range f.Doc.Links {
		if gone == 0 && l.Target != now.Links[i].Target {
			return errOther
		}
	}
	for i, field := range f.Doc.Fields {
		was := edited(f.Doc.Text, field.Span, edits)
		n := now.Fields[i]
		if n.Name != field.Name || !same(was, now.Text[n.Span.Start:n.Span.End]) {
			return errOther
		}
	}
	return nil
}

// wanted is a block as it ought to be.
type wanted struct {
	source.Block
	text string
}

// like compares all of a block that an edit of words must not change.
func (w wanted) like(b source.Block) bool {
	return w.Kind == b.Kind && w.Level == b.Level && w.List == b.List && w.ItemNo == b.ItemNo &&
		w.Table == b.Table && w.Row == b.Row && w.Column == b.Column && w.Quoted == b.Quoted
}

// expected are the blocks as edits should leave them, and how many comments
// are added. Each edit must lie in one block or one field.
func (f *File) expected(edits []*Edit) (out []wanted, comments int, err error) {
	per := map[int][]*Edit{}
	for _, e := range edits {
		if e.Comment {
			comments++
			continue
		}
		i := sort.Search(len(f.Doc.Blocks), func(i int) bool { return f.Doc.Blocks[i].Span.End > e.Place.Start })
		switch {
		case i < len(f.Doc.Blocks) && f.Doc.Blocks[i].Span.Contains(e.Place):
			per[i] = append(per[i], e)
		case slices.ContainsFunc(f.Doc.Fields, func(field source.Field) bool { return field.Span.Contains(e.Place) }):
		default:
			return nil, 0, errNowhere
		}
	}
	out = make([]wanted, 0, len(f.Doc.Blocks))
	for i, b := range f.Doc.Blocks {
		w := wanted{Block: b, text: edited(f.Doc.Text, b.Span, per[i])}
		if len(per[i]) > 0 && strings.TrimSpace(w.text) == "" {
			continue // deleted as a whole
		}
		out = append(out, w)
	}
	return out, comments, nil
}

// edited is a stretch of text with the edits that lie in it made.
func edited(text string, s source.Span, edits []*Edit) string {
	if len(edits) == 0 {
		return text[s.Start:s.End]
	}
	var b strings.Builder
	at := s.Start
	for _, e := range ordered(edits) {
		if e.Comment || e.Place.Start < at || e.Place.End > s.End {
			continue
		}
		b.WriteString(text[at:e.Place.Start])
		b.WriteString(e.Text)
		at = e.Place.End
	}
	b.WriteString(text[at:s.End])
	return b.String()
}

// isBlock reports whether a place is all of a paragraph.
func (f *File) isBlock(place source.Span) bool {
	return slices.ContainsFunc(f.Doc.Blocks, func(b source.Block) bool {
		return place.Contains(b.Span) && b.Span.Contains(place)
	})
}

// errWhole is the reason why an item or a row is not deleted by itself.
var errWhole = errors.New("the place is marked as a part of a list or table, and deleting that is left to people")

// without deletes a paragraph with the lines that it stands on.
func (f *File) without(place source.Span) (*Edit, error) {
	s := f.Doc.FileSpan(place)
	data := f.Data
	if !onlyBlanks(data[lineStart(data, s.Start):s.Start]) {
		return nil, errWhole
	}
	s.Start = lineStart(data, s.Start)
	for s.End < len(data) && (data[s.End] == ' ' || data[s.End] == '\t') {
		s.End++
	}
	if s.End < len(data) && data[s.End] != '\n' && data[s.End] != '\r' {
		return nil, errWhole
	}
	for s.End < len(data) && strings.IndexByte("\r\n \t", data[s.End]) >= 0 {
		s.End++
	}
	if s.End < len(data) { // the next line's own white space stays
		s.End = max(s.Start, lineStart(data, s.End))
	}
	return &Edit{File: f, Place: place, Span: s}, nil
}

func onlyBlanks(b []byte) bool { return len(strings.Trim(string(b), " \t\ufeff")) == 0 }

// lineStart is where the line of an offset begins.
func lineStart(data []byte, at int) int {
	for at > 0 && data[at-1] != '\n' && data[at-1] != '\r' {
		at--
	}
	return at
}
