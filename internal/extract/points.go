package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// pointKind is the kind of point that a lower-case word names: items of lists
// have no words of their own. Only with a direction ("item 4 below") or as
// part of something ("point (c) of Article 7") is it a reference.
func pointKind(word string) string {
	switch word {
	case "item", "point", "bullet":
		return word
	}
	return ""
}

// pointRef reads the reference to a point, or to a part of a numbered part,
// at text[at:end], in block i: "step 3 above", "paragraph 3(b) of Article 7".
// It reports whether it is one.
func (x *extractor) pointRef(i int, text string, at, end int, kind string) bool {
	subs, stop := pointNumber(text, end)
	if len(subs) == 0 {
		return false
	}
	if whole, within, to := wholeOf(text, stop); whole != "" {
		r := &fact.CrossRef{Kind: whole, Word: whole, Numbers: within[:1], Subs: append(slices.Clone(within[1:]), subs...)}
		r.Doubt = x.otherWork(i, text, at, to, whole)
		x.keepRef(i, r, at, to)
		return true
	}
	toward := direction(text, stop)
	// "Step 6" with a capital is one that the text itself names so.
	if len(subs) > 1 || kind == "paragraph" || text[at] < 'a' && (kind != "step" || toward == "") || toward == "" && kind != "step" {
		return false
	}
	r := &fact.CrossRef{Kind: kind, Word: kind, Numbers: subs, Toward: toward, Point: true}
	if toward == "" {
		r.Doubt = x.otherWork(i, text, at, stop, kind)
	}
	x.keepRef(i, r, at, stop)
	return true
}

// keepRef keeps a reference that stands at text[at:stop] of block i.
func (x *extractor) keepRef(i int, r *fact.CrossRef, at, stop int) {
	from := x.doc.Blocks[i].Span.Start
	r.Base = x.base(i, source.Span{Start: from + at, End: from + stop})
	r.Kind, r.Word = x.own(r.Kind), x.own(r.Word)
	for _, list := range [][]string{r.Numbers, r.Subs} {
		for n := range list {
			list[n] = x.own(list[n])
		}
	}
	x.facts = append(x.facts, r)
}

// pointNumber reads "3", "3(b)", "(c)" behind a word that ends at text[:i].
func pointNumber(text string, i int) (numbers []string, stop int) {
	j := numberAfter(text, i)
	if j == i {
		return nil, i
	}
	stop = j
	if j < len(text) && isDigit(text[j]) {
		end := pastDigits(text, j)
		if end-j > 3 || end < len(text) && (text[end] == '.' && end+1 < len(text) && isDigit(text[end+1]) || text[end] != '(' && gluedOn(text, end)) {
			return nil, i
		}
		numbers, stop = []string{zeroless(text[j:end])}, end
	}
	brackets, to := bracketNumbers(text, stop)
	return append(numbers, brackets...), to
}

// bracketNumbers reads the numbers and letters in brackets at text[i:]:
// "(2)(a)". Letters are made capitals.
func bracketNumbers(text string, i int) (numbers []string, stop int) {
	for i < len(text) && text[i] == '(' {
		k := i + 1
		for k < len(text) && k < i+4 && (asciiLetter(text[k]) || isDigit(text[k])) {
			k++
		}
		if k == i+1 || k >= len(text) || text[k] != ')' {
			break
		}
		numbers = append(numbers, strings.ToUpper(text[i+1:k]))
		i = k + 1
	}
	return numbers, i
}

// wholeOf reads what a point is a part of: " of Article 7(2)".
func wholeOf(text string, i int) (kind string, numbers []string, stop int) {
	rest, ok := strings.CutPrefix(text[i:], " of ")
	if !ok {
		return "", nil, i
	}
	from := i + len(" of ")
	end := wordEnd(text, from)
	kind, plural := partKind(strings.ToLower(rest[:end-from]))
	switch kind {
	case "article", "section", "clause", "rule":
	default:
		return "", nil, i
	}
	number, to, ok := partNumber(text, numberAfter(text, end), false)
	if plural || !ok {
		return "", nil, i
	}
	brackets, stop := bracketNumbers(text, to)
	return kind, append([]string{number}, brackets...), stop
}

// direction is the word behind a reference that tells where its target is.
func direction(text string, i int) string {
	rest := strings.TrimLeft(text[i:], " \n,")
	for _, w := range [...]string{"above", "below"} {
		if strings.HasPrefix(rest, w) && (len(rest) == len(w) || !asciiLetter(rest[len(w)])) {
			return w
		}
	}
	return ""
}

