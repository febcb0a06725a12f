package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// maxParts bounds how many numbered parts of a document are kept.
const maxParts = 20000

// outline is what is known of a document's parts while it is read.
type outline struct {
	fact.Outline
	own     map[int]bool // where the words begin that name a part itself
	sources int          // how many parts are entries of a list of notes or sources
}

// findOutline finds the document's numbered parts, and the references to
// them.
func (x *extractor) findOutline() {
	o := &outline{own: map[int]bool{}}
	o.Recounted = x.doc.Format == "markdown" || x.doc.Format == "html"
	for i := range x.doc.Blocks {
		if o.Cut {
			break
		}
		x.partsOf(o, i)
	}
	if len(o.Parts) > 0 {
		o.Base = fact.Base{Place: o.Parts[0].Place, Surface: surface(x.doc.Text[o.Parts[0].Span.Start:o.Parts[0].Span.End])}
	}
	before := len(x.facts)
	x.crossRefs(o)
	if slices.ContainsFunc(x.facts[before:], pointed) {
		x.points(o)
	}
	if p := o.Points; len(o.Parts) == 0 && len(p) > 0 {
		o.Base = x.base(p[0].Block, p[0].Span)
	}
	if c := x.contents(o); c != nil {
		x.facts = append(x.facts, c)
	}
	x.sourceRefs(o)
	x.findFootnotes(o)
	if len(o.Parts)+len(o.Points) > 0 && (len(x.facts) > before || len(o.Parts) > 1) {
		x.facts = append(x.facts, &o.Outline)
	}
}

// pointed reports whether a fact is a reference to a point, or to a part of a
// part.
func pointed(f fact.Fact) bool {
	r, ok := f.(*fact.CrossRef)
	return ok && (r.Point || len(r.Subs) > 0)
}

// partsOf finds the numbered parts that begin in block i.
func (x *extractor) partsOf(o *outline, i int) {
	b := x.doc.Blocks[i]
	text := x.doc.TextOf(b)
	if b.Kind == source.Item {
		x.itemPart(o, i)
	}
	if b.Kind == source.Heading || b.Kind == source.Paragraph || b.Kind == source.Item || b.Kind == source.Term {
		x.numberedPart(o, i, text)
	}
	if b.Kind != source.Code && len(x.partsIn(b.Span)) == 0 {
		return
	}
	for at := 0; at < len(text); {
		x.labelledPart(o, i, text, at)
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
	}
}

// add keeps a part.
func (o *outline) add(p fact.Part) {
	if o.Cut = len(o.Parts) >= maxParts; !o.Cut {
		o.Parts = append(o.Parts, p)
		if p.Form == fact.PartSource {
			o.sources++
		}
	}
}

// itemPart keeps the number of the list item whose first block is i.
func (x *extractor) itemPart(o *outline, i int) {
	b := x.doc.Blocks[i]
	if b.List == source.None || x.doc.Lists[b.List].Kind != source.Numbered {
		return
	}
	items := x.doc.Lists[b.List].Items
	if items[b.ItemNo].First != i {
		return
	}
	mark := strings.Trim(items[b.ItemNo].Marker, "().[]:")
	number, end, ok := partNumber(mark, 0, true)
	if !ok || end != len(mark) {
		return
	}
	form := fact.PartItem
	if x.listsSources(b.Heading) || strings.HasPrefix(items[b.ItemNo].Marker, "[") {
		form = fact.PartSource
		if repeatsOne(items) {
			number = strconv.Itoa(b.ItemNo + 1)
		}
	}
	p := x.part(i, x.wordSpan(b.Span), number, form)
	p.List = b.List
	o.add(p)
}

// repeatsOne reports whether a list leaves the counting to whoever shows it.
func repeatsOne(items []source.ListItem) bool {
	return len(items) > 1 && items[0].Marker == items[1].Marker
}

// wordSpan is the span of the first word in a span.
func (x *extractor) wordSpan(s source.Span) source.Span {
	text, end := x.doc.Text, s.Start
	for end < s.End && text[end] != ' ' && text[end] != '\n' {
		end++
	}
	return source.Span{Start: s.Start, End: max(end, min(s.Start+1, s.End))}
}

// numberedPart keeps the number at the beginning of a block: "4.3 Title",
// "12. The committee …", "[7] Smith, …".
func (x *extractor) numberedPart(o *outline, i int, text string) {
	b := x.doc.Blocks[i]
	from := 0
	bracket := strings.HasPrefix(text, "[")
	if bracket {
		from = 1
	}
	number, end, ok := partNumber(text, from, b.Kind == source.Heading)
	if !ok || end >= len(text) {
		return
	}
	form := fact.PartItem
	dotted := strings.Contains(number, ".")
	switch rest := text[end:]; {
	case bracket:
		if rest[0] != ']' || len(rest) < 3 || !isSpaceByte(rest[1]) {
			return
		}
		form, end = fact.PartSource, end+1
	case b.Kind == source.Heading:
		if !isDigit(number[0]) && !dotted && rest[0] != '.' && rest[0] != ')' && rest[0] != ':' {
			return // "A word", "I am"
		}
		if (rest[0] == '.' || rest[0] == '-') && len(rest) > 1 && asciiLetter(rest[1]) {
			return // "2.b) …", "3-way"
		}
		form = fact.PartHeading
	case rest[0] == '.' || rest[0] == ')':
		if len(rest) > 1 && !isSpaceByte(rest[1]) {
			return
		}
	case !dotted || !isSpaceByte(rest[0]):
		return
	}
	if b.List != source.None && form == fact.PartItem {
		form = fact.PartNamed // a list of contents, or a text that goes on
	}
	o.add(x.part(i, source.Span{Start: b.Span.Start, End: b.Span.Start + end}, number, form))
	if upper, ok := rangeEnd(text, end); ok {
		o.add(x.part(i, source.Span{Start: b.Span.Start, End: b.Span.Start + end}, upper, form))
	}
}

