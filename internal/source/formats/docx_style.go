package formats

import (
	"encoding/xml"
	"slices"
	"strings"
)

// readStyles reads the styles. A document can be read without them.
func (d *docx) readStyles(part string) {
	d.styles, d.plain = map[string]*officeStyle{}, newOfficeStyle()
	r, err := d.part(part)
	if err != nil {
		return
	}
	within := ""
	var style *officeStyle
	_ = newXML(r).each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "style":
			style, within = newOfficeStyle(), ""
			if len(d.styles) < maxParts {
				d.styles[attribute(e, "styleId")] = style
			}
			if def := attribute(e, "default"); attribute(e, "type") == "paragraph" && def != "" && def != "0" && def != "false" {
				d.plain = style
			}
		case "tblStylePr":
			style = nil // formats of parts of a table
		case "rPr", "pPr":
			within = e.Name.Local
		}
		switch {
		case style == nil:
		case e.Name.Local == "name" && within == "":
			style.name = attribute(e, "val")
			style.kind, style.level = kindOf(style.name)
		case e.Name.Local == "basedOn":
			style.based = attribute(e, "val")
		case within != "":
			style.property(e)
		}
	}, nil, nil)
	resolveStyles(d.styles)
}

// property takes over one property of paragraphs or letters.
func (s *officeStyle) property(e xml.StartElement) {
	val := attribute(e, "val")
	switch e.Name.Local {
	case "outlineLvl":
		if n := natural(val); n < 9 {
			s.level = n + 1
		} else {
			s.level = 0
		}
	case "numId":
		s.num = val
	case "ilvl":
		s.numLevel = min(natural(val), maxLevels-1)
	case "ind":
		for _, name := range []string{"left", "start"} {
			if v := attribute(e, name); v != "" {
				s.indent = natural(v)
			}
		}
	case "vanish", "specVanish":
		s.hidden = onOff(val)
	case "strike", "dstrike":
		s.struck = max(s.struck, onOff(val))
	case "vertAlign":
		s.raised = 0
		if val == "superscript" {
			s.raised = 1
		}
	}
}

// onOff is the value of a property that is on where it stands.
func onOff(val string) int {
	if val == "0" || val == "false" || val == "off" {
		return 0
	}
	return 1
}

// docxNum is a list's definition as paragraphs name it.
type docxNum struct {
	*docxAbstract
	levels [maxLevels]listLevel
	// starts tells which levels begin anew with this list.
	starts  [maxLevels]bool
	started bool
}

// docxAbstract is what several lists share: their count goes on.
type docxAbstract struct {
	levels [maxLevels]listLevel
	styles [maxLevels]string
	link   string
	count  listCount
	// last is the list that counted last, list its number.
	last *docxNum
	list int
}

// readNumbering reads the lists' definitions.
func (d *docx) readNumbering(part string) {
	d.nums = map[string]*docxNum{}
	r, err := d.part(part)
	if err != nil {
		return
	}
	n := &docxNumbering{abstracts: map[string]*docxAbstract{}, nums: d.nums}
	_ = newXML(r).each(n.start, nil, n.end)
	for _, num := range d.nums {
		a := num.docxAbstract
		if a.link != "" {
			if s := d.styles[a.link]; s != nil && d.nums[s.num] != nil {
				*num = docxNum{docxAbstract: d.nums[s.num].docxAbstract, levels: d.nums[s.num].docxAbstract.levels, starts: num.starts}
			}
		}
	}
}

// docxNumbering is the state while lists' definitions are read.
type docxNumbering struct {
	abstracts map[string]*docxAbstract
	nums      map[string]*docxNum
	abstract  *docxAbstract
	num       *docxNum
	at        int // the level, -1 outside
	override  int // the level that a list changes, -1 outside
}

// start handles a start tag.
func (n *docxNumbering) start(e xml.StartElement) {
	val := attribute(e, "val")
	switch e.Name.Local {
	case "abstractNum":
		n.abstract, n.num, n.at, n.override = &docxAbstract{}, nil, -1, -1
		for i := range n.abstract.levels {
			n.abstract.levels[i] = listLevel{start: 1, format: "bullet", restart: -1}
		}
		if len(n.abstracts) < maxParts {
			n.abstracts[attribute(e, "abstractNumId")] = n.abstract
		}
	case "num":
		n.num, n.at, n.override = &docxNum{docxAbstract: &docxAbstract{}}, -1, -1
		if len(n.nums) < maxParts {
			n.nums[attribute(e, "numId")] = n.num
		}
	case "abstractNumId":
		if a := n.abstracts[val]; n.num != nil && a != nil {
			n.num.docxAbstract, n.num.levels = a, a.levels
		}
	case "numStyleLink":
		if n.abstract != nil && n.num == nil {
			n.abstract.link = val
		}
	case "lvlOverride":
		n.override = min(natural(attribute(e, "ilvl")), maxLevels-1)
	case "startOverride":
		if n.num != nil && n.override >= 0 {
			n.num.levels[n.override].start = natural(val)
			n.num.starts[n.override] = true
		}
	case "lvl":
		n.at = min(natural(attribute(e, "ilvl")), maxLevels-1)
	default:
		n.property(e, val)
	}
}

// property reads what is told of a level.
func (n *docxNumbering) property(e xml.StartElement, val string) {
	if n.at < 0 || n.num == nil && n.abstract == nil {
		return
	}
	var l *listLevel
	if n.num != nil {
		l = &n.num.levels[n.at]
	} else {
		l = &n.abstract.levels[n.at]
	}
	switch e.Name.Local {
	case "start":
		l.start = natural(val)
	case "numFmt":
		l.format = val
	case "lvlText":
		l.text = val
	case "lvlRestart":
		l.restart = natural(val)
	case "isLgl":
		l.decimal = onOff(val) == 1
	case "ind":
		l.indent = max(natural(attribute(e, "left")), natural(attribute(e, "start")))
	case "pStyle":
		if n.num == nil {
			n.abstract.styles[n.at] = val
		}
	}
}

func (n *docxNumbering) end(name string) {
	switch name {
	case "lvl":
		n.at = -1
	case "lvlOverride":
		n.override = -1
	}
}

// restart makes all lists begin anew: notes are counted apart from the text.
func (d *docx) restart() {
	for _, n := range d.nums {
		n.started = false
		n.count, n.last = listCount{}, nil
	}
}

// number counts a paragraph in its list. It has no item where the list has no
// mark on that level; then within is the depth at which it goes on.
func (d *docx) number(num string, level int, style string) (item *officeItem, within int) {
	n := d.nums[num]
	if n == nil {
		return nil, 0
	}
	if level < 0 {
		level = max(slices.Index(n.styles[:], style), 0)
	}
	l := &n.levels[level]
	if l.format == "bullet" && itemBullet(l.text) == "" || l.format == "none" && strings.Trim(l.text, " %0123456789") == "" {
		return nil, level + 1
	}
	a := n.docxAbstract
	if !n.started {
		n.started = true
		for i, anew := range n.starts {
			a.count.used[i] = a.count.used[i] && !anew
		}
		if n.starts[level] {
			a.last = nil
		}
	}
	if a.last == nil {
		d.lists++
		a.list = d.lists
	}
	a.last = n
	count := a.count.next(&n.levels, level)
	return &officeItem{
		list: a.list, level: level, marker: a.count.mark(&n.levels, level),
		bulleted: l.format == "bullet", number: count, indent: l.indent,
	}, 0
}
