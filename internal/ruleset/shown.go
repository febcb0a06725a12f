package ruleset

import "strings"

// String is the parameters as YAML, as they stand in the rule's file, and
// behind them those of a configuration that go before them; empty for none.
func (p Params) String() string {
	var parts []string
	if p.node != nil {
		parts = append(parts, outdented(p.node.String()))
	}
	if p.over != nil {
		parts = append(parts, p.over.String())
	}
	return strings.TrimSpace(strings.Join(parts, "\n"))
}

// outdented is text with as few blanks before its lines as its first one allows.
func outdented(text string) string {
	lines := strings.Split(text, "\n")
	indent := len(lines[0]) - len(strings.TrimLeft(lines[0], " "))
	for i, l := range lines {
		lines[i] = l[min(indent, len(l)-len(strings.TrimLeft(l, " "))):]
	}
	return strings.Join(lines, "\n")
}
