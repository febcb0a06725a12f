package checks

import (
	"fmt"
	"slices"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// ranks compares the place that a thing is said to have among its kind with
// the entries of a log.
type ranks struct{}

// Needs claims and logs.
func (ranks) Needs() []fact.Kind { return []fact.Kind{fact.KindRank, fact.KindLog} }

// Keys a claim about contacts by the first name in its sentence, another by
// its noun; a log by all that it names and records.
func (ranks) Keys(f fact.Fact) []string {
	if f.Where().Quoted {
		return nil
	}
	switch f := f.(type) {
	case *fact.Rank:
		switch {
		case f.Means == "":
			return []string{"rank/n/" + docKey(f.Doc, 0) + f.Noun}
		case len(f.Named) > 0:
			return []string{nameKey(fact.NewNameSet(f.Named[:1])[0])}
		}
	case *fact.Log:
		var keys []string
		for _, n := range f.Nouns() {
			keys = append(keys, "rank/n/"+docKey(f.Doc, 0)+n)
		}
		for _, n := range f.Names {
			keys = append(keys, nameKey(n))
		}
		return keys
	}
	return nil
}

func nameKey(hash uint64) string { return fmt.Sprintf("rank/p/%x", hash) }

// Judge each claim by the one log that speaks to it.
func (ranks) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var out []verdict.Verdict
	for _, f := range facts {
		claim, ok := f.(*fact.Rank)
		if !ok {
			continue
		}
		var rows, own []row
		for _, o := range facts {
			if l, ok := o.(*fact.Log); ok && linked(&claim.Tally, l.Doc, l.Names) {
				r, ok := rowOf(claim, l)
				switch {
				case ok && l.Doc == claim.Doc:
					own = append(own, r)
				case ok:
					rows = append(rows, r)
				}
			}
		}
		if len(own) > 0 {
			rows = own // what stands beside a claim is what it is about
		}
		switch len(rows) {
		case 0:
		case 1:
			out = append(out, judgeRank(claim, rows[0]))
		default:
			v := rankVerdict(claim, rows[0])
			out = append(out, undecided(v, "several lists could be meant"))
		}
	}
	return out
}

// row is what a log has of the things among which a claim ranks one.
type row struct {
	// sure are the entries that certainly are such things, in the order of
	// the log; open tells that others may be.
	sure []*fact.Entry
	open bool
	// mixed tells that the entries are those of several actors.
	mixed bool
	// all are all entries of the log.
	all []*fact.Entry
}

// rowOf collects the entries of a log that a claim is about. ok is false for
// a log that has none of them, or of another matter.
func rowOf(claim *fact.Rank, l *fact.Log) (r row, ok bool) {
	limits, ok := limiting(&claim.Tally, l)
	if !ok || claim.Means != "" && len(limits) == 0 {
		return r, false
	}
	actor := ""
	for _, it := range l.Items {
		r.all = append(r.all, it.Entry)
		if !hasAll(it.Words, limits) {
			continue
		}
		strict, broad := kindOfItem(it, claim)
		if !broad || inWindow(claim.Window, it.Entry) == outside {
			continue
		}
		if !strict || inWindow(claim.Window, it.Entry) == perhaps || !it.Entry.HasDate || it.Entry.Date.From.Year == 0 || it.Entry.Date.From.Day == 0 {
			r.open = true
			continue
		}
		for _, k := range it.Entry.Contacts {
			for _, a := range k.Actors {
				r.mixed = r.mixed || actor != "" && a.Surname != actor
				actor = a.Surname
			}
		}
		r.sure = append(r.sure, it.Entry)
	}
	return r, len(r.sure) > 0
}

// kindOfItem tells whether an entry certainly is, or may be, a thing of the
// claimed kind.
func kindOfItem(it fact.LogItem, claim *fact.Rank) (strict, broad bool) {
	if claim.Means == "" {
		_, says := slices.BinarySearch(it.Words, claim.Noun)
		return heads(it, &claim.Tally, false), says
	}
	for _, k := range it.Entry.Contacts {
		if k.Planned {
			continue
		}
		s, b := lexicon.Covers(lexicon.Contact(claim.Means), lexicon.Contact(k.Means))
		strict = strict || s && !k.Broad && !k.Mentioned
		broad = broad || b
	}
	return strict, broad
}

func rankVerdict(claim *fact.Rank, r row) verdict.Verdict {
	v := verdict.Verdict{Place: claim.Place, Surface: claim.Surface, Claimed: claim.Quantity.Interval.Short(), Found: fmt.Sprint(len(r.sure))}
	for i, e := range r.sure {
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Counted, Note: fmt.Sprintf("%d: %s", i+1, e.DateSurface), Place: e.Place})
	}
	at := claim.Place
	v.Calculation = &verdict.Calculation{Relation: "claimed in counted", Operands: []verdict.Operand{
		{Interval: claim.Quantity.Interval.String(), Place: &at}, {Interval: quantity.Exactly(len(r.sure)).String(), Of: "entries on record"},
	}}
	return v
}

