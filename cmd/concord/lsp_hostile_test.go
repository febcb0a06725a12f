package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// raw sends bytes as they are and waits for the answer without an id.
func (e *editor) raw(body string) message {
	e.t.Helper()
	c := make(chan message, 1)
	e.mu.Lock()
	e.answers[0] = c
	e.mu.Unlock()
	e.send([]byte(body))
	return e.answer(c, body)
}

func TestServerAnswersWhatItDoesNotUnderstand(t *testing.T) {
	e := launch(t)
	if m := e.ask("textDocument/hover", map[string]any{}); m.Error == nil || m.Error.Code != -32002 {
		t.Errorf("before initialize: %+v", m)
	}
	for body, code := range map[string]int{
		`{"jsonrpc":"2.0","id":`: -32700, `[]`: 0, `"words"`: 0, `{}`: 0, `{"jsonrpc":"1.0","id":77,"method":"x"}`: 0,
	} {
		if m := e.raw(body); m.Error == nil || code != 0 && m.Error.Code != code {
			t.Errorf("%s: %+v", body, m.Error)
		}
	}
	e.call("initialize", map[string]any{"processId": nil, "rootUri": nil, "capabilities": map[string]any{}}, nil)
	for _, c := range []struct {
		method string
		params any
		code   int
	}{
		{"initialize", map[string]any{"processId": nil, "rootUri": nil, "capabilities": map[string]any{}}, -32600},
		{"textDocument/rename", map[string]any{"textDocument": map[string]any{"uri": "file:///a.md"}, "position": at{}, "newName": "b"}, -32601},
		{"no/method", nil, -32601},
		{"$/noMethod", nil, -32601},
		{"textDocument/hover", []any{1, 2}, -32602},
		{"textDocument/hover", map[string]any{"textDocument": 7}, -32602},
		{"workspace/executeCommand", map[string]any{"command": "rm"}, -32602},
		{"workspace/executeCommand", map[string]any{"command": "concord.explain"}, -32602},
		{"workspace/executeCommand", map[string]any{"command": "concord.explain", "arguments": []any{"no-rule"}}, -32602},
	} {
		if m := e.ask(c.method, c.params); m.Error == nil || m.Error.Code != c.code || m.Error.Message == "" {
			t.Errorf("%s %v: %+v, want %d", c.method, c.params, m.Error, c.code)
		}
	}
	// Notifications that make no sense are passed over.
	e.notify("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": "file:///never-opened.md", "version": 1}, "contentChanges": []any{}})
	e.notify("textDocument/didOpen", "what")
	e.notify("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": "file:///never-opened.md"}})
	e.notify("$/cancelRequest", map[string]any{"id": 400})
	e.notify("$/cancelRequest", "what")
	if m := e.ask("textDocument/hover", e.position("nowhere.md", 90000, 90000)); m.Error != nil || string(m.Result) != "null" {
		t.Errorf("hover over an unknown document: %+v", m)
	}
	e.call("shutdown", nil, nil)
	if m := e.ask("textDocument/hover", e.position("a.md", 0, 0)); m.Error == nil || m.Error.Code != -32600 {
		t.Errorf("after shutdown: %+v", m)
	}
	e.notify("exit", nil)
	if status := <-e.done; status != 0 {
		t.Errorf("status %d", status)
	}
}

func TestServerEndsWithTheStatusOfTheProtocol(t *testing.T) {
	e := startTalks(t, ableEditor)
	e.notify("exit", nil)
	if status := <-e.done; status != 1 {
		t.Errorf("status %d without shutdown", status)
	}
	e = startTalks(t, ableEditor)
	e.out.Close()
	if status := <-e.done; status != 1 {
		t.Errorf("status %d where the editor is gone", status)
	}
	e = startTalks(t, ableEditor)
	_, _ = e.out.Write([]byte("Content-Length: much\r\n\r\n"))
	if status := <-e.done; status == 0 {
		t.Errorf("status %d for what is no header", status)
	}
}

