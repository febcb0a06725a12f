package formats

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
)

// maxFootmark is how many bytes the label of a mark may have.
const maxFootmark = 60

// footmark records the mark of a note behind what the open block holds.
func (b *builder) footmark(label, target string, named bool) {
	label = strings.Trim(label, "[]() \n")
	if label == "" || len(label) > maxFootmark {
		return
	}
	text := bytes.TrimRightFunc(b.text[b.start:], unicode.IsSpace)
	from := len(text)
	for from > 0 && len(text)-from < maxFootmark {
		r, size := utf8.DecodeLastRune(text[:from])
		if unicode.IsSpace(r) {
			break
		}
		from -= size
	}
	b.doc.Footmarks = append(b.doc.Footmarks, source.Footmark{
		Span:  source.Span{Start: b.start + from, End: b.start + len(text)},
		Label: label, Target: target, Named: named, Block: source.None,
	})
}

// ownFootmarks gives the marks of the open block to block i, and drops them
// with a block that leaves no trace.
func (b *builder) ownFootmarks(i int) {
	marks := b.doc.Footmarks
	for k := len(marks) - 1; k >= 0 && marks[k].Block == source.None && marks[k].Span.Start >= b.start; k-- {
		marks[k].Block = i
	}
}

// linkIn is where the first link in a piece of markup leads.
func linkIn(s []byte) string {
	at := bytes.Index(s, []byte("<a "))
	if at < 0 {
		return ""
	}
	end := bytes.IndexByte(s[at:], '>')
	if end < 0 {
		return ""
	}
	return strings.TrimSpace(decoded(readAttributes(s[at : at+end+1]).href))
}
