package checks

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// maxPointSteps bounds how many points are looked at for one reference to a
// point.
const maxPointSteps = 5_000

// point looks up "step 3", "item 4 below": a point of the nearest numbered list
// above or below, or, where no direction is given, of any. It conflicts only
// where no list on that side has the number.
func (x *partIndex) point(r *fact.CrossRef) []verdict.Verdict {
	var run []fact.Point
	for _, p := range x.side(r) {
		switch {
		case p.Number == r.Numbers[0]:
			return []verdict.Verdict{pointAgrees(r, r.Kind+" "+r.Numbers[0], p.Number, x.place(p))}
		case p.Number == fact.Elided:
			return nil
		case len(run) == 0 || p.List != fact.None && p.List == run[0].List || p.List == fact.None && run[0].List == fact.None && p.Section == run[0].Section:
			run = append(run, p)
		}
	}
	// Without a direction, the list has to be in the reference's own section.
	if r.Toward == "" && (len(run) == 0 || run[0].Section != r.Section) {
		return nil
	}
	if r.Kind == "step" && len(run) > 0 && run[0].Other {
		return nil
	}
	name := r.Kind + " " + r.Numbers[0]
	if v, ok := x.missing(r, name, r.Numbers[0], run, 3); ok {
		return []verdict.Verdict{v}
	}
	return nil
}

// side are the points above or below a reference, the nearest list first; of
// one without a direction those of its section, then all others. Of a long
// document only those near the reference are looked at.
func (x *partIndex) side(r *fact.CrossRef) []fact.Point {
	all := x.of.Points
	at := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= r.Span.Start })
	from, to := max(0, at-maxPointSteps/2), min(len(all), at+maxPointSteps/2)
	if x.steps += to - from; x.steps > maxSteps {
		return nil
	}
	above, below := nearestFirst(all[from:at]), all[at:to]
	switch r.Toward {
	case "above":
		return above
	case "below":
		return below
	}
	var own, other []fact.Point
	for _, p := range all[from:to] {
		if p.Section == r.Section {
			own = append(own, p)
		} else {
			other = append(other, p)
		}
	}
	return append(own, other...)
}

// nearestFirst turns points round list by list, each list in its order.
func nearestFirst(points []fact.Point) []fact.Point {
	out := make([]fact.Point, 0, len(points))
	for end := len(points); end > 0; {
		from := end - 1
		for from > 0 && points[from-1].List == points[end-1].List {
			from--
		}
		out = append(out, points[from:end]...)
		end = from
	}
	return out
}

// missing judges a number that is not in a run of points. The run has to begin
// at the first number or letter and to be whole up to its last.
func (x *partIndex) missing(r *fact.CrossRef, name, number string, run []fact.Point, least int) (verdict.Verdict, bool) {
	own := ordinalOf(number)
	seen, top, last := map[int]bool{}, 0, 0
	for i, p := range run {
		if isFigures(p.Number) != isFigures(number) {
			continue
		}
		if v := ordinalOf(p.Number); v > 0 {
			seen[v] = true
			if v > top {
				top, last = v, i
			}
		}
	}
	if own == 0 || len(seen) < least || len(seen) != top || own <= top || own > 2*top+3 || r.Doubt != "" {
		return verdict.Verdict{}, false
	}
	place, end := r.Place, x.place(run[last])
	return verdict.Verdict{
		Status: verdict.Conflicts, Grade: verdict.Contradiction, Place: place, Surface: r.Surface, Claimed: name, Found: "none",
		Message:  fmt.Sprintf("text says %q, but there is no %s: the numbering ends at %s", r.Surface, name, run[last].Number),
		Evidence: []verdict.Evidence{{Role: verdict.NearMiss, Note: "the last, " + run[last].Number, Place: end}},
		Calculation: &verdict.Calculation{Relation: "number referred to is the number of a point", Operands: []verdict.Operand{
			{Interval: number, Place: &place}, {Interval: "[" + run[0].Number + "," + run[last].Number + "]", Of: "the points"}}},
	}, true
}

// place is where a point stands.
func (x *partIndex) place(p fact.Point) fact.Place {
	return fact.Place{Doc: x.of.Doc, Span: p.Span, Block: p.Block, Section: p.Section}
}

// pointAgrees is the verdict on a reference that leads somewhere.
func pointAgrees(r *fact.CrossRef, name, number string, at fact.Place) verdict.Verdict {
	return verdict.Verdict{
		Status: verdict.Agrees, Place: r.Place, Surface: r.Surface, Claimed: name, Found: name,
		Message:  fmt.Sprintf("%q leads to a point of this document", r.Surface),
		Evidence: []verdict.Evidence{{Role: verdict.Defines, Note: number, Place: at}},
	}
}

// titleBlocks is how many blocks a part's title may take up before its first
// paragraph.
const titleBlocks = 2

// sub looks up the paragraphs and points of a part: "Article 9(2)(a)".
func (x *partIndex) sub(r *fact.CrossRef, part *fact.Part) []verdict.Verdict {
	points := x.within(part)
	if len(points) == 0 || points[0].Block > part.Block+titleBlocks {
		return nil // a list in a text about the part
	}
	name := r.Kind + " " + r.Numbers[len(r.Numbers)-1]
	prefix := part.Number + "."
	for _, number := range r.Subs {
		name += "(" + strings.ToLower(number) + ")"
		var run []fact.Point
		at := -1
		for i, p := range points {
			if p.Number == fact.Elided {
				return nil
			}
			p.Number = strings.TrimPrefix(p.Number, prefix)
			if p.Number == number && at < 0 {
				at = i
			}
			run = append(run, p)
		}
		if at < 0 {
			if v, ok := x.missing(r, name, number, run, 2); ok {
				return []verdict.Verdict{v}
			}
			return nil
		}
		points = below(points, at, prefix)
	}
	if len(points) == 0 {
		return nil
	}
	return []verdict.Verdict{pointAgrees(r, name, r.Subs[len(r.Subs)-1], x.place(points[0]))}
}

// below are the point at an index and those behind it up to the next of its
// sort that follows it in its numbering.
func below(points []fact.Point, at int, prefix string) []fact.Point {
	own := strings.TrimPrefix(points[at].Number, prefix)
	next := strconv.Itoa(ordinalOf(own) + 1)
	if !isFigures(own) {
		next = string(rune('A' + ordinalOf(own)))
	}
	for i := at + 1; i < len(points); i++ {
		if strings.TrimPrefix(points[i].Number, prefix) == next {
			return points[at:i]
		}
	}
	return points[at:]
}

// within are the points between a part and the next of its kind.
func (x *partIndex) within(part *fact.Part) []fact.Point {
	end, from := int(^uint(0)>>1), part.Span.Start
	for i := range x.parts {
		p := &x.parts[i]
		if p.Span.Start > from && p.Form == part.Form && (p.Kind == part.Kind || p.Level > 0 && p.Level <= part.Level) {
			end = p.Span.Start
			break
		}
	}
	x.steps += len(x.parts) + len(x.of.Points)
	if x.steps > maxSteps {
		return nil
	}
	var out []fact.Point
	for _, p := range x.of.Points {
		if p.Span.Start > from && p.Span.Start < end {
			out = append(out, p)
		}
	}
	return out
}
