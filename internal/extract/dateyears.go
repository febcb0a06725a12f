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

// inferYears gives a date without a year those that it may have: that of its
// entry, those that the document's date and the headings allow, and those
// named around it. The last only excuse a weekday: if there is nothing else,
// the date is in doubt.
func (r *dateReader) inferYears(f *fact.Date) {
	d := &f.Date
	if d.From.Year != 0 || d.From.Month == 0 || len(d.Years) > 0 || d.Relative != calendar.NoRelYear {
		return
	}
	var years []int16
	add := func(more []int16, from string) {
		for _, y := range more {
			in := d.InYear(y)
			if slices.Contains(years, y) || d.Invalid == "" && !(calendar.Valid(in.From) && calendar.Valid(in.To)) {
				continue
			}
			years = append(years, y)
			if f.YearFrom == "" {
				f.YearFrom = from
			}
		}
	}
	if e := r.x.entries[r.block]; e != nil && e.HasDate && e.DateAt.Span.Contains(f.Span) {
		add(yearsOf(e.Date), "its list")
	}
	add(r.yearBeside(*d), "the date before it")
	add(r.yearsByDocument(*d))
	add(r.headingYears(), "the heading")
	known := len(years) > 0
	add(r.yearsAround(), "the text around it")
	switch len(years) {
	case 0:
		return
	case 1:
		*d = d.InYear(years[0])
		d.YearInferred = true
	default:
		d.Years = years
	}
	if !known {
		f.Doubt = fact.DoubtYear
	}
}

// yearBeside is the year of the date that stands shortly before, if it is
// stated: "from 5 January 2023 … until Monday, 6 February".
func (r *dateReader) yearBeside(d calendar.Date) []int16 {
	const near, halfYear = 16, 183 // tokens, days
	p := r.last
	if p == nil || p.Of != fact.Days || !p.Date.YearStated || p.Date.To.Month == 0 || p.Date.Ambiguous || p.Date.Invalid != "" || r.at-r.next > near {
		return nil
	}
	y := p.Date.To.Year
	for _, year := range []int16{y, y + 1, y - 1} {
		by := calendar.DayNumber(d.InYear(year).From) - calendar.DayNumber(p.Date.To)
		if by >= -halfYear && by <= halfYear {
			return []int16{year}
		}
	}
	return nil
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
	case 1, 2, 3:
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

// headingYears are the years named in the headings above the date.
func (r *dateReader) headingYears() (years []int16) {
	if r.block == source.None {
		return nil
	}
	heading := r.x.doc.Blocks[r.block].Heading
	if r.x.doc.Blocks[r.block].Kind == source.Heading {
		heading = r.block
	}
	for _, y := range r.x.headingYears(heading) {
		years = append(years, int16(y))
	}
	// Of a life's or a period's years the last is the likeliest.
	slices.SortFunc(years, func(a, b int16) int { return int(b) - int(a) })
	return years
}

// yearsAround are the years named in the date's block, and in the text of
// its section shortly before.
func (r *dateReader) yearsAround() (years []int16) {
	if r.block == source.None {
		return nil
	}
	x := r.x
	b := x.doc.Blocks[r.block]
	start := 0
	if b.Heading != source.None {
		start = x.doc.Blocks[b.Heading].Span.Start
	}
	start = max(start, b.Span.Start-yearReach)
	for i := sort.Search(len(x.yearAt), func(i int) bool { return x.yearAt[i].at >= start }); i < len(x.yearAt) && x.yearAt[i].at < b.Span.End; i++ {
		years = append(years, x.yearAt[i].year)
	}
	return years
}
