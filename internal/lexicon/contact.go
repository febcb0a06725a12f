package lexicon

import (
	_ "embed" // the data file
	"strings"
	"sync"

	"github.com/concordlint/concord/internal/token"
)

// Contact is a kind of dealing between parties.
type Contact string

// The kinds of contact.
const (
	Call    Contact = "call"
	Meeting Contact = "meeting"
	Visit   Contact = "visit"
	Video   Contact = "video" // by video link: a call and a meeting
	Host    Contact = "host"
	Talk    Contact = "talk" // in whatever way: spoke, conversation, discussion
	Letter  Contact = "letter"
	Brief   Contact = "brief"
	Attend  Contact = "attend"  // both were there
	Any     Contact = "contact" // contact, engagement, interaction
)

//go:embed data/contacts.txt
var contactsFile string

// ContactMatch is a verb or noun of contact found in a text.
type ContactMatch struct {
	Kind Contact
	// Verb tells verb from noun; Past that the verb is in a past form, Base
	// that it is a bare form that may be a noun as well ("call", "visit").
	Verb, Past, Base bool
	// Plural tells that the noun is in the plural.
	Plural bool
	// Prep is the preposition that was matched with the verb: "with", "to";
	// empty for "met Holm".
	Prep string
	// Lemma is the word in its basic form: speak, call, meeting.
	Lemma string
	// Means tells that the words after the verb name the way ("by phone"),
	// and so Kind is more than the verb alone says.
	Means bool
}

// contactVerb is a form of a verb of contact.
type contactVerb struct {
	ContactMatch
	preps []string // that may stand before the counterpart; "-" is none
}

// contactTable holds the vocabulary of contact.
type contactTable struct {
	verbs map[string]contactVerb
	nouns phrases[ContactMatch]
	means phrases[Contact]
}

var contacts = sync.OnceValue(func() *contactTable {
	t := &contactTable{
		verbs: make(map[string]contactVerb, 250),
		nouns: make(phrases[ContactMatch], 200),
		means: make(phrases[Contact], 40),
	}
	lines(contactsFile, t.add)
	return t
})

// add reads a line "verb | kind | prepositions | base, third person, past,
// participle, -ing", "noun | kind | names" or "means | kind | phrases".
func (t *contactTable) add(line string) {
	f := fields(line, "|")
	kind := Contact(f[1])
	switch f[0] {
	case "verb":
		forms := list(f[3])
		for i, s := range forms {
			m := ContactMatch{Kind: kind, Verb: true, Lemma: forms[0], Past: i >= 2 && !strings.HasSuffix(s, "ing"), Base: i < 2}
			if _, known := t.verbs[s]; !known {
				t.verbs[s] = contactVerb{m, list(f[2])}
			}
		}
	case "noun":
		for _, s := range list(f[2]) {
			m := ContactMatch{Kind: kind, Lemma: s}
			t.nouns.add(s, m)
			if !strings.HasSuffix(s, "s") {
				m.Plural = true
				t.nouns.add(pluralWord(s), m)
			}
		}
	case "means":
		for _, s := range list(f[2]) {
			t.means.add(s, kind)
		}
	}
}

// MatchContactVerb finds a verb of contact that begins at token i, with the
// way ("spoke by phone with") and the preposition that follow it. Where
// neither follows, n is 1 and the caller looks for the counterpart, or for the
// preposition after a count ("has spoken seven times with"). Senses of the
// verb that are no contact ("called for", "met the target") do not match.
func MatchContactVerb(toks []token.Token, i int) (m ContactMatch, n int, ok bool) {
	if i < 0 || i >= len(toks) || toks[i].Kind != token.Word {
		return ContactMatch{}, 0, false
	}
	verb, known := contacts().verbs[toks[i].Lower]
	if !known {
		return ContactMatch{}, 0, false
	}
	var v window
	v.read(toks, i)
	m = verb.ContactMatch
	k := 1
	for k < v.n && manner(v.w[k].s) && !v.w[k].comma {
		if v.w[k].s == "virtually" {
			m.Kind, m.Means = Video, true
		}
		k++
	}
	if k < v.n && !v.w[k].comma {
		if kind, words := contacts().means.match(&v, k, nil); words > 0 {
			m.Kind, m.Means = kind, true
			k += words
		}
	}
	if k < v.n && !v.w[k].comma && verb.takes(v.w[k].s) {
		m.Prep = v.w[k].s
		return m, v.w[k].end - i, true
	}
	if !m.Means && noContact(m.Lemma, &v, k) {
		return ContactMatch{}, 0, false
	}
	if m.Means {
		return m, v.w[k-1].end - i, true
	}
	return m, 1, true
}

func (v contactVerb) takes(s string) bool {
	for _, p := range v.preps {
		if p == s {
			return true
		}
	}
	return false
}

