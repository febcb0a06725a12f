package engine

import (
	"testing"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

func at(doc int) fact.Place { return fact.Place{Doc: doc, Span: source.Span{Start: 1, End: 2}} }

// TestJudged holds on which side conflicts with authorities are reported:
// documents 0 and 1 are trusted, 2 and 3 are not.
func TestJudged(t *testing.T) {
	p := Plan{
		Inputs:    []Input{{File: "a", Authority: true}, {File: "b", Authority: true}, {File: "c"}, {File: "d"}},
		Spellings: map[string]string{"Kyiv": "Kyiv", "Kiev": "Kyiv"},
	}
	against := func(docs ...int) (out []verdict.Evidence) {
		for _, d := range docs {
			out = append(out, verdict.Evidence{Role: verdict.Contradicts, Place: at(d)})
		}
		return out
	}
	for name, c := range map[string]struct {
		doc      int
		evidence []verdict.Evidence
		spelled  [2]string
		want     int // document of the outcome, -1 for none
		message  string
		repairs  int
	}{
		"none trusted":         {doc: 3, evidence: against(2), want: 3, message: "m", repairs: 2},
		"within an authority":  {doc: 0, evidence: against(0), want: -1},
		"alone":                {doc: 0, want: -1},
		"against an authority": {doc: 2, evidence: against(0), want: 2, message: "m; a is the authority", repairs: 1},
		"turned":               {doc: 1, evidence: against(3), want: 3, message: `"y", but the authority b has "x"`, repairs: 1},
		"two authorities":      {doc: 0, evidence: against(1), want: 0, message: "m; two authorities disagree", repairs: 2},
		"both ways":            {doc: 0, evidence: against(0, 2), want: -1},
		"accepted":             {doc: 2, evidence: against(3), spelled: [2]string{"Kiev", "Kyiv"}, want: -1},
	} {
		v := verdict.Verdict{Status: verdict.Conflicts, Place: at(c.doc), Claimed: "x", Found: "y", Message: "m", Evidence: c.evidence}
		if c.spelled[0] != "" {
			v.Claimed, v.Found, v.Differ = c.spelled[0], c.spelled[1], true
		}
		v.Suggestions = []verdict.Suggestion{{Text: "y", Place: at(c.doc), Confidence: "low"}}
		for _, e := range c.evidence {
			v.Suggestions = append(v.Suggestions, verdict.Suggestion{Text: "x", Place: e.Place, Confidence: "low"})
		}
		got, ok := p.judged(v)
		if ok != (c.want >= 0) || ok && (got.Place.Doc != c.want || got.Message != c.message || len(got.Suggestions) != c.repairs) {
			t.Errorf("%s: %v, %+v", name, ok, got)
		}
		if ok && c.repairs == 1 && (got.Suggestions[0].Confidence != "high" || got.Evidence[0].Role != verdict.Defines) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
