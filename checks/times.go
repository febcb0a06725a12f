package checks

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// judgeTimes answers a claim about how often something was done.
func judgeTimes(claim *fact.Count, entries []*fact.Entry) (verdict.Verdict, bool) {
	matches := matchAll(claim, entries)
	t := tallyTimes(matches)
	if claim.Of == fact.Existence {
		return judgeExistence(claim, matches, t)
	}
	v := verdict.Verdict{Place: claim.Place, Surface: claim.Surface, Claimed: claim.Quantity.Interval.Short(), Found: t.String()}
	v.Evidence = evidence(matches)
	v.Calculation = t.calculation(claim, "counted")
	if why := undecidable(claim, matches, t); why != "" {
		return undecided(v, why), true
	}
	return settle(v, claim, matches, t), true
}

// settle compares a claim with its tally and words the outcome.
func settle(v verdict.Verdict, claim *fact.Count, matches []match, t tally) verdict.Verdict {
	v.Message = fmt.Sprintf("text says %q, the list has %s", claim.Surface, t.words)
	switch rel := t.compare(claim.Quantity.Interval); {
	case rel == agreeing:
		v.Status = verdict.Agrees
	case claim.Quantity.Interval.Weak:
		v.Status, v.Grade = verdict.Conflicts, verdict.Doubt
	case rel == moreListed:
		v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	default:
		v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
		if p := partialOf(matches); p != nil {
			v.Grade = verdict.Gap
			v.Message += fmt.Sprintf("; the list is called partial: %q", clip(p.Text))
			v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Partial, Note: "calls the list partial", Place: p.Place})
		}
	}
	if v.Status == verdict.Conflicts && t.strict == t.broad && !t.open {
		if s, ok := claim.Quantity.Restate(t.strict); ok {
			v.Suggestions = []verdict.Suggestion{{Text: s, Place: claim.NumberAt, Confidence: "low"}}
		}
	}
	return v
}

func undecided(v verdict.Verdict, why string) verdict.Verdict {
	v.Status, v.Why, v.Message = verdict.Undecided, why, fmt.Sprintf("text says %q: %s", v.Surface, why)
	return v
}

// undecidable gives the reason why a claim cannot be checked against what
// was found, empty where it can.
func undecidable(claim *fact.Count, matches []match, t tally) string {
	switch {
	case !claim.Quantity.Interval.Known:
		return "the number is too vague to check"
	case claim.Doubt != "":
		return claim.Doubt
	case t.broad == 0:
		return "nothing that is listed records it"
	case claim.Beyond:
		return "it speaks of more than what is listed"
	case claim.Restricted && t.compare(claim.Quantity.Interval) == moreListed:
		return "it speaks of a part of what the list has"
	case claim.With == nil && unowned(matches) && t.compare(claim.Quantity.Interval) == fewerListed:
		return "the list does not say of all entries whose they are"
	case claim.Window.Stated && !claim.Window.Exact && claim.Window.From.Month == 0 && t.compare(claim.Quantity.Interval) == moreListed:
		return "it speaks of a part of the time that the list covers"
	case t.compare(claim.Quantity.Interval) == fewerListed && longerThanList(claim, matches):
		return "it speaks of a longer time than the list"
	}
	return ""
}

// unowned reports whether a list that counts has entries without an actor.
func unowned(matches []match) bool {
	return slices.ContainsFunc(matches, func(m match) bool { return m.entry.Unowned })
}

// longerThanList reports whether a claim's time is not all covered by the list,
// which then cannot be expected to hold all of it: it begins before the time
// that the list's heading names or ends behind it, or, where no heading names
// any, begins well before the first entry.
func longerThanList(claim *fact.Count, matches []match) bool {
	const slack = 62 // days; a list "since June" may have its first entry in August
	w := claim.Window
	if !w.Stated {
		return false
	}
	p := listPeriod(matches)
	if w.From.Month == 0 {
		// A season, a term: of unknown ends, but longer than a month or two.
		return p != nil && vagueSeason(w.Surface) && calendar.DayNumber(p.To)-calendar.DayNumber(p.From) <= slack
	}
	if w.From.Year == 0 && w.To.Month != 0 {
		return false // months: those of the year that the list is of
	}
	first := firstDay(matches)
	from, to := inYearOf(w.From, first), w.To
	if from.Year == 0 {
		return false
	}
	if p != nil && w.Exact {
		return calendar.DayNumber(from) < calendar.DayNumber(p.From) || to.Year != 0 && to.Day != 0 && calendar.DayNumber(to) > calendar.DayNumber(p.To)
	}
	if p != nil {
		return calendar.DayNumber(from) < calendar.DayNumber(p.From)-slack/4
	}
	return w.Exact && first.Year != 0 && calendar.DayNumber(first)-calendar.DayNumber(from) > slack
}

