package anchor

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xrash/smetrics"
)

// Index answers which of a document's places a name leads to.
type Index struct {
	names    map[string]bool  // as they are written
	folded   map[string]bool  // names in lower case
	numbered map[string]bool  // names that end in a number, without it
	readings map[string]place // by letters and figures in lower case; nil before widen
	slugs    map[string]place // by GitHub's names
	headings []string
	given    []string
	pictured []place // headings with pictures, by their letters in lower case
	// left is how many comparisons of whole names may still be made.
	left int
}

// maxPictured bounds the headings with pictures that every name is compared with.
const maxPictured = 200

// place is what is known of a reading: the first heading that has it, how
// many have it, and its own case.
type place struct {
	heading, times int
	cased          string
}

// maxNearness bounds how many names are compared letter by letter for one
// index: what is wrong thousandfold is named without a suggestion.
const maxNearness = 20_000

// NewIndex makes an index of the names that a document gives and of its
// headings.
func NewIndex(names, headings []string) *Index {
	x := &Index{names: make(map[string]bool, len(names)), slugs: make(map[string]place, len(headings)), headings: headings, given: names, left: maxNearness}
	for _, n := range names {
		x.names[n] = true
	}
	for i, h := range headings {
		slug := Slug(h)
		p, seen := x.slugs[slug]
		if !seen {
			p = place{heading: i}
		}
		p.times++
		x.slugs[slug] = p
	}
	return x
}

// widen prepares the look-up of names that are not GitHub's, which few are.
func (x *Index) widen() {
	if x.readings != nil {
		return
	}
	x.folded, x.numbered, x.readings = map[string]bool{}, map[string]bool{}, map[string]place{}
	for _, n := range x.given {
		x.folded[strings.ToLower(n)] = true
		if run := unnumbered(n); run != n {
			x.numbered[run] = true
		}
	}
	for i, h := range x.headings {
		if low := strings.ToLower(plain(h)); low != "" && pictured(h) && len(x.pictured) < maxPictured {
			x.pictured = append(x.pictured, place{heading: i, cased: low})
		}
		for _, r := range readings(h) {
			low := strings.ToLower(r)
			p, seen := x.readings[low]
			if !seen {
				p = place{heading: i, cased: r}
			}
			p.times++
			x.readings[low] = p
		}
	}
}

// Answer is what a name leads to.
type Answer uint8

// The answers.
const (
	Nowhere Answer = iota
	Somewhere
	// OtherCase: only with other capitals.
	OtherCase
)

// Find looks a name up. heading is the index of the heading that it leads to,
// -1 for a place with a name of its own.
func (x *Index) Find(name string) (a Answer, heading int) {
	name = strings.TrimPrefix(name, "user-content-")
	if x.names[name] {
		return Somewhere, -1
	}
	if p, ok := x.slugs[name]; ok && name != "" {
		return Somewhere, p.heading
	}
	if base, n := repeat(name); n > 0 {
		if p := x.slugs[base]; n < p.times {
			return Somewhere, p.heading
		}
	}
	x.widen()
	letters := plain(name)
	if letters == "" {
		// A name of marks alone is made of a heading of marks alone.
		for i, h := range x.headings {
			if plain(h) == "" {
				return Somewhere, i
			}
		}
		return Nowhere, -1
	}
	low := strings.ToLower(letters)
	if p, ok := x.readings[low]; ok {
		return cased(letters, low, p), p.heading
	}
	if base, n := repeat(name); n >= 0 {
		letters = plain(base)
		low = strings.ToLower(letters)
		if p, ok := x.readings[low]; ok && p.times > 1 && n <= p.times {
			return cased(letters, low, p), p.heading
		}
	}
	for _, p := range x.pictured {
		if strings.HasPrefix(low, p.cased) || strings.HasSuffix(low, p.cased) {
			return Somewhere, p.heading
		}
	}
	if x.folded[strings.ToLower(name)] {
		return OtherCase, -1
	}
	return Nowhere, -1
}

// InRun reports whether a name is one of several that differ by a number at
// their end: "fn5" beside "fn1".
func (x *Index) InRun(name string) bool {
	x.widen()
	run := unnumbered(name)
	return run != "" && run != name && x.numbered[run]
}

// unnumbered is a name without the number at its end.
func unnumbered(name string) string { return strings.TrimRight(name, "0123456789") }

// cased tells whether a name has the capitals of a heading, or none.
func cased(letters, low string, p place) Answer {
	if letters == low || letters == p.cased {
		return Somewhere
	}
	return OtherCase
}

// repeat cuts the figure off a name that tells repeats apart: "usage-1".
func repeat(name string) (base string, n int) {
	cut := strings.LastIndexAny(name, "-_")
	if cut <= 0 || len(name)-cut > 4 {
		return "", -1
	}
	n, err := strconv.Atoi(name[cut+1:])
	if err != nil || n < 0 {
		return "", -1
	}
	return name[:cut], n
}

// Near is the heading whose name is nearest to one that leads nowhere: one
// that differs in a few letters, or the only one that begins or ends alike. It
// is -1 where none is near.
func (x *Index) Near(name string) int {
	low := strings.ToLower(plain(strings.TrimPrefix(name, "user-content-")))
	if utf8.RuneCountInString(low) < 3 {
		return -1
	}
	best, distance, alike := -1, 1+min(4, len(low)/4), -1
	for i, h := range x.headings {
		if x.left--; x.left < 0 {
			return -1
		}
		r := strings.ToLower(plain(unattributed(h)))
		if len(r) > maxCompared || len(low) > maxCompared {
			continue
		}
		if d := len(r) - len(low); d < distance && -d < distance {
			if d := smetrics.WagnerFischer(low, r, 1, 1, 1); d < distance {
				best, distance = i, d
			}
		}
		if len(low) >= 5 && len(r) >= 5 && (strings.HasPrefix(r, low) || strings.HasSuffix(r, low) || strings.HasPrefix(low, r) || strings.HasSuffix(low, r)) {
			if alike >= 0 {
				alike = len(x.headings) // several: none is meant more than another
			} else {
				alike = i
			}
		}
	}
	if best < 0 && alike < len(x.headings) {
		return alike
	}
	return best
}

// maxCompared is the longest name, in bytes, that is compared letter by
// letter.
const maxCompared = 120
