package quantity

import (
	"strings"

	"github.com/concordlint/concord/internal/token"
)

// Starts reports whether a quantity may begin with the token. It is asked
// for every token of a text: it takes no memory and looks at one word.
func Starts(t token.Token) bool {
	switch t.Kind {
	case token.Number:
		return true
	case token.Word:
		return len(t.Lower) <= 13 && starter(t.Lower)
	case token.Punct:
		switch t.Text[0] {
		case '$', '~', '<', '>':
			return true
		case '%', '(', ')', ',', '-', '.', '"', '\'':
			return false
		}
		if t.Text[0] < 0x80 {
			return false
		}
		switch t.Text {
		case "≈", "≤", "≥", "½", "¼", "¾", "⅓", "⅔":
			return true
		}
		return currency(t.Text) != ""
	}
	return false
}

// Parse reads the quantity that begins at token i, with the modifiers before
// its number, and returns it with the number of tokens that it takes; ok is
// false where there is none. It looks at the tokens around too, so toks has
// to be the whole sentence. Where Parse refuses a modifier with its number
// (as "no" in "no one"), the tokens behind may be tried.
func Parse(toks []token.Token, i int) (q Quantity, n int, ok bool) {
	if i < 0 || i >= len(toks) || !Starts(toks[i]) {
		return Quantity{}, 0, false
	}
	p := parser(toks)
	if p.lower(i) == "between" {
		return p.between(i)
	}
	b, k := exactly, 0
	if !p.numberAt(i) {
		b, k = p.modifier(i)
	}
	if b != exactly && p.prepositional(i, k) {
		return Quantity{}, 0, false
	}
	inner, more := exactly, 0
	if k > 0 { // "at least some 300"
		if inner, more = p.modifier(i + k); inner != approx {
			inner, more = exactly, 0
		}
		k += more
	}
	x, ok := p.core(i + k)
	if (!ok || x.flags&None != 0) && k > 0 { // the first word may be the number's own: "a", "no"
		b, k, inner = exactly, 0, exactly
		x, ok = p.core(i)
	}
	if !ok || p.refused(i+k, k > 0, x) {
		return Quantity{}, 0, false
	}
	q, n, ok = p.complete(i, i+k, b, x)
	if inner == approx {
		q.Interval = q.Interval.Hull(approx.apply(x.interval(), true))
	}
	return q, n, ok
}

// prepositional tells the modifiers apart that are more often something
// else: signs apart from their number, "c" and "as".
func (p parser) prepositional(i, k int) bool {
	switch p.lower(i) {
	case "<", ">", "~", "≈", "≤", "≥":
		return !p.glued(i+k) || p.kind(i-1) == token.Punct && p.glued(i)
	case "c", "ca":
		return k < 2 || p.kind(i+k) != token.Number
	case "above", "over", "under", "below", "about", "around":
		// "the above four", "the one above 5"
		return determiner(p.lower(i - 1))
	case "perhaps", "maybe", "approaching", "better", "larger", "smaller", "lower", "higher":
		return !p.numberAt(i + k)
	}
	return false
}

// complete goes on behind the first number x at token at: second number,
// unit, frequency, modifiers behind; then it looks around.
func (p parser) complete(start, at int, b bound, x number) (Quantity, int, bool) {
	q := Quantity{Start: start, Style: x.style, Flags: x.flags, Unit: x.unit, Vague: x.vague, Capital: p[start].Cap()}
	end := p.share(at+x.n, &x)
	q.Flags |= x.flags
	iv := x.interval()
	if y, to, flag, ok := p.second(at, end, x); ok {
		x = scaled(x, y)
		iv = Closed(x.low(), y.high())
		q.Flags |= flag | y.flags
		x.place, end = min(x.place, y.place), to
		q.Tail = ""
	}
	if tail := p.frequency(end, &q); tail > 0 {
		q.Tail = p.join(end, end+tail)
		end += tail
	} else if q.Is(Percent|Points) && !p.glued(end-1) {
		q.Tail = p.join(at+x.n, end)
	}
	q.Place = int8(max(min(x.place, 100), -100))
	q.End = end
	if b == exactly {
		var n int
		if b, n = p.postposed(end); n > 0 {
			q.End = end + n
		} else if p.kind(end) == token.Word && !function(p.lower(end)) && p.lower(end+1) == "or" { // "five meetings or more"
			b, _ = p.postposed(end + 1)
		}
	}
	q.Interval = b.apply(iv, !q.Is(Percent|Points|Money|Fraction) && x.exp >= 0)
	q.Exact = b == exactly && x.single() && !q.Is(Range|Choice)
	if x.vague && b != exactly {
		q.Interval.Weak = q.Interval.Weak || x.weak
	}
	p.around(&q, at, b, x)
	return q, q.End - start, true
}

