package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/manual"
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
				p, err := pageOf(c.Context, r)
				if err != nil {
					return err
				}
				text := explanation(p)
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

// explanation is all that a rule says of itself, and what is said of its
// examples.
func explanation(p manual.Page) string {
	r := p.Rule
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n", r.ID, strings.Repeat("=", len(r.ID)))
	b.WriteString(fold(r.Message, "", textWidth))
	fmt.Fprintf(&b, "\nCheck:     %s%s\n", r.Check, inLine(r.Params.String()))
	fmt.Fprintf(&b, "Severity:  %s\n", manual.Severities(r.Severity))
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
	example(&b, p.Conflict, "An example that conflicts", "Concord says")
	example(&b, p.Quiet, "An example that stays quiet", "The claims in it")
	fmt.Fprintf(&b, "\nTo run it alone:   concord check --rule %s PATH\n", r.ID)
	fmt.Fprintf(&b, "To leave it out:   concord check --skip %s PATH\n", r.ID)
	fmt.Fprintf(&b, "To see its cases:  concord rules test --verbose %s   (%d of them)\n", r.ID, p.Cases)
	b.WriteString("\nIn .concord.yml:\n\n" + indented(manual.Settings(r.ID)))
	b.WriteString("\nIn a document:\n\n" + indented(manual.Comments(r.ID)))
	return b.String()
}

// example shows a case with what is said of it.
func example(b *strings.Builder, e *manual.Example, title, says string) {
	if e == nil {
		return
	}
	fmt.Fprintf(b, "\n%s (%s)\n", title, e.Name)
	b.WriteString(fold(e.About, "  ", textWidth))
	for _, d := range e.Documents {
		fmt.Fprintf(b, "\n  %s\n", d.Name)
		for line := range strings.Lines(string(d.Data)) {
			b.WriteString(strings.TrimRight("    | "+strings.TrimRight(line, "\r\n"), " ") + "\n")
		}
	}
	if e.Said == "" {
		says = "Nothing here is taken for a claim."
	}
	fmt.Fprintf(b, "\n  %s\n", says)
	b.WriteString(indented(e.Said))
}

// inLine is YAML that fits behind a word: its lines in brackets.
func inLine(yaml string) string {
	if yaml == "" || yaml == "{}" {
		return ""
	}
	return " (" + strings.ReplaceAll(yaml, "\n", ", ") + ")"
}

// indented is text four columns further in.
func indented(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if line = strings.TrimRight(line, "\r\n"); line != "" {
			line = "    " + line
		}
		b.WriteString(line + "\n")
	}
	return b.String()
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
