package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"strings"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// CodeAction implements protocol.Server: what can be done about the findings
// in a range.
func (s *server) CodeAction(ctx context.Context, p *protocol.CodeActionParams) ([]protocol.CommandOrCodeAction, error) {
	o, err := s.keeper.current(ctx)
	if err != nil {
		return nil, err
	}
	f, span, ok := s.asked(o, p.TextDocument, p.Range)
	if !ok || !s.fixes(p.Context.Only) {
		return nil, nil
	}
	var out []protocol.CommandOrCodeAction
	for _, c := range s.claimsAt(f, span) {
		if !c.set.Shown(c.Verdict) {
			continue
		}
		for _, a := range s.actions(c) {
			out = append(out, a)
		}
		if explain := s.explaining(c.Rule); explain != nil {
			out = append(out, explain)
		}
	}
	return out, nil
}

// fixes reports whether quick fixes are among the kinds of action asked for.
func (s *server) fixes(only []protocol.CodeActionKind) bool {
	if !s.can.literalActions {
		return true
	}
	for _, k := range only {
		if k == protocol.CodeActionKindEmpty || k == protocol.CodeActionKindQuickFix {
			return true
		}
	}
	return len(only) == 0
}

// actions are the edits that would settle a finding, the likeliest first.
func (s *server) actions(c claim) []*protocol.CodeAction {
	if !s.can.literalActions {
		return nil
	}
	var out []*protocol.CodeAction
	add := func(title string, e *protocol.WorkspaceEdit, preferred bool) {
		if e == nil {
			return
		}
		kind := protocol.CodeActionKindQuickFix
		a := &protocol.CodeAction{Title: title, Kind: &kind, Diagnostics: []protocol.Diagnostic{s.diagnostic(c)}, Edit: e}
		if preferred {
			a.IsPreferred = &preferred
		}
		out = append(out, a)
	}
	for _, suggestion := range c.Suggestions {
		title, edit := s.repair(c, suggestion)
		add(title, edit, suggestion.Confidence == "high")
	}
	add("Ignore "+c.Rule+" here, with a reason", s.ignoring(c), false)
	if c.Differ {
		add(fmt.Sprintf("Accept both %q and %q", c.Claimed, c.Found), s.accepting(c), false)
	}
	return out
}

// repair is the edit that a suggestion asks for; nil where it cannot be done
// without harm to markup.
func (s *server) repair(c claim, suggestion verdict.Suggestion) (string, *protocol.WorkspaceEdit) {
	p, ok := s.placeOf(c.set, suggestion.Place)
	if !ok {
		return "", nil
	}
	text := suggestion.Text
	was := string(p.text.Data[p.span.Start:p.span.End])
	if p.text.Doc.Format == "html" {
		was, text = html.UnescapeString(was), escapeText(text)
	}
	if oneLine(was) != oneLine(p.words) {
		return "", nil
	}
	title := fmt.Sprintf("Replace %q with %q", shorten(oneLine(p.words), 40), shorten(oneLine(suggestion.Text), 40))
	if suggestion.Text == "" {
		title = fmt.Sprintf("Delete %q", shorten(oneLine(p.words), 40))
	}
	if p.doc != c.at.doc {
		title += fmt.Sprintf(" in %s:%d", p.doc.Name, p.rng.Start.Line+1)
	} else if p.rng.Start.Line != c.at.rng.Start.Line {
		title += fmt.Sprintf(" in line %d", p.rng.Start.Line+1)
	}
	return title, s.edit(p, p.rng, text)
}

// escapeText writes text for HTML, outside of tags.
func escapeText(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// edit replaces a range of a place's document.
func (s *server) edit(p place, r protocol.Range, text string) *protocol.WorkspaceEdit {
	edit := protocol.TextEdit{Range: r, NewText: text}
	if !s.can.documentEdits {
		return &protocol.WorkspaceEdit{Changes: map[uri.URI][]protocol.TextEdit{asURI(p.doc.URI): {edit}}}
	}
	return &protocol.WorkspaceEdit{DocumentChanges: []protocol.DocumentChange{s.change(p, edit)}}
}

// change is an edit of a document in its present version.
func (s *server) change(p place, edit protocol.TextEdit) *protocol.TextDocumentEdit {
	e := &protocol.TextDocumentEdit{Edits: []protocol.TextDocumentEditElement{&edit}}
	e.TextDocument.URI = asURI(p.doc.URI)
	if p.doc.Open {
		version := p.doc.Version
		e.TextDocument.Version = &version
	}
	return e
}

// insertion puts text at an offset of a place's document.
func (s *server) insertion(p place, at int, text string) *protocol.WorkspaceEdit {
	return s.edit(p, s.rangeOf(p.text, source.Span{Start: at, End: at}), text)
}

// explainCommand shows what a rule says of itself. Its argument is the rule.
const explainCommand = "concord.explain"

// explaining is the action that explains a rule.
func (s *server) explaining(rule string) protocol.CommandOrCodeAction {
	if _, ok := s.options.Explain(rule); !ok {
		return nil
	}
	argument, err := json.Marshal(rule)
	if err != nil {
		return nil
	}
	c := protocol.Command{Title: "Explain the rule " + rule, Command: explainCommand, Arguments: []protocol.LSPAny{argument}}
	if !s.can.literalActions {
		return &c
	}
	kind := protocol.CodeActionKindQuickFix
	return &protocol.CodeAction{Title: c.Title, Kind: &kind, Command: c}
}
