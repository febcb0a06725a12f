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
// finding back, a name too few makes a false one.
func anchors(src []byte) source.Anchors {
	s := anchorScan{src: src}
	s.attribute("id")
	s.attribute("name")
	s.fields()
	s.braced()
	s.labelled()
	s.generated()
	return s.found
}

// anchorScan is the state of one search.
type anchorScan struct {
	src   []byte
	found source.Anchors
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

// attribute finds id="name" and the like.
func (s *anchorScan) attribute(key string) {
	s.each(key+"=", func(_, at int) {
		if at < len(s.src) && s.src[at] == '{' {
			s.made(key + "={")
			return
		}
		s.add(attributeValue(s.src[at:]))
	})
}

// each calls fn with where a piece of text begins and ends, wherever it stands.
func (s *anchorScan) each(piece string, fn func(from, to int)) {
	sep := []byte(piece)
	for at := 0; ; {
		n := bytes.Index(s.src[at:], sep)
		if n < 0 {
			return
		}
		fn(at+n, at+n+len(sep))
		at += n + len(sep)
	}
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

// braced finds "{#name}", "{: #name .class}" and "{/* #name */}".
func (s *anchorScan) braced() {
	s.each("{", func(_, at int) {
		near := s.src[at:min(len(s.src), at+maxAnchor)]
		if end := bytes.IndexAny(near, "}\n"); end >= 0 {
			near = near[:end]
		}
		hash := bytes.IndexByte(near, '#')
		if hash < 0 || hash > 8 {
			return
		}
		near = near[hash+1:]
		if end := bytes.IndexAny(near, " \t*"); end >= 0 {
			near = near[:end]
		}
		s.add(near)
	})
}

// labelled finds the labels of light markups: "(name)=" and ":name: label" of
// MyST, "[[name]]" of AsciiDoc, ".. _name:" of reStructuredText.
func (s *anchorScan) labelled() {
	s.each(")=\n", func(from, _ int) {
		line := s.src[max(0, from-maxAnchor):from]
		line = line[bytes.LastIndexByte(line, '\n')+1:]
		if open := bytes.IndexByte(line, '('); open >= 0 {
			s.add(line[open+1:])
		}
	})
	for _, key := range [...]string{":name: ", ":label: "} {
		s.each(key, func(_, at int) { s.add(attributeValue(s.src[at:])) })
	}
	s.each("[[", func(_, at int) {
		near := s.src[at:min(len(s.src), at+maxAnchor)]
		if end := bytes.IndexAny(near, ",]\n"); end >= 0 && near[end] != '\n' {
			s.add(near[:end])
		}
	})
	s.each(".. _", func(_, at int) {
		near := s.src[at:min(len(s.src), at+maxAnchor)]
		if end := bytes.IndexAny(near, ":\n"); end >= 0 && near[end] == ':' {
			s.add(bytes.Trim(near[:end], "`"))
		}
	})
}

// includes are pieces of text in place of which another file's text is put,
// whatever stands behind them.
var includes = [...]string{"--8<--", "<<< @", "[[include", "<!--#include", "<!-- #include", "<!--@include", "<!-- @include", "<!-- include", "include::", "[!INCLUDE", "[!include", "!!!include", "{!", "!INCLUDE", "@@include", "<%", "<base ", "<xi:include", "data-include", "automodule::", "autoclass::", "autodoc"}

// generated finds what stands for text that is written only when the file is
// shown.
func (s *anchorScan) generated() {
	for _, sign := range includes {
		if bytes.Contains(s.src, []byte(sign)) {
			s.made(sign)
			return
		}
	}
	if bytes.HasPrefix(s.src, []byte("import ")) || bytes.Contains(s.src, []byte("\nimport ")) && bytes.Contains(s.src, []byte(" from ")) && bytes.Contains(s.src, []byte("/>")) {
		s.made("import")
	}
	s.each("::: ", func(_, at int) {
		word := s.src[at:min(len(s.src), at+maxAnchor)]
		if end := bytes.IndexAny(word, " \n"); end > 0 && bytes.IndexByte(word[:end], '.') > 0 {
			s.made("::: " + string(word[:end]))
		}
	})
	s.each("{{", s.template)
	s.each("{%", s.template)
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
