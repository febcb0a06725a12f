package quantity

import (
	"strings"

	"github.com/concordlint/concord/internal/token"
	"github.com/shopspring/decimal"
)

// around sets the flags that come from the words around a quantity. at is
// the token of its number, behind the modifier b.
func (p parser) around(q *Quantity, at int, b bound, x number) {
	p.yearLike(q, at)
	if x.style == Figures {
		if p.labelled(q, at) || p.dated(q, at) || p.listed(q, at) {
			q.Flags |= NotACount
		}
	} else if x.style == Words && p.wordsBeside(q, at) || lowLabel(p.lower(at-1)) && b == exactly && (p.kind(q.End) != token.Word || function(p.lower(q.End))) {
		q.Flags |= NotACount
	}
	p.hyphenated(q, at)
	p.before(q, q.Start)
	p.behind(q, at)
	p.whole(q)
	p.preposition(q, at, b)
	if !q.Is(Range|Times) && (p.lower(at-1) == "to" && p.fromBefore(at-2) || p.toBehind(q.End, p.lower(at-1) == "from")) {
		q.Flags |= Change
	}
	if p.lower(at-1) == "take" || p.lower(q.End) == "by" && p.kind(q.End+1) == token.Number || p.lower(at-1) == "by" && p.kind(at-2) == token.Number {
		q.Flags |= NotACount // "give or take a hundred", "12 by 30 m"
	}
}

// preposition marks bounds that may be plain prepositions: "over three
// days" is as good as "during them", "under two conditions" no bound at all.
func (p parser) preposition(q *Quantity, at int, b bound) {
	if q.Start+1 != at || b != above && b != below {
		return
	}
	if q.Is(Measure) && b == above {
		q.Interval.LoOpen = false
		q.Flags |= Ambiguous
	}
	if b.small(q.Interval) {
		q.Flags |= Ambiguous
	}
}

// small reports whether the bound's number is below ten.
func (b bound) small(i Interval) bool {
	end := i.Lo
	if b == below {
		end = i.Hi
	}
	return i.Known && end.LessThan(decimal.NewFromInt(10))
}

// wordsBeside reports whether another number in words stands right beside
// one, as in a year ("nineteen eighty-four"); "two three-year terms" are two.
func (p parser) wordsBeside(q *Quantity, at int) bool {
	if _, c := numeral(p.lower(at - 1)); c != 0 {
		return true
	}
	_, c := numeral(p.lower(q.End))
	return c != 0 && c < hundred && !(p.hyphen(q.End+1) && p.compoundPart(q.End+2))
}

// fromBefore reports whether "from" or a plain number stands shortly before
// token i, so that "to" behind it leads to a second number.
func (p parser) fromBefore(i int) bool {
	if p.numberAt(i) || p.text(i) == "%" || p.kind(i) == token.Word && p.numberAt(i-1) && !function(p.lower(i)) {
		return true
	}
	for k := i; k >= 0 && k > i-6 && p.kind(k) != 0; k-- {
		if p.lower(k) == "from" {
			return true
		}
	}
	return false
}

// toBehind reports whether "to" with a second number stands at token e, one
// noun further, or behind "from" a few words further.
func (p parser) toBehind(e int, from bool) bool {
	reach := e + 1
	if from {
		reach = e + 4
	}
	for k := e; k <= reach && p.in(k); k++ {
		if p.lower(k) == "to" {
			return p.numberAt(k+1) || from && currency(p.text(k+1)) != ""
		}
		if p.kind(k) == token.Punct && p.text(k) != "%" && !from {
			return false
		}
	}
	return false
}

// yearLike marks four bare figures from 1900 to 2099, and older ones behind
// a word of time.
func (p parser) yearLike(q *Quantity, at int) {
	if q.Is(Percent | Points | Money | Measure) {
		return
	}
	modern, any := bareYear(p.text(at))
	if !any {
		return
	}
	switch p.lower(at - 1) {
	case "in", "since", "until", "by", "from", "circa", "before", "after", "year", "c", "of":
		modern = modern || q.Exact || q.Is(Range)
	case "(":
		modern = modern || p.text(q.End) == ")"
	default:
		modern = modern || p.cap(at-1) && month(p.lower(at-1))
	}
	if modern {
		q.Flags |= YearLike
	}
}

