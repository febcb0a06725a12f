package formats

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// docxPara is a paragraph of a Word document while it is read.
type docxPara struct {
	officeLetters
	// own is what the paragraph tells of itself, style what its style does.
	own, style *officeStyle
	styleID    string
	// run is what the letters tell that are read.
	run docxRun
	// props is above zero in properties: 1 the paragraph's, 2 those of its end.
	props int
	// joined tells that its end was deleted or is hidden.
	joined bool
	boxes  []officeBlock
	// target is where an open link leads, from where it begins.
	target string
	from   int
}

// docxRun are the formats of a run of letters; -1 is what the style says.
type docxRun struct {
	own   *officeStyle
	style *officeStyle
	props bool
}

// beginPara opens a paragraph. One that is open in the same frame ends.
func (w *docxWalk) beginPara() {
	w.endPara()
	f := w.top()
	if f.kind == "tbl" {
		return
	}
	f.para = &docxPara{own: newOfficeStyle(), style: w.plain}
	if c := f.carried; c != nil {
		// The end between the two was deleted: what stands before it is this
		// paragraph's.
		f.para.officeLetters, f.para.boxes, f.carried = c.officeLetters, c.boxes, nil
	}
}

// endPara ends the open paragraph of the top frame.
func (w *docxWalk) endPara() {
	f := w.top()
	p := f.para
	if p == nil {
		return
	}
	p.raised()
	w.closeLink(p)
	f.para = nil
	w.inText, w.inCode = false, false
	for i := range f.fields {
		// An instruction without an end would swallow the rest of the text.
		if f.fields[i].in == p {
			f.fields[i].result, f.fields[i].in = true, nil
		}
	}
	if p.joined {
		f.carried = p
		return
	}
	w.add(p)
}

// add finishes a paragraph and hands it and its boxes to the top frame.
func (w *docxWalk) add(p *docxPara) {
	p.own.inherit(p.style)
	f := w.top()
	if p.own.kind != styleContents {
		w.classify(p)
		w.hand(f, officeBlock{para: &p.officePara})
	}
	for _, b := range p.boxes {
		w.hand(f, b)
	}
}

// classify tells what the paragraph is.
func (w *docxWalk) classify(p *docxPara) {
	s := p.own
	p.level = max(s.level, 0)
	p.indent = max(s.indent, 0)
	p.quoted, p.preformatted = s.kind == styleQuote, s.kind == styleCode
	if s.num == "" || s.num == "0" {
		return
	}
	it, within := w.number(s.num, s.numLevel, p.styleID)
	switch {
	case it == nil:
		if p.level == 0 {
			p.within = within
		}
	case p.level > 0:
		if !it.bulleted {
			p.number = it.marker
		}
	default:
		if s.indent >= 0 {
			it.indent = s.indent
		}
		p.item = it
		if w.top().kind == "tc" && p.blank() && !it.bulleted {
			p.text, p.item = append(p.text, it.marker...), nil
		}
	}
}

// inPara handles the start of what is in a paragraph.
func (w *docxWalk) inPara(p *docxPara, e xml.StartElement, name string) {
	switch name {
	case "w:pPr":
		p.props = 1
	case "w:rPr":
		if p.props > 0 {
			p.props = 2
		} else {
			p.run.props = true
		}
	case "w:r", "m:r":
		p.run = docxRun{own: newOfficeStyle()}
	case "w:hyperlink":
		w.closeLink(p)
		if r := w.links[attribute(e, "id")]; r.external {
			p.raised()
			p.target, p.from = r.target, len(p.text)
		}
	case "w:t", "m:t":
		w.inText = true
	case "w:instrText":
		w.inCode = true
	case "w:fldChar":
		w.field(p, attribute(e, "fldCharType"))
	default:
		switch {
		case p.props == 2:
			switch name {
			case "w:del", "w:moveFrom", "w:vanish", "w:specVanish":
				p.joined = p.joined || onOff(attribute(e, "val")) == 1
			}
		case p.props == 1:
			w.paraProperty(p, e, name)
		case p.run.props:
			if name == "w:rStyle" {
				p.run.style = w.styles[attribute(e, "val")]
			} else if p.run.own != nil && strings.HasPrefix(name, "w:") {
				p.run.own.property(e)
			}
		default:
			w.sign(p, e, name)
		}
	}
}

// paraProperty takes over a property of the paragraph.
func (w *docxWalk) paraProperty(p *docxPara, e xml.StartElement, name string) {
	if name == "w:pStyle" {
		p.styleID = attribute(e, "val")
		if s := w.styles[p.styleID]; s != nil {
			p.style = s
		}
		return
	}
	p.own.property(e)
}

// sign handles an element that stands for a letter.
func (w *docxWalk) sign(p *docxPara, e xml.StartElement, name string) {
	sign := ""
	switch name {
	case "w:tab", "w:ptab":
		sign = "\t"
	case "w:br", "w:cr":
		sign = "\n"
	case "w:noBreakHyphen":
		sign = "\u2011"
	case "w:sym":
		if sign = symbol(attribute(e, "font"), attribute(e, "char")); sign == "" {
			w.symbols++
		}
	case "w:footnoteReference", "w:endnoteReference":
		if custom := attribute(e, "customMarkFollows"); custom == "" || onOff(custom) == 0 {
			w.mark(p, strings.TrimSuffix(strings.TrimPrefix(name, "w:"), "Reference"), attribute(e, "id"))
		}
	case "m:den":
		sign = "/"
	case "m:sup":
		sign = "^"
	}
	if sign != "" {
		w.put(p, []byte(sign))
	}
}

