package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A summary says how often, a log in another file shows it.
const (
	talksSummary = "# A spring of talks\n\nDeputy Foreign Minister Elin Vass spoke three times with Foreign Minister Jonas Brandt in April 2021.\n"
	talksLog     = `# Log of engagements, April 2021

This is the complete list of the talks of Deputy Foreign Minister Elin Vass.

- 3 April 2021: Deputy Foreign Minister Elin Vass calls Foreign Minister Jonas Brandt
- 12 April 2021: Deputy Foreign Minister Elin Vass meets Foreign Minister Jonas Brandt
- 20 April 2021: Deputy Foreign Minister Elin Vass calls Foreign Minister Jonas Brandt
- 27 April 2021: Deputy Foreign Minister Elin Vass calls Prime Minister Ana Duarte
`
	lspList = "# Reasons\n\nThere are four reasons:\n\n- the price of coal,\n- the depth of the channel,\n- the weather of the year.\n"
)

func startTalks(t *testing.T, abilities string) *editor {
	t.Helper()
	return startEditor(t, abilities, map[string]string{"summary.md": talksSummary, "log.md": talksLog})
}

// third is the line of the log's third entry.
var third = span{at{6, 0}, at{7, 0}}

func TestEditorSeesDiagnosticsComeAndGo(t *testing.T) {
	e := startEditor(t, ableEditor, map[string]string{"reasons.md": lspList, "summary.md": talksSummary})
	p := e.until("a file that is not open", "reasons.md", finds("count-list"))
	if p.Version != nil {
		t.Error("a file that is not open has a version")
	}
	d := p.Diagnostics[0]
	if d.Severity != 1 && d.Severity != 2 || d.Source != "concord" || len(d.Related) == 0 || d.CodeDescription.Href == "" {
		t.Errorf("diagnostic is %+v", d)
	}
	e.open("reasons.md", lspList)
	e.change("reasons.md", 2, &span{at{2, 10}, at{2, 14}}, "three")
	p = e.until("mended", "reasons.md", quiet)
	if p.Version == nil || *p.Version != 2 {
		t.Errorf("version is %v", p.Version)
	}
	e.change("reasons.md", 3, &span{at{2, 10}, at{2, 15}}, "four")
	p = e.until("spoilt", "reasons.md", finds("count-list"))
	if got := p.Diagnostics[0].Range; got.Start.Line != 2 {
		t.Errorf("range is %+v", got)
	}
	if status := e.quit(); status != 0 {
		t.Errorf("status is %d", status)
	}
}

// Whoever edits the list hears of the sentence in the other file.
func TestEditorEditsOneFileAndTheOtherIsFlagged(t *testing.T) {
	e := startTalks(t, ableEditor)
	e.open("log.md", talksLog)
	e.change("log.md", 2, &third, "")
	p := e.until("an entry was taken out", "summary.md", finds("count-log"))
	d := p.Diagnostics[0]
	if got, want := d.Range, (span{at{2, 40}, at{2, 51}}); got != want {
		t.Errorf("range is %+v, want %+v", got, want)
	}
	if len(d.Related) != 2 || d.Related[0].Location.URI != e.uri("log.md") || d.Related[0].Location.Range.Start.Line != 4 ||
		!strings.HasPrefix(d.Related[0].Message, "counted, call: 3 April 2021") {
		t.Errorf("related are %+v", d.Related)
	}
	e.change("log.md", 3, &span{third.Start, third.Start}, "- 20 April 2021: Deputy Foreign Minister Elin Vass calls Foreign Minister Jonas Brandt\n")
	e.until("it was put back", "summary.md", quiet)
	e.open("summary.md", talksSummary)
	e.change("summary.md", 2, &span{at{2, 40}, at{2, 51}}, "twice")
	e.until("the sentence was changed", "summary.md", finds("count-log"))
	// What is not saved is gone with the buffer.
	e.notify("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": e.uri("summary.md")}})
	e.until("closed without saving", "summary.md", quiet)
}

