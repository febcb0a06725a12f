package formats

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
)

// textLine is one line that is not blank.
type textLine struct {
	// start and end bound the line's text without the blanks around it.
	start, end int
	// indent is the column of start from 0, with tab stops every 8; width
	// is the column behind the last character; gap counts the blank lines
	// directly above.
	indent, width, gap int32
}

// longest is where a line is cut in two, so that widths fit in an int32.
const longest = 1 << 30

// cutLines finds the lines of text that are not blank. A line that speaks to
// Concord itself is no text and is left out as if it were blank.
func cutLines(text string) (lines []textLine, pragmas []source.Span) {
	lines = make([]textLine, 0, len(text)/48+1)
	gap := int32(0)
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:min(len(text), at+longest)], '\n'); i >= 0 {
			end = at + i
		} else if end-at > longest {
			end = at + longest
			for !utf8.RuneStart(text[end]) {
				end--
			}
		}
		l := measure(text, at, end)
		if l.start < l.end && !isPragma(text[l.start:l.end]) {
			l.gap = gap
			gap = 0
			lines = append(lines, l)
		} else {
			gap++
			if l.start < l.end {
				pragmas = append(pragmas, source.Span{Start: l.start, End: l.end})
			}
		}
		at = end
		if at < len(text) && text[at] == '\n' {
			at++
		}
	}
	return lines, pragmas
}

// measure trims the line [start, end) and takes its indentation and width.
func measure(text string, start, end int) textLine {
	indent := int32(0)
trim:
	for start < end {
		switch c := text[start]; {
		case c == ' ':
			indent++
		case c == '\t':
			indent += 8 - indent%8
		case c == '\f' || c == '\v':
			indent = 0
		case strings.HasPrefix(text[start:end], "\u00a0"):
			start++
			indent++
		default:
			break trim
		}
		start++
	}
	for start < end {
		c := text[end-1]
		if c == 0xa0 && text[end-2] == 0xc2 && end-2 >= start {
			end -= 2
			continue
		}
		if c != ' ' && c != '\t' && c != '\f' && c != '\v' {
			break
		}
		end--
	}
	return textLine{start: start, end: end, indent: indent,
		width: indent + int32(utf8.RuneCountInString(text[start:end]))}
}

// isPragma reports whether a line is an instruction to Concord, bare or in
// an AsciiDoc, reStructuredText or wiki comment.
func isPragma(s string) bool {
	bare := s[0] == 'c'
	switch s[0] {
	case '/':
		s = strings.TrimPrefix(s, "//")
	case '.':
		s = strings.TrimPrefix(s, "..")
	case '<':
		s = strings.TrimPrefix(s, "<!--")
	case 'c':
	default:
		return false
	}
	if !bare { // in a comment, whatever it says: it may be misspelt
		s = strings.TrimLeft(s, " ")
		return len(s) > len(address) && lowerASCII(s[0]) == address[0] && strings.HasPrefix(s[1:], address[1:])
	}
	s, ok := strings.CutPrefix(s, address+" ")
	if !ok {
		return false
	}
	verb, _, _ := strings.Cut(s, " ")
	return verb == "ignore" || verb == "off" || verb == "on" || verb == "pin"
}

// runOf is the character of a line that repeats one punctuation character,
// 0 for any other line.
func runOf(s string) byte {
	c := s[0]
	if c >= utf8.RuneSelf || !isMark(c) || s[len(s)-1] != c {
		return 0
	}
	for i := 1; i < len(s); i++ {
		if s[i] != c {
			return 0
		}
	}
	return c
}

// isMark reports whether c may underline a title in reStructuredText.
func isMark(c byte) bool {
	return c > ' ' && c < 0x7f && !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')
}

func startsLower(s string) bool {
	if c := s[0]; c < utf8.RuneSelf {
		return c >= 'a' && c <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// startsHigh reports whether s begins as sentences and names do.
func startsHigh(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	for n < len(s) && (r == '"' || r == '\'' || r == '(' || r == '\u201c' || r == '\u2018') {
		s = s[n:]
		r, n = utf8.DecodeRuneInString(s)
	}
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r)
}

// endsSentence reports whether the line ends as sentences do, closing
// quotes and brackets aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"')]\u201d\u2019")
	return s != "" && strings.IndexByte(".!?", s[len(s)-1]) >= 0
}

