package quantity

import (
	"strings"

	"github.com/concordlint/concord/internal/token"
	"github.com/shopspring/decimal"
)

// number is what the words for one number say, before modifiers: lo to hi,
// both times ten to the power exp. It needs no memory of its own.
type number struct {
	lo, hi int64
	exp    int32
	inf    bool // no upper end
	// unknown, weak and vague are as in Interval and Quantity.
	unknown, weak, vague bool
	style                Style
	flags                Flags
	place                int32
	// by and byExp are the last word that multiplied ("hundred", "dozen",
	// "million"), as by times ten to the power byExp; by 0 if there is none.
	// In "two or three hundred" it holds for the first number too.
	by    int64
	byExp int32
	unit  string
	n     int // tokens
}

func plain(v int64, s Style, n int) number { return number{lo: v, hi: v, style: s, n: n} }

func (x number) low() decimal.Decimal  { return decimal.New(x.lo, x.exp) }
func (x number) high() decimal.Decimal { return decimal.New(x.hi, x.exp) }
func (x number) single() bool          { return x.lo == x.hi && !x.inf && !x.unknown && !x.vague }

// is reports whether the number is exactly v.
func (x number) is(v int64) bool { return x.single() && x.exp == 0 && x.lo == v }

// times multiplies by a word; ok is false where figures would be lost.
func (x *number) times(v int64) bool {
	const most = 1 << 40
	e := int32(0)
	for ; v%10 == 0; v /= 10 {
		e++
	}
	if x.lo > most || x.hi > most {
		return false
	}
	x.lo, x.hi, x.by, x.byExp = x.lo*v, x.hi*v, v, e
	x.exp += e
	x.place += e
	return true
}

// parser reads the tokens of a text. Its methods take a token's index and
// give what stands there; an index out of range stands for nothing.
type parser []token.Token

func (p parser) in(i int) bool { return i >= 0 && i < len(p) }

func (p parser) lower(i int) string {
	if !p.in(i) {
		return ""
	}
	return p[i].Lower
}

func (p parser) kind(i int) token.Kind {
	if !p.in(i) {
		return 0
	}
	return p[i].Kind
}

// glued reports whether token i stands right behind token i-1.
func (p parser) glued(i int) bool { return i > 0 && p.in(i) && !p[i].Space && p[i].Start == p[i-1].End }

func (p parser) cap(i int) bool { return p.in(i) && p[i].Cap() }

// hyphen reports whether token i is a hyphen with no blank on either side.
func (p parser) hyphen(i int) bool {
	return p.kind(i) == token.Punct && isHyphen(p[i].Text) && p.glued(i) && p.glued(i+1)
}

func isHyphen(s string) bool { return s == "-" || s == "\u2010" || s == "\u2011" }

func isDash(s string) bool { return isHyphen(s) || s == "\u2013" || s == "\u2012" || s == "\u2212" }

// core reads the number at token i, without modifiers.
func (p parser) core(i int) (number, bool) {
	switch p.kind(i) {
	case token.Number:
		return p.figureNumber(i, "")
	case token.Punct:
		if x, ok := glyph(p[i].Text, 1); ok && !p.glued(i) {
			return x, true
		}
		if sign := currency(p[i].Text); sign != "" && p.kind(i+1) == token.Number {
			if p.glued(i) && p.kind(i-1) == token.Word {
				sign = p[i-1].Text + sign
			}
			x, ok := p.figureNumber(i+1, sign)
			x.n++
			return x, ok
		}
	case token.Word:
		return p.wordNumber(i)
	}
	return number{}, false
}

