package report

import "github.com/concordlint/concord/internal/source"

// Canonical is the place in the document's canonical text, for those who
// change documents.
func (l Location) Canonical() source.Span { return l.span }
