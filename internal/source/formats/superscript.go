package formats

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMark is the longest content of a <sup> element, in bytes and with its
// markup, that is looked at as a footnote's mark.
const maxMark = 300

// superscript decides what becomes of a <sup> element whose content is
// src[start:end], in the open block. It is done with it, and true, when the
// content is a footnote's mark (left out) or an exponent (written with
// superscript figures, so that 10<sup>6</sup> does not read 106).
func (b *builder) superscript(start, end int) bool {
	if end-start > maxMark || end < start {
		return false
	}
	content, linked := withoutTags(b.src[start:end])
	switch {
	case content == "":
		return true
	case content[0] == '[' && content[len(content)-1] == ']', linked && len(content) <= 5:
		b.footmark(content, linkIn(b.src[start:end]), false)
		return true
	case strings.Trim(content, "*†‡§¶#") == "":
		return true
	case strings.Trim(content, "0123456789") == "":
		if b.takesExponent() {
			b.replace(raised.Replace(content), start, end)
		}
		return true
	case strings.Trim(content, "0123456789,;–- ") == "":
		// "1, 2" marks two notes; "−3" with its sign is an exponent.
		return unicode.IsDigit(rune(content[0]))
	}
	return len(content) == 1 && content[0] >= 'a' && content[0] <= 'z'
}

// takesExponent reports whether the open block's text ends in a figure or a
// unit of length or time.
func (b *builder) takesExponent() bool { return endsInMeasure(b.text[b.start:]) }

func endsInMeasure(text []byte) bool {
	last, _ := utf8.DecodeLastRune(text)
	if unicode.IsDigit(last) {
		return true
	}
	word := text[len(bytes.TrimRightFunc(text, unicode.IsLetter)):]
	switch string(word) {
	case "m", "km", "cm", "mm", "dm", "nm", "ft", "in", "mi", "yd", "s":
		return true
	}
	return false
}

var raised = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
	"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// withoutTags is the text in a piece of markup and whether a link is in it.
func withoutTags(s []byte) (text string, linked bool) {
	var out []byte
	for len(s) > 0 {
		open := bytes.IndexByte(s, '<')
		if open < 0 {
			out = append(out, s...)
			break
		}
		out = append(out, s[:open]...)
		s = s[open:]
		if name, _ := tagName(s); name == "a" {
			linked = true
		}
		end := bytes.IndexByte(s, '>')
		if end < 0 {
			break
		}
		s = s[end+1:]
	}
	return string(bytes.TrimSpace(out)), linked
}
