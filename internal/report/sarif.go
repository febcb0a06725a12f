package report

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/concordlint/concord/internal/verdict"
)

const (
	sarifSchema = "https://json.schemastore.org/sarif-2.1.0.json"
	homepage    = "https://github.com/concordlint/concord"
	// sarifRoot is the name under which the root of the repository is known,
	// as GitHub's code scanning expects it.
	sarifRoot = "SRCROOT"
)

// WriteSARIF writes the findings as SARIF 2.1.0, with the evidence as related
// locations, rules with their help, suggestions as fixes, silenced findings as
// suppressed results and notes as notifications. The structures are written
// here: the library that was tried as a writer gives each result some sixty
// empty members; it validates the form in the tests.
func (r *Report) WriteSARIF(w io.Writer) error {
	s := sarifWriter{rules: map[string]int{}, artifacts: map[string]int{}, path: r.paths()}
	run := &s.run
	run.ColumnKind = "unicodeCodePoints"
	run.Tool.Driver = sarifDriver{Name: "Concord", Version: r.tool.Version, InformationURI: homepage, Rules: []sarifRule{}}
	run.Artifacts, run.Results = []sarifArtifact{}, []sarifResult{}
	for _, rule := range r.tool.Rules {
		s.rule(rule)
	}
	for _, d := range r.Documents {
		s.artifacts[d.File] = len(run.Artifacts)
		run.Artifacts = append(run.Artifacts, sarifArtifact{s.uri(d.File), d.Bytes})
	}
	for _, list := range [...][]Finding{r.Findings, r.Suppressed} {
		for i := range list {
			run.Results = append(run.Results, s.result(&list[i]))
		}
	}
	run.Invocations = []sarifInvocation{s.invocation(r)}
	if s.relative {
		run.BaseIDs = map[string]sarifFolder{sarifRoot: {sarifMessage{Text: "The root of the repository, or the folder in which Concord was run."}}}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(sarifLog{sarifSchema, "2.1.0", []sarifRun{*run}}); err != nil {
		return fmt.Errorf("writing sarif: %w", err)
	}
	return nil
}

// sarifWriter builds the one run of a log.
type sarifWriter struct {
	run              sarifRun
	rules, artifacts map[string]int
	path             func(string) string
	relative         bool // some address is relative to sarifRoot
}

// rule adds a rule and returns its index.
func (s *sarifWriter) rule(i RuleInfo) int {
	if at, ok := s.rules[i.ID]; ok {
		return at
	}
	rule := sarifRule{ID: i.ID}
	if i.Summary != "" {
		rule.Short = &sarifMessage{Text: i.Summary}
	}
	if i.Why != "" {
		help := ruleHelp(i)
		rule.Full = &sarifMessage{Text: strings.TrimSpace(firstParagraph(i.Why))}
		rule.Help = &sarifMessage{Text: help, Markdown: help}
	}
	if i.Severity != "" {
		rule.Default = &sarifRuleConfig{sarifLevel(i.Severity)}
	}
	s.rules[i.ID] = len(s.run.Tool.Driver.Rules)
	s.run.Tool.Driver.Rules = append(s.run.Tool.Driver.Rules, rule)
	return s.rules[i.ID]
}

// ruleHelp is a rule's explanation in Markdown.
func ruleHelp(i RuleInfo) string {
	var b strings.Builder
	b.WriteString(strings.TrimSpace(i.Why))
	if len(i.Quiet) > 0 {
		b.WriteString("\n\n**Stays quiet about**\n")
		for _, q := range i.Quiet {
			b.WriteString("\n- " + q)
		}
	}
	if i.Remediation != "" {
		b.WriteString("\n\n**What to do.** " + strings.TrimSpace(i.Remediation))
	}
	fmt.Fprintf(&b, "\n\n**Suppress** the next block with the comment `concord: ignore %s -- reason`.\n", i.ID)
	return b.String()
}

// firstParagraph is a text up to its first empty line, without its marks of
// strong words.
func firstParagraph(s string) string {
	s, _, _ = strings.Cut(s, "\n\n")
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "**", "")), " ")
}

func sarifLevel(v verdict.Severity) string {
	switch v {
	case verdict.Error:
		return "error"
	case verdict.Warning:
		return "warning"
	}
	return "note"
}

