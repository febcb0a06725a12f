package formats

import "encoding/xml"

// odtList is an open list.
type odtList struct {
	*odtCount
	levels [maxLevels]listLevel
	// styled tells that the list names its style; else paragraphs do.
	styled bool
	// fresh tells that the open item has no paragraph yet, counted that it is
	// one that counts.
	fresh, counted bool
}

// beginList handles the start of a list or of what is in one.
func (w *odtWalk) beginList(e xml.StartElement, name string) {
	w.endPara()
	f := w.top()
	depth := len(f.lists)
	if name == "text:list" {
		if depth < maxLevels {
			f.lists = append(f.lists, w.newList(f, e))
		} else {
			w.skip = 1
		}
		return
	}
	if depth == 0 {
		return
	}
	l := f.lists[depth-1]
	l.fresh, l.counted = true, name == "text:list-item"
	if start := attribute(e, "start-value"); start != "" && l.counted {
		l.count.at[depth-1], l.count.used[depth-1] = natural(start)-1, true
	}
}

// newList opens a list. One within another counts with it, and begins anew.
func (w *odtWalk) newList(f *odtFrame, e xml.StartElement) *odtList {
	style, depth := attribute(e, "style-name"), len(f.lists)
	goesOn := attribute(e, "continue-numbering") == "true"
	l := &odtList{}
	if depth > 0 {
		up := f.lists[depth-1]
		l.odtCount, l.levels = up.odtCount, up.levels
		if !goesOn {
			l.count.used[depth] = false
		}
	} else {
		l.levels = *newLevels()
		for i := range l.levels { // where no style tells
			l.levels[i].format, l.levels[i].text = "bullet", "•"
		}
		switch {
		case w.byID[attribute(e, "continue-list")] != nil:
			l.odtCount = w.byID[attribute(e, "continue-list")]
		case goesOn && w.byStyle[style] != nil:
			l.odtCount = w.byStyle[style]
		default:
			w.counts++
			l.odtCount = &odtCount{id: w.counts}
		}
		if id := attribute(e, "id"); id != "" && len(w.byID) < maxParagraphs {
			w.byID[id] = l.odtCount
		}
		w.byStyle[style] = l.odtCount
	}
	if levels := w.lists[style]; levels != nil {
		copy(l.levels[depth:], levels[depth:])
		l.styled = true
	}
	return l
}

// endList handles the end of a list or of what is in one.
func (w *odtWalk) endList(name string) {
	w.endPara()
	f := w.top()
	n := len(f.lists)
	switch {
	case n == 0:
	case name == "text:list":
		f.lists = f.lists[:n-1]
	default:
		f.lists[n-1].fresh = false
	}
}

// item counts the paragraph in its list. It has no item where the list has no
// mark on that level or another paragraph of the item stands before it; then
// within is the depth at which it goes on. style is the list style that the
// paragraph's own style names.
func (w *odtWalk) item(f *odtFrame, style string) (item *officeItem, within int) {
	level := len(f.lists) - 1
	l := f.lists[level]
	if levels := w.lists[style]; levels != nil && !l.styled {
		l.levels[level] = levels[level]
	}
	at := &l.levels[level]
	if !l.fresh || !l.counted || !at.marks() {
		return nil, level + 1
	}
	l.fresh = false
	number := l.count.next(&l.levels, level)
	return &officeItem{
		list: l.id, level: level, marker: l.count.mark(&l.levels, level),
		bulleted: at.format == "bullet", number: number, indent: at.indent,
	}, 0
}
