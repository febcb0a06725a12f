package extract

import (
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// partsIn are the places in a span where a word for a numbered part begins.
func (x *extractor) partsIn(s source.Span) []int {
	from := sort.SearchInts(x.partAt, s.Start)
	to := from + sort.SearchInts(x.partAt[from:], s.End)
	return x.partAt[from:to]
}

// crossRefs finds the references to numbered parts in running text.
func (x *extractor) crossRefs(o *outline) {
	for i, b := range x.doc.Blocks {
		if b.Kind == source.Code || b.Kind == source.Heading {
			continue
		}
		for _, at := range x.partsIn(b.Span) {
			if !o.own[at] {
				x.crossRef(o, i, at)
			}
		}
	}
}

// crossRef reads the reference whose word begins at a place in block i.
func (x *extractor) crossRef(o *outline, i, at int) {
	b := x.doc.Blocks[i]
	text := x.doc.Text[b.Span.Start:b.Span.End]
	at -= b.Span.Start
	end := wordEnd(text, at)
	if at > 0 && strings.IndexByte("-_./@#", text[at-1]) >= 0 || x.literal(source.Span{Start: b.Span.Start + at, End: b.Span.Start + end}) {
		return
	}
	word := strings.ToLower(text[at:end])
	kind, plural := partKind(word)
	if kind == "" {
		kind = pointKind(word)
	}
	switch kind {
	case "":
		if kind, plural = o.noteKind(word, text, at, end); kind == "" {
			return
		}
	case "item", "point", "bullet", "step", "paragraph":
		if x.pointRef(i, text, at, end, kind) || pointKind(word) != "" {
			return
		}
	}
	numbers, stop := partNumbers(text, end, text[at] < 'a' || text[at] >= 0x80 || lettersNumber(kind), plural)
	if len(numbers) == 0 {
		return
	}
	r := &fact.CrossRef{Kind: kind, Word: word, Numbers: numbers, Doubt: x.otherWork(i, text, at, stop, kind)}
	if r.Doubt == ofAnotherWork {
		r.Elsewhere = x.own(x.namedDocument(i, text, at, stop))
	} else if r.Doubt == "" {
		r.Series = x.own(x.inSeries(kind, numbers))
	}
	if open := strings.LastIndexByte(text[at:stop], ' ') + 1; open > 0 {
		if k := strings.IndexByte(text[at+open:stop], '('); k > 0 {
			r.Subs, _ = bracketNumbers(text, at+open+k)
		}
	}
	x.keepRef(i, r, at, stop)
}

// partNumbers reads one number, or a list or range of them behind a plural.
func partNumbers(text string, end int, letters, plural bool) (numbers []string, stop int) {
	i := numberAfter(text, end)
	if i == end && text[end-1] < 0x80 {
		return nil, end
	}
	for {
		number, to, ok := partNumber(text, i, letters)
		if !ok {
			return numbers, stop
		}
		numbers, stop = append(numbers, number), pastBrackets(text, to)
		next := numberJoin(text, stop, plural)
		if next < 0 || len(numbers) >= maxNumbers {
			return numbers, stop
		}
		i = next
	}
}

const maxNumbers = 20 // of one reference

// pastBrackets is the end of the paragraphs in brackets behind an article's
// number: "9(2)(a)".
func pastBrackets(text string, i int) int {
	for i < len(text) && text[i] == '(' {
		k := i + 1
		for k < len(text) && k < i+5 && (asciiLetter(text[k]) || isDigit(text[k])) {
			k++
		}
		if k == i+1 || k >= len(text) || text[k] != ')' {
			return i
		}
		i = k + 1
	}
	return i
}

// numberJoin is where the next number of a list or range begins, or -1.
func numberJoin(text string, i int, plural bool) int {
	for _, dash := range [...]string{"–", "-"} {
		if strings.HasPrefix(text[i:], dash) {
			return i + len(dash)
		}
	}
	if !plural {
		return -1
	}
	comma := strings.HasPrefix(text[i:], ",")
	if comma {
		i++
	}
	i = pastBlanks(text, i)
	for _, word := range [...]string{"and", "or", "to", "through", "&", "–"} {
		if strings.HasPrefix(text[i:], word) && i+len(word) < len(text) && isSpaceByte(text[i+len(word)]) {
			return pastBlanks(text, i+len(word))
		}
	}
	if comma {
		return i
	}
	return -1
}

// sourceRefs finds the references to entries of a numbered list of sources:
// "[12]", "[3, 4]". Without such a list, brackets are something else.
func (x *extractor) sourceRefs(o *outline) {
	own, listed := map[int]bool{}, 0
	for _, p := range o.Parts {
		if p.Form == fact.PartSource {
			own[p.Block] = true
			listed++
		}
	}
	if listed < 3 {
		return
	}
	for i, b := range x.doc.Blocks {
		if b.Kind == source.Code || b.Kind == source.Heading || own[i] || x.listsSources(b.Heading) {
			continue
		}
		text := x.doc.TextOf(b)
		for at := 0; at < len(text); {
			n := strings.IndexByte(text[at:], '[')
			if n < 0 {
				break
			}
			at += n + 1
			at = x.sourceRef(i, text, at)
		}
	}
}

// sourceRef reads the numbers behind a bracket and returns where they end.
func (x *extractor) sourceRef(i int, text string, at int) int {
	from := at - 1
	var numbers []string
	for at < len(text) && len(numbers) < maxNumbers {
		end := pastDigits(text, at)
		if end == at || end-at > 3 || text[at] == '0' {
			return at
		}
		numbers = append(numbers, x.own(text[at:end]))
		if end < len(text) && text[end] == ']' {
			at = end + 1
			break
		}
		switch {
		case end < len(text) && (text[end] == ',' || text[end] == ';' || text[end] == '-'):
			at = pastBlanks(text, end+1)
		case strings.HasPrefix(text[end:], "–"):
			at = end + len("–")
		default:
			return end
		}
	}
	start := x.doc.Blocks[i].Span.Start + from
	// "a[3]", "[3](…)", "[1][2]" behind a name are code or links.
	if from > 0 && text[from-1] == '\\' || x.literal(source.Span{Start: start, End: start + 1}) || at < len(text) && (text[at] == '(' || text[at] == ':') {
		return at
	}
	x.facts = append(x.facts, &fact.CrossRef{Base: x.base(i, source.Span{Start: start, End: x.doc.Blocks[i].Span.Start + at}), Kind: "source", Numbers: numbers})
	return at
}
