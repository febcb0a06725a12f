package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/verdict"
)

// speakersAre is how two speakers stand to each other.
type speakersAre uint8

const (
	openSpeakers speakersAre = iota // the texts do not tell
	oneSpeaker
	twoSpeakers
)

// compareSpeakers tells whether two namings are of one person. Two are only
// certainly two if both are known by name and neither speaks for another.
func compareSpeakers(a, b *fact.Speaker) speakersAre {
	if !a.Named() || !b.Named() {
		if len(a.Names)+len(b.Names) == 0 && (holdsAll(a.Roles, b.Roles) || holdsAll(b.Roles, a.Roles)) {
			return oneSpeaker
		}
		return openSpeakers
	}
	x, y := a.Names[len(a.Names)-1], b.Names[len(b.Names)-1]
	if lexicon.Skeleton(x) == lexicon.Skeleton(y) {
		if len(a.Names) > 1 && len(b.Names) > 1 && a.Names[0][0] != b.Names[0][0] {
			return openSpeakers // of one family, or called by another name
		}
		return oneSpeaker
	}
	if a.Unsure || b.Unsure || a.Proxy || b.Proxy || sharesName(a.Names, b.Names) || nearlySame(x, y) {
		return openSpeakers
	}
	return twoSpeakers
}

// holdsAll reports whether all words of a description, of which there are
// some, are in another.
func holdsAll(some, all []string) bool {
	return len(some) > 0 && !slices.ContainsFunc(some, func(r string) bool { return !slices.Contains(all, r) })
}

// sharesName reports whether a word of one name is in the other.
func sharesName(a, b []string) bool {
	return slices.ContainsFunc(a, func(n string) bool {
		return len(n) > 2 && slices.ContainsFunc(b, func(m string) bool { return lexicon.Skeleton(n) == lexicon.Skeleton(m) })
	})
}

