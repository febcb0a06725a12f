package extract

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/lexicon"
	"github.com/concordlint/concord/internal/quantity"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

const (
	mostStated = 3000 // values of one document; a document with more is data
	mostBeside = 10   // values of one sentence; a sentence with more is a table
	mostNear   = 9    // words kept from around a value
	mostFar    = 14   // and from the rest of its sentence
)

// stater finds what a document states in passing: quantities and the dates
// of events, with the words that tell of what.
type stater struct {
	x      *extractor
	stems  lexicon.Stems
	topics fact.NameSet
	heads  map[int][]string
	named  bool
	found  int
	// figures are what the document's facts share once all are found.
	figures *fact.NameSet
	written []string
	words   []statedWord
	values  []statedValue
}

// statedWord is a word of a sentence that says what it is about, or a limit.
type statedWord struct {
	tok         int
	stem, limit string
	name        bool
}

// statedValue is a quantity with its unit, or a date, in a sentence.
type statedValue struct {
	q        quantity.Quantity
	from, to int // its tokens, with the unit
	m        measure
	was      string
	skip     bool
}

// findStated finds the quantities in running text and in tables.
func (x *extractor) findStated() {
	s := &stater{x: x, heads: map[int][]string{}, figures: &fact.NameSet{}}
	for i, b := range x.doc.Blocks {
		if !x.marks[i].has(markNumber) || b.Quoted || s.found > mostStated {
			continue
		}
		switch b.Kind {
		case source.Paragraph, source.Item, source.Term:
			s.block(i, b.Span)
		}
	}
	for i := range x.doc.Tables {
		s.table(i)
	}
	*s.figures = fact.NewNameSet(s.written)
	s.events()
}

// block looks for figures that may be quantities and reads their sentences.
func (s *stater) block(block int, at source.Span) {
	text := s.x.doc.Text
	for i := at.Start; i < at.End; {
		if c := text[i]; c < '0' || c > '9' {
			i++
			continue
		}
		end, good := figuresAt(text, at, i)
		if !good {
			i = end
			continue
		}
		sentence := figureSentence(text, at, source.Span{Start: i, End: end})
		s.sentence(block, sentence)
		i = max(end, sentence.End)
	}
}

// figuresAt tells where figures end, and whether they may be a quantity by
// the bytes beside them: no part of a word, a version, a path, a date.
func figuresAt(text string, at source.Span, i int) (end int, good bool) {
	end = i
	digits := 0
	for end < at.End && (text[end] >= '0' && text[end] <= '9' || (text[end] == ',' || text[end] == '.') && end+1 < at.End && text[end+1] >= '0' && text[end+1] <= '9') {
		if text[end] >= '0' && text[end] <= '9' {
			digits++
		}
		end++
	}
	if i > at.Start {
		switch c := text[i-1]; {
		case c == ' ', c == '\n', c == '(', c == '$', c == '~', c == '*', c >= 0x80:
		default:
			return skipWord(text, at.End, end), false
		}
	}
	if end < at.End {
		switch c := text[end]; {
		case c == '-', c == '/', c == '_', c == ':' && digits <= 2, c == '\'', c == '`', c == '=':
			return skipWord(text, at.End, end), false
		}
	}
	if digits == 1 && (end >= at.End || text[end] != '%') && (i == at.Start || text[i-1] != '$' && text[i-1] < 0x80) && !unitFollows(text, at.End, end) {
		return end, false
	}
	return end, true
}

// unitFollows reports whether a word stands behind a single figure that may
// be a unit or a power ("7 million", "5 km").
func unitFollows(text string, stop, i int) bool {
	if i+2 >= stop || text[i] != ' ' {
		return false
	}
	switch text[i+1] {
	case 'm', 'b', 't', 'k', 'p', 'y':
		return true
	}
	return false
}

func skipWord(text string, stop, i int) int {
	for i < stop && text[i] > ' ' {
		i++
	}
	return i
}

// sentence reads the quantities of one sentence.
func (s *stater) sentence(block int, at source.Span) {
	toks := s.x.tokens(at)
	s.findValues(toks)
	if len(s.values) == 0 || len(s.values) > mostBeside {
		return
	}
	s.findWords(toks)
	for k := range s.values {
		if v := &s.values[k]; !v.skip && !supposes(toks, v.from) {
			s.emit(block, toks, k)
		}
	}
}

