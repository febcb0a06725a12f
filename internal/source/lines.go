package source

import (
	"sort"
	"unicode/utf8"
)

// Lines tells the line and column of any byte of a file. It is made from
// the bytes as they are on disk and may be used by many goroutines.
//
// CR LF, lone CR and LF end a line. A byte order mark is not counted, an
// invalid byte counts as one character.
type Lines struct {
	data  []byte
	enc   encoding
	marks []mark
}

// mark is a known place: the start of each line, and within long lines one
// place every few kilobytes, so that no look-up has far to count.
type mark struct{ off, line, column int }

// markEvery is the distance in bytes between the marks of a long line.
const markEvery = 4 << 10

// NewLines indexes the lines of a file. It keeps data and does not change it.
func NewLines(data []byte) *Lines {
	enc, bom := sniff(data)
	l := &Lines{data: data, enc: enc}
	line := 1
	for at := bom; ; line++ {
		end, next := l.lineEnd(at)
		l.marks = append(l.marks, mark{at, line, 1})
		l.markLong(at, end, line)
		if next == end { // no line end: the file's last line
			return l
		}
		at = next
	}
}

// lineEnd finds where the line that holds at ends, without and with the
// characters that end it.
func (l *Lines) lineEnd(at int) (end, next int) {
	if l.enc != utf8Bytes {
		return l.lineEnd16(at)
	}
	// A plain loop: looking for each of the two characters by itself would
	// run to the end of a file that has only the other, line after line.
	for i := at; i < len(l.data); i++ {
		switch l.data[i] {
		case '\n':
			return i, i + 1
		case '\r':
			if i+1 < len(l.data) && l.data[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		}
	}
	return len(l.data), len(l.data)
}

func (l *Lines) lineEnd16(at int) (end, next int) {
	for i := at; i < len(l.data); {
		r, n, _ := rune16(l.data[i:], l.enc)
		switch r {
		case '\n':
			return i, i + n
		case '\r':
			if after, m, _ := rune16(l.data[i+n:], l.enc); after == '\n' {
				return i, i + n + m
			}
			return i, i + n
		}
		i += n
	}
	return len(l.data), len(l.data)
}

// markLong adds the marks inside the line [start, end).
func (l *Lines) markLong(start, end, line int) {
	if end-start <= markEvery {
		return
	}
	column := 1
	for at := start; at+markEvery < end; {
		n, stop := l.count(at, at+markEvery)
		column += n
		at = stop
		l.marks = append(l.marks, mark{at, line, column})
	}
}

// count counts the characters from start that end at or before off, and
// tells where the last of them ends. It always takes in at least one
// character of a non-empty range that reaches far enough.
func (l *Lines) count(start, off int) (n, stop int) {
	at := start
	for at < off {
		size := 1
		if l.enc != utf8Bytes {
			_, size, _ = rune16(l.data[at:], l.enc)
		} else if l.data[at] >= utf8.RuneSelf {
			_, size = utf8.DecodeRune(l.data[at:])
		}
		if at+size > off {
			break
		}
		at += size
		n++
	}
	return n, at
}

// Position is the 1-based line and column, in characters, of the byte at
// off. An offset inside a character or in a byte order mark leads to the
// character there; one beyond the file leads to its end.
func (l *Lines) Position(off int) (line, column int) {
	off = min(off, len(l.data))
	if l.enc == utf8Bytes && off > 0 && off < len(l.data) && l.data[off] == '\n' && l.data[off-1] == '\r' {
		off-- // CR LF is one character
	}
	i := sort.Search(len(l.marks), func(i int) bool { return l.marks[i].off > off }) - 1
	if i < 0 {
		return 1, 1
	}
	m := l.marks[i]
	n, _ := l.count(m.off, off)
	return m.line, m.column + n
}

// Count is the number of lines. A file that ends with a line end has an
// empty last line behind it.
func (l *Lines) Count() int { return l.marks[len(l.marks)-1].line }

// Text is the decoded text of the 1-based line without its end, empty for a
// line that is not there.
func (l *Lines) Text(line int) string {
	i := sort.Search(len(l.marks), func(i int) bool { return l.marks[i].line >= line })
	if i == len(l.marks) || l.marks[i].line != line {
		return ""
	}
	start := l.marks[i].off
	end, _ := l.lineEnd(start)
	if l.enc != utf8Bytes {
		return string(decode16(l.data[start:end], l.enc, 0).Text)
	}
	return string(decode8(l.data[start:end], 0).Text)
}
