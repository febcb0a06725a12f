package quantity

import "strings"

// This file holds the English words. Tables are switches: they cost nothing
// at start and a look-up allocates nothing.

// class tells what a number word can follow and be followed by.
type class uint8

const (
	zero class = iota + 1
	unit
	teen
	ten
	hundred
	power
	dozen
)

// numeral is the value and class of a cardinal word, class 0 if w is none.
func numeral(w string) (int64, class) {
	if v := below20(w); v > 0 {
		if v < 10 {
			return v, unit
		}
		return v, teen
	}
	switch w {
	case "zero":
		return 0, zero
	case "twenty":
		return 20, ten
	case "thirty":
		return 30, ten
	case "forty", "fourty":
		return 40, ten
	case "fifty":
		return 50, ten
	case "sixty":
		return 60, ten
	case "seventy":
		return 70, ten
	case "eighty":
		return 80, ten
	case "ninety":
		return 90, ten
	case "hundred":
		return 100, hundred
	case "dozen":
		return 12, dozen
	case "score":
		return 20, dozen
	}
	if e := powerOf(w); e > 0 {
		return pow10(e), power
	}
	return 0, 0
}

// below20 is the value of the words from one to nineteen, 0 if w is none.
func below20(w string) int64 {
	switch w {
	case "one":
		return 1
	case "two":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	case "seven":
		return 7
	case "eight":
		return 8
	case "nine":
		return 9
	case "ten":
		return 10
	case "eleven":
		return 11
	case "twelve":
		return 12
	case "thirteen":
		return 13
	case "fourteen":
		return 14
	case "fifteen":
		return 15
	case "sixteen":
		return 16
	case "seventeen":
		return 17
	case "eighteen":
		return 18
	case "nineteen":
		return 19
	}
	return 0
}

// powerOf is the power of ten of a word for one, 0 if w is none.
func powerOf(w string) int32 {
	switch w {
	case "thousand":
		return 3
	case "lakh":
		return 5
	case "million":
		return 6
	case "crore":
		return 7
	case "billion":
		return 9
	case "trillion":
		return 12
	}
	return 0
}

// shortPower is the power of ten of an abbreviation behind figures. The
// letters that are units too (m, b, t) count for amounts of money only.
func shortPower(w string, money bool) int32 {
	switch w {
	case "k", "K":
		return 3
	case "mn", "mln", "Mn", "mio", "Mio", "mil":
		return 6
	case "bn", "Bn", "BN", "bln", "mrd", "Mrd":
		return 9
	case "tn", "trn", "Tn":
		return 12
	}
	if !money {
		return 0
	}
	switch w {
	case "m", "M", "MM":
		return 6
	case "b", "B":
		return 9
	case "t", "T":
		return 12
	}
	return 0
}

// multitude is the least that a plural of a number word stands for ("dozens"
// is two dozen or more), 0 if w is none.
func multitude(w string) int64 {
	switch w {
	case "tens":
		return 20
	case "dozens":
		return 24
	case "scores":
		return 40
	case "hundreds":
		return 200
	case "thousands":
		return 2_000
	case "millions":
		return 2_000_000
	case "billions":
		return 2_000_000_000
	case "trillions":
		return 2_000_000_000_000
	}
	return 0
}

// denominator is the number of parts that a fraction's word names, 0 if w
// names none.
func denominator(w string) (parts int64, plural bool) {
	switch w {
	case "half":
		return 2, false
	case "halves":
		return 2, true
	case "quarter":
		return 4, false
	case "quarters":
		return 4, true
	}
	s, plural := strings.CutSuffix(w, "s")
	if n := ordinalWord(s); n >= 3 && n <= 12 {
		return int64(n), plural
	}
	return 0, false
}

// ordinalWord is the value of a one-word ordinal, 0 if w is none.
func ordinalWord(w string) int {
	switch w {
	case "first":
		return 1
	case "second":
		return 2
	case "third":
		return 3
	case "fourth":
		return 4
	case "fifth":
		return 5
	case "sixth":
		return 6
	case "seventh":
		return 7
	case "eighth":
		return 8
	case "ninth":
		return 9
	case "tenth":
		return 10
	case "eleventh":
		return 11
	case "twelfth":
		return 12
	}
	return ordinalAbove12(w)
}

func ordinalAbove12(w string) int {
	switch w {
	case "thirteenth":
		return 13
	case "fourteenth":
		return 14
	case "fifteenth":
		return 15
	case "sixteenth":
		return 16
	case "seventeenth":
		return 17
	case "eighteenth":
		return 18
	case "nineteenth":
		return 19
	case "twentieth":
		return 20
	case "thirtieth":
		return 30
	case "fortieth":
		return 40
	case "fiftieth":
		return 50
	case "sixtieth":
		return 60
	case "seventieth":
		return 70
	case "eightieth":
		return 80
	case "ninetieth":
		return 90
	case "hundredth":
		return 100
	}
	return 0
}

// cardinalWords are the words from 0 to 19 and tenWords those of 20 to 90.
var (
	cardinalWords = [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
		"twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
	tenWords = [...]string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)

// InWords writes n in words ("twenty-three", "one hundred five"). Numbers
// below 0 and from a billion are written in figures.
func InWords(n int) string {
	switch {
	case n < 0 || n >= 1_000_000_000:
		return inFigures(n)
	case n < 20:
		return cardinalWords[n]
	case n < 100:
		s := tenWords[n/10-2]
		if n%10 != 0 {
			s += "-" + cardinalWords[n%10]
		}
		return s
	case n < 1000:
		return inPowers(n, 100, "hundred")
	case n < 1_000_000:
		return inPowers(n, 1000, "thousand")
	}
	return inPowers(n, 1_000_000, "million")
}

func inPowers(n, by int, word string) string {
	s := InWords(n/by) + " " + word
	if n%by != 0 {
		s += " " + InWords(n%by)
	}
	return s
}
