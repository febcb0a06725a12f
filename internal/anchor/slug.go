// Package anchor knows the names under which headings can be linked to. There
// are about a dozen ways to make one (GitHub, GitLab, kramdown, Python-Markdown,
// Docusaurus, Pandoc, Sphinx, Asciidoctor …), and a document does not tell by
// which it will be shown. So a name is compared by its letters and figures
// alone, in each of the ways in which the makers choose them; they differ
// little else but in marks and in how repeats are told apart.
//
// It knows no document and no fact. Ways of naming were taken from the
// programs' own documentation; libraries that make slugs know one way each.
package anchor

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-unidecode"
)

// Slug is the name that GitHub gives to a heading: in lower case, without
// marks, with hyphens for blanks.
func Slug(heading string) string {
	var s strings.Builder
	for _, r := range strings.TrimSpace(unattributed(heading)) {
		switch {
		case r == ' ' || r == '\n':
			s.WriteByte('-')
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r):
			s.WriteRune(unicode.ToLower(r))
		}
	}
	return s.String()
}

// unattributed is a heading without the attributes at its end: "Title {#id}".
func unattributed(heading string) string {
	i := strings.LastIndexByte(heading, '{')
	if i < 0 || !strings.HasSuffix(strings.TrimRight(heading, " "), "}") {
		return heading
	}
	if rest := strings.TrimLeft(heading[i+1:], " /*"); rest != "" && strings.IndexByte("#:.", rest[0]) >= 0 {
		return heading[:i]
	}
	return heading
}

// plain is a text's letters and figures, in its own case.
func plain(s string) string {
	var out strings.Builder
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) && !unicode.Is(unicode.Variation_Selector, r) {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// ascii is a text without all letters beyond ASCII, as some makers choose them.
func ascii(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0x7e {
			return -1
		}
		return r
	}, s)
}

// latin is a text with all letters written in ASCII, where it holds others.
func latin(s string) string {
	if ascii(s) == s {
		return s
	}
	return unidecode.Unidecode(s)
}

// spelled writes signs in words, as some makers do.
var spelled = strings.NewReplacer("&", " and ", "+", " plus ", "%", " percent ", "$", " dollar ", "<", " less ", ">", " greater ", "|", " or ", "@", " at ", "=", " equals ")

// signs writes only the commonest one in words, escaped all as HTML writes them.
var (
	signs   = strings.NewReplacer("&", " and ")
	escaped = strings.NewReplacer("&", " amp ", "<", " lt ", ">", " gt ", "\"", " quot ")
)

// pictured reports whether a text holds pictures: some makers write their
// names.
func pictured(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r > 0x2100 && unicode.Is(unicode.So, r) })
}

// coded is a text without codes of pictures, ":rocket:".
func coded(s string) string {
	for from := 0; ; {
		open := strings.IndexByte(s[from:], ':')
		if open < 0 {
			return s
		}
		open += from
		end := strings.IndexByte(s[open+1:], ':')
		if end < 0 {
			return s
		}
		if code := s[open+1 : open+1+end]; code != "" && !strings.ContainsAny(code, " \n") && len(code) < 40 {
			s = s[:open] + s[open+end+2:]
			from = open
			continue
		}
		from = open + 1 + end
	}
}

// numberless is a text from its first letter on: several makers leave the
// numbers before it out.
func numberless(s string) string {
	return strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// readings are the letters and figures of a heading that names are made of, in
// its own case and each once.
func readings(heading string) []string {
	heading = unattributed(heading)
	bases := []string{heading}
	for _, v := range []string{signs.Replace(heading), spelled.Replace(heading), escaped.Replace(heading), coded(heading)} {
		if v != heading {
			bases = append(bases, v)
		}
	}
	var out []string
	add := func(s string) {
		if s = plain(s); s == "" {
			return
		}
		for _, o := range out {
			if o == s {
				return
			}
		}
		out = append(out, s)
	}
	for _, b := range bases {
		for _, v := range [...]string{b, ascii(b), latin(b)} {
			add(v)
			add(numberless(v))
		}
	}
	return out
}
