package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/concordlint/concord/internal/verdict"
)

// Look says how the terminal forms look.
type Look struct {
	Color bool
	// Width of the terminal in columns; less than 40 counts as 40.
	Width int
	// Verbose shows all evidence and what was silenced, Quiet leaves out notes and the summary.
	Verbose, Quiet bool
}

const (
	leastWidth = 40
	// usualEvidence is how many places of one role are shown of a finding
	// unless all are asked for.
	usualEvidence = 12
)

// writer writes the terminal forms.
type writer struct {
	*bufio.Writer
	palette
	Look
	gutter int // columns of the line numbers of the finding being written
	most   int // places of one role that are shown, unless all are asked for
}

func newWriter(w io.Writer, look Look) *writer {
	look.Width = max(look.Width, leastWidth)
	return &writer{Writer: bufio.NewWriter(w), palette: newPalette(look.Color), Look: look, most: usualEvidence}
}

// close writes what is still in memory and tells the first error of all.
func (w *writer) close() error {
	if err := w.Flush(); err != nil {
		return fmt.Errorf("writing report: %w", err)
	}
	return nil
}

// line writes parts as one line. Errors stay with the buffer until close.
func (w *writer) line(parts ...string) {
	for _, p := range parts {
		_, _ = w.WriteString(p)
	}
	_ = w.WriteByte('\n')
}

// WriteText writes the findings for a person at a terminal.
func (r *Report) WriteText(to io.Writer, look Look) error {
	w := newWriter(to, look)
	for i := range r.Findings {
		w.finding(&r.Findings[i])
	}
	if !look.Quiet {
		if look.Verbose {
			w.silenced(r.Suppressed)
		}
		w.notes(r.Notes)
		w.summary(r.Summary)
	}
	return w.close()
}

// finding writes one finding: message, the place with its line, evidence,
// and what else is known.
func (w *writer) finding(f *Finding) {
	c := w.severity(f.Severity)
	w.line(c.Sprintf("%s[%s]", f.Severity, f.Rule), w.strong.Sprint(": "+visible(f.Message)))
	groups := group(f.Evidence)
	w.gutter = gutterOf(f, groups)
	w.line(strings.Repeat(" ", w.gutter), w.frame.Sprint("--> "), w.place.Sprint(visible(f.Location.String())))
	w.bar("")
	for _, e := range f.Location.lines {
		w.snippet(e, "^", c.Sprint, "")
	}
	for _, g := range groups {
		w.bar("")
		w.group(g)
	}
	if remarks := w.remarks(f); len(remarks) > 0 {
		w.bar("")
		for _, r := range remarks {
			w.line(strings.Repeat(" ", w.gutter+1), w.frame.Sprint("= "), w.strong.Sprint(r.name+": "), r.text)
		}
	}
	w.line()
}

// gutterOf is the width of the largest line number that may be shown.
func gutterOf(f *Finding, groups []evidenceGroup) int {
	last := f.Location.EndLine
	for _, g := range groups {
		for _, e := range g.evidence {
			last = max(last, e.Location.EndLine)
		}
	}
	return len(strconv.Itoa(last))
}

// bar writes a line that has nothing before the gutter.
func (w *writer) bar(text string) {
	bar := strings.Repeat(" ", w.gutter+1) + w.frame.Sprint("|")
	if text == "" {
		w.line(bar)
		return
	}
	w.line(bar, " ", text)
}

// snippet writes a line of a document and below it the mark and its label.
func (w *writer) snippet(e excerpt, mark string, paint func(...any) string, label string) {
	room := w.room()
	s := cut(e, room)
	w.source(e.line, s)
	label = visible(label)
	under := strings.Repeat(" ", s.column) + paint(strings.Repeat(mark, s.width))
	labelWidth := displaywidth.String(label)
	switch {
	case label == "":
		w.bar(under)
	case s.column+s.width+1+labelWidth <= room:
		w.bar(under + " " + paint(label))
	default:
		w.bar(under)
		w.bar(strings.Repeat(" ", max(0, min(s.column, room-labelWidth))) + paint(label))
	}
}

// room is how many columns a line of a document may take.
func (w *writer) room() int { return w.Width - w.gutter - 3 }

// source writes a line of a document behind its number.
func (w *writer) source(line int, s snippet) {
	w.line(w.frame.Sprintf("%*d |", w.gutter, line), " ", s.before, w.strong.Sprint(s.marked), s.behind)
}

