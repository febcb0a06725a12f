package formats

import (
	"bytes"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// Org reads the outlines of Emacs' Org mode as they read when exported:
// keywords, tags, drawers and comments are left out.
type Org struct{}

// Name is "org".
func (Org) Name() string { return "org" }

// Read implements source.Reader.
func (Org) Read(file string, data []byte) *source.Document {
	dec := source.Decode(data)
	doc := &source.Document{File: file, Format: "org", Bytes: len(data), Notes: dec.Notes(file), Meta: map[string]string{}}
	b := newBuilder(doc, dec.Text)
	b.spoken = func(src []byte) []found { return lineComments(src, "#") }
	w := &orgWalker{b: b, src: dec.Text, dead: map[string]int{}, states: map[string]bool{}}
	for _, word := range [...]string{"TODO", "DONE", "NEXT", "WAITING", "HOLD", "CANCELLED", "CANCELED", "STARTED", "SOMEDAY", "PROJ"} {
		w.states[word] = true
	}
	w.cut()
	for w.i < len(w.lines) {
		w.step()
	}
	w.leave(-1)
	b.finish(dec.Origin)
	return doc
}

// orgWalker is the state of one reading.
type orgWalker struct {
	b     *builder
	src   []byte
	lines []orgLine
	i     int
	lists []orgList
	// pieces are the lines of the open paragraph.
	pieces []source.Span
	// blank is how many blank lines stand above the next line.
	blank int
	// dead tells from which line on the end of something is not found.
	dead map[string]int
	// states are the words before a heading that tell how far it has got.
	states map[string]bool
	// quotes is how many quotations are open.
	quotes int
	// captioned is the caption of the table to come.
	captioned source.Span
	// notes are the footnotes written in the open block.
	notes []source.Span
}

// orgLine is a line without the blanks around it.
type orgLine struct{ start, end, indent int }

// orgList is an open list: where its bullets stand.
type orgList struct {
	indent, next int
	numbered     bool
}

// cut finds the lines.
func (w *orgWalker) cut() {
	for at := 0; at < len(w.src); {
		end := behindLine(w.src, at)
		l := orgLine{start: at, end: at + len(bytes.TrimRight(w.src[at:end], " \t\n\f\v"))}
		for l.start < l.end && (w.src[l.start] == ' ' || w.src[l.start] == '\t') {
			if w.src[l.start] == '\t' {
				l.indent += 7 - l.indent%8
			}
			l.indent++
			l.start++
		}
		w.lines = append(w.lines, l)
		at = end
	}
}

func (w *orgWalker) line(i int) string {
	if i >= len(w.lines) {
		return ""
	}
	return string(w.src[w.lines[i].start:w.lines[i].end])
}

// step reads the line that comes next, and what belongs to it.
func (w *orgWalker) step() {
	l, s := w.lines[w.i], w.line(w.i)
	if s == "" {
		w.paragraph()
		if w.blank++; w.blank > 1 {
			w.leave(-1)
		}
		w.i++
		return
	}
	if stars := orgStars(s); stars > 0 && l.indent == 0 {
		w.heading(stars)
		return
	}
	if _, spoken := spokenLine(s, "#"); spoken || s == "#" || strings.HasPrefix(s, "# ") {
		w.i++
		return
	}
	if strings.HasPrefix(s, "#+") {
		w.keyword(s)
		return
	}
	if w.listItem(l, s) {
		return
	}
	if !w.within(l.indent) {
		w.leave(l.indent)
	}
	w.blank = 0
	switch {
	case s[0] == '|':
		w.paragraph()
		w.table()
	case s == ":" || strings.HasPrefix(s, ": "):
		w.paragraph()
		w.fixed()
	case s[0] == ':' && w.drawer(s):
	case strings.HasPrefix(s, "[fn:") && l.indent == 0 && strings.Contains(s, "]"):
		w.paragraph()
		w.leave(-1)
		from := strings.IndexByte(s, ']') + 1
		w.pieces = append(w.pieces, source.Span{Start: l.start + from, End: l.end})
		w.i++
	case len(s) >= 5 && strings.Trim(s, "-") == "":
		w.paragraph()
		w.b.interrupt()
		w.i++
	default:
		w.pieces = append(w.pieces, source.Span{Start: l.start, End: l.end})
		w.i++
	}
}

// orgStars is the level of a heading, 0 for other lines.
func orgStars(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "*"))
	if n > 0 && n < len(s) && s[n] == ' ' {
		return n
	}
	return 0
}

