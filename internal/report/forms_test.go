package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif" // brings the schema
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/yuin/goldmark"
	"pgregory.net/rapid"

	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// everything is a report with something of everything: silenced findings, a
// finding on a changed line, notes, an unread document, the ledger, rules.
func everything(t *testing.T) *Report {
	s, vs := sample(t)
	vs = append(vs, verdict.Verdict{
		Rule: "weekday", Status: verdict.Conflicts, Grade: verdict.Contradiction, Severity: verdict.Error,
		Message: "12 January is no Tuesday", Place: s.at(0, "12 January", 0), Surface: "12 January",
		Suppressed: &verdict.Suppression{Kind: "config", Reason: "as printed"},
	})
	in := s.input(vs...)
	in.Ledger = true
	in.Notes = []source.Note{
		{Kind: "unreadable", File: "talks/c, 100%.bin", Message: "not text: 50%\nof it"},
		{Kind: "too-long", File: "talks/a-sheet.txt", Message: "a paragraph was cut"},
	}
	in.Documents = append(in.Documents, Document{File: "talks/c, 100%.bin", Failed: true})
	in.Documents[0].Path = "press room/talks/a-sheet.txt"
	in.Tool = Tool{Version: "1.2.3", Rules: []RuleInfo{{
		ID: "count-log", Summary: "A number is not that of the list.", Why: "**What it does.** Counts.\n\n**Why.** Slips.", Quiet: []string{"other lists"},
		Remediation: "Count again.", Severity: verdict.Error,
	}}}
	in.Silence = func(all []*Finding) {
		for _, f := range all {
			if f.Rule == "count-list" {
				f.Suppression = &Suppression{Kind: Baselined}
			}
			if f.Rule == "name-variant" {
				f.Changed = &f.Evidence[0].Location
			}
		}
	}
	return s.build(in)
}

