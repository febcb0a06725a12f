package extract

import (
	"strings"
	"unicode/utf8"
)

// partKind is the kind of numbered part that a lower-case word names, in the
// singular and without abbreviation; empty for other words.
func partKind(word string) (kind string, plural bool) {
	switch word {
	case "section", "sec", "sect", "§":
		return "section", false
	case "sections", "secs", "§§":
		return "section", true
	case "subsection", "clause", "subclause", "article", "paragraph", "chapter", "part", "rule", "principle", "recommendation",
		"appendix", "annex", "schedule", "exhibit", "table", "figure", "box", "chart", "listing", "step", "footnote", "endnote":
		return word, false
	case "subsections", "clauses", "subclauses", "articles", "paragraphs", "chapters", "parts", "rules", "principles", "recommendations",
		"schedules", "exhibits", "tables", "figures", "charts", "listings", "steps", "footnotes", "endnotes":
		return word[:len(word)-1], true
	case "appendices":
		return "appendix", true
	case "annexes":
		return "annex", true
	case "boxes":
		return "box", true
	case "para":
		return "paragraph", false
	case "paras":
		return "paragraph", true
	case "fig":
		return "figure", false
	case "figs":
		return "figure", true
	}
	return "", false
}

// lettersNumber reports whether parts of a kind are often named by letters.
func lettersNumber(kind string) bool {
	switch kind {
	case "appendix", "annex", "schedule", "exhibit":
		return true
	}
	return false
}

const maxPartDigits = 4 // of one component; no document has more sections

// partNumber reads a number of a part at text[i:]: "4", "4.3.1", "A", "B.2",
// "II", "3a". A full stop at its end is not part of it. letters allows numbers
// that begin with a letter.
func partNumber(text string, i int, letters bool) (number string, end int, ok bool) {
	j := i
	switch {
	case j >= len(text):
		return "", i, false
	case letters && text[j] >= 'A' && text[j] <= 'Z':
		for j < len(text) && asciiLetter(text[j]) {
			j++
		}
		if j-i > 1 && romanNumber(text[i:j]) == 0 {
			return "", i, false
		}
		if j < len(text) && text[j] == '-' && j+1 < len(text) && isDigit(text[j+1]) || j == i+1 && j < len(text) && isDigit(text[j]) {
			k := j
			if text[j] == '-' {
				k++
			}
			if stop := pastDigits(text, k); stop-k <= maxPartDigits && !gluedOn(text, stop) {
				return text[i:j] + "." + zeroless(text[k:stop]), stop, true // "A-3", "A3"
			}
		}
	case !isDigit(text[j]):
		return "", i, false
	default:
		j = pastDigits(text, j)
		if j-i > maxPartDigits {
			return "", i, false
		}
	}
	var b strings.Builder
	b.WriteString(zeroless(text[i:j]))
	for j+1 < len(text) && text[j] == '.' && isDigit(text[j+1]) {
		stop := pastDigits(text, j+1)
		if stop-j-1 > maxPartDigits {
			return "", i, false
		}
		b.WriteByte('.')
		b.WriteString(zeroless(text[j+1 : stop]))
		j = stop
	}
	if isDigit(text[j-1]) && j < len(text) && asciiLetter(text[j]) && !gluedOn(text, j+1) {
		b.WriteByte(text[j] &^ 0x20)
		j++
	}
	if gluedOn(text, j) {
		return "", i, false
	}
	return b.String(), j, true
}

// zeroless leaves out the zeros before a number.
func zeroless(s string) string {
	if t := strings.TrimLeft(s, "0"); t != "" {
		return t
	}
	return "0"
}

// gluedOn reports whether something at text[i:] makes what stands before it
// part of a longer word or figure: "3rd", "5%", "4,000", "2:30", "1/2".
func gluedOn(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	c := text[i]
	switch {
	case asciiLetter(c), isDigit(c), c == '%', c == '_', c == '\'', c == '=', c == '\\':
		return true
	case c == ',' || c == ':' || c == '/' || c == '*':
		return i+1 < len(text) && (isDigit(text[i+1]) || c == '/')
	case c >= utf8.RuneSelf:
		return letterAt(text, i) || strings.HasPrefix(text[i:], "’") || strings.HasPrefix(text[i:], "°")
	}
	return false
}
