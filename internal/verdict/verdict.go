// Package verdict defines the outcome of a check: what was claimed, what was
// found, and the evidence. It knows places, not documents, and no rule.
package verdict

import "github.com/concordlint/concord/internal/fact"

// Status is the answer to "does the claim agree with the rest?".
type Status string

// The three answers. Undecided says that the claim was seen and could not be
// checked; Why tells the reason.
const (
	Agrees    Status = "agrees"
	Conflicts Status = "conflicts"
	Undecided Status = "undecided"
)

// Grade tells how strong a conflict is; a rule maps it to a severity.
type Grade string

// The grades of conflict.
const (
	// Contradiction: the documents cannot both be right.
	Contradiction Grade = "contradiction"
	// Gap: less evidence than claimed, where the evidence says of itself
	// that it is not complete; or a very likely slip.
	Gap Grade = "gap"
	// Doubt: worth a look; rests on a weak reading.
	Doubt Grade = "doubt"
)

// Severity of a finding.
type Severity string

// The severities, strongest first, and Off for a grade that is not reported.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
	Off     Severity = "off"
)

// Rank orders severities: 3 for Error down to 0 for Off and unknown ones.
func (s Severity) Rank() int {
	switch s {
	case Error:
		return 3
	case Warning:
		return 2
	case Info:
		return 1
	}
	return 0
}

// Role tells what a piece of evidence does in the argument.
type Role string

// The roles of evidence.
const (
	Counted     Role = "counted"
	Contradicts Role = "contradicts"
	NearMiss    Role = "near-miss"
	Defines     Role = "defines"
	Partial     Role = "partial"
)

// Evidence is one place that speaks for or against a claim.
type Evidence struct {
	Role  Role
	Note  string
	Place fact.Place
}

// Operand is one quantity of a calculation: an interval in the notation
// "[5,6]", "(24,∞)", with its place or a word for what it was taken from.
type Operand struct {
	Interval string
	Place    *fact.Place
	Of       string
}

// Calculation is the relation that was tested, with its operands.
type Calculation struct {
	Relation string
	Operands []Operand
}

// Suggestion is a possible repair of the text at Place.
type Suggestion struct {
	Text       string
	Place      fact.Place
	Confidence string // high, medium, low
}

// Verdict is the outcome for one claim.
type Verdict struct {
	Rule     string
	Status   Status
	Grade    Grade    // of a conflict
	Severity Severity // of a conflict; set by the engine from the rule
	Message  string   // one line: claim, evidence, reason
	// Claimed and Found are the values as a person would write them. Where
	// they are two spellings, Differ tells the report to show the change.
	Claimed, Found string
	Differ         bool
	// Why is the reason of an undecided verdict.
	Why         string
	Place       fact.Place
	Surface     string // the claim's text
	Evidence    []Evidence
	Calculation *Calculation
	Suggestions []Suggestion
	// Suppressed tells that somebody has silenced the conflict, and why; nil
	// for one that counts.
	Suppressed *Suppression
}

// Suppression is the reason why a conflict is not reported.
type Suppression struct {
	// Kind is "comment" for one in the document, "config" for one in the
	// configuration.
	Kind   string
	Reason string // as it was given, often empty
	// Place of the comment; nil for other kinds.
	Place *fact.Place
}