// wordNumber reads a number in words.
func (p parser) wordNumber(i int) (number, bool) {
	w := p[i].Lower
	if _, c := numeral(w); c != 0 {
		if c >= hundred {
			return number{}, false // "hundred" and the like need a number or an article
		}
		return p.cardinal(i, i, sum{})
	}
	switch w {
	case "a", "an":
		return p.article(i)
	case "half":
		return p.half(i, i+1)
	case "couple", "pair":
		if p.lower(i+1) == "of" {
			return p.group(i, i)
		}
	case "several", "few":
		return p.group(i, i)
	case "both":
		return number{lo: 2, hi: 2, style: Fixed, flags: Definite, n: 1}, true
	case "once":
		return number{lo: 1, hi: 1, style: Fixed, flags: Times, n: 1}, p.onceCounts(i)
	case "twice":
		return number{lo: 2, hi: 2, style: Fixed, flags: Times, n: 1}, true
	case "thrice":
		return number{lo: 3, hi: 3, style: Fixed, flags: Times, n: 1}, true
	case "no":
		return number{style: Fixed, flags: None, n: 1}, p.noCounts(i)
	case "none":
		return number{style: Fixed, flags: None, n: 1}, p.lower(i+1) != "the" && p.lower(i-1) != "to"
	case "never":
		return number{style: Fixed, flags: None | Times, n: 1}, !p.hyphen(i + 1)
	}
	return p.multitudes(i)
}

// sum adds up the words of a cardinal.
type sum struct {
	total, cur int64
	last       class
	power      int64 // the last power word
	by         int64 // the word that multiplied last, if nothing was added since
	place      int32
}

// take adds a word to the cardinal; false where it cannot follow.
func (s *sum) take(v int64, c class) bool {
	free := s.last == 0 || s.last == hundred || s.last == power
	switch c {
	case zero:
		if s.last != 0 {
			return false
		}
	case unit:
		if !free && s.last != ten {
			return false
		}
		s.cur += v
	case teen, ten:
		if !free {
			return false
		}
		s.cur += v
	case hundred:
		if s.cur == 0 || s.cur >= 100 {
			return false
		}
		s.cur *= 100
	case power:
		if s.cur == 0 || s.power != 0 && v >= s.power {
			return false
		}
		s.total, s.cur, s.power = s.total+s.cur*v, 0, v
	case dozen:
		if s.cur == 0 || s.total != 0 {
			return false
		}
		s.total, s.cur = s.cur*v, 0
	}
	s.by, s.place = 0, 0
	if c >= hundred {
		s.by = v
	}
	s.last = c
	return true
}

// cardinal reads number words from token j on; from is where the number
// begins (an article before it), s what was said so far.
func (p parser) cardinal(from, j int, s sum) (number, bool) {
	for s.last != zero && s.last != dozen {
		k := j
		switch {
		case j == from:
		case p.hyphen(k):
			if k++; p.lower(k) == "and" && p.hyphen(k+1) {
				k += 2
			}
		case p.lower(k) == "and" && (s.last == hundred || s.last == power):
			k++
		}
		v, c := numeral(p.lower(k))
		if c == 0 || k > j && p.lower(k-1) == "and" && (c >= hundred || p.dozenAt(k+1)) {
			break // "five hundred and two dozen" are two numbers
		}
		// "a hundred two-way talks": the two belongs to what follows.
		if j > from && c < hundred && p.glued(k) == (k == j) && p.hyphen(k+1) && p.compoundPart(k+2) {
			break
		}
		if !s.take(v, c) {
			break
		}
		j = k + 1
	}
	if j == from {
		return number{}, false
	}
	x := plain(s.total+s.cur, Words, j-from)
	if s.by != 0 {
		for x.by = s.by; x.by%10 == 0; x.by /= 10 {
			x.byExp++
		}
		if s.last == power && s.by >= 1_000_000 {
			x.place, x.flags = x.byExp, Rounded
		}
	}
	return p.fractional(from, x)
}

func (p parser) dozenAt(i int) bool {
	_, c := numeral(p.lower(i))
	return c == dozen
}

// compoundPart reports whether the word at i, behind a hyphen, makes a
// compound with the number before it rather than going on with the number.
func (p parser) compoundPart(i int) bool {
	_, c := numeral(p.lower(i))
	return c == 0
}

