package desk_test

import (
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/concordlint/concord/internal/desk"
)

func TestPositionsOfMarkedPlaces(t *testing.T) {
	text := "a\r\nb\U0001F4DEc\rd\n\xe9x\n"
	l := desk.NewLines([]byte(text))
	for _, c := range []struct {
		off          int
		narrow, wide desk.Position
	}{
		{0, desk.Position{}, desk.Position{}},
		{3, desk.Position{Line: 1}, desk.Position{Line: 1}},
		{8, desk.Position{Line: 1, Unit: 5}, desk.Position{Line: 1, Unit: 3}},
		{10, desk.Position{Line: 2}, desk.Position{Line: 2}},
		{13, desk.Position{Line: 3, Unit: 1}, desk.Position{Line: 3, Unit: 1}},
		{15, desk.Position{Line: 4}, desk.Position{Line: 4}},
		{99, desk.Position{Line: 4}, desk.Position{Line: 4}},
	} {
		if got := l.Position(c.off, false); got != c.narrow {
			t.Errorf("byte %d is at %+v, want %+v", c.off, got, c.narrow)
		}
		if got := l.Position(c.off, true); got != c.wide {
			t.Errorf("byte %d is at %+v, want %+v", c.off, got, c.wide)
		}
	}
	for p, want := range map[desk.Position]int{
		{Line: -1}: 0, {Line: 0, Unit: 99}: 1, {Line: 1, Unit: 2}: 4, {Line: 9}: len(text), {Line: 2, Unit: 1}: 11,
	} {
		if got := l.Offset(p, true); got != want {
			t.Errorf("%+v is byte %d, want %d", p, got, want)
		}
	}
}

// Positions lead back to the offsets that they came from, in short texts and
// long lines, and do so as well where nothing is indexed.
func TestPositionsLeadBack(t *testing.T) {
	letters := []rune("ab c\n\r\u00e9\u4e2d\U0001F4DE")
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.StringOfN(rapid.SampledFrom(letters), 0, 40, -1).Draw(t, "text")
		text := ""
		for range rapid.SampledFrom([]int{1, 2, 400}).Draw(t, "times") {
			text += part
		}
		l := desk.NewLines([]byte(text))
		off := rapid.IntRange(0, len(text)).Draw(t, "off")
		for off < len(text) && !utf8.RuneStart(text[off]) {
			off++
		}
		if off > 0 && off < len(text) && text[off] == '\n' && text[off-1] == '\r' {
			off-- // one line end
		}
		for _, wide := range []bool{false, true} {
			p := l.Position(off, wide)
			if got := l.Offset(p, wide); got != off {
				t.Fatalf("byte %d is at %+v, and that is byte %d (wide: %v)", off, p, got, wide)
			}
			if got := desk.OffsetIn(text, p, wide); got != off {
				t.Fatalf("byte %d is at %+v, and that is byte %d where nothing is indexed (wide: %v)", off, p, got, wide)
			}
			start := l.LineStart(off)
			want := off - start
			if wide {
				want = len(utf16.Encode([]rune(text[start:off])))
			}
			if p.Unit != want {
				t.Fatalf("byte %d has unit %d, want %d", off, p.Unit, want)
			}
		}
		p := desk.Position{Line: rapid.IntRange(0, 9).Draw(t, "line"), Unit: rapid.IntRange(0, 99).Draw(t, "unit")}
		for _, wide := range []bool{false, true} {
			if a, b := l.Offset(p, wide), desk.OffsetIn(text, p, wide); a != b {
				t.Fatalf("%+v is byte %d, and %d where nothing is indexed (wide: %v)", p, a, b, wide)
			}
		}
	})
}
