package baseline_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/baseline"
)

// calls is a finding as a run finds it.
func calls() baseline.Entry {
	return baseline.Entry{
		Rule: "count-log", File: "a.md", Text: "seven calls", Claimed: "7", Found: "6", Severity: "warning", Fingerprint: "f",
		Before:   "Over the winter the director, who had taken office in the autumn, made",
		Behind:   "to the mayors of the valley, as the log below shows in full. The first of",
		Evidence: []string{"3 May: call with Anna", "4 May: call with Bert", "5 May: call with Carl"},
	}
}

func everything(files ...string) baseline.Looked {
	yes := func(string) bool { return true }
	return baseline.Looked{Files: files, Rule: yes, Severity: yes}
}

// accepted is a baseline in folder that has findings.
func accepted(t *testing.T, folder string, found ...baseline.Entry) *baseline.File {
	t.Helper()
	t.Chdir(folder)
	f := baseline.New(baseline.DefaultName)
	after, news := f.Accept(f.Match(found, everything()))
	if news != len(found) {
		t.Fatalf("%d new", news)
	}
	if err := after.Write(baseline.DefaultName); err != nil {
		t.Fatal(err)
	}
	read, err := baseline.Read(baseline.DefaultName)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// TestSame edits one finding at a time, and holds which of the outcomes is
// still the one that was accepted.
func TestSame(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(e *baseline.Entry)
		want bool
	}{
		"nothing":              {func(*baseline.Entry) {}, true},
		"fingerprint":          {func(e *baseline.Entry) { e.Fingerprint = "g" }, true},
		"severity":             {func(e *baseline.Entry) { e.Severity = "error" }, true},
		"text around it":       {func(e *baseline.Entry) { e.Before, e.Behind = "Quite another text", "stands here" }, true},
		"word in the claim":    {func(e *baseline.Entry) { e.Text = "seven separate calls" }, true},
		"case of the claim":    {func(e *baseline.Entry) { e.Text = "Seven calls" }, true},
		"an entry reworded":    {func(e *baseline.Entry) { e.Evidence[1] = "4 May: long call with Bert" }, true},
		"an entry redone":      {func(e *baseline.Entry) { e.Evidence[1] = "He talked to somebody else" }, true},
		"order of entries":     {func(e *baseline.Entry) { e.Evidence[0], e.Evidence[2] = e.Evidence[2], e.Evidence[0] }, true},
		"claim and entry":      {func(e *baseline.Entry) { e.Text, e.Evidence[1] = "seven long calls", "4 May: call to Bert" }, true},
		"sentence before it":   {func(e *baseline.Entry) { e.Text, e.Before = "seven long calls", "It had snowed. "+e.Before[14:] }, true},
		"another number":       {func(e *baseline.Entry) { e.Text, e.Claimed = "eight calls", "8" }, false},
		"values put otherwise": {func(e *baseline.Entry) { e.Found = "six or so" }, true},
		"another count":        {func(e *baseline.Entry) { e.Found, e.Evidence = "5", e.Evidence[:2] }, false},
		"another rule":         {func(e *baseline.Entry) { e.Rule = "count-list" }, false},
		"another list":         {func(e *baseline.Entry) { e.Evidence = []string{"Oslo", "Bergen", "Voss"} }, false},
		"another claim":        {func(e *baseline.Entry) { e.Text = "7 visits to towns" }, false},
		"reworded, moved":      {func(e *baseline.Entry) { e.Text, e.Before, e.Behind = "seven long calls", "Other", "text" }, false},
		"entry redone, moved":  {func(e *baseline.Entry) { e.Evidence[1], e.Before, e.Behind = "He did.", "Other words", "in here" }, false},
		"another file":         {func(e *baseline.Entry) { e.File = "b.md" }, false},
		"another file, edited": {func(e *baseline.Entry) { e.File, e.Text = "b.md", "seven long calls" }, false},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			if err := os.WriteFile(filepath.Join(folder, "a.md"), nil, 0o600); err != nil {
				t.Fatal(err)
			}
			f := accepted(t, folder, calls())
			now := calls()
			c.edit(&now)
			m := f.Match([]baseline.Entry{now}, everything("a.md", "b.md"))
			if got := m.Entry[0] == 0; got != c.want || (len(m.Gone) == 0) != c.want {
				t.Errorf("the same: %v; gone %v", got, m.Gone)
			}
			// It is in the baseline that is written next as it reads now.
			if after := f.Shrink(m); c.want && (len(after.Entries) != 1 || after.Entries[0].Text != now.Text) || !c.want && len(after.Entries) != 0 {
				t.Errorf("after an update: %+v", after.Entries)
			}
			if after, news := f.Accept(m); len(after.Entries) != 1 || (news == 0) != c.want {
				t.Errorf("accepted anew: %+v", after.Entries)
			}
		})
	}
}

