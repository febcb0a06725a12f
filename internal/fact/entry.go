package fact

import "github.com/concordlint/concord/internal/calendar"

// KindEntry is the kind of Entry facts.
const KindEntry Kind = "entry"

// Entry is one item of a list, table or log that records something.
type Entry struct {
	Base
	// List is the number of the list or table in the document (entries of
	// one list stand in order), Item the position in it, from 0.
	List, Item int
	// Date of the entry; HasDate tells whether there is one, DateAt where.
	Date    calendar.Date
	HasDate bool
	DateAt  Place
	// DateSurface is the date as written.
	DateSurface string
	// Version is the version number that leads the entry, if any.
	Version calendar.Version
	// Contacts are the calls, meetings and visits that the entry records.
	Contacts []Contact
	// Stems are the stems of the words of the entry, sorted, for claims
	// that count by noun. Empty unless the entry is short.
	Stems []string
	// Partial is the sentence that calls the list partial, nil where none
	// does; Complete tells that one calls it complete.
	Partial  *Remark
	Complete bool
	// Period is the time that the headings above the list say it covers, nil
	// where they do not.
	Period *Period
	// Unowned tells that contacts of the same list do not say who had them,
	// so that what one person did cannot be counted in full.
	Unowned bool
}

// FactKind is KindEntry.
func (*Entry) FactKind() Kind { return KindEntry }

// Contact is one thing that actors did with counterparts.
type Contact struct {
	// Means is the kind of contact in the lexicon's terms; Noun is the word
	// that names it, as written.
	Means, Noun string
	// Actors and With are the two sides.
	Actors, With []Party
	// Unnamed is the noun, in the singular, for those whom the entry does not
	// name: "counterpart" in "meeting with counterparts from the region".
	Unnamed string
	// Implied tells that the actor is not named in the entry but follows
	// from the list's heading, or from its being one person's log.
	Implied bool
	// Broad tells that both sides attended rather than dealt with each
	// other: it may count and does not certainly count.
	Broad bool
	// Mentioned tells that the entry speaks of the contact but records
	// another one ("following the President's call with …").
	Mentioned bool
	// Planned tells that the contact was still to come, or did not happen.
	Planned bool
}

// Period is a stretch of time from its first to its last day.
type Period struct{ From, To calendar.Day }
