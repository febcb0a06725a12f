package engine_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// word is a fact for tests: a word of a document.
type word struct{ fact.Base }

func (*word) FactKind() fact.Kind { return "word" }

// initials is a check for tests: words meet under their first letter, and
// each word after the first of its group conflicts with that one.
type initials struct {
	judged func(key string, facts []fact.Fact)
}

func (initials) Needs() []fact.Kind { return []fact.Kind{"word"} }

func (initials) Keys(f fact.Fact) []string {
	w := f.(*word).Surface
	if w == "unused" {
		return nil
	}
	return []string{w[:1], "all"}
}

func (c initials) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	if c.judged != nil {
		c.judged(key, facts)
	}
	var out []verdict.Verdict
	for _, f := range facts[1:] {
		out = append(out, verdict.Verdict{
			Status: verdict.Conflicts, Grade: verdict.Gap, Place: f.Where(), Message: key + ": " + f.(*word).Surface,
			Evidence: []verdict.Evidence{{Role: verdict.Contradicts, Note: facts[0].(*word).Surface, Place: facts[0].Where()}},
		})
	}
	return out
}

// failure is a reader's error with a kind of its own.
type failure struct{}

func (failure) Error() string    { return "no text in it" }
func (failure) NoteKind() string { return "binary" }

// readWords reads a document of words; files of some names cannot be read.
func readWords(file string, data []byte) (*source.Document, error) {
	switch {
	case strings.HasPrefix(file, "binary"):
		return nil, fmt.Errorf("reading: %w", failure{})
	case strings.HasPrefix(file, "broken"):
		return nil, errors.New("broken in the middle")
	}
	d := &source.Document{File: file, Format: "words", Text: string(data)}
	if strings.HasPrefix(file, "noted") {
		d.Notes = []source.Note{{Kind: "too-deep", File: file, Message: "cut"}}
	}
	return d, nil
}

func extractWords(doc *source.Document, n int) []fact.Fact {
	facts := []fact.Fact{&fact.Document{Base: fact.Base{Place: fact.Place{Doc: n}}, Date: "2021-05-0" + fmt.Sprint(n+1)}}
	at := 0
	for _, w := range strings.Fields(doc.Text) {
		i := at + strings.Index(doc.Text[at:], w)
		at = i + len(w)
		facts = append(facts, &word{fact.Base{Place: fact.Place{Doc: n, Span: source.Span{Start: i, End: at}}, Surface: w}})
	}
	return facts
}

func input(file, text string) engine.Input {
	return engine.Input{File: file, Load: func() ([]byte, error) {
		if text == "missing" {
			return nil, errors.New("open: no such file")
		}
		return []byte(text), nil
	}}
}

func gapIsWarning(g verdict.Grade) verdict.Severity {
	if g == verdict.Gap {
		return verdict.Warning
	}
	return verdict.Error
}

func plan(c engine.Check, inputs ...engine.Input) engine.Plan {
	return engine.Plan{
		Inputs: inputs, Read: readWords, Extract: extractWords,
		Rules: []engine.Rule{{ID: "initials", Check: c, Severity: gapIsWarning}},
	}
}

func messages(vs []verdict.Verdict) []string {
	var out []string
	for _, v := range vs {
		out = append(out, fmt.Sprintf("%d:%d %s %s %s", v.Place.Doc, v.Place.Span.Start, v.Rule, v.Severity, v.Message))
	}
	return out
}

// TestRun brings facts of several documents together and orders the verdicts
// by place.
func TestRun(t *testing.T) {
	r, err := engine.Run(context.Background(), plan(initials{}, input("a", "pear unused apple"), input("b", "plum")))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"0:12 initials warning all: apple",
		"1:0 initials warning all: plum",
		"1:0 initials warning p: plum",
	}
	if diff := cmp.Diff(want, messages(r.Verdicts)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	wantDocs := []engine.DocInfo{{File: "a", Format: "words", Bytes: 17, Date: "2021-05-01"}, {File: "b", Format: "words", Bytes: 4, Date: "2021-05-02"}}
	if diff := cmp.Diff(wantDocs, r.Documents); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if r.Extracted != 6 || r.Facts != nil {
		t.Errorf("%d facts extracted, %v kept", r.Extracted, r.Facts)
	}
}

