package formats

import (
	"strconv"
	"strings"
	"unicode"
)

// character reads how letters are shown.
func (r *rtf) character(word string, n int, on bool) bool {
	switch word {
	case "v":
		r.hidden = on
	case "deleted":
		r.deleted = on
	case "super":
		r.raised = on
	case "nosupersub", "sub":
		r.raised = false
	case "up":
		r.raised = n > 0
	case "strike", "striked":
		r.struck = on
	case "plain":
		r.hidden, r.deleted, r.raised, r.struck = false, false, false, false
		r.rtfState.page = 0
	case "yr", "mo", "dy":
		if r.dest == rtfMade && len(r.created) < 3 {
			r.created = append(r.created, n)
		}
	default:
		return false
	}
	return true
}

// paragraph reads how the paragraph is set, or its end.
func (r *rtf) paragraph(word string, n int) {
	f := r.top()
	p := &f.para
	if r.dest == rtfStyles {
		if word == "s" || word == "cs" || word == "ds" || word == "ts" {
			if r.number = n; word != "s" {
				r.number = -1 - n
			}
		}
		return
	}
	if r.dest != rtfText {
		return // what marks an item is set by itself
	}
	switch word {
	case "par", "sect", "page", "nestcell":
		if word == "par" && r.deleted {
			return // the paragraphs are one once the change is accepted
		}
		r.endPara()
	case "pard":
		p.style, p.level, p.outline, p.list, p.indent, p.first, p.inTable = 0, 0, -1, 0, 0, 0, false
	case "s":
		p.style = n
	case "outlinelevel":
		p.outline = n
	case "ls":
		p.list = n
	case "ilvl":
		p.level = min(max(n, 0), maxLevels-1)
	case "li", "lin":
		p.indent = max(n, 0)
	case "fi":
		p.first = n
	case "intbl":
		p.inTable = true
	}
}

// endPara closes the paragraph. What it is set like holds for the next one.
func (r *rtf) endPara() {
	f := r.top()
	p := &f.para
	r.closeLink()
	p.officeLetters.raised()
	q := &officePara{text: p.text, notes: p.notes, links: p.links, indent: p.indent}
	r.classify(p, q)
	blocks := append([]officeBlock{{para: q}}, p.boxes...)
	next := newRTFPara()
	next.style, next.level, next.outline, next.list, next.indent, next.first, next.inTable = p.style, p.level, p.outline, p.list, p.indent, p.first, p.inTable
	f.para = next
	if q.blank() && len(blocks) == 1 && f.row == nil {
		return
	}
	r.size += 300
	if p.inTable || f.row != nil {
		f.cell = append(f.cell, blocks...)
		return
	}
	r.endTable(f)
	for _, b := range blocks {
		r.hand(f, b)
	}
}

// hand gives a block to a frame; those of the text are written at once.
func (r *rtf) hand(f *rtfFrame, b officeBlock) {
	if f.kind == "body" {
		r.out.write(b)
		return
	}
	f.blocks = append(f.blocks, b)
}

// classify tells what the paragraph is.
func (r *rtf) classify(p *rtfPara, q *officePara) {
	kind, level := kindOf(r.styles[p.style])
	q.quoted, q.preformatted = kind == styleQuote, kind == styleCode
	if level > 0 {
		q.level = level
	}
	if p.outline >= 0 && p.outline < 9 {
		q.level = p.outline + 1
	}
	if kind == styleContents {
		q.text, q.notes, q.links = nil, nil, nil
		return
	}
	marker := strings.TrimSpace(p.marker.String())
	if marker == "" && p.first < 0 {
		marker = cutMarker(p, q)
	}
	switch {
	case marker == "":
	case q.level > 0:
		q.number = marker
	default:
		q.item = rtfItem(marker, p)
	}
}

// cutMarker takes from a paragraph with a hanging first line what stands before
// its tabulator: programs without lists write the marks of items as text.
func cutMarker(p *rtfPara, q *officePara) string {
	head, _, found := strings.Cut(string(q.text[:min(len(q.text), maxMarker)]), "\t")
	head = strings.TrimSpace(head)
	bullet := strings.Contains("•·–—-*o▪◦‣", head)
	if !found || head == "" || len(q.links) > 0 && q.links[0].from < len(head) || !bullet && !numberedMark(head) {
		return ""
	}
	cut := strings.IndexByte(string(q.text), '\t') + 1
	rest := &officePara{text: q.text[cut:]}
	for _, n := range q.notes {
		n.at = max(n.at-cut, 0)
		rest.notes = append(rest.notes, n)
	}
	for _, l := range q.links {
		l.from, l.to = max(l.from-cut, 0), max(l.to-cut, 0)
		rest.links = append(rest.links, l)
	}
	q.text, q.notes, q.links = rest.text, rest.notes, rest.links
	p.level = min(max(p.indent/360-1, 0), maxLevels-1)
	return head
}

// numberedMark reports whether a mark is a number or letter with its sign: "3.",
// "(a)", "iv)".
func numberedMark(mark string) bool {
	core := strings.Trim(mark, "().")
	if core == mark || core == "" || len(core) > 12 {
		return false
	}
	letters := 0
	for _, c := range core {
		switch {
		case unicode.IsDigit(c) || c == '.':
		case unicode.IsLetter(c):
			letters++
		default:
			return false
		}
	}
	return letters <= 5
}

// rtfItem is the item that a mark makes of a paragraph.
func rtfItem(marker string, p *rtfPara) *officeItem {
	it := &officeItem{list: p.list, level: p.level, marker: marker, indent: p.indent, bulleted: !numberedMark(marker)}
	if it.bulleted {
		it.marker = itemBullet(marker)
		return it
	}
	parts := strings.FieldsFunc(marker, func(c rune) bool { return !unicode.IsDigit(c) && !unicode.IsLetter(c) })
	if len(parts) == 0 {
		return it
	}
	last := parts[len(parts)-1]
	if n, err := strconv.Atoi(last); err == nil && n < 1<<30 {
		it.number = n
	} else if len(last) == 1 {
		it.number = int(last[0]|0x20-'a') + 1
	}
	return it
}
