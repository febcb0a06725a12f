package lsp

import (
	"go.lsp.dev/protocol"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/suppress"
)

// reason stands in a new comment where a reason is to be written.
const reason = "say why"

// ignoring is the edit that writes a comment to Concord for a finding. It is nil
// where the format has no comments, or where one would not be seen.
func (s *server) ignoring(c claim) *protocol.WorkspaceEdit {
	block := c.Place.Block
	if block == fact.None || block >= len(c.at.text.Doc.Blocks) {
		return nil
	}
	at, text, ok := suppress.Write(c.at.text.Doc, c.at.text.Data, block, c.Rule, reason)
	if !ok {
		return nil
	}
	// Whether it is understood is tried out, not guessed.
	t := c.at.text
	data := append(append(append([]byte{}, t.Data[:at]...), text...), t.Data[at:]...)
	doc, err := c.at.doc.Read(data)
	if err != nil || len(doc.Marks) != len(t.Doc.Marks)+1 {
		return nil
	}
	return s.insertion(c.at, at, text)
}
