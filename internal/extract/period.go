package extract

import (
	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// period is the time that a heading, or one above it, says its list covers:
// "Contacts in May 2021", "January to March 2022". A single day is the date of
// something and covers nothing.
func (x *extractor) period(heading int) *fact.Period {
	const shortest = 5 // days
	for h := heading; h != source.None; h = x.doc.Blocks[h].Heading {
		toks := token.Append(nil, x.doc.Text, x.doc.Blocks[h].Span.Start, x.doc.Blocks[h].Span.End)
		for i := range toks {
			from, to, _, ok := calendar.ParsePeriod(toks, i)
			if ok && from.Year != 0 && from.Day != 0 && to.Day != 0 && calendar.DayNumber(to)-calendar.DayNumber(from) >= shortest {
				return &fact.Period{From: from, To: to}
			}
		}
	}
	return nil
}
