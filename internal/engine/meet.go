package engine

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sort"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// outcome is what became of the claims of one rule, or of one document.
type outcome struct {
	verdicts []verdict.Verdict
	counts   Counts
}

// settle arranges verdicts that cannot be equal to any others, counts them, and
// keeps those that are wanted.
func (p Plan) settle(all []verdict.Verdict) outcome {
	all = arrange(p.trust(all))
	var o outcome
	for i := range all {
		switch all[i].Status {
		case verdict.Agrees:
			o.counts.Agrees++
		case verdict.Undecided:
			o.counts.Undecided++
		case verdict.Conflicts:
			o.counts.Conflicts++
		}
		if !p.Brief || all[i].Status == verdict.Conflicts {
			o.verdicts = append(o.verdicts, all[i])
		}
	}
	o.verdicts = slices.Clip(o.verdicts)
	return o
}

// meet groups the facts of all documents by the keys that each rule's check
// gives them and has every group judged. Rules are taken one after the other,
// so that only one rule's groups are in memory, and facts are let go once no
// rule to come needs them; the keys of a rule are spread over the workers.
// Keys are taken in sorted order, and facts within a key stand in document
// order: the outcome does not depend on how the work was spread.
func (p Plan) meet(ctx context.Context, rules []Rule, facts [][]fact.Fact) ([]outcome, error) {
	perRule := make([]outcome, len(rules))
	order := p.trustedFirst(len(facts))
	for i, r := range rules {
		perRule[i] = p.settle(p.judge(ctx, r, facts, order, p.jobs()))
		drop(facts, r, rules[i+1:])
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("checking stopped: %w", err)
	}
	return perRule, nil
}

// drop forgets the facts that a rule needed and none of the rules to come does.
func drop(facts [][]fact.Fact, done Rule, rest []Rule) {
	last := map[fact.Kind]bool{}
	for _, k := range done.Check.Needs() {
		last[k] = !slices.ContainsFunc(rest, func(r Rule) bool { return slices.Contains(r.Check.Needs(), k) })
	}
	for _, fs := range facts {
		for i, f := range fs {
			if f != nil && last[f.FactKind()] {
				fs[i] = nil
			}
		}
	}
}

// arrange puts verdicts into their total order, each once: what met under
// several keys may have been judged under each of them.
func arrange(all []verdict.Verdict) []verdict.Verdict {
	sort.SliceStable(all, func(i, j int) bool { return compare(&all[i], &all[j]) < 0 })
	return slices.CompactFunc(all, func(a, b verdict.Verdict) bool { return compare(&a, &b) == 0 })
}

// wanted are the facts that a rule has a use for, in a slice of their own:
// the others can be forgotten.
func wanted(rules []Rule, facts []fact.Fact) []fact.Fact {
	var out []fact.Fact
	for _, f := range facts {
		if slices.ContainsFunc(rules, func(r Rule) bool {
			return slices.Contains(r.Check.Needs(), f.FactKind()) && len(r.Check.Keys(f)) > 0
		}) {
			out = append(out, f)
		}
	}
	return slices.Clip(out)
}

// judge runs one rule over all facts, taken by document in the order given, with
// its keys spread over jobs workers.
func (p Plan) judge(ctx context.Context, r Rule, facts [][]fact.Fact, order []int, jobs int) []verdict.Verdict {
	groups, keys := p.group(r, facts, order)
	const least = 64 // keys that are worth a worker of their own
	parts := max(1, min(jobs*4, len(keys)/least))
	perPart := make([][]verdict.Verdict, parts)
	forEach(ctx, parts, jobs, func(i int) {
		for _, k := range keys[i*len(keys)/parts : (i+1)*len(keys)/parts] {
			if ctx.Err() != nil {
				return
			}
			for _, v := range r.Check.Judge(plainKey(k), groups[k]) {
				v.Rule = r.ID
				if v.Status == verdict.Conflicts {
					v.Severity = r.Severity(v.Grade)
				}
				perPart[i] = append(perPart[i], v)
			}
		}
	})
	if parts == 1 {
		return perPart[0]
	}
	return slices.Concat(perPart...)
}

// group brings facts together under their keys, which it lists in order.
func (p Plan) group(r Rule, facts [][]fact.Fact, order []int) (groups map[string][]fact.Fact, keys []string) {
	c := r.Check
	needs := map[fact.Kind]bool{}
	for _, k := range c.Needs() {
		needs[k] = true
	}
	groups = map[string][]fact.Fact{}
	for _, doc := range order {
		for _, f := range facts[doc] {
			if f == nil || !needs[f.FactKind()] {
				continue
			}
			for _, k := range p.keys(r, f) {
				groups[k] = append(groups[k], f)
			}
		}
	}
	keys = make([]string, 0, len(groups))
	for k := range groups {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return groups, keys
}

// compare is the total order of verdicts: document, place, rule, message,
// evidence.
func compare(a, b *verdict.Verdict) int {
	if c := comparePlaces(a.Place, b.Place); c != 0 {
		return c
	}
	if c := cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message),
		cmp.Compare(a.Status, b.Status), cmp.Compare(len(a.Evidence), len(b.Evidence))); c != 0 {
		return c
	}
	for i := range a.Evidence {
		x, y := a.Evidence[i], b.Evidence[i]
		if c := cmp.Or(comparePlaces(x.Place, y.Place), cmp.Compare(x.Role, y.Role), cmp.Compare(x.Note, y.Note)); c != 0 {
			return c
		}
	}
	return 0
}

func comparePlaces(a, b fact.Place) int {
	return cmp.Or(cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
}
