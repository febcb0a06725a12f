package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"github.com/concordlint/concord/internal/desk"
)

// ExecuteCommand implements protocol.Server. The explanation of a rule is shown
// in the editor where it can do that, and returned in any case.
func (s *server) ExecuteCommand(ctx context.Context, p *protocol.ExecuteCommandParams) (protocol.LSPAny, error) {
	if p.Command != explainCommand {
		return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "there is no command %q", p.Command)
	}
	var rule string
	if len(p.Arguments) != 1 || json.Unmarshal(p.Arguments[0], &rule) != nil {
		return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "%s takes the id of a rule", explainCommand)
	}
	text, ok := s.options.Explain(rule)
	if !ok {
		return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "there is no rule %q", rule)
	}
	if s.can.showDocument {
		if err := s.show(ctx, rule, text); err != nil {
			s.complain(err)
		}
	}
	result, err := json.Marshal(text)
	if err != nil {
		return nil, fmt.Errorf("encoding the explanation: %w", err)
	}
	return result, nil
}

// explained is the folder, in that of temporary files, for explanations that
// are shown. What is opened from there is not checked.
const explained = "concord-explain"

// show has the editor open a text.
func (s *server) show(ctx context.Context, rule, text string) error {
	dir := filepath.Join(os.TempDir(), explained)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("showing an explanation: %w", err)
	}
	file := filepath.Join(dir, rule+".txt")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		return fmt.Errorf("showing an explanation: %w", err)
	}
	yes := true
	r, err := s.client.ShowDocument(ctx, &protocol.ShowDocumentParams{URI: asURI(desk.URIOf(file)), TakeFocus: &yes})
	if err == nil && !r.Success {
		return fmt.Errorf("the editor does not show %s", file)
	}
	return err
}

// isExplanation reports whether a document is one that this server has shown.
func isExplanation(path string) bool {
	return path != "" && filepath.Dir(path) == filepath.Join(os.TempDir(), explained)
}
