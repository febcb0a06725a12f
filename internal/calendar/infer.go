package calendar

import (
	"math"
	"slices"
)

// How far from the document's own date, in days, an unstated year is still
// taken for granted: a document tells of the last months as a matter of
// course, and announces the next weeks. Between these both readings stay.
const (
	pastDays   = 120
	comingDays = 45
)

// InferYears gives the dates of one list, or of one run of text, the years
// that they leave out. It returns a copy, in which each date without a year
// has either From.Year and YearInferred set, or Years with all that remain
// possible, or neither where nothing is known.
//
// A year comes, in this order, from the stated years of neighbours in the
// list with the turn of the year between them; from the years in the heading
// above ("2021-22"), ascending; and from the document's own date, of which
// the month or the day may be 0: the latest such day before it, or the next
// one if that is only weeks away. A list of at least four in order (see
// Direction) is placed as one; else each date by itself, and where its
// neighbours and the document's date speak for different years, all stay.
// Weekdays as written choose between readings that are otherwise possible.
func InferYears(dates []Date, docDate Day, headingYears []int) []Date {
	out := append([]Date(nil), dates...)
	open, stated := 0, 0
	for i, d := range out {
		switch {
		case d.Relative != NoRelYear:
			if y := docDate.Year + int16(d.Relative) - int16(ThisYear); docDate.Year != 0 && d.From.Year == 0 && d.fitsYear(y) {
				out[i] = d.InYear(y)
				out[i].YearInferred = true
			}
		case d.lacksYear():
			open++
		case d.YearStated && d.From.Month != 0:
			stated++
		}
	}
	if open == 0 {
		return out
	}
	t := newTimeline(out)
	years, dir, sure := t.settled()
	switch {
	case stated > 0 && sure && len(t.dates) >= minSorted:
		t.assign(out, years, 0)
	case stated > 0:
		inferByNeighbours(out, docDate)
	case dir != 0 && len(t.dates) >= minSorted:
		t.place(out, years, docDate, headingYears)
	}
	for i := range out {
		if out[i].lacksYear() && len(out[i].Years) == 0 {
			inferOne(&out[i], docDate, headingYears)
		}
	}
	return out
}

// lacksYear reports whether the year is to be found from what stands around.
func (d Date) lacksYear() bool {
	return d.From.Year == 0 && d.From.Month != 0 && d.Relative == NoRelYear
}

// fitsYear reports whether the date exists in the year: February 29 does not
// in most. Dates that never exist fit any.
func (d Date) fitsYear(year int16) bool {
	x := d.InYear(year)
	return d.Invalid != "" || Valid(x.From) && Valid(x.To)
}

// settled is the reading of the years under which the list is in order, and
// its direction; sure is false where it is in none.
func (t timeline) settled() (years []int16, dir int, sure bool) {
	if len(t.dates) == 0 || t.clockOnly {
		return nil, 0, false
	}
	up, down := t.order(1), t.order(-1)
	best := up
	if down.left < up.left {
		best = down
	}
	if !best.sorted() || t.tangled(best.years) {
		return nil, 0, false
	}
	if up.left == down.left && !sameYears(up.years, down.years) {
		return nil, 0, false
	}
	return best.years, best.dir, true
}

func sameYears(a, b []int16) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// assign writes years, moved by shift, into the dates that lack one.
func (t timeline) assign(out []Date, years []int16, shift int16) {
	for k, i := range t.index {
		if out[i].lacksYear() && out[i].fitsYear(years[k]+shift) {
			out[i] = out[i].InYear(years[k] + shift)
			out[i].YearInferred = true
		}
	}
}

