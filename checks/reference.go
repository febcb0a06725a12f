package checks

import (
	"fmt"
	"strings"
)

// newReference makes one of the checks that compare a reference with what it
// refers to.
func newReference(p Params) (Check, error) {
	var params struct {
		Of string `yaml:"of"`
	}
	if err := p.Decode(&params); err != nil {
		return nil, err
	}
	switch params.Of {
	case "link-label":
		return linkLabel{}, nil
	case "numbering":
		return numbering{}, nil
	case "own-number":
		return ownNumber{}, nil
	case "xref":
		return xref{}, nil
	}
	return nil, fmt.Errorf("of: %q (there are: link-label, numbering, own-number, xref)", params.Of)
}

// sameNumber reports whether two numbers may be one: 4 is said of 4.2 and 4a,
// and an anchor may have lost its dots.
func sameNumber(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	switch {
	case a == b:
		return true
	case strings.HasPrefix(b, a) && (b[len(a)] == '.' || b[len(a)] >= 'a'):
		return true
	}
	return dotless(a) == dotless(b)
}

func dotless(n string) string { return strings.TrimLeft(strings.ReplaceAll(n, ".", ""), "0") }

// slipOf reports whether two numbers of one length differ as a slip of the
// fingers makes them: in one figure, or two neighbours swapped.
func slipOf(a, b string) bool {
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	var at []int
	for i := range len(a) {
		if a[i] != b[i] {
			at = append(at, i)
		}
	}
	switch len(at) {
	case 1:
		return true
	case 2:
		i, j := at[0], at[1]
		return j == i+1 && a[i] == b[j] && a[j] == b[i]
	}
	return false
}

// yearNumber reports whether a number may be a year.
func yearNumber(n string) bool {
	return len(n) == 4 && (n[:2] == "19" || n[:2] == "20") && !strings.Contains(n, ".")
}
