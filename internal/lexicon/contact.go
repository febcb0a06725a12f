package lexicon

import "github.com/concordlint/concord/internal/token"

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

// ContactMatch is a verb or noun of contact found in a text.
type ContactMatch struct {
	Kind Contact
	// Verb tells verb from noun; Past that the verb is in a past form.
	Verb, Past bool
	// Plural tells that the noun is in the plural.
	Plural bool
	// Prep is the preposition that the verb needs before its counterpart
	// and that was matched with it: "with", "to"; empty for "met X".
	Prep string
	// Lemma is the word in its basic form: speak, call, meeting.
	Lemma string
}

// MatchContactVerb finds a verb of contact that begins at token i ("spoke by
// phone with", "met", "traveled to"), with its preposition where it follows.
func MatchContactVerb(toks []token.Token, i int) (m ContactMatch, n int, ok bool) {
	return ContactMatch{}, 0, false
}

// MatchContactNoun finds a noun of contact that begins at token i, in any
// case: "call", "virtual meeting", "bilateral talks".
func MatchContactNoun(toks []token.Token, i int) (m ContactMatch, n int, ok bool) {
	return ContactMatch{}, 0, false
}

// Covers tells whether a claim of one kind counts an entry of another: strict
// that it certainly does, broad that it may.
func Covers(claim, entry Contact) (strict, broad bool) { return claim == entry, claim == entry }
