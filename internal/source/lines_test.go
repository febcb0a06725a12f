package source

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestLines(t *testing.T) {
	data := "\ufeffab\r\né\xffz\rx\n\nlast"
	l := NewLines([]byte(data))
	for _, c := range []struct {
		at           string // the position is where this begins
		line, column int
	}{
		{"\ufeff", 1, 1}, {"ab", 1, 1}, {"b\r", 1, 2}, {"\r\n", 1, 3}, {"é", 2, 1}, {"\xffz", 2, 2}, {"z", 2, 3},
		{"x", 3, 1}, {"\nlast", 4, 1}, {"last", 5, 1}, {"t", 5, 4},
	} {
		if line, column := l.Position(strings.Index(data, c.at)); line != c.line || column != c.column {
			t.Errorf("%q at %d:%d, want %d:%d", c.at, line, column, c.line, c.column)
		}
	}
	if line, column := l.Position(len(data) + 9); line != 5 || column != 5 {
		t.Errorf("end at %d:%d", line, column)
	}
	for i, want := range []string{"", "ab", "é\ufffdz", "x", "", "last", ""} {
		if got := l.Text(i); got != want {
			t.Errorf("line %d is %q, want %q", i, got, want)
		}
	}
	if l.Count() != 5 {
		t.Errorf("%d lines", l.Count())
	}
}

func TestLines16(t *testing.T) {
	data := in16("ab\r\né\U0001f600z", true)
	l := NewLines(data)
	if line, column := l.Position(len(data) - 2); line != 2 || column != 3 {
		t.Errorf("z at %d:%d", line, column)
	}
	if l.Text(1) != "ab" || l.Text(2) != "é\U0001f600z" || l.Count() != 2 {
		t.Errorf("%q, %q of %d", l.Text(1), l.Text(2), l.Count())
	}
}

func TestLinesOfLongLine(t *testing.T) {
	data := []byte(strings.Repeat("é\xff", 30_000))
	l := NewLines(data)
	for _, n := range []int{0, 1, 2_730, 4_095, 4_096, 4_097, 59_999} {
		off := n/2*3 + n%2*2
		if line, column := l.Position(off); line != 1 || column != n+1 {
			t.Errorf("character %d at %d:%d", n, line, column)
		}
	}
}

// checkLines checks positions against a plain count over the decoded text.
func checkLines(t rapid.TB, data []byte) {
	l := NewLines(data)
	d := Decode(data)
	line, column := 1, 1
	for i, r := range string(d.Text) {
		if gotLine, gotColumn := l.Position(d.Origin.FileOffset(i)); gotLine != line || gotColumn != column {
			t.Fatalf("character %d of %q at %d:%d, want %d:%d", i, data, gotLine, gotColumn, line, column)
		}
		if column++; r == '\n' {
			line, column = line+1, 1
		}
	}
	if l.Count() != line {
		t.Fatalf("%d lines, want %d", l.Count(), line)
	}
	for i, text := range strings.Split(string(d.Text), "\n") {
		if got := l.Text(i + 1); got != text {
			t.Fatalf("line %d is %q, want %q", i+1, got, text)
		}
	}
}

func TestLinesAgreeWithDecode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.SampledFrom([]string{"a", "é", "\n", "\r", "\r\n", "\xff", "\xe2\x82", "\ufeff", "\U0001f600"})).Draw(t, "parts")
		text := strings.Join(parts, "")
		checkLines(t, []byte(text))
		checkLines(t, in16(strings.ToValidUTF8(text, "?"), true))
	})
}