func written(t *testing.T, r *Report, form string) string {
	t.Helper()
	f, ok := FormatNamed(form)
	if !ok {
		t.Fatalf("there is no form %q", form)
	}
	var b bytes.Buffer
	if err := f.Write(r.For(f), &b, Look{Width: 100}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestForms(t *testing.T) {
	r := everything(t)
	for _, form := range []string{"jsonl", "sarif", "github", "junit", "checkstyle", "markdown", "csv"} {
		got := written(t, r, form)
		golden(t, "form-"+form, got)
		if again := written(t, r, form); again != got {
			t.Errorf("%s differs when it is written again", form)
		}
	}
}

// The form is held against the schema of the standard, which go-sarif brings as
// a constant. (Its own Validate checks what it would write itself instead.)
func TestSARIFIsValid(t *testing.T) {
	schema := sarifSchemaOf(t)
	for name, r := range map[string]*Report{"whole": everything(t), "empty": (&set{t: t}).build(Input{})} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(written(t, r, "sarif")))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	broken, err := jsonschema.UnmarshalJSON(strings.NewReader(strings.Replace(written(t, everything(t), "sarif"), `"level": "error"`, `"level": "grave"`, 1)))
	if err != nil {
		t.Fatal(err)
	}
	if schema.Validate(broken) == nil {
		t.Error("the schema takes a level that the standard does not have")
	}
}

// sarifSchemaOf reads the schema out of the source of go-sarif.
func sarifSchemaOf(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	text, err := strconv.Unquote(file.Scope.Lookup("schema").Decl.(*ast.ValueSpec).Values[0].(*ast.BasicLit).Value)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("sarif.json", v); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestSARIFPlaces(t *testing.T) {
	var log sarifLog
	if err := json.Unmarshal([]byte(written(t, everything(t), "sarif")), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	for _, res := range run.Results {
		if run.Tool.Driver.Rules[res.RuleIndex].ID != res.RuleID {
			t.Errorf("rule index of %s leads to %s", res.RuleID, run.Tool.Driver.Rules[res.RuleIndex].ID)
		}
		at := res.Locations[0].Physical.Artifact
		if at.Index == nil || run.Artifacts[*at.Index].Location.URI != at.URI {
			t.Errorf("%s: the index of %s leads elsewhere", res.RuleID, at.URI)
		}
		if strings.Contains(at.URI, " ") {
			t.Errorf("%q is no address", at.URI)
		}
	}
	if run.Invocations[0].Successful {
		t.Error("a document could not be read, and the run counts as a success")
	}
}

// hostileText is text that tries to break out of each form.
var hostileText = rapid.OneOf(
	rapid.String(),
	rapid.SampledFrom([]string{
		"=1+1", "@SUM(A1)", "-2+3", "+cmd|' /C calc'!A0", "\"quoted\",\r\nnext", "a\x00b\x1bc\x7f", "]]>", "<script>alert(1)</script>",
		"``` ` ``", "![x](javascript:alert(1))", "@everyone #1 http://example.com", "::error::x\n::stop-commands::y", "%0A%25", "\xff\xfe", "\u202eabc",
	}),
)

// drawn is a report of one finding whose words are any text.
func drawn(t *rapid.T) *Report {
	words := hostileText.Draw(t, "words")
	loc := Location{File: hostileText.Draw(t, "file"), Line: 1, Column: 1, EndLine: 1, EndColumn: 2, Length: 1, Text: words}
	ev := []Evidence{{Role: verdict.Counted, Note: words, Location: loc}}
	f := Finding{
		Rule: "weekday", Severity: verdict.Error, Message: words, Claimed: words, Found: words, Location: loc, Evidence: ev,
		Suggestions: []Suggestion{{Text: words, Location: loc, Confidence: "low"}},
	}
	c := Claim{Rule: f.Rule, Status: verdict.Conflicts, Location: loc, Claimed: words, Found: words, Message: words, Evidence: ev, severity: f.Severity}
	return &Report{
		Schema: Schema, Documents: []Document{{File: loc.File}}, Findings: []Finding{f}, Claims: []Claim{c},
		Notes: []Note{{Kind: "unreadable", File: loc.File, Message: words}},
	}
}

func formOf(t *rapid.T, r *Report, form string) string {
	f, _ := FormatNamed(form)
	var b bytes.Buffer
	if err := f.Write(r, &b, Look{Width: 100}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// No text of a document changes the shape of a form: a parser finds as many
// things in it as were written.
func TestFormsHoldAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		if n := strings.Count(formOf(t, r, "github"), "\n"); n != 2 {
			t.Fatalf("github: %d lines, want 2", n)
		}
		for i, line := range strings.Split(strings.TrimSuffix(formOf(t, r, "jsonl"), "\n"), "\n") {
			if !json.Valid([]byte(line)) {
				t.Fatalf("jsonl: line %d is no JSON: %s", i+1, line)
			}
		}
		if !json.Valid([]byte(formOf(t, r, "sarif"))) {
			t.Fatal("sarif is no JSON")
		}
		for _, form := range []string{"junit", "checkstyle"} {
			if err := parseXML(formOf(t, r, form)); err != nil {
				t.Fatalf("%s: %v", form, err)
			}
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(formOf(t, r, "csv"), utf8Mark))).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("csv: %d rows, %v", len(rows), err)
		}
		for _, cell := range rows[1] {
			if cell != "" && strings.ContainsRune("=+@", rune(cell[0])) && harmlessCell(cell) != cell {
				t.Fatalf("csv: %q would be a formula", cell)
			}
		}
	})
}

// What a document says comes out of the Markdown form as text: of markup there
// is only what the form itself writes.
func TestMarkdownHoldsAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var html bytes.Buffer
		if err := goldmark.Convert([]byte(formOf(t, drawn(t), "markdown")), &html); err != nil {
			t.Fatal(err)
		}
		// goldmark leaves raw HTML out and says so; the form's own is its
		// mark, and the two lines around the evidence.
		if n := strings.Count(html.String(), "<!-- raw HTML omitted -->"); n > 3 {
			t.Fatalf("%d pieces of raw HTML:\n%s", n, html.String())
		}
		for _, tag := range []string{"<a ", "<img", "<script", "<table"} {
			if strings.Contains(html.String(), tag) {
				t.Fatalf("there is %s in\n%s", tag, html.String())
			}
		}
	})
}

func parseXML(s string) error {
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// A comment on GitHub has a limit; what is left out is counted.
func TestMarkdownIsBounded(t *testing.T) {
	r := &Report{}
	for range 1000 {
		r.Findings = append(r.Findings, Finding{Rule: "weekday", Severity: verdict.Error, Message: strings.Repeat("long ", 40), Location: Location{File: "a.md", Line: 3}})
	}
	for range 1000 {
		r.Notes = append(r.Notes, Note{Kind: "too-long", File: "b.md", Message: strings.Repeat("note ", 40)})
	}
	got := written(t, r, "markdown")
	if len(got) > 65_536 || !strings.Contains(got, "findings more.") || !strings.Contains(got, "notes more") {
		t.Errorf("%d bytes, ending in %q", len(got), got[len(got)-200:])
	}
}
