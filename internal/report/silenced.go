package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// The kinds of suppression that are made of a report, beside those that
// verdicts bring.
const (
	// Baselined findings are in the baseline.
	Baselined = "baseline"
	// Unchanged findings have no place on a changed line.
	Unchanged = "unchanged"
)

// Spot is the place to point at where a line has to have changed: the changed
// one of a finding that has a place there, else its own.
func (f *Finding) Spot() Location {
	if f.Changed != nil {
		return *f.Changed
	}
	return f.Location
}

// Around is the text before and behind the place, as far as the report was
// made with it: see Input.Around.
func (l Location) Around() (before, behind string) { return l.before, l.behind }

// around is the text on both sides of a span, n bytes at the most, with each
// run of white space as one blank.
func around(text string, s source.Span, n int) (before, behind string) {
	from, to := max(0, s.Start-n), min(len(text), s.End+n)
	for from < s.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to > s.End && to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	return oneLine(text[from:s.Start]), oneLine(text[s.End:to])
}

// count counts a finding where it belongs.
func (s *Summary) count(f *Finding) {
	if f.Suppression != nil {
		switch f.Suppression.Kind {
		case Baselined:
			s.Baseline++
		case Unchanged:
			s.Unchanged++
		default:
			s.Suppressed++
		}
		return
	}
	switch f.Severity {
	case verdict.Error:
		s.Findings.Error++
	case verdict.Warning:
		s.Findings.Warning++
	case verdict.Info:
		s.Findings.Info++
	}
}

// silenced is the part of the summary on findings that do not count.
func (s Summary) silenced() []string {
	var parts []string
	for _, p := range [...]struct {
		n    int
		what string
	}{{s.Suppressed, "suppressed"}, {s.Baseline, "in the baseline"}, {s.Unchanged, "unchanged"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	return parts
}

// silenced lists the findings that were silenced, one a line, with who did it.
// Those without a changed line are left out, being most of them.
func (w *writer) silenced(findings []Finding) {
	listed := false
	for i := range findings {
		f := &findings[i]
		if f.Suppression.Kind == Unchanged {
			continue
		}
		listed = true
		w.line(w.faint.Sprintf("%s[%s]", f.Suppression.by(), f.Rule), " ", w.place.Sprint(visible(f.Location.String())), ": ", visible(f.Message))
		if s := f.Suppression.why(); s != "" {
			w.line("    ", visible(s))
		}
	}
	if listed {
		w.line()
	}
}

// by is the word for a kind.
func (s *Suppression) by() string {
	if s.Kind == Baselined {
		return "baseline"
	}
	return "suppressed"
}

// why names who silenced a finding, and the reason.
func (s *Suppression) why() string {
	var b strings.Builder
	switch {
	case s.Location != nil:
		fmt.Fprintf(&b, "by the comment at %s", s.Location)
	case s.Kind == "config":
		b.WriteString("by the configuration")
	}
	if s.Reason != "" {
		if b.Len() > 0 {
			b.WriteString(": ")
		}
		b.WriteString(s.Reason)
	}
	return b.String()
}
