package calendar

import "github.com/concordlint/concord/internal/token"

// monthOf is the month (1 to 12) of a lower-case name, 0 for other words;
// short tells that it is an abbreviation.
func monthOf(w string) (m int8, short bool) {
	switch w {
	case "january":
		return 1, false
	case "february":
		return 2, false
	case "march":
		return 3, false
	case "april":
		return 4, false
	case "may":
		return 5, false
	case "june":
		return 6, false
	case "july":
		return 7, false
	case "august":
		return 8, false
	case "september":
		return 9, false
	case "october":
		return 10, false
	case "november":
		return 11, false
	case "december":
		return 12, false
	case "jan":
		return 1, true
	case "feb":
		return 2, true
	case "mar":
		return 3, true
	case "apr":
		return 4, true
	case "jun":
		return 6, true
	case "jul":
		return 7, true
	case "aug":
		return 8, true
	case "sep", "sept":
		return 9, true
	case "oct":
		return 10, true
	case "nov":
		return 11, true
	case "dec":
		return 12, true
	}
	return 0, false
}

// weekdayOf is the weekday (1 Monday to 7 Sunday) of a lower-case name.
func weekdayOf(w string) (n int8, short bool) {
	switch w {
	case "monday":
		return 1, false
	case "tuesday":
		return 2, false
	case "wednesday":
		return 3, false
	case "thursday":
		return 4, false
	case "friday":
		return 5, false
	case "saturday":
		return 6, false
	case "sunday":
		return 7, false
	case "mon":
		return 1, true
	case "tue", "tues":
		return 2, true
	case "wed", "weds":
		return 3, true
	case "thu", "thur", "thurs":
		return 4, true
	case "fri":
		return 5, true
	case "sat":
		return 6, true
	case "sun":
		return 7, true
	}
	return 0, false
}

// ordinalOf is the number of an ordinal word that can name a day by itself.
func ordinalOf(w string) int {
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
	}
	return 0
}

// tens is 20 or 30 for the words that begin "twenty-first" and "thirty-first".
func tens(w string) int {
	switch w {
	case "twenty":
		return 20
	case "thirty":
		return 30
	}
	return 0
}

// month reads a month's name with the full stop of an abbreviation. "may",
// "march" and the abbreviations are months only with a capital.
func month(toks []token.Token, i int) (m int8, next int) {
	if i >= len(toks) || toks[i].Kind != token.Word {
		return 0, i
	}
	m, short := monthOf(toks[i].Lower)
	if m == 0 {
		return 0, i
	}
	if !toks[i].Cap() && (short || m == 3 || m == 5 || m == 8) {
		return 0, i
	}
	if toks[i].Text == "MAY" && i+1 < len(toks) && toks[i+1].Kind == token.Word && !toks[i+1].Cap() {
		return 0, i // the "MAY" of requirements
	}
	return m, skipStop(toks, i+1, short)
}

// weekday reads a weekday's name with the full stop of an abbreviation.
// Abbreviations need a capital: "sat" is a verb and a coin.
func weekday(toks []token.Token, i int) (w int8, next int) {
	if i >= len(toks) || toks[i].Kind != token.Word {
		return 0, i
	}
	w, short := weekdayOf(toks[i].Lower)
	if w == 0 || short && !toks[i].Cap() {
		return 0, i
	}
	return w, skipStop(toks, i+1, short)
}

func skipStop(toks []token.Token, i int, short bool) int {
	if short && punct(toks, i, ".") && !toks[i].Space {
		return i + 1
	}
	return i
}

// ParseWeekday reads a weekday that stands at i, with or without a
// possessive ending: "Tuesday", "Tue.", "Monday's". Plurals ("Tuesdays") say
// something else and are refused.
func ParseWeekday(toks []token.Token, i int) (w, next int, ok bool) {
	if i < 0 || i >= len(toks) {
		return 0, i, false
	}
	n, next := weekday(toks, i)
	if n == 0 && toks[i].Possessive() {
		if d, short := weekdayOf(toks[i].Stem()); d != 0 && !short {
			n, next = d, i+1
		}
	}
	return int(n), next, n != 0
}

// ParseMonth reads a month's name that stands alone at i. The caller must
// know from the context that "May" and "March" are months.
func ParseMonth(toks []token.Token, i int) (m, next int, ok bool) {
	if i < 0 || i >= len(toks) {
		return 0, i, false
	}
	n, next := month(toks, i)
	if n == 0 && toks[i].Possessive() && toks[i].Cap() {
		if d, short := monthOf(toks[i].Stem()); d != 0 && !short {
			n, next = d, i+1
		}
	}
	return int(n), next, n != 0
}

// Starts reports whether a date may begin at the token; it is cheap, and
// Parse gives up at once on most of what it lets through.
func Starts(t token.Token) bool {
	switch t.Kind {
	case token.Number:
		return numberStarts(t.Text)
	case token.Word:
		return wordStarts(t.Lower)
	}
	return false
}

func numberStarts(s string) bool {
	switch {
	case len(s) <= 2:
		return true
	case len(s) == 3, len(s) == 4 && !isDigits(s):
		return s[1] == 's' || s[1] == 'n' || s[1] == 'r' || s[1] == 't' || s[2] == 's' || s[2] == 'n' || s[2] == 'r' || s[2] == 't'
	case len(s) == 4:
		return s[0] == '1' || s[0] == '2'
	}
	return len(s) <= 10 && (s[1] == '.' || s[2] == '.')
}

func wordStarts(w string) bool {
	if len(w) < 2 || len(w) > 11 {
		return false
	}
	if m, _ := monthOf(w); m != 0 {
		return true
	}
	if d, _ := weekdayOf(w); d != 0 {
		return true
	}
	return partOf(w) != NoPart || ordinalOf(w) != 0 || tens(w) != 0 || w == "between"
}

// partOf is the part of a year or month that a lower-case word names.
func partOf(w string) Part {
	switch w {
	case "early":
		return Early
	case "mid":
		return Mid
	case "late":
		return Late
	case "spring":
		return Spring
	case "summer":
		return Summer
	case "autumn", "fall":
		return Autumn
	case "winter":
		return Winter
	case "q1":
		return Q1
	case "q2":
		return Q2
	case "q3":
		return Q3
	case "q4":
		return Q4
	case "h1":
		return H1
	case "h2":
		return H2
	}
	return NoPart
}
