package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// How much text around a parenthesis is read for the same quantity in two
// units, in bytes.
const (
	unitBefore = 64
	unitBehind = 56
)

// findConversions reads quantities that are stated a second time in
// parentheses or behind a stroke.
func (x *extractor) findConversions() {
	for k := 0; k < len(x.unitAt); {
		i := sort.Search(len(x.doc.Blocks), func(i int) bool { return x.doc.Blocks[i].Span.End > x.unitAt[k] })
		if i == len(x.doc.Blocks) {
			return
		}
		b := x.doc.Blocks[i]
		for ; k < len(x.unitAt) && x.unitAt[k] < b.Span.End; k++ {
			if !b.Quoted && b.Kind != source.Code && b.Span.Start <= x.unitAt[k] {
				x.conversionAt(i, b.Span, x.unitAt[k])
			}
		}
	}
}

// opensAmount reports whether a number or a rough one begins behind a mark,
// and a word or figures stand before it.
func opensAmount(text string, at int) bool {
	if at < 3 || at+1 >= len(text) {
		return false
	}
	c := text[at]
	switch {
	case isFigure(c), c == '~', c == '-', c >= 0x80:
	case c == 'a' || c == 'n' || c == 'r' || c == 's' || c == 'o' || c == 't':
		if !roughOpening(text[at:]) {
			return false
		}
	default:
		return false
	}
	k := at - 2
	for k > 0 && (text[k] == ' ' || text[k] == '\n') {
		k--
	}
	c = text[k]
	return isLetter(c) || isFigure(c) && text[at-1] == '(' || c == '"' || c == '.' && text[at-1] == '(' || c == '%'
}

