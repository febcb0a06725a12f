package quantity

import (
	"strconv"

	"github.com/concordlint/concord/internal/token"
)

// Ordinal is the value of an ordinal number that is one token: "third",
// "3rd". Ordinals are no quantities; Parse refuses them.
func Ordinal(t token.Token) (int, bool) {
	switch t.Kind {
	case token.Word:
		n := ordinalWord(t.Lower)
		return n, n > 0
	case token.Number:
		cut := len(t.Lower) - 2
		if cut < 1 || cut > 6 {
			return 0, false
		}
		switch t.Lower[cut:] {
		case "st", "nd", "rd", "th":
			n, err := strconv.Atoi(t.Lower[:cut])
			return n, err == nil
		}
	}
	return 0, false
}

// OrdinalAt is Ordinal for ordinals of more than one token too
// ("twenty-first"); n is the number of tokens.
func OrdinalAt(toks []token.Token, i int) (value, n int, ok bool) {
	p := parser(toks)
	if !p.in(i) {
		return 0, 0, false
	}
	if tens, c := numeral(p.lower(i)); c == ten && p.hyphen(i+1) {
		if o := ordinalWord(p.lower(i + 2)); o > 0 && o < 10 {
			return int(tens) + o, 3, true
		}
	}
	value, ok = Ordinal(toks[i])
	return value, 1, ok
}
