package main

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/engine"
)

// withAuthority adds the documents that are trusted to the others. One that is
// among both is trusted.
func withAuthority(inputs, trusted []engine.Input) []engine.Input {
	for _, in := range trusted {
		in.Authority = true
		same := func(o engine.Input) bool { return o.File == in.File }
		if i := slices.IndexFunc(inputs, same); i >= 0 {
			inputs[i].Authority = true
		} else {
			inputs = append(inputs, in)
		}
	}
	slices.SortStableFunc(inputs, func(a, b engine.Input) int { return strings.Compare(a.File, b.File) })
	return inputs
}
