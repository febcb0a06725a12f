package main

import (
	"os"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/config"
	"github.com/concordlint/concord/internal/source/formats"
)

// The examples of docs/configuration.md are configurations that are in order,
// and so is what init writes, with and without its comments.
func TestConfigurationExamples(t *testing.T) {
	page, err := os.ReadFile("../../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	all, err := loadRules()
	if err != nil {
		t.Fatal(err)
	}
	parse := func(text string) {
		t.Helper()
		cfg, err := config.Parse("example.yml", []byte(text), config.Known{Formats: formats.Names()})
		if err == nil {
			_, err = cfg.Apply(all)
		}
		if err != nil {
			t.Errorf("%v in\n%s", err, text)
		}
	}
	examples := strings.Split(string(page), "```yaml\n")[1:]
	for _, e := range examples {
		text, _, _ := strings.Cut(e, "```")
		parse(text)
	}
	if len(examples) < 10 {
		t.Errorf("%d examples", len(examples))
	}
	parse(initText)
	parse(uncommented(initText))
}

// uncommented takes the sign away from all settings of what init writes: the
// lines that name one, and those below them that are indented.
func uncommented(text string) string {
	var b strings.Builder
	within := false
	for line := range strings.Lines(text) {
		rest, ok := strings.CutPrefix(line, "# ")
		name, _, colon := strings.Cut(rest, ":")
		switch {
		case ok && colon && name != "" && !strings.ContainsAny(name, " #") && strings.ToLower(name) == name && name != "yaml-language-server":
			within = true
			b.WriteString(rest)
		case ok && within && strings.HasPrefix(rest, "  "):
			b.WriteString(rest)
		default:
			within = false
			b.WriteString(line)
		}
	}
	return b.String()
}
