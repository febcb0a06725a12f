package formats

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
)

const (
	// maxAnchors bounds the names that are kept of one file, maxAnchor the
	// length of one in bytes.
	maxAnchors = 50_000
	maxAnchor  = 200
)

// anchors finds the names that a file gives to its places. They are looked
// for in all of it, code and comments included: a name too many keeps a
// finding back, a name too few makes a false one. It goes by the few signs that
// begin or end all that is looked for and are rare in prose.
func anchors(src []byte) source.Anchors {
	s := anchorScan{src: src}
	s.fields()
	s.each('=', s.attribute)
	s.each('{', s.brace)
	s.each(':', s.colon)
	s.each('<', s.tag)
	s.each('!', s.bang)
	s.each('@', s.at)
	if s.component && (bytes.HasPrefix(src, []byte("import ")) || bytes.Contains(src, []byte("\nimport "))) {
		s.made("import")
	}
	return s.found
}

// anchorScan is the state of one search.
type anchorScan struct {
	src   []byte
	found source.Anchors
	// component tells that a line begins with a tag with a capital, of a program.
	component bool
}

// add keeps a name, and tells when there are too many.
func (s *anchorScan) add(name []byte) {
	switch {
	case len(name) == 0 || len(name) > maxAnchor:
	case len(s.found.Names) >= maxAnchors:
		s.made("more anchors than are kept")
	default:
		s.found.Names = append(s.found.Names, decoded(string(name)))
	}
}

// fields finds the names of front matter's fields: page layouts make sections
// of some of them.
func (s *anchorScan) fields() {
	if !bytes.HasPrefix(s.src, []byte("---\n")) {
		return
	}
	for at := 4; at < len(s.src); at = behindLine(s.src, at) {
		line := s.src[at:behindLine(s.src, at)]
		if bytes.HasPrefix(line, []byte("---")) || at > 20_000 {
			return
		}
		if colon := bytes.IndexByte(line, ':'); colon > 0 && isAlnum(line[0]) {
			s.add(bytes.ReplaceAll(line[:colon], []byte("_"), []byte("-")))
		}
	}
}

// made keeps the first sign that anchors are made elsewhere.
func (s *anchorScan) made(sign string) {
	if s.found.Made == "" {
		s.found.Made = strings.Clone(sign)
	}
}

// each calls fn with each place of a sign.
func (s *anchorScan) each(sign byte, fn func(i int)) {
	for at := 0; ; {
		n := bytes.IndexByte(s.src[at:], sign)
		if n < 0 {
			return
		}
		fn(at + n)
		at += n + 1
	}
}

// begins reports whether a text stands at a place.
func (s *anchorScan) begins(i int, text string) bool {
	return len(s.src)-i >= len(text) && string(s.src[i:i+len(text)]) == text
}

// ends reports whether a text stands before a place.
func (s *anchorScan) ends(i int, text string) bool {
	return i >= len(text) && string(s.src[i-len(text):i]) == text
}

// attribute looks at the sign in id="name" and name="name", in upper case too,
// and in the label "(name)=" of MyST.
func (s *anchorScan) attribute(i int) {
	near := s.src[max(0, i-12):i]
	if len(near) == 0 {
		return
	}
	switch near[len(near)-1] {
	case 'd', 'D':
		if len(near) < 2 || near[len(near)-2]|0x20 != 'i' {
			return
		}
	case 'e', 'E':
		if s.ends(i, "data-include") {
			s.made("data-include")
		}
		if len(near) < 4 || !bytes.EqualFold(near[len(near)-4:], []byte("name")) {
			return
		}
	case ')':
		line := s.src[max(0, i-maxAnchor) : i-1]
		line = line[bytes.LastIndexByte(line, '\n')+1:]
		if open := bytes.IndexByte(line, '('); open >= 0 && s.begins(i, "=\n") {
			s.add(line[open+1:])
		}
		return
	default:
		return
	}
	if s.begins(i+1, "{") {
		s.made("={")
		return
	}
	s.add(attributeValue(s.src[i+1:]))
}

