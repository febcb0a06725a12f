package report

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/concordlint/concord/internal/verdict"
)

// evidenceGroup is the evidence of one role in one file.
type evidenceGroup struct {
	role     verdict.Role
	evidence []Evidence
}

// group puts together what has the same role and file, roles in the order of
// an argument (what speaks against the claim first), the rest as it came.
func group(evidence []Evidence) []evidenceGroup {
	var groups []evidenceGroup
	rank := func(r verdict.Role) int {
		switch r {
		case verdict.Contradicts:
			return 0
		case verdict.Counted:
			return 1
		case verdict.NearMiss:
			return 2
		case verdict.Partial:
			return 3
		}
		return 4
	}
next:
	for _, e := range evidence {
		at := len(groups)
		for i, g := range groups {
			if g.role == e.Role && g.evidence[0].Location.File == e.Location.File {
				groups[i].evidence = append(g.evidence, e)
				continue next
			}
			if rank(g.role) > rank(e.Role) && at == len(groups) {
				at = i
			}
		}
		groups = append(groups, evidenceGroup{})
		copy(groups[at+1:], groups[at:])
		groups[at] = evidenceGroup{e.Role, []Evidence{e}}
	}
	return groups
}

// title is a role in words.
func title(r verdict.Role) string {
	switch r {
	case verdict.Contradicts:
		return "contradicted by"
	case verdict.Counted:
		return "counted"
	case verdict.NearMiss:
		return "near miss, not counted"
	case verdict.Defines:
		return "see also"
	case verdict.Partial:
		return "not meant to be complete"
	}
	return string(r)
}

// group writes the evidence of one role in one file.
func (w *writer) group(g evidenceGroup) {
	n := len(g.evidence)
	count := ""
	if n > 1 {
		count = fmt.Sprintf(" (%d)", n)
	}
	w.line(strings.Repeat(" ", w.gutter), w.frame.Sprint("::: "),
		w.place.Sprint(visible(g.evidence[0].Location.String())), " ", w.evidence.Sprint(title(g.role)+count))
	shown := g.evidence
	if !w.Verbose && n > w.most {
		shown = shown[:w.most]
	}
	for _, e := range shown {
		w.piece(e)
	}
	if more := n - len(shown); more > 0 && w.most == usualEvidence {
		w.bar(w.faint.Sprintf("… and %d more (--verbose shows all)", more))
	} else if more > 0 {
		w.bar(w.faint.Sprintf("… and %d more", more))
	}
}

// piece writes one place with what is noted of it.
func (w *writer) piece(e Evidence) {
	last := len(e.Location.lines) - 1
	for i, x := range e.Location.lines {
		switch {
		case i < last:
			w.snippet(x, "-", w.evidence.Sprint, "")
		case last > 0 || !w.entry(x, e.Note):
			w.snippet(x, "-", w.evidence.Sprint, e.Note)
		}
	}
}

// shortNote is the part of a line's room that a note may take from it.
const shortNote = 5

// entry writes a place that is all that is seen of its line, such as an
// entry of a list. It needs no mark, and a short note stands behind it. It
// reports whether the place is one.
func (w *writer) entry(e excerpt, note string) bool {
	room := w.room()
	s := cut(e, room)
	if strings.Trim(s.before+s.behind, ellipsis+" .-*•") != "" {
		return false
	}
	if note == "" {
		w.source(e.line, s)
		return true
	}
	note = "-- " + visible(note)
	width := 1 + displaywidth.String(note)
	if width > room/shortNote && displaywidth.String(s.before+s.marked+s.behind)+width > room {
		w.source(e.line, s)
		w.bar(w.evidence.Sprint(note))
		return true
	}
	s = cut(e, room-width)
	s.behind += " " + w.evidence.Sprint(note)
	w.source(e.line, s)
	return true
}
