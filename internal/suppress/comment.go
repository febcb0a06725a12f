package suppress

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/xrash/smetrics"

	"github.com/concordlint/concord/internal/source"
)

// verb is what a comment asks for.
type verb uint8

const (
	ignore verb = iota + 1
	off
	on
)

const (
	// mostComments bounds the comments that are followed in one document, and
	// mostPatterns the rules in one of them: every finding is held against
	// each.
	mostComments = 1000
	mostPatterns = 50
	// mostProblems bounds what is said of one comment.
	mostProblems = 3
)

// comment is a comment that has been understood.
type comment struct {
	verb     verb
	patterns []pattern
	reason   string
	mark     source.Mark
}

// pattern is one rule of a comment: an id, or a glob over ids.
type pattern struct {
	text string
	// used tells that a finding was silenced by it, near that it covers some
	// of the evidence of one.
	used, near bool
}

func (p *pattern) matches(rule string) bool {
	ok, err := path.Match(p.text, rule)
	return ok && err == nil
}

func isGlob(s string) bool { return strings.ContainsAny(s, `*?[\`) }

// verbs are the words that a comment to Concord may begin with; those of pins
// are the business of their rule.
var verbs = [...]string{"ignore", "off", "on", "pin"}

// meant are words of other linters with what they are called here.
func meant(word string) string {
	switch word {
	case "disable", "stop":
		return "off"
	case "enable", "start":
		return "on"
	case "disable-next-line", "skip", "allow", "noqa", "nolint", "suppress", "silence", "ignore-next":
		return "ignore"
	}
	return nearest(word, verbs[:])
}

// longestWord bounds, in bytes, what may be a slip for a rule or a verb.
const longestWord = 40

// nearest is the candidate that a misspelt word most likely stands for, or
// nothing.
func nearest(word string, candidates []string) string {
	if len(word) > longestWord {
		return ""
	}
	best, distance := "", 1+len(word)/3
	for _, c := range candidates {
		if d := smetrics.WagnerFischer(word, c, 1, 1, 1); d <= distance && d < len(c) && (best == "" || d < distance) {
			best, distance = c, d
		}
	}
	return best
}

// read understands a comment. The problem is a sentence about what is wrong
// with it, empty for a good one; a comment without patterns does nothing.
func read(m source.Mark, known []string) (c comment, problems []string) {
	c.mark = m
	word, rest, _ := strings.Cut(m.Words, " ")
	word = strings.ToLower(word)
	switch word {
	case "ignore":
		c.verb = ignore
	case "off":
		c.verb = off
	case "on":
		c.verb = on
	default:
		if strings.HasPrefix(word, "pi") {
			return c, nil // a pin, or a slip for one, of which its rule tells
		}
		return c, []string{fmt.Sprintf("%q is not understood (there are ignore, off, on, pin)%s", shown(m), hint(meant(word)))}
	}
	var names string
	names, c.reason = cutReason(rest)
	for _, name := range strings.FieldsFunc(names, func(r rune) bool { return r == ',' || r == ' ' }) {
		if len(c.patterns) == mostPatterns {
			problems = append(problems, fmt.Sprintf("%q names more than %d rules; those behind are passed over", shown(m), mostPatterns))
			break
		}
		if p := trouble(name, known); p != "" {
			prose := c.reason == "" && len(c.patterns) > 0
			if prose {
				p += "; a reason stands behind \"--\""
			}
			problems = append(problems, fmt.Sprintf("%q: %s", shown(m), p))
			if prose || len(problems) == mostProblems {
				break
			}
			continue
		}
		if !slices.ContainsFunc(c.patterns, func(p pattern) bool { return p.text == name }) {
			c.patterns = append(c.patterns, pattern{text: name})
		}
	}
	if strings.Trim(names, ", ") == "" {
		problems = append(problems, fmt.Sprintf("%q names no rule (* stands for all)", shown(m)))
	}
	return c, problems
}

// cutReason parts the rules from the reason, which stands behind two hyphens,
// or the dash that some editors make of them.
func cutReason(s string) (names, reason string) {
	at, n := len(s), 0
	for _, dash := range [...]string{"--", "\u2014", "\u2013"} {
		if i := strings.Index(" "+s+" ", " "+dash+" "); i >= 0 && i < at {
			at, n = i, len(dash)
		}
	}
	return s[:at], strings.TrimSpace(s[min(len(s), at+n):])
}

// trouble tells what is wrong with the name of a rule, if anything is.
func trouble(name string, known []string) string {
	if _, err := path.Match(name, ""); err != nil {
		return fmt.Sprintf("%q is no pattern of rules: %v", name, err)
	}
	p := pattern{text: name}
	if slices.ContainsFunc(known, p.matches) {
		return ""
	}
	if isGlob(name) {
		return fmt.Sprintf("no rule matches %q", name)
	}
	return fmt.Sprintf("there is no rule %q%s", name, hint(nearest(name, known)))
}

func hint(best string) string {
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}

// shownWords bounds how much of a comment is shown in messages.
const shownWords = 60

// shown is a comment as messages name it.
func shown(m source.Mark) string { return "concord: " + shorten(m.Words, shownWords) }

func shorten(s string, most int) string {
	for i := range s {
		if most--; most < 0 {
			return s[:i] + "…"
		}
	}
	return s
}
