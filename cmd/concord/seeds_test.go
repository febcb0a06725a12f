package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/report"
)

// The two real documents of the seeds stand beside the project where it is
// built, and are not part of it. What must be said of them is the contract
// that the first version was built to.
const (
	seedsDir  = "../../../shared/seeds"
	factSheet = "000_bdd37d2fd5ee07db.txt"
	article   = "003_288c59c3fbd3361e.txt"
)

// seeds reads the two documents; the test is skipped where they are not.
func seeds(t *testing.T) (sheet, art string) {
	t.Helper()
	a, err := os.ReadFile(filepath.Join(seedsDir, factSheet))
	if err != nil {
		t.Skipf("the seeds are not here: %v", err)
	}
	b, err := os.ReadFile(filepath.Join(seedsDir, article))
	if err != nil {
		t.Skipf("the seeds are not here: %v", err)
	}
	return string(a), string(b)
}

// reportOn runs the program on files of the given names and contents.
func reportOn(t *testing.T, command string, files map[string]string) *report.Report {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	status := run([]string{"concord", command, "--format", "json", dir}, streams{strings.NewReader(""), &out, &errs})
	if status != statusQuiet && status != statusFound {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	r := &report.Report{}
	if err := json.Unmarshal(out.Bytes(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

// said writes a report's findings as "file:line rule severity claimed/found".
func said(r *report.Report) []string {
	out := []string{}
	for _, f := range r.Findings {
		out = append(out, fmt.Sprintf("%s:%d %s %s %s/%s", filepath.Base(f.Location.File), f.Location.Line, f.Rule, f.Severity, f.Claimed, f.Found))
	}
	slices.Sort(out)
	return out
}

// role lists the lines of a finding's evidence in one role.
func role(f report.Finding, role string) []int {
	var lines []int
	for _, e := range f.Evidence {
		if string(e.Role) == role && !slices.Contains(lines, e.Location.Line) {
			lines = append(lines, e.Location.Line)
		}
	}
	slices.Sort(lines)
	return lines
}

var wantSeeds = []string{
	"F.txt:11 count-log warning 7/6",
	"F.txt:36 date-order warning December 29/December 30",
	"F.txt:51 date-order warning December 15-16/December 16",
	"F.txt:80 garbled-name warning B?aszczak/",
	"F.txt:9 count-distinct warning 8/6",
}

var wantBoth = append([]string{
	"A.txt:17 office-conflict error Cameron/Johnson",
	"A.txt:3 name-variant warning Zelensky/Zelenskyy",
}, wantSeeds...)

func TestSeeds(t *testing.T) {
	sheet, art := seeds(t)
	r := reportOn(t, "check", map[string]string{"F.txt": sheet, "A.txt": art})
	if d := cmp.Diff(wantBoth, said(r)); d != "" {
		t.Fatal(d)
	}
	for _, f := range r.Findings {
		switch f.Rule {
		case "count-log":
			expectLines(t, f, "counted", 21, 26, 28, 33, 34, 35)
			expectLines(t, f, "near-miss", 38)
			expectLines(t, f, "partial", 18)
		case "count-distinct":
			expectLines(t, f, "counted", 23, 80, 84, 91, 112, 124)
			expectLines(t, f, "near-miss", 111)
			expectLines(t, f, "partial", 18)
		case "office-conflict":
			expectLines(t, f, "contradicts", 99, 101)
		case "date-order":
			expectLines(t, f, "contradicts", f.Location.Line-1)
		}
	}
}

func expectLines(t *testing.T, f report.Finding, in string, want ...int) {
	t.Helper()
	if d := cmp.Diff(want, role(f, in)); d != "" {
		t.Errorf("%s, %s: %s", f.Rule, in, d)
	}
}

func TestSeedsInOtherShapes(t *testing.T) {
	sheet, art := seeds(t)
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"sheet alone", map[string]string{"F.txt": sheet}, wantSeeds},
		{"article alone", map[string]string{"A.txt": art}, []string{}},
		{"windows line ends", map[string]string{"F.txt": crlf(sheet), "A.txt": crlf(art)}, wantBoth},
		{"byte order mark", map[string]string{"F.txt": "\ufeff" + sheet, "A.txt": "\ufeff" + art}, wantBoth},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, said(reportOn(t, "check", c.files))); d != "" {
				t.Error(d)
			}
		})
	}
	rules := func(r *report.Report) []string {
		var out []string
		for _, f := range r.Findings {
			out = append(out, f.Rule)
		}
		slices.Sort(out)
		return out
	}
	want := []string{"count-distinct", "count-log", "date-order", "date-order", "garbled-name", "name-variant", "office-conflict"}
	for name, files := range map[string]map[string]string{
		"other names and order":     {"a-sheet.txt": sheet, "b-story.txt": art},
		"pasted together":           {"all.txt": sheet + "\n\n" + art},
		"pasted, the article first": {"all.txt": art + "\n\n" + sheet},
		"folded at 60 columns":      {"F.txt": folded(sheet, 60, false), "A.txt": folded(art, 60, false)},
		"folded at 100 columns":     {"F.txt": folded(sheet, 100, false), "A.txt": folded(art, 100, false)},
		"entries on one line each":  {"F.txt": folded(sheet, 76, true), "A.txt": folded(art, 76, true)},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(want, rules(reportOn(t, "check", files))); d != "" {
				t.Error(d)
			}
		})
	}
}

