package report

import "github.com/concordlint/concord/internal/source"

// Canonical is the place in the document's canonical text, for those who
// change documents.
func (l Location) Canonical() source.Span { return l.span }

// Visible is a line of text as it may be shown at a terminal: with what could
// move the cursor, change colours or turn the direction of writing made
// harmless.
func Visible(line string) string { return visible(line) }