// TestJudgeOrder holds that facts meet in the order of documents and places,
// each key is judged once, and facts of other kinds do not come.
func TestJudgeOrder(t *testing.T) {
	var mu sync.Mutex
	got := map[string]string{}
	c := initials{judged: func(key string, facts []fact.Fact) {
		mu.Lock()
		defer mu.Unlock()
		var ws []string
		for _, f := range facts {
			ws = append(ws, f.(*word).Surface)
		}
		got[key] += strings.Join(ws, " ") + "."
	}}
	if _, err := engine.Run(context.Background(), plan(c, input("a", "pear apple"), input("b", "plum avocado peach"))); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"all": "pear apple plum avocado peach.", "p": "pear plum peach.", "a": "apple avocado."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestWorkers holds that the outcome depends neither on the number of workers
// nor on which document is ready first.
func TestWorkers(t *testing.T) {
	var inputs []engine.Input
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 24 {
		text := strings.Repeat("pear apple plum cherry ", 1+r.IntN(5))
		in := input(fmt.Sprintf("f%02d", i), text)
		load := in.Load
		wait := time.Duration(r.IntN(2000)) * time.Microsecond
		in.Load = func() ([]byte, error) { time.Sleep(wait); return load() }
		inputs = append(inputs, in)
	}
	inputs[7], inputs[11] = input("broken7", "x"), input("noted11", "pear")
	var first *engine.Result
	for _, jobs := range []int{1, 2, 7, 0, 100} {
		p := plan(initials{}, inputs...)
		p.Rules = append(p.Rules, engine.Rule{ID: "again", Check: initials{}, Severity: gapIsWarning})
		p.Jobs = jobs
		got, err := engine.Run(context.Background(), p)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = got
			if len(first.Verdicts) < 50 {
				t.Fatalf("%d verdicts are too few to tell", len(first.Verdicts))
			}
			continue
		}
		if diff := cmp.Diff(messages(first.Verdicts), messages(got.Verdicts)); diff != "" {
			t.Errorf("%d jobs: -one +many\n%s", jobs, diff)
		}
		if diff := cmp.Diff(first.Verdicts, got.Verdicts); diff != "" {
			t.Errorf("%d jobs: the verdicts differ", jobs)
		}
		if diff := cmp.Diff(first.Notes, got.Notes); diff != "" {
			t.Errorf("%d jobs: notes -one +many\n%s", jobs, diff)
		}
	}
}

