package formats

import (
	"bytes"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// maxFormula is how many bytes a formula within a line may have.
const maxFormula = 2000

// dollar reads the mathematics between dollar signs. A sign that is not
// closed stands for itself.
func (w *latexWalker) dollar(end int) {
	from := w.at
	if from+1 < end && w.src[from+1] == '$' {
		if n := w.until("$$", from+2, end); n >= 0 {
			w.display(from+2, n, n+2)
			return
		}
		w.at += 2
		return
	}
	limit := min(end, from+maxFormula)
	for k := from + 1; k < limit; k++ {
		switch {
		case w.src[k] == '\\':
			k++
		case w.src[k] == '$':
			w.at = k + 1
			w.math(from+1, k, from)
			return
		case w.src[k] == '\n' && k+1 < limit && w.src[k+1] == '\n':
			limit = k
		}
	}
	w.copy(from, from+1)
	w.at = from + 1
}

// formula reads what "\(" or "\[" begins.
func (w *latexWalker) formula(open string, from int) {
	closing := `\)`
	if open == "[" {
		closing = `\]`
	}
	n := w.until(closing, w.at, len(w.src))
	switch {
	case n < 0:
	case open == "[":
		w.display(w.at, n, n+2)
	default:
		at := w.at
		w.at = n + 2
		w.math(at, n, from)
	}
}

// until is where text stands next, -1 where it does not.
func (w *latexWalker) until(text string, at, end int) int {
	if u, ok := w.unclosed[text]; ok && at >= u.Start && end <= u.End || at > end {
		return -1
	}
	if n := bytes.Index(w.src[at:end], []byte(text)); n >= 0 {
		return at + n
	}
	if w.unclosed == nil {
		w.unclosed = map[string]source.Span{}
	}
	w.unclosed[text] = source.Span{Start: at, End: end}
	return -1
}

// display reads mathematics on lines of its own, which nobody takes for
// sentences.
func (w *latexWalker) display(from, to, next int) {
	w.at = next
	if w.preamble && w.leaf == 0 {
		return
	}
	if w.leaf > 0 {
		w.math(from, to, from)
		return
	}
	w.paragraph()
	w.b.begin()
	w.b.copy(from, to)
	w.b.end(source.Code, 0)
}

// lowered writes figures so that nobody takes those of a formula for amounts.
var lowered = strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉")

// oneWord writes what is no text so that it reads as one word, without the
// commas and brackets that would make a list of it: two formulas that differ
// are still told apart.
func oneWord(raw string) string {
	raw = strings.ReplaceAll(raw, "'", "′")
	parts := strings.FieldsFunc(raw, func(c rune) bool {
		return strings.ContainsRune(" \t\n,;.:\\{}()[]|`\"~&$%", c)
	})
	if len(parts) == 0 {
		return "_"
	}
	return lowered.Replace(strings.Join(parts, "_"))
}

// math adds a formula: numbers as they read, and all else as a word that
// says nothing.
func (w *latexWalker) math(from, to, start int) {
	if w.preamble && w.leaf == 0 {
		return
	}
	raw := string(w.src[from:to])
	text, plain := plainMath(raw)
	switch {
	case strings.TrimSpace(raw) == "":
	case plain:
		w.put(text, start, w.at)
	case strings.Trim(raw, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ") == "":
		w.literal(func() { w.put(raw, from, to) })
	default:
		w.literal(func() { w.put(oneWord(raw), start, w.at) })
	}
}

// mathSigns are what stands for itself in a formula that is a number.
var mathSigns = strings.NewReplacer(`\%`, "%", `\$`, "$", `\#`, "#", `{,}`, ",", `{.}`, ".", `\,`, "\u202f", `\;`, " ", `\:`, " ", `\ `, " ", `~`, "\u00a0", `\!`, "",
	`\times`, "×", `\cdot`, "·", `\pm`, "±", `\approx`, "≈", `\sim`, "~", `\leq`, "≤", `\le`, "≤", `\geq`, "≥", `\ge`, "≥", `\gt`, ">", `\lt`, "<",
	`^{\circ}`, "°", `^\circ`, "°", `\degree`, "°", `\pounds`, "£", `\euro`, "€", `\text{th}`, "th", `^{th}`, "th", `^{\text{th}}`, "th", `^{\textrm{th}}`, "th", `^{\mathrm{th}}`, "th",
	`^{st}`, "st", `^{nd}`, "nd", `^{rd}`, "rd", `\left`, "", `\right`, "", `\ldots`, "…", `\dots`, "…", `\rightarrow`, "→", `\to`, "→")

// plainMath is the text of a formula that is nothing but numbers, their signs
// and units in upright letters.
func plainMath(raw string) (string, bool) {
	if len(raw) > 120 {
		return "", false
	}
	s := mathSigns.Replace(raw)
	for _, font := range [...]string{`\text{`, `\mathrm{`, `\textrm{`, `\mathbf{`, `\textbf{`, `\bf{`, `\mbox{`, `\rm{`} {
		for {
			at := strings.Index(s, font)
			if at < 0 {
				break
			}
			end := strings.IndexByte(s[at:], '}')
			if end < 0 {
				return "", false
			}
			s = s[:at] + s[at+len(font):at+end] + s[at+end+1:]
		}
	}
	s = exponents(s)
	if strings.ContainsAny(s, "()") || strings.Contains(s, ", ") {
		return "", false // several numbers
	}
	digits, letters := 0, 0
	for i, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			letters++
			if strings.IndexByte(raw, '{') < 0 && !ordinalAt(s, i) {
				return "", false // a variable
			}
		case strings.ContainsRune(" .,%$#×·±≈~≤≥<>=+-−–/()°£€…→:\u00a0\u202f⁰¹²³⁴⁵⁶⁷⁸⁹⁻", c):
		default:
			return "", false
		}
	}
	if digits == 0 && letters == 0 {
		return s, strings.TrimSpace(s) != "" && strings.ContainsAny(s, "×±≈~≤≥<>→%…°·")
	}
	if strings.Count(s, "=") > 0 || digits == 0 {
		return "", false
	}
	return s, true
}

// ordinalAt reports whether the letter at i is one of an ordinal's ending.
func ordinalAt(s string, i int) bool {
	for _, end := range [...]string{"th", "st", "nd", "rd"} {
		for from := max(0, i-1); from <= i; from++ {
			if from > 0 && strings.HasPrefix(s[from:], end) && s[from-1] >= '0' && s[from-1] <= '9' {
				return true
			}
		}
	}
	return false
}

// exponents writes "^2" and "^{-3}" with figures that are raised.
func exponents(s string) string {
	for {
		at := strings.IndexByte(s, '^')
		if at < 0 || at+1 == len(s) {
			return s
		}
		from, end, next := at+1, at+2, at+2
		if s[from] == '{' {
			n := strings.IndexByte(s[from:], '}')
			if n < 0 {
				return s
			}
			from, end, next = from+1, from+n, from+n+1
		}
		content := s[from:end]
		if strings.Trim(content, "-0123456789") != "" || content == "" {
			return s
		}
		s = s[:at] + strings.ReplaceAll(raised.Replace(content), "-", "⁻") + s[next:]
	}
}
