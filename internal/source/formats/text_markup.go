package formats

import (
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// markup reads what the light markups have of their own at line k: code,
// directives, comments, fields, attributes.
func (p *textParser) markup(k int, s string) bool {
	switch c := s[0]; {
	case strings.HasPrefix(s, ">>> "):
		return p.code(k, p.untilGap(k))
	case c == '>' && p.shape.dialect == plain:
		return p.quotation(k, s)
	case strings.HasPrefix(s, "```"), strings.HasPrefix(s, "~~~") && p.shape.dialect != rest && p.shape.dialect != asciidoc:
		return p.fenced(k, s[:3])
	case p.shape.dialect == asciidoc:
		return p.asciidoc(k, s)
	case p.shape.dialect == org && c == '#':
		return p.orgLine(k, s)
	case p.shape.dialect == wiki:
		return p.wikiLine(k, s)
	case p.reST() && (s == ".." || strings.HasPrefix(s, ".. ")):
		return p.directive(k, s)
	case p.reST() && c == ':':
		return p.field(k, s)
	case c == '[' && noteMark(s) > 0:
		p.paragraph(k, p.lines[k].start)
		return true
	}
	return false
}

// noteMark is the length of a note's mark like "[1]" at the start of s.
func noteMark(s string) int {
	if s[0] != '[' {
		return 0
	}
	if _, w := intAt(s, 1); w > 0 && w < 4 && 2+w < len(s) && s[1+w] == ']' && s[2+w] == ' ' {
		return w + 2
	}
	return 0
}

// code adds the lines from k to before end as a block of code.
func (p *textParser) code(k, end int) bool {
	p.i = end
	if k < end {
		p.add(source.Code, source.Span{Start: p.lines[k].start, End: p.lines[end-1].end})
	}
	return true
}

// untilGap is the first line after k that has a blank line above it.
func (p *textParser) untilGap(k int) int {
	for k++; p.directly(k); k++ {
	}
	return k
}

// below is the first line from k on that is indented by no more than base.
func (p *textParser) below(k int, base int32) int {
	for k < len(p.lines) && p.lines[k].indent > base {
		k++
	}
	return k
}

// literal reads the block of code that "::" at a paragraph's end announces.
func (p *textParser) literal(base int) {
	k := p.i
	if end := p.below(k, int32(base)); end > k && (p.lines[k].gap > 0 || p.shape.dialect == rest) {
		p.code(k, end)
	}
}

// closer is the first line below k that is what is asked for, -1 if there is
// none. tag names what that is, so that nothing is looked for twice.
func (p *textParser) closer(k int, tag string, is func(line string) bool) int {
	j := max(k+1, p.scanned[tag])
	for ; j < len(p.lines); j++ {
		if is(p.line(j)) {
			return j
		}
	}
	if p.scanned == nil {
		p.scanned = map[string]int{}
	}
	p.scanned[tag] = j
	return -1
}

// fenced reads code between two lines that begin with fence; one that is
// never closed reaches as far as its paragraph.
func (p *textParser) fenced(k int, fence string) bool {
	end := p.closer(k, fence, func(s string) bool { return strings.HasPrefix(s, fence) })
	if end < 0 {
		return p.code(k, p.untilGap(k))
	}
	p.code(k+1, end)
	p.i = end + 1
	return true
}

// quotation reads lines marked with ">" as somebody else's words.
func (p *textParser) quotation(k int, s string) bool {
	end := k + 1
	from := -1
	flush := func(j int) {
		if from >= 0 {
			i := p.add(source.Paragraph, source.Span{Start: from, End: p.lines[j].end})
			p.doc.Blocks[i].Quoted = true
		}
		from = -1
	}
	for ; end == k+1 || p.directly(end-1) && p.line(end - 1)[0] == '>'; end++ {
		j := end - 1
		text := strings.TrimLeft(p.line(j), "> \t")
		if text == "" {
			flush(j - 1)
		} else if from < 0 {
			from = p.lines[j].end - len(text)
		}
	}
	flush(end - 2)
	p.i = end - 1
	return true
}

// directive reads what follows ".." at a line's start in reStructuredText: a
// directive, a footnote, a target, a substitution, else a comment.
func (p *textParser) directive(k int, s string) bool {
	l := &p.lines[k]
	rest := strings.TrimLeft(s[2:], " \t")
	end := p.below(k+1, l.indent)
	if strings.HasPrefix(rest, "[") && strings.IndexByte(rest, ']') > 1 {
		from := l.end - len(rest)
		p.noteLink(k, from)
		p.i = k + 1
		p.push(p.body(l.indent, false))
		p.paragraph(k, from)
		return true
	}
	name, args, ok := strings.Cut(rest, "::")
	if !ok || name == "" || strings.ContainsAny(name, " |_") || args != "" && args[0] != ' ' && args[0] != '\t' {
		p.i = end
		if strings.HasPrefix(rest, "_") || strings.HasPrefix(rest, "|") { // a target's text is its own lines only
			// The next target or note may follow with no blank line between.
			for p.i = k + 1; p.directly(p.i) && !strings.HasPrefix(p.line(p.i), ".. "); p.i++ {
			}
			p.targetLink(k, l.end-len(rest))
		}
		return true
	}
	first := k + 1
	for first < end && p.directly(first) && fieldMark(p.line(first)) > 0 {
		first++
	}
	switch strings.ToLower(name) {
	case "code-block", "code", "sourcecode", "parsed-literal", "math", "raw", "highlight", "literalinclude",
		"doctest", "testcode", "testoutput", "productionlist", "prompt", "graphviz", "digraph":
		return p.code(first, end)
	case "include", "contents", "toctree", "index", "meta", "image", "default-role", "role", "sectnum",
		"currentmodule", "module", "highlightlang", "tableofcontents":
		p.i = end
		return true
	case "epigraph", "pull-quote", "highlights":
		p.push(p.body(l.indent, true))
	default:
		p.push(p.body(l.indent, false))
	}
	p.i = first
	if text := strings.TrimLeft(args, " \t"); text != "" && isAdmonition(name) {
		p.i = k + 1
		p.paragraph(k, l.end-len(text))
	}
	return true
}

// body is the box for a directive's body.
func (p *textParser) body(indent int32, quoted bool) box {
	t := p.top()
	return box{kind: bodyBox, indent: indent, base: -1, list: t.list, item: t.item, prev: source.None, quoted: quoted}
}

// isAdmonition reports whether the text behind a directive's name is the
// beginning of its body.
func isAdmonition(name string) bool {
	switch strings.ToLower(name) {
	case "note", "warning", "tip", "hint", "important", "caution", "attention", "danger", "error",
		"admonition", "rubric", "topic", "sidebar", "seealso", "todo", "epigraph", "table":
		return true
	}
	return false
}

// indented reads a paragraph that stands deeper than the text around it:
// code, a quotation, or only a letter's closing.
func (p *textParser) indented(k int) bool {
	t := p.top()
	in := p.effectiveIndent(k)
	if t.base < 0 || in < t.base {
		t.base = in
	}
	if in < t.base+3 || t.lead {
		return false
	}
	end := k + 1
	for p.directly(end) && p.lines[end].indent > t.base {
		end++
	}
	if p.shape.dialect == asciidoc || p.codelike(k, end) {
		return p.code(k, end)
	}
	quoted := p.shape.dialect == rest
	if !quoted && in <= t.base+12 {
		s := p.line(k)
		intro := t.prev != source.None && strings.HasSuffix(p.doc.TextOf(p.doc.Blocks[t.prev]), ":")
		quoted = intro || end-k > 1 || s[0] == '"' || strings.HasPrefix(s, "\u201c")
	}
	n := len(p.doc.Blocks)
	p.paragraph(k, p.lines[k].start)
	for ; n < len(p.doc.Blocks); n++ {
		p.doc.Blocks[n].Quoted = p.doc.Blocks[n].Quoted || quoted
	}
	return true
}

// codelike reports whether at least half of the lines from k to before end
// look like a program or a command.
func (p *textParser) codelike(k, end int) bool {
	end = min(end, k+50)
	hits := 0
	for j := k; j < end; j++ {
		s := p.line(j)
		if last := s[len(s)-1]; last == ';' && strings.IndexByte(s, '(') > 0 || last == '{' || last == '}' || last == '\\' {
			hits++
			continue
		}
		for _, sign := range []string{"();", "()", "->", " = ", "==", "</", "/>", "::", "$ ", "#include", "import ", "def ", "return ", "self.", "://"} {
			if strings.Contains(s, sign) {
				hits++
				break
			}
		}
	}
	return 2*hits >= end-k
}