// fractional goes on with what makes a fraction of a cardinal: "two-thirds",
// "two and a half".
func (p parser) fractional(from int, x number) (number, bool) {
	j := from + x.n
	if p.match(j, "and a half") > 0 && x.by == 1 && x.byExp >= 3 { // "a million and a half"
		x.lo += pow10(x.byExp) / 2
		x.hi, x.n, x.place = x.lo, x.n+3, x.place-1
		return x, true
	}
	if (p.match(j, "and a half") > 0 || p.match(j, "and a quarter") > 0) && x.by == 0 {
		x.n += 3
		if x.lo, x.exp, x.place = x.lo*10+5, -1, -1; p.lower(j+2) == "quarter" {
			x.lo, x.exp = (x.lo-5)*10+25, -2
		}
		x.hi = x.lo
		return p.magnitudes(from, x), true
	}
	k := j
	if p.hyphen(k) {
		k++
	}
	parts, plural := denominator(p.lower(k))
	switch {
	case parts == 0 || p.lower(k) == "second":
		if k > j && ordinalWord(p.lower(k)) > 0 {
			return number{}, false // "twenty-first"
		}
		return x, true
	case k > j && !plural && x.lo >= 20:
		return number{}, false // "twenty-fifth"
	case plural != (x.lo != 1), x.lo > 100, x.by != 0, k == j && p.lower(k+1) != "of" && (!plural || parts == 4 || parts == 2):
		return x, true
	}
	return share(x.lo, parts, k+1-from), true
}

// share is num/den as an interval of six figures, exact where it ends there.
func share(num, den int64, n int) number {
	const exp = -6
	v := num * 1_000_000
	x := number{lo: v / den, hi: (v + den - 1) / den, exp: exp, style: Words, flags: Fraction, n: n}
	if x.lo == x.hi {
		for x.lo%10 == 0 && x.lo != 0 {
			x.lo, x.exp = x.lo/10, x.exp+1
		}
		x.hi = x.lo
	}
	return x
}

// article reads "a hundred", "a dozen", "a half dozen", "a third of", "a
// few", "a number of".
func (p parser) article(i int) (number, bool) {
	w := p.lower(i + 1)
	v, c := numeral(w)
	switch {
	case c == dozen && v == 20: // "a score of 31" is none
		next := p.lower(i + 3)
		if p.lower(i+2) != "of" || p.kind(i+3) != token.Word || next == "the" {
			return number{}, false
		}
		if _, c := numeral(next); c != 0 {
			return number{}, false
		}
		return p.swallowOf(i, number{lo: 20, hi: 20, style: Words, n: 2}), true
	case c >= hundred:
		if w == "hundred" || c == dozen || c == power {
			return p.cardinal(i, i+1, sum{cur: 1, last: unit})
		}
	case w == "half":
		return p.half(i, i+2)
	case w == "single":
		return number{lo: 1, hi: 1, style: Fixed, n: 2}, !p.hyphen(i + 2)
	case w == "quarter" || ordinalWord(w) >= 3:
		if parts, plural := denominator(w); parts != 0 && !plural && p.lower(i+2) == "of" {
			return share(1, parts, 2), p.lower(i+3) != "a"
		}
	default:
		return p.group(i, i+1)
	}
	return number{}, false
}

// half reads what follows "half" or "a half", from token j on.
func (p parser) half(i, j int) (number, bool) {
	k := j
	if p.hyphen(k) {
		k++
	}
	if p.lower(k) == "a" || p.lower(k) == "an" {
		if k++; p.hyphen(k) {
			k++
		}
	}
	v, c := numeral(p.lower(k))
	switch {
	case c == dozen, c == hundred, c == power:
		x := plain(v/2, Words, k+1-i)
		if v >= 1_000_000 {
			x.place, x.flags = powerOf(p.lower(k))-1, Rounded
		}
		return x, true
	case p.lower(j) == "of" || p.lower(j) == "the" && p.lower(i) == "half":
		x := share(1, 2, j-i)
		return x, true
	}
	return number{}, false
}

// group reads the vague words; w is the index of the word itself, i that of
// an article before it or w too.
func (p parser) group(i, w int) (number, bool) {
	x := number{style: Fixed, vague: true, n: w + 1 - i}
	switch p.lower(w) {
	case "couple":
		if !p.coupleCounts(w + 1) {
			return x, false
		}
		x.lo, x.hi = 2, 3
	case "pair":
		if p.lower(w+1) != "of" {
			return x, false
		}
		x.lo, x.hi, x.vague = 2, 2, false
	case "few":
		if i == w && !fewCounts(p.lower(w-1)) {
			return x, false
		}
		x.lo, x.hi, x.inf, x.weak = 3, 3, true, true
	case "several":
		x.lo, x.hi, x.inf, x.weak = 3, 3, true, true
		if i != w || p.hyphen(w+1) {
			return x, false
		}
	case "handful":
		if p.lower(w+1) != "of" {
			return x, false
		}
		x.lo, x.hi, x.weak = 3, 7, true
	default:
		return p.anyNumber(i, w)
	}
	return p.multiplied(i, p.swallowOf(i, x)), true
}

