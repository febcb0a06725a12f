package formats

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// beginPara opens a paragraph or heading.
func (w *odtWalk) beginPara(e xml.StartElement, name string) {
	w.endPara()
	f := w.top()
	if f.kind == "table" {
		return
	}
	styleName := attribute(e, "style-name")
	style := w.resolved("paragraph", styleName)
	if style == nil { // a program's own style, which every program knows
		style = newOfficeStyle()
		style.kind, style.level = kindOf(styleName)
	}
	f.para = &odtPara{style: style}
	if name == "text:h" {
		f.para.heading = min(max(natural(attribute(e, "outline-level")), 1), maxLevels)
		f.para.plain = attribute(e, "is-list-header") == "true"
	} else if style.level > 0 {
		f.para.heading, f.para.plain = style.level, true
	}
}

// endPara closes the open paragraph of the top frame.
func (w *odtWalk) endPara() {
	f := w.top()
	p := f.para
	if p == nil {
		return
	}
	p.raised()
	for len(p.open) > 0 {
		w.closeLink(p)
	}
	f.para = nil
	switch {
	case p.hidden:
		w.left.hidden++
	case p.style.kind != styleContents:
		w.classify(f, p)
		w.hand(f, officeBlock{para: &p.officePara})
	}
	for _, b := range p.boxes {
		w.hand(f, b)
	}
}

// classify tells what the paragraph is.
func (w *odtWalk) classify(f *odtFrame, p *odtPara) {
	p.level, p.indent = p.heading, max(p.style.indent, 0)
	p.quoted, p.preformatted = p.style.kind == styleQuote, p.style.kind == styleCode
	if len(f.lists) > 0 {
		it, within := w.item(f, p.style.num)
		switch {
		case it == nil:
			p.within = within
		case p.level > 0 || f.kind == "cell" && p.blank():
			if !it.bulleted {
				p.number = it.marker
			}
		default:
			p.item = it
		}
		if f.kind == "cell" && p.number != "" && p.blank() {
			p.text, p.number = append(p.text, p.number...), ""
		}
		return
	}
	if p.level > 0 && p.level <= maxLevels && !p.plain && p.style.num != noList && w.outline[p.level-1].marks() && !p.blank() {
		w.headings.next(&w.outline, p.level-1)
		p.number = w.headings.mark(&w.outline, p.level-1)
	}
}

// inPara handles the start of what is in a paragraph.
func (w *odtWalk) inPara(p *odtPara, e xml.StartElement, name string) {
	switch name {
	case "text:span":
		if p.deep++; p.deep <= maxSpans {
			p.spans = append(p.spans, w.resolved("text", attribute(e, "style-name")))
		}
	case "text:a":
		p.raised()
		p.open = append(p.open, openLink{attribute(e, "href"), len(p.text)})
	case "text:s":
		w.put(p, blanks(natural(attribute(e, "c"))))
	case "text:tab":
		w.put(p, []byte("\t"))
	case "text:line-break":
		w.put(p, []byte("\n"))
	case "text:hidden-paragraph":
		p.hidden = p.hidden || attribute(e, "is-hidden") == "true"
	case "text:note":
		w.noted++
		kind := "footnote"
		if attribute(e, "note-class") == "endnote" {
			kind = "endnote"
		}
		w.pending = officeNote{key: fmt.Sprintf("%s:%d", kind, w.noted)}
	case "text:note-citation":
		p.citing = true
	case "text:note-body":
		p.citing = false
		n := w.pending
		kind, no, _ := strings.Cut(n.key, ":")
		if n.label == "" {
			n.label = no
		}
		if kind == "endnote" && !strings.HasPrefix(n.label, "end") {
			n.label = "end " + n.label // its numbers begin anew beside the footnotes'
		}
		w.push(&odtFrame{kind: "note", note: n})
	}
}

// behind handles the end of what is in a paragraph.
func (w *odtWalk) behind(p *odtPara, name string) {
	switch name {
	case "text:span":
		if p.deep = max(p.deep-1, 0); p.deep < len(p.spans) {
			p.spans = p.spans[:p.deep]
		}
	case "text:a":
		w.closeLink(p)
	case "text:note-citation":
		p.citing = false
	}
}

// closeLink ends the innermost open link. Those to places in the same file are
// left out: a text has no names that can be linked to.
func (w *odtWalk) closeLink(p *odtPara) {
	n := len(p.open)
	if n == 0 {
		return
	}
	l := p.open[n-1]
	p.open = p.open[:n-1]
	if !strings.HasPrefix(l.target, "#") {
		p.link(l.from, l.target)
	}
}
