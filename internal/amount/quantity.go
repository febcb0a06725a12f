package amount

import (
	"strconv"
	"strings"
)

// Flag says in what way a number is not, or not only, a plain count.
type Flag uint16

// The flags.
const (
	// TimesFlag: a frequency: once, twice, "seven times", "on four occasions".
	TimesFlag Flag = 1 << iota
	// Modified: the number is bounded, rounded or vague.
	Modified
	// YearLike: four bare digits that read as a year.
	YearLike
	// Compound: part of a hyphened word: "three-year", "two-way".
	Compound
	// OneOf: "one of the reasons", "one more", "one another".
	OneOf
	// PartOf: "three of the four", "two of these".
	PartOf
	// More: "three more", "another two", "two other".
	More
	// Definite: "the two", "these three": what was counted before.
	Definite
	// Selected: "the first three", "the last two".
	Selected
	// Measured: glued to a currency, a unit or a percent sign.
	Measured
	// Label: "Section 4", "No. 12", "#3", "version 2": a name, no count.
	Label
	// Fraction: not whole.
	Fraction
	// Decades of years, clock times and the like.
	Clocked
)

// Quantity is a number as a text states it.
type Quantity struct {
	Interval Interval
	Flags    Flag
	// Words tells that the number is written in words. Surface is the text
	// of the number itself, without modifiers and nouns.
	Words   bool
	Surface string
	// Noun is what follows the number inside the quantity: "times",
	// "occasions"; empty for once and twice.
	Noun string
}

// Has reports whether any of the flags is set.
func (q Quantity) Has(f Flag) bool { return q.Flags&f != 0 }

// One is the quantity 1.
func One() Quantity { return Quantity{Interval: Exactly(1)} }

// Times reports whether the quantity is a frequency.
func (q Quantity) Times() bool { return q.Has(TimesFlag) }

// IsOne reports whether the quantity is exactly 1.
func (q Quantity) IsOne() bool {
	n, ok := q.Interval.Int()
	return ok && n == 1
}

// Countable reports whether the quantity can be a count of deeds or parties.
func (q Quantity) Countable() bool {
	return !q.Has(YearLike | Compound | OneOf | PartOf | More | Definite | Selected | Measured | Label | Fraction | Clocked)
}

// ListCountable reports whether the quantity can be the length of a list: a
// plain exact number of at least two.
func (q Quantity) ListCountable() bool {
	if q.Has(YearLike | Compound | OneOf | PartOf | Selected | Measured | Label | Fraction | Clocked | Modified | TimesFlag) {
		return false
	}
	n, ok := q.Interval.Int()
	return ok && n >= 2 && n <= 300
}

// Restate writes another number in the quantity's own way: "seven times" with
// 6 is "six times". ok is false where the number was modified.
func (q Quantity) Restate(n int) (string, bool) {
	if q.Has(Modified) || q.Surface == "" || n < 1 {
		return "", false
	}
	s := strconv.Itoa(n)
	if q.Words && n < len(numberWords) {
		s = numberWords[n]
		if c := q.Surface[0]; c >= 'A' && c <= 'Z' {
			s = strings.ToUpper(s[:1]) + s[1:]
		}
	}
	if q.Noun == "" {
		if q.Times() {
			return frequency(s, n), true
		}
		return s, true
	}
	if n == 1 {
		return frequency(s, n), true
	}
	return s + " " + q.Noun, true
}

func frequency(s string, n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return s + " times"
}
