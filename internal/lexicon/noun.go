package lexicon

import (
	_ "embed" // the data file
	"strings"
	"sync"
)

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
	UnitNoun              // metres, bytes, dollars: never items of a list
)

//go:embed data/nouns.txt
var nounsFile string

var nouns = sync.OnceValue(func() map[string]NounClass {
	classes := map[string]NounClass{
		"person": PersonNoun, "place": PlaceNoun, "body": BodyNoun, "contact": ContactNoun,
		"list": ListNoun, "time": TimeNoun, "unit": UnitNoun,
	}
	table := make(map[string]NounClass, 700)
	lines(nounsFile, func(line string) {
		f := fields(line, "|")
		for w := range strings.FieldsSeq(f[1]) {
			table[w] = classes[f[0]]
		}
	})
	return table
})

// NounOf is the class of a noun in the singular or plural, lower case.
func NounOf(lower string) NounClass {
	if c, ok := nouns()[lower]; ok {
		return c
	}
	return nouns()[Singular(lower)]
}
