package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// progressDelay is how long a run takes before it is worth a bar.
const progressDelay = time.Second

// progress shows on a terminal how far a long run is. A nil progress shows
// nothing.
type progress struct {
	out       io.Writer
	forced    bool // out counts as a terminal
	documents int
	started   time.Time
	done      atomic.Int64
	bytes     atomic.Int64
	bar       atomic.Pointer[mpb.Bar]

	mu        sync.Mutex
	timer     *time.Timer
	container *mpb.Progress
	stopped   bool
}

// progress begins to count, if somebody is there to look: standard error is a
// terminal, and nothing says that it is not to be written to.
func (x *examination) progress() *progress {
	f, ok := x.err.(*os.File)
	if !ok || x.quiet || !term.IsTerminal(int(f.Fd())) || !attended(os.Getenv) {
		return nil
	}
	p := &progress{out: f, documents: len(x.plan.Inputs), started: x.started}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.timer = time.AfterFunc(progressDelay, p.show)
	return p
}

// attended tells by the environment whether a person may be looking.
func attended(env func(string) string) bool {
	return env("CI") == "" && env("TERM") != "dumb"
}

// step counts a document. It may be called for several at once.
func (p *progress) step(bytes int) {
	if p == nil {
		return
	}
	p.bytes.Add(int64(bytes))
	done := p.done.Add(1)
	if bar := p.bar.Load(); bar != nil {
		bar.SetCurrent(done)
	}
}

// show puts up the bar.
func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.stopped {
		return
	}
	p.container = mpb.New(mpb.WithOutput(p.out), mpb.ContainerOptional(mpb.WithAutoRefresh(), p.forced))
	// Without a total the bar does not end by itself: when all documents are
	// read, they are still to be compared.
	bar := p.container.AddBar(0,
		mpb.PrependDecorators(decor.Any(p.count)),
		mpb.AppendDecorators(decor.Any(p.remaining)),
	)
	bar.SetTotal(int64(p.documents), false)
	bar.SetCurrent(p.done.Load())
	p.bar.Store(bar)
}

// count is what stands before the bar.
func (p *progress) count(decor.Statistics) string {
	return fmt.Sprintf("%d of %d documents ", p.done.Load(), p.documents)
}

// remaining is what stands behind the bar.
func (p *progress) remaining(decor.Statistics) string {
	took, done := time.Since(p.started), p.done.Load()
	speed := fmt.Sprintf(" %.1f MB/s", float64(p.bytes.Load())/1e6/took.Seconds())
	switch left := int64(p.documents) - done; {
	case left <= 0:
		return " comparing them"
	case done == 0:
		return speed
	default:
		return fmt.Sprintf("%s, %v left", speed, (took / time.Duration(done) * time.Duration(left)).Round(time.Second))
	}
}

// stop takes the bar away. Nothing of it is left on the terminal.
func (p *progress) stop() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stopped = true
	if p.timer != nil {
		p.timer.Stop()
	}
	if p.container != nil {
		p.bar.Load().Abort(true)
		p.container.Wait()
	}
}
