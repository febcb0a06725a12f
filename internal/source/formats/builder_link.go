package formats

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/concordlint/concord/internal/source"
)

// link records a link whose label is the text of the open block from offset
// from on. What shows no letters or leads nowhere is no link.
func (b *builder) link(from int, target string) {
	from = max(from, b.start)
	label := bytes.TrimRightFunc(b.text[from:], unicode.IsSpace)
	end := from + len(label)
	from = end - len(bytes.TrimLeftFunc(label, unicode.IsSpace))
	if target = strings.TrimSpace(target); from < end && target != "" {
		b.addLink(source.Link{Span: source.Span{Start: from, End: end}, Target: target, Block: source.None})
	}
}

// addLink puts a link behind those that begin no later: a link around
// another is recorded after it.
func (b *builder) addLink(l source.Link) {
	links := append(b.doc.Links, l)
	for i := len(links) - 1; i > 0 && links[i-1].Span.Start > l.Span.Start; i-- {
		links[i-1], links[i] = links[i], links[i-1]
	}
	b.doc.Links = links
}

// ownLinks gives the links of the open block to block i.
func (b *builder) ownLinks(i int) {
	for k := b.linked; k < len(b.doc.Links); k++ {
		if b.doc.Links[k].Block == source.None {
			b.doc.Links[k].Block = i
		}
	}
}

// front copies the front matter, which ends at offset body of the source,
// and records its fields that are one plain value on a line.
func (b *builder) front(body int) {
	if body == 0 {
		return
	}
	b.copy(0, body)
	for at := behindLine(b.src, 0); at < body; {
		end := behindLine(b.src, at)
		line := b.src[at:min(end, body)]
		from := at
		at = end
		cut := bytes.IndexAny(line, ":=")
		if cut < 1 || !isAlnum(line[0]) {
			continue
		}
		value := bytes.TrimRight(line[cut+1:], " \t\r\n")
		to := from + cut + 1 + len(value)
		if value = bytes.TrimLeft(value, " \t"); len(value) == 0 {
			continue
		}
		b.doc.Fields = append(b.doc.Fields, source.Field{
			Name: strings.ToLower(string(bytes.TrimSpace(line[:cut]))),
			Span: source.Span{Start: to - len(value), End: to},
		})
	}
}