// TestRuleOrder holds that the order in which rules are given does not show.
func TestRuleOrder(t *testing.T) {
	rules := []engine.Rule{{ID: "b", Check: initials{}, Severity: gapIsWarning}, {ID: "a", Check: initials{}, Severity: gapIsWarning}, {ID: "c", Check: initials{}, Severity: gapIsWarning}}
	p := plan(initials{}, input("a", "pear plum apple"), input("b", "peach"))
	p.Rules = rules
	one, err := engine.Run(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	p.Rules = slices.Clone(rules)
	slices.Reverse(p.Rules)
	two, err := engine.Run(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(messages(one.Verdicts), messages(two.Verdicts)); diff != "" {
		t.Errorf("-given +reversed\n%s", diff)
	}
	got := ""
	for _, v := range one.Verdicts[:6] { // of one place
		got += v.Rule
	}
	if got != "aabbcc" {
		t.Errorf("verdicts of one place come in the order %q", got)
	}
}

// fixed is a check that gives the same verdicts for each fact.
type fixed []verdict.Verdict

func (fixed) Needs() []fact.Kind                                { return []fact.Kind{"word"} }
func (fixed) Keys(fact.Fact) []string                           { return []string{"k"} }
func (c fixed) Judge(_ string, _ []fact.Fact) []verdict.Verdict { return slices.Clone(c) }

// TestTotalOrder sorts verdicts by document, place, message and evidence,
// whatever the order in which a check returns them.
func TestTotalOrder(t *testing.T) {
	at := func(doc, start, end int) fact.Place {
		return fact.Place{Doc: doc, Span: source.Span{Start: start, End: end}}
	}
	proof := func(role verdict.Role, note string, start int) []verdict.Evidence {
		return []verdict.Evidence{{Role: role, Note: note, Place: at(0, start, start+1)}}
	}
	sorted := fixed{
		{Place: at(0, 1, 2), Message: "z"},
		{Place: at(0, 1, 3), Message: "a"},
		{Place: at(0, 4, 5), Message: "a", Evidence: proof("b", "n", 1)},
		{Place: at(0, 4, 5), Message: "a", Evidence: proof("b", "n", 2)},
		{Place: at(0, 4, 5), Message: "a", Evidence: proof("c", "m", 2)},
		{Place: at(0, 4, 5), Message: "a", Evidence: proof("c", "n", 2)},
		{Place: at(0, 4, 5), Message: "b"},
		{Place: at(1, 0, 1), Message: "a"},
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 30 {
		c := slices.Clone(sorted)
		r.Shuffle(len(c), func(i, j int) { c[i], c[j] = c[j], c[i] })
		got, err := engine.Run(context.Background(), plan(c, input("a", "x")))
		if err != nil {
			t.Fatal(err)
		}
		want := slices.Clone(sorted)
		for i := range want {
			want[i].Rule = "initials"
		}
		if diff := cmp.Diff([]verdict.Verdict(want), got.Verdicts); diff != "" {
			t.Fatalf("-want +got\n%s", diff)
		}
	}
}

// byDocument is a check whose keys are documents: words after the first of a
// document conflict with that one.
type byDocument struct{ initials }

func (byDocument) Keys(f fact.Fact) []string { return []string{fmt.Sprint(f.Where().Doc)} }

// TestLocal judges a rule document by document, to the same end.
func TestLocal(t *testing.T) {
	p := plan(byDocument{}, input("a", "pear apple"), input("b", "plum"), input("c", "fig nut kiwi"))
	p.Rules = append(p.Rules, engine.Rule{ID: "across", Check: initials{}, Severity: gapIsWarning})
	want, err := engine.Run(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	p.Rules[0].Local = true
	got, err := engine.Run(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" || len(got.Verdicts) == 0 {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestSeverity maps grades of conflicts, and of nothing else.
func TestSeverity(t *testing.T) {
	c := fixed{
		{Status: verdict.Conflicts, Grade: verdict.Contradiction, Message: "a"},
		{Status: verdict.Conflicts, Grade: verdict.Gap, Message: "b"},
		{Status: verdict.Agrees, Message: "c"},
		{Status: verdict.Undecided, Message: "d"},
	}
	r, err := engine.Run(context.Background(), plan(c, input("a", "x")))
	if err != nil {
		t.Fatal(err)
	}
	var got []verdict.Severity
	for _, v := range r.Verdicts {
		got = append(got, v.Severity)
	}
	if diff := cmp.Diff([]verdict.Severity{verdict.Error, verdict.Warning, "", ""}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestFailedDocuments holds that what cannot be read becomes a note of its
// kind, in the order of the inputs, and that the others are checked.
func TestFailedDocuments(t *testing.T) {
	r, err := engine.Run(context.Background(), plan(initials{},
		input("gone", "missing"), input("a", "pear"), input("binary", "x"), input("noted", "plum"), input("broken", "x")))
	if err != nil {
		t.Fatal(err)
	}
	want := []source.Note{
		{Kind: "unreadable", File: "gone", Message: "open: no such file"},
		{Kind: "binary", File: "binary", Message: "reading: no text in it"},
		{Kind: "too-deep", File: "noted", Message: "cut"},
		{Kind: "unreadable", File: "broken", Message: "broken in the middle"},
	}
	if diff := cmp.Diff(want, r.Notes); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	var failed []bool
	for _, d := range r.Documents {
		failed = append(failed, d.Failed)
	}
	if diff := cmp.Diff([]bool{true, false, true, false, true}, failed); diff != "" {
		t.Errorf("failed: -want +got\n%s", diff)
	}
	// The numbers of the documents stay those of the inputs.
	if diff := cmp.Diff([]string{"3:0 initials warning all: plum", "3:0 initials warning p: plum"}, messages(r.Verdicts)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestNothing runs on no documents, and without rules.
func TestNothing(t *testing.T) {
	r, err := engine.Run(context.Background(), plan(initials{}))
	if err != nil || len(r.Verdicts)+len(r.Notes)+len(r.Documents) > 0 {
		t.Errorf("no documents: %+v, %v", r, err)
	}
	p := plan(initials{}, input("a", "pear plum"))
	p.Rules = nil
	r, err = engine.Run(context.Background(), p)
	if err != nil || len(r.Verdicts) > 0 || r.Extracted != 3 {
		t.Errorf("no rules: %+v, %v", r, err)
	}
}

// TestCancel stops with the context's error, before, while reading and while
// judging; no half-done result comes out.
func TestCancel(t *testing.T) {
	var inputs []engine.Input
	for i := range 50 {
		inputs = append(inputs, input(fmt.Sprintf("f%02d", i), "pear plum"))
	}
	tests := map[string]func(cancel func()) engine.Plan{
		"before": func(cancel func()) engine.Plan { cancel(); return plan(initials{}, inputs...) },
		"while reading": func(cancel func()) engine.Plan {
			p := plan(initials{}, inputs...)
			p.Read = func(file string, data []byte) (*source.Document, error) {
				if file == "f03" {
					cancel()
				}
				return readWords(file, data)
			}
			return p
		},
		"while judging": func(cancel func()) engine.Plan {
			return plan(initials{judged: func(string, []fact.Fact) { cancel() }}, inputs...)
		},
	}
	for name, fn := range tests {
		ctx, cancel := context.WithCancel(context.Background())
		p := fn(cancel)
		p.Jobs = 2
		r, err := engine.Run(ctx, p)
		cancel()
		if !errors.Is(err, context.Canceled) || r != nil {
			t.Errorf("%s: result %v, error %v", name, r != nil, err)
		}
	}
}

// TestCollect reads without judging.
func TestCollect(t *testing.T) {
	c := initials{judged: func(string, []fact.Fact) { t.Error("judged") }}
	r, err := engine.Collect(context.Background(), plan(c, input("a", "pear plum")))
	if err != nil || len(r.Verdicts) > 0 || len(r.Facts) != 1 || len(r.Facts[0]) != 3 {
		t.Errorf("%+v, %v", r, err)
	}
}
