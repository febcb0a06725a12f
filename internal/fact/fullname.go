package fact

import "github.com/concordlint/concord/internal/source"

// KindFullName is the kind of FullName facts.
const KindFullName Kind = "full-name"

// FullName is one form of what is likely a person's name in full, in one
// document: two to four capitalised words, titles left out.
type FullName struct {
	Base // the first use
	// Words are the name's words in order, as written, without possessive
	// ending. Particles stand with the surname, which is the last word.
	Words []string
	// Like is set for a surname that stands alone and resembles the one of a
	// full name of the same document, which it holds. Words is then that one
	// word.
	Like string
	// Sure tells that the document itself shows that this is a person: by a
	// common given name, a title, a by-line, a verb of speech, an address.
	Sure bool
	// Common tells that one of the words stands in lower case, too.
	Common bool
	// Remarked tells that the text speaks of the spelling, or of people who
	// share a name.
	Remarked bool
	// Roles are what stands at the name as office or function.
	Roles []string
	// Spots are the places of the surname, outside quotations: in the full
	// form first, then alone.
	Spots []Spot
}

// Spot is one use of a name with what it stands in.
type Spot struct {
	Place
	// Sentence is the sentence around it. Table and List are the indices of
	// the table in which it fills a cell and of the list in which it opens
	// an item, None elsewhere.
	Sentence    source.Span
	Table, List int
	// Alone tells that the surname stands without the other words.
	Alone bool
}

// FactKind is KindFullName.
func (*FullName) FactKind() Kind { return KindFullName }

// Surname is the last of the name's words.
func (n *FullName) Surname() string { return n.Words[len(n.Words)-1] }

// Given is the first of the name's words.
func (n *FullName) Given() string { return n.Words[0] }
