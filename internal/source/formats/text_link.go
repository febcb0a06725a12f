package formats

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// maxLink is how many bytes a link in a light markup may take up; it bounds
// how far the other end of a bracket is looked for.
const maxLink = 1000

// links finds the links in the text, once its blocks are known. Each markup
// has one sign that no link lacks, and that sign is looked for.
func (p *textParser) links() {
	switch p.shape.dialect {
	case rest, plain:
		p.restLinks()
	case asciidoc:
		p.eachBracket(p.asciidocLink)
	case wiki:
		p.eachBracket(p.wikiLink)
	case org:
		p.eachBracket(p.orgLink)
	}
	if len(p.doc.Links) == 0 {
		return
	}
	slices.SortStableFunc(p.doc.Links, func(a, b source.Link) int { return a.Span.Start - b.Span.Start })
	p.placeLinks()
}

// placeLinks gives each link its block, and leaves out those in code.
func (p *textParser) placeLinks() {
	blocks, kept, i := p.doc.Blocks, p.doc.Links[:0], 0
	for _, l := range p.doc.Links {
		for i < len(blocks) && blocks[i].Span.End <= l.Span.Start {
			i++
		}
		l.Block = source.None
		if i < len(blocks) && blocks[i].Span.Start < l.Span.End {
			if blocks[i].Kind == source.Code {
				continue
			}
			if blocks[i].Span.Contains(l.Span) {
				l.Block = i
			}
		}
		kept = append(kept, l)
	}
	p.doc.Links = kept
}

// addLink records a link with the label text[from:to].
func (p *textParser) addLink(from, to int, target string) {
	label := strings.TrimRight(p.text[from:to], " \t\n")
	to = from + len(label)
	from = to - len(strings.TrimLeft(label, " \t\n"))
	if target = strings.TrimSpace(target); from < to && target != "" {
		p.doc.Links = append(p.doc.Links, source.Link{Span: source.Span{Start: from, End: to}, Target: target})
	}
}

// restLinks finds `label <target>`_ and :role:`label <target>`. The target
// of a role is what the role makes of it: role and target joined.
func (p *textParser) restLinks() {
	for at := 0; ; {
		n := strings.Index(p.text[at:], ">`")
		if n < 0 {
			return
		}
		end := at + n
		at = end + 2
		low := max(0, end-maxLink)
		open := strings.LastIndexByte(p.text[low:end], '<')
		if open < 0 {
			continue
		}
		open += low
		tick := strings.LastIndexByte(p.text[low:open], '`')
		if tick < 0 {
			continue
		}
		tick += low
		target := p.text[open+1 : end]
		role := p.roleBefore(tick)
		switch {
		case tick > 0 && p.text[tick-1] == '`', strings.IndexByte(target, '`') >= 0, strings.Contains(p.text[tick:end], "\n\n"):
			continue
		case role != "":
			target = role + "-" + target
		case at >= len(p.text) || p.text[at] != '_':
			continue
		}
		p.addLink(tick+1, open, target)
	}
}

// roleBefore is the role whose text begins with the backquote at tick.
func (p *textParser) roleBefore(tick int) string {
	if tick < 3 || p.text[tick-1] != ':' {
		return ""
	}
	i := tick - 2
	for i >= 0 && (isWordByte(p.text[i]) || p.text[i] == '-' || p.text[i] == '.' || p.text[i] == '+') {
		i--
	}
	if i < 0 || p.text[i] != ':' {
		return ""
	}
	return p.text[i+1 : tick-1]
}

// targetLink records ".. _label: target" in line k, whose text behind the
// dots begins at from.
func (p *textParser) targetLink(k, from int) {
	s := p.text[from:p.lines[k].end]
	c := strings.Index(s, ": ")
	if c < 2 || s[1] == '_' {
		return
	}
	label, open := s[1:c], from+1
	if n := len(label); n > 2 && label[0] == '`' && label[n-1] == '`' {
		open, c = open+1, c-1
	}
	p.addLink(open, from+c, s[strings.Index(s, ": ")+2:])
}

