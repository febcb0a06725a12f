package formats

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
)

// pdfWriter joins lines to paragraphs, headings, lists and tables.
type pdfWriter struct {
	b    *builder
	body float64 // the size of most of the text
	// leading is the usual distance of lines of the body.
	leading float64
	sizes   []float64 // of headings, the largest first

	page int
	text []byte // of the paragraph that is being joined
	at   int    // its page
	last *pdfLine
	left float64 // of its first line
	// size and bold are its own.
	size float64
	bold bool

	open   pdfTable
	edges  map[int]float64
	lists  []pdfList
	marker string
}

// pdfList is an open list.
type pdfList struct {
	left float64
	next string
}

// writePDF writes pages into a document.
func writePDF(d *source.Document, pages [][]pdfLine) {
	dropRepeated(pages)
	w := &pdfWriter{b: newBuilder(d, nil)}
	w.measure(pages)
	for p, lines := range pages {
		w.page = p + 1
		w.edges = rightEdges(lines, w.body)
		for i := 0; i < len(lines); {
			if n := tableLines(lines[i:]); n > 0 {
				w.flush()
				w.closeLists(0)
				w.table(lines[i:i+n], i == 0)
				i += n
				continue
			}
			w.line(&lines[i])
			i++
		}
	}
	w.flush()
	w.flushTable()
	w.closeLists(0)
	d.Text = string(w.b.text)
}

// measure finds the size of the body, its leading, and the sizes of headings.
func (w *pdfWriter) measure(pages [][]pdfLine) {
	letters := map[float64]int{}
	gaps := map[float64]int{}
	for _, lines := range pages {
		for i := range lines {
			lines[i].size = math.Round(lines[i].size*2) / 2
			letters[lines[i].size] += len(lines[i].text)
		}
	}
	w.body = most(letters)
	for _, lines := range pages {
		for i := 1; i < len(lines); i++ {
			if gap := lines[i-1].below(&lines[i]); lines[i].size == w.body && lines[i-1].size == w.body && gap > 0 && gap < 3*w.body {
				gaps[math.Round(gap)]++
			}
		}
	}
	if w.leading = most(gaps); w.leading == 0 || w.leading > 2*w.body {
		w.leading = 1.3 * w.body
	}
	for size := range letters {
		if size > 1.12*w.body {
			w.sizes = append(w.sizes, size)
		}
	}
	slices.SortFunc(w.sizes, func(a, b float64) int { return int(math.Copysign(1, b-a)) })
}

// most is the key with the highest count; of equals the smallest.
func most(counts map[float64]int) float64 {
	best, n := 0.0, 0
	for k, c := range counts {
		if c > n || c == n && k < best {
			best, n = k, c
		}
	}
	return best
}

// line adds a line to the open paragraph, or begins another with it.
func (w *pdfWriter) line(l *pdfLine) {
	w.flushTable()
	marker, rest := w.mark(l)
	if marker == "" && w.continues(l) {
		w.join(l.text)
		w.last = l
		return
	}
	w.flush()
	w.text, w.at, w.last, w.left, w.size, w.bold, w.marker = append(w.text[:0], rest...), w.page, l, l.left, l.size, l.bold, marker
}

// continues reports whether a line goes on with the open paragraph.
func (w *pdfWriter) continues(l *pdfLine) bool {
	if w.last == nil || len(w.text) == 0 || tabular(l) || tabular(w.last) || math.Abs(l.size-w.size) > 0.6 || l.bold != w.bold && w.short(w.last) {
		return false
	}
	gap := w.last.below(l)
	if w.page != w.at || gap < -w.size {
		// Another column or page: a sentence that has not ended goes on.
		first, _ := utf8.DecodeRuneInString(l.text)
		return unicode.IsLower(first) && !ended(string(w.text)) && l.size == w.body
	}
	if gap > max(1.3*w.leading*w.size/w.body, 1.15*w.size) {
		return false
	}
	if w.page == w.at && w.broken(l) {
		return false
	}
	// An indent begins a paragraph, but for the hanging text of an item.
	return l.left <= w.last.left+0.8*w.size || w.marker != "" && w.last.left == w.left
}

// rightEdges are how far lines of the body reach to the right, by where they
// begin to the left.
func rightEdges(lines []pdfLine, body float64) map[int]float64 {
	edges := map[int]float64{}
	for _, l := range lines {
		if k := edgeOf(l.left, body); math.Abs(l.size-body) < 0.6 {
			edges[k] = max(edges[k], l.right)
		}
	}
	return edges
}

func edgeOf(left, body float64) int { return int(min(max(left/(4*max(body, 1)), 0), 1e6)) }

// broken reports whether the line before l was ended by its author: the first
// word of l would have had room in it.
func (w *pdfWriter) broken(l *pdfLine) bool {
	k := edgeOf(w.last.left, w.body)
	edge := max(w.edges[k-1], w.edges[k], w.edges[k+1])
	word, _, _ := strings.Cut(l.text, " ")
	width := (l.right - l.left) * float64(len(word)) / float64(len(l.text))
	return w.last.right+width+1.5*w.size < edge
}

