package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Append cuts text[start:end] into tokens and appends them to dst. Offsets
// are relative to text. Boundaries are those of UAX #29 (words), so that
// "Sullivan's" and "1,200.5" are one token each and "then-Chancellor" three.
func Append(dst []Token, text string, start, end int) []Token {
	it := words.FromString(text[start:end])
	space := true
	for it.Next() {
		v := it.Value()
		c := v[0]
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' || c >= utf8.RuneSelf && isBlank(v) {
			space = true
			continue
		}
		s := start + it.Start()
		dst = append(dst, Token{Kind: kindOf(v), Start: s, End: s + len(v), Text: v, Lower: lower(v), Space: space})
		space = false
	}
	return dst
}

func isBlank(v string) bool {
	for _, r := range v {
		if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' {
			return false
		}
	}
	return true
}

func kindOf(v string) Kind {
	c := v[0]
	switch {
	case c >= '0' && c <= '9':
		return Number
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		return Word
	case c < utf8.RuneSelf:
		if c == '_' && len(v) > 1 {
			return Word
		}
		return Punct
	}
	r, _ := utf8.DecodeRuneInString(v)
	switch {
	case unicode.IsLetter(r):
		return Word
	case unicode.IsDigit(r):
		return Number
	}
	return Punct
}

// lower returns v itself where it is lower case already, which most tokens
// are, so that no memory is needed for them.
func lower(v string) string {
	for i := 0; i < len(v); i++ {
		c := v[i]
		if c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return strings.ReplaceAll(strings.ToLower(v), "\u2019", "'")
		}
	}
	return v
}

func isUpperStart(v string) bool {
	r, _ := utf8.DecodeRuneInString(v)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// IsWord reports whether the token is a word equal to lower, ignoring case.
func (t Token) IsWord(lower string) bool { return t.Kind == Word && t.Lower == lower }

// Is reports whether the token is written exactly as s.
func (t Token) Is(s string) bool { return t.Text == s }

// Stem is the lower-case form without a possessive ending.
func (t Token) Stem() string {
	if s, ok := strings.CutSuffix(t.Lower, "'s"); ok {
		return s
	}
	return strings.TrimSuffix(t.Lower, "'")
}

// Possessive reports whether the token ends in a possessive "'s" or "'".
func (t Token) Possessive() bool {
	return t.Kind == Word && (strings.HasSuffix(t.Lower, "'s") || strings.HasSuffix(t.Lower, "'"))
}
