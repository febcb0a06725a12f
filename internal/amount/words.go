package amount

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/concordlint/concord/internal/token"
)

// small is the value of a number word below a hundred, -1 for other words.
func small(w string) int {
	switch w {
	case "zero":
		return 0
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
	case "twenty":
		return 20
	case "thirty":
		return 30
	case "forty":
		return 40
	case "fifty":
		return 50
	case "sixty":
		return 60
	case "seventy":
		return 70
	case "eighty":
		return 80
	case "ninety":
		return 90
	}
	return -1
}

// power is the value of a word that multiplies the number before it.
func power(w string) int64 {
	switch w {
	case "hundred":
		return 100
	case "thousand":
		return 1_000
	case "million":
		return 1_000_000
	case "billion":
		return 1_000_000_000
	case "trillion":
		return 1_000_000_000_000
	}
	return 0
}

// wordNumber reads a whole number in words at token i: "seven",
// "twenty-three", "one hundred and five", "two thousand". next is the index
// behind it, i where there is none.
func wordNumber(toks []token.Token, i int) (n int64, next int) {
	var total, group int64
	read := false
	j := i
	for j < len(toks) && toks[j].Kind == token.Word {
		w := toks[j].Lower
		if v := small(w); v >= 0 {
			// "two three" is two numbers; "twenty three" and "hundred five" are one.
			if read && !(group%100 == 0 && group > 0 || group%10 == 0 && group%100 >= 20 && v < 10) {
				break
			}
			group += int64(v)
			read = true
			j++
			if v >= 20 && j+1 < len(toks) && toks[j].Text == "-" && !toks[j].Space {
				if u := small(toks[j+1].Lower); u > 0 && u < 10 {
					group += int64(u)
					j += 2
				}
			}
			continue
		}
		p := power(w)
		switch {
		case p == 0 || !read:
			if w == "and" && read && group%100 == 0 && group > 0 && j+1 < len(toks) && small(toks[j+1].Lower) > 0 {
				j++
				continue
			}
			return total + group, max(back(toks, j, i), i)
		case p == 100:
			group *= 100
		default:
			total += group * p
			group = 0
		}
		j++
	}
	if !read {
		return 0, i
	}
	return total + group, j
}

// back leaves a trailing "and" out of a number.
func back(toks []token.Token, j, from int) int {
	if j > from && toks[j-1].Lower == "and" {
		return j - 1
	}
	return j
}

// figure reads a number in figures: "16", "1,200", "12 000" is left as 12,
// "2.5". ok is false for what is no plain number ("3rd", "2.7.6").
func figure(s string) (decimal.Decimal, bool) {
	dots := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
		case c == ',':
			// A comma groups digits only with three of them behind it
			// (two in the Indian manner, the last group three).
			if i+3 >= len(s)+0 && len(s)-i-1 != 3 || i == 0 {
				return decimal.Decimal{}, false
			}
		case c == '.':
			dots++
		default:
			return decimal.Decimal{}, false
		}
	}
	if dots > 1 || strings.HasSuffix(s, ".") {
		return decimal.Decimal{}, false
	}
	if strings.Contains(s, ",") {
		if last := len(s) - 1 - strings.LastIndexByte(s, ','); last != 3 && !strings.Contains(s, ".") {
			return decimal.Decimal{}, false
		}
		s = strings.ReplaceAll(s, ",", "")
	}
	if len(s) > 15 {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(s)
	return d, err == nil
}

// numberWords writes 0 to 12 as words, as running text does.
var numberWords = [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
