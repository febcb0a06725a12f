package repair

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/bluekeyes/go-gitdiff/gitdiff"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/source/formats"
	"github.com/concordlint/concord/internal/verdict"

	"github.com/concordlint/concord/internal/fact"
)

func TestNarrow(t *testing.T) {
	for _, tt := range []struct{ old, with, was, now string }{
		{"seven times", "six times", "seven", "six"},
		{"Tuesday, 11 March 2024, at noon", "Tuesday, 11 March 2025, at noon", "2024", "2025"},
		{"Pål\nEvensen", "Paul Evenson", "Pål\nEvensen", "Paul\nEvenson"},
		{"seven\ntimes", "six times", "seven", "six"},
		{"a b c", "a b c d", "c", "c d"},
		{"b c", "a b c", "b", "a b"},
		{"a very good b", "a good b", "a very", "a"},
		{"one", "one", "", ""},
		{"one  two", "one two", "", ""},
		{"(5)", "(6)", "5", "6"},
		{"five", "", "five", ""},
		{"“Äpfel”", "“Birnen”", "Äpfel", "Birnen"},
		{"...", "....", "...", "...."},
		{"a-b", "a-c", "a-b", "a-c"},
	} {
		text := "before " + tt.old + " behind"
		at, now := narrow(text, source.Span{Start: 7, End: 7 + len(tt.old)}, tt.with)
		if was := text[at.Start:at.End]; tt.old != "..." && (was != tt.was || now != tt.now) {
			t.Errorf("%q to %q: %q to %q, want %q to %q", tt.old, tt.with, was, now, tt.was, tt.now)
		}
		if at.Len() > 0 {
			after := text[:at.Start] + now + text[at.End:]
			if got, want := strings.Join(strings.Fields(after), " "), strings.Join(strings.Fields("before "+tt.with+" behind"), " "); got != want {
				t.Errorf("%q to %q makes %q", tt.old, tt.with, got)
			}
		}
	}
}

// library is a set of files in memory with a report about them.
type library struct {
	names []string
	data  map[string]string
	docs  []*source.Document
}

func newLibrary(t *testing.T, files ...string) *library {
	t.Helper()
	l := &library{data: map[string]string{}}
	for i := 0; i < len(files); i += 2 {
		l.names = append(l.names, files[i])
		l.data[files[i]] = files[i+1]
		doc, err := formats.Read(files[i], []byte(files[i+1]))
		if err != nil {
			t.Fatal(err)
		}
		l.docs = append(l.docs, doc)
	}
	return l
}

func (l *library) set() *Set {
	return NewSet(func(f string) ([]byte, error) {
		if s, ok := l.data[f]; ok {
			return []byte(s), nil
		}
		return nil, errors.New("is not there")
	}, formats.Read)
}

// at is the place of the nth (from 0) words in the text of a document.
func (l *library) at(t *testing.T, doc int, words string) fact.Place {
	t.Helper()
	i := strings.Index(l.docs[doc].Text, words)
	if i < 0 {
		t.Fatalf("%q is not in %q", words, l.docs[doc].Text)
	}
	return fact.Place{Doc: doc, Span: source.Span{Start: i, End: i + len(words)}}
}

// says is a suggestion: in document doc, words are to become text.
type says struct {
	doc               int
	words, text, sure string
}

// finding is a conflict at the first suggestion's place, that rests on others.
type finding struct {
	rests   []says
	repairs []says
}

func (l *library) report(t *testing.T, findings ...finding) []report.Finding {
	t.Helper()
	in := report.Input{Minimum: verdict.Info, Open: func(i int) (*source.Document, []byte, error) {
		return l.docs[i], []byte(l.data[l.names[i]]), nil
	}}
	for i, name := range l.names {
		in.Documents = append(in.Documents, report.Document{File: name, Bytes: len(l.data[name]), Format: l.docs[i].Format})
	}
	for _, f := range findings {
		v := verdict.Verdict{Rule: "rule", Status: verdict.Conflicts, Severity: verdict.Error, Place: l.at(t, f.repairs[0].doc, f.repairs[0].words)}
		for _, e := range f.rests {
			v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Contradicts, Place: l.at(t, e.doc, e.words)})
		}
		for _, s := range f.repairs {
			v.Suggestions = append(v.Suggestions, verdict.Suggestion{Text: s.text, Confidence: s.sure, Place: l.at(t, s.doc, s.words)})
		}
		in.Verdicts = append(in.Verdicts, v)
	}
	r, err := report.Build(in)
	if err != nil {
		t.Fatal(err)
	}
	return r.Findings
}

