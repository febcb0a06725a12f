// Package report turns verdicts into something to read: a report as data,
// and from it JSON and text for a terminal. It knows verdicts, places and
// how they are shown; it must not know checks, extraction or the command
// line. Nothing here reads a clock or an environment variable, so the same
// verdicts always make the same bytes.
package report

import (
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// Schema names the shape of the JSON form; it changes only by additions.
const Schema = "concord.report/1"

// Report is all that a run has to tell. Its JSON form is the contract with
// other tools, so field order and names are part of it.
type Report struct {
	Schema string `json:"schema"`
	// Documents that were read, in the order of their names.
	Documents []Document `json:"documents"`
	// Findings sorted by file, offset, rule, message and evidence.
	Findings []Finding `json:"findings"`
	// Suppressed are the findings that somebody has silenced, each with the
	// reason, in the same order. They are in no count but their own.
	Suppressed []Finding `json:"suppressed,omitempty"`
	// Claims is the ledger, in the same order; nil when not asked for.
	Claims  []Claim `json:"claims,omitzero"`
	Notes   []Note  `json:"notes"`
	Summary Summary `json:"summary"`

	tool Tool
	// texts are the documents that have a claim, in the order of Documents,
	// for the forms that show them whole; nil when not asked for.
	texts []*source.Document
}

// Document is one file of the set.
type Document struct {
	File   string `json:"file"`
	Format string `json:"format"`
	Bytes  int    `json:"bytes"`          // on disk
	Date   string `json:"date,omitempty"` // YYYY-MM-DD, as far as known
	// Authority tells that the document is trusted.
	Authority bool `json:"authority,omitempty"`
	// Failed documents could not be read; they keep their number in the
	// input and are left out of the report, where a note speaks of them.
	Failed bool `json:"-"`
	// Path is the file's path from the root of its repository, with forward
	// slashes, as services that show findings beside the lines want it; empty
	// where it is File.
	Path string `json:"-"`
}

// Tool describes the program, for the forms that other programs read.
type Tool struct {
	Version string
	// Rules that ran, in the order of their names.
	Rules []RuleInfo
}

// RuleInfo describes a rule, for the forms that explain rules.
type RuleInfo struct {
	ID string
	// Summary is one line, Why an explanation in Markdown, Quiet what the rule
	// does not speak about, a phrase each, Remediation what an author can do.
	Summary, Why, Remediation string
	Quiet                     []string
	// Severity is the highest that a finding of the rule can have.
	Severity verdict.Severity
}

// Finding is a conflict that is worth a line in a report.
type Finding struct {
	Rule        string           `json:"rule"`
	Severity    verdict.Severity `json:"severity"`
	Fingerprint string           `json:"fingerprint"` // see fingerprint
	Message     string           `json:"message"`
	Claimed     string           `json:"claimed"`
	Found       string           `json:"found"`
	Location    Location         `json:"location"`
	Evidence    []Evidence       `json:"evidence"`
	Calculation *Calculation     `json:"calculation,omitempty"`
	Suggestions []Suggestion     `json:"suggestions"`
	// Suppression tells who silenced the finding; nil for those that count.
	Suppression *Suppression `json:"suppression,omitempty"`
	// Changed is the place of the evidence that stands on a changed line, or
	// nearest to one, of a finding whose own place does not; only where changes
	// are looked at.
	Changed *Location `json:"changed,omitempty"`

	differ bool // Claimed and Found are two spellings
}

// Suppression is the reason why a finding does not count.
type Suppression struct {
	// Kind is where it was silenced: see verdict.Suppression, and "baseline"
	// or "unchanged".
	Kind string `json:"kind"`
	// Reason as it was given, often empty.
	Reason string `json:"reason,omitempty"`
	// Location of the comment that silenced it; nil for other kinds.
	Location *Location `json:"location,omitempty"`
}

// Claim is one line of the ledger: what was checked, with which outcome.
type Claim struct {
	Rule        string         `json:"rule"`
	Status      verdict.Status `json:"status"`
	Location    Location       `json:"location"`
	Claimed     string         `json:"claimed"`
	Found       string         `json:"found"`
	Why         string         `json:"why"` // reason of an undecided verdict
	Message     string         `json:"message"`
	Evidence    []Evidence     `json:"evidence"`
	Calculation *Calculation   `json:"calculation,omitempty"`
	// Suppression tells who silenced the conflict; nil for others.
	Suppression *Suppression `json:"suppression,omitempty"`

	severity    verdict.Severity
	suggestions []Suggestion
	differ      bool
}

// Evidence is one place that speaks for or against a claim.
type Evidence struct {
	Role     verdict.Role `json:"role"`
	Note     string       `json:"note"`
	Location Location     `json:"location"`
}

// Calculation is the relation that was tested, with its operands.
type Calculation struct {
	Relation string    `json:"relation"`
	Operands []Operand `json:"operands"`
}

// Operand is an interval with the place or the word it was taken from.
type Operand struct {
	Interval string    `json:"interval"`
	Of       string    `json:"of,omitempty"`
	Location *Location `json:"location,omitempty"`
}

// Suggestion is a possible repair of the text at Location.
type Suggestion struct {
	Text       string   `json:"text"`
	Location   Location `json:"location"`
	Confidence string   `json:"confidence"` // high, medium, low
}

// Note is a remark on coverage: what was not read, or not as it should be.
type Note struct {
	Kind    string `json:"kind"`
	File    string `json:"file"`
	Message string `json:"message"`
}

// Unread tells that the note is about a document that could not be read.
func (n Note) Unread() bool { return n.Kind == "unreadable" || n.Kind == "binary" }

// Summary counts.
type Summary struct {
	Documents int      `json:"documents"` // those that were read
	Claims    Statuses `json:"claims"`
	Findings  Levels   `json:"findings"`
	// Hidden counts the findings below the least severity asked for.
	Hidden int `json:"hidden,omitempty"`
	// Suppressed counts the findings that comments and the configuration
	// silenced, Baseline those that are in the baseline, Unchanged those of
	// which no place stands on a changed line.
	Suppressed int `json:"suppressed,omitempty"`
	Baseline   int `json:"baseline,omitempty"`
	Unchanged  int `json:"unchanged,omitempty"`

	unread int
}

// Statuses counts claims by their outcome.
type Statuses struct {
	Agrees    int `json:"agrees"`
	Conflicts int `json:"conflicts"`
	Undecided int `json:"undecided"`
}

// Levels counts the findings in the report by severity.
type Levels struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

// AtLeast counts the findings of severity s and above.
func (l Levels) AtLeast(s verdict.Severity) int {
	switch s {
	case verdict.Error:
		return l.Error
	case verdict.Warning:
		return l.Error + l.Warning
	case verdict.Info:
		return l.Error + l.Warning + l.Info
	}
	return 0
}
