package extract

import (
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/token"
)

// countUses finds the surnames of persons learnt in the blocks that no title
// or given name marks, so that a spelling's uses are counted in full.
func (x *extractor) countUses() {
	if len(x.people) == 0 {
		return
	}
	x.knownIn = make([]bool, len(x.doc.Blocks))
	for i, b := range x.doc.Blocks {
		if b.Kind != source.Code && !x.marks[i].has(markPerson) && x.namesKnown(x.doc.TextOf(b)) {
			x.knownIn[i] = true
			x.usesIn(i, b.Span)
		}
	}
}

// aboutPeople is a quick test whether somebody may act in block i: a person is
// named there, or a pronoun stands for one.
func (x *extractor) aboutPeople(i int) bool {
	if x.marks[i].has(markPerson | markOffice) {
		return true
	}
	if len(x.people) == 0 {
		return false
	}
	return x.knownIn[i] || personalPronoun(x.doc.TextOf(x.doc.Blocks[i]))
}

// personalPronoun reports whether a text has a pronoun that stands for people.
func personalPronoun(text string) bool {
	for i := 0; i+1 < len(text); i++ {
		if c := text[i] | 0x20; c != 'h' && c != 's' && c != 't' && c != 'w' || i > 0 && isLetter(text[i-1]) {
			continue
		}
		end := i
		for end < len(text) && end-i < 6 && isLetter(text[end]) {
			end++
		}
		switch strings.ToLower(text[i:end]) {
		case "he", "she", "they", "him", "her", "them", "his", "their", "whom":
			return true
		}
	}
	return false
}

// namesKnown is a quick test whether a text has a capitalised word that is
// the surname, or begins the surname, of a person learnt.
func (x *extractor) namesKnown(text string) bool {
	for i := 0; i < len(text); {
		if !isLetter(text[i]) {
			i++
			continue
		}
		start := i
		for i < len(text) && isLetter(text[i]) {
			i++
		}
		if text[start] >= 'a' && text[start] <= 'z' {
			continue
		}
		if _, ok := x.byName[strings.ToLower(text[start:i])]; ok {
			return true
		}
	}
	return false
}

func (x *extractor) usesIn(block int, s source.Span) {
	for _, t := range x.tokens(s) {
		if t.Kind != token.Word || !t.Cap() {
			continue
		}
		end := t.End - possessiveLength(t.Text)
		name := x.doc.Text[t.Start:end]
		j, ok := x.byName[strings.ToLower(name)]
		if !ok || x.quoted(block, source.Span{Start: t.Start, End: end}) {
			continue
		}
		k := x.people[j]
		p := fact.Party{Surname: strings.Clone(name), Surface: strings.Clone(name), Span: source.Span{Start: t.Start, End: end}}
		k.uses = append(k.uses, use{block: block, party: p})
	}
}
