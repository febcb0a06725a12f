package formats

import (
	"strings"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
)

// form is the broad look of a list's marks.
type form uint8

const (
	bullet form = iota + 1
	number
	dated
	term
)

// class is the finer look: what a number is written in, what a date gives.
type class uint8

const (
	digits class = iota + 1
	lower
	upper
	romanLower
	romanUpper
	auto     // "#.", AsciiDoc ".": numbers that the renderer makes
	decimals // 3.1, 3.2
	day
	clock
)

// listID is what the marks of one list have in common.
type listID struct {
	form  form
	class class
	// char is the bullet, or the punctuation of a number: '.', ')' or '('
	// for one in brackets. run is how often a bullet is repeated.
	char rune
	run  int
	// prefix is what stands before the last part of a decimal number.
	prefix string
}

// mark is a bullet, number or date at a line's start.
type mark struct {
	id    listID
	value int
	// alt is the other reading of a letter that may be a Roman numeral,
	// altValue its value; class 0 where there is none.
	alt      class
	altValue int
	// start and end bound the mark, body is where the item's text begins.
	start, end, body int
	// weak is a date with nothing but a blank between it and the text;
	// only one with no text behind it.
	weak, only bool
}

func (m *mark) shift(n int) {
	m.start += n
	m.end += n
	m.body += n
}

func (m *mark) kind() source.ListKind {
	switch m.id.form {
	case bullet:
		return source.Bulleted
	case number:
		return source.Numbered
	case dated:
		return source.Dated
	}
	return source.Definition
}

// starts reports whether m may be a list's first mark.
func (m *mark) starts() bool {
	return m.id.form != number || m.value == 1 || m.alt != 0 && m.altValue == 1 || m.id.class == auto
}

// loose reports whether the mark is one that ordinary text may begin with
// too: a dash, an initial.
func (m *mark) loose() bool {
	switch m.id.form {
	case bullet:
		return m.id.char == '\u2013' || m.id.char == '\u2014' || m.id.char == '+' || m.id.char == 'o'
	case number:
		return m.id.class != digits && m.id.class != auto && (m.id.char == '.' || m.value != 1)
	}
	return false
}

// sure reports whether the mark can hardly be anything else.
func (m *mark) sure() bool {
	return m.id.form == bullet && !m.loose() || m.id.form == number && m.id.class == auto
}

// continues reports whether m may follow the mark of the given value in the
// list id. It settles which reading of an ambiguous letter is meant.
func (m *mark) continues(id listID, value int) bool {
	if m.id.form != id.form || m.id.char != id.char || m.id.run != id.run {
		return false
	}
	if m.id.form != number {
		return m.id.class == id.class
	}
	if m.alt == id.class && m.id.class != id.class {
		if m.altValue <= value || m.altValue > value+3 {
			return false
		}
		m.id.class, m.alt = m.alt, m.id.class
		m.value, m.altValue = m.altValue, m.value
		return true
	}
	if m.id.class != id.class || m.id.prefix != id.prefix {
		return false
	}
	switch id.class {
	case digits, decimals, auto:
		return m.value != 1 || value <= 1
	}
	return m.value >= value && m.value <= value+3
}

// markerAt is the bullet or number at line k's start.
func (p *textParser) markerAt(k int) (mark, bool) {
	l := &p.lines[k]
	m, ok := markIn(p.text[l.start:l.end], p.shape.dialect)
	if !ok || p.shape.dialect == org && l.indent == 0 && m.id.char == '*' {
		return mark{}, false
	}
	m.shift(l.start)
	return m, true
}

// markIn is the bullet or number at the start of s.
func markIn(s string, d dialect) (mark, bool) {
	switch c := s[0]; {
	case d == wiki && (c == '*' || c == '#'):
		return wikiMark(s)
	case d == asciidoc && (c == '*' || c == '.'):
		return repeatedMark(s)
	case c == '-' || c == '*' || c == '+' || c == 'o':
		if c == 'o' && (len(s) < 3 || s[1] != ' ' || s[2] == ' ') {
			return mark{}, false
		}
		return bulletMark(s, rune(c), 1)
	case c >= '0' && c <= '9' || c == '(' || c == '#':
		return numberMark(s)
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		if len(s) < 3 || s[1] != '.' && s[1] != ')' && strings.IndexByte("ivxlcIVXLC", c) < 0 {
			return mark{}, false
		}
		return numberMark(s)
	case c >= utf8.RuneSelf:
		r, n := utf8.DecodeRuneInString(s)
		switch r {
		case '•', '‣', '◦', '▪', '■', '●', '○', '\uf0b7', '❖', '➢', '✓', '·', '–', '—':
			return bulletMark(s, r, n)
		}
	}
	return mark{}, false
}

// bulletMark is a bullet of n bytes, followed by a blank. Signs that are
// nothing but bullets need none.
func bulletMark(s string, r rune, n int) (mark, bool) {
	m := mark{id: listID{form: bullet, char: r, run: 1}, end: n}
	m.body = skipBlanks(s, n)
	if m.body == n && n < len(s) && (r < utf8.RuneSelf || m.loose() || r == '·') {
		return mark{}, false
	}
	if r < utf8.RuneSelf && strings.Trim(s, "-*+ \t") == "" && len(s) > 1 {
		return mark{}, false // "* * *" parts sections
	}
	return m, true
}