// share takes the sign or words of a percentage behind a number and returns
// the index behind them.
func (p parser) share(end int, x *number) int {
	switch p.lower(end) {
	case "%", "percent", "pct", "％":
		x.flags |= Percent | Rounded
		if p.lower(end+1) == "points" || p.lower(end+1) == "point" {
			x.flags = x.flags&^Percent | Points
			return end + 2
		}
		return end + 1
	case "per":
		if p.lower(end+1) == "cent" {
			x.flags |= Percent | Rounded
			return end + 2
		}
	case "percentage":
		if p.lower(end+1) == "points" || p.lower(end+1) == "point" {
			x.flags |= Points | Rounded
			return end + 2
		}
	}
	return end
}

// second reads the other end of "3 to 5", "3–5", "three or four" behind the
// number x at token at, which ends at token end. It returns the number, the
// index behind it, and Range or Choice.
func (p parser) second(at, end int, x number) (y number, to int, flag Flags, ok bool) {
	if !x.single() || x.flags&(None|Fraction|Factor) != 0 {
		return y, 0, 0, false
	}
	k := end
	switch w := p.lower(k); {
	case w == "to":
		if changing(p.lower(at-1)) || scoring(p.lower(at-1)) {
			return y, 0, 0, false
		}
		flag = Range
	case w == "or":
		flag = Choice
	case isDash(w) && p.glued(k) && p.glued(k+1):
		if p.lower(k+1) == "to" && p.hyphen(k+2) {
			k += 2
		}
		if scoring(p.lower(at - 1)) {
			return y, 0, 0, false
		}
		flag = Range
	case w == "," && x.style == Words: // "three, four or five"
		if z, zOK := p.core(k + 1); !zOK || !z.single() || p.lower(k+1+z.n) != "or" {
			return y, 0, 0, false
		} else if k += 1 + z.n; !x.low().LessThan(z.low()) {
			return y, 0, 0, false
		}
		flag = Choice
	default:
		return y, 0, 0, false
	}
	return p.secondAt(k+1, x, flag)
}

// secondAt reads the second number at token k and tests whether the two
// make a range.
func (p parser) secondAt(k int, x number, flag Flags) (number, int, Flags, bool) {
	y, ok := p.core(k)
	if !ok || !y.single() || y.flags&(None|Fraction|Factor|Definite) != 0 || (x.style == Fixed) != (y.style == Fixed) || y.style == Figures && p.digitsOdd(k, x) {
		return y, 0, 0, false
	}
	if x.style != y.style && isDash(p.lower(k-1)) {
		return y, 0, 0, false // "7-Eleven"
	}
	to := p.share(k+y.n, &y)
	switch unequal := (x.flags ^ y.flags) & (Percent | Points | Money); {
	case unequal&x.flags != 0 && !(unequal == Money && (y.by != 0 || flag == Range && isDash(p.lower(k-1)))):
		return y, 0, 0, false // "up 25% to 50"
	case x.flags&Measure != 0 && y.flags&Measure == 0:
		return y, 0, 0, false
	}
	if !scaled(x, y).low().LessThan(y.low()) {
		return y, 0, 0, false
	}
	return y, to, flag, true
}