// supposes reports whether the part of a sentence in which a value stands tells
// of what is not so: conditions, examples, wishes, and talk of mistakes.
func supposes(toks []token.Token, at int) bool {
	from, to := at, at
	for from > 0 && toks[from-1].Text != ";" {
		from--
	}
	for to < len(toks) && toks[to].Text != ";" {
		to++
	}
	for i := from; i < to; i++ {
		switch toks[i].Lower {
		case "if", "suppose", "supposing", "assume", "assuming", "example", "examples", "e.g", "imagine", "would", "could", "might", "hypothetical", "whether",
			"unless", "disputed", "contradict", "mistakenly", "misprint", "erroneously", "incorrectly", "corrected", "correction", "corrections", "?":
			return true
		case "may":
			if i+1 < len(toks) && toks[i+1].Kind == token.Word {
				return true
			}
		}
	}
	return false
}

// figureSentence is the sentence around figures. One that ends in figures
// ends there only before a capital.
func figureSentence(text string, block, at source.Span) source.Span {
	s := sentenceAround(text, block, at)
	for i := at.Start - 2; i > s.Start+1; i-- {
		if figureEnd(text, i) {
			s.Start = i + 1
			break
		}
	}
	for i := at.End; i+2 < s.End; i++ {
		if figureEnd(text, i) {
			s.End = i + 1
			break
		}
	}
	return s
}

// figureEnd reports whether the full stop at i ends a sentence behind
// figures, and no number of a list.
func figureEnd(text string, i int) bool {
	if text[i] != '.' || text[i-1] < '0' || text[i-1] > '9' || i+2 >= len(text) || !isBlankByte(text[i+1]) || text[i-2] == ' ' || text[i-2] == '\n' {
		return false
	}
	c := text[i+2]
	return c >= 'A' && c <= 'Z' || c == '\n' || c == '"'
}

// findValues reads the quantities in figures.
func (s *stater) findValues(toks []token.Token) {
	s.values = s.values[:0]
	for i := 0; i < len(toks); {
		if !quantity.Starts(toks[i]) {
			i++
			continue
		}
		q, used, ok := quantity.Parse(toks, i)
		if !ok || used == 0 {
			i++
			continue
		}
		v := statedValue{q: q, from: q.Start, to: q.End}
		v.m, v.to = measureAt(toks, q)
		i = max(i+used, v.to)
		if q.Style != quantity.Figures {
			continue
		}
		if v.skip = !usable(toks, &v); v.skip && q.Is(quantity.YearLike) {
			continue // a limit of the values beside it
		}
		if n := len(s.values); n > 0 {
			s.values[n-1].replaced(&v, toks)
		}
		s.values = append(s.values, v)
	}
}

// usable reports whether a value says how much there is of something.
func usable(toks []token.Token, v *statedValue) bool {
	q := &v.q
	if !q.Interval.Known || q.Vague || q.Is(quantity.NotACount|quantity.Compound|quantity.Factor|quantity.Negated|quantity.Ratio|quantity.Range|quantity.Choice|quantity.More|quantity.OneOf|quantity.Ambiguous|quantity.Partial|quantity.Fraction) {
		return false
	}
	if q.Is(quantity.YearLike) && (v.m.dimension == dimCount || v.m.dimension == dimNumber) || q.Is(quantity.PartOf) && v.m.head == 0 || q.Is(quantity.Times) {
		return false
	}
	if v.m.dimension == dimCount && len(plainDigits(toks[numberToken(toks, v.q)].Text)) < 2 {
		return false
	}
	if (v.m.dimension == dimCount || v.m.dimension == dimNumber) && q.Place < 0 {
		return false
	}
	if (v.m.dimension == dimCount || v.m.dimension == dimNumber) && v.from > 0 && toks[v.from-1].Cap() && !lexicon.Plain(toks[v.from-1].Lower) && lexicon.Limit(toks[v.from-1].Lower) == "" {
		return false // part of a name: "Windows 11 users"
	}
	return v.m.dimension != dimNone && !changes(toks, v.from)
}