func TestServerReadsAllKindsOfFile(t *testing.T) {
	wide := []byte{0xff, 0xfe}
	for _, r := range "There are four \U0001F4DE reasons:\r\n\r\n- coal,\r\n- depth,\r\n- weather.\r\n" {
		if r > 0xffff {
			wide = append(wide, 0x3d, 0xd8, 0xde, 0xdc)
			continue
		}
		wide = append(wide, byte(r), byte(r>>8))
	}
	files := map[string]string{
		"latin.txt":  "caf\xe9\n\nThere are four reasons:\n\n- coal,\n- depth,\n- weather.\n",
		"marked.md":  "\xef\xbb\xbf" + lspList,
		"wide.txt":   string(wide),
		"binary.md":  "\x00\x01\x02\x00",
		"empty.md":   "",
		"long.md":    strings.Repeat("The harbour board has met three times. ", 100_000),
		"lines.txt":  strings.Repeat("a\r", 200_000),
		"a b+c%d.md": lspList,
	}
	e := startEditor(t, ableEditor, files)
	if p := e.until("a name with signs", "a b+c%d.md", finds("count-list")); !strings.Contains(p.URI, "a%20b") {
		t.Errorf("uri is %s", p.URI)
	}
	if p := e.until("a byte order mark", "marked.md", finds("count-list")); p.Diagnostics[0].Range.Start.Line != 2 {
		t.Errorf("%+v", p)
	}
	e.until("invalid bytes", "latin.txt", finds("count-list"))
	for _, name := range []string{"binary.md", "empty.md", "long.md", "lines.txt", "wide.txt"} {
		e.open(name, "")
		e.call("textDocument/hover", e.position(name, 3, 2), nil)
		e.change(name, 2, &span{at{900, 900}, at{1, 1}}, files["latin.txt"][:4])
		e.call("textDocument/codeAction", map[string]any{
			"textDocument": map[string]any{"uri": e.uri(name)}, "range": span{at{0, 0}, at{1 << 30, 1 << 30}}, "context": map[string]any{"diagnostics": []any{}},
		}, nil)
	}
	if err := os.RemoveAll(filepath.Join(e.dir, "marked.md")); err != nil {
		t.Fatal(err)
	}
	// It is gone, and nobody has said so: what was found of it can't be shown.
	e.call("textDocument/definition", e.position("marked.md", 2, 12), nil)
	e.notify("workspace/didChangeWatchedFiles", map[string]any{"changes": []any{map[string]any{"uri": e.uri("marked.md"), "type": 3}}})
	e.until("deleted", "marked.md", quiet)
	if status := e.quit(); status != 0 {
		t.Errorf("status %d", status)
	}
}

func TestServerCountsAsTheEditorDoes(t *testing.T) {
	text := "# Æsop \U0001F4DE\n\n\U0001F4DE There are four reasons:\n\n- coal,\n- depth,\n- weather.\n"
	for _, c := range []struct {
		encodings string
		start     int
	}{{`["utf-8"]`, 15}, {`["utf-16"]`, 13}} {
		abilities := strings.Replace(ableEditor, `["utf-8", "utf-16"]`, c.encodings, 1)
		e := startEditor(t, abilities, nil)
		e.open("a.md", text)
		p := e.until("wide characters", "a.md", finds("count-list"))
		if got := p.Diagnostics[0].Range.Start; got != (at{2, c.start}) {
			t.Errorf("%s: starts at %+v", c.encodings, got)
		}
		d := p.Diagnostics[0].Range
		e.change("a.md", 2, &span{d.Start, at{2, d.Start.Character + 4}}, "three")
		e.until("mended behind wide characters", "a.md", quiet)
	}
}

func TestServerTakesDocumentsThatAreNowhere(t *testing.T) {
	e := startTalks(t, ableEditor)
	e.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": "untitled:Untitled-1", "languageId": "markdown", "version": 1, "text": lspList,
	}})
	var h *hover
	e.call("textDocument/hover", map[string]any{"textDocument": map[string]any{"uri": "untitled:Untitled-1"}, "position": at{2, 12}}, &h)
	if h == nil || !strings.Contains(h.Contents.Value, "conflicts") {
		t.Errorf("hover is %+v", h)
	}
	// A file outside of the workspace is a set by itself.
	other := filepath.Join(t.TempDir(), "else.md")
	if err := os.WriteFile(other, []byte(talksSummary), 0o644); err != nil {
		t.Fatal(err)
	}
	e.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": "file://" + other, "languageId": "markdown", "version": 1, "text": strings.Replace(talksSummary, "three", "nine", 1),
	}})
	h = nil
	e.call("textDocument/hover", map[string]any{"textDocument": map[string]any{"uri": "file://" + other}, "position": at{2, 42}}, &h)
	if h != nil && strings.Contains(h.Contents.Value, "conflicts") {
		t.Errorf("hover is %+v", h)
	}
	// A new file that is not saved yet belongs to the folder.
	e.open("new.md", strings.Replace(talksSummary, "three", "nine", 1))
	e.until("not saved yet", "new.md", finds("count-log"))
}