// digitsOdd refuses figures behind a dash that make a telephone number, a
// date or a season: unequal noughts, "555-1234", "2021-22".
func (p parser) digitsOdd(k int, x number) bool {
	if !isDash(p.lower(k - 1)) {
		return false
	}
	left, right := p.text(k-2), p.text(k)
	if isDash(p.lower(k+1)) && p.glued(k+1) && p.kind(k+2) == token.Number {
		return true
	}
	_, leftYear := bareYear(left)
	_, rightYear := bareYear(right)
	return len(right) == 4 && !rightYear && len(left) == 3 || leftYear != rightYear && len(left) == 4
}

// scaled is the first number of a range: in "3 to 5 million" and "two or
// three hundred" the second one's power word holds for both.
func scaled(x, y number) number {
	if y.by == 0 || x.by != 0 {
		return x
	}
	z := x
	if z.times(y.by) {
		z.exp += y.byExp
		z.place += y.byExp
		if z.low().LessThan(y.low()) {
			return z
		}
	}
	return x
}

// between reads "between 3 and 5".
func (p parser) between(i int) (Quantity, int, bool) {
	x, ok := p.core(i + 1)
	if !ok || !x.single() || p.refused(i+1, true, x) {
		return Quantity{}, 0, false
	}
	end := p.share(i+1+x.n, &x)
	w := p.lower(end)
	if w != "and" && w != "to" && !isDash(w) {
		return Quantity{}, 0, false
	}
	y, to, flag, ok := p.secondAt(end+1, x, Range)
	if !ok {
		return Quantity{}, 0, false
	}
	q := Quantity{Start: i, End: to, Style: x.style, Flags: x.flags | y.flags | flag, Unit: x.unit, Capital: p[i].Cap(),
		Interval: Closed(scaled(x, y).low(), y.high()), Place: int8(min(scaled(x, y).place, y.place))}
	if n := p.frequency(to, &q); n > 0 {
		q.Tail = p.join(to, to+n)
		q.End += n
	}
	p.around(&q, i+1, exactly, x)
	return q, q.End - i, true
}

// frequency reads "times", "separate occasions" behind a number that ends
// before token end, sets Times or Factor, and returns the number of tokens.
func (p parser) frequency(end int, q *Quantity) int {
	n := 0
	if !q.Is(Times) {
		if q.Is(Percent | Points | Money | Measure | Fraction | Factor) {
			return 0
		}
		switch p.lower(end) {
		case "different", "separate", "distinct", "consecutive", "successive":
			n = 1
		case "more", "other", "additional", "further":
			n = 1
			if w := p.lower(end + 1); w == "times" || w == "occasions" {
				q.Flags |= More
			}
		}
		if w := p.lower(end + n); w != "times" && w != "occasions" && w != "time" && w != "occasion" || p.cap(end+n) || p.hyphen(end+n+1) {
			return 0
		}
		if w := p.lower(end + n); !strings.HasSuffix(w, "s") && !q.Interval.Known && p.lower(end-1) != "one" && p.lower(end-1) != "1" {
			return 0
		}
		n++
		q.Flags |= Times
	}
	next := p.lower(end + n)
	if comparative(next) && !q.Is(None) || next == "more" && (p.lower(end+n+1) == "than" || p.lower(end+n+1) == "likely") {
		q.Flags = q.Flags&^Times | Factor
	}
	return n
}

// join writes tokens with single blanks, without keeping the text alive.
func (p parser) join(from, to int) string {
	if to-from == 1 {
		switch p.lower(from) {
		case "times":
			return "times"
		case "occasions":
			return "occasions"
		case "%":
			return ""
		}
	}
	var b strings.Builder
	for i := from; i < to && p.in(i); i++ {
		if i > from {
			b.WriteByte(' ')
		}
		b.WriteString(p[i].Text)
	}
	return b.String()
}
