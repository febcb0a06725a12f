package quantity

import (
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/token"
)

// prose is ordinary text: few numbers, many words that could begin one.
const prose = `The harbour board met on Tuesday to hear what the surveyors had found. In a short talk the chair, who has held
the office for eight years, said that some of the older quays had been mended twice and that no more than four were in
use at any time. At the end of the day more than two dozen owners had signed the letter, and about 40 others were said to
be close to signing. As in past years, the costs are to be shared: the town pays 60% of them, the owners the rest, up to
$1.2 million. Nobody on the board spoke against it, although a few asked for more time. It was over by nine. `

func BenchmarkParse(b *testing.B) {
	text := strings.Repeat(prose, 100)
	toks := token.Append(nil, text, 0, len(text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for i := 0; i < len(toks); {
			if !Starts(toks[i]) {
				i++
				continue
			}
			_, n, ok := Parse(toks, i)
			if !ok {
				n = 1
			}
			i += n
		}
	}
}

func BenchmarkStarts(b *testing.B) {
	text := strings.Repeat(prose, 100)
	toks := token.Append(nil, text, 0, len(text))
	b.SetBytes(int64(len(text)))
	n := 0
	for b.Loop() {
		for _, t := range toks {
			if Starts(t) {
				n++
			}
		}
	}
	if n == 0 {
		b.Fatal("nothing starts")
	}
}
