package report

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"pgregory.net/rapid"

	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// The mark always stands beneath what it marks, and no line is too wide.
func TestCutFits(t *testing.T) {
	letters := rapid.SampledFrom([]rune("ab  \t.é習ｗ\u0301👩🏽\u202e\x1b"))
	part := rapid.StringOfN(letters, 0, 150, -1)
	rapid.Check(t, func(t *rapid.T) {
		e := excerpt{
			before: "a" + part.Draw(t, "before"), marked: part.Draw(t, "marked"), behind: part.Draw(t, "behind"),
			cutBefore: rapid.Bool().Draw(t, "cutBefore"), cutBehind: rapid.Bool().Draw(t, "cutBehind"),
		}
		width := rapid.IntRange(20, 120).Draw(t, "width")
		s := cut(e, width)
		if w := displaywidth.String(s.before + s.marked + s.behind); w > width {
			t.Fatalf("%d columns in %d: %+v", w, width, s)
		}
		if w := widthOf(cells(s.before)); w != s.column {
			t.Fatalf("mark at column %d, text before it takes %d", s.column, w)
		}
		if w := widthOf(cells(s.marked)); max(w, 1) != s.width {
			t.Fatalf("mark is %d wide, its text %d", s.width, w)
		}
		if strings.ContainsAny(s.before+s.marked+s.behind, "\x1b\u202e\t") {
			t.Fatalf("control characters are left in %+v", s)
		}
	})
}

func TestCut(t *testing.T) {
	for _, tt := range []struct {
		name                   string
		before, marked, behind string
		width                  int
		want                   string
		column                 int
	}{
		{"fits", "one ", "two", " three", 20, "one two three", 4},
		{"indent goes", "      one ", "two", "", 20, "one two", 4},
		{"both sides", "alpha beta gamma delta ", "MARK", " epsilon zeta eta theta", 24, "…delta MARK epsilon…", 7},
		{"left is short", "a ", "MARK", " epsilon zeta eta theta iota", 24, "a MARK epsilon zeta…", 2},
		{"right is short", "alpha beta gamma delta epsilon ", "MARK", " a", 24, "…delta epsilon MARK a", 15},
		{"long mark", "a ", strings.Repeat("m", 40), " b", 20, "…" + strings.Repeat("m", 18) + "…", 1},
		{"wide", "習近平 ", "習", " 近", 20, "習近平 習 近", 7},
	} {
		s := cut(excerpt{before: tt.before, marked: tt.marked, behind: tt.behind}, tt.width)
		if got := s.before + s.marked + s.behind; got != tt.want || s.column != tt.column {
			t.Errorf("%s: %q with the mark at %d, want %q at %d", tt.name, got, s.column, tt.want, tt.column)
		}
	}
}

// Wide and combining characters, tabs, and what must not reach a terminal.
func TestTextWide(t *testing.T) {
	s := &set{t: t}
	a := s.add("報告.txt", strings.Join([]string{
		"代表団は三回会った: 習近平 met the delegation three times.",
		"\tZelen\u0301sky and B?aszczak\tmet",
		"red \x1b[31malert\x1b[0m and \u202eturned\u202c text",
		"flag 🇺🇦 and family 👩‍👩‍👧 then MARK",
		"",
	}, "\n"))
	mark := func(words string) verdict.Verdict {
		return verdict.Verdict{
			Rule: "wide", Status: verdict.Conflicts, Severity: verdict.Warning,
			Message: "look at " + words, Place: s.at(a, words, 0), Surface: words,
		}
	}
	v := mark("Zelen\u0301sky")
	v.Evidence = []verdict.Evidence{{Role: verdict.Defines, Note: "note with \x1b[1m in it", Place: s.at(a, "met", 0)}}
	v.Claimed, v.Found, v.Differ = "Zelen\u0301sky", "Zelensky", true
	r := s.build(s.input(mark("習近平"), v, mark("[31malert"), mark("turned"), mark("MARK")))
	golden(t, "text-wide", text(t, r, Look{Width: 100}))
	golden(t, "text-wide-narrow", text(t, r, Look{Width: 1}))
	for _, c := range []string{"\x1b", "\u202e", "\t"} {
		if strings.Contains(text(t, r, Look{Width: 100}), c) {
			t.Errorf("%q reaches the terminal", c)
		}
	}
}

