package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/concordlint/concord/internal/verdict"
)

// annotationEvidence is how many places an annotation names.
const annotationEvidence = 10

// WriteGitHub writes the findings as workflow commands, which GitHub Actions
// shows as annotations beside the lines:
// docs.github.com/actions/reference/workflow-commands-for-github-actions.
// GitHub shows ten errors, ten warnings and ten notices of a step; the rest is
// in the log.
func (r *Report) WriteGitHub(w io.Writer) error {
	out := bufio.NewWriter(w)
	path := r.paths()
	for i := range r.Findings {
		f := &r.Findings[i]
		spot := f.Spot()
		fmt.Fprintf(out, "::%s file=%s", annotationLevel(f.Severity), property(path(spot.File)))
		if spot.Line > 0 {
			fmt.Fprintf(out, ",line=%d,endLine=%d", spot.Line, spot.EndLine)
			if spot.Line == spot.EndLine { // columns count only within one line
				fmt.Fprintf(out, ",col=%d,endColumn=%d", spot.Column, spot.EndColumn)
			}
		}
		fmt.Fprintf(out, ",title=%s::%s\n", property("concord: "+f.Rule), message(f.annotation(path)))
	}
	for _, n := range r.Notes {
		level := "notice"
		if n.Unread() {
			level = "error"
		}
		fmt.Fprintf(out, "::%s file=%s,title=%s::%s\n", level, property(path(n.File)), property("concord: "+n.Kind), message(n.Message))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing annotations: %w", err)
	}
	return nil
}

// annotation is the message with the places of the evidence.
func (f *Finding) annotation(path func(string) string) string {
	var b strings.Builder
	b.WriteString(f.Message)
	if f.Changed != nil {
		fmt.Fprintf(&b, "\nthe claim %q is at %s", f.Location.Text, placeIn(f.Location, path))
	}
	for i, e := range f.Evidence {
		if i == annotationEvidence {
			fmt.Fprintf(&b, "\nand %d more", len(f.Evidence)-i)
			break
		}
		fmt.Fprintf(&b, "\n%s %s: %s", e.Role, placeIn(e.Location, path), e.Location.Text)
		if e.Note != "" {
			fmt.Fprintf(&b, " (%s)", e.Note)
		}
	}
	return b.String()
}

// placeIn is a location with the path that path gives its file.
func placeIn(l Location, path func(string) string) string {
	l.File = path(l.File)
	return l.String()
}

func annotationLevel(s verdict.Severity) string {
	switch s {
	case verdict.Error:
		return "error"
	case verdict.Warning:
		return "warning"
	}
	return "notice"
}

// message escapes the text of a workflow command, property the value of one
// of its properties, as @actions/core does.
func message(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}
