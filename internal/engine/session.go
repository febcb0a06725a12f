package engine

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// Session keeps what a plan's documents say, so that after a change only the
// documents that have changed are read again and only those keys are judged
// again under which their facts meet others. Its outcome is that of Run over
// the same documents, but for the documents' numbers.
//
// A document keeps its number as long as it is in the set, since facts and keys
// hold it; numbers ascend with the documents' names and leave room between
// them for documents to come. A session is for one goroutine at a time.
type Session struct {
	plan   Plan // its Inputs have the documents at their numbers
	names  map[string]int
	kept   []*kept // by number, nil for numbers that nobody has
	local  []Rule
	across []*standing
}

// kept is what is remembered of a document.
type kept struct {
	info     DocInfo
	notes    []source.Note
	verdicts []verdict.Verdict // of rules that stay within it
	facts    int
}

// Progress tells what an update did.
type Progress struct {
	// Read is the number of documents that were read, Judged that of the keys
	// that were judged.
	Read, Judged int
}

// roomBetween is how far apart the numbers of documents are at first.
const roomBetween = 16

// NewSession makes a session without documents. The plan's Inputs do not
// matter; Update brings them.
func NewSession(p Plan) *Session {
	s := &Session{plan: p}
	var across []Rule
	s.local, across = p.split()
	for _, r := range across {
		s.across = append(s.across, newStanding(r))
	}
	s.forget()
	return s
}

// forget drops all documents.
func (s *Session) forget() {
	s.plan.Inputs, s.kept, s.names = nil, nil, map[string]int{}
	for _, r := range s.across {
		*r = *newStanding(r.rule)
	}
}

// Update makes inputs, sorted by File and each there once, the documents of
// the session. Those that are new are read, and those of the others that stale
// names; what it says of files that are not among inputs does not matter. It
// fails only when ctx ends; then the next call with the same stale documents
// takes up the work where it was left.
func (s *Session) Update(ctx context.Context, inputs []Input, stale func(file string) bool) (Progress, error) {
	s.turnOver(inputs)
	s.leave(inputs)
	if !s.admit(inputs) {
		s.forget()
		s.admit(inputs)
	}
	var todo []int
	for _, in := range inputs {
		n := s.names[in.File]
		s.plan.Inputs[n] = in
		if s.kept[n] == nil || stale(in.File) {
			todo = append(todo, n)
		}
	}
	p := Progress{Read: s.read(ctx, todo)}
	for _, r := range s.across {
		p.Judged += r.settle(ctx, s.plan)
	}
	if err := ctx.Err(); err != nil {
		return p, fmt.Errorf("checking stopped: %w", err)
	}
	return p, nil
}

// turnOver drops the documents that have become authorities or are none any
// more, which come first among those that meet, and those that have changed
// sets, which meet others.
func (s *Session) turnOver(inputs []Input) {
	for _, in := range inputs {
		n, ok := s.names[in.File]
		if !ok {
			continue
		}
		if was := s.plan.Inputs[n]; was.Authority != in.Authority || !slices.Equal(was.Sets, in.Sets) {
			s.drop(n)
		}
	}
}

// leave drops the documents that are not among inputs.
func (s *Session) leave(inputs []Input) {
	there := make(map[string]bool, len(inputs))
	for _, in := range inputs {
		there[in.File] = true
	}
	for n, in := range s.plan.Inputs {
		if in.File != "" && !there[in.File] {
			s.drop(n)
		}
	}
}

// drop forgets a document and what it brought to the others.
func (s *Session) drop(n int) {
	delete(s.names, s.plan.Inputs[n].File)
	for _, r := range s.across {
		r.remove(n)
	}
	s.plan.Inputs[n], s.kept[n] = Input{}, nil
}

// admit gives numbers to the documents that have none, between those of their
// neighbours. It reports false where there is no room for them.
func (s *Session) admit(inputs []Input) bool {
	for i := 0; i < len(inputs); {
		if _, ok := s.names[inputs[i].File]; ok {
			i++
			continue
		}
		run, before := i, -1
		for run < len(inputs) && !s.has(inputs[run].File) {
			run++
		}
		if i > 0 {
			before = s.names[inputs[i-1].File]
		}
		step := roomBetween
		if run < len(inputs) {
			step = (s.names[inputs[run].File] - before) / (run - i + 1)
		}
		if step < 1 {
			return false
		}
		for k := i; k < run; k++ {
			s.take(inputs[k], before+(k-i+1)*step)
		}
		i = run
	}
	return true
}

func (s *Session) has(file string) bool {
	_, ok := s.names[file]
	return ok
}

func (s *Session) take(in Input, n int) {
	if grow := n + 1 - len(s.kept); grow > 0 {
		s.kept = append(s.kept, make([]*kept, grow)...)
		s.plan.Inputs = append(s.plan.Inputs, make([]Input, grow)...)
	}
	s.names[in.File], s.plan.Inputs[n] = n, in
}

