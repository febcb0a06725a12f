package checks

import (
	"fmt"
	"slices"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// tallies compares claims about numbers of things with the logs and tables
// that record them by their noun.
type tallies struct{ distinct bool }

// both runs two checks as one rule.
type both struct{ first, second Check }

// Needs what either needs.
func (b both) Needs() []fact.Kind { return append(b.first.Needs(), b.second.Needs()...) }

// Keys of either.
func (b both) Keys(f fact.Fact) []string {
	if slices.Contains(b.second.Needs(), f.FactKind()) {
		return b.second.Keys(f)
	}
	return b.first.Keys(f)
}

// Judge by both: the keys of the two never meet.
func (b both) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	if slices.Contains(b.second.Needs(), facts[0].FactKind()) {
		return b.second.Judge(key, facts)
	}
	return b.first.Judge(key, facts)
}

// Needs claims and what records the things claimed.
func (t tallies) Needs() []fact.Kind {
	if t.distinct {
		return []fact.Kind{fact.KindTally, fact.KindColumn}
	}
	return []fact.Kind{fact.KindTally, fact.KindLog, fact.KindColumn, fact.KindResults}
}

// Keys a claim by its noun or value, logs and columns by all of theirs;
// matches stay within their document.
func (t tallies) Keys(f fact.Fact) []string {
	if f.Where().Quoted {
		return nil
	}
	switch f := f.(type) {
	case *fact.Tally:
		switch {
		case f.Outcome != "" && !t.distinct:
			return []string{"tally/r/" + docKey(f.Doc, 0)}
		case f.Value != "" && !t.distinct:
			return []string{"tally/v/" + f.Value}
		case f.Noun != "":
			return []string{"tally/n/" + f.Noun}
		}
	case *fact.Results:
		return []string{"tally/r/" + docKey(f.Doc, 0)}
	case *fact.Log:
		keys := f.Nouns()
		for i, k := range keys {
			keys[i] = "tally/n/" + k
		}
		return keys
	case *fact.Column:
		if t.distinct {
			return []string{"tally/n/" + f.Noun}
		}
		return valueKeys(f)
	}
	return nil
}

// valueKeys are the values of a column of kinds: one in which something
// stands twice.
func valueKeys(c *fact.Column) []string {
	if c.Rows == len(c.Values) {
		return nil
	}
	keys := make([]string, len(c.Values))
	for i, v := range c.Values {
		keys[i] = "tally/v/" + v.Text
	}
	return keys
}

// Judge answers each claim with the one record that can tell.
func (t tallies) Judge(_ string, facts []fact.Fact) []verdict.Verdict {
	var out []verdict.Verdict
	for _, f := range facts {
		claim, ok := f.(*fact.Tally)
		if !ok {
			continue
		}
		own, found := []account(nil), []account(nil)
		for _, r := range facts {
			a, ok := t.account(claim, r)
			switch {
			case !ok || a.broad == 0:
			case r.Where().Doc == claim.Doc:
				own = append(own, a)
			default:
				found = append(found, a)
			}
		}
		if len(own) > 0 {
			found = own // what stands beside a claim is what it is about
		}
		if v, ok := decide(claim, found); ok {
			out = append(out, v)
		}
	}
	return out
}

// account is what one record says to a claim.
type account struct {
	tally
	evidence []verdict.Evidence
	// entries are those counted, all those of the record.
	entries, all []*fact.Entry
	// of names what was counted, for the message.
	of string
	// also are other numbers that the record could be said to have.
	also []int
	// exact tells that a record can be off by one at most.
	exact bool
}

// count adds one thing on record.
func (a *account) count(claim *fact.Tally, at fact.Place, e *fact.Entry, note string, certain bool) {
	if e != nil {
		switch {
		case inWindow(claim.Window, e) == outside:
			return
		case inWindow(claim.Window, e) == perhaps, after(claim.Published, e):
			certain = false
		}
		a.entries = append(a.entries, e)
	}
	a.broad++
	if certain {
		a.strict++
	} else {
		note = "may count: " + note
	}
	a.evidence = append(a.evidence, verdict.Evidence{Role: verdict.Counted, Note: note, Place: at})
}

// after reports whether an entry is younger than the claim.
func after(published calendar.Day, e *fact.Entry) bool {
	return published.Day != 0 && published.Year != 0 && e.HasDate && e.Date.From.Year != 0 &&
		calendar.DayNumber(e.Date.From) > calendar.DayNumber(published)
}

