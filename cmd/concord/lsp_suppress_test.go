package main

import "testing"

// TestEditorHeedsComments: a comment silences a finding in the editor as it does
// on the command line.
func TestEditorHeedsComments(t *testing.T) {
	e := startEditor(t, ableEditor, map[string]string{"reasons.md": lspList})
	e.until("a file that is not open", "reasons.md", finds("count-list"))
	e.open("reasons.md", lspList)
	e.change("reasons.md", 2, &span{at{2, 0}, at{2, 0}}, "<!-- concord: ignore count-list -- one is secret -->\n")
	e.until("silenced", "reasons.md", quiet)
	e.change("reasons.md", 3, &span{at{2, 0}, at{3, 0}}, "")
	e.until("the comment is gone", "reasons.md", finds("count-list"))
	if status := e.quit(); status != 0 {
		t.Errorf("status is %d", status)
	}
}
