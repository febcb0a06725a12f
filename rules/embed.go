// Package rules holds the built-in rule modules: a folder for each rule, with
// its description and its cases, and no code. It knows nothing; the ruleset
// package reads it as it reads any user's folder of rules.
package rules

import "embed"

// FS holds <id>/rule.yaml and <id>/cases/*.txtar for every built-in rule.
//
//go:embed all:*
var FS embed.FS