// place finds the year in which a list begins that states none.
func (t timeline) place(out []Date, years []int16, docDate Day, heading []int) {
	shifts := t.headingShifts(years, heading)
	if len(shifts) != 1 && docDate.Year != 0 {
		shifts = t.docShifts(years, docDate, shifts)
	}
	if len(shifts) > 1 {
		shifts = t.weekdayShifts(years, shifts)
	}
	if len(shifts) == 1 {
		t.assign(out, years, shifts[0])
		return
	}
	for k, i := range t.index {
		if !out[i].lacksYear() {
			continue
		}
		var ys []int16
		for _, s := range shifts {
			ys = append(ys, years[k]+s)
		}
		out[i].Years = ys
	}
}

// headingShifts are the shifts under which most of the list lies in the years
// that its heading names.
func (t timeline) headingShifts(years []int16, heading []int) (shifts []int16) {
	if len(heading) == 0 {
		return nil
	}
	lo, hi := heading[0], heading[0]
	for _, y := range heading {
		lo, hi = min(lo, y), max(hi, y)
	}
	most := 0
	for first := lo - 1; first <= hi+1; first++ {
		shift, n := int16(first)-years[0], 0
		for _, y := range years {
			if y+shift >= int16(lo) && y+shift <= int16(hi) {
				n++
			}
		}
		switch {
		case n > most:
			shifts, most = append(shifts[:0], shift), n
		case n == most && n > 0:
			shifts = append(shifts, shift)
		}
	}
	return shifts
}

// docShifts chooses among shifts (all, where none are given) by the
// document's date: likeliest first, one alone where it is clear.
func (t timeline) docShifts(years []int16, docDate Day, among []int16) []int16 {
	lo, hi := math.MaxInt, math.MinInt
	for k, d := range t.dates {
		d = d.InYear(years[k])
		lo, hi = min(lo, DayNumber(d.From)), max(hi, DayNumber(d.To))
	}
	if len(among) == 0 {
		for s := int16(-2); s <= 2; s++ {
			among = append(among, docDate.Year-baseYear+s)
		}
	}
	return nearDoc(docDate, among, func(s int16) (int, int) {
		return moveYears(lo, s), moveYears(hi, s)
	})
}

// moveYears moves a day's number by a number of years.
func moveYears(n int, years int16) int {
	d := FromDayNumber(n)
	d.Year += years
	return DayNumber(d)
}

// nearDoc chooses among candidates, each of which spans from lo to hi, by
// their distance from the document's date: one that holds it; one that ends
// at most pastDays before it; one that begins at most comingDays after it.
// Where that leaves two, or none, the last before it and the first after it
// are returned, in the order of their distance.
func nearDoc(docDate Day, among []int16, spanOf func(int16) (lo, hi int)) []int16 {
	first, last := docSpan(docDate)
	var past, next int16
	pastDist, nextDist := math.MaxInt, math.MaxInt
	var holding []int16
	for _, c := range among {
		lo, hi := spanOf(c)
		switch {
		case hi < first:
			if first-hi < pastDist {
				past, pastDist = c, first-hi
			}
		case lo > last:
			if lo-last < nextDist {
				next, nextDist = c, lo-last
			}
		default:
			holding = append(holding, c)
		}
	}
	switch {
	case len(holding) > 0:
		return holding
	case nextDist == math.MaxInt && pastDist == math.MaxInt:
		return nil
	case nextDist == math.MaxInt:
		return []int16{past}
	case pastDist == math.MaxInt:
		return []int16{next}
	case pastDist <= pastDays && nextDist > comingDays:
		return []int16{past}
	case nextDist <= comingDays && pastDist > pastDays:
		return []int16{next}
	case pastDist <= nextDist:
		return []int16{past, next}
	}
	return []int16{next, past}
}

// docSpan are the numbers of the first and last day that the document's date
// can mean.
func docSpan(d Day) (first, last int) {
	f, l := partBounds(d, NoPart)
	return DayNumber(f), DayNumber(l)
}