// read reads documents and takes in what they say. It returns how many were
// read, fewer than asked for when ctx ends.
func (s *Session) read(ctx context.Context, todo []int) int {
	fresh := make([]*kept, len(todo))
	facts := make([][]fact.Fact, len(todo))
	forEach(ctx, len(todo), s.plan.jobs(), func(i int) {
		k := &kept{}
		k.info, facts[i], k.notes = s.plan.one(todo[i])
		for _, rule := range s.local {
			k.verdicts = append(k.verdicts, s.plan.judge(ctx, rule, [][]fact.Fact{facts[i]}, []int{0}, 1)...)
		}
		k.facts = len(facts[i])
		if ctx.Err() == nil {
			fresh[i] = k
		}
	})
	done := 0
	for i, n := range todo {
		if fresh[i] == nil {
			continue
		}
		done++
		s.kept[n] = fresh[i]
		for _, r := range s.across {
			r.remove(n)
			r.add(s.plan, n, s.plan.Inputs[n].Authority, facts[i])
		}
	}
	return done
}

// Result is the outcome after the last update. Its Documents stand at their
// numbers, with an empty DocInfo where nobody has the number.
func (s *Session) Result() *Result {
	r := &Result{Documents: make([]DocInfo, len(s.kept))}
	var all []verdict.Verdict
	for n, k := range s.kept {
		if k == nil {
			continue
		}
		r.Documents[n] = k.info
		r.Notes = append(r.Notes, k.notes...)
		r.Extracted += k.facts
		all = append(all, k.verdicts...)
	}
	for _, rule := range s.across {
		all = append(all, rule.verdicts()...)
	}
	o := s.plan.settle(all)
	r.Verdicts, r.Counts = o.verdicts, o.counts
	return r
}

// standing is a rule that looks across documents, with all that met so far.
type standing struct {
	rule   Rule
	needs  map[fact.Kind]bool
	groups map[string]*meeting
	keys   map[int][]string // those that a document takes part in, in order
	dirty  map[string]bool  // keys to be judged again
}

// meeting is what met under one key, and what was found of it.
type meeting struct {
	members  []member
	verdicts []verdict.Verdict
}

// member is what one document brings to a meeting.
type member struct {
	doc     int
	trusted bool
	facts   []fact.Fact
}

func newStanding(r Rule) *standing {
	s := &standing{
		rule: r, needs: map[fact.Kind]bool{}, groups: map[string]*meeting{},
		keys: map[int][]string{}, dirty: map[string]bool{},
	}
	for _, k := range r.Check.Needs() {
		s.needs[k] = true
	}
	return s
}

// remove takes away what a document brought.
func (s *standing) remove(doc int) {
	for _, k := range s.keys[doc] {
		g := s.groups[k]
		g.members = slices.DeleteFunc(g.members, func(m member) bool { return m.doc == doc })
		s.dirty[k] = true
	}
	delete(s.keys, doc)
}

// add brings the facts of a document that the rule has a use for.
func (s *standing) add(p Plan, doc int, trusted bool, facts []fact.Fact) {
	var keys []string
	mine := map[string][]fact.Fact{}
	for _, f := range facts {
		if !s.needs[f.FactKind()] {
			continue
		}
		for _, k := range p.keys(s.rule, f) {
			if _, seen := mine[k]; !seen {
				keys = append(keys, k)
			}
			mine[k] = append(mine[k], f)
		}
	}
	for _, k := range keys {
		g := s.groups[k]
		if g == nil {
			g = &meeting{}
			s.groups[k] = g
		}
		m := member{doc, trusted, mine[k]}
		at, _ := slices.BinarySearchFunc(g.members, m, compareMembers)
		g.members = slices.Insert(g.members, at, m)
		s.dirty[k] = true
	}
	if len(keys) > 0 {
		s.keys[doc] = keys
	}
}

// compareMembers puts authorities first: of many places that say one thing,
// checks show the first.
func compareMembers(a, b member) int {
	if c := order(b.trusted, a.trusted); c != 0 {
		return c
	}
	return a.doc - b.doc
}

// settle judges the keys under which something has changed and returns how many
// it judged; when ctx ends, the others are left for the next time.
func (s *standing) settle(ctx context.Context, p Plan) int {
	keys := make([]string, 0, len(s.dirty))
	for k := range s.dirty {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	judged := make([]bool, len(keys))
	found := make([][]verdict.Verdict, len(keys))
	forEach(ctx, len(keys), p.jobs(), func(i int) {
		found[i], judged[i] = s.judge(keys[i]), true
	})
	done := 0
	for i, k := range keys {
		if !judged[i] {
			continue
		}
		done++
		delete(s.dirty, k)
		if g := s.groups[k]; len(g.members) == 0 {
			delete(s.groups, k)
		} else {
			g.verdicts = found[i]
		}
	}
	return done
}

// judge looks at all that met under a key.
func (s *standing) judge(key string) []verdict.Verdict {
	var facts []fact.Fact
	for _, m := range s.groups[key].members {
		facts = append(facts, m.facts...)
	}
	if len(facts) == 0 {
		return nil
	}
	found := s.rule.Check.Judge(plainKey(key), facts)
	for i := range found {
		v := &found[i]
		v.Rule = s.rule.ID
		if v.Status == verdict.Conflicts {
			v.Severity = s.rule.Severity(v.Grade)
		}
	}
	return found
}

// verdicts are those of all keys, in the order of the keys.
func (s *standing) verdicts() []verdict.Verdict {
	type entry struct {
		key string
		g   *meeting
	}
	var entries []entry
	for k, g := range s.groups {
		if len(g.verdicts) > 0 {
			entries = append(entries, entry{k, g})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.key, b.key) })
	var all []verdict.Verdict
	for _, e := range entries {
		all = append(all, e.g.verdicts...)
	}
	return all
}
