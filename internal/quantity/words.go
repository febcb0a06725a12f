package quantity

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
