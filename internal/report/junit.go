package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/jstemmer/go-junit-report/v2/junit"

	"github.com/concordlint/concord/internal/verdict"
)

// WriteJUnit writes the ledger as a test report: a suite a document, a test a
// claim. What agrees has passed, a finding has failed, what could not be
// decided or was silenced is skipped with the reason, and a document that
// could not be read is an error. So the numbers that a build server shows are
// those of what was checked.
func (r *Report) WriteJUnit(w io.Writer) error {
	path := r.paths()
	of := r.byClaim()
	doc := junit.Testsuites{Name: "concord"}
	suites := map[string]*junit.Testsuite{}
	var order []string
	suite := func(file string) *junit.Testsuite {
		s := suites[file]
		if s == nil {
			s = &junit.Testsuite{Name: xmlText(path(file)), File: xmlText(path(file)), Time: "0", ID: len(order)}
			suites[file] = s
			order = append(order, file)
		}
		return s
	}
	for _, d := range r.Documents {
		suite(d.File)
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		suite(c.Location.File).AddTestcase(c.testcase(of(c), path))
	}
	for _, n := range r.Notes {
		s := suite(n.File)
		t := junit.Testcase{Name: xmlText("reading: " + n.Kind), Classname: s.Name, Time: "0"}
		if n.Unread() {
			t.Error = &junit.Result{Message: xmlText(n.Message), Type: n.Kind}
		} else {
			t.Skipped = &junit.Result{Message: xmlText(n.Message), Type: n.Kind}
		}
		s.AddTestcase(t)
	}
	for _, file := range order {
		doc.AddSuite(*suites[file])
	}
	return writeXML(w, doc)
}

// testcase is a claim as a test; f is the finding that became of it, nil for
// none.
func (c *Claim) testcase(f *Finding, path func(string) string) junit.Testcase {
	t := junit.Testcase{
		Name:      xmlText(fmt.Sprintf("%s at %d:%d: %s", c.Rule, c.Location.Line, c.Location.Column, c.Location.Text)),
		Classname: xmlText(path(c.Location.File)), Time: "0",
	}
	switch {
	case f != nil && f.Suppression != nil:
		t.Skipped = &junit.Result{Message: xmlText(strings.TrimSuffix(f.Suppression.Kind+": "+f.Suppression.why(), ": "))}
	case f != nil:
		t.Failure = &junit.Result{Message: xmlText(f.Message), Type: string(f.Severity), Data: xmlText(f.failure(path))}
	case c.Status == verdict.Conflicts:
		t.Skipped = &junit.Result{Message: xmlText("below the least severity: " + c.Message)}
	case c.Status == verdict.Undecided:
		t.Skipped = &junit.Result{Message: xmlText("undecided: " + c.Why)}
	}
	return t
}

// failure is the body of a failed test: place, evidence, calculation, repairs.
func (f *Finding) failure(path func(string) string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", placeIn(f.Location, path), f.annotation(path))
	if f.Calculation != nil {
		fmt.Fprintf(&b, "calculation: %s\n", f.Calculation)
	}
	for _, s := range f.Suggestions {
		fmt.Fprintf(&b, "repair: %q instead of %q at %s (%s confidence)\n", s.Text, s.Location.Text, placeIn(s.Location, path), s.Confidence)
	}
	return b.String()
}
