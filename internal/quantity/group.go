package quantity

import "github.com/concordlint/concord/internal/token"

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
