package fact

import "github.com/concordlint/concord/internal/calendar"

// KindRank is the kind of Rank facts.
const KindRank Kind = "rank"

// RankOf tells what a Rank says.
type RankOf string

// What a Rank can say.
const (
	// NthOf: it was the nth ("their third visit").
	NthOf RankOf = "nth"
	// OnlyOf: there was no other ("the only meeting in May").
	OnlyOf RankOf = "only"
	// SinceOf: there was none between ("the first call since March").
	SinceOf RankOf = "since"
)

// Rank is a claim about the place of one thing in the row of its kind.
type Rank struct {
	// Tally says what is counted: its Noun, Named, Window and Quantity,
	// which is the place in the row.
	Tally
	Of RankOf
	// Means is the kind of contact, in the lexicon's terms; empty for other
	// things.
	Means string
	// Since is the last day before the time in which a SinceOf claims that
	// there was nothing else.
	Since calendar.Day
	// On is the day of the thing itself, zero where the sentence does not
	// tell.
	On calendar.Day
}

// FactKind is KindRank.
func (*Rank) FactKind() Kind { return KindRank }
