package report

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// Location is a place in a file, as the file is on disk.
type Location struct {
	File string `json:"file"`
	// Lines and columns are 1-based, columns in code points; the end is
	// the first column behind the place. All are 0 for a place that is no
	// longer there because the file was changed meanwhile.
	Line      int `json:"line"`
	Column    int `json:"column"`
	EndLine   int `json:"endLine"`
	EndColumn int `json:"endColumn"`
	// Offset and Length are in bytes.
	Offset int `json:"offset"`
	Length int `json:"length"`
	// Text is the canonical text with each run of white space as one
	// blank.
	Text string `json:"text"`
	// Page and Paragraph (from 1), Part (a sheet, a chapter, a file within the
	// file) and Cell tell where the place is in a format without lines; its
	// lines and offsets are then those of the canonical text.
	Page      int    `json:"page,omitempty"`
	Paragraph int    `json:"paragraph,omitempty"`
	Part      string `json:"part,omitempty"`
	Cell      string `json:"cell,omitempty"`

	lines []excerpt   // what the text form shows of the place
	span  source.Span // of the canonical text
	// before and behind are the text around the place; see Input.Around.
	before, behind string
}

// String is file:line:column, as terminals and editors understand it; for a
// format without lines it is what people say: the page, the sheet and cell, the
// paragraph.
func (l Location) String() string {
	if l.Line == 0 {
		return l.File
	}
	if spot := l.spot(); spot != "" {
		return l.File + ": " + spot
	}
	return fmt.Sprintf("%s:%d:%d", l.File, l.Line, l.Column)
}

// spot says where a place is in a format without lines, empty for others.
func (l Location) spot() string {
	var parts []string
	if l.Page > 0 {
		parts = append(parts, fmt.Sprintf("page %d", l.Page))
	}
	if l.Part != "" {
		parts = append(parts, l.Part)
	}
	if l.Cell != "" {
		parts = append(parts, "cell "+l.Cell)
	} else if l.Paragraph > 0 {
		parts = append(parts, fmt.Sprintf("paragraph %d", l.Paragraph))
	}
	return strings.Join(parts, ", ")
}

// locator collects places and then finds them, document by document, so
// that no more than one document is in memory at a time.
type locator struct {
	in     Input
	wanted [][]request // by document
	texts  []*source.Document
	broken error
}

// request is a place to be found and where to put it.
type request struct {
	place   fact.Place
	surface string // what should stand there, or empty if not known
	into    *Location
	around  bool // the text around it is wanted
}

// addClaim asks for the place of a claim, with the text around it.
func (l *locator) addClaim(p fact.Place, surface string, into *Location) {
	l.add(p, surface, into)
	if l.in.Around > 0 && l.broken == nil {
		of := l.wanted[p.Doc]
		of[len(of)-1].around = true
	}
}

func (l *locator) add(p fact.Place, surface string, into *Location) {
	if p.Doc < 0 || p.Doc >= len(l.in.Documents) {
		if l.broken == nil {
			l.broken = fmt.Errorf("verdict speaks of document %d of %d", p.Doc, len(l.in.Documents))
		}
		return
	}
	if l.wanted == nil {
		l.wanted = make([][]request, len(l.in.Documents))
	}
	l.wanted[p.Doc] = append(l.wanted[p.Doc], request{place: p, surface: surface, into: into})
}

// run fills all locations. The notes name documents that have changed.
func (l *locator) run() ([]Note, error) {
	if l.broken != nil {
		return nil, l.broken
	}
	var notes []Note
	for i, requests := range l.wanted {
		if len(requests) == 0 {
			continue
		}
		d := l.in.Documents[i]
		if err := l.document(i, requests); err != nil {
			notes = append(notes, Note{
				Kind:    "changed",
				File:    d.File,
				Message: fmt.Sprintf("changed while it was checked, so its lines are not shown: %v", err),
			})
			for _, q := range requests {
				*q.into = Location{File: d.File, Text: oneLine(q.surface)}
			}
		}
	}
	return notes, nil
}

// document finds all places that are wanted in one document.
func (l *locator) document(i int, requests []request) error {
	doc, data, err := l.in.Open(i)
	if err != nil {
		return err
	}
	if was := l.in.Documents[i].Bytes; was != len(data) {
		return fmt.Errorf("it had %d bytes and has %d", was, len(data))
	}
	finder := NewFinder(doc, data)
	for _, q := range requests {
		loc, err := finder.At(q.place.Span)
		if err != nil {
			return err
		}
		if q.surface != "" && loc.Text != oneLine(q.surface) {
			return fmt.Errorf("%q stands where %q stood", loc.Text, oneLine(q.surface))
		}
		if l.in.Excerpts {
			f := source.Span{Start: loc.Offset, End: loc.Offset + loc.Length}
			loc.lines = excerpts(finder.data, f, loc.Line)
		}
		if q.around {
			loc.before, loc.behind = around(doc.Text, q.place.Span, l.in.Around)
		}
		*q.into = loc
	}
	if l.in.Texts {
		l.texts = append(l.texts, doc)
	}
	return nil
}

