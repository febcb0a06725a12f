package fact

import "github.com/concordlint/concord/internal/quantity"

// Kinds of facts about lists.
const (
	KindList      Kind = "list"
	KindListClaim Kind = "list-claim"
	KindScope     Kind = "scope"
)

// List is a list, table or row of headings that a sentence may introduce.
type List struct {
	Base
	// Intro is the block that directly precedes the list, source.None
	// where nothing does; Before is the block before that one in the same
	// container; After the block that follows the list.
	Intro, Before, After int
	// Items are the places of the items, outermost level only.
	Items []Place
	// Heads are the stems of each item's leading words.
	Heads [][]string
	// Nested is the number of items one level deeper, Parents how many items
	// they stand in.
	Nested, Parents int
	// More is the number of items in lists of the same look that stand
	// near in the same section; 0 where there are none.
	More int
	// Joined tells how many items certainly hold several things ("A and B").
	Joined int
	// Spare tells how many items may be none: notes, examples, labels.
	Spare int
	// Called are the stems of the plurals in the list's introduction and
	// heading: what its items are called.
	Called []string
	// Labels holds an item's written number, 0 where it has none.
	Labels []int
	// Shape is bulleted, numbered, dated, definition, table or headings.
	Shape string
	// Depth is the nesting depth, 0 outermost.
	Depth int
	// Broken tells that the reader could not be sure where the list ends.
	Broken bool
	// Led tells that the last sentence before the list introduces it with a
	// colon and says something of its own.
	Led bool
	// Log tells that the items are dated entries.
	Log bool
}

// FactKind is KindList.
func (*List) FactKind() Kind { return KindList }

// ListClaim is a sentence that says how many items a list has.
type ListClaim struct {
	Base
	Quantity quantity.Quantity
	// NumberAt is where the number itself stands.
	NumberAt Place
	// Noun is the counted noun, NounStem its stem, General tells that it is
	// a noun that any list can be of (ways, reasons, steps).
	Noun, NounStem string
	General        bool
	// Following: the sentence points at what follows ("the following", "as
	// follows", "these … :", "below"); Above: at what stands above; Colon:
	// it ends in a colon; Last: it is the last sentence of its block;
	// Parenthesis: the number stands in parentheses at the end.
	Following, Above, Colon, Last, Parenthesis bool
	// Introduces tells that a verb or frame of the sentence introduces its
	// object as a list ("there are three", "fixes four", "for two reasons").
	Introduces bool
	// Ends: the counted noun ends the sentence. Alone: nothing behind it
	// could be what is listed instead. Definite: "the two", "these three".
	Ends, Alone, Definite bool
	// These: it opens with "these four" and points at the list right above.
	These bool
	// Aside: what the sentence introduces is something else, of which or to
	// which the number is said. Title: the sentence is a line without an end.
	Aside, Title bool
}

// FactKind is KindListClaim.
func (*ListClaim) FactKind() Kind { return KindListClaim }

// Scope is a sentence about how complete a list is.
type Scope struct {
	Base
	// Partial or Complete; never both.
	Partial, Complete bool
	// Sentence is its text.
	Sentence string
	// Whole tells that it speaks of the document's lists at large and not
	// only of the list that follows.
	Whole bool
}

// FactKind is KindScope.
func (*Scope) FactKind() Kind { return KindScope }