// result is a finding.
func (s *sarifWriter) result(f *Finding) sarifResult {
	spot := f.Spot()
	out := sarifResult{
		RuleID: f.Rule, RuleIndex: s.rule(RuleInfo{ID: f.Rule}), Level: sarifLevel(f.Severity),
		Message:      sarifMessage{Text: f.Message},
		Locations:    []sarifLocation{s.location(spot, 0, "")},
		Fingerprints: map[string]string{"concord/v1": f.Fingerprint},
		Properties:   &sarifProperties{Claimed: f.Claimed, Found: f.Found},
	}
	if f.Calculation != nil {
		out.Properties.Calculation = f.Calculation.String()
	}
	if f.Changed != nil {
		out.Related = append(out.Related, s.location(f.Location, 1, "the claim"))
	}
	for _, e := range f.Evidence {
		text := string(e.Role)
		if e.Note != "" {
			text += ": " + e.Note
		}
		out.Related = append(out.Related, s.location(e.Location, len(out.Related)+1, text))
	}
	for _, g := range f.Suggestions {
		if fix, ok := s.fix(g); ok {
			out.Fixes = append(out.Fixes, fix)
		}
	}
	if f.Suppression != nil {
		out.Suppressions = []sarifSuppression{s.suppression(f.Suppression)}
	}
	return out
}

func (s *sarifWriter) suppression(p *Suppression) sarifSuppression {
	out := sarifSuppression{Kind: "external", Justification: p.Reason}
	if p.Location != nil {
		l := s.location(*p.Location, 0, "")
		out.Kind, out.Location = "inSource", &l
	}
	if out.Justification == "" {
		switch p.Kind {
		case Baselined:
			out.Justification = "in the baseline"
		case Unchanged:
			out.Justification = "none of its places is on a changed line"
		}
	}
	return out
}

// fix is a suggestion as a change of the file. There is none where markup
// stands within the words to be replaced, for that has no new text.
func (s *sarifWriter) fix(g Suggestion) (sarifFix, bool) {
	if g.Location.Line == 0 || g.Location.Length != len(g.Location.Text) {
		return sarifFix{}, false
	}
	text := fmt.Sprintf("%q instead of %q (%s confidence)", g.Text, g.Location.Text, g.Confidence)
	if g.Text == "" {
		text = fmt.Sprintf("leave out %q (%s confidence)", g.Location.Text, g.Confidence)
	}
	region := s.location(g.Location, 0, "").Physical.Region
	region.Snippet = nil
	return sarifFix{sarifMessage{Text: text}, []sarifChange{{
		s.reference(g.Location.File), []sarifReplacement{{*region, sarifMessage{Text: g.Text}}},
	}}}, true
}

// location is a place; id 0 and an empty text are left out.
func (s *sarifWriter) location(l Location, id int, text string) sarifLocation {
	out := sarifLocation{ID: id, Physical: sarifPhysical{Artifact: s.reference(l.File)}}
	if text != "" {
		out.Message = &sarifMessage{Text: text}
	}
	if l.Line > 0 {
		out.Physical.Region = &sarifRegion{l.Line, l.Column, l.EndLine, l.EndColumn, &sarifMessage{Text: l.Text}}
	}
	return out
}

// reference is the address of a file, with its index among the artifacts.
func (s *sarifWriter) reference(file string) sarifURI {
	u := s.uri(file)
	if at, ok := s.artifacts[file]; ok {
		u.Index = &at
	}
	return u
}

// uri is the address of a file: relative to the root where it is below it.
func (s *sarifWriter) uri(file string) sarifURI {
	p := s.path(file)
	switch {
	case filepath.IsAbs(p):
		return sarifURI{URI: (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(p), "/")}).String()}
	case p == ".." || strings.HasPrefix(p, "../"):
		return sarifURI{URI: (&url.URL{Path: p}).String()}
	}
	s.relative = true
	return sarifURI{URI: (&url.URL{Path: strings.TrimPrefix(p, "./")}).String(), BaseID: sarifRoot}
}

// invocation tells the notes of a run, and whether all documents were read.
func (s *sarifWriter) invocation(r *Report) sarifInvocation {
	out := sarifInvocation{Successful: true}
	for _, n := range r.Notes {
		level := "note"
		if n.Unread() {
			level, out.Successful = "error", false
		}
		m := sarifNotification{Level: level, Message: sarifMessage{Text: n.Message}, Descriptor: &sarifReference{n.Kind}}
		if n.File != "" {
			m.Locations = []sarifLocation{{Physical: sarifPhysical{Artifact: s.reference(n.File)}}}
		}
		out.Notifications = append(out.Notifications, m)
	}
	return out
}
