package formats

import (
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// htmlList is what a list's items need to know.
type htmlList struct {
	definitions, ordered bool
	// number is the next item's, step 1 or -1, style the type attribute.
	number, step int
	style        string
}

// lists reads a list of any kind. One without text is none.
func (w *htmlWalker) lists(i int) {
	n := &w.tree.nodes[i]
	if n.letters == 0 {
		return
	}
	list := &htmlList{definitions: n.tag == definitionsTag, ordered: n.ordered, step: 1, number: 1}
	switch {
	case list.definitions:
		w.b.openList(source.Definition)
	case !list.ordered:
		w.b.openList(source.Bulleted)
	default:
		w.b.openList(source.Numbered)
		w.numbering(i, list)
		w.b.resume(list.number, '.')
	}
	up := w.list
	w.list = list
	w.children(i)
	w.flush()
	w.list = up
	next := list.number
	if !list.ordered || list.step < 0 {
		next = 0
	}
	w.b.closeList(next, '.')
}

// numbering reads how an ordered list counts.
func (w *htmlWalker) numbering(i int, list *htmlList) {
	a := w.tree.of(&w.tree.nodes[i])
	list.style = a.kind
	if a.reversed {
		list.step, list.number = -1, 0
		for k := i + 1; k < w.tree.nodes[i].next; k = w.tree.nodes[k].next {
			if w.tree.nodes[k].tag == itemTag {
				list.number++
			}
		}
	}
	if start, err := strconv.Atoi(strings.TrimSpace(a.start)); err == nil {
		list.number = start
	}
}

// item reads an item, a term or a definition. Outside of a list of its kind
// it is a block like any other.
func (w *htmlWalker) item(i int) {
	n := &w.tree.nodes[i]
	if w.list == nil || w.list.definitions != (n.tag != itemTag) {
		w.children(i)
		return
	}
	at, _ := w.place.find(n.start)
	end := at + n.end - n.start
	switch {
	case n.tag == definitionTag:
		if !w.b.top().isItem {
			w.b.item("", at, end)
		}
		w.b.top().titled = true
		w.children(i)
	case n.tag == termTag:
		w.b.item("", at, end)
		w.b.top().titled = true
		w.leafBlock(i, source.Term, 0)
	default:
		w.b.item(w.list.marker(w.tree.of(n).value), at, end)
		w.children(i)
	}
}

// marker is the next item's mark, as a browser writes it.
func (l *htmlList) marker(value string) string {
	if !l.ordered {
		return "-"
	}
	if v, err := strconv.Atoi(strings.TrimSpace(value)); err == nil {
		l.number = v
	}
	n := l.number
	l.number += l.step
	switch {
	case n <= 0:
	case l.style == "a":
		return letters(n, 'a') + "."
	case l.style == "A":
		return letters(n, 'A') + "."
	case l.style == "i" && n < 4000:
		return strings.ToLower(roman(n)) + "."
	case l.style == "I" && n < 4000:
		return roman(n) + "."
	}
	return strconv.Itoa(n) + "."
}

// letters writes n as a, b … z, aa, ab …
func letters(n int, first byte) string {
	var s []byte
	for ; n > 0; n = (n - 1) / 26 {
		s = append([]byte{first + byte((n-1)%26)}, s...)
	}
	return string(s)
}

// roman writes n, from 1 to 3999, in Roman figures.
func roman(n int) string {
	values := [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	figures := [...]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var s strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			s.WriteString(figures[i])
		}
	}
	return s.String()
}
