package main

import (
	"bytes"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/concordlint/concord/internal/engine"
)

// screen is a buffer that can be read while it is written.
type screen struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all.Write(b)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all.String()
}

func (s *screen) pause() { time.Sleep(10 * time.Millisecond) }

// await waits for a text to be shown.
func (s *screen) await(t *testing.T, text string) {
	t.Helper()
	for range 1000 {
		if strings.Contains(s.String(), text) {
			return
		}
		s.pause()
	}
	t.Errorf("%q is not in %q", text, s.String())
}

// TestProgressShows runs a bar as on a terminal.
func TestProgressShows(t *testing.T) {
	out := &screen{}
	p := &progress{out: out, forced: true, documents: 40, started: time.Now().Add(-2 * time.Second)}
	p.step(1e6)
	p.show()
	var all sync.WaitGroup
	for range 29 {
		all.Go(func() { p.step(1e6) })
	}
	all.Wait()
	out.await(t, "30 of 40 documents")
	out.await(t, " MB/s, ")
	out.await(t, "s left")
	for range 10 {
		p.step(1e6)
	}
	out.await(t, "40 of 40 documents")
	out.await(t, "comparing them")
	p.stop()
	// The cursor goes up to the bar and all below it is cleared.
	if got := out.String(); !strings.HasSuffix(got, "\x1b[1A\x1b[J") {
		t.Errorf("something of the bar is left: %q", got[max(0, len(got)-40):])
	}
}

// TestProgressIsSilent where a run is short, and where nobody looks.
func TestProgressIsSilent(t *testing.T) {
	var out bytes.Buffer
	p := &progress{out: &out, forced: true, documents: 1}
	p.timer = time.AfterFunc(time.Hour, p.show)
	p.step(10)
	p.stop()
	p.show() // the timer may have gone off meanwhile
	if out.Len() > 0 {
		t.Errorf("a short run shows %q", out.String())
	}
	file, err := os.Create(t.TempDir() + "/err")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for name, x := range map[string]*examination{
		"a file":   {streams: streams{err: file}},
		"a buffer": {streams: streams{err: &out}},
	} {
		x.plan.Inputs = make([]engine.Input, 3)
		if x.progress() != nil {
			t.Errorf("%s is taken for a terminal", name)
		}
	}
	var none *progress
	none.step(1)
	none.stop()
	for env, want := range map[string]bool{"": true, "CI=true": false, "TERM=dumb": false, "TERM=xterm": true} {
		key, value, _ := strings.Cut(env, "=")
		if got := attended(func(k string) string { return map[string]string{key: value}[k] }); got != want {
			t.Errorf("with %q in the environment: %v", env, got)
		}
	}
}
