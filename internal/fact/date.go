package fact

import "github.com/concordlint/concord/internal/calendar"

// KindDate is the kind of Date facts.
const KindDate Kind = "date"

// DateOf tells what the ends of a Date are.
type DateOf string

// What a Date can be of.
const (
	// Days: a day, a month, or a range of them.
	Days DateOf = "days"
	// Years: a range of years.
	Years DateOf = "years"
	// Clocks: a time of day without a date, or a range of them.
	Clocks DateOf = "times"
	// Pages and Ages: ranges of numbers that run upwards as dates do.
	Pages DateOf = "pages"
	Ages  DateOf = "ages"
)

// Date is a date or a range as the text states it, wherever it stands.
type Date struct {
	Base
	Of DateOf
	// Date is what was read; for Pages and Ages only Backwards means
	// anything. Years that the text leaves out are inferred as far as they
	// can be: From.Year where one is left, Date.Years where several are.
	Date calendar.Date
	// WeekdayAt and ToWeekdayAt are the places of the weekdays, where
	// there are any, with the words as written.
	WeekdayAt, ToWeekdayAt           Place
	WeekdaySurface, ToWeekdaySurface string
	// YearFrom tells in words where an inferred year comes from.
	YearFrom string
	// Doubt is why the date is not to be taken at its word, empty for most.
	Doubt Doubt
	// Words are the stems of the longer words around the date, sorted:
	// what may tell that two places speak of the same event. Only for
	// dates with a weekday.
	Words []string
}

// FactKind is KindDate.
func (*Date) FactKind() Kind { return KindDate }

// Doubt is a reason not to judge a date.
type Doubt string

// The doubts, as a person would say them.
const (
	// DoubtSample: code, part of a path, a sample of output.
	DoubtSample Doubt = "it is part of code or an example"
	// DoubtAbout: the text speaks of wrong dates.
	DoubtAbout Doubt = "the text speaks of wrong dates"
	// DoubtCalendar: a calendar other than the Gregorian is or may be meant.
	DoubtCalendar Doubt = "another calendar may be meant"
	// DoubtZone: weekday and date may be those of two time zones.
	DoubtZone Doubt = "the text names more than one time zone"
	// DoubtYear: the year was left out, and only years named near it tell
	// which it may be.
	DoubtYear Doubt = "its year is not told"
	// DoubtOrder: day and month in the other order fit.
	DoubtOrder Doubt = "day and month may be meant the other way round"
	// DoubtTurn: the second day may be one of the next month.
	DoubtTurn Doubt = "it may run into the next month"
	// DoubtMoved: something is moved from one day to another.
	DoubtMoved Doubt = "the text tells of a change from one to the other"
)
