package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/concordlint/concord/internal/desk"
)

// patience bounds how long a test waits for the server.
const patience = 20 * time.Second

// editor is a small language client for tests, with a reader and a writer of
// its own: what it understands is what is on the wire.
type editor struct {
	t    testing.TB
	dir  string
	out  io.WriteCloser
	done chan int // exit status

	mu      sync.Mutex
	next    int
	answers map[int]chan message
	shown   map[string]publication // diagnostics by file name
	asked   []message              // requests of the server
	logged  []string
	news    chan struct{}
}

type message struct {
	ID     json.RawMessage `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  *struct {
		Code    int    `json:"code"`
		Message string `json:"message"`
	} `json:"error,omitempty"`
}

type at struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

type span struct {
	Start at `json:"start"`
	End   at `json:"end"`
}

type location struct {
	URI   string `json:"uri"`
	Range span   `json:"range"`
}

type publication struct {
	URI         string `json:"uri"`
	Version     *int   `json:"version"`
	Diagnostics []struct {
		Range    span   `json:"range"`
		Severity int    `json:"severity"`
		Code     string `json:"code"`
		Source   string `json:"source"`
		Message  string `json:"message"`
		Related  []struct {
			Location location `json:"location"`
			Message  string   `json:"message"`
		} `json:"relatedInformation"`
		CodeDescription struct {
			Href string `json:"href"`
		} `json:"codeDescription"`
	} `json:"diagnostics"`
}

// abilities of an editor that can do everything.
const ableEditor = `{
  "general": {"positionEncodings": ["utf-8", "utf-16"]},
  "window": {"showDocument": {"support": true}},
  "workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["create"]},
    "didChangeWatchedFiles": {"dynamicRegistration": true}, "workspaceFolders": true},
  "textDocument": {
    "publishDiagnostics": {"relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true},
    "hover": {"contentFormat": ["markdown", "plaintext"]}, "diagnostic": {},
    "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}}}}`

// startEditor starts a server for a folder with files, as text by name.
func startEditor(t testing.TB, abilities string, files map[string]string) *editor {
	t.Helper()
	e := launch(t)
	for name, text := range files {
		e.write(name, text)
	}
	var r struct {
		Capabilities map[string]any `json:"capabilities"`
	}
	e.call("initialize", map[string]any{
		"processId": nil, "rootUri": desk.URIOf(e.dir), "capabilities": json.RawMessage(abilities),
		"workspaceFolders": []any{map[string]any{"uri": desk.URIOf(e.dir), "name": "w"}},
	}, &r)
	if r.Capabilities["hoverProvider"] != true {
		t.Fatalf("no hovers in %v", r.Capabilities)
	}
	e.notify("initialized", map[string]any{})
	return e
}

// launch starts a server that nobody has said anything to.
func launch(t testing.TB) *editor {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	in, out := io.Pipe()
	back, serverOut := io.Pipe()
	e := &editor{
		t: t, dir: dir, out: out, done: make(chan int, 1), answers: map[int]chan message{},
		shown: map[string]publication{}, news: make(chan struct{}),
	}
	go func() {
		e.done <- run([]string{"concord", "lsp", "--stdio"}, streams{in, serverOut, os.Stderr})
		serverOut.Close()
	}()
	go e.listen(bufio.NewReader(back))
	t.Cleanup(func() { out.Close() })
	return e
}

func (e *editor) write(name, text string) {
	e.t.Helper()
	path := filepath.Join(e.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		e.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		e.t.Fatal(err)
	}
}

func (e *editor) uri(name string) string { return desk.URIOf(filepath.Join(e.dir, name)) }

func (e *editor) listen(r *bufio.Reader) {
	for {
		h, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			return
		}
		n, _ := strconv.Atoi(h.Get("Content-Length"))
		body := make([]byte, n)
		if _, err := io.ReadFull(r, body); err != nil {
			return
		}
		var m message
		if err := json.Unmarshal(body, &m); err != nil {
			e.t.Errorf("server wrote %q: %v", body, err)
			return
		}
		e.take(m)
	}
}

func (e *editor) take(m message) {
	e.mu.Lock()
	defer e.mu.Unlock()
	switch {
	case m.Method == "textDocument/publishDiagnostics":
		var p publication
		if err := json.Unmarshal(m.Params, &p); err != nil {
			e.t.Errorf("%s: %v", m.Params, err)
		}
		name, _ := filepath.Rel(e.dir, desk.PathOf(p.URI))
		e.shown[name] = p
	case m.Method == "window/logMessage":
		e.logged = append(e.logged, string(m.Params))
	case m.Method != "":
		e.asked = append(e.asked, m)
		if len(m.ID) > 0 {
			result := "null"
			if m.Method == "window/showDocument" {
				result = `{"success":true}`
			}
			go e.send([]byte(fmt.Sprintf(`{"jsonrpc":"2.0","id":%s,"result":%s}`, m.ID, result)))
		}
	default:
		id, _ := strconv.Atoi(string(m.ID))
		if c := e.answers[id]; c != nil {
			delete(e.answers, id)
			c <- m
		} else if c := e.answers[0]; c != nil {
			c <- m // an answer to what had no id
		}
	}
	close(e.news)
	e.news = make(chan struct{})
}

func (e *editor) send(body []byte) {
	_, _ = e.out.Write(append(fmt.Appendf(nil, "Content-Length: %d\r\n\r\n", len(body)), body...))
}

func encode(t testing.TB, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func (e *editor) notify(method string, params any) {
	e.t.Helper()
	e.send(encode(e.t, map[string]any{"jsonrpc": "2.0", "method": method, "params": params}))
}

// ask sends a request and returns the answer.
func (e *editor) ask(method string, params any) message {
	e.t.Helper()
	e.mu.Lock()
	e.next++
	id := e.next
	c := make(chan message, 1)
	e.answers[id] = c
	e.mu.Unlock()
	e.send(encode(e.t, map[string]any{"jsonrpc": "2.0", "id": id, "method": method, "params": params}))
	return e.answer(c, method)
}

func (e *editor) answer(c chan message, method string) message {
	e.t.Helper()
	select {
	case m := <-c:
		return m
	case <-time.After(patience):
		e.t.Fatalf("no answer to %s", method)
	}
	return message{}
}

// call is ask where no error is expected.
func (e *editor) call(method string, params, into any) {
	e.t.Helper()
	m := e.ask(method, params)
	if m.Error != nil {
		e.t.Fatalf("%s: %s", method, m.Error.Message)
	}
	if into != nil {
		if err := json.Unmarshal(m.Result, into); err != nil {
			e.t.Fatalf("%s: %s: %v", method, m.Result, err)
		}
	}
}

func (e *editor) open(name, text string) {
	e.t.Helper()
	e.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": e.uri(name), "languageId": "markdown", "version": 1, "text": text,
	}})
}