func skipBlanks(s string, i int) int {
	for i < len(s) {
		switch {
		case s[i] == ' ' || s[i] == '\t':
			i++
		case strings.HasPrefix(s[i:], "\u00a0"):
			i += 2
		default:
			return i
		}
	}
	return i
}

// repeatedMark is an AsciiDoc mark, whose length is its depth.
func repeatedMark(s string) (mark, bool) {
	n := 1
	for n < len(s) && s[n] == s[0] {
		n++
	}
	m := mark{id: listID{form: bullet, char: rune(s[0]), run: n}, end: n, body: skipBlanks(s, n)}
	if m.body == n || n > 5 || m.body == len(s) {
		return mark{}, false
	}
	if s[0] == '.' {
		m.id.form, m.id.class = number, auto
	}
	return m, true
}

// wikiMark is a wiki mark: a run of signs whose length is its depth and
// whose last sign is its kind.
func wikiMark(s string) (mark, bool) {
	n := 1
	for n < len(s) && strings.IndexByte("*#:", s[n]) >= 0 {
		n++
	}
	m := mark{id: listID{form: bullet, char: rune(s[n-1]), run: n}, end: n, body: skipBlanks(s, n)}
	if m.body == len(s) || strings.HasPrefix(s, "#REDIRECT") {
		return mark{}, false
	}
	if s[n-1] == '#' {
		m.id.form, m.id.class = number, auto
	}
	return m, true
}

// numberMark is a number or letter with its punctuation: 1. 1) (1) a) iv.
// #. 1.2
func numberMark(s string) (mark, bool) {
	m := mark{id: listID{form: number}}
	i := 0
	if s[0] == '(' {
		m.id.char = '('
		i = 1
	}
	j := i
	for j < len(s) && j-i < 9 && (s[j] >= '0' && s[j] <= '9' || s[j]|0x20 >= 'a' && s[j]|0x20 <= 'z' || s[j] == '#') {
		j++
	}
	if j == i || j == len(s) || !m.read(s[i:j]) {
		return mark{}, false
	}
	switch {
	case m.id.char == '(':
		if s[j] != ')' {
			return mark{}, false
		}
	case s[j] == '.' && m.id.class == digits && j+1 < len(s) && s[j+1] >= '0' && s[j+1] <= '9':
		return m.decimal(s, j)
	case s[j] == '.' || s[j] == ')':
		m.id.char = rune(s[j])
	default:
		return mark{}, false
	}
	m.end = j + 1
	m.body = skipBlanks(s, m.end)
	return m, m.body > m.end && m.body < len(s)
}

// read takes the value of a number's body and tells what it is written in.
func (m *mark) read(s string) bool {
	if s == "#" {
		m.id.class = auto
		return true
	}
	if c := s[0]; c >= '0' && c <= '9' {
		m.id.class = digits
		for i := 0; i < len(s); i++ {
			if s[i] < '0' || s[i] > '9' {
				return false
			}
			m.value = m.value*10 + int(s[i]-'0')
		}
		return true
	}
	letters, roman := lower, romanLower
	if s[0] < 'a' {
		letters, roman = upper, romanUpper
	}
	r := romanValue(s)
	if len(s) > 1 {
		m.id.class, m.value = roman, r
		return r > 0
	}
	m.id.class, m.value = letters, int(s[0]|0x20-'a')+1
	if r > 0 {
		m.alt, m.altValue = roman, r
		if r == 1 { // "i" begins more lists than it stands for a ninth
			m.id.class, m.alt = roman, letters
			m.value, m.altValue = m.altValue, m.value
		}
	}
	return true
}

// romanValue is the value of a Roman numeral below 90 in one case, 0 for
// anything else.
func romanValue(s string) int {
	total, last := 0, 100
	for i := 0; i < len(s); i++ {
		v := 0
		switch s[i] | 0x20 {
		case 'i':
			v = 1
		case 'v':
			v = 5
		case 'x':
			v = 10
		case 'l':
			v = 50
		}
		if v == 0 || s[i]&0x20 != s[0]&0x20 || v > 10*last {
			return 0
		}
		if v > last {
			total -= 2 * last
		}
		total += v
		last = v
	}
	if len(s) > 7 {
		return 0
	}
	return total
}

// decimal reads on from the first dot, at j, of a number like 3.1.2. Since
// plain figures look the same, a capital or two blanks have to follow.
func (m *mark) decimal(s string, j int) (mark, bool) {
	last := j
	for j < len(s) && (s[j] == '.' || s[j] >= '0' && s[j] <= '9') {
		if s[j] == '.' {
			last = j
		}
		j++
	}
	if s[j-1] == '.' { // "3.1."
		j--
		if last == j {
			last = strings.LastIndexByte(s[:j], '.')
		}
		m.end = j + 1
	} else {
		m.end = j
	}
	m.id.class, m.id.char, m.id.prefix = decimals, '.', s[:last]
	m.value = 0
	for i := last + 1; i < j; i++ {
		if m.value > 1e6 {
			return mark{}, false
		}
		m.value = m.value*10 + int(s[i]-'0')
	}
	m.body = skipBlanks(s, m.end)
	if m.body == m.end || m.body == len(s) || m.body-m.end < 2 && !startsHigh(s[m.body:]) {
		return mark{}, false
	}
	return *m, true
}
