package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// quoter reads what a document quotes, and who is said to have said it.
type quoter struct {
	x     *extractor
	marks []string // that occur in the document
	found []*fact.Quotation
	// record tells that the document is one of speech. Quotation marks
	// behind a label then hold what the speaker reads or cites.
	record bool
	// known tells that a speaker of one of them is.
	known bool
	// last is the speaker of the quotation before, lastBlock its block.
	last      fact.Speaker
	lastBlock int
}

const (
	fewestWords = 4   // words of a quotation; fewer may be anybody's
	mostWords   = 600 // words that are looked at
)

// findQuotations reads quotations in marks, block quotations, and the turns
// of records of speech.
func (x *extractor) findQuotations() {
	q := &quoter{x: x, lastBlock: source.None, marks: marksOf(x.doc.Text)}
	q.findTurns()
	for i := 0; i < len(x.doc.Blocks); i++ {
		b := &x.doc.Blocks[i]
		if b.Kind == source.Code || b.Span.Len() < shortestSaid {
			continue
		}
		if b.Quoted && b.Kind == source.Paragraph {
			i = q.blockQuotation(i)
			continue
		}
		if q.hasMarks(x.doc.TextOf(*b)) {
			i = q.inMarks(i)
		}
	}
	for _, f := range q.found {
		// A document that names no speaker at all quotes something else
		// than speech: messages, terms, titles.
		if q.known && len(f.Words) >= fewestWords {
			x.facts = append(x.facts, f)
		}
	}
}

// marksOf are the marks that may open a quotation and occur in a text.
func marksOf(text string) []string {
	var out []string
	for _, m := range []string{"\"", "“", " '", "\n'", "‘", "„", "«"} {
		if strings.Contains(text, m) {
			out = append(out, m)
		}
	}
	return out
}

// hasMarks reports whether a quotation may begin in a block. It is asked for
// every block, and looks only for what the document has.
func (q *quoter) hasMarks(text string) bool {
	for _, m := range q.marks {
		if strings.Contains(text, m) {
			return true
		}
	}
	return text[0] == '\''
}

// inMarks reads the quotations of block i and returns the last block that
// belongs to one of them.
func (q *quoter) inMarks(i int) int {
	b := q.x.doc.Blocks[i]
	s := b.Span
	s.End = min(s.End, s.Start+longestText)
	parts := q.free(stretchesIn(q.x.doc.Text[s.Start:s.End], s.Start))
	last := i
	for k := 0; k < len(parts); {
		if parts[k].open {
			last = q.overParagraphs(i, parts[k])
			break
		}
		n := k + 1
		for n < len(parts) && !parts[n].open && q.interrupts(parts[n-1], parts[n]) {
			n++
		}
		from, to := s.Start, s.End
		if k > 0 {
			from = parts[k-1].outer.End
		}
		if n < len(parts) {
			to = parts[n].outer.Start
		}
		q.quotation(i, parts[k:n], from, to)
		k = n
	}
	return last
}

// free leaves out what is inline code.
func (q *quoter) free(all []stretch) []stretch {
	out := all[:0]
	for _, s := range all {
		if !q.x.literal(s.outer) && !q.x.literal(source.Span{Start: s.inner.Start, End: s.inner.Start + 1}) {
			out = append(out, s)
		}
	}
	return out
}

const longestAside = 160 // bytes between the two parts of an interrupted quotation

// interrupts reports whether what stands between two quotations only tells
// who speaks: "…," she said, "…"; "…," she said. "…".
func (q *quoter) interrupts(a, b stretch) bool {
	text := q.x.doc.Text
	between := text[a.outer.End:b.outer.Start]
	if len(between) > longestAside || len(strings.Fields(between)) < 2 || !endsOpen(text[a.inner.Start:a.inner.End], between) {
		return false
	}
	trimmed := strings.TrimRight(between, " \n")
	switch trimmed[len(trimmed)-1] {
	case ',', '.', ':', ';':
	default:
		return false
	}
	toks := q.x.tokens(source.Span{Start: a.outer.End, End: b.outer.Start})
	for len(toks) > 0 && toks[0].Text == "," {
		toks = toks[1:]
	}
	if len(firstClause(toks)) < len(toks)-1 {
		return false
	}
	for _, t := range toks {
		if speechVerb(t.Lower) {
			return true
		}
	}
	return false
}

// endsOpen reports whether a sentence may go on behind a quotation: it does
// not end in a full stop.
func endsOpen(inner, behind string) bool {
	inner = strings.TrimRight(inner, " \n")
	return !strings.HasSuffix(inner, ".") || strings.HasSuffix(inner, "...") || strings.HasPrefix(behind, ",")
}

// quotation makes the fact of a quotation in one or more parts; from and to
// bound the text around it that may name the speaker.
func (q *quoter) quotation(block int, parts []stretch, from, to int) {
	first, last := parts[0], parts[len(parts)-1]
	if len(parts) == 1 && first.inner.Len() < longestAside && strings.Count(q.x.doc.Text[first.inner.Start:first.inner.End], " ") < fewestWords-2 {
		return // "foo(bar)", "a.b.c"
	}
	f := &fact.Quotation{Form: "marks"}
	for k, p := range parts {
		f.Words = q.wordsOf(f.Words, p.inner, k > 0, nil)
	}
	if len(f.Words) < fewestWords {
		return
	}
	f.Words = f.Words[:min(len(f.Words), mostWords)]
	f.Base = q.base(block, source.Span{Start: first.outer.Start, End: last.outer.End})
	if len(parts) > 1 {
		to = parts[1].outer.Start
	}
	f.Speaker = q.speakerAround(block, first, from, to)
	q.keep(f)
}

