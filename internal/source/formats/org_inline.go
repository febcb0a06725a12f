package formats

import (
	"bytes"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// inline adds the text of lines to the open block.
func (w *orgWalker) inline(pieces []source.Span) {
	s := stretchOf(w.src, pieces)
	if len(s.text) == 0 {
		return
	}
	w.spans(&s, 0, len(s.text), 0)
}

// spans adds a part of a block's text without its markup.
func (w *orgWalker) spans(s *stretch, from, to, depth int) {
	copied := from
	for at := from; at < to; {
		end, next := w.markup(s, at, to, depth, func() { s.emit(w.b, copied, at) })
		if next == 0 {
			at++
			continue
		}
		at, copied = end, next
	}
	s.emit(w.b, copied, to)
}

// markup reads the markup at a place. It is none where next is 0; else what
// stands before is written by flush first, and the text goes on at next.
func (w *orgWalker) markup(s *stretch, at, to, depth int, flush func()) (end, next int) {
	text := s.text
	switch c := text[at]; c {
	case '[':
		return w.bracket(s, at, to, depth, flush)
	case '*', '/', '_', '+', '=', '~':
		close := orgEmphasis(text, at, to)
		if close < 0 || depth > 20 {
			return 0, 0
		}
		flush()
		if c == '=' || c == '~' {
			start := len(w.b.text)
			s.emit(w.b, at+1, close)
			w.b.literal(start)
		} else {
			w.spans(s, at+1, close, depth+1)
		}
		return close + 1, close + 1
	case '@', '{', '<':
		for _, pair := range [...][2]string{{"@@", "@@"}, {"{{{", "}}}"}, {"<<<", ">>>"}, {"<<", ">>"}} {
			if !bytes.HasPrefix(text[at:to], []byte(pair[0])) {
				continue
			}
			n := bytes.Index(text[at+len(pair[0]):min(to, at+300)], []byte(pair[1]))
			if n < 0 {
				return 0, 0
			}
			flush()
			behind := at + len(pair[0]) + n + len(pair[1])
			if pair[0] == "<<<" {
				s.emit(w.b, at+3, behind-3)
			}
			return behind, behind
		}
	}
	return 0, 0
}

// orgEmphasis is where the emphasis that begins at a place ends, -1 where none
// does.
func orgEmphasis(text []byte, at, to int) int {
	mark := text[at]
	if at > 0 && !bytes.ContainsRune([]byte(" \t\n-('\"{*/_+"), rune(text[at-1])) || at+2 >= to || isBlank(text[at+1]) {
		return -1
	}
	for k, lines := at+2, 0; k < min(to, at+maxLink); k++ {
		if text[k] == '\n' {
			if lines++; lines > 2 {
				return -1
			}
		}
		if text[k] == mark && !isBlank(text[k-1]) && (k+1 == to || bytes.IndexByte([]byte(" \t\n-.,:;!?'\")}[*/_+"), text[k+1]) >= 0) {
			return k
		}
	}
	return -1
}

// bracket reads links, notes and counts.
func (w *orgWalker) bracket(s *stretch, at, to, depth int, flush func()) (end, next int) {
	text := s.text[at:min(to, at+maxLink)]
	switch {
	case bytes.HasPrefix(text, []byte("[[")):
		n := bytes.Index(text, []byte("]]"))
		if n < 0 {
			return 0, 0
		}
		flush()
		start := len(w.b.text)
		target := text[2:n]
		from := at + 2
		if mid := bytes.Index(target, []byte("][")); mid >= 0 {
			from += mid + 2
			target = target[:mid]
			if depth < 20 {
				w.spans(s, from, at+n, depth+1)
			}
			w.b.link(start, string(target))
		} else if !orgPicture(string(target)) {
			s.emit(w.b, from, at+n)
		}
		return at + n + 2, at + n + 2
	case bytes.HasPrefix(text, []byte("[fn:")):
		n := bytes.IndexByte(text, ']')
		if n < 0 {
			return 0, 0
		}
		flush()
		if label, note, ok := strings.Cut(string(text[4:n]), ":"); ok && len(strings.TrimSpace(note)) > 0 && bytes.IndexByte(text[:n], '\n') < 0 {
			from := s.at(at + 4 + len(label) + 1)
			w.notes = append(w.notes, source.Span{Start: from, End: from + len(note)})
		} else if len(w.b.text) > w.b.start {
			w.b.footmark(string(text[4:n]), "", true)
		}
		return at + n + 1, at + n + 1
	}
	n := bytes.IndexByte(text, ']')
	if n < 2 || strings.Trim(string(text[1:n]), "0123456789/%") != "" || !bytes.ContainsAny(text[1:n], "/%") {
		return 0, 0
	}
	flush()
	return at + n + 1, at + n + 1
}

// orgPicture reports whether a link without a label shows a picture.
func orgPicture(target string) bool {
	target = strings.ToLower(target)
	for _, end := range [...]string{".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"} {
		if strings.HasSuffix(target, end) {
			return true
		}
	}
	return false
}
