package lexicon

import "github.com/concordlint/concord/internal/token"

// MatchPartial finds a phrase at token i that calls a list partial: "not
// exhaustive", "including", "such as", "among others", "e.g.".
func MatchPartial(toks []token.Token, i int) (n int, ok bool) { return 0, false }

// MatchComplete finds a phrase at token i that calls a list complete: "complete
// list", "listed in full". "not a complete list" is partial.
func MatchComplete(toks []token.Token, i int) (n int, ok bool) { return 0, false }

// MatchCorrection finds a phrase at token i that announces a correction: "an
// earlier version", "Correction:".
func MatchCorrection(toks []token.Token, i int) (n int, ok bool) { return 0, false }
