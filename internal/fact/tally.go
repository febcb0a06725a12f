package fact

import (
	"slices"

	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/quantity"
)

// Kinds of facts about things that are counted by their noun.
const (
	KindTally   Kind = "tally"
	KindLog     Kind = "log"
	KindColumn  Kind = "column"
	KindResults Kind = "results"
)

// Outcome is how a match ended.
type Outcome string

// The outcomes.
const (
	Won   Outcome = "won"
	Lost  Outcome = "lost"
	Drawn Outcome = "drawn"
)

// Tally is a claim about how many things of a kind there were, which no
// person need have done: "six burglaries in March", "called at seven ports",
// "lost four away games", "called at Haven four times".
type Tally struct {
	Base
	Quantity quantity.Quantity
	// NumberAt is where the number itself stands.
	NumberAt Place
	// Noun is what is counted, Filter the words between it and the number,
	// all in the singular; empty for outcomes and values.
	Noun   string
	Filter []string
	// Named are the names in the claim's clause, in lower case: what limits
	// the count to some of the entries, or to nothing that is listed.
	Named []string
	// Value is the name, in lower case, that stands in one column of a
	// table as often as the claim says; empty for other claims.
	Value string
	// Outcome is what is counted of matches; Away and Home narrow it.
	Outcome    Outcome
	Away, Home bool
	// Records tells that the claim is one of what took place ("there were",
	// "saw", "held"); Moves that it is one of where somebody went and whom
	// they met ("visited", "a tour of"); Covers that it tells what a whole
	// takes in ("there are", "lists", "members from").
	Records, Moves, Covers bool
	// Window is the time over which the claim counts.
	Window Window
	// Published is the claiming document's own date, zero if unknown.
	Published calendar.Day
	// Names are the names that the whole document uses.
	Names NameSet `json:"-"`
}

// FactKind is KindTally.
func (*Tally) FactKind() Kind { return KindTally }

// Log is a list or table of dated entries with what each is about.
type Log struct {
	Base
	Items []LogItem
	// Title holds the names in the headings and first blocks of the
	// document, sorted, in lower case; Names those in all of it.
	Title []string
	Names NameSet `json:"-"`
}

// LogItem is one entry of a log.
type LogItem struct {
	Entry *Entry
	// Heads are the phrases that head the entry or one of its sentences,
	// each phrase's noun last: "Bicycle thefts, station" has [bicycle
	// theft]. All words are in lower case and in the singular.
	Heads [][]string
	// Numbered are the nouns that the entry itself counts: "Third storm".
	Numbered []Numbered
	// Words are all its words, sorted.
	Words []string
}

// Numbered is a noun with its ordinal.
type Numbered struct {
	Noun string
	N    int
}

// Nouns are the nouns that head or number at least two entries,
// sorted.
func (l *Log) Nouns() []string {
	var all []string
	for _, it := range l.Items {
		var mine []string
		for _, h := range it.Heads {
			mine = append(mine, h[len(h)-1])
		}
		for _, n := range it.Numbered {
			mine = append(mine, n.Noun)
		}
		slices.Sort(mine)
		all = append(all, slices.Compact(mine)...)
	}
	slices.Sort(all)
	var out []string
	for i := 1; i < len(all); i++ {
		if all[i] == all[i-1] && (i == 1 || all[i-2] != all[i]) {
			out = append(out, all[i])
		}
	}
	return out
}

// FactKind is KindLog.
func (*Log) FactKind() Kind { return KindLog }

// Column is a column of a table whose header names what stands in it.
type Column struct {
	Base // the header
	// Noun is the header's, in the singular.
	Noun string
	// Values are the different values in the order of their first row.
	Values []Value
	// Rows is the number of rows with a value.
	Rows int
	// Title and Names are as in Log.
	Title []string
	Names NameSet `json:"-"`
}

// Value is one value of a column with the rows that have it.
type Value struct {
	// Text is the value in lower case, without "at" and remarks in
	// parentheses.
	Text  string
	Cells []Cell
}

// Cell is where a value stands.
type Cell struct {
	Place
	// Entry is the dated entry that the row is, nil for none.
	Entry *Entry
}

// FactKind is KindColumn.
func (*Column) FactKind() Kind { return KindColumn }

// Results is a table of matches with their outcomes.
type Results struct {
	Base
	Matches []Match
	// Sided tells that the table says which matches were away.
	Sided bool
	// Title is as in Log.
	Title []string
}

// Match is one row of it.
type Match struct {
	Place
	Outcome Outcome
	Away    bool
	Entry   *Entry
}

// FactKind is KindResults.
func (*Results) FactKind() Kind { return KindResults }