// base is the place of a quotation with its text. Unlike those of other facts
// it need not be asked whether it is quoted.
func (q *quoter) base(block int, s source.Span) fact.Base {
	b := q.x.doc.Blocks[block]
	return fact.Base{Place: fact.Place{Doc: q.x.n, Span: s, Block: block, Section: b.Heading, Quoted: b.Quoted}, Surface: surface(q.x.doc.Text[s.Start:s.End])}
}

func (q *quoter) keep(f *fact.Quotation) {
	if f.Speaker.Known() {
		q.known = true
		q.last, q.lastBlock = f.Speaker, f.Block
	}
	q.found = append(q.found, f)
}

// overParagraphs reads a quotation whose paragraphs each begin with a mark and
// of which only the last one ends with one.
func (q *quoter) overParagraphs(i int, open stretch) int {
	doc := q.x.doc
	f := &fact.Quotation{Form: "marks"}
	f.Words = q.wordsOf(f.Words, open.inner, false, nil)
	end, last := open.outer.End, i
	for j := i + 1; j < len(doc.Blocks) && len(f.Words) < mostWords; j++ {
		b := doc.Blocks[j]
		text := doc.TextOf(b)
		if b.Kind != source.Paragraph || !strings.HasPrefix(text, "“") && !strings.HasPrefix(text, "\"") {
			break
		}
		text = text[:min(len(text), longestText)]
		parts := stretchesIn(text, b.Span.Start)
		if len(parts) == 0 {
			break
		}
		f.Words = q.wordsOf(f.Words, parts[0].inner, true, nil)
		end, last = parts[0].outer.End, j
		if !parts[0].open {
			break
		}
	}
	if last == i || len(f.Words) < fewestWords {
		return i
	}
	f.Words = f.Words[:min(len(f.Words), mostWords)]
	f.Base = q.base(i, source.Span{Start: open.outer.Start, End: end})
	f.Speaker = q.speakerAround(i, open, doc.Blocks[i].Span.Start, open.outer.Start)
	q.keep(f)
	return last
}

// blockQuotation reads the paragraphs of a block quotation from block i on,
// and returns its last block. A line behind a dash tells whose words they
// are, or the sentence before it does.
func (q *quoter) blockQuotation(i int) int {
	doc := q.x.doc
	last := i
	for last+1 < len(doc.Blocks) && doc.Blocks[last+1].Quoted && doc.Blocks[last+1].Kind == source.Paragraph && doc.Blocks[last+1].Heading == doc.Blocks[i].Heading {
		last++
	}
	f := &fact.Quotation{Form: "block"}
	end := doc.Blocks[i].Span.Start
	for j := i; j <= last && len(f.Words) < mostWords; j++ {
		s := doc.Blocks[j].Span
		s.End = min(s.End, s.Start+longestText)
		body, by := dashLine(doc.Text[s.Start:s.End])
		if by >= 0 && j == last {
			f.Speaker = q.subject(j, source.Span{Start: s.Start + by, End: s.End})
			s.End = s.Start + body
		}
		f.Words = q.wordsOf(f.Words, s, j > i, nil)
		if s.Len() > 0 {
			end = s.End
		}
	}
	text := doc.Text[doc.Blocks[i].Span.Start:end]
	if len(f.Words) < fewestWords || len(f.Words) > mostWords {
		return last
	}
	if marks := stretchesIn(text[:min(len(text), longestText)], doc.Blocks[i].Span.Start); len(marks) > 0 && (!marks[0].open || len(marks) > 1) && len(text) > 2*marks[0].outer.Len() {
		return q.quotedMarks(i, last)
	}
	f.Base = q.base(i, source.Span{Start: doc.Blocks[i].Span.Start, End: end})
	if !f.Speaker.Known() && i > 0 && doc.Blocks[i-1].Kind == source.Paragraph && doc.Blocks[i-1].Heading == doc.Blocks[i].Heading {
		if intro := doc.Blocks[i-1].Span; strings.HasSuffix(strings.TrimRight(doc.TextOf(doc.Blocks[i-1]), " \n"), ":") {
			f.Speaker = q.speakerBefore(i-1, intro)
		}
	}
	if !f.Speaker.Known() && last+1 < len(doc.Blocks) && doc.Blocks[last+1].Kind == source.Paragraph {
		next := doc.Blocks[last+1].Span
		if body, by := dashLine(doc.Text[next.Start:min(next.End, next.Start+longestAside)]); by >= 0 && body == 0 && next.Len() < longestAside {
			f.Speaker = q.subject(last+1, source.Span{Start: next.Start + by, End: next.End})
		}
	}
	q.keep(f)
	return last
}

// quotedMarks reads quotations in marks within a block quotation.
func (q *quoter) quotedMarks(from, to int) int {
	for i := from; i <= to; i++ {
		i = max(i, q.inMarks(i))
	}
	return to
}

// dashLine finds a last line that a dash opens; by is where the words behind
// the dash begin, -1 for none, and body where the text before it ends.
func dashLine(text string) (body, by int) {
	body = strings.LastIndexByte(strings.TrimRight(text, " \n"), '\n') + 1
	line := text[body:]
	for _, dash := range []string{"—", "–", "--", "- ", "― "} {
		if i := strings.Index(line, dash); i >= 0 && strings.TrimSpace(line[:i]) == "" && len(line) < longestAside {
			return body, body + i + len(dash)
		}
	}
	for _, dash := range []string{"—", "―"} {
		if i := strings.LastIndex(text, dash); i > 0 && len(text)-i < longestAside/2 && strings.ContainsAny(text[max(0, i-4):i], ".!?”\"") {
			return i, i + len(dash)
		}
	}
	return len(text), -1
}
