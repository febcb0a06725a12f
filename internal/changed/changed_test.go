package changed

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSpansOf turns lines into bytes.
func TestSpansOf(t *testing.T) {
	text := "one\ntwo\n\nfour\n  \nsix\rsix\r\nlast"
	for name, c := range map[string]struct {
		lines []Lines
		want  string
	}{
		"one line":           {[]Lines{{First: 2, Last: 2}}, "two\n"},
		"several":            {[]Lines{{First: 1, Last: 2}, {First: 7, Last: 7}}, "one\ntwo\n|last"},
		"a lone CR":          {[]Lines{{First: 6, Last: 6}}, "six\rsix\r\n"},
		"gap":                {[]Lines{{First: 1, Last: 2, Gap: true}}, "one\n|two\n"},
		"gap at the top":     {[]Lines{{First: 0, Last: 1, Gap: true}}, "one\n"},
		"gap at the end":     {[]Lines{{First: 7, Last: 8, Gap: true}}, "last"},
		"gap beside blanks":  {[]Lines{{First: 4, Last: 5, Gap: true}}, "four\n|six\rsix\r\n"},
		"gap between blanks": {[]Lines{{First: 3, Last: 3, Gap: true}}, "two\n|four\n"},
		"made blank":         {[]Lines{{First: 3, Last: 3}}, "two\n|\n|four\n"},
		"instead of others":  {[]Lines{{First: 2, Last: 2, Instead: true}}, "(one\n)|two\n"},
		"instead, first":     {[]Lines{{First: 1, Last: 1, Instead: true}}, "one\n|(two\n)"},
		"instead, last":      {[]Lines{{First: 7, Last: 7, Instead: true}}, "(six\rsix\r\n)|last"},
		"instead, alone":     {[]Lines{{First: 4, Last: 4, Instead: true}}, "four\n"},
		"beyond the end":     {[]Lines{{First: 70, Last: 80, Instead: true}}, ""},
		"begins blank":       {[]Lines{{First: 3, Last: 4, Instead: true}}, "(one\ntwo\n)|\nfour\n"},
	} {
		var got []string
		for _, s := range spansOf(c.lines, []byte(text)) {
			piece := text[s.Start:s.End]
			if s.Beside {
				piece = "(" + piece + ")"
			}
			got = append(got, piece)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
	if got := spansOf([]Lines{{First: 1, Last: 1}, {First: 0, Last: 1, Gap: true}}, nil); len(got) > 0 {
		t.Errorf("of nothing, %v", got)
	}
}

// TestBesideInLists: in a loose list the items next to a change are beside it, a
// paragraph next to another is not.
func TestBesideInLists(t *testing.T) {
	text := "Log\n\n- a\n\n- b\n\n- c\n\n1. x\n\n2. y\nEnd\n"
	for line, want := range map[int]string{1: "", 3: "5", 5: "3 7", 7: "5", 9: "11", 11: "9 12", 12: "11"} {
		var got []string
		for _, s := range spansOf([]Lines{{First: line, Last: line, Instead: true}}, []byte(text)) {
			if s.Beside {
				piece := strings.TrimSpace(text[s.Start:s.End])
				got = append(got, fmt.Sprint(1+strings.Count(text[:strings.Index(text, piece)], "\n")))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("line %d: %q, want %q", line, got, want)
		}
	}
}

// TestTouches holds what has something in common with bytes 10 to 20 or 30 to 40.
func TestTouches(t *testing.T) {
	spans := []Span{{Start: 10, End: 20}, {Start: 20, End: 24, Beside: true}, {Start: 30, End: 40}}
	for _, c := range []struct {
		offset, n int
		want      bool
	}{
		{0, 10, false}, {0, 11, true}, {19, 1, true}, {20, 10, false}, {20, 11, true}, {5, 50, true}, {40, 5, false},
		{15, 0, true}, {20, 0, true}, {25, 0, false}, {12, 2, true},
	} {
		if got := Touches(spans, c.offset, c.n, false); got != c.want {
			t.Errorf("%d+%d: %v", c.offset, c.n, got)
		}
	}
}

// TestBeside: lines beside a change count where they are asked for.
func TestBeside(t *testing.T) {
	spans := []Span{{Start: 10, End: 20, Beside: true}, {Start: 20, End: 30}}
	for offset, want := range map[int][2]bool{5: {false, false}, 15: {false, true}, 25: {true, true}} {
		if got := [2]bool{Touches(spans, offset, 1, false), Touches(spans, offset, 1, true)}; got != want {
			t.Errorf("%d: %v", offset, got)
		}
	}
}

func TestDistance(t *testing.T) {
	spans := []Span{{Start: 10, End: 20}, {Start: 20, End: 24, Beside: true}, {Start: 40, End: 50}}
	for offset, want := range map[int]int{0: 9, 12: 0, 22: 2, 30: 9, 36: 3, 60: 10} {
		if got := Distance(spans, offset, 1); got != want {
			t.Errorf("%d: %d, want %d", offset, got, want)
		}
	}
	if got := Distance(nil, 1, 1); got != -1 {
		t.Errorf("of no change: %d", got)
	}
}

// TestFiles reads a diff in pieces; a file with more than can be held, or with
// bytes that are no text, has changed as a whole.
func TestFiles(t *testing.T) {
	hunk := func(name, body string) string {
		return fmt.Sprintf("diff --git a/%[1]s b/%[1]s\nindex 1..2 100644\n--- a/%[1]s\n+++ b/%[1]s\n%[2]s", name, body)
	}
	long := strings.Repeat("x", mostOfFile)
	diff := "warning: what git says first\n" +
		hunk("a b.md", "@@ -1 +1 @@\n-diff --git a/x b/x\n+-- a/x\n@@ -5,2 +4,0 @@ x\n-old\n-old\n") +
		hunk("long.md", "@@ -0,0 +1 @@\n+"+long+"\n") +
		"diff --git a/bin.txt b/bin.txt\nindex 1..2 100644\nBinary files a/bin.txt and b/bin.txt differ\n" +
		hunk("odd.md", "@@ nonsense @@\n") +
		"diff --git a/gone.md b/gone.md\ndeleted file mode 100644\nindex 1..0\n--- a/gone.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n" +
		"diff --git a/old.md b/moved.md\nsimilarity index 100%\nrename from old.md\nrename to moved.md\n" +
		"* Unmerged path c.md\n" +
		hunk("c.md", "@@ -1 +1,3 @@\n-x\n+y\n+<<<<<<< ours\n+z\n\\ No newline at end of file\n")
	s := &Set{changed: map[string][]Lines{}}
	if err := s.files(strings.NewReader(diff)); err != nil {
		t.Fatal(err)
	}
	want := map[string][]Lines{
		"a b.md":   {{First: 1, Last: 1, Instead: true}, {First: 4, Last: 5, Gap: true}},
		"long.md":  nil,
		"bin.txt":  nil,
		"odd.md":   nil,
		"moved.md": {},
		"c.md":     {{First: 1, Last: 3, Instead: true}},
	}
	if diff := cmp.Diff(want, s.changed); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestSince asks a git that is there.
func TestSince(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git here")
	}
	root := t.TempDir()
	for k, v := range map[string]string{"HOME": root, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "n", "GIT_AUTHOR_EMAIL": "e", "GIT_COMMITTER_NAME": "n", "GIT_COMMITTER_EMAIL": "e"} {
		t.Setenv(k, v)
	}
	do := func(args ...string) {
		t.Helper()
		c := exec.Command("git", args...)
		c.Dir = root
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v %s", args, err, out)
		}
	}
	file := filepath.Join(root, "sub", "ü \"q\".md")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	write("one\ntwo\n")
	do("init", "-q")
	do("add", ".")
	do("commit", "-qm", "x")
	write("one\nTWO\nthree\n")
	// The first folder lies in no working copy, the second does.
	s, err := Since(context.Background(), "HEAD", t.TempDir(), []string{file, filepath.Join(root, "new.md")})
	if err != nil {
		t.Fatal(err)
	}
	spans, known := s.Spans(file, []byte("one\nTWO\nthree\n"))
	if diff := cmp.Diff([]Span{{Start: 0, End: 4, Beside: true}, {Start: 4, End: 14}}, spans); diff != "" || !known {
		t.Errorf("known %v, %s", known, diff)
	}
	if spans, known = s.Spans(filepath.Join(root, "new.md"), []byte("abc")); !known || len(spans) != 1 || spans[0].End != 3 {
		t.Errorf("of a file that git does not know: %v %v", spans, known)
	}
	if spans, known = s.Spans(filepath.Join(t.TempDir(), "out.md"), []byte("abc")); known || len(spans) != 1 {
		t.Errorf("of a file outside: %v %v", spans, known)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Since(ctx, "HEAD", root, nil); err == nil {
		t.Error("does not stop")
	}
	t.Setenv("PATH", "")
	if _, err := Since(context.Background(), "HEAD", root, nil); err == nil || !strings.Contains(err.Error(), "no git program") {
		t.Errorf("without git: %v", err)
	}
}
