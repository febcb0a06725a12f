package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"sync"

	"go.lsp.dev/jsonrpc2"
)

// running are the requests that are being answered, by id, so that the editor
// can call them off. The library's own handler for that derives contexts from
// requests, which it takes back before those contexts are done with.
type running struct {
	mu   sync.Mutex
	stop map[string]context.CancelFunc
}

// begin is a context for a request, and what is to be called behind it.
func (r *running) begin(ctx context.Context, req *jsonrpc2.Request) (own context.Context, end func()) {
	own, cancel := context.WithCancel(jsonrpc2.DetachContext(ctx))
	if !req.IsCall() {
		return own, cancel
	}
	key := keyOf(req.ID())
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stop == nil {
		r.stop = map[string]context.CancelFunc{}
	}
	r.stop[key] = cancel
	return own, func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		delete(r.stop, key)
		cancel()
	}
}

// cancel calls off the request that params name.
func (r *running) cancel(params []byte) error {
	var p struct {
		ID json.RawMessage `json:"id"`
	}
	if err := json.Unmarshal(params, &p); err != nil {
		return fmt.Errorf("parameters not understood: %w", err)
	}
	key := string(p.ID)
	var s string
	if json.Unmarshal(p.ID, &s) == nil {
		key = strconv.Quote(s)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if stop := r.stop[key]; stop != nil {
		stop()
	}
	return nil
}

// keyOf is an id as text of its own.
func keyOf(id jsonrpc2.ID) string {
	if n, ok := id.Number(); ok {
		return strconv.FormatInt(n, 10)
	}
	s, _ := id.StringValue()
	return strconv.Quote(s)
}
