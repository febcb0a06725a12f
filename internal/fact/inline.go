package fact

import "github.com/concordlint/concord/internal/quantity"

// KindInline is the kind of Inline facts.
const KindInline Kind = "inline"

// Unbounded stands for "there may be any number more".
const Unbounded = -1

// Inline is a number of things whose sentence names them one by one: "three
// winners: Ann, Bo and Cy".
type Inline struct {
	Base
	Quantity quantity.Quantity
	// NumberAt is where the number itself stands.
	NumberAt Place
	// Noun is what is counted, in the plural as written; empty for "both".
	Noun string
	// Items are the things named, as the plainest reading parts them.
	Items []Place
	// Least and Most are how many things they may be when each comma and
	// each "and" is given every sense that it can have there. Most is
	// Unbounded where one of them may stand for several.
	Least, Most int
	// Doubt is why the number may be right after all, empty for most.
	Doubt string
}

// FactKind is KindInline.
func (*Inline) FactKind() Kind { return KindInline }
