package lsp

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"github.com/concordlint/concord/internal/desk"
	"github.com/concordlint/concord/internal/source"
)

// errAgain answers a second initialize.
var errAgain = jsonrpc2.NewError(jsonrpc2.InvalidRequest, "initialize was answered already")

// DidOpen implements protocol.Server.
func (s *server) DidOpen(_ context.Context, p *protocol.DidOpenTextDocumentParams) error {
	d := &p.TextDocument
	b := desk.Buffer{
		URI: strings.Clone(string(d.URI)), Path: desk.PathOf(string(d.URI)),
		Version: d.Version, Text: strings.Clone(d.Text),
	}
	if isExplanation(b.Path) {
		return nil
	}
	b.Name = nameOf(b.URI, string(d.LanguageID))
	s.keeper.change(func(st *desk.State) {
		st.Buffers[b.URI] = b
		st.Rescan = st.Rescan || !s.can.watch
	})
	return nil
}

// nameOf is what a buffer without a file is called. Where its name does not tell
// its format, its language does.
func nameOf(uri, language string) string {
	name := uri[strings.LastIndexAny(uri, "/:")+1:]
	if name == "" {
		name = "untitled"
	}
	if source.IsKnown(name) && filepath.Ext(name) != "" {
		return name
	}
	switch language {
	case "markdown":
		return name + ".md"
	case "html":
		return name + ".html"
	case "csv":
		return name + ".csv"
	case "tsv":
		return name + ".tsv"
	case "asciidoc":
		return name + ".adoc"
	case "restructuredtext", "rst":
		return name + ".rst"
	}
	return name
}

// DidChange implements protocol.Server.
func (s *server) DidChange(_ context.Context, p *protocol.DidChangeTextDocumentParams) error {
	uri := string(p.TextDocument.URI)
	var trouble error
	s.keeper.change(func(st *desk.State) {
		b, ok := st.Buffers[uri]
		if !ok && isExplanation(desk.PathOf(uri)) {
			return
		}
		if !ok {
			trouble = jsonrpc2.Errorf(jsonrpc2.InvalidParams, "%s is not open", uri)
			return
		}
		for _, c := range p.ContentChanges {
			b.Text = s.edited(b.Text, c)
		}
		b.Version = p.TextDocument.Version
		st.Buffers[b.URI] = b
	})
	return trouble
}

// edited is a text after one change.
func (s *server) edited(text string, change protocol.TextDocumentContentChangeEvent) string {
	switch c := change.(type) {
	case *protocol.TextDocumentContentChangeWholeDocument:
		return strings.Clone(c.Text)
	case *protocol.TextDocumentContentChangePartial:
		start := desk.OffsetIn(text, positionOf(c.Range.Start), s.can.wide)
		end := max(start, desk.OffsetIn(text, positionOf(c.Range.End), s.can.wide))
		return text[:start] + c.Text + text[end:]
	}
	return text
}

func positionOf(p protocol.Position) desk.Position {
	return desk.Position{Line: int(p.Line), Unit: int(p.Character)}
}

// DidSave implements protocol.Server. What an editor saves, it may have saved
// beside other files that are not open.
func (s *server) DidSave(context.Context, *protocol.DidSaveTextDocumentParams) error {
	if !s.can.watch {
		s.keeper.change(func(st *desk.State) { st.Rescan = true })
	}
	return nil
}

// DidClose implements protocol.Server.
func (s *server) DidClose(_ context.Context, p *protocol.DidCloseTextDocumentParams) error {
	s.keeper.change(func(st *desk.State) {
		delete(st.Buffers, string(p.TextDocument.URI))
		st.Rescan = true // it may have been deleted, or never have been saved
	})
	return nil
}

// DidChangeWatchedFiles implements protocol.Server.
func (s *server) DidChangeWatchedFiles(_ context.Context, p *protocol.DidChangeWatchedFilesParams) error {
	var touched []string
	for _, c := range p.Changes {
		path := desk.PathOf(string(c.URI))
		if path != "" && !hidden(path) {
			touched = append(touched, path)
		}
	}
	if len(touched) == 0 {
		return nil
	}
	s.keeper.change(func(st *desk.State) {
		st.Rescan = true
		for _, t := range touched {
			st.Touched[t] = true
		}
	})
	return nil
}

// hidden reports whether a path leads through a folder that is never looked
// at, such as the one in which git keeps its own.
func hidden(path string) bool {
	parts := strings.Split(filepath.ToSlash(filepath.Dir(path)), "/")
	return slices.Contains(parts, ".git") || slices.Contains(parts, "node_modules")
}

// DidChangeWorkspaceFolders implements protocol.Server.
func (s *server) DidChangeWorkspaceFolders(_ context.Context, p *protocol.DidChangeWorkspaceFoldersParams) error {
	s.keeper.change(func(st *desk.State) {
		for _, f := range p.Event.Removed {
			path := desk.PathOf(string(f.URI))
			st.Roots = slices.DeleteFunc(slices.Clone(st.Roots), func(r string) bool { return r == path })
		}
		for _, f := range p.Event.Added {
			if path := desk.PathOf(string(f.URI)); path != "" && !slices.Contains(st.Roots, path) {
				st.Roots = append(slices.Clone(st.Roots), path)
			}
		}
	})
	return nil
}

// DidChangeConfiguration implements protocol.Server: settings are read anew.
func (s *server) DidChangeConfiguration(context.Context, *protocol.DidChangeConfigurationParams) error {
	s.keeper.change(func(st *desk.State) { st.Rescan = true })
	return nil
}
