package formats

import "strings"

// dateLead is a date or time at the start of a text.
type dateLead struct {
	class class
	// end is where the date ends, body where the text behind it begins.
	end, body int
	// year tells that it is a year alone.
	year bool
	// strong: a colon, dash or bracket follows. weak: a single blank.
	strong, weak, only bool
	// named tells that a month's name or an ISO date stands in it.
	named bool
	// iso tells that it is written year first, as no sentence begins.
	iso bool
}

// datedAt is the date that makes line k an entry of a dated list: one that
// stands apart from its text, in the company of others or after a pause.
func (p *textParser) datedAt(k int) (mark, bool) {
	s := p.line(k)
	if !mayLead(s[0]) {
		return mark{}, false
	}
	d, ok := leadOf(s)
	if !ok {
		return mark{}, false
	}
	l := &p.lines[k]
	m := mark{id: listID{form: dated, class: d.class}, start: l.start, end: l.start + d.end, body: l.start, weak: d.weak, only: d.only}
	if d.only {
		return m, p.directly(k+1) && !p.itemAt(k+1) && p.lines[k+1].indent >= l.indent &&
			(p.inDates(l.indent, d.class) || p.datedNear(k, d))
	}
	if p.inDates(l.indent, d.class) || d.strong && d.named && (l.gap > 0 || k == 0 || p.afterHeading()) {
		return m, true
	}
	return m, p.datedNear(k, d)
}

// itemAt reports whether line k bears a mark or a time of its own.
func (p *textParser) itemAt(k int) bool {
	s := p.line(k)
	if _, ok := markIn(s, p.shape.dialect); ok {
		return true
	}
	if !mayLead(s[0]) {
		return false
	}
	d, ok := leadOf(s)
	return ok && !d.only
}

// inDates reports whether a list of dates is open, or was left last, at
// column indent.
func (p *textParser) inDates(indent int32, c class) bool {
	for j := len(p.boxes) - 1; j >= 0; j-- {
		b := &p.boxes[j]
		if d := b.indent - indent; b.kind == itemBox && d <= 1 && d >= -1 && b.id.form == dated && b.id.class == c {
			return true
		}
		if b.closed.ok && b.closed.indent == indent && b.closed.id.form == dated && b.closed.id.class == c {
			return true
		}
		if b.indent+1 < indent {
			break
		}
	}
	return false
}

// afterHeading reports whether the last block read is a heading.
func (p *textParser) afterHeading() bool {
	return len(p.doc.Blocks) > 0 && p.heading == len(p.doc.Blocks)-1
}

// datedNear reports whether another date of the same look begins a line at
// the same column nearby.
func (p *textParser) datedNear(k int, d dateLead) bool {
	indent := p.lines[k].indent
	for j := k + 1; j < len(p.lines) && j <= k+12; j++ {
		l := &p.lines[j]
		if l.indent < indent {
			break
		}
		if s := p.line(j); l.indent == indent && mayLead(s[0]) {
			e, ok := leadOf(s)
			if ok && e.class == d.class && e.only == d.only && e.year == d.year && e.weak == d.weak {
				return true
			}
		}
	}
	return false
}

// mayLead reports whether a date may begin with c.
func mayLead(c byte) bool {
	return c >= '0' && c <= '9' || c == '(' || c == '[' || strings.IndexByte("JFMASONDTWjfmasondtw", c) >= 0
}

// leadOf reads the date or time at the start of s and what parts it from
// the text that follows. Running text that begins with a date ("June 5 was
// cold") is none.
func leadOf(s string) (d dateLead, ok bool) {
	i := 0
	if s[0] == '(' || s[0] == '[' {
		i = 1
	}
	if i, ok = d.read(s, i); !ok {
		return d, false
	}
	if s[0] == '(' || s[0] == '[' {
		if i == len(s) || s[i] != s[0]+1 && s[i] != s[0]+2 {
			return d, false
		}
		i++
		d.strong = true
	}
	d.end = i
	return d, d.part(s, i)
}

// part reads the separator at i.
func (d *dateLead) part(s string, i int) bool {
	b := skipBlanks(s, i)
	d.body = b
	if b == len(s) {
		d.only = true
		return true
	}
	blanks := b - i
	switch c := s[b]; {
	case c == ':' && blanks <= 1:
		d.body = skipBlanks(s, b+1)
		d.strong = true
		return d.body > b+1 || d.body == len(s)
	case c == '-' || strings.HasPrefix(s[b:], "–") || strings.HasPrefix(s[b:], "—"):
		n := 1
		if c != '-' {
			n = 3
		} else if strings.HasPrefix(s[b:], "--") {
			n = 2
		}
		d.body = skipBlanks(s, b+n)
		d.strong = true
		return blanks > 0 && d.body > b+n || n == 3 && blanks == 0 && d.class == day && startsHigh(s[b+n:])
	case c == '.' && blanks == 0:
		d.body = skipBlanks(s, b+1)
		return !d.year && d.body > b+1 && d.body < len(s) && startsHigh(s[d.body:])
	case c == '|' && blanks > 0:
		return false
	case blanks > 1 || blanks == 1 && s[i] == '\t':
		return true
	case blanks == 1:
		d.weak = !d.strong
		return d.strong || !d.year && (startsHigh(s[b:]) || d.class == clock || d.iso)
	}
	return false
}

