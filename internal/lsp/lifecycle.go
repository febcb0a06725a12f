package lsp

import (
	"context"
	"encoding/json"
	"path/filepath"
	"slices"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"github.com/concordlint/concord/internal/desk"
)

// abilities are what the editor can do.
type abilities struct {
	wide           bool // positions are counted in UTF-16
	related        bool // diagnostics with related information
	versions       bool // versions of diagnostics
	docsLinks      bool // links behind codes of diagnostics
	markdown       bool // in hovers
	documentEdits  bool // edits with versions
	creates        bool // edits that make files
	literalActions bool // code actions, not only commands
	watch          bool // watches files when asked to
	showDocument   bool
	pull           bool // diagnostics are asked for, not sent
	refresh        bool // can be told to ask for them again
}

// wishes are the initialization options.
type wishes struct {
	// Diagnostics is "push" (what is meant without it) or "pull".
	Diagnostics string `json:"diagnostics"`
}

// Initialize implements protocol.Server.
func (s *server) Initialize(_ context.Context, p *protocol.InitializeParams) (*protocol.InitializeResult, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.started {
		return nil, errAgain
	}
	s.started = true
	s.can = abilitiesOf(&p.Capabilities)
	var w wishes
	if len(p.InitializationOptions) > 0 {
		// Options of another shape are somebody else's.
		_ = json.Unmarshal(p.InitializationOptions, &w)
	}
	s.can.pull = w.Diagnostics == "pull" && p.Capabilities.TextDocument != nil && p.Capabilities.TextDocument.Diagnostic != nil
	s.tracing.Store(p.Trace != "" && p.Trace != protocol.TraceValueOff)
	s.keeper.change(func(st *desk.State) {
		st.Roots = rootsOf(p)
		st.Rescan = true
	})
	r := &protocol.InitializeResult{
		Capabilities: s.capabilities(),
		ServerInfo:   protocol.ServerInfo{Name: "concord", Version: protocol.NewOptional(s.options.Version)},
	}
	return r, nil
}

// abilitiesOf reads what matters of the editor's capabilities.
func abilitiesOf(c *protocol.ClientCapabilities) abilities {
	a := abilities{wide: true}
	if g := c.General; g != nil && slices.Contains(g.PositionEncodings, protocol.PositionEncodingKindUTF8) {
		a.wide = false
	}
	if w := c.Window; w != nil && w.ShowDocument != nil {
		a.showDocument = w.ShowDocument.Support
	}
	if w := c.Workspace; w != nil {
		if e := w.WorkspaceEdit; e != nil {
			a.documentEdits = is(e.DocumentChanges)
			a.creates = a.documentEdits && slices.Contains(e.ResourceOperations, protocol.ResourceOperationKindCreate)
		}
		a.watch = w.DidChangeWatchedFiles != nil && is(w.DidChangeWatchedFiles.DynamicRegistration)
		a.refresh = w.Diagnostics != nil && is(w.Diagnostics.RefreshSupport)
	}
	t := c.TextDocument
	if t == nil {
		return a
	}
	if d := t.PublishDiagnostics; d != nil {
		a.related, a.versions, a.docsLinks = is(d.RelatedInformation), is(d.VersionSupport), is(d.CodeDescriptionSupport)
	}
	if h := t.Hover; h != nil {
		// The first is the one that the editor likes best.
		a.markdown = len(h.ContentFormat) > 0 && h.ContentFormat[0] == protocol.MarkupKindMarkdown
	}
	if x := t.CodeAction; x != nil {
		a.literalActions = len(x.CodeActionLiteralSupport.CodeActionKind.ValueSet) > 0
	}
	return a
}

func is(b *bool) bool { return b != nil && *b }

// capabilities are what this server can do.
func (s *server) capabilities() protocol.ServerCapabilities {
	yes, change := true, protocol.TextDocumentSyncKindIncremental
	c := protocol.ServerCapabilities{
		PositionEncoding: protocol.PositionEncodingKindUTF16,
		TextDocumentSync: &protocol.TextDocumentSyncOptions{
			OpenClose: &yes, Change: &change, Save: protocol.Boolean(true),
		},
		HoverProvider:             protocol.Boolean(true),
		DefinitionProvider:        protocol.Boolean(true),
		ReferencesProvider:        protocol.Boolean(true),
		DocumentHighlightProvider: protocol.Boolean(true),
		CodeActionProvider:        &protocol.CodeActionOptions{CodeActionKinds: []protocol.CodeActionKind{protocol.CodeActionKindQuickFix}},
		ExecuteCommandProvider:    protocol.ExecuteCommandOptions{Commands: []string{explainCommand}},
		Workspace: &protocol.WorkspaceOptions{WorkspaceFolders: &protocol.WorkspaceFoldersServerCapabilities{
			Supported: &yes, ChangeNotifications: protocol.Boolean(true),
		}},
	}
	if !s.can.wide {
		c.PositionEncoding = protocol.PositionEncodingKindUTF8
	}
	if s.can.pull {
		c.DiagnosticProvider = &protocol.DiagnosticOptions{InterFileDependencies: true}
	}
	return c
}

// rootsOf are the folders of the workspace.
func rootsOf(p *protocol.InitializeParams) []string {
	var roots []string
	add := func(u string) {
		if path := desk.PathOf(u); path != "" {
			roots = append(roots, path)
		}
	}
	if folders, ok := p.WorkspaceFolders.Get(); ok {
		for _, f := range folders {
			add(string(f.URI))
		}
		return roots
	}
	// Older editors have nothing else.
	if p.RootURI != nil { //nolint:staticcheck // deprecated
		add(string(*p.RootURI)) //nolint:staticcheck // deprecated
	} else if path, ok := p.RootPath.Get(); ok && filepath.IsAbs(path) { //nolint:staticcheck // deprecated
		roots = append(roots, filepath.Clean(path))
	}
	return roots
}

// Initialized implements protocol.Server: it asks to be told of files that
// change.
func (s *server) Initialized(ctx context.Context, _ *protocol.InitializedParams) error {
	if !s.can.watch {
		return nil
	}
	options, err := protocol.Marshal(&protocol.DidChangeWatchedFilesRegistrationOptions{
		// Not only documents: ignore files and configuration matter, too,
		// and what pins look up.
		Watchers: []protocol.FileSystemWatcher{{GlobPattern: protocol.Pattern("**/*")}},
	})
	if err != nil {
		return err
	}
	// A call waits for an answer, which cannot be read before this returns.
	s.keeper.aside(func(ctx context.Context) {
		err := s.client.RegisterCapability(ctx, &protocol.RegistrationParams{Registrations: []protocol.Registration{{
			ID: "concord-files", Method: protocol.MethodWorkspaceDidChangeWatchedFiles, RegisterOptions: options,
		}}})
		if err != nil {
			s.trace("the editor does not watch files: %v", err)
		}
	})
	return nil
}

// Shutdown implements protocol.Server.
func (s *server) Shutdown(context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.down = true
	return nil
}

// Exit implements protocol.Server.
func (s *server) Exit(context.Context) error {
	s.exitOnce.Do(func() { close(s.exited) })
	return nil
}

// SetTrace implements protocol.Server.
func (s *server) SetTrace(_ context.Context, p *protocol.SetTraceParams) error {
	s.tracing.Store(p.Value != protocol.TraceValueOff)
	return nil
}

// asURI is a URI for the protocol's types, which take it as it is.
func asURI(s string) uri.URI { return uri.URI(s) }
