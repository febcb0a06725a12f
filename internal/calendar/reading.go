package calendar

import "math"

// timeline is a list of dated items that can be compared, with the years that
// the text leaves out still open.
type timeline struct {
	dates []Date
	index []int // where each stands in the caller's list
	// clocks tells that clocks take part in the order; clockOnly that there
	// is nothing else.
	clocks, clockOnly bool
	stated            int // how many have their year in the text
}

// newTimeline picks the items that can be compared. Years that were inferred
// are left out again: the list as a whole is the better witness.
func newTimeline(dates []Date) timeline {
	var t timeline
	t.clockOnly = true
	vague := 0
	for _, d := range dates {
		if d.comparable() && d.Precision != ByClock {
			t.clockOnly = false
			if d.Precision > ByDay {
				vague++
			}
		}
	}
	loose, afternoon, clocks := false, false, false
	for i, d := range dates {
		if !d.comparable() || (d.Precision == ByClock) != t.clockOnly || d.Precision > ByDay && len(dates) > maxVague && vague < len(dates) {
			continue
		}
		if !d.YearStated && d.From.Month != 0 {
			d.From.Year, d.To.Year = 0, 0
		}
		if d.From.Year != 0 {
			t.stated++
		}
		if d.Clock >= 0 {
			clocks = true
			loose = loose || d.ClockLoose
			afternoon = afternoon || d.Clock >= 13*60
		}
		t.dates, t.index = append(t.dates, d), append(t.index, i)
	}
	t.clocks = clocks && (!loose || afternoon)
	if t.clockOnly && !t.clocks {
		return timeline{}
	}
	return t
}

// comparable reports whether the date has one place in an order.
func (d Date) comparable() bool {
	if d.Invalid != "" || d.Backwards || d.Ambiguous || d.Relative != NoRelYear {
		return false
	}
	return d.From.Month != 0 || d.From.Year != 0 || d.Precision == ByClock && d.Clock >= 0
}

// slots places the items in time, each in its given year. dir is the
// direction in which they are to be compared.
func (t timeline) slots(years []int16, dir int) []slot {
	s := make([]slot, len(t.dates))
	for i, d := range t.dates {
		s[i] = t.slot(d, years[i])
	}
	if dir < 0 {
		return mirror(s)
	}
	return s
}

func (t timeline) slot(d Date, year int16) slot {
	if t.clockOnly {
		return slot{int64(d.Clock), int64(d.Clock)}
	}
	if d.From.Year == 0 {
		d = d.InYear(year)
		// February 29 in a year that has none: the reading is rough anyway.
		d.From.Day = min(d.From.Day, MonthLen(d.From.Year, d.From.Month))
	}
	if d.Precision == ByDay && !d.Circa {
		lo := int64(DayNumber(d.From)) * 1440
		switch {
		case !t.clocks:
			return slot{lo, lo}
		case d.Clock >= 0:
			return slot{lo + int64(d.Clock), lo + int64(d.Clock)}
		}
		return slot{lo, lo + 1439}
	}
	first, last, _ := d.Bounds()
	return slot{int64(DayNumber(first)) * 1440, int64(DayNumber(last))*1440 + 1439}
}

// baseYear stands for the first year of a list that states none; a leap year,
// so that February 29 has its place.
const baseYear = 2000

// maxTurns bounds how many places for the turn of the year are tried.
const maxTurns = 8

// yearReadings are the ways to fill in the years of the list, if it runs in
// direction dir: each year such that the date lies nearest to the one before;
// one turn of the year at each place that looks like one; all of them; and no
// turn at all. The first of equally good ones is taken.
func (t timeline) yearReadings(dir int) [][]int16 {
	n := len(t.dates)
	if t.stated == n || t.clockOnly {
		years := make([]int16, n)
		for i, d := range t.dates {
			years[i] = d.From.Year
		}
		return [][]int16{years}
	}
	all := [][]int16{t.outward(t.nearest)}
	if t.stated > 0 {
		turned := t.outward(func(d, prev Date, step int) int16 { return turnYear(d, prev, step, dir) })
		if t.plausible(turned) {
			all = append(all, turned)
		}
		return append(all, t.outward(func(_, prev Date, _ int) int16 { return prev.From.Year }))
	}
	turns := t.turns(dir)
	if len(turns) <= maxTurns {
		for _, at := range turns {
			all = append(all, t.stepped([]int{at}, dir))
		}
	}
	if len(turns) > 1 {
		if y := t.stepped(turns, dir); t.plausible(y) {
			all = append(all, y)
		}
	}
	return append(all, t.stepped(nil, dir))
}

