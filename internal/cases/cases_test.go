package cases_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/cases"
	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// word is the only fact of these tests: each word of a document.
type word struct{ fact.Base }

func (word) FactKind() fact.Kind { return "word" }

// shouting is a check that judges words in capitals: WRONG conflicts, WARN
// does so weakly, RIGHT agrees, MAYBE is undecided.
type shouting struct{}

func (shouting) Needs() []fact.Kind { return []fact.Kind{"word"} }

func (shouting) Keys(f fact.Fact) []string {
	return []string{f.(word).Surface}
}

func (shouting) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	v := verdict.Verdict{}
	switch key {
	case "WRONG":
		v.Status, v.Grade = verdict.Conflicts, verdict.Contradiction
	case "WARN":
		v.Status, v.Grade = verdict.Conflicts, verdict.Gap
	case "RIGHT":
		v.Status = verdict.Agrees
	case "MAYBE":
		v.Status = verdict.Undecided
	default:
		return nil
	}
	var out []verdict.Verdict
	for _, f := range facts {
		v.Place, v.Surface = f.Where(), key
		out = append(out, v)
	}
	return out
}

func plan() engine.Plan {
	return engine.Plan{
		Read: func(file string, data []byte) (*source.Document, error) {
			dec := source.Decode(data)
			d := &source.Document{File: file, Format: "text", Bytes: len(data), Text: string(dec.Text)}
			d.SetOrigin(dec.Origin)
			return d, nil
		},
		Extract: func(doc *source.Document, n int) []fact.Fact {
			var out []fact.Fact
			at := 0
			for _, w := range strings.Fields(doc.Text) {
				at += strings.Index(doc.Text[at:], w)
				s := source.Span{Start: at, End: at + len(w)}
				out = append(out, word{fact.Base{Place: fact.Place{Doc: n, Span: s}, Surface: w}})
				at += len(w)
			}
			return out
		},
		Rules: []engine.Rule{{ID: "shout", Check: shouting{}, Severity: func(g verdict.Grade) verdict.Severity {
			if g == verdict.Gap {
				return verdict.Warning
			}
			return verdict.Error
		}}},
	}
}

func expect(file string, line int, surface string, status verdict.Status, sev verdict.Severity) ruleset.Expectation {
	return ruleset.Expectation{File: file, Line: line, Rule: "shout", Surface: surface, Status: status, Severity: sev}
}

func TestRun(t *testing.T) {
	docs := []ruleset.CaseFile{
		{Name: "b.txt", Data: []byte("one WRONG word\nand WARN\n")},
		{Name: "a.txt", Data: []byte("RIGHT\nMAYBE WRONG WRONG\n")},
	}
	all := []ruleset.Expectation{
		expect("b.txt", 1, "WRONG", verdict.Conflicts, ""),
		expect("b.txt", 2, "WARN", verdict.Conflicts, verdict.Warning),
		expect("a.txt", 2, "WRONG", verdict.Conflicts, ""),
		expect("a.txt", 2, "WRONG", verdict.Conflicts, verdict.Error),
	}
	for _, tt := range []struct {
		name                string
		want, ledger        []ruleset.Expectation
		missing, unexpected []string
	}{
		{name: "all as expected", want: all, ledger: []ruleset.Expectation{
			expect("a.txt", 1, "RIGHT", verdict.Agrees, ""), expect("a.txt", 2, "MAYBE", verdict.Undecided, ""),
		}},
		{name: "one of two alike is not expected", want: all[:3], unexpected: []string{`a.txt:2 shout "WRONG" error`}},
		{
			name:    "not found",
			want:    append(slices.Clone(all), expect("a.txt", 1, "RIGHT", verdict.Conflicts, "")),
			missing: []string{`a.txt:1 shout "RIGHT"`},
		},
		{
			name:       "another severity",
			want:       append(slices.Clone(all[:1]), expect("b.txt", 2, "WARN", verdict.Conflicts, verdict.Error), all[2], all[3]),
			missing:    []string{`b.txt:2 shout "WARN" error`},
			unexpected: []string{`b.txt:2 shout "WARN" warning`},
		},
		{
			name: "another outcome in the ledger", want: all,
			ledger:     []ruleset.Expectation{expect("a.txt", 2, "MAYBE", verdict.Agrees, "")},
			missing:    []string{`a.txt:2 shout agrees "MAYBE"`},
			unexpected: []string{`a.txt:2 shout undecided "MAYBE"`},
		},
	} {
		o, err := cases.Run(context.Background(), plan(), ruleset.Case{Name: tt.name, Documents: docs, Want: tt.want, Ledger: tt.ledger})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(o.Missing, tt.missing) || !slices.Equal(o.Unexpected, tt.unexpected) {
			t.Errorf("%s: missing %q, unexpected %q; want %q and %q", tt.name, o.Missing, o.Unexpected, tt.missing, tt.unexpected)
		}
		if o.Passed() != (len(tt.missing)+len(tt.unexpected) == 0) {
			t.Errorf("%s: passed is %v", tt.name, o.Passed())
		}
	}
}

func TestRunStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := cases.Run(ctx, plan(), ruleset.Case{Documents: []ruleset.CaseFile{{Name: "a"}}}); err == nil {
		t.Error("no error from a run that was stopped")
	}
}
