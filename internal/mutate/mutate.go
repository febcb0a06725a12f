// Package mutate plants inconsistencies: it finds places in a document where a
// slip of a given kind could be made, and says what to write there. Whoever
// then checks the changed copy learns which slips would be found in documents
// like these.
//
// It looks for the places by means of its own, far simpler than extraction: a
// place that only the extractor can find would be found again for certain. It
// knows documents and must not know facts, checks or rules; a kind is called
// after the rule that should find it.
package mutate

import (
	"slices"

	"github.com/concordlint/concord/internal/source"
)

// Slip is one change to one document.
type Slip struct {
	// Kind is the rule whose kind of slip it is.
	Kind string
	// Doc is the document's index in the set.
	Doc int
	// Span is the range of canonical text that is replaced; Old is what
	// stands there and New what it becomes.
	Span     source.Span
	Old, New string
	// Near is the block around it: what a finding may point at.
	Near source.Span
}

// planter finds the places for one kind of slip in a document.
type planter struct {
	kind string
	find func(d *source.Document, add func(block int, at source.Span, to string))
}

// planters lists all kinds in the order in which they are reported.
var planters = []planter{
	{"count-list", listCounts},
	{"count-inline", inlineCounts},
	{"count-log", timesCounts},
	{"sum", totals},
	{"percent", percents},
	{"conversion", conversions},
	{"weekday", weekdays},
	{"impossible-date", impossibleDates},
	{"range", ranges},
	{"date-order", dateOrders},
	{"duration", durations},
	{"office-conflict", offices},
	{"name-variant", names},
	{"garbled-name", garbled},
	{"value-conflict", values},
	{"quote-drift", quotations},
	{"duplicate", duplicates},
	{"xref", references},
	{"link-label", labels},
	{"own-number", ownNumbers},
	{"acronym", acronyms},
}

// Kinds lists the kinds of slip, in the order in which they are planted.
func Kinds() []string {
	out := make([]string, len(planters))
	for i, p := range planters {
		out[i] = p.kind
	}
	return out
}

// Plan finds up to most slips of each kind, spread evenly over all places where
// one could be made. The order is that of Kinds, then of documents and places.
func Plan(docs []*source.Document, most int) []Slip {
	var out []Slip
	for _, p := range planters {
		var all []Slip
		for i, d := range docs {
			if d == nil {
				continue
			}
			p.find(d, func(block int, at source.Span, to string) {
				if old := d.Text[at.Start:at.End]; old != to {
					all = append(all, Slip{p.kind, i, at, old, to, d.Blocks[block].Span})
				}
			})
		}
		out = append(out, spread(all, most)...)
	}
	return out
}

// spread picks n of all, evenly, the first among them.
func spread(all []Slip, n int) []Slip {
	if len(all) <= n {
		return all
	}
	out := make([]Slip, 0, n)
	for i := range n {
		out = append(out, all[i*len(all)/n])
	}
	return out
}

// Apply makes the slip in a copy of the document's file.
func (s Slip) Apply(d *source.Document, data []byte) []byte {
	at := d.FileSpan(s.Span)
	return slices.Concat(data[:at.Start], []byte(s.New), data[at.End:])
}

// prose calls fn with the blocks in which sentences stand.
func prose(d *source.Document, fn func(i int, text string, at int)) {
	for i, b := range d.Blocks {
		if b.Kind != source.Code && !b.Quoted {
			fn(i, d.TextOf(b), b.Span.Start)
		}
	}
}