// roughOpening reports whether a text begins with a word that makes the
// number behind it a rough one, or with a short number in words.
func roughOpening(s string) bool {
	for _, w := range [...]string{"about ", "approx", "around ", "nearly ", "roughly ", "some ", "or ", "two ", "three ", "ten ", "six ", "seven ", "one ", "almost "} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// conversionAt reads what stands before and behind the mark at a byte.
func (x *extractor) conversionAt(block int, b source.Span, at int) {
	s := source.Span{Start: max(b.Start, at-unitBefore), End: min(b.End, at+unitBehind)}
	for s.Start > b.Start && s.Start < at && !blankByte(x.doc.Text[s.Start-1]) {
		s.Start++
	}
	for s.End < b.End && !utf8.RuneStart(x.doc.Text[s.End]) {
		s.End++
	}
	toks := x.tokens(s)
	mark := -1
	for i, t := range toks {
		if t.Start == at {
			mark = i
			break
		}
	}
	if mark <= 0 {
		return
	}
	if x.twoUnits(block, toks, mark) {
		return
	}
	if toks[mark].Text == "(" {
		x.wordsAndFigures(block, toks, mark)
	}
}

// twoUnits reads "5 miles (8 km)" and "12 km/7.5 mi" around a mark.
func (x *extractor) twoUnits(block int, toks []token.Token, mark int) bool {
	from := mark + 1
	if from < len(toks) && toks[from].Lower == "or" {
		from++
	}
	right, ok := quantity.ParseAmount(toks, from)
	if !ok || !closesAmount(toks, right.End, toks[mark].Text) {
		return false
	}
	left, ok := amountBefore(toks, mark)
	if !ok {
		return false
	}
	across, ok := left.Convertible(right)
	if !ok || toks[mark].Text == "/" && !across {
		return false
	}
	f := &fact.Conversion{Left: left, Right: right, Across: across}
	x.placeConversion(f, block, toks, left.Start, left.End, right.Start, right.End)
	return true
}

// placeConversion gives a conversion its places and keeps it.
func (x *extractor) placeConversion(f *fact.Conversion, block int, toks []token.Token, from, to, from2, to2 int) {
	l := source.Span{Start: toks[from].Start, End: toks[to-1].End}
	r := source.Span{Start: toks[from2].Start, End: toks[to2-1].End}
	end := r.End
	if end < len(x.doc.Text) && x.doc.Text[end] == ')' {
		end++
	}
	f.Base = x.base(block, source.Span{Start: l.Start, End: end})
	f.LeftAt, f.RightAt = x.place(block, l), x.place(block, r)
	f.LeftSurface, f.RightSurface = surface(x.doc.Text[l.Start:l.End]), surface(x.doc.Text[r.Start:r.End])
	x.facts = append(x.facts, f)
}

// closesAmount reports whether nothing behind the second amount makes it
// something else than the first one again.
func closesAmount(toks []token.Token, end int, mark string) bool {
	if end >= len(toks) {
		return mark == "/"
	}
	switch toks[end].Text {
	case ")", "]":
		return mark != "/" || end > 0
	case ",", ".", ";", ":":
		return mark == "/" || toks[end].Text == ";"
	}
	return mark == "/" && toks[end].Kind == token.Word && toks[end].Space
}

// amountBefore reads the amount that ends right before a mark, or before an
// adjective there: "5 miles long (8 km)".
func amountBefore(toks []token.Token, mark int) (quantity.Amount, bool) {
	const longest = 9 // tokens
	end := mark
	switch toks[end-1].Lower {
	case "long", "wide", "high", "tall", "deep", "away", "thick", "across", "square", "distant", "each", "apart", "below", "above":
		end--
	case ".":
		if end > 1 && toks[end-2].Kind == token.Word && !toks[end-1].Space {
			end--
		}
	}
	for i := max(0, end-longest); i < end; i++ {
		a, ok := quantity.ParseAmount(toks, i)
		if !ok || a.End != end || i > 0 && continues(toks, i) {
			continue
		}
		return a, true
	}
	return quantity.Amount{}, false
}

// continues reports whether what stands before token i makes the amount
// behind it a part of a longer one: a product, a rate, a range.
func continues(toks []token.Token, i int) bool {
	switch t := toks[i-1]; t.Lower {
	case "x", "×", "by", "*", "/", "per", "between", "plus", "minus", "±", "+", "to", "and", "-", "–":
		if t.Lower == "and" || t.Lower == "to" {
			return i >= 2 && (toks[i-2].Kind == token.Number || unitLike(toks[i-2]))
		}
		if t.Lower == "by" {
			return i >= 2 && (toks[i-2].Kind == token.Number || unitLike(toks[i-2]))
		}
		return t.Lower != "-" && t.Lower != "–" || !toks[i].Space
	case "$", "£", "€":
		return true
	}
	return false
}

// unitLike reports whether a word may be the unit of another amount.
func unitLike(t token.Token) bool {
	switch t.Lower {
	case "m", "km", "ft", "feet", "miles", "metres", "meters", "cm", "mm", "in", "inches", "kg", "lb", "lbs", "pounds", "foot", "yards", "hours", "acres", "hectares", "°", "c", "f", "degrees":
		return true
	}
	return false
}

// wordsAndFigures reads "five (6) members" and "ninety (90) days".
func (x *extractor) wordsAndFigures(block int, toks []token.Token, mark int) {
	if mark+2 >= len(toks) || toks[mark+1].Kind != token.Number || toks[mark+1].Space {
		return
	}
	end := mark + 2
	percent := toks[end].Text == "%" || toks[end].Lower == "percent"
	if percent {
		end++
	}
	if end >= len(toks) || toks[end].Text != ")" {
		return
	}
	const longest = 9 // tokens
	for i := max(0, mark-longest); i < mark; i++ {
		q, n, ok := quantity.Parse(toks, i)
		if !ok || i+n != mark {
			continue
		}
		if q.Style != quantity.Words || !q.Exact || q.Interval.Lo.Sign() <= 0 || q.Is(quantity.Fraction|quantity.Times|quantity.Factor|quantity.Ratio) || q.Is(quantity.Percent) && !percent || i > 0 && toks[i-1].Text == "-" {
			return
		}
		if percent && !q.Is(quantity.Percent) && toks[mark-1].Lower != "percent" || !percent && !nounBehind(toks, end+1) {
			return
		}
		f := &fact.Conversion{InWords: true, Words: q, Value: x.own(strings.ReplaceAll(toks[mark+1].Text, ",", ""))}
		f.Words.Tail, f.Words.Unit = x.own(q.Tail), ""
		x.placeConversion(f, block, toks, i, mark, mark+1, end)
		return
	}
}

// nounBehind reports whether the word at token i may be the noun that a
// number in words and figures counts.
func nounBehind(toks []token.Token, i int) bool {
	if i >= len(toks) || toks[i].Kind != token.Word || !toks[i].Space || toks[i].Cap() && toks[i].Text != strings.ToUpper(toks[i].Text[:1])+toks[i].Text[1:] {
		return false
	}
	return !stops(toks[i].Lower) && toks[i].Lower != "and" && toks[i].Lower != "or" && !auxiliary(toks, i) && toks[i].Lower != "is" && toks[i].Lower != "was"
}