func TestManyPieces(t *testing.T) {
	s := &set{t: t}
	a := s.add("log.txt", "forty calls\n"+strings.Repeat("a call\n", 40))
	v := verdict.Verdict{
		Rule: "count", Status: verdict.Conflicts, Severity: verdict.Error, Message: "many",
		Place: s.at(a, "forty calls", 0), Surface: "forty calls",
	}
	for i := range 40 {
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Counted, Place: s.at(a, "a call", i)})
	}
	r := s.build(s.input(v))
	short := text(t, r, Look{Width: 80})
	if n := strings.Count(short, "a call"); n != usualEvidence {
		t.Errorf("%d places shown, want %d", n, usualEvidence)
	}
	if !strings.Contains(short, "counted (40)") || !strings.Contains(short, "… and 28 more") {
		t.Errorf("does not tell of the rest:\n%s", short)
	}
	if n := strings.Count(text(t, r, Look{Width: 80, Verbose: true}), "a call"); n != 40 {
		t.Errorf("%d places shown in the verbose form, want 40", n)
	}
}

// Evidence that is a whole entry needs no mark beneath it; its note stands
// behind it if short, below it if long.
func TestEntries(t *testing.T) {
	s := &set{t: t}
	a := s.add("log.txt", "two calls\n"+
		"12 January: the director of the port authority calls the chair of the dockers' union in the evening\n"+
		"- 19 January: a call\n"+
		"20 January: a visit of the director of the port authority to the chair of the dockers' union in hospital\n")
	v := verdict.Verdict{
		Rule: "count", Status: verdict.Conflicts, Severity: verdict.Error, Message: "two claimed, one listed",
		Place: s.at(a, "two calls", 0), Surface: "two calls",
	}
	for _, e := range [][2]string{
		{"12 January: the director of the port authority calls the chair of the dockers' union in the evening", "call"},
		{"19 January: a call", ""},
		{"19 January: a call", "a call with a note of some length that still fits"},
		{"20 January: a visit of the director of the port authority to the chair of the dockers' union in hospital",
			"a visit by the director, which is no call"},
	} {
		v.Evidence = append(v.Evidence, verdict.Evidence{Role: verdict.Counted, Note: e[1], Place: s.at(a, e[0], 0)})
	}
	golden(t, "text-entries", text(t, s.build(s.input(v)), Look{Width: 80}))
}

// The same places in other encodings: true offsets, the same lines shown.
func TestEncodings(t *testing.T) {
	const plain = "first line\nthe café met twice, or so\nlast\n"
	utf16Text := func(order int) string {
		b := []byte{0xff, 0xfe}
		if order == 1 {
			b = []byte{0xfe, 0xff}
		}
		for _, u := range utf16.Encode([]rune(plain)) {
			pair := [2]byte{byte(u), byte(u >> 8)}
			b = append(b, pair[order], pair[1-order])
		}
		return string(b)
	}
	var first string
	for _, tt := range []struct {
		name, data     string
		offset, length int
	}{
		{"plain", plain, 25, 5},
		{"mark", "\xef\xbb\xbf" + plain, 28, 5},
		{"windows", strings.ReplaceAll(plain, "\n", "\r\n"), 26, 5},
		{"old mac", strings.ReplaceAll(plain, "\n", "\r"), 25, 5},
		{"utf-16 le", utf16Text(0), 50, 10},
		{"utf-16 be", utf16Text(1), 50, 10},
	} {
		s := &set{t: t}
		a := s.add("a.txt", tt.data)
		r := s.build(s.input(verdict.Verdict{
			Rule: "x", Status: verdict.Conflicts, Severity: verdict.Error, Place: s.at(a, "twice", 0), Surface: "twice",
		}))
		l := r.Findings[0].Location
		if l.Offset != tt.offset || l.Length != tt.length || l.Line != 2 || l.Column != 14 || l.EndColumn != 19 {
			t.Errorf("%s: %+v", tt.name, l)
		}
		out := text(t, r, Look{})
		if first == "" {
			first = out
		}
		if out != first {
			t.Errorf("%s: shown as\n%s\nwant\n%s", tt.name, out, first)
		}
	}
}

