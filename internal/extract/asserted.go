package extract

import (
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/token"
)

// Reasons why a count that a sentence states is not held against the record.
const (
	doubtReported   = "it is given as what others say"
	doubtUnrealised = "it does not say that they took place"
	doubtOthers     = "it counts what others did, too"
)

// doubtOf tells why a claim's sentence does not state, as the author's own
// word, that the contacts took place; empty where it does. from is the number's
// first token, word that of the contact.
func (s *sentence) doubtOf(from, word int) string {
	if reported(s.toks) {
		return doubtReported
	}
	last := max(from, word)
	first := 0
	for i := range s.parties {
		if l := &s.parties[i]; l.to <= min(from, word) {
			first = max(first, l.to)
		}
	}
	if unrealised(s.toks[first:min(last, len(s.toks))]) {
		return doubtUnrealised
	}
	if s.withOthers(first) {
		return doubtOthers
	}
	return ""
}

// withOthers tells whether the party that ends before token i acts together
// with people who are not named: "Minister Holm and her staff spoke".
func (s *sentence) withOthers(i int) bool {
	if i+2 >= len(s.toks) || s.toks[i].Lower != "and" {
		return false
	}
	return possessivePronoun(s.toks[i+1].Lower) || s.toks[i+1].Lower == "other" || s.toks[i+1].Lower == "others"
}

// reported tells whether a sentence passes on what parties to a dispute say.
func reported(toks []token.Token) bool {
	for i, t := range toks {
		switch t.Lower {
		case "allegedly", "reportedly", "purportedly", "supposedly", "alleged", "alleges", "allege", "rumour", "rumours", "rumor", "rumors", "rumoured", "rumored",
			"unconfirmed", "disputed", "denied", "denies", "deny", "denying", "disputes", "dispute",
			"critics", "opponents", "opposition", "detractors", "rivals", "claimed", "insisted", "insists":
			return true
		case "claims":
			// "He claims that …", not "the claims".
			if i > 0 && (toks[i-1].Kind == token.Word && (toks[i-1].Cap() || subjectPronoun(toks[i-1].Lower))) {
				return true
			}
		case "sources":
			if i+1 < len(toks) && (toks[i+1].Lower == "say" || toks[i+1].Lower == "said") || i > 1 && toks[i-1].Lower == "to" && toks[i-2].Lower == "according" {
				return true
			}
		}
	}
	return false
}

// unrealised tells whether the words between a subject and what is counted
// leave open that it took place, or say that it did not: "was to have met",
// "tried to call", "asked for two meetings", "missed two calls".
func unrealised(toks []token.Token) bool {
	for i, t := range toks {
		switch t.Lower {
		case "tried", "trying", "try", "attempted", "hoped", "hoping", "wanted", "wants", "wished", "sought", "seeks", "asked", "requested", "demanded", "refused", "declined",
			"missed", "skipped", "avoided", "boycotted", "cancelled", "canceled", "postponed", "planned", "agreed", "promised", "pledged", "offered", "proposed", "intended", "intends",
			"scheduled", "due", "failed", "supposed", "meant", "rejected", "threatened", "vowed", "urged", "called-off":
			return true
		case "was", "were", "is", "are", "has", "had", "have":
			if i+1 < len(toks) && toks[i+1].Lower == "to" {
				return true // "was to have met", "had to meet"
			}
		}
	}
	return false
}

// beyond reports whether a sentence says that it speaks of others than the
// list has ("in addition to the calls listed below") or of a time that no
// list covers ("since taking office", "had met five times before").
func beyond(toks []token.Token) bool {
	addition, perfect := false, false
	for i, t := range toks {
		switch t.Lower {
		case "addition", "besides", "beyond":
			addition = true
		case "listed", "below", "above":
			if addition {
				return true
			}
		case "had":
			perfect = true
		case "before", "previously", "already", "beforehand", "earlier":
			if perfect {
				return true
			}
		case "career", "lifetime", "office", "tenure":
			if i > 0 && (toks[i-1].Lower == "taking" || toks[i-1].Lower == "took" || toks[i-1].Lower == "his" || toks[i-1].Lower == "her") {
				return true
			}
		}
	}
	return false
}

// relativeSubject finds who acts in a relative clause: in "met Hale, who called
// back five times" it is Hale. ok tells that the contact word at token word
// stands in such a clause; the party is nil where it is not known whom "who"
// means.
func (s *sentence) relativeSubject(word int) (who *fact.Party, ok bool) {
	for i := word - 1; i >= 0; i-- {
		switch s.toks[i].Lower {
		case "who", "which":
			for k := len(s.parties) - 1; k >= 0; k-- {
				l := &s.parties[k]
				if l.to <= i && i-l.to <= 1 && single(&l.party) {
					return &l.party, true
				}
			}
			return nil, true
		case "has", "have", "had", "also", "then", "since", "twice", "himself", "herself", "-", "together", "jointly", "personally", "recently", "later", "has,", "often", "already", "once":
		default:
			return nil, false
		}
	}
	return nil, false
}
