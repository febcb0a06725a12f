// Package lsp is a language server: it speaks with an editor about the
// documents of its workspace, tells what does not agree in them as they are
// written, and answers what the editor asks about a claim.
//
// It knows the Language Server Protocol and what a desk keeps. It must not know
// checks, extraction or formats.
//
// The protocol's types and the connection are those of go.lsp.dev/protocol and
// go.lsp.dev/jsonrpc2: generated from the protocol's own description, in its
// present version, with a start-up of a twentieth of a millisecond.
package lsp

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"github.com/concordlint/concord/internal/desk"
)

// Options are what a server is given.
type Options struct {
	// Version is the program's.
	Version string
	// Settings are those of a folder; see desk.New.
	Settings func(root string) (desk.Settings, error)
	// Explain is all that a rule says of itself; false for an unknown rule.
	Explain func(rule string) (string, bool)
	// DocsURL is where a rule is explained, empty for nowhere.
	DocsURL func(rule string) string
	// Delay is how long to wait for the next change before looking at one.
	Delay time.Duration
}

// server answers one editor.
type server struct {
	protocol.UnimplementedServer
	options Options
	client  protocol.Client
	conn    jsonrpc2.Conn

	can     abilities // of the client; set by initialize
	keeper  *keeper
	running running
	tracing atomic.Bool

	mu       sync.Mutex
	started  bool // initialize has been answered
	down     bool // shutdown has been asked for
	exited   chan struct{}
	exitOnce sync.Once
}

// Serve speaks with an editor until it leaves. It returns the exit status that
// the protocol asks for: 0 after shutdown and exit, else 1. The error is about
// the connection.
func Serve(ctx context.Context, in io.Reader, out io.Writer, o Options) (int, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s := &server{options: o, exited: make(chan struct{})}
	closed := func() error { return nil }
	if c, ok := in.(io.Closer); ok {
		closed = c.Close
	}
	s.conn = jsonrpc2.NewConn(&stream{in: bufio.NewReader(in), out: out, close: closed}, jsonrpc2.WithCodec(codec{}))
	s.client = protocol.ClientDispatcher(s.conn)
	s.keeper = newKeeper(s)
	working := make(chan struct{})
	go func() {
		defer close(working)
		s.keeper.run(ctx)
	}()
	s.conn.Go(ctx, s.handle)
	select {
	case <-s.exited:
	case <-s.conn.Done():
	case <-ctx.Done():
	}
	stop()
	<-working
	s.mu.Lock()
	defer s.mu.Unlock()
	status := 1
	if s.down {
		status = 0
	}
	select {
	case <-s.exited:
		return status, nil
	default:
	}
	if err := s.conn.Err(); err != nil && !errors.Is(err, io.EOF) {
		return 1, fmt.Errorf("language server: %w", err)
	}
	return status, nil
}

// codes of errors that the protocol adds to those of JSON-RPC.
const (
	notInitialized jsonrpc2.Code = -32002
	requestFailed  jsonrpc2.Code = -32803
)

// handle takes one message. Messages that change what the server knows are
// taken in their order; requests for information run beside each other.
func (s *server) handle(ctx context.Context, req *jsonrpc2.Request) (result any, err error) {
	method := string([]byte(req.Method())) // it is only lent
	defer func() {
		if p := recover(); p != nil {
			s.complain(fmt.Errorf("%s: %v\n%s", method, p, debug.Stack()))
			result, err = nil, jsonrpc2.Errorf(jsonrpc2.InternalError, "%s met a mistake of the server's own: %v", method, p)
		}
		if !req.IsCall() && err != nil {
			// The library would end the connection.
			s.complain(fmt.Errorf("%s: %w", method, err))
			result, err = nil, nil
		}
	}()
	s.mu.Lock()
	started, down := s.started, s.down
	s.mu.Unlock()
	switch {
	case method == protocol.MethodExit:
	case down && req.IsCall():
		return nil, jsonrpc2.Errorf(jsonrpc2.InvalidRequest, "%s after shutdown", method)
	case !started && method != protocol.MethodInitialize:
		if req.IsCall() {
			return nil, jsonrpc2.Errorf(notInitialized, "%s before initialize", method)
		}
		return nil, nil
	}
	if method == protocol.MethodCancelRequest {
		return nil, s.running.cancel(req.Params())
	}
	if !answers(method) {
		if req.IsCall() {
			return nil, jsonrpc2.Errorf(jsonrpc2.MethodNotFound, "%s is not supported", method)
		}
		return nil, nil
	}
	own, end := s.running.begin(ctx, req)
	defer end()
	if req.IsCall() && method != protocol.MethodInitialize && method != protocol.MethodShutdown {
		jsonrpc2.Async(ctx)
	}
	result, err = protocol.ServerHandler(s, nil)(own, req)
	return result, s.replied(method, err)
}

// replied gives an error a code and a sentence that say what was wrong.
func (s *server) replied(method string, err error) error {
	var e *jsonrpc2.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.Canceled):
		return protocol.ErrRequestCancelled
	case errors.Is(err, jsonrpc2.ErrParse):
		return jsonrpc2.Errorf(jsonrpc2.InvalidParams, "%s: parameters not understood: %v", method, err)
	case errors.As(err, &e):
		return err
	}
	return jsonrpc2.Errorf(requestFailed, "%v", err)
}

// answers reports whether a method is one that this server has.
func answers(method string) bool {
	switch method {
	case protocol.MethodInitialize, protocol.MethodInitialized, protocol.MethodShutdown, protocol.MethodExit, protocol.MethodSetTrace,
		protocol.MethodTextDocumentDidOpen, protocol.MethodTextDocumentDidChange, protocol.MethodTextDocumentDidSave, protocol.MethodTextDocumentDidClose,
		protocol.MethodWorkspaceDidChangeWatchedFiles, protocol.MethodWorkspaceDidChangeWorkspaceFolders, protocol.MethodWorkspaceDidChangeConfiguration,
		protocol.MethodTextDocumentHover, protocol.MethodTextDocumentDefinition, protocol.MethodTextDocumentReferences,
		protocol.MethodTextDocumentDocumentHighlight, protocol.MethodTextDocumentCodeAction, protocol.MethodTextDocumentDiagnostic,
		protocol.MethodWorkspaceExecuteCommand:
		return true
	}
	return false
}

// complain tells the editor's log of trouble.
func (s *server) complain(err error) {
	s.log(protocol.MessageTypeError, err.Error())
}

// warn tells the person at the editor of trouble.
func (s *server) warn(err error) {
	// If the editor is gone, there is nobody to tell.
	_ = s.client.ShowMessage(context.Background(), &protocol.ShowMessageParams{Type: protocol.MessageTypeError, Message: "Concord: " + err.Error()})
}

func (s *server) log(kind protocol.MessageType, text string) {
	// If the editor is gone, there is nobody to tell.
	_ = s.client.LogMessage(context.Background(), &protocol.LogMessageParams{Type: kind, Message: text})
}

// trace tells the editor's log what goes on, if that was asked for.
func (s *server) trace(format string, args ...any) {
	if s.tracing.Load() {
		s.log(protocol.MessageTypeLog, fmt.Sprintf(format, args...))
	}
}