func TestOptions(t *testing.T) {
	for _, tt := range []struct {
		name, file, text, words, with string
		want                          string // the file afterwards, or the reason why there is none
	}{
		{"plain", "a.md", "We need three tools.\n", "three tools", "two tools", "We need two tools.\n"},
		{"within markup", "a.md", "We need **three** tools.\n", "three tools", "two tools", "We need **two** tools.\n"},
		{"across markup", "a.md", "We need **three** tools.\n", "need three", "want two", errMarkup.Error()},
		{"half a word", "a.md", "We need th**ree** tools.\n", "three tools", "two tools", errMarkup.Error()},
		{"soft line end", "a.md", "We need Pål\nEvensen now.\n", "Pål\nEvensen", "Paul Evenson", "We need Paul\nEvenson now.\n"},
		{"line end of two signs", "a.txt", "For this we will certainly need a map of\r\nsome kind, and a good torch for each of us.\r\n", "of\nsome", "or any", "For this we will certainly need a map or\r\nany kind, and a good torch for each of us.\r\n"},
		{"line end with a sign", "a.md", "> We need Pål\n> Evensen now.\n", "Pål\nEvensen", "Paul Evenson", errMarkup.Error()},
		{"reference", "a.html", "<p>M&uuml;ller came</p>", "Müller", "Möller & Co", "<p>Möller & Co came</p>"},
		{"markup in the repair", "a.html", "<p>a b c</p>", "b", "<i>b</i>", "<p>a &lt;i&gt;b&lt;/i&gt; c</p>"},
		{"emphasis in the repair", "a.md", "We need three tools.\n", "three", "*two*", errOther.Error()},
		{"a cell", "a.csv", "name,number\ndig,3\n", "3", "4", "name,number\ndig,4\n"},
		{"a cell that would be two", "a.csv", "name,number\ndig,3\n", "3", "4,5", errOther.Error()},
		{"front matter", "a.md", "---\ntitle: Three tools\n---\n\nText.\n", "Three", "Two", "---\ntitle: Two tools\n---\n\nText.\n"},
		{"link", "a.md", "See [part 3](#part-3).\n", "part 3", "part 4", "See [part 4](#part-3).\n"},
		{"the same", "a.md", "We need three tools.\n", "three", "three", errNothing.Error()},
		{"a paragraph", "a.md", "One.\n\nTwo.\n\nThree.\n", "Two.", "", "One.\n\nThree.\n"},
		{"the last paragraph", "a.md", "One.\n\nTwo.", "Two.", "", "One.\n\n"},
		{"an item", "a.md", "- one\n- two\n", "two", "", errWhole.Error()},
	} {
		l := newLibrary(t, tt.file, tt.text)
		f := l.report(t, finding{repairs: []says{{0, tt.words, tt.with, "low"}}})
		options := l.set().Options(&f[0])
		o, got := options[0], ""
		err := o.Why
		if err == nil {
			err = o.Edit.Try()
		}
		if err != nil {
			got = err.Error()
		} else {
			got = string(o.Edit.File.With([]*Edit{o.Edit}))
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestChoose(t *testing.T) {
	const a, b = "One, two, three.\n", "Four, five, six.\n"
	for _, tt := range []struct {
		name     string
		findings []finding
		wantA    string
		left     []error
	}{
		{"one low", []finding{{repairs: []says{{0, "two", "2", "low"}}}}, "One, 2, three.\n", nil},
		{"two alike", []finding{{repairs: []says{{0, "two", "2", "low"}, {0, "two", "3", "low"}}}}, a, []error{errOpen}},
		{"the likelier", []finding{{repairs: []says{{0, "two", "2", "low"}, {0, "two", "3", "medium"}}}}, "One, 3, three.\n", nil},
		{"the same twice", []finding{{repairs: []says{{0, "two", "2", "low"}, {0, "two", "2", "low"}}}}, "One, 2, three.\n", nil},
		{"agreeing findings", []finding{{repairs: []says{{0, "two", "2", "low"}}}, {repairs: []says{{0, "two", "2", "low"}}}}, "One, 2, three.\n", nil},
		{"quarrelling findings", []finding{{repairs: []says{{0, "two", "2", "low"}}}, {repairs: []says{{0, "two", "3", "low"}}}}, a, []error{errExcluded, errExcluded}},
		{"the surer finding", []finding{{repairs: []says{{0, "two", "2", "low"}}}, {repairs: []says{{0, "two", "3", "high"}}}}, "One, 3, three.\n", []error{errTaken}},
		{"turned round", []finding{
			{rests: []says{{0, "three", "", ""}}, repairs: []says{{0, "two", "drei", "medium"}}},
			{rests: []says{{0, "two", "", ""}}, repairs: []says{{0, "three", "zwei", "medium"}}},
		}, a, []error{errExcluded, errExcluded}},
		{"side by side", []finding{
			{rests: []says{{1, "five", "", ""}}, repairs: []says{{0, "two", "2", "medium"}}},
			{rests: []says{{0, "two", "", ""}}, repairs: []says{{0, "three", "3", "medium"}}},
		}, "One, 2, 3.\n", nil},
	} {
		l := newLibrary(t, "a.md", a, "b.md", b)
		s := l.set()
		chosen := s.Choose(l.report(t, tt.findings...), false)
		got := a
		for _, edits := range ByFile(chosen.Choices) {
			got = string(edits[0].File.With(edits))
		}
		if got != tt.wantA {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.wantA)
		}
		var left []string
		for _, l := range chosen.Left {
			left = append(left, l.Why.Error())
		}
		var want []string
		for _, err := range tt.left {
			want = append(want, err.Error())
		}
		if d := cmp.Diff(want, left); d != "" {
			t.Errorf("%s: left\n%s", tt.name, d)
		}
	}
}

// Of many edits in a file the harmful ones are left out, and no other.
func TestChooseLeavesOutHarm(t *testing.T) {
	var text strings.Builder
	var findings []finding
	for i := range 40 {
		word := "w" + string(rune('a'+i/26)) + string(rune('a'+i%26))
		text.WriteString("Some " + word + " here.\n\n")
		with := strings.ToUpper(word)
		if i == 7 || i == 31 {
			with = "*" + word + "*"
		}
		findings = append(findings, finding{repairs: []says{{0, word, with, "low"}}})
	}
	l := newLibrary(t, "a.md", text.String())
	chosen := l.set().Choose(l.report(t, findings...), false)
	if len(chosen.Choices) != 38 || len(chosen.Left) != 2 {
		t.Fatalf("%d chosen and %d left, want 38 and 2", len(chosen.Choices), len(chosen.Left))
	}
	for _, l := range chosen.Left {
		if !errors.Is(l.Why, errOther) {
			t.Errorf("left because %v", l.Why)
		}
	}
}

func TestIgnore(t *testing.T) {
	const words = "concord: ignore rule -- so be it"
	for _, tt := range []struct{ name, file, text, at, want string }{
		{"paragraph", "a.md", "# H\n\nWe need three tools.\n", "three", "# H\n\n<!-- " + words + " -->\nWe need three tools.\n"},
		{"item", "a.md", "- one\n- two three\n- four\n", "three", "- one\n- two three <!-- " + words + " -->\n- four\n"},
		{"byte order mark", "a.txt", "\ufeffWe need three tools.\n", "three", "\ufeff" + words + "\nWe need three tools.\n"},
		{"html", "a.html", "<p>We need three tools.</p>", "three", "<p>We need three tools. <!-- " + words + " --></p>"},
		{"asciidoc", "a.adoc", "= T\n\nWe need three tools.\n", "three", "= T\n\n// " + words + "\nWe need three tools.\n"},
		{"line ends", "a.txt", "Hello there.\r\n\r\nWe need three tools.\r\n", "three", "Hello there.\r\n\r\n" + words + "\r\nWe need three tools.\r\n"},
		{"no comments there", "a.csv", "name,number\ndig,three\n", "three", errNoComment.Error()},
	} {
		l := newLibrary(t, tt.file, tt.text)
		f := l.report(t, finding{repairs: []says{{0, tt.at, "x", "low"}}})
		e, err := l.set().Ignore(&f[0], "so \n be it")
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = string(e.File.With([]*Edit{e}))
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A patch, applied by a program not written here, makes of the old file the
// new one.
func TestUnified(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.SampledFrom([]string{"one\n", "two\r\n", "\n", "three", "ä ö\n", "--- x\n", "+++ y\n", "@@ -1 +1 @@\n"}), 1, 30).Draw(t, "lines")
		old := strings.Join(lines, "")
		if strings.TrimSpace(old) == "" {
			t.Skip("nothing to change")
		}
		f := &File{Name: "a", Data: []byte(old)}
		var edits []*Edit
		for at := 0; at < len(old); {
			start := rapid.IntRange(at, len(old)).Draw(t, "start")
			end := min(len(old), start+rapid.IntRange(0, 9).Draw(t, "length"))
			with := rapid.SampledFrom([]string{"x", "", "y\n", "\nz", "a\r\nb"}).Draw(t, "with")
			if end > start || with != "" {
				edits = append(edits, &Edit{File: f, Span: source.Span{Start: start, End: end}, Bytes: with})
			}
			at = end + 1
		}
		if len(edits) == 0 {
			t.Skip("no edit")
		}
		want := f.With(edits)
		patch, err := Unified("a b", edits)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(want, f.Data) || patch == "" || len(want) == 0 {
			t.Skip("nothing changed, or nothing left, which is a deletion to the parser")
		}
		files, _, err := gitdiff.Parse(strings.NewReader(patch))
		if err != nil {
			t.Fatalf("%v in\n%s", err, patch)
		}
		var got bytes.Buffer
		if err := gitdiff.Apply(&got, strings.NewReader(old), files[0]); err != nil {
			t.Fatalf("%v in\n%s", err, patch)
		}
		if got.String() != string(want) {
			t.Fatalf("%q becomes %q, want %q by\n%s", old, got.String(), want, patch)
		}
	})
}

func TestQuoted(t *testing.T) {
	for name, want := range map[string]string{
		"a/b.md": "a/b.md", "a/b c.md": "a/b c.md\t", "a/é.md": "a/é.md",
		"a/\"b\".md": `"a/\"b\".md"`, "a/b\tc": `"a/b\011c"`, `a/b\c`: `"a/b\\c"`, "a/b\nc": `"a/b\012c"`,
	} {
		if got := quoted(name); got != want {
			t.Errorf("%q is quoted %q, want %q", name, got, want)
		}
	}
}
