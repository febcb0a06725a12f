package lexicon

// Stem is the stem of an English word, so that "calls", "call" and "calling"
// meet; lower case.
func Stem(word string) string { return word }

// NounClass tells what a noun counts.
type NounClass uint8

// The classes of nouns.
const (
	NoNoun      NounClass = iota
	PersonNoun            // leaders, ministers, counterparts, people
	PlaceNoun             // countries, cities
	BodyNoun              // companies, teams, committees
	ContactNoun           // calls, meetings
	ListNoun              // steps, reasons, ways: any list can be of them
	TimeNoun              // days, weeks: never items of a list
)

// NounOf is the class of a noun in the singular or plural, lower case.
func NounOf(lower string) NounClass { return NoNoun }
