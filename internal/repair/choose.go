package repair

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/report"
)

// Choice is a finding with the repair that was chosen for it.
type Choice struct {
	Finding *report.Finding
	Option
}

// Left is a finding that has suggestions of which none was chosen.
type Left struct {
	Finding *report.Finding
	// At is the place that was not mended.
	At  report.Location
	Why error
}

// Chosen are the repairs of many findings that can all be made, and the
// findings for which there is none.
type Chosen struct {
	Choices []Choice
	Left    []Left
}

// Reasons for leaving a finding alone.
var (
	errOpen     = errors.New("there are several repairs, and none is likelier")
	errUnlikely = errors.New("it is not of high confidence")
	errExcluded = errors.New("there are repairs of the place that exclude each other")
	errTaken    = errors.New("the place is mended for another finding")
)

// confidences in the order in which they are taken.
var confidences = [...]string{"high", "medium", "low"}

// Rank is the place of a confidence among them, 0 for the highest; one that is
// not known is the lowest.
func Rank(confidence string) int {
	if k := slices.Index(confidences[:], confidence); k >= 0 {
		return k
	}
	return len(confidences) - 1
}

// Sure reports whether a finding has a repair of high confidence.
func Sure(f *report.Finding) bool {
	return slices.ContainsFunc(f.Suggestions, func(s report.Suggestion) bool { return Rank(s.Confidence) == 0 })
}

// Choose picks for each finding the repair of highest confidence, if there is
// one and no other is as likely. Of repairs that exclude each other the
// likelier one stays; of equally likely ones none does. With surely, only
// repairs of high confidence are taken.
func (s *Set) Choose(findings []report.Finding, surely bool) Chosen {
	var out Chosen
	byConfidence := make([][]Choice, len(confidences))
	for i := range findings {
		f := &findings[i]
		if len(f.Suggestions) == 0 {
			continue
		}
		o, err := s.best(f)
		if err == nil && surely && Rank(o.Confidence) > 0 {
			err = errUnlikely
		}
		if err != nil {
			out.Left = append(out.Left, Left{f, o.Location, err})
			continue
		}
		k := Rank(o.Confidence)
		byConfidence[k] = append(byConfidence[k], Choice{f, o})
	}
	taken := &ledger{}
	for _, choices := range byConfidence {
		out.settle(taken, choices)
	}
	out.try()
	slices.SortStableFunc(out.Choices, func(a, b Choice) int { return comparePlaces(a.Edit, b.Edit) })
	slices.SortStableFunc(out.Left, func(a, b Left) int {
		return cmp.Or(strings.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Offset, b.At.Offset))
	})
	return out
}

// best is the likeliest repair of a finding. All count, also those that cannot
// be made: the second best is not better for that.
func (s *Set) best(f *report.Finding) (Option, error) {
	options := s.Options(f)
	for k := range confidences {
		var of []Option
		for _, o := range options {
			if Rank(o.Confidence) == k {
				of = append(of, o)
			}
		}
		switch len(of) {
		case 0:
			continue
		case 1:
			return of[0], of[0].Why
		}
		return of[0], errOpen
	}
	return Option{Suggestion: f.Suggestions[0]}, errOpen
}

// settle takes in choices of one confidence.
func (c *Chosen) settle(taken *ledger, choices []Choice) {
	slices.SortStableFunc(choices, func(a, b Choice) int { return comparePlaces(a.Edit, b.Edit) })
	var fit []Choice
	for _, choice := range choices {
		if o := taken.overlapping(choice.Edit); o == nil {
			fit = append(fit, choice)
		} else if o.Same(choice.Edit) {
			c.Choices = append(c.Choices, choice)
		} else {
			c.Left = append(c.Left, Left{choice.Finding, choice.Location, errTaken})
		}
	}
	crossed := crossing(fit)
	for from := 0; from < len(fit); {
		to, agree := from+1, !crossed[from]
		for to < len(fit) && overlapsAny(fit[from:to], fit[to].Edit) {
			agree = agree && !crossed[to] && fit[to].Edit.Same(fit[from].Edit)
			to++
		}
		for _, choice := range fit[from:to] {
			if agree {
				taken.add(choice.Edit)
				c.Choices = append(c.Choices, choice)
			} else {
				c.Left = append(c.Left, Left{choice.Finding, choice.Location, errExcluded})
			}
		}
		from = to
	}
}

func overlapsAny(choices []Choice, e *Edit) bool {
	return slices.ContainsFunc(choices, func(c Choice) bool { return c.Edit.Overlaps(e) || c.Edit.Same(e) })
}

// crossing finds the choices of which each changes a place that the other one
// rests on: to make both would only turn the conflict round.
func crossing(choices []Choice) []bool {
	out := make([]bool, len(choices))
	rests := make([][]int, len(choices)) // on the places of which others
	for i, c := range choices {
		for _, l := range places(c.Finding) {
			rests[i] = append(rests[i], touching(choices, l)...)
		}
	}
	for i := range choices {
		for _, k := range rests[i] {
			if !choices[i].Edit.Same(choices[k].Edit) && slices.Contains(rests[k], i) {
				out[i], out[k] = true, true
			}
		}
	}
	return out
}

// places are those of a finding and of all its evidence.
func places(f *report.Finding) []report.Location {
	out := []report.Location{f.Location}
	for _, e := range f.Evidence {
		out = append(out, e.Location)
	}
	return out
}

// touching are the choices, sorted by place, that change something at l.
func touching(choices []Choice, l report.Location) []int {
	s := l.Canonical()
	from, _ := slices.BinarySearchFunc(choices, l, func(c Choice, l report.Location) int {
		return cmp.Or(strings.Compare(c.Edit.File.Name, l.File), cmp.Compare(c.Edit.Place.End, s.Start+1))
	})
	var out []int
	for i := from; i < len(choices) && choices[i].Edit.File.Name == l.File && choices[i].Edit.Place.Start < s.End; i++ {
		out = append(out, i)
	}
	return out
}

func comparePlaces(a, b *Edit) int {
	return cmp.Or(
		strings.Compare(a.File.Name, b.File.Name), cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(a.Span.End, b.Span.End), strings.Compare(a.Bytes, b.Bytes),
	)
}

// ledger holds edits that do not overlap, sorted by place.
type ledger struct{ edits []*Edit }

func (l *ledger) add(e *Edit) {
	i, there := slices.BinarySearchFunc(l.edits, e, comparePlaces)
	if !there {
		l.edits = slices.Insert(l.edits, i, e)
	}
}

// overlapping is an edit that cannot be made together with e, or is the same.
func (l *ledger) overlapping(e *Edit) *Edit {
	i, there := slices.BinarySearchFunc(l.edits, e, comparePlaces)
	if there {
		return l.edits[i]
	}
	for _, k := range [...]int{i - 1, i} {
		if k >= 0 && k < len(l.edits) && l.edits[k].Overlaps(e) {
			return l.edits[k]
		}
	}
	return nil
}