// weekdayShifts keeps the one shift that the weekdays as written speak for:
// most of them fit it, and few fit any other. Else all are kept.
func (t timeline) weekdayShifts(years, shifts []int16) []int16 {
	var best, second, total int
	var winner int16
	for k, s := range shifts {
		fits := 0
		total = 0
		for i, d := range t.dates {
			ok, known := d.InYear(years[i] + s).WeekdayFits()
			if known {
				total++
			}
			if ok {
				fits++
			}
		}
		if k == 0 || fits > best {
			best, second, winner = fits, best, s
		} else {
			second = max(second, fits)
		}
	}
	if best > 0 && 2*best > total && 2*second < best {
		return []int16{winner}
	}
	return shifts
}

// inferByNeighbours gives each date the year that the stated dates before and
// behind it and the document's date agree on, else all of theirs as
// candidates.
func inferByNeighbours(out []Date, docDate Day) {
	before := make([]int16, len(out))
	var prev Date
	for i, d := range out {
		if d.lacksYear() && prev.From.Year != 0 {
			before[i] = nearestYear(d.From, DayNumber(prev.From), prev.From.Year)
		}
		if d.anchors() {
			prev = d
		}
	}
	prev = Date{}
	for i := len(out) - 1; i >= 0; i-- {
		d := out[i]
		if d.anchors() {
			prev = d
		}
		if !d.lacksYear() {
			continue
		}
		years := []int16{before[i]}
		if prev.From.Year != 0 {
			years = append(years, nearestYear(d.From, DayNumber(prev.From), prev.From.Year))
		}
		if docDate.Year != 0 {
			years = append(years, d.nearDoc(docDate, nil)...)
		}
		out[i].settle(years...)
	}
}

// anchors reports whether the date can lend its year to its neighbours.
func (d Date) anchors() bool { return d.YearStated && d.From.Month != 0 && d.Invalid == "" }

// nearDoc chooses the date's year among the given ones, or those around the
// document's, by the document's date.
func (d Date) nearDoc(docDate Day, among []int16) []int16 {
	if len(among) == 0 {
		among = []int16{docDate.Year - 1, docDate.Year, docDate.Year + 1}
	}
	return nearDoc(docDate, among, func(y int16) (int, int) {
		x := d.InYear(y)
		first, _ := partBounds(x.From, x.Part)
		_, last := partBounds(x.To, x.ToPart)
		return DayNumber(first), DayNumber(last)
	})
}

// settle sets the year where both readings agree, or one of them alone fits
// the weekday; else it keeps both. Years of 0 say nothing.
func (d *Date) settle(years ...int16) {
	var cand []int16
	for _, y := range years {
		if y != 0 && !slices.Contains(cand, y) && d.fitsYear(y) {
			cand = append(cand, y)
		}
	}
	if len(cand) > 1 {
		var fit []int16
		for _, y := range cand {
			if ok, _ := d.InYear(y).WeekdayFits(); ok {
				fit = append(fit, y)
			}
		}
		if len(fit) == 1 {
			cand = fit
		}
	}
	switch len(cand) {
	case 0:
	case 1:
		*d = d.InYear(cand[0])
		d.YearInferred = true
	default:
		d.Years = cand
	}
}

// inferOne gives a date by itself its year, by the heading's years and the
// document's date. Where the weekday speaks against the likeliest year and
// for one beside it, both stay: the text may tell of another year.
func inferOne(d *Date, docDate Day, heading []int) {
	var among []int16
	for _, y := range heading {
		among = append(among, int16(y))
	}
	if docDate.Year != 0 && len(among) != 1 {
		among = d.nearDoc(docDate, among)
	}
	if len(among) == 1 && len(heading) == 0 {
		if fits, known := d.InYear(among[0]).WeekdayFits(); known && !fits {
			for _, y := range []int16{docDate.Year - 1, docDate.Year + 1, docDate.Year} {
				if ok, _ := d.InYear(y).WeekdayFits(); ok {
					d.Years = []int16{among[0], y}
					return
				}
			}
		}
	}
	d.settle(among...)
}
