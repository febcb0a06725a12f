package main

import (
	"bytes"
	"errors"
	"testing"

	"github.com/concordlint/concord/internal/cases"
)

func TestTrial(t *testing.T) {
	var out bytes.Buffer
	tr := &trial{streams: streams{out: &out}, verbose: true}
	tr.tell("x/good", cases.Outcome{})
	tr.tell("x/bad", cases.Outcome{Missing: []string{`a.md:1 x "one"`}, Unexpected: []string{`a.md:2 x "two"`}})
	if err := tr.conclude(1); !errors.Is(err, errFound) {
		t.Errorf("error %v, want that there are findings", err)
	}
	const want = `pass  x/good
FAIL  x/bad
      - a.md:1 x "one"
      + a.md:2 x "two"
1 rule, 2 cases: 1 passed, 1 failed
`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}
