package extract

import (
	"github.com/concordlint/concord/internal/source"
)

// headingEntries reads rows of dated headings ("## [3.2.0] - 2024-05-21") as
// entries: headings of one level under one parent are one list.
func (x *extractor) headingEntries() [][]draft {
	type row struct{ parent, level int }
	at := map[row]int{}
	var out [][]draft
	for i, b := range x.doc.Blocks {
		if b.Kind != source.Heading || !x.marks[i].has(markNumber) {
			continue
		}
		d, ok := x.readEntry(i, x.tokens(b.Span))
		if !ok || !d.fact.HasDate {
			continue
		}
		d.fact.Contacts = nil
		k := row{b.Heading, b.Level}
		j, seen := at[k]
		if !seen {
			j = len(out)
			at[k] = j
			out = append(out, nil)
		}
		d.fact.Item = len(out[j])
		out[j] = append(out[j], d)
	}
	return out
}
