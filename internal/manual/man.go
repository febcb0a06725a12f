package manual

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Man is a page of the manual in the first section, for the program man. The
// libraries that make one of Markdown write the hyphens of options as hyphens,
// which cannot be pasted into a shell, and know one level of headings.
type Man struct {
	Name, Version string
	// Date of the version, YYYY-MM-DD: the same program makes the same page.
	Date string
	// About is half a sentence; Text are paragraphs on the whole.
	About string
	Text  []string
	// Commands in the order in which they are shown.
	Commands []Command
	// Sections follow the commands.
	Sections []Section
}

// Command is one command of a program, with its full name ("concord check").
type Command struct {
	Name, Arguments, Usage, Text string
	Options                      []Term
}

// Section is a list of terms, or an example as it is typed.
type Section struct {
	Title string
	Terms []Term
	Typed string
}

// Term is a word with its meaning. Value is what a program's user puts in its
// place, or behind an option.
type Term struct{ Word, Value, Means string }

// Write writes the page as groff and mandoc read it.
func (m Man) Write(to io.Writer) error {
	r := &roff{}
	r.linef(`.\" Made by "go run ./cmd/concord docs docs".`)
	r.linef(".TH %s 1 %s %q %q", strings.ToUpper(m.Name), m.Date, m.Name+" "+m.Version, m.Name+" manual")
	r.linef(".SH NAME")
	r.linef(`%s \- %s`, m.Name, text(m.About))
	r.linef(".SH SYNOPSIS")
	for i, c := range m.Commands {
		if i > 0 {
			r.linef(".br")
		}
		r.linef(".B %s", text(c.Name))
		r.linef("%s", r.arguments(c))
	}
	r.linef(".SH DESCRIPTION")
	for i, p := range m.Text {
		if i > 0 {
			r.linef(".PP")
		}
		r.linef("%s", paragraph(p))
	}
	r.linef(".SH COMMANDS")
	for i, c := range m.Commands {
		same := func(o Command) bool { return len(c.Options) > 1 && slices.Equal(o.Options, c.Options) }
		if k := slices.IndexFunc(m.Commands[:i], same); k >= 0 {
			c.Options = nil
			c.Text += "\n\nThe options are those of " + m.Commands[k].Name + "."
		}
		r.command(c)
	}
	for _, s := range m.Sections {
		r.linef(".SH %s", strings.ToUpper(s.Title))
		for _, t := range s.Terms {
			r.term(t)
		}
		if s.Typed != "" {
			r.typed(s.Typed)
		}
	}
	if _, err := io.WriteString(to, r.String()); err != nil {
		return fmt.Errorf("writing the manual: %w", err)
	}
	return nil
}

// roff writes the language of man pages.
type roff struct{ strings.Builder }

func (r *roff) linef(format string, args ...any) {
	fmt.Fprintf(r, format+"\n", args...)
}

// arguments is what stands behind a command's name in the synopsis.
func (r *roff) arguments(c Command) string {
	var parts []string
	if len(c.Options) > 0 {
		parts = append(parts, `[\fIoption\fP...]`)
	}
	if c.Arguments != "" {
		parts = append(parts, `\fI`+text(c.Arguments)+`\fP`)
	}
	if len(parts) == 0 {
		return `\&`
	}
	return strings.Join(parts, " ")
}

// command writes the part on one command.
func (r *roff) command(c Command) {
	r.linef(".SS %s", text(strings.TrimSpace(c.Name+" "+c.Arguments)))
	r.linef("%s", paragraph(sentence(c.Usage)))
	for p := range strings.SplitSeq(c.Text, "\n\n") {
		switch {
		case p == "":
		case strings.HasPrefix(p, "  "):
			r.linef(".PP")
			r.typed(p)
		default:
			r.linef(".PP\n%s", paragraph(p))
		}
	}
	for _, o := range c.Options {
		r.term(o)
	}
}

func (r *roff) term(t Term) {
	head := `\fB` + text(t.Word) + `\fP`
	if t.Value != "" {
		head += ` \fI` + text(t.Value) + `\fP`
	}
	r.linef(".TP\n%s\n%s", head, paragraph(sentence(t.Means)))
}

// typed writes lines as they are.
func (r *roff) typed(lines string) {
	r.linef(".nf\n.RS")
	for line := range strings.SplitSeq(strings.TrimRight(lines, "\n"), "\n") {
		r.linef("%s", text(line))
	}
	r.linef(".RE\n.fi")
}

// paragraph is text in lines of a length that an editor shows. What the escapes
// add is left out of account, and made up for by a narrower measure.
func paragraph(s string) string {
	return strings.TrimSuffix(text(foldTo(s, 60)), "\n")
}

// text keeps plain text from being read as commands: no line of it begins with
// a dot, hyphens stay those of the keyboard, and what is not ASCII is named.
func text(s string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n") {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			b.WriteString(`\&`)
		}
		for _, c := range line {
			switch {
			case c == '\\':
				b.WriteString(`\e`)
			case c == '-':
				b.WriteString(`\-`)
			case c > 126:
				fmt.Fprintf(&b, `\[u%04X]`, c)
			default:
				b.WriteRune(c)
			}
		}
	}
	return b.String()
}

// sentence is a usage as a sentence.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	if !strings.HasSuffix(s, ".") {
		s += "."
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
