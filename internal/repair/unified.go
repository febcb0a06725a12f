package repair

import (
	"fmt"
	"strings"

	udiff "github.com/aymanbagabas/go-udiff"
)

// contextLines is how many unchanged lines a patch shows around a change, as
// everybody's diff does.
const contextLines = 3

// Unified is the difference that edits of one file make, in the unified form
// that patch -p1 and git apply take; name is what the file is called in it.
//
// The edits are known, so nothing has to be compared: go-udiff, which is the
// diff of Go's own tools kept up as a module, makes hunks of edits, where other
// libraries (pmezard/go-difflib, hexops/gotextdiff, pkg/diff) compare lines
// over again or are no longer kept.
func Unified(name string, edits []*Edit) (string, error) {
	f := edits[0].File
	var changes []udiff.Edit
	for _, e := range ordered(edits) {
		changes = append(changes, udiff.Edit{Start: e.Span.Start, End: e.Span.End, New: e.Bytes})
	}
	text, err := udiff.ToUnified(quoted("a/"+name), quoted("b/"+name), string(f.Data), changes, contextLines)
	if err != nil {
		return "", fmt.Errorf("difference of %s: %w", f.Name, err)
	}
	return text, nil
}

// quoted is a file's name as git writes it in the head of a patch: names with
// signs that would be misread are quoted as in C, and a tab ends those with
// blanks.
func quoted(name string) string {
	odd := func(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r == 0x7f }
	if !strings.ContainsFunc(name, odd) {
		if strings.Contains(name, " ") {
			return name + "\t"
		}
		return name
	}
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(name) {
		switch c := name[i]; {
		case c == '"' || c == '\\':
			b.WriteString("\\" + string(c))
		case c < ' ' || c == 0x7f:
			fmt.Fprintf(&b, "\\%03o", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String() + `"`
}
