package formats

import (
	"slices"
	"strings"
)

// dropRepeated takes out of all pages what stands at the top or bottom of most
// of them but for its digits: running heads and page numbers.
func dropRepeated(pages [][]pdfLine) {
	seen := map[string]int{}
	for _, lines := range pages {
		for _, i := range edges(lines) {
			seen[edgeKey(&lines[i])]++
		}
	}
	for p, lines := range pages {
		drop := printed(lines)
		for _, i := range edges(lines) {
			n := seen[edgeKey(&lines[i])]
			if n >= 2 && 2*n >= len(pages) && setApart(lines, i) || pageNumber(lines[i].text) && len(lines) > 1 {
				drop[i] = true
			}
		}
		if len(drop) == 0 {
			continue
		}
		var kept []pdfLine
		for i := range lines {
			if !drop[i] {
				kept = append(kept, lines[i])
			}
		}
		pages[p] = kept
	}
}

// setApart reports whether a line at a page's edge does not run on with the
// text: it has another size, or no line of its size stands close to it but at
// most one, as in a foot of two lines.
func setApart(lines []pdfLine, i int) bool {
	l, near := &lines[i], 0
	for k := max(i-3, 0); k < min(i+4, len(lines)); k++ {
		gap := l.below(&lines[k])
		if k != i && lines[k].size == l.size && max(gap, -gap) < 3.2*l.size {
			near++
		}
	}
	return near < 2
}

// printed are the lines that a browser puts around the page that it prints: the
// last one ends in "1/3".
func printed(lines []pdfLine) map[int]bool {
	drop := map[int]bool{}
	size := 0.0
	at := edges(lines)
	if len(at) == 0 {
		return drop
	}
	last := &lines[at[len(at)-1]]
	word := last.cells[len(last.cells)-1].text
	if page, of, found := strings.Cut(word, "/"); found && len(last.cells) > 1 && pageNumber(page) && pageNumber(of) {
		size = last.size
	}
	for _, i := range at {
		if size > 0 && lines[i].size == size && (i == at[0] || i == at[len(at)-1]) {
			drop[i] = true
		}
	}
	return drop
}

// edges are the two highest and two lowest lines of a page.
func edges(lines []pdfLine) []int {
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case lines[a].bottom > lines[b].bottom:
			return -1
		case lines[a].bottom < lines[b].bottom:
			return 1
		}
		return 0
	})
	if len(order) > 4 {
		order = slices.Concat(order[:2], order[len(order)-2:])
	}
	return order
}

// edgeKey is a line's text with each number as one sign, and its height.
func edgeKey(l *pdfLine) string {
	var s strings.Builder
	digit := false
	for _, r := range l.text {
		if r >= '0' && r <= '9' {
			if !digit {
				s.WriteByte('#')
			}
			digit = true
			continue
		}
		digit = false
		s.WriteRune(r)
	}
	// Heights to 8 points: what is centred in a line may move a little.
	return s.String() + "\x00" + string(rune('A'+min(max(int(l.bottom/8), 0), 1000)))
}

// pageNumber reports whether a line at the edge of a page is its number.
func pageNumber(text string) bool {
	words := strings.Fields(strings.ToLower(strings.Trim(text, "-–—| ")))
	if len(words) > 0 && words[0] == "page" {
		words = words[1:]
	}
	if len(words) == 3 && (words[1] == "of" || words[1] == "/") {
		words = words[:1]
	}
	return len(words) == 1 && len(words[0]) <= 4 && strings.Trim(words[0], "0123456789") == ""
}