// tabular reports whether a line is a row of a table that was not made out.
func tabular(l *pdfLine) bool {
	wide := 0
	for i := 1; i < len(l.cells); i++ {
		if l.cells[i].left-l.cells[i-1].right > 1.5*l.size {
			wide++
		}
	}
	return wide > 1
}

// short reports whether a line ends well before the column's edge.
func (w *pdfWriter) short(l *pdfLine) bool { return len(l.text) < 60 }

func ended(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”\"’')] "))
	return strings.ContainsRune(".!?:;", r)
}

// join adds the next line's text; a word that was parted is mended.
func (w *pdfWriter) join(text string) {
	s := string(w.text)
	first, _ := utf8.DecodeRuneInString(text)
	for _, hyphen := range []string{"-", "\u2010"} {
		if before, parted := strings.CutSuffix(s, hyphen); parted {
			r, _ := utf8.DecodeLastRuneInString(before)
			if unicode.IsLower(r) && unicode.IsLower(first) {
				w.text = w.text[:len(before)]
			}
			w.text = append(w.text, text...)
			return
		}
	}
	w.text = append(append(w.text, ' '), text...)
}

// mark tells a list item's mark from its text. A number counts where it is the
// first or follows the one before.
func (w *pdfWriter) mark(l *pdfLine) (marker, rest string) {
	word, rest, found := strings.Cut(l.text, " ")
	if !found || len(word) > 6 {
		return "", l.text
	}
	switch word {
	case "•", "◦", "▪", "‣", "●", "○", "■", "", "·", "∙":
		return word, rest
	case "-", "–", "—", "*":
		if w.continues(l) && len(w.lists) == 0 && w.marker == "" {
			return "", l.text
		}
		return word, rest
	}
	if word == "1." || word == "1)" || word == "(1)" || word == "a)" || word == "(a)" || word == "a." {
		return word, rest
	}
	for _, open := range w.lists {
		if open.next == word {
			return word, rest
		}
	}
	if w.marker != "" && nextMark(w.marker) == word {
		return word, rest
	}
	return "", l.text
}

// nextMark is the mark that follows a number or letter; a bullet follows itself.
func nextMark(mark string) string {
	core := strings.Trim(mark, "().")
	if core == "" || core[0] >= utf8.RuneSelf || core == "-" || core == "*" {
		return mark
	}
	if len(core) == 1 && core[0] >= 'a' && core[0] < 'z' {
		return strings.Replace(mark, core, string(rune(core[0]+1)), 1)
	}
	n := []byte(core)
	for i := len(n) - 1; i >= 0; i-- {
		if n[i] != '9' {
			n[i]++
			return strings.Replace(mark, core, string(n), 1)
		}
		n[i] = '0'
	}
	return strings.Replace(mark, core, "1"+string(n), 1)
}

// flush writes the paragraph that was joined.
func (w *pdfWriter) flush() {
	if len(w.text) == 0 {
		return
	}
	level := 0
	if w.marker != "" {
		w.item()
	} else {
		w.closeLists(0)
		level = w.level()
	}
	kind := w.b.textKind()
	if level > 0 {
		kind = source.Heading
	}
	w.block(string(w.text), w.at, kind, level)
	w.text, w.marker = w.text[:0], ""
}

// level is the level of a heading, 0 for what is none.
func (w *pdfWriter) level() int {
	if i := slices.Index(w.sizes, w.size); i >= 0 && len(w.text) < 300 {
		return min(i+1, 6)
	}
	if w.bold && !tabular(w.last) && len(w.text) < 100 && !ended(string(w.text)) {
		return min(len(w.sizes)+1, 6)
	}
	return 0
}

// item opens the item that the paragraph is.
func (w *pdfWriter) item() {
	for n := len(w.lists); n > 0; n-- {
		if w.left < w.lists[n-1].left-w.size/2 {
			w.closeLists(n - 1)
		}
	}
	n := len(w.lists)
	if n > 0 && w.left < w.lists[n-1].left+w.size/2 && w.lists[n-1].next != w.marker {
		w.closeLists(n - 1) // other marks at the same place: another list
		n--
	}
	if n == 0 || w.left >= w.lists[n-1].left+w.size/2 && n < 20 {
		kind := source.Bulleted
		if strings.ContainsAny(w.marker, "0123456789abcdefghijklmnopqrstuvwxyz") {
			kind = source.Numbered
		}
		w.b.openList(kind)
		w.lists = append(w.lists, pdfList{left: w.left})
		n = len(w.lists)
	}
	w.lists[n-1].next = nextMark(w.marker)
	w.b.item(w.marker, 0, 0)
}

// closeLists closes lists until n are open.
func (w *pdfWriter) closeLists(n int) {
	for len(w.lists) > n {
		w.b.closeList(0, 0)
		w.lists = w.lists[:len(w.lists)-1]
	}
}

func (w *pdfWriter) block(text string, page int, kind source.Kind, level int) {
	w.begin(text, page)
	w.b.end(kind, level)
}

// begin opens a block with its spot.
func (w *pdfWriter) begin(text string, page int) {
	w.b.begin()
	w.b.doc.Spots = append(w.b.doc.Spots, source.Spot{At: len(w.b.text), Page: page})
	w.b.text = append(w.b.text, strings.ReplaceAll(strings.ToValidUTF8(text, "\ufffd"), "\r", " ")...)
}
