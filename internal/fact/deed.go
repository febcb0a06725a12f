package fact

import "github.com/concordlint/concord/internal/calendar"

// Kinds of facts about what one person did.
const (
	KindDeed      Kind = "deed"
	KindProgramme Kind = "programme"
)

// Deed is a sentence's claim that somebody met, called or visited a person or
// a place that it names.
type Deed struct {
	Base // from the verb to the last of the names
	// Actor is who did it.
	Actor Party
	// Means is the kind of contact in the lexicon's terms.
	Means string
	// Names are those of the person and of the places, in lower case.
	Names []string
	// Nouns are the other words of what was met or visited, Titles the
	// offices that it gives a person.
	Nouns, Titles []string
	// Window is the time that the sentence names.
	Window Window
	// Listed holds all names of the document.
	Listed NameSet `json:"-"`
	// Refers tells that the document names a log, diary or programme as its
	// source.
	Refers bool
}

// FactKind is KindDeed.
func (*Deed) FactKind() Kind { return KindDeed }

// Programme is a list or table of dated entries that records what one person
// did: a diary, a log, an itinerary.
type Programme struct {
	Base // the first entry
	// Owners are those whose it is: one where the headings say so, else all
	// who act in the entries of a list that is called complete.
	Owners []Party
	// Entries is how many there are; From and To are the first and last day.
	Entries  int
	From, To calendar.Day
	// Listed holds all words of the entries that may be names, Others those
	// of the rest of the document.
	Listed, Others NameSet `json:"-"`
	// Words holds all words of the entries; Unnamed are the offices of those
	// whom entries do not name.
	Words   NameSet `json:"-"`
	Unnamed []string
	// Calls tells that calls are among what is recorded.
	Calls bool
	// Partial is the sentence that calls the list partial, nil where none
	// does; Complete tells that one calls it complete.
	Partial  *Remark
	Complete bool
}

// FactKind is KindProgramme.
func (*Programme) FactKind() Kind { return KindProgramme }
