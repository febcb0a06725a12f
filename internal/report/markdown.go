package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/concordlint/concord/internal/verdict"
)

// markdownMark is a comment by which a bot finds the comment that it wrote
// before.
const markdownMark = "<!-- concord-report -->\n"

// markdownMost bounds the form, in bytes: a comment on GitHub holds 65,536
// characters, and the last lines have to go in, too.
const markdownMost = 60_000

// markdownEvidence is how many places of evidence are listed of a finding.
const markdownEvidence = 20

// WriteMarkdown writes the findings for a comment on a pull request or a job's
// summary: a line each, with the evidence to unfold.
func (r *Report) WriteMarkdown(w io.Writer) error {
	var b strings.Builder
	b.WriteString(markdownMark)
	b.WriteString("### Concord: " + r.Summary.headline() + "\n\n")
	path := r.paths()
	shown, file := 0, ""
	for i := range r.Findings {
		f := &r.Findings[i]
		part := f.markdown(path)
		if at := f.Spot().File; at != file {
			part = "\n#### " + codeSpan(path(at)) + "\n\n" + part
			file = at
		}
		if b.Len()+len(part) > markdownMost {
			break
		}
		b.WriteString(part)
		shown++
	}
	if more := len(r.Findings) - shown; more > 0 {
		fmt.Fprintf(&b, "\n… and %s more.\n", plural(more, "finding"))
	}
	for i, n := range r.Notes {
		if i == 0 {
			b.WriteString("\n")
		}
		line := fmt.Sprintf("- note: %s: %s\n", codeSpan(path(n.File)), plainMarkdown(n.Message))
		if b.Len()+len(line) > markdownMost+2_000 {
			fmt.Fprintf(&b, "- … and %s more\n", plural(len(r.Notes)-i, "note"))
			break
		}
		b.WriteString(line)
	}
	fmt.Fprintf(&b, "\n%s checked: %d agree, %d conflict, %d undecided.\n", plural(r.Summary.Claims.Agrees+r.Summary.Claims.Conflicts+r.Summary.Claims.Undecided, "claim"),
		r.Summary.Claims.Agrees, r.Summary.Claims.Conflicts, r.Summary.Claims.Undecided)
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("writing markdown: %w", err)
	}
	return nil
}

// headline says in a few words what was found.
func (s Summary) headline() string {
	var parts []string
	for _, l := range [...]struct {
		n    int
		noun string
	}{{s.Findings.Error, "error"}, {s.Findings.Warning, "warning"}} {
		if l.n > 0 {
			parts = append(parts, plural(l.n, l.noun))
		}
	}
	if s.Findings.Info > 0 {
		parts = append(parts, fmt.Sprintf("%d info", s.Findings.Info))
	}
	if len(parts) == 0 {
		parts = append(parts, "nothing disagrees")
	}
	out := strings.Join(parts, ", ") + " in " + plural(s.Documents, "document")
	if s.unread > 0 {
		out += fmt.Sprintf(", %d could not be read", s.unread)
	}
	if silenced := s.silenced(); len(silenced) > 0 {
		out += " (" + strings.Join(silenced, ", ") + ")"
	}
	return out
}

// markdown is a finding as an item of a list.
func (f *Finding) markdown(path func(string) string) string {
	var b strings.Builder
	sign := map[verdict.Severity]string{verdict.Error: "❌", verdict.Warning: "⚠️"}[f.Severity]
	if sign == "" {
		sign = "ℹ️"
	}
	spot := f.Spot()
	fmt.Fprintf(&b, "- %s **%s** `%s` line %d: %s\n", sign, f.Severity, f.Rule, spot.Line, plainMarkdown(f.Message))
	if len(f.Evidence) == 0 && f.Changed == nil && len(f.Suggestions) == 0 {
		return b.String()
	}
	b.WriteString("  <details><summary>evidence</summary>\n\n")
	if f.Changed != nil {
		fmt.Fprintf(&b, "  - the claim: %s %s\n", codeSpan(placeIn(f.Location, path)), codeSpan(f.Location.Text))
	}
	for i, e := range f.Evidence {
		if i == markdownEvidence {
			fmt.Fprintf(&b, "  - and %d more\n", len(f.Evidence)-i)
			break
		}
		fmt.Fprintf(&b, "  - %s: %s %s", e.Role, codeSpan(placeIn(e.Location, path)), codeSpan(e.Location.Text))
		if e.Note != "" {
			b.WriteString(" (" + plainMarkdown(e.Note) + ")")
		}
		b.WriteByte('\n')
	}
	for _, s := range f.Suggestions {
		if s.Text == "" {
			fmt.Fprintf(&b, "  - repair: leave out %s (%s confidence)\n", codeSpan(s.Location.Text), s.Confidence)
			continue
		}
		fmt.Fprintf(&b, "  - repair: %s instead of %s (%s confidence)\n", codeSpan(s.Text), codeSpan(s.Location.Text), s.Confidence)
	}
	b.WriteString("\n  </details>\n")
	return b.String()
}

// longestSpan is how much of a text a code span shows, in bytes.
const longestSpan = 300

// codeSpan shows text as it is: with a fence of backticks longer than any in
// it, so that no markup, mention or link of a document comes alive.
func codeSpan(s string) string {
	if len(s) > longestSpan {
		s = strings.ToValidUTF8(s[:longestSpan], "") + ellipsis
	}
	s = visible(oneLine(s))
	if s == "" {
		return "` `"
	}
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if s[0] == '`' || s[len(s)-1] == '`' {
		s = " " + s + " "
	}
	return fence + s + fence
}

// plainMarkdown escapes what Markdown, HTML and GitHub's own marks would make
// something of.
func plainMarkdown(s string) string {
	var b strings.Builder
	for _, r := range visible(oneLine(s)) {
		switch r {
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '&':
			b.WriteString("&amp;")
		case '@':
			b.WriteString("&#64;")
		case '#':
			b.WriteString("&#35;")
		case ':':
			b.WriteString("&#58;") // no bare address becomes a link
		case '\\', '`', '*', '_', '{', '}', '[', ']', '(', ')', '+', '!', '|', '~', '$', '-':
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
