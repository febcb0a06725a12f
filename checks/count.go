package checks

import (
	"fmt"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/verdict"
)

// newCount makes one of the counting checks: how often something was done,
// with how many different parties, how many items a list has.
func newCount(p Params) (Check, error) {
	var params struct {
		Of string `yaml:"of"`
	}
	if err := p.Decode(&params); err != nil {
		return nil, err
	}
	switch params.Of {
	case "items":
		return items{}, nil
	case "named":
		return inline{}, nil
	case "parties":
		return both{contacts{of: []fact.CountOf{fact.Distinct}, judge: judgeParties}, tallies{distinct: true}}, nil
	case "pins":
		return pins{}, nil
	case "ranks":
		return ranks{}, nil
	case "rows":
		return gridRows{}, nil
	case "sections":
		return sections{}, nil
	case "times":
		return both{contacts{of: []fact.CountOf{fact.Times, fact.Existence}, judge: judgeTimes}, tallies{}}, nil
	}
	return nil, fmt.Errorf("of: %q (there are: items, named, parties, pins, ranks, rows, sections, times)", params.Of)
}

// tally is what the evidence for a count comes to: an interval from what
// certainly counts to what may count.
type tally struct {
	strict, broad int
	// open tells that more may count than is known, for a group of unknown
	// size is among what is listed.
	open bool
	// words spell the number out: "6 (5 calls, 1 meeting)".
	words string
}

func (t tally) interval() quantity.Interval {
	if t.open {
		return quantity.AtLeast(t.strict)
	}
	return quantity.Between(t.strict, t.broad)
}

func (t tally) String() string {
	switch {
	case t.open:
		return fmt.Sprintf("at least %d", t.strict)
	case t.strict != t.broad:
		return fmt.Sprintf("%d to %d", t.strict, t.broad)
	}
	return fmt.Sprint(t.strict)
}

// compared is the relation of a claim to a tally.
type compared int

const (
	agreeing compared = iota
	fewerListed
	moreListed
)

func (t tally) compare(claim quantity.Interval) compared {
	found := t.interval()
	switch {
	case claim.Meets(found):
		return agreeing
	case found.Below(claim):
		return fewerListed
	}
	return moreListed
}

// calculation lays the tally open.
func (t tally) calculation(claim *fact.Count, counted string) *verdict.Calculation {
	at := claim.Place
	return &verdict.Calculation{Relation: "claimed in counted", Operands: []verdict.Operand{
		{Interval: claim.Quantity.Interval.String(), Place: &at},
		{Interval: t.interval().String(), Of: counted},
	}}
}

// plural forms the plural of the plain nouns that messages use.
func plural(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case strings.HasSuffix(noun, "s") || strings.HasSuffix(noun, "ch"):
		return fmt.Sprintf("%d %ses", n, noun)
	case strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "ay") && !strings.HasSuffix(noun, "ey"):
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(noun, "y"))
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
