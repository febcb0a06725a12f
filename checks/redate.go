package checks

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/calendar"
)

// redate writes another day in the manner of a date's surface. It fails for
// manners that it does not know; then no repair is proposed.
func redate(surface string, old, day calendar.Day) (string, bool) {
	for _, sep := range []string{"-", "/"} {
		iso := fmt.Sprintf("%04d%s%02d%s%02d", old.Year, sep, old.Month, sep, old.Day)
		if strings.Contains(surface, iso) {
			return strings.Replace(surface, iso, fmt.Sprintf("%04d%s%02d%s%02d", day.Year, sep, day.Month, sep, day.Day), 1), true
		}
	}
	text, ok := surface, true
	if day.Month != old.Month {
		text, ok = replaceMonth(text, int(old.Month), int(day.Month))
	} else if !hasMonth(text, int(old.Month)) {
		return "", false
	}
	if ok && day.Day != old.Day {
		text, ok = replaceDay(text, int(old.Day), int(day.Day))
	}
	if ok && day.Year != old.Year && old.Year != 0 {
		text, ok = replaceLast(text, fmt.Sprint(old.Year), fmt.Sprint(day.Year))
	}
	return text, ok
}

const shortMonth = 3 // letters of an abbreviated month

func hasMonth(s string, month int) bool {
	name := calendar.MonthName(month)
	return name != "" && strings.Contains(strings.ToLower(s), strings.ToLower(name[:shortMonth]))
}

// replaceMonth replaces a month's name, in full or cut to its first letters.
func replaceMonth(s string, old, month int) (string, bool) {
	was, is := calendar.MonthName(old), calendar.MonthName(month)
	if was == "" || is == "" {
		return "", false
	}
	if strings.Contains(s, was) && len(was) > shortMonth {
		return strings.Replace(s, was, is, 1), true
	}
	i := strings.Index(s, was[:shortMonth])
	if i < 0 {
		return "", false
	}
	end := i + shortMonth
	for end < len(s) && (s[end]|0x20 >= 'a' && s[end]|0x20 <= 'z') {
		end++
	}
	if len(was) == shortMonth { // May is short and whole
		return s[:i] + is + s[end:], true
	}
	return s[:i] + is[:shortMonth] + s[end:], true
}

// replaceDay replaces the number of a day with its ordinal ending.
func replaceDay(s string, old, day int) (string, bool) {
	for i := 0; i < len(s); {
		if !digit(s[i]) {
			i++
			continue
		}
		end := i
		for end < len(s) && digit(s[end]) {
			end++
		}
		clock := end < len(s) && s[end] == ':' || i > 0 && s[i-1] == ':'
		if run := s[i:end]; end-i <= 2 && !clock && (run == fmt.Sprint(old) || run == fmt.Sprintf("%02d", old)) {
			number := fmt.Sprint(day)
			if run[0] == '0' {
				number = fmt.Sprintf("%02d", day)
			}
			if rest := s[end:]; len(rest) >= 2 && isOrdinalEnd(strings.ToLower(rest[:2])) {
				number += ordinalEnd(day)
				end += 2
			}
			return s[:i] + number + s[end:], true
		}
		i = end
	}
	return "", false
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func isOrdinalEnd(s string) bool { return s == "st" || s == "nd" || s == "rd" || s == "th" }

// ordinalEnd is the ending of an ordinal up to 31.
func ordinalEnd(n int) string {
	if n/10 == 1 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}

// replaceLast replaces the last occurrence of old.
func replaceLast(s, old, with string) (string, bool) {
	i := strings.LastIndex(s, old)
	if i < 0 {
		return "", false
	}
	return s[:i] + with + s[i+len(old):], true
}

// exchange swaps the first run of digits with the value a with the last one
// with the value b.
func exchange(s string, a, b int) (string, bool) {
	runs := figureRuns(s)
	i, j := -1, -1
	for k, r := range runs {
		v, err := strconv.Atoi(s[r[0]:r[1]])
		switch {
		case err != nil:
		case v == a && i < 0:
			i = k
		case v == b && i >= 0:
			j = k
		}
	}
	if i < 0 || j < 0 {
		return "", false
	}
	x, y := runs[i], runs[j]
	return s[:x[0]] + s[y[0]:y[1]] + s[x[1]:y[0]] + s[x[0]:x[1]] + s[y[1]:], true
}

// figureRuns are the runs of digits of a text, as pairs of offsets.
func figureRuns(s string) [][2]int {
	var out [][2]int
	for i := 0; i < len(s); {
		if !digit(s[i]) {
			i++
			continue
		}
		from := i
		for i < len(s) && digit(s[i]) {
			i++
		}
		out = append(out, [2]int{from, i})
	}
	return out
}
