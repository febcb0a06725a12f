package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// findFootnotes finds the marks of notes: those with a label of the markup's,
// and the numbers in superscript, which refer to the list of notes.
func (x *extractor) findFootnotes(o *outline) {
	used := map[string]bool{}
	for _, m := range x.doc.Footmarks {
		switch {
		case m.Named:
			used[m.Label] = true
			if m.Block != source.None && m.Span.Len() > 0 {
				x.facts = append(x.facts, &fact.Footnote{Base: x.base(m.Block, m.Span), Label: x.own(m.Label), State: fact.FootnoteThere})
			}
		case m.Target == "" && m.Block != source.None && m.Span.Len() > 0:
			x.raisedRef(m, o)
		}
	}
	if len(x.doc.Footnotes) == 0 {
		return // and "[^7]" is something else
	}
	notes := map[string]bool{}
	for _, n := range x.doc.Footnotes {
		notes[n.Label] = true
	}
	for i, b := range x.doc.Blocks {
		if b.Kind != source.Code {
			x.missingNotes(i, notes, used)
		}
	}
	for _, n := range x.doc.Footnotes {
		if !used[n.Label] && n.Block != source.None {
			at := x.wordSpan(x.doc.Blocks[n.Block].Span)
			x.facts = append(x.facts, &fact.Footnote{Base: x.base(n.Block, at), Label: x.own(n.Label), State: fact.FootnoteUnused})
		}
	}
}

// missingNotes finds the marks in block i that stand in the text as they are
// written, since no note has their label.
func (x *extractor) missingNotes(i int, notes, used map[string]bool) {
	b := x.doc.Blocks[i]
	text := x.doc.TextOf(b)
	for at := 0; ; {
		n := strings.Index(text[at:], "[^")
		if n < 0 {
			return
		}
		from := at + n
		at = from + 2
		end := strings.IndexByte(text[at:min(len(text), at+60)], ']')
		if end < 0 {
			continue
		}
		label := text[at : at+end]
		at += end + 1
		used[strings.Clone(label)] = true
		span := source.Span{Start: b.Span.Start + from, End: b.Span.Start + at}
		if notes[label] || !noteLabel(label) || x.literal(span) || strings.HasPrefix(text[at:], ":") || patternAround(text, from, at) {
			continue
		}
		f := &fact.Footnote{Base: x.base(i, span), Label: x.own(label), State: fact.FootnoteMissing}
		if !alikeLabel(label, x.doc.Footnotes) {
			f.Why = "the notes that there are have labels of another sort"
		}
		x.facts = append(x.facts, f)
	}
}

// noteLabel reports whether a label can be one of a note, and no set of
// letters in a pattern: "[^a-z]".
func noteLabel(label string) bool {
	if isDigits(label) {
		return len(label) <= 3
	}
	for i := range len(label) {
		if c := label[i]; !asciiLetter(c) && !isDigit(c) && c != '-' && c != '_' && c != '.' && c != ':' {
			return false
		}
	}
	return len(label) >= 4 && asciiLetter(label[0]) && asciiLetter(label[1])
}

// patternAround reports whether what stands around text[from:to] makes it part
// of a pattern: "[^7]+", "([^7])".
func patternAround(text string, from, to int) bool {
	if from > 0 && strings.IndexByte("(/\\^'\"|[$", text[from-1]) >= 0 {
		return true
	}
	return to < len(text) && strings.IndexByte("+*?{)/|$'\"", text[to]) >= 0 && (text[to] != ')' || from == 0 || text[from-1] == '(')
}

// alikeLabel reports whether a note has a label of the same sort: figures or
// a word.
func alikeLabel(label string, notes []source.Footnote) bool {
	for _, n := range notes {
		if isDigits(n.Label) == isDigits(label) {
			return true
		}
	}
	return false
}

// raisedRef keeps a number in superscript as a reference to the list of notes.
func (x *extractor) raisedRef(m source.Footmark, o *outline) {
	if !isDigits(m.Label) || len(m.Label) > 3 || m.Label[0] == '0' || !o.listsNotes() {
		return
	}
	x.facts = append(x.facts, &fact.CrossRef{Base: x.base(m.Block, m.Span), Kind: "source", Numbers: []string{x.own(m.Label)}, Raised: true})
}

// noteKind is the kind of the word "note" where it refers to one of a list of
// notes: behind a word that leads to it, or before one that tells where it is.
// Elsewhere it is a verb, or a note of something else.
func (o *outline) noteKind(word, text string, at, end int) (kind string, plural bool) {
	if word != "note" && word != "notes" || !o.listsNotes() {
		return "", false
	}
	before := strings.TrimRight(text[:at], " \n")
	lead := strings.ToLower(strings.Trim(before[strings.LastIndexAny(before, " \n")+1:], "[.,"))
	switch {
	case strings.HasSuffix(before, "(") || direction(text, pastDigits(text, pastBlanks(text, end))) != "":
		return "footnote", word == "notes"
	}
	switch strings.TrimLeft(lead, "(") {
	case "see", "in", "cf", "also", "supra", "infra":
		return "footnote", word == "notes"
	}
	return "", false
}

// listsNotes reports whether the document has a numbered list of notes or
// sources, with two at least.
func (o *outline) listsNotes() bool { return o.sources > 1 }

// isDigits reports whether a word is all figures.
func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
