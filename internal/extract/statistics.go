package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// How much text around a "p" is read, in bytes.
const (
	testBefore = 72
	pBehind    = 24
)

// findStatistics reads results of tests as journals print them: "t(28) =
// 2.20, p = .036", "χ²(1, N = 90) = 3.84, p < .05".
func (x *extractor) findStatistics() {
	var told *fact.Statistic // what the document says of its tests
	x.spanned(spanP, func(block int, at []int) {
		b := x.doc.Blocks[block]
		if b.Quoted || !x.marks[block].has(markNumber) {
			return
		}
		for _, p := range at {
			if !relationBehind(x.doc.Text[p+1 : min(b.Span.End, p+4)]) {
				continue
			}
			s := source.Span{Start: max(b.Span.Start, p-testBefore), End: min(b.Span.End, p+pBehind)}
			for s.Start > b.Span.Start && s.Start < p && !blankByte(x.doc.Text[s.Start-1]) {
				s.Start++
			}
			for s.End < b.Span.End && x.doc.Text[s.End] >= 0x80 {
				s.End++
			}
			if f := x.statistic(block, x.tokens(s), p); f != nil {
				if told == nil {
					told = testsTold(x.doc.Text)
				}
				f.OneTailed, f.Corrected = told.OneTailed, told.Corrected
				x.facts = append(x.facts, f)
			}
		}
	})
}

// relationBehind reports whether an equals sign or a bound follows.
func relationBehind(s string) bool {
	return strings.ContainsAny(s, "=<>") || strings.Contains(s, "≤") || strings.Contains(s, "≥")
}

// statistic reads the test before the p at a byte.
func (x *extractor) statistic(block int, toks []token.Token, p int) *fact.Statistic {
	r := statReader{toks: toks}
	at := -1
	for i, t := range toks {
		if t.Start == p {
			at = i
			break
		}
	}
	if at < 3 || toks[at].Text != "p" && toks[at].Text != "P" || toks[at-1].Text != "," && toks[at-1].Text != ";" {
		return nil
	}
	f := &fact.Statistic{}
	end, ok := r.significance(f, at+1)
	if !ok {
		return nil
	}
	for i := at - 3; i >= 0; i-- {
		if next, ok := r.test(f, i); ok && next == at-1 {
			f.Base = x.base(block, source.Span{Start: toks[i].Start, End: toks[end-1].End})
			pSpan := source.Span{Start: toks[at].Start, End: toks[end-1].End}
			f.PAt, f.PSurface = x.place(block, pSpan), surface(x.doc.Text[pSpan.Start:pSpan.End])
			return f
		}
	}
	return nil
}

// testsTold tells what a document says of its tests.
func testsTold(text string) *fact.Statistic {
	f := &fact.Statistic{}
	text = strings.ToLower(text)
	for _, w := range [...]string{"one-tailed", "one tailed", "one-sided", "one sided", "single-tailed", "1-tailed", "one‐tailed", "directional", "halved"} {
		f.OneTailed = f.OneTailed || strings.Contains(text, w)
	}
	for _, w := range [...]string{"bonferroni", "holm", "corrected", "correction", "adjusted", "greenhouse", "huynh", "false discovery", "fdr", "tukey", "scheff", "sidak", "šidák", "permutation", "bootstrap", "yates", "exact test", "monte carlo"} {
		f.Corrected = f.Corrected || strings.Contains(text, w)
	}
	return f
}

// statReader reads the parts of a test's result.
type statReader struct{ toks []token.Token }

func (r statReader) text(i int) string {
	if i < 0 || i >= len(r.toks) {
		return ""
	}
	return r.toks[i].Text
}

// figure reads a number at token i, with its sign and a leading point.
func (r statReader) figure(i int) (s string, negative bool, next int) {
	switch r.text(i) {
	case "-", "−", "–":
		negative = true
		i++
	}
	if r.text(i) == "." && i+1 < len(r.toks) && !r.toks[i+1].Space {
		return "." + r.text(i+1), negative, i + 2
	}
	if i < len(r.toks) && r.toks[i].Kind == token.Number {
		return r.text(i), negative, i + 1
	}
	return "", negative, i
}

// significance reads "= .036" and "< .05" at token i.
func (r statReader) significance(f *fact.Statistic, i int) (end int, ok bool) {
	switch r.text(i) {
	case "=":
		f.Relation = "="
	case "<", "≤":
		f.Relation = "<"
	case ">", "≥":
		f.Relation = ">"
	default:
		return i, false
	}
	s, negative, next := r.figure(i + 1)
	v, rounding, decimals, ok := quantity.Written(s)
	if !ok || negative || decimals == 0 || v.Cmp(quantity.Exactly(1).Lo) > 0 {
		return i, false
	}
	if w := r.text(next); w == "×" || w == "x" || w == "%" || w == "*" && r.text(next+1) == "10" || next < len(r.toks) && !r.toks[next].Space && r.toks[next].Kind != token.Punct {
		return i, false // 1.2 × 10⁻⁵
	}
	f.P = rounding
	if f.Relation != "=" {
		f.P = quantity.Closed(v, v)
	}
	return next, true
}

// test reads "t(28) = 2.20" at token i and returns the index behind it.
func (r statReader) test(f *fact.Statistic, i int) (next int, ok bool) {
	next = i + 1
	switch r.text(i) {
	case "t", "T":
		f.Test = "t"
	case "F":
		f.Test = "F"
	case "r":
		f.Test = "r"
	case "z", "Z":
		f.Test = "z"
	case "Q":
		f.Test = "Q"
	case "χ", "Χ", "X", "chi":
		f.Test = "χ²"
		switch r.text(next) {
		case "²", "2", "^":
			next++
			if r.text(next-1) == "^" {
				next++
			}
		case "-":
			next += 2
		default:
			return i, false
		}
	case "χ2", "χ²", "X2", "X²":
		f.Test = "χ²"
	default:
		return i, false
	}
	if i > 0 && !r.toks[i].Space && r.text(i-1) != "(" && r.text(i-1) != "[" {
		return i, false
	}
	next, ok = r.degrees(f, next)
	if !ok || r.text(next) != "=" {
		return i, false
	}
	s, negative, next := r.figure(next + 1)
	_, f.Value, _, ok = quantity.Written(s)
	if negative {
		f.Value = quantity.Closed(f.Value.Hi.Neg(), f.Value.Lo.Neg())
	}
	return next, ok
}

// degrees reads the degrees of freedom in parentheses at token i; z has none.
func (r statReader) degrees(f *fact.Statistic, i int) (next int, ok bool) {
	if f.Test == "z" {
		return i, r.text(i) == "="
	}
	if r.text(i) != "(" {
		return i, false
	}
	i++
	if r.text(i) == "df" && r.text(i+1) == "=" {
		i += 2
	}
	if f.DF1, i, ok = r.exact(i); !ok {
		return i, false
	}
	if f.Test == "F" {
		if r.text(i) != "," {
			return i, false
		}
		if f.DF2, i, ok = r.exact(i + 1); !ok {
			return i, false
		}
	} else if r.text(i) == "," && (r.text(i+1) == "N" || r.text(i+1) == "n") && r.text(i+2) == "=" {
		if _, i, ok = r.exact(i + 3); !ok {
			return i, false
		}
	}
	return i + 1, r.text(i) == ")"
}

// exact reads a number that is taken as it stands.
func (r statReader) exact(i int) (v quantity.Interval, next int, ok bool) {
	s, negative, next := r.figure(i)
	d, _, _, ok := quantity.Written(s)
	return quantity.Closed(d, d), next, ok && !negative
}