// nearlySame reports whether one name may be the other misspelt: it has the
// same first letter and all but two of its letters at their places from one
// of the ends.
func nearlySame(a, b string) bool {
	x, y := []rune(lexicon.Skeleton(a)), []rune(lexicon.Skeleton(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	const off = 2
	if len(y)-len(x) > off || len(x) < 3 {
		return false
	}
	head, tail := 0, 0
	for head < len(x) && x[head] == y[head] {
		head++
	}
	for tail < len(x)-head && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	return head+tail >= len(y)-off && head+tail > len(y)/2
}

// Words that two quotations share beyond doubt.
const (
	surelyMatched = 6
	surelyContent = 3
	longMatched   = 8  // words of which fewer need say something
	tenth         = 10 // of so many words one may differ
)

// surely reports whether two quotations are of the same words beyond doubt.
// Of a long turn a few words may be anybody's.
func surely(p *pair) bool {
	if p.b.Form == "speech" && p.matched == surelyMatched {
		return false
	}
	return p.matched >= surelyMatched && (p.content >= surelyContent || p.matched >= longMatched) && (p.changed == 0 || p.changed*tenth <= p.matched && onlyLittle(*p))
}

// judgeSpeakers compares who is said to have spoken the same words.
func judgeSpeakers(s *sayings) []verdict.Verdict {
	var out []verdict.Verdict
	var against []pair
	for _, p := range s.pairs {
		if !p.a.Speaker.Known() || !p.b.Speaker.Known() || !surely(&p) {
			continue
		}
		switch compareSpeakers(&p.a.Speaker, &p.b.Speaker) {
		case oneSpeaker:
			out = append(out, agreeingSpeaker(p))
		case openSpeakers:
			v := speakerVerdict(p.a, p.b)
			v.Status, v.Why = verdict.Undecided, "the two may be one, or one may speak for the other"
			out = append(out, v)
		case twoSpeakers:
			against = append(against, p)
		}
	}
	return append(out, s.conflicts(against)...)
}

// conflicts makes one verdict of each quotation whose speaker others
// contradict. It falls to the one that fewer places bear out.
func (s *sayings) conflicts(against []pair) []verdict.Verdict {
	var claims []*saying
	others := map[*saying][]*saying{}
	for _, p := range against {
		a, b := p.a, p.b
		if s.recorded(a) && s.recorded(b) {
			continue // both have said it
		}
		if b.Form != "speech" && s.votes(a) > s.votes(b) {
			a, b = b, a
		}
		if others[a] == nil {
			claims = append(claims, a)
		}
		others[a] = append(others[a], b)
	}
	var out []verdict.Verdict
	for _, a := range claims {
		b := others[a][0]
		v := speakerVerdict(a, b)
		if s.everybody() {
			v.Status, v.Why = verdict.Undecided, "several people say it"
			out = append(out, v)
			continue
		}
		v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
		v.Suggestions = []verdict.Suggestion{{Text: v.Found, Place: a.Speaker.Place, Confidence: "low"}, {Text: v.Claimed, Place: b.Speaker.Place, Confidence: "low"}}
		if len(others[a]) > 1 {
			v.Suggestions = v.Suggestions[:1]
			v.Suggestions[0].Confidence = "medium"
		}
		for _, o := range others[a][1:] {
			v.Evidence = append(v.Evidence, speakerEvidence(a, o)...)
		}
		out = append(out, v)
	}
	return out
}

// everybody reports whether the words are given to so many speakers that they
// may be a saying, an oath or a song.
func (s *sayings) everybody() bool {
	const many = 3
	var speakers []*fact.Speaker
	for _, a := range s.all {
		if a.Form != "speech" && a.Speaker.Known() && !slices.ContainsFunc(speakers, func(o *fact.Speaker) bool { return compareSpeakers(o, &a.Speaker) == oneSpeaker }) {
			speakers = append(speakers, &a.Speaker)
		}
	}
	return len(speakers) >= many
}

// recorded reports whether a record of speech has the words of a quotation
// from its speaker.
func (s *sayings) recorded(a *saying) bool {
	return a.Form == "speech" || slices.ContainsFunc(s.pairs, func(p pair) bool {
		return p.a == a && p.b.Form == "speech" && compareSpeakers(&a.Speaker, &p.b.Speaker) == oneSpeaker
	})
}

// votes is how many other places give the words of a quotation to the same
// speaker.
func (s *sayings) votes(a *saying) int {
	n := 0
	for _, p := range s.pairs {
		if (p.a == a || p.b == a) && compareSpeakers(&p.a.Speaker, &p.b.Speaker) == oneSpeaker {
			n++
		}
	}
	return n
}

// speakerName is how a speaker is called in a message.
func speakerName(s *fact.Speaker) string {
	if s.Named() {
		return strings.Join(s.Names, " ")
	}
	return s.Surface
}

func speakerVerdict(a, b *saying) verdict.Verdict {
	x, y := speakerName(&a.Speaker), speakerName(&b.Speaker)
	place := a.Speaker.Place
	return verdict.Verdict{
		Place: place, Surface: a.Speaker.Surface, Claimed: x, Found: y, Evidence: speakerEvidence(a, b),
		Message: fmt.Sprintf("%q is given to %s here, to %s elsewhere", unmarked(a.Surface), x, y),
		Calculation: &verdict.Calculation{Relation: "the same words have one speaker", Operands: []verdict.Operand{
			{Interval: x, Place: &place}, {Interval: y, Place: &b.Speaker.Place},
		}},
	}
}

// unmarked is a quotation without its marks, cut short.
func unmarked(s string) string { return clip(strings.Trim(s, "\"“”„«»‘’'., ")) }

func speakerEvidence(a, b *saying) []verdict.Evidence {
	if compareSpeakers(&a.Speaker, &b.Speaker) == oneSpeaker {
		return []verdict.Evidence{{Role: verdict.Counted, Note: "the same words", Place: b.Place}}
	}
	return []verdict.Evidence{
		{Role: verdict.Contradicts, Note: "the same words from " + speakerName(&b.Speaker), Place: b.Place},
		{Role: verdict.Contradicts, Note: "the speaker there", Place: b.Speaker.Place},
	}
}

func agreeingSpeaker(p pair) verdict.Verdict {
	v := speakerVerdict(p.a, p.b)
	v.Status, v.Message = verdict.Agrees, fmt.Sprintf("%q is given to %s in both places", unmarked(p.a.Surface), v.Claimed)
	return v
}
