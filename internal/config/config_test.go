package config

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/verdict"
)

const schemaFile = "../../docs/concord.schema.json"

var known = Known{Formats: []string{"text", "markdown", "html", "csv"}}

// samples are configurations and whether they are in order. The schema is held
// to the same answers.
var samples = []struct {
	name, text string
	ok         bool
}{
	{"nothing", "", true},
	{"comments", "# nothing yet\n", true},
	{"a set of one glob", "sets: {a: docs/**}", true},
	{"a set of globs", "sets:\n  a: [docs/**, README.md]\n", true},
	{"a set of nothing", "sets: {a: []}", false},
	{"a set of a number", "sets: {a: 3}", false},
	{"a rule's severity", "rules: {count-list: warning, \"date-*\": off}", true},
	{"a rule's long form", "rules:\n  count-list: {severity: info, scope: section, params: {x: 1}}\n", true},
	{"a rule in preview", "rules: {tense: on}", true},
	{"an unknown severity", "rules: {count-list: fatal}", false},
	{"an unknown scope", "rules: {count-list: {scope: world}}", false},
	{"an unknown field of a rule", "rules: {count-list: {level: error}}", false},
	{"rules as a list", "rules: [count-list]", false},
	{"an ignore", "ignore:\n  - {rule: count-list, text: x, reason: y}\n", true},
	{"an ignore of everything", "ignore:\n  - {reason: y}\n", false},
	{"an unknown field of an ignore", "ignore:\n  - {rule: x, path: y}\n", false},
	{"spellings", "accept: [[a, b], {spellings: [c, d, e], reason: f}]", true},
	{"one spelling", "accept: [[a]]", false},
	{"spellings without a list", "accept: [a]", false},
	{"dates", "date: 2024-05-03\ndates: {\"a/**\": 2024-01-31}", true},
	{"no date", "date: May 3", false},
	{"formats", "format-of: {\"*.inc\": markdown}", true},
	{"levels", "fail-on: never\nmin-severity: info", true},
	{"an unknown level", "fail-on: always", false},
	{"never shown", "min-severity: never", false},
	{"jobs", "jobs: 4", true},
	{"less than no jobs", "jobs: -1", false},
	{"an unknown field", "output: x", false},
	{"paths", "authority: [a.md]\nrule-files: [r]\nexclude: [x/**]\nbaseline: b.json", true},
}

func TestParse(t *testing.T) {
	for _, s := range samples {
		_, err := Parse("c.yml", []byte(s.text), known)
		if (err == nil) != s.ok {
			t.Errorf("%s: %v", s.name, err)
		}
		if err != nil && !strings.HasPrefix(err.Error(), "c.yml:") {
			t.Errorf("%s: the error has no place: %v", s.name, err)
		}
	}
}

// The schema for editors takes and refuses what the decoder does.
func TestSchemaAgrees(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range samples {
		var v any
		if err := yaml.Unmarshal([]byte(s.text), &v); err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		plain, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(plain); (err == nil) != s.ok {
			t.Errorf("%s: the schema says %v", s.name, err)
		}
	}
}

// The schema has a property for every field, and no other.
func TestSchemaIsWhole(t *testing.T) {
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties map[string]any `json:"properties"`
	}
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	fields := map[string]bool{}
	of := reflect.TypeFor[Config]()
	for i := range of.NumField() {
		if tag := of.Field(i).Tag.Get("yaml"); tag != "" && tag != "-" {
			fields[tag] = true
			if schema.Properties[tag] == nil {
				t.Errorf("the schema lacks %q", tag)
			}
		}
	}
	for name := range schema.Properties {
		if !fields[name] {
			t.Errorf("the schema has %q, which is no field", name)
		}
	}
}

func TestErrorsNameAllPlaces(t *testing.T) {
	_, err := Parse("c.yml", []byte("sest: {}\nignore:\n  - {rul: x}\n  - {files: y}\n"), known)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		`c.yml:1:1: unknown field "sest" (did you mean "sets"?)`,
		`c.yml:3:6: unknown field "rul" (did you mean "rule"?)`,
		`c.yml:4:6: unknown field "files" (did you mean "file"?)`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in\n%v", want, err)
		}
	}
}

func TestApply(t *testing.T) {
	rules := []ruleset.Rule{
		{ID: "count-list", Severity: ruleset.Severities{Contradiction: verdict.Error, Gap: verdict.Warning, Doubt: verdict.Info}, Status: ruleset.Stable},
		{ID: "count-log", Severity: ruleset.Severities{Contradiction: verdict.Error, Gap: verdict.Warning, Doubt: verdict.Info}, Status: ruleset.Preview},
		{ID: "tense", Severity: ruleset.Severities{Contradiction: verdict.Error, Gap: verdict.Off, Doubt: verdict.Off}, Status: ruleset.Stable},
	}
	c, err := Parse("c.yml", []byte("rules:\n  \"count-*\": warning\n  count-list: {severity: error, scope: section}\n  tense: off\n"), known)
	if err != nil {
		t.Fatal(err)
	}
	got, err := c.Apply(rules)
	if err != nil {
		t.Fatal(err)
	}
	want := []ruleset.Severities{
		{Contradiction: verdict.Error, Gap: verdict.Error, Doubt: verdict.Info},
		{Contradiction: verdict.Warning, Gap: verdict.Warning, Doubt: verdict.Info},
		{Contradiction: verdict.Off, Gap: verdict.Off, Doubt: verdict.Off},
	}
	for i, r := range got {
		if r.Severity != want[i] {
			t.Errorf("%s: %+v, want %+v", r.ID, r.Severity, want[i])
		}
	}
	if got[0].Scope != ruleset.Section || got[1].Status != ruleset.Stable {
		t.Errorf("scope %q, status %q", got[0].Scope, got[1].Status)
	}
	if rules[0].Severity.Gap != verdict.Warning {
		t.Error("the rules given were changed")
	}
}

func TestFind(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, "a", "b")
	if err := os.MkdirAll(filepath.Join(deep, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(dir, name string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	above := write(root, ".concord.yml")
	if got, err := Find(filepath.Join(root, "a")); err != nil || got != above {
		t.Errorf("above: %q, %v", got, err)
	}
	if got, err := Find(deep); err != nil || got != "" {
		t.Errorf("a repository's root is not the end: %q, %v", got, err)
	}
	here := write(deep, ".concord.yaml")
	if got, err := Find(deep); err != nil || got != here {
		t.Errorf("here: %q, %v", got, err)
	}
	write(deep, ".concord.yml")
	if _, err := Find(deep); err == nil {
		t.Error("two configurations are no error")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range samples {
		f.Add(s.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse("c.yml", []byte(text), known)
		if err == nil && c == nil {
			t.Error("neither a configuration nor an error")
		}
	})
}
