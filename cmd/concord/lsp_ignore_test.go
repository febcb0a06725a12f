package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// apply makes an edit of one place in a text. It counts in UTF-8.
func apply(text string, where span, with string) string {
	offset := func(p at) int {
		off := 0
		for range p.Line {
			off += strings.IndexByte(text[off:], '\n') + 1
		}
		return off + p.Character
	}
	return text[:offset(where.Start)] + with + text[offset(where.End):]
}

// Each comment that is offered silences the finding that it is offered for, in
// whatever kind of block that stands, and makes no other.
func TestEditorIgnoresInEveryFormat(t *testing.T) {
	const slip = "The board met on Monday, 4 March 2021, in the old hall."
	around := "The first item is here for company."
	for name, text := range map[string]string{
		"paragraph.md":   "# Title\n\n" + around + "\n\n" + slip + "\nIt went on.\n",
		"start.md":       slip + "\n",
		"heading.md":     around + "\n\n## Minutes of Monday, 4 March 2021\n\n" + around + "\n",
		"item.md":        around + "\n\n- one\n- " + slip + "\n- three\n",
		"numbered.md":    "1. one\n2. " + slip + "\n   And so on.\n3. three\n",
		"nested.md":      "- one\n  - " + slip + "\n  - two\n- three\n",
		"table.md":       "| what | when |\n|---|---|\n| hall | " + slip + " |\n| shed | later |\n",
		"note.md":        around + "[^1]\n\n[^1]: " + slip + "\n",
		"crlf.md":        "# Title\r\n\r\n" + slip + "\r\n",
		"page.html":      "<html><body><h1>Title</h1>\n<p>" + slip + " <b>Really.</b></p>\n<p>" + around + "</p></body></html>\n",
		"list.html":      "<html><body><ul><li>one</li><li>" + slip + "</li><li>three</li></ul></body></html>\n",
		"table.html":     "<html><body><table><tr><td>a</td><td>" + slip + "</td></tr><tr><td>b</td><td>c</td></tr></table></body></html>\n",
		"plain.txt":      "TITLE\n\n" + slip + "\nIt went on.\n",
		"plain-item.txt": "Points:\n\n* one\n* " + slip + "\n* three\n",
		"doc.adoc":       "= Title\n\n" + slip + "\n",
		"item.adoc":      "* one\n* " + slip + "\n* three\n",
		"doc.rst":        "Title\n=====\n\n" + slip + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			e := startEditor(t, ableEditor, nil)
			e.open(name, text)
			p := e.until("spoilt", name, finds("weekday"))
			if len(p.Diagnostics) != 1 {
				t.Fatalf("found %+v", p)
			}
			a := titled(e.actions(name, p.Diagnostics[0].Range), "Ignore weekday")
			if a == nil {
				t.Fatal("ignoring is not offered")
			}
			edit := a.Edit.DocumentChanges[0].Edits[0]
			after := apply(text, edit.Range, edit.NewText)
			e.change(name, 2, nil, after)
			p = e.until("ignored", name, func(p publication) bool { return p.Version != nil && *p.Version == 2 })
			if len(p.Diagnostics) > 0 {
				t.Errorf("%s\nstill has %+v", after, p.Diagnostics)
			}
		})
	}
}

// What has no comments is not offered one.
func TestEditorOffersNoCommentInData(t *testing.T) {
	e := startEditor(t, ableEditor, nil)
	text := "what,when\nhall,\"Monday, 4 March 2021\"\nshed,\"Friday, 5 March 2021\"\n"
	e.open("days.csv", text)
	p := e.until("spoilt", "days.csv", finds("weekday"))
	all := e.actions("days.csv", p.Diagnostics[0].Range)
	if titled(all, "Ignore") != nil || titled(all, "Replace") == nil {
		t.Errorf("actions are %+v", all)
	}
}

// Two spellings are accepted by a line of the configuration.
func TestEditorAcceptsSpellings(t *testing.T) {
	text := "# Ferry\n\nCaptain Oleksandr Hrytsenko spoke first. Captain Oleksandr Hrytsenko was calm.\n\nThen Captain Oleksandr Hrytsenco left. The crew thanked Captain Oleksandr Hrytsenko.\n"
	for was, want := range map[string]string{
		"":                                       "accept:\n  - [\"Hrytsenco\", \"Hrytsenko\"]\n",
		"# ours\nfail-on: error":                 "# ours\nfail-on: error\naccept:\n  - [\"Hrytsenco\", \"Hrytsenko\"]\n",
		"accept:\n    - [a, b] # old\njobs: 1\n": "accept:\n    - [\"Hrytsenco\", \"Hrytsenko\"]\n    - [a, b] # old\njobs: 1\n",
		"accept: [[a, b]]\n":                     "",
	} {
		e := startEditor(t, ableEditor, nil)
		if was != "" {
			e.saved(".concord.yml", was)
		}
		e.open("a.md", text)
		p := e.until("two spellings", "a.md", finds("name-variant"))
		a := titled(e.actions("a.md", p.Diagnostics[0].Range), "Accept both")
		if want == "" {
			if a != nil {
				t.Errorf("%q: offered %+v", was, a)
			}
			continue
		}
		if a == nil {
			t.Fatalf("not offered for %+v", p.Diagnostics)
		}
		changes := a.Edit.DocumentChanges
		if created := changes[0].Kind == "create"; created != (was == "") {
			t.Errorf("%q: %+v", was, changes)
		}
		last := changes[len(changes)-1]
		if last.TextDocument.URI != e.uri(".concord.yml") || last.TextDocument.Version != nil {
			t.Errorf("%q: edits %+v", was, last.TextDocument)
		}
		got := apply(was, last.Edits[0].Range, last.Edits[0].NewText)
		if got != want {
			t.Errorf("%q becomes %q", was, got)
		}
		if _, err := os.Stat(filepath.Join(e.dir, ".concord.yml")); was == "" && err == nil {
			t.Error("the server writes the file itself")
		}
		e.saved(".concord.yml", got)
		e.until("accepted", "a.md", quiet)
	}
}

// A comment with a slip is marked where it stands.
func TestEditorShowsCommentsThatAreNotUnderstood(t *testing.T) {
	e := startEditor(t, ableEditor, nil)
	text := "# Title\n\n<!-- concord: ignore weekdy -->\nThe board met on Monday, 4 March 2021.\n"
	e.open("a.md", text)
	p := e.until("a rule that is not there", "a.md", finds("suppression"))
	if len(p.Diagnostics) != 2 || p.Diagnostics[0].Range.Start.Line+p.Diagnostics[1].Range.Start.Line != 5 {
		t.Errorf("found %+v", p)
	}
	if titled(e.actions("a.md", span{at{2, 5}, at{2, 5}}), "Ignore") != nil {
		t.Error("a comment is offered for a comment")
	}
	e.change("a.md", 2, nil, strings.Replace(text, "weekdy", "weekday", 1))
	e.until("mended", "a.md", quiet)
}
