package mutate

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
)

var (
	fullName = regexp.MustCompile(`\b\p{Lu}\p{Ll}{2,} (\p{Lu}\p{Ll}{4,})\b`)
	titled   = regexp.MustCompile(`\b(?:Prime Minister|Foreign Minister|President|Chancellor|Mayor|Governor|Secretary of State|Defence Minister|Defense Secretary) (?:\p{Lu}\p{Ll}+ )?(\p{Lu}\p{Ll}{3,})\b`)
	expanded = regexp.MustCompile(`\b((?:\p{Lu}\p{Ll}+ ){2,4}\p{Lu}\p{Ll}+) \((\p{Lu}{3,5})\)`)
)

// repeated finds the last of at least three equal matches in prose and calls
// add with its submatch, changed.
func repeated(d *source.Document, re *regexp.Regexp, least int, change func(string) string, add func(int, source.Span, string)) {
	type use struct {
		n, block int
		at       source.Span
	}
	last := map[string]use{}
	var order []string
	prose(d, func(i int, text string, at int) {
		for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
			key := text[m[0]:m[1]]
			u := last[key]
			if u.n == 0 {
				order = append(order, key)
			}
			last[key] = use{u.n + 1, i, source.Span{Start: at + m[2], End: at + m[3]}}
		}
	})
	for _, key := range order {
		if u := last[key]; u.n >= least {
			add(u.block, u.at, change(d.Text[u.at.Start:u.at.End]))
		}
	}
}

// names doubles a letter in the last use of a full name that stands at least
// three times.
func names(d *source.Document, add func(int, source.Span, string)) {
	repeated(d, fullName, 3, func(s string) string {
		_, first := utf8.DecodeRuneInString(s)
		_, second := utf8.DecodeRuneInString(s[first:])
		return s[:first+second] + s[first:]
	}, add)
}

// offices gives an office that is named at least twice with one holder another
// one the last time.
func offices(d *source.Document, add func(int, source.Span, string)) {
	repeated(d, titled, 2, func(s string) string {
		if s == "Walker" {
			return "Hunter"
		}
		return "Walker"
	}, add)
}

// garbled puts a question mark for a letter beyond ASCII inside a word.
func garbled(d *source.Document, add func(int, source.Span, string)) {
	prose(d, func(i int, text string, at int) {
		for j, r := range text {
			n := utf8.RuneLen(r)
			inside := j > 0 && letter(text[j-1]) && j+n < len(text) && letter(text[j+n])
			if r >= 0xC0 && r < 0x250 && inside {
				add(i, source.Span{Start: at + j, End: at + j + n}, "?")
				return
			}
		}
	})
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// acronyms swaps the last two letters of an acronym beside its own expansion.
func acronyms(d *source.Document, add func(int, source.Span, string)) {
	prose(d, func(i int, text string, at int) {
		for _, m := range expanded.FindAllStringSubmatchIndex(text, -1) {
			short := text[m[4]:m[5]]
			var initials strings.Builder
			for _, w := range strings.Fields(text[m[2]:m[3]]) {
				initials.WriteString(w[:1])
			}
			if !strings.HasSuffix(initials.String(), short) {
				continue
			}
			n := len(short)
			add(i, source.Span{Start: at + m[4], End: at + m[5]}, short[:n-2]+short[n-1:]+short[n-2:n-1])
		}
	})
}