// maxPoints bounds how many points of a document are kept.
const maxPoints = 50_000

// points finds the numbers and letters with which items and paragraphs begin,
// whether or not they are numbers of parts. It is done only where there are
// references to them.
func (x *extractor) points(o *outline) {
	for i, b := range x.doc.Blocks {
		if len(o.Points) >= maxPoints {
			o.Cut = true
			return
		}
		if b.Kind == source.Code || b.Kind == source.Cell || b.Quoted {
			continue
		}
		text := x.doc.TextOf(b)
		if b.List != source.None && x.doc.Lists[b.List].Items[b.ItemNo].First == i {
			x.itemPoint(o, i)
		}
		if leavesOut(text) {
			o.Points = append(o.Points, x.point(i, fact.Elided))
		}
		if n := leadingPoint(text); n != "" {
			o.Points = append(o.Points, x.point(i, n))
		}
	}
}

// point is a point that begins block i.
func (x *extractor) point(i int, number string) fact.Point {
	b := x.doc.Blocks[i]
	return fact.Point{Number: x.own(number), Span: x.wordSpan(b.Span), Block: i, Section: b.Heading, List: b.List, Other: x.listsOther(b.List)}
}

// listsOther reports whether a list is introduced as one of other things than
// steps: "between three parties:".
func (x *extractor) listsOther(list int) bool {
	if list == source.None || x.doc.Lists[list].Intro == source.None {
		return false
	}
	b := x.doc.Blocks[x.doc.Lists[list].Intro]
	text := x.doc.TextOf(b)
	if b.Kind == source.Heading || !strings.HasSuffix(text, ":") {
		return false
	}
	low := strings.ToLower(lastSentence(text[max(0, len(text)-200):]))
	if strings.HasPrefix(low, "to ") {
		return false
	}
	for _, w := range [...]string{"step", "procedure", "follow", "proceed", "process", "instruction", "how to", "as so", "do this", "in order", "sequence", "method", "stage"} {
		if strings.Contains(low, w) {
			return false
		}
	}
	return true
}

// itemPoint keeps the number of a list's item: the one that is written, and
// where it is counted anew when shown, that one as well.
func (x *extractor) itemPoint(o *outline, i int) {
	b := x.doc.Blocks[i]
	items := x.doc.Lists[b.List].Items
	mark := strings.ToUpper(strings.Trim(items[b.ItemNo].Marker, "().[]:"))
	if mark == "" || len(mark) > 4 || strings.Trim(mark, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return
	}
	o.Points = append(o.Points, x.point(i, zeroless(mark)))
	if first, err := strconv.Atoi(strings.Trim(items[0].Marker, "().[]:")); err == nil && o.Recounted {
		if n := strconv.Itoa(first + b.ItemNo); n != mark {
			o.Points = append(o.Points, x.point(i, n))
		}
	}
}

// leadingPoint is the number or letter with which a block begins: "(a) The",
// "2. The", "b) The"; empty if there is none.
func leadingPoint(text string) string {
	i := 0
	bracket := strings.HasPrefix(text, "(")
	if bracket {
		i = 1
	}
	end := i
	for end < len(text) && end < i+4 && (asciiLetter(text[end]) || isDigit(text[end])) {
		end++
	}
	if end == i || end+1 >= len(text) || !isSpaceByte(text[end+1]) || text[end] != ')' && (bracket || text[end] != '.') {
		if end > i && !bracket && end+1 < len(text) && text[end] == '.' && isDigit(text[end+1]) && isDigit(text[i]) {
			return dottedPoint(text) // "9.2 The"
		}
		return ""
	}
	return strings.ToUpper(text[i:end])
}

// dottedPoint is the number "9.2" with which a block begins.
func dottedPoint(text string) string {
	number, end, ok := partNumber(text, 0, false)
	if !ok || end < len(text) && !isSpaceByte(text[end]) && text[end] != '.' {
		return ""
	}
	return number
}

// leavesOut reports whether a text says that something is left out of it.
func leavesOut(text string) bool {
	return strings.Contains(text, "[...]") || strings.Contains(text, "[…]") || strings.Contains(text, "(...)") || strings.Contains(text, "(…)") ||
		strings.HasPrefix(text, "...") || strings.HasPrefix(text, "…") || strings.HasPrefix(text, ". . .") || strings.HasPrefix(text, "* * *")
}
