package report

import (
	"fmt"
	"strings"

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
		return "defined by"
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
	if !w.Verbose && n > usualEvidence {
		shown = shown[:usualEvidence]
	}
	for _, e := range shown {
		for i, x := range e.Location.lines {
			label := ""
			if i == len(e.Location.lines)-1 {
				label = e.Note
			}
			w.snippet(x, "-", w.evidence.Sprint, label)
		}
	}
	if more := n - len(shown); more > 0 {
		w.bar(w.faint.Sprintf("… and %d more (--verbose shows all)", more))
	}
}
