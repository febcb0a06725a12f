package formats

import (
	"bytes"
	"strings"

	"github.com/concordlint/concord/internal/source"
)

// address is what a comment to Concord begins with.
const address = "concord:"

// found is a comment in the bytes that a document is made of.
type found struct {
	start, end int
	words      string
	at         int // as in source.Mark
}

// marks finds the comments to Concord that the reader has left out, and puts
// them behind the text: there they have a place like everything else, and
// nobody takes them for what the document says.
func (b *builder) marks() {
	spoken := comments
	if b.spoken != nil {
		spoken = b.spoken
	}
	for _, f := range b.unread(spoken(b.src)) {
		if len(b.text) > 0 {
			b.text = append(b.text, betweenBlocks...)
		}
		from := len(b.text)
		b.copy(f.start, f.end)
		b.doc.Marks = append(b.doc.Marks, source.Mark{
			Span: source.Span{Start: from, End: len(b.text)}, Words: f.words, At: f.at,
		})
	}
}

// comments finds the comments of HTML that are addressed to Concord.
func comments(src []byte) []found {
	var out []found
	for at := 0; ; {
		i := bytes.Index(src[at:], []byte(address[1:])) // in either case
		if i < 0 {
			return out
		}
		i += at - 1
		at = i + len(address)
		if i < 0 || lowerASCII(src[i]) != address[0] {
			continue
		}
		before := bytes.TrimRight(src[max(0, i-16):i], " \t\n")
		if !bytes.HasSuffix(before, []byte("<!--")) {
			continue
		}
		n := bytes.Index(src[at:], []byte("-->"))
		if n < 0 {
			return out
		}
		start := i - len(src[max(0, i-16):i]) + len(before) - len("<!--")
		words := strings.Join(strings.Fields(string(src[at:at+n])), " ")
		at += n + len("-->")
		out = append(out, found{start: start, end: at, words: words})
	}
}

// lineComments finds the lines to Concord, bare or behind the sign of a
// comment.
func lineComments(src []byte, sign string) []found {
	var out []found
	for at := 0; ; {
		i := bytes.Index(src[at:], []byte(address[1:]))
		if i < 0 {
			return out
		}
		i += at
		start := bytes.LastIndexByte(src[:i], '\n') + 1
		end := behindLine(src, i)
		at = end
		line := bytes.TrimSpace(src[start:end])
		if words, ok := spokenLine(string(line), sign); ok {
			from := start + bytes.Index(src[start:end], line)
			out = append(out, found{start: from, end: from + len(line), words: strings.Join(strings.Fields(words), " ")})
		}
	}
}

// spokenLine are the words of a line to Concord behind its address. A bare
// line has to begin with one of the known words: in a comment they may be
// misspelt.
func spokenLine(line, sign string) (words string, ok bool) {
	if rest, in := strings.CutPrefix(line, sign); in {
		rest = strings.TrimLeft(rest, " "+sign)
		if len(rest) > len(address) && lowerASCII(rest[0]) == address[0] && strings.HasPrefix(rest[1:], address[1:]) {
			return rest[len(address):], true
		}
		return "", false
	}
	if line == "" || line[0] != address[0] || !isPragma(line) {
		return "", false
	}
	return line[len(address):], true
}

// unread drops the comments that the text shows, which stand in code, and
// tells of the others where the text behind them begins.
func (b *builder) unread(all []found) []found {
	if len(all) == 0 {
		return nil
	}
	hidden := all[:0:0]
	k := 0
	b.origin.Each(func(canon, file, n int) {
		for k < len(all) && all[k].end <= file {
			all[k].at = canon
			hidden = append(hidden, all[k])
			k++
		}
		for k < len(all) && file+n > all[k].start {
			k++ // a run of text may show several
		}
	})
	for ; k < len(all); k++ {
		all[k].at = len(b.text)
		hidden = append(hidden, all[k])
	}
	return hidden
}

// pragmas finds the lines to Concord in plain text and in the markups that
// look like it. Those in blocks of code are examples.
func (p *textParser) pragmas() {
	block, line := 0, 0
	blocks := p.doc.Blocks
	for _, s := range p.spoken {
		for block < len(blocks) && blocks[block].Span.End <= s.Start {
			block++
		}
		for line < len(p.lines) && p.lines[line].start < s.Start {
			line++
		}
		if p.example(s, block, line) {
			continue
		}
		_, words, _ := strings.Cut(p.text[s.Start:s.End], address[1:])
		words = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(words), "-->"))
		p.doc.Marks = append(p.doc.Marks, source.Mark{Span: s, Words: words, At: s.End})
	}
}

// example reports whether the line s to Concord stands in a block of code.
// Such lines are left out of the lines that are read, so that the first and
// the last of a block of code are not in its span. block is the first that
// ends behind s, line the first that begins behind it.
func (p *textParser) example(s source.Span, block, line int) bool {
	blocks := p.doc.Blocks
	code := func(b, at int) bool {
		return b >= 0 && b < len(blocks) && blocks[b].Kind == source.Code && blocks[b].Span.Start <= at && at <= blocks[b].Span.End
	}
	if code(block, s.Start) {
		return true
	}
	if line == 0 {
		return false
	}
	before, behind := p.line(line-1), p.line(line)
	if isFence(behind) && (behind == before || code(block-1, p.lines[line-1].end)) ||
		isFence(before) && behind != "" && code(block, p.lines[line].start) {
		return true
	}
	indent := s.Start - 1 - strings.LastIndexByte(p.text[:s.Start], '\n')
	literal := strings.HasSuffix(before, "::")
	for _, name := range []string{".. code", ".. sourcecode", ".. parsed-literal"} {
		literal = literal || strings.HasPrefix(before, name)
	}
	return literal && indent > int(p.lines[line-1].indent)
}

// isFence reports whether a line opens or closes a block of code.
func isFence(s string) bool {
	return strings.HasPrefix(s, "```") || strings.HasPrefix(s, "~~~") ||
		len(s) >= 4 && (s[0] == '-' || s[0] == '.') && runOf(s) != 0
}

// lowerASCII is the lower-case form of a letter of ASCII.
func lowerASCII(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}