// turns are the items before which the year may turn.
func (t timeline) turns(dir int) (at []int) {
	for i := 1; i < len(t.dates); i++ {
		a, b := t.dates[i-1].From.Month, t.dates[i].From.Month
		if dir > 0 && isTurn(a, b) || dir < 0 && isTurn(b, a) {
			at = append(at, i)
		}
	}
	return at
}

// isTurn reports whether going from month a to month b looks like the turn
// of the year: a big step back, or from autumn to spring.
func isTurn(a, b int8) bool { return b > 0 && (a-b >= 6 || a >= 9 && b <= 4) }

// stepped gives all items up to the first turn the base year, and one more
// (or less) from each turn on.
func (t timeline) stepped(turns []int, dir int) []int16 {
	years := make([]int16, len(t.dates))
	y := int16(baseYear)
	for i := range years {
		if len(turns) > 0 && turns[0] == i {
			y += int16(dir)
			turns = turns[1:]
		}
		years[i] = y
	}
	return years
}

// outward fills in the years from the first item with a stated one backward
// and forward; next gives the year of d from its neighbour, which stands
// before it for step 1 and behind it for step -1.
func (t timeline) outward(next func(d, neighbour Date, step int) int16) []int16 {
	years := make([]int16, len(t.dates))
	first := 0
	for i, d := range t.dates {
		if d.From.Year != 0 {
			first = i
			break
		}
	}
	fill := func(i, from int) {
		d, prev := t.dates[i], t.dates[from].InYear(years[from])
		years[i] = d.From.Year
		if d.From.Year == 0 {
			years[i] = next(d, prev, i-from)
		}
	}
	years[first] = t.dates[first].From.Year
	if years[first] == 0 {
		years[first] = baseYear
	}
	for i := first - 1; i >= 0; i-- {
		fill(i, i+1)
	}
	for i := first + 1; i < len(years); i++ {
		fill(i, i-1)
	}
	return years
}

// nearest is the year that brings d nearest to its neighbour.
func (t timeline) nearest(d, neighbour Date, _ int) int16 {
	return nearestYear(d.From, DayNumber(neighbour.From), neighbour.From.Year)
}

// nearestYear is the year around about that brings day nearest to the day
// with number at.
func nearestYear(day Day, at int, about int16) int16 {
	best, dist := about, math.MaxInt
	for y := about - 1; y <= about+1; y++ {
		day.Year = y
		if d := abs(DayNumber(day) - at); d < dist {
			best, dist = y, d
		}
	}
	return best
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// turnYear is the year of d beside its neighbour in a list that runs in
// direction dir, with a turn of the year where the months look like one.
func turnYear(d, neighbour Date, step, dir int) int16 {
	a, b, y := neighbour.From.Month, d.From.Month, neighbour.From.Year
	switch {
	case step*dir > 0 && isTurn(a, b):
		return y + 1
	case step*dir < 0 && isTurn(b, a):
		return y - 1
	}
	return y
}

// plausible reports whether no two neighbours are most of a year apart: a
// list that turns the year twice between two such items has one of them out
// of place.
func (t timeline) plausible(years []int16) bool {
	for i := 1; i < len(years); i++ {
		if t.dates[i].From.Year != 0 && t.dates[i-1].From.Year != 0 {
			continue
		}
		a, b := t.dates[i-1].InYear(years[i-1]), t.dates[i].InYear(years[i])
		if abs(DayNumber(a.From)-DayNumber(b.From)) > 300 {
			return false
		}
	}
	return true
}

// bestReading is the reading of the years under which the list, in direction
// dir, needs the fewest items taken out to be sorted.
func (t timeline) bestReading(dir int) (years []int16, s []slot, chain []int32) {
	for _, y := range t.yearReadings(dir) {
		s1 := t.slots(y, dir)
		c := longestChain(s1)
		if years == nil || len(c) > len(chain) {
			years, s, chain = y, s1, c
		}
		if len(chain) == len(s) {
			break
		}
	}
	return years, s, chain
}