func TestServerTellsWhatItDoesIfAsked(t *testing.T) {
	e := startTalks(t, ableEditor)
	e.call("textDocument/hover", e.position("summary.md", 2, 43), nil)
	e.notify("$/setTrace", map[string]any{"value": "verbose"})
	e.open("summary.md", talksSummary)
	e.change("summary.md", 2, nil, talksSummary+"\n")
	e.call("textDocument/hover", e.position("summary.md", 2, 43), nil)
	e.mu.Lock()
	defer e.mu.Unlock()
	if all := strings.Join(e.logged, "\n"); !strings.Contains(all, "1 read") {
		t.Errorf("log is %s", all)
	}
}

func TestServerAnswersEditorsThatAsk(t *testing.T) {
	e := launch(t)
	e.write("reasons.md", lspList)
	var r struct {
		Capabilities struct {
			Provider json.RawMessage `json:"diagnosticProvider"`
		} `json:"capabilities"`
	}
	e.call("initialize", map[string]any{
		"processId": nil, "rootUri": nil, "rootPath": e.dir, "capabilities": json.RawMessage(ableEditor),
		"initializationOptions": map[string]any{"diagnostics": "pull"},
	}, &r)
	if len(r.Capabilities.Provider) == 0 {
		t.Error("no provider of diagnostics")
	}
	e.open("reasons.md", lspList)
	type report struct {
		Kind     string `json:"kind"`
		ResultID string `json:"resultId"`
		Items    []any  `json:"items"`
	}
	var first, second report
	ask := map[string]any{"textDocument": map[string]any{"uri": e.uri("reasons.md")}}
	e.call("textDocument/diagnostic", ask, &first)
	if first.Kind != "full" || len(first.Items) != 1 {
		t.Errorf("report is %+v", first)
	}
	ask["previousResultId"] = first.ResultID
	e.call("textDocument/diagnostic", ask, &second)
	if second.Kind != "unchanged" {
		t.Errorf("second report is %+v", second)
	}
}

// A quick typist who asks all the while ends with the outcome of the last
// version, and every request is answered.
func TestServerKeepsUpWithTyping(t *testing.T) {
	e := startTalks(t, ableEditor)
	e.open("log.md", talksLog)
	e.open("summary.md", talksSummary)
	const twentieth = "- 20 April 2021: Deputy Foreign Minister Elin Vass calls Foreign Minister Jonas Brandt\n"
	version := 1
	for range 60 {
		e.change("log.md", version+1, &third, "")
		e.mu.Lock()
		e.next++
		id := e.next
		c := make(chan message, 1)
		e.answers[id] = c
		e.mu.Unlock()
		e.send(encode(t, map[string]any{"jsonrpc": "2.0", "id": id, "method": "textDocument/hover", "params": e.position("summary.md", 2, 43)}))
		if version%3 == 0 {
			e.notify("$/cancelRequest", map[string]any{"id": id})
		}
		e.change("log.md", version+2, &span{third.Start, third.Start}, twentieth)
		version += 2
		if m := e.answer(c, "hover"); m.Error != nil && m.Error.Code != -32800 {
			t.Fatalf("%+v", m.Error)
		}
	}
	e.change("log.md", version+1, &third, "")
	e.until("an entry less", "summary.md", finds("count-log"))
	e.change("log.md", version+2, &span{third.Start, third.Start}, twentieth)
	e.until("as it was", "summary.md", quiet)
	if status := e.quit(); status != 0 {
		t.Errorf("status %d", status)
	}
}

// Requests may have ids that are strings, and be called off by them.
func TestServerTakesAnyId(t *testing.T) {
	e := startTalks(t, ableEditor)
	c := make(chan message, 1)
	e.mu.Lock()
	e.answers[0] = c
	e.mu.Unlock()
	body := encode(t, map[string]any{"jsonrpc": "2.0", "id": "a\"b", "method": "textDocument/hover", "params": e.position("summary.md", 2, 43)})
	e.send(body)
	if m := e.answer(c, "hover"); string(m.ID) != `"a\"b"` || m.Error != nil {
		t.Errorf("answer is %+v", m)
	}
}
