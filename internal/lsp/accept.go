package lsp

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/concordlint/concord/internal/desk"
)

// accepting is the edit that adds two spellings to those that the
// configuration accepts, and makes the configuration where there is none. It
// is nil where that cannot be done by adding lines.
func (s *server) accepting(c claim) *protocol.WorkspaceEdit {
	file := c.set.Config
	if file == "" || c.Claimed == "" || c.Found == "" {
		return nil
	}
	data, err := os.ReadFile(file)
	missing := errors.Is(err, fs.ErrNotExist)
	if err != nil && !missing {
		return nil
	}
	at, text, ok := accepted(data, c.Claimed, c.Found)
	if !ok {
		return nil
	}
	t := &desk.Text{Data: data, Lines: desk.NewLines(data)}
	p := place{doc: &desk.Document{URI: desk.URIOf(file)}, text: t}
	edit := s.insertion(p, at, text)
	if missing && s.can.creates {
		edit.DocumentChanges = append([]protocol.DocumentChange{
			&protocol.CreateFile{Kind: "create", URI: asURI(p.doc.URI)},
		}, edit.DocumentChanges...)
	}
	return edit
}

// accepted is the line that accepts two spellings, and where it belongs in a
// configuration. It reports false for a list of another form than one entry a
// line.
func accepted(data []byte, a, b string) (at int, text string, ok bool) {
	entry := "- [" + quoted(a) + ", " + quoted(b) + "]\n"
	found := regexp.MustCompile(`(?m)^accept[ \t]*:(.*)$`).FindSubmatchIndex(data)
	if found == nil {
		text = "accept:\n  " + entry
		if len(data) > 0 && data[len(data)-1] != '\n' {
			text = "\n" + text
		}
		return len(data), text, true
	}
	rest := string(data[found[2]:found[3]])
	if i := strings.Index(rest, "#"); i >= 0 {
		rest = rest[:i]
	}
	if strings.TrimSpace(rest) != "" {
		return 0, "", false
	}
	at, margin := found[1], "  "
	next := data[at:]
	if len(next) > 0 {
		at, next = at+1, next[1:] // behind the line's end
	} else {
		entry = "\n  " + entry
		return at, entry, true
	}
	if item := regexp.MustCompile(`^(?:[ \t]*(?:#.*)?\r?\n)*([ \t]*)- `).FindSubmatch(next); item != nil {
		margin = string(item[1])
	}
	return at, margin + entry, true
}

// quoted is a string for YAML.
func quoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		return `""` // a string is always encoded
	}
	return strings.TrimSpace(b.String())
}