// read reads the date itself from i and returns its end.
func (d *dateLead) read(s string, i int) (int, bool) {
	d.class = day
	if n := weekdayAt(s, i); n > 0 {
		j := i + n
		if j < len(s) && (s[j] == ',' || s[j] == '.') {
			j++
		}
		j = skipBlanks(s, j)
		if e, ok := d.read(s, j); ok && e > j && d.class == day && !d.year && weekdayAt(s, j) == 0 {
			d.named = true
			return e, true
		}
		*d = dateLead{class: day}
		return i + n, true
	}
	if e, ok := clockAt(s, i); ok {
		d.class = clock
		return e, true
	}
	e, ok := d.single(s, i)
	if !ok {
		return i, false
	}
	e = d.until(s, e)
	// "2023-03-01 14:22 Deployed", "2023-03-01T14:22:00Z"
	if b := skipBlanks(s, e); d.named && b <= e+1 {
		if b == e && b < len(s) && s[b] == 'T' {
			b++
		}
		if c, ok := clockAt(s, b); ok && b > e {
			e = c
		}
	}
	return e, e == len(s) || !isWordByte(s[e])
}

// until reads the end of a range that began before e, if there is one.
func (d *dateLead) until(s string, e int) int {
	b := skipBlanks(s, e)
	n := 0
	switch rest := s[b:]; {
	case strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—"):
		n = 3
	case strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "/") && !d.year:
		n = 1
	case b > e && strings.HasPrefix(rest, "to "):
		n = 2
	case b > e && strings.HasPrefix(rest, "and "):
		n = 3
	default:
		return e
	}
	to := dateLead{}
	j := skipBlanks(s, b+n)
	if f, ok := to.single(s, j); ok && (to.year == d.year) && (f == len(s) || !isWordByte(s[f])) {
		d.named = d.named || to.named
		return f
	}
	if v, w := intAt(s, j); d.year && w == 2 && (j+w == len(s) || !isWordByte(s[j+w])) {
		return j + w
	} else if w > 0 && w <= 2 && v >= 1 && v <= 31 && !d.year && (j+w == len(s) || !isWordByte(s[j+w])) {
		return yearAt(s, j+w)
	}
	return e
}

// single reads one date: December 15, 2021; 15 December 2021; 2021-12-15;
// 15.12.2021; 12/15/2021; 7-Sep-2001; December 2021; 2021.
func (d *dateLead) single(s string, i int) (int, bool) {
	if n := monthAt(s, i); n > 0 {
		j := i + n
		b := skipBlanks(s, j)
		if v, w := intAt(s, b); b > j && w > 0 && w <= 2 && v >= 1 && v <= 31 {
			d.named = true
			return yearAt(s, ordinal(s, b+w)), true
		}
		return yearAt(s, j), true
	}
	v, w := intAt(s, i)
	j := i + w
	switch {
	case w == 4 && v >= 1000 && v < 2200:
		if e, ok := numericDate(s, j, true); ok {
			d.named, d.iso = true, true
			return e, true
		}
		d.year = true
		return j, j == len(s) || s[j] != '.' && s[j] != ',' || j+1 == len(s)
	case w == 0 || w > 2 || v < 1 || v > 31:
		return i, false
	}
	if e, ok := numericDate(s, j, false); ok {
		return e, true
	}
	o := ordinal(s, j)
	b := skipBlanks(s, o)
	if b == o && b < len(s) && s[b] == '-' {
		b++
	}
	if strings.HasPrefix(s[b:], "of ") {
		b += 3
	}
	if n := monthAt(s, b); n > 0 && b > j {
		d.named = true
		return yearAt(s, b+n), true
	}
	// "30 November", but also "15-16 December" and "1 and 2 May".
	return d.dayRange(s, o)
}

// dayRange reads "-16 December" behind a first day.
func (d *dateLead) dayRange(s string, i int) (int, bool) {
	b := skipBlanks(s, i)
	switch {
	case strings.HasPrefix(s[b:], "–"):
		b += 3
	case strings.HasPrefix(s[b:], "-"):
		b++
	case strings.HasPrefix(s[b:], "and ") || strings.HasPrefix(s[b:], "to "):
		b = strings.IndexByte(s[b:], ' ') + b
	default:
		return i, false
	}
	b = skipBlanks(s, b)
	v, w := intAt(s, b)
	if w == 0 || w > 2 || v > 31 {
		return i, false
	}
	e := ordinal(s, b+w)
	m := skipBlanks(s, e)
	n := monthAt(s, m)
	if n == 0 || m == e {
		return i, false
	}
	d.named = true
	return yearAt(s, m+n), true
}