// listPeriod is the time that the headings above the entries name, nil where
// there is none or they name several.
func listPeriod(matches []match) *fact.Period {
	var p *fact.Period
	for _, m := range matches {
		switch q := m.entry.Period; {
		case q == nil || p != nil && *p != *q:
			return nil
		default:
			p = q
		}
	}
	return p
}

// firstDay is the day of the first dated entry, zero where none has a year.
func firstDay(matches []match) calendar.Day {
	var first calendar.Day
	for _, m := range matches {
		if d := m.entry.Date.From; m.entry.HasDate && d.Year != 0 && (first.Year == 0 || calendar.DayNumber(d) < calendar.DayNumber(first)) {
			first = d
		}
	}
	return first
}

// inYearOf gives a day without a year the last one before or in the month of
// another day.
func inYearOf(d, near calendar.Day) calendar.Day {
	if d.Year != 0 || near.Year == 0 {
		return d
	}
	d.Year = near.Year
	if d.Month > near.Month {
		d.Year--
	}
	if d.Day == 0 {
		d.Day = 1
	}
	return d
}

// vagueSeason reports whether the words of a time name one of months whose
// ends are not known.
func vagueSeason(surface string) bool {
	for _, w := range []string{"season", "term", "session", "year", "spring", "summer", "autumn", "winter", "quarter", "campaign"} {
		if strings.Contains(strings.ToLower(surface), w) {
			return true
		}
	}
	return false
}

// tallyTimes counts contacts. An entry that repeats another (same day, same
// parties, same kind) may be a repetition of the record and not of the deed.
func tallyTimes(matches []match) tally {
	var t tally
	kinds := map[string]int{}
	var names []string
	var seen []match
	for _, m := range matches {
		if m.fit < mayCount {
			continue
		}
		t.broad++
		if m.fit == counts && !slices.ContainsFunc(seen, func(o match) bool { return repeats(o, m) }) {
			t.strict++
			seen = append(seen, m)
		}
		noun := m.contact.Noun
		if noun == "" {
			noun = "contact"
		}
		if kinds[noun]++; kinds[noun] == 1 {
			names = append(names, noun)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(kinds[b], kinds[a]), cmp.Compare(a, b)) })
	parts := make([]string, len(names))
	for i, n := range names {
		parts[i] = plural(kinds[n], n)
	}
	t.words = t.String()
	if len(parts) > 0 {
		t.words += " (" + strings.Join(parts, ", ") + ")"
	}
	return t
}

func repeats(a, b match) bool {
	return a.entry.HasDate && b.entry.HasDate && a.entry.Date.From == b.entry.Date.From && a.entry.Surface == b.entry.Surface
}

// evidence lists what counted, what may count, and the near misses.
func evidence(matches []match) []verdict.Evidence {
	var out []verdict.Evidence
	for _, m := range matches {
		e := verdict.Evidence{Place: m.entry.Place}
		switch m.fit {
		case counts:
			e.Role, e.Note = verdict.Counted, m.contact.Noun
		case mayCount:
			e.Role, e.Note = verdict.Counted, "may count: "+m.contact.Noun
		default:
			e.Role, e.Note = verdict.NearMiss, m.why
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b verdict.Evidence) int { return cmp.Compare(roleRank(a.Role), roleRank(b.Role)) })
	return out
}

func roleRank(r verdict.Role) int {
	if r == verdict.NearMiss {
		return 1
	}
	return 0
}

// partialOf finds the sentence that calls the counted list partial.
func partialOf(matches []match) *fact.Remark {
	for _, m := range matches {
		if m.fit >= mayCount && m.entry.Partial != nil {
			return m.entry.Partial
		}
	}
	return nil
}

const clipLength = 120 // runes; enough to recognise a sentence by

func clip(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= clipLength {
		return string(r)
	}
	return string(r[:clipLength-1]) + "…"
}

// firstDate is the date of the first entry that records what was asked for.
func firstDate(matches []match) string {
	for _, m := range matches {
		if m.fit >= mayCount {
			return m.entry.DateSurface
		}
	}
	return ""
}

// judgeExistence answers a claim that something happened at a stated time:
// an entry that records it settles it, silence of the list does not.
func judgeExistence(claim *fact.Count, matches []match, t tally) (verdict.Verdict, bool) {
	v := verdict.Verdict{Place: claim.Place, Surface: claim.Surface, Claimed: claim.Window.Surface, Found: t.String()}
	for _, m := range matches {
		if m.fit >= mayCount {
			v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Counted, Note: m.contact.Noun, Place: m.entry.Place})
		}
	}
	if len(v.Evidence) == 0 {
		return undecided(v, "nothing that is listed records it at that time"), len(matches) > 0
	}
	v.Status, v.Found = verdict.Agrees, firstDate(matches)
	v.Message = fmt.Sprintf("text speaks of %q, and the list records it", claim.Surface)
	return v, true
}
