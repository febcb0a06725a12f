// Package engine runs a plan: it reads documents, has their facts extracted,
// brings facts together under the keys that checks give them, and collects
// the verdicts. It is given all parts by its caller; it knows no format, no
// extractor, no check and no report by name.
package engine

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// Check is one kind of cross-check: a map (Keys), a shuffle done by the
// engine, and a reduce (Judge). Implementations hold no state between calls,
// so that the same check can run over many keys at once.
type Check interface {
	// Needs lists the kinds of fact the check looks at.
	Needs() []fact.Kind
	// Keys lists the keys under which a fact meets others; none for a fact
	// that the check has no use for. A key must identify the thing spoken
	// of: unrelated documents must not meet.
	Keys(f fact.Fact) []string
	// Judge looks at the facts that met under one key, in the order of
	// documents and places, and returns a verdict for each claim among
	// them.
	Judge(key string, facts []fact.Fact) []verdict.Verdict
}

// Rule is a check with a name and a mapping from grade to severity.
type Rule struct {
	ID       string
	Check    Check
	Severity func(verdict.Grade) verdict.Severity
	// Local tells that the check's keys never bring facts of two documents
	// together. Such facts are judged as soon as their document is read and
	// are not kept, which is what lets a set be larger than memory.
	Local bool
	// Scope narrows how far apart facts may stand and still meet; the zero
	// value narrows nothing.
	Scope Scope
}

// Scope is how far apart facts may stand and still meet.
type Scope uint8

// The scopes.
const (
	InSet Scope = iota
	InDocument
	InSection
)

// Input is one document to be checked.
type Input struct {
	// File is the name under which it is reported.
	File string
	// Load returns the file's bytes. It may be called more than once.
	Load func() ([]byte, error)
	// Authority tells that the document is trusted: where another one says
	// otherwise, the other one is reported.
	Authority bool
	// Sets names the sets that the document is in. What documents say is held
	// against each other only within a set; those that name none are one set.
	Sets []string
}

// Plan says what to run, and with which parts.
type Plan struct {
	// Inputs in the order in which documents are numbered: by name.
	Inputs []Input
	// Read makes a document of a file's bytes; it fails for content that
	// is not text.
	Read func(file string, data []byte) (*source.Document, error)
	// Extract takes the facts from a document; n is its number in Inputs.
	Extract func(doc *source.Document, n int) []fact.Fact
	// Resolve, if it is there, fills in what facts of the document called
	// name in Files hold of other files. Files are those beside the set's
	// documents, whose names begin with Root there; nil for none.
	Resolve func(files fs.FS, name string, facts []fact.Fact)
	Files   fs.FS
	Root    string
	Rules   []Rule
	// Brief tells that of verdicts other than conflicts only their number is
	// wanted: they are counted and let go, for they are most of the verdicts.
	Brief bool
	// Spellings are those that registers accept, each with the form that is
	// to be suggested in place of others.
	Spellings map[string]string
	// Jobs is the number of documents read at once; 0 means one a CPU.
	Jobs int
	// Progress, if it is there, is told of each document that is done, with
	// its size in bytes. It is called for several at once.
	Progress func(bytes int)
}

// Result is what a run found out.
type Result struct {
	// Documents in the order of Inputs; those that could not be read have
	// Failed set.
	Documents []DocInfo
	// Facts of each document, in the order of Inputs. Only Collect returns
	// them; Extracted is their number.
	Facts     [][]fact.Fact
	Extracted int
	// Verdicts in their total order; of a brief run the conflicts. Counts are
	// those of all verdicts.
	Verdicts []verdict.Verdict
	Counts   Counts
	// Notes in the order of Inputs.
	Notes []source.Note
}

// Counts are numbers of verdicts.
type Counts struct{ Agrees, Conflicts, Undecided int }

// All is the number of verdicts of any kind.
func (c Counts) All() int { return c.Agrees + c.Conflicts + c.Undecided }

func (c *Counts) add(o Counts) {
	c.Agrees += o.Agrees
	c.Conflicts += o.Conflicts
	c.Undecided += o.Undecided
}

// DocInfo describes a document of the set.
type DocInfo struct {
	File, Format string
	// Bytes on disk.
	Bytes int
	// Date is the document's own date as YYYY-MM-DD, as far as known.
	Date string
	// Failed tells that the document could not be read; a note says why.
	Failed bool
	// Authority tells that the document is trusted.
	Authority bool
	// Marks are the comments in it that are addressed to Concord, each with
	// what it covers; nil in most documents.
	Marks []source.Mark
}

