package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// yearAt is a year that the text names, with the place of its first digit.
type yearAt struct {
	at   int
	year int16
}

// yearReach is how far before a date a year is taken for one that it may
// belong to, in bytes.
const yearReach = 700

// inferYears gives a date without a year those that it may have: the ones
// named around it, that of its entry, those that the document's date allows.
func (r *dateReader) inferYears(f *fact.Date) {
	d := &f.Date
	if d.From.Year != 0 || d.From.Month == 0 || len(d.Years) > 0 || d.Relative != calendar.NoRelYear {
		return
	}
	years, from := r.yearsNear()
	if e := r.x.entries[r.block]; e != nil && e.HasDate && e.DateAt.Span.Contains(f.Span) {
		years, from = append(years, yearsOf(e.Date)...), append(from, "its list")
	}
	own, how := r.yearsByDocument(*d)
	if len(own) > 0 {
		years, from = append(years, own...), append(from, how)
	}
	set := years[:0]
	for _, y := range years {
		in := d.InYear(y)
		if !slices.Contains(set, y) && (d.Invalid != "" || calendar.Valid(in.From) && calendar.Valid(in.To)) {
			set = append(set, y)
		}
	}
	switch len(set) {
	case 0:
		return
	case 1:
		*d = d.InYear(set[0])
		d.YearInferred = true
	default:
		d.Years = slices.Clone(set)
	}
	f.YearFrom = from[0]
}

// yearsByDocument are the years that the document's own date allows, without
// regard to the weekday; or, where it has none, the folder in which it is
// kept. how tells which.
func (r *dateReader) yearsByDocument(d calendar.Date) (years []int16, how string) {
	d.Weekday, d.ToWeekday = 0, 0
	if r.x.date.Year != 0 {
		return yearsOf(calendar.InferYears([]calendar.Date{d}, r.x.date, nil)[0]), "the document's date"
	}
	y := folderYear(r.x.doc.File)
	if y == 0 {
		return nil, ""
	}
	years = []int16{y}
	switch d.From.Month { // what is kept in a year's folder may look beyond it
	case 1:
		years = append(years, y+1)
	case 12:
		years = append(years, y-1)
	}
	return years, "the folder's name"
}

// folderYear is the year that the innermost folder with such a name is
// called by, 0 for none.
func folderYear(file string) int16 {
	parts := strings.Split(file, "/")
	for i := len(parts) - 2; i >= 0; i-- {
		if p := parts[i]; len(p) == 4 && digitsOf(p) == p {
			if y := figures(p); y >= 1900 && y <= 2100 {
				return int16(y)
			}
		}
	}
	return 0
}

func yearsOf(d calendar.Date) []int16 {
	if d.From.Year != 0 {
		return []int16{d.From.Year}
	}
	return d.Years
}

// yearsNear are the years named in the headings above a date, in its block,
// and in the text of its section shortly before; from tells where.
func (r *dateReader) yearsNear() (years []int16, from []string) {
	x := r.x
	b := x.doc.Blocks[r.block]
	heading := b.Heading
	if b.Kind == source.Heading {
		heading = r.block
	}
	for _, y := range x.headingYears(heading) {
		years = append(years, int16(y))
	}
	if len(years) > 0 {
		from = append(from, "the heading")
	}
	start := b.Span.Start
	if b.Heading != source.None {
		start = x.doc.Blocks[b.Heading].Span.Start
	} else if len(x.doc.Blocks) > 0 {
		start = x.doc.Blocks[0].Span.Start
	}
	start = max(start, b.Span.Start-yearReach)
	n := len(years)
	for i := sort.Search(len(x.yearAt), func(i int) bool { return x.yearAt[i].at >= start }); i < len(x.yearAt) && x.yearAt[i].at < b.Span.End; i++ {
		years = append(years, x.yearAt[i].year)
	}
	if len(years) > n {
		from = append(from, "the text around it")
	}
	return years, from
}
