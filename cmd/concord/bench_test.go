package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/extract"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/source/formats"
)

// benchCorpus is a folder of real documents beside the project, if it is there.
const benchCorpus = "../../../shared/corpus"

// BenchmarkSteps measures the steps of a run one by one, and all of it, in MB
// of file a second and allocations a document.
func BenchmarkSteps(b *testing.B) {
	plan, docs, facts, size := benchSet(b)
	run := func(name string, step func() error) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(size)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			for b.Loop() {
				if err := step(); err != nil {
					b.Fatal(err)
				}
			}
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(b.N)/float64(len(docs)), "allocs/doc")
		})
	}
	run("read", func() error {
		for _, in := range plan.Inputs {
			data, err := in.Load()
			if err != nil {
				return err
			}
			if _, err := formats.Read(in.File, data); err != nil {
				return err
			}
		}
		return nil
	})
	run("extract", func() error {
		for i, doc := range docs {
			extract.Document(doc, i, extract.Options{})
		}
		return nil
	})
	run("judge", func() error {
		ready := plan
		at := 0
		ready.Read = func(string, []byte) (*source.Document, error) { at++; return docs[at-1], nil }
		ready.Extract = func(_ *source.Document, n int) []fact.Fact { return facts[n] }
		_, err := engine.Run(context.Background(), ready)
		return err
	})
	run("all", func() error {
		_, err := engine.Run(context.Background(), plan)
		return err
	})
}

// benchSet reads the documents to be measured: real ones where they are.
func benchSet(b *testing.B) (engine.Plan, []*source.Document, [][]fact.Fact, int64) {
	b.Helper()
	inputs := madeUp(200)
	if _, err := os.Stat(benchCorpus); err == nil {
		inputs, _ = gather(context.Background(), []string{benchCorpus}, nil, source.Options{}, bounds{})
	}
	g := &guard{}
	plan := newPlan(settings{jobs: 1}, inputs, g)
	all, err := loadRules()
	if err == nil {
		all, err = choose(all, nil, nil)
	}
	if err == nil {
		err = withRules(&plan, all, g)
	}
	if err != nil {
		b.Fatal(err)
	}
	docs := make([]*source.Document, len(inputs))
	facts := make([][]fact.Fact, len(inputs))
	size := 0
	for i, in := range inputs {
		data, err := in.Load()
		if err != nil {
			b.Fatal(err)
		}
		if docs[i], err = formats.Read(in.File, data); err != nil {
			b.Fatal(err)
		}
		facts[i] = extract.Document(docs[i], i, extract.Options{})
		size += len(data)
	}
	return plan, docs, facts, int64(size)
}

// madeUp makes n documents that have something for most rules.
func madeUp(n int) []engine.Input {
	months := []string{"January", "March", "May", "July", "August", "October", "December"}
	inputs := make([]engine.Input, n)
	for i := range inputs {
		var t strings.Builder
		fmt.Fprintf(&t, "# Record %d of the harbour board\n\n%d %s 2021\n\n", i+1, i%28+1, months[i%7])
		for s := range 12 {
			fmt.Fprintf(&t, "## Item %d\n\nThe chair, Ida Holm, has met Mayor Tom Hale three times since May. The board heard two reports and left the plan as it stood, for reasons that the record gives below.\n\n", s+1)
			t.WriteString("There are three reasons:\n\n- the price of coal,\n- the depth of the channel,\n- the weather of the year.\n\n")
			for d := range 3 {
				fmt.Fprintf(&t, "- %s %d: Meeting of Ida Holm with Mayor Tom Hale of Port %c\n", months[s%7], d*3+s%20+1, 'A'+rune(i%26))
			}
			t.WriteByte('\n')
		}
		data := []byte(t.String())
		inputs[i] = engine.Input{File: fmt.Sprintf("record-%03d.md", i), Load: func() ([]byte, error) { return data, nil }}
	}
	return inputs
}
