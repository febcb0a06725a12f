package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// Question is a finding with its possible repairs, put to a person.
type Question struct {
	Finding *Finding
	// Number of the question, from 1, and of all.
	Number, Of int
	Changes    []Change
}

// Change is one possible repair, with the text around it on its line.
type Change struct {
	// At is where, as terminals and editors understand it; empty for the
	// finding's own line.
	At                       string
	Before, Old, New, Behind string
	Confidence               string
}

// briefEvidence is how many places of one role a question shows.
const briefEvidence = 3

// Write writes the question: the finding in short, and its repairs by number.
// The finding's lines are there only if the report was made with excerpts.
func (q Question) Write(to io.Writer, look Look) error {
	w := newWriter(to, look)
	w.most = briefEvidence
	f := q.Finding
	c := w.severity(f.Severity)
	w.line(w.faint.Sprintf("(%d of %d) ", q.Number, q.Of), c.Sprintf("%s[%s]", f.Severity, f.Rule), w.strong.Sprint(": "+visible(f.Message)))
	groups := group(f.Evidence)
	w.gutter = gutterOf(f, groups)
	w.line(strings.Repeat(" ", w.gutter), w.frame.Sprint("--> "), w.place.Sprint(visible(f.Location.String())))
	for _, e := range f.Location.lines {
		w.snippet(e, "^", c.Sprint, "")
	}
	for _, g := range groups {
		w.group(g)
	}
	w.line()
	for i, change := range q.Changes {
		w.change(i+1, change)
	}
	return w.close()
}

// change writes a repair within its line.
func (w *writer) change(n int, c Change) {
	head := fmt.Sprintf("  %d  ", n)
	tail := ""
	if c.At != "" {
		tail = " at " + visible(c.At)
	}
	if c.Confidence != "" {
		tail += " (" + visible(c.Confidence) + " confidence)"
	}
	mark := visible(flat(c.Old) + flat(c.New))
	room := w.Width - displaywidth.String(head+mark+tail) - len("[--]{++}")
	side := max(10, room/2)
	before := keepEnd(cells(flat(c.Before)), side)
	behind := keepStart(cells(flat(c.Behind)), max(10, room-widthOf(before)))
	w.line(w.strong.Sprint(head), textOf(before), w.both(flat(c.Old), flat(c.New)), textOf(behind), w.faint.Sprint(tail))
}

// keepEnd are the last cells that fit into a width, and keepStart the first.
func keepEnd(cs []cell, width int) []cell {
	if widthOf(cs) <= width {
		return cs
	}
	for len(cs) > 0 && widthOf(cs) > width-1 {
		cs = cs[1:]
	}
	return append([]cell{{ellipsis, 1}}, cs...)
}

func keepStart(cs []cell, width int) []cell {
	if widthOf(cs) <= width {
		return cs
	}
	for len(cs) > 0 && widthOf(cs) > width-1 {
		cs = cs[:len(cs)-1]
	}
	return append(cs, cell{ellipsis, 1})
}

// both are the words that go and those that come.
func (p palette) both(old, now string) string {
	old, now = visible(old), visible(now)
	var b strings.Builder
	switch {
	case old == "":
	case p.plain:
		b.WriteString("[-" + old + "-]")
	default:
		b.WriteString(p.removed.Sprint(old))
	}
	switch {
	case now == "":
	case p.plain:
		b.WriteString("{+" + now + "+}")
	default:
		b.WriteString(p.added.Sprint(now))
	}
	return b.String()
}

// flat makes blanks of what would break a line.
func flat(s string) string { return strings.NewReplacer("\r", "", "\n", " ", "\t", " ").Replace(s) }
