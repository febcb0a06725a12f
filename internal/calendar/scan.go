package calendar

import "github.com/concordlint/concord/internal/token"

// punct reports whether token i is the punctuation s.
func punct(toks []token.Token, i int, s string) bool {
	return i >= 0 && i < len(toks) && toks[i].Kind == token.Punct && toks[i].Text == s
}

// word reports whether token i is one of the lower-case words.
func word(toks []token.Token, i int, words ...string) bool {
	if i < 0 || i >= len(toks) || toks[i].Kind != token.Word {
		return false
	}
	for _, w := range words {
		if toks[i].Lower == w {
			return true
		}
	}
	return false
}

// glued reports whether token i stands directly after the one before.
func glued(toks []token.Token, i int) bool { return i > 0 && i < len(toks) && !toks[i].Space }

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// digits is the value of the digits that begin s, at most six of them, and
// how many there are.
func digits(s string) (v, n int) {
	for n < len(s) && n < 6 && s[n] >= '0' && s[n] <= '9' {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, n
}

// small is the value of a number of one or two digits at i.
func small(toks []token.Token, i int) (v int, ok bool) {
	if i < 0 || i >= len(toks) || toks[i].Kind != token.Number || len(toks[i].Text) > 2 || !isDigits(toks[i].Text) {
		return 0, false
	}
	v, _ = digits(toks[i].Text)
	return v, true
}

// dayOf reads a day of the month: "6", "06", "6th", "sixth", "twenty-first".
// Numbers up to 99 are let through, since a day that cannot be is worth
// telling; ordinals end at 31.
func dayOf(toks []token.Token, i int) (day int, ordinal bool, next int) {
	if i >= len(toks) {
		return 0, false, i
	}
	t := toks[i]
	switch t.Kind {
	case token.Number:
		v, n := digits(t.Text)
		if n == len(t.Text) && n <= 2 {
			return v, false, i + 1
		}
		if n <= 2 && len(t.Lower) == n+2 && v >= 1 && v <= 31 {
			switch t.Lower[n:] {
			case "st", "nd", "rd", "th":
				return v, true, i + 1
			}
		}
	case token.Word:
		if v := ordinalOf(t.Lower); v != 0 {
			return v, true, i + 1
		}
		if ten := tens(t.Lower); ten != 0 && punct(toks, i+1, "-") && i+2 < len(toks) {
			if v := ordinalOf(toks[i+2].Lower); v > 0 && v < 10 && ten+v <= 31 {
				return ten + v, true, i + 3
			}
		}
	}
	return 0, false, i
}

// yearOf reads a year of four digits, 1000 to 2999.
func yearOf(toks []token.Token, i int) (year int, ok bool) {
	if i < 0 || i >= len(toks) || toks[i].Kind != token.Number || len(toks[i].Text) != 4 || !isDigits(toks[i].Text) {
		return 0, false
	}
	year, _ = digits(toks[i].Text)
	return year, year >= 1000 && year <= 2999
}

// yearAfter reads the year behind a day or month: "2021", ", 2021", "of
// 2021", "'21". What looks like a count ("December 6, 2000 people") is none.
func yearAfter(toks []token.Token, i int) (year, next int, ok bool) {
	j := i
	if punct(toks, j, ",") || word(toks, j, "of") {
		j++
	}
	if year, ok = yearOf(toks, j); ok {
		if punct(toks, j+1, "%") || seasonBehind(toks, j+1) {
			return 0, i, false
		}
		if year%100 == 0 && j+1 < len(toks) && toks[j+1].Kind == token.Word && !toks[j+1].Cap() && !isFunctionWord(toks[j+1].Lower) {
			return 0, i, false
		}
		return year, j + 1, true
	}
	if j == i && j+1 < len(toks) && toks[j].Space && (punct(toks, j, "'") || punct(toks, j, "’")) && glued(toks, j+1) {
		if v, ok := small(toks, j+1); ok && len(toks[j+1].Text) == 2 {
			return century(v), j + 2, true
		}
	}
	return 0, i, false
}

// seasonBehind reports whether the year before i goes on as "-22" does; in
// "1970-2 January" a range goes on.
func seasonBehind(toks []token.Token, i int) bool {
	if !glued(toks, i) || !isDash(toks[i]) || !glued(toks, i+1) {
		return false
	}
	if _, ok := small(toks, i+1); !ok {
		return false
	}
	m, _ := month(toks, i+2)
	return m == 0
}

// century completes a year of two digits, as POSIX strptime does.
func century(v int) int {
	if v < 69 {
		return 2000 + v
	}
	return 1900 + v
}

func isDash(t token.Token) bool {
	switch t.Text {
	case "-", "–", "—", "‑", "‒", "−", "―":
		return true
	}
	return false
}

// link is how two dates of a range are joined.
type link uint8

const (
	noLink  link = iota
	tight        // 15-16
	spaced       // 15 - 16
	worded       // 15 to 16
	coupled      // 15 and 16
	slashed      // 15/16
)

// linkAt reads the joint of a range.
func linkAt(toks []token.Token, i int) (link, int) {
	if i >= len(toks) || i+1 >= len(toks) {
		return noLink, i
	}
	t := toks[i]
	switch {
	case t.Kind == token.Word:
		switch t.Lower {
		case "to", "through", "until", "till", "thru":
			return worded, i + 1
		case "and":
			return coupled, i + 1
		}
	case isDash(t):
		next := i + 1
		if t.Text == "-" && punct(toks, next, "-") && glued(toks, next) {
			next++ // "--"
		}
		if t.Space || next < len(toks) && toks[next].Space {
			return spaced, next
		}
		return tight, next
	case t.Text == "&":
		return coupled, i + 1
	case t.Text == "/" && !t.Space:
		return slashed, i + 1
	}
	return noLink, i
}

// bounded reports whether what stands at i shows that a bare number before it
// was a day and no count: the end, punctuation, a capital, a year, or one of
// the small words that follow a date.
func bounded(toks []token.Token, i int) bool {
	if i >= len(toks) {
		return true
	}
	t := toks[i]
	switch t.Kind {
	case token.Punct:
		switch t.Text {
		case "%", "°", "‰", "€", "$", "£":
			return false
		}
		return true
	case token.Number:
		_, ok := yearOf(toks, i)
		return ok
	}
	return t.Cap() || isFunctionWord(t.Lower)
}

// isFunctionWord lists small words that stand after a date and never after a
// bare count that they would belong to.
func isFunctionWord(w string) bool {
	switch w {
	case "a", "an", "the", "this", "that", "he", "she", "it", "they", "we", "his", "her", "its", "their", "i", "you",
		"in", "at", "on", "for", "with", "by", "from", "to", "of", "as", "into", "over", "under", "through", "until", "till", "between", "before", "after", "during", "via", "without", "about",
		"and", "or", "but", "when", "where", "which", "who", "while", "because", "since", "if", "so", "then", "inclusive",
		"is", "was", "are", "were", "be", "been", "has", "had", "have", "did", "does", "will", "would", "can", "could", "should", "may", "might", "must", "shall", "not":
		return true
	}
	return false
}

// clocked reports whether the number before i is the hour of a clock.
func clocked(toks []token.Token, i int) bool {
	if punct(toks, i, ":") && glued(toks, i) && glued(toks, i+1) && toks[i+1].Kind == token.Number {
		return true
	}
	return i < len(toks) && halfOf(toks[i]) != noHalf || word(toks, i, "o'clock")
}
