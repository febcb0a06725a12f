package fact

import (
	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/quantity"
)

// KindCount is the kind of Count facts.
const KindCount Kind = "count"

// CountOf tells what a Count counts.
type CountOf string

// What can be counted.
const (
	// Times: how often something was done.
	Times CountOf = "times"
	// Distinct: how many different persons, places, bodies.
	Distinct CountOf = "distinct"
	// Existence: that something was done once, at a stated time.
	Existence CountOf = "existence"
)

// ByPhone is the means of a claim that says "by phone": a call, but no video
// link.
const ByPhone = "phone"

// Count is a claim that someone did something a number of times, or with a
// number of others.
type Count struct {
	Base
	Of       CountOf
	Quantity quantity.Quantity
	// NumberAt is where the number itself stands, which is what a repair
	// would replace.
	NumberAt Place
	// Actor did it; With is the counterpart, where one is named.
	Actor, With *Party
	// Means is the kind of contact claimed, in the lexicon's terms; more
	// than one for "calls and meetings".
	Means []string
	// Noun is the head of what is counted (calls, counterparts, leaders),
	// NounStem its stem, Filter the words before it (European, foreign).
	Noun, NounStem string
	Filter         []string
	// Window is the time over which the claim counts.
	Window Window
	// Beyond tells that the claim is about more than what is listed ("in
	// addition to the calls below", "since taking office").
	Beyond bool
	// Restricted tells that words behind the claim narrow it ("twice in
	// Oslo", "once about grain"): fewer than are listed may then be right.
	Restricted bool
	// Doubt is why the claim is not to be held against a record, empty for
	// most: it is what others say, or does not say that it took place.
	Doubt string
}

// FactKind is KindCount.
func (*Count) FactKind() Kind { return KindCount }

// Window is a stretch of time. A zero Window is no restriction.
type Window struct {
	// Stated tells that the claim names a time.
	Stated bool
	// Exact tells that From and To are known; otherwise the time is vague
	// ("in recent weeks").
	Exact    bool
	From, To calendar.Day
	// Weekday is the named day of the week, 1 Monday to 7 Sunday, 0 none.
	Weekday int
	Surface string
}
