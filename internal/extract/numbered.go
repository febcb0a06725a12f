package extract

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// numbered is a reference as written: a word and a number.
type numbered struct {
	fact.Reference
	at source.Span // word and number, in the text that was scanned
	// number is where the number itself stands.
	number source.Span
	// several tells that more numbers of the kind follow: "chapters 3–5".
	several bool
	// tight tells that nothing but a mark stands between word and number.
	tight bool
}

// numberedIn finds the references in a title or label.
func numberedIn(text string) []numbered {
	var out []numbered
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case asciiLetter(c) || c >= utf8.RuneSelf && letterAt(text, i):
			end := wordEnd(text, i)
			n, ok := numberedAt(text, i, end)
			if !ok {
				i = end
				continue
			}
			out = append(out, n)
			i = n.at.End
		case c == '#' || c == '!' || isDigit(c):
			from := i
			if !isDigit(c) {
				i++
			}
			number, end, ok := readNumber(text, i, ".")
			if !ok {
				i = pastRun(text, max(i, from+1))
				continue
			}
			n := numbered{Reference: fact.Reference{Number: number}, at: source.Span{Start: from, End: end}, number: source.Span{Start: i, End: end}, tight: true}
			if !isDigit(c) {
				n.Kind = text[from:i]
			}
			n.several = moreNumbers(text, end)
			out = append(out, n)
			i = end
		default:
			i++
		}
	}
	return out
}

// numberedAt reads the number that belongs to the word text[from:end].
func numberedAt(text string, from, end int) (numbered, bool) {
	word := strings.ToLower(text[from:end])
	n := numbered{tight: true}
	at := end
	if at < len(text) && strings.IndexByte("-_#", text[at]) >= 0 {
		at++
	} else if strings.HasPrefix(text[at:], "–") {
		at += len("–")
	}
	if at >= len(text) || !isDigit(text[at]) {
		at = numberAfter(text, end)
		n.tight = false
	}
	number, stop, ok := readNumber(text, at, ".")
	if !ok && !n.tight && at > end {
		number, stop, ok = otherNumber(text, at, kindOf(word))
	}
	if !ok {
		return n, false
	}
	n.Kind = kindOf(wholeKind(text, from, word))
	if n.Kind == "section" && n.tight && at == end {
		n.Kind = word // "SEC1" is the name of something, "Sec. 1" a section
	}
	n.Number = number
	n.at, n.number = source.Span{Start: from, End: stop}, source.Span{Start: at, End: stop}
	n.several = moreNumbers(text, stop)
	return n, true
}

// numberAfter is where a number that belongs to the word before end would
// begin: behind blanks, an abbreviation's full stop, "No.", "#".
func numberAfter(text string, end int) int {
	at := end
	if at+1 < len(text) && text[at] == '.' && isSpaceByte(text[at+1]) && at > 0 {
		at++
	}
	at = pastBlanks(text, at)
	if stop := wordEnd(text, at); stop > at {
		switch strings.ToLower(text[at:stop]) {
		case "no", "nr", "num", "number":
			if stop < len(text) && text[stop] == '.' {
				stop++
			}
			at = pastBlanks(text, stop)
		}
	}
	if at < len(text) && text[at] == '#' {
		at++
	}
	return at
}

// wholeKind joins the two words of kinds that have two.
func wholeKind(text string, from int, word string) string {
	switch word {
	case "request", "requests", "report", "comments":
	default:
		return word
	}
	before := strings.Fields(text[:from])
	if len(before) == 0 {
		return word
	}
	return strings.ToLower(before[len(before)-1]) + " " + word
}

// kindOf is the name of a kind of numbered thing under all its spellings.
func kindOf(word string) string {
	switch word {
	case "ch", "chap", "chaps", "chpt":
		return "chapter"
	case "sec", "sect", "secs", "§", "§§":
		return "section"
	case "app", "apx", "appendices":
		return "appendix"
	case "fig", "figs":
		return "figure"
	case "tab", "tbl":
		return "table"
	case "eq", "eqn":
		return "equation"
	case "vol", "vols":
		return "volume"
	case "pt":
		return "part"
	case "ver", "v", "vers":
		return "version"
	case "lec":
		return "lecture"
	case "ep", "eps":
		return "episode"
	case "wk":
		return "week"
	case "no", "nr", "num", "number", "id", "identifier":
		return ""
	case "pr", "prs", "mr", "mrs", "pull request", "pull requests", "merge request", "merge_request", "merge_requests":
		return "pull"
	case "situation report", "situationreport":
		return "sitrep"
	case "for comments", "request for comments":
		return "rfc"
	}
	if len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") {
		return kindOf(word[:len(word)-1])
	}
	return word
}

