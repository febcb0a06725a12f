package token

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"He met Lt. Gen. Smith. Then he left.", "He met Lt. Gen. Smith.|Then he left."},
		{"It was in the U.S. The talks went on.", "It was in the U.S.|The talks went on."},
		{"The U.S. Army came at 3 p.m. on Friday.", "The U.S. Army came at 3 p.m. on Friday."},
		{"One line\nand its end. Two\nlines.", "One line\nand its end.|Two\nlines."},
		{"\"No,\" he said. \"Never.\" She left.", "\"No,\" he said.|\"Never.\"|She left."},
		{"See No. 12 and Art. 5. It holds.", "See No. 12 and Art. 5.|It holds."},
		{"J. B. Miller rose.", "J. B. Miller rose."},
		{"Two ways: this. That.", "Two ways: this.|That."},
	} {
		var got []string
		Sentences(c.in, 0, len(c.in), func(s, e int) { got = append(got, c.in[s:e]) })
		if d := cmp.Diff(strings.Split(c.want, "|"), got); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}

func TestSentencesAreBounded(t *testing.T) {
	for _, unit := range []string{"word ", "é", "x", " ", "\x80"} {
		text := strings.Repeat(unit, 3*LongestSentence)
		letters := 0
		Sentences(text, 0, len(text), func(s, e int) {
			if e-s > LongestSentence {
				t.Errorf("%q: a sentence of %d bytes", unit, e-s)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[s:e]) {
				t.Errorf("%q: cut inside a character", unit)
			}
			letters += e - s - strings.Count(text[s:e], " ")
		})
		if want := len(text) - strings.Count(text, " "); letters != want {
			t.Errorf("%q: %d bytes of %d in sentences", unit, letters, want)
		}
	}
}

func TestAppend(t *testing.T) {
	in := "Then-Chancellor O’Neil's 16 calls, 1,200.5 B9."
	var got []string
	for _, k := range Append(nil, in, 0, len(in)) {
		if in[k.Start:k.End] != k.Text {
			t.Fatalf("span of %q holds %q", k.Text, in[k.Start:k.End])
		}
		got = append(got, k.Lower)
	}
	want := []string{"then", "-", "chancellor", "o'neil's", "16", "calls", ",", "1,200.5", "b9", "."}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func FuzzAppend(f *testing.F) {
	f.Add("Mr. Smith's 3.5% of 12,000 — “quoted”\u00a0text\xff")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, k := range Append(nil, s, 0, len(s)) {
			if k.Start < last || k.End > len(s) || s[k.Start:k.End] != k.Text {
				t.Fatalf("token %+v out of place", k)
			}
			last = k.End
		}
		last = 0
		Sentences(s, 0, len(s), func(a, b int) {
			if a < last || b > len(s) || a >= b {
				t.Fatalf("sentence %d-%d out of place", a, b)
			}
			last = b
		})
	})
}