// behind handles the end of what is in a paragraph.
func (w *docxWalk) behind(p *docxPara, name string) {
	switch name {
	case "w:pPr":
		p.props = 0
	case "w:rPr":
		if p.props == 2 {
			p.props = 1
		}
		p.run.props = false
	case "w:r", "m:r":
		p.run = docxRun{}
	case "w:hyperlink":
		w.closeLink(p)
	}
}

// letters takes letters of a text or of a field's instruction.
func (w *docxWalk) letters(text []byte) {
	f := w.top()
	switch {
	case f.para == nil:
	case w.inText:
		w.put(f.para, text)
	case len(f.fields) > 0 && f.fields[len(f.fields)-1].code.Len() < 1<<12:
		f.fields[len(f.fields)-1].code.Write(text)
	}
}

// put adds letters to the paragraph in the formats of the run, unless they are
// not shown.
func (w *docxWalk) put(p *docxPara, text []byte) {
	for _, f := range w.top().fields {
		if !f.result {
			return
		}
	}
	as := formatOf(p.run.own, p.run.style, p.style)
	as.code = p.run.style != nil && p.run.style.kind == styleCode
	w.text += len(text)
	p.put(text, as, &w.left)
}

// closeLink ends the open link.
func (w *docxWalk) closeLink(p *docxPara) {
	p.link(p.from, p.target)
	p.target = ""
}

// mark adds the mark of a note. Its label is the number that it shows.
func (w *docxWalk) mark(p *docxPara, kind, id string) {
	key := kind + ":" + id
	if w.notes[key] == nil {
		return
	}
	label := w.labels[key]
	if label == "" {
		w.counted[kind]++
		label = figure(w.counted[kind], map[string]string{"footnote": "decimal", "endnote": "lowerRoman"}[kind])
		w.labels[key] = label
	}
	p.raised()
	p.officePara.notes = append(p.officePara.notes, officeNote{len(p.text), key, label})
}

// maxFields is how many fields may be open at once.
const maxFields = 50

// field handles a field's beginning, the end of its instruction, and its end.
func (w *docxWalk) field(p *docxPara, kind string) {
	f := w.top()
	n := len(f.fields)
	switch kind {
	case "begin":
		if n < maxFields {
			f.fields = append(f.fields, docxField{in: p})
		}
	case "separate":
		if n > 0 {
			open := &f.fields[n-1]
			open.result = true
			p.raised()
			open.from, open.in, open.target = len(p.text), p, linkOf(open.code.String())
		}
	case "end":
		if n == 0 {
			return
		}
		open := &f.fields[n-1]
		if open.in == p && open.result {
			p.link(open.from, open.target)
		}
		f.fields = f.fields[:n-1]
	}
}

// linkOf is where the instruction of a field leads, empty for one that is no
// link or one within the document.
func linkOf(code string) string {
	rest, found := strings.CutPrefix(strings.TrimSpace(code), "HYPERLINK")
	if !found {
		return ""
	}
	rest = strings.TrimSpace(rest)
	if !strings.HasPrefix(rest, `"`) {
		if strings.HasPrefix(rest, `\`) {
			return ""
		}
		rest, _, _ = strings.Cut(rest, " ")
		return rest
	}
	target, _, _ := strings.Cut(rest[1:], `"`)
	return strings.ReplaceAll(target, `\\`, `\`)
}

// symbol is the letter of a sign in a font of symbols, empty for those that
// have none.
func symbol(font, char string) string {
	var code rune
	if _, err := fmt.Sscanf(char, "%x", &code); err != nil {
		return ""
	}
	if code >= 0xf000 && code <= 0xf0ff {
		code -= 0xf000
	}
	switch font = strings.ToLower(font); {
	case font == "symbol":
		return symbols(code)
	case strings.HasPrefix(font, "wingdings"):
		return map[rune]string{0xfc: "✓", 0xfe: "☑", 0xa8: "☐", 0x6f: "☐", 0xfb: "✗", 0xfd: "☒", 0xe0: "→", 0xa7: "▪", 0x9f: "•"}[code]
	case code >= 0x20 && code < 0x10000 && (code < 0xd800 || code > 0xf8ff):
		return string(code)
	}
	return ""
}

// symbols are letters by their places in the font Symbol.
func symbols(code rune) string {
	const greek = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
	if i := int(code - 'a'); i >= 0 && i < 26 {
		return string([]rune(greek)[i])
	}
	return map[rune]string{0xa3: "≤", 0xb3: "≥", 0xb0: "°", 0xb1: "±", 0xb4: "×", 0xb7: "•", 0xb8: "÷", 0xb9: "≠",
		0xbb: "≈", 0xae: "→", 0xd7: "·", 0xa5: "∞", 0xd6: "√", 0xe5: "∑", 0x2d: "−", 0xa2: "′", 0xb2: "″", 0xa0: "€"}[code]
}