// Takes reports whether the verb can have its counterpart after the
// preposition; an empty one asks for a direct object.
func (m ContactMatch) Takes(prep string) bool {
	if prep == "" {
		prep = "-"
	}
	return contacts().verbs[m.Lemma].takes(prep)
}

// manner reports whether an adverb may stand between the verb and what
// follows it.
func manner(s string) bool {
	switch s {
	case "virtually", "separately", "again", "privately", "briefly", "directly", "personally", "today", "yesterday", "together", "also", "regularly", "repeatedly", "informally", "individually", "back", "bilaterally", "earlier", "closely", "frequently", "jointly":
		return true
	}
	return false
}

// noContact reports whether the word after the verb shows another sense of it.
func noContact(lemma string, v *window, k int) bool {
	if k >= v.n || v.w[k].comma {
		return false
	}
	next := v.w[k].s
	switch lemma {
	case "call", "ring", "phone":
		switch next {
		case "for", "on", "upon", "off", "it", "itself", "himself", "themselves", "into", "out", "attention", "a", "an":
			return true
		}
	case "meet":
		switch next {
		case "needs", "need", "requirements", "deadline", "deadlines", "target", "targets", "criteria", "expectations", "demand", "demands", "conditions", "standards", "obligations":
			return true
		case "the", "its", "their", "all", "these", "those", "our":
			return k+1 < v.n && noContact(lemma, v, k+1)
		}
	case "speak", "talk":
		return next == "of" || next == "for" || next == "out" || next == "up"
	case "see":
		return !v.w[k].cap && next != "his" && next != "her" && next != "the" && next != "their"
	case "join":
		return next == "forces"
	case "host", "address", "attend":
		return false
	}
	return false
}

// MatchContactNoun finds a noun of contact that begins at token i, in any
// case: "call", "virtual meeting", "bilateral talks".
func MatchContactNoun(toks []token.Token, i int) (m ContactMatch, n int, ok bool) {
	if i < 0 || i >= len(toks) || toks[i].Kind != token.Word || contacts().nouns[toks[i].Stem()] == nil {
		return ContactMatch{}, 0, false
	}
	var v window
	v.read(toks, i)
	m, words := contacts().nouns.match(&v, 0, nil)
	if words == 0 || words < v.n && !v.w[words].comma && otherNoun(v.w[words-1].s, v.w[words].s) {
		return ContactMatch{}, 0, false
	}
	return m, v.w[words-1].end - i, true
}

// otherNoun reports whether a noun of contact and the word after it belong
// together as something else: "call sign", "meeting room", "letter box".
func otherNoun(noun, next string) bool {
	switch next {
	case "room", "rooms", "point", "place", "sign", "signs", "centre", "center", "centers", "centres", "lens", "lenses", "box", "ring", "rings", "hall", "house", "minutes", "details", "form", "sport", "sports", "page", "number", "numbers", "list":
		return true
	case "for", "to":
		return strings.HasPrefix(noun, "call") && next == "for"
	}
	return false
}

// Covers tells whether a claim of one kind counts an entry of another: strict
// that it certainly does, broad that it may. "Spoke" counts calls, meetings and
// video links, "called" calls only, "met" meetings, hosting and, at a stretch,
// visits; "contact" counts all. Having attended the same event is only ever
// broad.
func Covers(claim, entry Contact) (strict, broad bool) {
	if claim == entry {
		return true, true
	}
	switch entry {
	case Attend:
		return false, claim != Call && claim != Letter
	case Letter:
		return false, claim == Any
	}
	switch claim {
	case Any:
		return true, true
	case Talk:
		return entry == Call || entry == Meeting || entry == Video, true
	case Call:
		return false, entry == Video || entry == Talk || entry == Any
	case Meeting:
		return entry == Host, entry == Host || entry == Visit || entry == Video || entry == Talk || entry == Any
	case Visit:
		return false, entry == Host || entry == Meeting || entry == Any
	case Video:
		return false, entry == Call || entry == Meeting || entry == Talk || entry == Any
	case Host:
		return false, entry == Meeting || entry == Visit || entry == Any
	case Brief:
		return false, entry != Visit && entry != Host
	case Attend:
		return false, entry == Meeting || entry == Any
	}
	return false, false
}

// CoversAny is Covers for a claim of several kinds ("calls and meetings"):
// who counts calls and meetings certainly counts a video link.
func CoversAny(claims []Contact, entry Contact) (strict, broad bool) {
	call, meeting := false, false
	for _, c := range claims {
		s, b := Covers(c, entry)
		strict, broad = strict || s, broad || b
		call, meeting = call || c == Call, meeting || c == Meeting
	}
	if call && meeting && (entry == Video || entry == Talk) {
		return true, true
	}
	return strict, broad
}
