package main

import (
	"testing"
)

// A summary says how often, a log in another file shows it.
const (
	lspSummary = "# Harbour notes\n\n12 March 2021\n\nMayor Ida Holm of Port Ellis met Director Tom Hale of the harbour board three times in March 2021.\n"
	lspList    = "# Reasons\n\nThere are four reasons:\n\n- the price of coal,\n- the depth of the channel,\n- the weather of the year.\n"
)

func TestEditorSeesDiagnosticsComeAndGo(t *testing.T) {
	e := startEditor(t, ableEditor, map[string]string{"reasons.md": lspList, "notes.md": lspSummary})
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
