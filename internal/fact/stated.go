package fact

import (
	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/quantity"
)

// Kinds of facts about what a text states of a thing in passing.
const (
	KindStated Kind = "stated"
	KindEvent  Kind = "event"
)

// Context is what surrounds a stated value: the words by which two places
// are known to speak of one thing, and those that tell two things apart.
// Words are stems in lower case; all lists are sorted.
type Context struct {
	// Near are the words between the value and the next values of its
	// sentence, nearest ones if there are many; Far the rest of the
	// sentence.
	Near, Far []string
	// Names are those of Near and Far that are proper names or acronyms.
	Names []string
	// Limits are the words beside the value that single out a part, a time
	// or a state: "first", "average", "planned", "2022".
	Limits []string
	// Heads are the words of the headings above.
	Heads []string
	// Topics are the names that the document uses, Figures the longer figures
	// that it states; both are shared by its facts.
	Topics  NameSet  `json:"-"`
	Figures *NameSet `json:"-"`
	// Published is the document's own date, zero if unknown.
	Published calendar.Day
}

// Stated is a quantity of something as a text or a table's cell states it.
type Stated struct {
	Base // the number with its unit
	Context
	// Dimension is what can be compared: "count", "length", "mass",
	// "percent", a currency, "number" for cells without a unit.
	Dimension string
	// Interval is in the dimension's base unit, as said; Loose is what the
	// figure stands for where it is a round one.
	Interval, Loose quantity.Interval
	// Digits are the figures as written, without separators of thousands;
	// Unit is the unit as written, in lower case.
	Digits, Unit string
	// Head is the noun counted or, of an amount, what it is an amount of
	// ("a surplus of"); a stem.
	Head string
	// Exact tells that no word of bounds or doubt stands with it.
	Exact bool
	// Defined tells that a register states the figure: Near are then the words
	// by which the thing and its attribute are known.
	Defined bool
	// Was is the figure that this one replaces ("88 instead of 80").
	Was string
	// Row is how many words at the front of Label are the row's; Label holds
	// the words of a cell's row and column, nil in running text. Beside are
	// the figures of the row's other cells.
	Label  []string
	Beside []string
}

// FactKind is KindStated.
func (*Stated) FactKind() Kind { return KindStated }

// Event is a date or year at which something happened that happens once, as
// far as its words tell.
type Event struct {
	Base // the date
	Context
	// Date is the day or, where Year, only its year is stated.
	Date calendar.Day
	Year bool
	// Act is the stem of what happened: "found", "sign", "open".
	Act string
	// Inferred tells that the year was left out.
	Inferred bool
}

// FactKind is KindEvent.
func (*Event) FactKind() Kind { return KindEvent }
