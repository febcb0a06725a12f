package repair

import (
	"errors"
	"slices"
)

// mostReadings bounds how often one file is read to find out which of its
// edits are harmful.
const mostReadings = 200

var errMany = errors.New("the place is one of too many in its file that cannot be changed without harm")

// ByFile are the edits of choices, each once, in groups of one file, in the
// order of names and places.
func ByFile(choices []Choice) [][]*Edit {
	var edits []*Edit
	for _, c := range choices {
		edits = append(edits, c.Edit)
	}
	return Group(edits)
}

// Group puts edits into groups of one file, in the order of names and places,
// each edit once.
func Group(edits []*Edit) [][]*Edit {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, comparePlaces)
	edits = slices.CompactFunc(edits, (*Edit).Same)
	var out [][]*Edit
	for i, e := range edits {
		if i == 0 || edits[i-1].File != e.File {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], e)
	}
	return out
}

// try leaves out the choices that would do harm.
func (c *Chosen) try() {
	var edits []*Edit
	for _, choice := range c.Choices {
		edits = append(edits, choice.Edit)
	}
	t := tried(edits)
	kept := c.Choices[:0]
	for _, choice := range c.Choices {
		if err := t.of(choice.Edit); err != nil {
			c.Left = append(c.Left, Left{choice.Finding, choice.Location, err})
			continue
		}
		kept = append(kept, choice)
	}
	c.Choices = kept
}

// Refused is an edit that would do harm.
type Refused struct {
	Edit *Edit
	Why  error
}

// Sift parts edits that can all be made from those that would do harm.
func Sift(edits []*Edit) (good []*Edit, bad []Refused) {
	t := tried(edits)
	for _, e := range edits {
		if err := t.of(e); err != nil {
			bad = append(bad, Refused{e, err})
		} else {
			good = append(good, e)
		}
	}
	return good, bad
}

// tried tries the edits of each file together, since each trial reads it; only
// where that fails are they parted.
func tried(edits []*Edit) trial {
	t := trial{failed: map[*Edit]error{}}
	for _, group := range Group(edits) {
		t.left = mostReadings
		t.part(group)
		t.together(group)
	}
	return t
}

// trial finds the harmful ones among edits.
type trial struct {
	failed map[*Edit]error
	order  []*Edit // those in failed
	left   int     // readings
}

func (t *trial) fail(e *Edit, err error) {
	if t.failed[e] == nil {
		t.failed[e] = err
		t.order = append(t.order, e)
	}
}

// of is the reason why an edit, or one that does the same, was left out.
func (t *trial) of(e *Edit) error {
	for _, o := range t.order {
		if o == e || o.Same(e) {
			return t.failed[o]
		}
	}
	return nil
}

// part tries edits together, and where that fails the halves of them.
func (t *trial) part(edits []*Edit) {
	if t.left <= 0 {
		for _, e := range edits {
			t.fail(e, errMany)
		}
		return
	}
	t.left--
	if len(edits) == 1 {
		if err := edits[0].Try(); err != nil {
			t.fail(edits[0], err)
		}
		return
	}
	if edits[0].File.Harmless(edits) == nil {
		return
	}
	half := len(edits) / 2
	t.part(edits[:half])
	t.part(edits[half:])
}

// together makes sure that what was tried in parts is harmless as a whole.
func (t *trial) together(edits []*Edit) {
	var good []*Edit
	for _, e := range edits {
		if t.failed[e] == nil {
			good = append(good, e)
		}
	}
	if len(good) == len(edits) || len(good) == 0 {
		return
	}
	if err := good[0].File.Harmless(good); err != nil {
		for _, e := range good {
			t.fail(e, err)
		}
	}
}
