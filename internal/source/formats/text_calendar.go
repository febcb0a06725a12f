package formats

import "strings"

// The names of months and weekdays are layout here: they tell a line of a
// log from a line of prose. What a date means is read elsewhere.

const monthNames = "january february march april may june july august september october november december "

const weekdayNames = "monday tuesday wednesday thursday friday saturday sunday "

// nameAt is the length of the name from names, whole or cut to at least
// three letters with or without a full stop, at s[i:]; 0 if there is none.
func nameAt(s string, i int, names string) int {
	if i+3 > len(s) || !isLetter(s[i]) || s[i] >= 'a' {
		return 0 // names of days and months are written with a capital
	}
	n := 1
	for i+n < len(s) && isLetter(s[i+n]) {
		n++
	}
	if n < 3 || n > 9 {
		return 0
	}
	var low [9]byte
	for k := range n {
		low[k] = s[i+k] | 0x20
	}
	word := low[:n]
	for rest := names; rest != ""; {
		k := strings.IndexByte(rest, ' ')
		name := rest[:k]
		rest = rest[k+1:]
		if name[0] != word[0] || n > k || name[:n] != string(word) {
			continue
		}
		if n == k || n == 3 || n <= 5 && (name[0] == 's' || name[0] == 't') {
			if n < k && i+n+1 < len(s) && s[i+n] == '.' && s[i+n+1] == ' ' {
				n++ // "Dec. 16"
			}
			return n
		}
	}
	return 0
}

func monthAt(s string, i int) int { return nameAt(s, i, monthNames) }

func weekdayAt(s string, i int) int { return nameAt(s, i, weekdayNames) }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isWordByte reports whether c belongs to a word or number.
func isWordByte(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' || c == '_' || c == '%' }

// intAt reads up to nine digits.
func intAt(s string, i int) (value, width int) {
	for i+width < len(s) && width < 9 && s[i+width] >= '0' && s[i+width] <= '9' {
		value = value*10 + int(s[i+width]-'0')
		width++
	}
	return value, width
}

// ordinal skips st, nd, rd, th.
func ordinal(s string, i int) int {
	if i+2 <= len(s) && (i+2 == len(s) || !isLetter(s[i+2])) {
		switch s[i : i+2] {
		case "st", "nd", "rd", "th":
			return i + 2
		}
	}
	return i
}

// yearAt skips a year with its comma, apostrophe or dash.
func yearAt(s string, i int) int {
	j := i
	if j < len(s) && (s[j] == ',' || s[j] == '-') {
		j++
	}
	j = skipBlanks(s, j)
	if v, w := intAt(s, j); j > i && w == 4 && v >= 1000 && v < 2200 && (j+w == len(s) || !isWordByte(s[j+w])) {
		return j + w
	}
	return i
}

// numericDate reads the rest of a date in figures behind its first part:
// -12-15 or .12.2021, with the same sign twice.
func numericDate(s string, i int, yearFirst bool) (int, bool) {
	if i >= len(s) || strings.IndexByte("-/.", s[i]) < 0 {
		return i, false
	}
	sep := s[i]
	v, w := intAt(s, i+1)
	j := i + 1 + w
	if w == 0 || w > 2 || v > 31 || j >= len(s) || s[j] != sep {
		return i, false
	}
	v, w = intAt(s, j+1)
	e := j + 1 + w
	if yearFirst && (w == 0 || w > 2 || v > 31) || !yearFirst && w != 4 && w != 2 {
		return i, false
	}
	if !yearFirst && w == 2 && sep == '-' || e < len(s) && (isLetter(s[e]) && s[e] != 'T' || s[e] == '-' && e+1 < len(s) && isWordByte(s[e+1])) {
		return i, false
	}
	return e, true
}

// clockAt reads a time of day, or a span of two: 09:00, 9.30 am, 9 p.m.,
// 14:00-15:30.
func clockAt(s string, i int) (int, bool) {
	e, ok := timeAt(s, i)
	if !ok {
		return i, false
	}
	b := skipBlanks(s, e)
	for _, dash := range []string{"-", "–", "—", "to "} {
		if strings.HasPrefix(s[b:], dash) {
			if f, ok := timeAt(s, skipBlanks(s, b+len(dash))); ok {
				return f, true
			}
		}
	}
	return e, true
}

func timeAt(s string, i int) (int, bool) {
	h, w := intAt(s, i)
	if w == 0 || w > 2 || h > 24 {
		return i, false
	}
	j := i + w
	minutes := false
	if j+2 < len(s) && (s[j] == ':' || s[j] == '.' || s[j] == 'h') {
		if m, w := intAt(s, j+1); w == 2 && m < 60 {
			minutes = s[j] == ':'
			j += 3
			if j+2 < len(s) && s[j] == ':' {
				if _, w := intAt(s, j+1); w == 2 {
					j += 3
				}
			}
			if j < len(s) && s[j] == 'Z' {
				j++
			}
		}
	}
	b := skipBlanks(s, j)
	for _, half := range []string{"a.m.", "p.m.", "am", "pm", "AM", "PM"} {
		if b <= j+1 && strings.HasPrefix(s[b:], half) && (b+len(half) == len(s) || !isWordByte(s[b+len(half)])) {
			return b + len(half), true
		}
	}
	return j, minutes && (j == len(s) || !isWordByte(s[j]))
}