// labelled reports whether figures name something: "Article 5", "Sections 3,
// 4 and 6", "No. 12", "Route 66", "[12]", "=5".
func (p parser) labelled(q *Quantity, at int) bool {
	if q.Start != at || q.Is(Percent|Points|Money) {
		return false
	}
	prev := p.lower(at - 1)
	switch prev {
	case "[":
		return p.text(q.End) == "]"
	case "(": // "12(3)"
		return p.glued(at-1) && p.kind(at-2) == token.Number
	case "=", "#", "§", "№", "+":
		return true
	case ".":
		return p.glued(at-1) && label(p.lower(at-2)) && p.kind(at-2) == token.Word
	}
	if isDash(prev) && p.glued(at) {
		return true // "F-16", "-5"
	}
	if p.glued(q.End) && p.text(q.End) == "(" && p.glued(q.End+1) && p.kind(q.End+1) == token.Number {
		return true // "9(2)"
	}
	if p.lower(at-1) == "of" && p.lower(at-2) == "group" && p.cap(at-2) {
		return true
	}
	return p.labelBefore(at) || p.afterName(q, at) || p.inRow(q, at)
}

// labelBefore looks back over a row of numbers for the noun that they name.
func (p parser) labelBefore(at int) bool {
	const reach = 12
	for k, word := at-1, false; k >= 0 && k >= at-reach; k-- {
		switch {
		case p[k].Kind == token.Number:
			word = true
			continue
		case p[k].Kind == token.Word:
			if label(p[k].Lower) {
				return k == at-1 || word && p.kind(k+1) == token.Number
			}
			if w := p[k].Lower; w != "and" && w != "or" && w != "to" && w != "through" {
				return false
			}
		case p[k].Text != "," && p[k].Text != "&" && !isDash(p[k].Text):
			return false
		}
	}
	return false
}

// afterName reports whether the figures stand behind a name and before
// nothing that they could count: "Route 66 was closed".
func (p parser) afterName(q *Quantity, at int) bool {
	if !p.cap(at-1) || !p[at].Space || function(p.lower(at-1)) || month(p.lower(at-1)) {
		return false
	}
	return p.kind(q.End) != token.Word || function(p.lower(q.End))
}

// inRow reports whether other figures stand right beside, as in a telephone
// number or a row of values; a year before does not count.
func (p parser) inRow(q *Quantity, at int) bool {
	if p.kind(q.End) == token.Number && !q.Is(YearLike) {
		return true
	}
	if p.kind(at-1) != token.Number {
		return false
	}
	_, year := bareYear(p.text(at - 1))
	return !year
}

// dated reports whether the figures are a day of a month.
func (p parser) dated(q *Quantity, at int) bool {
	if len(p[at].Text) > 2 {
		return false
	}
	if p.cap(at-1) && month(p.lower(at-1)) || p.text(at-1) == "." && month(p.lower(at-2)) {
		return true
	}
	return p.cap(q.End) && month(p.lower(q.End)) || p.lower(q.End) == "of" && p.cap(q.End+1) && month(p.lower(q.End+1))
}

// listed reports whether the figures number an item: "1. Foo", "2) Bar",
// "4.2 Scope".
func (p parser) listed(q *Quantity, at int) bool {
	if at != 0 {
		return false
	}
	if q.Place < 0 && !q.Is(Percent|Points|Money|Measure) && (len(p) == 1 || p.cap(q.End)) {
		return true // "4.2 Scope"
	}
	return p.glued(1) && (len(p) == 2 || p[2].Space) && (p.text(1) == "." || p.text(1) == ")")
}

// hyphenated marks numbers that are part of a compound with a hyphen:
// "three-year", "two- and three-year", "10-fold".
func (p parser) hyphenated(q *Quantity, at int) {
	e := q.End
	if q.Is(Times) && q.Tail != "" || !p.glued(e) || !isHyphen(p.text(e)) {
		switch {
		case !p.glued(e):
		case p.text(e) == "×":
			q.Flags |= Factor
		case p.text(e) == "°":
			q.Flags |= Measure
		}
		if p.glued(at) && isHyphen(p.text(at-1)) && p.glued(at-1) {
			q.Flags |= Compound
		}
		return
	}
	q.Flags |= Compound
	if p.lower(e+1) == "fold" {
		q.Flags |= Factor
	}
}

// before sets the flags of the words before token i.
func (p parser) before(q *Quantity, i int) {
	w := p.lower(i - 1)
	back := i - 2
	for range 2 {
		switch {
		case portion(w):
			q.Flags |= Partial
		case addition(w) && w != "more":
			q.Flags |= More
		default:
			back = -1
		}
		if back < 0 {
			break
		}
		w = p.lower(back)
		back--
	}
	switch {
	case determiner(w), w == "all" && p.lower(i-2) != "in", w == "both":
		q.Flags |= Definite
	case possessive(w) && !q.Is(Times):
		q.Flags |= Possessed
	case w == "every", w == "each", w == "per":
		q.Flags |= Rate
	case w == "not":
		q.Flags |= Negated
	case w == "of" && p.lower(i-2) == "total":
		q.Flags |= Total
	case w == "of" && (p.lower(i-2) == "average" || p.lower(i-2) == "median"):
		q.Flags |= Rate
	}
}

