package formats

import (
	"bytes"
	"html"
	"math"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/concordlint/concord/internal/source"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// inline adds the visible text in a node to the open block.
func (w *mdWalker) inline(parent ast.Node) {
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		switch n := c.(type) {
		case *ast.Text:
			w.text(n)
		case *ast.CodeSpan:
			w.codeSpan(n)
		case *ast.AutoLink:
			w.autoLink(n)
		case *ast.Link:
			from := len(w.b.text)
			w.inline(n)
			w.b.link(from, string(n.Destination))
		case *ast.RawHTML:
			c = w.rawHTML(n)
		case *extast.FootnoteLink:
			w.footmark(n)
		case *extast.Strikethrough, *extast.TaskCheckBox:
			// no longer said, or not text
		default: // emphasis, images with their alternative text
			w.inline(n)
		}
	}
}

// footmark records the mark of a note, whose place the parser has kept.
func (w *mdWalker) footmark(n *extast.FootnoteLink) {
	near := w.src[min(n.Index+2, len(w.src)):min(n.Index+2+maxLabel, len(w.src))]
	if end := bytes.IndexByte(near, ']'); end > 0 {
		w.b.footmark(string(near[:end]), "", true)
	}
}

// text adds a stretch of text and the line end behind it.
func (w *mdWalker) text(n *ast.Text) {
	seg := n.Segment
	if seg.Start < w.until {
		return
	}
	if n.IsRaw() {
		w.b.copy(seg.Start, seg.Stop)
	} else {
		w.unescape(seg.Start, seg.Stop)
	}
	if n.SoftLineBreak() || n.HardLineBreak() {
		w.lineBreak(seg.Stop)
	}
}

// lineBreak adds the line end that follows from at, behind blanks or the
// backslash of a hard break.
func (w *mdWalker) lineBreak(at int) {
	for i := at; i < len(w.src); i++ {
		switch w.src[i] {
		case '\n':
			w.b.copy(i, i+1)
			return
		case ' ', '\t', '\\':
			continue
		}
		break
	}
	w.b.replace("\n", at, at)
}

// unescape adds src[start:stop] without the backslashes before punctuation
// and with character references decoded.
func (w *mdWalker) unescape(start, stop int) {
	s := w.src[start:stop]
	if bytes.IndexByte(s, '\\') < 0 && bytes.IndexByte(s, '&') < 0 {
		w.b.copy(start, stop)
		return
	}
	from := start
	for i := start; i < stop; i++ {
		switch c := w.src[i]; {
		case c == '\\' && i+1 < stop && isPunct(w.src[i+1]):
			w.b.copy(from, i)
			i++
			from = i
		case c == '&':
			ref, n := reference(w.src[i:stop])
			if n == 0 || w.src[i+n-1] != ';' {
				continue // Markdown knows no reference without its semicolon
			}
			w.b.copy(from, i)
			w.b.replace(ref, i, i+n)
			i += n - 1
			from = i + 1
		}
	}
	w.b.copy(from, stop)
}

func isPunct(c byte) bool {
	return '!' <= c && c <= '/' || ':' <= c && c <= '@' || '[' <= c && c <= '`' || '{' <= c && c <= '~'
}

// maxReference is the length of the longest character reference that is
// looked for; the longest name has 33 bytes.
const maxReference = 40

