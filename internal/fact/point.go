package fact

import "github.com/concordlint/concord/internal/source"

// Elided is the number of a Point that stands for what has been left out.
const Elided = "…"

// Point is a number or letter with which an item or a paragraph begins.
type Point struct {
	// Number is in figures or capitals: "3", "B", "9.2"; or Elided.
	Number string
	// Span is the first word of the block.
	Span source.Span
	// Block is the index of the block; Section and List are as in Block.
	Block, Section, List int
	// Other tells that the list's introduction says what it lists, and that
	// these are no steps.
	Other bool
}
