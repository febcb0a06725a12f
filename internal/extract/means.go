package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// findMeans reads means of whole numbers with how many they are of, as the GRIM
// test needs them: "(M = 3.47, SD = 1.10, n = 25)" of ratings on one scale. A
// mean is read only where its paragraph says that each number is a whole one.
func (x *extractor) findMeans() {
	const mark = "M = "
	text := x.doc.Text
	block := 0
	for at := 0; ; {
		i := strings.Index(text[at:], mark)
		if i < 0 {
			return
		}
		at += i
		for block < len(x.doc.Blocks) && x.doc.Blocks[block].Span.End <= at {
			block++
		}
		if block == len(x.doc.Blocks) {
			return
		}
		b := x.doc.Blocks[block]
		if b.Span.Start <= at && !b.Quoted && b.Kind != source.Code && (at == 0 || !isLetter(text[at-1])) && x.wholeNumbers(block) {
			if f := x.mean(block, at); f != nil {
				x.facts = append(x.facts, f)
			}
		}
		at += len(mark)
	}
}

// wholeNumbers reports whether a paragraph speaks of whole numbers, and not of
// means or sums of several for each person.
func (x *extractor) wholeNumbers(block int) bool {
	b := x.doc.Blocks[block]
	text := strings.ToLower(x.doc.Text[b.Span.Start:min(b.Span.End, b.Span.Start+longestTold)])
	for _, w := range [...]string{"items", "composite", "averaged", "average of", "index", "subscale", "total score", "sum score", "scores", "percent", "%", "seconds", " ms", "milliseconds", "reaction", "weighted", "imputed", "adjusted", "slider", "visual analog", "half-point", "trials"} {
		if strings.Contains(text, w) {
			return false
		}
	}
	for _, w := range [...]string{"single item", "single-item", "one item", "one question", "a single question", "-point scale", "-point likert", "scale from 1 to", "scale of 1 to", "scale from 0 to", "scale of 0 to", "from 1 (", "from 0 (", "(1 =", "(0 =", "number of children", "number of siblings", "number of visits", "number of correct"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// longestTold is how many bytes of a paragraph are looked through for what its
// numbers are.
const longestTold = 4000

// mean reads the mean at a byte and how many numbers it is of: the n of its
// own parenthesis, or the only one of its sentence.
func (x *extractor) mean(block, at int) *fact.Statistic {
	s := x.sentenceAt(block, source.Span{Start: at, End: at + 1})
	toks := x.tokens(s)
	r := statReader{toks: toks}
	m := -1
	for i, t := range toks {
		if t.Start == at {
			m = i
			break
		}
	}
	if m < 0 || r.text(m+1) != "=" {
		return nil
	}
	v, negative, end := r.figure(m + 2)
	value, rounding, decimals, ok := quantity.Written(v)
	if !ok || negative || decimals == 0 || decimals > 3 || value.Sign() <= 0 || end < len(toks) && !toks[end].Space && toks[end].Kind == token.Word {
		return nil
	}
	n, nEnd := x.countOf(r, m, end)
	if n <= 0 || nEnd == 0 {
		return nil
	}
	f := &fact.Statistic{Test: "mean", DF1: quantity.Exactly(n), Value: rounding, Decimals: decimals}
	f.Base = x.base(block, source.Span{Start: toks[m].Start, End: toks[end-1].End})
	nSpan := source.Span{Start: toks[nEnd-3].Start, End: toks[nEnd-1].End}
	f.PAt, f.PSurface = x.place(block, nSpan), surface(x.doc.Text[nSpan.Start:nSpan.End])
	return f
}

// countOf finds "n = 25" for the mean at token m whose figure ends at end, and
// the token behind it: in the mean's own parenthesis, else where the sentence
// has one alone.
func (x *extractor) countOf(r statReader, m, end int) (n, behind int) {
	from, to := m, end
	for from > 0 && r.text(from-1) != "(" && r.text(from-1) != ")" {
		from--
	}
	for to < len(r.toks) && r.text(to) != ")" && r.text(to) != "(" {
		to++
	}
	if n, behind, _ = r.counts(from, to); n > 0 {
		return n, behind
	}
	n, behind, all := r.counts(0, len(r.toks))
	if all != 1 {
		return 0, 0
	}
	return n, behind
}

// counts reads the first "n = 25" among the tokens from..to, and how many there
// are.
func (r statReader) counts(from, to int) (n, behind, all int) {
	for i := from; i+2 < to; i++ {
		if w := r.text(i); w != "n" && w != "N" || r.text(i+1) != "=" {
			continue
		}
		q, size, ok := quantity.Parse(r.toks, i+2)
		if v, whole := q.Interval.Int(); ok && whole && size == 1 {
			if all++; all == 1 {
				n, behind = v, i+2+size
			}
		}
	}
	return n, behind, all
}
