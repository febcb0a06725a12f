package fact

import "github.com/concordlint/concord/internal/calendar"

// KindTense is the kind of Tense facts.
const KindTense Kind = "tense"

// Tense is a day of which a document tells as of one still to come, or as of
// one that is over.
type Tense struct {
	Base // the day
	Date calendar.Date
	// Coming tells that it is still to come.
	Coming bool
	// CueAt is where the text says so: a heading or a verb.
	CueAt Place
	Cue   string
	// Published is the document's own date.
	Published calendar.Day
}

// FactKind is KindTense.
func (*Tense) FactKind() Kind { return KindTense }
