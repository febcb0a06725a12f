// Package lexicon knows words: countries and bodies, groups and their size,
// titles and offices, names, words of contact, hedges. It knows no grammar
// beyond the phrase and nothing of documents; it must not know any particular
// document, person or event.
package lexicon

// Classes is a set of classes of one word, found by one look-up, so that a
// text can be scanned once and parsed only where something may begin.
type Classes uint32

// The classes of words.
const (
	TitleWord Classes = 1 << iota // may begin an office, rank or courtesy title
	TitleHead                     // may be the head noun of one: minister, chief
	RankWord
	CourtesyWord
	QualifierWord
	PlaceWord
	GroupWord
	ContactVerbWord
	ContactNounWord
	HedgeWord
	CorrectionWord
	GivenWord
	ParticleWord
	PersonWord // a noun for people: leaders, counterparts
)

// Has reports whether any class of d is in c.
func (c Classes) Has(d Classes) bool { return c&d != 0 }

// Class is the set of classes of a lower-case word (token.Token.Lower or
// Stem). Phrases are classed by their first word.
func Class(lower string) Classes { return 0 }