// changes reports whether a value is by how much something changed, and no
// amount of it: "rose by 12", "a fall of 12".
func changes(toks []token.Token, at int) bool {
	if at == 0 {
		return false
	}
	switch toks[at-1].Lower {
	case "-", "−", "+", "up", "down", "off":
		return at < 2 || !strings.HasPrefix(toks[at-2].Lower, "ma") // "made up 43 per cent"
	case "by", "of":
		for _, t := range toks[max(0, at-6) : at-1] {
			switch t.Lower {
			case "rose", "rise", "rises", "risen", "fell", "fall", "falls", "fallen", "grew", "grow", "grows", "growth", "grown", "increase", "increased", "increases", "decrease",
				"decreased", "reduced", "reduction", "cut", "dropped", "drop", "climbed", "up", "down", "gained", "gain", "lost", "loss", "saving", "savings", "jumped", "shrank",
				"declined", "decline", "exceeded", "beat", "won", "ahead", "lead", "margin", "difference", "gap", "raised":
				return true
			}
		}
	}
	return false
}

// replaced notes that one of two values that follow each other replaces the
// other: "88 instead of 80", "from 61 to 64".
func (v *statedValue) replaced(next *statedValue, toks []token.Token) {
	gap := next.from - v.to
	if gap < 1 || gap > 7 {
		return
	}
	last, before := toks[next.from-1].Lower, ""
	if next.from >= 2 {
		before = toks[next.from-2].Lower
	}
	digits := func(w *statedValue) string { return plainDigits(toks[numberToken(toks, w.q)].Text) }
	switch {
	case before == "instead" && last == "of", before == "rather" && last == "than", last == "from" && (before == "up" || before == "down" || before == "raised" || before == "reduced"),
		last == "was" && before == "(":
		v.was, next.skip = digits(next), true
	case last == "to" && v.from > 0 && toks[v.from-1].Lower == "from":
		next.was, v.skip = digits(v), true
	}
}

// numberToken is the first token of a quantity that has figures.
func numberToken(toks []token.Token, q quantity.Quantity) int {
	for i := q.Start; i < q.End && i < len(toks); i++ {
		if toks[i].Kind == token.Number {
			return i
		}
	}
	return q.Start
}

// plainDigits are figures without marks between thousands and without what is
// glued to their end.
func plainDigits(w string) string {
	out := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c >= '0' && c <= '9', c == '.' && i+1 < len(w) && w[i+1] >= '0' && w[i+1] <= '9':
			out = append(out, c)
		case c == ',':
		default:
			return string(out)
		}
	}
	return string(out)
}

// significant are the digits of a figure without noughts at its end.
func significant(w string) string {
	d := plainDigits(w)
	for len(d) > 1 && d[len(d)-1] == '0' {
		d = d[:len(d)-1]
	}
	return d
}

// emit makes a fact of value k of the sentence whose words were found.
func (s *stater) emit(block int, toks []token.Token, k int) {
	v := &s.values[k]
	c, head := s.context(block, toks, k)
	if len(c.Near) == 0 {
		return
	}
	at := source.Span{Start: toks[v.from].Start, End: toks[v.to-1].End}
	f := &fact.Stated{Base: s.x.base(block, at), Context: c, Head: head, Was: v.was}
	if f.Quoted {
		return
	}
	s.measure(f, v, plainDigits(toks[numberToken(toks, v.q)].Text))
	if v.q.Is(quantity.Rate) {
		f.Limits = append(f.Limits, "rate")
		slices.Sort(f.Limits)
		f.Limits = slices.Compact(f.Limits)
	}
	s.x.facts = append(s.x.facts, f)
	s.found++
}

// measure fills in the value in base units.
func (s *stater) measure(f *fact.Stated, v *statedValue, digits string) {
	f.Dimension, f.Unit, f.Digits = v.m.dimension, s.x.own(v.m.unit), s.x.own(digits)
	f.Interval, f.Loose = v.m.scale(v.q.Interval), v.m.loosen(v.m.scale(v.q.Loose()))
	f.Exact = v.q.Exact
	if f.Figures = s.figures; len(significant(digits)) >= 3 {
		s.written = append(s.written, digits)
	}
}
