package main

import (
	"strings"
	"testing"
)

// saved writes a file and tells the server.
func (e *editor) saved(name, text string) {
	e.t.Helper()
	e.write(name, text)
	e.notify("workspace/didChangeWatchedFiles", map[string]any{"changes": []any{map[string]any{"uri": e.uri(name), "type": 2}}})
}

// The configuration counts in the editor as it does for check, and as soon as
// it is saved.
func TestEditorFollowsTheConfiguration(t *testing.T) {
	e := startEditor(t, ableEditor, map[string]string{
		"reasons.md": lspList, "drafts/reasons.md": lspList,
		".concord.yml": "rules:\n  count-list: off\n",
	})
	e.call("textDocument/hover", e.position("reasons.md", 2, 12), nil)
	e.mu.Lock()
	if len(e.shown["reasons.md"].Diagnostics) > 0 {
		t.Errorf("a rule that is off finds %+v", e.shown["reasons.md"])
	}
	e.mu.Unlock()
	e.saved(".concord.yml", "exclude: [\"drafts/**\"]\n")
	e.until("it is on", "reasons.md", finds("count-list"))
	e.mu.Lock()
	if len(e.shown["drafts/reasons.md"].Diagnostics) > 0 {
		t.Errorf("what is excluded has %+v", e.shown["drafts/reasons.md"])
	}
	e.mu.Unlock()
	// A mistake is told, and what was set before stays.
	e.saved(".concord.yml", "exclude: [\"drafts/**\"]\nrulez: {}\n")
	e.call("textDocument/hover", e.position("reasons.md", 2, 12), nil)
	e.mu.Lock()
	told := ""
	for _, m := range e.asked {
		if m.Method == "window/showMessage" {
			told += string(m.Params)
		}
	}
	if !strings.Contains(told, ".concord.yml:2:1") || !strings.Contains(told, "rules") {
		t.Errorf("told %q", told)
	}
	if len(e.shown["reasons.md"].Diagnostics) != 1 || len(e.shown["drafts/reasons.md"].Diagnostics) > 0 {
		t.Errorf("after a mistake: %+v", e.shown)
	}
	e.mu.Unlock()
	e.saved(".concord.yml", "ignore:\n  - {rule: count-list, file: reasons.md, reason: known}\n")
	e.until("ignored", "reasons.md", quiet)
	e.saved(".concord.yml", "rules:\n  count-list: error\n")
	p := e.until("an error", "reasons.md", finds("count-list"))
	if p.Diagnostics[0].Severity != 1 {
		t.Errorf("severity is %d", p.Diagnostics[0].Severity)
	}
}

// What is trusted is held against the others, and changes to it count.
func TestEditorHoldsDocumentsAgainstAuthorities(t *testing.T) {
	e := startEditor(t, ableEditor, map[string]string{
		"summary.md": talksSummary, "log.md": talksLog,
		".concord.yml": "authority: [log.md]\n",
	})
	e.open("log.md", talksLog)
	e.change("log.md", 2, &third, "")
	p := e.until("an entry less", "summary.md", finds("count-log"))
	if !strings.Contains(p.Diagnostics[0].Message, "log.md is the authority") {
		t.Errorf("message is %q", p.Diagnostics[0].Message)
	}
}

// Documents of two sets do not meet.
func TestEditorKeepsSetsApart(t *testing.T) {
	e := startEditor(t, ableEditor, map[string]string{
		"a/summary.md": strings.Replace(talksSummary, "three", "nine", 1), "b/log.md": talksLog,
		".concord.yml": "sets:\n  a: \"a/**\"\n  b: \"b/**\"\n",
	})
	e.call("textDocument/hover", e.position("a/summary.md", 2, 43), nil)
	e.mu.Lock()
	apart := len(e.shown["a/summary.md"].Diagnostics) == 0
	e.mu.Unlock()
	if !apart {
		t.Error("two sets meet")
	}
	e.saved(".concord.yml", "sets:\n  all: \"**\"\n")
	e.until("one set", "a/summary.md", finds("count-log"))
}