// Run reads, extracts, meets and judges. It fails only when ctx ends.
// Documents that cannot be read become notes.
func Run(ctx context.Context, p Plan) (*Result, error) {
	local, across := p.split()
	perDocument := make([]outcome, len(p.Inputs))
	r, err := p.collect(ctx, func(i int, facts []fact.Fact) []fact.Fact {
		var all []verdict.Verdict
		for _, rule := range local {
			all = append(all, p.judge(ctx, rule, [][]fact.Fact{facts}, []int{0}, 1)...)
		}
		perDocument[i] = p.settle(all)
		return wanted(across, facts)
	})
	if err != nil {
		return nil, err
	}
	perRule, err := p.meet(ctx, across, r.Facts)
	if err != nil {
		return nil, err
	}
	r.Facts = nil
	for _, o := range append(perDocument, perRule...) {
		r.Verdicts = append(r.Verdicts, o.verdicts...)
		r.Counts.add(o.counts)
	}
	r.Verdicts = arrange(r.Verdicts)
	return r, nil
}

// split parts the rules that look at one document at a time from the others.
func (p Plan) split() (local, across []Rule) {
	for _, r := range p.Rules {
		if r.Local {
			local = append(local, r)
		} else {
			across = append(across, r)
		}
	}
	return local, across
}

// Collect reads and extracts only: Run without the verdicts.
func Collect(ctx context.Context, p Plan) (*Result, error) {
	return p.collect(ctx, func(_ int, facts []fact.Fact) []fact.Fact { return facts })
}

// collect reads and extracts. It keeps what keep returns of the facts of
// document i; keep may be called for several documents at once.
func (p Plan) collect(ctx context.Context, keep func(i int, facts []fact.Fact) []fact.Fact) (*Result, error) {
	n := len(p.Inputs)
	r := &Result{Documents: make([]DocInfo, n), Facts: make([][]fact.Fact, n)}
	notes := make([][]source.Note, n)
	extracted := make([]int, n)
	forEach(ctx, n, p.jobs(), func(i int) {
		var facts []fact.Fact
		r.Documents[i], facts, notes[i] = p.one(i)
		r.Facts[i], extracted[i] = keep(i, facts), len(facts)
		if p.Progress != nil {
			p.Progress(r.Documents[i].Bytes)
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("checking stopped: %w", err)
	}
	for i, ns := range notes {
		r.Notes = append(r.Notes, ns...)
		r.Extracted += extracted[i]
	}
	return r, nil
}

// one reads and extracts a single document.
func (p Plan) one(i int) (DocInfo, []fact.Fact, []source.Note) {
	in := p.Inputs[i]
	info := DocInfo{File: in.File, Authority: in.Authority}
	failed := func(err error) (DocInfo, []fact.Fact, []source.Note) {
		info.Failed = true
		return info, nil, []source.Note{{Kind: noteKind(err), File: in.File, Message: err.Error()}}
	}
	data, err := in.Load()
	if err != nil {
		return failed(err)
	}
	doc, err := p.Read(in.File, data)
	if err != nil {
		return failed(err)
	}
	facts := p.Extract(doc, i)
	if p.Resolve != nil && len(doc.Marks) > 0 {
		p.Resolve(p.Files, strings.TrimPrefix(path.Clean(in.File), p.Root), facts)
	}
	info.Format, info.Bytes, info.Marks = doc.Format, len(data), marks(doc, data)
	for _, f := range facts {
		if d, ok := f.(*fact.Document); ok {
			info.Date = d.Date
		}
	}
	return info, facts, doc.Notes
}

// marks are the document's comments to Concord, in memory of their own: the
// document is let go.
func marks(doc *source.Document, data []byte) []source.Mark {
	if len(doc.Marks) == 0 {
		return nil
	}
	out := make([]source.Mark, len(doc.Marks))
	for i, m := range doc.Marks {
		m.Words, m.Covers = strings.Clone(m.Words), doc.Covered(m, data)
		out[i] = m
	}
	return out
}

// noteKind is the kind of note that an error becomes. A reader whose error
// is something else than unreadable says so by a method NoteKind.
func noteKind(err error) string {
	var kind interface{ NoteKind() string }
	if errors.As(err, &kind) {
		return kind.NoteKind()
	}
	return "unreadable"
}

func (p Plan) jobs() int {
	if p.Jobs > 0 {
		return p.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// forEach calls fn for 0..n-1 on a few workers; results belong in slots of
// their own, so that their order does not depend on the workers.
func forEach(ctx context.Context, n, jobs int, fn func(i int)) {
	if jobs > n {
		jobs = n
	}
	next := make(chan int)
	var wg sync.WaitGroup
	for range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range next {
				fn(i)
			}
		}()
	}
	defer wg.Wait()
	defer close(next)
	for i := range n {
		select {
		case next <- i:
		case <-ctx.Done():
			return
		}
	}
}
