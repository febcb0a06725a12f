package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/verdict"
)

// describe is what reports for other programs tell of this one and its rules.
func describe(rules []ruleset.Rule) report.Tool {
	tool := report.Tool{Version: version}
	for _, r := range rules {
		info := report.RuleInfo{ID: r.ID, Summary: r.Message, Why: r.Why, Remediation: r.Remediation, Quiet: r.Quiet, Severity: verdict.Off}
		for _, g := range []verdict.Grade{verdict.Contradiction, verdict.Gap, verdict.Doubt} {
			if s := r.Severity.Of(g); s.Rank() > info.Severity.Rank() {
				info.Severity = s
			}
		}
		tool.Rules = append(tool.Rules, info)
	}
	return tool
}

// repository finds the paths of files from the root of the repository that they
// are in, or from the working folder where that is in none.
type repository struct{ here, root string }

// newRepository looks for a root above the working folder: the folder that
// holds .git.
func newRepository() repository {
	here, err := os.Getwd()
	if err != nil {
		return repository{}
	}
	for dir := here; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return repository{here, dir}
		}
		if dir == filepath.Dir(dir) {
			return repository{here, here}
		}
	}
}

// path is a file's path from the root with forward slashes, empty for a file
// that is elsewhere.
func (r repository) path(file string) string {
	if r.root == "" || file == standardInput {
		return ""
	}
	if !filepath.IsAbs(file) {
		file = filepath.Join(r.here, file)
	}
	rel, err := filepath.Rel(r.root, file)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return ""
	}
	return filepath.ToSlash(rel)
}