// remark is one line of what else is known of a finding.
type remark struct{ name, text string }

func (w *writer) remarks(f *Finding) []remark {
	var out []remark
	if f.differ && f.Claimed != "" && f.Found != "" {
		out = append(out, remark{"difference", w.difference(f.Claimed, f.Found)})
	}
	if f.Calculation != nil {
		out = append(out, remark{"calculation", visible(f.Calculation.String())})
	}
	if f.Changed != nil {
		out = append(out, remark{"change", visible(f.Changed.String())})
	}
	for _, s := range f.Suggestions {
		out = append(out, remark{"repair", w.repair(s, f.Location)})
	}
	return out
}

// repair is a suggestion in words; claim is the place of its finding.
func (w *writer) repair(s Suggestion, claim Location) string {
	var b strings.Builder
	if s.Text == "" {
		b.WriteString("leave out")
	} else {
		fmt.Fprintf(&b, "%q instead of", visible(s.Text))
	}
	fmt.Fprintf(&b, " %q", visible(s.Location.Text))
	if s.Location.File != claim.File || s.Location.Line != claim.Line {
		fmt.Fprintf(&b, " at %s", visible(s.Location.String()))
	}
	if s.Confidence != "" {
		b.WriteString(w.faint.Sprintf(" (%s confidence)", visible(s.Confidence)))
	}
	return b.String()
}

// String is the calculation in one line: the relation and its operands.
func (c *Calculation) String() string {
	parts := make([]string, 0, len(c.Operands))
	for _, o := range c.Operands {
		switch {
		case o.Of != "":
			parts = append(parts, o.Of+" "+o.Interval)
		case o.Location != nil && o.Location.Text != "":
			parts = append(parts, fmt.Sprintf("%q %s", shorten(o.Location.Text, leastWidth), o.Interval))
		default:
			parts = append(parts, o.Interval)
		}
	}
	if len(parts) == 0 {
		return c.Relation
	}
	return c.Relation + ", where " + strings.Join(parts, ", ")
}

// notes writes the remarks on coverage.
func (w *writer) notes(notes []Note) {
	for _, n := range notes {
		w.line(w.info.Sprint("note"), w.strong.Sprint(": "+visible(n.File)), ": ", visible(n.Message))
	}
	if len(notes) > 0 {
		w.line()
	}
}

// summary writes the last line.
func (w *writer) summary(s Summary) {
	var b strings.Builder
	b.WriteString(plural(s.Documents, "document"))
	if s.unread > 0 {
		fmt.Fprintf(&b, " (and %d not read)", s.unread)
	}
	n := s.Claims
	fmt.Fprintf(&b, ", %s", plural(n.Agrees+n.Conflicts+n.Undecided, "claim"))
	var outcomes []string
	for _, o := range []struct {
		n    int
		verb string
	}{{n.Agrees, "agree"}, {n.Conflicts, "conflict"}, {n.Undecided, ""}} {
		switch {
		case o.n == 0:
		case o.verb == "":
			outcomes = append(outcomes, fmt.Sprintf("%d undecided", o.n))
		case o.n == 1:
			outcomes = append(outcomes, "1 "+o.verb+"s")
		default:
			outcomes = append(outcomes, fmt.Sprintf("%d %s", o.n, o.verb))
		}
	}
	if len(outcomes) > 0 {
		b.WriteString(": " + strings.Join(outcomes, ", "))
	}
	w.line(b.String(), "; ", w.levels(s))
}

// levels is the part of the summary on findings.
func (w *writer) levels(s Summary) string {
	var parts []string
	add := func(n int, sev verdict.Severity, noun string) {
		if n > 0 {
			parts = append(parts, w.severity(sev).Sprint(noun))
		}
	}
	l := s.Findings
	add(l.Error, verdict.Error, plural(l.Error, "error"))
	add(l.Warning, verdict.Warning, plural(l.Warning, "warning"))
	add(l.Info, verdict.Info, fmt.Sprintf("%d info", l.Info))
	if len(parts) == 0 {
		parts = append(parts, w.agrees.Sprint("no findings"))
	}
	if s.Hidden > 0 {
		parts = append(parts, fmt.Sprintf("%d below the least severity", s.Hidden))
	}
	parts = append(parts, s.silenced()...)
	return strings.Join(parts, ", ")
}
