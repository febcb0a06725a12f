package formats

// shortText is the longest text, in bytes without blanks, that is taken for
// navigation because of its links.
const shortText = 400

// navigation reports whether the block at index i is a box of links: three
// or more that make up most of a short text, with nothing between them but
// marks and a few words. A sentence with links in it has a comma or a full
// stop outside of them.
func (w *htmlWalker) navigation(i int) bool {
	n := &w.tree.nodes[i]
	switch n.tag {
	case paragraphTag, divTag, listTag, cellTag, headerTag:
	default:
		return false
	}
	if n.links < 3 || n.letters > shortText || 2*n.linked < n.letters {
		return false
	}
	if n.tag == listTag {
		// Links into the page are its table of contents.
		return 10*n.linked >= 9*n.letters && (n.away == 0 || !w.inMain) && !w.introduced()
	}
	return !n.prose && w.onlyMarks(i) || n.tag == paragraphTag && w.onlyMarks(i)
}

// introduced reports whether the block above ends in a colon.
func (w *htmlWalker) introduced() bool {
	i := w.b.top().intro
	if i < 0 {
		return false
	}
	span := w.b.doc.Blocks[i].Span
	return w.b.text[span.End-1] == ':'
}

// onlyMarks reports whether the text outside of the links in element i has
// no punctuation of a sentence.
func (w *htmlWalker) onlyMarks(i int) bool {
	for k := i + 1; k < w.tree.nodes[i].next; {
		n := &w.tree.nodes[k]
		if n.tag == linkTag || n.hidden {
			k = n.next
			continue
		}
		if n.tag == textNode {
			for _, c := range w.place.data[n.start:n.end] {
				switch c {
				case ',', '.', ';', '!', '?':
					return false
				}
			}
		}
		k++
	}
	return true
}
