package lsp

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"
	"sync"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// longestMessage bounds what one message may hold, in bytes.
const longestMessage = 256 << 20

// stream frames messages as the protocol asks for. The library's own stream
// ends the connection at the first message that is no JSON-RPC; here its sender
// is told, and the next one is read.
type stream struct {
	in    *bufio.Reader
	out   io.Writer
	close func() error
	mu    sync.Mutex // of out
}

// Read implements jsonrpc2.Stream.
func (s *stream) Read(ctx context.Context) (jsonrpc2.Message, int64, error) {
	for {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		body, err := s.frame()
		if err != nil {
			return nil, 0, err
		}
		m, err := jsonrpc2.DecodeMessage(body)
		if err == nil {
			return m, int64(len(body)), nil
		}
		if err := s.refuse(ctx, err); err != nil {
			return nil, 0, err
		}
	}
}

// frame reads the next message's bytes.
func (s *stream) frame() ([]byte, error) {
	if _, err := s.in.Peek(1); err != nil {
		return nil, err
	}
	header, err := textproto.NewReader(s.in).ReadMIMEHeader()
	if err != nil {
		return nil, fmt.Errorf("message header: %w", noEOF(err))
	}
	n, err := strconv.Atoi(strings.TrimSpace(header.Get("Content-Length")))
	if err != nil || n < 0 || n > longestMessage {
		return nil, fmt.Errorf("message header: no length in %q", header.Get("Content-Length"))
	}
	body := make([]byte, n)
	if _, err := io.ReadFull(s.in, body); err != nil {
		return nil, fmt.Errorf("message of %d bytes: %w", n, noEOF(err))
	}
	return body, nil
}

// noEOF makes an end in the middle of a message an error of its own.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// refuse answers a message that could not be understood. It has no id that
// could be named.
func (s *stream) refuse(ctx context.Context, why error) error {
	code := jsonrpc2.ParseError
	var e *jsonrpc2.Error
	if errors.As(why, &e) {
		code = e.Code
	}
	_, err := s.Write(ctx, jsonrpc2.NewResponse(jsonrpc2.ID{}, nil, jsonrpc2.Errorf(code, "message not understood: %v", why)))
	return err
}

// Write implements jsonrpc2.Stream.
func (s *stream) Write(ctx context.Context, m jsonrpc2.Message) (int64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	body, err := jsonrpc2.EncodeMessage(m)
	if err != nil {
		return 0, fmt.Errorf("encoding a message: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	n, err := s.out.Write(append(fmt.Appendf(nil, "Content-Length: %d\r\n\r\n", len(body)), body...))
	if err != nil {
		return int64(n), fmt.Errorf("writing a message: %w", err)
	}
	return int64(n), nil
}

// Close implements jsonrpc2.Stream.
func (s *stream) Close() error { return s.close() }

// codec encodes and decodes with the protocol's library: its sealed unions do
// not survive encoding/json.
type codec struct{}

// Marshal implements jsonrpc2.Codec.
func (codec) Marshal(v any) ([]byte, error) {
	if raw, ok := v.(jsonrpc2.RawMessage); ok {
		if raw == nil {
			return []byte("null"), nil
		}
		return raw, nil
	}
	return protocol.Marshal(v)
}

// Unmarshal implements jsonrpc2.Codec.
func (codec) Unmarshal(data []byte, v any) error {
	if raw, ok := v.(*jsonrpc2.RawMessage); ok {
		*raw = append(jsonrpc2.RawMessage(nil), data...)
		return nil
	}
	return protocol.Unmarshal(data, v)
}
