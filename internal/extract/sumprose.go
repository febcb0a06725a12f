package extract

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// statedFigure is a quantity of a sentence, with its figure.
type statedFigure struct {
	quantity.Quantity
	fig fact.Figure
}

// sumSentence is a sentence while the figures in it are put together.
type sumSentence struct {
	x     *extractor
	block int
	toks  []token.Token
	q     []statedFigure
}

// proseSums finds shares, changes, totals and differences in sentences.
func (x *extractor) proseSums() {
	for i, b := range x.doc.Blocks {
		if b.Kind == source.Code || b.Kind == source.Cell || b.Quoted || !x.marks[i].has(markNumber) || !x.marks[i].has(markResult) {
			continue
		}
		token.Sentences(x.doc.Text, b.Span.Start, b.Span.End, func(s, e int) {
			at := source.Span{Start: s, End: e}
			if !anyIn(x.resultAt, at) {
				return
			}
			sent := &sumSentence{x: x, block: i, toks: x.tokens(at)}
			if sent.read() == 0 {
				return
			}
			sent.shares()
			sent.sharesOfOthers()
			sent.changes()
			sent.totals()
			sent.looseTotals()
			sent.equations()
			sent.partitions()
			sent.wholesOfShares()
			sent.means()
			sent.differences()
		})
	}
}

// mostFigures bounds the figures of a sentence; one with more is a table in
// disguise.
const mostFigures = 24

// read lists the quantities of the sentence and returns their number.
func (s *sumSentence) read() int {
	for i := 0; i < len(s.toks); {
		if !quantity.Starts(s.toks[i]) {
			i++
			continue
		}
		q, n, ok := quantity.Parse(s.toks, i)
		if !ok {
			i++
			continue
		}
		if len(s.q) == mostFigures {
			return 0
		}
		if i > 0 && (s.toks[i-1].Text == "~" || s.toks[i-1].Text == "≈") && q.Exact {
			tenth := q.Interval.Lo.Mul(decimal.New(1, -1)).Abs()
			q.Exact, q.Interval = false, quantity.Closed(q.Interval.Lo.Sub(tenth), q.Interval.Lo.Add(tenth))
		}
		if q.Is(quantity.YearLike) && i > 0 && (s.toks[i-1].Lower == "in" || s.toks[i-1].Lower == "since") {
			i += n // a date is no part of anything
			continue
		}
		s.q = append(s.q, statedFigure{q, s.figure(q)})
		i += n
	}
	return len(s.q)
}

// figure makes a figure of a quantity. Round numbers may be rounded to one
// place less than they show.
func (s *sumSentence) figure(q quantity.Quantity) fact.Figure {
	at := source.Span{Start: s.toks[q.Start].Start, End: s.toks[q.End-1].End}
	f := fact.Figure{Place: s.x.place(s.block, at), Value: q.Interval.Lo, Ulp: q.Place}
	if q.Is(quantity.Percent|quantity.Rounded) || q.Place < 0 {
		return f
	}
	zeros := int8(0)
	ten := decimal.New(10, 0)
	for v := q.Interval.Lo; v.Abs().GreaterThanOrEqual(ten) && v.Mod(ten).IsZero(); v = v.Div(ten) {
		zeros++
	}
	f.Exact, f.Ulp = true, 0
	if zeros >= 2 {
		f.Exact, f.Ulp = false, zeros-1
	}
	return f
}

// plain reports whether a quantity is one number that counts or measures.
func (f *statedFigure) plain() bool {
	return f.Exact && f.Interval.Known && !f.Is(quantity.Percent|quantity.Points|quantity.Fraction|quantity.Ratio|quantity.YearLike|quantity.NotACount|quantity.Compound|quantity.Factor|quantity.Range|quantity.Choice|quantity.Ambiguous|quantity.Rate|quantity.Negated)
}

// add adds a result; result is the quantity that is given as such.
func (s *sumSentence) add(of fact.SumOf, result *statedFigure, readings ...[]fact.Figure) {
	r := result.fig
	f := &fact.Sum{
		Base: fact.Base{Place: r.Place, Surface: surface(s.x.doc.Text[r.Span.Start:r.Span.End])},
		Of:   of, Result: r, Readings: readings, Group: r.Span.Start + proseGroups, Prose: true,
	}
	fraction := result.Is(quantity.Fraction)
	if (!result.Exact || fraction) && result.Interval.Known && !result.Interval.NoLo {
		lo, hi := result.Interval.Lo, result.Interval.Hi
		if fraction { // said of whatever comes near
			lo, hi = lo.Mul(decimal.New(92, 0)), hi.Mul(decimal.New(108, 0))
			f.Result.Value = result.Interval.Lo.Mul(hundred)
		}
		if !result.Interval.NoHi && (of == fact.Share || of == fact.Change) {
			// "About 7%" is said of more than what a tenth either way covers.
			lo, hi = lo.Mul(decimal.New(9, -1)), hi.Mul(decimal.New(11, -1))
		}
		f.Low = &lo
		if !result.Interval.NoHi {
			f.High = &hi
		} else {
			top := decimal.New(1, 12)
			f.High = &top
		}
	}
	s.x.facts = append(s.x.facts, f)
}

// proseGroups keeps the groups of sentences apart from those of tables.
const proseGroups = 1 << 30

// words are the lower-case tokens between two indices, joined by blanks.
func (s *sumSentence) words(from, to int) string {
	var b strings.Builder
	for i := from; i < to && i < len(s.toks); i++ {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s.toks[i].Lower)
	}
	return b.String()
}

func spanOfToken(t token.Token) source.Span { return source.Span{Start: t.Start, End: t.End} }
