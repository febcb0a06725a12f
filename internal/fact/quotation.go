package fact

// KindQuotation is the kind of Quotation facts.
const KindQuotation Kind = "quotation"

// Quotation is what somebody is said to have said or written: words between
// quotation marks, a block quotation, or a turn in a record of speech.
type Quotation struct {
	// Base is from its first word to its last, whatever stands between the
	// parts of a quotation that is interrupted.
	Base
	// Words are its words in order, as written.
	Words []QuotedWord
	// Form is "marks", "block", or "speech" for a turn in a record.
	Form string
	// Speaker is who is said to have said it; its Surface is empty where the
	// text does not say.
	Speaker Speaker
}

// QuotedWord is one word of a quotation.
type QuotedWord struct {
	// Text is the word as written; a word with a hyphen is two.
	Text string
	// Start and End are its place in the document's canonical text.
	Start, End int32
	// Gap tells that words may be left out before it: behind an ellipsis,
	// an interruption, a remark in brackets.
	Gap bool
	// Changed tells that it stands in square brackets: it is not the
	// speaker's.
	Changed bool
}

// Speaker is who is said to have spoken.
type Speaker struct {
	// Place is where the speaker is named, Surface the text there.
	Place   Place
	Surface string
	// Names are the words of the name, the surname last; nil for a speaker
	// who is called by an office or another description only.
	Names []string
	// Roles are the words of the description, in lower case.
	Roles []string
	// Unsure tells that the name was found by a pronoun.
	Unsure bool
	// Proxy tells that one speaks for another, or says another's words
	// again: a spokesman, "quoting", "echoed".
	Proxy bool
}

// Known reports whether the text says who spoke.
func (s *Speaker) Known() bool { return len(s.Names)+len(s.Roles) > 0 }

// Named reports whether the speaker is known by name.
func (s *Speaker) Named() bool { return len(s.Names) > 0 }

// FactKind is KindQuotation.
func (*Quotation) FactKind() Kind { return KindQuotation }
