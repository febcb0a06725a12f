package extract

import (
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/token"
)

// labelledRow reads a row whose members are marked "(1)", "(2)" or "(a)",
// "(b)" or "1)", "2)" in turn. What their commas mean does not matter then.
func labelledRow(toks []token.Token, from, to int) nameRow {
	if from < to && toks[from].Text == "(" {
		from++
	}
	if from+1 >= to || toks[from+1].Text != ")" || rowLabel(toks[from].Text, 0) != toks[from].Text {
		return nameRow{}
	}
	first := toks[from].Text
	r := nameRow{labelled: true}
	start := from
	for i := from + 2; i+1 < to; i++ {
		if toks[i+1].Text != ")" || toks[i].Text != rowLabel(first, len(r.parts)+1) {
			continue
		}
		end := i
		if toks[i-1].Text == "(" {
			end--
		}
		r.parts = append(r.parts, rowPart{from: start, to: end})
		start = i
	}
	r.parts = append(r.parts, rowPart{from: start, to: to})
	return r
}

// rowLabel is the nth label of a row, from 0, whose first is given; empty
// where a row does not begin so.
func rowLabel(first string, n int) string {
	switch {
	case first == "1":
		return strconv.Itoa(n + 1)
	case first == "i":
		return smallRoman(n)
	case first == "a" && n < 26:
		return string(rune('a' + n))
	case first == "A" && n < 26:
		return string(rune('A' + n))
	}
	return ""
}

// writtenBehind reports whether a label stands in a block behind an offset.
func (x *extractor) writtenBehind(block, at int, label string) bool {
	const reach = 2000 // bytes
	end := min(x.doc.Blocks[block].Span.End, at+reach)
	return label != "" && at < end && strings.Contains(x.doc.Text[at:end], label+")")
}
