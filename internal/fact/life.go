package fact

import (
	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/quantity"
)

// KindLife is the kind of Life facts.
const KindLife Kind = "life"

// LifeEvent is what a Life fact tells of a person.
type LifeEvent string

// The events.
const (
	Born LifeEvent = "born"
	Died LifeEvent = "died"
	// Aged: the person had an age at a time.
	Aged LifeEvent = "aged"
)

// Life is a date of a person's life, or an age.
type Life struct {
	Base
	Event LifeEvent
	// Name is the person as the document names them in full; Surname is its
	// last word and Givens the given names and nicknames known from the
	// document, all in lower case.
	Name, Surname string
	Givens        []string
	// Generation is "jr", "sr" or the like where the name has one.
	Generation string
	// Date is when it was; HasDate tells whether the text says so. DateAt is
	// where it does. FromDocument: it is the document's own date.
	Date         calendar.Date
	HasDate      bool
	DateAt       Place
	FromDocument bool
	// Age is in years, of Aged only. AtDeath: it is the age that the person
	// died at; Turned: the one reached at Date.
	Age     quantity.Interval
	AtDeath bool
	Turned  bool
	// Number is the age as stated.
	Number quantity.Quantity
}

// FactKind is KindLife.
func (*Life) FactKind() Kind { return KindLife }