// change replaces a range of an open document, or all of it.
func (e *editor) change(name string, version int, where *span, text string) {
	e.t.Helper()
	c := map[string]any{"text": text}
	if where != nil {
		c["range"] = where
	}
	e.notify("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": e.uri(name), "version": version},
		"contentChanges": []any{c},
	})
}

// until waits until the diagnostics of a file are so.
func (e *editor) until(what, name string, so func(publication) bool) publication {
	e.t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	for {
		e.mu.Lock()
		p, known := e.shown[name]
		news := e.news
		e.mu.Unlock()
		if known && so(p) {
			return p
		}
		select {
		case <-news:
		case <-ctx.Done():
			e.t.Fatalf("%s: %s has %s", what, name, bytes.TrimSpace(encode(e.t, p)))
		}
	}
}

func finds(rule string) func(publication) bool {
	return func(p publication) bool {
		for _, d := range p.Diagnostics {
			if d.Code == rule {
				return true
			}
		}
		return false
	}
}

func quiet(p publication) bool { return len(p.Diagnostics) == 0 }

// quit says goodbye and returns the exit status.
func (e *editor) quit() int {
	e.t.Helper()
	e.call("shutdown", nil, nil)
	e.notify("exit", nil)
	select {
	case status := <-e.done:
		return status
	case <-time.After(patience):
		e.t.Fatal("the server does not end")
	}
	return -1
}