// hangs reports whether a line's end asks for more, or says that nothing is
// lost by reading on: a comma, a dash, a sentence's end, a small word.
func hangs(s string) bool {
	if endsSentence(s) || strings.IndexByte(",;-(&/", s[len(s)-1]) >= 0 ||
		strings.HasSuffix(s, "\u2013") || strings.HasSuffix(s, "\u2014") {
		return true
	}
	word := s[strings.LastIndexByte(s, ' ')+1:]
	return len(word) <= 4 && startsLower(word) && strings.IndexByte(s, ' ') > 0
}

// shape is what a first look over a file tells about its layout.
type shape struct {
	dialect dialect
	// wrapped tells that paragraphs are broken into lines of at most about
	// wrap columns; else each line is a paragraph of its own.
	wrapped bool
	wrap    int
	// underlined tells that titles are underlined throughout, so that a
	// short line by itself is none.
	underlined bool
}

// survey takes the file's shape. A line that begins with a small letter
// right below another is the sign of wrapping: where each line is a
// paragraph there are next to none. So is a file without long lines. Lines
// that begin with a list's mark or a date tell nothing of how paragraphs are
// set: items often stand on one line each, however long, beside prose that
// is broken into lines.
func survey(d dialect, text string, lines []textLine) shape {
	s := shape{dialect: d, wrap: 72}
	var prose, all, broken widths
	pairs, underlines, signs := 0, 0, 0
	for i := range lines {
		b := &lines[i]
		all.add(b.width)
		bt := text[b.start:b.end]
		if d == plain && asciidocSign(bt) {
			signs++
		}
		marked := begins(bt, d)
		if !marked {
			prose.add(b.width)
		}
		if i == 0 || b.gap > 0 {
			continue
		}
		a := &lines[i-1]
		if !marked && runOf(bt) == 0 {
			pairs++
		}
		if startsLower(bt) && !marked {
			broken.add(a.width)
		}
		if a.indent == 0 && b.indent == 0 && underlines < 3 && isUnderline(text[a.start:a.end], bt, a) {
			underlines++
		}
	}
	if signs >= 2 {
		s.dialect = asciidoc
	}
	s.underlined = underlines >= 3
	if pairs < 3 { // too little prose to tell by: titles above a list
		prose = all
	}
	switch widest := prose.quantile(prose.n - prose.n/20); {
	case broken.n >= 3 && broken.n*8 >= pairs:
		s.wrapped = true
		s.wrap = min(max(broken.quantile((broken.n+1)/2)+6, 50), 130)
	case widest <= 85:
		s.wrapped = true
		s.wrap = min(max(widest, 60), 78)
	}
	return s
}

// begins reports whether a line starts as items and entries do: with a
// bullet, a number or a date that stands apart.
func begins(s string, d dialect) bool {
	if _, ok := markIn(s, d); ok {
		return true
	}
	if !mayLead(s[0]) {
		return false
	}
	_, ok := leadOf(s)
	return ok
}

// widths counts lines by their width in columns; n is their number.
type widths struct {
	lines [256]int
	n     int
}

func (w *widths) add(width int32) {
	w.lines[min(width, 255)]++
	w.n++
}

// quantile is the least width that n of the lines do not exceed.
func (w *widths) quantile(n int) int {
	seen := 0
	for width, k := range w.lines {
		if seen += k; seen >= n {
			return width
		}
	}
	return len(w.lines)
}

// asciidocSign reports whether a line is one that AsciiDoc alone has.
func asciidocSign(s string) bool {
	switch s[0] {
	case '+':
		return s == "+"
	case '[':
		return strings.HasPrefix(s, "[source") || strings.HasPrefix(s, "[[") && strings.HasSuffix(s, "]]") ||
			s == "[verse]" || s == "[NOTE]" || s == "[TIP]" || s == "[WARNING]" || s == "[IMPORTANT]"
	case ':':
		return strings.HasPrefix(s, ":toc:") || strings.HasPrefix(s, ":doctype:") || strings.HasPrefix(s, ":sectnums:")
	case 'i':
		return strings.HasPrefix(s, "ifdef::") || strings.HasPrefix(s, "include::")
	case '|':
		return strings.HasPrefix(s, "|===")
	}
	return false
}

// isUnderline reports whether mark underlines the title t on line l.
func isUnderline(t, mark string, l *textLine) bool {
	c := runOf(mark)
	title := int(l.width - l.indent)
	if c == 0 || c == '.' || c == '|' || mark == "```" || len(mark) < 3 && (title != 2 || len(mark) != 2) {
		return false
	}
	return runOf(t) == 0 && (len(mark) >= title-2 || len(mark) >= 4 && 2*len(mark) >= title)
}