func TestEditorHearsOfFilesThatComeAndGo(t *testing.T) {
	e := startTalks(t, ableEditor)
	changed := func(kind int, names ...string) {
		var list []any
		for _, n := range names {
			list = append(list, map[string]any{"uri": e.uri(n), "type": kind})
		}
		e.notify("workspace/didChangeWatchedFiles", map[string]any{"changes": list})
	}
	e.write("reasons.md", lspList)
	changed(1, "reasons.md")
	e.until("a file came", "reasons.md", finds("count-list"))
	if err := os.Rename(filepath.Join(e.dir, "reasons.md"), filepath.Join(e.dir, "why.md")); err != nil {
		t.Fatal(err)
	}
	changed(3, "reasons.md")
	changed(1, "why.md")
	e.until("it has another name", "why.md", finds("count-list"))
	e.until("it has another name", "reasons.md", quiet)
	e.write("why.md", strings.Replace(lspList, "four", "three", 1))
	changed(2, "why.md")
	e.until("somebody else mended it", "why.md", quiet)
	e.write(".concordignore", "log.md\n")
	e.write("log.md", strings.Replace(talksLog, "- 20 April", "- 20 May", 1))
	changed(2, "log.md", ".concordignore")
	e.call("textDocument/hover", e.position("summary.md", 2, 43), nil) // all of it is known by now
	e.mu.Lock()
	defer e.mu.Unlock()
	if p, known := e.shown["summary.md"]; known && len(p.Diagnostics) > 0 {
		t.Errorf("a log that is left out is held against the summary: %+v", p)
	}
}

// position are the parameters of a request about a place.
func (e *editor) position(name string, line, character int) map[string]any {
	return map[string]any{
		"textDocument": map[string]any{"uri": e.uri(name)}, "position": at{line, character},
		"context": map[string]any{"includeDeclaration": true},
	}
}

type hover struct {
	Contents struct{ Kind, Value string } `json:"contents"`
	Range    *span                        `json:"range"`
}

func TestEditorHovers(t *testing.T) {
	plain := strings.Replace(ableEditor, `"markdown", "plaintext"`, `"plaintext", "markdown"`, 1)
	for _, c := range []struct{ abilities, kind, want string }{
		{ableEditor, "markdown", "**agrees** (count-log)\n\ntext says \"three times\", the list has 3 (2 calls, 1 meeting)\n\nclaimed 3, found 3\n\ncalculation: claimed in counted, where \"three times\" \\[3,3\\], counted \\[3,3\\]\n\n- [log.md:5]("},
		{plain, "plaintext", "agrees (count-log)\ntext says \"three times\", the list has 3 (2 calls, 1 meeting)\nclaimed 3, found 3\ncalculation: claimed in counted, where \"three times\" [3,3], counted [3,3]\n- log.md:5: counted, call: 3 April 2021"},
	} {
		e := startTalks(t, c.abilities)
		var h *hover
		e.call("textDocument/hover", e.position("summary.md", 2, 45), &h)
		if h == nil || h.Contents.Kind != c.kind || !strings.Contains(h.Contents.Value, c.want) {
			t.Fatalf("hover is %+v", h)
		}
		e.call("textDocument/hover", e.position("log.md", 5, 5), &h)
		if h == nil || !strings.Contains(h.Contents.Value, "evidence on") || !strings.Contains(h.Contents.Value, "summary.md") {
			t.Errorf("hover on evidence is %+v", h)
		}
		h = nil
		e.call("textDocument/hover", e.position("summary.md", 0, 3), &h)
		if h != nil {
			t.Errorf("hover on nothing is %+v", h)
		}
	}
}

