package extract

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// How much text around a parenthesis is read for one amount in two currencies,
// in bytes.
const (
	moneyBefore = 48
	moneyBehind = 48
)

// findExchanges reads amounts that a parenthesis gives again in another
// currency.
func (x *extractor) findExchanges() {
	text := x.doc.Text
	if !strings.ContainsAny(text, "€£$¥") && !strings.Contains(text, "EUR") && !strings.Contains(text, "USD") {
		return
	}
	for i, b := range x.doc.Blocks {
		if b.Quoted || b.Kind == source.Code || !x.marks[i].has(markNumber) {
			continue
		}
		for at := b.Span.Start; ; {
			n := strings.IndexByte(text[at:b.Span.End], '(')
			if n < 0 {
				break
			}
			at += n
			behind := text[at+1 : min(b.Span.End, at+1+moneyBehind)]
			before := text[max(b.Span.Start, at-moneyBefore):at]
			if holdsMoney(behind[:min(len(behind), 24)]) && holdsMoney(before) {
				x.exchangeAt(i, b.Span, at)
			}
			at++
		}
	}
}

// holdsMoney is a quick look for the sign or code of a currency.
func holdsMoney(s string) bool {
	if strings.ContainsAny(s, "€£$¥") {
		return true
	}
	for _, w := range [...]string{"EUR", "USD", "GBP", "CHF", "JPY", "euro", "dollar", "pound", "franc", "kron", "yen"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// exchangeAt reads the amounts before and behind the parenthesis at a byte.
func (x *extractor) exchangeAt(block int, b source.Span, at int) {
	s := source.Span{Start: max(b.Start, at-moneyBefore), End: min(b.End, at+moneyBehind)}
	for s.Start > b.Start && s.Start < at && !blankByte(x.doc.Text[s.Start-1]) {
		s.Start++
	}
	for s.End < b.End && !blankByte(x.doc.Text[s.End]) && s.End < at+2*moneyBehind {
		s.End++
	}
	toks := x.tokens(s)
	mark := -1
	for i, t := range toks {
		if t.Start == at {
			mark = i
		}
	}
	if mark <= 0 {
		return
	}
	right, ok := moneyFrom(toks, mark+1)
	if !ok || right.end >= len(toks) || toks[right.end].Text != ")" && toks[right.end].Text != "," && toks[right.end].Text != ";" && toks[right.end].Lower != "at" {
		return
	}
	left, ok := moneyBeforeMark(toks, mark)
	if !ok || left.currency == right.currency {
		return
	}
	l := source.Span{Start: toks[left.from].Start, End: toks[left.end-1].End}
	r := source.Span{Start: toks[right.from].Start, End: toks[right.end-1].End}
	f := &fact.Exchange{From: x.own(left.currency), To: x.own(right.currency), Left: left.value, Right: right.value}
	end := r.End
	if toks[right.end].Text == ")" {
		end = toks[right.end].End
	}
	f.Base = x.base(block, source.Span{Start: l.Start, End: end})
	f.LeftAt, f.RightAt = x.place(block, l), x.place(block, r)
	f.LeftSurface, f.RightSurface = surface(x.doc.Text[l.Start:l.End]), surface(x.doc.Text[r.Start:r.End])
	x.facts = append(x.facts, f)
}

// money is an amount with its currency.
type money struct {
	from, end int
	currency  string
	value     quantity.Interval
}

// moneyFrom reads an amount of money at token i, behind words such as "about".
func moneyFrom(toks []token.Token, i int) (money, bool) {
	for k := i; k < len(toks) && k < i+3; k++ {
		switch toks[k].Lower {
		case "about", "around", "approximately", "some", "roughly", "or", "equivalent", "to", "~", "≈", "circa", "c", "=", "i.e.":
			continue
		}
		q, n, ok := quantity.Parse(toks, k)
		if !ok || !q.Interval.Known || q.Interval.Weak || q.Interval.NoHi || q.Interval.NoLo || q.Is(quantity.Range|quantity.Percent|quantity.Rate|quantity.Choice) || !q.Exact {
			return money{}, false
		}
		m := money{from: k, end: k + n, currency: lexicon.CurrencyOf(q.Unit), value: halfEitherSide(q)}
		if m.currency == "" && m.end < len(toks) {
			m.currency = lexicon.CurrencyOf(toks[m.end].Text)
			m.end++
		}
		return m, m.currency != "" && m.value.Lo.Sign() > 0
	}
	return money{}, false
}

// halfEitherSide is what an amount may be rounded from: converted amounts are
// rounded even where they are written in full.
func halfEitherSide(q quantity.Quantity) quantity.Interval {
	half := decimal.New(5, int32(q.Place)-1)
	return quantity.Closed(q.Interval.Lo.Sub(half), q.Interval.Hi.Add(half))
}

// moneyBeforeMark reads the amount that ends right before a mark.
func moneyBeforeMark(toks []token.Token, mark int) (money, bool) {
	const longest = 6 // tokens
	for i := max(0, mark-longest); i < mark; i++ {
		if m, ok := moneyFrom(toks, i); ok && m.end == mark && m.from == i {
			return m, true
		}
	}
	return money{}, false
}
