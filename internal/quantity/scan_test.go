package quantity

import (
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/token"
)

// scan finds the quantities of a text as a caller does.
func scan(text string) (found []Quantity, toks []token.Token) {
	toks = token.Append(nil, text, 0, len(text))
	for i := 0; i < len(toks); {
		q, n, ok := Parse(toks, i)
		if !ok {
			i++
			continue
		}
		found = append(found, q)
		i += n
	}
	return found, toks
}

// describe writes the quantities of a text as "surface [lo,hi] flags", one
// after the other.
func describe(text string) string {
	found, toks := scan(text)
	var all []string
	for _, q := range found {
		s := text[toks[q.Start].Start:toks[q.End-1].End] + " "
		iv, _ := q.Interval.MarshalText()
		s += string(iv)
		if q.Flags != 0 {
			s += " " + q.Flags.String()
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

type reading struct{ text, want string }

func run(t *testing.T, rows []reading) {
	t.Helper()
	for _, r := range rows {
		if got := describe(r.text); got != r.want {
			t.Errorf("%s\n got %s\nwant %s", r.text, got, r.want)
		}
	}
}