// noteLink records the address in the note whose text begins in line k at
// from: what stands before it is its label.
func (p *textParser) noteLink(k, from int) {
	j := k + 1
	for p.directly(j) && p.lines[j].indent > p.lines[k].indent && j < k+8 {
		j++
	}
	s := p.text[from:p.lines[j-1].end]
	if closed := strings.IndexByte(s, ']'); closed > 0 {
		from += closed + 1
		s = s[closed+1:]
	}
	at := strings.Index(s, "http")
	if at < 1 {
		return
	}
	address := s[at:]
	if i := strings.IndexAny(address, " \t\n>)"); i >= 0 {
		if strings.Contains(address[i:], "http") {
			return // several addresses: which one the label names is not known
		}
		address = address[:i]
	}
	if strings.Contains(address, "://") {
		p.addLink(from, from+len(strings.TrimRight(s[:at], " \t\n(<:")), strings.TrimRight(address, ".,;"))
	}
}

// eachBracket calls link with the offset of each opening bracket; link
// returns where to go on.
func (p *textParser) eachBracket(link func(at int) int) {
	for at := 0; at < len(p.text); {
		n := strings.IndexByte(p.text[at:], '[')
		if n < 0 {
			return
		}
		at = link(at + n)
	}
}

// closing is the offset of the first mark behind from, -1 if none is near.
func (p *textParser) closing(from int, mark string) int {
	n := strings.Index(p.text[from:min(len(p.text), from+maxLink)], mark)
	if n < 0 || strings.Contains(p.text[from:from+n], "\n\n") {
		return -1
	}
	return from + n
}

// wikiLink reads [[page|label]] and [address label].
func (p *textParser) wikiLink(at int) int {
	if strings.HasPrefix(p.text[at:], "[[") {
		end := p.closing(at, "]]")
		if end < 0 {
			return at + 2
		}
		if bar := strings.LastIndexByte(p.text[at:end], '|'); bar > 0 {
			target, _, _ := strings.Cut(p.text[at+2:at+bar], "|")
			if label := at + bar + 1; strings.Contains(p.text[label:end], "://") {
				p.addLink(at+2, at+2+len(target), p.text[label:end]) // the two changed places
			} else {
				p.addLink(label, end, target)
			}
		}
		return end
	}
	end := p.closing(at, "]")
	if end < 0 {
		return at + 1
	}
	address, label, ok := strings.Cut(p.text[at+1:end], " ")
	if ok && strings.ContainsAny(address, ":/") {
		p.addLink(end-len(label), end, address)
	}
	return end
}

// asciidocLink reads address[label], link:address[label] and
// xref:file[label].
func (p *textParser) asciidocLink(at int) int {
	from := at
	for from > 0 && p.text[from-1] > ' ' && strings.IndexByte("[]<>(\"", p.text[from-1]) < 0 && at-from < maxLink {
		from--
	}
	target := p.text[from:at]
	macro := strings.HasPrefix(target, "link:") || strings.HasPrefix(target, "xref:")
	if !macro && !strings.Contains(target, "://") {
		return at + 1
	}
	end := p.closing(at, "]")
	if end < 0 {
		return at + 1
	}
	label := p.text[at+1 : end]
	if i := strings.IndexAny(label, ",^"); i >= 0 {
		label = label[:i]
	}
	if macro {
		target = target[len("link:"):]
	}
	p.addLink(at+1, at+1+len(label), target)
	return end
}

// orgLink reads [[target][label]].
func (p *textParser) orgLink(at int) int {
	if !strings.HasPrefix(p.text[at:], "[[") {
		return at + 1
	}
	mid := p.closing(at, "][")
	if mid < 0 {
		return at + 2
	}
	end := p.closing(mid, "]]")
	if end < 0 {
		return at + 2
	}
	p.addLink(mid+2, end, p.text[at+2:mid])
	return end
}
