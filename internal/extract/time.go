package extract

import (
	"fmt"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// headBlocks is how many blocks at the top are looked through for the
// document's own date.
const headBlocks = 12

// longestHead is the length in bytes beyond which a block at the top is no
// title and no date line.
const longestHead = 500

// dateDocument finds the document's own date and title.
func (x *extractor) dateDocument(o Options) {
	var heads []string
	title := x.doc.Meta["title"]
	for i, b := range x.doc.Blocks {
		if i == headBlocks {
			break
		}
		if title == "" && b.Kind == source.Heading && b.Span.Len() <= longestHead {
			title = surface(x.doc.TextOf(b))
		}
		if b.Span.Len() <= longestHead {
			heads = append(heads, x.doc.TextOf(b))
		}
	}
	day, _, ok := calendar.DocumentDate(x.doc.Meta, heads, x.doc.File)
	if ok && !o.Sure {
		x.date = day
	}
	d := &fact.Document{Title: surface(title)}
	d.Doc = x.n
	if !x.date.IsZero() {
		d.Date = x.date.String()
	} else if o.Date != "" {
		d.Date = o.Date
		x.date = parseDay(o.Date)
	}
	x.facts = append(x.facts, d)
}

// parseDay reads YYYY-MM-DD as options give it; the zero Day otherwise.
func parseDay(s string) calendar.Day {
	var y, m, d int
	if n, err := fmt.Sscanf(s, "%4d-%2d-%2d", &y, &m, &d); err != nil || n != 3 {
		return calendar.Day{}
	}
	return calendar.Day{Year: int16(y), Month: int8(m), Day: int8(d)}
}

func (x *extractor) olderYear(y int) bool { return x.date.Year != 0 && y < int(x.date.Year) }
