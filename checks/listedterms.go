package checks

import (
	"fmt"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// listed reports whether a register lists the mention with a time in office.
func listed(m *fact.Mention) bool { return m.TermFirst != "" || m.TermLast != "" }

// handover is how many days around the document's own date an office may pass
// from one to another unsaid.
const handover = 7

// inListedTerm reports whether a mention of b is of a time that lies within
// the term for which a register lists m, and in no term that one lists for b.
func inListedTerm(m, o *fact.Mention, b *holder) bool {
	if listed(o) || o.TermFrom != 0 || o.TermTo != 0 || !termHolds(m, o, true) {
		return false
	}
	for _, q := range o.Party.Qualifiers {
		if q != "then" {
			return false
		}
	}
	if o.From == "" && (o.PastTime || o.Turned) {
		return false
	}
	for _, x := range b.mentions {
		if listed(x) && termHolds(x, o, false) {
			return false
		}
	}
	return true
}

// termHolds reports whether the time of o lies within the listed term of m:
// wholly, the days of coming and going apart, or as far as it may.
func termHolds(m, o *fact.Mention, wholly bool) bool {
	s := stretchOf(o)
	if !s.known {
		return false
	}
	slack := 1
	if !s.stated {
		slack = handover
	}
	if !wholly {
		slack = -slack
	}
	first, begins := dayNumber(m.TermFirst)
	last, ends := dayNumber(m.TermLast)
	if wholly {
		return (!begins || s.first >= first+slack) && (!ends || s.last <= last-slack)
	}
	return (!begins || s.last >= first+slack) && (!ends || s.first <= last-slack)
}

// inTheirTerms are the verdicts on mentions of holders at a time for which a
// register lists them: they agree.
func inTheirTerms(key string, holders []*holder) []verdict.Verdict {
	var out []verdict.Verdict
	for _, h := range holders {
		for _, l := range h.mentions {
			if !listed(l) {
				continue
			}
			for _, m := range h.mentions {
				if listed(m) || !termHolds(l, m, true) {
					continue
				}
				out = append(out, verdict.Verdict{
					Status: verdict.Agrees, Place: m.Place, Surface: m.Surface, Claimed: h.name, Found: h.name,
					Message:  fmt.Sprintf("%s is %s%s", h.name, officeWords(key, m), termWords(l, m)),
					Evidence: []verdict.Evidence{{Role: verdict.Defines, Note: "the term", Place: l.Place}},
				})
			}
		}
	}
	return out
}