// attributeValue is the value at the beginning of s, with its quotation marks
// or without.
func attributeValue(s []byte) []byte {
	s = bytes.TrimPrefix(s, []byte(`\`)) // in a string of a program
	if len(s) == 0 {
		return nil
	}
	near := s[:min(len(s), maxAnchor+2)]
	if q := s[0]; q == '"' || q == '\'' {
		if end := bytes.IndexByte(near[1:], q); end >= 0 {
			return bytes.TrimRight(near[1:1+end], `\`)
		}
		return nil
	}
	end := bytes.IndexAny(near, " \t\n>}\"'`")
	if end < 0 {
		end = len(near)
	}
	return near[:end]
}

// brace looks at "{#name}", "{: #name .class}", "{/* #name */}" and at the tags
// of templates.
func (s *anchorScan) brace(i int) {
	if i+1 < len(s.src) {
		switch s.src[i+1] {
		case '{', '%':
			s.template(i, i+2)
			return
		case '!':
			s.made("{!")
			return
		}
	}
	near := s.src[i+1 : min(len(s.src), i+1+maxAnchor)]
	hash := bytes.IndexByte(near[:min(len(near), 9)], '#')
	if hash < 0 {
		return
	}
	near = near[hash+1:]
	if end := bytes.IndexAny(near, " \t*}\n"); end >= 0 {
		near = near[:end]
	}
	s.add(near)
}

// colon looks at ":name: label" of MyST, and at what is put in place of
// "::: module" and "include::file[]".
func (s *anchorScan) colon(i int) {
	switch {
	case s.begins(i, ":name: "), s.begins(i, ":label: "):
		s.add(attributeValue(s.src[i+1+bytes.IndexByte(s.src[i+1:], ' ')+1:]))
	case s.begins(i, "::: "):
		word := s.src[i+4 : min(len(s.src), i+4+maxAnchor)]
		if end := bytes.IndexAny(word, " \n"); end > 0 && bytes.IndexByte(word[:end], '.') > 0 {
			s.made("::: " + string(word[:end]))
		}
	case s.begins(i, "::"):
		for _, word := range [...]string{"include", "automodule", "autoclass", "autofunction"} {
			if s.ends(i, word) {
				s.made(word + "::")
			}
		}
	}
}

// tag looks at tags and comments in place of which another file's text is put,
// and at those of programs.
func (s *anchorScan) tag(i int) {
	if i+1 >= len(s.src) {
		return
	}
	switch c := s.src[i+1]; {
	case c >= 'A' && c <= 'Z':
		s.component = s.component || i == 0 || s.src[i-1] == '\n'
	case c == '%':
		s.made("<%")
	case c == '!' || c == '<' || c == 'x' || c == 'b' || c == '-':
		for _, sign := range [...]string{"<!--#include", "<!-- #include", "<!--@include", "<!-- @include", "<!-- include", "<<< @", "<xi:include", "<base ", "<--"} {
			if s.begins(i, sign) && (sign != "<--" || s.ends(i, "8")) {
				s.made(sign)
			}
		}
	}
}

// bang looks at "[!INCLUDE file]" and "!!!include(file)!!!".
func (s *anchorScan) bang(i int) {
	if s.begins(i, "!INCLUDE") || s.begins(i, "!include") {
		s.made("!include")
	}
}

// at looks at "@@include".
func (s *anchorScan) at(i int) {
	if s.begins(i, "@@include") || s.begins(i, "@import ") {
		s.made("@include")
	}
}

// template looks at a template's tag. Those that only give an address or a
// value bring no anchors.
func (s *anchorScan) template(from, at int) {
	if s.found.Made != "" {
		return
	}
	near := strings.TrimLeft(string(s.src[at:min(len(s.src), at+40)]), "-%<{ \t\n")
	for _, quiet := range [...]string{"site.", "page.", "ref ", "relref ", "link ", "post_url", "raw", "endraw", "highlight", "endhighlight", "comment", "endcomment", "assign", "else", "endif", "endfor", "end", "\"", "'", "url", "base", "config.", "version", "relative_url", "absolute_url"} {
		if strings.HasPrefix(near, quiet) {
			return
		}
	}
	if inCode(s.src, from) {
		return
	}
	sign := s.src[from:min(len(s.src), from+24)]
	if end := bytes.IndexByte(sign, '\n'); end > 0 {
		sign = sign[:end]
	}
	for len(sign) > 0 && !utf8.Valid(sign) {
		sign = sign[:len(sign)-1]
	}
	s.made(string(sign))
}

// inCode reports whether a place stands within a code span on its line, or in
// indented code. A place in fenced code is taken for one in the text.
func inCode(src []byte, at int) bool {
	line := src[max(0, at-1000):at]
	line = line[bytes.LastIndexByte(line, '\n')+1:]
	return bytes.Count(line, []byte("`"))%2 == 1 || bytes.HasPrefix(line, []byte("    ")) || bytes.HasPrefix(line, []byte("\t"))
}

// scripted reports whether a page runs programs, which may name places.
func scripted(src []byte) bool {
	return bytes.Contains(src, []byte("<script")) || bytes.Contains(src, []byte("<SCRIPT"))
}
