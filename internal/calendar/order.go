package calendar

import (
	"cmp"
	"slices"
)

// Inversion is an item that stands out of order, with the item that it
// contradicts, as indices into the list.
type Inversion struct{ Item, Against int }

// Order is the order in which a list of dates stands.
type Order struct {
	// Dir is +1 for ascending, -1 for descending, 0 where the list is in no
	// order, or too short or too even to tell.
	Dir int
	// Inversions are the items out of order, as they stand; empty for Dir 0.
	Inversions []Inversion
	// Compared is how many items could be compared.
	Compared int
}

// minSorted is how many items make a list whose order is worth checking.
const minSorted = 4

// Direction tells in which order a list of dates stands, and what stands out
// of it. Items are compared by where they begin: a range is in order after
// another that begins on the same day. Vague items ("May 2008") contradict
// only what lies wholly beyond them; ambiguous, backward and impossible dates
// are left out, and so are entries with only a clock among dated ones.
//
// Missing years are read so that the fewest items stand out, with the turn of
// the year where the months step back (or up, in descending lists). The items
// that stand out are those left over by a longest sorted subsequence; of two
// neighbours of which either might be wrong, the later one is named. A list
// counts as sorted if at most every fifth item stands out (one of four, if it
// only changed places with its neighbour); else nothing is said about it.
func Direction(dates []Date) Order {
	t := newTimeline(dates)
	o := Order{Compared: len(t.dates)}
	if len(t.dates) < 2 {
		return o
	}
	up := t.order(1)
	if up.left == 0 && up.rises > 0 && !t.tangled(up.years) {
		o.Dir = 1
		return o
	}
	down := t.order(-1)
	best, other := up, down
	if down.left < up.left {
		best, other = down, up
	}
	if best.left == other.left || best.rises == 0 || !best.sorted() || t.tangled(best.years) {
		return o
	}
	o.Dir = best.dir
	o.Inversions = t.inversions(best, true)
	return o
}

// ordered is a list read in one direction.
type ordered struct {
	dir, left, rises int
	slots            []slot
	chain            []int32
	years            []int16
}

func (t timeline) order(dir int) ordered {
	years, s, chain := t.bestReading(dir)
	return ordered{dir, len(s) - len(chain), rises(s, chain), s, chain, years}
}

// sorted reports whether so few items stand out that the list is meant to be
// in order. Short lists must come nearer to it, since among four or five
// items in no order at all most have a long sorted subsequence.
func (o ordered) sorted() bool {
	n := len(o.slots)
	switch {
	case o.left == 0:
		return true
	case n < minSorted || o.rises < 2:
		return false
	case n == 4:
		return o.left == 1 && invertedPairs(o.slots) == 1
	case n == 5:
		return o.left == 1 && invertedPairs(o.slots) <= 2
	}
	return o.left <= max(1, n/5)
}

// inversions lists what the chain leaves out, as indices of the caller. With
// regroup, runs of neighbours that stand out together but are in order among
// themselves are left alone, unless one year more or less puts them in place:
// they begin a new group of the list.
func (t timeline) inversions(o ordered, regroup bool) (inv []Inversion) {
	k := 0
	for i := 0; i < len(o.slots); {
		if k < len(o.chain) && int(o.chain[k]) == i {
			i, k = i+1, k+1
			continue
		}
		end := len(o.slots)
		if k < len(o.chain) {
			end = int(o.chain[k])
		}
		if !regroup || end-i < 2 || !o.runsOn(i, end) || t.stated > 0 && o.yearOff(i, end, k) {
			for j := i; j < end; j++ {
				inv = append(inv, Inversion{t.index[j], t.index[against(o.slots, o.chain, int32(j))]})
			}
		}
		i = end
	}
	return inv
}

// tangled reports whether the years that were read into the list are too many
// for its length: with a turn of the year at every step anything is in order.
func (t timeline) tangled(years []int16) bool {
	if t.stated > 0 || len(years) == 0 {
		return false
	}
	return int(slices.Max(years)-slices.Min(years))+1 > max(2, len(years)/3)
}

// runsOn reports whether items i to end-1 are in order among themselves.
func (o ordered) runsOn(i, end int) bool {
	for j := i + 1; j < end; j++ {
		if o.slots[j].hi < o.slots[j-1].lo {
			return false
		}
	}
	return true
}

