package engine_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// library is a set of documents of words that change.
type library struct {
	texts   map[string]string
	trusted map[string]bool
	stale   map[string]bool
	sets    map[string][]string
}

func (l *library) inputs() []engine.Input {
	var names []string
	for n := range l.texts {
		names = append(names, n)
	}
	slices.Sort(names)
	var in []engine.Input
	for _, n := range names {
		x := input(n, l.texts[n])
		x.Authority, x.Sets = l.trusted[n], l.sets[n]
		in = append(in, x)
	}
	return in
}

// shuffle makes one random change.
func (l *library) shuffle(r *rand.Rand) {
	name := fmt.Sprintf("%c%02d", "abcdn"[r.IntN(5)], r.IntN(30))
	words := []string{"apple", "ash", "birch", "beech", "cedar", "unused"}
	switch r.IntN(6) {
	case 0:
		delete(l.texts, name)
	case 1:
		l.trusted[name] = !l.trusted[name]
	case 2:
		l.sets[name] = [][]string{nil, {"x"}, {"x", "y"}}[r.IntN(3)]
	default:
		var text []string
		for range r.IntN(5) {
			text = append(text, words[r.IntN(len(words))])
		}
		l.texts[name] = strings.Join(text, " ")
		l.stale[name] = true
	}
}

func sessionPlan() engine.Plan {
	grade := func(verdict.Grade) verdict.Severity { return verdict.Warning }
	return engine.Plan{
		Read: readWords, Extract: extractWords, Jobs: 2,
		Rules: []engine.Rule{
			{ID: "across", Check: initials{}, Severity: grade},
			{ID: "within", Check: initials{}, Severity: grade, Local: true},
		},
	}
}

// named are verdicts with the names of documents in place of their numbers.
func named(r *engine.Result) []string {
	var out []string
	name := func(p fact.Place) string { return fmt.Sprintf("%s:%d", r.Documents[p.Doc].File, p.Span.Start) }
	for _, v := range r.Verdicts {
		line := fmt.Sprintf("%s %s %s %s", name(v.Place), v.Rule, v.Severity, v.Message)
		for _, e := range v.Evidence {
			line += fmt.Sprintf(" | %s %s", name(e.Place), e.Note)
		}
		out = append(out, line)
	}
	return out
}

func TestSessionFindsWhatARunFinds(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 1))
		l := &library{texts: map[string]string{}, trusted: map[string]bool{}, stale: map[string]bool{}, sets: map[string][]string{}}
		s := engine.NewSession(sessionPlan())
		for step := range 40 {
			for range 1 + r.IntN(6) {
				l.shuffle(r)
			}
			inputs := l.inputs()
			ctx, stop := context.WithCancel(context.Background())
			if r.IntN(4) == 0 {
				stop() // and take it up afterwards
				if _, err := s.Update(ctx, inputs, func(f string) bool { return l.stale[f] }); err == nil {
					t.Fatal("an update that was stopped does not say so")
				}
				l.shuffle(r)
				inputs = l.inputs()
			}
			if _, err := s.Update(context.Background(), inputs, func(f string) bool { return l.stale[f] }); err != nil {
				t.Fatal(err)
			}
			stop()
			l.stale = map[string]bool{}
			p := sessionPlan()
			p.Inputs = inputs
			want, err := engine.Run(context.Background(), p)
			if err != nil {
				t.Fatal(err)
			}
			got := s.Result()
			if d := cmp.Diff(named(want), named(got)); d != "" {
				t.Fatalf("seed %d, step %d: (-run +session)\n%s", seed, step, d)
			}
			if want.Counts != got.Counts || want.Extracted != got.Extracted || len(want.Notes) != len(got.Notes) {
				t.Fatalf("seed %d, step %d: %v, %d facts, notes %v; want %v, %d, %v", seed, step, got.Counts, got.Extracted, got.Notes, want.Counts, want.Extracted, want.Notes)
			}
		}
	}
}

func TestSessionReadsOnlyWhatChanged(t *testing.T) {
	l := &library{texts: map[string]string{}, trusted: map[string]bool{}}
	for i := range 50 {
		l.texts[fmt.Sprintf("d%02d", i)] = fmt.Sprintf("apple %c%d", 'f'+i%10, i)
	}
	s := engine.NewSession(sessionPlan())
	update := func(stale string) engine.Progress {
		p, err := s.Update(context.Background(), l.inputs(), func(f string) bool { return f == stale })
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	if p := update(""); p.Read != 50 {
		t.Errorf("read %d at first", p.Read)
	}
	if p := update(""); p.Read+p.Judged != 0 {
		t.Errorf("nothing has changed: %+v", p)
	}
	l.texts["d07"] = "apple g2"
	// Under "a", "all", the letter that it had and the one that it has now.
	if p := update("d07"); p.Read != 1 || p.Judged != 4 {
		t.Errorf("one has changed: %+v", p)
	}
	l.texts["d07a"] = "oak"
	if p := update(""); p.Read != 1 {
		t.Errorf("one came in between: %+v", p)
	}
	delete(l.texts, "d00")
	if p := update(""); p.Read != 0 || p.Judged == 0 {
		t.Errorf("one has gone: %+v", p)
	}
}