// account asks one record.
func (t tallies) account(claim *fact.Tally, f fact.Fact) (account, bool) {
	switch f := f.(type) {
	case *fact.Log:
		if !linked(claim, f.Doc, f.Names) {
			return account{}, false
		}
		return logged(claim, f)
	case *fact.Column:
		if !linked(claim, f.Doc, f.Names) {
			return account{}, false
		}
		if t.distinct {
			return values(claim, f)
		}
		return rows(claim, f)
	case *fact.Results:
		return outcomes(claim, f)
	}
	return account{}, false
}

// linked reports whether a claim and a record are about one matter: they
// stand in one document, or their documents share names, two at least and a
// fifth of those of the one that has fewer.
func linked(claim *fact.Tally, doc int, names fact.NameSet) bool {
	const enough, part = 2, 5
	if claim.Doc == doc {
		return true
	}
	n := claim.Names.Shared(names)
	return n >= enough && n*part >= min(len(claim.Names), len(names))
}

// decide compares a claim with the records found. It stays undecided unless
// one record alone speaks to it, and nearly agrees: what is far off is
// likely about something else.
func decide(claim *fact.Tally, found []account) (verdict.Verdict, bool) {
	if len(found) == 0 {
		return verdict.Verdict{}, false
	}
	best := found[0]
	for _, a := range found {
		if a.compare(claim.Quantity.Interval) == agreeing || slices.ContainsFunc(a.also, claim.Quantity.Interval.Contains) {
			best = a
		}
	}
	best.words = fmt.Sprintf("%s %s", best.String(), best.of)
	v := verdict.Verdict{Place: claim.Place, Surface: claim.Surface, Claimed: claim.Quantity.Interval.Short(), Found: best.String(), Evidence: best.evidence}
	v.Calculation = best.calculation(&fact.Count{Base: claim.Base, Quantity: claim.Quantity}, best.of)
	v.Message = fmt.Sprintf("text says %q, the record has %s", claim.Surface, best.words)
	rel := best.compare(claim.Quantity.Interval)
	if rel == agreeing {
		v.Status = verdict.Agrees
		return v, true
	}
	if why := best.doubtful(claim, len(found)); why != "" {
		return undecided(v, why), true
	}
	v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	if rel == fewerListed {
		if p := remarkOf(best.entries); p != nil {
			v.Grade = verdict.Gap
			v.Message += fmt.Sprintf("; the list is called partial: %q", clip(p.Text))
			v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Partial, Note: "calls the list partial", Place: p.Place})
		}
	}
	if best.strict == best.broad {
		if s, ok := claim.Quantity.Restate(best.strict); ok {
			v.Suggestions = []verdict.Suggestion{{Text: s, Place: claim.NumberAt, Confidence: "low"}}
		}
	}
	return v, true
}

// doubtful gives the reason why a difference proves nothing.
func (a account) doubtful(claim *fact.Tally, records int) string {
	n, _ := claim.Quantity.Interval.Int()
	slack := max(1, (n+2)/5)
	if a.exact {
		slack = 1
	}
	switch {
	case records > 1:
		return "several lists could be meant"
	case slices.ContainsFunc(a.also, claim.Quantity.Interval.Contains):
		return "the number fits the rows"
	case a.strict < 2:
		return "too little is on record"
	case a.broad > 2*a.strict:
		return "most of what is on record may count or not"
	case a.strict > n+slack || a.broad < n-slack:
		return "the number is too far off to be about this list"
	case !spans(claim.Window, a.all):
		return "it speaks of a longer time than the list"
	}
	return ""
}

// spans reports whether the entries may cover the time of a claim.
func spans(w fact.Window, entries []*fact.Entry) bool {
	if !w.Stated || !w.Exact || w.From.Year == 0 {
		return true
	}
	// On half of the days nothing need have happened.
	slack := (calendar.DayNumber(w.To) - calendar.DayNumber(w.From)) / 2
	first, last, known := 0, 0, false
	for _, e := range entries {
		if e.HasDate && e.Date.From.Year != 0 {
			d := calendar.DayNumber(e.Date.From)
			if !known || d < first {
				first = d
			}
			if !known || d > last {
				last = d
			}
			known = true
		}
	}
	return !known || first-calendar.DayNumber(w.From) <= slack && calendar.DayNumber(w.To)-last <= slack
}

func remarkOf(entries []*fact.Entry) *fact.Remark {
	for _, e := range entries {
		if e.Partial != nil {
			return e.Partial
		}
	}
	return nil
}