// TestRenamed holds that a document is another's new name only if that is gone.
func TestRenamed(t *testing.T) {
	folder := t.TempDir()
	f := accepted(t, folder, calls())
	now := calls()
	now.File = "sub/b.md"
	if m := f.Match([]baseline.Entry{now}, everything("sub/b.md")); m.Entry[0] != 0 {
		t.Error("a renamed document is not known")
	}
	edited := now
	edited.Text = "seven long calls"
	if m := f.Match([]baseline.Entry{edited}, everything("sub/b.md")); m.Entry[0] == 0 {
		t.Error("renamed and edited is too much")
	}
	if err := os.WriteFile(filepath.Join(folder, "a.md"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if m := f.Match([]baseline.Entry{now}, everything("sub/b.md")); m.Entry[0] == 0 || len(m.Gone) > 0 {
		t.Error("the old one is still there, if not in the set")
	}
}

// TestAlike holds that each entry stands for one finding, and the text around
// it tells which.
func TestAlike(t *testing.T) {
	one, two, three := calls(), calls(), calls()
	two.Before, three.Before = "In the second part of the report there are", "And at last"
	f := accepted(t, t.TempDir(), one, three)
	m := f.Match([]baseline.Entry{one, two, three}, everything("a.md"))
	if m.Entry[0] < 0 || m.Entry[1] >= 0 || m.Entry[2] < 0 || len(m.Gone) > 0 {
		t.Errorf("%v, gone %v", m.Entry, m.Gone)
	}
	// Two that were both edited so that either could be the one accepted.
	f = accepted(t, t.TempDir(), one)
	a, b := one, one
	a.Text, b.Text = "seven long calls", "seven loud calls"
	m = f.Match([]baseline.Entry{a, b}, everything("a.md"))
	if m.Entry[0] >= 0 || m.Entry[1] >= 0 {
		t.Errorf("in doubt, %v", m.Entry)
	}
}

// TestNotLookedAt holds that an entry is mended only if the run would have
// found it.
func TestNotLookedAt(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.md"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	f := accepted(t, folder, calls())
	no := func(string) bool { return false }
	for name, c := range map[string]struct {
		looked baseline.Looked
		gone   int
	}{
		"all":               {everything("a.md"), 1},
		"another document":  {everything("b.md"), 0},
		"without the rule":  {baseline.Looked{Files: []string{"a.md"}, Rule: no, Severity: everything().Severity}, 0},
		"errors only":       {baseline.Looked{Files: []string{"a.md"}, Rule: everything().Rule, Severity: no}, 0},
		"by its whole name": {everything(filepath.ToSlash(filepath.Join(folder, "a.md"))), 1},
	} {
		m := f.Match(nil, c.looked)
		if len(m.Gone) != c.gone || len(f.Shrink(m).Entries) != 1-c.gone {
			t.Errorf("%s: gone %v", name, m.Gone)
		}
	}
	if err := os.Remove("a.md"); err != nil {
		t.Fatal(err)
	}
	if m := f.Match(nil, everything("b.md")); len(m.Gone) != 1 {
		t.Error("a document that is no more has its entries kept")
	}
}

// TestFile holds that what is written is read again, sorted, whatever the order
// of the findings; that reasons stay; and that nothing is lost of long ones.
func TestFile(t *testing.T) {
	folder := t.TempDir()
	long := calls()
	long.Text = strings.Repeat("ö", 500)
	for i := range 100 {
		long.Evidence = append(long.Evidence, fmt.Sprintf("%d %s", i, strings.Repeat("word ", 60)))
	}
	other := calls()
	other.File, other.Text = "sub/ä b.md", "<two> & \"three\""
	f := accepted(t, folder, long, other, calls())
	first, err := os.ReadFile(baseline.DefaultName)
	if err != nil {
		t.Fatal(err)
	}
	if len(first) > 12_000 || !strings.Contains(string(first), `"<two> & \"three\""`) {
		t.Errorf("%d bytes\n%.300s", len(first), first)
	}
	again := accepted(t, folder, calls(), long, other)
	second, err := os.ReadFile(baseline.DefaultName)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(first), string(second)); diff != "" {
		t.Errorf("another order: -first +second\n%s", diff)
	}
	if diff := cmp.Diff(f.Entries, again.Entries); diff != "" {
		t.Error(diff)
	}
	f.Entries[0].Reason = "known since May"
	m := f.Match([]baseline.Entry{long, other, calls()}, everything("a.md", "sub/ä b.md"))
	after, news := f.Accept(m)
	if news != 0 || len(after.Entries) != 3 || after.Entries[0].Reason != "known since May" {
		t.Errorf("%d new, %+v", news, after.Entries)
	}
	changed := long
	changed.Evidence = append(append([]string{}, long.Evidence[:102]...), "something else")
	if m := f.Match([]baseline.Entry{changed}, everything()); m.Entry[0] < 0 {
		t.Error("one of a hundred pieces of evidence is too much")
	}
}

// TestWrite keeps the mode and follows links.
func TestWrite(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("real.json", []byte(`{"schema":"concord.baseline/1"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.json", "link.json"); err != nil {
		t.Skip(err)
	}
	f, err := baseline.Read("link.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Write("link.json"); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat("link.json")
	if err != nil || info.Mode().Type() != os.ModeSymlink {
		t.Errorf("the link is gone: %v", err)
	}
	info, err = os.Stat("real.json")
	if err != nil || info.Mode().Perm() != 0o600 || info.Size() < 40 {
		t.Errorf("%v, %v", info, err)
	}
	left, err := os.ReadDir(".")
	if err != nil || len(left) != 2 {
		t.Errorf("%v is left behind", left)
	}
}

// TestManyLeft holds that thousands of entries and findings that do not fit
// cost what they may, and fit nothing by chance.
func TestManyLeft(t *testing.T) {
	t.Chdir(t.TempDir())
	var old, now []baseline.Entry
	for i := range 3000 {
		e := calls()
		e.Text, e.Before = fmt.Sprintf("seven calls (%d)", i*7919%10007), fmt.Sprintf("%x", sha256.Sum256([]byte(fmt.Sprint(i))))
		if i%2 == 0 {
			old = append(old, e)
		} else {
			now = append(now, e)
		}
	}
	f := baseline.New(baseline.DefaultName)
	f, _ = f.Accept(f.Match(old, everything()))
	begin := time.Now()
	m := f.Match(now, everything("a.md"))
	if took := time.Since(begin); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
	if n := len(m.Gone); n != len(old) {
		t.Errorf("%d of %d are taken for others", len(old)-n, len(old))
	}
}
