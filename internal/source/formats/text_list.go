package formats

import (
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// ahead is how many lines are looked at for the next item of a list.
const ahead = 30

// listLine reads line k as the beginning of a list item, if it is one.
func (p *textParser) listLine(k int) bool {
	m, ok := p.entryAt(k)
	if !ok || m.id.form != bullet && p.underlined(k) || !p.admits(k, m) {
		return false
	}
	p.place(k, m, p.lines[k].indent)
	p.itemText(k, m)
	return true
}

// entryAt is the mark at line k's start: a bullet, a number or a date.
func (p *textParser) entryAt(k int) (mark, bool) {
	if m, ok := p.markerAt(k); ok {
		return m, true
	}
	return p.datedAt(k)
}

// itemText reads what stands behind the mark m on line k, which may be one
// more mark ("(a) (i) the first").
func (p *textParser) itemText(k int, m mark) {
	end := p.lines[k].end
	column := p.lines[k].indent + int32(m.body-p.lines[k].start)
	for m.body < end {
		in, ok := markIn(p.text[m.body:end], p.shape.dialect)
		if !ok || !in.starts() || in.loose() || m.id.form == dated {
			break
		}
		in.shift(m.body)
		if len(p.boxes) >= deepest {
			p.tooDeep = true
			break
		}
		p.openList(in.kind(), in.id, column)
		p.item(source.Span{Start: in.start, End: in.end}, in.value)
		column += int32(in.body - m.body)
		m = in
	}
	if m.only {
		p.glued = k
	}
	p.paragraph(k, m.body)
}

// place finds the list to which the mark m at column indent belongs, opens
// one if there is none, and begins the item.
func (p *textParser) place(k int, m mark, indent int32) {
	at := source.Span{Start: m.start, End: m.end}
	if m.id.form == dated {
		at = source.Span{Start: m.start, End: m.start}
	}
	if !p.goesOn(k, &m, indent) {
		if len(p.boxes) >= deepest {
			p.tooDeep = true
		} else {
			p.openList(m.kind(), m.id, indent)
		}
	}
	p.item(at, m.value)
}

// goesOn closes boxes until the innermost is the list that m continues, or
// the container in which m begins a new one.
func (p *textParser) goesOn(k int, m *mark, indent int32) bool {
	for {
		t := p.top()
		if t.kind == rootBox || t.kind == openBox || t.kind == bodyBox && indent > t.indent {
			return p.resumes(k, m, indent)
		}
		if t.kind == bodyBox {
			p.closeBox()
			continue
		}
		switch {
		case p.shape.dialect == asciidoc || p.shape.dialect == wiki:
			if j := p.ancestor(m, -1); j > 0 {
				p.closeTo(j)
				return true
			}
			if p.shape.dialect == asciidoc || m.id.run > t.id.run {
				return false
			}
		case p.sibling(t, m, indent):
			return true
		case indent > t.indent:
			return p.resumes(k, m, indent)
		case indent == t.indent:
			if j := p.ancestor(m, indent); j > 0 {
				p.closeTo(j)
				return true
			}
			if p.lines[k].gap == 0 && m.starts() && t.id != m.id && (t.id.form != m.id.form || m.id.form == number) {
				return false // a list of another look inside the item
			}
		}
		p.closeBox()
	}
}

// sibling reports whether m is the next mark of the list of box t.
func (p *textParser) sibling(t *box, m *mark, indent int32) bool {
	d := indent - t.indent
	if d == 0 {
		return m.continues(t.id, t.value)
	}
	if d > 2 || d < -2 {
		return false
	}
	if m.id.form == dated { // " 7 May" below "28 April"
		return (d == 1 || d == -1) && m.continues(t.id, t.value)
	}
	// Numbers are set flush right, or the author was careless by a blank.
	if m.id.form == number && m.continues(t.id, t.value) && m.value == t.value+1 {
		return d == -1 && m.value%10 == 0 || d == -2 && m.value == 100 || d == 1 || d == -1
	}
	return d == 1 && m.id.form == bullet && m.continues(t.id, t.value)
}

// ancestor is the index of the innermost box around that m continues, among
// those at column indent (any column if it is -1); 0 if there is none.
func (p *textParser) ancestor(m *mark, indent int32) int {
	for j := len(p.boxes) - 1; j > 0; j-- {
		b := &p.boxes[j]
		if b.kind != itemBox || indent >= 0 && b.indent != indent {
			return 0
		}
		if m.continues(b.id, b.value) {
			return j
		}
	}
	return 0
}

func (p *textParser) closeTo(j int) {
	for len(p.boxes)-1 > j {
		p.closeBox()
	}
}

// resumes goes on with the list that the innermost box left last, if m is
// its next mark: the next number, or another date. A paragraph that ends in
// a colon right above makes a new list of dates.
func (p *textParser) resumes(k int, m *mark, indent int32) bool {
	t := p.top()
	c := t.closed
	if !c.ok || !m.continues(c.id, c.value) {
		return false
	}
	switch m.id.form {
	case dated:
		if c.indent != indent || t.prev != source.None && strings.HasSuffix(p.doc.TextOf(p.doc.Blocks[t.prev]), ":") {
			return false
		}
	case bullet:
		if c.indent != indent || t.prev != source.None || !p.codeSince(c.list) {
			return false
		}
	default:
		if m.value != c.value+1 || c.indent-indent > 2 || indent-c.indent > 2 {
			return false
		}
	}
	p.reopen()
	return true
}

// codeSince reports whether nothing but code has come since list l.
func (p *textParser) codeSince(l int) bool {
	last := p.doc.Lists[l].Items[len(p.doc.Lists[l].Items)-1].Last
	if last == source.None || last+1 == len(p.doc.Blocks) {
		return false
	}
	for _, b := range p.doc.Blocks[last+1:] {
		if b.Kind != source.Code {
			return false
		}
	}
	return true
}

// admits reports whether the mark m at line k, where a block begins, is
// meant as one. Numbers and letters want company, since "3." or "A." may
// begin a sentence too.
func (p *textParser) admits(k int, m mark) bool {
	if m.id.form == dated || m.sure() || p.expected(k, &m) {
		return true
	}
	if m.id.form == number && m.id.class == decimals {
		return p.number.ok && m.id.prefix == p.number.text || p.hasNext(k, m)
	}
	if p.titled(k, m) {
		return false
	}
	if m.starts() && !m.loose() || m.id.form == number && m.id.class == digits && m.value < 200 && p.lines[k].gap > 0 {
		return true
	}
	return p.hasNext(k, m)
}

// expected reports whether an open list, or the one left last, waits for m.
func (p *textParser) expected(k int, m *mark) bool {
	indent := p.lines[k].indent
	for j := len(p.boxes) - 1; j >= 0; j-- {
		b := &p.boxes[j]
		if b.kind == itemBox && b.indent-indent <= 2 && indent-b.indent <= 2 && m.continues(b.id, b.value) &&
			(m.id.form != number || m.value == b.value+1 || m.value == 1 && b.value == 1 || m.id.class == auto) {
			return true
		}
		c := &b.closed
		if c.ok && m.id.form == number && c.indent == indent && m.continues(c.id, c.value) && m.value == c.value+1 {
			return true
		}
		if b.kind == openBox {
			break
		}
	}
	return false
}

// hasNext reports whether the mark that follows m stands some lines below
// at the same column.
func (p *textParser) hasNext(k int, m mark) bool {
	indent := p.lines[k].indent
	for j := k + 1; j < len(p.lines) && j <= k+ahead; j++ {
		l := &p.lines[j]
		if l.indent < indent && (l.gap > 0 || l.indent+2 < indent) {
			return false
		}
		if l.indent-indent > 2 || indent-l.indent > 2 {
			continue
		}
		n, ok := p.entryAt(j)
		if ok && n.continues(m.id, m.value) && (m.id.form != number || n.value == m.value+1 || n.id.class == auto) {
			return true
		}
		if l.gap > 0 && !ok && m.id.form == bullet {
			return false
		}
	}
	return false
}

// interrupts reports whether line j, right below a line of the paragraph
// that began on line k, begins a list item.
func (p *textParser) interrupts(k, j int) bool {
	m, ok := p.entryAt(j)
	if !ok {
		return false
	}
	above := p.line(j - 1)
	indent := p.lines[j].indent
	full := p.shape.wrapped && !p.endsEarly(j-1)
	if t := p.top(); t.kind == itemBox && (t.lead || indent <= t.indent) {
		if p.expected(j, &m) && (indent <= t.indent || m.id.form != number) {
			return m.id.form != dated || !m.weak || !full
		}
		if indent > t.indent && m.id.form == bullet {
			return !m.loose() || p.hasNext(j, m)
		}
		if indent == t.indent && m.id == t.id {
			return m.id.form == bullet || endsSentence(above) || m.value > t.value && m.value <= t.value+3 ||
				m.starts() && p.hasNext(j, m)
		}
	}
	if m.id.form == dated {
		return (!full || above[len(above)-1] == ':') && (!m.weak || p.hasNext(j, m))
	}
	if !m.starts() || m.loose() && above[len(above)-1] != ':' {
		return !full && p.hasNext(j, m)
	}
	return above[len(above)-1] == ':' && (!m.loose() || p.hasNext(j, m)) || p.hasNext(j, m)
}

// endsEarly reports whether line k leaves room for the next line's first
// word.
func (p *textParser) endsEarly(k int) bool {
	next := p.line(k + 1)
	word := strings.IndexByte(next, ' ')
	if word < 0 {
		word = len(next)
	}
	return int(p.lines[k].width)+1+word < p.shape.wrap-8 || endsSentence(p.line(k))
}