// reference decodes the character reference that s begins with ('&') and
// returns its length in s, 0 where it is none.
func reference(s []byte) (decoded string, n int) {
	n = 1
	for n < len(s) && n < maxReference && (isAlnum(s[n]) || n == 1 && s[n] == '#') {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	raw := string(s[:n])
	decoded = html.UnescapeString(raw)
	if decoded == raw {
		return "", 0
	}
	// A name without semicolon may end within the letters: "&copyright".
	if raw[n-1] != ';' || decoded[len(decoded)-1] == ';' && raw != "&semi;" && raw != "&#59;" {
		for k := 2; k < n; k++ {
			if part := html.UnescapeString(raw[:k]); part != raw[:k] && part+raw[k:] == decoded {
				decoded, n = part, k
				break
			}
		}
	}
	return strings.ReplaceAll(decoded, "\r", "\n"), n
}

func isAlnum(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// codeSpan adds the text of a code span.
func (w *mdWalker) codeSpan(n *ast.CodeSpan) {
	from := len(w.b.text)
	defer func() {
		if to := len(w.b.text); to > from {
			w.b.doc.Literal = append(w.b.doc.Literal, source.Span{Start: from, End: to})
		}
	}()
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		start, stop := t.Segment.Start, t.Segment.Stop
		for w.inCell {
			i := bytes.Index(w.src[start:stop], []byte(`\|`))
			if i < 0 {
				break
			}
			w.b.copy(start, start+i)
			start += i + 1
		}
		w.b.copy(start, stop)
	}
}

// autoLink adds the letters of a bare link. The node keeps its place to
// itself, but its label is a part of the source, so the place is where the
// label's memory lies in the source's.
func (w *mdWalker) autoLink(n *ast.AutoLink) {
	label := n.Label(w.src)
	at := cap(w.src) - cap(label)
	if at < 0 || at+len(label) > len(w.src) || !bytes.Equal(w.src[at:at+len(label)], label) {
		at = max(0, n.Pos())
		w.b.replace(string(label), at, at)
		return
	}
	w.b.copy(at, at+len(label))
}

// rawHTML reads an inline tag and returns the last node that it consumed:
// the tag itself, or the end tag of what is left out.
func (w *mdWalker) rawHTML(n *ast.RawHTML) ast.Node {
	start, end := segmentsRange(n.Segments)
	name, closing := tagName(w.src[start:end])
	if closing {
		if name == "a" && w.anchor.target != "" && w.anchor.from >= w.b.start {
			w.b.link(w.anchor.from, w.anchor.target)
		}
		if name == "a" {
			w.anchor = anchor{}
		}
		return n
	}
	switch name {
	case "a":
		w.anchor = anchor{from: len(w.b.text), target: decoded(readAttributes(w.src[start:end]).href)}
	case "br":
		w.b.replace("\n", start, end)
	case "del", "s", "strike", "script", "style", "template", "noscript":
		if last := w.closingTag(n, name, math.MaxInt); last != nil {
			return last
		}
	case "sup":
		last := w.closingTag(n, name, maxMarkNodes)
		if last == nil {
			return n
		}
		if stop, _ := segmentsRange(last.Segments); w.b.superscript(end, stop) {
			return last
		}
	}
	return n
}

// maxMarkNodes is how many nodes a footnote's mark may be made of.
const maxMarkNodes = 12

// closingTag finds the end tag that belongs to the start tag n among the
// next siblings, or nil.
func (w *mdWalker) closingTag(n *ast.RawHTML, name string, within int) *ast.RawHTML {
	if w.unclosed[name] == n.Parent() && n.Parent() != nil {
		return nil
	}
	depth := 0
	for c := n.NextSibling(); c != nil; c = c.NextSibling() {
		if within--; within < 0 {
			return nil
		}
		raw, ok := c.(*ast.RawHTML)
		if !ok {
			continue
		}
		start, end := segmentsRange(raw.Segments)
		switch other, closing := tagName(w.src[start:end]); {
		case other != name:
		case !closing:
			depth++
		case depth == 0:
			return raw
		default:
			depth--
		}
	}
	if w.unclosed == nil {
		w.unclosed = map[string]ast.Node{}
	}
	w.unclosed[name] = n.Parent()
	return nil
}

func segmentsRange(s *text.Segments) (start, end int) {
	if s.Len() == 0 {
		return 0, 0
	}
	return s.At(0).Start, s.At(s.Len() - 1).Stop
}

// tagName is the lower-case name in a tag; empty for comments.
func tagName(tag []byte) (name string, closing bool) {
	i := 1
	if i < len(tag) && tag[i] == '/' {
		i, closing = i+1, true
	}
	end := i
	for end < len(tag) && isAlnum(tag[end]) {
		end++
	}
	if i >= end {
		return "", closing
	}
	return strings.ToLower(string(tag[i:end])), closing
}
