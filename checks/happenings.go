package checks

import (
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// happenings compares the dates that different places give one event.
type happenings struct{}

// Needs events.
func (happenings) Needs() []fact.Kind { return []fact.Kind{fact.KindEvent} }

// Keys an event by what happened and to whom.
func (happenings) Keys(f fact.Fact) []string { return nil }

// Judge compares the dates.
func (happenings) Judge(key string, facts []fact.Fact) []verdict.Verdict { return nil }