// judgeRank compares a claim with the entries that there are.
func judgeRank(claim *fact.Rank, r row) verdict.Verdict {
	v := rankVerdict(claim, r)
	switch {
	case r.mixed:
		return undecided(v, "the list is that of several people")
	case claim.Of == fact.SinceOf:
		return judgeSince(claim, r, v)
	case claim.Of == fact.OnlyOf:
		return judgeOnly(claim, r, v)
	}
	return judgeNth(claim, r, v)
}

// judgeOnly holds "the only one in May" against the entries of May.
func judgeOnly(claim *fact.Rank, r row, v verdict.Verdict) verdict.Verdict {
	if len(r.sure) == 1 {
		v.Status, v.Message = verdict.Agrees, fmt.Sprintf("text says %q, the list has one", claim.Surface)
		return v
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	v.Message = fmt.Sprintf("text says %q, the list has %d (%s)", claim.Surface, len(r.sure), datesOf(r.sure))
	return v
}

// judgeNth holds a place in the row against the row: up to the day of the
// thing, where that is known.
func judgeNth(claim *fact.Rank, r row, v verdict.Verdict) verdict.Verdict {
	n, _ := claim.Quantity.Interval.Int()
	found, on := len(r.sure), false
	if claim.On.Day != 0 {
		found = 0
		for _, e := range r.sure {
			d := calendar.DayNumber(e.Date.From) - calendar.DayNumber(claim.On)
			if d <= 0 {
				found++
			}
			on = on || d == 0
		}
		if !on {
			return undecided(v, "the list has none on that day")
		}
		v.Found = fmt.Sprint(found)
		v.Calculation.Operands[1].Interval = quantity.Exactly(found).String()
	}
	switch {
	case found == n:
		v.Status, v.Message = verdict.Agrees, fmt.Sprintf("text says %q, the list has %d", claim.Surface, found)
		return v
	case r.open:
		return undecided(v, "other entries may count")
	case found > n && !on:
		return undecided(v, "an earlier one may be meant")
	case found < n-1 || found > n+1:
		return undecided(v, "the number is too far off to be about this list")
	case found < n && !claim.Window.Stated:
		return undecided(v, "earlier ones need not be listed")
	case found < n && !spans(upTo(claim), r.all):
		return undecided(v, "it speaks of a longer time than the list")
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	v.Message = fmt.Sprintf("text says %q, the list has %d up to then (%s)", claim.Surface, found, datesOf(r.sure[:min(found, len(r.sure))]))
	if p := remarkOf(r.sure); p != nil && found < n {
		v.Grade = verdict.Gap
		v.Message += fmt.Sprintf("; the list is called partial: %q", clip(p.Text))
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Partial, Note: "calls the list partial", Place: p.Place})
	}
	return v
}

// upTo is the window of a claim up to the day of which it speaks.
func upTo(claim *fact.Rank) fact.Window {
	w := claim.Window
	for _, d := range []calendar.Day{claim.On, claim.Published} {
		if d.Year != 0 && d.Day != 0 && w.To.Year != 0 && calendar.DayNumber(d) < calendar.DayNumber(w.To) {
			w.To = d
		}
	}
	return w
}

// judgeSince holds "the first since March" against what lies between.
func judgeSince(claim *fact.Rank, r row, v verdict.Verdict) verdict.Verdict {
	var between []*fact.Entry
	for _, e := range r.sure {
		day := calendar.DayNumber(e.Date.From)
		switch {
		case day <= calendar.DayNumber(claim.Since):
		case claim.On.Day != 0 && day >= calendar.DayNumber(claim.On), after(claim.Published, e):
		default:
			between = append(between, e)
		}
	}
	most := 0
	if claim.On.Day == 0 {
		most = 1 // the thing itself
	}
	v.Claimed, v.Found = "0", fmt.Sprint(max(len(between)-most, 0))
	at := claim.Place
	v.Calculation.Operands = []verdict.Operand{
		{Interval: quantity.Exactly(0).String(), Place: &at}, {Interval: quantity.Exactly(max(len(between)-most, 0)).String(), Of: "others since then"},
	}
	switch {
	case len(between) > most:
	case claim.On.Day == 0 && len(between) == 0:
		return undecided(v, "the list does not reach so far")
	default:
		v.Status, v.Message = verdict.Agrees, fmt.Sprintf("text says %q, the list has none between", claim.Surface)
		return v
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	v.Message = fmt.Sprintf("text says %q, the list has others since then (%s)", claim.Surface, datesOf(between))
	return v
}

// datesOf lists the days of entries as written.
func datesOf(entries []*fact.Entry) string {
	const shown = 4
	out := ""
	for i, e := range entries {
		if i == shown {
			return out + ", …"
		}
		if i > 0 {
			out += ", "
		}
		out += e.DateSurface
	}
	return out
}
