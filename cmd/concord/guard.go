package main

import (
	"fmt"
	"runtime/debug"
	"sync"

	"github.com/concordlint/concord/checks"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// guard keeps a panic in a worker from ending the program with the status
// that means something else: the first one is kept, and becomes status 3.
type guard struct {
	mu    sync.Mutex
	first error
}

// watch is to be deferred; doing says what for.
func (g *guard) watch(doing string) {
	p := recover()
	if p == nil {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.first == nil {
		g.first = fmt.Errorf("%s: %v\n%s", doing, p, debug.Stack())
	}
}

// err is the first panic.
func (g *guard) err() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.first == nil {
		return nil
	}
	return bug{g.first}
}

// watched is a check under a guard.
type watched struct {
	checks.Check
	rule string
	g    *guard
}

func (w watched) Keys(f fact.Fact) []string {
	defer w.g.watch("rule " + w.rule)
	return w.Check.Keys(f)
}

func (w watched) Judge(key string, facts []fact.Fact) []verdict.Verdict {
	defer w.g.watch("rule " + w.rule)
	return w.Check.Judge(key, facts)
}
