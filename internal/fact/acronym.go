package fact

// KindAcronym is the kind of Acronym.
const KindAcronym Kind = "acronym"

// Acronym is an acronym beside the words that it stands for.
type Acronym struct {
	Base // the acronym, without the "s" of a plural
	// Words are those it stands for, in lower case; small words are left
	// out, hyphens part words.
	Words []string
	// WordsAt is their place, and Written their text.
	WordsAt Place
	Written string
	// Initials are the letters that the words begin with, in capitals. They
	// are the acronym unless it is a slip.
	Initials string
	// Before is where the document uses the acronym before it is explained for
	// the first time, nil if it does not.
	Before *Place
	// Unexplained tells that the document uses the acronym, Uses times, and
	// never explains it; it has no words then.
	Unexplained bool
	// Known tells, of one that differs from its initials, that the document
	// elsewhere gives the same words the acronym that fits them.
	Known bool
	// Uses and InitialsUsed are how often the document uses the acronym and
	// the initials, this place apart; counted where the two differ.
	Uses, InitialsUsed int
}

// FactKind is KindAcronym.
func (*Acronym) FactKind() Kind { return KindAcronym }
