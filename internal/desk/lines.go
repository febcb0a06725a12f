package desk

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Lines leads between byte offsets of a text and positions in it as editors
// count them: lines from 0, and within a line code units of UTF-8 or UTF-16
// from 0. LF, CR LF and lone CR end a line; an invalid byte is one unit.
type Lines struct {
	data  []byte
	marks []mark
}

// mark is a known place: each line's start, and places within long lines, so
// that no look-up has far to count.
type mark struct{ off, line, start, units int }

// markEvery is the distance in bytes between the marks of a long line.
const markEvery = 4 << 10

// Position is a place in a text: a 0-based line, and code units from 0.
type Position struct{ Line, Unit int }

// NewLines indexes a text. It keeps data and does not change it.
func NewLines(data []byte) *Lines {
	l := &Lines{data: data}
	line, start, units := 0, 0, 0
	l.marks = append(l.marks, mark{})
	for i := 0; i < len(data); {
		c := data[i]
		if c == '\n' || c == '\r' && !(i+1 < len(data) && data[i+1] == '\n') {
			i++
			line, start, units = line+1, i, 0
			l.marks = append(l.marks, mark{i, line, i, 0})
			continue
		}
		u, size := unitsOf(data[i:])
		units += u
		i += size
		if last := l.marks[len(l.marks)-1]; i-last.off >= markEvery {
			l.marks = append(l.marks, mark{i, line, start, units})
		}
	}
	return l
}

// unitsOf is the number of UTF-16 code units of the first character, and its
// bytes.
func unitsOf(data []byte) (units, size int) {
	if data[0] < utf8.RuneSelf {
		return 1, 1
	}
	r, size := utf8.DecodeRune(data)
	if r > 0xffff {
		return 2, size
	}
	return 1, size
}

// Position is the place of the byte at off; wide counts in UTF-16. An offset
// beyond the text leads to its end.
func (l *Lines) Position(off int, wide bool) Position {
	off = max(0, min(off, len(l.data)))
	m := l.marks[sort.Search(len(l.marks), func(i int) bool { return l.marks[i].off > off })-1]
	if !wide {
		return Position{m.line, off - m.start}
	}
	at := m.off
	for at < off {
		u, size := unitsOf(l.data[at:])
		if at+size > off {
			break
		}
		m.units += u
		at += size
	}
	return Position{m.line, m.units}
}

// Offset is the byte at a position. A position behind a line's end leads to
// that end, one behind the last line to the text's.
func (l *Lines) Offset(p Position, wide bool) int {
	if p.Line < 0 {
		return 0
	}
	i := sort.Search(len(l.marks), func(i int) bool { return l.marks[i].line >= p.Line })
	if i == len(l.marks) {
		return len(l.data)
	}
	if !wide {
		return l.within(l.marks[i].off, p.Unit)
	}
	for i+1 < len(l.marks) && l.marks[i+1].line == p.Line && l.marks[i+1].units <= p.Unit {
		i++
	}
	at, units := l.marks[i].off, l.marks[i].units
	for at < len(l.data) && l.data[at] != '\n' && l.data[at] != '\r' {
		u, size := unitsOf(l.data[at:])
		if units += u; units > p.Unit {
			break
		}
		at += size
	}
	return at
}

// within is the offset units bytes behind a line's start, but not behind its
// end and not inside of a character.
func (l *Lines) within(start, units int) int {
	at := start
	for at < len(l.data) && at < start+units && l.data[at] != '\n' && l.data[at] != '\r' {
		at++
	}
	for at > start && at < len(l.data) && !utf8.RuneStart(l.data[at]) {
		at--
	}
	return at
}

// LineStart is the offset of the line that holds the byte at off.
func (l *Lines) LineStart(off int) int {
	off = max(0, min(off, len(l.data)))
	return l.marks[sort.Search(len(l.marks), func(i int) bool { return l.marks[i].off > off })-1].start
}

// OffsetIn is Offset for a text that is not indexed, and is about to be another.
func OffsetIn(text string, p Position, wide bool) int {
	at := 0
	for range p.Line {
		next := lineEnd(text[at:])
		if next < 0 {
			return len(text)
		}
		at += next
	}
	line := text[at:]
	if next := lineEnd(line); next >= 0 {
		line = strings.TrimRight(line[:next], "\r\n")
	}
	l := Lines{data: []byte(line), marks: []mark{{}}}
	return at + l.Offset(Position{Unit: p.Unit}, wide)
}

// lineEnd is where the next line begins, -1 for the last line.
func lineEnd(text string) int {
	n := strings.IndexByte(text, '\n')
	line := text
	if n >= 0 {
		line = text[:n]
	}
	if r := strings.IndexByte(line, '\r'); r >= 0 && r+1 != n {
		return r + 1
	}
	if n < 0 {
		return -1
	}
	return n + 1
}
