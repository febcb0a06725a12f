package checks

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/concordlint/concord/internal/fact"
)

// said is one word of a quotation in the form in which it is compared.
type said struct {
	norm string
	// word is its index in the quotation's Words.
	word         int
	gap, changed bool
}

// saidWords are the words of a quotation as they are compared: in lower case,
// contractions in full, "per cent" as one word, small numbers in figures.
func saidWords(q *fact.Quotation) []said {
	out := make([]said, 0, len(q.Words)+len(q.Words)/8)
	for i, w := range q.Words {
		norm := strings.ReplaceAll(strings.ToLower(w.Text), "’", "'")
		gap := w.Gap
		add := func(s string) {
			out = append(out, said{s, i, gap, w.Changed})
			gap = false
		}
		switch {
		case norm == "cent" && len(out) > 0 && out[len(out)-1].norm == "per":
			out[len(out)-1].norm = "percent"
		case norm == "uh" || norm == "um" || norm == "er" || norm == "erm":
		case norm == "cannot" || norm == "can't":
			add("can")
			add("not")
		case norm == "won't":
			add("will")
			add("not")
		case strings.HasSuffix(norm, "n't") && len(norm) > 3:
			add(norm[:len(norm)-3])
			add("not")
		case strings.Contains(norm, "'"):
			stem, end, _ := strings.Cut(norm, "'")
			full := contracted(stem, end)
			if full == "" {
				add(stem + end)
				break
			}
			add(stem)
			add(full)
		case multiple(norm) != "" && len(out) > 0 && isFigures(out[len(out)-1].norm):
			out[len(out)-1].norm += multiple(norm)
		case len(norm) > 0 && len(out) > 0 && isTens(out[len(out)-1].norm) && len(figure(norm)) == 1 && isFigures(figure(norm)) && !isFigures(norm):
			last := &out[len(out)-1]
			last.norm = last.norm[:1] + figure(norm) // "twenty-five"
		default:
			add(figure(norm))
		}
	}
	return out
}

// wordsInFigures are the numbers up to nineteen, tens the tens, each at its
// own index. "one" is not the figure 1 only, but the two are not told apart.
var (
	wordsInFigures = [...]string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
		"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
	tens = [...]string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)

// multiple are the noughts that a word adds to the figure before it.
func multiple(w string) string {
	switch w {
	case "hundred":
		return "00"
	case "thousand":
		return "000"
	}
	return ""
}

// isTens reports whether a figure is one of the tens up to ninety.
func isTens(w string) bool { return len(w) == 2 && w[1] == '0' && w[0] >= '2' && w[0] <= '9' }

// contracted is the word that "'ll", "'re" … stand for, empty for a genitive.
func contracted(stem, end string) string {
	switch end {
	case "ll":
		return "will"
	case "re":
		return "are"
	case "ve":
		return "have"
	case "m":
		return "am"
	case "s":
		switch stem {
		case "it", "he", "she", "that", "there", "what", "who", "here", "where":
			return "is"
		}
	}
	return ""
}

// figure gives number words up to ninety, and spellings that houses differ
// in, one form.
func figure(w string) string {
	if n := slices.Index(wordsInFigures[:], w); n > 0 {
		return strconv.Itoa(n)
	}
	if n := slices.Index(tens[:], w); n > 0 {
		return strconv.Itoa(10 * n)
	}
	if w[0] <= '9' {
		w = strings.ReplaceAll(w, ",", "")
		if n := len(w) - 2; n > 0 && w[n-1] >= '0' && w[n-1] <= '9' && (w[n:] == "st" || w[n:] == "nd" || w[n:] == "rd" || w[n:] == "th") {
			w = w[:n] // "January 6th"
		}
		return w
	}
	if len(w) < houseWord {
		return w
	}
	return spellings().Replace(w)
}

// houseWord is the shortest word whose spelling houses differ in.
const houseWord = 5

// spellings are the endings that houses differ in, each with the one that is
// compared: labour and labor, organise and organize, towards and toward.
var spellings = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("our", "or", "isation", "ization", "ise", "ize", "ising", "izing", "yse", "yze", "ogue", "og", "ence", "ense",
		"ll", "l", "mme", "m", "ae", "e", "wards", "ward", "judgement", "judgment", "amongst", "among", "whilst", "while")
})

// content reports whether a word says something by itself.
func content(w string) bool {
	switch w {
	case "a", "an", "the", "and", "or", "but", "if", "of", "in", "on", "at", "to", "for", "with", "by", "from", "as", "is", "are", "was", "were", "be", "been", "am", "it", "this", "that", "these", "those", "there",
		"i", "you", "he", "she", "we", "they", "me", "us", "him", "her", "them", "my", "your", "his", "our", "their", "its", "have", "has", "had", "do", "does", "did", "not", "will", "would", "can", "could", "should", "shall", "may", "so", "no", "what", "who", "which", "when", "all", "very", "just", "than", "then", "more", "up", "out", "about", "into", "1":
		return false
	}
	return true
}
