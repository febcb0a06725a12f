package report

import "strings"

// snippet is a line of a document, cut to fit, with a part of it marked.
type snippet struct {
	before, marked, behind string
	// column and width of the mark on the screen, 0-based.
	column, width int
}

// cut fits an excerpt into width columns around its mark.
func cut(e excerpt, width int) snippet {
	before, marked, behind := e.cells()
	cutBefore, cutBehind := e.cutBefore, e.cutBehind
	whole := widthOf(before) + widthOf(marked) + widthOf(behind)
	if cutBefore {
		whole++
	}
	if cutBehind {
		whole++
	}
	if whole > width {
		width -= 2 // for the ellipses
		if widthOf(marked) > width {
			marked, behind, cutBehind = beforeWord(head(marked, width)), nil, true
		}
		// Both sides get half the room; what one does not need, the other has.
		room := width - widthOf(marked)
		wb, wa := widthOf(before), widthOf(behind)
		left := min(wb, room/2)
		right := min(wa, room-left)
		left = min(wb, room-right)
		if left < wb {
			before, cutBefore = atWord(tail(before, left)), true
		}
		if right < wa {
			behind, cutBehind = beforeWord(head(behind, right)), true
		}
	}
	s := snippet{before: textOf(before), marked: textOf(marked), behind: textOf(behind)}
	s.column, s.width = widthOf(before), max(1, widthOf(marked))
	if cutBefore {
		s.before = ellipsis + s.before
		s.column++
	}
	if cutBehind {
		s.behind += ellipsis
	}
	return s
}

// cells cuts the whole line into what stands before, in and behind its mark,
// without the blanks at its ends. A cluster that is marked in part is marked.
func (e excerpt) cells() (before, marked, behind []cell) {
	lead := visible(strings.TrimLeft(e.before, " \t"))
	start := len(lead)
	end := start + len(visible(e.marked))
	all := cells(lead + e.marked + strings.TrimRight(e.behind, " \t"))
	at, i := 0, 0
	for ; i < len(all) && at+len(all[i].text) <= start; i++ {
		at += len(all[i].text)
	}
	k := i
	for ; k < len(all) && at < end; k++ {
		at += len(all[k].text)
	}
	return all[:i], all[i:k], all[k:]
}

// wordReach is how far a cut is moved to fall between two words.
const wordReach = 12

// atWord drops a part of a word at the start of a cut text.
func atWord(cs []cell) []cell {
	for i := range min(len(cs), wordReach) {
		if cs[i].text == " " {
			return cs[i+1:]
		}
	}
	return cs
}

// beforeWord drops a part of a word, and blanks, at the end of a cut text.
func beforeWord(cs []cell) []cell {
	for i := range min(len(cs), wordReach) {
		if k := len(cs) - 1 - i; cs[k].text == " " {
			for k > 0 && cs[k-1].text == " " {
				k--
			}
			return cs[:k]
		}
	}
	return cs
}