// readNumber reads figures at text[i:] whose parts are joined by one of the
// marks in joins. Ordinals, percentages, figures with letters and thousands
// separators are none.
func readNumber(text string, i int, joins string) (number string, end int, ok bool) {
	var b strings.Builder
	j := i
	for {
		from := j
		for j < len(text) && isDigit(text[j]) {
			j++
		}
		if j == from || j-from > maxDigits {
			return "", i, false
		}
		part := strings.TrimLeft(text[from:j], "0")
		if part == "" {
			part = "0"
		}
		b.WriteString(part)
		if j+1 < len(text) && strings.IndexByte(joins, text[j]) >= 0 && isDigit(text[j+1]) && (text[j] == '.' || endsNumber(text, j+1)) {
			b.WriteByte('.')
			j++
			continue
		}
		break
	}
	rest := text[j:]
	if rest == "" {
		return b.String(), j, true
	}
	if asciiLetter(rest[0]) && (len(rest) == 1 || !asciiLetter(rest[1]) && !isDigit(rest[1])) {
		if rest[0]|0x20 > 'h' {
			return "", i, false // "3k", "2x", "5m" are amounts
		}
		b.WriteByte(rest[0] | 0x20)
		return b.String(), j + 1, true
	}
	if asciiLetter(rest[0]) || rest[0] == '%' || rest[0] >= utf8.RuneSelf && letterAt(text, j) {
		return "", i, false
	}
	if rest[0] == ',' && pastDigits(rest, 1) == 4 {
		return "", i, false
	}
	return b.String(), j, true
}

// endsNumber reports whether the figures at text[i:] end without a letter, as
// those do not in "0039-24words".
func endsNumber(text string, i int) bool {
	i = pastDigits(text, i)
	return i == len(text) || !asciiLetter(text[i])
}

const maxDigits = 9 // a number with more is an identifier of another sort

// otherNumber reads a number that is not in figures, of the kinds that are
// so numbered: "Part II", "Appendix B", "Chapter Seven".
func otherNumber(text string, i int, kind string) (number string, end int, ok bool) {
	switch kind {
	case "chapter", "part", "book", "volume", "act", "title", "article", "section", "appendix", "annex", "lesson", "unit":
	default:
		return "", i, false
	}
	end = wordEnd(text, i)
	if end == i || end < len(text) && (isDigit(text[end]) || text[end] == '-' || text[end] == '\'') {
		return "", i, false
	}
	word := text[i:end]
	if kind == "appendix" || kind == "annex" {
		if len(word) == 1 && word[0] >= 'A' && word[0] <= 'Z' {
			return strconv.Itoa(int(word[0]-'A') + 1), end, true
		}
	}
	if v := romanNumber(word); v > 0 {
		return strconv.Itoa(v), end, true
	}
	for n, name := range [...]string{"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"} {
		if word == name {
			return strconv.Itoa(n + 1), end, true
		}
	}
	return "", i, false
}

// romanNumber is the value of a Roman numeral in capitals below forty, 0 for
// any other word.
func romanNumber(word string) int {
	total, last := 0, 0
	for i := len(word) - 1; i >= 0; i-- {
		v := 0
		switch word[i] {
		case 'I':
			v = 1
		case 'V':
			v = 5
		case 'X':
			v = 10
		default:
			return 0
		}
		if v < last {
			total -= v
			continue
		}
		total, last = total+v, v
	}
	if len(word) > 6 || total >= 40 {
		return 0
	}
	return total
}

// moreNumbers reports whether a range or list of numbers goes on behind a number.
func moreNumbers(text string, end int) bool {
	i := pastBlanks(text, end)
	rest := text[i:]
	for _, join := range [...]string{"-", "–", "—", "/", "&", ",", "and ", "to ", "or ", "through "} {
		if !strings.HasPrefix(rest, join) {
			continue
		}
		k := pastBlanks(rest, len(join))
		if k < len(rest) && rest[k] == '#' {
			k++
		}
		return k < len(rest) && isDigit(rest[k])
	}
	return false
}

// asciiLetter leaves letters beyond ASCII to letterAt.
func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isSpaceByte(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r) || r == '§'
}

// wordEnd is the end of the letters that begin at i.
func wordEnd(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if !asciiLetter(c) {
				return i
			}
			i++
			continue
		}
		if !letterAt(text, i) {
			return i
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return i
}

// pastRun is the end of the letters and figures at i: "9f8ab3" is one word,
// and so is "1,200".
func pastRun(text string, i int) int {
	for i < len(text) && (isDigit(text[i]) || asciiLetter(text[i]) || text[i] == ',' && i+1 < len(text) && isDigit(text[i+1])) {
		i++
	}
	return i
}

func pastDigits(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

// pastBlanks is the end of the blanks at i, non-breaking ones among them.
func pastBlanks(text string, i int) int {
	for i < len(text) {
		switch {
		case isSpaceByte(text[i]):
			i++
		case strings.HasPrefix(text[i:], "\u00a0"):
			i += len("\u00a0")
		default:
			return i
		}
	}
	return i
}