// behind sets the flags of the words behind a quantity.
func (p parser) behind(q *Quantity, at int) {
	e := p.past(q.End)
	w := p.lower(e)
	switch {
	case addition(w) && !q.Is(Factor):
		q.Flags |= More
		e++
	case w == "of":
		p.partOf(q, at, e)
	case w == "out" && p.lower(e+1) == "of" && p.numberAt(e+2):
		q.Flags |= PartOf
	case w == "in" && p.ratio(q, e+1), p.kind(e) == token.Word && p.lower(e+1) == "in" && p.bareRatio(q, e+2):
		q.Flags |= Ratio
	}
	if p.lower(at-1) == "in" && (p.numberAt(at-2) || p.numberAt(at-3) && p.bareRatio(q, at)) && !q.Is(YearLike) && q.Start == at {
		q.Flags |= Ratio
	}
	if w := p.lower(e); measureUnit(w) && !q.Is(Times) && w != "in" && !(w == "second" || w == "square") {
		q.Flags |= Measure
		if moneyUnit(w) {
			q.Flags |= Money
		}
		e++
	} else if p.kind(e) == token.Word && !q.Is(Times) && !function(w) {
		e++
	}
	if p.inAll(e) {
		q.Flags |= Total
	}
	if w := p.lower(e); w == "per" || w == "apiece" || w == "each" || w == "every" || w == "daily" || w == "weekly" || w == "monthly" ||
		(w == "a" || w == "an") && timeUnit(p.lower(e+1)) {
		q.Flags |= Rate
	}
}

// inAll reports whether "in all" or the like stands at token e or, where that
// goes on with the noun, behind it.
func (p parser) inAll(e int) bool {
	for ; p.kind(e) != 0; e++ {
		switch w := p.lower(e); {
		case w == "in":
			next := p.lower(e + 1)
			return next == "all" || next == "total"
		case w == "altogether", w == "overall":
			return true
		case w != ",":
			return false
		}
	}
	return false
}

// partOf reads what stands behind the "of" at token e.
func (p parser) partOf(q *Quantity, at, e int) {
	next := p.lower(e + 1)
	one := q.Exact && q.Interval.Contains(1)
	switch {
	case one:
		q.Flags |= OneOf
		if partitive(next) {
			q.Flags |= PartOf
		}
	case partitive(next), p.numberAt(e + 1), possessive(next) && (p.numberAt(e+2) || p.numberAt(e+3)):
		q.Flags |= PartOf
	}
}

// ratio reports whether the quantity with the number at token k makes "one
// in five".
func (p parser) ratio(q *Quantity, k int) bool {
	if !p.numberAt(k) || !q.Exact || q.Is(Times|Percent|Money|Measure) {
		return false
	}
	y, ok := p.core(k)
	if !ok || !y.single() || timeUnit(p.lower(k+y.n)) {
		return false
	}
	if _, year := bareYear(p.text(k)); year && y.style == Figures {
		return false
	}
	return q.Interval.Hi.LessThan(y.low())
}

// bareRatio is ratio for "nine calls in ten": nothing may follow that the
// second number, at token k, could count.
func (p parser) bareRatio(q *Quantity, k int) bool {
	if !p.numberAt(k) {
		return false
	}
	y, ok := p.core(k)
	next := p.lower(k + y.n)
	return ok && !strings.HasSuffix(next, "s") && !p.hyphen(k+y.n) && (k <= q.Start || p.ratio(q, k))
}

// past returns the index behind a number in parentheses that says the same
// again: "ninety (90) days". For the number inside it is behind them too.
func (p parser) past(e int) int {
	if p.text(e) == "(" && p.kind(e+1) == token.Number && p.text(e+2) == ")" {
		return e + 3
	}
	if p.text(e) == ")" && p.text(e-2) == "(" {
		return e + 1
	}
	return e
}

// whole marks the whole of "three of the four", "one of two ways", "Of the
// nine calls", and the part that comes later in "Of the nine calls, four".
func (p parser) whole(q *Quantity) {
	i := q.Start - 1
	definite := false
	if w := p.lower(i); determiner(w) || possessive(w) || w == "all" {
		definite = true
		i--
	}
	if p.lower(i) == "of" && !q.Is(Total) {
		before := p.lower(i - 1)
		if i == 0 || p.numberAt(i-1) || quantifier(before, definite) || p.kind(i-1) == token.Punct {
			q.Flags |= Whole
			return
		}
	}
	if q.Start > 3 && (p.lower(0) == "of" || p.lower(0) == "among") || p.lower(q.Start-1) == "but" && p.lower(q.Start-2) == "all" {
		q.Flags |= PartOf
	}
}
