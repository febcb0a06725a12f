package formats

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
)

// LaTeX reads documents of LaTeX as they read when set: commands are left
// out with the arguments that are no text, those of unknown commands are
// kept. Numbers of sections and what a reference shows are made when the
// document is set, and are not in its text.
type LaTeX struct{}

// Name is "latex".
func (LaTeX) Name() string { return "latex" }

// Read implements source.Reader.
func (LaTeX) Read(file string, data []byte) *source.Document {
	dec := source.Decode(data)
	doc := &source.Document{File: file, Format: "latex", Bytes: len(data), Notes: dec.Notes(file), Meta: map[string]string{}}
	b := newBuilder(doc, dec.Text)
	b.spoken = func(src []byte) []found { return lineComments(src, "%") }
	w := &latexWalker{b: b, src: dec.Text, group: pairBraces(dec.Text), captioned: source.None, allowance: len(data) + 1<<16}
	w.levels()
	begin := bytes.Index(w.src, []byte(`\begin{document}`))
	if begin > 0 {
		w.preamble = true
		w.run(begin)
		w.preamble = false
		w.at = begin
	}
	w.run(len(w.src))
	w.closeTo(0)
	b.finish(dec.Origin)
	return doc
}

// latexWalker is the state of one reading.
type latexWalker struct {
	b     *builder
	src   []byte
	at    int
	group braces
	// open tells that a block has been begun; leaf is above zero where all
	// becomes one block, depth how deep arguments stand in each other.
	open  bool
	leaf  int
	depth int
	// preamble tells that only what names the document is text.
	preamble bool
	// part, chapter and section are the levels of headings.
	part, chapter, section int

	envs []latexEnv
	// footnotes are those of the open block, as ranges of src.
	footnotes []source.Span
	// elsewhere is where text is said to come from that stands in the document
	// behind what follows it in the file: the notes of a table.
	elsewhere source.Span
	// captioned is the block of a caption that has no table yet, introduced
	// the block before it.
	captioned, introduced int
	// spanned is how many columns the open cell takes.
	spanned int
	// counted is where lists left off, by depth.
	counted [maxDepth + 1]int

	macros map[string]*latexMacro
	// allowance is how many bytes macros may still make.
	allowance int
	// unclosed are the stretches in which the end of something was looked for
	// in vain.
	unclosed map[string]source.Span
}

// levels finds which headings the document has, so that the outermost stand
// right under its title.
func (w *latexWalker) levels() {
	w.part, w.chapter = 2, 2
	if bytes.Contains(w.src, []byte(`\part{`)) {
		w.chapter++
	}
	w.section = w.chapter
	if bytes.Contains(w.src, []byte(`\chapter`)) {
		w.section++
	}
}

// run reads the source up to end.
func (w *latexWalker) run(end int) {
	for w.at < end {
		switch c := w.src[w.at]; c {
		case '\\':
			w.command(end)
		case '%':
			w.at = w.behindComment(w.at, end)
		case '{':
			w.at++
		case '}':
			w.at++
			if w.at < end && w.src[w.at] == '{' {
				w.put(" ", w.at-1, w.at) // two arguments of an unknown command
			}
		case '$':
			w.dollar(end)
		case '~':
			if !w.beforeMark(end) {
				w.put("\u00a0", w.at, w.at+1)
			}
			w.at++
		case '&':
			w.put(" ", w.at, w.at+1)
			w.at++
		case '`', '\'', '-':
			w.ligature(c, end)
		case '\n':
			w.lineEnd(end)
		default:
			to := w.at + 1
			for to < end && !latexSpecial(w.src[to]) {
				to++
			}
			w.copy(w.at, to)
			w.at = to
		}
	}
	w.at = max(w.at, end)
}

// beforeMark reports whether the tie at the walker's place stands before a
// reference that is left out.
func (w *latexWalker) beforeMark(end int) bool {
	if w.referring() || w.at+1 >= end || w.src[w.at+1] != '\\' {
		return false
	}
	name, _ := w.name(w.at+1, end)
	return latexArguments(name) == 1
}

// latexSpecial reports whether c may be more than itself.
func latexSpecial(c byte) bool {
	switch c {
	case '\\', '%', '{', '}', '$', '~', '&', '`', '\'', '-', '\n':
		return true
	}
	return false
}

// lineEnd reads a line end: blank lines end the paragraph.
func (w *latexWalker) lineEnd(end int) {
	from := w.at
	blank := w.at + 1
	for w.at = blank; w.at < end && isBlank(w.src[w.at]); w.at++ {
		if w.src[w.at] == '\n' {
			blank = -1
		}
	}
	if blank < 0 {
		w.paragraph()
		return
	}
	w.copy(from, from+1)
}

