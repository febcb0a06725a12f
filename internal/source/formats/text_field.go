package formats

import (
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// goOn continues the list that the innermost box left last, if its marks
// are of the same kind and nothing has come since, or opens a new one.
func (p *textParser) goOn(kind source.ListKind, id listID, indent int32) {
	c := &p.top().closed
	if c.ok && c.id == id && c.indent == indent && c.blocks == len(p.doc.Blocks) {
		p.reopen()
		return
	}
	if len(p.boxes) >= deepest && p.top().kind == itemBox {
		p.tooDeep = true
		return
	}
	p.openList(kind, id, indent)
}

// term begins a definition whose term is text[start:end].
func (p *textParser) term(id listID, indent int32, from, start, end int) {
	p.goOn(source.Definition, id, indent)
	p.item(source.Span{Start: from, End: from}, 0)
	if start < end {
		p.add(source.Term, source.Span{Start: start, End: end})
		return
	}
	p.top().lead = true
}

// labels reads lines like "Author: A. Writer" that stand together, at least
// two of them. At the top of a file they are its header.
func (p *textParser) labels(k int) bool {
	n := p.labelEnd(k)
	if n == 0 {
		return false
	}
	more := p.directly(n) && p.labelEnd(n) > 0 && p.lines[n].indent == p.lines[k].indent
	if s := p.line(k); !more && !(p.front && isHeaderName(s[:strings.IndexByte(s, ':')])) {
		return false
	}
	id := listID{form: term, char: 'L'}
	indent := p.lines[k].indent
	for j := k; n > 0; j, n = n, p.labelEnd(n) {
		if j > k && (!p.directly(j) || p.lines[j].indent != indent) {
			break
		}
		l := &p.lines[j]
		colon := l.start + strings.IndexByte(p.line(j), ':')
		p.term(id, indent, l.start, l.start, colon)
		p.fill(colon+1, p.lines[n-1].end)
		p.remember(p.text[l.start:colon], colon+1, p.lines[n-1].end)
		p.closeBox()
		p.i = n
	}
	return true
}

// isHeaderName reports whether a label is one that a file's header may have
// all by itself.
func isHeaderName(label string) bool {
	switch strings.ToLower(label) {
	case "date", "dated", "from", "to", "cc", "subject", "re", "author", "title", "version", "revision", "updated",
		"created", "published", "status", "release", "report date":
		return true
	}
	return false
}

// fill adds the item text between from and end, if there is any.
func (p *textParser) fill(from, end int) {
	for from < end && strings.IndexByte(" \t\n", p.text[from]) >= 0 {
		from++
	}
	if from < end {
		p.add(source.Paragraph, source.Span{Start: from, End: end})
	}
}

// remember keeps a header field.
func (p *textParser) remember(name string, from, end int) {
	if !p.front {
		return
	}
	if p.doc.Meta == nil {
		p.doc.Meta = map[string]string{}
	}
	name = strings.ToLower(name)
	if value := strings.TrimRight(p.text[from:end], " \t\n"); strings.TrimLeft(value, " \t\n") != "" {
		start := from + len(value) - len(strings.TrimLeft(value, " \t\n"))
		p.doc.Fields = append(p.doc.Fields, source.Field{Name: name, Span: source.Span{Start: start, End: from + len(value)}})
	}
	if _, ok := p.doc.Meta[name]; !ok {
		p.doc.Meta[name] = strings.Join(strings.Fields(p.text[from:end]), " ")
	}
}

// labelEnd is the line behind the label on line k with its indented further
// lines; 0 if line k bears no label.
func (p *textParser) labelEnd(k int) int {
	if !p.labelled(k) {
		return 0
	}
	j := k + 1
	for p.directly(j) && p.lines[j].indent > p.lines[k].indent {
		j++
	}
	return j
}

// labelled reports whether line k begins with a label of one to four words
// and a colon.
func (p *textParser) labelled(k int) bool {
	s := p.line(k)
	if s == "" || !isLetter(s[0]) || s[0] >= 'a' && !p.front {
		return false
	}
	c := strings.IndexByte(s[:min(len(s), 40)], ':')
	if c < 1 || c+1 < len(s) && s[c+1] != ' ' && s[c+1] != '\t' {
		return false
	}
	blanks := 0
	for i := 0; i < c; i++ {
		switch b := s[i]; {
		case b == ' ':
			blanks++
		case isWordByte(b) || b >= 0x80 || strings.IndexByte("-/&'()", b) >= 0:
		default:
			return false
		}
	}
	if blanks > 3 || c+1 == len(s) && k > 0 && !p.front {
		return false
	}
	if mayLead(s[0]) {
		if d, ok := leadOf(s); ok && d.strong {
			return false
		}
	}
	return true
}

// fieldMark is the length of a reStructuredText field's name with its
// colons at the start of s, 0 if there is none.
func fieldMark(s string) int {
	if len(s) < 3 || s[0] != ':' || !isLetter(s[1]) {
		return 0
	}
	n := strings.IndexByte(s[1:min(len(s), 60)], ':')
	if n < 1 || n+2 < len(s) && s[n+2] != ' ' && s[n+2] != '\t' {
		return 0
	}
	return n + 2
}

// field reads a line like ":Author: A. Writer".
func (p *textParser) field(k int, s string) bool {
	n := fieldMark(s)
	if n == 0 {
		return false
	}
	l := &p.lines[k]
	p.term(listID{form: term, char: ':'}, l.indent, l.start, l.start+1, l.start+n-1)
	front := p.front
	p.paragraph(k, l.start+skipBlanks(s, n))
	if p.front = front; front && l.start+n < p.lines[p.i-1].end {
		p.remember(s[1:n-1], l.start+n, p.lines[p.i-1].end)
	}
	return true
}

// definition reads the term of a definition: a short line right above
// deeper indented ones; in AsciiDoc and wiki text, one that is marked.
func (p *textParser) definition(k int) bool {
	l := &p.lines[k]
	s := p.line(k)
	switch p.shape.dialect {
	case asciidoc:
		return p.markedTerm(k, s)
	case wiki:
		if s[0] != ';' || len(s) == 1 {
			return false
		}
		end := l.end
		if c := strings.Index(s, " : "); c > 0 {
			end = l.start + c
		}
		p.term(listID{form: term, char: ';'}, l.indent, l.start, l.start+skipBlanks(s, 1), end)
		p.fill(min(end+2, l.end), l.end)
		p.i = k + 1
		return true
	}
	if !p.defines(k) {
		return false
	}
	id := listID{form: term, char: 'd'}
	if c := &p.top().closed; p.shape.dialect == plain && !(c.ok && c.id == id && c.indent == l.indent) && !p.definesNear(k) {
		return false
	}
	p.term(id, l.indent, l.start, l.start, l.end)
	p.i = k + 1
	return true
}

// defines reports whether line k looks like a term with its definition.
func (p *textParser) defines(k int) bool {
	if !p.directly(k+1) || p.directly(k) && p.lines[k-1].indent <= p.lines[k].indent && !p.afterHeading() {
		return false
	}
	l, next := &p.lines[k], &p.lines[k+1]
	s := p.line(k)
	if next.indent < l.indent+2 || l.width-l.indent > 70 || strings.HasSuffix(s, "::") || strings.IndexByte(".,;:", s[len(s)-1]) >= 0 {
		return false
	}
	return p.shape.dialect == rest || !p.itemAt(k+1) || p.shape.underlined
}

// definesNear reports whether another term stands near below line k.
func (p *textParser) definesNear(k int) bool {
	for j := k + 2; j < len(p.lines) && j <= k+ahead; j++ {
		if p.lines[j].indent < p.lines[k].indent {
			return false
		}
		if p.lines[j].indent == p.lines[k].indent {
			return p.defines(j) && p.lines[j+1].indent == p.lines[k+1].indent
		}
	}
	return false
}

// markedTermAt is the length of the term in an AsciiDoc line like "term::"
// or "term:: text", 0 for any other line.
func markedTermAt(s string) int {
	c := strings.Index(s, "::")
	if c < 1 {
		return 0
	}
	if n := c + colons(s[c:]); n < len(s) && s[n] != ' ' && s[n] != '\t' {
		return 0
	}
	return c
}

// colons counts the colons at the start of s.
func colons(s string) int { return len(s) - len(strings.TrimLeft(s, ":")) }

// markedTerm reads an AsciiDoc term with or without its text.
func (p *textParser) markedTerm(k int, s string) bool {
	c := markedTermAt(s)
	if c == 0 {
		return false
	}
	l := &p.lines[k]
	n := colons(s[c:])
	p.term(listID{form: term, char: ':', run: n}, l.indent, l.start, l.start, l.start+c)
	p.i = k + 1
	if c+n < len(s) {
		p.paragraph(k, l.start+skipBlanks(s, c+n))
	}
	return true
}
