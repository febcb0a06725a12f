package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/verdict"
)

// explainCommand prints what a rule's module says of the rule.
func explainCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:         "explain",
		Usage:        "tell what a rule compares, and when it stays quiet",
		ArgsUsage:    "RULE...",
		Flags:        configFlags(),
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if !c.Args().Present() {
				return errors.New("no rule given; concord rules list names them")
			}
			named, err := rulesNamed(c)
			if err != nil {
				return err
			}
			for i, r := range named {
				text, err := explanation(r)
				if err != nil {
					return err
				}
				if i > 0 {
					text = "\n" + text
				}
				if _, err := io.WriteString(s.out, text); err != nil {
					return fmt.Errorf("writing explanation: %w", err)
				}
			}
			return nil
		},
	}
}

// explanation is all that a rule says of itself.
func explanation(r ruleset.Rule) (string, error) {
	all, err := r.Cases()
	if err != nil {
		return "", fmt.Errorf("cases of %s: %w", r.ID, err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n", r.ID, strings.Repeat("=", len(r.ID)))
	b.WriteString(fold(r.Message, "", textWidth))
	fmt.Fprintf(&b, "\nCheck:     %s\n", r.Check)
	fmt.Fprintf(&b, "Severity:  %s\n", severities(r.Severity))
	fmt.Fprintf(&b, "Scope:     %s\n", r.Scope)
	fmt.Fprintf(&b, "Status:    %s, since %s\n", r.Status, r.Since)
	if len(r.Tags) > 0 {
		fmt.Fprintf(&b, "Tags:      %s\n", strings.Join(r.Tags, ", "))
	}
	fmt.Fprintf(&b, "\n%s\n", strings.TrimSpace(strings.ReplaceAll(r.Why, "**", "")))
	if len(r.Quiet) > 0 {
		b.WriteString("\nIt stays quiet about\n")
		for _, q := range r.Quiet {
			b.WriteString("  - " + strings.TrimPrefix(fold(q, "    ", textWidth), "    "))
		}
	}
	if r.Remediation != "" {
		b.WriteString("\nWhat to do\n" + fold(r.Remediation, "  ", textWidth))
	}
	examples(&b, all)
	fmt.Fprintf(&b, "\nTo run it alone:   concord check --rule %s PATH\n", r.ID)
	fmt.Fprintf(&b, "To leave it out:   concord check --skip %s PATH\n", r.ID)
	fmt.Fprintf(&b, "To silence it:     <!-- concord: ignore %s -- reason --> before the place\n", r.ID)
	return b.String(), nil
}

// severities tells the severity of each grade that is reported.
func severities(s ruleset.Severities) string {
	var parts []string
	for _, g := range []verdict.Grade{verdict.Contradiction, verdict.Gap, verdict.Doubt} {
		if v := s.Of(g); v.Rank() > 0 {
			parts = append(parts, fmt.Sprintf("%s for a %s", v, g))
		}
	}
	if len(parts) == 0 {
		return "not reported"
	}
	return strings.Join(parts, ", ")
}

// examples shows the first case with a finding and the first without one,
// and names the rest.
func examples(b *strings.Builder, all []ruleset.Case) {
	var shown [2]bool // with a finding, without
	for _, c := range all {
		quiet := 0
		if len(c.Want) == 0 {
			quiet = 1
		}
		if shown[quiet] {
			continue
		}
		shown[quiet] = true
		title := "An example with a finding"
		if quiet == 1 {
			title = "An example that stays quiet"
		}
		fmt.Fprintf(b, "\n%s (%s)\n", title, c.Name)
		b.WriteString(fold(c.About, "  ", textWidth))
		for _, d := range c.Documents {
			fmt.Fprintf(b, "\n  %s\n", d.Name)
			for line := range strings.Lines(string(d.Data)) {
				b.WriteString(strings.TrimRight("    | "+strings.TrimRight(line, "\r\n"), " ") + "\n")
			}
		}
		for i, w := range c.Want {
			if i == 0 {
				b.WriteString("\n  reported\n")
			}
			fmt.Fprintf(b, "    %s\n", w)
		}
	}
	if len(all) > 0 {
		fmt.Fprintf(b, "\n%d cases in all; concord rules test runs them.\n", len(all))
	}
}

// textWidth is the width to which explanations are folded.
const textWidth = 80

// fold breaks text into lines of at most width characters, each indented.
func fold(text, indent string, width int) string {
	var b strings.Builder
	line := indent
	for _, word := range strings.Fields(text) {
		if line != indent && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			b.WriteString(line + "\n")
			line = indent
		}
		if line != indent {
			line += " "
		}
		line += word
	}
	if line != indent {
		b.WriteString(line + "\n")
	}
	return b.String()
}