func TestEditorGoesToEvidence(t *testing.T) {
	e := startTalks(t, ableEditor)
	var to []location
	e.call("textDocument/definition", e.position("summary.md", 2, 45), &to)
	var lines []int
	for _, l := range to {
		if l.URI != e.uri("log.md") {
			t.Errorf("evidence is at %+v", l)
		}
		lines = append(lines, l.Range.Start.Line)
	}
	if len(lines) != 3 || lines[0] != 4 || lines[2] != 6 {
		t.Errorf("evidence is in lines %v", lines)
	}
	e.call("textDocument/references", e.position("log.md", 4, 20), &to)
	if len(to) == 0 {
		t.Error("no claim for an entry")
	}
	var marks []struct {
		Range span `json:"range"`
		Kind  int  `json:"kind"`
	}
	e.open("one.md", lspList)
	e.call("textDocument/documentHighlight", e.position("one.md", 2, 12), &marks)
	if len(marks) < 4 || marks[0].Kind != 3 || marks[1].Kind != 2 {
		t.Errorf("highlights are %+v", marks)
	}
}

type action struct {
	Title string `json:"title"`
	Kind  string `json:"kind"`
	Edit  struct {
		DocumentChanges []struct {
			Kind         string `json:"kind"`
			TextDocument struct {
				URI     string `json:"uri"`
				Version *int   `json:"version"`
			} `json:"textDocument"`
			Edits []struct {
				Range   span   `json:"range"`
				NewText string `json:"newText"`
			} `json:"edits"`
		} `json:"documentChanges"`
	} `json:"edit"`
	Command struct {
		Command   string            `json:"command"`
		Arguments []json.RawMessage `json:"arguments"`
	} `json:"command"`
}

func (e *editor) actions(name string, where span) []action {
	e.t.Helper()
	var all []action
	e.call("textDocument/codeAction", map[string]any{
		"textDocument": map[string]any{"uri": e.uri(name)}, "range": where, "context": map[string]any{"diagnostics": []any{}},
	}, &all)
	return all
}

func titled(all []action, start string) *action {
	for i := range all {
		if strings.HasPrefix(all[i].Title, start) {
			return &all[i]
		}
	}
	return nil
}

func TestEditorActs(t *testing.T) {
	e := startTalks(t, ableEditor)
	spoilt := strings.Replace(talksSummary, "three times", "seven times", 1)
	e.open("summary.md", spoilt)
	e.until("spoilt", "summary.md", finds("count-log"))
	all := e.actions("summary.md", span{at{2, 44}, at{2, 44}})
	replace := titled(all, `Replace "seven`)
	if replace == nil || replace.Kind != "quickfix" || len(replace.Edit.DocumentChanges) != 1 {
		t.Fatalf("actions are %+v", all)
	}
	change := replace.Edit.DocumentChanges[0]
	if change.TextDocument.Version == nil || *change.TextDocument.Version != 1 || change.TextDocument.URI != e.uri("summary.md") {
		t.Errorf("edit is of %+v", change.TextDocument)
	}
	ignore := titled(all, "Ignore count-log")
	if ignore == nil {
		t.Fatalf("actions are %+v", all)
	}
	edit := ignore.Edit.DocumentChanges[0].Edits[0]
	if edit.NewText != "<!-- concord: ignore count-log -- say why -->\n" || edit.Range != (span{at{2, 0}, at{2, 0}}) {
		t.Errorf("comment is %+v", edit)
	}
	explain := titled(all, "Explain the rule count-log")
	if explain == nil {
		t.Fatalf("actions are %+v", all)
	}
	var text string
	e.call("workspace/executeCommand", map[string]any{"command": explain.Command.Command, "arguments": explain.Command.Arguments}, &text)
	if !strings.HasPrefix(text, "count-log\n=") {
		t.Errorf("explanation is %q", text)
	}
	e.change("summary.md", 2, &edit.Range, edit.NewText)
	e.until("ignored", "summary.md", quiet)
	e.change("summary.md", 3, nil, spoilt)
	e.until("no longer ignored", "summary.md", finds("count-log"))
	e.change("summary.md", 4, &change.Edits[0].Range, change.Edits[0].NewText)
	e.until("repaired", "summary.md", quiet)
	if all := e.actions("summary.md", span{at{2, 44}, at{2, 44}}); len(all) != 0 {
		t.Errorf("actions where all is well: %+v", all)
	}
}
