package source

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// in16 is text in UTF-16 with a byte order mark.
func in16(text string, big bool) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + text)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		invalid        int
	}{
		{"nothing", "", "", 0},
		{"plain", "a\nb", "a\nb", 0},
		{"mark", "\ufeffa", "a", 0},
		{"mark alone", "\ufeff", "", 0},
		{"second mark stays", "\ufeff\ufeffa", "\ufeffa", 0},
		{"CR LF", "a\r\nb\r\n", "a\nb\n", 0},
		{"lone CR", "a\rb\r\rc", "a\nb\n\nc", 0},
		{"CR CR LF", "a\r\r\nb", "a\n\nb", 0},
		{"CR at the end", "a\r", "a\n", 0},
		{"invalid bytes", "caf\xe9 \xff\xfe!", "caf\ufffd \ufffd\ufffd!", 3},
		{"cut character", "a\xe2\x82", "a\ufffd\ufffd", 2},
		{"surrogate in UTF-8", "\xed\xa0\x80", "\ufffd\ufffd\ufffd", 3},
		{"a true U+FFFD", "a\ufffdb", "a\ufffdb", 0},
		{"little endian", string(in16("Bydén\r\n\U0001f600", false)), "Bydén\n\U0001f600", 0},
		{"big endian", string(in16("Bydén\rx", true)), "Bydén\nx", 0},
		{"odd byte", string(in16("a", true)) + "b", "a\ufffd", 1},
		{"half a pair", "\xff\xfe\x00\xd8a\x00", "\ufffda", 1},
	} {
		d := Decode([]byte(c.in))
		if string(d.Text) != c.want || d.Invalid != c.invalid {
			t.Errorf("%s: %q with %d invalid, want %q with %d", c.name, d.Text, d.Invalid, c.want, c.invalid)
		}
		if (len(d.Notes("x")) > 0) != (c.invalid > 0) {
			t.Errorf("%s: notes %v", c.name, d.Notes("x"))
		}
	}
}

func TestDecodeCopiesNothing(t *testing.T) {
	data := []byte("\ufeffnothing to mend\n")
	if d := Decode(data); &d.Text[0] != &data[3] {
		t.Error("text was copied")
	}
}

// checkDecode checks that each character of the text leads to the bytes it
// was made from.
func checkDecode(t rapid.TB, data []byte) {
	d := Decode(data)
	if !utf8.Valid(d.Text) || bytes.IndexByte(d.Text, '\r') >= 0 {
		t.Fatalf("text %q", d.Text)
	}
	doc := Document{Text: string(d.Text), Bytes: len(data)}
	doc.SetOrigin(d.Origin)
	enc, last := sniff(data)
	for i, r := range doc.Text {
		s := doc.FileSpan(Span{i, i + utf8.RuneLen(r)})
		if s.Start < last || s.End <= s.Start || s.End > len(data) {
			t.Fatalf("character %d leads to %v behind %d in %q", i, s, last, data)
		}
		if raw := data[s.Start:s.End]; enc == utf8Bytes && r != utf8.RuneError && string(raw) != string(r) && !(r == '\n' && raw[0] == '\r') {
			t.Fatalf("%q leads to %q", r, raw)
		}
		last = s.End
	}
}

func TestDecodeOrigin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.SampledFrom([]string{"a", "é", "\n", "\r", "\r\n", "\xff", "\xe2\x82", "\ufeff", "\U0001f600", "\x00"})).Draw(t, "parts")
		checkDecode(t, []byte(strings.Join(parts, "")))
	})
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("\ufeffa\r\nb\rc\xff"))
	f.Add(in16("a\r\nb\U0001f600", true))
	f.Fuzz(func(t *testing.T, data []byte) {
		checkDecode(t, data)
		checkLines(t, data)
		Binary(data)
	})
}

func TestThrough(t *testing.T) {
	data := []byte("\ufeff*a*\r\n&amp; b\xff c")
	base := Decode(data)
	// A reader's own part: "a\n& b� c" from "*a*\n&amp; b� c".
	var o Origin
	o.Copied(0, 1, 1)
	o.Copied(1, 3, 1)
	o.Replaced(2, 1, 4, 5)
	o.Copied(3, 9, len(base.Text)-9)
	doc := Document{Text: "a\n& b\ufffd c", Bytes: len(data)}
	doc.SetOrigin(o.Through(base.Origin))
	for _, c := range []struct{ text, want string }{
		{"a", "a"}, {"&", "&amp;"}, {" b", " b"}, {"b\ufffd", "b\xff"}, {"\ufffd", "\xff"}, {"c", "c"}, {"& b\ufffd c", "&amp; b\xff c"},
	} {
		i := strings.Index(doc.Text, c.text)
		s := doc.FileSpan(Span{i, i + len(c.text)})
		if got := string(data[s.Start:s.End]); got != c.want {
			t.Errorf("%q leads to %q, want %q", c.text, got, c.want)
		}
	}
}

func TestBinary(t *testing.T) {
	for in, want := range map[string]bool{
		"":                                   false,
		"text\twith\r\ntabs\f":               false,
		"caf\xe9 au lait":                    false,
		"\x1b[31mred\x1b[0m":                 false,
		"a\x00b":                             true,
		"\x01\x02\x03":                       true,
		string(in16("text", false)):          false,
		strings.Repeat("a", 9000) + "\x00":   false,
		strings.Repeat("word ", 50) + "\x01": false,
	} {
		if got := Binary([]byte(in)); got != want {
			t.Errorf("%.20q: %v", in, got)
		}
	}
}
