package manual

import (
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/concordlint/concord/internal/ruleset"
)

// made stands at the head of each file, since an edit of it would be lost.
const made = "<!-- Made from the rule's module by \"go run ./cmd/concord docs docs\"; edit that, not this. -->\n\n"

// Markdown writes the page.
func (p Page) Markdown(to io.Writer) error {
	r := p.Rule
	var b strings.Builder
	b.WriteString(made)
	if p.Shown {
		fmt.Fprintf(&b, "<!-- concord: off %s -- the page shows what the rule finds -->\n\n", r.ID)
	}
	fmt.Fprintf(&b, "# %s\n\n", r.ID)
	if r.Message != "" {
		b.WriteString(fold(escape(r.Message)) + "\n")
	}
	fmt.Fprintf(&b, "| | |\n|---|---|\n| severity | %s |\n| looks | %s |\n| status | %s, since %s |\n", Severities(r.Severity), reach(r.Scope), standing(r.Status), r.Since)
	if len(r.Tags) > 0 {
		fmt.Fprintf(&b, "| tags | %s |\n", strings.Join(r.Tags, ", "))
	}
	fmt.Fprintf(&b, "| module | [rules/%[1]s](../../rules/%[1]s) |\n", r.ID)
	fmt.Fprintf(&b, "\n## What it compares, and why\n\n%s\n", strings.TrimSpace(r.Why))
	if len(r.Quiet) > 0 {
		b.WriteString("\n## What it stays quiet about\n\n")
		for _, q := range r.Quiet {
			b.WriteString("- " + strings.ReplaceAll(strings.TrimSuffix(fold(escape(q)), "\n"), "\n", "\n  ") + "\n")
		}
	}
	if r.Remediation != "" {
		fmt.Fprintf(&b, "\n## What to do about a finding\n\n%s", fold(escape(r.Remediation)))
	}
	p.Conflict.markdown(&b, "An example that conflicts", "Concord says")
	p.Quiet.markdown(&b, "An example that stays quiet", "No finding. `concord claims` says")
	p.settings(&b)
	if _, err := io.WriteString(to, b.String()); err != nil {
		return fmt.Errorf("writing the page of %s: %w", r.ID, err)
	}
	return nil
}

// markdown writes an example: its documents, and what was said of them.
func (e *Example) markdown(b *strings.Builder, title, says string) {
	if e == nil {
		return
	}
	fmt.Fprintf(b, "\n## %s\n\n", title)
	if e.About != "" {
		b.WriteString(fold(escape(e.About)) + "\n")
	}
	for _, d := range e.Documents {
		fmt.Fprintf(b, "`%s`\n\n%s\n", d.Name, fenced(string(d.Data), language(d.Name)))
	}
	if e.Said == "" {
		b.WriteString("Nothing here is taken for a claim.\n")
		return
	}
	fmt.Fprintf(b, "%s:\n\n%s", says, fenced(e.Said, "text"))
}

// settings writes how the rule is run, set and silenced.
func (p Page) settings(b *strings.Builder) {
	r := p.Rule
	fmt.Fprintf(b, "\n## Parameters\n\nWhat the module gives the check `%s`:\n\n", r.Check)
	if params := r.Params.String(); params == "" || params == "{}" {
		b.WriteString("nothing; the check takes no parameters.\n")
	} else {
		b.WriteString(fenced(params, "yaml") + "\n[docs/rules.md](../rules.md#parameters) tells what each value means.\n")
	}
	fmt.Fprintf(b, "\n## Run, set, silence\n\n%s", fenced(fmt.Sprintf(
		"concord check --rule %[1]s PATH    # this rule alone\nconcord check --skip %[1]s PATH    # all but this one\nconcord rules test %[1]s           # its %[2]d examples\n", r.ID, p.Cases), "sh"))
	fmt.Fprintf(b, "\nIn `.concord.yml`:\n\n%s", fenced(Settings(r.ID), "yaml"))
	fmt.Fprintf(b, "\nIn a document:\n\n%s", fenced(Comments(r.ID), "markdown"))
}

// Index writes the page that lists all rules.
func Index(to io.Writer, rules []ruleset.Rule) error {
	var b strings.Builder
	b.WriteString(made + "# The rules, page by page\n\n" + fold(
		"Each page tells what a rule compares and why, what it stays quiet about, and shows an example that conflicts and one that does not, with what Concord says to them. `concord explain RULE` shows the same in a terminal. [docs/rules.md](../rules.md) tells how rules are made, [docs/precision.md](../precision.md) how often they are right.") +
		"\n| rule | a finding means | at most | status |\n|---|---|---|---|\n")
	for _, r := range rules {
		fmt.Fprintf(&b, "| [%[1]s](%[1]s.md) | %[2]s | %[3]s | %[4]s |\n", r.ID, escape(r.Message), r.Severity.Highest(), r.Status)
	}
	if _, err := io.WriteString(to, b.String()); err != nil {
		return fmt.Errorf("writing the index of rules: %w", err)
	}
	return nil
}

func reach(s ruleset.Scope) string {
	switch s {
	case ruleset.Section:
		return "within one section"
	case ruleset.Document:
		return "within one document"
	}
	return "across all documents of a set"
}

func standing(s ruleset.Status) string {
	if s == ruleset.Preview {
		return "preview: runs only where `--rule` names it"
	}
	return string(s)
}

// language is the word behind a fence that tells the reader's program how to
// colour the text.
func language(file string) string {
	switch path.Ext(file) {
	case ".md":
		return "markdown"
	case ".html":
		return "html"
	case ".csv":
		return "csv"
	}
	return "text"
}

// fenced is text as a block of code, behind a fence longer than any in it.
func fenced(text, language string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	text = strings.TrimRight(text, "\r\n")
	return fence + language + "\n" + strings.ReplaceAll(text, "\r\n", "\n") + "\n" + fence + "\n"
}

// escape keeps plain text from being read as Markdown.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "<", `\<`, "[", `\[`, "|", `\|`).Replace(s)
}

// pageWidth is the width to which paragraphs are folded.
const pageWidth = 79

func fold(text string) string { return foldTo(text, pageWidth) }

// foldTo breaks a paragraph into lines. A line never begins with what would make
// it an item of a list or a heading.
func foldTo(text string, most int) string {
	var b strings.Builder
	width := 0
	for i, word := range strings.Fields(text) {
		switch n := len([]rune(word)); {
		case i == 0:
			width = n
		case width+1+n > most && !marks(word):
			b.WriteByte('\n')
			width = n
		default:
			b.WriteByte(' ')
			width += 1 + n
		}
		b.WriteString(word)
	}
	b.WriteByte('\n')
	return b.String()
}

func marks(word string) bool {
	return strings.ContainsRune("-+#>=~|", rune(word[0])) || strings.HasSuffix(strings.TrimLeft(word, "0123456789"), ".") && word[0] <= '9' && word[0] >= '0'
}
