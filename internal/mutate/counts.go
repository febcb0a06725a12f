package mutate

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

var numberWords = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// another is another number in the same form, some more than it: five for
// three. It is empty for what is no number.
func another(n string, more int) string {
	lower := strings.ToLower(n)
	for i, w := range numberWords {
		if w != lower || i+more >= len(numberWords) {
			continue
		}
		to := numberWords[i+more]
		if n[0] < 'a' {
			to = strings.ToUpper(to[:1]) + to[1:]
		}
		return to
	}
	if v, err := strconv.Atoi(n); err == nil {
		return strconv.Itoa(v + more)
	}
	return ""
}

// replaceNumber adds a slip for a submatch that is a number.
func replaceNumber(block, at int, text string, m []int, more int, add func(int, source.Span, string)) {
	if to := another(text[m[2]:m[3]], more); to != "" {
		add(block, source.Span{Start: at + m[2], End: at + m[3]}, to)
	}
}

const small = `(two|three|four|five|six|seven|eight|nine|ten|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|[2-9]|1\d)`

var (
	countBeforeColon = regexp.MustCompile(`\b` + small + ` (?:\w+ )?\w+s\b[^.!?;]{0,60}:$`)
	countInSentence  = regexp.MustCompile(`\b` + small + ` (?:\w+ )?\w+s: [^.:;]+,[^.:;]+ and [^.:;]+\.`)
	countOfTimes     = regexp.MustCompile(`\b(two|three|four|five|six|seven|eight|nine|ten|\d+) times\b`)
)

// listCounts finds numbers in a sentence that ends in a colon before a list.
func listCounts(d *source.Document, add func(int, source.Span, string)) {
	for _, l := range d.Lists {
		if l.Intro == source.None || d.Blocks[l.Intro].Quoted {
			continue
		}
		b := d.Blocks[l.Intro]
		text := d.TextOf(b)
		if m := countBeforeColon.FindStringSubmatchIndex(text); m != nil && another(text[m[2]:m[3]], 0) == numberIn(text[m[2]:m[3]], len(l.Items)) {
			replaceNumber(l.Intro, b.Span.Start, text, m, 1, add)
		}
	}
}

// numberIn writes n in the form of another number.
func numberIn(form string, n int) string {
	if _, err := strconv.Atoi(form); err == nil || n >= len(numberWords) {
		return strconv.Itoa(n)
	}
	if form[0] < 'a' {
		return strings.ToUpper(numberWords[n][:1]) + numberWords[n][1:]
	}
	return numberWords[n]
}

// inlineCounts finds "three winners: A, B and C."
func inlineCounts(d *source.Document, add func(int, source.Span, string)) {
	prose(d, func(i int, text string, at int) {
		for _, m := range countInSentence.FindAllStringSubmatchIndex(text, -1) {
			replaceNumber(i, at, text, m, 1, add)
		}
	})
}

// timesCounts finds "four times".
func timesCounts(d *source.Document, add func(int, source.Span, string)) {
	prose(d, func(i int, text string, at int) {
		for _, m := range countOfTimes.FindAllStringSubmatchIndex(text, -1) {
			replaceNumber(i, at, text, m, 2, add)
		}
	})
}
