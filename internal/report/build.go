package report

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// Input is what a report is made from.
type Input struct {
	// Documents by the numbers that verdicts use for them.
	Documents []Document
	Verdicts  []verdict.Verdict
	// Claims are the numbers of all verdicts, also of those that are not
	// among Verdicts because only findings are asked for.
	Claims Statuses
	Notes  []source.Note
	// Open reads document i again and also returns its bytes. Only
	// documents with a place to show are opened, one after the other.
	Open func(i int) (*source.Document, []byte, error)
	// Minimum is the least severity of a finding that is listed.
	Minimum verdict.Severity
	// Ledger asks for all claims, not only for findings.
	Ledger bool
	// Excerpts asks for the source lines of each place, which only the
	// text form shows.
	Excerpts bool
	// Tool describes the program and its rules.
	Tool Tool
	// Texts asks for the whole text of each document that has a claim.
	Texts bool
	// Silence, if it is there, is shown the findings that count so far, in
	// their order, with places and fingerprints. It sets Suppression in those
	// that do not count.
	Silence func([]*Finding)
	// Around is how many bytes of text on each side of a finding's own place
	// Location.Around will tell.
	Around int
}

// Build makes the report. A document that has changed since it was checked
// leads to a note; an error means that the verdicts themselves are broken.
func Build(in Input) (*Report, error) {
	r := &Report{tool: in.Tool, Schema: Schema, Documents: []Document{}, Findings: []Finding{}, Notes: []Note{}}
	for _, d := range in.Documents {
		if !d.Failed {
			r.Documents = append(r.Documents, d)
		}
	}
	r.Summary.Documents = len(r.Documents)
	for _, n := range in.Notes {
		r.Notes = append(r.Notes, Note(n))
		if Note(n).Unread() {
			r.Summary.unread++
		}
	}
	l := locator{in: in}
	claims := r.take(in, &l)
	notes, err := l.run()
	if err != nil {
		return nil, err
	}
	r.Notes = append(r.Notes, notes...)
	r.texts = l.texts
	slices.SortStableFunc(claims, compareClaims)
	for i := range claims {
		r.find(&claims[i], in.Minimum)
	}
	distinguish(r.Findings)
	r.silence(in.Silence)
	if in.Ledger {
		r.Claims = claims
	}
	return r, nil
}

// take makes claims of the verdicts that will be shown, with their places left
// to the locator.
func (r *Report) take(in Input, l *locator) []Claim {
	r.Summary.Claims = in.Claims
	shown := make([]*verdict.Verdict, 0, len(in.Verdicts))
	for i := range in.Verdicts {
		v := &in.Verdicts[i]
		listed := v.Status == verdict.Conflicts && listed(v.Severity, in.Minimum)
		if v.Status == verdict.Conflicts && !listed && v.Severity.Rank() > 0 && v.Suppressed == nil {
			r.Summary.Hidden++
		}
		if listed || in.Ledger {
			shown = append(shown, v)
		}
	}
	claims := make([]Claim, len(shown)) // never grows: l points into it
	for i, v := range shown {
		claims[i].fill(v, l)
	}
	return claims
}

func listed(s, least verdict.Severity) bool {
	return s.Rank() > 0 && s.Rank() >= least.Rank()
}

// fill copies a verdict and tells the locator of each of its places.
func (c *Claim) fill(v *verdict.Verdict, l *locator) {
	*c = Claim{
		Rule: v.Rule, Status: v.Status, Claimed: v.Claimed, Found: v.Found,
		Why: v.Why, Message: v.Message, severity: v.Severity, differ: v.Differ,
		Evidence:    make([]Evidence, len(v.Evidence)),
		suggestions: make([]Suggestion, len(v.Suggestions)),
	}
	l.addClaim(v.Place, v.Surface, &c.Location)
	if s := v.Suppressed; s != nil {
		c.Suppression = &Suppression{Kind: s.Kind, Reason: s.Reason}
		if s.Place != nil {
			c.Suppression.Location = new(Location)
			l.add(*s.Place, "", c.Suppression.Location)
		}
	}
	for i, e := range v.Evidence {
		c.Evidence[i] = Evidence{Role: e.Role, Note: e.Note}
		l.add(e.Place, "", &c.Evidence[i].Location)
	}
	for i, s := range v.Suggestions {
		c.suggestions[i] = Suggestion{Text: s.Text, Confidence: s.Confidence}
		l.add(s.Place, "", &c.suggestions[i].Location)
	}
	if v.Calculation == nil {
		return
	}
	c.Calculation = &Calculation{
		Relation: v.Calculation.Relation,
		Operands: make([]Operand, len(v.Calculation.Operands)),
	}
	for i, o := range v.Calculation.Operands {
		op := &c.Calculation.Operands[i]
		*op = Operand{Interval: o.Interval, Of: o.Of}
		if o.Place != nil {
			op.Location = new(Location)
			l.add(*o.Place, "", op.Location)
		}
	}
}

// find adds the finding that c is, if it is one.
func (r *Report) find(c *Claim, least verdict.Severity) {
	if c.Status != verdict.Conflicts || !listed(c.severity, least) {
		return
	}
	r.Findings = append(r.Findings, Finding{
		Rule: c.Rule, Severity: c.severity, Message: c.Message,
		Claimed: c.Claimed, Found: c.Found, Location: c.Location,
		Evidence: c.Evidence, Calculation: c.Calculation,
		Suggestions: c.suggestions, Suppression: c.Suppression, differ: c.differ,
	})
}

// silence takes out the findings that do not count, and counts all.
func (r *Report) silence(silence func([]*Finding)) {
	if silence != nil {
		var asked []*Finding
		for i := range r.Findings {
			if r.Findings[i].Suppression == nil {
				asked = append(asked, &r.Findings[i])
			}
		}
		silence(asked)
	}
	counting := r.Findings[:0]
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Suppression != nil {
			r.Suppressed = append(r.Suppressed, *f)
		}
		r.Summary.count(f)
		if f.Suppression == nil {
			counting = append(counting, *f)
		}
	}
	r.Findings = counting
}

// compareClaims is the total order of claims and findings.
func compareClaims(a, b Claim) int {
	if c := cmp.Or(
		compareLocations(a.Location, b.Location),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message),
		cmp.Compare(a.Status, b.Status),
	); c != 0 {
		return c
	}
	return slices.CompareFunc(a.Evidence, b.Evidence, func(x, y Evidence) int {
		return cmp.Or(
			compareLocations(x.Location, y.Location),
			cmp.Compare(x.Role, y.Role),
			cmp.Compare(x.Note, y.Note),
		)
	})
}

func compareLocations(a, b Location) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Offset, b.Offset),
		cmp.Compare(a.Length, b.Length),
	)
}

// plural writes a number with its noun, for nouns that take an s.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
