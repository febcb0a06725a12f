package ruleset

import "strings"

// String is the parameters as YAML, as they stand in the rule's file; empty
// for none.
func (p Params) String() string {
	if p.node == nil {
		return ""
	}
	lines := strings.Split(p.node.String(), "\n")
	indent := len(lines[0]) - len(strings.TrimLeft(lines[0], " "))
	for i, l := range lines {
		lines[i] = l[min(indent, len(l)-len(strings.TrimLeft(l, " "))):]
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