// behindComment is where the text goes on behind the comment at a place: in
// the next line, behind its indentation.
func (w *latexWalker) behindComment(at, end int) int {
	for at = min(end, behindLine(w.src, at)); at < end && (w.src[at] == ' ' || w.src[at] == '\t'); at++ {
	}
	if at < end && w.src[at] == '\n' && at > 0 {
		w.paragraph()
	}
	return at
}

// begin opens a block if none is open.
func (w *latexWalker) begin() {
	if !w.open {
		w.b.begin()
		w.open = true
	}
}

// copy adds src[from:to] to the text.
func (w *latexWalker) copy(from, to int) {
	if w.preamble && w.leaf == 0 {
		return
	}
	if !w.open {
		for from < to && isBlank(w.src[from]) {
			from++
		}
		if from == to {
			return
		}
		w.begin()
	}
	if w.elsewhere.Len() > 0 {
		w.b.replace(string(w.src[from:to]), w.elsewhere.Start, w.elsewhere.End)
		return
	}
	w.b.copy(from, to)
}

// put adds text made from src[from:to].
func (w *latexWalker) put(s string, from, to int) {
	if s == "" || w.preamble && w.leaf == 0 || !w.open && strings.TrimSpace(s) == "" {
		return
	}
	w.begin()
	if w.elsewhere.Len() > 0 {
		from, to = w.elsewhere.Start, w.elsewhere.End
	}
	w.b.replace(s, from, to)
}

// paragraph ends the open paragraph; the footnotes in it come behind it.
func (w *latexWalker) paragraph() {
	if w.leaf > 0 {
		w.put(" ", w.at-1, w.at)
		return
	}
	if w.open {
		w.open = false
		w.b.end(w.b.textKind(), 0)
	}
	w.notes()
}

// notes reads the footnotes that have been met as paragraphs of their own.
func (w *latexWalker) notes() {
	for len(w.footnotes) > 0 && w.leaf == 0 && w.b.table == source.None {
		n, rest := w.footnotes[0], w.footnotes[1:]
		w.footnotes = nil
		w.block(n.Start, n.End, source.Paragraph, 0)
		w.footnotes = append(w.footnotes, rest...)
	}
}

// block reads src[from:to] as one block and returns its index.
func (w *latexWalker) block(from, to int, kind source.Kind, level int) int {
	w.open = false
	w.b.begin()
	w.open = true
	w.leaf++
	w.within(from, to)
	w.leaf--
	w.open = false
	i := w.b.end(kind, level)
	return i
}

// within reads src[from:to] and comes back to where the walker stands.
func (w *latexWalker) within(from, to int) {
	at := w.at
	if w.depth < maxDepth {
		w.depth++
		w.at = from
		w.run(to)
		w.depth--
	} else {
		w.b.note("too-deep", "arguments are nested too deep; those that lie deeper are left out")
	}
	w.at = at
}

// heading reads a heading.
func (w *latexWalker) heading(from, to, level int) {
	if w.leaf > 0 {
		w.within(from, to)
		return
	}
	w.paragraph()
	w.block(from, to, source.Heading, level)
	w.notes()
}

// field reads what the document says of itself: it stands in the text and
// belongs to no block.
func (w *latexWalker) field(name string, from, to int) {
	if w.leaf > 0 || w.depth > 0 {
		return
	}
	w.paragraph()
	w.b.separate()
	start := len(w.b.text)
	w.b.start = start
	w.leaf, w.open = 1, true
	w.within(from, to)
	w.leaf, w.open = 0, false
	w.footnotes = nil
	first, last := w.b.trim(start, len(w.b.text), source.Paragraph)
	if first == last {
		return
	}
	span := source.Span{Start: first, End: last}
	w.b.doc.Fields = append(w.b.doc.Fields, source.Field{Name: name, Span: span})
	w.b.doc.Meta[name] = strings.Join(strings.Fields(string(w.b.text[first:last])), " ")
}

// ligature reads quotation marks and dashes.
func (w *latexWalker) ligature(c byte, end int) {
	n := 1
	for w.at+n < end && n < 3 && w.src[w.at+n] == c {
		n++
	}
	s := ""
	switch {
	case c == '-' && n == 3:
		s = "—"
	case c == '-' && n == 2:
		s = "–"
	case c == '`' && n >= 2:
		s, n = "“", 2
	case c == '`':
		s = "‘"
	case c == '\'' && n >= 2:
		s, n = "”", 2
	default:
		n = 1
	}
	if s == "" {
		w.copy(w.at, w.at+n)
	} else {
		w.put(s, w.at, w.at+n)
	}
	w.at += n
}

// size is the length of the character at a place.
func (w *latexWalker) size(at int) int {
	_, n := utf8.DecodeRune(w.src[at:])
	return n
}
