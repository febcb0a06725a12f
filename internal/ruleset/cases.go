package ruleset

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/concordlint/concord/internal/verdict"
)

// Case is one example of a rule: documents, and what the rule must say about
// them. An example that a rule's description shows is a test of the rule.
type Case struct {
	// Name is the name of the case's file without its ending.
	Name string
	// About is the text above the first document: what the case shows.
	About string
	// Documents in the order of the file.
	Documents []CaseFile
	// Want are the findings that the rule must report, and no other.
	// Empty: the rule must stay quiet.
	Want []Expectation
	// Ledger are claims that must be met with the given verdict. Claims
	// that it does not list may be there as well.
	Ledger []Expectation
}

// CaseFile is a document of a case.
type CaseFile struct {
	Name string
	Data []byte
}

// Expectation is one line of a case's want or ledger.
type Expectation struct {
	// File and Line (from 1) are where the claim stands.
	File string
	Line int
	Rule string
	// Surface is the claim's text.
	Surface string
	// Severity is the finding's; empty where the case does not say.
	Severity verdict.Severity
	// Status is Conflicts for a line of want.
	Status verdict.Status
}

// String is the expectation as a case's file spells it.
func (e Expectation) String() string {
	s := fmt.Sprintf("%s:%d %s", e.File, e.Line, e.Rule)
	if e.Status != verdict.Conflicts {
		s += " " + string(e.Status)
	}
	s += " " + strconv.Quote(e.Surface)
	if e.Severity != "" {
		s += " " + string(e.Severity)
	}
	return s
}

// The files of a case that are not documents.
const (
	wantFile   = "want"
	ledgerFile = "ledger"
)

// Cases reads the rule's cases, in the order of their names.
func (r Rule) Cases() ([]Case, error) {
	if r.fsys == nil {
		return nil, nil
	}
	files, err := fs.Glob(r.fsys, path.Join(r.dir, "cases", "*.txtar"))
	if err != nil {
		return nil, fmt.Errorf("looking for cases of %s: %w", r.ID, err)
	}
	var cases []Case
	var errs []error
	for _, name := range files {
		data, err := fs.ReadFile(r.fsys, name)
		if err != nil {
			return nil, fmt.Errorf("reading case: %w", err)
		}
		c, err := parseCase(name, data)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		cases = append(cases, c)
	}
	return cases, errors.Join(errs...)
}

func parseCase(name string, data []byte) (Case, error) {
	ar := txtar.Parse(data)
	c := Case{
		Name:  strings.TrimSuffix(path.Base(name), ".txtar"),
		About: strings.TrimSpace(string(ar.Comment)),
	}
	wanted := false
	var errs []error
	for _, f := range ar.Files {
		var err error
		switch f.Name {
		case wantFile:
			wanted = true
			c.Want, err = expectations(name, data, f, false)
		case ledgerFile:
			c.Ledger, err = expectations(name, data, f, true)
		default:
			c.Documents = append(c.Documents, CaseFile{Name: f.Name, Data: f.Data})
		}
		errs = append(errs, err)
	}
	if !wanted {
		errs = append(errs, fmt.Errorf("%s:1:1: the case has no file named %q (an empty one says that the rule must stay quiet)", name, wantFile))
	}
	if len(c.Documents) == 0 {
		errs = append(errs, fmt.Errorf("%s:1:1: the case has no documents", name))
	}
	for _, e := range append(c.Want[:len(c.Want):len(c.Want)], c.Ledger...) {
		errs = append(errs, c.stands(name, e))
	}
	return c, errors.Join(errs...)
}

// stands reports an expectation whose surface cannot be where it says: a case
// that no program could pass. A surface may run on over a line's end.
func (c Case) stands(name string, e Expectation) error {
	for _, d := range c.Documents {
		if d.Name != e.File {
			continue
		}
		lines := strings.Split(string(d.Data), "\n")
		if e.Line < 1 || e.Line > len(lines) {
			return fmt.Errorf("%s:1:1: %s has no line %d", name, e.File, e.Line)
		}
		return nil
	}
	return fmt.Errorf("%s:1:1: the case has no document %q", name, e.File)
}

// expectations reads the lines of want or ledger: file:line rule "surface",
// in want with a severity behind it if that matters, in the ledger with the
// verdict before the surface.
func expectations(name string, data []byte, f txtar.File, ledger bool) ([]Expectation, error) {
	var out []Expectation
	var errs []error
	base := bytes.Count(data[:bytes.Index(data, []byte("\n-- "+f.Name+" --"))+1], []byte("\n")) + 2
	sc := bufio.NewScanner(bytes.NewReader(f.Data))
	for n := base; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" {
			continue
		}
		e, err := expectation(line, ledger)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s:%d:1: %w", name, n, err))
			continue
		}
		out = append(out, e)
	}
	return out, errors.Join(errs...)
}

func expectation(line string, ledger bool) (Expectation, error) {
	e := Expectation{Status: verdict.Conflicts}
	head, rest, ok := strings.Cut(line, ` "`)
	fields := strings.Fields(head)
	want, form := 2, `file:line rule "surface"`
	if ledger {
		want, form = 3, `file:line rule agrees|undecided "surface"`
	}
	if !ok || len(fields) != want {
		return e, fmt.Errorf("%q is not of the form %s", line, form)
	}
	file, number, ok := cutLast(fields[0], ":")
	n, err := strconv.Atoi(number)
	if !ok || err != nil {
		return e, fmt.Errorf("%q is no file:line", fields[0])
	}
	quoted, err := strconv.QuotedPrefix(`"` + rest)
	if err != nil {
		return e, fmt.Errorf("the surface in %q does not end", line)
	}
	e.File, e.Line, e.Rule = file, n, fields[1]
	if e.Surface, err = strconv.Unquote(quoted); err != nil {
		return e, fmt.Errorf("surface %s: %w", quoted, err)
	}
	after := strings.TrimSpace(rest[len(quoted)-1:])
	if ledger {
		return e, ledgerStatus(&e, fields[2], after)
	}
	switch e.Severity = verdict.Severity(after); e.Severity {
	case "", verdict.Error, verdict.Warning, verdict.Info:
		return e, nil
	}
	return e, fmt.Errorf("%q is no severity of a finding", after)
}

func ledgerStatus(e *Expectation, word, after string) error {
	e.Status = verdict.Status(word)
	if e.Status != verdict.Agrees && e.Status != verdict.Undecided {
		return fmt.Errorf("%q is neither agrees nor undecided", word)
	}
	if after != "" {
		return fmt.Errorf("%q stands after the surface", after)
	}
	return nil
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}
