package fact

// KindMention is the kind of Mention facts.
const KindMention Kind = "mention"

// Mention is a person named with an office.
type Mention struct {
	Base
	Party Party
	// NameAt is where the surname stands.
	NameAt Place
	// From and To are the first and last day that the text around gives the
	// mention, YYYY-MM-DD; empty where it gives none. Published is the
	// document's own date in the same form.
	From, To, Published string
	// PastTime tells that the sentence speaks of another time than the
	// document's own without naming it ("was then", "had been", "in 2014").
	PastTime bool
	// TermFrom and TermTo are the years in which the text says that the
	// person's time in the office began and ended; 0 where it does not.
	TermFrom, TermTo int
	// TermFirst and TermLast are the first and the last day of the person's
	// time in the office, YYYY-MM-DD, as registers give them; empty where the
	// term has no known beginning or end.
	TermFirst, TermLast string
	// Turned tells that the document speaks of the person's coming into an
	// office or leaving one.
	Turned bool
	// Span of years that the whole document speaks of; 0 where unknown.
	FirstYear, LastYear int
	// With are the surnames of the other parties in the same sentence or
	// entry: what may tell that two documents speak of the same event.
	With []string
	// Cast are surnames of the people whom the document names, a few dozen
	// at most: what may tell that two documents speak of one matter.
	Cast []string
}

// FactKind is KindMention.
func (*Mention) FactKind() Kind { return KindMention }
