package formats

import (
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// openBlock handles the lines that open and close AsciiDoc's blocks, and
// the sign that ties the next block to the item above.
func (p *textParser) openBlock(k int, s string) bool {
	if p.shape.dialect != asciidoc {
		return false
	}
	if s == "+" {
		p.attach = p.top().kind == itemBox
		p.i = k + 1
		return true
	}
	if s != "--" && (runOf(s) == 0 || len(s) < 4 || strings.IndexByte("=*_", s[0]) < 0) {
		return false
	}
	for j := len(p.boxes) - 1; j > 0; j-- {
		if p.boxes[j].kind == openBox {
			if p.boxes[j].fence != s {
				break
			}
			p.closeTo(j - 1)
			p.i = k + 1
			return true
		}
	}
	p.leave(k)
	p.attach = false
	p.i = k + 1
	if len(p.boxes) >= deepest {
		p.tooDeep = true
		return true
	}
	t := p.top()
	p.push(box{kind: openBox, indent: -1, base: -1, list: t.list, item: t.item, prev: source.None,
		quoted: s[0] == '_', fence: s})
	return true
}

// asciidoc reads AsciiDoc's own lines.
func (p *textParser) asciidoc(k int, s string) bool {
	if runOf(s) != 0 && len(s) >= 4 && strings.IndexByte("-.+/", s[0]) >= 0 {
		end := p.closer(k, s, func(line string) bool { return line == s })
		if end < 0 {
			return false
		}
		if s[0] == '-' || s[0] == '.' {
			p.code(k+1, end)
		}
		p.i = end + 1
		return true
	}
	switch s[0] {
	case '[':
		if s[len(s)-1] != ']' {
			return false
		}
		p.i = k + 1
	case ':':
		name, value, ok := strings.Cut(s[1:], ":")
		if !ok || name == "" || strings.IndexByte(name, ' ') >= 0 {
			return false
		}
		p.remember(name, p.lines[k].end-len(value), p.lines[k].end)
		p.i = k + 1
	case '/':
		if !strings.HasPrefix(s, "//") {
			return false
		}
		p.i = k + 1
	case '.':
		if len(s) < 2 || s[1] == '.' || s[1] == ' ' {
			return false
		}
		p.add(source.Paragraph, source.Span{Start: p.lines[k].start + 1, End: p.lines[k].end})
		p.i = k + 1
	case 'i', 'e', 't':
		for _, macro := range []string{"ifdef::", "ifndef::", "ifeval::", "endif::", "include::", "image::", "toc::"} {
			if strings.HasPrefix(s, macro) {
				p.i = k + 1
				return true
			}
		}
		return false
	default:
		return false
	}
	return true
}

// orgLine reads an Org line that begins with "#": a keyword, a block, or a
// comment.
func (p *textParser) orgLine(k int, s string) bool {
	p.i = k + 1
	if !strings.HasPrefix(s, "#+") {
		return s == "#" || strings.HasPrefix(s, "# ")
	}
	key, _, _ := strings.Cut(s[2:], " ")
	key = strings.ToLower(key)
	if name, ok := strings.CutPrefix(key, "begin_"); ok && (name == "src" || name == "example" || name == "comment") {
		end := p.closer(k, key, func(line string) bool { return strings.EqualFold(line, "#+end_"+name) })
		if end < 0 {
			return true
		}
		if name != "comment" {
			p.code(k+1, end)
		}
		p.i = end + 1
		return true
	}
	if n := len(s) - len(strings.TrimLeft(s[2+len(key):], " ")); strings.HasSuffix(key, ":") {
		p.remember(key[:len(key)-1], p.lines[k].start+n, p.lines[k].end)
	}
	return true
}

// wikiLine reads indented code and leaves out templates' and tags' lines.
func (p *textParser) wikiLine(k int, s string) bool {
	if p.lines[k].indent > 0 && s[0] != '|' && s[0] != '{' {
		j := k
		for j < len(p.lines) && p.lines[j].indent > 0 && (j == k || p.directly(j)) {
			j++
		}
		return p.code(k, j)
	}
	for _, tag := range []string{"pre", "source", "syntaxhighlight"} {
		if !strings.HasPrefix(s, "<"+tag) {
			continue
		}
		end := k
		if closing := "</" + tag + ">"; !strings.Contains(s, closing) {
			end = p.closer(k, closing, func(line string) bool { return strings.Contains(line, closing) })
		}
		if end >= 0 {
			p.header(k+1, end)
			return p.code(k, end+1)
		}
	}
	if s[0] == ':' {
		p.paragraph(k, p.lines[k].start+len(s)-len(strings.TrimLeft(s, ":* ")))
		return true
	}
	return false
}

// header keeps the labels on the lines from k to before end: wiki pages
// write their header as preformatted text.
func (p *textParser) header(k, end int) {
	for j := k; j < end && p.front; j++ {
		if n := p.labelEnd(j); n > 0 {
			colon := p.lines[j].start + strings.IndexByte(p.line(j), ':')
			p.remember(p.text[p.lines[j].start:colon], colon+1, p.lines[min(n, end)-1].end)
		}
	}
}
