package fact

import (
	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/quantity"
)

// KindDuration is the kind of Duration facts.
const KindDuration Kind = "duration"

// TimeUnit is a unit in which durations are stated.
type TimeUnit string

// The units of time.
const (
	Minutes   TimeUnit = "minute"
	Hours     TimeUnit = "hour"
	Nights    TimeUnit = "night"
	DaysLong  TimeUnit = "day"
	Weeks     TimeUnit = "week"
	Months    TimeUnit = "month"
	YearsLong TimeUnit = "year"
)

// Spanning tells how a duration relates to the two dates beside it.
type Spanning string

// The relations.
const (
	// Lasts: something lasted from one to the other.
	Lasts Spanning = "lasts"
	// Later: the second is so much later than the first.
	Later Spanning = "later"
	// Anniversary: the second is so many years after the first to the year.
	Anniversary Spanning = "anniversary"
)

// Duration is a stated length of time whose two ends are stated beside it.
type Duration struct {
	Base     // the stated length
	Quantity quantity.Quantity
	// Amount is what is claimed, in Unit; decades and the like are years, and
	// "an hour and ten minutes" is minutes. Slack is how far off a round
	// expression of its kind may well be, in Unit ("a decade").
	Amount quantity.Interval
	Unit   TimeUnit
	Slack  int
	// Approximate tells that the text gives the length as a rough one.
	Approximate bool
	// Ends are the two dates or clock times, as one range; EndsAt where
	// they stand: one place, or two.
	Ends   calendar.Date
	EndsAt []Place
	How    Spanning
	// Sessions tells that what lasts may be held at intervals, so that both
	// its ends count ("a six-week course").
	Sessions bool
	// Working tells that only some of the days are counted.
	Working bool
}

// FactKind is KindDuration.
func (*Duration) FactKind() Kind { return KindDuration }