// yearOff reports whether items i to end-1 would stand close behind the chain
// member before k and before member k, were they a year earlier or later: the
// slip of every January.
func (o ordered) yearOff(i, end, k int) bool {
	const year, near = 366 * 1440, 120 * 1440
	fits := func(by int64) bool {
		gap := o.slots[i].lo + by - o.slots[o.chain[k-1]].hi
		return gap >= 0 && gap <= near && (k == len(o.chain) || o.slots[end-1].lo+by <= o.slots[o.chain[k]].hi)
	}
	return k > 0 && (fits(year) || fits(-year))
}

// VersionDirection is Direction for a list in which items have versions; the
// zero Version marks those without. Where the list is sorted by version,
// dates are compared only within one series and among the releases that open
// a series: a maintenance release under a newer series is no slip, one that
// is older than its own predecessor is. A list in which versions interleave
// stands by date, and all are compared; if it is in no order by date either
// (two lists in one), the releases of each series are put in order by
// version first. Dir is that of the versions then, 0 in the last case.
func VersionDirection(dates []Date, versions []Version) Order {
	o := Direction(dates)
	dir, n := versionOrder(dates, versions)
	if n < 3 || 2*n < len(dates) || dir == 0 && o.Dir != 0 {
		return o
	}
	v := Order{Dir: dir, Compared: o.Compared}
	groups := seriesOf(dates, versions)
	left := 0
	for _, g := range groups {
		by := dir
		if dir == 0 {
			by = 1
			slices.SortStableFunc(g, func(a, b int) int { return versions[a].Compare(versions[b]) })
		}
		inv, ok := groupOrder(dates, g, by)
		if !ok {
			left++
			continue
		}
		v.Inversions = append(v.Inversions, inv...)
	}
	if left > 0 && 2*left >= len(groups) || 4*len(v.Inversions) > n && len(v.Inversions) > 1 || dir == 0 && twice(dates, versions) {
		return Order{Compared: o.Compared}
	}
	slices.SortStableFunc(v.Inversions, func(a, b Inversion) int { return cmp.Compare(a.Item, b.Item) })
	v.Inversions = slices.CompactFunc(v.Inversions, func(a, b Inversion) bool { return a.Item == b.Item })
	return v
}

// twice reports whether one version stands in the list twice: planned and
// released, say.
func twice(dates []Date, versions []Version) bool {
	seen := make([]Version, 0, len(versions))
	for i, v := range versions {
		if !v.IsZero() && i < len(dates) {
			seen = append(seen, v)
		}
	}
	slices.SortFunc(seen, Version.Compare)
	for i := 1; i < len(seen); i++ {
		if seen[i].Compare(seen[i-1]) == 0 {
			return true
		}
	}
	return false
}

// versionOrder tells whether the versions run up (+1) or down (-1), and how
// many of them there are; 0 where they do neither.
func versionOrder(dates []Date, versions []Version) (dir, n int) {
	var last Version
	up, down := true, true
	for i, v := range versions {
		if v.IsZero() || i >= len(dates) {
			continue
		}
		if n > 0 {
			c := last.Compare(v)
			up, down = up && c <= 0, down && c >= 0
		}
		last = v
		n++
	}
	switch {
	case up == down:
		return 0, n
	case up:
		return 1, n
	}
	return -1, n
}

// seriesOf groups the items that must be in order by date, in the order of
// their first item: each series, and the releases that open one.
func seriesOf(dates []Date, versions []Version) [][]int {
	var groups [][]int
	var opening []int
	at := map[string]int{}
	for i, v := range versions {
		if v.IsZero() || i >= len(dates) {
			continue
		}
		if v.Initial() {
			opening = append(opening, i)
		}
		g, ok := at[v.Series()]
		if !ok {
			g = len(groups)
			at[v.Series()] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], i)
	}
	kept := groups[:0]
	for _, g := range append(groups, opening) {
		if len(g) > 1 {
			kept = append(kept, g)
		}
	}
	return kept
}

// groupOrder finds what stands out of order dir within one group. ok is false
// where so much does that the group is in no such order.
func groupOrder(dates []Date, group []int, dir int) (inv []Inversion, ok bool) {
	part := make([]Date, len(group))
	for k, i := range group {
		part[k] = dates[i]
	}
	t := newTimeline(part)
	if len(t.dates) < 2 {
		return nil, true
	}
	o := t.order(dir)
	if o.left > max(1, len(o.slots)/5) {
		return nil, false
	}
	for _, x := range t.inversions(o, false) {
		inv = append(inv, Inversion{group[x.Item], group[x.Against]})
	}
	return inv, true
}
