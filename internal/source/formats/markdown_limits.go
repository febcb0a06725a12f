package formats

import "bytes"

// maxOpen is how many link targets may stand open at one place. The parser
// looks from each to the end of the paragraph.
const maxOpen = 500

// maxDefinitions is how many link definitions may follow one another
// without a blank line. The parser moves all the rest for each of them.
const maxDefinitions = 20_000

// maxDelimiters is how many lines like "|---|---|" one paragraph may have.
// The parser begins the table anew at each.
const maxDelimiters = 200

// tangled reports whether src is made in such a way that the parser's time
// would grow with the square of its length.
func tangled(src []byte) bool {
	var d depth
	open, definitions, delimiters := 0, 0, 0
	for at := 0; at < len(src); {
		end := behindLine(src, at)
		line := src[at:end]
		at = end
		if len(line) <= 1 {
			open, definitions, delimiters = 0, 0, 0
			continue
		}
		if d.add(line) > maxDepth {
			return true
		}
		if open = openTargets(line, open); open > maxOpen {
			return true
		}
		if line[0] != '[' {
			definitions = 0
		} else if definitions++; definitions > maxDefinitions {
			return true
		}
		if isDelimiterRow(line) {
			if delimiters++; delimiters > maxDelimiters {
				return true
			}
		}
	}
	return false
}

// isDelimiterRow reports whether line could separate a table's header from
// its rows.
func isDelimiterRow(line []byte) bool {
	bar := false
	for _, c := range line {
		switch c {
		case '|', ':':
			bar = true
		case '-', ' ', '\t', '\n':
		default:
			return false
		}
	}
	return bar
}

// depth follows how deep lists and quotations can stand in each other at
// most: a list is within another where its mark stands further in.
type depth struct{ indents []int }

// add takes one line and returns the depth it can be at.
func (d *depth) add(line []byte) int {
	marks, column := 0, 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			column++
		case c == '\t':
			column += 4 - column%4
		case c == '>':
			marks++
			column++
		default:
			n := markerLen(line[i:])
			if n == 0 {
				return len(d.indents) + marks
			}
			d.open(column)
			if marks+len(d.indents) > maxDepth {
				return marks + len(d.indents)
			}
			i += n - 1
			column += n
		}
	}
	return len(d.indents) + marks
}

// open notes a list mark at column, which ends all lists further in.
func (d *depth) open(column int) {
	n := len(d.indents)
	for n > 0 && d.indents[n-1] >= column {
		n--
	}
	d.indents = append(d.indents[:n], column)
}

// markerLen is the length of the list mark that s begins with, or 0.
func markerLen(s []byte) int {
	n := 0
	for n < len(s) && n < 9 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	switch {
	case n == len(s):
		return 0
	case n > 0 && (s[n] == '.' || s[n] == ')'):
		n++
	case n == 0 && (s[0] == '-' || s[0] == '*' || s[0] == '+'):
		n = 1
	default:
		return 0
	}
	if n < len(s) && s[n] != ' ' && s[n] != '\t' && s[n] != '\n' {
		return 0
	}
	return n
}

// openTargets counts the "](" that still stand open behind line.
func openTargets(line []byte, open int) int {
	if open == 0 && !bytes.Contains(line, []byte("](")) {
		return 0
	}
	for i, c := range line {
		switch {
		case c == ')' && open > 0:
			open--
		case c == '(' && i > 0 && line[i-1] == ']':
			if open++; open > maxOpen {
				return open
			}
		}
	}
	return open
}

// behindLine is the offset behind the line that holds at, with its line end.
func behindLine(src []byte, at int) int {
	if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(src)
}

// restBlank reports whether nothing but blanks stands from at to the end of
// the line.
func restBlank(src []byte, at int) bool {
	for ; at < len(src) && src[at] != '\n'; at++ {
		if src[at] != ' ' && src[at] != '\t' {
			return false
		}
	}
	return true
}
