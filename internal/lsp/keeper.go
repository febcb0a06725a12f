package lsp

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/concordlint/concord/internal/desk"
)

// keeper keeps the outcome up with the changes: a single worker waits until
// nothing has changed for a moment, checks, and tells the editor. A change that
// comes meanwhile ends the check, which the next one takes up.
type keeper struct {
	s *server

	mu       sync.Mutex
	state    desk.State
	asked    uint64 // number of the last change
	answered uint64 // number of the last change that the outcome knows of
	outcome  outcome
	stop     context.CancelFunc // of the check that is under way
	news     chan struct{}      // closed when there is a new outcome

	wake, hurry chan struct{}
	beside      chan func(context.Context)
}

// outcome is what was found last, by document.
type outcome struct {
	sets  []*desk.Outcome
	byURI map[string]found
}

// found is a document with the set that it is in.
type found struct {
	set *desk.Outcome
	doc *desk.Document
}

func newKeeper(s *server) *keeper {
	return &keeper{
		s: s, news: make(chan struct{}), wake: make(chan struct{}, 1), hurry: make(chan struct{}, 1),
		beside: make(chan func(context.Context), 16),
		state:  desk.State{Buffers: map[string]desk.Buffer{}, Touched: map[string]bool{}},
	}
}

// change changes what there is to be checked.
func (k *keeper) change(how func(*desk.State)) {
	k.mu.Lock()
	defer k.mu.Unlock()
	how(&k.state)
	k.asked++
	if k.stop != nil {
		k.stop()
	}
	nudge(k.wake)
}

// nudge sends if nobody has yet.
func nudge(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// aside runs a call to the editor beside everything else. An editor that does
// not answer gets no more of them: none is worth waiting for.
func (k *keeper) aside(call func(context.Context)) {
	select {
	case k.beside <- call:
	default:
	}
}

// current is an outcome that knows of all changes up to now. It waits for one,
// until ctx ends.
func (k *keeper) current(ctx context.Context) (outcome, error) {
	k.mu.Lock()
	want := k.asked
	for {
		if k.answered >= want {
			defer k.mu.Unlock()
			return k.outcome, nil
		}
		news := k.news
		k.mu.Unlock()
		nudge(k.hurry)
		select {
		case <-news:
		case <-ctx.Done():
			return outcome{}, ctx.Err()
		}
		k.mu.Lock()
	}
}

// run is the worker. It returns when ctx ends.
func (k *keeper) run(ctx context.Context) {
	go func() {
		for {
			select {
			case call := <-k.beside:
				call(ctx)
			case <-ctx.Done():
				return
			}
		}
	}()
	d := desk.New(k.s.options.Settings, k.s.warn)
	told := newTold(k.s)
	nudge(k.hurry) // nobody types yet
	for k.pause(ctx) {
		state, number, checking := k.take(ctx)
		sets, err := d.Check(checking, state)
		if err != nil {
			k.giveBack(state)
			continue
		}
		// Whoever waits for the outcome finds the editor told.
		told.tell(ctx, sets)
		k.settle(sets, number)
	}
}

// pause waits for a change and then until nothing has changed for a moment, or
// somebody waits for the outcome. It reports false when ctx ends.
func (k *keeper) pause(ctx context.Context) bool {
	select {
	case <-k.wake:
	case <-ctx.Done():
		return false
	}
	timer := time.NewTimer(k.s.options.Delay)
	defer timer.Stop()
	for {
		select {
		case <-k.wake:
			timer.Reset(k.s.options.Delay)
		case <-k.hurry:
			return ctx.Err() == nil
		case <-timer.C:
			return ctx.Err() == nil
		case <-ctx.Done():
			return false
		}
	}
}

// take is what there is to be checked now, and the number of its last change.
func (k *keeper) take(ctx context.Context) (desk.State, uint64, context.Context) {
	k.mu.Lock()
	defer k.mu.Unlock()
	st := desk.State{
		Roots: slices.Clone(k.state.Roots), Buffers: maps.Clone(k.state.Buffers),
		Rescan: k.state.Rescan, Touched: k.state.Touched,
	}
	k.state.Rescan, k.state.Touched = false, map[string]bool{}
	var checking context.Context
	checking, k.stop = context.WithCancel(ctx)
	return st, k.asked, checking
}

// giveBack returns what a check that was stopped has not looked at.
func (k *keeper) giveBack(st desk.State) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.stop()
	k.stop = nil
	k.state.Rescan = k.state.Rescan || st.Rescan
	maps.Copy(k.state.Touched, st.Touched)
	nudge(k.wake)
}

// settle makes an outcome the present one.
func (k *keeper) settle(sets []*desk.Outcome, number uint64) {
	o := outcome{sets: sets, byURI: map[string]found{}}
	for _, set := range sets {
		for _, d := range set.Documents {
			if set.Speaks(d) {
				o.byURI[d.URI] = found{set, d}
			}
		}
		k.s.trace("%s: %d documents, %d read, %d keys judged; %d conflicts", set.Root, len(set.Documents), set.Read, set.Judged, set.Counts.Conflicts)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.stop()
	k.outcome, k.answered, k.stop = o, number, nil
	close(k.news)
	k.news = make(chan struct{})
	if k.asked == number {
		// Whoever was in a hurry has got what they wanted.
		select {
		case <-k.hurry:
		default:
		}
	}
}
