package extract

import (
	"fmt"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
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
	if ok {
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

// timeOf is the time that the text gives a mention: the date of the entry in
// which it stands, or a date or year in its sentence. past tells that the
// sentence speaks of another time than the document's own.
func (x *extractor) timeOf(block int, at source.Span) (from, to string, past bool) {
	if e := x.entries[block]; e != nil && e.HasDate {
		if first, last, ok := e.Date.Bounds(); ok {
			return first.String(), last.String(), false
		}
		return "", "", false
	}
	s := x.sentenceAt(block, at)
	toks := upTo(token.Append(nil, x.doc.Text, s.Start, s.End), at.End)
	for i := range toks {
		if d, _, ok := calendar.Parse(toks, i); ok {
			if first, last, ok := d.Bounds(); ok {
				return first.String(), last.String(), x.olderYear(int(last.Year))
			}
		}
		if y := yearOf(toks[i]); y != 0 && int(x.date.Year) != y {
			return fmt.Sprintf("%04d-01-01", y), fmt.Sprintf("%04d-12-31", y), x.olderYear(y)
		}
		past = past || pastWord(toks[i].Lower)
	}
	return "", "", past
}

// upTo leaves out what a sentence says well behind a mention, or in a clause
// of its own about the person: "…, who learnt to row in 1971".
func upTo(toks []token.Token, end int) []token.Token {
	const reach = 8 // tokens behind a mention that may still date it
	for i, t := range toks {
		if t.Start < end {
			continue
		}
		for j := i; j < len(toks); j++ {
			if w := toks[j].Lower; j-i >= reach || w == "who" || w == "whose" || w == "which" {
				return toks[:j]
			}
		}
		break
	}
	return toks
}

func (x *extractor) olderYear(y int) bool { return x.date.Year != 0 && y < int(x.date.Year) }

// pastWord lists words that move a sentence to another time.
func pastWord(w string) bool {
	switch w {
	case "then", "formerly", "previously", "once", "ago", "earlier", "until", "predecessor", "successor", "succeeded", "replaced", "resigned", "outgoing", "elected", "appointed", "inaugurated", "became", "become":
		return true
	}
	return false
}