// What is kept of a line does not grow with the line.
func TestExcerptOfLongLine(t *testing.T) {
	data := []byte(strings.Repeat("é x ", 1<<18) + "MARK" + strings.Repeat(" ü y", 1<<18))
	at := strings.Index(string(data), "MARK")
	e := excerpts(data, source.Span{Start: at, End: at + 4}, 1)[0]
	if e.marked != "MARK" || !e.cutBefore || !e.cutBehind {
		t.Errorf("%+v", e)
	}
	if n := len(e.before) + len(e.behind); n > 2*excerptReach {
		t.Errorf("%d bytes kept", n)
	}
	if strings.ContainsRune(e.before+e.behind, utf8.RuneError) {
		t.Error("a character was cut")
	}
}

// Any span of any bytes has excerpts, and none splits a character of valid
// text or holds a line end.
func FuzzExcerpts(f *testing.F) {
	f.Add([]byte("one\ntwo\r\nthree"), 2, 6)
	f.Add([]byte("\xff\xfeo\x00n\x00"), 3, 5)
	f.Add([]byte("\xef\xbb\xbf\xffabc"), 3, 4)
	f.Fuzz(func(t *testing.T, data []byte, start, end int) {
		if start < 0 || end < start || end > len(data) || start < len(byteOrderMark(data)) {
			return
		}
		if len(byteOrderMark(data)) == 2 && start%2+end%2 > 0 {
			return
		}
		es := excerpts(data, source.Span{Start: start, End: end}, 1)
		if len(es) == 0 || len(es) > excerptLines {
			t.Fatalf("%d lines", len(es))
		}
		for _, e := range es {
			if all := e.before + e.marked + e.behind; strings.ContainsAny(all, "\r\n") || !utf8.ValidString(all) {
				t.Fatalf("%+v", e)
			}
			s := cut(e, 60)
			if displaywidth.String(s.before+s.marked+s.behind) > 60 {
				t.Fatalf("too wide: %+v", s)
			}
		}
	})
}

func TestOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"":                  "",
		"plain":             "plain",
		" two  blanks ":     "two blanks",
		"a\n\tb\u00a0c":     "a b c",
		"caf\u00e9 o\u0301": "caf\u00e9 o\u0301",
	} {
		if got := oneLine(in); got != want {
			t.Errorf("oneLine(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDifference(t *testing.T) {
	plain, colour := newPalette(false), newPalette(true)
	for _, tt := range [][3]string{
		{"Zelensky", "Zelenskyy", "Zelensky{+y+}"},
		{"same", "same", "same"},
		{"seven", "six", "s[-even-]{+ix+}"},
		{"B?aszczak", "Błaszczak", "B[-?-]{+ł+}aszczak"},
		{"Zelen\u0301sky", "Zelensky", "Zele[-n\u0301-]{+n+}sky"},
	} {
		if got := plain.difference(tt[0], tt[1]); got != tt[2] {
			t.Errorf("difference(%q, %q) = %q, want %q", tt[0], tt[1], got, tt[2])
		}
	}
	if got := colour.difference("ab", "ac"); !strings.Contains(got, "\x1b[31;9mb") || !strings.Contains(got, "\x1b[32;4mc") {
		t.Errorf("in colour: %q", got)
	}
}

func BenchmarkText(b *testing.B) {
	s := &set{t: b}
	var lines strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&lines, "On day %d the delegates met twice, and the minutes of %d say so too.\n", i, i)
	}
	a := s.add("a.txt", lines.String())
	at, vs := 0, make([]verdict.Verdict, 0, 2000)
	for range 2000 {
		at += strings.Index(s.read[a].Text[at:], "twice")
		p := s.at(a, "twice", 0)
		p.Span = source.Span{Start: at, End: at + 5}
		at += 5
		vs = append(vs, verdict.Verdict{
			Rule: "x", Status: verdict.Conflicts, Severity: verdict.Error, Message: "m", Place: p, Surface: "twice",
			Evidence: []verdict.Evidence{{Role: verdict.Counted, Place: p}},
		})
	}
	b.ReportAllocs()
	for b.Loop() {
		r, err := Build(s.input(vs...))
		if err != nil {
			b.Fatal(err)
		}
		if err := r.WriteText(&strings.Builder{}, Look{Width: 100, Color: true}); err != nil {
			b.Fatal(err)
		}
	}
}
