package checks_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/concordlint/concord/checks"
	"github.com/concordlint/concord/internal/calendar"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
	"github.com/concordlint/concord/internal/verdict"
)

// params are a rule's parameters as JSON.
type params string

func (p params) Decode(into any) error {
	d := json.NewDecoder(strings.NewReader(string(p)))
	d.DisallowUnknownFields()
	return d.Decode(into)
}

// newCheck makes a check of a kind with "of" as its one parameter.
func newCheck(t *testing.T, kind, of string) checks.Check {
	t.Helper()
	c, err := checks.New(kind, params(fmt.Sprintf(`{"of": %q}`, of)))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// run does what the engine does: facts meet under their keys, every group is
// judged, in the order of the keys.
func run(c checks.Check, facts ...fact.Fact) []verdict.Verdict {
	groups := map[string][]fact.Fact{}
	for _, f := range facts {
		if !slices.Contains(c.Needs(), f.FactKind()) {
			continue
		}
		for _, k := range c.Keys(f) {
			groups[k] = append(groups[k], f)
		}
	}
	keys := make([]string, 0, len(groups))
	for k := range groups {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var out []verdict.Verdict
	for _, k := range keys {
		out = append(out, c.Judge(k, groups[k])...)
	}
	return out
}

// outcome writes a verdict in short: status with grade or reason, claimed and
// found.
func outcome(v verdict.Verdict) string {
	s := string(v.Status)
	switch v.Status {
	case verdict.Conflicts:
		s += " " + string(v.Grade)
	case verdict.Undecided:
		s += " (" + v.Why + ")"
	}
	return fmt.Sprintf("%s: %s/%s", s, v.Claimed, v.Found)
}

func outcomes(vs []verdict.Verdict) []string {
	var out []string
	for _, v := range vs {
		out = append(out, outcome(v))
	}
	return out
}

// roles writes the evidence as role:note, in order.
func roles(v verdict.Verdict) []string {
	var out []string
	for _, e := range v.Evidence {
		out = append(out, string(e.Role)+": "+e.Note)
	}
	return out
}

// at is a place in a document, told apart by its first byte.
func at(doc, start int) fact.Place {
	return fact.Place{Doc: doc, Span: source.Span{Start: start, End: start + 5}, Block: start / 10, Section: fact.None}
}

func base(doc, start int, surface string) fact.Base {
	return fact.Base{Place: at(doc, start), Surface: surface}
}

// amount reads a quantity as a document states it.
func amount(t *testing.T, text string) quantity.Quantity {
	t.Helper()
	toks := token.Append(nil, text, 0, len(text))
	q, _, ok := quantity.Parse(toks, 0)
	if !ok {
		t.Fatalf("no quantity: %q", text)
	}
	return q
}

// date reads a date as a document states it.
func date(t *testing.T, text string) calendar.Date {
	t.Helper()
	toks := token.Append(nil, text, 0, len(text))
	d, _, ok := calendar.LeadingDate(toks)
	if !ok {
		t.Fatalf("no date: %q", text)
	}
	return d
}

func day(y, m, d int) calendar.Day {
	return calendar.Day{Year: int16(y), Month: int8(m), Day: int8(d)}
}

// person is a party with a name and offices as "title|organisation".
func person(name string, offices ...fact.Office) fact.Party {
	given, surname := "", name
	if i := strings.LastIndexByte(name, ' '); i >= 0 {
		given, surname = name[:i], name[i+1:]
	}
	return fact.Party{Given: given, Surname: surname, Surface: name, Offices: offices}
}

// office is a single-holder office with the class words it answers to.
func office(title, org string, classes ...string) fact.Office {
	return fact.Office{Title: title, Surface: title, Org: org, OrgSurface: org, Single: true, Classes: classes}
}

func deputy(title, org string) fact.Office {
	return fact.Office{Title: title, Surface: title, Org: org, OrgSurface: org, Deputy: true}
}