// folded breaks lines at blanks, so that none is wider than width where that
// can be. Entries, which begin with a date, stay whole if keep is set.
func folded(text string, width int, keep bool) string {
	entry := regexp.MustCompile(`^[A-Z][a-z]+ \d`)
	var out strings.Builder
	for _, line := range strings.Split(text, "\n") {
		column := 0
		for i, word := range strings.Fields(line) {
			switch n := utf8.RuneCountInString(word); {
			case i == 0:
				column = n
			case column+1+n > width && !(keep && entry.MatchString(line)):
				out.WriteByte('\n')
				column = n
			default:
				out.WriteByte(' ')
				column += 1 + n
			}
			out.WriteString(word)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// TestSeedsEdited changes one thing at a time: a mended error must go, a new
// one must come.
func TestSeedsEdited(t *testing.T) {
	sheet, art := seeds(t)
	remove := func(line string) func(string) string {
		return func(s string) string { return strings.Replace(s, line, "", 1) }
	}
	lines := strings.SplitAfter(sheet, "\n")
	for _, c := range []struct {
		name      string
		edit      func(string) string
		gone, new string // what must no longer be said, what must be said
	}{
		{"count mended", replace("seven times with Head", "six times with Head"), "count-log warning 7/6", ""},
		{"another count wrong", replace("spoken four times with Commander", "spoken three times with Commander"), "", "F.txt:11 count-log error 3/4"},
		{"entry removed", remove(lines[29]), "", "F.txt:11 count-log warning 2/1"},
		{"entry added", replace(lines[25], lines[25]+strings.Replace(lines[25], "November 26", "November 27", 1)), "count-log warning 7/6", ""},
		{"list complete", func(s string) string {
			s = strings.Replace(s, "an illustrative list", "a complete list", 1)
			return strings.Replace(s, "This list is not exhaustive or comprehensive, as there", "There", 1)
		}, "count-log warning 7/6", "F.txt:11 count-log error 7/6"},
		{"letter restored", replace("B?aszczak", "Błaszczak"), "garbled-name", ""},
		{"order mended", replace("December 30: National Security Advisor Sullivan's call with Ukraine Head", "December 28: National Security Advisor Sullivan's call with Ukraine Head"), "F.txt:36 date-order", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			edited := c.edit(sheet)
			if edited == sheet {
				t.Fatal("the edit changed nothing")
			}
			got := strings.Join(said(reportOn(t, "check", map[string]string{"F.txt": edited, "A.txt": art})), "\n")
			if c.gone != "" && strings.Contains(got, c.gone) {
				t.Errorf("still says %q:\n%s", c.gone, got)
			}
			if c.new != "" && !strings.Contains(got, c.new) {
				t.Errorf("does not say %q:\n%s", c.new, got)
			}
		})
	}
}

func replace(old, with string) func(string) string {
	return func(s string) string { return strings.Replace(s, old, with, 1) }
}

// TestSeedsLedger looks for the claims that agree, with their evidence.
func TestSeedsLedger(t *testing.T) {
	sheet, art := seeds(t)
	r := reportOn(t, "claims", map[string]string{"F.txt": sheet, "A.txt": art})
	for _, want := range []struct {
		file, text string
		line       int
		evidence   []int
	}{
		{"F.txt", "twice", 11, []int{30, 37}},
		{"F.txt", "twice", 11, []int{29, 36}},
		{"F.txt", "twice", 11, []int{27, 39}},
		{"F.txt", "four times", 11, []int{24, 25, 32, 40}},
		{"F.txt", "16 European leaders", 7, []int{30, 83, 99, 105, 133}},
		{"F.txt", "more than two dozen calls and meetings", 8, []int{26 + 1, 29}},
		{"A.txt", "Monday", 5, []int{29}},
		{"A.txt", "Tuesday", 5, []int{102}},
		{"F.txt", "hosted", 13, []int{59}},
		{"F.txt", "spoke with European Council President Michel", 13, []int{63}},
		{"F.txt", "Borrell", 13, []int{65, 67}},
	} {
		found := false
		for _, c := range r.Claims {
			if filepath.Base(c.Location.File) != want.file || c.Location.Line != want.line || !strings.Contains(c.Location.Text, want.text) || c.Status != "agrees" {
				continue
			}
			var lines []int
			for _, e := range c.Evidence {
				lines = append(lines, e.Location.Line)
			}
			all := true
			for _, l := range want.evidence {
				all = all && slices.Contains(lines, l)
			}
			found = found || all
		}
		if !found {
			t.Errorf("no agreeing claim %s:%d %q with evidence %v", want.file, want.line, want.text, want.evidence)
		}
	}
}