// part is the part of a number that stands in block i.
func (x *extractor) part(i int, s source.Span, number string, form fact.PartForm) fact.Part {
	b := x.doc.Blocks[i]
	return fact.Part{
		Place: x.place(i, s), Number: x.own(number), Surface: x.own(surface(x.doc.Text[s.Start:s.End])), Form: form,
		List: source.None, Level: b.Level, Excused: excused(x.doc.TextOf(b)),
	}
}

// rangeEnd is the number that ends a range at text[i:]: "4-5) Two changes".
func rangeEnd(text string, i int) (number string, ok bool) {
	for _, join := range [...]string{"-", "–", "/", " and ", " & ", ", "} {
		if strings.HasPrefix(text[i:], join) {
			number, _, ok = partNumber(text, i+len(join), false)
			return number, ok
		}
	}
	return "", false
}

// labelledPart keeps the part that is named at the line text[at:]: "Table 3.
// Title", "Article 9", "Annex II – Title".
func (x *extractor) labelledPart(o *outline, i int, text string, at int) {
	b := x.doc.Blocks[i]
	first := at == 0
	for at < len(text) && strings.IndexByte(" \t*_#|/(", text[at]) >= 0 {
		at++
	}
	end := wordEnd(text, at)
	if end == at || end-at > len("recommendations") {
		return
	}
	kind, plural := partKind(strings.ToLower(text[at:end]))
	if kind == "" || plural {
		return
	}
	from := numberAfter(text, end)
	number, stop, ok := partNumber(text, from, text[at] < 'a')
	if !ok {
		number, stop, ok = spelledNumber(text, from)
	}
	if !ok || !first && b.Kind == source.Heading || !titleFollows(text, stop, first, b.Kind == source.Heading || b.Kind == source.Term) {
		return
	}
	form := fact.PartCaption
	switch {
	case b.Kind == source.Heading:
		form = fact.PartHeading
	case b.Kind == source.Item || b.List != source.None || b.Table != source.None:
		form = fact.PartNamed
	}
	o.own[b.Span.Start+at] = true
	span := source.Span{Start: b.Span.Start + at, End: b.Span.Start + stop}
	p := x.part(i, span, number, form)
	p.Kind = x.own(kind)
	if n := len(o.Parts); n > 0 && form != fact.PartHeading && o.Parts[n-1].Kind == kind && o.Parts[n-1].Number == number && alike(x.doc.Text[o.Parts[n-1].Span.End:], text[stop:]) {
		return // an image's own words, and its caption
	}
	o.add(p)
}

// alike reports whether two titles begin with the same words.
func alike(a, b string) bool {
	const enough = 24 // bytes
	a, b = strings.TrimLeft(a, " .:"), strings.TrimLeft(b, " .:")
	n := min(len(a), len(b), enough)
	return strings.EqualFold(a[:n], b[:n])
}

// spelledNumber reads "One" to "Twelve".
func spelledNumber(text string, i int) (number string, end int, ok bool) {
	return otherNumber(text, i, "chapter")
}

// titleFollows reports whether what follows a part's number makes it the
// part's own name and not a mention of it: a mark, a title in capitals, or
// nothing.
func titleFollows(text string, i int, first, heading bool) bool {
	rest := strings.TrimLeft(text[i:], " \t*_")
	switch {
	case rest == "" || rest[0] == '\n':
		return first || heading
	case heading:
		return true
	case strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "–") || strings.IndexByte(".:|-", rest[0]) >= 0:
		return len(rest) == 1 || rest[0] >= 0x80 || isSpaceByte(rest[1]) || rest[1] == '*'
	case rest[0] == ')' || rest[0] == ']':
		return first
	}
	return first && (rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] == '(' && !strings.HasPrefix(text[i:], "("))
}

// excused reports whether a part's text says that the part is not there.
func excused(text string) bool {
	if len(text) > 200 {
		text = text[:200]
	}
	low := strings.ToLower(text)
	for _, w := range [...]string{"withdrawn", "reserved", "deleted", "omitted", "repealed", "removed", "not used", "intentionally", "vacant", "left blank", "skipped", "revoked", "spent"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// listsSources reports whether a heading leads a list of sources or notes.
func (x *extractor) listsSources(h int) bool {
	if h == source.None {
		return false
	}
	title := strings.ToLower(strings.Trim(x.doc.TextOf(x.doc.Blocks[h]), " .:0123456789"))
	switch title {
	case "references", "notes", "footnotes", "endnotes", "bibliography", "sources", "works cited", "literature", "literature cited",
		"citations", "references and notes", "notes and references", "normative references", "informative references":
		return true
	}
	return false
}