// anyNumber reads "a number of", "a large number of".
func (p parser) anyNumber(i, w int) (number, bool) {
	if growing(p.lower(w)) {
		w++
	}
	if i == w || p.lower(w) != "number" || p.lower(w+1) != "of" {
		return number{}, false
	}
	x := number{style: Fixed, vague: true, unknown: true, n: w + 1 - i}
	return p.swallowOf(i, x), true
}

// multiplied reads the power or dozen behind a vague word: "a few hundred".
func (p parser) multiplied(i int, x number) number {
	v, c := numeral(p.lower(i + x.n))
	if c < hundred || c == dozen && v == 20 || p.hyphen(i+x.n+1) {
		return x
	}
	if y := x; y.times(v) {
		y.n++
		return y
	}
	return x
}

// multitudes reads "dozens of", "tens of thousands", "hundreds".
func (p parser) multitudes(i int) (number, bool) {
	v := multitude(p.lower(i))
	if v == 0 || p.hyphen(i+1) {
		return number{}, false
	}
	x := number{lo: v, hi: v, inf: true, weak: true, vague: true, style: Fixed, n: 1}
	more := multitude(p.lower(i + 2))
	switch p.lower(i) {
	case "tens", "hundreds":
		if p.lower(i+1) == "of" && more >= 2000 {
			x.n = 3
			ok := x.times(more / 2)
			return p.swallowOf(i, x), ok
		}
		if p.lower(i) == "tens" {
			return number{}, false
		}
	case "scores": // "he scores", "the scores"
		if p.lower(i+1) != "of" || determiner(p.lower(i-1)) {
			return number{}, false
		}
	}
	return p.swallowOf(i, x), true
}

// swallowOf takes the "of" that only joins a collective word to its noun;
// not the one of "a couple of the calls", which makes a part of a whole.
func (p parser) swallowOf(i int, x number) number {
	if j := i + x.n; p.lower(j) == "of" && p.kind(j+1) != token.Punct && p.in(j+1) && !partitive(p.lower(j+1)) && !possessive(p.lower(j+1)) {
		x.n++
	}
	return x
}

// magnitudes takes the power words behind the figures or the fraction x,
// which begins at token i.
func (p parser) magnitudes(i int, x number) number {
	for range 2 {
		k := i + x.n
		if p.hyphen(k) {
			k++
		}
		if p.kind(k) != token.Word {
			return x
		}
		var v int64
		if e := shortPower(p[k].Text, x.flags&Money != 0); e > 0 {
			v = pow10(e)
		} else if n, c := numeral(p[k].Lower); c >= hundred && n != 20 {
			v = n
		}
		if v == 0 || !x.times(v) {
			return x
		}
		if x.flags &^= Ambiguous; v != 100 && v != 12 {
			x.flags |= Rounded
		}
		x.n = k + 1 - i
	}
	return x
}

func pow10(e int32) int64 {
	v := int64(1)
	for ; e > 0; e-- {
		v *= 10
	}
	return v
}

// glyph is the value of a fraction sign.
func glyph(s string, n int) (number, bool) {
	switch s {
	case "½":
		return share(1, 2, n), true
	case "¼":
		return share(1, 4, n), true
	case "¾":
		return share(3, 4, n), true
	case "⅓":
		return share(1, 3, n), true
	case "⅔":
		return share(2, 3, n), true
	}
	return number{}, false
}

// currency is the sign itself if s is one, else empty. The strings are
// constants so that facts do not keep the text in memory.
func currency(s string) string {
	const signs = "$€£¥₹₽₩₺₴₪"
	if i := strings.Index(signs, s); i >= 0 && s != "" {
		return signs[i : i+len(s)]
	}
	return ""
}