// Finder finds the places of one document in its file.
type Finder struct {
	doc   *source.Document
	data  []byte // what the lines are those of
	lines *source.Lines
}

// NewFinder makes a finder for a document that was read from data.
func NewFinder(doc *source.Document, data []byte) *Finder {
	if doc.Spots != nil {
		data = []byte(doc.Text) // there are no lines but those of the text
	}
	return &Finder{doc, data, source.NewLines(data)}
}

// At is the location of a span of the document's canonical text. It fails
// for a span that is not within the text.
func (f *Finder) At(s source.Span) (Location, error) {
	if s.Start < 0 || s.End < s.Start || s.End > len(f.doc.Text) {
		return Location{}, fmt.Errorf("place %d to %d is outside of its text", s.Start, s.End)
	}
	at := f.doc.FileSpan(s)
	l := Location{
		File: f.doc.File, Offset: at.Start, Length: at.Len(), span: s,
		Text: oneLine(f.doc.Text[s.Start:s.End]),
	}
	if f.doc.Spots != nil {
		spot := f.doc.SpotAt(s.Start)
		l.Page, l.Paragraph, l.Part, l.Cell = spot.Page, spot.Paragraph, spot.Part, spot.Cell
	}
	l.Line, l.Column = f.lines.Position(at.Start)
	l.EndLine, l.EndColumn = f.lines.Position(at.End)
	return l, nil
}

// oneLine makes one blank of each run of white space.
func oneLine(s string) string {
	clean := true
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c == '\n' || c == '\t' || c == '\r' || c == ' ' && i > 0 && s[i-1] == ' ' {
			clean = false
			break
		}
	}
	if clean {
		return strings.Trim(s, " ")
	}
	return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ")
}

// excerpt is what is shown of one line of a place: the place's own text and
// what stands on the line before and behind it.
type excerpt struct {
	line                   int // 1-based
	before, marked, behind string
	cutBefore, cutBehind   bool // the line goes on
}

// excerptReach is how many bytes on either side of a place are kept. It is
// more than a wide terminal shows, and bounds what a very long line costs.
const excerptReach = 600

// excerptLines is how many lines of a place are shown at most.
const excerptLines = 3

// excerpts cuts the lines of a place out of a file's bytes.
func excerpts(data []byte, s source.Span, line int) []excerpt {
	mark := byteOrderMark(data)
	from := max(len(mark), s.Start-excerptReach)
	to := min(len(data), s.End+excerptReach)
	from, to = whole(data, mark, from, s.Start, s.End, to)
	before := decode(mark, data[from:s.Start])
	behind := decode(mark, data[s.End:to])
	cutBefore, cutBehind := from > len(mark), to < len(data)
	if i := strings.LastIndexByte(before, '\n'); i >= 0 {
		before, cutBefore = before[i+1:], false
	}
	if i := strings.IndexByte(behind, '\n'); i >= 0 {
		behind, cutBehind = behind[:i], false
	}
	parts := strings.SplitN(decode(mark, data[s.Start:s.End]), "\n", excerptLines+1)
	var out []excerpt
	for i, p := range parts[:min(len(parts), excerptLines)] {
		out = append(out, excerpt{line: line + i, marked: p})
	}
	out[0].before, out[0].cutBefore = before, cutBefore
	if last := len(out) - 1; len(parts) <= excerptLines {
		out[last].behind, out[last].cutBehind = behind, cutBehind
	} else {
		out[last].cutBehind = true
	}
	return out
}

// whole moves from forward and to back to where characters begin.
func whole(data []byte, mark string, from, start, end, to int) (int, int) {
	if len(mark) == 2 { // UTF-16: pairs of bytes behind the mark
		return min(from+from%2, start), max(to-to%2, end)
	}
	for from < start && from > 0 && !utf8.RuneStart(data[from]) {
		from++
	}
	for to > end && to < len(data) && !utf8.RuneStart(data[to]) {
		to--
	}
	return from, to
}

// utf8Mark is the byte order mark of UTF-8.
const utf8Mark = "\xef\xbb\xbf"

// byteOrderMark is the mark at the start of data, empty if there is none.
func byteOrderMark(data []byte) string {
	for _, mark := range []string{utf8Mark, "\xff\xfe", "\xfe\xff"} {
		if bytes.HasPrefix(data, []byte(mark)) {
			return mark
		}
	}
	return ""
}

// decode reads a piece of a file that has the given byte order mark.
func decode(mark string, piece []byte) string {
	if mark == "" {
		// Else invalid bytes at the piece's start might pass for a mark.
		mark = utf8Mark
	}
	return string(source.Decode(append([]byte(mark), piece...)).Text)
}
