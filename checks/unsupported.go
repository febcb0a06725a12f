package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/verdict"
)

// unsupported looks for what a text says that somebody did in the record of
// what they did.
type unsupported struct{}

// Needs deeds and programmes.
func (unsupported) Needs() []fact.Kind { return []fact.Kind{fact.KindDeed, fact.KindProgramme} }

// Keys by the surname of who acted.
func (unsupported) Keys(f fact.Fact) []string {
	if f.Where().Quoted {
		return nil
	}
	switch f := f.(type) {
	case *fact.Deed:
		return []string{"did/" + lexicon.Skeleton(f.Actor.Surname)}
	case *fact.Programme:
		var keys []string
		for i := range f.Owners {
			keys = append(keys, "did/"+lexicon.Skeleton(f.Owners[i].Surname))
		}
		return keys
	}
	return nil
}

// Judge holds each deed against the one programme that covers its time.
func (unsupported) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var out []verdict.Verdict
	for _, f := range facts {
		d, ok := f.(*fact.Deed)
		if !ok {
			continue
		}
		var of []*fact.Programme
		for _, f := range facts {
			if p, ok := f.(*fact.Programme); ok && covered(d, p) {
				of = append(of, p)
			}
		}
		if len(of) > 0 {
			out = append(out, judgeDeed(d, of))
		}
	}
	return out
}

// sharedNames is how many names two documents share that speak of one matter.
const sharedNames = 4

// covered reports whether a programme is of the time and the matter that a
// deed is told of.
func covered(d *fact.Deed, p *fact.Programme) bool {
	owned := false
	for i := range p.Owners {
		owned = owned || sameParty(&d.Actor, &p.Owners[i])
	}
	if !owned || p.Doc != d.Doc && d.Listed.Shared(p.Listed) < sharedNames {
		return false
	}
	w := d.Window
	if w.Exact && w.From.Year != 0 && p.From.Year != 0 {
		return calendar.DayNumber(w.From) >= calendar.DayNumber(p.From) && calendar.DayNumber(w.To) <= calendar.DayNumber(p.To)
	}
	return true
}

// judgeDeed answers one deed: it stands if any record has one of its names.
func judgeDeed(d *fact.Deed, of []*fact.Programme) verdict.Verdict {
	names := fact.NewNameSet(d.Names)
	p := of[0]
	v := verdict.Verdict{
		Place: d.Place, Surface: d.Surface, Claimed: strings.Join(d.Names, " "), Found: "not in the list",
		Message:  fmt.Sprintf("text says %q, the list of what %s did has nothing of it (%s)", clip(d.Surface), d.Actor.Surname, plural(p.Entries, "entry")),
		Evidence: []verdict.Evidence{{Role: verdict.NearMiss, Note: "the list begins here", Place: p.Place}},
		Calculation: &verdict.Calculation{Relation: "named in the list", Operands: []verdict.Operand{
			{Interval: "[1,1]", Place: &d.Place}, {Interval: "[0,0]", Of: plural(p.Entries, "entry")},
		}},
	}
	for _, q := range of {
		if names.Shared(q.Listed) > 0 {
			v.Status, v.Found, v.Calculation = verdict.Agrees, "listed", nil
			v.Message = fmt.Sprintf("text says %q, and the list has the name", clip(d.Surface))
			v.Evidence = []verdict.Evidence{{Role: verdict.Counted, Note: "in this list", Place: q.Place}}
			return v
		}
	}
	why := ""
	for _, q := range of {
		switch {
		case q.Partial != nil:
			why = "the list is called partial"
			v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Partial, Note: "calls the list partial", Place: q.Partial.Place})
		case q.Doc != d.Doc && names.Shared(q.Others) > 0:
			why = "the list's document names it elsewhere"
		case fact.NewNameSet(d.Nouns).Shared(q.Words) > 0:
			why = "the list may mean it by another name"
		case len(q.Unnamed) > 0 && (len(d.Titles) == 0 || slices.ContainsFunc(d.Titles, func(t string) bool { return slices.Contains(q.Unnamed, t) })):
			why = "the list has some without their names"
		case lexicon.Contact(d.Means) == lexicon.Call && !q.Calls:
			why = "the list has no calls"
		case d.Window.Stated && !d.Window.Exact && d.Window.Weekday == 0 && q.Doc != d.Doc:
			why = "its time is not clear"
		}
	}
	if why != "" {
		v.Status, v.Why = verdict.Undecided, why
		return v
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Gap
	if !p.Complete && p.Doc != d.Doc && !d.Refers && len(p.Owners) > 1 {
		v.Grade = verdict.Doubt
	}
	return v
}