// heading reads a heading without its state, priority, tags and counts, and
// the lines below that tell when it is planned.
func (w *orgWalker) heading(level int) {
	w.paragraph()
	w.leave(-1)
	l := w.lines[w.i]
	from, to := l.start+level, l.end
	word := func() string {
		for from < to && w.src[from] == ' ' {
			from++
		}
		text, _, _ := strings.Cut(string(w.src[from:to]), " ")
		return text
	}
	if s := word(); w.states[s] {
		from += len(s)
	}
	if s := word(); len(s) == 4 && strings.HasPrefix(s, "[#") {
		from += len(s)
	}
	word()
	if rest := string(w.src[from:to]); strings.HasSuffix(rest, ":") {
		if at := strings.LastIndexAny(rest, " \t"); len(rest)-at > 2 && rest[at+1] == ':' && strings.Count(rest[at+1:], ":") > 1 {
			to = from + at + 1
		}
	}
	w.i++
	w.b.begin()
	w.inline([]source.Span{{Start: from, End: max(from, to)}})
	w.b.end(source.Heading, level)
	w.footnotes()
	for w.i < len(w.lines) {
		s := w.line(w.i)
		if !strings.HasPrefix(s, "SCHEDULED:") && !strings.HasPrefix(s, "DEADLINE:") && !strings.HasPrefix(s, "CLOSED:") {
			return
		}
		w.i++
	}
}

// within reports whether a line of an indentation belongs to the open item.
func (w *orgWalker) within(indent int) bool {
	n := len(w.lists)
	return n == 0 || indent > w.lists[n-1].indent
}

// paragraph ends the open paragraph.
func (w *orgWalker) paragraph() {
	if len(w.pieces) > 0 {
		pieces := w.pieces
		w.pieces = nil
		w.b.begin()
		w.inline(pieces)
		w.b.end(w.b.textKind(), 0)
	}
	w.footnotes()
}

// footnotes reads the notes that were written within a block.
func (w *orgWalker) footnotes() {
	for len(w.notes) > 0 {
		n := w.notes[0]
		w.notes = w.notes[1:]
		w.b.begin()
		kept := w.notes
		w.notes = nil
		w.inline([]source.Span{n})
		w.notes = append(w.notes, kept...)
		w.b.end(source.Paragraph, 0)
	}
}

// leave closes the lists to which a line of an indentation does not belong;
// all of them with -1.
func (w *orgWalker) leave(indent int) {
	w.paragraph()
	for n := len(w.lists); n > 0 && (indent < 0 || w.lists[n-1].indent >= indent); n = len(w.lists) {
		next := 0
		if w.lists[n-1].numbered {
			next = w.lists[n-1].next
		}
		w.b.closeList(next, '.')
		w.lists = w.lists[:n-1]
	}
}

// fixed reads lines that begin with a colon as code.
func (w *orgWalker) fixed() {
	from := w.i
	for w.i < len(w.lines) && (w.line(w.i) == ":" || strings.HasPrefix(w.line(w.i), ": ")) {
		w.i++
	}
	w.code(from, w.i)
}

// code adds the lines from i to before end as code.
func (w *orgWalker) code(i, end int) {
	if i >= end {
		return
	}
	w.b.begin()
	w.b.copy(w.lines[i].start, w.lines[end-1].end)
	w.b.end(source.Code, 0)
}

// find is the first line below the next one that reads as wanted, -1 if there
// is none.
func (w *orgWalker) find(wanted string) int {
	if from, ok := w.dead[wanted]; ok && w.i >= from {
		return -1
	}
	for j := w.i + 1; j < len(w.lines); j++ {
		if strings.EqualFold(w.line(j), wanted) {
			return j
		}
	}
	w.dead[wanted] = w.i
	return -1
}

// drawer skips a drawer, and reports whether there is one.
func (w *orgWalker) drawer(s string) bool {
	if len(s) < 3 || s[len(s)-1] != ':' || strings.ContainsAny(s[1:len(s)-1], " :") {
		return false
	}
	end := w.find(":END:")
	if end < 0 {
		return false
	}
	for j := w.i; j < end; j++ {
		if w.lines[j].indent == 0 && orgStars(w.line(j)) > 0 {
			return false
		}
	}
	w.paragraph()
	w.i = end + 1
	return true
}
